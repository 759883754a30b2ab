"""The structure of an article: sentences, quotations, footnote markers, notes and what they cite."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from geodb.errors import Problem
from geodb.sources.article.citation import Citation, Piece, parse_citations
from geodb.sources.article.dateline import HEAD, find_dateline
from geodb.sources.article.dates import find_dates
from geodb.sources.article.model import Article, Block, Paragraph
from geodb.sources.article.notes import Assumption, find_markers, find_notes
from geodb.sources.article.quotations import find_quotations
from geodb.sources.article.sentences import find_sentences
from geodb.types import Span

NOTE_KINDS = frozenset({"footnote", "bibliography"})
_MAY_BE_NO_DAY = re.compile(
    r"[0-9](?:(?<![0-9].)(?:(?<=2)9|(?<=[3-9])[0-9])(?![0-9])|[./-][0-9]{1,2}[./-][0-9])"
)
"""Numbers that no month has as a day, or not all months, and dates in numbers alone."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: its span with the marks, the span of its words, how deep it is nested, if it is closed."""

    span: Span
    words: Span
    depth: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Marker:
    """A footnote marker, the numbers of its notes, and the passage that it is assumed to cover."""

    span: Span
    text: str
    numbers: tuple[int, ...]
    covers: Span | None
    assumed: Assumption


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or an entry of a list of works; `label` is as printed, as in `[1]`, or empty.

    `text` is what follows the label, from `offset` in the paragraph; `citations` are the sources it cites, at
    least one: a remark that cites nothing is a citation without fields.
    """

    span: Span
    label: str
    number: int | None
    offset: int
    text: str
    citations: tuple[Citation, ...]

    def span_of(self, citation: Citation, piece: Piece) -> Span:
        """Return where a part of one of the citations stands in the article."""
        begin = self.offset + citation.start
        return Span(self.span.paragraph, begin + piece.start, begin + piece.end)


@dataclass(frozen=True, slots=True)
class Structure:
    """What stands in an article, in reading order; `problems` are for the person who reviews the draft."""

    sentences: tuple[Span, ...]
    quotations: tuple[Quote, ...]
    markers: tuple[Marker, ...]
    notes: tuple[Note, ...]
    problems: tuple[Problem, ...]

    def note(self, number: int) -> Note | None:
        """Return the first note of this number."""
        return next((note for note in self.notes if note.number == number), None)


def read_structure(article: Article) -> Structure:
    """Find sentences, quotations and markers in the text, and the notes with their citations."""
    notes = tuple(_notes(article))
    numbers = {note.number for note in notes if note.number is not None}
    body = [paragraph for paragraph in article.paragraphs if paragraph.kind not in NOTE_KINDS]
    markers = tuple(
        Marker(
            paragraph.span(found.start, found.end),
            paragraph.text[found.start : found.end],
            found.numbers,
            paragraph.span(*found.covers) if found.covers[0] < found.covers[1] else None,
            found.assumed,
        )
        for paragraph in body
        for found in find_markers(paragraph.text, numbers)
    )
    sentences = tuple(paragraph.span(*span) for paragraph in body for span in _sentences(paragraph))
    problems = (*_pairing_problems(markers, notes), *_date_problems(notes), *_days_of_no_calendar(body))
    return Structure(sentences, tuple(_quotes(article)), markers, notes, problems)


def _sentences(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence; a dateline is one by itself."""
    head = find_dateline(paragraph.text) if paragraph.no <= HEAD else None
    begin = head.end if head else 0
    if head:
        yield 0, len(paragraph.text[:begin].rstrip())
    for start, end in find_sentences(paragraph.text[begin:]):
        yield begin + start, begin + end


def _notes(article: Article) -> Iterator[Note]:
    blocks = [Block(paragraph.text, paragraph.kind) for paragraph in article.paragraphs]
    for note in find_notes(blocks):
        text = blocks[note.paragraph - 1].text
        said = text[note.body : note.end]
        span = Span(note.paragraph, note.start, note.end)
        yield Note(span, note.label, note.number, note.body, said, tuple(parse_citations(said)))


def _quotes(article: Article) -> Iterator[Quote]:
    for paragraph in article.paragraphs:
        for found in find_quotations(paragraph.text):
            span = paragraph.span(found.start, found.end)
            yield Quote(span, paragraph.span(*found.inner), found.depth, found.closed)


def _pairing_problems(markers: tuple[Marker, ...], notes: tuple[Note, ...]) -> Iterator[Problem]:
    counted = Counter(note.number for note in notes if note.number is not None)
    named = {number for marker in markers for number in marker.numbers}
    for marker in markers:
        for number in marker.numbers:
            if number not in counted:
                yield Problem(f"marker {marker.text} has no note", line=marker.span.paragraph, value=number)
    for note in notes:
        if note.number is not None and counted[note.number] > 1:
            message = f"{counted[note.number]} notes are numbered {note.number}"
            yield Problem(message, line=note.span.paragraph, hint="the first one is taken; number them anew")
        if note.number is not None and note.number not in named:
            yield Problem(f"no marker in the text points at note {note.label}", line=note.span.paragraph)


def _days_of_no_calendar(body: list[Paragraph]) -> Iterator[Problem]:
    for paragraph in body:
        for found in find_dates(paragraph.text) if _MAY_BE_NO_DAY.search(paragraph.text) else ():
            if found.date is None:
                message = f"{found.text} is no day of the calendar"
                yield Problem(message, line=paragraph.no, hint="nothing is dated by it")


def _date_problems(notes: tuple[Note, ...]) -> Iterator[Problem]:
    for note in notes:
        for piece in (piece for citation in note.citations for piece in citation.bad_dates):
            message = f"{piece.text} is no day of the calendar"
            yield Problem(
                message, line=note.span.paragraph, field=note.label or None, hint="kept as raw text only"
            )
