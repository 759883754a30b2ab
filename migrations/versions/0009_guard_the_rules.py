"""Make the change log, and the triggers that guard what no constraint can.

Revision ID: 0009
Revises: 0008
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision: str | None = "0008"
branch_labels: str | None = None
depends_on: str | None = None


class Xid8(sa.types.UserDefinedType[int]):
    """PostgreSQL's 64-bit transaction id."""

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        """The type in DDL."""
        return "xid8"


def upgrade() -> None:
    op.create_table(
        "change",
        identity("Position in the feed."),
        sa.Column(
            "txid",
            Xid8(),
            server_default=sa.text("pg_current_xact_id()"),
            nullable=False,
            comment="Transaction that made the change.",
        ),
        sa.Column(
            "at",
            postgresql.TIMESTAMP(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
            comment="Start of that transaction.",
        ),
        sa.Column("table_name", sa.Text(), nullable=False, comment="Table of schema geodb."),
        sa.Column("row_id", sa.BigInteger(), nullable=False, comment="Id of the row."),
        sa.Column("record_id", sa.BigInteger(), nullable=False, comment="Record that the row belongs to."),
        sa.Column("op", sa.CHAR(length=1), nullable=False, comment="I insert, U update, D delete."),
        sa.Column(
            "before", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), comment="The row before."
        ),
        sa.Column(
            "after", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), comment="The row after."
        ),
        sa.Column(
            "db_user",
            sa.Text(),
            server_default=sa.text("session_user"),
            nullable=False,
            comment="Database user.",
        ),
        sa.Column("app_user", sa.Text(), comment="Person or service, where the application said so."),
        sa.Column("import_id", sa.BigInteger(), comment="Import that made the change."),
        sa.Column("reason", sa.Text(), comment="Why, where the application said so."),
        check("ck_change_images", "(before IS NULL) = (op = 'I') AND (after IS NULL) = (op = 'D')"),
        check("ck_change_op", "op IN ('I', 'U', 'D')"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
        schema="audit",
        comment="Change log of the record tier; also the feed for mirrors and the as-of views.",
    )
    op.create_index("ix_change_at", "change", ["table_name", "at"], schema="audit")
    op.create_index("ix_change_record_id", "change", ["record_id", "id"], schema="audit")
    op.create_index("ix_change_row", "change", ["table_name", "row_id", "id"], schema="audit")


def identity(comment: str = "Surrogate key; never shown outside the database.") -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False, comment=comment)


def check(name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(name))


def downgrade() -> None:
    op.drop_table("change", schema="audit")
