"""Footnotes and lists of references, the markers that point at them, and what a marker stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from geodb.sources.article.links import find_urls
from geodb.sources.article.model import Block
from geodb.sources.article.months import fold

Assumption = Literal["since_paragraph_start", "since_previous_marker", "same_as_previous_marker"]

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUP = "[⁰¹²³⁴-⁹]{1,3}"
_LABELS = {
    "bracket": re.compile(r"\[([0-9]{1,3})\]:?\s*"),
    "superscript": re.compile(rf"({_SUP})\s*"),
    "parenthesis": re.compile(r"\(([0-9]{1,3})\)\s+"),
    "dot": re.compile(r"([0-9]{1,3})[.)]\s+(?=\S)"),
    "bare": re.compile(r"([0-9]{1,3})\s+(?=[^\W\d_a-z])"),
}
_SURE = ("bracket", "superscript")
_HEADING_LIST = """
notes|footnotes|endnotes|references|reference list|bibliography|works cited|sources|literature
kaynakca|kaynaklar|dipnotlar|dipnot|notlar|son notlar
quellen|quellenverzeichnis|literatur|literaturverzeichnis|anmerkungen|fussnoten|einzelnachweise
notes de bas de page|references bibliographiques|bibliographie|sources et references
notas|referencias|bibliografia|fuentes|referencias bibliograficas|note|fonti
источники|примечания|литература|сноски|список литературы|джерела|примітки
参考文献|注释|注|脚注|المراجع|الهوامش|منابع
"""
_HEADINGS = frozenset(fold(_heading) for _heading in _HEADING_LIST.replace("\n", "|").split("|") if _heading)
_LONGEST_HEADING = 60
_LOOKS_CITED = re.compile(
    r"[“«„\"‘].{8,}[”»“\"’]|\b(?:1[5-9]|20)[0-9]{2}\b|\b[Ii]bid\b|\ba\.g\.e\b|\bS\. \d|\bpp?\. \d"
)
_BRACKETS = re.compile(r"\[([0-9]{1,3}(?:\s?[,;–-]\s?[0-9]{1,3})*)\]")
_RAISED = re.compile(rf"(?<=\S){_SUP}(?:[,⁻]{_SUP})*")
_PARENTHESES = re.compile(r"(?:(?<=\S)|(?<=\s)(?=\([0-9]+\)[.,;:]?(?:\s*$|[.,;:])))\(([0-9]{1,3})\)")
_GLUED = re.compile(
    r"(?:(?<=[^\W\d_][.,;:!?”\"’»)])|(?<=[.,!?][”\"’»)])|(?<=\b[12][0-9]{3}[.,;:])|(?<=[a-zà-ÿ]{4}))"
    r"([0-9]{1,3})(?=\s|$)"
)
_IF_NUMBERED = (
    (re.compile("[⁰¹²³⁴-⁹]"), _RAISED),
    (re.compile(r"\([0-9]"), _PARENTHESES),
    (re.compile(r"[0-9](?:\s|$)"), _GLUED),
)
"""Markers that are such only if there is a note of their number, each after what a text with one has in it."""
_RANGE = re.compile(r"([0-9]+)\s?[–-]\s?([0-9]+)")
_LONGEST_RANGE = 30
_ANY_NUMBER = frozenset(range(1000))


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note or entry: its paragraph, where it stands there, where its words begin, its label and number."""

    paragraph: int
    start: int
    end: int
    body: int
    label: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class FoundMarker:
    """A marker at `start` to `end` of a paragraph, the notes it names, the passage it is taken to cover."""

    start: int
    end: int
    numbers: tuple[int, ...]
    covers: tuple[int, int]
    assumed: Assumption


def find_notes(blocks: Sequence[Block]) -> list[NoteText]:
    """Return the notes and entries of an article, in order.

    Under a heading such as References everything is one. Elsewhere `[1]` or a raised figure at the start of a
    paragraph makes a note if the number is also a marker in the text or other notes stand beside it; `1.` and
    `(1)` do so in runs that markers before them point at, or that look like citations in the second half.
    """
    under_heading = _under_headings(blocks)
    found: list[NoteText] = []
    pointed_at: dict[int, int] | None = None
    for run in _runs(blocks, under_heading):
        if run[0][0] not in under_heading:
            pointed_at = _pointed_at(blocks) if pointed_at is None else pointed_at
            if not _is_of_notes(run, blocks, pointed_at):
                continue
        for no, style in run:
            found += _notes_in(no, blocks[no - 1].text, style)
    return found


def _under_headings(blocks: Sequence[Block]) -> set[int]:
    numbers: set[int] = set()
    inside = False
    for no, block in enumerate(blocks, 1):
        if len(block.text) <= _LONGEST_HEADING and fold(block.text.strip(" :*#.")) in _HEADINGS:
            inside = True
        elif block.kind in {"heading", "title"}:
            inside = False
        elif inside:
            numbers.add(no)
    return numbers


