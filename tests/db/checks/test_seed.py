"""The checks on the seed: what its quality notes say can be found from the data alone, and nothing else.

docs/reference/checks.md goes through the notes one by one.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from geodb.models import Figure, TargetObservation
from geodb.repositories import Repositories
from geodb.services.check import Finding, check
from tests import builders as b
from tests.db.checks.test_catalogue import PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from geodb.db.session import Database

ARTICLE = "geodb:us-strategic-moves-2025.text"
FOOTNOTES = {
    "geodb:trump-post-on-putin-call",
    "geodb:bbc-ukraine-war-talks-start-now",
    "geodb:nbc-zelenskyy-very-difficult",
    "geodb:voa-zelenskyy-rejects-bilateral-pact",
    "geodb:tass-on-bloomberg-putin-trump-meeting",
    "geodb:us-india-joint-leaders-statement",
}


@pytest.fixture
def seeded(seeded_db: Database) -> Iterator[Session]:
    """The seed, to be changed and rolled back."""
    with seeded_db.sessions() as session:
        yield session
        session.rollback()


@pytest.fixture
def geo(seeded: Session) -> Repositories:
    return Repositories(seeded)


def findings(session: Session, rule: str) -> list[Finding]:
    session.flush()
    return list(check(session, rule=rule).findings)


def test_nothing_is_found_but_what_rests_on_no_footnote_or_bears_no_date(seeded: Session) -> None:
    assert Counter(finding.rule for finding in check(seeded).findings) == {
        "uncited_claim": 5,
        "uncited_judgment": 29,
        "publication_date_missing": 9,
    }


def test_claims_without_a_footnote_are_those_of_the_note_and_two_more(seeded: Session) -> None:
    said = {finding.key: finding.message for finding in findings(seeded, "uncited_claim")}
    assert said == {
        "geodb:hegseth-deterring-china-first": "paragraph 9, under no footnote",
        "geodb:trump-administration-may-act-without-nato": "paragraph 11, under no footnote",
        "geodb:india-priority-partner-designation": "paragraph 13, under no footnote",
        "geodb:us-initiative-to-end-the-war": "paragraph 9, under no footnote",
        "geodb:us-led-ukraine-negotiations": "paragraph 1, 9, 10, 11, under no footnote",
    }
    judged = {finding.message.split(",")[0] for finding in findings(seeded, "uncited_judgment")}
    assert judged == {f"paragraph {no}" for no in (1, 2, 8, 9, 10, 11, 12, 13)}


def test_the_six_cited_sources_and_the_article_bear_no_publication_date(seeded: Session) -> None:
    said = {finding.key: finding.message for finding in findings(seeded, "publication_date_missing")}
    assert {key for key, words in said.items() if words == "not dated; read on 2025-02-15"} == FOOTNOTES
    assert {key for key in said if key not in FOOTNOTES} == {
        "geodb:us-strategic-moves-2025",
        "trade:india-trade-with-us-2023",
        "trade:ustr-india-trade-2024",
    }


def test_the_talks_contradict_their_source_once_their_day_is_known(
    seeded: Session, geo: Repositories
) -> None:
    assert findings(seeded, "source_before_event") == []
    talks = geo.events.get("geodb:us-russia-talks-in-saudi-arabia")
    talks.edtf = "2025-02-18"
    seeded.flush()
    (finding,) = findings(seeded, "source_before_event")
    assert (finding.key, finding.other_key) == (talks.key, "geodb:tass-on-bloomberg-putin-trump-meeting")
    assert finding.message == (
        "was not before 2025-02-18, but the newest source that supports it dates from 2025-02-15"
    )


def test_the_lives_lost_are_contradicted_once_another_figure_is_there(
    seeded: Session, geo: Repositories
) -> None:
    war = geo.events.get("geodb:russia-ukraine-war")
    counted = {"measure_code": "killed", "unit_code": "persons", "low": 0, "high": 280_000}
    b.add_record(seeded, Figure, "killed", of_id=war.id, **counted)
    (finding,) = findings(seeded, "figure_contradicted")
    assert {finding.key, finding.other_key} == {"geodb:lives-lost-in-the-war", "test:killed"}


def test_the_altered_quotation_is_found_once_the_report_is_held_and_the_shortened_one_is_not(
    seeded: Session, geo: Repositories
) -> None:
    report = (
        "They hope for a “lasting, reliable peace”.",
        "He is the only leader who can do it.",
        "Peace is impossible without Ukraine’s participation.",
    )
    interview = ("It would be very, very, very difficult.",)
    cited = {"bbc-ukraine-war-talks-start-now": report, "nbc-zelenskyy-very-difficult": interview}
    for key, words in cited.items():
        b.document(seeded, key, *words, of=geo.sources.get(f"geodb:{key}"), lang="en")
    assert [finding.key for finding in findings(seeded, "quote_altered")] == ["geodb:zelensky-lasting-peace"]


def test_without_the_published_figures_the_target_has_no_baseline(seeded: Session) -> None:
    for observation in seeded.query(TargetObservation):
        seeded.delete(observation)
    assert [finding.key for finding in findings(seeded, "target_without_baseline")] == [
        "geodb:mission-500-target"
    ]


def test_every_quality_note_is_gone_through_on_the_page_of_the_checks(seeded: Session) -> None:
    notes: dict[str, set[str]] = {}
    query = text("SELECT text, record_key FROM api.note WHERE kind = 'quality'")
    for words, key in seeded.execute(query):
        notes.setdefault(words, set()).add(f"`{key.partition(':')[2]}`")
    page = PAGE.read_text(encoding="utf-8")
    lines = [line for line in page.splitlines() if line.startswith("| `") and line.count("|") == 4]
    gone_through = [{words for words, keys in notes.items() if line.split()[1] in keys} for line in lines]
    assert len(notes) == 12
    assert set().union(*gone_through) == set(notes)
