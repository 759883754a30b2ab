"""Whatever was done to records, each moment between two transactions can be read again as it was."""

from __future__ import annotations

import json
from itertools import count
from typing import TYPE_CHECKING, Any

import psycopg
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from geodb.db.base import Base
from geodb.sql.asof import logged_tables
from tests.db.history.reading import as_of, live, now

if TYPE_CHECKING:
    from collections import Counter
    from datetime import datetime

    from sqlalchemy.orm import Session

    from geodb.db.session import Database

VIEWS = ("record", "actor", "actor_name", "merge", "external_id", "actor_relation")
TABLES = ("record", "actor", "record_name", "external_id", "record_redirect")

ACTOR = """
WITH made AS (INSERT INTO geodb.record (kind, key, label) VALUES ('actor', %(key)s, 'new') RETURNING id)
INSERT INTO geodb.actor (id, kind_code) SELECT id, 'person' FROM made
"""
PICK = "(SELECT id FROM geodb.record WHERE key = %({0})s)"
STEPS = {
    "relabel": f"UPDATE geodb.record SET label = %(word)s WHERE id = {PICK.format('a')}",
    "change the fact": f"UPDATE geodb.actor SET sector = %(word)s WHERE id = {PICK.format('a')}",
    "name": f"INSERT INTO geodb.record_name (record_id, name) VALUES ({PICK.format('a')}, %(word)s) "
    "ON CONFLICT DO NOTHING",
    "unname": f"DELETE FROM geodb.record_name WHERE record_id = {PICK.format('a')}",
    "give names away": f"UPDATE geodb.record_name SET record_id = {PICK.format('b')} "
    f"WHERE record_id = {PICK.format('a')} AND name NOT IN "
    f"(SELECT name FROM geodb.record_name WHERE record_id = {PICK.format('b')})",
    "identify": f"INSERT INTO geodb.external_id (record_id, scheme_code, value) "
    f"VALUES ({PICK.format('a')}, 'wikidata', %(word)s) ON CONFLICT DO NOTHING",
    "retract": "UPDATE geodb.record SET retracted_at = now(), retraction_reason = 'wrong' "
    f"WHERE id = {PICK.format('a')}",
    "restore": "UPDATE geodb.record SET retracted_at = NULL, retraction_reason = NULL "
    f"WHERE id = {PICK.format('a')}",
    "merge": "INSERT INTO geodb.record_redirect (kind, old_id, new_id, reason) "
    f"VALUES ('actor', {PICK.format('a')}, {PICK.format('b')}, 'same')",
    "unmerge": "UPDATE geodb.record_redirect SET undone_at = now(), undone_by = 'me' "
    f"WHERE old_id = {PICK.format('a')} AND undone_at IS NULL",
}
STEP = st.tuples(
    st.sampled_from(sorted(STEPS)), st.integers(0, 2), st.integers(0, 2), st.sampled_from(["x", "y", "z"])
)
TRANSACTIONS = st.lists(st.lists(STEP, min_size=1, max_size=3), min_size=1, max_size=6)
RUN = count()


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(transactions=TRANSACTIONS)
def test_every_moment_reads_as_it_was_then(
    fresh_db: Database, transactions: list[list[tuple[str, int, int, str]]]
) -> None:
    keys = [f"test:run{next(RUN)}-{place}" for place in range(3)]
    remembered: list[tuple[datetime, dict[str, Counter[str]]]] = []
    with open_connection(fresh_db) as writer:
        begin(writer, keys)
        for steps in transactions:
            remembered.append(snapshot(fresh_db))
            for step, a, b, word in steps:
                take(writer, STEPS[step], {"a": keys[a], "b": keys[b], "word": word})
            writer.commit()
    with fresh_db.read() as session:
        for moment, views in remembered:
            assert {view: as_of(session, view, moment) for view in views} == views
            for key in keys:
                assert as_of(session, "actor_name", moment, actor_key=key) == {
                    row: times
                    for row, times in views["actor_name"].items()
                    if json.loads(row)["actor_key"] == key
                }
            for table in TABLES:
                assert past_rows(session, table, moment) == replayed(session, table, moment)


def open_connection(database: Database) -> psycopg.Connection[Any]:
    url = database.engine.url.set(drivername="postgresql")
    return psycopg.connect(url.render_as_string(hide_password=False))


def begin(writer: psycopg.Connection[Any], keys: list[str]) -> None:
    writer.execute("INSERT INTO geodb.dataset (prefix, title) VALUES ('test', 'Test') ON CONFLICT DO NOTHING")
    for key in keys:
        writer.execute(ACTOR, {"key": key})
    writer.commit()


def take(writer: psycopg.Connection[Any], statement: str, values: dict[str, str]) -> None:
    """One step; what the database refuses, as a merge in a circle, is simply not done."""
    try:
        with writer.transaction():
            writer.execute(statement, values)
    except psycopg.errors.IntegrityError:
        pass


def snapshot(database: Database) -> tuple[datetime, dict[str, Counter[str]]]:
    with database.read() as session:
        return now(session), {view: live(session, view) for view in VIEWS}


def past_rows(session: Session, table: str, moment: datetime) -> list[dict[str, Any]]:
    query = f"SELECT to_jsonb(t) FROM audit.{table}_asof(:moment) t ORDER BY id"
    found = list(session.scalars(text(query), {"moment": moment}))
    sought = f"SELECT to_jsonb(t) FROM audit.{table}_found_asof(:moment) t ORDER BY id"
    assert list(session.scalars(text(sought), {"moment": moment})) == found
    return found


def replayed(session: Session, table: str, moment: datetime) -> list[dict[str, Any]]:
    """The rows of a table that the log leads to, change by change."""
    query = text(
        "SELECT row_id, after FROM audit.full_change WHERE table_name = :table AND at <= :moment ORDER BY id"
    )
    rows = {row.row_id: row.after for row in session.execute(query, {"table": table, "moment": moment})}
    return [after for _, after in sorted(rows.items()) if after is not None]


def test_a_transaction_that_began_earlier_and_changed_later_leaves_no_gap(fresh_db: Database) -> None:
    with open_connection(fresh_db) as early, open_connection(fresh_db) as late:
        begin(late, ["test:a"])
        first = snapshot(fresh_db)
        early.execute("SELECT now()")
        between = snapshot(fresh_db)
        late.execute("UPDATE geodb.record SET label = 'by late'")
        late.commit()
        early.execute("UPDATE geodb.record SET label = 'by early'")
        early.commit()
        last = snapshot(fresh_db)
    with fresh_db.read() as session:
        for moment, views in (first, between, last):
            assert {view: as_of(session, view, moment) for view in views} == views


def test_two_moments_in_one_query_do_not_mix(fresh_db: Database) -> None:
    with open_connection(fresh_db) as writer:
        begin(writer, ["test:a"])
        before, _ = snapshot(fresh_db)
        writer.execute("UPDATE geodb.record SET label = 'renamed'")
        writer.commit()
    query = "SELECT o.label, n.label FROM api.actor_asof(:then) o JOIN api.actor_asof(now()) n USING (key)"
    with fresh_db.read() as session:
        assert list(session.execute(text(query), {"then": before})) == [("new", "renamed")]


def test_the_tables_of_this_test_are_logged() -> None:
    assert set(TABLES) <= set(logged_tables()) <= {table.name for table in Base.metadata.tables.values()}
