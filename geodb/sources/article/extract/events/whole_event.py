"""The whole of what tells a happening: with the day before it, what it led to, and when else it was told to be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geodb.sources.article.extract.events.frames import Frame
from geodb.sources.article.extract.language.line import Line
from geodb.sources.article.months import ENGLISH_STEMS

_DAY_BEFORE = re.compile(
    r"(?:^|(?<=[.!?]\s))(?:On|In|At|Last|Early|Late|By|Days|Hours|Weeks|A)\s"
    rf"(?=[^,]*(?:[0-9]|day|week|month|year|night|morning|evening|later|earlier|summer|autumn|winter|spring|{ENGLISH_STEMS}))[^,.;]{{3,40}}"
    r"(?:,\s(?:as|when|while)\s[^,.;]{3,40})?,\s$"
)
_LED_TO = re.compile(
    r"(?:,\s(?!and\b|but\b|who\b|which\b)[^,.;:“”]{3,60})?,\s(?:killing|wounding|injuring|leaving|displacing|destroying|burning|damaging|forcing|sending|cutting|ending|becoming)"
    r"\s[^.;:“”]{5,90}?(?=[.;]|,\s|$)"
)
_WHEN = re.compile(r"\s(?:before|since|after|until|when)\s[^,.;:“”()]{4,70}?(?=[,.;]|\s\(|$)")
_TOLD_OF = re.compile(
    r"(?:^|(?<=[\s(“]))(?P<what>(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]hose|[Tt]hese)\s[\w’-]+(?:\s[\w’-]+){0,3}|[A-Z][\w’-]+(?:\s[A-Z][\w’-]+){0,3}),?"
    r"\s(?:which|who|that)\s(?:(?:had|has|have|was|were|also|then|later)\s){0,2}$"
)
_RELATIVES = ("who", "which", "that")
_REACH = 100
_SHORT = 60


def make_whole(line: Line, frames: Sequence[Frame]) -> None:
    """Let frames begin with the day before their clause, or with what a short relative clause is told of, and end with what follows."""
    text = line.text
    for frame in frames:
        is_short = frame.end - frame.start < _SHORT
        first = max(line.start, frame.start - _REACH)
        is_after_comma = text.find(",", max(0, frame.start - 3), frame.start) >= 0
        if is_after_comma and (day := _DAY_BEFORE.search(text, first, frame.start)):
            frame.start = day.start()
        elif is_short and any(text.find(word, first, frame.start) >= 0 for word in _RELATIVES):
            if told_of := _TOLD_OF.search(text, first, frame.start):
                frame.start = told_of.start("what")
        when = _WHEN.match(text, frame.end, line.end) if frame.rule != "event.noun" else None
        if when and not any(when.start() < other.head[0] < when.end() for other in frames):
            frame.end = when.end()
        if led_to := _LED_TO.match(text, frame.end, line.end):
            frame.end = led_to.end()
