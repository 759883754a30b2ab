from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodb.analysis.quoting import Quote, in_context

PARAGRAPH = (
    "Zelensky spoke to NBC. He said it would be “very difficult.” The U.S. support matters, "
    "D. J. Trump said.[1]That is new! Is it? Yes"
)


def quoted(passage: str) -> Quote:
    start = PARAGRAPH.index(passage)
    return in_context(PARAGRAPH, start, start + len(passage))


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        ("spoke", "Zelensky »spoke« to NBC."),
        ("very difficult", "He said it would be “»very difficult«.”"),
        ("matters", "The U.S. support »matters«, D. J. Trump said.[1]"),
        ("That", "»That« is new!"),
        ("Yes", "»Yes«"),
    ],
)
def test_a_passage_is_quoted_within_its_sentence(passage: str, sentence: str) -> None:
    assert quoted(passage).marked() == sentence


def test_a_passage_over_two_sentences_is_quoted_with_both() -> None:
    assert (
        quoted("NBC. He said").marked("[[", "]]").startswith("Zelensky spoke to [[NBC. He said]] it would be")
    )


@given(st.text(max_size=200), st.data())
def test_the_passage_is_never_changed(paragraph: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(paragraph)))
    end = data.draw(st.integers(start, len(paragraph)))
    quote = in_context(paragraph, start, end)
    assert quote.exact == paragraph[start:end]
    assert f"{quote.before}{quote.exact}{quote.after}" in paragraph
