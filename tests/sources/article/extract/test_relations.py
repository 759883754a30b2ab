from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import items, quotes


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("The rivalry between Chad and Togo is old.", ("chad", "rivalry", "togo", "actual")),
        ("The Chad-Togo strategic partnership grows.", ("chad", "strategic_partnership", "togo", "actual")),
        ("A rapprochement between Chad and Togo could help.", ("chad", "rapprochement", "togo", "potential")),
        ("African Union member Togo voted.", ("togo", "member_of", "african-union", "actual")),
        ("Togo, a member of the African Union, voted.", ("togo", "member_of", "african-union", "actual")),
        ("Togo’s membership in NATO is far off.", ("togo", "aspirant_member", "nato", "sought")),
        ("Chad is at war with Togo.", ("chad", "at_war", "togo", "actual")),
    ],
)
def test_relations_are_drafted_where_words_state_them(
    sentence: str, relation: tuple[str, str, str, str]
) -> None:
    (found,) = items("actor_relations", sentence)
    assert (found["from"], found["kind"], found["to"], found.get("status", "actual")) == relation


def test_no_relation_is_guessed_from_names_that_stand_together() -> None:
    assert items("actor_relations", "Chad and Togo sent teams to the games, and Benin paid for both.") == []


def test_a_relation_told_twice_has_two_passages() -> None:
    (found,) = items(
        "actor_relations", "The Chad-Togo rivalry grows.", "The rivalry between Togo and Chad is old."
    )
    assert len(quotes(found)) == 2


@pytest.mark.parametrize(
    ("sentence", "kind", "ends"),
    [
        ("The coup in Togo led to the suspension of Chadian aid.", "causes", ("coup", "diplomatic_break")),
        (
            "In response to the coup in Togo, Chad imposed sanctions on Benin.",
            "responds_to",
            ("sanction", "coup"),
        ),
        (
            "During the summit between Chad and Togo, Benin signed an accord with Ghana.",
            "part_of",
            ("signing", "summit"),
        ),
        ("Chad and Benin held talks to end the war in Togo.", "aims_to_end", ("negotiation_round", "war")),
    ],
)
def test_events_are_related_by_the_words_between_them(
    sentence: str, kind: str, ends: tuple[str, str]
) -> None:
    (relation,) = items("event_relations", sentence)
    kinds = {event["key"]: event["kind"] for event in items("events", sentence)}
    assert relation["kind"] == kind
    assert (kinds[relation["from"]], kinds[relation["to"]]) == ends


def test_events_that_only_follow_each_other_in_the_text_are_not_related() -> None:
    assert items("event_relations", "Chad attacked Togo. Benin recalled its ambassador to Chad.") == []
