"""Dates counted from the date that the text named before: `two days later`, `the following week`, `a year earlier`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from geodb.sources.article.extract.language.counts import COUNT, count_of

_LATER = re.compile(
    rf"\b(?:(?P<count>{COUNT})\s(?P<unit>day|week|month|year)s?\s(?P<way>later|earlier|afterwards?)"
    r"|the\s(?P<next>next|following|previous|preceding|same)\s(?P<one>day|week|month|year)|that\s(?P<that>same\sday|day))\b(?!\s(?:this|that|of)\b)",
    re.IGNORECASE,
)
_SIGNS = (
    "later",
    "earlier",
    "afterward",
    "the next",
    "the following",
    "the previous",
    "the preceding",
    "same",
    "that day",
)
_BACK = frozenset({"earlier", "previous", "preceding"})
_DATE = re.compile(r"(?P<year>[12][0-9]{3})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3][0-9]))?)?")
_MONTHS_IN_YEAR = 12
Found = tuple[int, int, str]


def counts_on(text: str) -> bool:
    """Whether a text may hold such dates: most hold none."""
    return counts_on_small(text.lower())


def counts_on_small(small: str) -> bool:
    """Whether a text in small letters may hold such dates."""
    return any(sign in small for sign in _SIGNS)


def later_dates(text: str, named: list[Found], before: str | None) -> Iterator[Found]:
    """Yield the dates of a text that count from those `named` in it, or from the one named `before` it."""
    for match in _LATER.finditer(text):
        if any(start < match.end() and match.start() < end for start, end, _ in named):
            continue
        anchor = max((each for each in named if each[1] <= match.start()), default=(0, 0, before))[2]
        if anchor and (edtf := _counted(match, anchor)):
            named = [*named, (*match.span(), edtf)]
            yield *match.span(), edtf


def _counted(match: re.Match[str], anchor: str) -> str | None:
    """Return the date so far from an anchor, no more exact than it; None if it is too vague to count from."""
    known = _DATE.fullmatch(anchor)
    if known is None:
        return None
    words = {name: (word or "").lower() for name, word in match.groupdict().items()}
    count = count_of(words["count"] or "one")
    unit = words["unit"] or words["one"] or "day"
    if words["next"] == "same" or words["that"]:
        count = 0
    elif (words["way"] or words["next"]) in _BACK:
        count = -count
    if unit in {"day", "week"}:
        if not known["day"] or (unit == "week" and words["one"]):
            return None
        return (date.fromisoformat(anchor) + timedelta(days=count * (7 if unit == "week" else 1))).isoformat()
    if unit == "year":
        return f"{int(known['year']) + count:04d}"
    if not known["month"]:
        return None
    months = int(known["year"]) * _MONTHS_IN_YEAR + int(known["month"]) - 1 + count
    return f"{months // _MONTHS_IN_YEAR:04d}-{months % _MONTHS_IN_YEAR + 1:02d}"
