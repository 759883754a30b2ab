"""How much was planned, promised or sought, told as a noun: `42 of the planned 180 kilometres`, `the $390 million sought`.

The patterns are for texts in small letters, as `Passage.lower` is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from geodb.sources.article.extract.initiatives.aims import Aim
from geodb.sources.article.extract.language.aimed_values import Value, first_value
from geodb.sources.article.extract.language.deadlines import DEADLINE, edtf_of
from geodb.sources.article.extract.language.numbers import AMOUNT, amount_of
from geodb.sources.article.extract.language.words import listed

_PLANNED = r"(?:intended|planned|promised|envisaged|envisioned|authori[sz]ed|targeted|required|pledged|foreseen|requested|sought|stipulated|hoped\sfor|asked\sfor|called\sfor)"
_SET = (
    r"(?:set|promised|hoped|pledged|wants?|wanted|asked\sfor|committed|undertook|demanded|sought|requested)"
)
_NUMBER = r"[a-z]{0,2}[$€£]?[0-9][0-9.,]*(?<![.,])(?:\s?(?:bn|m|tn|mn|billion|million|trillion|percent|per\scent|%)(?![\w]))?"
_PLANNED_VALUE = re.compile(
    rf"(?:(?<![\w-])(?:the|an?|its|their|his|her)|’s|'s)\s(?:(?:[a-z]+-)?{_PLANNED}\s(?:(?:mark|level|total|strength|capacity|size|output|length|number|sum)\s(?:of|is|was)\s)?{_NUMBER}(?:\s[a-z]{{4,}}s\b)?"
    rf"|{_NUMBER}\s(?:(?!or\b|and\b|to\b|of\b|in\b)[a-z]+\s){{0,2}}?(?:a\s(?:year|month|day)\s)?(?:{_PLANNED}\b|(?:(?:that|to\swhich)\s)(?:[\w’.]+\s){{0,5}}?{_SET}\b(?:\s(?:itself|themselves))?(?:\sas\s(?:its|their|a|his)\sgoal)?))"
)
_NEAR = 25
PLANNED_WORDS = listed(
    "intended|planned|promised|envisaged|envisioned|authorised|authorized|targeted|required|pledged|foreseen|requested|sought|stipulated"
    "|hoped|asked|called|set|wants|want|wanted|committed|undertook|demanded"
)
"""Words without one of which no value is said to be planned."""


def planned_values(lower: str, start: int, end: int) -> Iterator[Aim]:
    """Yield the values that a sentence says were planned, promised or sought."""
    for match in _PLANNED_VALUE.finditer(lower, start, end):
        if value := _value(lower, *match.span()):
            year = DEADLINE.match(lower, match.end(), end)
            last = match.end() if year is None or year.end() - match.end() > _NEAR else year.end()
            yield Aim(
                match.start(), last, match.start(), value, "planned", edtf_of(year), is_dated=year is not None
            )


def _value(lower: str, start: int, end: int) -> Value | None:
    """Return the value in a phrase, of items where nothing tells its unit."""
    if value := first_value(lower, start, end):
        return value
    number = AMOUNT.search(lower, start, end)
    amount = amount_of(number) if number else None
    if number is None or amount is None or amount.unit is not None:
        return None
    return Value(replace(amount, unit="items"), *number.span(), number)
