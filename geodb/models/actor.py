"""Actors, the offices they hold and how they stand to one another."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Computed,
    ForeignKey,
    ForeignKeyConstraint,
    SmallInteger,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from geodb.db.base import (
    SCHEMA,
    Range,
    certain_term,
    code,
    kind_table,
    precision_of,
    record_id,
    record_kind,
    ref,
    span_between,
    span_of,
)
from geodb.models.record import Record


class Actor(Record):
    """A person, state, organization or group, named or not."""

    __tablename__ = "actor"
    __table_args__ = kind_table("actor", "Persons, states, organizations and groups, named or not.")

    id: Mapped[int] = record_id()
    record_kind: Mapped[str] = record_kind("actor")
    kind_code: Mapped[str] = code("actor_kind", "Kind of actor.")
    country_code: Mapped[str | None] = mapped_column(
        Text,
        ForeignKey(f"{SCHEMA}.country.alpha3"),
        comment="ISO 3166-1 alpha-3 of the state it is or belongs to.",
    )
    sector: Mapped[str | None] = mapped_column(comment="Sector as PLOVER names it: GOV, MIL, MED and so on.")
    founded_edtf: Mapped[str | None] = mapped_column(comment="When it was founded or born, as EDTF.")
    dissolved_edtf: Mapped[str | None] = mapped_column(comment="When it was dissolved or died, as EDTF.")
    life_span: Mapped[Range[date] | None] = span_between(
        "founded_edtf", "dissolved_edtf", "Envelope from founding to dissolution."
    )
    scoped_to_id: Mapped[int | None] = ref(
        "record",
        "Document that an unnamed group belongs to; such a group is never merged by itself.",
        index=True,
    )

    __mapper_args__: dict[str, Any] = {  # noqa: RUF012 - SQLAlchemy reads it
        "polymorphic_identity": "actor",
        "inherit_condition": (id == Record.id) & (record_kind == Record.record_kind),
    }


class Office(Record):
    """A post apart from its holder."""

    __tablename__ = "office"
    __table_args__ = kind_table(
        "office",
        "Posts apart from their holders.",
        UniqueConstraint("id", "is_single_seat"),
        CheckConstraint("seats > 0", name="seats"),
    )

    id: Mapped[int] = record_id()
    record_kind: Mapped[str] = record_kind("office")
    organization_id: Mapped[int | None] = ref(
        "actor", "State or organization whose office it is.", index=True
    )
    seats: Mapped[int] = mapped_column(
        SmallInteger, server_default="1", comment="How many may hold it at the same time."
    )
    is_single_seat: Mapped[bool] = mapped_column(
        Computed("seats = 1", persisted=True), comment="Whether only one may hold it at a time."
    )

    __mapper_args__: dict[str, Any] = {"polymorphic_identity": "office"}  # noqa: RUF012


class OfficeHolding(Record):
    """Somebody holds an office for a time; often only attested on a day."""

    __tablename__ = "office_holding"
    __table_args__ = kind_table(
        "office_holding",
        "Who held which office when; a source often attests a day and no more.",
        ForeignKeyConstraint(
            ["office_id", "is_single_seat"],
            [f"{SCHEMA}.office.id", f"{SCHEMA}.office.is_single_seat"],
            onupdate="CASCADE",
        ),
        ExcludeConstraint(
            ("office_id", "="),
            ("certain_span", "&&"),
            where=text("is_single_seat AND NOT is_retracted"),
            using="gist",
            name="one_holder",
        ),
        CheckConstraint("first_attested_on <= last_attested_on", name="attested"),
    )

    id: Mapped[int] = record_id()
    record_kind: Mapped[str] = record_kind("office_holding")
    office_id: Mapped[int] = ref("office", "The office.")
    holder_id: Mapped[int] = ref("actor", "Who holds it.", index=True)
    is_single_seat: Mapped[bool] = mapped_column(
        Boolean,
        server_default=text("true"),
        comment="The office's own is_single_seat, for the exclusion constraint.",
    )
    is_retracted: Mapped[bool] = mapped_column(
        Boolean, server_default=text("false"), comment="Whether the record is retracted; kept by a trigger."
    )
    start_edtf: Mapped[str | None] = mapped_column(comment="Start of the term, as EDTF.")
    end_edtf: Mapped[str | None] = mapped_column(comment="End of the term, as EDTF.")
    span: Mapped[Range[date] | None] = span_between(
        "start_edtf", "end_edtf", "Envelope: the office was possibly held within it."
    )
    certain_span: Mapped[Range[date] | None] = certain_term(
        "start_edtf",
        "end_edtf",
        "From the latest start to the earliest end: certainly held; NULL where neither is known.",
    )
    first_attested_on: Mapped[date | None] = mapped_column(
        comment="First day a source shows the holder in office."
    )
    last_attested_on: Mapped[date | None] = mapped_column(
        comment="Last day a source shows the holder in office."
    )
    status_code: Mapped[str] = code("office_status", "Whether still held.", server_default="unknown")

    __mapper_args__: dict[str, Any] = {"polymorphic_identity": "office_holding"}  # noqa: RUF012

    office: Mapped[Office] = relationship(lazy="raise", foreign_keys=[office_id])
    holder: Mapped[Actor] = relationship(lazy="raise", foreign_keys=[holder_id])


class ActorRelation(Record):
    """How one actor stands to another over time."""

    __tablename__ = "actor_relation"
    __table_args__ = kind_table(
        "actor_relation",
        "Memberships, alliances, rivalries, wars and other relations between two actors.",
        CheckConstraint("from_id <> to_id", name="not_itself"),
    )

    id: Mapped[int] = record_id()
    record_kind: Mapped[str] = record_kind("actor_relation")
    from_id: Mapped[int] = ref(
        "actor", "First actor; the one that acts where the relation has a direction.", index=True
    )
    to_id: Mapped[int] = ref("actor", "Second actor.", index=True)
    kind_code: Mapped[str] = code("relation_kind", "Kind of relation.")
    status_code: Mapped[str] = code(
        "relation_status", "Actual, sought, potential, ended.", server_default="actual"
    )
    is_directed: Mapped[bool] = mapped_column(
        Boolean, server_default=text("true"), comment="Whether the order of the two matters."
    )
    edtf: Mapped[str | None] = mapped_column(comment="When it held, as EDTF.")
    span: Mapped[Range[date] | None] = span_of("edtf", "Envelope of edtf.")
    precision_code: Mapped[str | None] = precision_of("edtf")

    __mapper_args__: dict[str, Any] = {"polymorphic_identity": "actor_relation"}  # noqa: RUF012

    from_actor: Mapped[Actor] = relationship(lazy="raise", foreign_keys=[from_id])
    to_actor: Mapped[Actor] = relationship(lazy="raise", foreign_keys=[to_id])
