"""Events: when, where, with whom, and as part of what."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from geodb.models import (
    Actor,
    Event,
    EventParticipant,
    EventPlace,
    EventRelation,
    Office,
    Place,
    Record,
    StatusChange,
)
from geodb.repositories.base import Repository
from geodb.repositories.lookup import (
    checked,
    is_listed,
    points_to,
    reach,
    several,
    survivor_id,
    survivors,
    window,
)
from geodb.repositories.places import inside
from geodb.repositories.selection import Loads, Selection
from geodb.types import DateSpan

_REST = (selectinload(Event.places), selectinload(Event.terms))
_WITH_PARTICIPANTS = joinedload(Event.participants).joinedload(EventParticipant.actor)
_LOADS = Loads(
    page=(_WITH_PARTICIPANTS, *_REST),
    stream=(selectinload(Event.participants).joinedload(EventParticipant.actor), *_REST),
    one=(_WITH_PARTICIPANTS, joinedload(Event.places), joinedload(Event.terms)),
)


class Events(Repository[Event]):
    """What happened, goes on, is planned, was cancelled or did not occur.

    Events come with participants and their actors, places and terms. A single event takes one round trip;
    several take three, however many they are, since joining all would multiply their rows.
    """

    model = Event
    loads = _LOADS

    def between(
        self, span: DateSpan | str, *, certain: bool = False, statuses: Sequence[str] | None = None
    ) -> Selection[Event]:
        """Events that possibly fall into a time span, or `certain`ly: their whole envelope lies within it.

        `span` may be an EDTF string (`2025-02`, `2025-02-12/2025-02-15`), `statuses` codes of event_status.
        Events of unknown time are left out. Raises InvalidValue.
        """
        days = window(DateSpan.parse(span) if isinstance(span, str) else span)
        found = self._listed().where(Event.span.bool_op("<@" if certain else "&&")(days))
        if statuses is None:
            return found
        codes = [(status, "event_status") for status in statuses]
        return found.where(Event.status_code.in_(several(statuses)), mentioned=codes)

    def involving(self, *actors: str, roles: Sequence[str] | None = None) -> Selection[Event]:
        """Events in which all of `actors` take part; each in one of `roles`, codes of participant_role.

        Takes part: as a participant, or as the one on whose behalf another does. Raises NotFound.
        """
        found = self._listed()
        for actor in actors:
            took_part = points_to(EventParticipant.actor_id, actor) | points_to(
                EventParticipant.on_behalf_of_id, actor
            )
            joined = survivors(EventParticipant.event_id, took_part)
            if roles is not None:
                joined = joined.where(EventParticipant.role_code.in_(several(roles)))
            codes = [(role, "participant_role") for role in roles or ()]
            found = found.where(Event.id.in_(joined), mentioned=[(actor, Actor), *codes])
        return found

    def under(self, process: str) -> Selection[Event]:
        """The events that are part of an event or initiative, directly or in one another. Raises NotFound."""
        part_of = select(EventRelation.to_id, EventRelation.from_id).where(
            EventRelation.kind_code == "part_of", is_listed(EventRelation)
        )
        parts = Event.id.in_(reach(process, part_of))
        return self._listed().where(parts, Event.id != survivor_id(process), mentioned=[(process, Record)])

    def at(self, place: str) -> Selection[Event]:
        """The events at a place or at one that lies in it. Raises NotFound."""
        there = survivors(EventPlace.event_id, EventPlace.place_id.in_(inside(place)))
        return self._listed().where(Event.id.in_(there), mentioned=[(place, Place)])

    def add_participant(
        self, event: str, actor: str, role: str, *, on_behalf_of: str | None = None, office: str | None = None
    ) -> EventParticipant:
        """Add an actor in a role, a code of participant_role. Raises NotFound or a ConstraintError."""
        joined = self.get(event)
        added = EventParticipant(
            actor=self._one(Actor, actor),
            role_code=role,
            on_behalf_of_id=on_behalf_of and self._one(Actor, on_behalf_of).id,
            office_id=office and self._one(Office, office).id,
        )
        return self._append(joined.participants, added)

    def add_place(
        self, event: str, place: str, role: str = "venue", *, geo_precision: int | None = None
    ) -> EventPlace:
        """Add a place; `geo_precision` is 1 to 7, as UCDP counts. Raises NotFound or a ConstraintError."""
        placed = self.get(event)
        there = EventPlace(place_id=self._one(Place, place).id, role_code=role, geo_precision=geo_precision)
        return self._append(placed.places, there)

    def set_status(
        self, event: str, status: str, when: str | None = None, *, by_event: str | None = None
    ) -> StatusChange:
        """Record the next step in an event's life, and that it stands there now; `when` is EDTF.

        Raises NotFound, InvalidValue or a ConstraintError.
        """
        changed = self.get(event)
        changed.status_code = status
        return self._add(
            StatusChange(
                record_id=changed.id,
                seq=self._next_seq(StatusChange.seq, StatusChange.record_id == changed.id),
                event_status_code=status,
                edtf=checked(when),
                by_event_id=by_event and self._one(Event, by_event).id,
            )
        )
