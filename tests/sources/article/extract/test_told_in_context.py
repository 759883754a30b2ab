"""Happenings in longer sentences: where their words begin and end, and what was left undone or is still to come."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sources.article.extract.drafting import items, quotes


def events(*paragraphs: str) -> list[dict[str, Any]]:
    return items("events", *paragraphs)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("In March 2024 Ana Ruk, the finance minister, flew to Accra for talks.",
         "In March 2024 Ana Ruk, the finance minister, flew to Accra for talks"),
        ("Its foreign minister, Ben Oto, told reporters on 3 May 2024 that the quay was safe.",
         "Its foreign minister, Ben Oto, told reporters on 3 May 2024"),
        ("Chad lifted the ban for six months after the visit of Ana Ruk on 3 May 2024.",
         "Chad lifted the ban for six months"),
        ("Production, once promised for 2022, has slipped to 2029.", "Production, once promised for 2022, has slipped to 2029"),
        ("On the plateau the front has moved north, towards Moundou.", "the front has moved north, towards Moundou"),
        ("President Ana Ruk returned from Accra with loans worth $1bn.", "President Ana Ruk returned from Accra with loans worth $1bn"),
        ("The ferry link, opened in June 2024, carries 900 cars a day.", "The ferry link, opened in June 2024"),
        ("That explains the second grain scheme, approved in May 2024 with a budget of $2bn.",
         "the second grain scheme, approved in May 2024"),
        ("The vote came two days after rebels shelled the depot in Lomé and killed 23 people.",
         "rebels shelled the depot in Lomé and killed 23 people"),
        ("A commission that the assembly set up in May 2024 has not met.",
         "A commission that the assembly set up in May 2024 has not met"),
        ("A summit that Chad was to host never took place.", "A summit that Chad was to host never took place"),
        ("At the harbour on 3 May 2024 Ben Oto vowed that the ferries would sail.",
         "At the harbour on 3 May 2024 Ben Oto vowed"),
        ("After the Lomé attack, in which gunmen killed 26 men on 3 May 2024, the road was quiet.",
         "the Lomé attack, in which gunmen killed 26 men on 3 May 2024"),
        ("Chad named a lawyer as interior minister on 3 May 2024.", "Chad named a lawyer as interior minister on 3 May 2024"),
        ("Soldiers killed Ben Oto, the head of the rebels, in a raid on a farm near Lomé.",
         "Soldiers killed Ben Oto, the head of the rebels, in a raid on a farm near Lomé"),
        ("The summit of Chad and Togo, planned for May 2031, will take place in Lomé.",
         "The summit of Chad and Togo, planned for May 2031, will take place in Lomé"),
        ("Ana Ruk, in a recorded address, promised peace.", "Ana Ruk, in a recorded address"),
        ("Chad announced on 3 May 2024 that its troops would leave Togo.",
         "Chad announced on 3 May 2024 that its troops would leave Togo"),
        ("Togo let its contract with Chad lapse in June 2024.", "Togo let its contract with Chad lapse in June 2024"),
        ("The dam that Togo began to build in August 2024 will flood 20 villages.",
         "The dam that Togo began to build in August 2024"),
        ("Some 12m people have been driven from their homes.", "Some 12m people have been driven from their homes"),
        ("Chad’s decision of 3 June 2024 to ban wheat exports surprised nobody.",
         "Chad’s decision of 3 June 2024 to ban wheat exports"),
    ],
)  # fmt: skip
def test_a_happening_runs_from_its_subject_to_its_end(sentence: str, words: str) -> None:
    assert words in [quotes(event)[0] for event in events(sentence)]


def test_a_long_aside_between_subject_and_verb_is_left_out_with_its_day() -> None:
    found = events(
        "The World Bank, which had kept the port afloat with a loan in 2011, put another $300m into it in March 2023."
    )
    assert [(quotes(event)[0], event["when"]) for event in found][-1] == (
        "put another $300m into it in March 2023",
        "2023-03",
    )


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Togo was not consulted.", "contact"),
        ("Chad has imposed no sanctions on Togo.", "sanction"),
        ("The two presidents were to have met in Accra on 4 March 2024.", "meeting"),
        ("Togo refused to sign the treaty.", "signing"),
        ("Talks between Chad and Togo have never resumed.", "negotiation_round"),
        ("The delegation of the rebels never turned up.", "meeting"),
    ],
)
def test_what_somebody_named_left_undone_did_not_occur(sentence: str, kind: str) -> None:
    (found,) = events(sentence)
    assert (found["kind"], found["status"]) == (kind, "did_not_occur")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Togo is due to open an embassy in Accra.", "diplomatic_initiative"),
        ("The railway is due to start operating in the second half of 2027.", "launch"),
        ("Elections, twice delayed, are due in December 2031.", "election"),
        ("Togo had a vote in 2031 on its list.", "vote"),
        ("The committee meets again in Accra in April 2031.", "planned_meeting"),
        ("Both governments are preparing a visit of King Otumfuo to Chad.", "planned_meeting"),
    ],
)
def test_what_is_due_is_planned(sentence: str, kind: str) -> None:
    found = events("2 May 2026", "", sentence)
    assert (kind, "planned") in [(event["kind"], event["status"]) for event in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Should Chad instead cut its output in May 2027, prices would jump.",
        "The accord would weaken the junta, leaving Chad partitioned.",
        "Chad imported no coal.",
        "Troops in Togo threatened to hit the depot.",
    ],
)
def test_what_is_supposed_is_no_event(sentence: str) -> None:
    assert events(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Togo’s Supreme Court threw out the petition of the opposition.", "judicial_decision"),
        ("Togo has legislated for a strategic grain reserve.", "legislation"),
        ("Togo told the state-owned Petrotogo to halt payments to Chad.", "policy_change"),
        ("Chadian troops are laying siege to Bousso.", "blockade"),
        ("The rebels cut the road to Moundou.", "blockade"),
        ("A motion to halt arms sales to Chad was defeated in the Senate by 52 votes to 48.", "vote"),
        ("A collision of ferries near Lomé killed nobody.", "disaster"),
        ("A sudden halt of shipments to Togo followed.", "trade_measure"),
        ("Togo called up 20,000 reservists.", "deployment"),
        ("The World Bank wrote off half of the debt of Togo.", "policy_change"),
        ("Togo has agreed to sell electricity to Chad for 25 years.", "agreement"),
        ("Chad offered Togo a stake in the port.", "diplomatic_initiative"),
        ("The World Bank kept Togo afloat with a loan.", "aid_delivery"),
        ("A motion of no confidence in the government failed by 101 votes to 97.", "vote"),
        ("The trade deal that Ana Ruk struck with Ben Oto at Accra in July 2024 lapsed.", "agreement"),
        ("After Ana Ruk and Ben Oto met in Accra, the border was quiet.", "meeting"),
    ],
)
def test_acts_without_a_day_are_told_by_their_words(sentence: str, kind: str) -> None:
    assert kind in [event["kind"] for event in events(sentence)]


def test_a_day_to_come_is_not_that_of_an_act_before_it() -> None:
    found = events("2 May 2026", "", "The party of Ana Ruk has asked parliament to extend her term to 2030.")
    assert [(event["status"], event.get("when")) for event in found] == [("occurred", None)]


def test_the_day_of_another_clause_is_not_taken() -> None:
    first, second = events(
        "Chad withdrew its troops from Togo, and on 3 May 2024 the African Union sent observers to Lomé."
    )
    assert ("when" in first, second["when"]) == (False, "2024-05-03")


def test_a_capital_and_a_small_word_are_no_dateline() -> None:
    (found,) = events("Chad attacked Togo on 3 May 2021. Benin attacked Togo in June 2024.")[1:]
    assert (found["status"], found["when"]) == ("occurred", "2024-06")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Four sailors were injured in a fire aboard the ferry Anna on Monday.", "disaster"),
        ("Nine miners were killed in a train crash near Nakuru on Monday.", "disaster"),
        ("Four sailors were injured in a drone attack on the ferry Anna on Monday.", "attack"),
    ],
)
def test_an_accident_is_no_attack(sentence: str, kind: str) -> None:
    assert {event["kind"] for event in events(sentence)} == {kind}
