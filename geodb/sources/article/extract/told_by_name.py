"""Happenings that have the name of an organizer: a forum that is attended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.frames import Frame
from geodb.sources.article.extract.line import Line

_ADVERBIAL = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Aa]t)\s(?:his|her|their|an?|the)\s\w+(?:\s\w+)?\s(?:at|to|before)\s(?:the\s)?$"
    r"|\b(?:[Aa]t|[Dd]uring|attended)\s(?:the\s)?$"
)
_HELD = re.compile(
    r"(?:\sin\s[A-Z][\w’-]+(?:\s[A-Z]\w+)*)?(?:\son\s(?:\d{1,2}\s[A-Z]\w+|[A-Z][a-z]+\s\d{1,2},?)\s\d{4}|\sin\s(?:[A-Z][a-z]+\s)?\d{4})"
)
"""Where and on what day a forum was held."""
_NAMED = frozenset({"name", "short", "group", "acronym", "metonym"})
_BEFORE = 90


def forum_frames(line: Line, cast: Cast) -> Iterator[Frame]:
    """Yield the forums at which somebody spoke or met."""
    for mention in line.within(line.start, line.end):
        if cast.actors[mention.actors[0]].kind != "forum":
            continue
        before = _ADVERBIAL.search(line.text, max(line.start, mention.start - _BEFORE), mention.start)
        if before is None:
            continue
        head = (mention.start, mention.end)
        begin, end = before.start(), mention.end
        if further := _HELD.match(line.text, end, line.end):
            begin, end = (
                line.text.rfind("the ", begin, head[0]) if "the " in before[0] else head[0],
                further.end(),
            )
        frame = Frame("conference", "CONSULT/multilateral", begin, end, head, "event.forum", 75)
        after = (m for m in line.within(mention.end, line.end) if m.how in {"name", "short"})
        earlier = [
            m
            for m in line.within(max(line.start, before.start() - _BEFORE), before.start())
            if m.how in _NAMED
        ]
        subject = next(after, None) or (earlier[-1] if earlier else None)
        frame.participants = [(mention.actors[0], "organizer")]
        if subject:
            frame.participants.append((subject.actors[0], "participant"))
        frame.label = cast.actors[mention.actors[0]].name
        yield frame
