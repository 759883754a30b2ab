"""Figures in words, in units of more than one thing, and without a unit of their own."""

from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import items, quotes


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("Chad sold up to a fifth of its herd.", 20, "percent"),
        ("Togo attacked more than two thirds of the camps in Chad.", 66.7, "percent"),
        ("Chad built 3 gigawatts of wind power.", 3000, "megawatts"),
        ("Chad sold 12 bcm of gas to Togo.", 12_000_000_000, "cubic_metres"),
        ("Chad and Togo signed 35 agreements.", 35, "items"),
    ],
)
def test_parts_and_large_units_are_figures(sentence: str, value: float, unit: str) -> None:
    (figure,) = items("figures", sentence)
    assert float(figure.get("best") or figure.get("low") or figure["high"]) == value
    assert figure["unit"] == unit


def test_a_number_of_money_takes_the_currency_named_before_it() -> None:
    found = items("figures", "Exports of Chad rose from 2.5 billion dollars in 2023 to 3 billion in 2024.")
    assert [(float(each["best"]), each["unit"]) for each in found] == [(2.5e9, "usd"), (3e9, "usd")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad sold a third of a cow.",
        "In the second half of the year Chad will vote, and at 62 he leads its elders.",
        "The next two years will show what Chad can do.",
        "Exports of Chad reached 2 billion dollars. Chad counts 3 million, of whom few vote.",
    ],
)
def test_some_numbers_measure_nothing(sentence: str) -> None:
    assert [each["unit"] for each in items("figures", sentence)] in ([], ["usd"])


def test_a_range_whose_ends_both_have_their_unit_is_one_figure() -> None:
    (figure,) = items(
        "figures", "Ghana said that exports grew by between $23 billion and $31 billion a year."
    )
    assert (float(figure["low"]), float(figure["high"])) == (23e9, 31e9)
    two = items("figures", "Ghana spent $2 billion and $3 billion in two years.")
    assert {float(each["best"]) for each in two if each["unit"] == "usd"} == {2e9, 3e9}


def test_a_figure_of_the_deal_hangs_on_the_plan_told_before() -> None:
    report = ("Kenya approved a plan to sell the port.", "The deal, worth about $600 million, is late.")
    (figure,) = items("figures", *report)
    (plan,) = items("initiatives", *report)
    assert (figure["of"], float(figure["best"])) == (plan["key"], 600e6)


@pytest.mark.parametrize(
    ("sentence", "quote", "value", "unit"),
    [
        ("Kenya says that half of Kenyan farmers are in debt.", "half of Kenyan farmers", 50, "percent"),
        ("Exports of Ghana fell by a third.", "by a third", 33.3, "percent"),
        ("Bread in Ghana costs a quarter more.", "a quarter more", 25, "percent"),
        ("One in five Kenyans is out of work.", "One in five", 20, "percent"),
        ("Rice in Ghana costs twice what it did in May.", "twice what it did", 2, "ratio"),
        ("Togo elected 40 of the 113 members.", "40 of the 113 members", 40, "items"),
        ("Kenya fed 20 of Chad’s 55 prisoners.", "20 of Chad’s 55 prisoners", 20, "persons"),
        ("Togo sold three more ferries to Chad.", "three more ferries", 3, "items"),
        ("Chad signed some 30 protocols with Togo.", "some 30 protocols", 30, "items"),
        ("Togo suspended the levy for a year.", "for a year", 1, "years"),
        ("Chad left its 20-year-old treaty with Togo.", "20-year-old", 20, "years"),
        ("Only 6% of the plan of Chad is paid for.", "Only 6%", 6, "percent"),
        ("Chad lost two dozen camels.", "two dozen camels", 24, "items"),
        ("Chad drilled at a depth of 2,500 metres.", "2,500 metres", 2.5, "km"),
        (
            "Chad sold 3,000 tons of raw cotton a year to Togo.",
            "3,000 tons of raw cotton a year",
            3000,
            "tonnes",
        ),
    ],
)
def test_what_is_counted_may_stand_around_the_number(
    sentence: str, quote: str, value: float, unit: str
) -> None:
    (figure,) = items("figures", sentence)
    assert quotes(figure)[0].startswith(quote)
    assert (float(figure["best"]), figure["unit"]) == (value, unit)


