"""The units of amounts, by the words and signs that they are called by; `seeds/wordings/units.csv` lists them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from decimal import Decimal

from geodb.resources import seeds_dir


def _units() -> tuple[dict[str, tuple[str, str | None]], dict[str, Decimal], frozenset[str]]:
    """Return the units by their words, how many of its unit a word stands for, and the words that need a scale."""
    units: dict[str, tuple[str, str | None]] = {}
    factors: dict[str, Decimal] = {}
    scaled: set[str] = set()
    with (seeds_dir() / "wordings" / "units.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            beside_scale = [word for word in row["scaled"].split("|") if word]
            scaled.update(beside_scale)
            for word in (*row["words"].split("|"), *beside_scale):
                units[word] = (row["unit"], row["measure"] or None)
                if row["factor"]:
                    factors[word] = Decimal(row["factor"])
    return units, factors, frozenset(scaled)


UNITS, FACTORS, SCALED = _units()
"""Units by their words; of what a word is so many: a mile is 1.609344 km; words of other things too, unless millions stand beside."""
COUNTED = {word: unit for word, (unit, _) in UNITS.items() if unit in {"persons", "items"} and word.isalpha()}
"""Units of what is counted one by one, by their words."""
SIGNS = "$€£¥₹₽₺₪₴₩₱₦₮₸₼₾₡₲₭₫₵฿৳៛֏"
"""Signs of currencies; some have letters before them, as `nz$` has."""
SYMBOLS = frozenset(word for word in UNITS if word[-1] in SIGNS)
CODES = sorted(
    word for word, (unit, measure) in UNITS.items() if measure and word == unit and word not in SCALED
)
"""ISO codes of currencies, which may stand before a number."""
SCALED_CODES = sorted(word for word in SCALED if word == UNITS[word][0])
"""ISO codes that are words besides, as `try` is."""
MONEY_NOUNS = frozenset(
    word.rpartition(" ")[2] for word, (_, measure) in UNITS.items() if measure and word not in SYMBOLS
)
"""What money is counted in, whether or not the word alone tells of which state it is: `pesos`."""


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of these words, the longest first, that looks at each character once."""
    branches: dict[str, set[str]] = {}
    for word in words:
        branches.setdefault(word[:1], set()).add(word[1:])
    ends = branches.pop("", None) is not None
    found = [(r"\s" if first == " " else re.escape(first)) + any_of(rest) for first, rest in branches.items()]
    if not found:
        return ""
    inner = found[0] if len(found) == 1 and not ends else f"(?:{'|'.join(found)})"
    return f"{inner}?" if ends else inner
