"""What people write of a fact says something, and what they claim or resolve can be: for plain SQL too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import TypeAdapter, ValidationError

from geodb.db.pgerrors import translate
from geodb.dossier.fields import Duration
from geodb.errors import CheckFailed
from geodb.repositories import Repositories
from tests import builders as a
from tests.db.plain_sql import refusal, run

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LENGTH = TypeAdapter(Duration)
RETRACT = "UPDATE geodb.record SET retracted_at = now(), retraction_reason = :reason WHERE key = 'test:talks'"
MERGE = """
INSERT INTO geodb.record_redirect (kind, old_id, new_id, reason)
SELECT 'event', old.id, new.id, CAST(:reason AS text)
FROM geodb.record AS old JOIN geodb.record AS new ON new.key = 'test:summit' WHERE old.key = 'test:talks'
"""
RESOLVE = """
INSERT INTO geodb.assessment_resolution (assessment_id, outcome_code, resolved_on)
SELECT id, 'true', current_date + CAST(:days AS integer) FROM geodb.assessment
"""
CLAIM = """
INSERT INTO geodb.claim (record_id, attribute, value)
SELECT id, CAST(:attribute AS text), '7' FROM geodb.record WHERE key = 'test:talks'
"""
CONDITION = """
INSERT INTO geodb.assessment_condition (assessment_id, seq, text)
SELECT id, 1, :blank FROM geodb.assessment
"""


@pytest.mark.parametrize("reason", ["", "  "])
@pytest.mark.parametrize(
    ("statement", "rule"), [(RETRACT, "ck_record_retraction_reason"), (MERGE, "ck_record_redirect_reason")]
)
def test_a_reason_says_something(session: Session, statement: str, rule: str, reason: str) -> None:
    a.event(session, "talks")
    a.event(session, "summit")
    assert refusal(session, statement, reason=reason).diag.constraint_name == rule


@pytest.mark.parametrize("blank", ["", " \t\n "])
@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        ("UPDATE geodb.record SET label = :blank", "ck_record_label"),
        ("UPDATE geodb.statement SET content = :blank", "ck_statement_content"),
        ("UPDATE geodb.statement SET verbatim = :blank", "ck_statement_verbatim_words"),
        ("UPDATE geodb.assessment SET text = :blank", "ck_assessment_text"),
        (CONDITION, "ck_assessment_condition_text"),
    ],
)
def test_what_is_said_says_something(session: Session, statement: str, rule: str, blank: str) -> None:
    a.statement(session, "vow")
    a.assessment(session, "forecast")
    assert refusal(session, statement, blank=blank).diag.constraint_name == rule


@pytest.mark.parametrize("length", ["P5X", "P", "PT", "P1YT", "5Y", "P-1Y", "P1.5Y", "P1D1Y", ""])
def test_a_horizon_is_a_length_of_time(session: Session, length: str) -> None:
    a.assessment(session, "forecast")
    error = refusal(session, "UPDATE geodb.assessment SET horizon_duration = :length", length=length)
    assert error.diag.constraint_name == "ck_assessment_horizon_duration"
    with pytest.raises(ValidationError):
        LENGTH.validate_python(length)


@pytest.mark.parametrize("length", ["P10Y", "P1Y6M", "P2W", "PT36H", "P1DT12H"])
def test_a_horizon_in_years_to_hours_is_taken(session: Session, length: str) -> None:
    a.assessment(session, "forecast")
    run(session, "UPDATE geodb.assessment SET horizon_duration = :length", length=length)
    assert LENGTH.validate_python(length) == length


def test_an_initiative_runs_for_some_time(session: Session) -> None:
    a.initiative(session, "pact")
    error = refusal(session, "UPDATE geodb.initiative SET term = '-10 years'")
    assert error.diag.constraint_name == "ck_initiative_term"


def test_a_reason_says_something_to_repositories_too(session: Session) -> None:
    a.event(session, "talks")
    with pytest.raises(CheckFailed, match="a retraction needs a reason"):
        Repositories(session).events.retract("test:talks", "")


@pytest.mark.parametrize("days", [2, 400])
def test_nothing_is_decided_in_the_future(session: Session, days: int) -> None:
    a.assessment(session, "forecast")
    error = refusal(session, RESOLVE, days=days)
    assert error.diag.constraint_name == "ck_assessment_resolution_resolved_on_past"


@pytest.mark.parametrize("days", [0, -400])
def test_what_was_decided_by_today_is_taken(session: Session, days: int) -> None:
    a.assessment(session, "forecast")
    run(session, RESOLVE, days=days)


def test_a_claim_is_about_a_column_that_readers_see(session: Session) -> None:
    a.event(session, "talks")
    error = translate(refusal(session, CLAIM, attribute="statsu"))
    assert isinstance(error, CheckFailed)
    assert str(error) == (
        'a claim on test:talks is about "statsu", and records of kind event have no such attribute'
    )
    assert error.hint == "the columns of api.event are attributes"
    run(session, CLAIM, attribute="status")
    moved = refusal(session, "UPDATE geodb.claim SET attribute = 'best'")
    assert moved.diag.constraint_name == "ck_claim_attribute_known"
