"""Amounts in words and figures, with their units: `500 billion dollars`, `about one million people`, `30 %`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_ONES: dict[str, int | Decimal] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "a": 1, "half a": Decimal("0.5"),
}  # fmt: skip
_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "bn": 10**9,
    "m": 10**6,
    "tn": 10**12,
    "k": 1000,
}
_CURRENCIES = {
    "dollars": "usd", "dollar": "usd", "usd": "usd", "us dollars": "usd", "$": "usd", "us$": "usd", "euros": "eur", "euro": "eur",
    "eur": "eur", "€": "eur", "pounds": "gbp", "£": "gbp", "yuan": "cny", "renminbi": "cny", "yen": "jpy", "¥": "jpy",
    "rupees": "inr", "roubles": "rub", "rubles": "rub", "hryvnias": "uah", "lira": "try", "riyals": "sar", "shekels": "ils",
    "won": "krw", "francs": "chf", "zloty": "pln", "rand": "zar",
}  # fmt: skip
_UNITS = {
    "percent": "percent", "per cent": "percent", "%": "percent", "percentage points": "percentage_points", "people": "persons",
    "persons": "persons", "civilians": "persons", "soldiers": "persons", "troops": "persons", "refugees": "persons", "children": "persons",
    "women": "persons", "men": "persons", "workers": "persons", "protesters": "persons", "militants": "persons", "prisoners": "persons",
    "hostages": "persons", "fighters": "persons", "students": "persons", "residents": "persons", "others": "persons", "migrants": "persons",
    "personnel": "persons", "years": "years", "months": "months", "weeks": "weeks", "days": "days", "hours": "hours", "minutes": "minutes",
    "kilometres": "km", "kilometers": "km", "km": "km", "miles": "km", "tonnes": "tonnes", "tons": "tonnes", "barrels": "barrels",
    "megawatts": "megawatts", "hectares": "hectares", "votes": "votes", "seats": "seats", "missiles": "items", "drones": "items",
    "tanks": "items", "aircraft": "items", "jets": "items", "warheads": "items", "rockets": "items", "ships": "items",
    "vehicles": "items", "barrels per day": "barrels_per_day",
}  # fmt: skip
_NUMBER = (
    r"(?:[0-9]{1,3}(?:[,\u202f][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|half\sa|(?:"
    + "|".join(sorted((word for word in _ONES if word not in {"a", "half a"}), key=len, reverse=True))
    + r")(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|a(?=\s(?:hundred|thousand|million|billion|trillion))"
)
_SCALE = r"hundred(?:\sthousand)?|thousand|million|billion|trillion|bn|tn|m(?=\b)|k(?=\b)"
_UNIT = "|".join(
    re.escape(unit).replace(r"\ ", r"\s") for unit in sorted({**_CURRENCIES, **_UNITS}, key=len, reverse=True)
)
_HEDGE = (
    r"approximately|about|around|roughly|nearly|almost|some|an\sestimated|estimated|more\sthan|over|at\sleast|up\sto|less\sthan"
    r"|fewer\sthan|as\smany\sas|under"
)
_BEGINS = r"[\s0-9$€£¥]|a[bnprstl\s]|half|r|n[ei]|s[oie]|e[sli]|m|o[vn]|u[pns]|l|f[eoi]|t[hwe]"
"""How a hedge, a symbol or a number begins: most words do not, and are passed over by this."""
AMOUNT = re.compile(
    rf"(?<![\w.,-])(?={_BEGINS})(?:(?P<hedge>{_HEDGE})\s)?(?P<symbol>US\$|\$|€|£|¥)?\s?(?P<number>{_NUMBER})"
    rf"(?:\s?-?(?P<scale>{_SCALE})\b)?(?:[\s-]?(?:[a-z]+\s)??(?P<unit>{_UNIT})(?!\w))?",
    re.IGNORECASE,
)
_MILE = Decimal("1.609344")
_LOWER = frozenset({"more than", "over", "at least"})
_UPPER = frozenset({"up to", "less than", "fewer than", "as many as", "under"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit; `hedge` is the source's own, and says if the value is a bound."""

    value: Decimal
    unit: str | None
    hedge: str | None
    noun: str
    measure: str | None

    @property
    def bound(self) -> str:
        """Which value of a figure it is: best, low or high."""
        return "low" if self.hedge in _LOWER else "high" if self.hedge in _UPPER else "best"


def amount_of(match: re.Match[str]) -> Amount | None:
    """Return the amount that a match of AMOUNT spells."""
    noun = " ".join((match["unit"] or match["symbol"] or "").lower().split())
    value = _value(match["number"].lower())
    for scale in (match["scale"] or "").lower().split():
        value *= _SCALES[scale]
    unit = _CURRENCIES.get(noun) or _UNITS.get(noun)
    if match["symbol"]:
        unit = _CURRENCIES[match["symbol"].lower()]
    if noun == "miles":
        value *= _MILE
    measure = "money" if unit in _CURRENCIES.values() else None
    hedge = " ".join(match["hedge"].lower().split()) if match["hedge"] else None
    return Amount(
        value.normalize() if value != value.to_integral() else value.quantize(Decimal(1)),
        unit,
        hedge,
        noun,
        measure,
    )


def _value(text: str) -> Decimal:
    text = text.replace(",", "").replace("\u202f", "")
    if text[0].isdigit():
        return Decimal(text)
    return sum((Decimal(_ONES[" ".join(word.split())]) for word in text.split("-")), Decimal(0))
