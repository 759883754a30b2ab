"""Amounts in words and figures, with their units: `500 billion dollars`, `about one million people`, `30 %`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from geodb.sources.article.extract.language.counts import COUNTS
from geodb.sources.article.extract.language.units import (
    CODES,
    FACTORS,
    SCALED,
    SCALED_CODES,
    SIGNS,
    SYMBOLS,
    UNITS,
    any_of,
)
from geodb.sources.article.extract.page import Passage

_ARTICLES = ("a", "an")
_ONES: dict[str, int | Decimal] = {**COUNTS, "half a": Decimal("0.5")}
_SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "bn": 10**9, "mn": 10**6, "m": 10**6, "tn": 10**12, "trn": 10**12, "k": 1000,
    "bin": 1000, "milyon": 10**6, "milyar": 10**9, "trilyon": 10**12, "mrd": 10**9,
}  # fmt: skip
_DIGITS = r"(?:[0-9]{1,3}(?:[,\u202f\u00a0][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_NUMBER = (
    rf"{_DIGITS}|half\sa|(?:"
    + "|".join(sorted((word for word in COUNTS if word not in _ARTICLES), key=len, reverse=True))
    + r")(?:-(?:one|two|three|four|five|six|seven|eight|nine))?(?![a-z])|a(?=\s(?:dozen|hundred|thousand|million|billion|trillion))"
)
_SCALE = r"dozen|hundred(?:\sthousand)?|thousand|million|billion|trillion|bn|mn|trn|tn|m(?=\b)|k(?=\b)|milyon|milyar|trilyon|mrd|bin(?=\s)"
_UNIT = (
    any_of(word for word in UNITS if word not in SYMBOLS and word not in SCALED)
    + rf"|(?:(?<=illion[\s-])|(?<=[bt]n[\s-])|(?<=[0-9]m\s)){any_of(SCALED)}(?!(?<=pounds)\sof\b)"
)
"""Words of units; those that other things are called by too only behind a scale, and no pounds of something."""
_HEDGE = (
    r"approximately|about|around|roughly|nearly|almost|some|an\sestimated|estimated|more\sthan|over|at\sleast|up\sto|less\sthan"
    r"|fewer\sthan|as\s(?:many|much|little|few)\sas|under|above|below|no\smore\sthan|no\sless\sthan|no\sfewer\sthan|at\smost|exceeding|well\sover|just\sover|only|just|barely|merely"
)
BOUNDS = _HEDGE
"""Words before a number that say how near it is."""
NUMBER = rf"(?:{_DIGITS}(?:\s?(?:million|billion|bn|m)\b)?|(?:{'|'.join(sorted(set(COUNTS).difference(_ARTICLES), key=len, reverse=True))})\b)"
"""A plain number, in words or figures, as `number_of` reads it."""
_SYMBOL = (
    any_of(SYMBOLS)
    + rf"|{any_of(CODES)}(?=\s?[0-9])"
    + rf"|{any_of(SCALED_CODES)}(?=\s?[0-9][0-9.,]{{0,15}}\s?(?:[a-z]{{1,2}}illion|[bt]n|m)\b)"
)
_FILLER = r"(?!(?:the|of|in|to|a|an|and|or|with|for|on|by|at|as|from|is|was|were|had|has|after|when|its|their|his|while|that|who|people|until|between|last|next)\s)[a-z]+(?:-[a-z]+)?"
BEGINS = (
    rf"[\s0-9{SIGNS}]|a(?:bo|pp|ro|lm|[nts]?\s)|n(?:ea|o\s|in)|s(?:om|ix|ev)|e(?:st|xc|ig|le)|mor|o(?:ve|n[el])|u(?:p\s|nd)|les|f(?:ew|i|o)"
    rf"|half|t(?:w[oe]|h[ri]|en)|b(?:el|are)|mere|rou|well|just|[a-z]{{3}}\s?[0-9]|[a-z]{{1,2}}[{SIGNS}]"
)
"""How a hedge, a symbol or a number begins: most words do not, and are passed over by this."""
AMOUNT = re.compile(
    rf"(?<![\w.,-])(?={BEGINS})(?:(?P<hedge>{_HEDGE})\s)?(?P<symbol>{_SYMBOL})?\s?(?:(?P<from>[0-9][0-9,]{{0,15}}(?:\.[0-9]+)?|(?:two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty)(?=\sto\s|\sor\s))(?:\s?[-–]\s?|\s(?:to|and|or)\s))?"
    rf"(?P<number>{_NUMBER})(?:\s?-?(?P<scale>{_SCALE})\b)?(?:[\s-]?(?:of\s)?(?:{_FILLER}\s){{0,2}}?(?P<unit>{_UNIT})(?!\w))?"
)
"""Amounts of a text in small letters, as `Passage.lower` is."""
_DIGIT = re.compile("[0-9]")
_IN_WORDS = frozenset(COUNTS).difference(_ARTICLES) | {"half"}
_SCALED = ("dozen", "hundred", "thousand", "illion")
_LONGEST_NUMBER = 24
_LOWER = frozenset(
    {
        "more than",
        "over",
        "at least",
        "above",
        "no less than",
        "no fewer than",
        "exceeding",
        "well over",
        "just over",
    }
)
MERE = frozenset({"only", "just", "barely", "merely"})
"""Hedges that say how little it is, and not how near."""
_UPPER = frozenset(
    {
        "up to",
        "less than",
        "fewer than",
        "as many as",
        "as much as",
        "under",
        "below",
        "no more than",
        "at most",
    }
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit; `hedge` is the source's own, and says if the value is a bound; `low` is that of a range; `is_least`: words such as *thousands* tell the least."""

    value: Decimal
    unit: str | None
    hedge: str | None
    noun: str
    measure: str | None
    low: Decimal | None = None
    is_least: bool = False

    @property
    def bound(self) -> str:
        """Which value of a figure it is: best, low or high."""
        return "low" if self.is_least or self.hedge in _LOWER else "high" if self.hedge in _UPPER else "best"

    @property
    def comparator(self) -> str:
        """How a target of this amount is met."""
        if self.hedge in _LOWER:
            return (
                "at_least" if self.hedge not in {"more than", "over", "above", "exceeding"} else "more_than"
            )
        if self.hedge in _UPPER:
            return "less_than" if self.hedge in {"less than", "fewer than", "under", "below"} else "at_most"
        if self.hedge == "exactly":
            return self.hedge
        return "about" if self.hedge and self.hedge not in MERE else "at_least"

    def values(self) -> dict[str, Decimal]:
        """Return the values of a figure by their names: a range has a low and a high one."""
        if self.low is not None and self.low < self.value:
            return {"low": self.low, "high": self.value}
        return {self.bound: self.value}


