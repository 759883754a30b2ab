"""Judgments, forecasts and scenarios, their conditions and how they came out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Boolean, CheckConstraint, SmallInteger, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column, relationship

from geodb.db.base import Base, Range, code, identity, kind_table, record_id, record_kind, ref, span_of
from geodb.models.actor import Actor
from geodb.models.record import Record, RecordSubject


class Assessment(Record):
    """A judgment, forecast, scenario or outcome of a scenario, by somebody, in their words."""

    __tablename__ = "assessment"
    __table_args__ = kind_table(
        "assessment",
        "Judgments, forecasts, scenarios and their outcomes.",
        CheckConstraint("(probability_low IS NULL) = (probability_high IS NULL)", name="probability_both"),
        CheckConstraint(
            "probability_low >= 0 AND probability_high <= 1 AND probability_low <= probability_high",
            name="probability",
        ),
        CheckConstraint(
            "(probability_low IS NULL) = (probability_basis_code IS NULL)", name="probability_basis"
        ),
        CheckConstraint(
            "(kind_code = 'scenario_outcome') = (parent_id IS NOT NULL)", name="outcome_of_scenario"
        ),
        CheckConstraint("kind_code = 'judgment' OR judgment_kind_code IS NULL", name="judgment_kind"),
        CheckConstraint("parent_id <> id", name="not_itself"),
        CheckConstraint(r"text ~ '\S'", name="text"),
        CheckConstraint(
            r"horizon_duration ~ '^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?$'"
            r" AND horizon_duration ~ '\d[A-Z]$'",
            name="horizon_duration",
        ),
    )

    id: Mapped[int] = record_id()
    record_kind: Mapped[str] = record_kind("assessment")
    kind_code: Mapped[str] = code("assessment_kind", "Judgment, forecast, scenario, scenario outcome.")
    judgment_kind_code: Mapped[str | None] = code("judgment_kind", "What a judgment asserts.")
    parent_id: Mapped[int | None] = ref("assessment", "Scenario that an outcome belongs to.", index=True)
    seq: Mapped[int | None] = mapped_column(
        SmallInteger, comment="Order of an outcome in its scenario, from 1."
    )
    author_id: Mapped[int | None] = ref("actor", "Whose assessment it is.", index=True)
    statement_id: Mapped[int | None] = ref("statement", "Statement that reports it.", index=True)
    text: Mapped[str] = mapped_column(comment="What is assessed or foreseen, in the document's words.")
    wording: Mapped[str | None] = mapped_column(
        comment="The word of likelihood as written: could, may, would."
    )
    probability_low: Mapped[Decimal | None] = mapped_column(
        comment="Lower probability, 0 to 1; NULL unless stated."
    )
    probability_high: Mapped[Decimal | None] = mapped_column(
        comment="Upper probability; equal to the lower if one."
    )
    probability_basis_code: Mapped[str | None] = code(
        "probability_basis", "Where the probability comes from."
    )
    confidence_code: Mapped[str | None] = code("confidence_level", "The author's stated confidence.")
    horizon_edtf: Mapped[str | None] = mapped_column(
        comment="Time it is about, as EDTF, where the text gives one."
    )
    horizon_span: Mapped[Range[date] | None] = span_of("horizon_edtf", "Envelope of horizon_edtf.")
    horizon_duration: Mapped[str | None] = mapped_column(
        comment="ISO 8601 duration of a relative horizon, as in P5Y."
    )
    due_on: Mapped[date | None] = mapped_column(comment="Day by which it can be resolved.")
    is_resolvable: Mapped[bool] = mapped_column(
        Boolean, server_default=sql("false"), comment="Whether its wording allows a yes or no."
    )
    criteria: Mapped[str | None] = mapped_column(comment="What would decide it.")

    __mapper_args__: dict[str, Any] = {"polymorphic_identity": "assessment"}  # noqa: RUF012

    author: Mapped[Actor | None] = relationship(lazy="raise", foreign_keys=[author_id])
    conditions: Mapped[list[AssessmentCondition]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        foreign_keys=lambda: AssessmentCondition.assessment_id,
        order_by=lambda: AssessmentCondition.seq,
    )
    resolution: Mapped[AssessmentResolution | None] = relationship(
        lazy="raise", cascade="all, delete-orphan", foreign_keys=lambda: AssessmentResolution.assessment_id
    )
    subjects: Mapped[list[RecordSubject]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        primaryjoin=lambda: Record.id == RecordSubject.record_id,
        foreign_keys=lambda: RecordSubject.record_id,
        order_by=lambda: RecordSubject.id,
    )


class AssessmentCondition(Base):
    """A condition that must hold for the assessment to be put to the test; all must."""

    __tablename__ = "assessment_condition"
    __table_args__ = (
        UniqueConstraint("assessment_id", "seq", name="uq_assessment_condition_natural"),
        CheckConstraint("seq > 0", name="seq"),
        CheckConstraint(r"text ~ '\S'", name="text"),
        {"comment": "Conditions of assessments; all of them must hold."},
    )

    id: Mapped[int] = identity()
    assessment_id: Mapped[int] = ref("assessment", "The assessment.")
    seq: Mapped[int] = mapped_column(SmallInteger, comment="Order, from 1.")
    text: Mapped[str] = mapped_column(comment="The condition in the document's words.")
    is_negated: Mapped[bool] = mapped_column(
        Boolean, server_default=sql("false"), comment="Whether it must not come true."
    )
    record_id: Mapped[int | None] = ref("record", "Event, statement or outcome that it names.", index=True)


class AssessmentResolution(Base):
    """How an assessment came out, on which day and by which event."""

    __tablename__ = "assessment_resolution"
    __table_args__ = (
        UniqueConstraint("assessment_id", name="uq_assessment_resolution_natural"),
        # What held once holds for ever, so that a restored row passes too. It is tomorrow already somewhere.
        CheckConstraint("resolved_on <= (now() AT TIME ZONE 'UTC')::date + 1", name="resolved_on_past"),
        {"comment": "How assessments came out."},
    )

    id: Mapped[int] = identity()
    assessment_id: Mapped[int] = ref("assessment", "The assessment.")
    outcome_code: Mapped[str] = code("resolution_outcome", "How it came out.")
    resolved_on: Mapped[date] = mapped_column(comment="Day on which it was decided.")
    event_id: Mapped[int | None] = ref("event", "Event that decided it.", index=True)
    source_id: Mapped[int | None] = ref("source", "Source the decision rests on.", index=True)
    reason: Mapped[str | None] = mapped_column(comment="Why it counts so.")
    resolved_by: Mapped[str] = mapped_column(server_default=sql("session_user"), comment="Who decided it.")
