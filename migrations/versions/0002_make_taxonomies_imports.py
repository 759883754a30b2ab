"""Make the tables of taxonomies, countries, datasets and imports.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision: str | None = "0001"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "taxonomy",
        sa.Column("code", sa.Text(), nullable=False, comment="Short name of the ontology."),
        sa.Column("title", sa.Text(), nullable=False, comment="Full title."),
        sa.Column("version", sa.Text(), comment="Version that the terms are from."),
        sa.Column("publisher", sa.Text(), comment="Who publishes it."),
        sa.Column("licence", sa.Text(), comment="Terms of use."),
        sa.Column("url", sa.Text(), comment="Where it is published."),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_taxonomy")),
        schema="geodb",
        comment="Published ontologies whose terms code our records.",
    )
    op.create_table(
        "term",
        sa.Column("taxonomy_code", sa.Text(), nullable=False, comment="Ontology the term belongs to."),
        sa.Column("code", sa.Text(), nullable=False, comment="The ontology's own code."),
        sa.Column("facet", sa.Text(), comment="Part of the ontology: type, mode, context, root, base."),
        sa.Column("parent_code", sa.Text(), comment="Broader term of the same ontology."),
        sa.Column("label", sa.Text(), nullable=False, comment="Name for people."),
        sa.Column("description", sa.Text(), comment="When to use the term, in our words."),
        sa.Column("score", sa.Numeric(), comment="Cooperation-conflict score, -10 to +10."),
        sa.Column("score_low", sa.Numeric(), comment="Lower bound of the band a word stands for."),
        sa.Column("score_high", sa.Numeric(), comment="Upper bound of the band a word stands for."),
        sa.Column(
            "sort_order", sa.SmallInteger(), server_default="0", nullable=False, comment="Order in lists."
        ),
        sa.Column(
            "retired_at",
            postgresql.TIMESTAMP(timezone=True),
            comment="Since when the term is no longer given.",
        ),
        check("ck_term_score_band", "score_low <= score_high"),
        fk("term", "taxonomy_code parent_code", "geodb.term", "taxonomy_code code"),
        fk("term", "taxonomy_code", "geodb.taxonomy", "code"),
        sa.PrimaryKeyConstraint("taxonomy_code", "code", name=op.f("pk_term")),
        schema="geodb",
        comment="Terms of published ontologies.",
    )
    op.create_table(
        "term_map",
        identity(),
        sa.Column("from_taxonomy_code", sa.Text(), nullable=False, comment="Ontology mapped from."),
        sa.Column("from_code", sa.Text(), nullable=False, comment="Term mapped from."),
        sa.Column("to_taxonomy_code", sa.Text(), nullable=False, comment="Ontology mapped to."),
        sa.Column("to_code", sa.Text(), nullable=False, comment="Term mapped to."),
        sa.Column("relation", sa.Text(), nullable=False, comment="exact, broad, narrow or related."),
        sa.Column(
            "layer",
            sa.Text(),
            nullable=False,
            comment="published: the map as its authors gave it; corrected: ours.",
        ),
        sa.Column("note", sa.Text(), comment="Why a line was corrected."),
        sa.Column(
            "retired_at",
            postgresql.TIMESTAMP(timezone=True),
            comment="Since when the line is no longer given.",
        ),
        check("ck_term_map_layer", "layer IN ('published', 'corrected')"),
        check("ck_term_map_relation", "relation IN ('exact', 'broad', 'narrow', 'related')"),
        fk("term_map", "from_taxonomy_code from_code", "geodb.term", "taxonomy_code code"),
        fk("term_map", "to_taxonomy_code to_code", "geodb.term", "taxonomy_code code"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term_map")),
        sa.UniqueConstraint(
            "from_taxonomy_code",
            "from_code",
            "to_taxonomy_code",
            "to_code",
            "layer",
            name="uq_term_map_natural",
        ),
        schema="geodb",
        comment="Crosswalks between ontologies; corrections stand beside what was published.",
    )
    op.create_table(
        "country",
        sa.Column("alpha3", sa.Text(), nullable=False, comment="ISO 3166-1 alpha-3 code."),
        sa.Column("alpha2", sa.Text(), nullable=False, comment="ISO 3166-1 alpha-2 code."),
        sa.Column(
            "numeric_code", sa.Text(), nullable=False, comment="ISO 3166-1 numeric code with leading zeros."
        ),
        sa.Column("name", sa.Text(), nullable=False, comment="Short English name."),
        sa.Column("official_name", sa.Text(), comment="Formal English name."),
        sa.Column("wikidata_id", sa.Text(), comment="Wikidata item."),
        sa.Column(
            "retired_at",
            postgresql.TIMESTAMP(timezone=True),
            comment="Since when the code is no longer given.",
        ),
        check("ck_country_alpha2_form", "alpha2 ~ '^[A-Z]{2}$'"),
        check("ck_country_alpha3_form", "alpha3 ~ '^[A-Z]{3}$'"),
        check("ck_country_numeric_form", "numeric_code ~ '^[0-9]{3}$'"),
        sa.PrimaryKeyConstraint("alpha3", name=op.f("pk_country")),
        sa.UniqueConstraint("alpha2", name=op.f("uq_country_alpha2")),
        sa.UniqueConstraint("numeric_code", name=op.f("uq_country_numeric_code")),
        sa.UniqueConstraint("wikidata_id", name=op.f("uq_country_wikidata_id")),
        schema="geodb",
        comment="Countries and areas of ISO 3166-1.",
    )
    op.create_table(
        "dataset",
        identity(),
        sa.Column(
            "prefix", sa.Text(), nullable=False, comment="First half of the public key, before the colon."
        ),
        sa.Column("title", sa.Text(), nullable=False, comment="Name for people."),
        sa.Column("description", sa.Text(), comment="What the dataset holds and what it does not."),
        sa.Column("publisher", sa.Text(), comment="Who publishes it."),
        sa.Column("licence", sa.Text(), comment="Terms of use."),
        sa.Column("url", sa.Text(), comment="Where it is published."),
        sa.Column("version", sa.Text(), comment="Version in the database."),
        sa.Column(
            "tier",
            sa.Text(),
            server_default="record",
            nullable=False,
            comment="record: curated facts; coded: event data.",
        ),
        check("ck_dataset_prefix_form", "prefix ~ '^[a-z][a-z0-9_-]{0,39}$'"),
        check("ck_dataset_tier", "tier IN ('record', 'coded')"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dataset")),
        sa.UniqueConstraint("prefix", name=op.f("uq_dataset_prefix")),
        schema="geodb",
        comment="Issuers of keys; the prefix is the first half of every public key.",
    )
    op.create_table(
        "import_run",
        identity(),
        sa.Column("importer", sa.Text(), nullable=False, comment="Loader and its version."),
        sa.Column("input", sa.Text(), nullable=False, comment="Name of the input."),
        sa.Column("input_sha256", sa.Text(), comment="SHA-256 of the input."),
        sa.Column(
            "status", sa.Text(), server_default="running", nullable=False, comment="running, done or failed."
        ),
        sa.Column(
            "started_at",
            postgresql.TIMESTAMP(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
            comment="Start.",
        ),
        sa.Column("finished_at", postgresql.TIMESTAMP(timezone=True), comment="End."),
        sa.Column(
            "db_user",
            sa.Text(),
            server_default=sa.text("session_user"),
            nullable=False,
            comment="Database user.",
        ),
        sa.Column("counts", postgresql.JSONB(), comment="new, changed, unchanged and retracted per kind."),
        check("ck_import_run_status", "status IN ('running', 'done', 'failed')"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_run")),
        schema="ingest",
        comment="Runs of loaders: who loaded what, when, with which result.",
    )
    op.create_table(
        "import_reject",
        identity(),
        sa.Column("import_id", sa.BigInteger(), comment="The run; NULL: none was opened."),
        sa.Column("input", sa.Text(), nullable=False, comment="Name of the input."),
        sa.Column("line", sa.Integer(), comment="Line of the input."),
        sa.Column("reason", sa.Text(), nullable=False, comment="Why it was refused."),
        sa.Column("payload", postgresql.JSONB(), nullable=False, comment="What was refused."),
        sa.Column(
            "rejected_at",
            postgresql.TIMESTAMP(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
            comment="When.",
        ),
        sa.Column("resolved_at", postgresql.TIMESTAMP(timezone=True), comment="When a retry went through."),
        fk("import_reject", "import_id", "ingest.import_run"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_reject")),
        schema="ingest",
        comment="Refused input with its reason; nothing is dropped silently.",
    )
    op.create_index("ix_import_reject_import_id", "import_reject", ["import_id"], schema="ingest")
    op.create_table(
        "dossier",
        identity(),
        sa.Column("key", sa.Text(), nullable=False, comment="Key of the dossier, prefix:local_key."),
        sa.Column(
            "sha256", sa.Text(), nullable=False, comment="SHA-256 of the dossier's content as last loaded."
        ),
        sa.Column("import_id", sa.BigInteger(), nullable=False, comment="Run that last changed it."),
        sa.Column(
            "loaded_at",
            postgresql.TIMESTAMP(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
            comment="When it last changed.",
        ),
        fk("dossier", "import_id", "ingest.import_run"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier")),
        sa.UniqueConstraint("key", name=op.f("uq_dossier_key")),
        schema="ingest",
        comment="Dossiers by key, with the state last loaded.",
    )
    op.create_index("ix_dossier_import_id", "dossier", ["import_id"], schema="ingest")
    op.create_table(
        "contribution",
        sa.Column("dossier_id", sa.BigInteger(), nullable=False, comment="The dossier."),
        sa.Column("table_name", sa.Text(), nullable=False, comment="Table of the rows."),
        sa.Column(
            "row_ids",
            sa.ARRAY(sa.BigInteger()),
            nullable=False,
            comment="Ids of the rows, in ascending order.",
        ),
        fk("contribution", "dossier_id", "ingest.dossier"),
        sa.PrimaryKeyConstraint("dossier_id", "table_name", name=op.f("pk_contribution")),
        schema="ingest",
        comment="Which dossier asserts which rows, so that a reload can retract what it dropped.",
    )
    op.create_index(
        "ix_contribution_row_ids", "contribution", ["row_ids"], schema="ingest", postgresql_using="gin"
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
    op.drop_table("contribution", schema="ingest")
    op.drop_table("dossier", schema="ingest")
    op.drop_table("import_reject", schema="ingest")
    op.drop_table("import_run", schema="ingest")
    op.drop_table("dataset", schema="geodb")
    op.drop_table("country", schema="geodb")
    op.drop_table("term_map", schema="geodb")
    op.drop_table("term", schema="geodb")
    op.drop_table("taxonomy", schema="geodb")
