"""An article as read: immutable text in paragraphs, and what its file said about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from geodb.errors import Problem
from geodb.types import DateSpan, Span


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text that becomes a paragraph; `kind` is a code of the list paragraph_kind."""

    text: str
    kind: str = "body"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its number from 1, its kind, and the offset of its first code point in the text."""

    no: int
    kind: str
    start: int
    text: str

    def span(self, start: int, end: int) -> Span:
        """Return the passage between two offsets in this paragraph."""
        return Span(self.no, start, end)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file declares about the article; what it does not declare is None, never guessed."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    published: DateSpan | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An article: `text` is its paragraphs joined by line feeds, and what is stored and hashed.

    `steps` names what was done to the received text, in order; `original_sha256` is of the received bytes.
    `problems` are doubts that did not stop the reading.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    metadata: Metadata
    original_sha256: str
    steps: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8, in hex."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def normalization(self) -> str:
        """The steps as the database stores them."""
        return ",".join(self.steps) or "none"

    def exact(self, span: Span) -> str:
        """Return the characters of a passage."""
        return self.paragraphs[span.paragraph - 1].text[span.start : span.end]


def paragraphs_of(blocks: list[Block]) -> tuple[Paragraph, ...]:
    """Number blocks as paragraphs whose offsets count in their texts joined by line feeds."""
    found, start = [], 0
    for no, block in enumerate(blocks, 1):
        found.append(Paragraph(no, block.kind, start, block.text))
        start += len(block.text) + 1
    return tuple(found)
