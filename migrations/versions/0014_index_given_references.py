"""Leave rows without a reference out of indexes of optional ones, and drop indexes that nobody reads.

Revision ID: 0014
Revises: 0013
"""

from __future__ import annotations

from alembic import op

revision = "0014"
down_revision: str | None = "0013"
branch_labels: str | None = None
depends_on: str | None = None

OPTIONAL = (
    ("geodb.actor", "scoped_to_id"),
    ("geodb.assessment", "author_id"),
    ("geodb.assessment", "parent_id"),
    ("geodb.assessment", "statement_id"),
    ("geodb.assessment_condition", "record_id"),
    ("geodb.assessment_resolution", "event_id"),
    ("geodb.assessment_resolution", "source_id"),
    ("geodb.claim", "source_id"),
    ("geodb.event_participant", "office_id"),
    ("geodb.event_participant", "on_behalf_of_id"),
    ("geodb.evidence", "claim_id"),
    ("geodb.figure", "party_id"),
    ("geodb.initiative", "launch_event_id"),
    ("geodb.initiative", "parent_id"),
    ("geodb.note", "source_id"),
    ("geodb.office", "organization_id"),
    ("geodb.place", "parent_id"),
    ("geodb.source", "publisher_id"),
    ("geodb.statement", "canonical_id"),
    ("geodb.statement", "capacity_id"),
    ("geodb.statement", "occasion_id"),
    ("geodb.status_change", "by_event_id"),
    ("ingest.import_reject", "import_id"),
)
"""Tables with their columns that refer to something or are NULL, as many of them are in most rows."""

RECORD = "geodb.record"


def upgrade() -> None:
    for table, column in OPTIONAL:
        drop(table, column)
        create(table, column, f" WHERE {column} IS NOT NULL")
    for column in ("kind", "dataset_prefix", "import_id"):
        drop(RECORD, column)
    create(RECORD, "kind, dataset_prefix")


def downgrade() -> None:
    drop(RECORD, "kind, dataset_prefix")
    for column in ("kind", "dataset_prefix", "import_id"):
        create(RECORD, column)
    for table, column in OPTIONAL:
        drop(table, column)
        create(table, column)


# In the transaction of the migration, for which writers wait anyway: of a million rows each takes a second.
def create(table: str, columns: str, where: str = "") -> None:
    comment = "-- squawk-ignore require-concurrent-index-creation\n"
    op.execute(f"{comment}CREATE INDEX {name(table, columns)} ON {table} ({columns}){where}")


def drop(table: str, columns: str) -> None:
    schema = table.partition(".")[0]
    comment = "-- squawk-ignore require-concurrent-index-deletion\n"
    op.execute(f"{comment}DROP INDEX {schema}.{name(table, columns)}")


def name(table: str, columns: str) -> str:
    return "_".join(["ix", table.partition(".")[2], *columns.split(", ")])
