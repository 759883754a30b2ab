"""Progress against the straight line, checked against numbers reckoned by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from geodb.repositories import Repositories
from tests import builders as b
from tests.db.api.reading import rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.models import Target


@pytest.fixture
def aim(session: Session) -> Target:
    return b.target(session, "aim", b.initiative(session, "plan"), 500, "2030")


@pytest.mark.usefixtures("aim")
def test_a_target_without_a_baseline_is_shown_with_nulls(session: Session) -> None:
    query = "SELECT key, value, deadline_until, baseline_value, path_value, needed_growth_percent"
    found = rows(session, f"{query} FROM api.target_progress")
    assert found == [("test:aim", 500.0, date(2030, 12, 31), None, None, None)]


def test_competing_baselines_stand_side_by_side(session: Session, aim: Target) -> None:
    b.observation(session, aim, 212.3, "2024", scope="goods and services")
    b.observation(session, aim, 128.9, "2024", scope="goods only")
    query = "SELECT baseline_value, remaining, needed_growth_percent FROM api.target_progress ORDER BY 1"
    goods, both = rows(session, query)
    # 2191 days from the end of 2024 to the end of 2030, a year having 365.25
    assert goods == pytest.approx((128.9, 371.1, 25.347), abs=0.01)
    assert both == pytest.approx((212.3, 287.7, 15.350), abs=0.01)


def test_an_observation_is_compared_with_the_line_on_its_own_day(session: Session, aim: Target) -> None:
    b.observation(session, aim, 200, "2024-12-31")
    b.observation(session, aim, 230, "2025-12-31", "estimate")
    b.observation(session, aim, 260, "2026-12-31", "reported")
    query = "SELECT observed_value, observed_on, path_on, path_value, gap, remaining, needed_growth_percent"
    ((value, day, path_on, path, gap, remaining, growth),) = rows(
        session, f"{query} FROM api.target_progress"
    )
    assert (value, day, path_on, remaining) == (260, date(2026, 12, 31), date(2026, 12, 31), 240)
    assert path == pytest.approx(200 + 300 * 730 / 2191)
    assert gap == pytest.approx(260 - path)
    assert growth == pytest.approx(100 * ((500 / 260) ** (365.25 / 1461) - 1))


def test_only_later_values_of_the_same_scope_that_are_no_projection_count(
    session: Session, aim: Target
) -> None:
    b.observation(session, aim, 200, "2024", scope="goods")
    b.observation(session, aim, 210, "2025", "reported", scope="services")
    b.observation(session, aim, 220, "2023", "reported", scope="goods")
    b.observation(session, aim, 230, "2028", "projection", scope="goods")
    assert rows(session, "SELECT observed_value, gap FROM api.target_progress") == [(None, None)]


def test_without_an_observation_the_line_is_read_today(session: Session, aim: Target) -> None:
    b.observation(session, aim, 200, "2024")
    ((day, path),) = rows(session, "SELECT path_on, path_value FROM api.target_progress")
    share = min(1.0, (day - date(2024, 12, 31)).days / 2191)
    assert day == rows(session, "SELECT current_date")[0][0]
    assert path == pytest.approx(200 + 300 * share)


def test_after_the_deadline_the_line_stays_at_the_target(session: Session, aim: Target) -> None:
    b.observation(session, aim, 200, "2024")
    b.observation(session, aim, 450, "2032", "final")
    query = "SELECT path_value, gap, needed_growth_percent FROM api.target_progress"
    assert rows(session, query) == [(500.0, -50.0, None)]


def test_a_baseline_of_unknown_time_has_no_line(session: Session, aim: Target) -> None:
    b.observation(session, aim, 200, "../..")
    query = "SELECT baseline_value, path_on, path_value, remaining, needed_growth_percent"
    assert rows(session, f"{query} FROM api.target_progress") == [(200, None, None, 300, None)]


def test_growth_beyond_all_numbers_is_none_and_fails_nobody(session: Session, aim: Target) -> None:
    b.observation(session, aim, 1, "2030-12-30", scope="a five-hundredfold in a day")
    b.observation(session, aim, 500_000, "2030-12-30", scope="a thousandth in a day")
    query = "SELECT needed_growth_percent FROM api.target_progress ORDER BY baseline_value"
    assert rows(session, query) == [(None,), (-100.0,)]
    progress = Repositories(session).initiatives.progress(aim.key, date(2031, 1, 1))
    assert [one.needed_growth_percent for one in progress] == [None, -100.0]
