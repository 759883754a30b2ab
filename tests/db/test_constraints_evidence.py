"""Evidence equals the characters of the stored document, however it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from geodb.db.session import driver_connection
from tests import builders as a
from tests.db.plain_sql import one, refusal, run

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

TEXT = "“Мир” will come, he said. 🕊 Peace."
INSERT = """
INSERT INTO geodb.evidence (record_id, source_id, document_id, paragraph_no, start_offset, end_offset, exact)
VALUES (:record_id, :source_id, :document_id, :no, :start, :end, :exact)
"""


@pytest.fixture
def span(session: Session) -> dict[str, Any]:
    """Values of a right span: code points, not bytes."""
    held = a.document(session, "held", "First.", TEXT)
    said = a.statement(session, "peace-will-come")
    start = TEXT.index("🕊")
    return {
        "record_id": said.id,
        "source_id": held.source_id,
        "document_id": held.id,
        "no": 2,
        "start": start,
        "end": start + 7,
        "exact": "🕊 Peace",
    }


def test_a_right_span_in_any_script_is_taken(session: Session, span: dict[str, Any]) -> None:
    run(session, INSERT, **span)
    run(session, INSERT, **{**span, "start": 0, "end": 5, "exact": "“Мир”"})
    assert (
        one(session, "SELECT count(*) FROM geodb.evidence WHERE record_id = :id", id=span["record_id"]) == 2
    )


@pytest.mark.parametrize(
    "wrong",
    [{"exact": "🕊 peace"}, {"start": 0, "end": 7}, {"no": 1}, {"start": 900, "end": 907}],
    ids=["other text", "other place", "other paragraph", "beyond the end"],
)
def test_a_wrong_span_is_refused(session: Session, span: dict[str, Any], wrong: dict[str, Any]) -> None:
    assert refusal(session, INSERT, **{**span, **wrong}).diag.constraint_name == "ck_evidence_span"


def test_the_refusal_names_record_paragraph_and_both_texts(session: Session, span: dict[str, Any]) -> None:
    message = refusal(session, INSERT, **{**span, "exact": "🕊 peace"}).diag.message_primary or ""
    for part in ("test:peace-will-come", "paragraph 2 of test:held", '"🕊 peace"', '"🕊 Peace"'):
        assert part in message


def test_a_span_cannot_be_moved_away_from_its_text(session: Session, span: dict[str, Any]) -> None:
    run(session, INSERT, **span)
    move = "UPDATE geodb.evidence SET start_offset = start_offset - 1, end_offset = end_offset - 1"
    assert refusal(session, move).diag.constraint_name == "ck_evidence_span"


def test_one_wrong_row_refuses_the_whole_copy(session: Session, span: dict[str, Any]) -> None:
    right = tuple(span.values())
    wrong = (*right[:4], 0, 5, "“Mir”")
    with session.begin_nested() as savepoint:
        with pytest.raises(psycopg.errors.CheckViolation, match="is not what stands in"):
            copy_in(session, right, wrong)
        savepoint.rollback()
    assert one(session, "SELECT count(*) FROM geodb.evidence") == 0


def copy_in(session: Session, *lines: tuple[Any, ...]) -> None:
    columns = "record_id, source_id, document_id, paragraph_no, start_offset, end_offset, exact"
    with (
        driver_connection(session).cursor() as cursor,
        cursor.copy(f"COPY geodb.evidence ({columns}) FROM STDIN") as copy,
    ):
        for line in lines:
            copy.write_row(line)


def test_a_paragraph_that_is_not_there_is_refused(session: Session, span: dict[str, Any]) -> None:
    found = refusal(session, INSERT, **{**span, "no": 3}).diag.constraint_name
    assert found == "fk_evidence_document_id_paragraph_no"


def test_a_span_is_given_whole_or_not_at_all(session: Session, span: dict[str, Any]) -> None:
    found = refusal(session, INSERT, **{**span, "end": None}).diag.constraint_name
    assert found == "ck_evidence_whole_span"


def test_the_source_must_be_that_of_the_document(session: Session, span: dict[str, Any]) -> None:
    other = a.source(session, "other")
    error = refusal(session, INSERT, **{**span, "source_id": other.id})
    assert error.diag.constraint_name == "ck_evidence_source"
    assert "test:other" in str(error)


def test_evidence_without_text_may_name_any_source(session: Session, span: dict[str, Any]) -> None:
    nothing = dict.fromkeys(("document_id", "no", "start", "end", "exact"))
    run(session, INSERT, **{**span, **nothing, "source_id": a.source(session, "other").id})


def test_a_claim_must_be_about_the_same_record(session: Session, span: dict[str, Any]) -> None:
    run(session, INSERT, **span)
    claim = "INSERT INTO geodb.claim (record_id, attribute, value) VALUES (:id, 'label', '1') RETURNING id"
    others = one(session, claim, id=a.event(session, "other").id)
    error = refusal(session, "UPDATE geodb.evidence SET claim_id = :claim", claim=others)
    assert error.diag.constraint_name == "ck_evidence_claim"
    run(
        session,
        "UPDATE geodb.evidence SET claim_id = :claim",
        claim=one(session, claim, id=span["record_id"]),
    )


def test_a_claim_does_not_leave_its_evidence_behind(session: Session) -> None:
    claim = a.claim(session, a.event(session, "first"), "label", "battle")
    other = a.event(session, "second")
    error = refusal(
        session, "UPDATE geodb.claim SET record_id = :other WHERE id = :id", id=claim.id, other=other.id
    )
    assert error.diag.constraint_name == "tg_claim_moved"
    assert "insert a claim about the other record" in str(error.diag.message_hint)
