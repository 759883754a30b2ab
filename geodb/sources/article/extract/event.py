"""An event of a draft: what it is called, and how it is written in a dossier."""

from __future__ import annotations

from dataclasses import dataclass, field

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.language.words import FAMILY_NAMES_FIRST, PARTICLES
from geodb.sources.article.extract.page import Item, Page, filled

_LABELS = {"phone_call": "phone call", "negotiation_round": "talks", "planned_meeting": "planned meeting",
           "public_communication": "communication"}  # fmt: skip


@dataclass(slots=True)
class Event:
    """A happening; `mentions` are (paragraph, start, end), `participants` (actor, role).

    `definite` are those told by `the attack` alone: they mean one told before; `is_told` tells if one was.
    `of_day` is the day or year in its words, which one that goes on has too: `the war of 2008`.
    """

    kind: str
    status: str
    plover: str | None
    rule: str
    confidence: int
    mentions: list[tuple[int, int, int]] = field(default_factory=list)
    participants: list[tuple[str, str]] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    when: str | None = None
    label: str = ""
    key: str = ""
    definite: bool = False
    is_told: bool = True
    of_day: str | None = None

    @property
    def actors(self) -> set[str]:
        """Who takes part."""
        return {actor for actor, _ in self.participants}


def labelled(event: Event, cast: Cast) -> str:
    """Return a label for an event without a name: who, what, where."""
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
    """The name by which a person is called: the last with what belongs to it, `von der Leyen`, or `Xi`."""
    if kind != "person":
        return name
    words = name.split()
    if words[0] in FAMILY_NAMES_FIRST:
        return words[0]
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in PARTICLES:
        first -= 1
    return " ".join(words[first:])


def event_items(page: Page, cast: Cast, events: list[Event]) -> list[Item]:
    """Return the events as items of a dossier."""
    return [_item(page, cast, event) for event in events]


def _item(page: Page, cast: Cast, event: Event) -> Item:
    item: Item = {"key": event.key, "kind": event.kind, "label": event.label, "status": event.status}
    item["when"] = event.when
    item["participants"] = [_participant(cast, *each) for each in event.participants]
    item["places"] = [{"place": place} for place in event.places]
    item["plover"] = event.plover
    item["evidence"] = [page.evidence(*at) for at in dict.fromkeys(event.mentions)]
    item["draft"] = {"rule": event.rule, "confidence": max(event.confidence, 5)}
    return filled(item)


def _participant(cast: Cast, actor: str, role: str) -> Item:
    office = cast.office_of(actor)
    return {"actor": actor, "role": role} | ({"office": office} if office else {})
