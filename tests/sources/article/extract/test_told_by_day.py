"""Happenings that no table of words knows, but that have a day or a month."""

from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import Item, items, quotes


def told(sentence: str) -> list[Item]:
    return [
        event
        for event in items("events", "A title", "2 March 2026", sentence)
        if event["draft"]["rule"] == "event.day"
    ]


@pytest.mark.parametrize(
    ("sentence", "words", "when", "status"),
    [
        ("The Chadian prime minister dropped most duties in May 2025.", None, "2025-05", "occurred"),
        ("Ana Ruk, who grows pomelos, lost her kitchen to the river in November.", None, "2025-11", "occurred"),
        ("The road to Goma reopened last month.", None, "2026-02", "occurred"),
        ("Ana Ruk lost her kitchen to the river one night in November.", None, "2025-11", "occurred"),
        ("The customs code enters into force on 1 May 2026.", None, "2026-05-01", "planned"),
        ("Kenya’s parliament debates the bill next week.", None, "2026-03-09/2026-03-15", "planned"),
        ("The duties lapse on 23 July, and prices are high.", "The duties lapse on 23 July", "2026-07-23", "planned"),
        (
            "On 1 July Kenya and Togo must each say whether they want to go on.",
            "On 1 July Kenya and Togo must each say whether they want to go on",
            "2026-07-01",
            "planned",
        ),
        ("Chad, which dithered in September, kept silent.", "Chad, which dithered in September", "2025-09", "occurred"),
    ],
)  # fmt: skip
def test_a_clause_with_its_day_is_an_event(sentence: str, words: str | None, when: str, status: str) -> None:
    (event,) = told(sentence)
    assert quotes(event) == [words or sentence.removesuffix(".")]
    assert (event["when"], event["status"]) == (when, status)


@pytest.mark.parametrize(
    "sentence",
    [
        "Prices dropped in April.",
        "Steel exports fell by 38 percent in April.",
        "Their share of the market shrank in April.",
        "The toll was 54 in March 2026.",
        "The road must be open by 3 May.",
        "Nobody has used the road since January.",
        "The miners blocked nothing in January.",
        "Should the road close in May, the mills would stop.",
        "“The road closes in May,” Chadian President Ana Ruk said.",
        "The road was dusty and in April 2020 narrow.",
        "The road is long.",
    ],
)
def test_a_day_alone_makes_no_event(sentence: str) -> None:
    assert told(sentence) == []
