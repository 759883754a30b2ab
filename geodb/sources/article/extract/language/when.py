"""Dates of running text, also those without a year and relative ones, resolved against the day of publication."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from geodb.errors import InvalidValue
from geodb.sources.article.dates import find_dates
from geodb.sources.article.extract.language.counts import COUNT, count_of
from geodb.sources.article.extract.language.later import counts_on, later_dates
from geodb.sources.article.extract.language.periods import find_periods
from geodb.sources.article.months import ENGLISH, MONTHS, fold
from geodb.types import DateSpan

_SHORT = r"Jan\.|Feb\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\."
_DAY_OF_MONTH = re.compile(
    rf"\b(?:(?P<m1>{ENGLISH}|{_SHORT})\s(?P<d1>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9])|(?P<d2>[0-3]?[0-9])(?:st|nd|rd|th)?\s(?P<m2>{ENGLISH}))\b"
    r"(?!,?\s[12][0-9]{3})"
)
_MONTH_ALONE = re.compile(
    rf"\b(?:[Ii]n|[Ss]ince|until|[Bb]y|[Ee]arly|[Ll]ate|mid-|[Ll]ast|this|next|of)\s?(?P<month>{ENGLISH})\b(?!\s[0-9])"
)
_YEAR_NEXT = re.compile(r",\s[12][0-9]{3}")
_WEEKDAYS = [name.lower() for name in calendar.day_name]
_WEEKDAY = re.compile(
    rf"\b(?P<next>next\s|coming\s)?(?:on\s|last\s|this\s|late\s|early\s)?(?P<day>{'|'.join(calendar.day_name)})\b"
)
_YEAR = re.compile(
    r"\b(?:[Ii]n|[Bb]y|[Ss]ince|until|[Bb]efore|[Aa]fter|[Dd]uring|of|[Ee]arly|[Ll]ate|mid-|for|[Ff]rom|to|through)\s?(?:the\s)?"
    r"(?:year\s)?(?P<year>(?:1[89]|20)[0-9]{2})\b(?!\s?(?:dollars|people|troops|%|km|-))"
)
_RELATIVE = re.compile(
    r"\b(?P<word>yesterday|today|tonight|tomorrow|(?P<which>last|this|next|earlier\sthis|later\sthis)\s(?P<unit>week|month|year)"
    rf"|(?P<count>{COUNT})\s(?P<ago>day|week|month|year)s?\sago)\b",
    re.IGNORECASE,
)
_ANY_YEAR = re.compile("[12][0-9]{3}")
_ANY_MONTH = re.compile(rf"\b(?=[ADFJMNOS])(?:{ENGLISH})\b")
_RELATIVE_SIGNS = ("day", "week", "month", "year", "tonight", "tomorrow")
_NO_MONTH = re.compile(r"\b(?:set|out|ago|mar|gen|mag)\b")
"""English words that are short names of months elsewhere: `adopted in 2020, set four goals`."""
_MONTHS_IN_YEAR = 12
_HALF_YEAR = 183


@dataclass(frozen=True, slots=True)
class When:
    """A date at `start` to `end` of a text, as EDTF; `is_resolved` means that a year or day was worked out."""

    start: int
    end: int
    edtf: str
    is_resolved: bool = False


def find_when(
    text: str,
    published: date | None,
    year: int | None = None,
    before: str | None = None,
    *,
    may_count: bool = True,
) -> list[When]:
    """Return the dates in a text, in order, none inside another.

    What needs a day to be resolved against is left out if `published` is None; a day without its year takes
    `year`, the one that the article named last, where there is no publication date. `before` is the date named
    last before the text: `two days later` counts from it, unless the text itself names one. What is known to hold no such date (`may_count`) is not searched for it.
    """
    counts = may_count and counts_on(text)
    if (
        published is None
        and not (counts and before)
        and not (_ANY_YEAR.search(text) or (year and _ANY_MONTH.search(text)))
    ):
        return []
    full = [
        When(each.start, each.end, each.date.edtf)
        for each in find_dates(text)
        if each.date and not _NO_MONTH.search(text, each.start, each.end)
    ]
    near = year or (published.year if published else None)
    periods = [When(*each) for each in find_periods(text, near)]
    candidates = [
        *periods,
        *full,
        *_without_year(text, published, year),
        *_years(text),
        *_relative(text, published),
    ]
    kept: list[When] = []
    for when in sorted(candidates, key=lambda each: (each.start, -each.end)):
        if (not kept or when.start >= kept[-1].end) and _is_edtf(when.edtf):
            kept.append(when)
    if counts:
        named = [(when.start, when.end, when.edtf) for when in kept]
        kept += [When(*each, is_resolved=True) for each in later_dates(text, named, before)]
        kept.sort(key=lambda each: each.start)
    return kept


def _is_edtf(text: str) -> bool:
    try:
        DateSpan.parse(text)
    except InvalidValue:
        return False
    return True


def _without_year(text: str, published: date | None, year: int | None) -> Iterator[When]:
    if published is None and year is None:
        return
    for match in _DAY_OF_MONTH.finditer(text):
        month, day = MONTHS[fold((match["m1"] or match["m2"]).rstrip("."))], int(match["d1"] or match["d2"])
        yield When(
            *match.span(),
            f"{_year_of(month, day, published, year):04d}-{month:02d}-{day:02d}",
            is_resolved=True,
        )
    for match in _MONTH_ALONE.finditer(text):
        month = MONTHS[fold(match["month"])]
        if _YEAR_NEXT.match(text, match.end()):
            continue
        yield When(
            match.start("month"),
            match.end(),
            f"{_year_of(month, 1, published, year):04d}-{month:02d}",
            is_resolved=True,
        )


def _year_of(month: int, day: int, published: date | None, year: int | None) -> int:
    """Return the year that puts a day nearest to the publication."""
    if published is None:
        return year or 0
    day = min(day, calendar.monthrange(published.year, month)[1])
    distance = (date(published.year, month, day) - published).days
    return (
        published.year - 1
        if distance > _HALF_YEAR
        else published.year + 1
        if distance < -_HALF_YEAR
        else published.year
    )


def _years(text: str) -> Iterator[When]:
    for match in _YEAR.finditer(text):
        yield When(*match.span("year"), match["year"])


def _relative(text: str, published: date | None) -> Iterator[When]:
    if published is None:
        return
    small = text.lower()
    if not any(sign in small for sign in _RELATIVE_SIGNS):
        return
    for match in _WEEKDAY.finditer(text) if "day" in text else ():
        back = (published.weekday() - _WEEKDAYS.index(match["day"].lower())) % 7
        day = published + timedelta(days=7 - back) if match["next"] else published - timedelta(days=back)
        yield When(match.start("day"), match.end(), day.isoformat(), is_resolved=True)
    for match in _RELATIVE.finditer(text):
        yield When(*match.span(), _resolved(match, published), is_resolved=True)


def _resolved(match: re.Match[str], published: date) -> str:
    word = match["word"].lower()
    if word in {"yesterday", "today", "tonight", "tomorrow"}:
        shift = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
        return (published + timedelta(days=shift)).isoformat()
    if match["ago"]:
        return _back(published, match["ago"].lower(), -count_of(match["count"]))
    shift = {"last": -1, "next": 1}.get(match["which"].lower(), 0)
    return _back(published, match["unit"].lower(), shift)


def _back(day: date, unit: str, shift: int) -> str:
    """Return the day, week, month or year that lies so far from a day."""
    if unit == "day":
        return (day + timedelta(days=shift)).isoformat()
    if unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit == "year":
        return f"{day.year + shift:04d}"
    months = day.year * _MONTHS_IN_YEAR + day.month - 1 + shift
    return f"{months // _MONTHS_IN_YEAR:04d}-{months % _MONTHS_IN_YEAR + 1:02d}"
