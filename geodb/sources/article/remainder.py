"""What follows the title of a citation: the medium or publisher, the journal or book, the place."""

from __future__ import annotations

import re
from dataclasses import dataclass

Part = tuple[int, int]

_COUNTED = (
    r"(?:vol(?:ume)?s?|nos?|nr|num|n[°º]|issues?|h(?:eft)?|bd|band|jg|jahrgang|t|tome|cilt|sayı|c|v|т|с|pp?|pages?|ss?"
    r"|part|pt|ch(?:apter)?|art|article)"
)
_NUMBERS = re.compile(
    rf"(?<![^\W\d_])(?:(?:{_COUNTED}\b\.?|№)\s*(?:[0-9]+|[IVXLCivxlc]+\b)|[0-9]+\s*\([0-9–/-]+\)|[0-9]+\s?[:–‑-]\s?[0-9]+"
    r"|[0-9]+\s*:)",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    rf"(?:{_COUNTED}\b\.?\s*|№)?[\W\d]*(?:(?-i:[a-z]{{1,3}})[\W\d]*)?$|{_COUNTED}\b\.?\s*[0-9IVXLC]|retrieved|available|online\b"
    r"|accessed|access date|eri[sş]im|edited by|ed\. by|eds?\b|hrsg|trans(?:lated)?\b|\(?in [A-Z]\w+\)?$"
    r"|[0-9]+(?:st|nd|rd|th) ed|revised|et al|doi\b|isbn|abstract\b|https?:|www\.",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"[,;]\s+|(?<!\bProc)(?<!\bConf)(?<!\bTrans)(?<!\bUniv)(?<!\bDept)(?<!\bSymp)(?<!\bInt)(?<=[^\s.A-Z]{2})\.\s+|\)\.?\s*|\s?\(|\s+[–—|]\s+|\s*$"
)
_IN = re.compile(r"(?:in|dans|içinde|en|em|в)\s?:?\s+(?-i:(?=[^a-zà-ÿ]))", re.IGNORECASE)
_SLASHES = re.compile(r"//\s*")  # before the journal in Russian style
_PLACE = re.compile(r"([^\W\d_][^:;,.()\d]{1,40}?(?:, [^\W\d_][\w. ]{1,20}){0,2})\s?:\s+(?=[^\W\d_])")
_TAIL = re.compile(r"[\s,]+(?:\(?[0-9]|[IVXLC]+\b|vol\b|no\b|n[°º]|pp?\b).*$", re.IGNORECASE | re.DOTALL)
_PUBLISHES = re.compile(
    r"\b(?:press|publish\w*|publications?|university|verlag|books?|éditions?|editora|editorial|yayın\w*|wiley|springer"
    r"|elsevier|inc|ltd|& co|& sons|institute?|institut|college|society|foundation|universit\w+|presses)\b",
    re.IGNORECASE,
)
_COLLECTS = re.compile(
    r"\b(?:proc(?:eedings)?|conference|symposium|workshop|journal|transactions|review|annals)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Remainder:
    """Spans of what a citation says after its title."""

    container: Part | None = None
    publisher: Part | None = None
    place: Part | None = None


def read_remainder(raw: str, start: int, end: int, skipped: list[Part]) -> Remainder:
    """Read `raw` from `start` to `end`, past the `skipped` spans of dates and of what else is known."""
    text = _blanked(raw[:end], skipped)
    has_numbers = _NUMBERS.search(text, start) is not None
    at = _past_marks(text, start)
    within = _IN.match(text, at) or _SLASHES.match(text, at)
    begin = within.end() if within else start
    place = max(_PLACE.finditer(text, begin), key=re.Match.start, default=None)
    names = _names(text, begin, place.start() if place else end)
    if not place:
        return _without_place(text, names, has_container=has_numbers or within is not None)
    after = _names(text, place.end(), end)
    return Remainder(names[0] if names else None, after[0] if after else None, place.span(1))


def _without_place(text: str, names: list[Part], *, has_container: bool) -> Remainder:
    container = None
    if names and (has_container or _COLLECTS.search(text, *names[0])):
        container = names.pop(0)
    if not names:
        return Remainder(container)
    publisher = next(
        (name for name in names if _PUBLISHES.search(text, *name)), None if container else names[0]
    )
    places = [name for name in names if name != publisher]
    return Remainder(container, publisher, places[0] if places and publisher else None)


def _blanked(text: str, spans: list[Part]) -> str:
    for start, end in spans:
        if end <= len(text):
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _past_marks(text: str, at: int) -> int:
    while at < len(text) and not text[at].isalnum() and text[at] != "/":
        at += 1
    return at


def _names(text: str, start: int, end: int) -> list[Part]:
    """Return the parts between commas, full stops and brackets that are neither numbers nor remarks."""
    found, at = [], start
    for match in _SPLIT.finditer(text, start, end):
        first, last = _trimmed(text, at, match.start())
        at = match.end()
        if first < last and not _NOT_A_NAME.match(text, first, last):
            if tail := _TAIL.search(text, first, last):
                first, last = _trimmed(text, first, tail.start())
            if first < last:
                found.append((first, last))
    return found


def _trimmed(text: str, start: int, end: int) -> Part:
    while start < end and (text[start].isspace() or text[start] in ",;:.()[]<>”’»\"'*_–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.()[]<>“‘«\"'*_–—-"):
        end -= 1
    return start, end
