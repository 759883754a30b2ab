"""What is aimed for or due by a date without so much of it, and what is told as so much planned."""

from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import items, quotes


def told(*lines: str) -> list[tuple[str, float, str | None]]:
    found = [
        each
        for each in items("targets", *lines)
        if each["draft"]["rule"] in {"target.dated", "target.planned"}
    ]
    return [(quotes(each)[0], float(each["value"]), each.get("deadline")) for each in found]


@pytest.mark.parametrize(
    ("sentence", "words", "deadline"),
    [
        ("Chad wants to be rid of foreign oil by 2035.", "wants to be rid of foreign oil by 2035", "2035"),
        ("Togo hopes to wrap up the talks in the first quarter of 2027.",
         "hopes to wrap up the talks in the first quarter of 2027", "2027"),
        ("Ghana plans a ferry to Lagos by the end of the year.", "plans a ferry to Lagos by the end of the year", None),
        ("Ghana renewed its goal of joining the court by March 2030.", "goal of joining the court by March 2030", "2030-03"),
        ("Kenya and Chad voiced a commitment to warn one another within 72 hours.",
         "commitment to warn one another within 72 hours", None),
    ],
)  # fmt: skip
def test_who_wants_a_thing_done_by_a_date_has_a_target(
    sentence: str, words: str, deadline: str | None
) -> None:
    assert told(sentence) == [(words, 1, deadline)]


@pytest.mark.parametrize(
    ("rest", "words", "value", "deadline"),
    [
        ("The first trains are to start in 2029.", "The first trains are to start in 2029", 1, "2029"),
        ("It includes a depot, which is to be lit in the autumn of 2028.", "is to be lit in the autumn of 2028", 1, "2028"),
        ("The two must agree on fares within 90 days.", "The two must agree on fares within 90 days", 1, None),
        ("Lodwar has until 2030 to adopt the rules.", "has until 2030 to adopt the rules", 1, "2030"),
        ("Chad will train 600 drivers there by the end of 2027.", "will train 600 drivers there by the end of 2027", 600, "2027"),
        ("Chad will contribute $420 million over five years.", "will contribute $420 million over five years", 42e7, None),
        ("It has reached 42 of the planned 180 kilometres.", "the planned 180 kilometres", 180, None),
        ("Of the 20,000 workers envisaged, 3,400 have come.", "the 20,000 workers envisaged", 20_000, None),
        ("It has got a tenth of the $90 million that Togo promised.", "the $90 million that Togo promised", 9e7, None),
        ("There are 70 engines, instead of the intended 2,500.", "the intended 2,500", 2500, None),
    ],
)  # fmt: skip
def test_what_is_due_or_planned_is_a_target_of_what_was_told(
    rest: str, words: str, value: float, deadline: str | None
) -> None:
    assert told(f"Kenya is building a railway from Lodwar to Juba. {rest}") == [(words, value, deadline)]


@pytest.mark.parametrize(
    "rest",
    [
        "The two ministers are to meet in May 2027.",
        "Chad wants to hold a summit by July.",
        "Trains could be running by 2030.",
        "If Togo wants to join the project by 2030, it has to pay.",
        "The court is expected to rule by 15 October.",
        "Chad does not intend to pay by 2030.",
        "The line runs through 180 kilometres of desert.",
        "The Lodwar line had to close in 2019.",
    ],
)
def test_what_stands_in_a_diary_or_is_only_foreseen_is_none(rest: str) -> None:
    assert told(f"Kenya is building a railway from Lodwar to Juba. {rest}") == []


def test_what_somebody_wants_by_a_day_makes_a_plan() -> None:
    (plan,) = items("initiatives", "Chad wants to be rid of foreign oil by 2035.")
    assert (plan["draft"]["rule"], plan["parties"]) == ("initiative.of_target", [{"actor": "chad"}])
