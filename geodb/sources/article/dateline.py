"""Datelines: the place, day and agency at the head of a report, `NAIROBI, March 3, 2025 (Agency) –`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geodb.sources.article.dates import find_dates
from geodb.types import DateSpan

HEAD = 5
"""Paragraphs at the top of an article in which datelines and bylines stand."""

_DATELINE = re.compile(
    r"(?P<city>[A-ZÀ-Þ][A-ZÀ-Þ’'.-]+(?:\s[A-ZÀ-Þ][A-ZÀ-Þ’'.-]+){0,2})(?:,\s[A-Z][\w.’'-]+(?:\s(?:and\s)?[A-Z][\w.’'-]+){0,4})?"
    r"(?:,?\s(?:\d{1,2}\s)?[A-Z][a-z]+\.?(?:\s\d{1,2})?(?:,?\s\d{4})?)?\s?(?:\((?P<agency>[^()]{2,40})\)\s?)?"
    r"(?:[–—]\s?|-{1,2}\s)"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The city in its capitals, the day where it has a year, the agency in brackets, and where it ends."""

    city: str
    date: DateSpan | None
    agency: str | None
    end: int


def find_dateline(text: str) -> Dateline | None:
    """Return the dateline that a paragraph begins with."""
    match = _DATELINE.match(text)
    if not match:
        return None
    dates = find_dates(match[0])
    return Dateline(match["city"], dates[0].date if dates else None, match["agency"], match.end())
