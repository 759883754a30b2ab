"""By when something is to be reached: `by 2030`, `within five years`, `by the end of the decade`."""

from __future__ import annotations

import re

from geodb.sources.article.months import ENGLISH, MONTHS, fold

_MONTHS = ENGLISH.lower()
_SOON = (
    r"the\s(?:end|middle|close|start|turn|beginning)\sof\s(?:the|this|next|the\snext)\s(?:decade|century|year)|mid-century|the\smid-[0-9]{4}s"
    r"|(?:the\s)?(?:early|late|mid-)?\s?20[0-9]0s|next\s(?:year|decade|summer|spring|autumn)|this\s(?:year|decade)|the\s(?:next|following)\s(?:year|decade)"
)
_DATE = (
    r"(?:the\s)?(?:(?:end|middle|beginning|start|close|turn|(?:first|second|latter)\shalf|(?:first|second|third|fourth|last)\s(?:quarter|week))\sof\s)?(?:the\s)?(?:late\s|early\s|mid-)?"
    rf"(?:(?:spring|summer|autumn|winter|end)\sof\s)?(?:(?:[0-9]{{1,2}}\s)?(?:{_MONTHS})\b(?:\s[0-9]{{1,2}}\b)?(?:,?\s20[0-9]{{2}})?|20[0-9]{{2}}s?)\b"
    r"|(?:the\s)?(?:end|middle|beginning|start|close)\sof\s(?:the|this|next|that)\s(?:year|decade|month|century|winter|summer|spring|autumn)|(?:the\s)?(?:spring|summer|autumn|winter|year\sis\sout)\b"
    r"|christmas|easter|the\ssame\sdate|(?:this|next)\s(?:year|spring|summer|autumn|winter|month)"
)
BY_DATE = rf"(?:(?:by|before|no\slater\sthan)\s(?:{_DATE})|within\s(?:the\snext\s)?(?:[0-9]+|an?|[a-z]+)\s(?:days|weeks|months|years|hours|year|month|decade)\b)"
"""A last date, in small letters."""
IN_DATE = rf"(?:(?:in|from|as\sof|at)\s(?:{_DATE}))"
"""A date that is only told."""
UNTIL_DATE = rf"until\s(?:{_DATE})"
DEADLINE = re.compile(
    r"[^.;0-9$€£]{0,60}?\b(?:(?:by|until|before|no\slater\sthan|in|for|through|from|at|towards)\s"
    r"(?:the\send\sof\s|the\syear\s|the\sfiscal\syear\s|mid-|late\s|early\s|around\s|about\s)?"
    rf"(?:(?:[0-9]{{1,2}}\s)?(?P<month>{_MONTHS})\s(?:[0-9]{{1,2}},?\s)?)?(?P<year>20[0-9][0-9]|2100)\b(?!s)(?:-[0-9]+)?(?:\sat\sthe\slatest)?"
    rf"|(?:by|until|before|in|for)\s(?:{_SOON})|(?:by|before)\s(?:[0-9]{{1,2}}\s)?(?:{_MONTHS})\b|(?:this|next)\s(?:year|decade)\b"
    r"|(?:within|over|in)\s(?:the\snext\s|the\scoming\s)?"
    r"(?:[0-9]+|an?|the\scoming|[a-z]+(?:-[a-z]+)?)\s(?:years?|decades?|months?|generation)\b"
    rf"|{BY_DATE})"
)
"""A deadline within reach of where it is looked for, in small letters."""
OPENING = re.compile(r"(?:by|until|before)\s(?:the\send\sof\s)?(?P<year>20[0-9][0-9])\b")
"""A deadline that a sentence begins with."""
OF_GOAL = re.compile(
    r"\b(?P<year>20[0-9][0-9])\s(?:[a-z-]+\s){0,2}?(?:target|goal|aim|objective|deadline|pledge|commitment)"
)
"""A year right before the noun of what is aimed for: `its 2030 target`."""

_OF_DATE = re.compile(rf"(?:(?P<month>{_MONTHS})\s(?:[0-9]{{1,2}},?\s)?)?(?P<year>20[0-9]{{2}})\b(?!s)")


def edtf_in(lower: str, start: int, end: int) -> str | None:
    """Return the date that words of a deadline tell; None if no year is told."""
    return edtf_of(_OF_DATE.search(lower, start, end))


def edtf_of(deadline: re.Match[str] | None) -> str | None:
    """Return a deadline as a date; None if no year is told."""
    if deadline is None or deadline["year"] is None:
        return None
    if "month" in deadline.re.groupindex and deadline["month"]:
        return f"{deadline['year']}-{MONTHS[fold(deadline['month'])]:02d}"
    return deadline["year"]
