"""Frames of happenings in a sentence: the head, the words around it, and who stands in which role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.happenings import (
    NOUNS,
    OTHER_PASSIVE,
    PASSIVE,
    PASSIVES,
    VERBS,
)
from geodb.sources.article.extract.initiatives import Initiative
from geodb.sources.article.extract.page import Mention, Passage

_MODIFIER = re.compile(
    r"(?:\b(?:an?|the|his|her|their|its|this|A|An|The|His|Her|Their|This)\s(?:(?:[\w-]+)\s){0,2}"
    r"|\b(?:possible|planned|upcoming|future|proposed|new|bilateral|direct|further|next|joint|recent|series\sof)\s)$"
)
_LIGHT = re.compile(
    r"\b(?:[Dd]uring|[Ii]n|[Aa]t|[Aa]fter|[Ff]ollowing|[Bb]efore|holds?|held|holding|began|opened|conducted|attended"
    r"|hosted|initiate|launch|described|discussed|had|have)\s(?:a\sseries\sof\s)?$"
)
_PREPOSITION = re.compile(
    r",?\s(?:(?:held|hosted|scheduled|planned|signed|taking\splace|which\stook\splace)\s)?(?:with|between|in|on|at|of|among"
    r"|against|by|near|from|over|for)\s(?:the\s|both\s)?"
)
_LIST = re.compile(r"(?:,\s|,?\sand\s)(?:the\s)?")
_QUOTED_AS = re.compile(r"\sas\s(?:an?\s)?[“\"„«][^”\"“»]{2,60}[”\"“»]")
_POSSIBLE = re.compile(
    r"\b(?:possible|planned|upcoming|future|proposed|potential|next|scheduled)\s(?:[\w-]+\s)?$", re.IGNORECASE
)
_WILL = re.compile(
    r"\s(?:[\w-]+\s){0,3}?(?:would|will|is\sset\sto|is\sto|is\sexpected\sto|is\sscheduled\sto)\s(?:take\splace|be\sheld|happen)(?:\s(?:in|at|on)\s(?:the\s)?[\w\s]{3,20}?(?=[,.;\[]|$))?"
)
_PRONOUN = re.compile(r"\b(?:his|her|their)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
_MODAL = re.compile(
    r"\b(?:could|would|may|might|will|should|can|to|not|never|if|would\sbe|cannot)\s(?:\w+ly\s|have\s|be\s|not\s)?$"
)
_INTRO = re.compile(
    r"(?:(?:As|On|In|During|At|After|Following|Under|By|With|Within|Despite|Amid)\b[^,]*,\s|(?:19|20)[0-9]{2},\s|(?:during|after|at|in|following)\b[^,]*,\s|(?:However|Meanwhile|Moreover|Furthermore|Also|Later|Earlier),\s)+"
)
_NAME_BEFORE = re.compile(r"\b(?:[A-Z][\w.]*(?:[-–][A-Z]\w*)*(?:['’]s)?\s)+(?:[a-z-]+\s)?$")
_DAY = re.compile(
    r"(?:[A-Z][a-z]+\s[0-9]{1,2}(?:,\s[0-9]{4})?|[0-9]{1,2}\s[A-Z][a-z]+(?:\s[0-9]{4})?|[A-Z][a-z]+day|[12][0-9]{3})\b"
)
_BEFORE = 90
"""How far before its head the words of a happening may begin; whole sentences are not gone through for it."""
_LONGEST_PASSIVE = 260
_NEAR = 40
_WITHOUT_OBJECT = frozenset(
    {"resignation", "election", "protest", "weapons_test", "deployment", "planned_meeting"}
)
_ONLY_IF_TOLD = frozenset(
    {"attack", "protest", "riot", "weapons_test", "coup", "assassination", "exercise", "ceasefire", "visit"}
)
_UNTOLD = re.compile(
    r"\b(?:if|unless|would|could|may|might|should|risk\sof|threat\sof|possibility\sof|against)\b[^,;]*$",
    re.IGNORECASE,
)
_AGREEMENT = re.compile(
    r"\b(?=[bchmrst])(?:(?P<subject>they|both\s(?:sides|countries|leaders)|the\s(?:two\s)?(?:sides|countries|leaders|parties))\s)?(?:have\s|had\s|has\s)?"
    r"(?:reached|signed|concluded|struck|made)\s(?:an?|the)\s(?:[\w-]+\s){0,3}(?:agreement|accord|deal|pact|treaty|memorandum|protocol)\b"
)
_ADVERBIAL = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Aa]t)\s(?:his|her|their|an?|the)\s\w+(?:\s\w+)?\s(?:at|to|before)\s(?:the\s)?$|\b(?:[Aa]t|[Dd]uring)\s(?:the\s)?$"
)


@dataclass(slots=True)
class Frame:
    """A happening at `start` to `end`; `head` is its noun or verb; `weak` ones count only with participants."""

    kind: str
    plover: str | None
    start: int
    end: int
    head: tuple[int, int]
    rule: str
    confidence: int
    participants: list[tuple[str, str]] = field(default_factory=list)
    status: str = "occurred"
    dated: bool = False
    weak: bool = False
    label: str = ""


def noun_frames(passage: Passage, start: int, end: int) -> Iterator[Frame]:
    """Yield happenings told by a noun: `a phone conversation with X on …`, `X’s visit to Y`, `the war in Z`."""
    text = passage.text
    for match, happening in NOUNS.find(passage.lower, start, end):
        if passage.in_quote(match.start()):
            continue
        if happening.kind in _ONLY_IF_TOLD and _UNTOLD.search(
            text, max(start, match.start() - 50), match.start()
        ):
            continue
        begin = _left(text, start, match.start())
        finish, after = _right(passage, match.end(), end)
        owner = _owner(passage, begin, match.start(), start)
        before = (
            _subject(passage, begin, start)
            if _LIGHT.search(text, max(start, begin - 24), begin) or _LIGHT.search(text, begin, match.start())
            else None
        )
        if happening.kind == "designation" and (quoted := _QUOTED_AS.match(text, finish)):
            finish = quoted.end()
        frame = Frame(happening.kind, happening.plover, begin, finish, match.span(), "event.noun", 70)
        if happening.kind in {"war", "process"}:
            frame.status = "ongoing"
        if _POSSIBLE.search(text, max(start, match.start() - _BEFORE), match.start()):
            frame.status = "planned"
        if will := _WILL.match(text, match.end()):
            frame.status, frame.end = "planned", max(finish, will.end())
        if light := _LIGHT.search(text, max(start, begin - 24), begin):
            frame.start = light.start()
            if before and text[before.end : light.start()].strip() in {"", "has", "have", "had", "to"}:
                frame.start = before.begin
        roles: list[tuple[str, str]] = []
        if before and not owner:
            roles += [(key, happening.subject) for key in before.actors]
        if owner:
            roles += [(key, happening.subject) for key in owner.actors]
        inner = [m for m in passage.within(begin, match.start()) if m.how != "place" and m is not owner]
        if happening.kind in {"war", "process", "summit", "meeting", "negotiation_round"} or not roles:
            roles += [
                (key, happening.subject if not roles else happening.object) for m in inner for key in m.actors
            ]
        for mention in after:
            roles += [(key, happening.object if roles else happening.subject) for key in mention.actors]
        frame.participants = _distinct(roles)
        frame.dated = bool(frame.participants)
        if frame.kind == "war" and not (frame.participants or text[match.end() : finish].strip() or owner):
            continue
        if frame.kind == "war" and not frame.participants:
            frame.participants = [
                (m.actors[0], "side_a") for m in passage.within(match.end(), finish) if m.actors
            ]
        frame.weak = frame.kind not in {
            "phone_call",
            "summit",
            "meeting",
            "war",
            "process",
            "diplomatic_initiative",
        }
        yield frame


def _left(text: str, start: int, head: int) -> int:
    match = _MODIFIER.search(text, max(start, head - 40), head)
    return match.start() if match else _word_before(text, start, head)


def _word_before(text: str, start: int, head: int) -> int:
    """Return where a name or adjective right before the head begins: `Russia-Ukraine War`, `US initiative`."""
    match = _NAME_BEFORE.search(text, max(start, head - _BEFORE), head)
    return match.start() if match else head


def _right(passage: Passage, at: int, end: int) -> tuple[int, list[Mention]]:
    """Return where the complements of a head end, and whom they name."""
    text, found = passage.text, []
    mentions = {mention.begin: mention for mention in passage.within(at, end, actors=False)}
    while (match := _PREPOSITION.match(text, at, end)) is not None:
        step = match.end()
        mention = mentions.get(step)
        if mention is None:
            when = _DAY.match(text, step)
            if when is None:
                break
            at = when.end()
            continue
        preposition = (
            match[0].split()[-1] if match[0].split()[-1] not in {"the", "both"} else match[0].split()[-2]
        )
        while mention is not None:
            if mention.actors and not (mention.is_venue and preposition in {"in", "at", "near", "on"}):
                found.append(mention)
            at = mention.end
            joint = _LIST.match(text, at)
            mention = mentions.get(joint.end()) if joint else None
    return at, found


def _owner(passage: Passage, begin: int, head: int, start: int) -> Mention | None:
    """Return whose happening it is: by `X’s`, or by his, her and their, which mean the subject near by."""
    text = passage.text
    for mention in passage.within(max(start, begin - 60), head):
        if text[mention.end : mention.end + 2] in {"’s", "'s", "’ ", "' "} and head - mention.end < 30:
            return mention
    if _PRONOUN.search(text, max(start, head - _BEFORE), head):
        before = [m for m in passage.within(start, begin) if m.how in {"name", "short", "group"}]
        if before:
            return before[0]
        stop = passage.sentence_at(start)[1]
        comma = text.find(", ", head, stop)
        return (
            next((m for m in passage.within(comma + 1, stop) if m.begin <= comma + 6), None)
            if comma > 0
            else None
        )
    return None


def _subject(passage: Passage, at: int, start: int) -> Mention | None:
    before = [
        m
        for m in passage.within(max(start, at - 90), at)
        if m.how in {"name", "short", "group", "acronym", "metonym"}
    ]
    return before[-1] if before else None


def _distinct(roles: list[tuple[str, str]]) -> list[tuple[str, str]]:
    found: dict[str, str] = {}
    for actor, role in roles:
        found.setdefault(actor, role)
    return list(found.items())


def verb_frames(passage: Passage, start: int, end: int) -> Iterator[Frame]:
    """Yield happenings told by a verb between two actors, and agreements that are reached."""
    text = passage.text
    for match in _AGREEMENT.finditer(text, start, end):
        stop = re.compile(r"[,;]|\.?\s?(?:\[[0-9]|$)").search(text, match.end(), end)
        finish = stop.start() if stop else end
        around = passage.within(start, match.start())
        people = [(m.actors[0], "party") for m in around if m.how in {"name", "short", "acronym"}]
        frame = Frame(
            "agreement",
            "AGREE",
            match.start(),
            finish,
            match.span(),
            "event.agreement",
            75,
            _distinct(people),
        )
        frame.dated = True
        yield frame
    for match, happening in VERBS.find(text, start, end):
        if passage.in_quote(match.start()) or _MODAL.search(
            text, max(start, match.start() - 20), match.start()
        ):
            continue
        subject = next(
            (
                m
                for m in reversed(passage.within(max(start, match.start() - 60), match.start()))
                if _runs_into(text, m.end, match.start())
            ),
            None,
        )
        near = passage.within(match.end(), min(end, match.end() + 60), actors=False)
        object_ = next((m for m in near if m.actors and m.how != "adjective" and not m.is_venue), None)
        object_ = object_ or next((m for m in near if m.start - match.end() < _NEAR), None)
        if subject is None or (object_ is None and happening.kind not in _WITHOUT_OBJECT):
            continue
        roles = [(key, happening.subject) for key in subject.actors]
        roles += [(key, happening.object) for key in object_.actors] if object_ else []
        finish = object_.end if object_ else match.end()
        finish, more = _right(passage, finish, end)
        roles += [(key, happening.object) for m in more for key in m.actors]
        frame = Frame(
            happening.kind,
            happening.plover,
            subject.begin,
            finish,
            match.span(),
            "event.verb",
            60,
            _distinct(roles),
        )
        frame.dated = True
        frame.status = "planned" if happening.kind == "planned_meeting" else "occurred"
        yield frame


def _runs_into(text: str, end: int, verb: int) -> bool:
    return bool(
        re.fullmatch(
            r"(?:['’]s\s\w+)?\s?(?:,[^,]{0,50},\s?)?(?:(?:has|have|had|also|later|then|again|today|yesterday|(?:on\s)?[A-Z]\w+day|\w+ly|and)\s)*",
            text[end:verb],
        )
    )


def passive_frames(passage: Passage, start: int, end: int, initiatives: list[Initiative]) -> Iterator[Frame]:
    """Yield happenings told in the passive: `the “…” initiative was launched`, `projects such as … were announced`."""
    text = passage.text
    for match in PASSIVE.finditer(text, start, end):
        if passage.in_quote(match.start()):
            continue
        verb = " ".join(match["verb"].split())
        intro = _INTRO.match(text, start, match.start())
        begin = intro.end() if intro else start
        mine = [i for i in initiatives if i.no == passage.no and begin <= i.start and i.end <= match.start()]
        victims = passage.within(begin, match.start())
        if match.start() - begin > _LONGEST_PASSIVE or not (mine or victims):
            continue
        happening = PASSIVES.get(verb, OTHER_PASSIVE)
        frame = Frame(
            happening.kind, happening.plover, begin, match.end(), match.span("verb"), "event.passive", 65
        )
        roles = [(party, "party") for i in mine for party in i.parties] or [
            (key, happening.subject) for m in victims[-1:] for key in m.actors
        ]
        by = re.compile(r"\sby\s(?:the\s)?").match(text, match.end(), end)
        if by and (agent := next((m for m in passage.within(by.end(), end) if m.begin == by.end()), None)):
            roles += [(key, happening.object) for key in agent.actors]
            frame.end = agent.end
        frame.participants = _distinct(roles)
        frame.dated, frame.weak = True, not mine
        for initiative in mine:
            initiative.launched_in.append(frame)
        yield frame


def named_frames(passage: Passage, start: int, end: int, cast: Cast) -> Iterator[Frame]:
    """Yield happenings that have a name: a forum that is attended, a war that is written with capitals."""
    text = passage.text
    for mention in passage.within(start, end):
        if cast.actors[mention.actors[0]].kind != "forum":
            continue
        before = _ADVERBIAL.search(text, start, mention.start)
        if before is None:
            continue
        frame = Frame(
            "conference",
            "CONSULT/multilateral",
            before.start(),
            mention.end,
            (mention.start, mention.end),
            "event.forum",
            75,
        )
        subject = next(
            (m for m in passage.within(mention.end, end) if m.how in {"name", "short"}), None
        ) or _subject(passage, before.start(), start)
        frame.participants = [(mention.actors[0], "organizer")]
        if subject:
            frame.participants.append((subject.actors[0], "participant"))
        frame.label = cast.actors[mention.actors[0]].name
        yield frame
