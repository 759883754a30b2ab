"""No day and no number that views and clients could not hold: one would fail every query of its view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geodb.db.pgerrors import sentence
from tests import builders as a
from tests.db.plain_sql import one, refusal, run

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@pytest.mark.parametrize("day", ["infinity", "-infinity", "20000-01-01", "0044-03-15 BC"])
def test_a_day_lies_in_the_years_that_clients_have(session: Session, day: str) -> None:
    a.assessment(session, "forecast")
    error = refusal(session, "UPDATE geodb.assessment SET due_on = CAST(:day AS date)", day=day)
    assert error.diag.constraint_name == "ck_assessment_due_on_years"


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e300", "-1e400", "1e-301"])
def test_a_number_is_one_that_double_precision_holds(session: Session, number: str) -> None:
    a.figure(session, "dead", a.event(session, "battle"), 7)
    error = refusal(session, "UPDATE geodb.figure SET best = CAST(:number AS numeric)", number=number)
    assert error.diag.constraint_name == "ck_figure_best_size"
    assert sentence(error).startswith("figure.best: a number is finite")


@pytest.mark.parametrize("number", ["1e400", "-1e300", "1e-301"])
def test_so_is_a_number_that_is_claimed(session: Session, number: str) -> None:
    a.claim(session, a.event(session, "battle"), "label", 7)
    error = refusal(session, "UPDATE geodb.claim SET value = CAST(:number AS jsonb)", number=number)
    assert error.diag.constraint_name == "ck_claim_value_size"


def test_the_greatest_and_the_smallest_can_be_read(session: Session) -> None:
    battle = a.event(session, "battle")
    a.figure(session, "dead", battle, 7)
    a.claim(session, battle, "label", 7)
    for number in ("9.99e299", "-9.99e299", "1e-300", "0"):
        run(session, "UPDATE geodb.figure SET best = CAST(:number AS numeric)", number=number)
        run(session, "UPDATE geodb.claim SET value = CAST(:number AS jsonb)", number=number)
        assert one(session, "SELECT best FROM api.figure") == float(number)
        assert one(session, "SELECT low FROM api.claim_best WHERE rule = 'majority'") == float(number)


@pytest.mark.parametrize("moment", ["infinity", "-infinity", "20000-01-01", "0044-03-15 BC", "9999-12-31"])
def test_a_moment_lies_in_the_years_that_clients_have(session: Session, moment: str) -> None:
    a.actor(session, "somebody")
    change = "UPDATE geodb.record SET retracted_at = CAST(:moment AS timestamptz), retraction_reason = 'typo'"
    error = refusal(session, change, moment=moment)
    assert error.diag.constraint_name == "ck_record_retracted_at_years"
    assert sentence(error).startswith("record.retracted_at: days and moments lie in the years")
