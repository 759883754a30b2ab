"""Actors by name, in office, and in relation to others."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from geodb.errors import Conflict, GeodbError, InvalidReference, InvalidValue, NotFound, OverlapError
from geodb.models import Actor, OfficeHolding
from tests import builders as b

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from geodb.repositories import Repositories
    from tests.db.repositories.test_repository import QueryCount

FEBRUARY = date(2025, 2, 12)


def labels(actors: Iterable[Actor]) -> list[str]:
    return [actor.label for actor in actors]


@pytest.fixture
def trump(session: Session) -> Actor:
    return b.actor(session, "trump", "person")


@pytest.fixture
def biden(session: Session) -> Actor:
    return b.actor(session, "biden", "person")


# --- names -------------------------------------------------------------------------------------------------


@pytest.fixture
def kyiv(session: Session) -> Actor:
    ukraine = b.actor(session, "ukraine")
    b.name(session, ukraine, "Київ", kind_code="metonym", lang="uk", script="Cyrl")
    b.name(session, ukraine, "Kiev", kind_code="former", lang="en", valid_edtf="../1995")
    b.name(session, ukraine, "Türkçe Kiev")
    session.expunge_all()
    return ukraine


@pytest.mark.usefixtures("kyiv")
@pytest.mark.parametrize("spelling", ["Київ", "київ", "KIEV", "Turkce kiev"])
def test_case_and_accents_do_not_matter_to_names(geo: Repositories, spelling: str) -> None:
    assert labels(geo.actors.find_by_name(spelling)) == ["ukraine"]


@pytest.mark.usefixtures("kyiv")
def test_a_name_can_be_asked_for_in_a_language_a_script_and_a_time(geo: Repositories) -> None:
    find = geo.actors.find_by_name
    assert labels(find("Київ", lang="uk", script="Cyrl")) == ["ukraine"]
    assert find("Київ", lang="en") == find("Київ", script="Latn") == []
    assert labels(find("Kiev", on=date(1990, 1, 1))) == ["ukraine"]
    assert find("Kiev", on=FEBRUARY) == []


@pytest.mark.usefixtures("kyiv")
def test_found_by_name_comes_with_all_its_names_in_one_round_trip(
    geo: Repositories, query_count: QueryCount
) -> None:
    with query_count() as queries:
        (found,) = geo.actors.find_by_name("kiev")
        assert len(found.names) == 3
    assert len(queries) == 1


def test_the_name_of_a_merged_actor_finds_the_survivor_once(geo: Repositories, session: Session) -> None:
    us, usa = b.actor(session, "us"), b.actor(session, "usa")
    b.name(session, us, "America")
    b.name(session, usa, "America")
    b.merge(session, us, usa)
    assert labels(geo.actors.find_by_name("America")) == ["usa"]


def test_names_of_a_survivor_include_those_of_what_was_merged(geo: Repositories, session: Session) -> None:
    us, usa = b.actor(session, "us"), b.actor(session, "usa")
    b.name(session, us, "America")
    b.name(session, usa, "United States")
    b.merge(session, us, usa)
    assert [name.name for name in geo.actors.names_of("test:us")] == ["America", "United States"]


def test_only_actors_are_found_among_the_actors(geo: Repositories, session: Session) -> None:
    b.name(session, b.place(session, "georgia-us"), "Georgia")
    b.name(session, b.actor(session, "georgia"), "Georgia")
    assert labels(geo.actors.find_by_name("Georgia")) == ["georgia"]


def test_similar_names_come_with_their_score_best_first(
    geo: Repositories, session: Session, query_count: QueryCount
) -> None:
    for key, name in {"z": "Zelensky", "zy": "Zelenskyy", "p": "Putin"}.items():
        b.name(session, b.actor(session, key), name)
    with query_count() as queries:
        matches = geo.actors.similar("Zelenskyy")
    assert [(match.record.label, match.name) for match in matches] == [("zy", "Zelenskyy"), ("z", "Zelensky")]
    assert matches[0].score == 1.0 > matches[1].score > 0.3
    assert len(queries) == 1


def test_a_record_with_many_similar_names_is_listed_once_by_its_best(
    geo: Repositories, session: Session
) -> None:
    zelensky = b.actor(session, "z")
    for name in ("Zelenskyi", "Zelensky", "Zelenskiy"):
        b.name(session, zelensky, name)
    assert [(match.name, match.score) for match in geo.actors.similar("Zelensky")] == [("Zelensky", 1.0)]


def test_an_added_name_is_found_and_shown(geo: Repositories, trump: Actor) -> None:
    geo.actors.add_name(trump.key, "The Donald", "nickname", lang="en", valid="1989/..")
    (found,) = geo.actors.find_by_name("the donald", on=FEBRUARY)
    assert [name.name for name in found.names] == ["The Donald"]


def test_a_name_of_a_wrong_kind_or_date_is_refused(geo: Repositories, trump: Actor) -> None:
    with pytest.raises(InvalidValue, match="not a date"):
        geo.actors.add_name(trump.key, "The Donald", valid="the eighties")
    with pytest.raises(InvalidReference) as caught:
        geo.actors.add_name(trump.key, "The Donald", "pseudonym")
    assert caught.value.constraint == "fk_record_name_kind_code"


def test_a_blank_name_is_refused(geo: Repositories, trump: Actor) -> None:
    for blank in ("", " ", "\u00a0"):
        with pytest.raises(InvalidValue, match="a name is not blank"):
            geo.actors.add_name(trump.key, blank)


def test_only_one_name_per_language_is_the_primary_one(geo: Repositories, trump: Actor) -> None:
    geo.actors.add_name(trump.key, "Donald Trump", lang="en", is_primary=True)
    with pytest.raises(Conflict) as caught:
        geo.actors.add_name(trump.key, "Donald J. Trump", lang="en", is_primary=True)
    assert caught.value.constraint == "uq_record_name_primary"


# --- offices -----------------------------------------------------------------------------------------------


@pytest.fixture
def presidency(geo: Repositories, session: Session, trump: Actor, biden: Actor) -> str:
    office = b.office(session, "presidency").key
    geo.actors.hold_office(
        "test:h45", trump.key, office, start="2017-01-20", end="2021-01-20", status="ended"
    )
    geo.actors.hold_office(
        "test:h46", biden.key, office, start="2021-01-20", end="2025-01-20", status="ended"
    )
    geo.actors.hold_office("test:h47", trump.key, office, start="2025-01-20", status="current")
    session.expunge_all()
    return office


def test_who_holds_an_office_depends_on_the_day(
    geo: Repositories, presidency: str, query_count: QueryCount
) -> None:
    with query_count() as queries:
        assert labels(geo.actors.holding(presidency, FEBRUARY)) == ["trump"]
    assert len(queries) == 1
    assert labels(geo.actors.holding(presidency, date(2022, 1, 1))) == ["biden"]


def test_a_day_that_is_text_asks_for_no_migration(geo: Repositories, presidency: str) -> None:
    with pytest.raises(GeodbError, match="the database refused: operator does not exist: daterange"):
        geo.actors.holding(presidency, on="2025-02-12")  # type: ignore[arg-type]


def test_on_the_day_of_the_handover_both_may_hold_the_office(geo: Repositories, presidency: str) -> None:
    assert labels(geo.actors.holding(presidency, date(2021, 1, 20))) == ["trump", "biden"]


@pytest.mark.usefixtures("presidency")
def test_offices_of_an_actor_come_in_time_order_with_office_and_holder(
    geo: Repositories, query_count: QueryCount
) -> None:
    with query_count() as queries:
        held = geo.actors.offices_of("test:trump")
        assert [(holding.key, holding.office.label, holding.holder.label) for holding in held] == [
            ("test:h45", "presidency", "trump"),
            ("test:h47", "presidency", "trump"),
        ]
    assert len(queries) == 1
    assert [holding.key for holding in geo.actors.offices_of("test:trump", FEBRUARY)] == ["test:h47"]


def test_a_source_that_shows_somebody_in_office_is_enough_for_that_day(
    geo: Repositories, session: Session, trump: Actor
) -> None:
    office = b.office(session, "presidency")
    geo.actors.hold_office("test:h", trump.key, office.key, attested=FEBRUARY, status="attested")
    assert labels(geo.actors.holding(office.key, FEBRUARY)) == ["trump"]
    assert geo.actors.holding(office.key, date(2025, 2, 13)) == []


def test_a_single_seat_is_not_certainly_held_by_two(geo: Repositories, presidency: str, biden: Actor) -> None:
    with pytest.raises(OverlapError) as caught:
        geo.actors.hold_office("test:h", biden.key, presidency, start="2018", end="2020")
    assert caught.value.constraint == "ex_office_holding_one_holder"


def test_a_retracted_holding_frees_the_seat(geo: Repositories, presidency: str, biden: Actor) -> None:
    retracted = geo.records.retract("test:h45", "wrong")
    assert isinstance(retracted, OfficeHolding)
    assert retracted.is_retracted
    geo.actors.hold_office("test:h", biden.key, presidency, start="2018", end="2020")
    assert labels(geo.actors.holding(presidency, date(2019, 1, 1))) == ["biden"]


def test_an_office_with_two_seats_has_two_holders(
    geo: Repositories, session: Session, trump: Actor, biden: Actor
) -> None:
    senate = b.office(session, "senator", seats=2)
    for number, holder in enumerate((trump, biden)):
        geo.actors.hold_office(f"test:h{number}", holder.key, senate.key, start="2020", end="2030")
    assert labels(geo.actors.holding(senate.key, FEBRUARY)) == ["trump", "biden"]


def test_terms_that_end_before_they_start_are_refused(
    geo: Repositories, session: Session, trump: Actor
) -> None:
    office = b.office(session, "presidency").key
    with pytest.raises(InvalidValue, match="ends before it starts"):
        geo.actors.hold_office("test:h", trump.key, office, start="2021", end="2017")


def test_fuzzy_terms_leave_nothing_certain_between_them(
    geo: Repositories, session: Session, trump: Actor, biden: Actor
) -> None:
    office = b.office(session, "presidency").key
    brief = geo.actors.hold_office("test:h1", trump.key, office, start="2021", end="2021")
    assert brief.certain_span is None
    geo.actors.hold_office("test:h2", biden.key, office, start="2021", end="2021")


def test_a_term_of_unknown_start_is_never_certain(
    geo: Repositories, session: Session, trump: Actor, biden: Actor
) -> None:
    office = b.office(session, "presidency").key
    assert geo.actors.hold_office("test:h1", trump.key, office, end="2021").certain_span is None
    geo.actors.hold_office("test:h2", biden.key, office, start="2010", end="2020")
    assert labels(geo.actors.holding(office, date(2015, 1, 1))) == ["trump", "biden"]


def test_the_offices_of_an_unknown_actor_are_an_error_and_not_empty(
    geo: Repositories, session: Session
) -> None:
    b.actor(session, "trump", "person")
    assert geo.actors.offices_of("test:trump") == []
    with pytest.raises(NotFound, match="test:trumpp"):
        geo.actors.offices_of("test:trumpp")
    with pytest.raises(NotFound, match="test:nothing"):
        geo.actors.holding("test:nothing", FEBRUARY)


def test_offices_of_what_was_merged_are_offices_of_the_survivor(
    geo: Repositories, session: Session, presidency: str
) -> None:
    survivor = b.actor(session, "donald-trump", "person")
    b.merge(session, session.merge(geo.actors.get("test:trump")), survivor)
    assert labels(geo.actors.holding(presidency, FEBRUARY)) == ["donald-trump"]
    assert len(geo.actors.offices_of("test:donald-trump")) == 2


# --- relations ---------------------------------------------------------------------------------------------


@pytest.fixture
def bloc(geo: Repositories, session: Session) -> None:
    for key in ("china", "india", "russia"):
        b.actor(session, key)
    geo.actors.relate("test:r1", "test:china", "rivalry", "test:india", when="1962/..", is_directed=False)
    geo.actors.relate("test:r2", "test:china", "strategic_partnership", "test:russia")
    session.expunge_all()


@pytest.mark.usefixtures("bloc")
def test_relations_are_found_from_either_side_with_both_actors(
    geo: Repositories, query_count: QueryCount
) -> None:
    with query_count() as queries:
        (rivalry,) = geo.actors.relations_of("test:india")
        assert (rivalry.from_actor.label, rivalry.to_actor.label) == ("china", "india")
    assert (len(queries), rivalry.label) == (1, "china – india: rivalry")


@pytest.mark.usefixtures("bloc")
def test_relations_are_narrowed_by_kind_and_day(geo: Repositories) -> None:
    found = geo.actors.relations_of
    assert [r.key for r in found("test:china", ["rivalry"])] == ["test:r1"]
    assert [r.key for r in found("test:china", on=date(1950, 1, 1))] == ["test:r2"]
    assert [r.key for r in found("test:china", on=FEBRUARY)] == ["test:r1", "test:r2"]


@pytest.mark.usefixtures("bloc")
def test_a_retracted_relation_is_not_listed(geo: Repositories) -> None:
    geo.records.retract("test:r1", "wrong")
    assert geo.actors.relations_of("test:india") == []
