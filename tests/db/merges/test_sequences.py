"""Any sequence of merges, undoings and judgements agrees with a model of a few lines of Python."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from geodb.errors import CheckFailed, Conflict, GeodbError, InvalidValue, NotFound
from geodb.repositories import Repositories
from tests import builders as b
from tests.db.api.reading import column, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

LETTERS = "abcdef"
letters = st.sampled_from(LETTERS)
pairs = st.lists(letters, min_size=2, max_size=2, unique=True)
WHY = "a test"


class Model:
    """`into`: what each merged letter was merged into; `apart`: the pairs that were judged apart."""

    def __init__(self) -> None:
        self.into: dict[str, str] = {}
        self.apart: set[frozenset[str]] = set()

    def survivor(self, letter: str) -> str:
        while letter in self.into:
            letter = self.into[letter]
        return letter

    def group(self, letter: str) -> set[str]:
        return {other for other in LETTERS if self.survivor(other) == self.survivor(letter)}

    def are_apart(self, one: str, other: str) -> bool:
        ours, theirs = self.group(one), self.group(other)
        return any(len(pair & ours) == 1 and len(pair & theirs) == 1 for pair in self.apart)


class Sequences(RuleBasedStateMachine):
    session: Session

    def __init__(self) -> None:
        super().__init__()
        self.savepoint = self.session.begin_nested()
        for letter in LETTERS:
            b.name(self.session, b.actor(self.session, letter), f"Name {letter}")
        self.geo = Repositories(self.session)
        self.model = Model()
        self.untouched = self.seen()

    def teardown(self) -> None:
        self.savepoint.rollback()

    @contextmanager
    def refused(self, error: type[GeodbError]) -> Iterator[None]:
        with pytest.raises(error), self.session.begin_nested():
            yield

    @rule(pair=pairs)
    def merge(self, pair: list[str]) -> None:
        old, into = pair
        if old in self.model.into:
            with self.refused(InvalidValue):
                self.geo.merges.merge(key(old), key(into), WHY)
        elif self.model.survivor(into) == old or self.model.are_apart(old, into):
            with self.refused(CheckFailed):
                self.geo.merges.merge(key(old), key(into), WHY)
        else:
            self.geo.merges.merge(key(old), key(into), WHY)
            self.model.into[old] = into

    @rule(letter=letters)
    def unmerge(self, letter: str) -> None:
        if letter in self.model.into:
            self.geo.merges.unmerge(key(letter), WHY)
            del self.model.into[letter]
        else:
            with self.refused(InvalidValue):
                self.geo.merges.unmerge(key(letter), WHY)

    @rule(pair=pairs)
    def distinguish(self, pair: list[str]) -> None:
        one, other = pair
        if self.model.survivor(one) == self.model.survivor(other):
            with self.refused(CheckFailed):
                self.geo.merges.distinguish(key(one), key(other), WHY)
        elif frozenset(pair) in self.model.apart:
            with self.refused(Conflict):
                self.geo.merges.distinguish(key(one), key(other), WHY)
        else:
            self.geo.merges.distinguish(key(one), key(other), WHY)
            self.model.apart.add(frozenset(pair))

    @rule(pair=pairs)
    def withdraw(self, pair: list[str]) -> None:
        one, other = map(key, pair)
        if frozenset(pair) in self.model.apart:
            self.geo.merges.withdraw(one, other, WHY)
            self.model.apart.remove(frozenset(pair))
        else:
            with self.refused(NotFound):
                self.geo.merges.withdraw(one, other, WHY)

    @invariant()
    def every_key_is_answered_by_its_survivor(self) -> None:
        answers = {letter: self.geo.actors.get(key(letter)).key for letter in LETTERS}
        assert answers == {letter: key(self.model.survivor(letter)) for letter in LETTERS}

    @invariant()
    def the_survivors_are_listed_with_the_names_of_all(self) -> None:
        names = set(rows(self.session, "SELECT actor_key, name FROM api.actor_name"))
        assert names == {(key(self.model.survivor(letter)), f"Name {letter}") for letter in LETTERS}
        listed = set(column(self.session, "SELECT key FROM api.actor"))
        assert listed == {key(self.model.survivor(letter)) for letter in LETTERS}

    @precondition(lambda self: not self.model.into)
    @invariant()
    def without_a_merge_all_is_as_it_was(self) -> None:
        assert self.seen() == self.untouched

    def seen(self) -> list[list[tuple[object, ...]]]:
        views = ("record", "actor", "name", "merge")
        return [sorted(rows(self.session, f"SELECT * FROM api.{view}"), key=str) for view in views]


def key(letter: str) -> str:
    return f"test:{letter}"


def test_any_sequence_agrees_with_the_model(session: Session) -> None:
    machine = type("Sequences", (Sequences,), {"session": session})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=25,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
