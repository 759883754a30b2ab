"""Markdown: front matter, kinds of paragraphs, footnotes; raw HTML never comes through."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodb.errors import SourceFormatError
from geodb.sources.article.reader import read_article
from geodb.sources.article.structure import read_structure

TEXT = """---
title: Peace in Sight
authors:
  - Jane Roe
  - name: John Doe
date: 2025-02-12
url: https://www.example.org/a?utm_source=x
lang: en_GB
---
# Peace in Sight

Ministers met *on Monday*[^talks] and
said “we agree”.[^2] See [the text](https://example.org/x).

> A long quotation set apart.

- first point
- second point

<script>alert(1)</script>

| a | b |
|---|---|
| c | d |

[^talks]: Jane Roe, “Talks”, BBC, https://bbc.com/x, (Access Date: 15.02.2025).
[^2]: https://example.org/b
"""


def test_paragraphs_have_kinds_and_front_matter_becomes_metadata() -> None:
    article = read_article(TEXT.encode(), format="markdown")
    assert [(paragraph.kind, paragraph.text) for paragraph in article.paragraphs] == [
        ("title", "Peace in Sight"),
        ("body", "Ministers met on Monday[1] and said “we agree”.[2] See the text."),
        ("quotation", "A long quotation set apart."),
        ("list_item", "first point"),
        ("list_item", "second point"),
        ("table", "a"),
        ("table", "b"),
        ("table", "c"),
        ("table", "d"),
        ("footnote", "[1] Jane Roe, “Talks”, BBC, https://bbc.com/x, (Access Date: 15.02.2025)."),
        ("footnote", "[2] https://example.org/b"),
    ]
    metadata = article.metadata
    assert (metadata.title, metadata.authors) == ("Peace in Sight", ("Jane Roe", "John Doe"))
    assert (str(metadata.published), metadata.language) == ("2025-02-12", "en-GB")
    assert metadata.canonical_url == "https://example.org/a"


def test_footnotes_are_paired_with_their_markers() -> None:
    structure = read_structure(read_article(TEXT.encode(), format="markdown"))
    assert [marker.numbers for marker in structure.markers] == [(1,), (2,)]
    assert structure.problems == ()


def test_a_suffix_says_that_it_is_markdown(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT, "utf-8")
    assert read_article(tmp_path / "a.md").metadata.title == "Peace in Sight"


@pytest.mark.parametrize("front", ["title: [", "a: &x [*x]\nb: !!python/object:os.system {}"])
def test_front_matter_that_is_no_yaml_is_refused(front: str) -> None:
    with pytest.raises(SourceFormatError, match="front matter"):
        read_article(f"---\n{front}\n---\nText".encode(), format="markdown")


def test_odd_front_matter_is_no_metadata() -> None:
    article = read_article(
        b"---\ntitle: [1, 2]\ndate: soon\nauthor: 5\nlang: '??'\n---\nText of it", format="markdown"
    )
    assert not any((article.metadata.title, article.metadata.published, article.metadata.authors))
    assert article.metadata.language is None


def test_words_in_deep_quotations_are_not_lost() -> None:
    assert "Chad met Togo." in read_article((">" * 40 + " Chad met Togo.").encode(), format="markdown").text
