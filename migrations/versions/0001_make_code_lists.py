"""Make the schemas, the extensions, the folding of names, and the code lists.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None

SQL = Path(__file__).parents[1] / "sql" / revision

SCHEMAS = {
    "geodb": "Tables of the event database; read them through schema api.",
    "api": "The read contract: views and functions, and nothing else.",
    "audit": "The change log of the record tier.",
    "ingest": "Who loaded what: runs, refused input, and which dossier asserts which row.",
}

CODE_LISTS = {
    "record_kind": "What a record can be.",
    "marking": "Traffic Light Protocol markings: who may see a record.",
    "actor_kind": "Kinds of actors, from states to unnamed groups.",
    "name_kind": "How a name stands to what it names: official, alias, acronym, metonym, former.",
    "office_status": "Whether a holder is known to hold the office still.",
    "relation_kind": "Kinds of relations between two actors.",
    "relation_status": "Whether a relation is actual, sought, potential or ended.",
    "place_kind": "Kinds of places.",
    "event_kind": "Kinds of events in words of their own; ontologies are coded in event_term.",
    "event_status": "Life cycle of an event, from rumoured to occurred or cancelled.",
    "date_precision": "Grain of a date or time span.",
    "participant_role": "Roles of actors in events; acts says which roles make a side of a dyad.",
    "place_role": "Roles of places in events.",
    "event_relation_kind": "How one record leads to, belongs to or answers another.",
    "statement_form": "How close the text is to the words that were said.",
    "medium": "Channel through which a statement was made.",
    "statement_role": "Roles of actors in statements.",
    "stance": "How a statement stands towards its target.",
    "initiative_kind": "Kinds of initiatives: agreements, plans, programmes, projects.",
    "initiative_status": "Life cycle of an initiative, from proposed to ended.",
    "party_role": "Roles of actors in initiatives.",
    "target_comparator": "How an observed value must stand to a target's value.",
    "measure": "What a figure or target counts.",
    "unit": "Units of figures, targets and observations.",
    "observation_basis": "What an observation of a target is: baseline, reported progress, estimate.",
    "source_kind": "Kinds of sources.",
    "paragraph_kind": "Kinds of paragraphs of a document.",
    "evidence_relation": "Whether a passage supports, contradicts or only mentions a fact.",
    "claim_rank": "Standing of a reported value among its rivals.",
    "assessment_kind": "Judgment, forecast, scenario or scenario outcome.",
    "judgment_kind": "What a judgment asserts: intent, cause, significance, reaction.",
    "probability_basis": "Where a probability comes from.",
    "confidence_level": "An author's stated confidence in a judgment.",
    "resolution_outcome": "How a forecast ended.",
    "note_kind": "Kinds of notes on records.",
    "external_scheme": "Schemes of identifiers that others use for the same thing.",
    "topic": "What records are about.",
}
RECORD_KINDS = (
    (
        "actor",
        "Actor",
        "Anyone or anything that acts or is acted upon: a state, body, group, outlet or person.",
        10,
    ),
    ("office", "Office", "A post apart from whoever holds it.", 20),
    ("office_holding", "Office holding", "One person's time in one office.", 30),
    (
        "actor_relation",
        "Actor relation",
        "A lasting relation between two actors, such as membership or rivalry.",
        40,
    ),
    ("place", "Place", "A named location or region.", 50),
    ("event", "Event", "Something that happened, is happening, is planned or was called off.", 60),
    ("event_relation", "Event relation", "A link from an event to another event or to a statement.", 70),
    ("statement", "Statement", "Something an identified or unnamed speaker said, wrote or implied.", 80),
    ("initiative", "Initiative", "An agreement, programme or plan that parties carry over time.", 90),
    ("target", "Target", "A measurable aim of an initiative.", 100),
    ("figure", "Figure", "A number reported about another record.", 110),
    ("assessment", "Assessment", "A judgment, forecast or scenario with an author.", 120),
    ("source", "Source", "A publication, post or document that is cited.", 130),
    ("document", "Document", "One unchangeable copy of a source's text.", 140),
)


def upgrade() -> None:
    make_schemas()
    for name, comment in CODE_LISTS.items():
        create_code_list(name, comment)
    fill_record_kind()


def make_schemas() -> None:
    for schema, comment in SCHEMAS.items():
        op.execute(f"CREATE SCHEMA {schema}")
        op.execute(f"COMMENT ON SCHEMA {schema} IS '{comment}'")
    # A managed server may have them already, and in a schema of its own choosing; see migrations/env.py.
    op.execute("CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public")
    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public")
    run_file("fold_name_v1.sql")


def run_file(name: str) -> None:
    """Run a frozen file; a per cent sign in it is a per cent sign."""
    body = (SQL / name).read_text(encoding="utf-8").strip().removesuffix(";")
    op.execute(sa.DDL(body.replace("%", "%%")))  # type: ignore[no-untyped-call]


def create_code_list(name: str, comment: str) -> None:
    acts: sa.Column[bool] = sa.Column(
        "acts", sa.Boolean(), nullable=False, comment="Whether the role makes the actor a side of a dyad."
    )
    op.create_table(
        name,
        sa.Column("code", sa.Text(), nullable=False, comment="The code that facts carry."),
        sa.Column("label", sa.Text(), nullable=False, comment="Name for people."),
        sa.Column("description", sa.Text(), comment="When to use the code."),
        sa.Column("sort_order", sa.Integer(), server_default="0", nullable=False, comment="Order in lists."),
        sa.Column("parent_code", sa.Text(), comment="Broader code of the same list."),
        sa.Column(
            "retired_at",
            postgresql.TIMESTAMP(timezone=True),
            comment="Since when the code is no longer given; never deleted.",
        ),
        *([acts] if name == "participant_role" else []),
        sa.CheckConstraint("code ~ '^[a-z0-9_]{1,40}$'", name=op.f(f"ck_{name}_code_form")),
        sa.ForeignKeyConstraint(["parent_code"], [f"geodb.{name}.code"], name=op.f(f"fk_{name}_parent_code")),
        sa.PrimaryKeyConstraint("code", name=op.f(f"pk_{name}")),
        schema="geodb",
        comment=comment,
    )


def fill_record_kind() -> None:
    """Insert the kinds of records: the code depends on them, so they do not wait for the seeds."""
    record_kind = sa.table(
        "record_kind",
        sa.column("code", sa.Text()),
        sa.column("label", sa.Text()),
        sa.column("description", sa.Text()),
        sa.column("sort_order", sa.Integer()),
        schema="geodb",
    )
    columns = ("code", "label", "description", "sort_order")
    op.bulk_insert(record_kind, [dict(zip(columns, kind, strict=True)) for kind in RECORD_KINDS])


def downgrade() -> None:
    # The extensions stay: others in the same database may use them by now.
    for name in reversed(CODE_LISTS):
        op.drop_table(name, schema="geodb")
    op.execute("DROP FUNCTION geodb.fold_name_v1(text)")
    for schema in SCHEMAS:
        op.execute(f"DROP SCHEMA {schema}")
