"""Who may read schema api needs nothing else; and a record is found by its key through an index."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import ProgrammingError

from geodb.models import RECORD_KINDS
from tests import builders as b
from tests.db.api.reading import column, rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.db.session import Database


@pytest.fixture
def reader(session: Session) -> Session:
    """The session of a role that was granted schema api and nothing else."""
    b.name(session, b.actor(session, "us"), "United States")
    session.connection().exec_driver_sql(
        "CREATE ROLE reader_of_api; GRANT USAGE ON SCHEMA api TO reader_of_api;"
        "GRANT SELECT ON ALL TABLES IN SCHEMA api TO reader_of_api;"
        "SET LOCAL ROLE reader_of_api"
    )
    return session


def test_a_reader_of_api_can_read_every_view(reader: Session) -> None:
    views = column(reader, "SELECT relname FROM pg_class WHERE relnamespace = 'api'::regnamespace")
    assert len(views) > 50
    for view in views:
        rows(reader, f"SELECT * FROM api.{view} LIMIT 1")


def test_a_reader_of_api_can_search_and_resolve(reader: Session) -> None:
    assert rows(reader, "SELECT key FROM api.search('united states')") == [("test:us",)]
    assert rows(reader, "SELECT api.resolve('test:us'), api.fold_name('Ünited')") == [("test:us", "united")]


@pytest.mark.parametrize("table", ["geodb.record", "audit.change", "ingest.import_run"])
def test_a_reader_of_api_cannot_read_the_tables(reader: Session, table: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"):
        rows(reader, f"SELECT * FROM {table}")


@pytest.mark.parametrize("view", ["record", *RECORD_KINDS])
def test_a_key_is_looked_up_in_the_index_of_keys(seeded_db: Database, view: str) -> None:
    """Asked of a database with records: of an empty table any index is as good as another."""
    with seeded_db.read() as session:
        rows(session, "SELECT set_config('enable_seqscan', 'off', true)")  # which such small tables would get
        plan = "\n".join(column(session, f"EXPLAIN SELECT * FROM api.{view} WHERE key = 'geodb:nato'"))
    assert "using uq_record_key" in plan
    assert "Index Cond: (key = 'geodb:nato'::text)" in plan
