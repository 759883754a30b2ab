"""Make the one identity space, and what any record can carry.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision: str | None = "0002"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "record",
        identity("Inner key; others cite the public key."),
        sa.Column("kind", sa.Text(), nullable=False, comment="Kind of the record; names its table."),
        sa.Column("key", sa.Text(), nullable=False, comment="Public key, prefix:local_key; stable for ever."),
        sa.Column(
            "dataset_prefix",
            sa.Text(),
            sa.Computed("split_part(key, ':', 1)", persisted=True),
            nullable=False,
            comment="Who issued the key: its first half.",
        ),
        sa.Column("label", sa.Text(), nullable=False, comment="Name for people, one line."),
        sa.Column(
            "marking_code",
            sa.Text(),
            server_default="clear",
            nullable=False,
            comment="Who may see the record (TLP).",
        ),
        sa.Column("import_id", sa.BigInteger(), comment="Import that first brought the record."),
        sa.Column(
            "created_at",
            postgresql.TIMESTAMP(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
            comment="When we recorded it.",
        ),
        sa.Column(
            "retracted_at",
            postgresql.TIMESTAMP(timezone=True),
            comment="When it was taken back; NULL while it stands.",
        ),
        sa.Column("retraction_reason", sa.Text(), comment="Why it was taken back."),
        sa.Column(
            "merged_into_id",
            sa.BigInteger(),
            comment="Survivor of its merge; NULL unless merged. Kept by the triggers of record_redirect.",
        ),
        sa.Column(
            "survivor_id",
            sa.BigInteger(),
            sa.Computed("coalesce(merged_into_id, id)", persisted=True),
            nullable=False,
            comment="The record that answers for it: the survivor of its merge, or itself.",
        ),
        check(
            "ck_record_key_form",
            "key ~ '^[a-z][a-z0-9_-]*:[a-z0-9][a-z0-9._-]*$'"
            " AND strpos(key, ':') <= 41 AND char_length(key) - strpos(key, ':') <= 120",
        ),
        check("ck_record_label", "label <> ''"),
        check("ck_record_retraction", "(retracted_at IS NULL) = (retraction_reason IS NULL)"),
        fk("record", "dataset_prefix", "geodb.dataset", "prefix"),
        fk("record", "import_id", "ingest.import_run"),
        fk("record", "kind", "geodb.record_kind", "code"),
        fk("record", "marking_code", "geodb.marking", "code"),
        fk("record", "merged_into_id", "geodb.record"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record")),
        sa.UniqueConstraint("id", "kind", name=op.f("uq_record_id_kind")),
        sa.UniqueConstraint("key", name=op.f("uq_record_key")),
        schema="geodb",
        comment="Every fact, whatever its kind: its public key, label, marking and retraction.",
    )
    op.create_index("ix_record_dataset_prefix", "record", ["dataset_prefix"], schema="geodb")
    op.create_index("ix_record_import_id", "record", ["import_id"], schema="geodb")
    op.create_index("ix_record_kind", "record", ["kind"], schema="geodb")
    op.create_index("ix_record_survivor_id", "record", ["survivor_id"], schema="geodb")
    op.create_index(
        "ix_record_label",
        "record",
        [sa.literal_column("to_tsvector('simple', label)")],
        schema="geodb",
        postgresql_using="gin",
    )
    op.create_table(
        "record_name",
        identity(),
        sa.Column("record_id", sa.BigInteger(), nullable=False, comment="What is named."),
        sa.Column("name", sa.Text(), nullable=False, comment="The name as written."),
        sa.Column(
            "kind_code",
            sa.Text(),
            server_default="alias",
            nullable=False,
            comment="How the name stands to what it names.",
        ),
        sa.Column("lang", sa.Text(), comment="BCP 47 language tag; NULL where it does not matter."),
        sa.Column("script", sa.Text(), comment="ISO 15924 script, as in Latn or Cyrl."),
        sa.Column(
            "is_primary",
            sa.Boolean(),
            server_default=sa.text("false"),
            nullable=False,
            comment="The name to show in its language.",
        ),
        sa.Column("valid_edtf", sa.Text(), comment="When the name was in use, as EDTF."),
        sa.Column("valid_span", postgresql.DATERANGE(), comment="Envelope of valid_edtf."),
        sa.Column(
            "folded",
            sa.Text(),
            sa.Computed("geodb.fold_name_v1(name)", persisted=True),
            nullable=False,
            comment="Lower case without diacritics, for matching.",
        ),
        check("ck_record_name_lang_form", "lang ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'"),
        check("ck_record_name_name", "name <> ''"),
        check("ck_record_name_script_form", "script ~ '^[A-Z][a-z]{3}$'"),
        fk("record_name", "kind_code", "geodb.name_kind", "code"),
        fk("record_name", "record_id", "geodb.record"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record_name")),
        sa.UniqueConstraint(
            "record_id",
            "name",
            "kind_code",
            "lang",
            "script",
            name="uq_record_name_natural",
            postgresql_nulls_not_distinct=True,
        ),
        schema="geodb",
        comment="Names of records: official, alias, acronym, transliteration, metonym, former.",
    )
    op.create_index("ix_record_name_folded", "record_name", ["folded"], schema="geodb")
    op.create_index(
        "ix_record_name_trgm",
        "record_name",
        ["folded"],
        schema="geodb",
        postgresql_using="gin",
        postgresql_ops={"folded": "gin_trgm_ops"},
    )
    op.create_index(
        "uq_record_name_primary",
        "record_name",
        ["record_id", "lang"],
        unique=True,
        schema="geodb",
        postgresql_where=sa.text("is_primary"),
        postgresql_nulls_not_distinct=True,
    )
    op.create_table(
        "external_id",
        identity(),
        sa.Column("record_id", sa.BigInteger(), nullable=False, comment="What is identified."),
        sa.Column("scheme_code", sa.Text(), nullable=False, comment="Whose identifier it is."),
        sa.Column("value", sa.Text(), nullable=False, comment="The identifier, as its issuer writes it."),
        fk("external_id", "record_id", "geodb.record"),
        fk("external_id", "scheme_code", "geodb.external_scheme", "code"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_external_id")),
        sa.UniqueConstraint("record_id", "scheme_code", "value", name="uq_external_id_natural"),
        schema="geodb",
        comment="Identifiers of records in other data: Wikidata, COW, UCDP and so on.",
    )
    op.create_index("ix_external_id_value", "external_id", ["scheme_code", "value"], schema="geodb")
    op.create_table(
        "record_topic",
        identity(),
        sa.Column("record_id", sa.BigInteger(), nullable=False, comment="What has the topic."),
        sa.Column("topic_code", sa.Text(), nullable=False, comment="The topic."),
        fk("record_topic", "record_id", "geodb.record"),
        fk("record_topic", "topic_code", "geodb.topic", "code"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record_topic")),
        sa.UniqueConstraint("record_id", "topic_code", name="uq_record_topic_natural"),
        schema="geodb",
        comment="Topics of records.",
    )
    op.create_index("ix_record_topic_topic_code", "record_topic", ["topic_code"], schema="geodb")
    op.create_table(
        "record_subject",
        identity(),
        sa.Column("record_id", sa.BigInteger(), nullable=False, comment="The record that speaks."),
        sa.Column("subject_id", sa.BigInteger(), nullable=False, comment="The record spoken about."),
        check("ck_record_subject_not_itself", "record_id <> subject_id"),
        fk("record_subject", "record_id", "geodb.record"),
        fk("record_subject", "subject_id", "geodb.record"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record_subject")),
        sa.UniqueConstraint("record_id", "subject_id", name="uq_record_subject_natural"),
        schema="geodb",
        comment="Which records a statement or an assessment speaks about.",
    )
    op.create_index("ix_record_subject_subject_id", "record_subject", ["subject_id"], schema="geodb")
    op.create_table(
        "record_redirect",
        identity(),
        sa.Column(
            "kind", sa.Text(), nullable=False, comment="Kind of both records; only like merges with like."
        ),
        sa.Column("old_id", sa.BigInteger(), nullable=False, comment="The record that is no longer listed."),
        sa.Column("new_id", sa.BigInteger(), nullable=False, comment="The record it was merged into."),
        sa.Column("reason", sa.Text(), nullable=False, comment="Why the two are one."),
        sa.Column(
            "merged_by",
            sa.Text(),
            server_default=sa.text("session_user"),
            nullable=False,
            comment="Who merged them.",
        ),
        sa.Column(
            "merged_at",
            postgresql.TIMESTAMP(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
            comment="When they were merged.",
        ),
        sa.Column("undone_by", sa.Text(), comment="Who undid the merge."),
        sa.Column(
            "undone_at",
            postgresql.TIMESTAMP(timezone=True),
            comment="When the merge was undone; NULL while it stands.",
        ),
        sa.Column("undo_reason", sa.Text(), comment="Why it was undone."),
        check("ck_record_redirect_undone", "(undone_at IS NULL) = (undone_by IS NULL)"),
        check("ck_record_redirect_not_itself", "old_id <> new_id"),
        fk("record_redirect", "new_id kind", "geodb.record", "id kind"),
        fk("record_redirect", "old_id kind", "geodb.record", "id kind"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record_redirect")),
        schema="geodb",
        comment="Merges: rows stay where they are, reads resolve to the survivor, undoing restores.",
    )
    op.create_index("ix_record_redirect_new_id", "record_redirect", ["new_id"], schema="geodb")
    op.create_index(
        "uq_record_redirect_active",
        "record_redirect",
        ["old_id"],
        unique=True,
        schema="geodb",
        postgresql_where=sa.text("undone_at IS NULL"),
    )


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
    op.drop_table("record_redirect", schema="geodb")
    op.drop_table("record_subject", schema="geodb")
    op.drop_table("record_topic", schema="geodb")
    op.drop_table("external_id", schema="geodb")
    op.drop_table("record_name", schema="geodb")
    op.drop_table("record", schema="geodb")
