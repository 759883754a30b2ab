"""Hold plain SQL to what dossiers are held to: no blank words, no lengths of time that are none.

Revision ID: 0021
Revises: 0020
"""

from __future__ import annotations

from alembic import op

revision = "0021"
down_revision: str | None = "0020"
branch_labels: str | None = None
depends_on: str | None = None

LENGTH = (
    r"horizon_duration ~ '^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?$'"
    r" AND horizon_duration ~ '\d[A-Z]$'"
)
# Table, constraint, rule, and what takes the place of a value that breaks it; the log keeps the value.
RULES = (
    (
        "assessment",
        "ck_assessment_horizon_duration",
        LENGTH,
        "horizon_duration = NULL",
    ),
    (
        "assessment",
        "ck_assessment_text",
        r"text ~ '\S'",
        "text = (SELECT label FROM geodb.record r WHERE r.id = assessment.id)",
    ),
    ("assessment_condition", "ck_assessment_condition_text", r"text ~ '\S'", "text = 'not stated'"),
    ("initiative", "ck_initiative_term", "term >= interval '0'", "term = NULL"),
    (
        "statement",
        "ck_statement_content",
        r"content ~ '\S'",
        "content = (SELECT label FROM geodb.record r WHERE r.id = statement.id)",
    ),
    (
        "statement",
        "ck_statement_verbatim_words",
        r"verbatim ~ '\S'",
        "verbatim = NULL, form_code = 'paraphrase'",
    ),
)
LABEL = r"label ~ '\S'"


def upgrade() -> None:
    op.execute(f"UPDATE geodb.record SET label = key WHERE NOT ({LABEL})")  # noqa: S608 - our own words
    # In its place comes one that says more.
    op.execute(
        "-- squawk-ignore ban-drop-constraint\nALTER TABLE geodb.record DROP CONSTRAINT ck_record_label"
    )
    _constrain("record", "ck_record_label", LABEL)
    for table, name, rule, mended in RULES:
        op.execute(f"UPDATE geodb.{table} SET {mended} WHERE NOT ({rule})")  # noqa: S608
        _constrain(table, name, rule)


def downgrade() -> None:
    for table, name, *_ in RULES:
        op.execute(f"ALTER TABLE geodb.{table} DROP CONSTRAINT {name}")
    op.execute("ALTER TABLE geodb.record DROP CONSTRAINT ck_record_label")
    _constrain("record", "ck_record_label", "label <> ''")


def _constrain(table: str, name: str, rule: str) -> None:
    # Each reads its table once, a second for a million rows; nobody writes during a migration anyway.
    op.execute(
        f"-- squawk-ignore constraint-missing-not-valid\n"
        f"ALTER TABLE geodb.{table} ADD CONSTRAINT {name} CHECK ({rule})"
    )
