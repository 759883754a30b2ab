"""How well drafting reads articles: found against expected, as precision, recall and F1 per kind."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

from geodb.errors import Problem, SourceFormatError
from geodb.sources.article.citation import Citation, parse_citation
from geodb.sources.article.dates import find_dates
from geodb.sources.article.reader import read_article
from geodb.sources.article.structure import read_structure

_TEI = "{http://www.tei-c.org/ns/1.0}"
_JOINED_BY = re.compile(r"(?<!\w)(?:et\.? al|and|und|et|with|others)(?!\w)\.?|&", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[4-9]|20)[0-9]{2}")
_FIELDS = {
    "authors": ("author",),
    "title": ("title",),
    "container": ("journal", "container-title"),
    "publisher": ("publisher",),
    "place": ("location",),
    "published": ("date",),
    "url": ("url",),
    "doi": ("doi",),
}


@dataclass
class Score:
    """Counts of one kind: how many were expected, found, and found rightly."""

    expected: int = 0
    found: int = 0
    correct: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 if nothing was found."""
        return self.correct / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what was expected that was found; 1 if nothing was expected."""
        return self.correct / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.expected + self.found
        return 2 * self.correct / both if both else 1.0

    def add(self, expected: Iterable[Hashable], found: Iterable[Hashable]) -> None:
        """Count what is expected and found in one place, as multisets."""
        wanted, got = Counter(expected), Counter(found)
        self.expected += wanted.total()
        self.found += got.total()
        self.correct += (wanted & got).total()


@dataclass
class RuleScore:
    """What one rule of drafting made, how much of it is right, and how sure it says it is (0 to 100 each)."""

    found: int = 0
    correct: int = 0
    confidences: int = 0

    @property
    def precision(self) -> float:
        """Share of what the rule made that is right."""
        return self.correct / self.found

    @property
    def confidence(self) -> float:
        """The mean of the confidences that it states."""
        return self.confidences / self.found


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that only one of two dossiers has: missed by the draft, or with nothing like it in the truth.

    `words` are the passages it stands on, each with the number of its paragraph.
    """

    is_missed: bool
    kind: str
    key: str
    rule: str | None
    words: tuple[tuple[int, str], ...]


@dataclass
class Scores:
    """Scores by kind, and of drafts also by rule, with the facts that differ."""

    by_kind: dict[str, Score] = field(default_factory=dict)
    by_rule: dict[str, RuleScore] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)

    def add(self, kind: str, expected: Iterable[Hashable], found: Iterable[Hashable]) -> None:
        """Count one place for one kind."""
        self.by_kind.setdefault(kind, Score()).add(expected, found)

    def add_all(self, other: Scores) -> None:
        """Count whatever another has counted."""
        for kind, score in other.by_kind.items():
            total = self.by_kind.setdefault(kind, Score())
            total.expected += score.expected
            total.found += score.found
            total.correct += score.correct
        for rule, made in other.by_rule.items():
            both = self.by_rule.setdefault(rule, RuleScore())
            both.found += made.found
            both.correct += made.correct
            both.confidences += made.confidences
        self.differences += other.differences

    def rows(self) -> Iterator[tuple[str, int, float, float, float]]:
        """Yield kind, expected, precision, recall and F1."""
        for kind, score in self.by_kind.items():
            yield kind, score.expected, score.precision, score.recall, score.f1


# --- labelled references (anystyle's XML) ------------------------------------------------------------------


def evaluate_citations(references: Iterable[tuple[str, Mapping[str, str]]]) -> Scores:
    """Compare parsed citations with labelled ones, field by field, each right only as a whole.

    `references` yields the printed text and its labelled fields. Case, marks and diacritics do not count.
    """
    scores = Scores()
    for raw, labelled in references:
        found = _found_fields(parse_citation(raw))
        for kind in _FIELDS:
            wanted = labelled.get(kind)
            scores.add(kind, [wanted] if wanted else [], [found[kind]] if found[kind] else [])
    return scores


