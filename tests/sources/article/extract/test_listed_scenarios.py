"""Notes that list scenarios by name, each in a paragraph of its own, in the present tense."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sources.article.extract.drafting import items, quotes

NOTE = (
    "SCENARIOS TO THE END OF THE YEAR",
    "A. Muddle (25 percent). Talks neither succeed nor collapse. Brent trades in a narrow range; sanctions bite harder.",
    "B. Border war (10-15%). If Chad closes the strait, or the rebels take the port, Niger will send troops. Watch the port.",
)


def told(*paragraphs: str) -> dict[str, list[str]]:
    """The words of the outcomes under those of their scenario."""
    drafted: list[dict[str, Any]] = items("assessments", *paragraphs)
    words = {each["key"]: quotes(each)[0] for each in drafted if each["kind"] == "scenario"}
    found: dict[str, list[str]] = {name: [] for name in words.values()}
    for each in drafted:
        if each["kind"] == "scenario_outcome":
            found[words[each["parent"]]].append(quotes(each)[0])
    return found


def test_each_name_is_a_scenario_and_each_clause_after_it_an_outcome() -> None:
    assert told(*NOTE) == {
        "A. Muddle (25 percent)": [
            "Talks neither succeed nor collapse",
            "Brent trades in a narrow range",
            "sanctions bite harder",
        ],
        "B. Border war (10-15%)": ["Niger will send troops"],
    }


def test_the_chance_beside_a_name_is_that_of_the_scenario() -> None:
    muddle, war = [each for each in items("assessments", *NOTE) if each["kind"] == "scenario"]
    assert muddle["probability"] == {"low": 0.25, "high": 0.25, "basis": "stated_number"}
    assert war["probability"] == {"low": 0.1, "high": 0.15, "basis": "stated_number"}
    assert not items("figures", *NOTE)


def test_its_condition_is_the_if_of_its_paragraph_or_its_name() -> None:
    muddle, war = [each for each in items("assessments", *NOTE) if each["kind"] == "scenario"]
    assert muddle["conditions"] == [{"text": "Muddle"}]
    assert war["conditions"] == [{"text": "Chad closes the strait, or the rebels take the port"}]


def test_the_usual_names_of_cases_need_no_chance() -> None:
    found = told(
        "Outlook",
        "Base case: The truce holds until the spring.",
        "Downside – Collapse. Chad closes its border.",
    )
    assert found == {
        "Base case": ["The truce holds until the spring"],
        "Downside – Collapse": ["Chad closes its border"],
    }


def test_a_later_sentence_may_say_how_likely_it_is() -> None:
    text = (
        "I see two plausible paths. On the first, the cabinet muddles through. The budget passes by March."
        " I would assign this a probability of about 60 percent."
    )
    first, outcome = items("assessments", text)
    assert first["probability"] == {"low": 0.6, "high": 0.6, "basis": "stated_number"}
    assert quotes(outcome) == ["The budget passes by March"]


@pytest.mark.parametrize(
    "shares",
    [
        ("Cotton (25 percent). Chad sells it to Niger.", "Gold (10 percent). Chad sells it to Togo."),
        ("Scenarios", "Muddle (25 percent). Talks fail."),
    ],
)
def test_shares_and_a_single_name_are_no_scenarios(shares: tuple[str, ...]) -> None:
    assert not any(each["kind"] == "scenario" for each in items("assessments", *shares))


def test_chances_that_make_up_a_hundred_need_no_word_of_scenarios() -> None:
    thaw, frost = "Thaw (60 percent). The border opens in May.", "Frost (40 percent). Chad stays shut."
    assert told("What next", thaw, frost) == {
        "Thaw (60 percent)": ["The border opens in May"],
        "Frost (40 percent)": ["Chad stays shut"],
    }
    assert told("What next", thaw, frost.replace("40", "20")) == {}
