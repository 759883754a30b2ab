"""Sources by address, the passages that speak for a record, and who said it first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from geodb.errors import CheckFailed, Conflict, InvalidReference, InvalidValue, NotFound
from geodb.models import Document, Event, Reference
from geodb.types import Span
from tests import builders as b

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.repositories import Repositories
    from tests.db.repositories.test_repository import QueryCount

TEXT = ("Trump announced a call.", "Talks, and more talks, were held in Riyadh. [1]")


@pytest.fixture
def article(session: Session) -> Document:
    article = b.document(session, "article", *TEXT)
    article.accessed_on = date(2025, 3, 1)
    session.flush()
    return article


@pytest.fixture
def talks(session: Session) -> Event:
    return b.event(session, "talks")


def cited(
    session: Session, article: Document, marker: str, key: str, accessed: date | None, **columns: object
) -> None:
    """The article cites the source `key` under a footnote marker."""
    source = b.source(session, key, **columns)
    b.add(
        session,
        Reference(document_id=article.id, marker=marker, cited_source_id=source.id, accessed_on=accessed),
    )


# --- sources and documents ---------------------------------------------------------------------------------


def test_a_source_is_found_by_its_address_whatever_tracking_it_carries(
    geo: Repositories, session: Session, query_count: QueryCount
) -> None:
    author = b.actor(session, "ann", "person")
    b.source(session, "post", canonical_url="https://example.org/a", publisher_id=b.actor(session, "wire").id)
    geo.sources.add_author("test:post", author.key)
    session.expunge_all()
    with query_count() as queries:
        (post,) = geo.sources.by_url("https://EXAMPLE.org/a/?utm_source=mail#top")
        assert (post.publisher and post.publisher.label, post.authors[0].actor.label) == ("wire", "ann")
    assert len(queries) == 1
    assert geo.sources.by_url("https://example.org/b") == []


def test_authors_keep_the_order_of_the_byline(geo: Repositories, session: Session) -> None:
    post = b.source(session, "post")
    for key in ("zoe", "ann"):
        geo.sources.add_author(post.key, b.actor(session, key, "person").key)
    assert [(a.position, a.actor.label) for a in geo.sources.get(post.key).authors] == [
        (1, "zoe"),
        (2, "ann"),
    ]


def test_a_document_comes_with_text_and_references_in_three_round_trips(
    geo: Repositories, session: Session, article: Document, query_count: QueryCount
) -> None:
    cited(session, article, "[1]", "wire", None)
    session.expunge_all()
    with query_count() as queries:
        held = geo.documents.get("test:article")
        assert [paragraph.text for paragraph in held.paragraphs] == list(TEXT)
        assert [reference.cited_source.label for reference in held.references] == ["wire"]
        assert held.source.label == "source-of-article"
    assert len(queries) == 3
    assert [d.label for d in geo.documents.of("test:source-of-article")] == ["article"]
    assert [s.label for s in geo.sources.citing("test:wire")] == ["source-of-article"]


# --- evidence ----------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("article", "talks")
def test_a_quote_becomes_the_exact_span_of_its_paragraph(
    geo: Repositories, session: Session, query_count: QueryCount
) -> None:
    geo.sources.quote("test:talks", "test:article", 2, "held in Riyadh", credibility=2, attribute="places")
    session.expunge_all()
    with query_count() as queries:
        (passage,) = geo.sources.evidence_of("test:talks")
        assert passage.source.label == "source-of-article"
        assert passage.document is not None
        assert passage.document.label == "article"
    assert len(queries) == 1
    assert (passage.paragraph_no, passage.start_offset, passage.end_offset) == (2, 28, 42)
    assert (passage.exact, passage.credibility, passage.attribute) == ("held in Riyadh", 2, "places")


@pytest.mark.usefixtures("article", "talks")
@pytest.mark.parametrize(
    ("paragraph", "words", "error"),
    [
        (2, "held in Moscow", "the quote is not in paragraph 2"),
        (2, "alks", "the quote stands 2 times in paragraph 2"),
        (3, "held", "there is no paragraph 3"),
    ],
)
def test_a_quote_that_is_wrong_or_ambiguous_is_refused(
    geo: Repositories, paragraph: int, words: str, error: str
) -> None:
    with pytest.raises(InvalidValue, match=error):
        geo.sources.quote("test:talks", "test:article", paragraph, words)


@pytest.mark.usefixtures("article", "talks")
def test_a_quote_is_not_empty_and_an_error_lists_a_few_places(geo: Repositories, session: Session) -> None:
    for empty in ("", " "):
        with pytest.raises(InvalidValue, match="the quote is empty"):
            geo.sources.quote("test:talks", "test:article", 1, empty)
    b.document(session, "long", "war " * 300)
    with pytest.raises(InvalidValue, match="the quote stands 300 times") as caught:
        geo.sources.quote("test:talks", "test:long", 1, "war")
    assert caught.value.hint is not None
    assert caught.value.hint.endswith("; and 292 more")
    assert len(caught.value.hint) < 1000


@pytest.mark.usefixtures("article", "talks")
def test_an_ambiguous_quote_is_chosen_by_its_number(geo: Repositories) -> None:
    assert geo.sources.quote("test:talks", "test:article", 2, "alks", nth=2).start_offset == 17


@pytest.mark.usefixtures("article", "talks")
def test_a_span_is_filled_with_the_characters_of_the_document(geo: Repositories) -> None:
    assert geo.sources.add_evidence("test:talks", "test:article", Span(1, 0, 5)).exact == "Trump"
    with pytest.raises(InvalidValue, match="has 2 paragraphs, not 3"):
        geo.sources.add_evidence("test:talks", "test:article", Span(3, 0, 5))


@pytest.mark.usefixtures("article", "talks")
def test_a_span_beyond_its_paragraph_is_refused_by_the_database(geo: Repositories) -> None:
    with pytest.raises(CheckFailed):
        geo.sources.add_evidence("test:talks", "test:article", Span(1, 0, 500))


@pytest.mark.usefixtures("article", "talks")
def test_the_same_passage_supports_a_record_once(geo: Repositories) -> None:
    geo.sources.quote("test:talks", "test:article", 1, "Trump")
    with pytest.raises(Conflict) as caught:
        geo.sources.quote("test:talks", "test:article", 1, "Trump")
    assert caught.value.constraint == "uq_evidence_natural"


@pytest.mark.usefixtures("article", "talks")
def test_a_marker_must_be_a_reference_of_the_document(geo: Repositories) -> None:
    with pytest.raises(InvalidReference) as caught:
        geo.sources.quote("test:talks", "test:article", 1, "Trump", marker="[9]")
    assert caught.value.constraint == "fk_evidence_document_id_marker"


@pytest.mark.usefixtures("talks")
def test_a_source_without_text_can_be_cited_alone(geo: Repositories, session: Session) -> None:
    b.source(session, "radio")
    geo.sources.cite("test:talks", "test:radio", relation_code="contradicts")
    (passage,) = geo.sources.evidence_of("test:talks")
    assert (passage.source.label, passage.document, passage.relation_code) == ("radio", None, "contradicts")


@pytest.mark.usefixtures("article")
def test_evidence_of_a_survivor_includes_that_of_what_was_merged(
    geo: Repositories, session: Session, talks: Event
) -> None:
    geo.sources.quote("test:talks", "test:article", 2, "Riyadh")
    b.merge(session, talks, b.event(session, "riyadh-talks"))
    assert [passage.exact for passage in geo.sources.evidence_of("test:riyadh-talks")] == ["Riyadh"]


def test_evidence_of_an_unknown_record_is_an_error(geo: Repositories) -> None:
    with pytest.raises(NotFound, match="test:nothing"):
        geo.sources.evidence_of("test:nothing")


# --- who said it first -------------------------------------------------------------------------------------


@pytest.mark.usefixtures("article", "talks")
def test_an_access_date_says_the_latest_day_of_a_report(geo: Repositories) -> None:
    geo.sources.quote("test:talks", "test:article", 2, "Riyadh")
    first = geo.sources.first_to_report("test:talks")
    assert first is not None
    assert (first.source.label, first.on) == ("source-of-article", date(2025, 3, 1))
    assert (first.rests_on, first.is_upper_bound) == ("accessed", True)


@pytest.mark.usefixtures("talks")
def test_a_cited_source_reported_before_the_article_that_cites_it(
    geo: Repositories, session: Session, article: Document, query_count: QueryCount
) -> None:
    cited(session, article, "[1]", "wire", date(2025, 2, 20), published_edtf="2025-02-18")
    geo.sources.quote("test:talks", "test:article", 2, "Riyadh", marker="[1]")
    session.expunge_all()
    with query_count() as queries:
        first = geo.sources.first_to_report("test:talks")
        assert first is not None
        assert first.source.publisher is None
    assert len(queries) == 1
    assert (first.source.label, first.on) == ("wire", date(2025, 2, 18))
    assert (first.rests_on, first.is_upper_bound) == ("published", False)


@pytest.mark.usefixtures("article", "talks")
def test_a_month_of_publication_counts_for_its_last_day(geo: Repositories, session: Session) -> None:
    geo.sources.cite("test:talks", b.source(session, "journal", published_edtf="2025-02").key)
    first = geo.sources.first_to_report("test:talks")
    assert first is not None
    assert (first.on, first.rests_on, first.is_upper_bound) == (date(2025, 2, 28), "published", True)


@pytest.mark.usefixtures("article", "talks")
def test_who_contradicts_or_has_no_date_did_not_report_first(geo: Repositories, session: Session) -> None:
    geo.sources.cite("test:talks", b.source(session, "undated").key)
    denial = b.source(session, "denial", published_edtf="2025-01-01")
    geo.sources.cite("test:talks", denial.key, relation_code="contradicts")
    assert geo.sources.first_to_report("test:talks") is None
    with pytest.raises(NotFound):
        geo.sources.first_to_report("test:nothing")
