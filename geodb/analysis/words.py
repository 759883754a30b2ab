"""Dates, amounts and counts in the words a person would use; a fuzzy date never looks exact."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from geodb.types import DateSpan

if TYPE_CHECKING:
    from datetime import date

NOT_STATED = "date not stated"

LASTING = frozenset({"ongoing", "suspended", "in_force", "actual", "sought", "ended"})
"""Statuses of events, initiatives and relations under which a date is a duration, not a moment."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = ("spring", "summer", "autumn", "winter")
_PARTS = {
    **{21 + i: season for i, season in enumerate(_SEASONS)},
    **{25 + i: f"northern {season}" for i, season in enumerate(_SEASONS)},
    **{29 + i: f"southern {season}" for i, season in enumerate(_SEASONS)},
    **{33 + i: f"quarter {i + 1} of" for i in range(4)},
    **{37 + i: f"{place} third of" for i, place in enumerate(("first", "second", "last"))},
    **{40 + i: f"{place} half of" for i, place in enumerate(("first", "second"))},
}
_HEDGES = {"?": "probably", "~": "about", "%": "probably about"}
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_MASKED = re.compile(r"(\d\d[\dX][\dX])(?:-([\dX]{2})(?:-([\dX]{2}))?)?")
_TIMED = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d(?::?\d\d)?)?")
_SCALES = ((10**12, "tn"), (10**9, "bn"), (10**6, "million"))


def date_in_words(edtf: str | None, *, lasting: bool = False) -> str:
    """Say an EDTF date in English. `lasting`: it is the duration of something that goes on or went on.

    An interval open to one side is a bound for something that happened at a moment ("some time up to 15 Feb
    2025"), and the known end of something lasting ("since 12 Feb 2025"). What has no words of its own is
    returned as it stands.
    """
    text = (edtf or "").strip()
    if text in {"", "/", "../..", "/..", "../", "XXXX"}:
        return NOT_STATED
    if text[0] in "[{":
        return _set(text)
    start, slash, end = text.partition("/")
    return _interval(start, end, lasting=lasting) if slash else _moment(text)


def _interval(start: str, end: str, *, lasting: bool) -> str:
    if start in {"", ".."}:
        return f"{'until' if lasting else 'some time up to'} {_moment(end)}"
    if end in {"", ".."}:
        return f"since {_moment(start)}" if lasting else f"some time from {_moment(start)} on"
    return _from_to(_moment(start), _moment(end))


def _from_to(start: str, end: str) -> str:
    """`12–15 Feb 2025` rather than `12 Feb 2025 – 15 Feb 2025`."""
    first, last = start.split(), end.split()
    match first, last:
        case [day, *month], [_, *other] if len(month) > 1 and month == other:
            return f"{day}–{end}"
    if len(first) == len(last) > 1 and first[-1] == last[-1]:
        return f"{' '.join(first[:-1])} – {end}"
    return f"{start} – {end}"


def _set(text: str) -> str:
    """`[...]` is one of its members, `{...}` all of them."""
    one_of = text[0] == "["
    members = [member.strip() for member in text.strip("[]{}").split(",")]
    if len(members) == 1 and ".." in members[0]:
        start, _, end = members[0].partition("..")
        words = _interval(start, end, lasting=not one_of)
        return f"some time in {words}" if one_of and start and end else words
    parts = [_member(member) for member in members]
    return f"{', '.join(parts[:-1])} {'or' if one_of else 'and'} {parts[-1]}" if parts[1:] else parts[0]


def _member(member: str) -> str:
    start, dots, end = member.partition("..")
    return _interval(start, end, lasting=True) if dots else _moment(member)


def _moment(text: str) -> str:
    hedge = next((word for mark, word in _HEDGES.items() if mark in text), None)
    bare = re.sub(r"[?~%]", "", text)
    words = _timed(bare) or _plain(bare) or _masked(bare) or _far(bare) or bare
    return f"{hedge} {words}" if hedge else words


def _plain(text: str) -> str | None:
    if not (match := _PLAIN.fullmatch(text)):
        return None
    year, month, day = match.groups()
    if month is None:
        return year
    if part := _PARTS.get(int(month)):
        return f"{part} {year}"
    if not 1 <= int(month) <= len(_MONTHS):
        return None
    name = f"{_MONTHS[int(month) - 1]} {year}"
    return f"{int(day)} {name}" if day else name


def _masked(text: str) -> str | None:
    """Dates with X for digits that are not known: 202X, 2025-02-XX, 2025-XX-12."""
    if not (match := _MASKED.fullmatch(text)):
        return None
    year, month, day = match.groups()
    if "X" not in year and month == "XX" and day in {None, "XX"}:
        return f"some time in {year}"
    if "X" not in f"{year}{month or 'X'}" and day == "XX":
        return f"some day in {_plain(f'{year}-{month}')}"
    if month is None and year.endswith("X") and year[2] != "X":
        return f"the {year[:3]}0s"
    return _envelope_in_words(text)


def _envelope_in_words(text: str) -> str | None:
    span = DateSpan.parse(text)
    if span.lower is None or span.upper is None:
        return None
    return f"some time in {_from_to(_day(span.lower), _day(span.upper - timedelta(days=1)))}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _timed(text: str) -> str | None:
    if not (match := _TIMED.fullmatch(text)):
        return None
    day, time, zone = match.groups()
    return f"{_plain(day)}, {time}" + {None: "", "Z": " UTC"}.get(zone, f" UTC{zone}")


def _far(text: str) -> str | None:
    """Years before our era (year 0 is 1 BC), and those of more than four digits."""
    if match := re.fullmatch(r"-(\d{4})", text):
        return f"{int(match[1]) + 1} BC"
    if match := re.fullmatch(r"Y(-?\d+)", text):
        return f"the year {int(match[1]):,}"
    return None


def number_in_words(value: Decimal | float) -> str:
    """`500 bn`, `1 million`, `1,250`: large numbers scaled, nothing rounded away."""
    number = Decimal(str(value))
    for size, word in _SCALES:
        if abs(number) >= size:
            return f"{_digits(number / size)} {word}"
    return _digits(number)


def _digits(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount_in_words(value: Decimal | float, unit: str | None) -> str:
    """A number with its unit code: `500 bn USD`, `10 years`. Currencies are written as their ISO code."""
    number = number_in_words(value)
    if not unit or unit == "persons":
        return number
    return f"{number} {unit.upper() if re.fullmatch('[a-z]{3}', unit) else unit.replace('_', ' ')}"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """`1 event`, `14 events`, `2 parties`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def spoken(code: str) -> str:
    """A code as words: `did_not_occur` is `did not occur`."""
    return code.replace("_", " ")


def duration_in_words(iso: str) -> str:
    """An ISO 8601 duration in whole units: `P10Y` is `10 years`, `P1Y6M` is `1 year 6 months`."""
    if not re.fullmatch(r"P(?:\d+[YMWD])+", iso):
        return iso
    units = {"Y": "year", "M": "month", "W": "week", "D": "day"}
    return " ".join(counted(int(number), units[unit]) for number, unit in re.findall(r"(\d+)([YMWD])", iso))
