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


def test_no_happening_ends_with_and() -> None:
    text = "Chad froze the assets of the central bank and, a week later, seized a tanker."
    assert not [words for event in items("events", text) for words in quotes(event) if words.endswith(" and")]


def test_a_meeting_is_told_by_its_name_and_where_it_was_held() -> None:
    words = "The second Chad-Togo Summit, held in Lomé on 17 June 2025"
    (summit,) = items("events", f"{words}, can be evaluated as a milestone.")
    assert (summit["kind"], summit["when"], quotes(summit)) == ("summit", "2025-06-17", [words])


def test_an_announcement_has_its_content_past_a_day() -> None:
    words = "Chad announced in Lomé on 13 May 2025, that it would order the lifting of the sanctions on Togo"
    (announced,) = items("events", f"{words}.")
    assert quotes(announced) == [words]
