"""Scenarios of one paragraph: numbered, named, with two conditions in a sentence, and outcomes that one verb joins."""

from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import Item, items, quotes

SEVERAL = "Three scenarios come to the fore."


def told(*paragraphs: str) -> list[tuple[str, str]]:
    """Scenarios with their conditions and outcomes with their words, as they stand; and forecasts."""
    return [(each["kind"], _words(each)) for each in items("assessments", *paragraphs)]


def _words(each: Item) -> str:
    if each["kind"] != "scenario":
        return quotes(each)[0]
    return " + ".join(("not: " if one.get("negated") else "") + one["text"] for one in each["conditions"])


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("If the dam holds, bread would be cheap; if it breaks, the mill would flood.", "it breaks"),
        ("If the dam holds, bread would be cheap, but if it breaks, the mill would flood.", "it breaks"),
        ("Should the dam hold, bread would be cheap; without it, the mill would flood.", "not: it"),
        (
            "Should the dam hold, bread would be cheap, and without locks the mill would flood.",
            "not: locks",
        ),
    ],
)
def test_each_condition_of_a_sentence_has_its_outcome(text: str, second: str) -> None:
    (_, first), outcome, (_, condition), another = told(text)
    assert (first, condition) == (first, second)
    assert outcome == ("scenario_outcome", "bread would be cheap")
    assert another == ("scenario_outcome", "the mill would flood")


def test_what_is_denied_is_quoted_with_its_word() -> None:
    scenario, _ = items("assessments", "Without it, the mill would flood.")
    assert quotes(scenario) == ["Without it"]
    assert scenario["conditions"] == [{"text": "it", "negated": True}]


@pytest.mark.parametrize(
    "text",
    [
        "It would not surprise the bakers in the least if the mill burned.",
        "The report asks what would happen if the dam broke.",
        "A reader wants to know if the dam is going to break.",
    ],
)
def test_what_would_surprise_or_is_asked_has_no_condition(text: str) -> None:
    assert "scenario" not in [kind for kind, _ in told(text)]


def test_what_somebody_would_feel_has_no_condition() -> None:
    assert told("I’d be surprised if the mill burned; I would be astonished if it were sold.") == []


def test_cases_are_numbered_by_words() -> None:
    text = (
        f"{SEVERAL} Firstly, a deal by which Chad would sell its flour could be struck by spring."
        " Such an outcome would strengthen Togo. Secondly, should Chad leave the pact, the mill would close."
        " Thirdly, the feud may persist. A truce with Niger, finally, would weaken Togo."
    )
    assert told(text) == [
        ("scenario", "a deal by which Chad would sell its flour"),
        ("scenario_outcome", "could be struck by spring"),
        ("scenario_outcome", "Such an outcome would strengthen Togo"),
        ("scenario", "Chad leave the pact"),
        ("scenario_outcome", "the mill would close"),
        ("scenario", "the feud may persist"),
        ("scenario", "A truce with Niger"),
        ("scenario_outcome", "would weaken Togo"),
    ]


def test_what_is_numbered_where_no_cases_are_told_is_no_scenario() -> None:
    text = "The mill has two floors. Firstly, a deal on flour could be struck by spring."
    assert [kind for kind, _ in told(text)] == ["forecast"]


@pytest.mark.parametrize(
    ("text", "quote", "outcomes"),
    [
        (
            "In the worst case, an accident at the dam forces Chad to choose between flour and water, and it would choose water.",
            "In the worst case, an accident at the dam",
            ["forces Chad to choose between flour and water", "it would choose water"],
        ),
        (
            "In the third and least likely scenario, a rupture, Chad links the dam to the price of flour, and Togo retaliates by slowing trade.",
            "In the third and least likely scenario, a rupture",
            ["Chad links the dam to the price of flour", "Togo retaliates by slowing trade"],
        ),
        (
            "According to the optimistic scenario, a deal on flour, coupled with a truce, would open the road.",
            "a deal on flour, coupled with a truce,",
            ["would open the road"],
        ),
        (
            "In our stress scenario, a flood that breaks the dam would ruin the mill.",
            "a flood that breaks the dam",
            ["would ruin the mill"],
        ),
    ],
)
def test_a_case_is_named_and_then_told(text: str, quote: str, outcomes: list[str]) -> None:
    scenario, *others = items("assessments", text)
    assert (scenario["kind"], quotes(scenario)[0].rstrip(",")) == ("scenario", quote.rstrip(","))
    assert [quotes(each)[0] for each in others] == outcomes
    assert {each["parent"] for each in others} == {scenario["key"]}


def test_a_condition_by_should_at_the_beginning_needs_no_modal_verb() -> None:
    assert told("Should the dam break, the millers stand ready.") == [("scenario", "the dam break")]
    assert told("Should the dam break, who pays for bread?") == []


@pytest.mark.parametrize(
    ("text", "scenario", "outcomes"),
    [
        (
            "On the first, which the bakers prefer, the dam will hold.",
            "On the first, which the bakers prefer",
            ["the dam will hold"],
        ),
        (
            "In the second, the guild keeps its word and the feud ends; the mill then opens in May.",
            "In the second, the guild keeps its word and the feud ends",
            ["the mill then opens in May"],
        ),
        (
            "The likeliest is a long feud: the guild holds the mill, the bakers hold the road.",
            "The likeliest is a long feud",
            ["the guild holds the mill, the bakers hold the road"],
        ),
        (
            "A third possibility, the sale of the mill, would ruin the bakers.",
            "A third possibility, the sale of the mill",
            ["would ruin the bakers"],
        ),
    ],
)
def test_a_case_that_is_numbered_ends_before_what_follows_from_it(
    text: str, scenario: str, outcomes: list[str]
) -> None:
    assert told(f"Three paths lie ahead. {text}") == [
        ("scenario", scenario),
        *(("scenario_outcome", outcome) for outcome in outcomes),
    ]


