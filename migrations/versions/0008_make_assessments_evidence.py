"""Make assessments, claims, and the evidence that ties facts to text.

Revision ID: 0008
Revises: 0007
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision: str | None = "0007"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "assessment",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False, comment="Id of the record."),
        sa.Column(
            "record_kind",
            sa.Text(),
            server_default="assessment",
            nullable=False,
            comment="Always assessment; ties the row to its record's kind.",
        ),
        sa.Column(
            "kind_code", sa.Text(), nullable=False, comment="Judgment, forecast, scenario, scenario outcome."
        ),
        sa.Column("judgment_kind_code", sa.Text(), comment="What a judgment asserts."),
        sa.Column("parent_id", sa.BigInteger(), comment="Scenario that an outcome belongs to."),
        sa.Column("seq", sa.SmallInteger(), comment="Order of an outcome in its scenario, from 1."),
        sa.Column("author_id", sa.BigInteger(), comment="Whose assessment it is."),
        sa.Column("statement_id", sa.BigInteger(), comment="Statement that reports it."),
        sa.Column(
            "text",
            sa.Text(),
            nullable=False,
            comment="What is assessed or foreseen, in the document's words.",
        ),
        sa.Column("wording", sa.Text(), comment="The word of likelihood as written: could, may, would."),
        sa.Column("probability_low", sa.Numeric(), comment="Lower probability, 0 to 1; NULL unless stated."),
        sa.Column("probability_high", sa.Numeric(), comment="Upper probability; equal to the lower if one."),
        sa.Column("probability_basis_code", sa.Text(), comment="Where the probability comes from."),
        sa.Column("confidence_code", sa.Text(), comment="The author's stated confidence."),
        sa.Column("horizon_edtf", sa.Text(), comment="Time it is about, as EDTF, where the text gives one."),
        sa.Column("horizon_span", postgresql.DATERANGE(), comment="Envelope of horizon_edtf."),
        sa.Column(
            "horizon_duration", sa.Text(), comment="ISO 8601 duration of a relative horizon, as in P5Y."
        ),
        sa.Column("due_on", sa.Date(), comment="Day by which it can be resolved."),
        sa.Column(
            "is_resolvable",
            sa.Boolean(),
            server_default=sa.text("false"),
            nullable=False,
            comment="Whether its wording allows a yes or no.",
        ),
        sa.Column("criteria", sa.Text(), comment="What would decide it."),
        check(
            "ck_assessment_outcome_of_scenario", "(kind_code = 'scenario_outcome') = (parent_id IS NOT NULL)"
        ),
        check("ck_assessment_judgment_kind", "kind_code = 'judgment' OR judgment_kind_code IS NULL"),
        check("ck_assessment_record_kind", "record_kind = 'assessment'"),
        check(
            "ck_assessment_probability_basis", "(probability_low IS NULL) = (probability_basis_code IS NULL)"
        ),
        check("ck_assessment_probability_both", "(probability_low IS NULL) = (probability_high IS NULL)"),
        check("ck_assessment_not_itself", "parent_id <> id"),
        check(
            "ck_assessment_probability",
            "probability_low >= 0 AND probability_high <= 1 AND probability_low <= probability_high",
        ),
        fk("assessment", "author_id", "geodb.actor"),
        fk("assessment", "confidence_code", "geodb.confidence_level", "code"),
        fk("assessment", "id record_kind", "geodb.record", "id kind"),
        fk("assessment", "judgment_kind_code", "geodb.judgment_kind", "code"),
        fk("assessment", "kind_code", "geodb.assessment_kind", "code"),
        fk("assessment", "parent_id", "geodb.assessment"),
        fk("assessment", "probability_basis_code", "geodb.probability_basis", "code"),
        fk("assessment", "statement_id", "geodb.statement"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
        schema="geodb",
        comment="Judgments, forecasts, scenarios and their outcomes.",
    )
    op.create_index("ix_assessment_author_id", "assessment", ["author_id"], schema="geodb")
    op.create_index("ix_assessment_parent_id", "assessment", ["parent_id"], schema="geodb")
    op.create_index("ix_assessment_statement_id", "assessment", ["statement_id"], schema="geodb")
    op.create_table(
        "assessment_condition",
        identity(),
        sa.Column("assessment_id", sa.BigInteger(), nullable=False, comment="The assessment."),
        sa.Column("seq", sa.SmallInteger(), nullable=False, comment="Order, from 1."),
        sa.Column("text", sa.Text(), nullable=False, comment="The condition in the document's words."),
        sa.Column(
            "is_negated",
            sa.Boolean(),
            server_default=sa.text("false"),
            nullable=False,
            comment="Whether it must not come true.",
        ),
        sa.Column("record_id", sa.BigInteger(), comment="Event, statement or outcome that it names."),
        check("ck_assessment_condition_seq", "seq > 0"),
        fk("assessment_condition", "assessment_id", "geodb.assessment"),
        fk("assessment_condition", "record_id", "geodb.record"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment_condition")),
        sa.UniqueConstraint("assessment_id", "seq", name="uq_assessment_condition_natural"),
        schema="geodb",
        comment="Conditions of assessments; all of them must hold.",
    )
    op.create_index(
        "ix_assessment_condition_record_id", "assessment_condition", ["record_id"], schema="geodb"
    )
    op.create_table(
        "assessment_resolution",
        identity(),
        sa.Column("assessment_id", sa.BigInteger(), nullable=False, comment="The assessment."),
        sa.Column("outcome_code", sa.Text(), nullable=False, comment="How it came out."),
        sa.Column("resolved_on", sa.Date(), nullable=False, comment="Day on which it was decided."),
        sa.Column("event_id", sa.BigInteger(), comment="Event that decided it."),
        sa.Column("source_id", sa.BigInteger(), comment="Source the decision rests on."),
        sa.Column("reason", sa.Text(), comment="Why it counts so."),
        sa.Column(
            "resolved_by",
            sa.Text(),
            server_default=sa.text("session_user"),
            nullable=False,
            comment="Who decided it.",
        ),
        fk("assessment_resolution", "assessment_id", "geodb.assessment"),
        fk("assessment_resolution", "event_id", "geodb.event"),
        fk("assessment_resolution", "outcome_code", "geodb.resolution_outcome", "code"),
        fk("assessment_resolution", "source_id", "geodb.source"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment_resolution")),
        sa.UniqueConstraint("assessment_id", name="uq_assessment_resolution_natural"),
        schema="geodb",
        comment="How assessments came out.",
    )
    op.create_index(
        "ix_assessment_resolution_event_id", "assessment_resolution", ["event_id"], schema="geodb"
    )
    op.create_index(
        "ix_assessment_resolution_source_id", "assessment_resolution", ["source_id"], schema="geodb"
    )
    op.create_table(
        "claim",
        identity(),
        sa.Column("record_id", sa.BigInteger(), nullable=False, comment="The record."),
        sa.Column(
            "attribute",
            sa.Text(),
            nullable=False,
            comment="Column of the record's api view that the value is for.",
        ),
        sa.Column("value", postgresql.JSONB(), nullable=False, comment="The value as reported."),
        sa.Column(
            "rank_code",
            sa.Text(),
            server_default="normal",
            nullable=False,
            comment="Preferred, normal or deprecated.",
        ),
        sa.Column("source_id", sa.BigInteger(), comment="Who reports it."),
        sa.Column("coder", sa.Text(), server_default="human", nullable=False, comment="Who coded it."),
        sa.Column("reason", sa.Text(), comment="Why it has its rank."),
        sa.Column(
            "digest",
            sa.Text(),
            sa.Computed("md5(value::text)", persisted=True),
            nullable=False,
            comment="Digest of the value, so that a claim stands once.",
        ),
        check("ck_claim_attribute", "attribute <> ''"),
        fk("claim", "rank_code", "geodb.claim_rank", "code"),
        fk("claim", "record_id", "geodb.record"),
        fk("claim", "source_id", "geodb.source"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
        sa.UniqueConstraint(
            "record_id",
            "attribute",
            "digest",
            "source_id",
            name="uq_claim_natural",
            postgresql_nulls_not_distinct=True,
        ),
        schema="geodb",
        comment="Reported values of disputed attributes, side by side.",
    )
    op.create_index("ix_claim_source_id", "claim", ["source_id"], schema="geodb")
    op.create_table(
        "evidence",
        identity(),
        sa.Column("record_id", sa.BigInteger(), nullable=False, comment="The fact."),
        sa.Column("attribute", sa.Text(), comment="Attribute it is about; NULL: the record as a whole."),
        sa.Column("claim_id", sa.BigInteger(), comment="Disputed value it speaks for."),
        sa.Column("source_id", sa.BigInteger(), nullable=False, comment="Source that says it."),
        sa.Column(
            "document_id",
            sa.BigInteger(),
            comment="Document that holds the passage; NULL: source without text.",
        ),
        sa.Column("paragraph_no", sa.Integer(), comment="Paragraph of the document."),
        sa.Column(
            "start_offset", sa.Integer(), comment="First code point of the passage in the paragraph, from 0."
        ),
        sa.Column("end_offset", sa.Integer(), comment="Code point after the last one."),
        sa.Column("exact", sa.Text(), comment="The passage; must equal the paragraph's characters."),
        sa.Column(
            "relation_code",
            sa.Text(),
            server_default="supports",
            nullable=False,
            comment="Supports, contradicts, mentions.",
        ),
        sa.Column("marker", sa.Text(), comment="Footnote marker the passage stands under."),
        sa.Column(
            "credibility",
            sa.SmallInteger(),
            comment="Admiralty credibility, 1 confirmed to 5 improbable; 6 cannot be judged.",
        ),
        sa.Column(
            "coder", sa.Text(), server_default="human", nullable=False, comment="Who or what found it."
        ),
        check("ck_evidence_length", "char_length(exact) = end_offset - start_offset"),
        check("ck_evidence_credibility", "credibility BETWEEN 1 AND 6"),
        check("ck_evidence_marker", "marker IS NULL OR document_id IS NOT NULL"),
        check(
            "ck_evidence_whole_span",
            "num_nonnulls(document_id, paragraph_no, start_offset, end_offset, exact) IN (0, 5)",
        ),
        check("ck_evidence_offsets", "start_offset >= 0 AND end_offset > start_offset"),
        fk("evidence", "claim_id", "geodb.claim"),
        fk("evidence", "document_id marker", "geodb.reference", "document_id marker"),
        fk("evidence", "document_id paragraph_no", "geodb.paragraph", "document_id no"),
        fk("evidence", "document_id", "geodb.document"),
        fk("evidence", "record_id", "geodb.record"),
        fk("evidence", "relation_code", "geodb.evidence_relation", "code"),
        fk("evidence", "source_id", "geodb.source"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.UniqueConstraint(
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
        schema="geodb",
        comment="Passages that speak for or against facts; a span equals its paragraph's characters.",
    )
    op.create_index("ix_evidence_claim_id", "evidence", ["claim_id"], schema="geodb")
    op.create_index(
        "ix_evidence_document_id_paragraph_no", "evidence", ["document_id", "paragraph_no"], schema="geodb"
    )
    op.create_index("ix_evidence_source_id", "evidence", ["source_id"], schema="geodb")


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
    op.drop_table("evidence", schema="geodb")
    op.drop_table("claim", schema="geodb")
    op.drop_table("assessment_resolution", schema="geodb")
    op.drop_table("assessment_condition", schema="geodb")
    op.drop_table("assessment", schema="geodb")
