"""Dates in running text, in the orders and languages that people write, as EDTF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from geodb.errors import InvalidValue
from geodb.sources.article.months import MONTHS, fold
from geodb.types import DateSpan

_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er|º|ª|\.)?"
_MONTH = r"(?P<month>[^\W\d_]{3,12})\.?"
_YEAR = r"(?P<year>[12][0-9]{3})"
_EDGE = r"(?<![0-9./-])"
_NUMERIC = re.compile(
    rf"{_EDGE}(?:{_YEAR}(?P<a>[-/.])(?P<m1>[0-9]{{1,2}})(?P=a)(?P<d1>[0-9]{{1,2}})"
    rf"|(?P<d2>[0-9]{{1,2}})(?P<b>[./-])(?P<m2>[0-9]{{1,2}})(?P=b)(?P<y2>[12][0-9]{{3}}))(?![0-9/-]|\.[0-9])"
)
_DAY_FIRST = re.compile(
    rf"{_EDGE}\b{_DAY}\s+(?:of\s+|de\s+)?{_MONTH},?\s+(?:del?\s+)?{_YEAR}\b", re.IGNORECASE
)
_MONTH_FIRST = re.compile(rf"(?<![^\W\d_]){_MONTH}\s+{_DAY},?\s+{_YEAR}\b")
_YEAR_FIRST = re.compile(rf"\b{_YEAR},\s+{_MONTH}(?:\s+{_DAY})?(?!\w)")
_MONTH_ONLY = re.compile(rf"(?<![^\W\d_]){_MONTH},?\s+(?:of\s+|de\s+)?{_YEAR}\b")
_EAST_ASIAN = re.compile(
    r"(?P<year>[12][0-9]{3})[年년]\s?(?P<month>[0-9]{1,2})[月월]\s?(?:(?P<day>[0-9]{1,2})[日일])?"
)
_WORDED = (_DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST, _MONTH_ONLY, _EAST_ASIAN)
_ANY_YEAR = re.compile("[12][0-9]{3}")
_REACH = 60
"""No date is longer; what is farther from all years need not be looked at."""
_LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as written at `start` to `end`; `date` is None where there is no such day."""

    start: int
    end: int
    text: str
    date: DateSpan | None


@lru_cache(maxsize=8)
def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Return the dates in `text` in order: days and months with their years, not years alone.

    In 03/04/2025 nothing says which number is the month: it becomes the EDTF set of both days. Dots and
    hyphens put the day first.
    """
    found: list[FoundDate] = []
    years = [match.start() for match in _ANY_YEAR.finditer(text)]
    if not years:
        return ()
    around = max(0, years[0] - _REACH), min(len(text), years[-1] + _REACH)
    for date in sorted(_all_dates(text, *around), key=lambda date: (date.start, -date.end)):
        if not found or date.start >= found[-1].end:
            found.append(date)
    return tuple(found)


def _all_dates(text: str, start: int, end: int) -> Iterator[FoundDate]:
    for match in _NUMERIC.finditer(text, start, end):
        yield FoundDate(*match.span(), match[0], _parsed(_numeric(match)))
    for pattern in _WORDED:
        for match in pattern.finditer(text, start, end):
            month = match["month"]
            number = int(month) if month.isdecimal() else MONTHS.get(fold(month))
            if number is not None:
                day = match.groupdict().get("day")
                edtf = f"{match['year']}-{number:02d}" + (f"-{int(day):02d}" if day else "")
                yield FoundDate(*match.span(), match[0], _parsed(edtf))


def _numeric(match: re.Match[str]) -> str:
    if match["year"]:
        return _day(match["year"], match["m1"], match["d1"])
    first, second, year = match["d2"], match["m2"], match["y2"]
    if match["b"] != "/":
        return _day(year, second, first)
    readings = {
        _day(year, month, day)
        for month, day in ((second, first), (first, second))
        if int(month) <= _LAST_MONTH and _parsed(_day(year, month, day))
    }
    return "[" + ",".join(sorted(readings)) + "]" if len(readings) > 1 else "".join(readings)


def _day(year: str, month: str, day: str) -> str:
    return f"{year}-{int(month):02d}-{int(day):02d}"


def _parsed(edtf: str) -> DateSpan | None:
    """Read EDTF that was put together from a text; None if the calendar has no such day."""
    if edtf[5:7] > f"{_LAST_MONTH}":  # EDTF knows seasons there, which nobody writes as a month
        return None
    try:
        return DateSpan.parse(edtf)
    except InvalidValue:
        return None