def _runs(blocks: Sequence[Block], under_heading: set[int]) -> Iterator[list[tuple[int, str]]]:
    """Yield runs of paragraphs that may be notes, each with the style of its label."""
    run: list[tuple[int, str]] = []
    for no, block in enumerate(blocks, 1):
        style = _style(block.text, bare=no in under_heading)
        joins = run and (run[-1][0] in under_heading) == (no in under_heading)
        if run and not (joins and (style or no in under_heading)):
            yield run
            run = []
        if style or no in under_heading:
            run.append((no, style))
    if run:
        yield run


def _style(text: str, *, bare: bool) -> str:
    return next(
        (name for name, label in _LABELS.items() if (bare or name != "bare") and label.match(text)), ""
    )


def _is_of_notes(run: list[tuple[int, str]], blocks: Sequence[Block], pointed_at: dict[int, int]) -> bool:
    first, style = run[0]
    texts = [blocks[no - 1].text for no, _ in run]
    labels = filter(None, (_LABELS[style].match(text) for text in texts))
    numbers = {int(label[1].translate(_SUPERSCRIPTS)) for label in labels}
    pointed = sum(pointed_at.get(number, first) < first for number in numbers)
    if style in _SURE:
        return pointed > 0 or len(texts) > 1
    cited = sum(bool(_LOOKS_CITED.search(text) or find_urls(text)) for text in texts)
    return pointed * 2 > len(numbers) or (first > len(blocks) / 2 and cited * 2 > len(texts))


def _pointed_at(blocks: Sequence[Block]) -> dict[int, int]:
    """Return for each number the first paragraph that has something like a marker of it."""
    found: dict[int, int] = {}
    for no, block in enumerate(blocks, 1):
        for marker in find_markers(block.text, _ANY_NUMBER):
            for number in marker.numbers:
                found.setdefault(number, no)
    return found


def _notes_in(no: int, text: str, style: str) -> Iterator[NoteText]:
    """Yield the notes of one paragraph: several where the next numbers follow inside it."""
    label = _LABELS[style].match(text) if style else None
    if label is None:
        yield NoteText(no, 0, len(text), 0)
        return
    start = 0
    while label is not None:
        number = int(label[1].translate(_SUPERSCRIPTS))
        following = re.compile(rf"(?<=\s)\[({number + 1})\]:?\s*") if style == "bracket" else None
        after = following.search(text, label.end()) if following else None
        end = len(text[: after.start()].rstrip()) if after else len(text)
        yield NoteText(no, start, end, min(label.end(), end), label[0].strip(" :"), number)
        start, label = after.start() if after else len(text), after


def find_markers(text: str, numbers: AbstractSet[int]) -> list[FoundMarker]:
    """Return the markers in a paragraph of the body; `numbers` are those that the article has notes for.

    `[3]` is a marker in any case; raised figures, `(3)` and figures glued to the end of a word are so only if
    there is such a note.
    """
    found = [(*match.span(), _numbers(match[1])) for match in _BRACKETS.finditer(text) if match.start() > 0]
    for sign, pattern in _IF_NUMBERED:
        if found or not numbers:
            break
        for match in pattern.finditer(text) if sign.search(text) else ():
            named = _numbers(match[match.re.groups].translate(_SUPERSCRIPTS).replace("⁻", "-"))
            if named and all(number in numbers for number in named):
                found.append((*match.span(), named))
    return _with_coverage(text, found)


def _numbers(text: str) -> tuple[int, ...]:
    numbers: list[int] = []
    for part in re.split(r"[,;]", text):
        if span := _RANGE.fullmatch(part.strip()):
            first, last = int(span[1]), int(span[2])
            numbers += range(first, last + 1) if first < last <= first + _LONGEST_RANGE else (first, last)
        elif part.strip():
            numbers.append(int(part))
    return tuple(dict.fromkeys(numbers))


def _with_coverage(text: str, markers: list[tuple[int, int, tuple[int, ...]]]) -> list[FoundMarker]:
    found: list[FoundMarker] = []
    for start, end, numbers in markers:
        previous = found[-1] if found else None
        begin = previous.end if previous else 0
        passage = text[begin:start]
        covers = begin + len(passage) - len(passage.lstrip()), start - len(passage) + len(passage.rstrip())
        if previous and not any(map(str.isalnum, passage)):
            found.append(FoundMarker(start, end, numbers, previous.covers, "same_as_previous_marker"))
        else:
            assumed: Assumption = "since_previous_marker" if previous else "since_paragraph_start"
            found.append(FoundMarker(start, end, numbers, covers, assumed))
    return found
