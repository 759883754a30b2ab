"""From which day a record was knowable, what that rests on, and whether it can have been earlier."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from geodb.models import Evidence, Source, SourceAuthor
from tests import builders as b
from tests.db.api.reading import column, rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.db.session import Database
    from geodb.models import Document, Event
    from tests.db.api.reading import Value

READ = date(2025, 2, 15)


@pytest.fixture
def met(session: Session) -> Event:
    return b.event(session, "met")


@pytest.fixture
def wire(session: Session) -> Source:
    return b.source(session, "wire")


def knowledge(session: Session, key: str) -> tuple[Value, ...]:
    session.flush()
    query = "SELECT known_from, rests_on, is_upper_bound, source_key, document_key, marker FROM api.knowledge"
    (row,) = rows(session, f"{query} WHERE key = 'test:{key}'")
    return row


def article(session: Session, **columns: Value) -> Document:
    of = b.source(session, "paper", **columns.pop("source", {}))
    return b.document(session, "article", "They met.", "They met again.", of=of, **columns)


def test_evidence_under_a_footnote_rests_on_the_day_the_note_says_it_was_read(
    session: Session, met: Event, wire: Source
) -> None:
    held = article(session)
    b.reference(session, held, "[1]", wire, READ)
    b.evidence(session, met, held, 1, "They met.", marker="[1]")
    assert knowledge(session, "met") == (READ, "accessed", True, "test:wire", "test:article", "[1]")


def test_a_publication_date_is_better_than_the_day_of_reading(session: Session, met: Event) -> None:
    wire = b.source(session, "wire", published_edtf="2025-02-13")
    held = article(session)
    b.reference(session, held, "[1]", wire, READ)
    b.evidence(session, met, held, 1, "They met.", marker="[1]")
    day = date(2025, 2, 13)
    assert knowledge(session, "met") == (day, "published", False, "test:wire", "test:article", "[1]")


def test_a_judgment_of_the_author_is_not_known_before_the_article(session: Session, wire: Source) -> None:
    """A forecast of June, under a footnote that cites a page of January, was known in January."""
    ann = b.actor(session, "ann", "person")
    held = article(session, source={"published_edtf": "2025-06-01"})
    b.add(session, SourceAuthor(source_id=held.source_id, actor_id=ann.id, position=1))
    wire.published_edtf = "2025-01-01"
    b.reference(session, held, "[1]", wire, READ)
    for label, author in (("own", ann), ("reported", b.actor(session, "bob", "person"))):
        foreseen = b.assessment(session, label, author_id=author.id)
        b.evidence(session, foreseen, held, 1, "They met.", marker="[1]")
    own = (date(2025, 6, 1), "published", False, "test:paper", "test:article", "[1]")
    assert knowledge(session, "own") == own
    assert knowledge(session, "reported")[0] == date(2025, 1, 1)


def test_a_judgment_under_a_note_that_cites_its_own_article_is_known_with_the_article(
    session: Session,
) -> None:
    ann = b.actor(session, "ann", "person")
    held = article(session, source={"published_edtf": "2025-06-01"})
    paper = session.get_one(Source, held.source_id)
    cited = b.source(session, "paper-as-cited")
    b.author(session, paper, ann)
    b.reference(session, held, "[1]", cited)
    own = b.assessment(session, "own", author_id=ann.id)
    b.evidence(session, own, held, 1, "They met.", marker="[1]")
    b.merge(session, cited, paper)
    known = (date(2025, 6, 1), "published", False, "test:paper", "test:article", "[1]")
    assert knowledge(session, "own") == known


@pytest.mark.parametrize(
    ("published", "known_from", "rests_on", "is_upper_bound"),
    [
        ("2025-02", date(2025, 2, 28), "published", True),
        ("2025", date(2025, 3, 5), "accessed", True),
        ("../2025-02-20", date(2025, 2, 20), "published", True),
        ("2025-02-20/..", date(2025, 3, 5), "accessed", True),
        (None, date(2025, 3, 5), "accessed", True),
    ],
)
def test_a_vague_publication_date_is_an_upper_bound_and_the_earlier_bound_counts(
    session: Session,
    met: Event,
    published: str | None,
    known_from: date,
    rests_on: str,
    *,
    is_upper_bound: bool,
) -> None:
    held = article(session, source={"published_edtf": published}, accessed_on=date(2025, 3, 5))
    b.evidence(session, met, held, 1, "They met.")
    assert knowledge(session, "met")[:4] == (known_from, rests_on, is_upper_bound, "test:paper")


def test_what_the_article_says_under_an_undated_note_is_known_from_the_article(
    session: Session, met: Event, wire: Source
) -> None:
    held = article(session, source={"published_edtf": "2025-02-20"})
    b.reference(session, held, "[1]", wire)
    b.evidence(session, met, held, 1, "They met.", marker="[1]")
    assert knowledge(session, "met")[:4] == (date(2025, 2, 20), "published", False, "test:paper")


def test_the_earliest_of_several_sources_counts(session: Session, met: Event, wire: Source) -> None:
    held = article(session, source={"published_edtf": "2025-03-01"})
    b.reference(session, held, "[1]", wire, READ)
    b.evidence(session, met, held, 1, "They met.")
    assert knowledge(session, "met")[0] == date(2025, 3, 1)
    b.evidence(session, met, held, 2, "They met again.", marker="[1]")
    assert knowledge(session, "met")[0] == READ


def test_a_source_cited_without_its_text_makes_a_record_known(session: Session, met: Event) -> None:
    paper = b.source(session, "paper", published_edtf="2025-02-13")
    b.add(session, Evidence(record_id=met.id, source_id=paper.id))
    assert knowledge(session, "met")[:3] == (date(2025, 2, 13), "published", False)


@pytest.mark.parametrize("relation", ["contradicts", "mentions"])
def test_only_support_makes_a_record_known(session: Session, met: Event, relation: str) -> None:
    held = article(session, accessed_on=READ)
    b.evidence(session, met, held, 1, "They met.", relation_code=relation)
    assert knowledge(session, "met")[0] is None


def test_why_a_day_is_given_or_not_is_said(session: Session, met: Event, wire: Source) -> None:
    held = article(session)
    b.reference(session, held, "[1]", wire, READ)
    b.evidence(session, met, held, 1, "They met.", marker="[1]")
    b.evidence(session, b.event(session, "undated"), held, 1, "They met.")
    b.event(session, "unsupported")
    b.source(session, "dated", published_edtf="2025-02-13")
    b.source(session, "vague", published_edtf="2025-02")
    assert dict(rows(session, "SELECT label, why FROM api.knowledge")) == {
        "met": "read on that day, so it was known by then, perhaps earlier",
        "wire": "read on that day, so it was known by then, perhaps earlier",
        "undated": "no source or footnote that supports it carries a date",
        "unsupported": "no passage supports it",
        "dated": "published on that day",
        "vague": "published by that day",
        "paper": "neither published nor read on any known day",
        "article": "neither published nor read on any known day",
    }


def test_sources_and_documents_are_known_once_they_are_published_or_read(session: Session) -> None:
    article(session, source={"published_edtf": "2025-02-13"}, accessed_on=READ)
    assert knowledge(session, "paper")[:3] == (date(2025, 2, 13), "published", False)
    assert knowledge(session, "article")[:3] == (date(2025, 2, 13), "published", False)


def test_known_on_has_what_was_known_by_the_end_of_a_day_and_nothing_undated(
    session: Session, met: Event, wire: Source
) -> None:
    held = article(session)
    b.reference(session, held, "[1]", wire, READ)
    b.evidence(session, met, held, 1, "They met.", marker="[1]")
    b.evidence(session, b.event(session, "undated"), held, 1, "They met.")
    assert column(session, "SELECT key FROM api.known_on('2025-02-14')") == []
    known = rows(
        session,
        "SELECT key, kind, label, known_from, is_upper_bound FROM api.known_on('2025-02-15') ORDER BY key",
    )
    assert known == [("test:met", "event", "met", READ, True), ("test:wire", "source", "wire", READ, True)]
    assert "test:undated" not in column(session, "SELECT key FROM api.known_on('9999-12-31')")


def test_retracted_records_are_not_known_and_a_survivor_knows_what_was_merged_into_it(
    session: Session, met: Event
) -> None:
    held = article(session, accessed_on=READ)
    b.evidence(session, met, held, 1, "They met.")
    twin = b.event(session, "twin")
    b.merge(session, met, twin)
    assert knowledge(session, "twin")[0] == READ
    assert rows(session, "SELECT FROM api.knowledge WHERE key = 'test:met'") == []
    b.retract(session, twin)
    assert rows(session, "SELECT FROM api.knowledge WHERE key = 'test:twin'") == []


def test_of_the_seed_nothing_was_known_before_its_footnotes_were_read(seeded_db: Database) -> None:
    with seeded_db.read() as session:
        assert rows(session, "SELECT key FROM api.known_on('2025-02-14')") == []
        query = "SELECT key FROM api.known_on('2025-02-15') WHERE kind = 'event' AND is_upper_bound"
        known = set(column(session, query))
        unknown = set(
            column(session, "SELECT key FROM api.knowledge WHERE kind = 'event' AND known_from IS NULL")
        )
    assert len(known) == 12
    assert unknown == {"geodb:india-priority-partner-designation", "geodb:us-led-ukraine-negotiations"}
