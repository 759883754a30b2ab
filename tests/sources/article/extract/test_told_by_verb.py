from __future__ import annotations

from typing import Any

import pytest

from tests.sources.article.extract.drafting import items, quotes


def events(*paragraphs: str) -> list[dict[str, Any]]:
    return items("events", *paragraphs)


def roles(event: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each["actor"], each["role"]) for each in event["participants"]]


@pytest.mark.parametrize(
    ("sentence", "kind", "plover"),
    [
        ("Chad and Togo reached a deal on fishing rights.", "agreement", "AGREE"),
        ("Chad hosted the leaders of Togo and Benin for talks.", "negotiation_round", "CONSULT"),
        ("Chad has restored diplomatic relations with Togo.", "diplomatic_initiative", "SUPPORT"),
        ("Chad shared intelligence with Togo.", "diplomatic_initiative", "COOPERATE"),
        ("Chad delivered medical supplies to Togo.", "aid_delivery", "AID"),
        ("Chad lifted the embargo on Togo.", "sanction_relief", "CONCEDE"),
        ("Chad withdrew its troops from Togo.", "withdrawal_of_forces", "RETREAT/withdraw"),
        ("Chad vetoed the resolution on Togo.", "vote", "REJECT"),
        ("Protesters blocked the roads to Lomé.", "protest", "PROTEST/obstruct"),
        ("Chad recalled its ambassador to Togo.", "diplomatic_break", "SANCTION/withdraw"),
        ("Chad put its army on high alert.", "deployment", "MOBILIZE"),
        ("Chad closed its border with Togo.", "border_measure", "SANCTION"),
        ("Chad declared a state of emergency on 3 May 2024.", "emergency_measure", "COERCE/restrict"),
        ("Chad sued Togo on 3 May 2024.", "legal_action", "ACCUSE"),
        ("Chad freed 40 prisoners of Togo on 3 May 2024.", "release", "RETREAT/release"),
        ("Chad repaid its loans to Togo on 3 May 2024.", "financing", "COOPERATE"),
        ("Chad defaulted on its bonds on 3 May 2024.", "economic_shock", None),
        ("Police in Togo arrested 40 students.", "arrest", "COERCE/arrest"),
        ("Gunmen kidnapped six engineers in Togo.", "abduction", "ASSAULT/abduct"),
        ("Togo joined the African Union.", "accession", "AGREE"),
        ("Togo left the African Union.", "withdrawal_from_agreement", "REJECT"),
        ("Parliament in Togo passed a law on the press.", "legislation", None),
    ],
)
def test_verbs_of_every_type_tell_an_event(sentence: str, kind: str, plover: str | None) -> None:
    (found,) = events(sentence)
    assert (found["kind"], found.get("plover")) == (kind, plover)


def test_a_passive_turns_the_roles_round() -> None:
    (active,) = events("Chad attacked Togo on 3 May 2024.")
    (passive,) = events("Togo was attacked by Chad on 3 May 2024.")
    assert sorted(roles(active)) == sorted(roles(passive)) == [("chad", "actor"), ("togo", "victim")]


def test_a_participle_after_its_noun_is_passive() -> None:
    (found,) = events("Under an accord brokered by Chad, the roads are open.")
    assert roles(found) == [("chad", "mediator")]


def test_two_verbs_of_one_subject_are_two_events() -> None:
    first, second = events("Chad imposed sanctions on Togo and recalled its ambassador.")
    assert (first["kind"], second["kind"]) == ("sanction", "diplomatic_break")
    assert roles(second) == [("chad", "actor")]


def test_a_list_of_names_is_one_subject() -> None:
    (found,) = events("On 5 May 2024, Chad, Togo and Benin signed a treaty.")
    assert roles(found) == [("chad", "party"), ("togo", "party"), ("benin", "party")]
    assert (quotes(found), found["when"]) == (
        ["On 5 May 2024, Chad, Togo and Benin signed a treaty"],
        "2024-05-05",
    )


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Chad did not sign the treaty with Togo.", "did_not_occur"),
        ("Chad failed to sign the treaty with Togo.", "did_not_occur"),
        ("Chad cancelled the summit with Togo.", "cancelled"),
        ("Chad postponed the elections in the south.", "postponed"),
        ("The leaders of Chad and Togo will meet in Paris on 5 May 2024.", "planned"),
        ("Chad plans to hold talks with Togo in June 2024.", "planned"),
        ("The talks between Chad and Togo did not take place.", "did_not_occur"),
    ],
)
def test_what_did_not_happen_or_will_happen_says_so(sentence: str, status: str) -> None:
    (found,) = events(sentence)
    assert found["status"] == status


@pytest.mark.parametrize(
    "sentence",
    [
        "If Chad attacked Togo, the region would burn.",
        "Chad could attack Togo.",
        "Nobody knows whether Chad attacked Togo.",
        "The threat of an attack by Chad remains.",
    ],
)
def test_what_is_imagined_is_no_event(sentence: str) -> None:
    assert events(sentence) == []


def test_may_is_a_month_where_it_has_a_capital() -> None:
    (found,) = events("Chad recognised Togo on 28 May 2024.")
    assert quotes(found) == ["Chad recognised Togo on 28 May 2024"]


def test_a_disaster_takes_in_its_relative_clause() -> None:
    (found,) = events("The earthquake that struck Togo on 6 February 2023 killed 50,000 people.")
    assert (found["kind"], found["when"]) == ("disaster", "2023-02-06")


def test_a_named_war_keeps_its_name() -> None:
    (found,) = events("The Second Togo War lasted three years.")
    assert (found["kind"], found["label"]) == ("war", "Second Togo War")


def test_a_day_of_the_week_that_is_planned_comes_after_the_dateline() -> None:
    (found,) = events("Lomé, 14 March 2024 - Chad will hold talks with Togo on Tuesday.")
    assert (found["status"], found["when"]) == ("planned", "2024-03-19")


def test_what_goes_on_without_a_subject_is_told_of_who_stands_before_by_a_noun() -> None:
    told = items(
        "events",
        "The two governments signed a fishing treaty, opened a hotline and later suspended the talks.",
    )
    assert quotes(told[-1]) == ["later suspended the talks"]
    told = items("events", "The court convicted him in March and barred him from office.")
    assert quotes(told[-1]) == ["barred him from office"]
