"""Statements: who said what, about whom, as what, in which words, before what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self

from sqlalchemy import ColumnElement, Date, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, aliased, joinedload, selectinload

from geodb.errors import InvalidValue, shown
from geodb.models import (
    Actor,
    Event,
    Office,
    Record,
    RecordSubject,
    RecordTopic,
    Statement,
    StatementActor,
)
from geodb.repositories.base import Repository
from geodb.repositories.keys import Mention
from geodb.repositories.lookup import points_to, survivor_id, survivor_of, survivors
from geodb.repositories.selection import Loads, Selection
from geodb.types import DateSpan

_REST = (selectinload(Statement.subjects),)
_LOADS = Loads(
    page=(joinedload(Statement.actors).joinedload(StatementActor.actor), *_REST),
    stream=(selectinload(Statement.actors).joinedload(StatementActor.actor), *_REST),
)


@dataclass(frozen=True)
class StatementQuery(Selection[Statement]):
    """Statements, narrowed step by step; each step gives a new query and leaves this one as it is.

    `statements.by("geodb:donald-trump").about("geodb:russia").before("geodb:riyadh-talks").all()`
    """

    def by(self, speaker: str) -> Self:
        """Those that this actor made, or had made on its behalf."""
        return self._with(speaker, ("speaker", "on_behalf_of"))

    def about(self, subject: str) -> Self:
        """Those about a record, as target or subject, or about a topic (a code, without a colon)."""
        if ":" not in subject:
            of_topic = survivors(RecordTopic.record_id, RecordTopic.topic_code == subject)
            return self.where(Statement.id.in_(of_topic), mentioned=[(subject, "topic")])
        targets = survivors(
            StatementActor.statement_id,
            StatementActor.role_code == "target",
            points_to(StatementActor.actor_id, subject),
        )
        subjects = survivors(RecordSubject.record_id, points_to(RecordSubject.subject_id, subject))
        return self.where(Statement.id.in_(targets.union_all(subjects)), mentioned=[(subject, Record)])

    def to(self, audience: str) -> Self:
        """Those made to this actor."""
        return self._with(audience, ("audience",))

    def reported_by(self, relay: str) -> Self:
        """Those that this actor passed on, at whatever hop."""
        return self._with(relay, ("reported_by",))

    def in_capacity(self, office: str) -> Self:
        """Those made in this office."""
        return self._pointing(Statement.capacity_id, office, Office)

    def at(self, event: str) -> Self:
        """Those made at this event."""
        return self._pointing(Statement.occasion_id, event, Event)

    def form(self, *forms: str) -> Self:
        """Those in one of these forms, codes of statement_form: verbatim, mixed, paraphrase, implied."""
        codes = [(form, "statement_form") for form in forms]
        return self.where(Statement.form_code.in_(forms), mentioned=codes)

    def before(self, moment: date | str) -> Self:
        """Those certainly made before a time, or before the first day of an event, given by its key.

        A time is a day or EDTF; before `2025-02` is before its first day. Raises InvalidValue for text that
        is neither EDTF nor has the colon of a key.
        A statement without a date of its own was made when its occasion was; one with neither is left out.
        """
        first, mentioned = _start(moment)
        return self.where(func.upper(_said(), type_=Date) <= first, mentioned=mentioned)

    def since(self, moment: date | str) -> Self:
        """Those certainly made on or after the first day of a time or an event, given as for `before`."""
        first, mentioned = _start(moment)
        return self.where(func.lower(_said(), type_=Date) >= first, mentioned=mentioned)

    def canonical(self) -> Self:
        """Each utterance once: without the reports for which a better one of the same words stands."""
        better = Record.__table__.alias().c
        stands = (better.id == survivor_of(Statement.canonical_id)) & better.retracted_at.is_(None)
        return self.where(~exists().where(stands, better.id != Statement.id))

    def _with(self, actor: str, roles: tuple[str, ...]) -> Self:
        made = survivors(
            StatementActor.statement_id,
            points_to(StatementActor.actor_id, actor),
            StatementActor.role_code.in_(roles),
        )
        return self.where(Statement.id.in_(made), mentioned=[(actor, Actor)])

    def _pointing(self, column: InstrumentedAttribute[int | None], key: str, kind: type[Record]) -> Self:
        return self.where(points_to(column, key), mentioned=[(key, kind)])


class Statements(Repository[Statement]):
    """What was said, meant or implied.

    Statements come with their actors, in one round trip, and what they are about, in a second.
    """

    model = Statement
    loads = _LOADS

    def all(self) -> StatementQuery:
        """All statements, to be narrowed."""
        return StatementQuery(self.session, Statement, _LOADS)

    def by(self, speaker: str) -> StatementQuery:
        """The statements of an actor, to be narrowed further. See StatementQuery."""
        return self.all().by(speaker)

    def about(self, subject: str) -> StatementQuery:
        """The statements about a record or topic, to be narrowed further. See StatementQuery."""
        return self.all().about(subject)

    def at(self, event: str) -> StatementQuery:
        """The statements made at an event, to be narrowed further. See StatementQuery."""
        return self.all().at(event)

    def reports_of(self, statement: str) -> list[Statement]:
        """The other reports of the same utterance: those of which `statement` is the canonical one."""
        others = points_to(Statement.canonical_id, statement) & (Statement.id != survivor_id(statement))
        return self.all().where(others, mentioned=[(statement, Statement)]).all()

    def add_actor(
        self, statement: str, actor: str, role: str, *, stance: str | None = None, hop: int = 0
    ) -> StatementActor:
        """Add an actor in a role of statement_role; a target may have a stance, a relay a hop.

        Raises NotFound or a ConstraintError.
        """
        said, person = self.get(statement), self._one(Actor, actor)
        added = StatementActor(actor=person, role_code=role, stance_code=stance, hop=hop)
        return self._append(said.actors, added)

    def add_subject(self, statement: str, subject: str) -> RecordSubject:
        """Say what a statement is about, besides its targets. Raises NotFound or a ConstraintError."""
        said = self.get(statement)
        return self._append(said.subjects, RecordSubject(subject_id=self._one(Record, subject).id))


def _said() -> ColumnElement[object]:
    """When a statement was made: its own date, else that of its occasion."""
    occasion = select(Event.span).where(Event.id == survivor_of(Statement.occasion_id))
    return func.coalesce(Statement.said_span, occasion.scalar_subquery())


def _start(moment: date | str) -> tuple[date | ColumnElement[date], list[Mention]]:
    """The first day of a day, a time in EDTF or an event, and the event."""
    if not isinstance(moment, str):
        return moment, []
    if ":" in moment:
        return _first_day(moment), [(moment, Event)]
    try:
        first = DateSpan.parse(moment).lower
    except InvalidValue as error:
        hint = "give a day, a time in EDTF as in 2025-02, or the key of an event with its prefix"
        raise InvalidValue(f"{shown(moment)} is neither a time nor the key of an event", hint=hint) from error
    if first is None:
        raise InvalidValue(f"{moment} has no first day")
    return first, []


def _first_day(event: str) -> ColumnElement[date]:
    named = aliased(Event)
    first = select(func.lower(named.span, type_=Date)).where(named.id == survivor_id(event))
    return first.scalar_subquery()
