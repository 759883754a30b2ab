"""The second reader: how sentences are cut into clauses, what those weigh, and what is drafted by their weight."""

from __future__ import annotations

import csv
import math
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodb.resources import seeds_dir
from geodb.sources.article.extract.language.learned import BIAS, FLOORS, Clauses, weights
from geodb.sources.article.extract.language.line import Line
from geodb.sources.article.extract.page import Passage
from tests.sources.article.extract.drafting import actors, all_items, quotes


def clauses(text: str) -> Clauses:
    return Clauses(Line(Passage(1, text, [(0, len(text))], []), 0, len(text)))


def words_of(text: str) -> set[str]:
    found = clauses(text)
    return {text[slice(*found.span(first, stop))] for first, stop, _ in found.runs}


def test_words_stand_for_names_numbers_and_dates() -> None:
    found = clauses(
        "On Monday Sergei Lavrov’s envoy paid 4,000 dollars in May 2025, the mayor of New York said."
    )
    assert " ".join(found.words) == (
        "on <day> <name’s> envoy paid <number> dollars in <month> <year> the mayor of <name> said"
    )
    assert found.gaps.index(",") == found.words.index("the")


def test_clauses_begin_and_end_at_marks_and_joining_words() -> None:
    text = "The army left the town, and the rebels, who had waited, took it when night fell."
    assert words_of(text) >= {
        "The army left the town",
        "the rebels, who had waited, took it",
        "the rebels, who had waited, took it when night fell",
        text.removesuffix("."),
    }
    assert not any(words.startswith(("and ", "who ")) for words in words_of(text))
    assert not any("town, an" in words and words.endswith("and") for words in words_of(text))


@cache
def table() -> list[dict[str, str]]:
    with (seeds_dir() / "wordings" / "learned.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_table_has_a_weight_in_every_row_and_no_trait_twice() -> None:
    rows = table()
    assert list(rows[0]) == ["trait", *FLOORS]
    traits = [row["trait"] for row in rows]
    assert traits == sorted(set(traits))
    assert all(any(row[kind] for kind in FLOORS) for row in rows)
    assert all(float(row[kind]) for row in rows for kind in FLOORS if row[kind])
    (bias,) = (row for row in rows if row["trait"] == BIAS)
    assert all(float(bias[kind]) < 0 for kind in FLOORS), "most clauses tell nothing"


def test_no_weight_is_of_a_name() -> None:
    """Traits are small letters or stand for all names: nothing of an article but its common words is kept."""
    assert not [row["trait"] for row in table() if row["trait"] != row["trait"].lower()]


WORDS = st.sampled_from(
    [
        "The",
        "army",
        "took",
        "Paris",
        ",",
        "and",
        "signed",
        "a",
        "deal",
        "in",
        "May",
        "2025",
        "is",
        "not",
        ";",
        "40",
        "by",
    ]
)


@pytest.mark.parametrize("kind", FLOORS)
@settings(deadline=None)  # the first example reads the tables
@given(
    text=st.lists(WORDS, min_size=3, max_size=14).map(lambda words: " ".join(words).replace(" ,", ",") + ".")
)
def test_what_a_clause_weighs_is_the_sum_of_its_traits(kind: str, text: str) -> None:
    found, of = clauses(text), {row["trait"]: float(row[kind] or 0) for row in table()}
    summed = {
        (first, stop): sum(of.get(trait, 0.0) for trait in found.traits(first, stop, extent))
        for first, stop, extent in found.runs
    }
    weighed = found._weighed(weights()[kind], -math.inf)  # noqa: SLF001 - adds up otherwise, for speed
    assert {(first, stop): score for score, first, stop in weighed} == pytest.approx(summed)


@pytest.mark.parametrize("kind", FLOORS)
@settings(deadline=None)  # the first example reads the tables
@given(
    text=st.lists(WORDS, min_size=3, max_size=14).map(lambda words: " ".join(words).replace(" ,", ",") + "."),
    least=st.floats(-6, 2),
)
def test_no_clause_that_weighs_enough_is_passed_over(kind: str, text: str, least: float) -> None:
    found, of = clauses(text), weights()[kind]
    weighed = set(found._weighed(of, -math.inf))  # noqa: SLF001 - passes over what cannot weigh enough
    assert set(found._weighed(of, least)) == {each for each in weighed if each[0] >= least}  # noqa: SLF001


def test_clauses_that_are_drafted_share_no_word_with_others_or_what_is_taken() -> None:
    text = "The council signed a treaty in May 2025, and the army seized the port of Cotonou on Friday."
    found = list(clauses(text).likely("event", []))
    assert found
    assert all(a >= y or x >= b for at, (a, b) in enumerate(found) for x, y in found[at + 1 :])
    assert list(clauses(text).likely("event", [(0, len(text))])) == []


def test_a_happening_that_no_rule_reads_is_drafted_by_weight() -> None:
    words = "In 2022 the lake rose by four metres and swallowed two villages"
    (flooded,) = all_items("events", f"{words}.")
    assert (flooded["when"], quotes(flooded)) == ("2022", [words])
    assert (flooded["kind"], flooded["status"]) == ("policy_change", "occurred")
    assert flooded["draft"]["rule"] == "event.weight"
    (declared,) = all_items("events", "General Moussa Tiam, declared in January 2025, was the head of it.")
    assert actors(declared) == [("moussa-tiam", "actor")]


@pytest.mark.parametrize(
    "sentence", ["Had its fighters been disarmed, all would be well.", "Its fighters are many."]
)
def test_what_is_supposed_or_tells_nothing_is_not(sentence: str) -> None:
    assert all_items("events", sentence) == []


def test_judgments_are_drafted_by_weight_only_where_the_author_judges() -> None:
    sentence = "The first institution to feel this was the council of the valley."
    commentary = "The truce is fragile. The feud is a test of nerve. The dam makes this a delicate matter."
    found = {
        quotes(each)[0]: each["draft"]["rule"] for each in all_items("assessments", commentary, sentence)
    }
    assert found[sentence.removesuffix(".")] == "judgment.weight"
    assert all_items("assessments", sentence) == []


def test_a_target_is_drafted_by_weight_with_its_value_and_deadline() -> None:
    sentence = (
        "Trade between the two will more than double to 500 billion dollars by 2030, and tariffs are to fall."
    )
    assert all_items("targets", sentence) == []  # no initiative that it could be a target of
    (target,) = all_items("targets", "Chad and Togo signed a trade agreement.", sentence)
    assert (target["value"], target["unit"], target["deadline"]) == (500_000_000_000, "usd", "2030")
    assert target["draft"]["rule"] == "target.weight"
