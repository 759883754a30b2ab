from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geodb.db.session import Database
from tests.db.feed.writing import connect
from tests.fixtures.pg import scratch_database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_postgresql.executors import NoopExecutor


@pytest.fixture(scope="module")
def lasting_db(template: NoopExecutor) -> Iterator[Database]:
    with scratch_database(template, "feed", template.template_dbname) as url, Database(url) as database:
        yield database


@pytest.fixture
def db(lasting_db: Database) -> Database:
    """A database without records and without a past, in which tests commit: cheaper than a clone for each."""
    with connect(lasting_db) as connection:
        connection.execute("SET session_replication_role = replica")  # past the guards
        connection.execute("TRUNCATE geodb.record, audit.change RESTART IDENTITY CASCADE")
        connection.execute(
            "INSERT INTO geodb.dataset (prefix, title) VALUES ('test', 'Test') ON CONFLICT DO NOTHING"
        )
    return lasting_db
