"""Works that shall be ready by some month or year, as targets of the initiative that is told beside them."""

from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import items, quotes


@pytest.mark.parametrize(
    ("rest", "quote", "deadline"),
    [
        ("The line is planned to be completed by 2034.", "The line is planned to be completed by 2034", "2034"),
        ("The first unit is supposed to feed the grid in March 2031.",
         "The first unit is supposed to feed the grid in March 2031", "2031-03"),
        ("Trains ought to reach Juba in 2029.", "ought to reach Juba in 2029", "2029"),
        ("Its second section would be put into service by the end of 2030.",
         "Its second section would be put into service by the end of 2030", "2030"),
    ],
)  # fmt: skip
def test_a_work_that_is_due_is_a_target(rest: str, quote: str, deadline: str) -> None:
    (found,) = items("targets", f"Kenya is building a railway from Lodwar to Juba. {rest}")
    assert (quotes(found), found["deadline"], found["value"]) == ([quote], deadline, 1)
    assert (found["draft"]["rule"], found["comparator"]) == ("target.due", "exactly")


@pytest.mark.parametrize(
    "rest",
    [
        "A summit is planned to take place in Lodwar in 2031.",
        "A village near it was completed in 2021.",
        "Lodwar grew fast, which would reach Chad in 2029.",
    ],
)
def test_what_only_happens_or_has_been_done_is_none(rest: str) -> None:
    assert items("targets", f"Kenya is building a railway from Lodwar to Juba. {rest}") == []


def test_without_an_initiative_near_it_what_is_due_makes_a_plan_but_not_what_is_only_expected() -> None:
    (plan,) = items("initiatives", "The hall is to be completed by 2034.")
    assert (plan["draft"]["rule"], quotes(plan)) == (
        "initiative.of_target",
        ["The hall is to be completed by 2034"],
    )
    assert items("targets", "The hall should be completed by 2034.") == []
