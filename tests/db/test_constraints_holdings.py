"""An office of one seat has one holder at a time; what is retracted does not count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import builders as a
from tests.db.plain_sql import one, refusal, rows, run

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

INSERT = """
INSERT INTO geodb.office_holding (id, office_id, holder_id, start_edtf, end_edtf)
SELECT record.id, office.id, holder.id, CAST(:start AS text), CAST(:end AS text)
FROM geodb.record
JOIN geodb.record AS office ON office.key = 'test:president'
JOIN geodb.record AS holder ON holder.key = 'test:' || CAST(:holder AS text)
WHERE record.key = CAST(:key AS text)
"""
RECORD = "INSERT INTO geodb.record (kind, key, label) VALUES ('office_holding', :key, 'Holding')"
RETRACT = "UPDATE geodb.record SET retracted_at = now(), retraction_reason = 'a slip' WHERE key = :key"
STAND = "UPDATE geodb.record SET retracted_at = NULL, retraction_reason = NULL WHERE key = :key"
ONE_HOLDER = "ex_office_holding_one_holder"

EARLY = {"key": "test:early", "holder": "ann", "start": "2020-01-01", "end": "2022-01-01"}
LATE = {"key": "test:late", "holder": "bob", "start": "2021-06-01", "end": "2024-01-01"}


@pytest.fixture(autouse=True)
def office(session: Session) -> None:
    """An office, two who may hold it, and a holding of the first; the second has a record, no row yet."""
    a.office(session, "president")
    a.actor(session, "ann", "person")
    a.actor(session, "bob", "person")
    run(session, RECORD, key=EARLY["key"])
    run(session, INSERT, **EARLY)
    run(session, RECORD, key=LATE["key"])


def test_two_holders_of_one_seat_may_not_overlap(session: Session) -> None:
    error = refusal(session, INSERT, **LATE)
    assert (error.sqlstate, error.diag.constraint_name) == ("23P01", ONE_HOLDER)


@pytest.mark.parametrize(
    ("start", "end"),
    [("2022-01-01", "2024-01-01"), (None, None), (None, "2024"), ("2022", None)],
)
def test_holders_may_follow_one_another_or_be_uncertain(
    session: Session, start: str | None, end: str | None
) -> None:
    run(session, INSERT, **{**LATE, "start": start, "end": end})


def test_a_retracted_holding_makes_room_and_cannot_come_back(session: Session) -> None:
    run(session, RETRACT, key=EARLY["key"])
    run(session, INSERT, **LATE)
    assert refusal(session, STAND, key=EARLY["key"]).diag.constraint_name == ONE_HOLDER
    run(session, RETRACT, key=LATE["key"])
    run(session, STAND, key=EARLY["key"])
    assert rows(session, "SELECT is_retracted FROM geodb.office_holding ORDER BY id") == [(False,), (True,)]


def test_a_holding_whose_record_is_retracted_from_the_start_is_retracted(session: Session) -> None:
    run(session, RETRACT, key=LATE["key"])
    run(session, INSERT, **LATE)


def test_an_office_with_two_seats_may_have_two_holders(session: Session) -> None:
    run(session, "UPDATE geodb.office SET seats = 2")
    run(session, INSERT, **LATE)
    assert rows(session, "SELECT DISTINCT is_single_seat FROM geodb.office_holding") == [(False,)]
    error = refusal(session, "UPDATE geodb.office SET seats = 1")
    assert error.diag.constraint_name == ONE_HOLDER


def test_what_the_triggers_keep_cannot_be_set_by_hand(session: Session) -> None:
    run(session, "UPDATE geodb.office_holding SET is_single_seat = false, is_retracted = true")
    assert rows(session, "SELECT is_single_seat, is_retracted FROM geodb.office_holding") == [(True, False)]


def test_an_office_that_does_not_exist_is_refused(session: Session) -> None:
    held = one(session, "SELECT id FROM geodb.record WHERE key = 'test:late'")
    holder = one(session, "SELECT id FROM geodb.record WHERE key = 'test:bob'")
    insert = "INSERT INTO geodb.office_holding (id, office_id, holder_id) VALUES (:id, :holder, :holder)"
    error = refusal(session, insert, id=held, holder=holder)
    assert error.diag.constraint_name in {
        "fk_office_holding_office_id",
        "fk_office_holding_office_id_is_single_seat",
    }
