"""Who did what a verb or noun tells, and on which day, where others or other days stand beside."""

from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import actors, acts, items, quotes, told


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("In Benin, Chad opened a consulate.", "chad"),
        ("In Benin, the United States deployed its missiles.", "united-states"),
        ("To force the rebels out of Togo, Chad blocked border trade.", "chad"),
    ],
)
def test_who_acts_after_a_place_is_no_place(sentence: str, who: str) -> None:
    (event,) = acts(sentence)
    assert (who, "actor") in actors(event)


def test_a_short_name_in_brackets_ends_no_clause() -> None:
    (event,) = acts("Chad and Togo signed a Coastal Waters Agreement (CWA) on April 30.")
    assert event["when"] == "2025-04-30"
    assert quotes(event) == ["Chad and Togo signed a Coastal Waters Agreement (CWA) on April 30"]


def test_who_declines_to_meet_has_not_met() -> None:
    (event,) = acts("President Ana Ruk of Chad declined to meet President Ben Oto of Togo.")
    assert event["plover"] == "REJECT"
    assert [(event["kind"], event["status"])] == [("meeting", "did_not_occur")]


def test_words_before_which_do_not_end_a_happening() -> None:
    (event,) = acts("The Chad-Togo summit ended with a declaration in which both sides praised each other.")
    assert quotes(event) == ["The Chad-Togo summit ended with a declaration"]


def test_a_team_that_monitors_a_truce_is_no_truce() -> None:
    assert told("A ceasefire monitoring team of Chad is in Togo.") == []


def test_what_is_decided_is_told_once() -> None:
    assert told("The parliament of Chad voted to extend the term of Ana Ruk.") == [("vote", "occurred")]


def test_drones_launched_by_others_are_not_those_of_who_shot_them_down() -> None:
    found = acts("Chad shot down 70 of 91 drones launched overnight by Togo.")
    assert [each for event in found for each in actors(event) if each[1] == "actor"].count(
        ("chad", "actor")
    ) == 1


def test_a_day_of_another_act_before_the_clause_is_not_its_day() -> None:
    found = acts(
        "President Ana Ruk of Chad spoke.", "Since taking office in May, Ana Ruk has visited Togo twice."
    )
    assert [event.get("when") for event in found if event["kind"] == "visit"] == [None]


@pytest.mark.parametrize(
    ("sentence", "kind", "who"),
    [
        ("The raid prompted Chad to recall its ambassador from Togo.", "diplomatic_break", ("chad", "actor")),
        ("A court in Togo blocked an order of President Ana Ruk.", "judicial_decision", None),
        ("Togo won the case against Chad, until a tribunal struck down the levy in April.", "judicial_decision", None),
        ("Parties boycotted Chad’s election, which President Ana Ruk won with 53 percent.", "election", ("ana-ruk", "subject")),
        ("Togo hosted President Ana Ruk.", "visit", ("ana-ruk", "visitor")),
        ("Chad sent observers to Togo.", "exchange_of_messages", ("chad", "actor")),
        ("Chad arrested three rebels and flew them to Togo.", "expulsion", ("chad", "actor")),
        ("The parliament of Chad overrode the veto of Ana Ruk.", "vote", None),
        ("The trial of Ana Ruk opened in Togo on 2 September.", "judicial_decision", None),
    ],
)  # fmt: skip
def test_who_is_made_to_act_acts(sentence: str, kind: str, who: tuple[str, str] | None) -> None:
    found = [event for event in acts(sentence) if event["kind"] == kind]
    assert found, acts(sentence)
    assert who is None or who in [each for event in found for each in actors(event)]


def test_a_day_before_a_noun_or_a_subject_is_of_another_act() -> None:
    assert told("Under the June 2025 agreement, Chad is to leave Togo.") == []
    found = acts("Since the fall of Ana Ruk on 8 December 2024 its troops have occupied the quays of Chad.")
    assert "its troops have occupied the quays of Chad" in [each for event in found for each in quotes(event)]


def test_who_comes_after_several_forms_in_ing_did_them() -> None:
    found = acts(
        "Ana Ruk, president of Togo, spoke.",
        "By receiving Ana Ruk in May, praising Togo and smiling, Chad made a friend.",
    )
    assert [actors(event) for event in found if event["kind"] == "visit"] == [
        [("chad", "host"), ("ana-ruk", "visitor")]
    ]


def test_an_aide_is_somebody_although_only_whose_he_is_is_told() -> None:
    text = "Chad is opposed to mediation in Togo, a close aide to Prime Minister Ana Ruk said Wednesday."
    assert all(item["label"].strip() for item in items("actors", text))


def test_a_campaign_in_response_to_an_attack_is_of_who_answers() -> None:
    found = acts("Chad launched a campaign in response to the attack by Togo of 7 October 2023.")
    assert ("togo", "victim") not in [each for event in found for each in actors(event)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The terms of the deal between Chad and Togo are being finalised.",
        "Nobody moves until the railway to Togo is completed by Chad.",
    ],
)
def test_what_goes_on_or_is_awaited_has_not_happened(sentence: str) -> None:
    assert told(sentence) == []


def test_a_vote_that_is_put_off_is_postponed() -> None:
    assert told("Chad postponed a cabinet vote, whilst Togo waits.") == [("vote", "postponed")]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Chad’s envoy to Togo resigned.", ["chad"]),
        ("Soon afterwards Chad’s boss of bosses, President Ana Ruk, died in a plane crash.", ["ana-ruk"]),
        ("Chad’s president and President Ana Ruk of Togo signed an accord.", ["chad", "ana-ruk", "togo"]),
    ],
)
def test_whose_or_where_somebody_is_takes_no_part(sentence: str, who: list[str]) -> None:
    (event,) = acts(sentence)
    assert [actor for actor, _ in actors(event)] == who


@pytest.mark.parametrize(
    ("before", "sentence", "who"),
    [
        ("Chad denies it.", "Its soldiers crossed the border near Lomé.", ["chad"]),
        ("Chad and Togo have made peace.", "The two countries exchanged prisoners.", ["chad", "togo"]),
        ("The European Union is divided.", "The bloc postponed its decision.", ["european-union"]),
        ("Chad is rich.", "The country bought ten drones.", ["chad"]),
    ],
)
def test_who_is_meant_by_a_noun_was_named_before(before: str, sentence: str, who: list[str]) -> None:
    (event,) = acts(f"{before} {sentence}")
    assert [actor for actor, _ in actors(event)][: len(who)] == who


def test_what_nobody_did_was_not_done() -> None:
    (event,) = acts("Chad waits. Not a single shell of Togo has been fired on Chad.")
    assert event["status"] == "did_not_occur"


def test_what_is_done_in_the_present_without_a_day_may_only_be_supposed() -> None:
    assert told("If, as planned, the railway through Chad is completed by Togo, exports will double.") == []
