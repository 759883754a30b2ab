"""A copy of the record tier that knows nothing but the feed equals the original, row by row."""

from __future__ import annotations

from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from geodb.errors import Conflict
from geodb.models import Actor, RecordName, RecordRedirect, Target
from geodb.repositories import Repositories
from geodb.services.feed import apply_changes, changes_after, make_copy, read_changes
from tests import builders
from tests.db.feed.writing import Connection, connect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geodb.db.session import Database

LOGGED = """
SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger
WHERE tgfoid = 'audit.log_insert_v2'::regproc ORDER BY 1
"""


def contents(connection: Connection) -> dict[str, list[str]]:
    """Every row of every table of the record tier, as text."""
    tables = [table for (table,) in connection.execute(LOGGED)]
    assert len(tables) > 30
    return {
        table: [row for (row,) in connection.execute(f"SELECT t::text FROM {table} t ORDER BY t::text")]
        for table in tables
    }


@contextmanager
def copy(db: Database) -> Iterator[Connection]:
    with connect(db, autocommit=True) as mirror:
        make_copy(mirror)
        yield mirror


def replay(original: Database, mirror: Connection, batch: int, after: int = 0) -> int:
    while changes := read_changes(original, after, batch):
        apply_changes(mirror, changes)
        after = changes[-1].change_id
    return after


def assert_equal(original: Database, mirror: Connection) -> None:
    with connect(original) as source:
        assert contents(mirror) == contents(source)


def test_a_mirror_of_the_seed_and_of_what_came_after_equals_it(
    seeded_copy: Database, fresh_db: Database
) -> None:
    with copy(fresh_db) as mirror:
        after = replay(seeded_copy, mirror, 10_000)
        assert_equal(seeded_copy, mirror)
        change_in_many_ways(seeded_copy)
        assert replay(seeded_copy, mirror, 7, after) > after
        assert_equal(seeded_copy, mirror)


def change_in_many_ways(db: Database) -> None:
    """Claims, fuzzy dates, merges and their undoing, deletions, retractions, scripts, many digits."""
    with db.transaction(reason="test of the mirror", user="tester") as session:
        first, second = builders.actor(session, "first"), builders.actor(session, "second")
        builders.name(session, first, 'Ωмега "quoted" \\ and\nlines')
        builders.holding(session, builders.office(session, "office"), first)
        merged = builders.merge(session, first, second)
        builders.merge(session, second, builders.actor(session, "third"))
        gone = builders.name(session, second, "gone")
        for value in (None, True, 5, "text", ["list", None], {"an": "object"}):
            Repositories(session).claims.propose(first.key, "country", value)
        goal = builders.target(
            session, "goal", builders.initiative(session, "plan"), 12345678901234567890, "2030~"
        )
    with db.transaction() as session:
        session.delete(session.get_one(RecordName, gone.id))
        redirect = session.get_one(RecordRedirect, merged.id)
        redirect.undone_at, redirect.undone_by = redirect.merged_at, "tester"
        session.get_one(Target, goal.id).value = Decimal("0.10")
        builders.retract(session, session.get_one(Actor, second.id))


def test_applying_changes_again_does_no_harm(seeded_copy: Database, fresh_db: Database) -> None:
    change_in_many_ways(seeded_copy)
    with copy(fresh_db) as mirror:
        end = replay(seeded_copy, mirror, 10_000)
        replay(seeded_copy, mirror, 100, after=end - 150)
        assert_equal(seeded_copy, mirror)


def test_rows_that_swap_a_unique_value_do_not_collide_in_the_mirror(
    seeded_copy: Database, fresh_db: Database
) -> None:
    with connect(seeded_copy) as writer, seeded_copy.transaction() as session:
        of = builders.assessment(session, "swap")
        for seq in (1, 2):
            builders.condition(session, of, seq, f"condition {seq}")
        session.commit()
        swap = "UPDATE geodb.assessment_condition SET seq = {} WHERE assessment_id = %s AND seq = {}"
        for new, old in ((9, 1), (1, 2), (2, 9)):
            writer.execute(swap.format(new, old), [of.id])
    with copy(fresh_db) as mirror:
        replay(seeded_copy, mirror, 10_000)
        assert_equal(seeded_copy, mirror)


def test_the_mirror_logs_nothing_and_wakes_nobody(seeded_copy: Database, fresh_db: Database) -> None:
    with copy(fresh_db) as mirror:
        replay(seeded_copy, mirror, 10_000)
    assert list(changes_after(fresh_db)) == []


@pytest.mark.parametrize("lost", [0, -1])
def test_a_lost_change_shows(seeded_copy: Database, fresh_db: Database, lost: int) -> None:
    """What keeps the comparison honest."""
    change_in_many_ways(seeded_copy)
    changes = list(changes_after(seeded_copy))
    del changes[lost]
    with copy(fresh_db) as mirror:
        apply_changes(mirror, changes)
        with pytest.raises(AssertionError):
            assert_equal(seeded_copy, mirror)


def test_only_an_empty_database_becomes_a_copy_and_only_a_copy_takes_changes(seeded_copy: Database) -> None:
    changes = read_changes(seeded_copy, limit=1)
    with connect(seeded_copy, autocommit=True) as original:
        with pytest.raises(Conflict, match="holds records"):
            make_copy(original)
        with pytest.raises(Conflict, match="not a copy"):
            apply_changes(original, changes)
