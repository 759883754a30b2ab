"""The past of the read contract: every view of records as it stood, whole and by key."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from geodb.sql.asof import logged_tables
from tests.db.history.reading import as_of, live, now, views

if TYPE_CHECKING:
    from geodb.db.session import Database

BEFORE_ALL = datetime(2000, 1, 1, tzinfo=UTC)

OWNERS = r"""
    SELECT tgrelid::regclass::text, replace(encode(tgargs, 'escape'), '\000', '') FROM pg_trigger
    WHERE tgfoid = 'audit.log_insert_v2()'::regprocedure
"""
COLUMNS = """
    SELECT
        (SELECT array_agg(attname || ' ' || format_type(atttypid, atttypmod) ORDER BY attnum)
        FROM pg_attribute WHERE attrelid = 'geodb.{0}'::regclass AND attnum > 0 AND NOT attisdropped),
        (SELECT array_agg(n || ' ' || format_type(t, NULL) ORDER BY o)
        FROM pg_proc, unnest(proargnames, proallargtypes) WITH ORDINALITY AS a (n, t, o)
        WHERE pg_proc.oid = 'audit.{0}_asof(timestamptz)'::regprocedure AND o > 1)
"""


def test_now_every_view_is_as_it_is(seeded_db: Database) -> None:
    with seeded_db.read() as session:
        names = views(session)
        assert {"record", "event", "evidence", "timeline", "claim", "target_progress"} <= set(names)
        moment = now(session)
        for view in names:
            past, present = as_of(session, view, moment), live(session, view)
            assert (past - present, present - past) == ({}, {}), view


def test_before_everything_every_view_is_empty(seeded_db: Database) -> None:
    with seeded_db.read() as session:
        assert [view for view in views(session) if as_of(session, view, BEFORE_ALL)] == []


def test_a_look_up_by_any_key_gives_the_rows_that_have_it(seeded_db: Database) -> None:
    with seeded_db.read() as session:
        moment = now(session)
        tried = 0
        for view in views(session):
            names = session.scalar(text(
                "SELECT proargnames FROM pg_proc WHERE pronamespace = 'api'::regnamespace AND proname = :name"
            ), {"name": f"{view}_asof"})  # fmt: skip
            for name in names[1:]:
                key = session.scalar(text(f"SELECT {name} FROM api.{view} WHERE {name} IS NOT NULL LIMIT 1"))
                if key is not None:
                    tried += 1
                    whole = as_of(session, view, moment)
                    assert as_of(session, view, moment, **{name: key}) == {
                        row: count for row, count in whole.items() if f'"{name}": "{key}"' in row
                    }, (view, name)
        assert tried > 80


def test_every_logged_table_is_known_with_its_owner(seeded_db: Database) -> None:
    with seeded_db.read() as session:
        found = {str(table): str(owner) for table, owner in session.execute(text(OWNERS))}
    assert {name.removeprefix("geodb."): owner for name, owner in found.items()} == dict(logged_tables())


@pytest.mark.parametrize("table", sorted(logged_tables()))
def test_the_past_of_a_table_has_its_columns(seeded_db: Database, table: str) -> None:
    with seeded_db.read() as session:
        columns, past = session.execute(text(COLUMNS.format(table))).one()
    assert {column.replace("(9,6)", "") for column in columns} == set(past)


def test_without_a_moment_there_is_nothing(seeded_db: Database) -> None:
    with seeded_db.read() as session:
        assert session.scalar(text("SELECT count(*) FROM api.record_asof(NULL)")) == 0


def test_a_reader_has_the_past_and_no_way_around_it(seeded_copy: Database) -> None:
    from geodb.services.roles import make_roles

    make_roles(seeded_copy)
    with seeded_copy.read() as session:
        session.execute(text("SET LOCAL ROLE geodb_service"))
        assert session.scalar(text("SELECT count(*) FROM api.event_participant_asof(now())")) > 0
        with pytest.raises(DBAPIError, match="permission denied for schema audit"):
            session.execute(text("SELECT count(*) FROM audit.record_asof(now())"))
