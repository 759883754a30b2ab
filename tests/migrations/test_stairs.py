"""Up, down and up again, revision by revision, on empty tables and on tables with rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest
from sqlalchemy import text

from geodb.db import migrate
from tests.migrations.catalog import OURS, facts
from tests.migrations.revisions import NUMBERS, ROWS, before

if TYPE_CHECKING:
    from geodb.db.session import Database


Catalog: TypeAlias = set[tuple[object, ...]]


def catalog(db: Database) -> Catalog:
    with db.engine.connect() as connection:
        return facts(connection)


def row_counts(db: Database) -> dict[str, int]:
    """How many rows each table has, counted by one query."""
    tables = text(f"SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname IN {OURS}")
    with db.engine.connect() as connection:
        counts = [
            f"SELECT '{table}' AS name, count(*) AS rows FROM {table}" for table in connection.scalars(tables)
        ]
        rows = connection.execute(text(" UNION ALL ".join(counts))).all() if counts else []
    return {row.name: row.rows for row in rows}


def insert_rows(db: Database, number: str) -> None:
    with db.engine.begin() as connection:
        connection.connection.cursor().execute((ROWS / f"{number}.sql").read_text(encoding="utf-8"))


def climb(db: Database, number: str, below: Catalog) -> Catalog:
    """One step up, down and up; the step down must leave nothing behind and lose nothing below."""
    rows_below = row_counts(db)
    migrate.upgrade(db.engine, number)
    above = catalog(db)
    migrate.downgrade(db.engine, before(number))
    assert catalog(db) == below
    log = "audit.change"  # a step that mends rows says so in it
    assert row_counts(db) | {log: 0} == rows_below | {log: 0}
    migrate.upgrade(db.engine, number)
    assert catalog(db) == above
    return above


def test_every_step_can_be_taken_back_on_empty_tables(empty_db: Database) -> None:
    reached = catalog(empty_db)
    for number in NUMBERS:
        reached = climb(empty_db, number, reached)
    migrate.downgrade(empty_db.engine, "base")
    assert not catalog(empty_db)


def test_every_step_can_be_taken_back_with_rows_in_every_table(empty_db: Database) -> None:
    reached = catalog(empty_db)
    for number in NUMBERS:
        reached = climb(empty_db, number, reached)
        insert_rows(empty_db, number)
        assert [table for table, count in row_counts(empty_db).items() if not count] == []
        migrate.downgrade(empty_db.engine, before(number))
        migrate.upgrade(empty_db.engine, number)
        insert_rows(empty_db, number)
    migrate.downgrade(empty_db.engine, "base")
    assert not catalog(empty_db)


@pytest.mark.parametrize("number", NUMBERS)
def test_every_revision_has_rows_to_climb_the_stairs_with(number: str) -> None:
    assert (ROWS / f"{number}.sql").is_file()
