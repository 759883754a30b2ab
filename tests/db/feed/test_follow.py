"""Waiting for changes."""

from __future__ import annotations

import json
import threading
import time
from typing import TYPE_CHECKING

import pytest

from geodb.errors import DatabaseUnreachable
from geodb.services.feed import Change, follow, read_changes
from tests.db.feed.writing import connect, connections, insert

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geodb.db.session import Database

LONG = 30.0


def later(db: Database, key: str) -> threading.Timer:
    def write() -> None:
        with connect(db) as connection:
            insert(connection, key)

    timer = threading.Timer(0.3, write)
    timer.start()
    return timer


def next_keys(changes: Iterator[Change], count: int) -> list[str | None]:
    return [next(changes).record_key for _ in range(count)]


def test_a_commit_wakes_who_follows(db: Database) -> None:
    with connect(db) as connection:
        insert(connection, "before")
    changes = follow(db, poll_seconds=LONG)
    assert next_keys(changes, 1) == ["test:before"]
    started = time.monotonic()
    writer = later(db, "after")
    assert next_keys(changes, 1) == ["test:after"]
    assert time.monotonic() - started < LONG / 3
    writer.join()


def test_who_follows_looks_again_though_a_rollback_wakes_nobody(db: Database) -> None:
    changes = follow(db, poll_seconds=0.1)
    with connections(db, 2) as (failing, writer):
        insert(failing, "gone")
        insert(writer, "kept")
        writer.commit()
        rollback = threading.Timer(0.3, failing.rollback)
        rollback.start()
        assert next_keys(changes, 1) == ["test:kept"]
        rollback.join()


def test_who_starts_from_a_stored_position_gets_the_rest(db: Database) -> None:
    with connect(db) as connection:
        for key in "abc":
            insert(connection, key)
    first, *rest = read_changes(db)
    changes = follow(db, first.change_id)
    assert [next(changes), next(changes)] == rest


def test_following_ends_with_an_error_for_people_when_the_server_goes(
    db: Database, caplog: pytest.LogCaptureFixture
) -> None:
    changes = follow(db, poll_seconds=LONG)
    with connect(db, autocommit=True) as connection:
        insert(connection, "one")
        next(changes)
        end_others = """
            SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'geodb'
        """
        connection.execute(end_others)
    with pytest.raises(DatabaseUnreachable):
        next(changes)
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


def test_a_connection_that_listened_is_not_given_to_others(db: Database) -> None:
    changes = follow(db)
    with connect(db) as connection:
        insert(connection, "one")
    next(changes)
    changes.close()  # type: ignore[attr-defined]  # a generator
    with db.read() as session:
        listening = session.connection().exec_driver_sql("SELECT * FROM pg_listening_channels()").all()
    assert listening == []


def test_a_change_tells_who_made_it_why_and_what_was_there_before(db: Database) -> None:
    with connect(db) as connection:
        insert(connection, "row", "first")
        connection.execute(
            "SELECT set_config('geodb.user', 'eva', true), set_config('geodb.reason', 'typo', true)"
        )
        connection.execute("UPDATE geodb.record SET label = 'second' WHERE key = 'test:row'")
        user = connection.info.user
    added, changed = read_changes(db)
    assert (added.op, added.before, added.app_user, added.reason) == ("I", None, None, None)
    assert (changed.op, changed.table_name, changed.record_kind) == ("U", "record", "place")
    assert (changed.db_user, changed.app_user, changed.reason) == (user, "eva", "typo")
    line = json.loads(changed.to_json())
    assert (line["before"]["label"], line["after"]["label"]) == ("first", "second")
    assert (line["change_id"], line["record_key"]) == (changed.change_id, "test:row")


def test_numbers_keep_all_their_digits(db: Database) -> None:
    change = read_changes_of_a_figure(db)
    assert '"best": 12345678901234567890.10' in change.to_json()


def read_changes_of_a_figure(db: Database) -> Change:
    with connect(db) as connection:
        insert(connection, "of")
        connection.execute(
            """
            WITH made AS (
                INSERT INTO geodb.record (kind, key, label) VALUES ('figure', 'test:figure', 'figure')
                RETURNING id
            )
            INSERT INTO geodb.figure (id, of_id, measure_code, best, unit_code)
            SELECT made.id, record.id, 'killed', 12345678901234567890.10, 'persons'
            FROM made, geodb.record WHERE key = 'test:of'
            """
        )
    return read_changes(db)[-1]
