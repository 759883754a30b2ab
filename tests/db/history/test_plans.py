"""Whole views of the past are read by hash or merge joins, however wrong the planner's estimates are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from tests.db.history.reading import now

if TYPE_CHECKING:
    from geodb.db.session import Database

ACTORS = 20_000
FILL = """
INSERT INTO geodb.dataset (prefix, title) VALUES ('test', 'Test');
INSERT INTO geodb.record (kind, key, label)
SELECT 'actor', 'test:a' || n, 'A' || n FROM generate_series(1, {0}) AS n;
INSERT INTO geodb.actor (id, kind_code) SELECT id, 'person' FROM geodb.record
"""
CHANGE = "UPDATE geodb.record SET label = label || '!'; UPDATE geodb.actor SET sector = 'GOV'"


def test_a_view_of_which_every_row_changed_is_not_read_row_by_row(fresh_db: Database) -> None:
    """An anti-join with all of the log is estimated at one row, and a nested loop over it would never end."""
    with fresh_db.transaction() as session:
        session.execute(
            text("ALTER TABLE audit.change ALTER COLUMN row_id SET (n_distinct = -0.25)")
        )  # so it is
        session.execute(text(FILL.format(ACTORS)))
    with fresh_db.read() as session:
        before = now(session)
    with fresh_db.transaction() as session:
        session.execute(text(CHANGE))
    with fresh_db.transaction() as session:
        session.execute(text("ANALYZE"))
    with fresh_db.read() as session:
        session.execute(text("SET LOCAL statement_timeout = '15s'"))
        past = session.scalar(text("SELECT count(v.label) FROM api.actor_asof(:at) AS v"), {"at": before})
        assert past == ACTORS
        assert session.scalar(text("SHOW enable_nestloop")) == "on"
