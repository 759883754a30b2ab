"""Keep days and numbers to what views and clients can hold, so that one value does not fail every query.

Revision ID: 0016
Revises: 0015
"""

from __future__ import annotations

from alembic import op

revision = "0016"
down_revision: str | None = "0015"
branch_labels: str | None = None
depends_on: str | None = None

SPANS = (
    "actor.life_span",
    "actor_relation.span",
    "assessment.horizon_span",
    "event.span",
    "figure.as_of_span",
    "initiative_party.span",
    "initiative_target.deadline_span",
    "office_holding.certain_span",
    "office_holding.span",
    "record_name.valid_span",
    "source.published_span",
    "statement.said_span",
    "status_change.span",
    "target_observation.as_of_span",
    "target_observation.published_span",
)
DAYS = (
    "assessment.due_on",
    "assessment_resolution.resolved_on",
    "document.accessed_on",
    "office_holding.first_attested_on",
    "office_holding.last_attested_on",
    "reference.accessed_on",
    "source_rating.rated_on",
)
NUMBERS = (
    "assessment.probability_high",
    "assessment.probability_low",
    "figure.best",
    "figure.high",
    "figure.low",
    "initiative_target.value",
    "target_observation.value",
    "term.score",
    "term.score_high",
    "term.score_low",
)

SPAN = "lower({0}) >= '0001-01-01' AND upper({0}) <= '9999-12-31'"
DAY = "{0} BETWEEN '0001-01-01' AND '9999-12-31'"
NUMBER = "abs({0}) < 1e300 AND scale({0}) <= 300"
CLAIMED = (
    "CASE WHEN jsonb_typeof(value) = 'number'"
    " THEN abs(value::numeric) < 1e300 AND scale(value::numeric) <= 300 END"
)


def upgrade() -> None:
    for table, constraint, rule in _rules():
        # Each reads its table once, a second for a million rows; nobody writes during a migration anyway.
        op.execute(
            f"-- squawk-ignore constraint-missing-not-valid\n"
            f"ALTER TABLE geodb.{table} ADD CONSTRAINT {constraint} CHECK ({rule})"
        )


def downgrade() -> None:
    for table, constraint, _ in _rules():
        op.execute(f"ALTER TABLE geodb.{table} DROP CONSTRAINT {constraint}")


def _rules() -> list[tuple[str, str, str]]:
    """Table, constraint and rule, table by table in the order of their names."""
    kinds = ((SPANS, SPAN, "years"), (DAYS, DAY, "years"), (NUMBERS, NUMBER, "size"))
    rules = [
        (table, f"ck_{table}_{column}_{word}", rule.format(column))
        for columns, rule, word in kinds
        for table, _, column in (name.partition(".") for name in columns)
    ]
    return sorted([*rules, ("claim", "ck_claim_value_size", CLAIMED)])
