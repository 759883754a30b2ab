"""A merge that gives way to another writer is made all the same."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import text

from geodb.errors import DatabaseBusy
from geodb.services.merge_records import merge, unmerge
from tests import builders as b

if TYPE_CHECKING:
    from collections.abc import Callable

    from geodb.db.session import Database

TURN = 77
"""An advisory lock, which a merge takes in these tests before it writes the records."""

TAKE_TURN = f"""
    CREATE FUNCTION public.take_turn() RETURNS trigger LANGUAGE plpgsql AS $body$
    BEGIN
        PERFORM pg_advisory_xact_lock({TURN});
        RETURN NEW;
    END
    $body$;
    CREATE TRIGGER tg_a_turn BEFORE INSERT OR UPDATE ON geodb.record_redirect
    FOR EACH ROW EXECUTE FUNCTION public.take_turn();
"""
WAITING = """
    SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid)
    WHERE NOT granted AND datname = current_database()
"""


@pytest.fixture
def world(fresh_db: Database) -> Database:
    """Two records; who waits two seconds for a lock looks whether it is a deadlock, and then gives way."""
    with fresh_db.transaction() as session:
        for key in ("ann", "anne"):
            b.actor(session, key, "person", label=key)
        session.execute(text(TAKE_TURN))
        name = session.scalar(text("SELECT quote_ident(current_database())"))
        session.execute(text(f"ALTER DATABASE {name} SET deadlock_timeout = '2s'"))
    fresh_db.close()
    return fresh_db


def meet_another_writer(world: Database, act: Callable[[], object]) -> None:
    """Let another writer change a record, `act` wait for him, and him for `act`; he never gives way."""
    url = world.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(url) as writer, ThreadPoolExecutor(1) as pool:
        writer.execute("SET deadlock_timeout = '1min'")
        writer.execute("UPDATE geodb.record SET label = 'Ann' WHERE key = 'test:ann'")
        acting = pool.submit(act)
        while writer.execute(WAITING).fetchone() == (0,):
            assert not acting.done(), acting.result()
            time.sleep(0.01)
        writer.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])
        writer.commit()
        acting.result(timeout=30)


def ann(world: Database) -> tuple[str, str]:
    """The label of the record, and the key that answers for it."""
    with world.read() as session:
        query = "SELECT a.label, s.key FROM geodb.record a JOIN geodb.record s ON s.id = a.survivor_id"
        label, survivor = session.execute(text(f"{query} WHERE a.key = 'test:ann'")).one()
        return label, survivor


def test_a_merge_that_gave_way_to_another_writer_is_made_after_him(world: Database) -> None:
    meet_another_writer(world, lambda: merge(world, "ann", "anne", "one person"))
    assert ann(world) == ("Ann", "test:anne")


def test_undoing_a_merge_gives_way_and_is_done_too(world: Database) -> None:
    merge(world, "ann", "anne", "one person")
    meet_another_writer(world, lambda: unmerge(world, "ann", "two persons"))
    assert ann(world) == ("Ann", "test:ann")


def test_a_merge_that_is_always_in_the_way_is_given_up(world: Database) -> None:
    give_way = """
        CREATE SEQUENCE public.tried;
        CREATE OR REPLACE FUNCTION public.take_turn() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
            PERFORM nextval('public.tried');
            RAISE EXCEPTION 'deadlock detected' USING ERRCODE = 'deadlock_detected';
        END
        $body$;
    """
    with world.transaction() as session:
        session.execute(text(give_way))
    with pytest.raises(DatabaseBusy):
        merge(world, "ann", "anne", "one person")
    with world.read() as session:
        assert session.scalar(text("SELECT last_value FROM public.tried")) == 3
