"""Check foreign keys set by set where a load has switched off the checks row by row.

Revision ID: 0013
Revises: 0012
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision: str | None = "0012"
branch_labels: str | None = None
depends_on: str | None = None

SQL = Path(__file__).parents[1] / "sql" / revision

DISARM = """
DO $disarm$
DECLARE
    made record;
BEGIN
    FOR made IN
        SELECT tgrelid::regclass AS relation, tgname AS name
        FROM pg_trigger
        JOIN pg_class ON pg_class.oid = tgrelid
        WHERE
            NOT tgisinternal
            AND tgenabled = 'A'
            AND relnamespace IN ('geodb'::regnamespace, 'audit'::regnamespace)
        ORDER BY tgrelid::regclass::text, tgname
    LOOP
        EXECUTE format('ALTER TABLE %s ENABLE TRIGGER %I', made.relation, made.name);
    END LOOP;
END
$disarm$
"""


def upgrade() -> None:
    make_rules()


def make_rules() -> None:
    body = (SQL / "check_references_v1.sql").read_text(encoding="utf-8").strip().removesuffix(";")
    op.execute(sa.DDL(body.replace("%", "%%")))  # type: ignore[no-untyped-call]


def downgrade() -> None:
    for function in ("geodb.check_references_v1()", "geodb.refuse_unchecked_v1()"):
        # Only triggers call a trigger function, so that CASCADE drops those and nothing else.
        op.execute(f"DROP FUNCTION {function} CASCADE")
    op.execute(sa.DDL(DISARM.replace("%", "%%")))  # type: ignore[no-untyped-call]
