"""Make sources, their documents and what those cite, and notes.

Revision ID: 0005
Revises: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision: str | None = "0004"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "source",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Id of the record."),
        sa.Column(
            "record_kind",
            sa.Text(),
            server_default="source",
            nullable=False,
            comment="Always source; ties the row to its record's kind.",
        ),
        sa.Column("kind_code", sa.Text(), nullable=False, comment="Kind of source."),
        sa.Column("title", sa.Text(), comment="Title as printed."),
        sa.Column("publisher_id", sa.BigInteger(), comment="Who published it."),
        sa.Column("url", sa.Text(), comment="Address as cited."),
        sa.Column("canonical_url", sa.Text(), comment="Address without tracking, for recognising it again."),
        sa.Column("archived_url", sa.Text(), comment="Address of an archived copy."),
        sa.Column("lang", sa.Text(), comment="Language, BCP 47."),
        sa.Column("script", sa.Text(), comment="Script, ISO 15924."),
        sa.Column("published_edtf", sa.Text(), comment="When it was published, as EDTF."),
        sa.Column("published_span", postgresql.DATERANGE(), comment="Envelope of published_edtf."),
        check("ck_source_record_kind", "record_kind = 'source'"),
        fk("source", "id record_kind", "geodb.record", "id kind"),
        fk("source", "kind_code", "geodb.source_kind", "code"),
        fk("source", "publisher_id", "geodb.actor"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        schema="geodb",
        comment="Publications, posts and pages; title, publisher and date may all be missing.",
    )
    op.create_index("ix_source_canonical_url", "source", ["canonical_url"], schema="geodb")
    op.create_index("ix_source_publisher_id", "source", ["publisher_id"], schema="geodb")
    op.create_table(
        "source_author",
        identity(),
        sa.Column("source_id", sa.BigInteger(), nullable=False, comment="The source."),
        sa.Column("position", sa.SmallInteger(), nullable=False, comment="Place in the byline, from 1."),
        sa.Column("actor_id", sa.BigInteger(), nullable=False, comment="The author."),
        check("ck_source_author_position", "position > 0"),
        fk("source_author", "actor_id", "geodb.actor"),
        fk("source_author", "source_id", "geodb.source"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_author")),
        sa.UniqueConstraint("source_id", "position", name="uq_source_author_natural"),
        schema="geodb",
        comment="Authors of sources in the order of the byline.",
    )
    op.create_index("ix_source_author_actor_id", "source_author", ["actor_id"], schema="geodb")
    op.create_table(
        "source_rating",
        identity(),
        sa.Column(
            "record_id", sa.BigInteger(), nullable=False, comment="The source, or the actor that publishes."
        ),
        sa.Column(
            "taxonomy_code",
            sa.Text(),
            sa.Computed("'admiralty_reliability'", persisted=True),
            nullable=False,
            comment="Always admiralty_reliability.",
        ),
        sa.Column(
            "reliability_code",
            sa.Text(),
            nullable=False,
            comment="A to F; F cannot be judged and is no middle value.",
        ),
        sa.Column("rated_by", sa.Text(), nullable=False, comment="Who rates."),
        sa.Column("rated_on", sa.Date(), nullable=False, comment="On which day."),
        sa.Column("reason", sa.Text(), comment="Why."),
        fk("source_rating", "record_id", "geodb.record"),
        fk("source_rating", "taxonomy_code reliability_code", "geodb.term", "taxonomy_code code"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_rating")),
        sa.UniqueConstraint("record_id", "rated_by", "rated_on", name="uq_source_rating_natural"),
        schema="geodb",
        comment="Reliability of sources and publishers (Admiralty A-F), over time.",
    )
    op.create_table(
        "document",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Id of the record."),
        sa.Column(
            "record_kind",
            sa.Text(),
            server_default="document",
            nullable=False,
            comment="Always document; ties the row to its record's kind.",
        ),
        sa.Column("source_id", sa.BigInteger(), nullable=False, comment="Source the text is of."),
        sa.Column(
            "sha256",
            sa.Text(),
            nullable=False,
            comment="SHA-256 of the paragraphs joined by line feeds, in UTF-8.",
        ),
        sa.Column("original_sha256", sa.Text(), comment="SHA-256 of the file as it was received."),
        sa.Column(
            "normalization",
            sa.Text(),
            server_default="none",
            nullable=False,
            comment="What was done to the received text: none, or steps such as bom, crlf.",
        ),
        sa.Column("char_count", sa.Integer(), nullable=False, comment="Length in Unicode code points."),
        sa.Column("lang", sa.Text(), comment="Language, BCP 47."),
        sa.Column("accessed_on", sa.Date(), comment="When the text was fetched."),
        check("ck_document_record_kind", "record_kind = 'document'"),
        check("ck_document_sha256_form", "sha256 ~ '^[0-9a-f]{64}$'"),
        fk("document", "id record_kind", "geodb.record", "id kind"),
        fk("document", "source_id", "geodb.source"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("sha256", name=op.f("uq_document_sha256")),
        schema="geodb",
        comment="Immutable text snapshots; the text is in paragraph and must match the hash.",
    )
    op.create_index("ix_document_source_id", "document", ["source_id"], schema="geodb")
    op.create_table(
        "paragraph",
        identity(),
        sa.Column("document_id", sa.BigInteger(), nullable=False, comment="The document."),
        sa.Column("no", sa.Integer(), nullable=False, comment="Number in the document, from 1."),
        sa.Column(
            "kind_code",
            sa.Text(),
            server_default="body",
            nullable=False,
            comment="Title, body, footnote, caption.",
        ),
        sa.Column(
            "doc_start",
            sa.Integer(),
            nullable=False,
            comment="Offset of its first code point in the document, from 0.",
        ),
        sa.Column("text", sa.Text(), nullable=False, comment="The text."),
        check("ck_paragraph_doc_start", "doc_start >= 0"),
        check("ck_paragraph_no", "no > 0"),
        fk("paragraph", "document_id", "geodb.document"),
        fk("paragraph", "kind_code", "geodb.paragraph_kind", "code"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paragraph")),
        sa.UniqueConstraint("document_id", "no", name="uq_paragraph_natural"),
        schema="geodb",
        comment="Paragraphs of documents, immutable; all of a document enter in one statement.",
    )
    op.create_index(
        "ix_paragraph_text",
        "paragraph",
        [sa.literal_column("to_tsvector('simple', text)")],
        schema="geodb",
        postgresql_using="gin",
    )
    op.create_table(
        "reference",
        identity(),
        sa.Column("document_id", sa.BigInteger(), nullable=False, comment="The document that cites."),
        sa.Column(
            "marker", sa.Text(), nullable=False, comment="The marker as it stands in the text, as in [1]."
        ),
        sa.Column("paragraph_no", sa.Integer(), comment="Paragraph that holds the entry."),
        sa.Column("cited_source_id", sa.BigInteger(), nullable=False, comment="The source it cites."),
        sa.Column("raw", sa.Text(), comment="The entry as printed."),
        sa.Column("accessed_on", sa.Date(), comment="Access date that the entry states."),
        check("ck_reference_marker", "marker <> ''"),
        fk("reference", "cited_source_id", "geodb.source"),
        fk("reference", "document_id paragraph_no", "geodb.paragraph", "document_id no"),
        fk("reference", "document_id", "geodb.document"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reference")),
        sa.UniqueConstraint("document_id", "marker", name="uq_reference_natural"),
        schema="geodb",
        comment="What documents cite, and where.",
    )
    op.create_index("ix_reference_cited_source_id", "reference", ["cited_source_id"], schema="geodb")
    op.create_table(
        "note",
        identity(),
        sa.Column("record_id", sa.BigInteger(), nullable=False, comment="What the note is on."),
        sa.Column("kind_code", sa.Text(), nullable=False, comment="Kind of the note."),
        sa.Column("text", sa.Text(), nullable=False, comment="The note."),
        sa.Column("source_id", sa.BigInteger(), comment="Source the note rests on."),
        sa.Column("coder", sa.Text(), server_default="human", nullable=False, comment="Who wrote it."),
        sa.Column(
            "digest",
            sa.Text(),
            sa.Computed("md5(text)", persisted=True),
            nullable=False,
            comment="Digest of the text, so that a note stands once.",
        ),
        check("ck_note_text", "text <> ''"),
        fk("note", "kind_code", "geodb.note_kind", "code"),
        fk("note", "record_id", "geodb.record"),
        fk("note", "source_id", "geodb.source"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
        sa.UniqueConstraint("record_id", "kind_code", "digest", name="uq_note_natural"),
        schema="geodb",
        comment="Remarks on records by coders and by quality control.",
    )
    op.create_index("ix_note_source_id", "note", ["source_id"], schema="geodb")


def identity(comment: str = "Surrogate key; never shown outside the database.") -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False, comment=comment)


def fk(table: str, columns: str, target: str, target_columns: str = "id") -> sa.ForeignKeyConstraint:
    """A foreign key named by the convention; several columns are separated by blanks."""
    names = columns.split()
    targets = [f"{target}.{column}" for column in target_columns.split()]
    return sa.ForeignKeyConstraint(names, targets, name=op.f("_".join(["fk", table, *names])))


def check(name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(name))


def downgrade() -> None:
    op.drop_table("note", schema="geodb")
    op.drop_table("reference", schema="geodb")
    op.drop_table("paragraph", schema="geodb")
    op.drop_table("document", schema="geodb")
    op.drop_table("source_rating", schema="geodb")
    op.drop_table("source_author", schema="geodb")
    op.drop_table("source", schema="geodb")
