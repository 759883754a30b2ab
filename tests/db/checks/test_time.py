"""Days that contradict one another; days that are not known never do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from tests import builders as b
from tests.db.api.reading import column
from tests.db.checks.finding import found, message

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.models import Actor, Document, Office, Source

READ = date(2025, 2, 15)


@pytest.fixture
def wire(session: Session) -> Source:
    return b.source(session, "wire")


@pytest.fixture
def article(session: Session, wire: Source) -> Document:
    """An article without a date whose footnote [1] cites a wire that was read on 15 February."""
    held = b.document(session, "article", "They met.", "They agreed.")
    b.reference(session, held, "[1]", wire, READ)
    return held


@pytest.mark.parametrize(
    ("edtf", "status", "contradicts"),
    [
        ("2025-02-18", "occurred", True),
        ("2025-02-16/..", "ongoing", True),
        ("2025-03", "occurred", True),
        ("2025-02-15", "occurred", False),
        ("2025-02", "occurred", False),
        ("../2025-02-18", "occurred", False),
        ("2025-02-18", "planned", False),
        (None, "occurred", False),
    ],
)
def test_an_event_certainly_after_its_newest_source_is_found(
    session: Session, article: Document, edtf: str | None, status: str, *, contradicts: bool
) -> None:
    talks = b.event(session, "talks", edtf, status)
    b.evidence(session, talks, article, 1, "They met.", marker="[1]")
    assert found(session, "source_before_event") == ([("talks", "wire")] if contradicts else [])


def test_one_later_or_undated_source_is_enough_to_know_of_an_event(
    session: Session, article: Document
) -> None:
    b.reference(session, article, "[2]", b.source(session, "later-wire"), date(2025, 2, 20))
    b.reference(session, article, "[3]", b.source(session, "undated-wire"))
    for number, marker in enumerate(("[2]", "[3]", None)):
        talks = b.event(session, f"talks-{number}", "2025-02-18")
        b.evidence(session, talks, article, 1, "They met.", marker="[1]")
        b.evidence(session, talks, article, 2, "They agreed.", marker=marker)
    assert found(session, "source_before_event") == []


def test_a_source_published_before_the_event_is_found_whenever_it_was_read(session: Session) -> None:
    paper = b.source(session, "paper", published_edtf="2025-02-10")
    held = b.document(session, "text", "They met.", of=paper, accessed_on=READ)
    b.evidence(session, b.event(session, "talks", "2025-02-12"), held, 1, "They met.")
    assert found(session, "source_before_event") == [("talks", "paper")]
    assert message(session, "source_before_event").endswith("dates from 2025-02-10")


def test_messages_write_days_alike_whatever_the_date_style_of_who_reads(session: Session) -> None:
    b.source(session, "undated")
    paper = b.source(session, "paper", published_edtf="2025-02-10")
    held = b.document(session, "text", "They met.", of=paper, accessed_on=READ)
    us = b.actor(session, "us", dissolved_edtf="2025-02-11")
    talks, pact = b.event(session, "talks", "2025-02-12"), b.event(session, "pact", "2025-02-14")
    b.participant(session, talks, us)
    b.evidence(session, talks, held, 1, "They met.")
    b.event_relation(session, talks, pact, "outcome_of")
    b.assessment(session, "war", "forecast", due_on=date(2025, 3, 1))
    session.flush()
    session.execute(text("SET LOCAL datestyle = 'SQL, DMY'"))
    assert column(session, "SELECT message FROM api.check_finding ORDER BY message") == [
        "not dated, nor is it known when anybody read it",
        "was not before 2025-02-12, but the newest source that supports it dates from 2025-02-10",
        "was not before 2025-02-12, but us was gone after 2025-02-11",
        "was over on 2025-02-12, but pact (outcome of) began no earlier than 2025-02-14",
        "was to be decided by 2025-03-01, and nobody said how it came out",
    ]


def test_a_statement_with_a_day_of_its_own_is_held_against_its_sources(
    session: Session, article: Document
) -> None:
    us = b.actor(session, "us")
    own = b.statement(session, "own", us, said_edtf="2025-02-20")
    at_talks = b.statement(session, "at", us, occasion_id=b.event(session, "talks", "2025-02-20").id)
    for said in (own, at_talks):
        b.evidence(session, said, article, 1, "They met.", marker="[1]")
    assert found(session, "source_before_event") == [("own", "wire")]


@pytest.mark.parametrize(
    ("kind", "first", "second", "later"),
    [
        ("outcome_of", "2025-02-10", "2025-02-12", "first"),
        ("follow_up_of", "2025-02-10", "2025-02-12/..", "first"),
        ("responds_to", "2025-01", "2025-02", "first"),
        ("causes", "2025-02-12", "2025-02-10", "second"),
        ("prepares", "2025-02-12", "2025-02-10", "second"),
        ("outcome_of", "2025-02-12", "2025-02-12", None),
        ("outcome_of", "2025-02", "2025-02-12", None),
        ("outcome_of", "2025-02-10/..", "2025-02-12", None),
        ("prepares", "2025-02-10", "2025-02-12", None),
        ("part_of", "2025-02-10", "2025-02-12", None),
        ("outcome_of", None, "2025-02-12", None),
    ],
)
def test_an_outcome_that_was_over_before_its_cause_began_is_found(
    session: Session, kind: str, first: str | None, second: str, later: str | None
) -> None:
    b.event_relation(session, b.event(session, "first", first), b.event(session, "second", second), kind)
    other = {"first": "second", "second": "first"}
    assert found(session, "outcome_before_cause") == ([(later, other[later])] if later else [])


def test_an_answer_to_a_statement_is_held_against_the_day_it_was_said(session: Session) -> None:
    said = b.statement(session, "said", said_edtf="2025-02-12")
    b.event_relation(session, b.event(session, "protest", "2025-02-10"), said, "responds_to")
    assert found(session, "outcome_before_cause") == [("protest", "said")]


def test_the_dead_do_not_speak_and_the_unborn_do_not_act(session: Session) -> None:
    stalin = b.actor(session, "stalin", "person", founded_edtf="1878", dissolved_edtf="1953")
    ussr = b.actor(session, "ussr", founded_edtf="1922", dissolved_edtf="1991")
    b.statement(session, "late", stalin, said_edtf="1954")
    b.statement(session, "last", stalin, said_edtf="1953")
    b.statement(session, "undated", stalin)
    early, funeral = b.event(session, "early", "1920"), b.event(session, "remembrance", "1993")
    b.participant(session, early, ussr)
    b.participant(session, funeral, ussr, "subject")
    assert found(session, "actor_not_alive") == [("early", "ussr"), ("late", "stalin")]


@pytest.fixture
def post(session: Session) -> Office:
    return b.office(session, "president")


@pytest.fixture
def ann(session: Session) -> Actor:
    return b.actor(session, "ann", "person")


@pytest.mark.parametrize(
    ("said", "is_found"),
    [("2025-03-01", True), ("2019", True), ("2025-01", False), ("2024", False), (None, False)],
)
def test_speaking_in_an_office_outside_every_known_term_is_found(
    session: Session, post: Office, ann: Actor, said: str | None, *, is_found: bool
) -> None:
    term = {"start_edtf": "2021-01-20", "end_edtf": "2025-01-20"}
    b.holding(session, post, ann, **term)
    b.statement(session, "said", ann, capacity_id=post.id, said_edtf=said)
    assert found(session, "office_not_held") == ([("said", "ann")] if is_found else [])
    if is_found:
        assert "who held that office only 2021-01-20 to 2025-01-20" in message(session, "office_not_held")


def test_a_holding_without_bounds_contradicts_nothing(session: Session, post: Office, ann: Actor) -> None:
    b.holding(session, post, ann, first_attested_on=READ, last_attested_on=READ)
    b.statement(session, "said", ann, capacity_id=post.id, said_edtf="2020")
    assert found(session, "office_not_held") == []
    assert found(session, "holding_unknown") == []


@pytest.mark.parametrize(("seats", "is_found"), [(1, True), (2, False)])
def test_a_seat_that_another_certainly_held_is_found(
    session: Session, ann: Actor, seats: int, *, is_found: bool
) -> None:
    post = b.office(session, "chair", seats=seats)
    bob = b.actor(session, "bob", "person")
    term = {"start_edtf": "2021", "end_edtf": "2025"}
    b.holding(session, post, bob, **term, is_single_seat=seats == 1)
    meeting = b.event(session, "meeting", "2023-05-01")
    b.participant(session, meeting, ann).office_id = post.id
    assert found(session, "office_not_held") == ([("meeting", "ann")] if is_found else [])
    assert found(session, "holding_unknown") == [("meeting", "ann")]


def test_of_several_speakers_nobody_is_held_to_the_office(session: Session, post: Office, ann: Actor) -> None:
    b.holding(session, post, ann, start_edtf="2020", end_edtf="2020")
    b.statement(session, "joint", ann, b.actor(session, "bob"), capacity_id=post.id, said_edtf="2023")
    assert found(session, "office_not_held") == found(session, "holding_unknown") == []


def test_a_forecast_is_overdue_from_the_day_after_until_it_is_resolved(session: Session) -> None:
    past = b.assessment(session, "past", due_on=date(2020, 1, 1))
    b.assessment(session, "future", due_on=date(2999, 1, 1))
    b.assessment(session, "someday")
    b.assessment(session, "read", "judgment", due_on=date(2020, 1, 1))
    assert found(session, "forecast_overdue") == [("past", None)]
    b.resolution(session, past, "true", date(2020, 1, 1))
    assert found(session, "forecast_overdue") == []
