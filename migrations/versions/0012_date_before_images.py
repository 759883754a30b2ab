"""Let the change log say since when each row was as it was before a change, and find such images fast.

Revision ID: 0012
Revises: 0011
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012"
down_revision: str | None = "0011"
branch_labels: str | None = None
depends_on: str | None = None

SQL = Path(__file__).parents[1] / "sql" / revision

DATE_IMAGES = """
UPDATE audit.change SET since = dated.since
FROM (
    SELECT id, max(at) OVER (
        PARTITION BY table_name, row_id ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS since
    FROM audit.change
) AS dated
WHERE dated.id = change.id AND change.before IS NOT NULL
"""

# In the transaction of the migration, for which writers wait anyway: of a million changes it takes seconds.
INDEXES = (
    "-- squawk-ignore require-concurrent-index-deletion\nDROP INDEX audit.ix_change_row",
    "-- squawk-ignore require-concurrent-index-deletion\nDROP INDEX audit.ix_change_at",
    (
        "-- squawk-ignore require-concurrent-index-creation\n"
        "CREATE INDEX ix_change_row ON audit.change (table_name, row_id, at)"
    ),
    (
        "-- squawk-ignore require-concurrent-index-creation\n"
        "CREATE INDEX ix_change_at ON audit.change (table_name, at, row_id)"
    ),
    (
        "-- squawk-ignore require-concurrent-index-creation\n"
        "CREATE INDEX ix_change_record_key ON audit.change ((before ->> 'key')) "
        "WHERE table_name = 'record' AND before IS NOT NULL"
    ),
    (
        "-- squawk-ignore require-concurrent-index-creation\n"
        "CREATE INDEX ix_change_record_survivor ON audit.change (((before ->> 'survivor_id')::bigint)) "
        "WHERE table_name = 'record' AND before IS NOT NULL"
    ),
)

RETARGET = """
DO $retarget$
DECLARE
    logger record;
BEGIN
    FOR logger IN
        SELECT pg_get_triggerdef(pg_trigger.oid) AS definition
        FROM pg_trigger
        WHERE tgfoid IN ('audit.log_update_{old}()'::regprocedure, 'audit.log_delete_{old}()'::regprocedure)
        ORDER BY tgrelid::regclass::text, tgname
    LOOP
        EXECUTE regexp_replace(
            replace(logger.definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER'),
            '(audit.log_(?:update|delete))_{old}', '\\1_{new}'
        );
    END LOOP;
END
$retarget$
"""


def upgrade() -> None:
    op.add_column(
        "change",
        sa.Column(
            "since",
            postgresql.TIMESTAMP(timezone=True),
            comment="Since when the row was as before; NULL for an insert, or where the log does not know.",
        ),
        schema="audit",
    )
    op.execute("ALTER TABLE audit.change DISABLE TRIGGER tg_change_kept")
    op.execute(DATE_IMAGES)
    op.execute("ALTER TABLE audit.change ENABLE TRIGGER tg_change_kept")
    for statement in INDEXES:
        op.execute(statement)
    make_rules()


def make_rules() -> None:
    body = (SQL / "log_changes_v2.sql").read_text(encoding="utf-8").strip().removesuffix(";")
    op.execute(sa.DDL(body.replace("%", "%%")))  # type: ignore[no-untyped-call]
    retarget("v1", "v2")


def retarget(old: str, new: str) -> None:
    """Let the triggers of all logged tables call the functions of another version."""
    op.execute(sa.DDL(RETARGET.format(old=old, new=new)))  # type: ignore[no-untyped-call]


def downgrade() -> None:
    retarget("v2", "v1")
    op.execute("DROP FUNCTION audit.log_update_v2(), audit.log_delete_v2()")
    op.execute("DROP FUNCTION audit.last_changed_v1(text, bigint)")
    for name in ("ix_change_record_survivor", "ix_change_record_key", "ix_change_at", "ix_change_row"):
        op.drop_index(name, "change", schema="audit")
    op.create_index("ix_change_at", "change", ["table_name", "at"], schema="audit")
    op.create_index("ix_change_row", "change", ["table_name", "row_id", "id"], schema="audit")
    op.drop_column("change", "since", schema="audit")
