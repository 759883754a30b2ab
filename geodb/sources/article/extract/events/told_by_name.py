"""Happenings that have the name of an organizer: a forum that is attended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.events.frames import Frame
from geodb.sources.article.extract.language.line import Line

_ADVERBIAL = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Aa]t)\s(?:his|her|their|an?|the)\s\w+(?:\s\w+)?\s(?:at|to|before)\s(?:the\s)?$"
    r"|\b(?:[Aa]t|[Dd]uring|attended)\s(?:the\s)?$"
)
_HELD = re.compile(
    r"(?:\sin\s[A-Z][\w’-]+(?:\s[A-Z]\w+)*)?(?:\son\s(?:\d{1,2}\s[A-Z]\w+|[A-Z][a-z]+\s\d{1,2},?)\s\d{4}|\sin\s(?:[A-Z][a-z]+\s)?\d{4})"
)
"""Where and on what day a forum was held."""
MEETINGS = {
    "Summit": ("summit", "CONSULT"), "Conference": ("conference", "CONSULT/multilateral"),
    "Forum": ("conference", "CONSULT/multilateral"), "Congress": ("conference", "CONSULT/multilateral"),
    "Meeting": ("meeting", "CONSULT"), "Talks": ("negotiation_round", "CONSULT"),
    "Dialogue": ("negotiation_round", "CONSULT"),
}  # fmt: skip
"""The last words of names of meetings: the kind of event and the PLOVER type of each."""
_WAS_HELD = re.compile(
    r"(?:\b[Tt]he\s)?(?:(?:[a-z]+(?:st|nd|rd|th)|[0-9]+(?:st|nd|rd|th))\s)?(?P<name>(?:[A-Z][\w’–-]*\s){1,6}"
    rf"(?P<noun>{'|'.join(MEETINGS)}))(?:\s(?:of|on|for)\s[A-Z][\w’-]+(?:\s[A-Z][\w’-]+){{0,2}})?,?\s(?:which\s)?(?:was\s)?(?:held|convened|hosted|organi[sz]ed)\s"
    r"(?:[a-z]+ly\s)?(?=(?:in|at|on|between)\b)[^,.;:()“”]{3,60}(?:,\s[12][0-9]{3}\b)?"
)
"""A meeting by its name, told where or when it was held: `The second X Summit, held in Astana on June 17, 2025`."""
_NOUNS = frozenset(map(str.lower, MEETINGS))
_HOLDS = frozenset({"held", "convened", "hosted", "organised", "organized"})
_NAMED = frozenset({"name", "short", "group", "acronym", "metonym"})
_BEFORE = 90


def held_frames(line: Line) -> Iterator[Frame]:
    """Yield the meetings with a name that are told to have been held."""
    passage = line.passage
    if _HOLDS.isdisjoint(passage.words) or _NOUNS.isdisjoint(passage.words):
        return
    if not passage.words_among(_HOLDS, line.start, line.end):
        return
    for match in _WAS_HELD.finditer(line.text, line.start, line.end):
        kind, plover = MEETINGS[match["noun"]]
        frame = Frame(kind, plover, match.start(), match.end(), match.span("noun"), "event.held", 80)
        frame.label = match["name"]
        yield frame


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
