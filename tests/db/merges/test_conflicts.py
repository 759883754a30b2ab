"""Records that cannot be one are not merged, whoever tries: each rule, told in words, with the way out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

import pytest

from geodb.models import ExternalId, InitiativeParty, Record
from tests import builders as b
from tests.db.plain_sql import refusal, run

if TYPE_CHECKING:
    from collections.abc import Callable

    from psycopg import Error
    from sqlalchemy.orm import Session

    Pair: TypeAlias = tuple[Record, Record]

MERGE = """
INSERT INTO geodb.record_redirect (kind, old_id, new_id, reason)
SELECT kind, :old, :new, 'looks the same' FROM geodb.record WHERE id = :old
"""


def refused(session: Session, old: Record, into: Record) -> Error:
    """The error of a merge by plain SQL, which is refused both ways."""
    first = refusal(session, MERGE, old=old.id, new=into.id)
    second = refusal(session, MERGE, old=into.id, new=old.id)
    assert first.diag.constraint_name == second.diag.constraint_name
    assert f"{old.key} cannot be merged into {into.key}: " in str(first)
    assert first.diag.message_hint
    return first


def merged(session: Session, old: Record, into: Record) -> None:
    run(session, MERGE, old=old.id, new=into.id)
    session.expire_all()
    assert old.survivor_id == into.id


def two(session: Session, kind: str = "state") -> Pair:
    return b.actor(session, "a", kind), b.actor(session, "b", kind)


def a_person_and_a_state(session: Session) -> Pair:
    return b.actor(session, "a", "person"), b.actor(session, "b", "state")


def a_person_and_a_company(session: Session) -> Pair:
    return b.actor(session, "a", "person"), b.actor(session, "b", "company")


def a_state_and_an_alliance(session: Session) -> Pair:
    return b.actor(session, "a", "state"), b.actor(session, "b", "igo")


def states_of_two_codes(session: Session) -> Pair:
    return b.actor(session, "a", country_code="RUS"), b.actor(session, "b", country_code="UKR")


def persons_of_two_centuries(session: Session) -> Pair:
    early = b.actor(session, "a", "person", founded_edtf="179X", dissolved_edtf="1850")
    return early, b.actor(session, "b", "person", founded_edtf="1946-06-14")


def sides_of_a_war(session: Session) -> Pair:
    a, c = two(session)
    war = b.event(session, "war")
    b.participant(session, war, a, "side_a")  # type: ignore[arg-type]
    b.participant(session, war, c, "side_b")  # type: ignore[arg-type]
    return a, c


def parties_to_talks(session: Session) -> Pair:
    a, c = two(session)
    talks = b.event(session, "talks")
    b.participant(session, talks, a)  # type: ignore[arg-type]
    b.participant(session, talks, c)  # type: ignore[arg-type]
    return a, c


def a_belligerent_and_a_helper_of_the_other_side(session: Session) -> Pair:
    a, c = two(session)
    war = b.event(session, "war")
    b.participant(session, war, a, "side_a")  # type: ignore[arg-type]
    b.participant(session, war, c, "supporter_of_b")  # type: ignore[arg-type]
    return a, c


def ends_of_a_relation(session: Session) -> Pair:
    a, c = two(session)
    b.relation(session, a, c, "at_war")  # type: ignore[arg-type]
    return a, c


def speaker_and_target(session: Session) -> Pair:
    a, c = two(session)
    said = b.statement(session, "said", a)  # type: ignore[arg-type]
    b.spoken(session, said, c, "target")  # type: ignore[arg-type]
    return a, c


def parties_of_an_initiative(session: Session) -> Pair:
    a, c = two(session)
    treaty = b.initiative(session, "treaty")
    for actor in (a, c):
        b.add(session, InitiativeParty(initiative_id=treaty.id, actor_id=actor.id, role_code="party"))
    return a, c


def known_to_wikidata_as_two(session: Session) -> Pair:
    a, c = two(session)
    for record, value in ((a, "Q1"), (c, "Q2")):
        b.add(session, ExternalId(record_id=record.id, scheme_code="wikidata", value=value))
    return a, c


def two_documents(session: Session) -> Pair:
    return b.document(session, "a", "One text."), b.document(session, "b", "Another text.")


def an_event_and_its_outcome(session: Session) -> Pair:
    a, c = b.event(session, "summit"), b.event(session, "treaty")
    b.event_relation(session, c, a, "outcome_of")
    return a, c


def a_whole_and_a_part_of_its_part(session: Session) -> Pair:
    war, campaign, battle = (b.event(session, key) for key in ("war", "campaign", "battle"))
    b.event_relation(session, campaign, war)
    b.event_relation(session, battle, campaign)
    return war, battle


def a_country_and_a_city_in_it(session: Session) -> Pair:
    country = b.place(session, "country")
    return country, b.place(session, "city", parent_id=country.id)


def places_of_two_geonames_ids(session: Session) -> Pair:
    return b.place(session, "a", geonames_id=1), b.place(session, "b", geonames_id=2)


def statements_of_two_speakers(session: Session) -> Pair:
    a, c = two(session)
    return b.statement(session, "said", a), b.statement(session, "told", c)  # type: ignore[arg-type]


def forecasts_by_two_authors(session: Session) -> Pair:
    a, c = two(session, "person")
    return b.assessment(session, "hope", author_id=a.id), b.assessment(session, "fear", author_id=c.id)


def forecasts_that_came_out_differently(session: Session) -> Pair:
    pair = b.assessment(session, "hope"), b.assessment(session, "fear")
    for forecast, outcome in zip(pair, ("true", "false"), strict=True):
        b.resolution(session, forecast, outcome, date(2025, 3, 1))
    return pair


def offices_held_by_two_at_once(session: Session) -> Pair:
    a, c = two(session, "person")
    posts = b.office(session, "president"), b.office(session, "head-of-state")
    for post, holder in zip(posts, (a, c), strict=True):
        b.holding(session, post, holder, start_edtf="2020-01-01", end_edtf="2024")  # type: ignore[arg-type]
    return posts


def relations_between_others(session: Session) -> Pair:
    a, c, d = (b.actor(session, key) for key in "acd")
    return b.relation(session, a, c), b.relation(session, a, d)


CONFLICTS = [
    (a_person_and_a_state, "actor_kind", "test:a is of kind Person and test:b of kind State"),
    (a_person_and_a_company, "actor_kind", "of kind Company"),
    (a_state_and_an_alliance, "actor_kind", "Intergovernmental organization"),
    (states_of_two_codes, "country", "the state RUS"),
    (persons_of_two_centuries, "life_span", "test:a was gone before test:b was there"),
    (sides_of_a_war, "event_role", "in the event test:war one is side a and the other side b"),
    (parties_to_talks, "event_role", "test:talks"),
    (a_belligerent_and_a_helper_of_the_other_side, "event_role", "supporter of side b"),
    (ends_of_a_relation, "relation", "test:a-b says how the one stands to the other: at war"),
    (speaker_and_target, "statement_role", "test:said"),
    (parties_of_an_initiative, "initiative_role", "both take part in the initiative test:treaty"),
    (known_to_wikidata_as_two, "external_id", "Wikidata knows one as Q1 and the other as Q2"),
    (two_documents, "document", "two texts are two"),
    (an_event_and_its_outcome, "order", "test:treaty is a part, an outcome or an answer of test:summit"),
    (a_whole_and_a_part_of_its_part, "order", "test:battle is a part"),
    (a_country_and_a_city_in_it, "order", "test:city is a part"),
    (places_of_two_geonames_ids, "external_id", "GeoNames"),
    (statements_of_two_speakers, "speaker", "different speakers"),
    (forecasts_by_two_authors, "author", "test:hope and test:fear are by different authors"),
    (forecasts_that_came_out_differently, "outcome", "test:hope was resolved as true and test:fear as false"),
    (offices_held_by_two_at_once, "office_held", "test:a-as-president"),
    (relations_between_others, "ends", "not about the same records"),
]


@pytest.mark.parametrize(
    ("world", "rule", "words"), CONFLICTS, ids=lambda value: getattr(value, "__name__", "")
)
def test_what_cannot_be_one_is_not_merged(
    session: Session, world: Callable[[Session], Pair], rule: str, words: str
) -> None:
    one, other = world(session)
    error = refused(session, one, other)
    assert error.diag.constraint_name == f"ck_record_redirect_{rule}"
    assert words in str(error)


def test_a_state_may_be_merged_with_its_government(session: Session) -> None:
    merged(session, b.actor(session, "kremlin", "government"), b.actor(session, "russia"))


def test_one_who_acts_for_the_other_does_not_deal_with_it(session: Session) -> None:
    state, government = b.actor(session, "state"), b.actor(session, "government", "government")
    talks = b.event(session, "talks")
    b.participant(session, talks, state, "represented")
    b.participant(session, talks, government, on_behalf_of=state)
    merged(session, government, state)


def test_one_who_only_lends_the_place_does_not_deal_with_the_guests(session: Session) -> None:
    a, c = b.actor(session, "a"), b.actor(session, "c")
    talks = b.event(session, "talks")
    b.participant(session, talks, a)
    b.participant(session, talks, c, "venue_host")
    merged(session, a, c)


def test_the_same_role_in_two_reports_of_one_event_is_no_conflict(session: Session) -> None:
    a, c = b.actor(session, "a"), b.actor(session, "c")
    call, same_call = b.event(session, "call"), b.event(session, "same-call")
    b.participant(session, call, a)
    b.participant(session, same_call, c)
    merged(session, same_call, call)
    merged(session, c, a)


def test_an_identifier_that_both_have_outweighs_another(session: Session) -> None:
    a, c = b.actor(session, "a"), b.actor(session, "c")
    for record, value in ((a, "Q1"), (a, "Q3"), (c, "Q3")):
        b.add(session, ExternalId(record_id=record.id, scheme_code="wikidata", value=value))
    merged(session, a, c)


def test_what_was_retracted_does_not_stand_in_the_way(session: Session) -> None:
    a, c = b.actor(session, "a"), b.actor(session, "c")
    run(
        session,
        "UPDATE geodb.record SET retracted_at = now(), retraction_reason = 'wrong' WHERE id = :id",
        id=b.relation(session, a, c).id,
    )
    merged(session, a, c)


def test_reports_of_one_relation_may_be_merged_once_their_ends_are(session: Session) -> None:
    a, same, c = (b.actor(session, key) for key in ("a", "same", "c"))
    one, other = b.relation(session, a, c), b.relation(session, same, c)
    refused(session, one, other)
    merged(session, same, a)
    merged(session, other, one)


def test_forecasts_of_one_author_and_one_outcome_may_be_merged(session: Session) -> None:
    author = b.actor(session, "author", "person")
    one, other = (b.assessment(session, key, author_id=author.id) for key in ("one", "other"))
    for forecast in (one, other):
        b.resolution(session, forecast, "true", date(2025, 3, 1))
    merged(session, other, one)


def test_a_forecast_without_an_author_or_outcome_may_be_merged_with_any(session: Session) -> None:
    author = b.actor(session, "author", "person")
    known = b.assessment(session, "known", author_id=author.id)
    b.resolution(session, known, "true", date(2025, 3, 1))
    merged(session, b.assessment(session, "bare"), known)


def test_what_merged_before_into_a_forecast_has_its_outcome_too(session: Session) -> None:
    one, same, other = (b.assessment(session, key) for key in ("one", "same", "other"))
    b.resolution(session, same, "true", date(2025, 3, 1))
    b.resolution(session, other, "false", date(2025, 3, 1))
    merged(session, same, one)
    error = refusal(session, MERGE, old=other.id, new=one.id)
    assert error.diag.constraint_name == "ck_record_redirect_outcome"
    assert "test:same as true" in str(error)


def test_a_conflict_of_what_was_merged_before_counts_too(session: Session) -> None:
    a, b_state, c = (b.actor(session, key) for key in "abc")
    b.relation(session, a, c, "rivalry")
    merged(session, a, b_state)
    error = refusal(session, MERGE, old=b_state.id, new=c.id)
    assert error.diag.constraint_name == "ck_record_redirect_relation"


def test_conflicts_between_the_merges_of_one_statement_are_seen(session: Session) -> None:
    a, c, into = (b.actor(session, key) for key in ("a", "c", "into"))
    b.relation(session, a, c, "rivalry")
    both = """
        INSERT INTO geodb.record_redirect (kind, old_id, new_id, reason)
        SELECT kind, id, :into, 'all the same' FROM geodb.record WHERE id IN (:a, :c)"""
    error = refusal(session, both, a=a.id, c=c.id, into=into.id)
    assert error.diag.constraint_name == "ck_record_redirect_relation"
