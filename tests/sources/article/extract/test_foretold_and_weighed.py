"""What is bet, doubted, put at a chance or done by nobody is foretold; what would be so is only weighed."""

from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import items, quotes


def found(kind: str, *sentences: str) -> list[str]:
    drafted = items("assessments", "The weather was fine.", " ".join(sentences))
    return [quotes(item)[0] for item in drafted if item["kind"] == kind]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("My own bet is that the mills will be idle by 2030.", "the mills will be idle by 2030"),
        ("I expect it to close by 2031.", "I expect it to close by 2031"),
        ("By then the bakers will have signed their leases.", "By then the bakers will have signed their leases"),
        ("The ferry ought to reach the islands in 2029.", "The ferry ought to reach the islands in 2029"),
        ("The new oven would probably swallow the flour of two mills.", "The new oven would probably swallow the flour of two mills"),
        ("Even if it rained for a month, the guild would keep its flour.", "the guild would keep its flour"),
        ("The kiln should start to run in 2028.", "The kiln should start to run in 2028"),
        ("The miller doubts that the truce can hold.", "doubts that the truce can hold"),
        ("Nor is the miller likely to wait for ever.", "Nor is the miller likely to wait for ever"),
        ("No baker will discuss a price three weeks before the fair.", "No baker will discuss a price three weeks before the fair"),
        ("Without flour the bakers will export dust.", "Without flour the bakers will export dust"),
        ("The bakers will never accept a foreign oven.", "The bakers will never accept a foreign oven"),
        ("The fair will bless the guild and forget the bakers.", "The fair will bless the guild and forget the bakers"),
        ("We put the chance of a strike before Easter at one in four.", "the chance of a strike before Easter at one in four"),
        ("Prices will rise again, which is precisely the trouble.", "Prices will rise again"),
        ("Bread will be dear again by May, according to the guild.", "Bread will be dear again by May"),
        ("Bread will be short by 2031, which few bakers like to hear.", "Bread will be short by 2031"),
    ],
)  # fmt: skip
def test_what_is_foretold_without_saying_so(sentence: str, words: str) -> None:
    assert any(words in each for each in found("forecast", sentence))
    assert all(len(each) < len(sentence) for each in found("forecast", sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The governor would put it more kindly.",
        "I would not call it trust.",
        "They would do better to bake bread.",
        "A clock at the mill would be worth more.",
        "A second oven would be a luxury.",
        "The new oven would swallow as much flour as two mills.",
        "He may even be right.",
        "Readers may be surprised to learn how bread is made.",
        "The guild would not sign until a bank had vouched for it.",
        "Of the $3bn it would cost, half has been found.",
        "Bakers ought to stop counting loaves.",
        "The town ought to sign a lease with the guild by the end of 2026.",
    ],
)
def test_what_is_weighed_refused_or_advised_is_no_forecast(sentence: str) -> None:
    assert found("forecast", sentence) == []


@pytest.mark.parametrize(
    ("sentence", "is_foretold"),
    [
        ("Chad says there will be no truce.", True),
        ("Chad says the dam will cost 40 jobs.", True),
        ("Chad says the truce will be over by Easter.", True),
        ("Chad says the guild will not choose before the harvest.", True),
        ("Chad says the reform would cut fares by a fifth.", True),
        ("Chad expects prices to fall by a third.", True),
        ("Chad expects Togo to honour the truce.", False),
        ("Chad announced in 2018 that it would never again need a loan.", False),
        ("Chad says a joint force would be a burden.", False),
    ],
)
def test_what_somebody_says_is_a_forecast_with_an_end_a_time_or_a_measure(
    sentence: str,
    is_foretold: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    assert bool(found("forecast", sentence)) == is_foretold


def test_what_could_follow_a_condition_is_its_outcome() -> None:
    text = ("If the mill closes, bread will be dear.", "Flour, now 66 cents, could jump above a dollar.")
    assert found("forecast", *text) == []
    assert "Flour, now 66 cents, could jump above a dollar" in found("scenario_outcome", *text)


def test_a_case_is_gone_on_with_by_name() -> None:
    text = ("If the mill closes, bread will be dear.", "The poor, in this case, may end up with oats.")
    assert len(found("scenario_outcome", *text)) == len(text)


def test_something_may_stand_between_if_and_its_condition() -> None:
    text = "If, on the other hand, the mill opens again, the bakers would have flour."
    assert found("scenario", text) == ["the mill opens again"]
    assert found("scenario_outcome", text) == ["the bakers would have flour"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (", as the miller Ana Ruk feared in May", ""),
        (", with its walls of clay", ""),
        (", officials of the guild say", ""),
        (", warned Ana Ruk, a former member of the council", ""),
        ("", ", the head of the guild, Ana Ruk, conceded"),
        ("", ", says Ana Ruk, a miller at the lake"),
        ("", ", where it sold bread until 2024"),
        ("", ", against 6,500 loaves at present"),
    ],
)
def test_an_outcome_is_told_without_who_says_so_and_what_is_so(before: str, after: str) -> None:
    text = f"If the old dam breaks{before}, the guild would turn to the bakers of Togo{after}."
    assert found("scenario_outcome", text) == ["the guild would turn to the bakers of Togo"]


@pytest.mark.parametrize(
    ("condition", "outcome"),
    [
        ("flour rises by 2.5 percent", "the bakers could strike"),
        ("the mill sells 1,250.5 tons", "the bakers would have flour"),
        ("the council pays NT$1.25 million", "the mill could open again"),
    ],
)
def test_a_number_with_a_point_does_not_end_a_condition(condition: str, outcome: str) -> None:
    text = f"If {condition}, {outcome}."
    assert found("scenario", text) == [condition]
    assert found("scenario_outcome", text) == [outcome]


def test_a_forecast_begins_with_a_pronoun_behind_that() -> None:
    assert found("forecast", "After that, our assessment is that they may try to build.") == [
        "they may try to build"
    ]
