"""Copies are not counted: how many sources independent of one another stand behind a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import builders as b
from tests.db.api.reading import rows
from tests.db.checks.finding import found, message

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.models import Actor, Document, Event, Record, Source

PAPERS = ("ajc", "bild", "corriere", "dawn", "el-pais")


@pytest.fixture
def met(session: Session) -> Event:
    return b.event(session, "met")


@pytest.fixture
def agency(session: Session) -> Actor:
    return b.actor(session, "agency", "media")


def paper(session: Session, name: str) -> Source:
    return b.source(session, f"report-in-{name}", publisher_id=b.actor(session, name, "media").id)


def reports(session: Session, fact: Record, source: Source, marker: str | None = None) -> Document:
    """A document of the source that supports the fact."""
    held = b.document(session, f"{source.label}-{fact.label}", f"They met, says {source.label}.", of=source)
    if marker is None:
        b.evidence(session, fact, held, 1, "They met")
    return held


def counts(session: Session, key: str) -> tuple[int, int, str]:
    session.flush()
    query = "SELECT independent_sources, sources, origin_labels FROM api.independent_source"
    ((independent, sources, origins),) = rows(session, f"{query} WHERE key = 'test:{key}'")
    return independent, sources, origins


def test_two_papers_are_two_sources_and_two_reports_of_one_paper_are_one(
    session: Session, met: Event
) -> None:
    first = paper(session, "times")
    reports(session, met, first)
    reports(session, met, b.source(session, "second-report", publisher_id=first.publisher_id))
    assert counts(session, "met") == (1, 2, "times")
    reports(session, met, paper(session, "post"))
    assert counts(session, "met") == (2, 3, "post; times")


def test_five_copies_signed_by_an_agency_count_once(session: Session, met: Event, agency: Actor) -> None:
    for name in PAPERS:
        copy = paper(session, name)
        b.author(session, copy, b.actor(session, f"editor-of-{name}", "person"), 1)
        b.author(session, copy, agency, 2)
        reports(session, met, copy)
    assert counts(session, "met") == (1, 5, "agency")
    assert found(session, "copies_of_one_source") == [("met", "agency")]
    assert message(session, "copies_of_one_source") == "5 sources, all of which have it from agency"


def test_five_papers_that_cite_one_wire_count_once(session: Session, met: Event, agency: Actor) -> None:
    wire = b.source(session, "wire", publisher_id=agency.id)
    for name in PAPERS:
        held = reports(session, met, paper(session, name), "[1]")
        b.reference(session, held, "[1]", wire)
        b.evidence(session, met, held, 1, "They met", marker="[1]")
        b.evidence(session, met, held, 1, "met")
    assert counts(session, "met") == (1, 1, "agency")
    reports(session, met, wire)
    assert counts(session, "met") == (1, 1, "agency")
    reports(session, met, paper(session, "witness"))
    assert counts(session, "met") == (2, 2, "agency; witness")


def test_five_papers_that_pass_a_statement_on_count_once(session: Session, agency: Actor) -> None:
    said = b.statement(session, "said", b.actor(session, "ann", "person"))
    b.spoken(session, said, agency, "reported_by", hop=1)
    for name in PAPERS:
        reports(session, said, paper(session, name))
    assert counts(session, "said") == (1, 5, "agency")


def test_a_report_of_its_own_of_the_same_utterance_counts(session: Session, agency: Actor) -> None:
    ann = b.actor(session, "ann", "person")
    said = b.statement(session, "said", ann)
    for name in PAPERS:
        copy = paper(session, name)
        told = b.statement(session, f"said-in-{name}", ann, canonical_id=said.id)
        b.spoken(session, told, agency, "reported_by", hop=1)
        b.spoken(session, told, session.get_one(type(ann), copy.publisher_id), "reported_by", hop=2)
        reports(session, told, copy)
    assert counts(session, "said") == (1, 5, "agency")
    heard = b.statement(session, "heard", ann, canonical_id=said.id)
    reports(session, heard, paper(session, "witness"))
    assert counts(session, "said") == (2, 6, "agency; witness")


def test_the_speakers_own_words_are_a_source_beside_the_relays(session: Session, agency: Actor) -> None:
    ann = b.actor(session, "ann", "person")
    said = b.statement(session, "said", ann)
    b.spoken(session, said, agency, "reported_by", hop=1)
    own = b.source(session, "blog")
    b.author(session, own, ann)
    reports(session, said, own)
    reports(session, said, paper(session, "times"))
    assert counts(session, "said") == (2, 2, "agency; ann")


def test_on_a_platform_it_is_the_author_who_speaks(session: Session, met: Event) -> None:
    platform = b.actor(session, "platform", "media_platform")
    for name in ("ann", "bob"):
        post = b.source(session, f"post-of-{name}", publisher_id=platform.id)
        b.author(session, post, b.actor(session, name, "person"))
        reports(session, met, post)
    reports(session, met, b.source(session, "unsigned", publisher_id=platform.id))
    assert counts(session, "met") == (3, 3, "ann; bob; unsigned")


def test_only_support_counts_and_a_fact_without_any_is_shown(session: Session, met: Event) -> None:
    text = b.document(session, "denial", "They did not meet.")
    b.evidence(session, met, text, 1, "not meet", relation_code="contradicts")
    assert rows(
        session, "SELECT independent_sources, sources, origin_labels FROM api.independent_source"
    ) == [(0, 0, None)]
    assert found(session, "copies_of_one_source") == []
