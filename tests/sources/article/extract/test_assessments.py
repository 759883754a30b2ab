from __future__ import annotations

import pytest

from geodb.sources.article.extract.assessments.assessments import assessment_items
from geodb.sources.article.extract.keys import Keys
from geodb.sources.article.extract.page import Page
from geodb.sources.article.reader import read_article
from geodb.sources.article.structure import read_structure
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


def test_what_a_speaker_says_would_follow_if_something_came_about_is_a_scenario() -> None:
    text = "Kenyan President Ben Oto said that Chad would attack within five years if nobody acted."
    scenario, outcome = items("assessments", f"{text} Togo would then be asked.")
    (statement,) = items("statements", text)
    assert (scenario["kind"], quotes(scenario)) == ("scenario", ["nobody acted"])
    assert (outcome["kind"], quotes(outcome)) == ("scenario_outcome", ["Chad would attack within five years"])
    assert (scenario["statement"], scenario["author"]) == (statement["key"], "ben-oto")


def test_a_word_of_interpretation_is_a_judgment() -> None:
    (judgment,) = items(
        "assessments", "This decision demonstrates that Chad has turned away from its neighbours."
    )
    assert (judgment["kind"], judgment["judgment_kind"]) == ("judgment", "interpretation")


def test_scenarios_are_numbered_where_several_are_said_to_be_possible() -> None:
    text = (
        "Three paths are conceivable.",
        "The first would be a long truce. The market towns could recover.",
        "The second, and likelier, is a slow decline. Herders may move south, and prices would rise.",
    )
    found = items("assessments", *text)
    kinds = [(each["kind"], quotes(each)[0]) for each in found]
    assert kinds == [
        ("scenario", "a long truce"),
        ("scenario_outcome", "The market towns could recover"),
        ("scenario", "The second, and likelier, is a slow decline"),
        ("scenario_outcome", "Herders may move south"),
        ("scenario_outcome", "prices would rise"),
    ]


def test_a_condition_that_opens_a_paragraph_holds_for_the_whole_of_it() -> None:
    text = "Should the truce fail, another picture emerges. Prices would rise. Herders may move to the south."
    scenario, *outcomes = items("assessments", text)
    assert scenario["conditions"] == [{"text": "the truce fail"}]
    assert {each["parent"] for each in outcomes} == {scenario["key"]}
    assert [each["wording"] for each in outcomes] == ["would", "may"]


def test_unless_negates_its_condition() -> None:
    scenario, outcome = items(
        "assessments", "Unless the rains come soon, famine threatens to spread in the south."
    )
    assert scenario["conditions"] == [{"text": "the rains come soon", "negated": True}]
    assert outcome["wording"] == "threatens to"


@pytest.mark.parametrize(
    ("sentence", "wording"),
    [
        ("The market is poised to grow for many years.", "is poised to"),
        ("It is possible that the market will shrink soon.", "will"),
        ("A renewed conflict over the wells cannot be ruled out.", "cannot be ruled out"),
        ("The reform risks alienating the herders of the north.", "risks"),
        ("Prices are expected to rise over the next five years.", "are expected to"),
    ],
)
def test_forecasts_have_many_wordings(sentence: str, wording: str) -> None:
    (found,) = items("assessments", sentence)
    assert (found["kind"], found["wording"]) == ("forecast", wording)


def test_what_somebody_is_reported_to_promise_is_no_forecast_of_the_author() -> None:
    assert (
        items("assessments", "The herders declared in May that they would build a wall around the wells.")
        == []
    )


@pytest.mark.parametrize("when", ["by 2031", "this winter", "by the end of the decade", "within two years"])
def test_what_somebody_says_will_come_at_a_time_is_a_forecast(when: str) -> None:
    assert _forecasts(f"Herders said that prices could double {when}.") == [f"prices could double {when}"]


def test_what_somebody_says_may_come_at_no_time_is_none() -> None:
    assert _forecasts("Herders said that prices could double.") == []


def test_a_planned_meeting_is_an_event_and_no_forecast() -> None:
    assert items("assessments", "Chad and Togo will hold talks in Paris on 5 May 2031.") == []


