"""Plain text into paragraphs: one a line, or one a block of lines where blank lines divide them."""

from __future__ import annotations

import re
from itertools import pairwise

from geodb.sources.article.model import Block

STARTS_ANEW = re.compile(r"[\[(]?\d{1,3}[\])]|\d{1,3}\.\s|[-*•–—]\s|[⁰¹²³⁴-⁹]")
TURN_LABEL = re.compile(
    r"(?P<label>[A-Z][A-Z.’'-]+(?:\s[A-Z][A-Z.’'-]+){0,6}|[QA])(?:\s\((?P<of>[^():]{1,60})\))?:\s(?=\S)"
)
"""Who speaks, as transcripts print it before the words: `SECRETARY RUK: …; QUESTION (Reuters): …; Q: …`."""
_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40
ENDS_A_SENTENCE = re.compile(r"[.!?…:;。！？؟۔,\]\d⁰¹²³⁴-⁹][\"'”’»)\]]*$")
_IS_NO_HEADING = re.compile(rf"{ENDS_A_SENTENCE.pattern}|://|\bwww\.")
_LONGEST_TITLE = 160
_TITLE_REACH = 4


def plain_blocks(text: str) -> tuple[list[Block], tuple[str, ...]]:
    """Divide normalized text into blocks, and name the steps: `blank-lines` dropped, lines `unwrapped`."""
    lines: list[str] = []
    joined = False
    for part in text.strip("\n").split("\n\n"):
        block = part.strip("\n").split("\n")
        paragraphs = _unwrapped(block)
        joined = joined or len(paragraphs) < len(block)
        lines += paragraphs
    lines = [line for line in lines if line]
    dropped = "\n\n" in text or text.strip("\n") != text
    return _with_headings(lines), ("blank-lines",) * dropped + ("unwrapped",) * joined


def _unwrapped(lines: list[str]) -> list[str]:
    """Join the lines of a block that was broken at a fixed width; leave all others alone.

    Wrapped means: several lines, none wide, and all but the last nearly as long as the longest.
    """
    widest = max(map(len, lines))
    full = sorted(map(len, lines[:-1]))
    if (
        len(lines) == 1
        or not _NARROWEST_WRAP < widest <= _WIDEST_WRAP
        or full[len(full) // 3] < 0.75 * widest
    ):
        return lines
    paragraphs = lines[:1]
    for before, line in pairwise(lines):
        if STARTS_ANEW.match(line) or TURN_LABEL.match(line) or len(before) < 0.6 * widest:
            paragraphs.append(line)
        else:
            paragraphs[-1] = f"{paragraphs[-1]} {line}"
    return paragraphs


def _with_headings(lines: list[str]) -> list[Block]:
    blocks = []
    for no, line in enumerate(lines):
        is_short = (
            len(line) <= _LONGEST_TITLE and not _IS_NO_HEADING.search(line) and not STARTS_ANEW.match(line)
        )
        following = lines[no + 1 : no + 2 if no else _TITLE_REACH]  # a byline may stand below a title
        leads_on = any(len(next_line) > len(line) for next_line in following)
        kind = "body" if not (is_short and leads_on) else "heading" if no else "title"
        blocks.append(Block(line, kind))
    return blocks
