"""How often something has come about, told by an ordinal: `the third such closure, for the ninth time, the second time in a year`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from geodb.sources.article.extract.language.counts import COUNTS
from geodb.sources.article.extract.language.numbers import Amount
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Passage

_UNITS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12,
}  # fmt: skip
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ORDINAL = rf"(?:(?:(?P<tens>{_TENS})-)?(?P<unit>{'|'.join(_UNITS)})|(?P<digits>[0-9]{{1,3}})(?:st|nd|rd|th))"
_LATELY = (
    r"\s(?:running\b|in\s(?:a\srow|succession|as\smany\s[a-z]+s|(?:[a-z]+\s){0,2}?(?:[0-9]+|[a-z]+)\s(?:years|months|weeks|days|decades)"
    r"|an?\s(?:year|month|week|decade))\b)"
)
_REPEATED = re.compile(
    rf"\b(?:the|an?)\s{_ORDINAL}(?:\ssuch\s(?P<such>[a-z-]+)|(?:\stime\b|(?=\sin\sa\srow\b))(?P<lately>{_LATELY})?)"
)
_WORDS = listed("time|such|row")
"""Words without one of which nothing is told to have come about again."""
_OFTEN = 3
"""From how many times on the number itself is told; a second time is often only *again*, unless in how long is told too."""


def repeated(passage: Passage) -> Iterator[tuple[int, int, Amount, str]]:
    """Yield how often something has come about, where that is worth telling."""
    for match in _REPEATED.finditer(passage.lower) if _WORDS & passage.words else ():
        number = _number(match)
        if number > 1 and (number >= _OFTEN or match["such"] or match["lately"]):
            yield *match.span(), Amount(Decimal(number), "events", None, "", None), "incidents"


def _number(match: re.Match[str]) -> int:
    if match["digits"]:
        return int(match["digits"])
    return (COUNTS[match["tens"]] if match["tens"] else 0) + _UNITS[match["unit"]]
