"""Where the words of an event begin and end."""

from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import items, quotes


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "On Tuesday, as envoys were arriving, Togo shelled a village in Chad, killing 31 people and burning a mill.",
            None,
        ),
        ("In May 2025, Chad recalled its ambassador to Togo.", None),
        ("Chad recalled its ambassador to Togo before the month was out, and rain fell.",
         "Chad recalled its ambassador to Togo before the month was out"),
        ("In response, Chad recalled its ambassador to Togo.", "Chad recalled its ambassador to Togo"),
    ],
)  # fmt: skip
def test_an_event_is_told_with_its_day_and_what_followed(sentence: str, words: str | None) -> None:
    (event,) = items("events", "A title", "2 March 2026", sentence)
    assert quotes(event) == [words or sentence.removesuffix(".")]
