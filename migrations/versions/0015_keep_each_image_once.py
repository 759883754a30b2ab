"""Keep each image of a row once in the change log, as it was before a change.

Revision ID: 0015
Revises: 0014
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0015"
down_revision: str | None = "0014"
branch_labels: str | None = None
depends_on: str | None = None

SQL = Path(__file__).parents[1] / "sql" / revision

# A trigger that is replaced is in mode O: whoever replaces one says ALWAYS again.
RETARGET = """
DO $retarget$
DECLARE
    logger record;
BEGIN
    FOR logger IN
        SELECT tgrelid::regclass AS relation, tgname AS name, pg_get_triggerdef(pg_trigger.oid) AS definition
        FROM pg_trigger
        WHERE tgfoid = '{old}()'::regprocedure
        ORDER BY tgrelid::regclass::text, tgname
    LOOP
        EXECUTE replace(
            replace(logger.definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER'), '{old}', '{new}'
        );
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', logger.relation, logger.name);
    END LOOP;
END
$retarget$
"""

# The images after a change as the log had them: what the row's next change found, or the row as it stands.
RESTORE_IMAGES = """
DO $restore$
DECLARE
    logged text;
BEGIN
    UPDATE audit.change SET after = followed.before
    FROM (
        SELECT id, lead(before) OVER (PARTITION BY table_name, row_id ORDER BY id) AS before FROM audit.change
    ) AS followed
    WHERE followed.id = change.id AND change.op <> 'D';
    FOR logged IN
        SELECT DISTINCT table_name FROM audit.change WHERE op <> 'D' AND after IS NULL ORDER BY table_name
    LOOP
        EXECUTE format(
            'UPDATE audit.change SET after = to_jsonb(standing) FROM geodb.%I AS standing'
            ' WHERE table_name = %L AND row_id = standing.id AND op <> ''D'' AND after IS NULL',
            logged, logged
        );
    END LOOP;
END
$restore$
"""

# The column takes the rule of both images with it; that of the one is looked at in one pass over the log.
DROP_IMAGES = """
ALTER TABLE audit.change
-- squawk-ignore ban-drop-column
DROP COLUMN after,
-- squawk-ignore constraint-missing-not-valid
ADD CONSTRAINT ck_change_images CHECK ((before IS NULL) = (op = 'I'))
"""

RULE_OF_BOTH = """
ALTER TABLE audit.change
DROP CONSTRAINT ck_change_images,
ADD CONSTRAINT ck_change_images CHECK ((before IS NULL) = (op = 'I') AND (after IS NULL) = (op = 'D'))
"""


def upgrade() -> None:
    make_rules()
    op.execute(DROP_IMAGES)
    index_by_time("(table_name, at) WHERE before IS NOT NULL")


def downgrade() -> None:
    index_by_time("(table_name, at, row_id)")
    op.add_column(
        "change",
        sa.Column(
            "after", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), comment="The row after."
        ),
        schema="audit",
    )
    op.execute("ALTER TABLE audit.change DISABLE TRIGGER tg_change_kept")
    run(RESTORE_IMAGES)
    op.execute("ALTER TABLE audit.change ENABLE ALWAYS TRIGGER tg_change_kept")
    op.execute(RULE_OF_BOTH)
    retarget("audit.log_update_v3", "audit.log_update_v2")
    retarget("audit.log_insert_v2", "audit.log_insert_v1")
    op.execute("DROP FUNCTION audit.log_update_v3(), audit.log_insert_v2()")


def make_rules() -> None:
    run((SQL / "log_before_images_v1.sql").read_text(encoding="utf-8").strip().removesuffix(";"))
    retarget("audit.log_insert_v1", "audit.log_insert_v2")
    retarget("audit.log_update_v2", "audit.log_update_v3")


def index_by_time(columns: str) -> None:
    """Make the index anew, in the transaction of the migration, whose lock keeps writers out anyhow."""
    op.execute("-- squawk-ignore require-concurrent-index-deletion\nDROP INDEX audit.ix_change_at")
    op.execute(
        "-- squawk-ignore require-concurrent-index-creation\n"
        f"CREATE INDEX ix_change_at ON audit.change {columns}"
    )


def retarget(old: str, new: str) -> None:
    """Let the triggers of all logged tables call another function."""
    run(RETARGET.format(old=old, new=new))


def run(statement: str) -> None:
    """Run a statement in which a per cent sign is a per cent sign."""
    op.execute(sa.DDL(statement.replace("%", "%%")))  # type: ignore[no-untyped-call]
