"""In which order changes come, and which must wait, whoever started, wrote and committed first."""

from __future__ import annotations

import random

import psycopg
import pytest

from geodb.db.session import Database
from geodb.errors import GeodbError
from geodb.services.feed import changes_after, read_changes
from tests.db.feed.writing import Connection, connect, connections, get_xid, insert, relabel


class Consumer:
    """Stores the last position and nothing else."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.after = 0

    def new(self, limit: int = 100) -> list[str]:
        changes = read_changes(self.db, self.after, limit)
        self.after = max([self.after, *(change.change_id for change in changes)])
        return [(change.record_key or "").removeprefix("test:") for change in changes]


def test_a_change_waits_while_an_older_transaction_may_still_commit_lower_ids(db: Database) -> None:
    consumer = Consumer(db)
    with connections(db, 2) as (first, second):
        insert(first, "low")
        insert(second, "high")
        second.commit()
        assert consumer.new() == []
        first.commit()
    assert consumer.new() == ["low", "high"]


def test_a_change_waits_also_if_the_younger_transaction_took_the_lower_id(db: Database) -> None:
    """With the id of the transaction as the only horizon, the lower id would be missed for ever."""
    consumer = Consumer(db)
    with connections(db, 2) as (older, younger):
        assert get_xid(older) < get_xid(younger)
        insert(younger, "low")
        insert(older, "high")
        older.commit()
        assert consumer.new() == []
        younger.commit()
    assert consumer.new() == ["low", "high"]


def test_changes_of_a_row_come_in_the_order_they_were_made_whoever_started_first(db: Database) -> None:
    with connections(db, 3) as (setup, older, younger):
        insert(setup, "row")
        setup.commit()
        get_xid(older)
        relabel(younger, "row", "first")
        younger.commit()
        relabel(older, "row", "second")
        older.commit()
    labels = [after.partition('"label": "')[2].partition('"')[0] for after in images(db)]
    assert labels == ["as it was", "first", "second"]


def images(db: Database) -> list[str]:
    return [change.after or "" for change in changes_after(db)]


def test_what_was_committed_before_another_began_to_write_does_not_wait_for_it(db: Database) -> None:
    consumer = Consumer(db)
    with connections(db, 2) as (early, late):
        insert(early, "early")
        early.commit()
        insert(late, "late")
        assert consumer.new() == ["early"]


def test_a_transaction_that_writes_no_record_holds_nothing_up(db: Database) -> None:
    consumer = Consumer(db)
    with connections(db, 2) as (idle, writer):
        idle.execute("CREATE TEMPORARY TABLE scratch AS SELECT 1")
        insert(writer, "one")
        writer.commit()
        assert consumer.new() == ["one"]


def test_what_was_rolled_back_leaves_a_gap_that_nobody_waits_for(db: Database) -> None:
    consumer = Consumer(db)
    with connections(db, 2) as (failing, writer):
        insert(failing, "gone")
        insert(writer, "kept")
        writer.commit()
        assert consumer.new() == []
        failing.rollback()
        assert consumer.new() == ["kept"]


def test_a_killed_writer_is_not_waited_for(db: Database) -> None:
    consumer = Consumer(db)
    with connections(db, 2) as (killed, writer):
        insert(killed, "gone")
        insert(writer, "kept")
        writer.commit()
        writer.execute("SELECT pg_terminate_backend(%s, 5000)", [killed.info.backend_pid])
        assert consumer.new() == ["kept"]


@pytest.mark.parametrize("end", ["ROLLBACK TO", "RELEASE"])
def test_a_transaction_is_waited_for_also_after_the_end_of_a_savepoint(db: Database, end: str) -> None:
    consumer = Consumer(db)
    with connections(db, 2) as (nested, writer):
        nested.execute("SAVEPOINT inner_part")
        insert(nested, "inner")
        nested.execute(f"{end} SAVEPOINT inner_part")
        insert(nested, "outer")
        insert(writer, "other")
        writer.commit()
        assert consumer.new() == []
        nested.commit()
    kept = ["inner"] if end == "RELEASE" else []
    assert consumer.new() == [*kept, "outer", "other"]


SIGNS = """
SELECT count(*) FROM pg_locks
WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


def test_a_transaction_puts_up_one_sign_however_much_it_writes(db: Database) -> None:
    with connections(db, 1) as (writer,):
        for number in range(50):
            insert(writer, f"row-{number}")
        signs = writer.execute(SIGNS).fetchone()
    assert signs == (1,)


def test_locks_that_others_take_for_themselves_hold_nothing_up(db: Database) -> None:
    consumer = Consumer(db)
    with connections(db, 2) as (other, writer):
        other.execute("SELECT pg_advisory_lock(0), pg_advisory_lock(1, 0), pg_advisory_lock_shared(42)")
        insert(writer, "one")
        writer.commit()
        assert consumer.new() == ["one"]


def test_the_feed_comes_in_pages_of_the_size_that_was_asked_for(db: Database) -> None:
    consumer = Consumer(db)
    with connect(db) as writer:
        for key in "abcde":
            insert(writer, key)
    assert [consumer.new(2), consumer.new(2), consumer.new(2), consumer.new(2)] == [
        ["a", "b"],
        ["c", "d"],
        ["e"],
        [],
    ]


def test_a_reader_that_cannot_see_fresh_commits_is_refused(db: Database) -> None:
    with connections(db, 1) as (reader,):
        reader.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        with pytest.raises(psycopg.errors.FeatureNotSupported, match="in a REPEATABLE READ transaction"):
            reader.execute("SELECT * FROM api.changes(0, 10)")


def test_the_refusal_reaches_python_as_an_error_for_people(db: Database) -> None:
    strict = Database(db.engine.url)
    strict.sessions.configure(bind=strict.engine.execution_options(isolation_level="SERIALIZABLE"))
    with strict, pytest.raises(GeodbError, match="SERIALIZABLE") as refused:
        read_changes(strict)
    assert refused.value.hint == "use READ COMMITTED, the default"


@pytest.mark.parametrize("seed", range(4))
def test_no_interleaving_of_writers_makes_a_consumer_miss_or_repeat_a_change(db: Database, seed: int) -> None:
    """Single steps of five writers in random order, the feed read between any two of them."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    seen: list[int] = []
    with connections(db, 5) as writers:
        for step in range(300):
            random_step(chance, chance.choice(writers), f"{seed}-{step}")
            limit = chance.choice([1, 3, 100])
            seen += [change.change_id for change in read_changes(db, max(seen, default=0), limit)]
        for writer in writers:
            writer.commit()
        seen += [change.change_id for change in changes_after(db, max(seen, default=0))]
        written = [row[0] for row in writers[0].execute("SELECT id FROM audit.change ORDER BY id")]
    assert seen == written
    assert len(written) > 100


def random_step(chance: random.Random, writer: Connection, key: str) -> None:
    match chance.choice(["insert"] * 5 + ["xid", "nest", "commit", "commit", "rollback"]):
        case "insert":
            insert(writer, key)
        case "xid":
            get_xid(writer)
        case "nest":
            writer.execute("SAVEPOINT step")
            insert(writer, key)
            writer.execute(chance.choice(["RELEASE step", "ROLLBACK TO step"]))
        case "commit":
            writer.commit()
        case "rollback":
            writer.rollback()
