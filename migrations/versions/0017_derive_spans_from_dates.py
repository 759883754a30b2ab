"""Let the database derive spans and precisions from dates, and keep rules that only Python knew.

Revision ID: 0017
Revises: 0016
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision: str | None = "0016"
branch_labels: str | None = None
depends_on: str | None = None

SQL = Path(__file__).parents[1] / "sql" / revision

# Table, column of a span, of its date, and what it says.
SPANS = (
    ("actor_relation", "span", "edtf", "Envelope of edtf."),
    ("assessment", "horizon_span", "horizon_edtf", "Envelope of horizon_edtf."),
    ("event", "span", "edtf", "Envelope of edtf: it lies within these days."),
    ("figure", "as_of_span", "as_of_edtf", "Envelope of as_of_edtf."),
    ("initiative_target", "deadline_span", "deadline_edtf", "Envelope of deadline_edtf."),
    ("record_name", "valid_span", "valid_edtf", "Envelope of valid_edtf."),
    ("source", "published_span", "published_edtf", "Envelope of published_edtf."),
    ("statement", "said_span", "said_edtf", "Envelope of said_edtf."),
    ("status_change", "span", "edtf", "Envelope of edtf."),
    ("target_observation", "as_of_span", "as_of_edtf", "Envelope of as_of_edtf."),
    ("target_observation", "published_span", "published_edtf", "Envelope of published_edtf."),
)
# Table, column of a span between two dates, their columns, its rule, and what it says.
BETWEEN = (
    "CASE WHEN num_nonnulls({0}, {1}) > 0"
    " THEN geodb.edtf_span_v1(coalesce({0}, '..') || '/' || coalesce({1}, '..')) ELSE NULL END"
)
CERTAIN = "CASE WHEN {0} IS NOT NULL THEN geodb.certain_term_v1({0}, {1}) ELSE NULL END"
SURELY = "From the latest start to the earliest end: certainly held; NULL where neither is known."
POSSIBLY = "Envelope: the office was possibly held within it."
TERMS = (
    (
        "actor",
        "life_span",
        "founded_edtf",
        "dissolved_edtf",
        BETWEEN,
        "Envelope from founding to dissolution.",
    ),
    ("initiative_party", "span", "joined_edtf", "left_edtf", BETWEEN, "Envelope from joining to leaving."),
    ("office_holding", "span", "start_edtf", "end_edtf", BETWEEN, POSSIBLY),
    ("office_holding", "certain_span", "start_edtf", "end_edtf", CERTAIN, SURELY),
)
# Table, column of a precision, of its date, and its rule.
PRECISIONS = (
    ("actor_relation", "precision_code", "edtf", "{0}"),
    ("event", "precision_code", "edtf", "coalesce({0}, 'unknown')"),
    ("statement", "said_precision_code", "said_edtf", "{0}"),
)
INDEXES = (
    "CREATE INDEX ix_event_span ON geodb.event USING gist (span)",
    "CREATE INDEX ix_statement_said_span ON geodb.statement USING gist (said_span)",
    (
        "ALTER TABLE geodb.office_holding ADD CONSTRAINT ex_office_holding_one_holder EXCLUDE"
        " USING gist (office_id WITH =, certain_span WITH &&) WHERE (is_single_seat AND NOT is_retracted)"
    ),
)
# What held once holds for ever, so that a restored row passes too; it is tomorrow already somewhere.
CHECKS = (
    (
        "assessment_resolution",
        "ck_assessment_resolution_resolved_on_past",
        "resolved_on <= (now() AT TIME ZONE 'UTC')::date + 1",
    ),
    ("record", "ck_record_retraction_reason", "btrim(retraction_reason) <> ''"),
    ("record_redirect", "ck_record_redirect_reason", "btrim(reason) <> ''"),
)


def upgrade() -> None:
    make_functions()
    make_rules()
    for statement in _mended():
        op.execute(statement)
    for table, name, *_ in [*SPANS, *TERMS, *PRECISIONS]:
        _alter(table, f"DROP COLUMN {name}", "ban-drop-column")
    for table, name, kind, rule, comment in _derived():
        _alter(
            table,
            f"ADD COLUMN {name} {kind} GENERATED ALWAYS AS ({rule}) STORED",
            "adding-field-with-default",
        )
        op.execute(f"COMMENT ON COLUMN geodb.{table}.{name} IS '{comment}'")
    _alter("event", "ALTER COLUMN precision_code SET NOT NULL", "adding-not-nullable-field")
    for table, name, *_ in PRECISIONS:
        rule = f"FOREIGN KEY ({name}) REFERENCES geodb.date_precision (code)"
        _constrain(table, f"fk_{table}_{name}", rule)
    for index in INDEXES:
        op.execute(
            f"-- squawk-ignore require-concurrent-index-creation, constraint-missing-not-valid\n{index}"
        )
    for table, name, rule in CHECKS:
        _constrain(table, name, f"CHECK ({rule})")


def make_functions() -> None:
    """What the columns are computed by."""
    _run_file("read_edtf_v1.sql")


def make_rules() -> None:
    """What looks at more than one row."""
    _run_file("check_claim_v1.sql")


def downgrade() -> None:
    for table, name, _ in CHECKS:
        op.execute(f"ALTER TABLE geodb.{table} DROP CONSTRAINT {name}")
    for table, name, *_ in [*SPANS, *TERMS, *PRECISIONS]:
        op.execute(f"ALTER TABLE geodb.{table} ALTER COLUMN {name} DROP EXPRESSION")
    op.execute("ALTER TABLE geodb.event ALTER COLUMN precision_code SET DEFAULT 'unknown'")
    for table, name, *_ in [*SPANS, *TERMS]:
        rule = f"lower({name}) >= '0001-01-01' AND upper({name}) <= '9999-12-31'"
        _constrain(table, f"ck_{table}_{name}_years", f"CHECK ({rule})")
    op.execute("DROP TRIGGER tg_claim_attribute_insert ON geodb.claim")
    op.execute("DROP TRIGGER tg_claim_attribute_update ON geodb.claim")
    op.execute(
        "DROP FUNCTION geodb.check_claim_attribute_v1(), geodb.certain_term_v1(text, text),"
        " geodb.edtf_precision_v1(text), geodb.edtf_span_v1(text), geodb.read_edtf_set_v1(text[]),"
        " geodb.read_edtf_parts_v1(text, text, text), geodb.read_edtf_interval_v1(text, text),"
        " geodb.read_edtf_v1(text)"
    )


def _derived() -> list[tuple[str, str, str, str, str]]:
    """Table, column, its type, what it is computed by, and what it says."""
    spans = [
        (table, name, "daterange", f"geodb.edtf_span_v1({date})", says) for table, name, date, says in SPANS
    ]
    terms = [
        (table, name, "daterange", rule.format(start, end), says)
        for table, name, start, end, rule, says in TERMS
    ]
    precisions = [
        (table, name, "text", rule.format(f"geodb.edtf_precision_v1({date})"), f"Grain of {date}.")
        for table, name, date, rule in PRECISIONS
    ]
    return [*spans, *terms, *precisions]


def _mended() -> list[str]:
    """Updates that keep what only a span says, as a date, and give a reason where there is none."""
    first, last = "to_char(lower({0}), 'YYYY-MM-DD')", "to_char(upper({0}) - 1, 'YYYY-MM-DD')"
    dates = [
        f"UPDATE geodb.{table} SET {date} = concat_ws('/', coalesce({first}, '..'), coalesce({last}, '..'))"  # noqa: S608 - our own words
        f" WHERE {date} IS NULL AND {{0}} IS NOT NULL".format(name)
        for table, name, date, _ in SPANS
    ]
    terms = [
        f"UPDATE geodb.{table} SET {start} = {first}, {end} = {last}"  # noqa: S608
        f" WHERE num_nonnulls({start}, {end}) = 0 AND {{0}} IS NOT NULL".format(name)
        for table, name, start, end, *_ in TERMS
    ]
    reasons = [
        f"UPDATE geodb.{table} SET {name} = 'no reason was given' WHERE btrim({name}) = ''"  # noqa: S608
        for table, name in (("record", "retraction_reason"), ("record_redirect", "reason"))
    ]
    return [*dates, *terms, *reasons]


def _alter(table: str, change: str, rule: str) -> None:
    # Each writes its table anew, some seconds for a million rows; nobody writes during a migration anyway.
    op.execute(f"-- squawk-ignore {rule}\nALTER TABLE geodb.{table} {change}")


def _constrain(table: str, name: str, rule: str) -> None:
    """Add a constraint, for which the table is read once."""
    ignored = "adding-foreign-key-constraint, constraint-missing-not-valid"
    op.execute(f"-- squawk-ignore {ignored}\nALTER TABLE geodb.{table} ADD CONSTRAINT {name} {rule}")


def _run_file(name: str) -> None:
    body = (SQL / name).read_text(encoding="utf-8").strip().removesuffix(";")
    op.execute(sa.DDL(body.replace("%", "%%")))  # type: ignore[no-untyped-call]
