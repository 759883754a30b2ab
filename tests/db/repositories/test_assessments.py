"""Forecasts that are open, scenarios with outcomes, and who was right."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from geodb.errors import Conflict, InvalidValue, NotFound
from geodb.models import Assessment
from geodb.repositories import TrackRecord
from tests import builders as b

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.models import Actor
    from geodb.repositories import Repositories
    from tests.db.repositories.test_repository import QueryCount


def labels(assessments: Iterable[Assessment]) -> list[str]:
    return [assessment.label for assessment in assessments]


def likely(share: str) -> dict[str, Any]:
    return {
        "probability_low": Decimal(share),
        "probability_high": Decimal(share),
        "probability_basis_code": "stated_number",
    }


@pytest.fixture
def ann(session: Session) -> Actor:
    return b.actor(session, "ann", "person")


@pytest.fixture
def foresight(session: Session, ann: Actor) -> None:
    b.assessment(session, "past", "judgment", is_resolvable=True, author_id=ann.id)
    b.assessment(
        session, "soon", is_resolvable=True, due_on=date(2025, 6, 1), author_id=ann.id, **likely("0.8")
    )
    b.assessment(session, "later", is_resolvable=True, due_on=date(2030, 1, 1), author_id=ann.id)
    b.assessment(session, "someday", is_resolvable=True)
    b.assessment(session, "vague", author_id=ann.id)
    session.expunge_all()


def test_a_forecast_is_due_when_its_horizon_ends(session: Session, geo: Repositories) -> None:
    """A forecast for 2025 was never overdue, since nobody had written its day."""
    forecasts: dict[str, dict[str, Any]] = {
        "of-2025": {"horizon_edtf": "2025"},
        "given": {"horizon_edtf": "2025", "due_on": date(2026, 6, 1)},
        "open": {"horizon_edtf": "2025/.."},
    }
    for label, dates in forecasts.items():
        b.assessment(session, label, is_resolvable=True, **dates)
    session.expunge_all()
    assert labels(geo.assessments.open(due_before=date(2026, 1, 1))) == ["of-2025"]
    due = "SELECT label, due_on FROM api.assessment WHERE due_on IS NOT NULL ORDER BY due_on"
    assert session.execute(text(due)).all() == [("of-2025", date(2025, 12, 31)), ("given", date(2026, 6, 1))]
    overdue = "SELECT label FROM api.check_forecast_overdue ORDER BY label"
    assert session.scalars(text(overdue)).all() == ["given", "of-2025"]


@pytest.mark.usefixtures("foresight")
def test_open_is_what_can_be_decided_and_is_not(geo: Repositories) -> None:
    assert labels(geo.assessments.open()) == ["soon", "later", "someday"]
    assert labels(geo.assessments.open(due_before=date(2026, 1, 1))) == ["soon"]


@pytest.mark.usefixtures("foresight")
def test_assessments_of_an_author_come_with_all_their_parts_in_one_round_trip(
    geo: Repositories, query_count: QueryCount
) -> None:
    with query_count() as queries:
        found = geo.assessments.by("test:ann").all()
        assert {(a.author.label if a.author else None, a.resolution) for a in found} == {("ann", None)}
        assert [(a.conditions, a.subjects) for a in found] == [([], [])] * 4
    assert len(queries) == 1
    with pytest.raises(NotFound):
        geo.assessments.by("test:bob").all()


@pytest.mark.usefixtures("foresight")
def test_a_resolved_forecast_is_open_no_more_and_knows_what_decided_it(
    geo: Repositories, session: Session
) -> None:
    b.event(session, "ceasefire")
    b.source(session, "wire")
    resolution = geo.assessments.resolve(
        "test:soon", "true", date(2025, 5, 1), by_event="test:ceasefire", source="test:wire", reason="it held"
    )
    assert geo.assessments.get("test:soon").resolution is resolution
    assert resolution.event_id == geo.events.get("test:ceasefire").id
    assert labels(geo.assessments.open()) == ["later", "someday"]


@pytest.mark.usefixtures("foresight")
def test_a_forecast_is_resolved_once(geo: Repositories) -> None:
    geo.assessments.resolve("test:soon", "true", date(2025, 5, 1))
    with pytest.raises(Conflict) as caught:
        geo.assessments.resolve("test:soon", "false", date(2025, 5, 2))
    assert caught.value.constraint == "uq_assessment_resolution_natural"


@pytest.mark.usefixtures("foresight")
def test_a_resolution_can_be_taken_back_and_given_anew(geo: Repositories) -> None:
    geo.assessments.resolve("test:soon", "true", date(2025, 5, 1))
    assert geo.assessments.reopen("test:soon").resolution is None
    assert labels(geo.assessments.open()) == ["soon", "later", "someday"]
    assert geo.assessments.resolve("test:soon", "false", date(2025, 5, 2)).outcome_code == "false"


@pytest.mark.usefixtures("foresight")
def test_a_forecast_is_decided_by_the_resolution_of_what_was_merged_into_it(
    geo: Repositories, session: Session
) -> None:
    decided = geo.assessments.resolve("test:later", "false", date(2026, 1, 1))
    b.merge(session, geo.assessments.get("test:later"), geo.assessments.get("test:soon"))
    session.expire_all()
    for key in ("test:soon", "test:later"):
        assert geo.assessments.resolution_of(key) is decided
        with pytest.raises(Conflict, match="test:soon came out already: false, decided on 2026-01-01"):
            geo.assessments.resolve(key, "true", date(2026, 1, 1))
    assert labels(geo.assessments.open()) == ["someday"]
    geo.assessments.reopen("test:soon")
    assert labels(geo.assessments.open()) == ["soon", "someday"]
    assert geo.assessments.resolution_of("test:soon") is None
    assert session.scalar(text("SELECT outcome FROM api.assessment WHERE key = 'test:soon'")) is None


@pytest.mark.usefixtures("foresight")
def test_both_resolutions_of_a_merged_forecast_are_taken_back_at_once(
    geo: Repositories, session: Session
) -> None:
    for key, day in (("test:soon", 1), ("test:later", 2)):
        geo.assessments.resolve(key, "true", date(2026, 1, day))
    b.merge(session, geo.assessments.get("test:later"), geo.assessments.get("test:soon"))
    latest = geo.assessments.resolution_of("test:soon")
    assert latest is not None
    assert latest.resolved_on == date(2026, 1, 2)
    assert geo.assessments.reopen("test:soon").resolution is None
    assert labels(geo.assessments.open()) == ["soon", "someday"]


@pytest.mark.usefixtures("foresight")
def test_what_was_not_resolved_cannot_be_reopened_nor_a_judgment_come_true(geo: Repositories) -> None:
    with pytest.raises(NotFound, match="test:soon is not resolved"):
        geo.assessments.reopen("test:soon")
    with pytest.raises(InvalidValue, match="test:past is a judgment"):
        geo.assessments.resolve("test:past", "true", date(2025, 5, 1))
    with pytest.raises(InvalidValue, match="9999-12-31 is still to come"):
        geo.assessments.resolve("test:soon", "true", date(9999, 12, 31))


def test_a_scenario_comes_with_conditions_and_outcomes_in_order(geo: Repositories, session: Session) -> None:
    scenario = b.assessment(session, "peace", "scenario")
    b.condition(session, scenario, 1, "the talks succeed")
    second = b.assessment(session, "gain", "scenario_outcome", parent_id=scenario.id, seq=2)
    b.condition(session, second, 1, "Russia turns west")
    b.assessment(session, "rift", "scenario_outcome", parent_id=scenario.id, seq=1)
    session.expunge_all()
    found = geo.assessments.scenario("test:peace")
    assert [condition.text for condition in found.scenario.conditions] == ["the talks succeed"]
    assert [(o.label, [c.text for c in o.conditions]) for o in found.outcomes] == [
        ("rift", []),
        ("gain", ["Russia turns west"]),
    ]


@pytest.mark.usefixtures("foresight")
def test_a_forecast_is_no_scenario(geo: Repositories) -> None:
    with pytest.raises(InvalidValue, match="test:soon is a forecast, not a scenario"):
        geo.assessments.scenario("test:soon")
    with pytest.raises(NotFound):
        geo.assessments.scenario("test:sooner")


@pytest.mark.usefixtures("foresight")
def test_a_track_record_scores_only_stated_probabilities(geo: Repositories, query_count: QueryCount) -> None:
    geo.assessments.resolve("test:soon", "true", date(2025, 5, 1))
    geo.assessments.resolve("test:later", "false", date(2025, 5, 1))
    with query_count() as queries:
        ann, nobody = geo.assessments.track_records()
    assert ann.brier == pytest.approx(0.04)
    assert ann == TrackRecord(
        author="test:ann",
        label="ann",
        total=3,
        open=0,
        resolved=2,
        unfalsifiable=1,
        scored=1,
        brier=ann.brier,
    )
    assert (nobody.author, nobody.total, nobody.open, nobody.brier) == (None, 1, 1, None)
    assert len(queries) == 1


def test_the_score_of_a_range_is_that_of_its_middle_and_false_counts_too(
    geo: Repositories, session: Session, ann: Actor
) -> None:
    b.assessment(
        session,
        "range",
        author_id=ann.id,
        is_resolvable=True,
        probability_low=Decimal("0.2"),
        probability_high=Decimal("0.4"),
        probability_basis_code="stated_number",
    )
    b.assessment(session, "void", author_id=ann.id, is_resolvable=True, **likely("0.9"))
    geo.assessments.resolve("test:range", "false", date(2025, 5, 1))
    geo.assessments.resolve("test:void", "annulled", date(2025, 5, 1))
    (record,) = geo.assessments.track_records()
    assert [record.scored, record.brier] == pytest.approx([1, 0.09])


@pytest.mark.usefixtures("foresight")
def test_a_merged_author_has_one_track_record(geo: Repositories, session: Session) -> None:
    b.merge(session, geo.actors.get("test:ann"), b.actor(session, "ann-lee", "person"))
    assert [record.author for record in geo.assessments.track_records()] == ["test:ann-lee", None]
