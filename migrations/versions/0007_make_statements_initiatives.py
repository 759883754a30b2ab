"""Make statements, and initiatives with their targets.

Revision ID: 0007
Revises: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision: str | None = "0006"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "statement",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Id of the record."),
        sa.Column(
            "record_kind",
            sa.Text(),
            server_default="statement",
            nullable=False,
            comment="Always statement; ties the row to its record's kind.",
        ),
        sa.Column(
            "form_code",
            sa.Text(),
            nullable=False,
            comment="How close the text is to the words that were said.",
        ),
        sa.Column("content", sa.Text(), nullable=False, comment="What was said, as the document puts it."),
        sa.Column("verbatim", sa.Text(), comment="The words in quotation marks."),
        sa.Column(
            "is_truncated",
            sa.Boolean(),
            server_default=sa.text("false"),
            nullable=False,
            comment="Whether the quotation leaves words out.",
        ),
        sa.Column("lang", sa.Text(), comment="Language the words were said in, BCP 47."),
        sa.Column("original_text", sa.Text(), comment="The words in that language."),
        sa.Column(
            "medium_code",
            sa.Text(),
            server_default="unknown",
            nullable=False,
            comment="Channel of the statement.",
        ),
        sa.Column("capacity_id", sa.BigInteger(), comment="Office in which the speaker spoke."),
        sa.Column("occasion_id", sa.BigInteger(), comment="Event at which it was said."),
        sa.Column(
            "speech_act_taxonomy_code",
            sa.Text(),
            sa.Computed("'plover'", persisted=True),
            nullable=False,
            comment="Always plover, so that words and deeds share one scale.",
        ),
        sa.Column("speech_act_code", sa.Text(), comment="PLOVER type of what the statement does."),
        sa.Column("said_edtf", sa.Text(), comment="When it was said, as EDTF; NULL: see the occasion."),
        sa.Column("said_span", postgresql.DATERANGE(), comment="Envelope of said_edtf."),
        sa.Column("said_precision_code", sa.Text(), comment="Grain of said_edtf."),
        sa.Column("canonical_id", sa.BigInteger(), comment="The same utterance, better reported."),
        check("ck_statement_verbatim", "form_code NOT IN ('verbatim', 'mixed') OR verbatim IS NOT NULL"),
        check("ck_statement_record_kind", "record_kind = 'statement'"),
        check("ck_statement_not_itself", "canonical_id <> id"),
        fk("statement", "canonical_id", "geodb.statement"),
        fk("statement", "capacity_id", "geodb.office"),
        fk("statement", "form_code", "geodb.statement_form", "code"),
        fk("statement", "id record_kind", "geodb.record", "id kind"),
        fk("statement", "medium_code", "geodb.medium", "code"),
        fk("statement", "occasion_id", "geodb.event"),
        fk("statement", "said_precision_code", "geodb.date_precision", "code"),
        sa.ForeignKeyConstraint(
            ["speech_act_taxonomy_code", "speech_act_code"],
            ["geodb.term.taxonomy_code", "geodb.term.code"],
            name="fk_statement_speech_act",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
        schema="geodb",
        comment="What was said, meant or implied, attributed to somebody.",
    )
    op.create_index("ix_statement_canonical_id", "statement", ["canonical_id"], schema="geodb")
    op.create_index("ix_statement_capacity_id", "statement", ["capacity_id"], schema="geodb")
    op.create_index(
        "ix_statement_content",
        "statement",
        [sa.literal_column("to_tsvector('simple', content)")],
        schema="geodb",
        postgresql_using="gin",
    )
    op.create_index("ix_statement_occasion_id", "statement", ["occasion_id"], schema="geodb")
    op.create_index(
        "ix_statement_said_span", "statement", ["said_span"], schema="geodb", postgresql_using="gist"
    )
    op.create_table(
        "statement_actor",
        identity(),
        sa.Column("statement_id", sa.BigInteger(), nullable=False, comment="The statement."),
        sa.Column("actor_id", sa.BigInteger(), nullable=False, comment="The actor."),
        sa.Column("role_code", sa.Text(), nullable=False, comment="Role in the statement."),
        sa.Column("stance_code", sa.Text(), comment="How the statement stands towards a target."),
        sa.Column(
            "hop",
            sa.SmallInteger(),
            server_default="0",
            nullable=False,
            comment="Position in the chain of relays: 1 heard it from the speaker.",
        ),
        check("ck_statement_actor_stance_of_target", "stance_code IS NULL OR role_code = 'target'"),
        check("ck_statement_actor_hop", "hop >= 0"),
        fk("statement_actor", "actor_id", "geodb.actor"),
        fk("statement_actor", "role_code", "geodb.statement_role", "code"),
        fk("statement_actor", "stance_code", "geodb.stance", "code"),
        fk("statement_actor", "statement_id", "geodb.statement"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement_actor")),
        sa.UniqueConstraint("statement_id", "actor_id", "role_code", name="uq_statement_actor_natural"),
        schema="geodb",
        comment="Who spoke, for whom, to whom, about whom, and who passed it on.",
    )
    op.create_index("ix_statement_actor_actor_id", "statement_actor", ["actor_id"], schema="geodb")
    op.create_table(
        "initiative",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Id of the record."),
        sa.Column(
            "record_kind",
            sa.Text(),
            server_default="initiative",
            nullable=False,
            comment="Always initiative; ties the row to its record's kind.",
        ),
        sa.Column("kind_code", sa.Text(), nullable=False, comment="Kind of initiative."),
        sa.Column("parent_id", sa.BigInteger(), comment="Initiative it is part of."),
        sa.Column("launch_event_id", sa.BigInteger(), comment="Event that launched it."),
        sa.Column("term", sa.Interval(), comment="How long it is meant to run."),
        sa.Column("is_binding", sa.Boolean(), comment="Whether it binds its parties in law."),
        check("ck_initiative_record_kind", "record_kind = 'initiative'"),
        check("ck_initiative_not_in_itself", "parent_id <> id"),
        fk("initiative", "id record_kind", "geodb.record", "id kind"),
        fk("initiative", "kind_code", "geodb.initiative_kind", "code"),
        fk("initiative", "launch_event_id", "geodb.event"),
        fk("initiative", "parent_id", "geodb.initiative"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiative")),
        schema="geodb",
        comment="Agreements, plans, programmes and projects.",
    )
    op.create_index("ix_initiative_launch_event_id", "initiative", ["launch_event_id"], schema="geodb")
    op.create_index("ix_initiative_parent_id", "initiative", ["parent_id"], schema="geodb")
    op.create_table(
        "initiative_party",
        identity(),
        sa.Column("initiative_id", sa.BigInteger(), nullable=False, comment="The initiative."),
        sa.Column("actor_id", sa.BigInteger(), nullable=False, comment="The party."),
        sa.Column(
            "role_code", sa.Text(), server_default="party", nullable=False, comment="Role in the initiative."
        ),
        sa.Column("joined_edtf", sa.Text(), comment="When it joined, as EDTF."),
        sa.Column("left_edtf", sa.Text(), comment="When it left, as EDTF."),
        sa.Column("span", postgresql.DATERANGE(), comment="Envelope from joining to leaving."),
        fk("initiative_party", "actor_id", "geodb.actor"),
        fk("initiative_party", "initiative_id", "geodb.initiative"),
        fk("initiative_party", "role_code", "geodb.party_role", "code"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiative_party")),
        sa.UniqueConstraint("initiative_id", "actor_id", "role_code", name="uq_initiative_party_natural"),
        schema="geodb",
        comment="Who takes part in initiatives, since when and until when.",
    )
    op.create_index("ix_initiative_party_actor_id", "initiative_party", ["actor_id"], schema="geodb")
    op.create_table(
        "initiative_target",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Id of the record."),
        sa.Column(
            "record_kind",
            sa.Text(),
            server_default="target",
            nullable=False,
            comment="Always target; ties the row to its record's kind.",
        ),
        sa.Column(
            "initiative_id", sa.BigInteger(), nullable=False, comment="Initiative that set the target."
        ),
        sa.Column("metric", sa.Text(), nullable=False, comment="What is to be reached, in words."),
        sa.Column("measure_code", sa.Text(), nullable=False, comment="What is counted."),
        sa.Column(
            "comparator_code",
            sa.Text(),
            nullable=False,
            comment="How the observed value must stand to the target's.",
        ),
        sa.Column("value", sa.Numeric(), nullable=False, comment="Value to be reached."),
        sa.Column(
            "unit_code", sa.Text(), nullable=False, comment="Unit of the value and of all observations."
        ),
        sa.Column("deadline_edtf", sa.Text(), comment="By when, as EDTF."),
        sa.Column("deadline_span", postgresql.DATERANGE(), comment="Envelope of deadline_edtf."),
        check("ck_initiative_target_metric", "metric <> ''"),
        check("ck_initiative_target_record_kind", "record_kind = 'target'"),
        fk("initiative_target", "comparator_code", "geodb.target_comparator", "code"),
        fk("initiative_target", "id record_kind", "geodb.record", "id kind"),
        fk("initiative_target", "initiative_id", "geodb.initiative"),
        fk("initiative_target", "measure_code", "geodb.measure", "code"),
        fk("initiative_target", "unit_code", "geodb.unit", "code"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_initiative_target")),
        schema="geodb",
        comment="Measurable promises of initiatives.",
    )
    op.create_index(
        "ix_initiative_target_initiative_id", "initiative_target", ["initiative_id"], schema="geodb"
    )
    op.create_table(
        "target_observation",
        identity(),
        sa.Column("target_id", sa.BigInteger(), nullable=False, comment="The target."),
        sa.Column("basis_code", sa.Text(), nullable=False, comment="Baseline, reported progress, estimate."),
        sa.Column("value", sa.Numeric(), nullable=False, comment="Observed value in the target's unit."),
        sa.Column("scope", sa.Text(), comment="What the value covers: goods and services, goods only."),
        sa.Column("as_of_edtf", sa.Text(), nullable=False, comment="Time the value is for, as EDTF."),
        sa.Column("as_of_span", postgresql.DATERANGE(), comment="Envelope of as_of_edtf."),
        sa.Column("published_edtf", sa.Text(), comment="When the value was published, as EDTF."),
        sa.Column("published_span", postgresql.DATERANGE(), comment="Envelope of published_edtf."),
        sa.Column("source_id", sa.BigInteger(), nullable=False, comment="Source that gives the value."),
        fk("target_observation", "basis_code", "geodb.observation_basis", "code"),
        fk("target_observation", "source_id", "geodb.source"),
        fk("target_observation", "target_id", "geodb.initiative_target"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target_observation")),
        sa.UniqueConstraint(
            "target_id",
            "source_id",
            "basis_code",
            "as_of_edtf",
            "scope",
            name="uq_target_observation_natural",
            postgresql_nulls_not_distinct=True,
        ),
        schema="geodb",
        comment="Attributed values of targets' metrics; competing baselines stand side by side.",
    )
    op.create_index("ix_target_observation_source_id", "target_observation", ["source_id"], schema="geodb")


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
    op.drop_table("target_observation", schema="geodb")
    op.drop_table("initiative_target", schema="geodb")
    op.drop_table("initiative_party", schema="geodb")
    op.drop_table("initiative", schema="geodb")
    op.drop_table("statement_actor", schema="geodb")
    op.drop_table("statement", schema="geodb")
