"""Happenings that no rule reads: clauses that tell one by the weight of their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geodb.sources.article.extract.events.frames import Frame, roles_around
from geodb.sources.article.extract.events.told_by_day import SUPPOSED
from geodb.sources.article.extract.language.happenings import verbs
from geodb.sources.article.extract.language.inflection import BOTH, PARTICIPLE, PAST
from geodb.sources.article.extract.language.learned import likely_clauses
from geodb.sources.article.extract.language.line import Line
from geodb.sources.article.extract.language.words import listed

_CONFIDENCE = 55
_TO_COME = listed("will|shall|due|scheduled|plans|plan|intends|expected|set")
_NOT = listed("not|never|no|nobody|neither|without")
_IMAGINED = frozenset({"scenario", "scenarios"})
"""Words of paragraphs that tell what has not happened."""
_ANY_KIND = "policy_change"
_NO_KIND = frozenset({"-", ""})
_PASTS = frozenset({PAST, PARTICIPLE, BOTH})


def weighed_frames(line: Line, frames: Sequence[Frame]) -> Iterator[Frame]:
    """Yield what the clauses of a sentence tell that share no word with the frames found in it."""
    if not line.words or line.words[0][2] in SUPPOSED or not _IMAGINED.isdisjoint(line.passage.words):
        return
    told = [(frame.start, frame.end) for frame in frames]
    for start, end in likely_clauses(line, "event", told):
        yield _frame(line, start, end)


def _frame(line: Line, start: int, end: int) -> Frame:
    words = [at for at, (a, b, _) in enumerate(line.words) if start <= a and b <= end]
    verb = next((at for at in words if line.is_finite(at)), words[0])
    at = line.words[verb][0]
    near = {line.words[number][2] for number in words if abs(number - verb) <= 1}
    status = "did_not_occur" if near & _NOT else "planned" if near & _TO_COME else "occurred"
    kind, plover = _happening(line.words[number][2] for number in words if line.words[number][0] >= at)
    return Frame(
        kind,
        plover,
        start,
        end,
        line.words[verb][:2],
        "event.weight",
        _CONFIDENCE,
        roles_around(line, start, end, at),
        status,
    )


def _happening(words: Iterator[str]) -> tuple[str, str | None]:
    """The kind and type of the first verb in the past that tells but one, whatever follows it."""
    for word in words:
        told = {
            (sense.happening.kind, sense.happening.plover)
            for form, each in verbs().get(word, ())
            for sense in each
            if form in _PASTS and sense.is_open and not sense.status and sense.happening.kind not in _NO_KIND
        }
        if len(told) == 1:
            return told.pop()
    return _ANY_KIND, None
