"""Spans of time in running text: ranges of days, seasons, quarters, decades, `since 2014`, as EDTF."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.months import ENGLISH, MONTHS, fold

_TO = r"\s?(?:-|–|—|\sto\s|\sand\s|\suntil\s|\sthrough\s)\s?"
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_RANGE = re.compile(
    rf"\b(?:(?:from|between)\s)?(?:(?P<d1>{_DAY})(?:\s(?P<m1>{ENGLISH}))?{_TO}(?P<d2>{_DAY})\s(?P<m2>{ENGLISH})"
    rf"|(?P<m3>{ENGLISH})\s(?P<d3>{_DAY}){_TO}(?:(?P<m4>{ENGLISH})\s)?(?P<d4>{_DAY})(?![0-9]))(?:,?\s(?P<year>[12][0-9]{{3}}))?\b"
)
_MONTHS_RANGE = re.compile(
    rf"\b(?:from|between)\s(?P<m1>{ENGLISH}){_TO}(?P<m2>{ENGLISH})\s(?P<year>[12][0-9]{{3}})\b"
)
_YEARS_RANGE = re.compile(
    r"\b(?:(?:from|between)\s(?P<a>(?:1[5-9]|20)[0-9]{2})\s(?:to|and|until|through)\s(?P<b>(?:1[5-9]|20)[0-9]{2})"
    r"|(?<![\w-])(?P<c>(?:1[5-9]|20)[0-9]{2})[-–](?P<d>(?:1[5-9]|20)?[0-9]{2}))\b(?!-)"
)
_SEASON = re.compile(
    r"\b(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\s(?:of\s)?(?P<year>(?:19|20)[0-9]{2})\b"
)
_QUARTER = re.compile(
    r"\b(?:Q(?P<q1>[1-4])\s(?:of\s)?|(?P<q2>first|second|third|fourth|last)\squarter\sof\s)(?P<year>(?:19|20)[0-9]{2})\b"
)
_DECADE = re.compile(r"\b(?:the\s(?:early\s|late\s|mid-)?)(?P<decade>(?:1[5-9]|20)[0-9])0s\b")
_SINCE = re.compile(
    r"\b(?:[Ss]ince|[Ss]tarting\sin)\s(?:the\s)?(?:early\s|late\s|mid-)?(?P<year>(?:19|20)[0-9]{2})\b"
)
_BEFORE_NOUN = re.compile(
    r"\b(?:[Tt]he|[Aa]|[Ii]ts|[Tt]heir|[\w.]+[’']s?)\s(?P<year>(?:19|20)[0-9]{2})\s(?=[A-Za-z])"
)
_IN_PARENTHESES = re.compile(r"\((?P<year>(?:19|20)[0-9]{2})\)")
_DIGIT = re.compile("[0-9]")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_FIRST_QUARTER = 32
Found = tuple[int, int, str]


def find_periods(text: str, year: int | None) -> Iterator[Found]:
    """Yield the spans of time in a text; a range of days without a year takes `year`, if that is given."""
    if _DIGIT.search(text) is None:
        return
    yield from _ranges(text, year)
    for match in _MONTHS_RANGE.finditer(text):
        yield (
            *match.span(),
            f"{match['year']}-{_month(match['m1']):02d}/{match['year']}-{_month(match['m2']):02d}",
        )
    for match in _YEARS_RANGE.finditer(text):
        first, last = match["a"] or match["c"], match["b"] or match["d"]
        yield *match.span(), f"{first}/{first[: 4 - len(last)]}{last}"
    for match in _SEASON.finditer(text):
        yield *match.span(), f"{match['year']}-{_SEASONS[match['season'].lower()]}"
    for match in _QUARTER.finditer(text):
        quarter = int(match["q1"] or _QUARTERS[match["q2"]])
        yield *match.span(), f"{match['year']}-{_FIRST_QUARTER + quarter}"
    for match in _DECADE.finditer(text):
        yield *match.span(), f"{match['decade']}X"
    for match in _SINCE.finditer(text):
        yield *match.span(), f"{match['year']}/.."
    for pattern in (_BEFORE_NOUN, _IN_PARENTHESES):
        for match in pattern.finditer(text):
            yield *match.span("year"), match["year"]


def _ranges(text: str, year: int | None) -> Iterator[Found]:
    for match in _RANGE.finditer(text):
        its_year = match["year"] or (f"{year:04d}" if year else None)
        if its_year is None:
            continue
        last_month = match["m2"] or match["m4"] or match["m3"]
        first_month = match["m1"] or match["m3"] or last_month
        first = f"{its_year}-{_month(first_month):02d}-{_day(match['d1'] or match['d3']):02d}"
        last = f"{its_year}-{_month(last_month):02d}-{_day(match['d2'] or match['d4']):02d}"
        yield *match.span(), f"{first}/{last}"


def _month(name: str) -> int:
    return MONTHS[fold(name)]


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))
