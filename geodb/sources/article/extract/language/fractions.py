"""Parts and multiples in words: `half`, `two thirds`, `a quarter`, `tenfold`, `double`."""

from __future__ import annotations

import re
from decimal import Decimal

from geodb.sources.article.extract.language.counts import COUNTS
from geodb.sources.article.extract.language.numbers import Amount

_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "tenth": 10}  # fmt: skip
_HEDGE = r"(?:(?P<hedge>at\sleast|more\sthan|over|up\sto|about|around|nearly|almost|roughly|some|less\sthan|under|fewer\sthan|well\sover|just\sover|as\smuch\sas)\s)?"
FRACTION = re.compile(
    rf"(?<![\w-]){_HEDGE}(?:(?P<count>a|one|two|three|four|five|nine)[\s-](?P<part>thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|tenths?)|(?P<half>half))(?![\w-])"
)
"""Parts of a whole in a text of small letters."""
_FACTORS: dict[str, int | Decimal] = {"doubl": 2, "tripl": 3, "trebl": 3, "quadr": 4, "quint": 5, "halve": Decimal("0.5"), "halvi": Decimal("0.5"), "tenfo": 10,
            "twofo": 2, "three": 3, "fivef": 5, "fourf": 4}  # fmt: skip
TIMES = re.compile(
    r"\b(?:doubl(?:ed?|ing)|trebl(?:ed?|ing)|tripl(?:ed?|ing)|quadrupl(?:ed?|ing)|quintupl(?:ed?|ing)|halv(?:ed?|ing)|(?:two|three|four|five|ten)-?fold)\b(?:\s(?!by\b|within\b|in\b|to\b|and\b|over\b)[\w’'-]+){0,6}"
)
"""Multiples in a text of small letters."""


def fraction_of(match: re.Match[str]) -> Amount:
    """Return the share that a match of FRACTION spells, in percent."""
    if match["half"]:
        value = Decimal(50)
    else:
        value = (Decimal(100) * COUNTS[match["count"]] / _PARTS[match["part"].rstrip("s")]).quantize(
            Decimal("0.1")
        )
    value = value.quantize(Decimal(1)) if value == value.to_integral() else value
    hedge = " ".join(match["hedge"].split()) if match["hedge"] else None
    return Amount(value, "percent", hedge, "", None)


def times_of(match: re.Match[str]) -> Amount:
    """Return the multiple that a match of TIMES spells."""
    return Amount(factor_of(match[0]), "ratio", None, "", "ratio")


def factor_of(word: str) -> Decimal:
    """Return by what `doubled` or `fourfold` multiplies."""
    return Decimal(_FACTORS[word.replace("-", "")[:5]])
