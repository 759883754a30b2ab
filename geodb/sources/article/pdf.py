"""PDF into paragraphs: lines joined, words undivided, running heads and page numbers left out, notes at the end."""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
from collections import Counter
from importlib.metadata import version
from importlib.util import find_spec
from itertools import chain, pairwise
from typing import Any, NamedTuple

from geodb.errors import ConfigError, Problem, SourceFormatError
from geodb.sources.article import pdf_text
from geodb.sources.article.metadata import declared, with_bylines
from geodb.sources.article.model import Block, Metadata
from geodb.sources.article.normalize import normalize
from geodb.sources.article.plain import STARTS_ANEW

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_DIVIDED = re.compile(r"[^\W\d_]*[^\W\d_A-Z][^\W\d_A-Z][-\u00ad\u2010]$")
_NO_TITLE = re.compile(r"(?:microsoft\s\w+\s-|untitled|.*\.(?:docx?|indd|qxd|pdf|odt|rtf)$)", re.IGNORECASE)
_ENDS = re.compile(r"(?:[.!?…:。！？؟۔]['\"”’»)]*(?:[0-9]{1,3})?|\])$")
_URL_GOES_ON = re.compile(r"https?://\S*[/_=&?%-]$")
_LARGE, _SMALL = 1.15, 0.92
_WIDE_GAP = 1.4
_INDENT = 0.8
_SHORT = 0.8
_AT_EDGE = 2


class Line(NamedTuple):
    """A line of a page; x and y count in points from the lower left corner."""

    text: str
    x: float
    y: float
    size: float


def pdf_blocks(raw: bytes, name: str, url: str | None) -> tuple[list[Block], Metadata, tuple[str, ...]]:
    """Return the paragraphs of a PDF, what it declares about itself, and the steps taken.

    Raises:
        ConfigError: the extra `articles` is not installed.
        SourceFormatError: it has no text, is protected or broken, or reading it takes too long.
    """
    if find_spec("pypdf") is None:
        hint = "pip install 'geodb[articles]', or save it as text, for instance with pdftotext"
        raise ConfigError("reading PDF needs the extra `articles`", hint=hint)
    found = _read(raw, name)
    pages = [[Line(text.translate(_LIGATURES), *place) for text, *place in page] for page in found["pages"]]
    if not any(line.text for line in chain(*pages)):
        hint = "its pages are pictures: have their text recognised (OCR) first"
        raise SourceFormatError(Problem("this PDF has no text", file=name, hint=hint))
    kept = _without_margins(pages)
    body = _most_common_size(list(chain(*kept)))
    apart = [_notes_apart(page, body) for page in kept]
    text, notes = [list(chain(*parts)) for parts in zip(*apart, strict=True)]
    whole = _Paragraphs([*text, *notes])
    blocks = [*_blocks(whole.of(text), body), *(Block(text) for text, _ in whole.of(notes))]
    steps = [
        "unwrapped",
        *(["margins"] if kept != pages else []),
        *(["undivided"] if whole.undivided else []),
    ]
    blocks, done = _normalized(with_bylines(blocks))
    front = {key: value for key, value in found["information"].items() if not _NO_TITLE.match(value)}
    if author := front.get("author"):
        front["authors"] = [part.strip() for part in re.split(r";|,|\band\b|\bve\b", author)]
    return blocks, declared(front, blocks, url), (f"pypdf {version('pypdf')}", *steps, *done)