def _forecasts(*paragraphs: str) -> list[str]:
    found = [item for item in items("assessments", *paragraphs) if item["kind"] == "forecast"]
    return [words for item in found for words in quotes(item)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The festival will be held in the old harbour in spring.",
        "Kenya will work with its neighbours on a common railway gauge.",
        "The two sides will also exchange lists of the missing.",
        "The council is expected to publish the list of wells on Monday.",
        "Herders may cross the river only if they carry a permit.",
        "The plan is to dig a canal through the dry hills of the south, which would link the lake with the sea.",
        "Under the draft treaty, the two towns would share the water of the lake.",
        "It is unclear whether the rains will come before May.",
        "The elders argue about how the wells would be divided among the clans.",
        "The miners feared that the owners would shut the pit.",
        "The miller said the villages would get their flour back.",
        "There was no political will to reopen the market.",
        "The bridge may be old, but it still carries every cart of the valley.",
        "The herders may have crossed the border at night.",
        "The mayor would not comment on the price of bread.",
    ],
)
def test_a_modal_word_of_a_plan_rule_question_or_report_foretells_nothing(sentence: str) -> None:
    assert _forecasts(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya will lose most of its herds",
        "The harbour will probably open too late for the harvest",
        "The feud may spread to the towns of the coast",
        "The new railway would probably weaken the old caravan towns",
        "The farmers stand to lose most from the tariff",
        "A settlement before the harvest is unlikely",
    ],
)
def test_what_befalls_somebody_is_foretold(sentence: str) -> None:
    assert _forecasts(f"{sentence}.") == [sentence]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Absent a settlement, the ferries would stop running.", "a settlement"),
        ("Barring a drought, the herds will recover.", "a drought"),
        (
            "So long as the bridge stays shut, traders will pay double for fuel.",
            "the bridge stays shut",
        ),
        ("Suppose the dam breaks. The valley would flood within hours.", "the dam breaks"),
        ("In the best case, the two mills would merge.", "In the best case"),
        ("In the opposite scenario, in which the miller leaves, the mill would close.", "the miller leaves"),
        (
            "The day was grey. Suppose the mill burns down. The town could go bankrupt.",
            "the mill burns down",
        ),
        ("At worst, the feud could split the village.", "At worst"),
        (
            "Under a more pessimistic scenario, the bridge collapses. The town would be cut off.",
            "the bridge collapses",
        ),
    ],
)
def test_scenarios_have_many_wordings(text: str, condition: str) -> None:
    scenario, outcome = items("assessments", text)
    assert (scenario["kind"], outcome["kind"]) == ("scenario", "scenario_outcome")
    assert [each["text"] for each in scenario["conditions"]] == [condition]
    assert any("negated" in each for each in scenario["conditions"]) == text.startswith(("Absent", "Barring"))


def test_what_would_follow_is_an_outcome_until_another_modal_word_comes() -> None:
    text = "Prices fell again. If the dam breaks, the mill would flood. The carts would rot. The feud may spread."
    assert [item["kind"] for item in items("assessments", text)] == [
        "scenario",
        "scenario_outcome",
        "scenario_outcome",
        "forecast",
    ]


def test_at_best_without_a_modal_word_is_no_scenario() -> None:
    assert items("assessments", "At best, the mill grinds forty sacks.") == []


def test_a_forecast_ends_before_a_clause_of_fact_and_begins_at_its_own_verb() -> None:
    assert _forecasts(
        "The price of flour will probably rise in spring, and Chad confirmed on Monday that it is high."
    ) == ["The price of flour will probably rise in spring"]
    trade = "Trade between the two old mill towns on the river came to 3 tonnes in 2024 and is projected to reach 9 tonnes by 2032."
    assert _forecasts(trade) == ["is projected to reach 9 tonnes by 2032"]


@pytest.mark.parametrize(
    "sentence",
    ["How might the feud end?", "The town wanted trade with a mill that will be there for long."],
)
def test_a_question_and_what_only_describes_foretell_nothing(sentence: str) -> None:
    assert _forecasts(sentence) == []


def test_what_somebody_expects_needs_no_time() -> None:
    assert _forecasts("Chad reckons that exports would grow by a third.") == ["exports would grow by a third"]


def test_what_somebody_is_sure_will_befall_needs_no_time() -> None:
    assert _forecasts("Chad insists the truce will survive.") == ["the truce will survive"]
    assert _forecasts("Togo estimates that the dam will cost 40 jobs this year.") == [
        "the dam will cost 40 jobs this year"
    ]


@pytest.mark.parametrize(
    "sentence",
    ["The miller would not have it.", "The miller would much rather sleep.", "Neither miller will say who is to come."],
)  # fmt: skip
def test_a_refusal_or_wish_foretells_nothing(sentence: str) -> None:
    assert _forecasts(sentence) == []


