"""Headlines in Title Case, read as if only their names had capitals: `Minsk Calls for Truce` names Minsk alone."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from geodb.sources.article.extract.gazetteer import Gazetteer
from geodb.sources.article.extract.names.runs import Words
from geodb.sources.article.extract.page import Page, Passage

_SMALL = 3
_LEAST, _SHARE = 3, 0.8
"""Of the words with more than `_SMALL` letters so many, and this share, have capitals in Title Case."""


def read_headlines(page: Page, gazetteer: Gazetteer) -> None:
    """Put words of headlines that are no names in small letters, each where it stands.

    Names are known, begin with a given name, or have a capital inside a sentence of the article too.
    """
    authors = page.article.metadata.authors
    headlines = [
        (passage, words)
        for passage in page.passages
        if (words := _in_title_case(passage)) and not any(author in passage.text for author in authors)
    ]
    if not headlines:
        return
    told = {passage.no for passage, _ in headlines}
    named = _named(passage for passage in page.passages if passage.no not in told)
    for passage, words in headlines:
        spans = [(hit.start, hit.end) for hit in gazetteer.find(passage.text, words.starts())]
        text = list(passage.text)
        for before, word in pairwise(words.all):
            known = word.text in named or not gazetteer.given_names.isdisjoint({before.text, word.text})
            known = known or any(start <= word.start < end for start, end in spans)
            if not known and word.text[1:].islower():
                text[word.start] = passage.lower[word.start]
        passage.text = "".join(text)


def _in_title_case(passage: Passage) -> Words | None:
    """Return the words of a headline of which nearly all have capitals."""
    text = passage.text
    if not passage.is_heading or "|" in text or text.isupper() or text.startswith("By "):
        return None
    words = Words(text)
    long = [word for word in words.all if len(word.text) > _SMALL]
    capitals = sum(word.is_capital for word in long)
    return words if capitals >= max(_LEAST, _SHARE * len(long)) else None


def _named(passages: Iterable[Passage]) -> set[str]:
    """Return the words that have a capital inside a sentence."""
    found: set[str] = set()
    for passage in passages:
        opening = {start for start, _ in passage.sentences}
        words = Words(passage.text)
        found.update(
            word.text
            for before, word in pairwise(words.all)
            if word.is_capital and word.start not in opening and before.gap in {" ", ", ", "-"}
        )
    return found
