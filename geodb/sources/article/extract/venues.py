"""Whether a name that may be a place or a government is a place where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geodb.sources.article.extract.page import Mention

_VENUE = re.compile(
    r"\b(?:in|at|near|outside|inside|across|throughout|around|within|via|toward|towards|into|visited|visit|left"
    r"|entered|reached|leave|leaving|visiting|entering|capital|city\sof|capital\sof|arrived\sin|arrive\sin|flew\sto"
    r"|fly\sto|travel(?:l?ed|l?ing)?\sto|trip\sto|visit\sto|went\sto|returned\sto|northern|southern|eastern|western"
    r"|central|parts\sof|streets\sof|south\sof|north\sof|east\sof|west\sof)"
    r"\s(?:both\s|the\s|and\s|all\sof\s|neighbou?ring\s|northern\s|southern\s|eastern\s|western\s|central\s)*$"
)
_REACH = 40
_JOINED = re.compile(r",?\s?(?:and|or|,)?\s(?:the\s)?")


def is_place_here(text: str, start: int, before: Sequence[Mention], *, only: bool) -> bool:
    """Tell whether a name at `start` is a place: `only` means it can be nothing else.

    A word such as *in* stands before it, or it goes on a list of places.
    """
    if only or _VENUE.search(text, max(0, start - _REACH), start):
        return True
    near = (mention for mention in before if start - _REACH < mention.end < start)
    last = max(near, key=lambda mention: mention.end, default=None)
    return bool(
        last and last.is_venue and _JOINED.fullmatch(text, last.end, start) and text[last.end : start].strip()
    )
