"""Judgments: what the author says that something aims at, means, shows or brings about."""

from __future__ import annotations

import re

from geodb.sources.article.extract.assessment import Assessment
from geodb.sources.article.extract.assessments.judgment_words import word_of_judgment
from geodb.sources.article.extract.page import Passage

_AUXILIARIES = re.compile(
    r"(?<![\w-])(?:(?:has|have|had|is|are|was|were|does|do|did|can|cannot|not|never|also|still|now|already)\s)+$"
)
_INTRO = re.compile(
    r"(?:(?:with|in|on|at|for|however|moreover|thus|therefore|still|yet|indeed|and|but)\b[^,]{0,50},\s)+|(?:and|but|yet|still)\s"
)
_STOP = re.compile(
    r":\s|;\s|\s—\s|,\s(?:and|but|while|whereas)\s(?=(?:they|he|she|it|we|this|the|its|their|an?)\b|[A-Z])"
)
_SHORTEST = 18
_LONG_ENOUGH = 50
_SHORT_SUBJECT = 70
_ONE_BREATH = 100


def judgment(passage: Passage, start: int, end: int) -> Assessment | None:
    """Return the judgment of a clause, with its subject unless that is longer than what is said of it."""
    begin = start
    while found := word_of_judgment(passage, begin, end):
        kind, verb, after = found
        begin = after
        if passage.in_quote(verb):
            continue
        subject = _subject(passage.lower, start, verb)
        end = _before_reason(passage.text, subject, after, end)
        stop = end if is_short(start, end) else _stop(passage.text, subject, after, end)
        if stop - subject < _SHORTEST:
            continue
        is_near = verb - subject <= max(stop - verb, _SHORT_SUBJECT)
        first = subject if is_near else _with_auxiliary(passage.lower, subject, verb)
        return Assessment("judgment", passage.no, first, stop, "judgment.verb", 60, judgment=kind)
    return None


def is_short(start: int, end: int) -> bool:
    """Whether two clauses are told in one breath: `The logic is elegant; the hydrology is not.`."""
    return end - start <= _ONE_BREATH


def _before_reason(text: str, subject: int, after: int, end: int) -> int:
    """Return where a judgment ends before what explains it: `They were right to be angry: nobody had answered them`."""
    colon = text.find(": ", max(after, subject + _SHORTEST), end)
    return colon if colon > 0 else end


def _stop(text: str, subject: int, after: int, end: int) -> int:
    """Return where a judgment ends: where another clause begins, unless that is near."""
    stops = (match.start() for match in _STOP.finditer(text, after, end))
    return next((stop for stop in stops if stop - subject > _LONG_ENOUGH), end)


def _subject(lower: str, start: int, verb: int) -> int:
    """Return where the subject of a verb begins: after an introduction and the last `and` clause before it."""
    intro = _INTRO.match(lower, start, verb)
    begin = intro.end() if intro else start
    comma = lower.rfind(", and ", begin, verb)
    begin = comma + len(", and ") if comma > 0 else begin
    colon = max(lower.rfind(": ", begin, verb), lower.rfind("; ", begin, verb))
    if colon < 0 or verb - begin <= _SHORT_SUBJECT:
        return begin
    with_intro = _INTRO.match(lower, colon + 2, verb)
    return with_intro.end() if with_intro else colon + 2


def _with_auxiliary(lower: str, subject: int, verb: int) -> int:
    """Return where a verb begins with what helps it: `have come to treat`."""
    before = _AUXILIARIES.search(lower[:verb], subject)
    return before.start() if before else verb
