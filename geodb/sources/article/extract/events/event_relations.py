"""Relations between events that the words between them state: *in response to*, *as part of*, *led to*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.event import Event
from geodb.sources.article.extract.keys import Keys
from geodb.sources.article.extract.page import Item, Page, Passage

_CUES = tuple(
    (re.compile(words), kind)
    for words, kind in (
        (r"in\s(?:response|reaction|reply|answer)\sto|in\sretaliation\sfor|in\srevenge\sfor|responded\sto|responding\sto|retaliated\sfor", "responds_to"),
        (r"as\spart\sof|within\sthe\sframework\sof|on\sthe\s(?:sidelines|margins)\sof|during|in\sthe\scourse\sof", "part_of"),
        (r"to\send|aimed\sat\sending|aiming\sto\send|to\sstop", "aims_to_end"),
        (r"to\sprepare(?:\sfor)?|in\spreparation\sfor|ahead\sof", "prepares"),
        (r"in\sviolation\sof|in\sbreach\sof|violated|violating", "violates"),
        (r"in\simplementation\sof|to\simplement", "implements"),
        (r"put\san\send\sto|ended|brought\san\send\sto", "ends"),
        (r"as\sa\s(?:follow-up|follow\sup)\sto|following\sup\son|following", "follow_up_of"),
        (r"as\sa\sresult\sof|resulted\sfrom|agreed\s(?:at|during|in)|because\sof|caused\sby|triggered\sby|sparked\sby|prompted\sby", "outcome_of"),
    )
)  # fmt: skip
_CUE = re.compile(
    rf"\b(?:{'|'.join(words.pattern for words, _ in _CUES)})(?=\s(?:the\s|an?\s|its\s|their\s|his\s|her\s)?$)"
)
"""Any of the cues, right before an event; which one it is, is looked at only where it stands."""
_LEADS = re.compile(
    r"\b(?:led\sto|leading\sto|resulted\sin|resulting\sin|triggered|triggering|prompted|prompting|sparked|sparking|caused|causing|provoked|brought\sabout|paved\sthe\sway\s(?:for|to)|gave\sway\sto)"
    r"\s(?:the\s|an?\s|its\s|their\s)?(?:\w+\s){0,2}$"
)
_WHOLES = frozenset({
    "war", "process", "summit", "meeting", "conference", "visit", "negotiation_round", "campaign", "battle", "exercise", "planned_meeting",
})  # fmt: skip
_SPOKEN = frozenset({"interview", "press_conference", "public_communication"})
_REACH = 48
_KEY = 20
Placed = tuple[int, int, Event]


def event_relation_items(page: Page, keys: Keys, events: list[Event]) -> list[Item]:
    """Return the relations between the events of one sentence that its words state."""
    items: dict[tuple[str, str, str], Item] = {}
    by_passage: dict[int, list[Placed]] = {}
    for event in events:
        for no, start, end in event.mentions:
            by_passage.setdefault(no, []).append((start, end, event))
    for passage in page.passages:
        placed = sorted(by_passage.get(passage.no, ()), key=lambda each: each[:2])
        if len(placed) < 2:
            continue
        for start, end in passage.sentences:
            here = [each for each in placed if start <= each[0] < end]
            for one, kind, other, at in _stated(passage, here, start):
                if one is not other and (one.key, kind, other.key) not in items:
                    items[one.key, kind, other.key] = _item(page, keys, (one, kind, other), (passage.no, *at))
    return list(items.values())


def _stated(
    passage: Passage, here: list[Placed], sentence: int
) -> Iterator[tuple[Event, str, Event, tuple[int, int]]]:
    for number, (start, _, event) in enumerate(here):
        first = max(sentence, start - _REACH)
        if number and (lead := _LEADS.search(passage.text, first, start)):
            yield here[number - 1][2], "causes", event, (lead.start(), start)
        elif cue := _CUE.search(passage.lower, first, start):
            kind = next(kind for words, kind in _CUES if words.fullmatch(cue[0]))
            opens = not passage.text[sentence : cue.start()].strip()
            other = _main(here, number, opens=opens)
            if other and not (kind == "part_of" and event.kind not in _WHOLES) and event.kind not in _SPOKEN:
                yield other[2], kind, event, (cue.start(), here[number][1])


def _main(here: list[Placed], number: int, *, opens: bool) -> Placed | None:
    """Return the event that stands to another: the next one if that opens the sentence, or else the one before."""
    if opens:
        end = here[number][1]
        return next((each for each in here[number + 1 :] if each[0] >= end), None)
    return here[number - 1] if number else None


def _item(page: Page, keys: Keys, relation: tuple[Event, str, Event], at: tuple[int, int, int]) -> Item:
    one, kind, other = relation
    return {
        "key": keys.new(one.key[:_KEY], kind.replace("_", "-"), other.key[:_KEY]),
        "from": one.key, "kind": kind, "to": other.key, "evidence": [page.evidence(*at)],
        "draft": {"rule": "relation.words", "confidence": 65},
    }  # fmt: skip
