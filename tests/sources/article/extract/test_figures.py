"""Figures in words, in units of more than one thing, and without a unit of their own."""

from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import items


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
