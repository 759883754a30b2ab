"""Quotations against texts, and what stands under no footnote."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from geodb.models import Source
from tests import builders as b
from tests.db.checks.finding import found, message

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.models import Document, Statement

QUOTED = "He spoke of “lasting and reliable peace,” she wrote."


@pytest.fixture
def bbc(session: Session) -> Source:
    return b.source(session, "bbc")


@pytest.fixture
def article(session: Session, bbc: Source) -> Document:
    held = b.document(session, "article", QUOTED, "It was said elsewhere.", lang="en")
    b.reference(session, held, "[1]", bbc, date(2025, 2, 15))
    return held


def quoting(session: Session, article: Document, no: int, passage: str, **coding: b.Value) -> Statement:
    said = b.statement(session, "said", form_code="mixed", verbatim="lasting and reliable peace")
    b.evidence(session, said, article, no, passage, **coding)
    return said


def test_quoted_words_may_stand_anywhere_in_the_paragraphs_of_the_evidence(
    session: Session, article: Document
) -> None:
    quoting(session, article, 1, "He spoke")
    assert found(session, "quote_not_in_text") == []


def test_quoted_words_that_the_paragraphs_do_not_have_are_found(session: Session, article: Document) -> None:
    quoting(session, article, 2, "It was said")
    assert found(session, "quote_not_in_text") == [("said", "article")]
    assert message(session, "quote_not_in_text") == (
        "the words 'lasting and reliable peace' stand in none of its paragraphs (test:article 2)"
    )


def test_without_a_text_or_a_quotation_there_is_nothing_to_compare(
    session: Session, article: Document
) -> None:
    b.statement(session, "unsupported", form_code="mixed", verbatim="nowhere")
    b.evidence(session, b.statement(session, "paraphrase"), article, 1, "He spoke")
    assert found(session, "quote_not_in_text") == []


@pytest.mark.parametrize(
    ("lang", "words", "is_altered"),
    [
        ("en", "A “lasting, reliable peace”.", True),
        ("en-GB", "A “lasting, reliable peace”.", True),
        ("en", "A Lasting and Reliable Peace.", False),
        ("uk", "Тривалий мир.", False),
        (None, "A “lasting, reliable peace”.", False),
    ],
)
def test_a_quotation_is_compared_with_the_text_that_is_cited_for_it(
    session: Session, article: Document, bbc: Source, lang: str | None, words: str, *, is_altered: bool
) -> None:
    quoting(session, article, 1, "He spoke", marker="[1]")
    assert found(session, "quote_altered") == []
    b.document(session, "original", "A title.", words, of=bbc, lang=lang)
    assert found(session, "quote_altered") == ([("said", "original")] if is_altered else [])


def test_a_claim_that_no_passage_puts_under_a_footnote_is_found(session: Session, article: Document) -> None:
    cited, partly, bare = (b.event(session, key) for key in ("cited", "partly", "bare"))
    b.evidence(session, cited, article, 1, "He", marker="[1]")
    b.evidence(session, partly, article, 1, "He", marker="[1]")
    b.evidence(session, partly, article, 2, "It")
    b.evidence(session, bare, article, 2, "It")
    b.evidence(session, bare, article, 1, "He")
    b.evidence(session, b.actor(session, "us"), article, 1, "He")
    assert found(session, "uncited_claim") == [("bare", "article")]
    assert message(session, "uncited_claim") == "paragraph 1, 2, under no footnote"


def test_a_document_without_footnotes_owes_none(session: Session) -> None:
    b.evidence(session, b.event(session, "met"), b.document(session, "wire", "They met."), 1, "They met.")
    assert found(session, "uncited_claim") == []


def test_another_document_can_stand_in_for_the_footnote(session: Session, article: Document) -> None:
    met = b.event(session, "met")
    b.evidence(session, met, article, 2, "It")
    b.evidence(session, met, b.document(session, "wire", "They met."), 1, "They met.")
    assert found(session, "uncited_claim") == []


def test_what_the_author_judges_is_told_apart_from_what_others_foresee(
    session: Session, article: Document
) -> None:
    author, spies = b.actor(session, "author", "person"), b.actor(session, "spies")
    b.author(session, session.get_one(Source, article.source_id), author)
    for who in (author, spies):
        view = b.assessment(session, f"view-of-{who.label}", author_id=who.id)
        b.evidence(session, view, article, 2, "It")
    assert found(session, "uncited_judgment") == [("view-of-author", "article")]
    assert found(session, "uncited_claim") == [("view-of-spies", "article")]


def test_a_source_without_a_publication_date_says_by_when_it_was_read(
    session: Session, article: Document
) -> None:
    b.source(session, "dated", published_edtf="2025-02")
    assert found(session, "publication_date_missing") == [("bbc", None), (f"source-of-{article.label}", None)]
    b.retract(session, session.get_one(Source, article.source_id))
    assert message(session, "publication_date_missing") == "not dated; read on 2025-02-15"
