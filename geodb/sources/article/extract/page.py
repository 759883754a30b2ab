"""An article as the rules see it: sentences, quotations and mentions by paragraph, and evidence to point at them."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from geodb.sources.article.model import Article
from geodb.sources.article.structure import NOTE_KINDS, Quote, Structure

LONGEST_PASSAGE = 30_000
"""Characters of a paragraph that rules can go through: some look from each word at all others."""
_LONGEST_HEADING = 150
_CLOSING = "”\"’')]0123456789¹²³⁴⁵⁶⁷⁸⁹⁰[ "
_STOPS = frozenset(".!?:;…")
_WORD = re.compile("([a-z]+)")
Item = dict[str, Any]
Sections = dict[str, list[Item]]
"""Items by section of the dossier, as docs/reference/dossier.md describes them."""


@dataclass(slots=True)
class Mention:
    """Words at `start` to `end` of a paragraph that stand for actors; `outer` is where their titles begin.

    `how` is name, short, acronym, metonym, adjective, group or pronoun; `place` is the place of that name.
    """

    start: int
    end: int
    actors: tuple[str, ...]
    how: str = "name"
    outer: int = -1
    office: str | None = None
    place: str | None = None
    is_venue: bool = False

    @property
    def begin(self) -> int:
        """Where the mention begins, titles included."""
        return self.outer if self.outer >= 0 else self.start


@dataclass(slots=True)
class Passage:
    """One paragraph of the body, or a title: its number, text, sentences, quotations and mentions in order.

    `lower` is the text in small letters, each where it stands: patterns without regard to case take twice as long.
    `words` are those of the letters a to z in it, each once: most rules look at a passage only if it has one of theirs.
    `opening` is the day that opens it in a chronicle. In a transcript `is_turn` if a label opens it, and `spoken_by` is
    who speaks it without one.
    """

    no: int
    text: str
    sentences: list[tuple[int, int]]
    quotes: list[Quote]
    mentions: list[Mention] = field(default_factory=list)
    lower: str = ""
    words: frozenset[str] = frozenset()
    opening: str = ""
    is_turn: bool = False
    spoken_by: str = ""
    lines: dict[int, Any] = field(default_factory=dict, repr=False, compare=False)
    _in_order: list[str] = field(default_factory=list, repr=False, compare=False)
    _starts: list[int] = field(default_factory=list, repr=False, compare=False)

    def __post_init__(self) -> None:
        small = self.text.lower()
        if len(small) != len(self.text):
            small = "".join(char.lower() if len(char.lower()) == 1 else char for char in self.text)
        self.lower = small
        parts = _WORD.split(small)  # a gap, a word, a gap, …, a word, a gap
        self._in_order, self._starts = parts[1::2], [*accumulate(map(len, parts))][:-1:2]
        self.words = frozenset(self._in_order)

    def words_among(self, known: AbstractSet[str], start: int, end: int) -> list[tuple[str, int]]:
        """Return the words that begin between two offsets and are among known ones, and where each stands."""
        first, last = bisect.bisect_left(self._starts, start), bisect.bisect_left(self._starts, end)
        words = zip(self._in_order[first:last], self._starts[first:last], strict=True)
        return [(word, at) for word, at in words if word in known]

    @property
    def is_heading(self) -> bool:
        """Whether it is short and does not end as a sentence does: a title, which tells what its text tells."""
        text = self.text
        return len(text) < _LONGEST_HEADING and text[0].isupper() and text.rstrip(_CLOSING)[-1:] not in _STOPS

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """Return the sentence that holds an offset."""
        number = bisect.bisect_right(self.sentences, (offset, len(self.text))) - 1
        return self.sentences[max(number, 0)] if self.sentences else (0, len(self.text))

    def within(self, start: int, end: int, *, actors: bool = True) -> list[Mention]:
        """Return the mentions between two offsets; only those of actors unless told otherwise."""
        return [
            mention
            for mention in self.mentions
            if start <= mention.start and mention.end <= end and (mention.actors or not actors)
        ]

    def has_mention(self, start: int, end: int) -> bool:
        """Whether a mention has words between two offsets."""
        return any(mention.start < end and start < mention.end for mention in self.mentions)

    def in_quote(self, offset: int) -> Quote | None:
        """Return the outermost quotation around an offset."""
        return next((quote for quote in self.quotes if quote.span.start <= offset < quote.span.end), None)


def filled(item: Item) -> Item:
    """Return an item without the fields that hold nothing."""
    return {name: value for name, value in item.items() if value is not None and value != []}


class Page:
    """All passages of an article, and the way to make evidence of them."""

    def __init__(self, article: Article, structure: Structure) -> None:
        self.article, self.structure = article, structure
        self.labels = dict.fromkeys(note.label for note in structure.notes if note.label)
        self._markers: dict[int, list[tuple[int, int, str]]] = {}
        for marker in structure.markers:
            note = structure.note(marker.numbers[0])
            if note and note.label and marker.covers:
                cover = (marker.covers.start, marker.covers.end, note.label)
                self._markers.setdefault(marker.span.paragraph, []).append(cover)
        self.passages = list(self._passages())

    def _passages(self) -> Iterator[Passage]:
        sentences: dict[int, list[tuple[int, int]]] = {}
        quotes: dict[int, list[Quote]] = {}
        for span in self.structure.sentences:
            sentences.setdefault(span.paragraph, []).append((span.start, span.end))
        for quote in self.structure.quotations:
            if quote.depth == 0 and quote.closed:
                quotes.setdefault(quote.span.paragraph, []).append(quote)
        for paragraph in self.article.paragraphs:
            if paragraph.kind not in NOTE_KINDS and 0 < len(paragraph.text) <= LONGEST_PASSAGE:
                yield Passage(
                    paragraph.no,
                    paragraph.text,
                    sentences.get(paragraph.no, []),
                    quotes.get(paragraph.no, []),
                )

    def marker(self, no: int, start: int, end: int) -> str | None:
        """Return the label of the note that stands for a passage, if one does."""
        found: str | None = None
        for first, last, label in self._markers.get(no, ()):
            if first <= start < last:
                if end <= last + 1:
                    return label
                found = found or label
        return found

    def evidence(self, no: int, start: int, end: int) -> Item:
        """Return a passage as a dossier quotes it."""
        text = self.article.paragraphs[no - 1].text
        while start < end and text[start] in " ,;:":
            start += 1
        while end > start and text[end - 1] in " ,;:":
            end -= 1
        quote = text[start:end]
        item: Item = {"p": no, "quote": quote}
        if text.find(quote) != start or text.find(quote, start + 1) >= 0:
            item["nth"] = _count(text, quote, start) + 1
        if marker := self.marker(no, start, end):
            item["marker"] = marker
        return item


def _count(text: str, quote: str, until: int) -> int:
    number, at = 0, text.find(quote)
    while 0 <= at < until:
        number, at = number + 1, text.find(quote, at + 1)
    return number
