"""Make the change log, and the triggers that guard what no constraint can.

Revision ID: 0009
Revises: 0008
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision: str | None = "0008"
branch_labels: str | None = None
depends_on: str | None = None

SQL = Path(__file__).parents[1] / "sql" / revision

RULES = {
    "log_changes_v1.sql": (
        "audit.log_insert_v1()",
        "audit.log_update_v1()",
        "audit.log_delete_v1()",
    ),
    "refuse_v1.sql": (
        "geodb.refuse_change_v1()",
        "geodb.refuse_delete_v1()",
        "geodb.refuse_truncate_v1()",
    ),
    "check_evidence_v1.sql": ("geodb.check_evidence_span_v1()", "geodb.check_evidence_source_v1()"),
    "check_document_text_v1.sql": ("geodb.check_document_text_v1()",),
    "follow_redirects_v1.sql": (
        "geodb.check_redirect_v1()",
        "geodb.follow_redirect_v1()",
        "geodb.undo_redirect_v1()",
        "geodb.refuse_survivor_v1()",
    ),
    "keep_holding_v1.sql": ("geodb.fill_holding_v1()", "geodb.retract_holding_v1()"),
}
"""Frozen files with the functions they make; all but the first two also make the triggers that call them."""

KIND_TABLES = (
    "record",
    "actor",
    "actor_relation",
    "assessment",
    "document",
    "event",
    "event_relation",
    "figure",
    "initiative",
    "initiative_target",
    "office",
    "office_holding",
    "place",
    "source",
    "statement",
)
"""Tables whose rows are records: never deleted, only retracted."""

OWNER_COLUMNS = {
    **dict.fromkeys(KIND_TABLES, "id"),
    "assessment_condition": "assessment_id",
    "assessment_resolution": "assessment_id",
    "claim": "record_id",
    "event_participant": "event_id",
    "event_place": "event_id",
    "event_term": "event_id",
    "evidence": "record_id",
    "external_id": "record_id",
    "initiative_party": "initiative_id",
    "note": "record_id",
    "paragraph": "document_id",
    "record_name": "record_id",
    "record_redirect": "old_id",
    "record_subject": "record_id",
    "record_topic": "record_id",
    "reference": "document_id",
    "source_author": "source_id",
    "source_rating": "record_id",
    "statement_actor": "statement_id",
    "status_change": "record_id",
    "target_observation": "target_id",
}
"""The record tier: every table with the column that names the record a row belongs to."""

TRANSITIONS = {
    "insert": "NEW TABLE AS new_row",
    "update": "OLD TABLE AS old_row NEW TABLE AS new_row",
    "delete": "OLD TABLE AS old_row",
}


class Xid8(sa.types.UserDefinedType[int]):
    """PostgreSQL's 64-bit transaction id."""

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        """The type in DDL."""
        return "xid8"


def upgrade() -> None:
    make_change_table()
    make_rules()


def make_change_table() -> None:
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


def make_rules() -> None:
    for file in RULES:
        run_file(file)
    for table in KIND_TABLES:
        make_trigger(
            "kept", "BEFORE DELETE", f"geodb.{table}", "geodb.refuse_delete_v1('retract the record')"
        )
    for table, column in OWNER_COLUMNS.items():
        make_trigger(
            "not_truncated",
            "BEFORE TRUNCATE",
            f"geodb.{table}",
            "geodb.refuse_truncate_v1()",
            each="STATEMENT",
        )
        for operation, rows in TRANSITIONS.items():
            make_trigger(
                f"log_{operation}",
                f"AFTER {operation.upper()}",
                f"geodb.{table}",
                f"audit.log_{operation}_v1('{column}')",
                each="STATEMENT",
                rows=f"REFERENCING {rows} ",
            )
    hint = "what was logged stays"
    make_trigger("kept", "BEFORE UPDATE OR DELETE", "audit.change", f"geodb.refuse_change_v1('{hint}')")
    make_trigger(
        "not_truncated", "BEFORE TRUNCATE", "audit.change", "geodb.refuse_truncate_v1()", each="STATEMENT"
    )


def make_trigger(what: str, when: str, table: str, call: str, *, each: str = "ROW", rows: str = "") -> None:
    name = f"tg_{table.partition('.')[2]}_{what}"
    op.execute(f"CREATE TRIGGER {name} {when} ON {table} {rows}FOR EACH {each} EXECUTE FUNCTION {call}")


def run_file(name: str) -> None:
    """Run a frozen file; a per cent sign in it is a per cent sign."""
    body = (SQL / name).read_text(encoding="utf-8").strip().removesuffix(";")
    op.execute(sa.DDL(body.replace("%", "%%")))  # type: ignore[no-untyped-call]


def identity(comment: str) -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False, comment=comment)


def check(name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(name))


def downgrade() -> None:
    for functions in RULES.values():
        for function in functions:
            # Only triggers call a trigger function, so that CASCADE drops those and nothing else.
            op.execute(f"DROP FUNCTION {function} CASCADE")
    op.drop_table("change", schema="audit")