def labelled_references(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Read a file of anystyle's labelled references: the text without its labels, and the fields.

    Raises SourceFormatError if it is no XML.
    """
    try:
        root = ET.parse(path).getroot()  # noqa: S314 - a file of the developer's own; expat limits entities
    except ET.ParseError as error:
        raise SourceFormatError(Problem(f"not XML: {error}", file=str(path))) from error
    for sequence in root:
        parts = [(part.tag, " ".join("".join(part.itertext()).split())) for part in sequence]
        raw = " ".join(text for tag, text in parts if tag != "citation-number")
        yield raw, {kind: _labelled(kind, parts) for kind in _FIELDS}


def _labelled(kind: str, parts: list[tuple[str, str]]) -> str:
    text = next((text for tag, text in parts if tag in _FIELDS[kind]), "")
    if kind == "authors":
        text = _JOINED_BY.sub(" ", text)
    elif kind == "container":
        text = re.sub(r"^in:?\s", "", text, flags=re.IGNORECASE)
    elif kind == "published":
        return _edtf(text)
    elif kind == "doi":
        text = "" if "http" in text else re.sub(r"^doi:?\s*", "", text, flags=re.IGNORECASE)
    elif kind == "url":
        texts = [text for tag, text in parts if tag in {"url", "doi"} and "http" in text]
        text = re.sub(r"^.*?(?=https?:)", "", texts[0]) if texts else ""
    return _compared(text)


def _found_fields(citation: Citation) -> dict[str, str]:
    pieces = {
        kind: getattr(citation, kind) for kind in ("title", "container", "publisher", "place", "url", "doi")
    }
    texts = {kind: _compared(piece.text) if piece else "" for kind, piece in pieces.items()}
    texts["doi"] = texts["doi"].removeprefix("doi")
    texts["authors"] = _compared("".join(author.text for author in citation.authors))
    texts["published"] = citation.published.edtf if citation.published else ""
    return texts


def _edtf(text: str) -> str:
    dates = [date.date.edtf for date in find_dates(text) if date.date]
    years = _YEAR.findall(text)
    return dates[0] if dates else years[0] if years else ""


def _compared(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if char.isalnum())


# --- prose with footnotes (TEI) ----------------------------------------------------------------------------


def evaluate_notes(chapters: Iterable[tuple[str, set[tuple[int, int, int]], dict[int, str]]]) -> Scores:
    """Compare the markers and notes found in plain texts with those that were written into them.

    `chapters` yields a text, its markers as (paragraph, start, number), and its notes by number.
    """
    scores = Scores()
    for text, markers, notes in chapters:
        article = read_article(text.encode())
        structure = read_structure(article)
        found = [
            (marker.span.paragraph, marker.span.start, marker.numbers[0]) for marker in structure.markers
        ]
        scores.add("marker", markers, found)
        scores.add("note", notes.items(), [(note.number, note.text) for note in structure.notes])
    return scores


def tei_chapters(
    path: Path, marker: str = "[{}]", label: str = "[{}] "
) -> Iterator[tuple[str, set[tuple[int, int, int]], dict[int, str]]]:
    """Print the chapters of a TEI file as plain text, with `marker` in it and the notes at the end."""
    root = ET.parse(path).getroot()  # noqa: S314 - as above
    for division in root.iter(f"{_TEI}div"):
        if any(child.tag == f"{_TEI}div" for child in division):
            continue
        chapter = _Chapter(marker)
        for paragraph in division.iter(f"{_TEI}p"):
            chapter.add(paragraph)
        if chapter.notes:
            listed = [label.format(no) + note for no, note in chapter.notes.items()]
            yield "\n".join([*chapter.lines, *listed]), chapter.markers, chapter.notes


class _Chapter:
    def __init__(self, marker: str) -> None:
        self.marker = marker
        self.lines: list[str] = []
        self.markers: set[tuple[int, int, int]] = set()
        self.notes: dict[int, str] = {}

    def add(self, paragraph: ET.Element) -> None:
        """Add a paragraph as a line; its notes are numbered through the chapter."""
        pieces: list[str | int] = []
        self._collect(paragraph, pieces)
        line = ""
        for piece in pieces:
            if isinstance(piece, int):
                line = line.rstrip()
                self.markers.add((len(self.lines) + 1, len(line), piece))
                line += self.marker.format(piece)
            else:
                line += piece.lstrip() if not line else piece
        if line.strip():
            self.lines.append(line.rstrip())

    def _collect(self, element: ET.Element, pieces: list[str | int]) -> None:
        pieces.append(re.sub(r"\s+", " ", element.text or ""))
        for child in element:
            if child.tag == f"{_TEI}note":
                number = len(self.notes) + 1
                self.notes[number] = " ".join("".join(child.itertext()).split())
                pieces.append(number)
            else:
                self._collect(child, pieces)
            pieces.append(re.sub(r"\s+", " ", child.tail or ""))
