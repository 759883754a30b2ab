"""Quotations in every common style of quotation mark, nested, with apostrophes told apart from marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

# What closes a quotation, by what opened it, in English, German, French, Swedish, Danish and East Asian use.
_CLOSERS = {
    "“": "”“",
    "„": "“”„",
    "‟": "”",
    "”": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "《": "》",
    '"': '"',
    "‘": "’",
    "‚": "‘’",
    "‛": "’",
    "'": "'",
}
_MARK = re.compile("[“„‟”«»‹›「」『』《》\"‘’‚‛']")
_ONLY_OPENS = frozenset("“„‟«‹「『《‘‚‛")
_APOSTROPHES = frozenset("'’‘‛")
_RUNS_ON = frozenset("“„«「『")  # left open at the end of a paragraph when the quotation goes on in the next
_LONGEST_IN_SINGLE_MARKS = 2000  # a mark that closes nothing for longer is an apostrophe
_MOST_MARKS_IN_BETWEEN = 40
_DEEPEST = 10
_OPENING_CONTEXT = re.compile(r"[\s(\[{<“„«‹‘‚「『\"'/—–-]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation at `start` to `end`, marks included; `inner` is between the marks, `depth` 0 is outermost.

    `closed` is False where the paragraph ends before the quotation does; then its end is that of the text.
    """

    start: int
    end: int
    inner: tuple[int, int]
    depth: int
    mark: str
    closed: bool = True


def find_quotations(text: str) -> list[Quotation]:
    """Return the quotations in one paragraph in the order of their opening marks.

    An opening mark without a closing one is no quotation, unless it can only be one that runs on in the next
    paragraph.
    """
    found: list[Quotation] = []
    still_open: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        at, mark = match.start(), match[0]
        level = _closed_level(text, at, mark, still_open)
        if level is not None:
            opener, start = still_open[level]
            del still_open[level:]
            if at > start + 1:
                found.append(Quotation(start, at + 1, (start + 1, at), level, opener))
        elif _opens(text, at, mark, still_open):
            still_open.append((mark, at))
            del still_open[:-_DEEPEST]
    if still_open and still_open[0][0] in _RUNS_ON and still_open[0][1] + 1 < len(text):
        opener, start = still_open[0]
        found.append(Quotation(start, len(text), (start + 1, len(text)), 0, opener, closed=False))
    return sorted(found, key=lambda quotation: quotation.start)


def _closed_level(text: str, at: int, mark: str, still_open: list[tuple[str, int]]) -> int | None:
    """Return which of the open quotations, innermost first, this mark closes."""
    if mark in _APOSTROPHES and not _may_close(text, at, mark):
        return None
    for level in range(len(still_open) - 1, -1, -1):
        opener, start = still_open[level]
        if mark in _CLOSERS[opener] and not (mark in _ONLY_OPENS and _looks_like_opening(text, at, start)):
            return level
    return None


def _looks_like_opening(text: str, at: int, start: int) -> bool:
    return at == start + 1 or (_spaced_before(text, at) and at + 1 < len(text) and not text[at + 1].isspace())


def _may_close(text: str, at: int, mark: str) -> bool:
    """Tell whether a single mark can be a closing one: not in a word, not the genitive of a plural."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before or before.isspace() or after.isalnum():
        return False
    is_genitive = before in "sSzZ" and after == " " and text[at + 2 : at + 3].islower()
    return not (is_genitive and _closes_later(text, at, mark))


def _closes_later(text: str, at: int, mark: str) -> bool:
    """Tell whether a clearer closing mark of the same kind follows before another quotation opens."""
    for match in islice(_MARK.finditer(text, at + 1, at + _LONGEST_IN_SINGLE_MARKS), _MOST_MARKS_IN_BETWEEN):
        position = match.start()
        if match[0] == mark and not text[position + 1 : position + 2].isalnum():
            return text[position - 1] in ".,!?…" or (
                text[position - 1] not in "sSzZ" and not _spaced_before(text, position)
            )
        if match[0] in _ONLY_OPENS:
            return False
    return False


def _opens(text: str, at: int, mark: str, still_open: list[tuple[str, int]]) -> bool:
    after = text[at + 1 : at + 2]
    if not after or (after.isspace() and mark not in "«»"):  # the French set a space inside
        return False
    if mark in _ONLY_OPENS - _APOSTROPHES:
        return True
    if any(mark in _CLOSERS[opener] for opener, _ in still_open) and mark not in _APOSTROPHES:
        return False
    if not _spaced_before(text, at):
        return False
    if mark in _APOSTROPHES:
        return mark != "’" and not after.isdigit() and _has_closer(text, at, _CLOSERS[mark])
    return mark not in "」』》"


def _spaced_before(text: str, at: int) -> bool:
    return at == 0 or _OPENING_CONTEXT.match(text, at - 1) is not None


def _has_closer(text: str, at: int, closers: str) -> bool:
    marks = islice(_MARK.finditer(text, at + 2, at + _LONGEST_IN_SINGLE_MARKS), _MOST_MARKS_IN_BETWEEN)
    return any(match[0] in closers and _may_close(text, match.start(), match[0]) for match in marks)
