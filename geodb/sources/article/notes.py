"""Footnotes and lists of references, the markers that point at them, and what a marker stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
_HEADINGS = frozenset(
    """notes|footnotes|endnotes|references|reference list|bibliography|works cited|sources|literature|kaynakca|kaynaklar
    |dipnotlar|dipnot|notlar|son notlar|quellen|quellenverzeichnis|literatur|literaturverzeichnis|anmerkungen|fußnoten
    |einzelnachweise|notes de bas de page|references bibliographiques|bibliographie|sources et references|notas|referencias
    |bibliografia|fuentes|note|fonti|referencias bibliograficas|источники|примечания|литература|сноски|список литературы
    |джерела|примітки|参考文献|注释|注|脚注|المراجع|الهوامش|منابع""".replace("\n    ", "").split("|")
)
_LOOKS_CITED = re.compile(r"[“«„\"‘].{8,}[”»“\"’]|\b(?:1[5-9]|20)[0-9]{2}\b|\b[Ii]bid\b|\ba\.g\.e\b|\bS\. \d|\bpp?\. \d")
_BRACKETS = re.compile(r"\[([0-9]{1,3}(?:\s?[,;–-]\s?[0-9]{1,3})*)\]")
_RAISED = re.compile(rf"(?<=\S){_SUP}(?:[,⁻]{_SUP})*")
_PARENTHESES = re.compile(r"(?:(?<=\S)|(?<=\s)(?=\([0-9]+\)[.,;:]?(?:\s*$|[.,;:])))\(([0-9]{1,3})\)")
_GLUED = re.compile(r"(?:(?<=[^\W\d_][.,;:!?”\"’»)])|(?<=[.,!?][”\"’»)]))([0-9]{1,3})(?=\s|$)")
_RANGE = re.compile(r"([0-9]+)\s?[–-]\s?([0-9]+)")
_LONGEST_RANGE = 30


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note or entry: paragraph number, where it stands there, its label and the number in it, if it has one."""

    paragraph: int
    start: int
    end: int
    body: int
    label: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class FoundMarker:
    """A marker at `start` to `end` of a paragraph, the notes it names, and the passage it is taken to cover."""

    start: int
    end: int
    numbers: tuple[int, ...]
    covers: tuple[int, int]
    assumed: Assumption


def find_notes(blocks: Sequence[Block]) -> list[NoteText]:
    """Return the notes and entries of an article, in order.

    Under a heading such as References everything is one. Elsewhere `[1]` and a raised figure at the start of a paragraph
    make a note, if the number is also a marker in the text or other notes stand beside it; `1.` and `(1)` do so
    in runs that markers in the text before them point at, or that look like citations in the second half.
    """
    under_heading = _under_headings(blocks)
    found: list[NoteText] = []
    for run in _runs(blocks, under_heading):
        texts = [blocks[no - 1].text for no, _ in run]
        is_section = run[0][0] in under_heading
        style = run[0][1]
        if is_section or _is_of_notes(run[0][0], style, texts, blocks):
            for no, label_style in run:
                found += _notes_in(no, blocks[no - 1].text, label_style)
    return found


def _under_headings(blocks: Sequence[Block]) -> set[int]:
    numbers: set[int] = set()
    inside = False
    for no, block in enumerate(blocks, 1):
        if fold(block.text.strip(" :*#.")) in _HEADINGS:
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
    return next((name for name, label in _LABELS.items() if (bare or name != "bare") and label.match(text)), "")


def _is_of_notes(first: int, style: str, texts: list[str], blocks: Sequence[Block]) -> bool:
    if style in _SURE:
        label = _LABELS[style].match(texts[0])
        sign = label[0].rstrip(": ") if label else ""
        return len(texts) > 1 or any(sign in block.text[1:] for block in blocks if block.text != texts[0])
    numbers = {int(label[1]) for text in texts if (label := _LABELS[style].match(text))}
    if len(_pointed_at(blocks[: first - 1], numbers)) * 2 > len(numbers):
        return True
    cited = sum(bool(_LOOKS_CITED.search(text) or find_urls(text)) for text in texts)
    return first > len(blocks) / 2 and cited * 2 > len(texts)


def _pointed_at(blocks: Sequence[Block], numbers: set[int]) -> set[int]:
    return {number for block in blocks for marker in find_markers(block.text, numbers) for number in marker.numbers}


def _notes_in(no: int, text: str, style: str) -> Iterator[NoteText]:
    """Yield the notes of one paragraph: several where the next numbers follow inside it."""
    label = _LABELS[style].match(text) if style else None
    if not label:
        yield NoteText(no, 0, len(text), 0)
        return
    start = 0
    while label:
        number = int(label[1].translate(_SUPERSCRIPTS))
        following = re.compile(rf"(?<=\s)\[({number + 1})\]:?\s*") if style == "bracket" else None
        after = following.search(text, label.end()) if following else None
        end = len(text[: after.start()].rstrip()) if after else len(text)
        yield NoteText(no, start, end, min(label.end(), end), label[0].strip(" :"), number)
        start, label = after.start() if after else len(text), after


def find_markers(text: str, numbers: set[int]) -> list[FoundMarker]:
    """Return the markers in a paragraph of the body; `numbers` are those that the article has notes for.

    `[3]` is a marker in any case. Raised figures, `(3)` and figures glued to the end of a word are markers only if
    there is such a note.
    """
    found: list[tuple[int, int, tuple[int, ...]]] = []
    for match in _BRACKETS.finditer(text):
        if match.start() > 0:
            found.append((*match.span(), _numbers(match[1])))
    for pattern in (_RAISED, _PARENTHESES, _GLUED):
        if found or not numbers:
            break
        for match in pattern.finditer(text):
            named = _numbers(match[match.re.groups].translate(_SUPERSCRIPTS).replace("⁻", "-"))
            if named and numbers.issuperset(named):
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
