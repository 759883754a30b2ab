"""Dyads are unordered pairs of states that act, each once per event."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import builders as b
from tests.db.api.reading import rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.models import Actor

PAIRS = "SELECT event_key, a_key, b_key, plover_type, plover_score FROM api.dyad ORDER BY 1, 2, 3"


@pytest.fixture
def states(session: Session) -> tuple[Actor, Actor]:
    return b.actor(session, "us"), b.actor(session, "russia")


def test_a_pair_of_states_is_shown_once_with_the_score(session: Session, states: tuple[Actor, Actor]) -> None:
    us, russia = states
    war = b.event(session, "war")
    b.participant(session, war, us, "side_a")
    b.participant(session, war, russia, "side_b")
    b.plover(session, war, "ASSAULT")
    assert rows(session, PAIRS) == [("test:war", "test:russia", "test:us", "ASSAULT", -9.0)]


def test_persons_make_no_dyad_but_the_states_they_act_for_do(
    session: Session, states: tuple[Actor, Actor]
) -> None:
    us, russia = states
    call = b.event(session, "call")
    b.participant(session, call, b.actor(session, "trump", "person"), on_behalf_of=us)
    b.participant(session, call, b.actor(session, "putin", "person"), on_behalf_of=russia)
    assert rows(session, PAIRS) == [("test:call", "test:russia", "test:us", None, None)]


def test_who_is_excluded_or_only_lends_the_place_makes_no_dyad(
    session: Session, states: tuple[Actor, Actor]
) -> None:
    us, russia = states
    talks = b.event(session, "talks")
    b.participant(session, talks, us)
    b.participant(session, talks, russia, "excluded")
    b.participant(session, talks, b.actor(session, "saudi-arabia"), "venue_host")
    assert rows(session, PAIRS) == []


def test_a_merged_state_stands_in_the_pair_as_its_survivor(
    session: Session, states: tuple[Actor, Actor]
) -> None:
    us, russia = states
    talks, moscow = b.event(session, "talks"), b.actor(session, "moscow")
    for who in (us, moscow):
        b.participant(session, talks, who)
    b.merge(session, moscow, russia)
    assert [(a, c) for _, a, c, _, _ in rows(session, PAIRS)] == [("test:russia", "test:us")]


def test_allies_make_no_dyad_whatever_else_they_do_in_the_war(
    session: Session, states: tuple[Actor, Actor]
) -> None:
    us, russia = states
    ukraine, china, war = b.actor(session, "ukraine"), b.actor(session, "china"), b.event(session, "war")
    for who, role in ((us, "side_a"), (us, "actor"), (ukraine, "side_a"), (russia, "side_b")):
        b.participant(session, war, who, role)
    b.participant(session, war, china, "mediator")
    assert [(a, c) for _, a, c, _, _ in rows(session, PAIRS)] == [
        ("test:china", "test:russia"),
        ("test:china", "test:ukraine"),
        ("test:china", "test:us"),
        ("test:russia", "test:ukraine"),
        ("test:russia", "test:us"),
    ]


def test_who_is_on_both_sides_is_paired_with_either(session: Session, states: tuple[Actor, Actor]) -> None:
    us, russia = states
    split, war = b.actor(session, "split"), b.event(session, "war")
    for who, role in ((us, "side_a"), (russia, "side_b"), (split, "side_a"), (split, "side_b")):
        b.participant(session, war, who, role)
    assert len(rows(session, PAIRS)) == 3
