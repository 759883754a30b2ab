from __future__ import annotations

from tests.sources.article.extract.drafting import items, quotes


def test_a_modal_claim_of_the_author_is_a_forecast() -> None:
    (forecast,) = items("assessments", "The new road could weaken the position of Chad in the region.")
    assert (forecast["kind"], forecast["wording"]) == ("forecast", "could")
    assert "probability" not in forecast


def test_a_probability_is_only_what_the_text_states() -> None:
    (forecast,) = items(
        "assessments", "There is a 30 percent chance that the road will open in the coming year."
    )
    assert forecast["probability"] == {"low": 0.3, "high": 0.3, "basis": "stated_number"}


def test_if_makes_a_scenario_with_an_outcome() -> None:
    scenario, outcome = items("assessments", "If the talks fail, Chad would lose its only access to the sea.")
    assert (scenario["kind"], outcome["kind"], outcome["parent"]) == (
        "scenario",
        "scenario_outcome",
        scenario["key"],
    )
    assert scenario["conditions"] == [{"text": "the talks fail"}]


def test_a_paragraph_on_another_scenario_has_conditions_and_outcomes() -> None:
    text = (
        "In another scenario, the failure of the talks and the withdrawal of the troops could open the border."
        " The people would then leave the villages along the river."
    )
    scenario, *outcomes = items("assessments", text)
    assert [each["text"] for each in scenario["conditions"]] == [
        "the failure of the talks",
        "the withdrawal of the troops",
    ]
    assert [quotes(each) for each in outcomes] == [
        ["could open the border"],
        ["The people would then leave the villages along the river"],
    ]


def test_a_forecast_of_a_speaker_belongs_to_the_statement() -> None:
    text = "Kenyan President Ben Oto said that Chad may attack within five years if nobody acts."
    (forecast,) = items("assessments", text)
    (statement,) = items("statements", text)
    assert (forecast["statement"], forecast["author"]) == (statement["key"], "ben-oto")
    assert (forecast["within"], forecast["conditions"]) == ("P5Y", [{"text": "nobody acts"}])


def test_a_word_of_interpretation_is_a_judgment() -> None:
    (judgment,) = items(
        "assessments", "This decision demonstrates that Chad has turned away from its neighbours."
    )
    assert (judgment["kind"], judgment["judgment_kind"]) == ("judgment", "interpretation")
