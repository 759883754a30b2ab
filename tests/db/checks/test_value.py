"""Numbers that contradict one another, rival values, and what is part of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import JSON

from geodb.models import Figure
from tests import builders as b
from tests.db.api.reading import column
from tests.db.checks.finding import found, message
from tests.db.plain_sql import run

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.models import Event


@pytest.fixture
def war(session: Session) -> Event:
    return b.event(session, "war")


def dead(session: Session, key: str, of: Event, best: int | None, **columns: b.Value) -> Figure:
    counted: dict[str, Any] = {"measure_code": "killed", "unit_code": "persons", **columns}
    return b.add_record(session, Figure, key, of_id=of.id, best=best, **counted)


@pytest.mark.parametrize(
    ("first", "second", "contradict"),
    [
        ({"best": 100}, {"best": 101}, True),
        ({"best": 100}, {"best": 100}, False),
        ({"best": 100}, {"best": 120, "low": 90}, False),
        ({"best": None, "low": 10, "high": 20}, {"best": None, "low": 21}, True),
        ({"best": None, "low": 10, "high": 20}, {"best": None, "low": 20, "high": 30}, False),
        ({"best": 100, "qualifier": "approximately"}, {"best": 109}, False),
        ({"best": 100, "qualifier": "approximately"}, {"best": 280}, True),
        ({"best": 100, "qualifier": "at least"}, {"best": 5000}, False),
        ({"best": 100, "qualifier": "at least"}, {"best": 99}, True),
        ({"best": 100, "qualifier": "no more than"}, {"best": 99}, False),
        ({"best": 100, "qualifier": "no fewer than"}, {"best": 99}, True),
        ({"best": 100, "qualifier": "less than"}, {"best": 101}, True),
        ({"best": 100, "qualifier": "exactly"}, {"best": 101}, True),
        ({"best": 100, "qualifier": "a minimum of"}, {"best": 5000}, False),
        ({"best": 100, "qualifier": "a minimum of"}, {"best": 99}, True),
        ({"best": 100, "qualifier": "as many as"}, {"best": 20}, False),
        ({"best": 100, "qualifier": "nearly"}, {"best": 91}, False),
        ({"best": 100, "qualifier": "nearly"}, {"best": 101}, True),
        ({"best": 100, "qualifier": "not more than"}, {"best": 99}, False),
        ({"best": 100, "qualifier": "not more than"}, {"best": 101}, True),
        ({"best": 100, "qualifier": "not less than"}, {"best": 101}, False),
        ({"best": 100, "qualifier": "not less than"}, {"best": 99}, True),
        ({"best": 100, "qualifier": "not to exceed"}, {"best": 50}, False),
        ({"best": 100, "qualifier": "not exceeding"}, {"best": 101}, True),
        ({"best": 100, "qualifier": "exceeds"}, {"best": 200}, False),
        ({"best": 100, "qualifier": "passed"}, {"best": 99}, True),
        ({"best": 100, "qualifier": "or more"}, {"best": 200}, False),
        ({"best": 100, "qualifier": "or less"}, {"best": 50}, False),
        ({"best": -19, "qualifier": "more than"}, {"best": -25}, False),
        ({"best": -19, "qualifier": "more than"}, {"best": -18}, True),
        ({"best": -19, "qualifier": "up to"}, {"best": -10}, False),
        ({"best": -19, "qualifier": "up to"}, {"best": -20}, True),
        ({"best": -100, "qualifier": "nearly"}, {"best": -91}, False),
        ({"best": -100, "qualifier": "nearly"}, {"best": -101}, True),
        ({"best": -100, "qualifier": "about"}, {"best": -109}, False),
        ({"best": 0, "qualifier": "nearly"}, {"best": 1}, True),
        ({"best": 100}, {"best": 200, "measure_code": "wounded"}, False),
        ({"best": 100, "as_of_edtf": "2024"}, {"best": 200, "as_of_edtf": "2025"}, False),
        ({"best": 100, "as_of_edtf": "2024"}, {"best": 200}, False),
        ({"best": 100, "as_of_edtf": "2024"}, {"best": 200, "as_of_edtf": "2024"}, True),
    ],
)
def test_figures_contradict_where_their_bounds_do_not_meet(
    session: Session, war: Event, first: dict[str, Any], second: dict[str, Any], *, contradict: bool
) -> None:
    for key, columns in {"a": first, "b": second}.items():
        dead(session, key, war, **columns)
    assert found(session, "figure_contradicted") == ([("a", "b")] if contradict else [])


def test_figures_of_different_parties_or_facts_do_not_contradict(session: Session, war: Event) -> None:
    dead(session, "russian", war, 100, party_id=b.actor(session, "russia").id)
    dead(session, "ukrainian", war, 200, party_id=b.actor(session, "ukraine").id)
    dead(session, "elsewhere", b.event(session, "battle"), 300)
    assert found(session, "figure_contradicted") == []


def test_a_figure_of_a_party_that_was_taken_back_does_not_contradict_that_of_all(
    session: Session, war: Event
) -> None:
    russia = b.actor(session, "russia")
    dead(session, "russian", war, 100, party_id=russia.id)
    dead(session, "all", war, 200)
    b.retract(session, russia)
    assert found(session, "figure_contradicted") == []


@pytest.mark.parametrize(
    ("attribute", "value", "is_outside"),
    [
        ("best", 15, False),
        ("best", 25, True),
        ("best", 5, True),
        ("low", 25, True),
        ("low", 5, False),
        ("high", 5, True),
        ("high", 25, False),
        ("qualifier", "25", False),
    ],
)
def test_a_claim_outside_the_bounds_of_its_figure_is_found(
    session: Session, war: Event, attribute: str, value: object, *, is_outside: bool
) -> None:
    toll = dead(session, "toll", war, None, low=10, high=20)
    b.claim(session, toll, attribute, value, b.source(session, "wire"))
    assert found(session, "figure_out_of_bounds") == ([("toll", "wire")] if is_outside else [])


def test_a_deprecated_claim_is_out_of_no_bounds(session: Session, war: Event) -> None:
    b.claim(session, dead(session, "toll", war, None, high=20), "best", 25, rank_code="deprecated")
    assert found(session, "figure_out_of_bounds") == []


@pytest.mark.parametrize(
    ("ranks", "is_disputed"),
    [
        (("normal", "normal"), True),
        (("preferred", "preferred"), True),
        (("preferred", "normal"), False),
        (("normal", "deprecated"), False),
    ],
)
def test_rival_values_are_disputed_until_one_is_preferred(
    session: Session, war: Event, ranks: tuple[str, str], *, is_disputed: bool
) -> None:
    for value, rank in zip(("2022-02-24", "2014-02-20"), ranks, strict=True):
        b.claim(session, war, "when_edtf", value, rank_code=rank)
    assert found(session, "value_disputed") == ([("war", None)] if is_disputed else [])
    if is_disputed:
        assert message(session, "value_disputed") == "when_edtf: 2014-02-20 or 2022-02-24"


def test_that_there_is_no_value_is_disputed_as_a_value_is(session: Session, war: Event) -> None:
    b.claim(session, war, "when_edtf", "2022-02-24", b.source(session, "one"))
    none = b.claim(session, war, "when_edtf", JSON.NULL, b.source(session, "two"))
    assert message(session, "value_disputed") == "when_edtf: 2022-02-24 or null"
    none.rank_code = "preferred"
    assert found(session, "value_disputed") == []


def test_one_value_from_two_sources_is_not_disputed(session: Session, war: Event) -> None:
    for key in ("one", "two"):
        b.claim(session, war, "when_edtf", "2022-02-24", b.source(session, key))
    assert found(session, "value_disputed") == []


def test_a_passage_against_a_record_is_found_with_its_words(session: Session, war: Event) -> None:
    text = b.document(session, "denial", "There is no war.")
    b.evidence(session, war, text, 1, "no war", relation_code="contradicts")
    b.evidence(session, b.event(session, "talks"), text, 1, "There", relation_code="mentions")
    assert found(session, "evidence_against") == [("war", "source-of-denial")]
    assert message(session, "evidence_against") == "against it: 'no war'"


def test_a_circle_of_parts_is_found_once_with_its_members(session: Session) -> None:
    one, two, three, beside = (b.event(session, key) for key in ("one", "two", "three", "beside"))
    for part, whole in [(one, two), (two, three), (beside, one)]:
        b.event_relation(session, part, whole)
    assert found(session, "circular_part_of") == []
    b.event_relation(session, three, one)
    assert found(session, "circular_part_of") == [("one", "three")]
    assert message(session, "circular_part_of") == "is part of itself, by way of three, two"


def test_places_and_initiatives_can_be_circular_too(session: Session) -> None:
    for make in (b.place, b.initiative):
        whole = make(session, f"{make.__name__}-whole")
        whole.parent_id = make(session, f"{make.__name__}-part", parent_id=whole.id).id
    assert found(session, "circular_part_of") == [
        ("initiative-part", "initiative-whole"),
        ("place-part", "place-whole"),
    ]


def test_a_merge_that_was_right_until_something_new_came_in(session: Session) -> None:
    one, other, third = (b.actor(session, key, "person") for key in ("one", "other", "third"))
    for old, new in ((one, other), (other, third)):
        b.merge(session, old, new)
    assert found(session, "merge_contradicted") == []
    war = b.event(session, "war")
    b.participant(session, war, one, "side_a")
    assert found(session, "merge_contradicted") == []
    b.participant(session, war, third, "side_b")
    assert found(session, "merge_contradicted") == [("third", "one"), ("third", "other")]
    run(session, "UPDATE geodb.record_redirect SET undone_at = now(), undone_by = 'me'")
    assert found(session, "merge_contradicted") == []


def test_a_merge_of_facts_is_held_against_what_is_known_now(session: Session) -> None:
    here, there = b.place(session, "here"), b.place(session, "there")
    b.merge(session, here, there)
    here.geonames_id, there.geonames_id = 1, 2
    assert found(session, "merge_contradicted") == [("there", "here")]
    assert message(session, "merge_contradicted") == (
        "has here merged into it, but GeoNames knows one as 1 and the other as 2"
    )


RETRACT = "UPDATE geodb.record SET retracted_at = now(), retraction_reason = :why WHERE id = :id"


def test_what_stands_on_a_retracted_record_is_told(session: Session) -> None:
    who, what = b.actor(session, "who", "person"), b.actor(session, "what")
    talks, plan = b.event(session, "talks"), b.initiative(session, "plan")
    post, guess = b.office(session, "post"), b.assessment(session, "guess", "scenario")
    paper = b.source(session, "paper")
    b.relation(session, who, what)
    b.holding(session, post, who)
    b.figure(session, "count", talks, 1)
    b.event_relation(session, talks, b.event(session, "war"))
    b.target(session, "aim", plan, 500, "2030")
    b.assessment(session, "end", "scenario_outcome", parent_id=guess.id)
    b.document(session, "text", "One text.", of=paper)
    assert found(session, "stands_on_retracted") == []
    for record in (who, talks, plan, guess, paper):
        run(session, RETRACT, id=record.id, why="made up")
    assert found(session, "stands_on_retracted") == [
        ("aim", "plan"),
        ("count", "talks"),
        ("end", "guess"),
        ("talks-part_of-war", "talks"),
        ("text", "paper"),
        ("who-as-post", "who"),
        ("who-what", "who"),
    ]
    query = "SELECT message FROM api.check_stands_on_retracted WHERE key = 'test:aim'"
    assert column(session, query) == ["stands on plan, which was taken back: made up"]


def test_what_stands_on_a_merged_record_stands_on_its_survivor(session: Session) -> None:
    talks, same = b.event(session, "talks"), b.event(session, "same")
    count = b.figure(session, "count", same, 1)
    b.merge(session, same, talks)
    run(session, RETRACT, id=talks.id, why="made up")
    assert found(session, "stands_on_retracted") == [("count", "talks")]
    run(session, RETRACT, id=count.id, why="made up too")
    assert found(session, "stands_on_retracted") == []


def test_a_target_wants_a_baseline(session: Session) -> None:
    aim = b.target(session, "aim", b.initiative(session, "plan"), 500, "2030")
    b.observation(session, aim, 210, "2024", "reported")
    assert found(session, "target_without_baseline") == [("aim", "plan")]
    b.observation(session, aim, 200, "2023")
    assert found(session, "target_without_baseline") == []
