"""Events with their participants, places, terms and relations, and the figures and statuses of any fact."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, SmallInteger, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from geodb.db.base import (
    SCHEMA,
    Base,
    Range,
    code,
    identity,
    kind_table,
    precision_of,
    record_id,
    record_kind,
    ref,
    span_of,
)
from geodb.models.actor import Actor
from geodb.models.record import Record

TERM_KEY = [f"{SCHEMA}.term.taxonomy_code", f"{SCHEMA}.term.code"]


class Event(Record):
    """Something that happened, is happening, is planned or was said to come."""

    __tablename__ = "event"
    __table_args__ = kind_table(
        "event",
        "What happened, goes on, is planned, was cancelled or did not occur.",
        Index("ix_event_span", "span", postgresql_using="gist"),
        Index("ix_event_summary", text("to_tsvector('simple', summary)"), postgresql_using="gin"),
    )

    id: Mapped[int] = record_id()
    record_kind: Mapped[str] = record_kind("event")
    kind_code: Mapped[str] = code("event_kind", "Kind of event in words of our own.")
    status_code: Mapped[str] = code("event_status", "Where it stands between rumour and past.")
    edtf: Mapped[str | None] = mapped_column(comment="When, as the source said it, in EDTF.")
    span: Mapped[Range[date] | None] = span_of("edtf", "Envelope of edtf: it lies within these days.")
    precision_code: Mapped[str] = precision_of("edtf", otherwise="unknown")
    summary: Mapped[str | None] = mapped_column(comment="What happened, in a sentence or two.")

    __mapper_args__: dict[str, Any] = {"polymorphic_identity": "event"}  # noqa: RUF012

    participants: Mapped[list[EventParticipant]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by=lambda: EventParticipant.id
    )
    places: Mapped[list[EventPlace]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by=lambda: EventPlace.id
    )
    terms: Mapped[list[EventTerm]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by=lambda: EventTerm.id
    )


class EventTerm(Base):
    """The code of an event in a published ontology; several ontologies stand side by side."""

    __tablename__ = "event_term"
    __table_args__ = (
        ForeignKeyConstraint(["taxonomy_code", "term_code"], TERM_KEY),
        UniqueConstraint("event_id", "taxonomy_code", "term_code", "coder", name="uq_event_term_natural"),
        CheckConstraint("confidence BETWEEN 0 AND 100", name="confidence"),
        Index("ix_event_term_term", "taxonomy_code", "term_code"),
        {"comment": "Events coded in published ontologies."},
    )

    id: Mapped[int] = identity()
    event_id: Mapped[int] = ref("event", "The event.")
    taxonomy_code: Mapped[str] = mapped_column(comment="Ontology.")
    term_code: Mapped[str] = mapped_column(
        comment="Term of the ontology; its facet says type, mode or context."
    )
    coder: Mapped[str] = mapped_column(server_default="human", comment="Who or what coded it.")
    confidence: Mapped[int | None] = mapped_column(SmallInteger, comment="Coder's confidence, 0 to 100.")


class EventParticipant(Base):
    """An actor in a role of an event."""

    __tablename__ = "event_participant"
    __table_args__ = (
        UniqueConstraint("event_id", "actor_id", "role_code", name="uq_event_participant_natural"),
        {"comment": "Actors in events; dyads exist only in views and only for roles that act."},
    )

    id: Mapped[int] = identity()
    event_id: Mapped[int] = ref("event", "The event.")
    actor_id: Mapped[int] = ref("actor", "The actor.", index=True)
    role_code: Mapped[str] = code("participant_role", "Role in the event.")
    on_behalf_of_id: Mapped[int | None] = ref("actor", "Actor that is acted for.", index=True)
    office_id: Mapped[int | None] = ref("office", "Office in which the actor takes part.", index=True)

    actor: Mapped[Actor] = relationship(lazy="raise", foreign_keys=[actor_id])


class EventPlace(Base):
    """A place of an event."""

    __tablename__ = "event_place"
    __table_args__ = (
        UniqueConstraint("event_id", "place_id", "role_code", name="uq_event_place_natural"),
        CheckConstraint("geo_precision BETWEEN 1 AND 7", name="geo_precision"),
        {"comment": "Where events took place."},
    )

    id: Mapped[int] = identity()
    event_id: Mapped[int] = ref("event", "The event.")
    place_id: Mapped[int] = ref("place", "The place.", index=True)
    role_code: Mapped[str] = code("place_role", "Role of the place.", server_default="venue")
    geo_precision: Mapped[int | None] = mapped_column(
        SmallInteger,
        comment="UCDP scale: 1 exact, 2 near, 3 district, 4 province, 5 area, 6 country, 7 sea or air.",
    )


class EventRelation(Record):
    """How one record leads to, belongs to or answers another."""

    __tablename__ = "event_relation"
    __table_args__ = kind_table(
        "event_relation",
        "How one record leads to, belongs to or answers another.",
        UniqueConstraint("from_id", "to_id", "kind_code"),
        CheckConstraint("from_id <> to_id", name="not_itself"),
    )

    id: Mapped[int] = record_id()
    record_kind: Mapped[str] = record_kind("event_relation")
    from_id: Mapped[int] = ref("record", "The part, outcome or answer.")
    to_id: Mapped[int] = ref("record", "The whole, cause or occasion.", index=True)
    kind_code: Mapped[str] = code("event_relation_kind", "How the first stands to the second.")

    __mapper_args__: dict[str, Any] = {  # noqa: RUF012 - SQLAlchemy reads it
        "polymorphic_identity": "event_relation",
        "inherit_condition": (id == Record.id) & (record_kind == Record.record_kind),
    }


class Figure(Record):
    """A number about a fact, with its bounds."""

    __tablename__ = "figure"
    __table_args__ = kind_table(
        "figure",
        "Numbers about facts: casualties, money, troops, durations, with bounds.",
        CheckConstraint("num_nonnulls(best, low, high) > 0", name="some_value"),
        CheckConstraint("low <= high", name="low_high"),
        CheckConstraint("low <= best", name="low_best"),
        CheckConstraint("best <= high", name="best_high"),
    )

    id: Mapped[int] = record_id()
    record_kind: Mapped[str] = record_kind("figure")
    of_id: Mapped[int] = ref("record", "Fact the number is about.", index=True)
    measure_code: Mapped[str] = code("measure", "What is counted.")
    best: Mapped[Decimal | None] = mapped_column(comment="Best value.")
    low: Mapped[Decimal | None] = mapped_column(comment="Lowest value.")
    high: Mapped[Decimal | None] = mapped_column(comment="Highest value.")
    unit_code: Mapped[str] = code("unit", "Unit of the three values.")
    qualifier: Mapped[str | None] = mapped_column(comment="The source's own hedge: approximately, at least.")
    party_id: Mapped[int | None] = ref("actor", "Whose losses, troops or money.", index=True)
    as_of_edtf: Mapped[str | None] = mapped_column(comment="When the number held, as EDTF.")
    as_of_span: Mapped[Range[date] | None] = span_of("as_of_edtf", "Envelope of as_of_edtf.")

    __mapper_args__: dict[str, Any] = {  # noqa: RUF012 - SQLAlchemy reads it
        "polymorphic_identity": "figure",
        "inherit_condition": (id == Record.id) & (record_kind == Record.record_kind),
    }


class StatusChange(Base):
    """A step in the life of an event or initiative: announced, signed, in force."""

    __tablename__ = "status_change"
    __table_args__ = (
        UniqueConstraint("record_id", "seq", name="uq_status_change_natural"),
        CheckConstraint("num_nonnulls(event_status_code, initiative_status_code) = 1", name="one_status"),
        CheckConstraint("seq > 0", name="seq"),
        {"comment": "Steps in the life of events and initiatives, in order."},
    )

    id: Mapped[int] = identity()
    record_id: Mapped[int] = ref("record", "The event or initiative.")
    seq: Mapped[int] = mapped_column(SmallInteger, comment="Order of the steps, from 1.")
    event_status_code: Mapped[str | None] = code("event_status", "New status of an event.")
    initiative_status_code: Mapped[str | None] = code("initiative_status", "New status of an initiative.")
    edtf: Mapped[str | None] = mapped_column(comment="When the step was taken, as EDTF.")
    span: Mapped[Range[date] | None] = span_of("edtf", "Envelope of edtf.")
    by_event_id: Mapped[int | None] = ref("event", "Event that made the step.", index=True)
