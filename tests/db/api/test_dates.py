"""Ranges read as first and last day; what is not known is NULL, never a made-up day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests import builders as b
from tests.db.api.reading import column, rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2025-02-12", date(2025, 2, 12), date(2025, 2, 12)),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2025-02-12/2025-02-15", date(2025, 2, 12), date(2025, 2, 15)),
        ("2025-02-12/..", date(2025, 2, 12), None),
        ("../2025-02-15", None, date(2025, 2, 15)),
        ("../..", None, None),
        (None, None, None),
    ],
)
def test_an_events_days_are_the_first_and_the_last_inclusive(
    session: Session, edtf: str | None, first: date | None, last: date | None
) -> None:
    b.event(session, "talks", edtf)
    assert rows(session, "SELECT when_edtf, when_from, when_until FROM api.event") == [(edtf, first, last)]


def test_a_statement_has_its_own_date_or_that_of_its_occasion(session: Session) -> None:
    speaker, talks = b.actor(session, "us"), b.event(session, "talks", "2025-02-13")
    b.statement(session, "dated", speaker, occasion_id=talks.id, said_edtf="2025-02-14")
    b.statement(session, "open", speaker, occasion_id=talks.id, said_edtf="../..")
    b.statement(session, "on-occasion", speaker, occasion_id=talks.id)
    b.statement(session, "undated", speaker)
    found = rows(session, "SELECT label, when_basis, when_edtf, when_from FROM api.statement ORDER BY label")
    assert found == [
        ("dated", "said", "2025-02-14", date(2025, 2, 14)),
        ("on-occasion", "occasion", "2025-02-13", date(2025, 2, 13)),
        ("open", "said", "../..", None),
        ("undated", None, None, None),
    ]


def test_the_timeline_holds_events_steps_statements_and_deadlines_in_order(session: Session) -> None:
    from geodb.models import StatusChange

    speaker, plan = b.actor(session, "us"), b.initiative(session, "plan")
    b.event(session, "call", "2025-02-12~", "planned")
    b.event(session, "war", "../..", "ongoing")
    b.event(session, "undated")
    b.statement(session, "said", speaker, said_edtf="2025-02?")
    b.target(session, "aim", plan, 500, "2030")
    step = StatusChange(record_id=plan.id, seq=1, initiative_status_code="signed", edtf="../2025-03-01")
    b.add(session, step)
    found = rows(session, "SELECT label, entry, status, certainty FROM api.timeline ORDER BY sort_on, label")
    assert found == [
        ("said", "statement", None, "uncertain"),
        ("call", "event", "planned", "approximate"),
        ("plan", "status", "signed", "stated"),
        ("aim", "deadline", None, "stated"),
        ("war", "event", "ongoing", "stated"),
    ]


def test_a_date_of_which_a_part_is_uncertain_and_another_approximate_is_both(session: Session) -> None:
    for key, edtf in {"a": "2025?/2026~", "b": "2025-~02-12?", "c": "2025%", "d": "2025?/2026"}.items():
        b.event(session, key, edtf)
    both = "uncertain_approximate"
    found = rows(session, "SELECT label, certainty FROM api.timeline ORDER BY 1")
    assert found == [("a", both), ("b", both), ("c", both), ("d", "uncertain")]


def test_a_duration_is_written_as_iso_8601_whatever_the_session_prefers(session: Session) -> None:
    plan = b.initiative(session, "plan")
    for term, written in [("10 years", "P10Y"), ("18 months", "P1Y6M"), ("90 days", "P90D")]:
        rows(session, f"UPDATE geodb.initiative SET term = '{term}' WHERE id = {plan.id} RETURNING 1")
        assert column(session, "SELECT term FROM api.initiative") == [written]
