"""Events: happenings with their participants, places and dates; the same happening told twice is one event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from geodb.sources.article.dates import find_dates
from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.frames import Frame, named_frames, noun_frames, passive_frames, verb_frames
from geodb.sources.article.extract.initiatives import Initiative
from geodb.sources.article.extract.keys import Keys
from geodb.sources.article.extract.page import Item, Page, Passage
from geodb.sources.article.extract.when import When, find_when

_DATELINE = re.compile(r"\s*(?:[A-ZÀ-Ž][\w’'. ]{1,40},?\s)?(?:\([\w ]{2,30}\)\s)?(?:[A-Z][a-z]+day,?\s)?$")
_TOP = 4
_DIGITS = re.compile("[0-9]{4}")
_LABELS = {"phone_call": "phone call", "negotiation_round": "talks", "planned_meeting": "planned meeting"}
_ALWAYS_ONE = frozenset({"war", "process"})
_PLANNED = {"meeting", "summit", "visit", "phone_call", "conference"}


@dataclass(slots=True)
class Event:
    """A happening; `mentions` are (paragraph, start, end), `participants` (actor, role)."""

    kind: str
    status: str
    plover: str | None
    rule: str
    confidence: int
    mentions: list[tuple[int, int, int]]
    participants: list[tuple[str, str]] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    when: str | None = None
    label: str = ""
    key: str = ""

    @property
    def actors(self) -> set[str]:
        """Who takes part."""
        return {actor for actor, _ in self.participants}


def find_events(page: Page, cast: Cast, keys: Keys, initiatives: list[Initiative]) -> list[Event]:
    """Return the events of all passages, in the order in which they are first told."""
    events: list[Event] = []
    day = reference_day(page)
    year: int | None = None
    for passage in page.passages:
        for start, end in passage.sentences:
            sentence = passage.text[start:end]
            full = _years(sentence) if _DIGITS.search(sentence) else []
            year = full[-1] if full else year
            whens = [
                When(w.start + start, w.end + start, w.edtf, w.is_resolved)
                for w in find_when(sentence, day, year)
            ]
            for frame in _frames(passage, start, end, cast, initiatives):
                event = _event(passage, frame, whens)
                if event is not None:
                    _merge(events, event, cast)
    for event in events:
        event.label = event.label or _label(event, cast)
        event.key = keys.new(event.label, event.when if event.when and len(event.when) <= 10 else "")
    return events


def _years(sentence: str) -> list[int]:
    return [found.date.lower.year for found in find_dates(sentence) if found.date and found.date.lower]


def reference_day(page: Page) -> date | None:
    """Return the day that relative dates count from: of publication, or of a dateline at the top of the text."""
    published = page.article.metadata.published
    if published:
        return published.lower if published.precision == "day" else None
    for passage in page.passages[:_TOP]:
        for found in find_dates(passage.text[:100])[:1]:
            if (
                found.date
                and found.date.precision == "day"
                and _DATELINE.fullmatch(passage.text[: found.start])
            ):
                return found.date.lower
    return None


def _frames(passage: Passage, start: int, end: int, cast: Cast, initiatives: list[Initiative]) -> list[Frame]:
    """Return the frames of a sentence; of those that share most of their words the first kind wins."""
    kept: list[Frame] = []
    for frame in [
        *passive_frames(passage, start, end, initiatives),
        *named_frames(passage, start, end, cast),
        *noun_frames(passage, start, end),
        *verb_frames(passage, start, end),
    ]:
        if not any(_overlaps(frame, other) for other in kept):
            kept.append(frame)
    return sorted(kept, key=lambda frame: frame.start)


def _overlaps(frame: Frame, other: Frame) -> bool:
    """Whether two frames are of one happening: the head of one lies at the head of the other."""
    if "passive" in (frame.rule.split(".")[1], other.rule.split(".")[1]):
        return frame.head[0] < other.head[1] and other.head[0] < frame.head[1]
    return other.start <= frame.head[0] < other.end and frame.rule != other.rule


def _event(passage: Passage, frame: Frame, whens: list[When]) -> Event | None:
    inside = [when for when in whens if frame.start <= when.start and when.end <= frame.end + 30]
    near = inside or [when for when in whens if abs(when.start - frame.start) < 120 and frame.dated]
    places = [
        mention.place
        for mention in passage.within(frame.start, frame.end + 25, actors=False)
        if mention.place and mention.is_venue
    ]
    if frame.kind != "war" and not (frame.participants or places or near):
        return None
    if frame.weak and not frame.participants:
        return None
    status, kind = frame.status, frame.kind
    if status == "planned" and kind in _PLANNED:
        kind = "planned_meeting"
    event = Event(
        kind, status, frame.plover, frame.rule, frame.confidence, [(passage.no, frame.start, frame.end)]
    )
    event.participants = list(dict.fromkeys(frame.participants))
    event.places = list(dict.fromkeys(places))
    event.label = frame.label
    if near and status != "ongoing":
        event.when = near[0].edtf
        event.confidence -= 10 if near[0].is_resolved else 0
    elif status == "ongoing":
        event.when = "../.."
    return event


def _merge(events: list[Event], event: Event, cast: Cast) -> None:
    for other in events:
        if other.kind == event.kind and _is_same(other, event, cast):
            other.mentions += [mention for mention in event.mentions if mention not in other.mentions]
            known = other.actors
            other.participants += [each for each in event.participants if each[0] not in known]
            other.places += [place for place in event.places if place not in other.places]
            other.when = other.when or event.when
            return
    events.append(event)


def _is_same(one: Event, other: Event, cast: Cast) -> bool:
    if one.when and other.when and one.when != other.when:
        return False
    if one.label and other.label:
        return one.label == other.label
    if one.kind in _ALWAYS_ONE:
        return not one.actors or not other.actors or bool(_states(one, cast) & _states(other, cast))
    if not one.actors or not other.actors:
        return bool(one.when and one.when == other.when)
    return one.actors <= other.actors or other.actors <= one.actors


def _states(event: Event, cast: Cast) -> set[str | None]:
    return {cast.actors[actor].country or actor for actor in event.actors}


def _label(event: Event, cast: Cast) -> str:
    kind = _LABELS.get(event.kind, event.kind.replace("_", " "))
    names = [_short(cast.actors[actor].name, cast.actors[actor].kind) for actor, _ in event.participants[:3]]
    where = [cast.places[place].name for place in event.places[:1]]
    if names:
        joined = "-".join(names) if len(names) == 2 else ", ".join(names)
        return f"{joined} {kind}" + (f" in {where[0]}" if where else "")
    if where:
        return f"{kind.capitalize()} in {where[0]}"
    return kind.capitalize()


def _short(name: str, kind: str) -> str:
    return name.rsplit(maxsplit=1)[-1] if kind == "person" else name


def event_items(page: Page, cast: Cast, events: list[Event]) -> list[Item]:
    """Return the events as items of a dossier."""
    items = []
    for event in events:
        item: Item = {"key": event.key, "kind": event.kind, "label": event.label, "status": event.status}
        item["when"] = event.when
        item["participants"] = [
            {"actor": actor, "role": role, "office": cast.office_of(actor)}
            for actor, role in event.participants
        ]
        for participant in item["participants"]:
            if participant["office"] is None:
                del participant["office"]
        item["places"] = [{"place": place} for place in event.places]
        item["plover"] = event.plover
        item["evidence"] = list(_evidence(page, event))
        item["draft"] = {"rule": event.rule, "confidence": max(event.confidence, 5)}
        items.append({name: value for name, value in item.items() if value not in ([], None)})
    return items


def _evidence(page: Page, event: Event) -> Iterator[Item]:
    for no, start, end in dict.fromkeys(event.mentions):
        yield page.evidence(no, start, end)