def test_a_rule_in_the_present_tense_is_a_scenario_with_outcomes() -> None:
    text = "Prices fell. If one of the mills holds back, nothing is lost; the pact stays in force until 2036."
    scenario, *outcomes = items("assessments", text)
    assert (scenario["kind"], quotes(scenario)) == ("scenario", ["one of the mills holds back"])
    assert [quotes(each) for each in outcomes] == [
        ["nothing is lost"],
        ["the pact stays in force until 2036"],
    ]
    assert {each["kind"] for each in outcomes} == {"scenario_outcome"}
    assert items("assessments", "If you ask the miller, he shrugs.") == []


def test_a_condition_may_hold_a_relative_clause_and_then_goes_on() -> None:
    text = (
        "Should the miller, who left in May, come back, the mill could open. The baker might then buy flour."
    )
    scenario, *outcomes = items("assessments", text)
    assert quotes(scenario) == ["the miller, who left in May, come back"]
    assert [each["parent"] for each in outcomes] == [scenario["key"]] * 2


def test_a_condition_that_opens_what_somebody_says_is_a_scenario_of_theirs() -> None:
    text = "If the mill burns down, officers in Accra say, the town would go bankrupt; a feud might follow."
    scenario, *outcomes = items("assessments", "Ghana is calm.", text)
    assert (scenario["kind"], quotes(scenario)) == ("scenario", ["the mill burns down"])
    assert [each["parent"] for each in outcomes] == [scenario["key"]] * 2
    assert scenario["author"] == outcomes[0]["author"] == "test.officers-in-accra"


def test_what_could_be_heard_is_not_foretold() -> None:
    assert _forecasts("By nightfall the guns could be heard from the ridge.") == []


def test_a_condition_behind_what_it_allows_makes_a_scenario() -> None:
    text = (
        "A division of labour would be possible provided that Chad focuses on finance while Togo keeps command."
        " In such an equation, Europe could defend itself by 2030."
    )
    found = [(each["kind"], quotes(each)[0]) for each in items("assessments", text)]
    assert ("scenario", "Chad focuses on finance while Togo keeps command") in found
    assert ("scenario_outcome", "Europe could defend itself by 2030") in found
    assert "forecast" not in {kind for kind, _ in found}


@pytest.mark.parametrize(
    "which", ["In a less favorable scenario for Chad", "In the adverse scenario", "In a gloomier scenario"]
)
def test_scenarios_have_many_names(which: str) -> None:
    text = f"{which}, the increase in attacks from the north could force Chad to choose between withdrawal and war."
    kinds = [each["kind"] for each in items("assessments", text)]
    assert kinds == ["scenario", "scenario_outcome"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Analysts put the chance of a truce in Chad at 40 per cent.", 0.4, 0.4),
        ("There is a 20 to 30 percent chance that the road will open.", 0.2, 0.3),
        ("There is a less than 20 per cent chance that the road will open.", 0, 0.2),
        ("There is at least a 60% probability that the road will open.", 0.6, 1),
        ("We put the chance of a strike before Easter at one in three.", 0.33, 0.34),
        ("The government is 70 per cent likely to fall before the summer.", 0.7, 0.7),
        ("There is a fifty-fifty chance that the road will open.", 0.5, 0.5),
    ],
)
def test_a_chance_is_read_in_its_forms_and_is_no_figure(text: str, low: float, high: float) -> None:
    (forecast,) = items("assessments", text)
    assert forecast["probability"] == {"low": low, "high": high, "basis": "stated_number"}
    assert not items("figures", text)


def test_a_risk_that_grew_is_no_probability() -> None:
    text = "The risk of famine in Chad is 40 per cent higher, and the road could close."
    assert not any("probability" in each for each in items("assessments", text))


@pytest.mark.parametrize(("rule", "is_foretold"), [("event.weight", True), ("event.verb", False)])
def test_only_an_event_that_a_rule_found_planned_takes_the_place_of_a_forecast(
    rule: str,
    is_foretold: bool,  # noqa: FBT001 - a case
) -> None:
    text = "The first train will in all likelihood reach the islands."
    article = read_article(text.encode())
    event = {"status": "planned", "draft": {"rule": rule}, "evidence": [{"p": 1, "quote": text.rstrip(".")}]}
    sections = {"events": [event], "targets": [], "initiatives": []}
    found = assessment_items(Page(article, read_structure(article)), Keys(), [], sections)
    assert [each["kind"] for each in found] == ["forecast"] * is_foretold
