from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geodb.db.session import Database
from tests.db.feed.writing import connect
from tests.fixtures.pg import scratch_database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_postgresql.executors import NoopExecutor

PAST_THE_GUARDS = """
SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname)
FROM pg_trigger WHERE tgname LIKE '%\\_not\\_truncated'
"""


@pytest.fixture(scope="module")
def lasting_db(template: NoopExecutor) -> Iterator[Database]:
    with scratch_database(template, "feed", template.template_dbname) as url, Database(url) as database:
        with connect(database, autocommit=True) as connection:
            for (statement,) in connection.execute(PAST_THE_GUARDS).fetchall():
                connection.execute(statement)
        yield database


@pytest.fixture
def db(lasting_db: Database) -> Database:
    """A database without records and without a past, in which tests commit: cheaper than a clone for each."""
    with connect(lasting_db) as connection:
        connection.execute("TRUNCATE geodb.record, audit.change RESTART IDENTITY CASCADE")
        connection.execute(
            "INSERT INTO geodb.dataset (prefix, title) VALUES ('test', 'Test') ON CONFLICT DO NOTHING"
        )
    return lasting_db