@pytest.mark.parametrize(
    "text", ["The likeliest winner lies between them.", "A third path deserves attention."]
)
def test_what_is_only_said_about_a_case_is_no_scenario(text: str) -> None:
    assert "scenario" not in [kind for kind, _ in told(f"Three paths lie ahead. {text}")]


def test_the_chance_of_a_case_in_an_aside_is_its_own() -> None:
    text = (
        "Three outcomes are conceivable. The most probable, to which I would assign odds of 60 percent, is a deal on flour,"
        " dressed up with gifts of grain."
    )
    (scenario,) = [each for each in items("assessments", text) if each["kind"] == "scenario"]
    assert quotes(scenario)[0].endswith("is a deal on flour")
    assert scenario["probability"]["low"] == 0.6


@pytest.mark.parametrize(
    ("outcome", "apart"),
    [
        (
            "a flood could revive the old feud, push the bakers toward Togo, with which they trade, and embolden the rebels",
            ["a flood could revive the old feud", "push the bakers toward Togo", "embolden the rebels"],
        ),
        (
            "a flood would weaken the mill and could ruin the bakers",
            ["a flood would weaken the mill", "could ruin the bakers"],
        ),
        ("a flood would ruin the mill: its walls are old", ["a flood would ruin the mill"]),
        ("a flood would weaken the mill and ruin the bakers", ["a flood would weaken the mill and ruin the bakers"]),
        (
            "the bakers could march on the mill and find themselves alone before its gates",
            ["the bakers could march on the mill", "find themselves alone before its gates"],
        ),
        ("the bakers would buy flour, salt, and bread", ["the bakers would buy flour, salt, and bread"]),
    ],
)  # fmt: skip
def test_outcomes_that_are_joined_are_told_apart(outcome: str, apart: list[str]) -> None:
    assert [words for kind, words in told(f"If the dam breaks, {outcome}.") if kind != "scenario"] == apart


def test_an_answer_without_a_verb_and_a_question_foretell_nothing() -> None:
    text = "If the dam breaks, the mill would flood. What could save it? A drought could; a wall would."
    assert [words for kind, words in told(text) if kind != "scenario"] == ["the mill would flood"]


def test_a_chance_that_is_put_is_no_outcome() -> None:
    text = (
        "If the dam breaks, the mill would flood. We assess the probability of the second path at 15 percent."
    )
    assert [words for kind, words in told(text) if kind == "scenario_outcome"] == ["the mill would flood"]


def test_a_chance_behind_an_outcome_leaves_the_outcome() -> None:
    text = (
        "Three paths lie ahead. The likeliest is a long feud: the guild holds the mill. In the event of a flood,"
        " the guild could send the bakers away; we put the odds of that at 15 percent."
    )
    assert ("scenario_outcome", "the guild could send the bakers away") in told(text)


def test_the_subject_of_a_listed_scenario_is_its_condition() -> None:
    note = (
        "Scenarios",
        "Muddle (60%). The feud goes on.",
        "Squeeze (20%). The loss of the road would ruin the bakers. Bread gets dear.",
    )
    assert told(*note)[2:] == [
        ("scenario", "The loss of the road"),
        ("scenario_outcome", "would ruin the bakers"),
        ("scenario_outcome", "Bread gets dear"),
    ]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("The price of bread would double should the dam break.", "the dam break"),
        ("Prices would double were Chad to close the road.", "Chad to close the road"),
        ("In the absence of a deal, prices would double.", "not: a deal"),
        ("But for the dam, prices would double.", "not: the dam"),
        ("If not, prices would double.", "If not"),
        ("If the mill, as Togo hopes, burns down, prices would double.", "the mill, as Togo hopes, burns down"),
        ("What if the dam breaks? Prices would double.", "the dam breaks"),
        ("Without the dam the town would be dry.", "not: the dam"),
        ("Without cheap flour nobody would bake, and nobody does.", "not: cheap flour"),
        ("Chad warned that without gifts of at least $170 million the mills will close by March.", "not: gifts of at least $170 million"),
        ("Conversely, should the dam break, prices would double.", "the dam break"),
    ],
)  # fmt: skip
def test_conditions_have_many_forms(text: str, condition: str) -> None:
    assert [words for kind, words in told(text) if kind == "scenario"] == [condition]
    assert sum(kind == "scenario_outcome" for kind, _ in told(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The council should the next day meet.",
        "The millers were short of flour, and bread may be dear.",
        "The rain will, but for now lightly, fall in the absence of wind.",
    ],
)
def test_words_of_conditions_elsewhere_make_none(text: str) -> None:
    assert "scenario" not in [kind for kind, _ in told(text)]


def test_a_list_may_say_in_words_how_likely_its_scenarios_are() -> None:
    note = ("Scenarios", "Muddle (most likely). The feud goes on.", "War (low probability). Chad shuts the road.")  # fmt: skip
    assert told(*note) == [
        ("scenario", "Muddle"),
        ("scenario_outcome", "The feud goes on"),
        ("scenario", "War"),
        ("scenario_outcome", "Chad shuts the road"),
    ]