def test_votes_for_and_against_are_two_figures() -> None:
    found = items("figures", "The parliament of Kenya rejected the motion by 48 votes to 19.")
    assert [(quotes(each)[0], float(each["best"])) for each in found] == [
        ("48 votes", 48),
        ("48 votes to 19", 19),
    ]


@pytest.mark.parametrize(
    ("sentence", "quote", "low"),
    [
        ("The army of Chad killed hundreds of civilians.", "killed hundreds of civilians", 100),
        (
            "The floods in Togo displaced tens of thousands of people.",
            "displaced tens of thousands of people",
            10_000,
        ),
        ("Estimates of the dead in Chad run from 400 to more than 900.", "from 400 to more than 900", 400),
    ],
)
def test_bounds_in_words_have_a_least_value(sentence: str, quote: str, low: float) -> None:
    (figure,) = items("figures", sentence)
    assert (quotes(figure)[0], float(figure["low"])) == (quote, low)


def test_a_number_compared_takes_the_unit_of_the_one_before() -> None:
    found = items("figures", "Togo hosts 40,000 refugees, against 12,000 in May.")
    assert [(quotes(each)[0], each["unit"]) for each in found] == [
        ("40,000 refugees", "persons"),
        ("12,000 in May", "persons"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The duties of Chad lapse on July 23 unless Togo extends them.",
        "On Oct. 14 workers of Chad struck.",
        "In 2025 farmers of Chad struck.",
        "By March 31 banks in Chad had closed.",
        "Between May 3 and 9 ships of Chad sailed.",
    ],
)
def test_the_numbers_of_days_and_years_count_nothing(sentence: str) -> None:
    assert items("figures", sentence) == []


def test_the_same_in_another_unit_is_no_second_figure() -> None:
    text = "Kenya bought 33 million metric tons (36 million tons) of grain for 3 billion euros ($3.3 billion) in May 2024."
    assert [quotes(item) for item in items("figures", text)] == [
        ["33 million metric tons"],
        ["3 billion euros"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Chad owes China $4 billion.",
        "Chad owed the African Union some $11 billion.",
        "Chad will pay Niger $3 million.",
    ],
)
def test_a_debt_is_a_figure_of_the_debtor(text: str) -> None:
    (figure,) = items("figures", text)
    assert figure["of"] == "chad"


@pytest.mark.parametrize(
    ("sentence", "quote", "unit"),
    [
        ("Kenya sent two frigates to Chad.", "two frigates", "items"),
        ("Togo shut three Kenyan embassies in May 2021.", "three Kenyan embassies", "items"),
        (
            "Kenya has shut the border with Chad, the third such closure in a year.",
            "the third such closure",
            "events",
        ),
        ("Chad refused the loan of Kenya for the ninth time.", "the ninth time", "events"),
        ("Kenya vetoed it for the second time in six months.", "the second time in six months", "events"),
        ("Chad refused the loan of Kenya for the forty-second time.", "the forty-second time", "events"),
    ],
)
def test_few_things_and_what_came_about_again_are_figures(sentence: str, quote: str, unit: str) -> None:
    assert [(*quotes(each), each["unit"]) for each in items("figures", sentence)] == [(quote, unit)]


def test_a_second_time_alone_is_no_figure() -> None:
    assert items("figures", "Kenya put off its vote on Chad for a second time.") == []


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("Kenya put a 15% duty on the tea of Chad.", "15% duty"),
        ("The reservoir of Chad is 31% full.", "31% full"),
        ("The mission costs Chad $300m a month.", "$300m a month"),
        ("The dam of Chad is two years behind schedule.", "two years behind schedule"),
    ],
)
def test_a_figure_goes_on_to_what_it_is_of(sentence: str, quote: str) -> None:
    assert [*map(quotes, items("figures", sentence))] == [[quote]]


def test_what_shall_be_reached_is_a_target_and_a_figure() -> None:
    text = "Chad wants to raise its exports from 2 million tonnes to 5 million tonnes by 2031."
    (target,) = items("targets", text)
    assert float(target["value"]) == 5_000_000
    assert [float(each["best"]) for each in items("figures", text)] == [2_000_000, 5_000_000]
