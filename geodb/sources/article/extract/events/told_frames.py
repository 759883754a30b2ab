"""The frames of a sentence, those of one happening put together: what a verb tells with its noun, an attack with its victims."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.events.frames import Frame
from geodb.sources.article.extract.events.told_by_following import following_frames
from geodb.sources.article.extract.events.told_by_name import forum_frames, held_frames
from geodb.sources.article.extract.events.told_by_noun import noun_frames
from geodb.sources.article.extract.events.told_by_place import speech_frames
from geodb.sources.article.extract.events.told_by_verb import verb_frames
from geodb.sources.article.extract.events.whole_event import make_whole
from geodb.sources.article.extract.initiative import Initiative
from geodb.sources.article.extract.language.line import Line
from geodb.sources.article.extract.language.words import listed

_SAID = "public_communication"
_FURTHER = listed(
    "in|at|on|after|before|during|for|with|by|to|from|over|near|under|as|against|into|since|amid|following"
)
_APPOSED = 90
_APPOSITION = re.compile(r"(?:,\s[^,;.]+,)?\sin\s")
_OF_IT = (["of"], ["of", "the"], ["of", "all"], ["of", "its"], ["of", "their"])
_DECISIONS = frozenset({"vote", "announcement", "agreement"})
_AND = (" and ", ", and ", ", ")
_VIOLENT = frozenset(
    {"attack", "bombardment", "battle", "terror_attack", "disaster", "occupation", "campaign"}
)
_HARMED = re.compile("killed|wounded|injured|hurt|maimed|displaced")
_NEAR_PARTICIPLE = 12
_TOLD_TWICE: tuple[set[str], ...] = (
    {"mediation", "ceasefire"}, {"mediation", "agreement"}, {"mediation", "negotiation_round"}, {"protest", "policy_change"},
    {"ceasefire", "ratification"}, {"agreement", "ratification"}, {"announcement", "ceasefire"}, {"ceasefire", "policy_change"},
    {"protest", "announcement"}, {"sanction"}, {"agreement", "policy_change"}, {"blockade", "sanction"},
    {"mediation", "diplomatic_initiative"}, {"mediation", "prisoner_exchange"}, {"mediation", "signing"},
)  # fmt: skip
_ALIKE: tuple[set[str], ...] = (
    {"attack", "bombardment"}, {"attack", "battle"}, {"ceasefire", "agreement"}, {"planned_meeting", "meeting"},
    {"planned_meeting", "negotiation_round"}, {"attack", "terror_attack"}, {"planned_meeting", "summit"},
    {"planned_meeting", "visit"}, {"visit", "meeting"}, {"attack", "campaign"}, {"bombardment", "campaign"},
)  # fmt: skip


def frames_of(line: Line, cast: Cast, initiatives: list[Initiative], before: list[Frame]) -> list[Frame]:
    """Return the frames of a sentence: what a verb tells with its noun is one, and a noun in a forum's words is none.

    `before` are those of the sentence before it, which others may have followed in this one.
    """
    told = list(_with_victims(line, verb_frames(line, cast, initiatives)))
    taken = {noun for _, noun in told if noun >= 0}
    kept = [frame for frame, _ in told]
    told_of = {frame.head for frame in kept}
    kept += [frame for frame in speech_frames(line, cast) if frame.head not in told_of]
    for frame in held_frames(line):
        kept = [other for other in kept if not (frame.start <= other.head[0] < frame.end)] + [frame]
    for frame in [*forum_frames(line, cast), *noun_frames(line, taken)]:
        kept = [other for other in kept if not _takes_in(frame, other)]
        if (attack := _attack_in(frame, kept, line.text)) is not None:
            attack.end = frame.end
            continue
        if not any(_is_one(frame, other, line.text) for other in kept):
            kept.append(frame)
    kept = [frame for frame in kept if not any(_is_of_decision(frame, other, line.text) for other in kept)]
    kept = _without_refusals(kept, line.text)
    kept = [frame for frame in kept if not any(_holds(other, frame, line.text) for other in kept)]
    if " followed" in line.text[line.start : line.end]:
        kept += following_frames(line, [*before, *kept])
    make_whole(line, kept)
    return sorted(kept, key=lambda frame: frame.start)


def _with_victims(line: Line, told: Iterator[tuple[Frame, int]]) -> Iterator[tuple[Frame, int]]:
    """Yield what verbs tell, one within an announcement as part of it, an attack with its victims.

    `shelled the depot and killed 23 people` is one.
    """
    last: Frame | None = None
    for frame, noun in told:
        if (
            last is not None
            and last.kind == "announcement"
            and last.start <= frame.start < frame.end <= last.end
        ):
            continue  # *announced that its troops would leave*
        joined = last is not None and line.text[last.end : frame.start] in _AND
        if joined and last is not None and last.kind in _VIOLENT and _HARMED.match(line.text, *frame.head):
            last.end = frame.end
            continue
        yield frame, noun
        last = frame


def _attack_in(frame: Frame, kept: list[Frame], text: str) -> Frame | None:
    """Return the attack that a noun goes on to tell of past an apposition: `killed X, its chief, in a raid on Y`."""
    if frame.rule != "event.noun" or frame.kind not in _VIOLENT or not text.endswith(" in ", 0, frame.start):
        return None
    before = [other for other in kept if 0 <= frame.start - other.end < _APPOSED and other.kind in _VIOLENT]
    return before[-1] if before and _APPOSITION.fullmatch(text, before[-1].end, frame.start) else None


def _takes_in(frame: Frame, other: Frame) -> bool:
    """Whether a noun tells what a participle in its phrase tells: `a truce mediated by X took effect`."""
    return (
        frame.rule == "event.noun"
        and frame.head[1] <= other.head[0] < frame.end
        and {frame.kind, other.kind} in _TOLD_TWICE
        and other.head[0] - frame.head[1] <= _NEAR_PARTICIPLE
    )


def _is_of_decision(frame: Frame, other: Frame, text: str) -> bool:
    """Whether a frame tells what another decides: `voted to extend the term`."""
    return (
        other.kind in _DECISIONS
        and frame is not other
        and frame.rule == other.rule == "event.verb"
        and frame.start == other.start
        and text[other.head[1] : frame.head[0]] == " to "
    )


def _without_refusals(kept: list[Frame], text: str) -> list[Frame]:
    """Return the frames without those that only refuse what another tells as not done, which is a refusal then."""
    left = []
    for frame in kept:
        undone = next((other for other in kept if _is_left_undone(frame, other, text)), None)
        if undone is None:
            left.append(frame)
        elif frame.plover is not None:
            undone.plover = frame.plover
    return left


def _is_left_undone(frame: Frame, other: Frame, text: str) -> bool:
    """Whether a frame only refuses what another tells as not done: `declined to meet X`."""
    return (
        other.status == "did_not_occur"
        and frame is not other
        and frame.rule == other.rule == "event.verb"
        and text[frame.head[1] : other.head[0]] == " to "
    )


def _holds(frame: Frame, other: Frame, text: str) -> bool:
    """Whether a happening told by a noun takes in a clause on its victims: `strikes in which two were killed`."""
    return (
        frame.rule == "event.noun"
        and frame.head[1] < other.head[0] < frame.end
        and (_is_one(other, frame, text) or " in which " in text[frame.head[1] : other.head[0]])
    )


def _is_one(frame: Frame, other: Frame, text: str) -> bool:
    """Whether two frames are of one happening: the same words, or the same kind within them."""
    if frame.head[0] < other.head[1] and other.head[0] < frame.head[1]:
        return True
    if (
        other.kind != _SAID
        and other.rule != "event.noun"
        and frame.rule == "event.noun"
        and other.head[1] <= frame.start < other.end
    ):
        between = text[other.head[1] : frame.head[0]].split()
        if _FURTHER.isdisjoint(between):
            return True  # *adopted its 18th package of sanctions*: what is done to a happening is one with it
    if frame.rule == "event.noun" and (frame.start, frame.end) == (other.start, other.end):
        return True
    if (
        frame.rule == other.rule == "event.noun"
        and other.head[1] <= frame.start < other.end
        and text[other.head[1] : frame.head[0]].split() in _OF_IT
    ):
        return True  # *the cessation of hostilities*
    inside = other.start <= frame.head[0] < other.end
    same = other.kind == frame.kind or {frame.kind, other.kind} in _ALIKE
    return inside and (same or other.rule == "event.forum")
