"""Happenings by many verbs and nouns, told with their day, and what is no happening though it sounds like one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sources.article.extract.drafting import items, quotes


def events(*paragraphs: str) -> list[dict[str, Any]]:
    return items("events", *paragraphs)


def roles(event: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each["actor"], each["role"]) for each in event.get("participants", ())]


@pytest.mark.parametrize(
    ("sentence", "kind", "plover"),
    [
        ("The central bank raised its key rate on 3 May 2024.", "economic_measure", None),
        ("A court in Lomé acquitted the editor on 3 May 2024.", "judicial_decision", "CONCEDE"),
        ("The treaty between Chad and Togo came into force on 3 May 2024.", "ratification", "AGREE"),
        ("Chad scrapped its lithium contract with Togo.", "policy_change", "REJECT"),
        ("Togo inaugurated a bridge over the river in May 2024.", "launch", "AGREE"),
        ("A ferry capsized in the strait on 3 May 2024.", "disaster", None),
        ("Lawmakers toured the flooded districts on 3 May 2024.", "visit", "CONSULT/visit"),
        ("Chad stripped three exiles of Togo of their citizenship.", "policy_change", "SANCTION"),
        ("Nurses walked out on 3 May 2024.", "protest", "PROTEST/strike"),
        ("Togo’s king was crowned on 3 May 2024.", "appointment", None),
        ("A frigate of Chad entered the gulf on 3 May 2024.", "deployment", "MOBILIZE/troops"),
        ("Chad’s coalition collapsed on 3 May 2024.", "policy_change", None),
        ("The storm destroyed the port of Lomé on 3 May 2024.", "disaster", None),
        ("The expiry of the fishing agreement on 3 May 2024 surprised Togo.", "policy_change", None),
        ("The secession of Togo in 1912 is still taught at school.", "policy_change", None),
        ("The lenders welcomed the devaluation of May 2024.", "economic_measure", None),
    ],
)
def test_verbs_and_nouns_of_many_classes_tell_a_happening(
    sentence: str, kind: str, plover: str | None
) -> None:
    (found,) = events(sentence)
    assert (found["kind"], found.get("plover")) == (kind, plover)


@pytest.mark.parametrize(
    "sentence",
    [
        "The expiry of the fishing agreement would hurt Togo.",
        "The secession of Togo is still a painful subject.",
        "A central bank raised its key rate.",
        "Ships entered the gulf for decades.",
    ],
)
def test_some_words_tell_a_happening_only_with_its_day(sentence: str) -> None:
    assert events(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad rewired its pumping stations in May 2024.",
        "The ministry rewired the pumping stations on Tuesday, 7 May 2024.",
        "The pumping stations were rewired in May 2024.",
    ],
)
def test_any_act_of_somebody_on_some_day_is_a_happening(sentence: str) -> None:
    (found,) = events(sentence)
    assert (found["kind"], found["when"][:7]) == ("policy_change", "2024-05")


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad rewired its pumping stations.",
        "Chad lacked money in May 2024.",
        "Exports of Chad averaged 3 tons in May 2024.",
        "The pumping stations are rewired in 2024 as in 2023.",
        "Chad’s critics attacked the plan in May 2024.",
        "The report killed the deal in May 2024.",
        "Nobody in Chad rewired the pumps, or if Togo rewired them in May 2024.",
    ],
)
def test_what_is_no_act_or_has_no_day_is_none(sentence: str) -> None:
    assert events(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad has long supplied Togo with arms.",
        "Chad regularly expelled diplomats of Togo.",
        "Togo has been selling drones to Chad.",
        "Togo, which sold drones to Chad, is silent.",
        "Chad blocked the sale to Togo for months.",
        "Chad signed nothing with Togo.",
        "Chad demanded that the envoy of Togo be expelled.",
        "Newly formed parties of Chad oppose Togo.",
        "They feared the largest attack on Togo.",
        "Togo trains for an attack on Chad.",
        "The prospect of a summit of Chad and Togo in 2026 helps nobody.",
    ],
)
def test_habits_states_and_backgrounds_are_no_happenings(sentence: str) -> None:
    assert events(sentence) == []


def test_a_title_is_no_happening_but_its_text_is() -> None:
    (found,) = events("Chad expels envoy after Togo attacked port", "", "Chad expelled an envoy of Togo.")
    assert quotes(found) == ["Chad expelled an envoy of Togo"]


@pytest.mark.parametrize(
    ("sentence", "quote", "when"),
    [
        ("On 3 May 2024, a court in Lomé ruled that the vote was void.", "On 3 May 2024, a court in Lomé ruled", "2024-05-03"),
        ("Chad sank two trawlers, the Star and the Moon, in May 2024.", "Chad sank two trawlers", "2024-05"),
        ("Chad froze the loan hours after the attack on Togo of 3 May 2024.", "Chad froze the loan", None),
        ("Togo welcomed the ruling that the court delivered on 3 May 2024.", "the ruling that the court delivered on 3 May 2024", "2024-05-03"),
        ("On 3 May 2024 Chad became the first state to recognise Togo.", "On 3 May 2024 Chad became the first state to recognise Togo", "2024-05-03"),
        ("Chad’s envoy is said to have met rebels in Lomé in May 2024.", "Chad’s envoy is said to have met rebels in Lomé in May 2024", "2024-05"),
        ("Chad’s new parliament passed a law that bars foreigners.", "Chad’s new parliament passed a law that bars foreigners", None),
        ("A truce mediated by Chad in May 2024 spared the port.", "A truce mediated by Chad in May 2024", "2024-05"),
        ("A truce mediated by Chad took effect on 3 May 2024.", "A truce mediated by Chad took effect on 3 May 2024", "2024-05-03"),
    ],
)  # fmt: skip
def test_the_words_and_the_day_of_a_happening(sentence: str, quote: str, when: str | None) -> None:
    found = {quotes(event)[0]: event.get("when") for event in events(sentence)}
    assert found.get(quote, "missing") == when


def test_men_armed_with_knives_have_done_nothing_yet() -> None:
    (found,) = events("Sailors of Chad armed with axes and knives boarded a trawler on 3 May 2024.")
    assert quotes(found) == ["Sailors of Chad armed with axes and knives boarded a trawler on 3 May 2024"]


def test_participles_that_follow_one_another_are_all_passive() -> None:
    found = events(
        "Ana Ruk was detained in May 2024 and removed from office by the Supreme Court of Chad in June 2024."
    )
    assert [event["kind"] for event in found] == ["arrest", "resignation"]
    assert ("supreme-court-of-chad", "actor") in roles(found[1])


def test_a_participle_between_commas_is_of_the_name_before_it() -> None:
    found = events("President Ana Ruk, suspended on 3 May 2024 over a leak, was dismissed by Chad.")
    assert roles(found[0]) == [("ana-ruk", "subject")]


def test_after_doing_something_is_told_of_the_subject() -> None:
    found = events("After visiting Togo in May 2024, Ana Ruk resigned.")
    assert (found[0]["kind"], found[0].get("when")) == ("visit", "2024-05")
    assert ("ana-ruk", "visitor") in roles(found[0])


def test_an_attack_is_on_its_victim() -> None:
    (found,) = events("The port burned after an attack on Togo on 3 May 2024.")
    assert roles(found) == [("togo", "victim")]


def test_what_is_done_to_a_happening_is_one_with_it() -> None:
    (found,) = events("Chad adopted its ninth package of sanctions on 3 May 2024.")
    assert found["kind"] != "sanction"


def test_wars_of_others_are_other_wars() -> None:
    found = events(
        "The war in Chad began in 2023.", "The war of 1912 is forgotten.", "The Ten-Week War is not."
    )
    assert [event["kind"] for event in found] == ["war"] * 3


def test_a_scheduled_vote_is_planned() -> None:
    (found,) = events("Togo’s runoff vote is scheduled for 3 May 2026.")
    assert found["status"] == "planned"


def test_voters_who_go_to_the_polls_next_year_have_not_yet_gone() -> None:
    (found,) = events("Voters go to the polls in Togo in May 2026.")
    assert (found["kind"], found["status"]) == ("election", "planned")


def test_the_two_sides_are_not_the_one_that_was_named_last() -> None:
    found = events("Chad hosted the talks on 3 May 2024, and the two sides signed a treaty on 4 May 2024.")
    assert [roles(event) for event in found if event["kind"] == "signing"] == [[]]


def test_more_than_a_number_is_no_comparison() -> None:
    (found,) = events("More than 60 states signed a convention in Lomé on 3 May 2024.")
    assert found["kind"] == "signing"


@pytest.mark.parametrize(
    "sentence", ["Chad broke the seals in May 2024.", "In May 2024 Chad threw a switch."]
)
def test_acts_in_an_irregular_past_tense_are_found_by_their_day(sentence: str) -> None:
    (found,) = events(sentence)
    assert found["when"] == "2024-05"


def test_a_happening_that_was_launched_is_told_by_its_noun() -> None:
    (found,) = events("The raid was launched on 3 May 2024 by soldiers of Chad.")
    assert (found["kind"], found["plover"]) == ("attack", "ASSAULT")


REPORT = "LIMA, 14 July 2025 (Agency) – The weather was fine."


@pytest.mark.parametrize(
    ("sentence", "kind", "when"),
    [
        ("Chad paid for it. On 3 May 2024 it ended its dependence on fuel.", "policy_change", "2024-05-03"),
        ("Industry suffers: Ford dismissed 800 workers in Valencia in October.", "policy_change", "2024-10"),
        ("Bolivians elect a president on 17 August.", "election", "2025-08-17"),
        ("The ministers meet again in Quito on 4 June.", "planned_meeting", "2026-06-04"),
        ("The envoy said the two sides would meet in Doha on 4 August.", "planned_meeting", "2025-08-04"),
        ("Landlocked since Namibia became independent in 1990, it has no port.", "policy_change", "1990"),
        ("Oman, whose terminal at Duqm opened in 2016, sells gas.", "launch", "2016"),
    ],
)
def test_acts_in_a_report_have_the_day_that_their_tense_wants(sentence: str, kind: str, when: str) -> None:
    assert [(each["kind"], each.get("when")) for each in items("events", REPORT, sentence)] == [(kind, when)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile imported no Russian coal in 2024.",
        "The two sides would meet in Doha if Oman asked.",
        "Norwegians eat fish on Fridays.",
        "He wrote in May 2025 that the port was closed.",
    ],
)
def test_what_is_not_done_by_anybody_is_no_act(sentence: str) -> None:
    assert items("events", REPORT, sentence) == []


def test_what_a_plan_is_to_do_is_no_event_of_its_own() -> None:
    (event,) = items("events", "Kenya on 3 May 2024 approved a plan to sell a stake in the port to Chad.")
    assert event["kind"] == "announcement"


def test_since_a_year_when_something_was_done_is_that_year() -> None:
    (event,) = items("events", "Chad has waited since 2008, when it signed a treaty with Togo.")
    assert event["when"] == "2008"


def test_a_deadline_dates_nothing_that_has_happened() -> None:
    (event,) = items("events", "Chad wants rice by 2030, and it has signed a treaty with Togo.")
    assert "when" not in event
