"""What ties facts to text: evidence spans, and the disputed values they speak for."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Computed,
    ForeignKeyConstraint,
    Index,
    Integer,
    SmallInteger,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from geodb.db.base import SCHEMA, Base, code, identity, ref
from geodb.models.record import Record
from geodb.models.source import Document, Source


class Claim(Base):
    """A value that a source gives for an attribute of a record; rivals stand side by side."""

    __tablename__ = "claim"
    __table_args__ = (
        UniqueConstraint(
            "record_id",
            "attribute",
            "digest",
            "source_id",
            name="uq_claim_natural",
            postgresql_nulls_not_distinct=True,
        ),
        CheckConstraint("attribute <> ''", name="attribute"),
        CheckConstraint(
            "CASE WHEN jsonb_typeof(value) = 'number'"
            " THEN abs(value::numeric) < 1e300 AND scale(value::numeric) <= 300 END",
            name="value_size",
        ),
        {"comment": "Reported values of disputed attributes, side by side."},
    )

    id: Mapped[int] = identity()
    record_id: Mapped[int] = ref("record", "The record.")
    attribute: Mapped[str] = mapped_column(comment="Column of the record's api view that the value is for.")
    value: Mapped[Any] = mapped_column(JSONB, comment="The value as reported.")
    rank_code: Mapped[str] = code("claim_rank", "Preferred, normal or deprecated.", server_default="normal")
    source_id: Mapped[int | None] = ref("source", "Who reports it.", index=True)
    coder: Mapped[str] = mapped_column(server_default="human", comment="Who coded it.")
    reason: Mapped[str | None] = mapped_column(comment="Why it has its rank.")
    digest: Mapped[str] = mapped_column(
        Computed("md5(value::text)", persisted=True),
        comment="Digest of the value, so that a claim stands once.",
    )


class Evidence(Base):
    """A passage of a stored document, or a source alone, that speaks for or against a fact."""

    __tablename__ = "evidence"
    __table_args__ = (
        ForeignKeyConstraint(
            ["document_id", "paragraph_no"], [f"{SCHEMA}.paragraph.document_id", f"{SCHEMA}.paragraph.no"]
        ),
        ForeignKeyConstraint(
            ["document_id", "marker"], [f"{SCHEMA}.reference.document_id", f"{SCHEMA}.reference.marker"]
        ),
        UniqueConstraint(
            "record_id",
            "source_id",
            "document_id",
            "paragraph_no",
            "start_offset",
            "end_offset",
            "attribute",
            "relation_code",
            "coder",
            name="uq_evidence_natural",
            postgresql_nulls_not_distinct=True,
        ),
        CheckConstraint(
            "num_nonnulls(document_id, paragraph_no, start_offset, end_offset, exact) IN (0, 5)",
            name="whole_span",
        ),
        CheckConstraint("start_offset >= 0 AND end_offset > start_offset", name="offsets"),
        CheckConstraint("char_length(exact) = end_offset - start_offset", name="length"),
        CheckConstraint("marker IS NULL OR document_id IS NOT NULL", name="marker"),
        CheckConstraint("credibility BETWEEN 1 AND 6", name="credibility"),
        Index("ix_evidence_document_id_paragraph_no", "document_id", "paragraph_no"),
        {"comment": "Passages that speak for or against facts; a span equals its paragraph's characters."},
    )

    id: Mapped[int] = identity()
    record_id: Mapped[int] = ref("record", "The fact.")
    attribute: Mapped[str | None] = mapped_column(
        comment="Attribute it is about; NULL: the record as a whole."
    )
    claim_id: Mapped[int | None] = ref("claim", "Disputed value it speaks for.", index=True)
    source_id: Mapped[int] = ref("source", "Source that says it.", index=True)
    document_id: Mapped[int | None] = ref(
        "document", "Document that holds the passage; NULL: source without text."
    )
    paragraph_no: Mapped[int | None] = mapped_column(Integer, comment="Paragraph of the document.")
    start_offset: Mapped[int | None] = mapped_column(
        Integer, comment="First code point of the passage in the paragraph, from 0."
    )
    end_offset: Mapped[int | None] = mapped_column(Integer, comment="Code point after the last one.")
    exact: Mapped[str | None] = mapped_column(comment="The passage; must equal the paragraph's characters.")
    relation_code: Mapped[str] = code(
        "evidence_relation", "Supports, contradicts, mentions.", server_default="supports"
    )
    marker: Mapped[str | None] = mapped_column(comment="Footnote marker the passage stands under.")
    credibility: Mapped[int | None] = mapped_column(
        SmallInteger, comment="Admiralty credibility, 1 confirmed to 5 improbable; 6 cannot be judged."
    )
    coder: Mapped[str] = mapped_column(server_default="human", comment="Who or what found it.")

    record: Mapped[Record] = relationship(lazy="raise", foreign_keys=[record_id])
    source: Mapped[Source] = relationship(lazy="raise", foreign_keys=[source_id])
    document: Mapped[Document | None] = relationship(lazy="raise", foreign_keys=[document_id])
