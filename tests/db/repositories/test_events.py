"""Events in time, with actors, at places, as parts of processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import pytest

from geodb.errors import Conflict, InvalidReference, InvalidValue, NotFound
from geodb.models import Event, EventRelation
from geodb.types import DateSpan
from tests import builders as b

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.models import Actor
    from geodb.repositories import Repositories
    from tests.db.repositories.test_repository import QueryCount


def labels(events: Iterable[Event]) -> list[str]:
    return [event.label for event in events]


@pytest.fixture
def year(session: Session) -> None:
    b.event(session, "call", "2025-02-12")
    b.event(session, "talks", "2025-02-18")
    b.event(session, "sometime", "2025-02")
    b.event(session, "visit", "2025-03", "planned")
    b.event(session, "war", "2022-02-24/..", "ongoing")
    b.event(session, "summit")


# --- time --------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("year")
def test_what_possibly_falls_into_a_span_overlaps_it(geo: Repositories) -> None:
    assert labels(geo.events.between("2025-02-10/2025-02-15")) == ["call", "sometime", "war"]


@pytest.mark.usefixtures("year")
def test_what_certainly_falls_into_a_span_lies_within_it(geo: Repositories) -> None:
    assert labels(geo.events.between("2025-02-10/2025-02-15", certain=True)) == ["call"]
    assert labels(geo.events.between("2025-02", certain=True)) == ["call", "talks", "sometime"]


@pytest.mark.usefixtures("year")
def test_spans_are_narrowed_by_status_and_may_be_open(geo: Repositories) -> None:
    since = DateSpan.parse("2025-02-15/..")
    assert labels(geo.events.between(since, statuses=["planned", "ongoing"])) == ["visit", "war"]


@pytest.mark.usefixtures("year")
def test_a_span_without_any_bound_takes_in_all_events_of_known_time(geo: Repositories) -> None:
    everything = ["call", "talks", "sometime", "visit", "war"]
    assert (
        labels(geo.events.between("../..")) == labels(geo.events.between("../..", certain=True)) == everything
    )


def test_a_single_code_where_a_list_is_asked_for_is_told_so(geo: Repositories) -> None:
    asks: list[Callable[[], object]] = [
        lambda: geo.events.between("2025", statuses="occurred"),
        lambda: geo.events.involving("test:us", roles="occurred"),
        lambda: geo.actors.relations_of("test:us", kinds="occurred"),
    ]
    for ask in asks:
        with pytest.raises(InvalidValue, match="'occurred' stands where a list"):
            ask()


def test_a_span_that_is_not_edtf_is_refused(geo: Repositories) -> None:
    with pytest.raises(InvalidValue, match="not a date in EDTF"):
        geo.events.between("February")


@pytest.mark.usefixtures("year")
def test_a_selection_is_paged_streamed_and_counted_alike(geo: Repositories) -> None:
    found = geo.events.between("2025-02")
    assert labels(found.page(limit=2)) == ["call", "talks"]
    assert labels(found.page("test:talks", limit=2)) == ["sometime", "war"]
    assert labels(found.stream()) == labels(found.all())
    assert found.count() == 4


# --- actors ------------------------------------------------------------------------------------------------


@pytest.fixture
def diplomacy(session: Session) -> dict[str, Actor]:
    actors = {key: b.actor(session, key) for key in ("trump", "putin", "us")}
    call, talks = b.event(session, "call", "2025-02-12"), b.event(session, "talks")
    b.participant(session, call, actors["trump"], on_behalf_of=actors["us"])
    b.participant(session, call, actors["putin"])
    b.participant(session, talks, actors["trump"], "observer")
    session.expunge_all()
    return actors


@pytest.mark.usefixtures("diplomacy")
def test_events_involve_all_the_actors_asked_for(geo: Repositories) -> None:
    assert labels(geo.events.involving("test:trump")) == ["call", "talks"]
    assert labels(geo.events.involving("test:trump", "test:putin")) == ["call"]
    assert labels(geo.events.involving("test:us")) == ["call"]


@pytest.mark.usefixtures("diplomacy")
def test_involvement_can_be_limited_to_roles(geo: Repositories) -> None:
    assert labels(geo.events.involving("test:trump", roles=["observer"])) == ["talks"]


@pytest.mark.usefixtures("diplomacy")
def test_events_that_involve_an_unknown_actor_are_an_error(geo: Repositories) -> None:
    selection = geo.events.involving("test:trump", "test:nobody")
    with pytest.raises(NotFound, match="test:nobody"):
        selection.all()
    with pytest.raises(NotFound, match="test:nobody"):
        list(selection.stream())
    with pytest.raises(NotFound, match="test:nobody"):
        selection.count()


def test_merged_actors_and_events_are_involved_through_their_survivors(
    geo: Repositories, session: Session, diplomacy: dict[str, Actor]
) -> None:
    b.merge(session, diplomacy["putin"], b.actor(session, "vladimir-putin"))
    b.merge(session, geo.events.get("test:call"), b.event(session, "phone-call"))
    for key in ("test:putin", "test:vladimir-putin"):
        assert labels(geo.events.involving(key)) == ["phone-call"]


@pytest.mark.usefixtures("diplomacy")
def test_an_event_comes_with_participants_places_and_terms_in_one_round_trip(
    geo: Repositories, query_count: QueryCount
) -> None:
    with query_count() as queries:
        call = geo.events.get("test:call")
        assert [(p.actor.label, p.role_code) for p in call.participants] == [
            ("trump", "party"),
            ("putin", "party"),
        ]
        assert (call.places, call.terms) == ([], [])
    assert len(queries) == 1


def test_joined_collections_hold_each_row_once_and_in_order(geo: Repositories, session: Session) -> None:
    talks = b.event(session, "talks")
    for key in ("us", "russia", "ukraine"):
        b.participant(session, talks, b.actor(session, key))
    for key in ("riyadh", "jeddah"):
        geo.events.add_place("test:talks", b.place(session, key).key)
    for code in ("CONSULT", "AGREE"):
        b.plover(session, talks, code)
    session.expunge_all()
    for found in (geo.events.get("test:talks"), geo.events.page()[0], next(geo.events.stream())):
        assert [part.actor.label for part in found.participants] == ["us", "russia", "ukraine"]
        places = [geo.places.get(f"test:{key}").id for key in ("riyadh", "jeddah")]
        assert [there.place_id for there in found.places] == places
        assert [term.term_code for term in found.terms] == ["CONSULT", "AGREE"]
        session.expunge_all()


def test_a_page_of_events_takes_three_round_trips(
    geo: Repositories, session: Session, query_count: QueryCount
) -> None:
    actor = b.actor(session, "us")
    for number in range(100):
        b.participant(session, b.event(session, f"e{number}"), actor)
    session.expunge_all()
    with query_count() as queries:
        page = geo.events.page()
        assert {event.participants[0].actor.label for event in page} == {"us"}
    assert (len(page), len(queries)) == (100, 3)


# --- processes and places ----------------------------------------------------------------------------------


def part_of(session: Session, part: Event, whole: Event, kind: str = "part_of") -> EventRelation:
    key = f"{part.label}-{kind}-{whole.label}"
    return b.add_record(session, EventRelation, key, from_id=part.id, to_id=whole.id, kind_code=kind)


@pytest.fixture
def process(session: Session) -> list[Event]:
    events = [b.event(session, key) for key in ("process", "round-1", "session-1", "answer")]
    part_of(session, events[1], events[0])
    part_of(session, events[2], events[1])
    part_of(session, events[3], events[0], "responds_to")
    return events


@pytest.mark.usefixtures("process")
def test_parts_of_a_process_are_found_at_any_depth(geo: Repositories) -> None:
    assert labels(geo.events.under("test:process")) == ["round-1", "session-1"]
    assert labels(geo.events.under("test:session-1")) == []


@pytest.mark.usefixtures("process")
def test_a_retracted_relation_cuts_the_process(geo: Repositories) -> None:
    geo.records.retract("test:round-1-part_of-process", "wrong")
    assert labels(geo.events.under("test:process")) == []


def test_a_merged_round_keeps_its_sessions(geo: Repositories, session: Session, process: list[Event]) -> None:
    b.merge(session, process[1], b.event(session, "first-round"))
    assert labels(geo.events.under("test:process")) == ["session-1", "first-round"]


def test_what_happened_in_a_city_happened_in_its_country(geo: Repositories, session: Session) -> None:
    arabia = b.place(session, "saudi-arabia")
    b.place(session, "riyadh", parent_id=arabia.id)
    b.event(session, "talks")
    geo.events.add_place("test:talks", "test:riyadh", geo_precision=1)
    assert labels(geo.events.at("test:saudi-arabia")) == labels(geo.events.at("test:riyadh")) == ["talks"]


def test_a_place_nobody_knows_has_no_events_but_an_error(geo: Repositories) -> None:
    with pytest.raises(NotFound, match="test:atlantis"):
        geo.events.at("test:atlantis").page()


# --- changes -----------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("diplomacy")
def test_an_added_participant_is_in_the_event_at_hand(geo: Repositories, session: Session) -> None:
    talks = geo.events.get("test:talks")
    b.office(session, "presidency")
    geo.events.add_participant(
        "test:talks", "test:putin", "party", on_behalf_of="test:us", office="test:presidency"
    )
    assert [p.actor.label for p in talks.participants] == ["trump", "putin"]


@pytest.mark.usefixtures("diplomacy")
def test_an_actor_plays_a_role_once_and_the_role_must_be_known(geo: Repositories, session: Session) -> None:
    with session.begin_nested(), pytest.raises(InvalidReference) as unknown:
        geo.events.add_participant("test:talks", "test:putin", "bystander")
    assert unknown.value.constraint == "fk_event_participant_role_code"
    session.expunge_all()
    with pytest.raises(Conflict) as twice:
        geo.events.add_participant("test:talks", "test:trump", "observer")
    assert twice.value.constraint == "uq_event_participant_natural"


@pytest.mark.usefixtures("diplomacy")
def test_steps_of_an_event_are_numbered_and_the_last_is_its_status(geo: Repositories) -> None:
    first = geo.events.set_status("test:talks", "announced", "2025-02-12", by_event="test:call")
    second = geo.events.set_status("test:talks", "occurred", "2025-02-18")
    assert (first.seq, second.seq) == (1, 2)
    assert geo.events.get("test:talks").status_code == "occurred"
    assert first.by_event_id == geo.events.get("test:call").id
