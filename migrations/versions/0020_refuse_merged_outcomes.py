"""Refuse to merge assessments by different authors, or that came out differently.

Revision ID: 0020
Revises: 0019
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision: str | None = "0019"
branch_labels: str | None = None
depends_on: str | None = None

SQL = Path(__file__).parents[1] / "sql" / revision


def upgrade() -> None:
    make_rules()


def make_rules() -> None:
    """What merges are refused by."""
    text = (SQL / "refuse_merge_v2.sql").read_text(encoding="utf-8").strip().removesuffix(";")
    op.execute(sa.DDL(text.replace("%", "%%")))  # type: ignore[no-untyped-call]


def downgrade() -> None:
    op.execute(
        "CREATE OR REPLACE TRIGGER tg_record_redirect_conflict AFTER INSERT ON geodb.record_redirect"
        " FOR EACH ROW WHEN (new.undone_at IS NULL) EXECUTE FUNCTION geodb.refuse_merge_v1()"
    )
    op.execute("ALTER TABLE geodb.record_redirect ENABLE ALWAYS TRIGGER tg_record_redirect_conflict")
    op.execute(
        "DROP FUNCTION geodb.refuse_merge_v2(), geodb.find_merge_conflicts_v2(bigint, bigint),"
        " geodb.find_group_conflicts_v1(text, bigint[], bigint[]),"
        " geodb.find_assessment_conflicts_v1(bigint[], bigint[])"
    )
