"""Initiatives as trees, their parties and steps, and the progress of their targets."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from geodb.errors import Conflict, InvalidReference, InvalidValue, NotFound
from geodb.repositories import InitiativeTree
from tests import builders as b

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.repositories import Repositories
    from tests.db.repositories.test_repository import QueryCount

LATER = date(2026, 1, 1)


def outline(tree: InitiativeTree) -> list[object]:
    return [tree.initiative.label, *(outline(part) for part in tree.parts)]


@pytest.fixture
def compact(session: Session) -> None:
    compact = b.initiative(session, "compact")
    mission = b.initiative(session, "mission", parent_id=compact.id)
    b.initiative(session, "framework", parent_id=compact.id)
    b.initiative(session, "mission-office", parent_id=mission.id)
    b.target(session, "trade", mission, 500, "2030")
    session.expunge_all()


# --- trees, parties, steps ---------------------------------------------------------------------------------


@pytest.mark.usefixtures("compact")
def test_a_tree_holds_what_belongs_to_an_initiative_at_any_depth(
    geo: Repositories, query_count: QueryCount
) -> None:
    with query_count() as queries:
        tree = geo.initiatives.tree("test:compact")
        mission = tree.parts[0].initiative
        assert [target.label for target in mission.targets] == ["trade"]
        assert (mission.parties, mission.status_changes) == ([], [])
    assert outline(tree) == ["compact", ["mission", ["mission-office"]], ["framework"]]
    assert len(queries) == 5


@pytest.mark.usefixtures("compact")
def test_a_merged_branch_keeps_its_place_in_the_tree(geo: Repositories, session: Session) -> None:
    compact = geo.initiatives.get("test:compact")
    mission_500 = b.initiative(session, "mission-500", parent_id=compact.id)
    b.merge(session, geo.initiatives.get("test:mission"), mission_500)
    assert outline(geo.initiatives.tree("test:compact")) == [
        "compact",
        ["framework"],
        ["mission-500", ["mission-office"]],
    ]


@pytest.mark.usefixtures("compact")
def test_parties_are_added_and_initiatives_found_by_them(geo: Repositories, session: Session) -> None:
    for key in ("us", "india"):
        b.actor(session, key)
    geo.initiatives.add_party("test:compact", "test:us", "initiator", joined="2025-02-13")
    geo.initiatives.add_party("test:compact", "test:india")
    geo.initiatives.add_party("test:framework", "test:us")
    assert [found.label for found in geo.initiatives.of("test:us")] == ["compact", "framework"]
    assert [found.label for found in geo.initiatives.of("test:us", "test:india")] == ["compact"]
    parties = geo.initiatives.get("test:compact").parties
    assert [(party.actor.label, party.role_code) for party in parties] == [
        ("us", "initiator"),
        ("india", "party"),
    ]
    with pytest.raises(NotFound):
        geo.initiatives.of("test:usa")


@pytest.mark.usefixtures("compact")
def test_steps_of_an_initiative_are_kept_in_order(geo: Repositories) -> None:
    geo.initiatives.set_status("test:compact", "announced", "2025-02-13")
    geo.initiatives.set_status("test:compact", "launched")
    steps = geo.initiatives.get("test:compact").status_changes
    assert [(step.seq, step.initiative_status_code, step.edtf) for step in steps] == [
        (1, "announced", "2025-02-13"),
        (2, "launched", None),
    ]


@pytest.mark.usefixtures("compact")
def test_a_step_comes_after_the_last_one_whatever_is_missing(geo: Repositories, session: Session) -> None:
    geo.initiatives.set_status("test:compact", "announced")
    geo.initiatives.set_status("test:compact", "signed")
    session.execute(text("DELETE FROM geodb.status_change WHERE seq = 1"))
    session.expunge_all()
    assert geo.initiatives.set_status("test:compact", "launched").seq == 3


STEPS = text(
    "SELECT seq, status, when_edtf FROM api.status_change WHERE record_key = 'test:compact' ORDER BY seq"
)
STATUS = text("SELECT status FROM api.initiative WHERE key = 'test:compact'")


@pytest.mark.usefixtures("compact")
def test_the_steps_of_merged_initiatives_are_in_the_order_of_their_days(
    geo: Repositories, session: Session
) -> None:
    draft = b.initiative(session, "draft")
    for status, when in (("proposed", None), ("announced", "2024-11"), ("launched", "2024-12")):
        geo.initiatives.set_status("test:draft", status, when)
    for status, when in (("launched", "2024-12"), ("signed", "2025-10-31")):
        geo.initiatives.set_status("test:compact", status, when)
    assert session.scalar(STATUS) == "signed"
    b.merge(session, draft, geo.initiatives.get("test:compact"))
    assert [tuple(step) for step in session.execute(STEPS)] == [
        (1, "proposed", None),
        (2, "announced", "2024-11"),
        (3, "launched", "2024-12"),
        (4, "signed", "2025-10-31"),
    ]
    assert session.scalar(STATUS) == "signed"


@pytest.mark.usefixtures("compact")
def test_steps_of_one_initiative_stay_in_the_order_they_were_given(
    geo: Repositories, session: Session
) -> None:
    given = [("announced", "2025-02"), ("launched", None), ("signed", "2025"), ("launched", None)]
    for status, when in given:
        geo.initiatives.set_status("test:compact", status, when)
    assert [tuple(step) for step in session.execute(STEPS)] == [
        (seq, *step) for seq, step in enumerate(given, start=1)
    ]
    assert session.scalar(STATUS) == "launched"


@pytest.mark.usefixtures("compact")
def test_a_status_that_is_no_code_is_refused(geo: Repositories) -> None:
    with pytest.raises(InvalidReference) as caught:
        geo.initiatives.set_status("test:compact", "begun")
    assert caught.value.constraint == "fk_status_change_initiative_status_code"


# --- targets -----------------------------------------------------------------------------------------------


@pytest.fixture
def trade(session: Session, compact: None, geo: Repositories) -> None:  # noqa: ARG001 - its world
    for key in ("india-gov", "ustr"):
        b.source(session, key)
    observe = geo.initiatives.observe
    observe(
        "test:trade",
        Decimal("190.08"),
        "2023",
        "test:india-gov",
        basis="baseline",
        scope="both",
        published="2024-05",
    )
    observe(
        "test:trade",
        Decimal("128.9"),
        "2024",
        "test:ustr",
        basis="baseline",
        scope="goods",
        published="2025-02",
    )
    session.expunge_all()


@pytest.mark.usefixtures("trade")
def test_competing_baselines_stand_side_by_side(geo: Repositories, query_count: QueryCount) -> None:
    with query_count() as queries:
        both, goods = geo.initiatives.progress("test:trade", LATER)
    assert (both.baseline.source, both.baseline.value) == ("test:india-gov", Decimal("190.08"))
    assert (goods.baseline.source, goods.baseline.scope) == ("test:ustr", "goods")
    assert (goods.goal, goods.unit, goods.deadline) == (Decimal(500), "usd", date(2030, 12, 31))
    assert both.baseline.published == date(2024, 5, 31)
    assert len(queries) == 1


@pytest.mark.usefixtures("trade")
def test_without_an_observation_the_line_stands_for_the_day_asked_for(geo: Repositories) -> None:
    both, _ = geo.initiatives.progress("test:trade", date(2027, 7, 2))
    assert (both.observed, both.gap, both.path_on) == (None, None, date(2027, 7, 2))
    half_way = (Decimal("190.08") + 500) / 2
    assert both.path == pytest.approx(half_way, rel=Decimal("0.001"))
    assert both.needed_growth_percent == pytest.approx(100 * ((500 / 190.08) ** (1 / 7) - 1), rel=0.001)


@pytest.mark.usefixtures("trade")
def test_the_latest_value_of_the_same_scope_is_held_against_the_line(geo: Repositories) -> None:
    geo.initiatives.observe("test:trade", Decimal("212.3"), "2024", "test:ustr", scope="both")
    geo.initiatives.observe(
        "test:trade", Decimal(150), "2025", "test:ustr", scope="goods", basis="projection"
    )
    both, goods = geo.initiatives.progress("test:trade", LATER)
    assert both.observed is not None
    assert both.path is not None
    assert (both.observed.value, both.path_on) == (Decimal("212.3"), date(2024, 12, 31))
    assert both.gap == pytest.approx(Decimal("212.3") - both.path)
    assert both.gap < 0
    assert goods.observed is None


@pytest.mark.usefixtures("trade")
def test_only_what_was_published_by_the_day_counts(geo: Repositories) -> None:
    (known,) = geo.initiatives.progress("test:trade", date(2024, 6, 1))
    assert known.baseline.source == "test:india-gov"
    assert geo.initiatives.progress("test:trade", date(2024, 5, 30)) == []


@pytest.mark.usefixtures("trade")
def test_after_the_deadline_the_line_stands_at_the_target(geo: Repositories) -> None:
    geo.initiatives.observe("test:trade", Decimal(450), "2031", "test:ustr", scope="both")
    both, _ = geo.initiatives.progress("test:trade", date(2032, 1, 1))
    assert (both.path, both.gap, both.needed_growth_percent) == (Decimal(500), Decimal(-50), None)


@pytest.mark.usefixtures("compact")
def test_a_target_without_deadline_has_no_line(geo: Repositories, session: Session) -> None:
    endless = b.target(session, "endless", geo.initiatives.get("test:mission"), 500, None)
    geo.initiatives.observe(endless.key, Decimal(100), "2024", b.source(session, "s").key, basis="baseline")
    (progress,) = geo.initiatives.progress(endless.key, LATER)
    assert (progress.path, progress.gap, progress.needed_growth_percent) == (None, None, None)


@pytest.mark.usefixtures("trade")
def test_the_view_for_analysts_says_the_same(geo: Repositories, session: Session) -> None:
    geo.initiatives.observe("test:trade", Decimal("212.3"), "2024", "test:ustr", scope="both")
    session.flush()
    rows = session.execute(
        text(
            "SELECT baseline_source_key, path_on, path_value, gap, needed_growth_percent"
            " FROM api.target_progress WHERE key = 'test:trade' ORDER BY baseline_on"
        )
    )
    for row, ours in zip(rows, geo.initiatives.progress("test:trade"), strict=True):
        assert (row.baseline_source_key, row.path_on) == (ours.baseline.source, ours.path_on)
        assert row.path_value == pytest.approx(float(ours.path or 0))
        assert row.gap == (None if ours.gap is None else pytest.approx(float(ours.gap)))
        assert row.needed_growth_percent == pytest.approx(ours.needed_growth_percent)


@pytest.mark.usefixtures("trade")
def test_a_merged_target_brings_its_baselines_and_observations(geo: Repositories, session: Session) -> None:
    same = b.target(session, "same", geo.initiatives.get("test:mission"), 500, "2030")
    b.observation(session, same, 200, "2023", scope="both")
    b.observation(session, same, 220, "2025", "reported", scope="both")
    b.merge(session, same, geo.initiatives.target("test:trade"))
    for day in (None, LATER):
        for key in ("test:trade", "test:same"):
            progress = geo.initiatives.progress(key, day)
            values = [
                (one.target, one.baseline.value, one.observed and one.observed.value) for one in progress
            ]
            assert values == [
                ("test:trade", Decimal("190.08"), 220),
                ("test:trade", 200, 220),
                ("test:trade", Decimal("128.9"), None),
            ]


@pytest.mark.usefixtures("trade")
def test_what_a_retracted_source_says_counts_no_more(geo: Repositories) -> None:
    geo.sources.retract("test:india-gov", "a forgery")
    for day in (None, LATER):
        (left,) = geo.initiatives.progress("test:trade", day)
        assert left.baseline.source == "test:ustr"


@pytest.mark.usefixtures("trade")
def test_a_later_observation_does_not_hide_the_one_that_was_known(geo: Repositories) -> None:
    geo.initiatives.observe("test:trade", Decimal(210), "2024", "test:ustr", scope="both")
    geo.initiatives.observe(
        "test:trade", Decimal(230), "2025", "test:ustr", scope="both", published="2026-03"
    )
    known = {
        day: [one.observed and one.observed.value for one in geo.initiatives.progress("test:trade", day)]
        for day in (date(2024, 6, 1), date(2026, 3, 30), date(2026, 3, 31))
    }
    assert list(known.values()) == [[None], [210, None], [230, None]]


@pytest.mark.usefixtures("trade")
def test_the_progress_of_a_target_that_is_unknown_is_refused(geo: Repositories) -> None:
    for day in (None, LATER):
        with pytest.raises(NotFound, match="there is no target"):
            geo.initiatives.progress("test:trades", day)


@pytest.mark.usefixtures("trade")
def test_a_source_gives_a_value_once_and_for_a_date(geo: Repositories) -> None:
    with pytest.raises(InvalidValue):
        geo.initiatives.observe("test:trade", Decimal(1), "last year", "test:ustr")
    with pytest.raises(Conflict) as caught:
        geo.initiatives.observe(
            "test:trade", Decimal(1), "2024", "test:ustr", basis="baseline", scope="goods"
        )
    assert caught.value.constraint == "uq_target_observation_natural"
