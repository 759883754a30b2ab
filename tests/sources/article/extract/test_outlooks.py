"""What is foretold, and what is only planned, allowed, told of the past or ruled."""

from __future__ import annotations

import pytest

from geodb.sources.article.extract.assessments.outlook import OUTLOOK, OUTLOOK_WORDS
from geodb.sources.article.extract.page import Passage
from tests.sources.article.extract.drafting import items, quotes


def forecasts(sentence: str) -> list[str]:
    found = items("assessments", "The weather was fine.", sentence)
    return [quotes(item)[0] for item in found if item["kind"] == "forecast"]


AHEAD = [
    "Another quarrel over the budget is all but certain.",
    "A clash looks inevitable.",
    "Expect a summer of strikes.",
    "Do not expect the truce to last.",
    "The miners can expect a dark winter.",
    "The likeliest loser is the baker.",
    "Few in Nakuru expect the truce to last.",
    "My guess is that the mill closes early.",
    "The odds are that the mill closes early.",
    "The chances of a truce are slim.",
    "Sceptics give the coalition eighteen months.",
    "We think it improbable that the mill closes.",
    "The bank forecasts a fall in exports.",
    "Analysts see prices falling to a tenth.",
    "The vote promises to be close.",
    "The miller’s days are numbered.",
    "A collapse is only a matter of time.",
    "The mill is headed for another strike.",
    "A truce between the millers remains improbable.",
    "The goal of cheap bread looks out of reach.",
    "The first flour is not expected before 2029.",
    "The bridge is now promised for the first half of 2028.",
    "The bank is seen cutting its rate in June.",
]


@pytest.mark.parametrize("sentence", AHEAD)
def test_a_text_looks_ahead_also_without_modal_verbs(sentence: str) -> None:
    assert forecasts(sentence) == [sentence.rstrip(".")]


@pytest.mark.parametrize("sentence", AHEAD)
def test_a_passage_that_looks_ahead_has_one_of_the_words(sentence: str) -> None:
    passage = Passage(1, sentence, [(0, len(sentence))], [])
    assert OUTLOOK.search(sentence) is not None
    assert not OUTLOOK_WORDS.isdisjoint(passage.words)


@pytest.mark.parametrize(
    "sentence",
    [
        "The coalition will not survive the winter.",
        "The reform will cost the miners votes in the south.",
        "The millers will try to split the bakers.",
        "The ruling could upend a decade of policy.",
        "Most of the money will end up in the pockets of millers.",
        "Without rain, a third of the herd will die.",
        "The strike may spread to the mines.",
        "The drought will make matters worse.",
        "His successor will inherit a bankrupt mill.",
        "The region will pay dearly for this mistake.",
        "The small towns will drift towards the coast.",
        "No government will dare to touch pensions.",
        "A truce might hold for a few weeks.",
        "Kenya will not stop at the river.",
    ],
)
def test_what_befalls_somebody_is_foretold(sentence: str) -> None:
    assert len(forecasts(sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge will carry 12,000 lorries a day.",
        "The fund will be managed by a bank.",
        "The new rules will apply to firms with 250 workers.",
        "The tariff will fall to 10 percent for steel.",
        "The pact would give each town a veto over new members.",
        "The exercise will involve 9,000 troops.",
        "Firms may apply for an exemption until the end of June.",
        "The treaty may be renewed for ten years.",
        "Farmers would wait for hours at the crossing in those days.",
        "The museum will reopen in the spring.",
        "The monitors will wear blue vests.",
        "The drills will last two weeks.",
        "Ships flying a foreign flag will need a permit.",
        "The money will go to schools and clinics.",
        "Prisoners over 60 will be freed first.",
        "They left early, fearing it might rain.",
        "Neither side could open the scoring.",
        "It was a room where guests could wear a wig.",
        "The camp may currently be home to 300 people.",
        "The truce could be seen as a pause.",
        "The lake may hold 20 million tonnes of salt.",
        "What could go wrong",
        "Whether the vote will change a thing is another matter.",
        "I will be brief.",
        "We will not nationalise the salt flats.",
        "You will recall the fire at the mill.",
        "The feud, which most bakers assumed would end with the harvest, has merely moved west.",
        "The contrast could hardly have been greater.",
    ],
)
def test_what_is_planned_ruled_or_only_possible_now_is_not(sentence: str) -> None:
    assert forecasts(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The price of bread could climb above 80 cents, the African Development Bank cautioned.",
         "The price of bread could climb above 80 cents"),
        ("The canal, under construction since March 2022, will divert a fifth of the river.",
         "The canal, under construction since March 2022, will divert a fifth of the river"),
        ("The judges in Luxembourg will not decide before the autumn of 2027.",
         "The judges in Luxembourg will not decide before the autumn of 2027"),
    ],
)  # fmt: skip
def test_a_forecast_keeps_its_subject_and_may_be_told_by_whoever_cautions(sentence: str, words: str) -> None:
    assert forecasts(sentence) == [words]
