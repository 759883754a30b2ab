"""What is proposed as one, why, and what never is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geodb.errors import InvalidValue, NotFound
from geodb.models import ExternalId
from geodb.repositories import Repositories
from geodb.services.suggest_merges import Suggestion, suggest_merges
from tests import builders as b
from tests.db.plain_sql import run

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.db.session import Database
    from geodb.models import Actor, Record


def person(session: Session, key: str, *names: str, **columns: str) -> Actor:
    made = b.actor(session, key, "person", label=names[0], **columns)
    for name in names:
        b.name(session, made, name)
    return made


def identify(session: Session, record: Record, value: str, scheme: str = "wikidata") -> None:
    b.add(session, ExternalId(record_id=record.id, scheme_code=scheme, value=value))


def keys(found: list[Suggestion]) -> list[tuple[str, str]]:
    return [(pair.key, pair.into) for pair in found]


@pytest.fixture
def zelensky(session: Session) -> Actor:
    return person(session, "zelensky", "Volodymyr Zelensky", country_code="UKR")


@pytest.fixture
def zelenskyy(session: Session, zelensky: Actor) -> Actor:  # noqa: ARG001 - is there before it
    """The same person under a key and a spelling of its own."""
    return person(session, "zelenskyy", "Zelenskyy, Volodymyr", "V. Zelenskyy")


@pytest.mark.usefixtures("zelenskyy")
def test_like_names_are_proposed_the_younger_record_into_the_older(session: Session) -> None:
    person(session, "merkel", "Angela Merkel")
    (found,) = suggest_merges(session)
    assert (found.key, found.into) == ("test:zelenskyy", "test:zelensky")
    assert (found.label, found.into_label) == ("Zelenskyy, Volodymyr", "Volodymyr Zelensky")
    assert 0.85 < found.score < 1
    assert found.reasons == ("like names (0.94): volodymyr zelensky, zelenskyy volodymyr",)


def test_the_same_name_in_other_case_and_accents_scores_one(session: Session) -> None:
    person(session, "a", "Gerhard Schröder")
    person(session, "b", "GERHARD SCHRODER")
    (found,) = suggest_merges(session)
    assert found.score == 1
    assert found.reasons == ("same name: gerhard schroder",)


def test_a_shared_identifier_is_enough_without_a_like_name(session: Session) -> None:
    for key, name in (("bibi", "Bibi"), ("netanyahu", "Benjamin Netanyahu")):
        identify(session, person(session, key, name), "Q43723")
    (found,) = suggest_merges(session)
    assert found.score == 0.95
    assert found.reasons == ("same identifier: Wikidata Q43723",)


def test_shared_offices_relations_and_country_raise_the_score_and_say_so(
    session: Session, zelensky: Actor, zelenskyy: Actor
) -> None:
    before = suggest_merges(session)[0].score
    b.office(session, "president")
    b.actor(session, "party", "political_party")
    actors = Repositories(session).actors
    for number, holder in enumerate((zelensky, zelenskyy)):
        actors.hold_office(f"test:holding-{number}", holder.key, "test:president")
        actors.relate(f"test:member-{number}", holder.key, "member_of", "test:party")
    zelenskyy.country_code = "UKR"
    session.flush()
    (found,) = suggest_merges(session)
    assert before < found.score == 1
    assert found.reasons[1:] == ("both of UKR", "both held president", "both member of party")


def test_a_person_of_another_country_is_less_likely_the_same(session: Session, zelenskyy: Actor) -> None:
    zelenskyy.country_code = "USA"
    session.flush()
    assert suggest_merges(session) == []
    (found,) = suggest_merges(session, min_score=0.8)
    assert found.reasons[-1] == "but of UKR and of USA"


def test_bodies_of_two_countries_are_never_proposed(session: Session) -> None:
    for country in ("RUS", "UKR"):
        ministry = b.actor(session, f"mod-{country.lower()}", "ministry", country_code=country)
        b.name(session, ministry, "Ministry of Defence")
    assert suggest_merges(session, min_score=0.5) == []


def test_what_is_merged_retracted_or_judged_apart_is_not_proposed(
    session: Session, zelensky: Actor, zelenskyy: Actor
) -> None:
    merges = Repositories(session).merges
    merges.merge(zelenskyy.key, zelensky.key, "one")
    assert suggest_merges(session) == []
    merges.unmerge(zelenskyy.key, "two")
    assert len(suggest_merges(session)) == 1
    merges.distinguish(zelensky.key, zelenskyy.key, "two men")
    assert suggest_merges(session) == []
    merges.withdraw(zelensky.key, zelenskyy.key, "one man")
    retraction = "UPDATE geodb.record SET retracted_at = now(), retraction_reason = 'x' WHERE id = :id"
    run(session, retraction, id=zelenskyy.id)
    assert suggest_merges(session) == []


def test_what_cannot_be_one_is_not_proposed(session: Session, zelensky: Actor, zelenskyy: Actor) -> None:
    talks = b.event(session, "talks")
    b.participant(session, talks, zelensky)
    b.participant(session, talks, zelenskyy)
    assert suggest_merges(session) == []


def test_groups_without_a_name_are_never_proposed(session: Session) -> None:
    text = b.document(session, "text", "European intelligence says so.")
    for key in ("a", "b"):
        group = b.actor(session, key, "unnamed_group", scoped_to_id=text.id)
        b.name(session, group, "European intelligence")
    b.name(session, b.actor(session, "c", "unnamed_group"), "European intelligence")
    assert suggest_merges(session, min_score=0.5) == []


def test_a_metonym_does_not_make_two_of_one(session: Session) -> None:
    for key, kind in (("russia", "state"), ("kremlin", "government")):
        b.name(session, b.actor(session, key, kind), "Moscow", kind_code="metonym")
    assert suggest_merges(session) == []


def test_names_of_merged_records_count_for_their_survivor(session: Session, zelensky: Actor) -> None:
    merges = Repositories(session).merges
    merges.merge(person(session, "comedian", "Vladimir Selenskij").key, zelensky.key, "one")
    person(session, "selenskij", "Wladimir Selenskij")
    assert keys(suggest_merges(session)) == [("test:selenskij", "test:zelensky")]


def test_the_best_come_first_and_the_limit_holds(session: Session) -> None:
    for key, name in (("a", "Hassan Nasrallah"), ("b", "Hasan Nasrallah"), ("c", "Hassan Nasrallah")):
        person(session, key, name)
    scores = [pair.score for pair in suggest_merges(session)]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 3
    assert keys(suggest_merges(session, limit=1)) == [("test:c", "test:a")]


@pytest.mark.usefixtures("zelenskyy")
def test_of_one_record_only_its_own_pairs(session: Session) -> None:
    for key in ("x", "y"):
        person(session, key, "Somebody Else", "Volodymyr Other")
    assert keys(suggest_merges(session, of="zelenskyy")) == [("test:zelenskyy", "test:zelensky")]
    assert suggest_merges(session, of=person(session, "lonely", "Quite Alone").key) == []


def test_an_unknown_record_is_told(session: Session) -> None:
    with pytest.raises(NotFound, match="test:nobody"):
        suggest_merges(session, of="test:nobody")


def test_of_a_merged_record_the_pairs_of_its_survivor(
    session: Session, zelensky: Actor, zelenskyy: Actor
) -> None:
    comedian = person(session, "comedian", "A Comedian")
    Repositories(session).merges.merge(comedian.key, zelensky.key, "one")
    assert keys(suggest_merges(session, of=comedian.key)) == [(zelenskyy.key, zelensky.key)]


def test_a_name_that_very_many_bear_is_compared_with_neighbours_only(session: Session) -> None:
    for number in range(30):
        person(session, f"ali-{number}", "Muhammad Ali")
    found = suggest_merges(session, limit=1000)
    assert 29 <= len(found) < 30 * 29 / 2
    assert len(suggest_merges(session, of="ali-0", limit=1000)) == 29


def test_offices_of_one_body_and_places_of_one_country_are_proposed(session: Session) -> None:
    for state in ("ukraine", "georgia"):
        body = b.actor(session, state)
        for key in ("president", "the-president"):
            post = b.office(session, f"{key}-{state}", organization_id=body.id)
            b.name(session, post, "President")
    found = keys(suggest_merges(session, "office"))
    assert found == [
        ("test:the-president-ukraine", "test:president-ukraine"),
        ("test:the-president-georgia", "test:president-georgia"),
    ]
    assert keys(suggest_merges(session, of="president-georgia")) == found[1:]
    for country in ("USA", "CAN"):
        b.name(session, b.place(session, f"paris-{country.lower()}", country_code=country), "Paris")
    assert suggest_merges(session, "place") == []


def test_kinds_that_do_not_go_by_names_are_told(session: Session) -> None:
    with pytest.raises(InvalidValue, match="records of kind figure do not go by names") as caught:
        suggest_merges(session, "figure")
    assert caught.value.hint == "kinds: actor, office, place"


def test_the_seed_has_nobody_twice(seeded_db: Database) -> None:
    with seeded_db.read() as session:
        assert [(pair.key, pair.into, pair.score) for pair in suggest_merges(session)] == []


def test_an_office_asked_for_by_its_key_is_found_by_its_label(session: Session) -> None:
    """Offices have no names of their own, nor have actors that came in with a label alone."""
    b.office(session, "potus", label="President of the United States")
    b.office(session, "us-president", label="President of the United States of America")
    b.actor(session, "acme", "company", label="Acme Steel Works")
    b.name(session, b.actor(session, "acme-2", "company", label="Acme"), "Acme Steel Works")
    for of in ("potus", "us-president"):
        assert keys(suggest_merges(session, of=of)) == [("test:us-president", "test:potus")]
    for of in ("acme", "acme-2"):
        assert keys(suggest_merges(session, of=of)) == [("test:acme-2", "test:acme")]


def test_the_label_of_a_merged_record_is_a_name_of_its_survivor(session: Session) -> None:
    premier = b.office(session, "premier", label="Head of the Cabinet")
    b.merge(session, b.office(session, "pm", label="Prime Minister of Ruritania"), premier)
    b.office(session, "pm-of", label="Prime Minister of Ruritania")
    pair = [("test:pm-of", "test:premier")]
    assert keys(suggest_merges(session, "office")) == pair
    assert keys(suggest_merges(session, of="premier")) == pair
    assert keys(suggest_merges(session, of="pm-of")) == pair
