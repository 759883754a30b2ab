"""Brier scores only where a probability was stated, and the conditions of scenarios in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests import builders as b
from tests.db.api.reading import rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

DAY = date(2025, 3, 1)


@pytest.mark.parametrize(
    ("low", "high", "outcome", "brier"),
    [
        ("0.8", "0.8", "true", 0.04),
        ("0.8", "0.8", "false", 0.64),
        ("0.6", "0.8", "false", 0.49),
        ("0.8", "0.8", "partly", None),
        ("0.8", "0.8", None, None),
        (None, None, "true", None),
    ],
)
def test_the_brier_score_needs_a_probability_and_a_clear_outcome(
    session: Session, low: str | None, high: str | None, outcome: str | None, brier: float | None
) -> None:
    forecast = b.assessment(
        session,
        "forecast",
        probability_low=low and Decimal(low),
        probability_high=high and Decimal(high),
        probability_basis_code=low and "stated_number",
    )
    if outcome:
        b.resolution(session, forecast, outcome, DAY)
    assert rows(session, "SELECT outcome, brier FROM api.assessment") == [(outcome, pytest.approx(brier))]


def test_an_outcome_carries_the_conditions_of_its_scenario_and_its_own(session: Session) -> None:
    scenario = b.assessment(session, "talks-succeed", "scenario")
    b.condition(session, scenario, 1, "the talks succeed")
    plain = b.assessment(session, "plain", "scenario_outcome", parent_id=scenario.id, wording="could")
    strict = b.assessment(session, "strict", "scenario_outcome", parent_id=scenario.id)
    b.condition(session, strict, 2, "US support", is_negated=True)
    b.condition(session, strict, 1, "Poland asks", record_id=plain.id)
    found = rows(
        session, "SELECT label, scenario_key, wording, conditions FROM api.scenario_outcome ORDER BY 1"
    )
    assert found == [
        ("plain", "test:talks-succeed", "could", "the talks succeed"),
        ("strict", "test:talks-succeed", None, "the talks succeed AND Poland asks AND NOT US support"),
    ]
    named = rows(
        session, "SELECT text, record_key FROM api.assessment_condition WHERE record_key IS NOT NULL"
    )
    assert named == [("Poland asks", "test:plain")]


def test_an_outcome_without_any_condition_is_shown(session: Session) -> None:
    scenario = b.assessment(session, "scenario", "scenario")
    b.assessment(session, "outcome", "scenario_outcome", parent_id=scenario.id)
    assert rows(session, "SELECT outcome, conditions FROM api.scenario_outcome") == [("outcome", None)]
