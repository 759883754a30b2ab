"""The past does not depend on what the writer's session, or the reader's, has set."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from tests.db.history.reading import as_of, live, now

if TYPE_CHECKING:
    from geodb.db.session import Database

STYLES = ["SQL, DMY", "SQL, MDY", "German", "Postgres, DMY", "ISO, DMY"]
EVENTS = "UPDATE geodb.event SET summary = coalesce(summary, '') || ' x'"
HOLDINGS = "UPDATE geodb.office_holding SET status_code = 'unknown'"


@pytest.mark.parametrize("style", STYLES)
def test_a_writer_s_style_of_dates_is_not_in_the_log(seeded_copy: Database, style: str) -> None:
    with seeded_copy.read() as session:
        moment = now(session)
        before = {view: live(session, view) for view in ("event", "timeline", "office_holding")}
    with seeded_copy.transaction() as session:
        session.execute(text(f"SET LOCAL datestyle = '{style}'"))
        session.execute(text("SET LOCAL intervalstyle = 'sql_standard'"))
        for change in (EVENTS, HOLDINGS, "UPDATE geodb.initiative SET term = term + interval '1 day'"):
            session.execute(text(change))
    with seeded_copy.read() as session:
        assert {view: as_of(session, view, moment) for view in before} == before
        logged = "SELECT before ->> 'term' FROM audit.change WHERE table_name = 'initiative' AND op = 'U'"
        assert "10 years" in session.scalars(text(logged)).all()


@pytest.mark.parametrize("style", STYLES)
def test_a_row_after_a_change_reads_like_the_one_before_it(seeded_copy: Database, style: str) -> None:
    with seeded_copy.transaction() as session:
        session.execute(text(EVENTS))
        session.execute(text(f"SET LOCAL datestyle = '{style}'"))
        images = "SELECT before ->> 'span', after ->> 'span' FROM {} WHERE table_name = 'event' AND op = 'U'"
        found = session.execute(text(images.format("api.change"))).all()
        assert len(found) > 10
        assert [pair for pair in found if pair[0] != pair[1]] == []


@pytest.mark.parametrize("value", ["war", "5", "true", "", '"', 5, True, [1], {"a": None}])
def test_a_claim_reads_as_the_value_that_it_was(seeded_copy: Database, value: object) -> None:
    with seeded_copy.transaction() as session:
        session.execute(
            text(
                "INSERT INTO geodb.claim (record_id, attribute, value)"
                " SELECT id, 'summary', CAST(:value AS jsonb) FROM geodb.record"
                " WHERE key = 'geodb:russia-ukraine-war'"
            ),
            {"value": json.dumps(value)},
        )
    with seeded_copy.read() as session:
        moment, before = now(session), live(session, "claim")
    with seeded_copy.transaction() as session:
        session.execute(text("UPDATE geodb.claim SET rank_code = 'preferred'"))
    with seeded_copy.read() as session:
        assert as_of(session, "claim", moment) == before
