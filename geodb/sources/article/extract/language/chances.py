"""Chances that an article states as numbers: `a 40 per cent chance`, `puts the odds at one in three`."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from geodb.sources.article.extract.language.numbers import number_of

_WORD = "one|two|three|four|five|six|seven|eight|nine|ten"
_ABOVE = r"at\sleast|more\sthan|over|above|upwards\sof|no\sless\sthan|better\sthan|greater\sthan"
_BELOW = r"at\smost|less\sthan|under|below|no\smore\sthan|up\sto|lower\sthan"
_PER_CENT = r"\s?(?:%|per\s?cent\b)"
_NUMBER = re.compile(
    rf"(?:\b(?:(?P<above>{_ABOVE})|(?P<below>{_BELOW})|about|around|roughly|some|between|perhaps|only|just|nearly)\s)?(?:an?\s)?"
    rf"(?:\b(?P<low>[0-9]{{1,3}})(?:{_PER_CENT})?(?:\s?(?:-|–|to|and)\s?(?P<high>[0-9]{{1,3}}))?{_PER_CENT}"
    rf"|\b(?P<part>{_WORD}|[0-9]{{1,2}})[\s-]in[\s-](?P<whole>{_WORD}|[0-9]{{1,3}})\b|\b(?P<even>50[-–/]50|fifty-fifty)\b)",
    re.IGNORECASE,
)
_CHANCE = r"\b(?:chances?|odds|probability|likelihood|risk)"
_BEFORE = re.compile(
    rf"{_CHANCE}(?:\s(?:of|that|for)\s[^.;:%]{{3,140}}?)?(?:\s(?:at|is|as|of)|:)\s$", re.IGNORECASE
)
_AFTER = re.compile(rf"[\s-]{_CHANCE}\b|\slikely\b", re.IGNORECASE)
_SIGNS = ("chance", "odds", "probability", "likel", "risk")
"""Letters of which some are in whatever says how likely something is: without them no number need be looked for."""
_CHANGE = re.compile(r"\s(?:higher|lower|more|less|above|below|greater|of\sGDP)\b")
"""What makes a number after the word no probability: *the risk is 40 per cent higher*."""
_LONGEST = 180
_HUNDREDTH = Decimal("0.01")


def stated_chance(words: str) -> tuple[Decimal, Decimal] | None:
    """Return the first chance that words state as a number, its least and its greatest, from 0 to 1.

    A bound leaves the other end open: *less than 20 per cent* is 0 to 0.2. One in three is 0.33 to 0.34.
    """
    small = words.lower()
    if not any(sign in small for sign in _SIGNS):
        return None
    for number in _NUMBER.finditer(words):
        if is_of_chance(words, number.start(), number.end()) and (bounds := _bounds(number)):
            return bounds
    return None


def chance_of(number: str) -> tuple[Decimal, Decimal] | None:
    """Return the least and the greatest of a number that is known to be a chance: `25-30 per cent`, `one in three`."""
    found = _NUMBER.match(number)
    return _bounds(found) if found else None


def is_of_chance(words: str, start: int, end: int) -> bool:
    """Whether a number from `start` to `end` says how likely something is."""
    if _AFTER.match(words, end):
        return True
    before = words[max(0, start - _LONGEST) : start]
    return _BEFORE.search(before) is not None and not _CHANGE.match(words, end)


def _bounds(number: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """Return the least and the greatest that a number says, or None if it is no part of one."""
    if number["even"]:
        low = high = Decimal("0.5")
    elif number["part"]:
        part, whole = (number_of(number[each].lower()) for each in ("part", "whole"))
        if not whole:
            return None
        low, high = ((part / whole).quantize(_HUNDREDTH, way) for way in (ROUND_FLOOR, ROUND_CEILING))
    else:
        low = int(number["low"]) * _HUNDREDTH
        high = int(number["high"] or number["low"]) * _HUNDREDTH
    if number["above"]:
        high = Decimal(1)
    elif number["below"]:
        low = Decimal(0)
    return (low, high) if low <= high <= 1 else None
