"""Chronicles: paragraphs that a day opens, which tell in the present tense what happened then.

`June 2015: Togo’s parliament adopts a budget`, or the day as a line of its own before the paragraphs on it.
"""

from __future__ import annotations

import re

from geodb.sources.article.extract.page import Page
from geodb.sources.article.months import ENGLISH_STEMS

_MONTH = rf"(?:{ENGLISH_STEMS})[a-z]*\.?"
_DAYS = r"\d{1,2}(?:st|nd|rd|th)?(?:\s?[–-]\s?\d{1,2})?"
_DATE = (
    rf"(?:{_MONTH}(?:\s{_DAYS})?(?:,?\s(?:19|20)\d\d)?|{_DAYS}\s{_MONTH}(?:,?\s(?:19|20)\d\d)?|(?:19|20)\d\d)"
)
_OPENS = re.compile(rf"(?:[-–•]\s)?(?P<day>{_DATE})(?::|\s?[—–]|\s-)\s(?=[A-Z“\"])")
_ALONE = re.compile(rf"(?P<day>{_DATE}):?")
_LONGEST = 30
_LEAST = 2
"""Fewer paragraphs that a day opens make no chronicle."""


def mark_chronicles(page: Page) -> None:
    """Set the day that opens a paragraph, where a page has several such."""
    found, alone = 0, ""
    for passage in page.passages:
        text = passage.text
        if text[:1].isdigit() or text[:1].isupper() or text[:1] in "-–•":
            if len(text) <= _LONGEST and (line := _ALONE.fullmatch(text.strip())):
                found, alone = found + 1, line["day"]
                continue
            if opened := _OPENS.match(text):
                found, alone = found + 1, ""
                passage.opening = opened["day"]
                continue
        passage.opening = alone
    if found < _LEAST:
        for passage in page.passages:
            passage.opening = ""
