"""Statements: who said what, in which capacity and form, on which occasion, about whom."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Computed,
    ForeignKeyConstraint,
    Index,
    SmallInteger,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from geodb.db.base import (
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
from geodb.models.event import TERM_KEY
from geodb.models.record import Record, RecordSubject


class Statement(Record):
    """An utterance, view or implication attributed to somebody."""

    __tablename__ = "statement"
    __table_args__ = kind_table(
        "statement",
        "What was said, meant or implied, attributed to somebody.",
        ForeignKeyConstraint(
            ["speech_act_taxonomy_code", "speech_act_code"], TERM_KEY, name="fk_statement_speech_act"
        ),
        CheckConstraint("form_code NOT IN ('verbatim', 'mixed') OR verbatim IS NOT NULL", name="verbatim"),
        CheckConstraint(r"content ~ '\S'", name="content"),
        CheckConstraint(r"verbatim ~ '\S'", name="verbatim_words"),
        CheckConstraint("canonical_id <> id", name="not_itself"),
        Index("ix_statement_content", text("to_tsvector('simple', content)"), postgresql_using="gin"),
        Index("ix_statement_said_span", "said_span", postgresql_using="gist"),
    )

    id: Mapped[int] = record_id()
    record_kind: Mapped[str] = record_kind("statement")
    form_code: Mapped[str] = code("statement_form", "How close the text is to the words that were said.")
    content: Mapped[str] = mapped_column(comment="What was said, as the document puts it.")
    verbatim: Mapped[str | None] = mapped_column(comment="The words in quotation marks.")
    is_truncated: Mapped[bool] = mapped_column(
        Boolean, server_default=text("false"), comment="Whether the quotation leaves words out."
    )
    lang: Mapped[str | None] = mapped_column(comment="Language the words were said in, BCP 47.")
    original_text: Mapped[str | None] = mapped_column(comment="The words in that language.")
    medium_code: Mapped[str] = code("medium", "Channel of the statement.", server_default="unknown")
    capacity_id: Mapped[int | None] = ref("office", "Office in which the speaker spoke.", index=True)
    occasion_id: Mapped[int | None] = ref("event", "Event at which it was said.", index=True)
    speech_act_taxonomy_code: Mapped[str] = mapped_column(
        Computed("'plover'", persisted=True),
        comment="Always plover, so that words and deeds share one scale.",
    )
    speech_act_code: Mapped[str | None] = mapped_column(comment="PLOVER type of what the statement does.")
    said_edtf: Mapped[str | None] = mapped_column(
        comment="When it was said, as EDTF; NULL: see the occasion."
    )
    said_span: Mapped[Range[date] | None] = span_of("said_edtf", "Envelope of said_edtf.")
    said_precision_code: Mapped[str | None] = precision_of("said_edtf")
    canonical_id: Mapped[int | None] = ref("statement", "The same utterance, better reported.", index=True)

    __mapper_args__: dict[str, Any] = {"polymorphic_identity": "statement"}  # noqa: RUF012

    actors: Mapped[list[StatementActor]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by=lambda: StatementActor.id
    )
    subjects: Mapped[list[RecordSubject]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        primaryjoin=lambda: Record.id == RecordSubject.record_id,
        foreign_keys=lambda: RecordSubject.record_id,
        order_by=lambda: RecordSubject.id,
    )


class StatementActor(Base):
    """An actor in a role of a statement: speaker, audience, target, relay."""

    __tablename__ = "statement_actor"
    __table_args__ = (
        UniqueConstraint("statement_id", "actor_id", "role_code", name="uq_statement_actor_natural"),
        CheckConstraint("hop >= 0", name="hop"),
        CheckConstraint("stance_code IS NULL OR role_code = 'target'", name="stance_of_target"),
        {"comment": "Who spoke, for whom, to whom, about whom, and who passed it on."},
    )

    id: Mapped[int] = identity()
    statement_id: Mapped[int] = ref("statement", "The statement.")
    actor_id: Mapped[int] = ref("actor", "The actor.", index=True)
    role_code: Mapped[str] = code("statement_role", "Role in the statement.")
    stance_code: Mapped[str | None] = code("stance", "How the statement stands towards a target.")
    hop: Mapped[int] = mapped_column(
        SmallInteger,
        server_default="0",
        comment="Position in the chain of relays: 1 heard it from the speaker.",
    )

    actor: Mapped[Actor] = relationship(lazy="raise", foreign_keys=[actor_id])
