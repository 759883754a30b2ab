"""Rival values side by side, and the best of them by each rule."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from geodb.errors import Conflict, InvalidReference, InvalidValue, NotFound
from geodb.models import Actor
from geodb.repositories import Best, Repositories
from geodb.repositories.claims import RULES
from tests import builders as b
from tests.db.api.reading import rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.models import Event, Source
    from geodb.repositories.claims import Rule


@pytest.fixture
def geo(session: Session) -> Repositories:
    return Repositories(session)


@pytest.fixture
def war(session: Session) -> Event:
    return b.event(session, "war")


def paper(session: Session, key: str, published: str | None = None, publisher: str | None = None) -> Source:
    by = b.actor(session, publisher, "media").id if publisher else None
    return b.source(session, key, publisher_id=by, published_edtf=published)


def best(session: Session, rule: Rule) -> Best | None:
    session.flush()
    return Repositories(session).claims.best("test:toll", "best", rule)


@pytest.fixture
def toll(session: Session, war: Event) -> None:
    """100 (two sources, old, reliable), 150 (newest, unrated) and 400 (deprecated) for one figure."""
    figure = b.figure(session, "toll", war, 100)
    old, older = paper(session, "old", "2024-01", "times"), paper(session, "older", "2023", "post")
    new, wrong = paper(session, "new", "2025-02-01"), paper(session, "wrong", "2026")
    b.rating(session, older, "B", date(2024, 1, 1))
    b.rating(session, wrong, "A", date(2024, 1, 1))
    b.claim(session, figure, "best", 100, old)
    b.claim(session, figure, "best", 100, older)
    b.claim(session, figure, "best", 150, new)
    b.claim(session, figure, "best", 400, wrong, rank_code="deprecated")


@pytest.mark.usefixtures("toll")
def test_each_rule_says_its_best_and_how_many_agree(session: Session) -> None:
    expected = [
        Best("latest", 150, 150, 150, rank="normal", claims=3, agreeing=1, is_tie=False),
        Best("majority", 100, 100, 100, rank="normal", claims=3, agreeing=2, is_tie=False),
        Best("most_reliable", 100, 100, 100, rank="normal", claims=3, agreeing=2, is_tie=False),
        Best("widest_bounds", None, 100, 150, rank="normal", claims=3, agreeing=3, is_tie=False),
    ]
    assert [best(session, rule) for rule in RULES] == expected


@pytest.mark.usefixtures("toll")
def test_a_preferred_value_is_asked_alone_whatever_the_rule(session: Session, geo: Repositories) -> None:
    (claim,) = geo.claims.rank("test:toll", "best", 150, "preferred", reason="counted by hand")
    assert (claim.rank_code, claim.reason) == ("preferred", "counted by hand")
    for rule in ("latest", "majority", "widest_bounds"):
        found = best(session, rule)
        assert found is not None
        assert (found.value, found.rank, found.claims, found.agreeing) == (150, "preferred", 1, 1)
    assert best(session, "most_reliable") is None


@pytest.mark.usefixtures("toll")
def test_deprecating_takes_a_value_out_of_every_rule(session: Session, geo: Repositories) -> None:
    assert len(geo.claims.rank("test:toll", "best", 100, "deprecated", reason="a misprint")) == 2
    found = best(session, "majority")
    assert found is not None
    assert (found.value, found.claims) == (150, 1)


def test_copies_of_one_publisher_are_one_voice_in_a_majority(session: Session, war: Event) -> None:
    figure = b.figure(session, "toll", war, 1)
    first = paper(session, "first", None, "times")
    copies = [b.source(session, f"copy-{no}", publisher_id=first.publisher_id) for no in range(3)]
    for copy in (first, *copies):
        b.claim(session, figure, "best", 1, copy)
    for key in ("one", "two"):
        b.claim(session, figure, "best", 2, paper(session, key, None, f"{key}-news"))
    found = best(session, "majority")
    assert found is not None
    assert (found.value, found.agreeing, found.claims, found.is_tie) == (2, 2, 6, False)


def test_a_tie_is_told_and_the_later_value_given(session: Session, war: Event) -> None:
    figure = b.figure(session, "toll", war, 1)
    b.claim(session, figure, "best", 1, paper(session, "old", "2024"))
    b.claim(session, figure, "best", 2, paper(session, "new", "2025"))
    found = best(session, "majority")
    assert found is not None
    assert (found.value, found.is_tie) == (2, True)


def test_a_rule_that_cannot_tell_gives_nothing(session: Session, war: Event) -> None:
    figure = b.figure(session, "toll", war, 1)
    unjudged = paper(session, "unjudged")
    b.rating(session, unjudged, "F", date(2025, 1, 1))
    b.claim(session, figure, "best", 1, unjudged)
    assert best(session, "latest") is None
    assert best(session, "most_reliable") is None
    assert best(session, "majority") is not None


def test_words_have_no_bounds_and_stay_words(session: Session, war: Event, geo: Repositories) -> None:
    b.claim(session, war, "when_edtf", "2022-02-24", paper(session, "one"))
    b.claim(session, war, "when_edtf", "2014", paper(session, "two"))
    assert geo.claims.best("test:war", "when_edtf", "widest_bounds") is None
    found = geo.claims.best("test:war", "when_edtf", "majority")
    assert found is not None
    assert (found.value, found.low, found.is_tie) == ("2014", None, True)


def test_the_rating_of_the_publisher_counts_where_the_source_has_none(session: Session, war: Event) -> None:
    source = paper(session, "report", None, "times")
    publisher = session.get_one(Actor, source.publisher_id)
    b.rating(session, b.actor(session, "other", "media"), "A", date(2025, 1, 1))
    b.rating(session, publisher, "C", date(2024, 1, 1))
    b.rating(session, publisher, "B", date(2025, 1, 1))
    b.claim(session, war, "summary", "x", source)
    assert rows(session, "SELECT reliability, source_dated_on FROM api.claim") == [("B", None)]
    b.rating(session, source, "D", date(2020, 1, 1))
    assert rows(session, "SELECT reliability FROM api.claim") == [("D",)]


def test_a_source_without_a_publication_date_is_as_old_as_its_first_reading(
    session: Session, war: Event
) -> None:
    source = paper(session, "report")
    citing = b.document(session, "citing", "x")
    b.reference(session, citing, "[1]", source, date(2025, 2, 20))
    b.document(session, "text", "y", of=source, accessed_on=date(2025, 2, 15))
    b.claim(session, war, "summary", "x", source)
    assert rows(session, "SELECT source_dated_on FROM api.claim") == [(date(2025, 2, 15),)]


@pytest.mark.usefixtures("war")
def test_a_proposed_value_stands_beside_others_with_its_passage(session: Session, geo: Repositories) -> None:
    b.document(session, "article", "It began in 2014.")
    passage = geo.sources.quote("test:war", "test:article", 1, "in 2014")
    geo.claims.propose("test:war", "when_edtf", "2014", source="test:source-of-article", evidence=passage)
    geo.claims.propose("test:war", "when_edtf", "2022")
    query = "SELECT value, rank, source_key, supports, contradicts FROM api.claim ORDER BY value"
    assert rows(session, query) == [
        ("2014", "normal", "test:source-of-article", 1, 0),
        ("2022", "normal", None, 0, 0),
    ]
    assert rows(session, "SELECT attribute, claimed_value FROM api.evidence") == [("when_edtf", "2014")]
    assert [claim.value for claim in geo.claims.of("test:war", "when_edtf")] == ["2014", "2022"]
    assert geo.claims.of("test:war", "summary") == []


def test_the_same_value_from_the_same_source_is_refused(
    session: Session, war: Event, geo: Repositories
) -> None:
    geo.claims.propose(war.key, "when_edtf", "2014")
    with session.begin_nested(), pytest.raises(Conflict) as caught:
        geo.claims.propose(war.key, "when_edtf", "2014")
    assert caught.value.constraint == "uq_claim_natural"


def test_numbers_are_compared_as_numbers_and_never_with_true(
    session: Session, war: Event, geo: Repositories
) -> None:
    b.figure(session, "toll", war, 1)
    first, second = (b.source(session, key).key for key in ("first", "second"))
    geo.claims.propose("test:toll", "best", 5, source=first)
    with pytest.raises(Conflict, match=r"the source claims already that best of test:toll is 5\.0"):
        geo.claims.propose("test:toll", "best", 5.0, source=first)
    geo.claims.propose("test:toll", "best", 5.0, source=second)
    assert rows(session, "SELECT value, value_type FROM api.claim") == [("5", "number")] * 2
    assert rows(session, "SELECT message FROM api.check_value_disputed") == []
    for rival in (1, True, [1], [True]):
        geo.claims.propose("test:toll", "best", rival)
    for value, claimed in ((True, "true"), ([1.0], "[1]")):
        (deprecated,) = geo.claims.rank("test:toll", "best", value, "deprecated")
        assert json.dumps(deprecated.value) == claimed
    assert len(geo.claims.rank("test:toll", "best", 5, "preferred")) == 2


def test_an_attribute_is_a_column_of_the_view_of_the_kind(war: Event, geo: Repositories) -> None:
    with pytest.raises(InvalidValue, match="records of kind event have no attribute 'when'") as caught:
        geo.claims.propose(war.key, "when", "2014")
    assert caught.value.hint is not None
    assert "when_" in caught.value.hint


@pytest.mark.parametrize("value", [Decimal("1.5"), date(2025, 2, 12), float("nan"), object()])
def test_a_value_that_json_cannot_hold_is_told(war: Event, geo: Repositories, value: object) -> None:
    with pytest.raises(InvalidValue, match="is nothing that JSON can hold"):
        geo.claims.propose(war.key, "summary", value)


@pytest.mark.usefixtures("toll")
def test_what_nobody_claims_is_told_with_what_is_claimed(session: Session, geo: Repositories) -> None:
    with pytest.raises(NotFound, match="nobody claims 7 as best of test:toll") as caught:
        geo.claims.rank("test:toll", "best", 7, "preferred")
    assert caught.value.hint == "claimed: 100, 100, 150, 400"
    with session.begin_nested(), pytest.raises(InvalidReference):
        geo.claims.rank("test:toll", "best", 100, "best")


def test_what_is_unknown_is_told(session: Session, war: Event, geo: Repositories) -> None:
    with pytest.raises(NotFound):
        geo.claims.of("test:nobody")
    with pytest.raises(NotFound):
        geo.claims.best("test:nobody", "best")
    with pytest.raises(InvalidValue, match="have no attribute 'bestt'") as caught:
        geo.claims.best(b.figure(session, "toll", war, 1).key, "bestt")
    assert caught.value.hint == "did you mean best?"
    with pytest.raises(NotFound):
        geo.claims.rank("test:nobody", "best", 1, "normal")
    with pytest.raises(NotFound):
        geo.claims.propose("test:nobody", "best", 1)
    with pytest.raises(InvalidValue, match="there is no rule 'mean'") as caught:
        geo.claims.best("test:nobody", "best", "mean")  # type: ignore[arg-type]
    assert caught.value.hint == f"one of: {', '.join(RULES)}"


@pytest.mark.usefixtures("toll")
def test_claims_about_a_merged_record_are_claims_about_its_survivor(
    session: Session, war: Event, geo: Repositories
) -> None:
    b.merge(session, geo.records.get("test:toll"), b.figure(session, "count", war, 2))
    assert len(geo.claims.of("test:count")) == 4
    for key in ("test:count", "test:toll"):
        found = geo.claims.best(key, "best", "majority")
        assert found is not None
        assert found.value == 100
