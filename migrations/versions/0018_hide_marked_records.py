"""Know which records a reader may not see by their marking, and find the candidates of a search.

Row security itself comes with the roles it is for: `geodb db roles` and each migration after it see to that.

Revision ID: 0018
Revises: 0017
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision: str | None = "0017"
branch_labels: str | None = None
depends_on: str | None = None

SQL = Path(__file__).parents[1] / "sql" / revision

BODIES = ("hidden_v1.sql", "find_text_v1.sql")
FUNCTIONS = (
    "geodb.find_text_v1(text)",
    "geodb.without_v1(jsonb, text[], int8multirange)",
    "geodb.names_any_v1(jsonb, text[], int8multirange)",
    "geodb.hidden_datasets_v1()",
    "geodb.hidden_runs_v1()",
    "geodb.hidden_v1()",
    "geodb.seen_v1()",
    "geodb.sees_v1(text)",
    "geodb.reader_v1()",
)

# All records are seen again by whoever may read.
DROP_POLICIES = """
DO $drop$
DECLARE
    policed record;
BEGIN
    FOR policed IN
        SELECT polrelid::regclass AS relation, array_agg(polname ORDER BY polname) AS names
        FROM pg_policy
        JOIN pg_class ON pg_class.oid = polrelid
        WHERE relnamespace IN ('geodb'::regnamespace, 'ingest'::regnamespace)
        GROUP BY polrelid
        ORDER BY polrelid::regclass::text
    LOOP
        FOR place IN 1..cardinality(policed.names) LOOP
            EXECUTE format('DROP POLICY %I ON %s', policed.names[place], policed.relation);
        END LOOP;
        EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', policed.relation);
    END LOOP;
END
$drop$
"""


def upgrade() -> None:
    op.execute(
        "-- squawk-ignore require-concurrent-index-creation\n"
        "CREATE INDEX ix_record_marking_code ON geodb.record (marking_code) WHERE marking_code <> 'clear'"
    )
    make_functions()


def make_functions() -> None:
    """What readers are shown by."""
    for body in BODIES:
        text = (SQL / body).read_text(encoding="utf-8").strip().removesuffix(";")
        op.execute(sa.DDL(text.replace("%", "%%")))  # type: ignore[no-untyped-call]


def downgrade() -> None:
    op.execute(DROP_POLICIES)
    for function in FUNCTIONS:
        op.execute(f"DROP FUNCTION {function}")
    op.execute("-- squawk-ignore require-concurrent-index-deletion\nDROP INDEX geodb.ix_record_marking_code")
