"""By when something is to be reached: `by 2030`, `within five years`, `by the end of the decade`."""

from __future__ import annotations

import re

from geodb.sources.article.months import ENGLISH, MONTHS, fold

_MONTHS = ENGLISH.lower()
_SOON = (
    r"the\s(?:end|middle|close|start|turn|beginning)\sof\s(?:the|this|next|the\snext)\s(?:decade|century|year)|mid-century|the\smid-[0-9]{4}s"
    r"|(?:the\s)?(?:early|late|mid-)?\s?20[0-9]0s|next\s(?:year|decade|summer|spring|autumn)|this\s(?:year|decade)|the\s(?:next|following)\s(?:year|decade)"
)
DEADLINE = re.compile(
    r"[^.;0-9$€£]{0,60}?\b(?:(?:by|until|before|no\slater\sthan|in|for|through|from|at|towards)\s"
    r"(?:the\send\sof\s|the\syear\s|the\sfiscal\syear\s|mid-|late\s|early\s|around\s|about\s)?"
    rf"(?:(?:[0-9]{{1,2}}\s)?(?P<month>{_MONTHS})\s(?:[0-9]{{1,2}},?\s)?)?(?P<year>20[0-9][0-9]|2100)\b(?!s)(?:-[0-9]+)?(?:\sat\sthe\slatest)?"
    rf"|(?:by|until|before|in|for)\s(?:{_SOON})|(?:by|before)\s(?:[0-9]{{1,2}}\s)?(?:{_MONTHS})\b|(?:this|next)\s(?:year|decade)\b"
    r"|(?:within|over|in)\s(?:the\snext\s|the\scoming\s)?"
    r"(?:[0-9]+|an?|the\scoming|[a-z]+(?:-[a-z]+)?)\s(?:years?|decades?|months?|generation)\b)"
)
"""A deadline within reach of where it is looked for, in small letters."""
OPENING = re.compile(r"(?:by|until|before)\s(?:the\send\sof\s)?(?P<year>20[0-9][0-9])\b")
"""A deadline that a sentence begins with."""
OF_GOAL = re.compile(
    r"\b(?P<year>20[0-9][0-9])\s(?:[a-z-]+\s){0,2}?(?:target|goal|aim|objective|deadline|pledge|commitment)"
)
"""A year right before the noun of what is aimed for: `its 2030 target`."""


def edtf_of(deadline: re.Match[str] | None) -> str | None:
    """Return a deadline as a date; None if no year is told."""
    if deadline is None or deadline["year"] is None:
        return None
    if "month" in deadline.re.groupindex and deadline["month"]:
        return f"{deadline['year']}-{MONTHS[fold(deadline['month'])]:02d}"
    return deadline["year"]