def amounts_of(passage: Passage) -> Iterator[re.Match[str]]:
    """Return the matches of AMOUNT in a passage, which has none without a digit or a number in words."""
    lower = passage.lower
    may_have = (
        not _IN_WORDS.isdisjoint(passage.words)
        or _DIGIT.search(lower) is not None
        or any(scale in lower for scale in _SCALED)
    )
    return AMOUNT.finditer(lower) if may_have else iter(())


def amount_of(match: re.Match[str]) -> Amount | None:
    """Return the amount that a match of AMOUNT spells; None if it is too long to be a number."""
    if len(match["number"]) > _LONGEST_NUMBER:
        return None
    noun = " ".join((match["unit"] or match["symbol"] or "").lower().split())
    factor = Decimal(1)
    for scale in (match["scale"] or "").lower().split():
        factor *= _SCALES[scale]
    unit, measure = UNITS.get(noun, (None, None))
    if match["symbol"]:
        unit, measure = UNITS[match["symbol"].lower()]
    factor *= FACTORS.get(noun, 1)
    hedge = " ".join(match["hedge"].lower().split()) if match["hedge"] else None
    low = _plain(_value(match["from"]) * factor) if match["from"] else None
    return Amount(_plain(_value(match["number"].lower()) * factor), unit, hedge, noun, measure, low)


def number_of(text: str) -> Decimal:
    """Return the number that a match of NUMBER spells."""
    digits = text.rstrip(" bilmno\u00a0") if text[0].isdigit() else ""
    scale = text[len(digits) :].strip() if digits else ""
    return _plain(_value(digits or text) * _SCALES.get(scale, 1))


def _plain(value: Decimal) -> Decimal:
    return value.normalize() if value != value.to_integral() else value.quantize(Decimal(1))


def _value(text: str) -> Decimal:
    text = text.replace(",", "").replace("\u202f", "").replace("\u00a0", "")
    if text[0].isdigit():
        return Decimal(text)
    return sum((Decimal(_ONES[" ".join(word.split())]) for word in text.split("-")), Decimal(0))
