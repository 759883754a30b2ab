"""Figures of change, of prices and of strength, and what they hang on."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sources.article.extract.drafting import drafted, items, quotes

PACT = "Kenya signed a pact with Uganda in Nairobi on 3 May 2024."


def figures(sentence: str) -> list[dict[str, Any]]:
    return items("figures", f"{PACT} {sentence}")


@pytest.mark.parametrize(
    ("sentence", "measure", "value", "unit"),
    [
        ("Exports fell by 38% in May.", "growth_rate", -38, "percent"),
        ("Exports rose 12 percent in May.", "growth_rate", 12, "percent"),
        ("The share fell to 20%.", "share", 20, "percent"),
        ("The bank of Ruk kept its key rate at 12 percent in May.", "interest_rate", 12, "percent"),
        ("In May Ruk sold bonds at a yield of 8%.", "interest_rate", 8, "percent"),
        ("Trade has tripled since May.", "growth_rate", 3, "ratio"),
        ("Patrols have increased fourfold since May.", "growth_rate", 4, "ratio"),
        ("Oil fell to $60 a barrel.", "price", 60, "usd_per_barrel"),
        ("Wheat costs $284 a tonne.", "price", 284, "usd"),
        ("Three of its officers had been killed.", "killed", 3, "persons"),
        ("The 2,300-strong garrison left.", "troops", 2300, "persons"),
        ("The mission, 11,000 strong, stays.", "troops", 11000, "persons"),
        ("Kenya signed 17 free-trade agreements.", "quantity", 17, "items"),
    ],
)
def test_what_a_figure_measures(sentence: str, measure: str, value: int, unit: str) -> None:
    (figure,) = figures(sentence)
    assert (figure["measure"], figure["best"], figure["unit"]) == (measure, value, unit)


def test_a_hedge_makes_a_multiple_a_bound() -> None:
    (figure,) = figures("Trade has more than doubled since May.")
    assert (figure["low"], quotes(figure)) == (2, ["more than doubled"])


@pytest.mark.parametrize("sentence", ["Attacks came to 41 last year.", "The army doubled back."])
def test_what_is_no_such_figure(sentence: str) -> None:
    assert figures(sentence) == []


def test_a_figure_of_a_forecast_hangs_on_the_forecast() -> None:
    dossier = drafted(f"{PACT} Exports could rise by a third within three years.").dossier
    forecasts = {item["key"] for item in dossier["assessments"] if item["kind"] == "forecast"}
    assert {figure["of"] for figure in dossier["figures"]} <= forecasts
