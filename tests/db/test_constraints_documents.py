"""A document is the text that was hashed, for ever."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from tests import builders as a
from tests.db.plain_sql import one, refusal, run

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LINES = ("Первый абзац.", "", "Third, naïve.")
RECORD = "INSERT INTO geodb.record (kind, key, label) VALUES ('document', 'test:bare', 'Bare') RETURNING id"
INSERT = "INSERT INTO geodb.paragraph (document_id, no, doc_start, text) VALUES "


def empty_document(session: Session, text: str = "\n".join(LINES)) -> int:
    """A document whose paragraphs are still to come."""
    of = a.source(session, "its-source")
    found: int = one(session, RECORD)
    run(
        session,
        "INSERT INTO geodb.document (id, source_id, sha256, char_count) "
        "VALUES (:id, :source, :sha256, :count)",
        id=found,
        source=of.id,
        sha256=sha256(text.encode()).hexdigest(),
        count=len(text),
    )
    return found


def test_the_whole_text_is_taken_in_one_statement(session: Session) -> None:
    document = empty_document(session)
    values = f"({document}, 1, 0, :a), ({document}, 2, 14, :b), ({document}, 3, 15, :c)"
    run(session, INSERT + values, a=LINES[0], b=LINES[1], c=LINES[2])


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ("({0}, 1, 0, :a), ({0}, 2, 14, :b)", "it has 14 code points, not 28"),
        ("({0}, 1, 0, :a), ({0}, 2, 14, :b), ({0}, 3, 15, upper(:c))", "SHA-256"),
        ("({0}, 1, 0, :a), ({0}, 2, 14, :b), ({0}, 4, 15, :c)", "number 4 is out of line"),
        ("({0}, 2, 0, :a), ({0}, 3, 14, :b), ({0}, 4, 15, :c)", "number 2 is out of line"),
        ("({0}, 1, 0, :a), ({0}, 2, 13, :b), ({0}, 3, 15, :c)", "paragraph 2 does not start"),
    ],
    ids=["a part", "another text", "a gap", "not from one", "a wrong start"],
)
def test_anything_else_than_the_hashed_text_is_refused(session: Session, values: str, reason: str) -> None:
    statement = INSERT + values.format(empty_document(session))
    given = {name: line for name, line in zip("abc", LINES, strict=True) if f":{name}" in statement}
    error = refusal(session, statement, **given)
    assert error.diag.constraint_name == "ck_paragraph_document_text"
    assert reason in str(error)
    assert "test:bare" in str(error)


def test_nothing_can_be_added_to_a_text_later(session: Session) -> None:
    held = a.document(session, "held", "One.", "Two.")
    error = refusal(session, INSERT + "(:id, 3, 10, 'Three.')", id=held.id)
    assert error.diag.constraint_name == "ck_paragraph_document_text"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE geodb.paragraph SET text = 'Two!' WHERE text = 'Two.'",
        "UPDATE geodb.paragraph SET no = no + 10",
        "DELETE FROM geodb.paragraph",
    ],
)
def test_a_paragraph_never_changes(session: Session, statement: str) -> None:
    a.document(session, "held", "One.", "Two.")
    error = refusal(session, statement)
    assert error.diag.constraint_name in {"tg_paragraph_immutable", "tg_paragraph_kept"}
    assert error.diag.message_hint == "a changed text is a new document"


def test_the_kind_of_a_paragraph_may_be_read_anew(session: Session) -> None:
    a.document(session, "held", "One.", "Two.")
    run(session, "UPDATE geodb.paragraph SET kind_code = 'footnote' WHERE text = 'Two.'")
    assert one(session, "SELECT kind_code FROM geodb.paragraph WHERE text = 'Two.'") == "footnote"


@pytest.mark.parametrize("change", ["sha256 = repeat('0', 64)", "char_count = 1", "source_id = :other"])
def test_what_identifies_a_document_never_changes(session: Session, change: str) -> None:
    a.document(session, "held", "One.")
    given = {"other": a.source(session, "other").id} if ":other" in change else {}
    error = refusal(session, f"UPDATE geodb.document SET {change}", **given)
    assert error.diag.constraint_name == "tg_document_immutable"


def test_the_rest_of_a_document_may_be_corrected(session: Session) -> None:
    a.document(session, "held", "One.")
    run(session, "UPDATE geodb.document SET lang = 'en', sha256 = sha256")
    assert one(session, "SELECT lang FROM geodb.document") == "en"
