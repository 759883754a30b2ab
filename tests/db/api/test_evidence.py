"""Evidence with what its footnote cites, and how much of a text is coded and cited."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from geodb.models import Claim, Reference
from tests import builders as b
from tests.db.api.reading import rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.models import Document


def _article(session: Session) -> Document:
    text = b.document(session, "article", "They met.[1] They agreed.", "It may fail.", "[1] BBC, 2025.")
    cited = b.source(session, "bbc")
    footnote = {"marker": "[1]", "paragraph_no": 3, "accessed_on": date(2025, 2, 15)}
    b.add(session, Reference(document_id=text.id, cited_source_id=cited.id, **footnote))
    return text


def test_a_passage_shows_where_it_stands_and_what_its_footnote_cites(session: Session) -> None:
    b.evidence(session, b.event(session, "meeting"), _article(session), 1, "They met.", marker="[1]")
    found = rows(
        session,
        "SELECT record_key, record_kind, source_key, document_key, paragraph_no, start_offset, end_offset,"
        " exact, relation, marker, cited_source_key, cited_accessed_on FROM api.evidence",
    )
    place = ("test:source-of-article", "test:article", 1, 0, 9, "They met.")
    assert found == [("test:meeting", "event", *place, "supports", "[1]", "test:bbc", date(2025, 2, 15))]


def test_coverage_counts_facts_and_uncited_claims_of_every_paragraph(session: Session) -> None:
    text, met, actor = _article(session), b.event(session, "meeting"), b.actor(session, "us")
    b.evidence(session, met, text, 1, "They met.", marker="[1]")
    b.evidence(session, met, text, 1, "agreed")
    b.evidence(session, b.event(session, "deal"), text, 1, "They agreed.")
    b.evidence(session, actor, text, 1, "They")
    b.evidence(session, actor, text, 2, "It", relation_code="mentions")
    found = rows(session, "SELECT paragraph_no, facts, claims, uncited_claims FROM api.coverage ORDER BY 1")
    assert found == [(1, 3, 2, 1), (2, 0, 0, 0), (3, 0, 0, 0)]


def test_a_merged_fact_is_covered_once(session: Session) -> None:
    text, kept, merged = _article(session), b.event(session, "meeting"), b.event(session, "talks")
    b.evidence(session, kept, text, 1, "They met.", marker="[1]")
    b.evidence(session, merged, text, 1, "They agreed.")
    b.merge(session, merged, kept)
    query = "SELECT facts, claims, uncited_claims FROM api.coverage WHERE paragraph_no = 1"
    assert rows(session, query) == [(1, 1, 0)]


def test_disputed_values_stand_side_by_side_as_text_with_their_passages(session: Session) -> None:
    text, dead = _article(session), b.figure(session, "dead", b.event(session, "war"), 5)
    source = {"attribute": "best", "source_id": text.source_id}
    b.add(session, Claim(record_id=dead.id, value=5, **source))
    claim = b.add(session, Claim(record_id=dead.id, value="about ten", **source))
    b.evidence(session, dead, text, 2, "It may fail.", attribute="best", claim_id=claim.id)
    assert rows(session, "SELECT value, value_type, rank FROM api.claim ORDER BY 1") == [
        ("5", "number", "normal"),
        ("about ten", "string", "normal"),
    ]
    assert rows(session, "SELECT attribute, claimed_value FROM api.evidence") == [("best", "about ten")]
