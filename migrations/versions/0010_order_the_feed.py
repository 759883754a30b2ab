"""Let whoever reads the change log know up to which id it is settled.

Revision ID: 0010
Revises: 0009
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision: str | None = "0009"
branch_labels: str | None = None
depends_on: str | None = None

SQL = Path(__file__).parents[1] / "sql" / revision


def upgrade() -> None:
    body = (SQL / "order_feed_v1.sql").read_text(encoding="utf-8").strip().removesuffix(";")
    op.execute(sa.DDL(body.replace("%", "%%")))  # type: ignore[no-untyped-call]


def downgrade() -> None:
    op.execute("DROP TRIGGER tg_change_announce ON audit.change")
    op.execute("DROP FUNCTION audit.settled_id_v1(), audit.announce_writer_v1(), audit.newest_id_v1()")
