"""The one identity space: every fact is a record, and what any record can carry hangs on it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Computed,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

import geodb.models.code  # noqa: F401 - the mapper of Record resolves record_kind at once
from geodb.db.base import SCHEMA, Base, Range, code, identity, ref, span_of

RECORD_KINDS = (
    "actor",
    "office",
    "office_holding",
    "actor_relation",
    "place",
    "event",
    "event_relation",
    "figure",
    "statement",
    "initiative",
    "target",
    "assessment",
    "source",
    "document",
)


class Record(Base):
    """A fact of any kind; the per-kind tables share its id."""

    __tablename__ = "record"
    __table_args__ = (
        UniqueConstraint("key"),
        UniqueConstraint("id", "kind"),
        # Counted repetition ({0,119}) costs PostgreSQL 25 times as much as a length beside it.
        CheckConstraint(
            "key ~ '^[a-z][a-z0-9_-]*:[a-z0-9][a-z0-9._-]*$'"
            " AND strpos(key, ':') <= 41 AND char_length(key) - strpos(key, ':') <= 120",
            name="key_form",
        ),
        CheckConstraint(r"label ~ '\S'", name="label"),
        CheckConstraint("(retracted_at IS NULL) = (retraction_reason IS NULL)", name="retraction"),
        CheckConstraint("btrim(retraction_reason) <> ''", name="retraction_reason"),
        Index("ix_record_kind_dataset_prefix", "kind", "dataset_prefix"),
        Index("ix_record_survivor_id", "survivor_id"),
        Index("ix_record_marking_code", "marking_code", postgresql_where=text("marking_code <> 'clear'")),
        Index("ix_record_label", text("to_tsvector('simple', label)"), postgresql_using="gin"),
        {"comment": "Every fact, whatever its kind: its public key, label, marking and retraction."},
    )

    id: Mapped[int] = identity("Inner key; others cite the public key.")
    record_kind: Mapped[str] = code("record_kind", "Kind of the record; names its table.", name="kind")
    key: Mapped[str] = mapped_column(comment="Public key, prefix:local_key; stable for ever.")
    dataset_prefix: Mapped[str] = mapped_column(
        Text,
        Computed("split_part(key, ':', 1)", persisted=True),
        ForeignKey(f"{SCHEMA}.dataset.prefix"),
        comment="Who issued the key: its first half.",
    )
    label: Mapped[str] = mapped_column(comment="Name for people, one line.")
    marking_code: Mapped[str] = code("marking", "Who may see the record (TLP).", server_default="clear")
    import_id: Mapped[int | None] = ref("ingest.import_run", "Import that first brought the record.")
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"), comment="When we recorded it.")
    retracted_at: Mapped[datetime | None] = mapped_column(
        comment="When it was taken back; NULL while it stands."
    )
    retraction_reason: Mapped[str | None] = mapped_column(comment="Why it was taken back.")
    merged_into_id: Mapped[int | None] = ref(
        "record", "Survivor of its merge; NULL unless merged. Kept by the triggers of record_redirect."
    )
    survivor_id: Mapped[int] = mapped_column(
        BigInteger,
        Computed("coalesce(merged_into_id, id)", persisted=True),
        comment="The record that answers for it: the survivor of its merge, or itself.",
    )

    names: Mapped[list[RecordName]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by=lambda: RecordName.id
    )
    external_ids: Mapped[list[ExternalId]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by=lambda: ExternalId.id
    )
    topics: Mapped[list[RecordTopic]] = relationship(
        lazy="raise", cascade="all, delete-orphan", order_by=lambda: RecordTopic.id
    )
    notes: Mapped[list[Note]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        foreign_keys=lambda: Note.record_id,
        order_by=lambda: Note.id,
    )

    __mapper_args__: dict[str, Any] = {  # noqa: RUF012 - SQLAlchemy reads it
        **Base.__mapper_args__,
        "polymorphic_on": "record_kind",
    }


class RecordName(Base):
    """A name of a record in some language, script and time."""

    __tablename__ = "record_name"
    __table_args__ = (
        UniqueConstraint(
            "record_id",
            "name",
            "kind_code",
            "lang",
            "script",
            name="uq_record_name_natural",
            postgresql_nulls_not_distinct=True,
        ),
        CheckConstraint("btrim(name) <> ''", name="name"),
        CheckConstraint("lang ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'", name="lang_form"),
        CheckConstraint("script ~ '^[A-Z][a-z]{3}$'", name="script_form"),
        Index(
            "uq_record_name_primary",
            "record_id",
            "lang",
            unique=True,
            postgresql_where=text("is_primary"),
            postgresql_nulls_not_distinct=True,
        ),
        Index("ix_record_name_folded", "folded"),
        Index(
            "ix_record_name_trgm", "folded", postgresql_using="gin", postgresql_ops={"folded": "gin_trgm_ops"}
        ),
        {"comment": "Names of records: official, alias, acronym, transliteration, metonym, former."},
    )

    id: Mapped[int] = identity()
    record_id: Mapped[int] = ref("record", "What is named.")
    name: Mapped[str] = mapped_column(comment="The name as written.")
    kind_code: Mapped[str] = code(
        "name_kind", "How the name stands to what it names.", server_default="alias"
    )
    lang: Mapped[str | None] = mapped_column(comment="BCP 47 language tag; NULL where it does not matter.")
    script: Mapped[str | None] = mapped_column(comment="ISO 15924 script, as in Latn or Cyrl.")
    is_primary: Mapped[bool] = mapped_column(
        Boolean, server_default=text("false"), comment="The name to show in its language."
    )
    valid_edtf: Mapped[str | None] = mapped_column(comment="When the name was in use, as EDTF.")
    valid_span: Mapped[Range[date] | None] = span_of("valid_edtf", "Envelope of valid_edtf.")
    folded: Mapped[str] = mapped_column(
        Computed("geodb.fold_name_v1(name)", persisted=True),
        comment="Lower case without diacritics, for matching.",
    )


class ExternalId(Base):
    """The identifier that somebody else uses for the same thing."""

    __tablename__ = "external_id"
    __table_args__ = (
        UniqueConstraint("record_id", "scheme_code", "value", name="uq_external_id_natural"),
        Index("ix_external_id_value", "scheme_code", "value"),
        {"comment": "Identifiers of records in other data: Wikidata, COW, UCDP and so on."},
    )

    id: Mapped[int] = identity()
    record_id: Mapped[int] = ref("record", "What is identified.")
    scheme_code: Mapped[str] = code("external_scheme", "Whose identifier it is.")
    value: Mapped[str] = mapped_column(comment="The identifier, as its issuer writes it.")


class RecordTopic(Base):
    """What a record is about, as a code."""

    __tablename__ = "record_topic"
    __table_args__ = (
        UniqueConstraint("record_id", "topic_code", name="uq_record_topic_natural"),
        Index("ix_record_topic_topic_code", "topic_code"),
        {"comment": "Topics of records."},
    )

    id: Mapped[int] = identity()
    record_id: Mapped[int] = ref("record", "What has the topic.")
    topic_code: Mapped[str] = code("topic", "The topic.")


class RecordSubject(Base):
    """What a statement or assessment is about, as a record."""

    __tablename__ = "record_subject"
    __table_args__ = (
        UniqueConstraint("record_id", "subject_id", name="uq_record_subject_natural"),
        CheckConstraint("record_id <> subject_id", name="not_itself"),
        {"comment": "Which records a statement or an assessment speaks about."},
    )

    id: Mapped[int] = identity()
    record_id: Mapped[int] = ref("record", "The record that speaks.")
    subject_id: Mapped[int] = ref("record", "The record spoken about.", index=True)


class Note(Base):
    """A remark of a coder or of quality control; never part of the coded value."""

    __tablename__ = "note"
    __table_args__ = (
        UniqueConstraint("record_id", "kind_code", "digest", name="uq_note_natural"),
        CheckConstraint("text <> ''", name="text"),
        {"comment": "Remarks on records by coders and by quality control."},
    )

    id: Mapped[int] = identity()
    record_id: Mapped[int] = ref("record", "What the note is on.")
    kind_code: Mapped[str] = code("note_kind", "Kind of the note.")
    text: Mapped[str] = mapped_column(Text, comment="The note.")
    source_id: Mapped[int | None] = ref("source", "Source the note rests on.", index=True)
    coder: Mapped[str] = mapped_column(server_default="human", comment="Who wrote it.")
    digest: Mapped[str] = mapped_column(
        Computed("md5(text)", persisted=True), comment="Digest of the text, so that a note stands once."
    )


class RecordRedirect(Base):
    """A merge that can be undone: look-ups of one record are answered by another, its `survivor_id`."""

    __tablename__ = "record_redirect"
    __table_args__ = (
        ForeignKeyConstraint(["old_id", "kind"], [f"{SCHEMA}.record.id", f"{SCHEMA}.record.kind"]),
        ForeignKeyConstraint(["new_id", "kind"], [f"{SCHEMA}.record.id", f"{SCHEMA}.record.kind"]),
        CheckConstraint("old_id <> new_id", name="not_itself"),
        CheckConstraint("btrim(reason) <> ''", name="reason"),
        CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="undone"),
        Index(
            "uq_record_redirect_active",
            "old_id",
            unique=True,
            postgresql_where=text("undone_at IS NULL"),
        ),
        Index("ix_record_redirect_new_id", "new_id"),
        {"comment": "Merges: rows stay where they are, reads resolve to the survivor, undoing restores."},
    )

    id: Mapped[int] = identity()
    kind: Mapped[str] = mapped_column(comment="Kind of both records; only like merges with like.")
    old_id: Mapped[int] = mapped_column(BigInteger, comment="The record that is no longer listed.")
    new_id: Mapped[int] = mapped_column(BigInteger, comment="The record it was merged into.")
    reason: Mapped[str] = mapped_column(comment="Why the two are one.")
    merged_by: Mapped[str] = mapped_column(server_default=text("session_user"), comment="Who merged them.")
    merged_at: Mapped[datetime] = mapped_column(
        server_default=text("now()"), comment="When they were merged."
    )
    undone_by: Mapped[str | None] = mapped_column(comment="Who undid the merge.")
    undone_at: Mapped[datetime | None] = mapped_column(
        comment="When the merge was undone; NULL while it stands."
    )
    undo_reason: Mapped[str | None] = mapped_column(comment="Why it was undone.")
