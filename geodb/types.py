"""Values that every layer speaks: fuzzy dates, public keys, and spans of text."""

from __future__ import annotations

import calendar
import re
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from io import StringIO
from itertools import product
from typing import Literal

from geodb.errors import InvalidValue, shown

Precision = Literal[
    "day",
    "month",
    "season",
    "quarter",
    "half_year",
    "year",
    "decade",
    "century",
    "interval",
    "open",
    "unknown",
]

LOCAL_KEY_PATTERN = r"^[a-z0-9][a-z0-9._-]{0,119}$"
PREFIX_PATTERN = r"^[a-z][a-z0-9_-]{0,39}$"

_MAX_EDTF_LENGTH = 100
_DATE = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?[?~%]?")
_QUALIFIER = re.compile(r"[?~%]")
_DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_ONE_DAY = timedelta(days=1)

# Codes 21-41 of EDTF in place of a month: first month, number of months, precision. Winter starts in
# December of the year it is named by and ends in the next, as in `2024-24`.
_PARTS_OF_A_YEAR: dict[int, tuple[int, int, Precision]] = {
    **{21 + i: (3 + 3 * i, 3, "season") for i in range(4)},
    **{25 + i: (3 + 3 * i, 3, "season") for i in range(4)},
    **{29 + i: ((9, 12, 3, 6)[i], 3, "season") for i in range(4)},
    **{33 + i: (1 + 3 * i, 3, "quarter") for i in range(4)},
    **{37 + i: (1 + 4 * i, 4, "interval") for i in range(3)},
    **{40 + i: (1 + 6 * i, 6, "half_year") for i in range(2)},
}


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A fuzzy date: what the source said (`edtf`), its envelope of days, and its grain.

    The envelope is half-open: `lower` is the first day, `upper` the day after the last. A bound is None where
    it is unknown, or where it lies outside the years 1 to 9999, which no driver can carry. Build one with
    `DateSpan.parse`; the database derives the same from the text it is given (docs/decisions/0010).
    """

    edtf: str
    lower: date | None
    upper: date | None
    precision: Precision

    @classmethod
    def parse(cls, text: str) -> DateSpan:
        """Read an EDTF string (ISO 8601-2:2019, levels 0 to 2).

        Raises:
            InvalidValue: it is not EDTF, or its end lies before its start.
        """
        edtf = text.strip()
        lower, upper, precision = _envelope(edtf)
        return cls(edtf, lower, upper, precision)

    @classmethod
    def between(cls, start: DateSpan | None, end: DateSpan | None) -> DateSpan:
        """Return the span from `start` to `end`, either of them unknown.

        Raises:
            InvalidValue: one of them is itself an interval, or the end lies before the start.
        """
        return cls.parse("/".join(side.edtf if side else ".." for side in (start, end)))

    def __str__(self) -> str:
        return self.edtf


@lru_cache(maxsize=8192)
def _envelope(edtf: str) -> tuple[date | None, date | None, Precision]:
    if not edtf or len(edtf) > _MAX_EDTF_LENGTH:
        raise _not_edtf(edtf)
    if edtf.count("/") == 1 and not _DOTTED.fullmatch(edtf):
        return _interval(edtf)
    if match := _DATE.fullmatch(edtf):
        return _masked(edtf, *match.groups())
    return _by_library(edtf)


def _interval(edtf: str) -> tuple[date | None, date | None, Precision]:
    start, end = (None if side in {"", ".."} else _envelope(side) for side in edtf.split("/"))
    if edtf == "/" or any(side and side[2] in {"open", "unknown"} for side in (start, end)):
        raise _not_edtf(edtf)
    lower, upper = start and start[0], end and end[1]
    if lower and upper and upper <= lower:
        raise _ends_first(edtf)
    if start and end:
        return lower, upper, "interval"
    return lower, upper, "open" if start or end else "unknown"


def _masked(
    edtf: str, year: str, month: str | None, day: str | None
) -> tuple[date | None, date | None, Precision]:
    """Envelope of a date that may have X in place of digits, as in 202X or 2025-02-XX."""
    if day == "XX":
        day = None
    if month == "XX" and day is None:
        month = None
    if year == "XXXX":
        return None, None, "unknown"
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month and month.isdigit() and int(month) in _PARTS_OF_A_YEAR and not day:
        start, length, precision = _PARTS_OF_A_YEAR[int(month)]
        until = 12 * last + start - 1 + length
        bounds = _day(first, start, 1), _day(*_year_and_month(until), 1)
        return *_both(bounds), precision if first == last else "interval"
    years, days = _fitting(year, 0, 9999), [*product(_fitting(month, 1, 12), _fitting(day, 1, 31))]
    lower, end = _first_real(years, days), _first_real(years[::-1], days[::-1])
    if lower is None or end is None:
        raise _not_edtf(edtf)
    return *_both((_day(*lower), _day_after(*end))), _precision(year, month, day)


def _precision(year: str, month: str | None, day: str | None) -> Precision:
    text = "-".join(part for part in (year, month, day) if part)
    if "X" not in text:
        return "day" if day else "month" if month else "year"
    if month:
        return "interval"
    return {1: "decade", 2: "century"}.get(text.count("X"), "interval")  # type: ignore[return-value]


def _fitting(mask: str | None, least: int, most: int) -> list[int]:
    """The numbers that a mask such as 1X stands for."""
    digits = product(*("0123456789" if digit == "X" else digit for digit in mask or "XX"))
    return [number for number in map(int, map("".join, digits)) if least <= number <= most]


def _first_real(years: list[int], days: list[tuple[int, int]]) -> tuple[int, int, int] | None:
    """The first of these days that its year has, month by month: 29 February is not in all."""
    return next(((year, *day) for year, day in product(years, days) if day[1] <= _length(year, day[0])), None)


def _length(year: int, month: int) -> int:
    return calendar.monthrange(max(year, 1), month)[1]


def _year_and_month(months: int) -> tuple[int, int]:
    return months // 12, months % 12 + 1


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if date.min.year <= year <= date.max.year else None


def _day_after(year: int, month: int, day: int) -> date | None:
    last = _day(year, month, day)
    return None if last is None or last == date.max else last + _ONE_DAY


def _both(bounds: tuple[date | None, date | None]) -> tuple[date | None, date | None]:
    return bounds if None not in bounds else (None, None)


def _by_library(edtf: str) -> tuple[date | None, date | None, Precision]:
    """Sets, long years, times of day and qualified parts, which are rare: 200 a second are enough."""
    from edtf import EDTFParseException, parse_edtf  # noqa: PLC0415 - a slow import that most runs never need

    try:
        with redirect_stdout(StringIO()):  # it tells there what it stumbles over
            parsed = parse_edtf(edtf)
    except (
        EDTFParseException,
        AttributeError,
        TypeError,
        ValueError,
    ):  # it fails so on rare forms of level 2
        raise _not_edtf(edtf) from None
    kind = type(parsed).__name__
    if kind == "PartialUncertainOrApproximate":
        return _envelope(_QUALIFIER.sub("", edtf))
    if kind == "DateAndTime":
        return _envelope(edtf[:10])
    if kind in {"LongYear", "ExponentialYear"} or edtf.startswith("-"):
        return None, None, "year"
    if kind in {"OneOfASet", "MultipleDates"}:
        return _set(edtf)
    raise _not_edtf(edtf)


def _set(edtf: str) -> tuple[date | None, date | None, Precision]:
    """Envelope of all members of a set such as [1667,1670..1672] or {..2024}."""
    members = [member.partition("..") for member in edtf[1:-1].split(",")]
    ends = [(start.strip(), (end if dots else start).strip()) for start, dots, end in members]
    starts = [_envelope(start)[0] if start else None for start, _ in ends]
    stops = [_envelope(end)[1] if end else None for _, end in ends]
    lower = None if None in starts else min(day for day in starts if day)
    upper = None if None in stops else max(day for day in stops if day)
    if lower and upper and upper <= lower:
        raise _ends_first(edtf)
    return lower, upper, "interval" if lower and upper else "open" if lower or upper else "unknown"


def _ends_first(edtf: str) -> InvalidValue:
    return InvalidValue(f"{shown(edtf)} ends before it starts", hint="write the earlier date first")


def _not_edtf(edtf: str) -> InvalidValue:
    hint = "write dates as 2025, 2025-02, 2025-02-12, 2025-02-12/2025-02-15 or 2025-02-12/.. (EDTF)"
    if dotted := _DOTTED.fullmatch(edtf):
        day, month, year = dotted.groups()
        hint = f"if the day comes first, write {year}-{month:0>2}-{day:0>2}"
    elif re.fullmatch(r"\d{4}-\d{1,2}(-\d{1,2})?", edtf):
        hint = f"is there such a day? {hint}"
    return InvalidValue(f"{shown(edtf)} is not a date in EDTF", hint=hint)


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """The public key of a record, a CURIE: `geodb:donald-trump`. Stable for ever."""

    prefix: str
    local: str

    def __post_init__(self) -> None:
        if not re.fullmatch(PREFIX_PATTERN, self.prefix) or not re.fullmatch(LOCAL_KEY_PATTERN, self.local):
            raise InvalidValue(
                f"{shown(f'{self.prefix}:{self.local}')} is not a key",
                hint="a key is prefix:words, in small letters, digits, dots, hyphens: geodb:donald-trump",
            )

    @classmethod
    def parse(cls, text: str, *, default_prefix: str | None = None) -> Key:
        """Read `prefix:local`, or `local` alone where `default_prefix` says whose it is.

        Raises:
            InvalidValue: it is not a key.
        """
        prefix, colon, local = text.partition(":")
        return cls(prefix, local) if colon else cls(default_prefix or "", text)

    def __str__(self) -> str:
        return f"{self.prefix}:{self.local}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A passage: paragraph number from 1, and offsets in it in code points, 0-based, end exclusive."""

    paragraph: int
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.paragraph < 1 or not 0 <= self.start < self.end:
            raise InvalidValue(f"{self} is not a passage", hint="paragraphs count from 1, offsets from 0")

    def __str__(self) -> str:
        return f"P{self.paragraph}:{self.start}-{self.end}"
