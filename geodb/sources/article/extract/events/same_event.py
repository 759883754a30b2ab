"""The same happening told twice is one event."""

from __future__ import annotations

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.event import Event

_ALWAYS_ONE = frozenset({"war", "process"})
_REPEATED = frozenset({"mediation"})
"""What the same do again and again: one with a date is not one without, unless they are told together."""
_YEAR = len("2025")
_BOTH = 2
_ONE_SENTENCE = 150
_CATCH_ALL = frozenset(
    {"policy_change", "public_communication", "announcement", "diplomatic_break", "judicial_decision"}
    | {
        "border_measure",
        "emergency_measure",
        "economic_measure",
        "financing",
        "economic_shock",
        "legal_action",
    }
)
_FAMILIES = {
    "signing": "agreement", "ratification": "agreement", "bombardment": "attack", "terror_attack": "attack",
    "campaign": "attack", "battle": "attack", "meeting": "meeting", "summit": "meeting", "planned_meeting": "planned_meeting",
    "negotiation_round": "meeting", "visit": "meeting",
}  # fmt: skip


def add(events: list[Event], event: Event, cast: Cast) -> Event:
    """Add an event to those known, or what it tells to the one that it is; return the one that holds it."""
    for other in reversed(events):
        if _is_same(other, event, cast):
            _join(other, event)
            return other
    events.append(event)
    return event


def _join(other: Event, event: Event) -> None:
    other.mentions += [mention for mention in event.mentions if mention not in other.mentions]
    known = other.actors
    other.participants += [each for each in event.participants if each[0] not in known]
    other.places += [place for place in event.places if place not in other.places]
    other.when = other.when or event.when
    other.of_day = other.of_day or event.of_day
    other.is_told = other.is_told or event.is_told


def _is_same(one: Event, other: Event, cast: Cast) -> bool:
    if one.kind != other.kind and not (
        _FAMILIES.get(one.kind, one.kind) == _FAMILIES.get(other.kind, other.kind)
        and (other.definite or one.when == other.when is not None)
    ):
        return False
    if one.when and other.when and one.when != other.when:
        return False
    if one.kind in _CATCH_ALL and (
        one.plover != other.plover or one.actors != other.actors or one.when != other.when
    ):
        return False
    if _both_by_verbs(one, other):
        return False
    if one.label and other.label:
        return one.label == other.label
    if one.kind in _ALWAYS_ONE:
        if one.of_day and other.of_day and one.of_day[:_YEAR] != other.of_day[:_YEAR]:
            return False
        named, others = _states(one, cast), _states(other, cast)
        if named and others:
            return named <= others or others <= named or len(named & others) >= _BOTH
        return (other.definite and not other.label) or (one.definite and not one.label)
    if other.definite and not other.places and not other.when:
        return True
    if one.places and other.places and not set(one.places) & set(other.places):
        return False
    if one.kind == "planned_meeting" and not (one.actors and other.actors):
        return other.definite or one.when == other.when or not (other.when or other.places)
    if not one.actors or not other.actors:
        return bool(one.when and one.when == other.when) and bool(
            set(one.places) & set(other.places) or not one.places
        )
    if one.status != other.status and "did_not_occur" in {one.status, other.status}:
        return False
    if one.kind in _REPEATED and (one.when is None) != (other.when is None) and not other.definite:
        return False
    return one.actors <= other.actors or other.actors <= one.actors


def _both_by_verbs(one: Event, other: Event) -> bool:
    """Whether both are told by verbs near each other, which tell two things then."""
    if "noun" in one.rule or "noun" in other.rule or one.kind in _ALWAYS_ONE:
        return False
    if one.kind == other.kind == "attack" and one.actors and one.actors == other.actors:
        return False
    return any(
        a[0] == b[0] and abs(a[1] - b[1]) < _ONE_SENTENCE for a in one.mentions for b in other.mentions
    )


def _states(event: Event, cast: Cast) -> set[str]:
    """Return the states of an event: those of who takes part, and those where it happens."""
    places = {cast.places[place].country or place for place in event.places}
    return places | {cast.actors[actor].country or actor for actor in event.actors}
