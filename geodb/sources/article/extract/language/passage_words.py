"""Where words stand in a passage, found without a pattern for each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from geodb.sources.article.extract.page import Passage


def places_of(lower: str, words: Iterable[str]) -> list[int]:
    """Return where these words stand in a text of small letters, each by itself."""
    found = []
    for word in words:
        at = lower.find(word)
        while at >= 0:
            end = at + len(word)
            if not ((at > 0 and lower[at - 1].isalpha()) or lower[end : end + 1].isalpha()):
                found.append(at)
            at = lower.find(word, end)
    return found


def has_any(passage: Passage, words: Iterable[str]) -> bool:
    """Whether a passage has one of these words or signs, without which a slow pattern need not be tried."""
    return any(word in passage.text for word in words)


def by_sentence(passage: Passage, places: Iterable[int]) -> Iterator[tuple[tuple[int, int], list[int]]]:
    """Yield the sentences of a passage that hold some of these offsets, in order, with those."""
    for sentence, here in groupby(sorted(places), passage.sentence_at):
        yield sentence, [at for at in here if at < sentence[1]]
