"""Judgments: what the author says that something aims at, means, shows or brings about."""

from __future__ import annotations

import re

from geodb.sources.article.extract.assessment import Assessment
from geodb.sources.article.extract.judgment_words import word_of_judgment
from geodb.sources.article.extract.page import Passage

_INTRO = re.compile(
    r"(?:(?:in|on|at|for|however|moreover|thus|therefore|still|yet|indeed|and|but)\b[^,]{0,50},\s)+|(?:and|but|yet|still)\s"
)
_STOP = re.compile(
    r":\s|;\s|\s—\s|,\s(?:and|but|while|whereas)\s(?=(?:they|he|she|it|we|this|the|its|their|an?)\b|[A-Z])"
)
_SHORTEST = 18
_LONG_ENOUGH = 50
_SHORT_SUBJECT = 70


def judgment(passage: Passage, start: int, end: int) -> Assessment | None:
    """Return the judgment of a clause, with its subject unless that is longer than what is said of it."""
    begin = start
    while found := word_of_judgment(passage, begin, end):
        kind, verb, after = found
        begin = after
        if passage.in_quote(verb):
            continue
        subject = _subject(passage.lower, start, verb)
        stop = next(
            (
                m.start()
                for m in _STOP.finditer(passage.text, after, end)
                if m.start() - subject > _LONG_ENOUGH
            ),
            end,
        )
        if stop - subject < _SHORTEST:
            continue
        first = subject if verb - subject <= max(stop - verb, _SHORT_SUBJECT) else verb
        return Assessment("judgment", passage.no, first, stop, "judgment.verb", 55, judgment=kind)
    return None


def _subject(lower: str, start: int, verb: int) -> int:
    """Return where the subject of a verb begins: after an introduction and the last `and` clause before it."""
    intro = _INTRO.match(lower, start, verb)
    begin = intro.end() if intro else start
    comma = lower.rfind(", and ", begin, verb)
    return comma + len(", and ") if comma > 0 else begin
