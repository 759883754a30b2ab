"""Remember that two records are not the same, and refuse to merge what cannot be one.

Revision ID: 0011
Revises: 0010
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision: str | None = "0010"
branch_labels: str | None = None
depends_on: str | None = None

SQL = Path(__file__).parents[1] / "sql" / revision

RULES = {
    "find_conflicts_v1.sql": (
        "geodb.find_shared_conflicts_v1(bigint[], bigint[])",
        "geodb.find_actor_conflicts_v1(bigint[], bigint[])",
    ),
    "find_fact_conflicts_v1.sql": (
        "geodb.find_order_conflicts_v1(bigint[], bigint[])",
        "geodb.find_end_conflicts_v1(bigint[], bigint[])",
        "geodb.find_fact_conflicts_v1(bigint[], bigint[])",
    ),
    "refuse_merge_v1.sql": (
        "geodb.find_merge_conflicts_v1(bigint, bigint)",
        "geodb.refuse_merge_v1()",
        "geodb.check_not_same_v1()",
    ),
}
"""Frozen files with the functions they make; the last also makes the triggers that call them."""

LOG = {
    "insert": "NEW TABLE AS new_row",
    "update": "OLD TABLE AS old_row NEW TABLE AS new_row",
    "delete": "OLD TABLE AS old_row",
}


def upgrade() -> None:
    make_table()
    make_rules()


def make_table() -> None:
    op.create_table(
        "not_same",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Surrogate key; never shown outside the database.",
        ),
        sa.Column("record_id", sa.BigInteger(), nullable=False, comment="One of the two records."),
        sa.Column("other_id", sa.BigInteger(), nullable=False, comment="The other one."),
        sa.Column("reason", sa.Text(), nullable=False, comment="Why they are not the same."),
        sa.Column(
            "judged_by",
            sa.Text(),
            server_default=sa.text("session_user"),
            nullable=False,
            comment="Who judged.",
        ),
        moment("judged_at", "When it was judged.", server_default=sa.text("now()"), nullable=False),
        sa.Column("undone_by", sa.Text(), comment="Who withdrew the judgement."),
        moment("undone_at", "When it was withdrawn; NULL while it stands."),
        sa.Column("undo_reason", sa.Text(), comment="Why it was withdrawn."),
        sa.CheckConstraint("record_id <> other_id", name=op.f("ck_not_same_two_records")),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_not_same_reason")),
        sa.CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name=op.f("ck_not_same_undone")),
        sa.ForeignKeyConstraint(["record_id"], ["geodb.record.id"], name=op.f("fk_not_same_record_id")),
        sa.ForeignKeyConstraint(["other_id"], ["geodb.record.id"], name=op.f("fk_not_same_other_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_not_same")),
        schema="geodb",
        comment="Judgements that two records which look alike are not the same: never merged nor proposed.",
    )
    op.create_index(
        "uq_not_same_standing",
        "not_same",
        [sa.text("least(record_id, other_id)"), sa.text("greatest(record_id, other_id)")],
        unique=True,
        schema="geodb",
        postgresql_where=sa.text("undone_at IS NULL"),
    )
    op.create_index("ix_not_same_record_id", "not_same", ["record_id"], schema="geodb")
    op.create_index("ix_not_same_other_id", "not_same", ["other_id"], schema="geodb")


def make_rules() -> None:
    for file in RULES:
        body = (SQL / file).read_text(encoding="utf-8").strip().removesuffix(";")
        op.execute(sa.DDL(body.replace("%", "%%")))  # type: ignore[no-untyped-call]
    for operation, rows in LOG.items():
        op.execute(
            f"CREATE TRIGGER tg_not_same_log_{operation} AFTER {operation.upper()} ON geodb.not_same "
            f"REFERENCING {rows} FOR EACH STATEMENT EXECUTE FUNCTION audit.log_{operation}_v1('record_id')"
        )
    op.execute(
        "CREATE TRIGGER tg_not_same_not_truncated BEFORE TRUNCATE ON geodb.not_same "
        "FOR EACH STATEMENT EXECUTE FUNCTION geodb.refuse_truncate_v1()"
    )


def moment(name: str, comment: str, **options: object) -> sa.Column[object]:
    return sa.Column(name, postgresql.TIMESTAMP(timezone=True), comment=comment, **options)  # type: ignore[arg-type]


def downgrade() -> None:
    op.execute("DROP TRIGGER tg_record_redirect_conflict ON geodb.record_redirect")
    op.drop_table("not_same", schema="geodb")
    for functions in reversed(RULES.values()):
        for function in reversed(functions):
            op.execute(f"DROP FUNCTION {function}")
