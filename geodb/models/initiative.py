"""Initiatives, their parties, their measurable targets and what was observed of them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Boolean, CheckConstraint, Interval, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from geodb.db.base import (
    Base,
    Range,
    code,
    identity,
    kind_table,
    record_id,
    record_kind,
    ref,
    span_between,
    span_of,
)
from geodb.models.actor import Actor
from geodb.models.event import StatusChange
from geodb.models.record import Record


class Initiative(Record):
    """An agreement, plan, programme or project of one or several actors."""

    __tablename__ = "initiative"
    __table_args__ = kind_table(
        "initiative",
        "Agreements, plans, programmes and projects.",
        CheckConstraint("parent_id <> id", name="not_in_itself"),
        CheckConstraint("term >= interval '0'", name="term"),
    )

    id: Mapped[int] = record_id()
    record_kind: Mapped[str] = record_kind("initiative")
    kind_code: Mapped[str] = code("initiative_kind", "Kind of initiative.")
    parent_id: Mapped[int | None] = ref("initiative", "Initiative it is part of.", index=True)
    launch_event_id: Mapped[int | None] = ref("event", "Event that launched it.", index=True)
    term: Mapped[timedelta | None] = mapped_column(Interval, comment="How long it is meant to run.")
    is_binding: Mapped[bool | None] = mapped_column(Boolean, comment="Whether it binds its parties in law.")

    __mapper_args__: dict[str, Any] = {"polymorphic_identity": "initiative"}  # noqa: RUF012

    parties: Mapped[list[InitiativeParty]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by=lambda: InitiativeParty.id
    )
    targets: Mapped[list[Target]] = relationship(
        lazy="raise", foreign_keys=lambda: Target.initiative_id, order_by=lambda: Target.id
    )
    status_changes: Mapped[list[StatusChange]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        primaryjoin=lambda: Record.id == StatusChange.record_id,
        foreign_keys=lambda: StatusChange.record_id,
        order_by=lambda: StatusChange.seq,
    )


class InitiativeParty(Base):
    """An actor that takes part in an initiative."""

    __tablename__ = "initiative_party"
    __table_args__ = (
        UniqueConstraint("initiative_id", "actor_id", "role_code", name="uq_initiative_party_natural"),
        {"comment": "Who takes part in initiatives, since when and until when."},
    )

    id: Mapped[int] = identity()
    initiative_id: Mapped[int] = ref("initiative", "The initiative.")
    actor_id: Mapped[int] = ref("actor", "The party.", index=True)
    role_code: Mapped[str] = code("party_role", "Role in the initiative.", server_default="party")
    joined_edtf: Mapped[str | None] = mapped_column(comment="When it joined, as EDTF.")
    left_edtf: Mapped[str | None] = mapped_column(comment="When it left, as EDTF.")
    span: Mapped[Range[date] | None] = span_between(
        "joined_edtf", "left_edtf", "Envelope from joining to leaving."
    )

    actor: Mapped[Actor] = relationship(lazy="raise", foreign_keys=[actor_id])


class Target(Record):
    """A measurable promise of an initiative: so much of that by then."""

    __tablename__ = "initiative_target"
    __table_args__ = kind_table(
        "target",
        "Measurable promises of initiatives.",
        CheckConstraint("metric <> ''", name="metric"),
    )

    id: Mapped[int] = record_id()
    record_kind: Mapped[str] = record_kind("target")
    initiative_id: Mapped[int] = ref("initiative", "Initiative that set the target.", index=True)
    metric: Mapped[str] = mapped_column(comment="What is to be reached, in words.")
    measure_code: Mapped[str] = code("measure", "What is counted.")
    comparator_code: Mapped[str] = code(
        "target_comparator", "How the observed value must stand to the target's."
    )
    value: Mapped[Decimal] = mapped_column(comment="Value to be reached.")
    unit_code: Mapped[str] = code("unit", "Unit of the value and of all observations.")
    deadline_edtf: Mapped[str | None] = mapped_column(comment="By when, as EDTF.")
    deadline_span: Mapped[Range[date] | None] = span_of("deadline_edtf", "Envelope of deadline_edtf.")

    __mapper_args__: dict[str, Any] = {"polymorphic_identity": "target"}  # noqa: RUF012

    observations: Mapped[list[TargetObservation]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        foreign_keys=lambda: TargetObservation.target_id,
        order_by=lambda: TargetObservation.id,
    )


class TargetObservation(Base):
    """A value of a target's metric that a source gave: a baseline or a step on the way."""

    __tablename__ = "target_observation"
    __table_args__ = (
        UniqueConstraint(
            "target_id",
            "source_id",
            "basis_code",
            "as_of_edtf",
            "scope",
            name="uq_target_observation_natural",
            postgresql_nulls_not_distinct=True,
        ),
        {"comment": "Attributed values of targets' metrics; competing baselines stand side by side."},
    )

    id: Mapped[int] = identity()
    target_id: Mapped[int] = ref("initiative_target", "The target.")
    basis_code: Mapped[str] = code("observation_basis", "Baseline, reported progress, estimate.")
    value: Mapped[Decimal] = mapped_column(comment="Observed value in the target's unit.")
    scope: Mapped[str | None] = mapped_column(
        comment="What the value covers: goods and services, goods only."
    )
    as_of_edtf: Mapped[str] = mapped_column(comment="Time the value is for, as EDTF.")
    as_of_span: Mapped[Range[date] | None] = span_of("as_of_edtf", "Envelope of as_of_edtf.")
    published_edtf: Mapped[str | None] = mapped_column(comment="When the value was published, as EDTF.")
    published_span: Mapped[Range[date] | None] = span_of("published_edtf", "Envelope of published_edtf.")
    source_id: Mapped[int] = ref("source", "Source that gives the value.", index=True)
