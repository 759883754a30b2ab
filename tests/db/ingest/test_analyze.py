"""What a load leaves the planner to go by."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from geodb.ingest.analyze import analyze_outgrown
from geodb.services.load_dossier import load_dossiers
from tests.db.ingest.small import rows, small, value, write

if TYPE_CHECKING:
    from geodb.db.session import Database

TABLES = """
SELECT format('%s.%s', relnamespace::regnamespace, relname) FROM pg_class
WHERE relnamespace::regnamespace::text IN ('geodb', 'audit', 'ingest') AND relkind = 'r'
"""
UNKNOWN = f"{TABLES} AND pg_relation_size(oid) > 0 AND reltuples <= 0"
KNOWN_NOTES = "SELECT reltuples::int FROM pg_class WHERE oid = 'geodb.note'::regclass"
MORE_NOTES = """
INSERT INTO geodb.note (record_id, kind_code, text)
SELECT min(record_id), min(kind_code), repeat('x', 99) || gen_random_uuid()
FROM geodb.note, generate_series(1, {}) AS nr
GROUP BY nr
"""


@pytest.fixture
def quiet_db(fresh_db: Database) -> Database:
    """A database that autovacuum does not analyze behind our back."""
    with fresh_db.transaction() as session:
        for table in session.scalars(text(TABLES)).all():
            session.execute(text(f"ALTER TABLE {table} SET (autovacuum_enabled = off)"))
    return fresh_db


def unknown(db: Database) -> list[str]:
    return [row[0] for row in rows(db, UNKNOWN)]


def test_after_a_first_load_the_planner_knows_every_table(quiet_db: Database, tmp_path: Path) -> None:
    assert "geodb.actor_kind" in unknown(quiet_db)
    load_dossiers(quiet_db, [write(tmp_path / "a", small())])
    assert unknown(quiet_db) == []


def test_a_dry_run_analyzes_nothing(quiet_db: Database, tmp_path: Path) -> None:
    load_dossiers(quiet_db, [write(tmp_path / "a", small())], dry_run=True)
    assert "geodb.actor_kind" in unknown(quiet_db)


def test_a_table_is_analyzed_again_once_it_has_doubled(quiet_db: Database, tmp_path: Path) -> None:
    load_dossiers(quiet_db, [write(tmp_path / "a", small())])
    told = []
    for added in (200, 100, 200):
        with quiet_db.transaction() as session:
            session.execute(text(MORE_NOTES.format(added)))
            analyze_outgrown(session)
        told.append(value(quiet_db, KNOWN_NOTES))
    assert told == [201, 201, 501]


def test_what_others_are_at_work_on_is_not_waited_for(quiet_db: Database, tmp_path: Path) -> None:
    with quiet_db.transaction() as other:
        other.execute(text("LOCK geodb.actor_kind IN SHARE UPDATE EXCLUSIVE MODE"))
        load_dossiers(quiet_db, [write(tmp_path / "a", small())])
    assert unknown(quiet_db) == ["geodb.actor_kind"]
