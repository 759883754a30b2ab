"""Sources, the documents we hold of them, and what those documents cite."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Computed,
    ForeignKeyConstraint,
    Index,
    Integer,
    SmallInteger,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from geodb.db.base import (
    SCHEMA,
    Base,
    Range,
    code,
    identity,
    kind_table,
    record_id,
    record_kind,
    ref,
    span_of,
)
from geodb.models.actor import Actor
from geodb.models.record import Record


class Source(Record):
    """A publication, post or page; title, publisher and date may all be missing."""

    __tablename__ = "source"
    __table_args__ = kind_table(
        "source",
        "Publications, posts and pages; title, publisher and date may all be missing.",
        Index("ix_source_canonical_url", "canonical_url"),
    )

    id: Mapped[int] = record_id()
    record_kind: Mapped[str] = record_kind("source")
    kind_code: Mapped[str] = code("source_kind", "Kind of source.")
    title: Mapped[str | None] = mapped_column(comment="Title as printed.")
    publisher_id: Mapped[int | None] = ref("actor", "Who published it.", index=True)
    url: Mapped[str | None] = mapped_column(comment="Address as cited.")
    canonical_url: Mapped[str | None] = mapped_column(
        comment="Address without tracking, for recognising it again."
    )
    archived_url: Mapped[str | None] = mapped_column(comment="Address of an archived copy.")
    lang: Mapped[str | None] = mapped_column(comment="Language, BCP 47.")
    script: Mapped[str | None] = mapped_column(comment="Script, ISO 15924.")
    published_edtf: Mapped[str | None] = mapped_column(comment="When it was published, as EDTF.")
    published_span: Mapped[Range[date] | None] = span_of("published_edtf", "Envelope of published_edtf.")

    __mapper_args__: dict[str, Any] = {"polymorphic_identity": "source"}  # noqa: RUF012

    publisher: Mapped[Actor | None] = relationship(lazy="raise", foreign_keys=[publisher_id])
    authors: Mapped[list[SourceAuthor]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        foreign_keys=lambda: SourceAuthor.source_id,
        order_by=lambda: SourceAuthor.position,
    )


class SourceAuthor(Base):
    """An author of a source, in order."""

    __tablename__ = "source_author"
    __table_args__ = (
        UniqueConstraint("source_id", "position", name="uq_source_author_natural"),
        CheckConstraint("position > 0", name="position"),
        {"comment": "Authors of sources in the order of the byline."},
    )

    id: Mapped[int] = identity()
    source_id: Mapped[int] = ref("source", "The source.")
    position: Mapped[int] = mapped_column(SmallInteger, comment="Place in the byline, from 1.")
    actor_id: Mapped[int] = ref("actor", "The author.", index=True)

    actor: Mapped[Actor] = relationship(lazy="raise", foreign_keys=[actor_id])


class SourceRating(Base):
    """Reliability of a source or publisher on the Admiralty scale, by somebody on some day."""

    __tablename__ = "source_rating"
    __table_args__ = (
        UniqueConstraint("record_id", "rated_by", "rated_on", name="uq_source_rating_natural"),
        ForeignKeyConstraint(
            ["taxonomy_code", "reliability_code"], [f"{SCHEMA}.term.taxonomy_code", f"{SCHEMA}.term.code"]
        ),
        {"comment": "Reliability of sources and publishers (Admiralty A-F), over time."},
    )

    id: Mapped[int] = identity()
    record_id: Mapped[int] = ref("record", "The source, or the actor that publishes.")
    taxonomy_code: Mapped[str] = mapped_column(
        Computed("'admiralty_reliability'", persisted=True), comment="Always admiralty_reliability."
    )
    reliability_code: Mapped[str] = mapped_column(
        comment="A to F; F cannot be judged and is no middle value."
    )
    rated_by: Mapped[str] = mapped_column(comment="Who rates.")
    rated_on: Mapped[date] = mapped_column(comment="On which day.")
    reason: Mapped[str | None] = mapped_column(comment="Why.")


class Document(Record):
    """The immutable text of a source as we hold it."""

    __tablename__ = "document"
    __table_args__ = kind_table(
        "document",
        "Immutable text snapshots; the text is in paragraph and must match the hash.",
        UniqueConstraint("sha256"),
        CheckConstraint("sha256 ~ '^[0-9a-f]{64}$'", name="sha256_form"),
    )

    id: Mapped[int] = record_id()
    record_kind: Mapped[str] = record_kind("document")
    source_id: Mapped[int] = ref("source", "Source the text is of.", index=True)
    sha256: Mapped[str] = mapped_column(comment="SHA-256 of the paragraphs joined by line feeds, in UTF-8.")
    original_sha256: Mapped[str | None] = mapped_column(comment="SHA-256 of the file as it was received.")
    normalization: Mapped[str] = mapped_column(
        server_default="none", comment="What was done to the received text: none, or steps such as bom, crlf."
    )
    char_count: Mapped[int] = mapped_column(Integer, comment="Length in Unicode code points.")
    lang: Mapped[str | None] = mapped_column(comment="Language, BCP 47.")
    accessed_on: Mapped[date | None] = mapped_column(comment="When the text was fetched.")

    __mapper_args__: dict[str, Any] = {"polymorphic_identity": "document"}  # noqa: RUF012

    source: Mapped[Source] = relationship(lazy="raise", foreign_keys=[source_id])
    paragraphs: Mapped[list[Paragraph]] = relationship(lazy="raise", order_by=lambda: Paragraph.no)
    references: Mapped[list[Reference]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by=lambda: Reference.id
    )


class Paragraph(Base):
    """One paragraph of a document; evidence spans count within it."""

    __tablename__ = "paragraph"
    __table_args__ = (
        UniqueConstraint("document_id", "no", name="uq_paragraph_natural"),
        CheckConstraint("no > 0", name="no"),
        CheckConstraint("doc_start >= 0", name="doc_start"),
        Index("ix_paragraph_text", text("to_tsvector('simple', text)"), postgresql_using="gin"),
        {"comment": "Paragraphs of documents, immutable; all of a document enter in one statement."},
    )

    id: Mapped[int] = identity()
    document_id: Mapped[int] = ref("document", "The document.")
    no: Mapped[int] = mapped_column(Integer, comment="Number in the document, from 1.")
    kind_code: Mapped[str] = code("paragraph_kind", "Title, body, footnote, caption.", server_default="body")
    doc_start: Mapped[int] = mapped_column(
        Integer, comment="Offset of its first code point in the document, from 0."
    )
    text: Mapped[str] = mapped_column(comment="The text.")


class Reference(Base):
    """A footnote or bibliography entry as data, its raw text kept."""

    __tablename__ = "reference"
    __table_args__ = (
        UniqueConstraint("document_id", "marker", name="uq_reference_natural"),
        ForeignKeyConstraint(
            ["document_id", "paragraph_no"], [f"{SCHEMA}.paragraph.document_id", f"{SCHEMA}.paragraph.no"]
        ),
        CheckConstraint("marker <> ''", name="marker"),
        {"comment": "What documents cite, and where."},
    )

    id: Mapped[int] = identity()
    document_id: Mapped[int] = ref("document", "The document that cites.")
    marker: Mapped[str] = mapped_column(comment="The marker as it stands in the text, as in [1].")
    paragraph_no: Mapped[int | None] = mapped_column(Integer, comment="Paragraph that holds the entry.")
    cited_source_id: Mapped[int] = ref("source", "The source it cites.", index=True)
    raw: Mapped[str | None] = mapped_column(comment="The entry as printed.")
    accessed_on: Mapped[date | None] = mapped_column(comment="Access date that the entry states.")

    cited_source: Mapped[Source] = relationship(lazy="raise", foreign_keys=[cited_source_id])
