"""So much of something: the values that words of aiming lead to, `300,000 soldiers`, `a third`, `net zero`, `double`.

The patterns are for texts in small letters, as `Passage.lower` is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from geodb.sources.article.extract.language.fractions import FRACTION, TIMES, fraction_of, times_of
from geodb.sources.article.extract.language.numbers import AMOUNT, Amount, amount_of
from geodb.sources.article.extract.language.units import COUNTED, MONEY_NOUNS
from geodb.sources.article.extract.language.words import listed

_NETZERO = re.compile(
    r"\b(?:net[\s-]zero(?:\s(?:greenhouse\sgas\s|carbon\s|co2\s)?emissions)?|(?:carbon|climate)[\s-]neutral(?:ity)?)\b"
)
_ENDING = re.compile(
    r"\s?(?:phas(?:e|ing)[\s-]out|eliminat(?:e|ing)|eradicat(?:e|ing)|abolish(?:ing)?|wip(?:e|ing)\sout|end|ending|stop|stopping)\s"
    r"(?P<what>(?:(?!by\b|until\b)[\w’'-]+\s?){1,7})"
)
_ZERO = re.compile(r"(?<=\bto\s)zero\b")
_WHOLE = re.compile(r"\b(?:self-sufficien(?:cy|t)|universal\s(?:\w+\s){0,2}(?:access|coverage|care))\b")
_ALL_OF = re.compile(r"\ball\s(?:of\s)?(?:its|the|their)\s(?:[a-z-]+\s){0,2}?[a-z-]{3,}s\b")
_FROM_TIME = re.compile(
    r"\bfrom\s[0-9a-z.,-]+\s(?P<unit>years|months|weeks|days|hours|minutes)\s(?:now\s)?to\s$"
)
_FROM = re.compile(r"\bfrom\s(?:[a-z-]+\s){0,4}$")
"""What leads to where an aim starts: `from the current target of 2% to 5%`."""
_HALF_OF_TIME = re.compile(r"\b(?:first|second|latter|other)\s$")
OF_MASS = re.compile(
    r"\sof\s(?!(?:the|its|their|it|them|which|this|that)\b)(?:[a-z-]+\s){0,2}?(?![a-z]+ed\b)[a-z-]+(?=[,.;]|$|\s(?:[a-z]+ed|a|in|by|from|to|on|for|and|at|were|was|had|has|have|that|which|worth|since|into|with|last|this)\b)(?:\sa\s(?:year|day|month))?"
)
"""What a mass is of, behind its unit: `of sintered magnets a year`."""
_NO_COUNT = frozenset({"years", "months", "days", "weeks", "hours", "minutes"})
_PLAIN_NOUN = re.compile(
    r"\s(?:(?!(?:of|to|in|by|for|and|or|a|the|from|at|on|with|is|was|most|[a-z]+est)\s)[a-z-]+\s)?(?P<noun>[a-z-]{3,}s)\b"
)
_NOT_COUNTED = (
    listed(
        "times|is|was|has|as|this|its|years|months|days|weeks|hours|minutes|decades|percents|points|others"
    )
    | MONEY_NOUNS
)
_ATTRIBUTE = re.compile(r"[0-9]-(?!to)[a-z]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_WORDS = re.compile(r"[a-z-]+")
_COUNTED_UNITS = frozenset({"persons", "items"})
_FEW = 10
_FAR = 110
_FROM_REACH = 30
_NO_EMISSIONS = Amount(Decimal(0), "tonnes_co2e", "at most", "", "emissions")
_ALL = Amount(Decimal(100), "percent", None, "", "share")
NONE = Amount(Decimal(0), "percent", "at most", "", "share")


@dataclass(frozen=True, slots=True)
class Value:
    """An amount at `start` to `end`; `number` is the match of AMOUNT that it comes from, if it does."""

    amount: Amount
    start: int
    end: int
    number: re.Match[str] | None = None


def first_value(lower: str, start: int, stop: int) -> Value | None:
    """Return the value that stands first, but the one after `to` before the one after `from` or a multiple."""
    found = values_of(lower, start, stop)
    if not found:
        return None
    first = found[0]
    if len(found) > 1 and _FROM.search(lower, max(start, first.start - _FROM_REACH), first.start):
        return found[1]
    if first.amount.unit == "ratio":
        return next((one for one in found[1:] if lower.endswith(" to ", start, one.start)), first)
    return first


def values_of(lower: str, start: int, stop: int) -> list[Value]:
    """Return the values between two offsets, in order."""
    found = [*_counted(lower, start, stop)]
    found += [
        Value(fraction_of(part), *part.span())
        for part in FRACTION.finditer(lower, start, stop)
        if _HALF_OF_TIME.search(lower, max(0, part.start() - 8), part.start()) is None
    ]
    found += [Value(times_of(times), *times.span()) for times in TIMES.finditer(lower, start, stop)]
    found += [Value(_NO_EMISSIONS, *zero.span()) for zero in _NETZERO.finditer(lower, start, stop)]
    found += [Value(_ALL, *whole.span()) for whole in _WHOLE.finditer(lower, start, stop)]
    found += [Value(_ALL, *each.span()) for each in _ALL_OF.finditer(lower, start, stop)]
    found += [Value(NONE, *zero.span()) for zero in _ZERO.finditer(lower, start, stop)]
    if not found and (gone := _ENDING.match(lower, start, stop)):
        found.append(Value(NONE, gone.start(), gone.start("what") + len(gone["what"].rstrip())))
    return sorted(found, key=lambda each: each.start)


def _counted(lower: str, start: int, stop: int) -> Iterator[Value]:
    for match in AMOUNT.finditer(lower, start, stop):
        amount = amount_of(match)
        if amount is None or amount.unit in _NO_COUNT or _ATTRIBUTE.search(match[0]):
            continue
        end = match.end()
        if amount.unit is None:
            noun = _PLAIN_NOUN.match(lower, end, stop)
            is_noun = noun is not None and noun["noun"] not in _NOT_COUNTED
            unit = "items" if is_noun else _unit_before(lower, start, match)
            if unit is None or _is_year(match):
                continue
            amount, end = replace(amount, unit=unit), noun.end() if noun and is_noun else end
        if amount.unit in _COUNTED_UNITS and amount.value < _FEW:
            continue
        yield Value(amount, match.start() + (lower[match.start()] == " "), end, match)


def _unit_before(lower: str, start: int, match: re.Match[str]) -> str | None:
    """Return the unit of a number that stands before it: `the number of refugees to 365,000`."""
    at = match.start() + (lower[match.start()] == " ")
    if time := _FROM_TIME.search(lower, max(start, at - _FROM_REACH), at):
        return time["unit"]
    if not (match["scale"] or "," in match["number"]):
        return None
    words = [word for word in _WORDS.findall(lower[max(0, start - _FAR) : match.start()]) if word in COUNTED]
    return COUNTED[words[-1]] if words else None


def _is_year(match: re.Match[str]) -> bool:
    return _YEAR.fullmatch(match["number"]) is not None and not match["scale"]