def _read(raw: bytes, name: str) -> dict[str, Any]:
    """Have the lines read by another process, which is stopped if it takes too long."""
    command = [sys.executable, "-m", pdf_text.__name__]
    try:
        done = subprocess.run(
            command, input=raw, capture_output=True, timeout=2 * pdf_text.SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        done = None
    if done is None or done.returncode:
        hint = "open it and save it as text"
        raise SourceFormatError(
            Problem("reading this PDF takes too long or too much memory", file=name, hint=hint)
        )
    found: dict[str, Any] = json.loads(done.stdout)
    if "refused" in found:
        raise SourceFormatError(Problem(found["refused"], file=name, hint=found["hint"]))
    return found


# --- what is no text of the article ---------------------------------------------------------------


def _without_margins(pages: list[list[Line]]) -> list[list[Line]]:
    """Drop running heads and feet: what comes again at the edge of half of the pages, but for its numbers."""
    again = Counter(key for page in pages for key in {_unnumbered(line.text) for line in _edges(page)})
    often = {key for key, count in again.items() if count > 1 and count * 2 >= len(pages)}
    kept = []
    for page in pages:
        dropped = {line for line in _edges(page) if _unnumbered(line.text) in often}
        kept.append([line for line in page if line not in dropped])
    return kept if any(kept) else pages


def _edges(page: list[Line]) -> list[Line]:
    """Return the lines nearest to the upper and to the lower edge."""
    heights = sorted({round(line.y) for line in page})
    edge = {*heights[:_AT_EDGE], *heights[-_AT_EDGE:]}
    return [line for line in page if round(line.y) in edge]


def _unnumbered(text: str) -> str:
    return re.sub("[0-9]+", "#", text)


def _most_common_size(lines: list[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0]


def _notes_apart(page: list[Line], body: float) -> tuple[list[Line], list[Line]]:
    """Divide a page into its text and the notes at its foot: in small letters to the end, from a label on."""
    first = len(page)
    while first and page[first - 1].size <= body * _SMALL:
        first -= 1
    while (
        first < len(page) and not STARTS_ANEW.match(page[first].text) and not page[first].text[:1].isdigit()
    ):
        first += 1
    return page[:first], page[first:]


# --- paragraphs -----------------------------------------------------------------------------------


class _Paragraphs:
    """Joins lines; `lines` are all of the document, from which it is learnt how it is set."""

    def __init__(self, lines: list[Line]) -> None:
        gaps = [
            before.y - line.y for before, line in pairwise(lines) if 0 < before.y - line.y < 3 * line.size
        ]
        self._gap = statistics.median(gaps) if gaps else 0.0
        lengths = sorted(len(line.text) for line in lines)
        self._width = lengths[len(lengths) * 3 // 4]
        self._words = Counter(
            re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(line.text for line in lines).lower())
        )
        self.undivided = False

    def of(self, lines: list[Line]) -> list[tuple[str, float]]:
        """Return the paragraphs with the size of their letters."""
        found: list[tuple[str, float]] = []
        for before, line in pairwise([None, *lines]):
            if line is None:
                continue
            if before is None or self._begins(before, line):
                found.append((line.text, line.size))
            else:
                found[-1] = (self._joined(found[-1][0], line.text), found[-1][1])
        return found

    def _begins(self, before: Line, line: Line) -> bool:
        """Whether a line begins a paragraph."""
        if abs(line.size - before.size) > (1 - _SMALL) * before.size or STARTS_ANEW.match(line.text):
            return True
        ended = bool(_ENDS.search(before.text))
        is_short = len(before.text) < _SHORT * self._width
        is_indented = line.x - before.x > _INDENT * line.size
        if line.y >= before.y:  # on the next page, or in the next column
            return ended and (is_short or is_indented)
        return before.y - line.y > _WIDE_GAP * self._gap or (ended and (is_short or is_indented))

    def _joined(self, text: str, more: str) -> str:
        divided = _DIVIDED.search(text)
        if _URL_GOES_ON.search(text):
            return text + more
        if text.endswith("-") and (not divided or not more[:1].islower()):
            return text + more if text[-2:-1].isalnum() else f"{text} {more}"
        if divided is None:
            return f"{text} {more}"
        second = re.match(r"[^\W\d_]*", more)
        whole = (divided[0][:-1] + (second[0] if second else "")).lower()
        with_hyphen = f"{divided[0][:-1]}-{second[0] if second else ''}".lower()
        if divided[0][-1] == "-" and self._words[with_hyphen] > self._words[whole]:
            return text + more
        self.undivided = True
        return text[:-1] + more


def _blocks(paragraphs: list[tuple[str, float]], body: float) -> list[Block]:
    blocks: list[Block] = []
    for text, size in paragraphs:
        is_large = size >= _LARGE * body and len(text) < 300
        has_title = any(block.kind == "title" for block in blocks)
        kind = "body" if not is_large else "heading" if has_title else "title"
        blocks.append(Block(text, kind))
    return blocks


def _normalized(blocks: list[Block]) -> tuple[list[Block], tuple[str, ...]]:
    kept: list[Block] = []
    steps: dict[str, None] = {}
    for block in blocks:
        text, done = normalize(block.text)
        steps |= dict.fromkeys(done)
        kept += [Block(line, block.kind) for line in text.split("\n") if line]
    return kept, tuple(steps)
