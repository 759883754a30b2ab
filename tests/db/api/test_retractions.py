"""A retracted record appears nowhere but in api.record and in the change log."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from tests import builders as b
from tests.db.api.reading import column, rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.models import Record

KEEPS_RETRACTED = {"record", "change", "check_stands_on_retracted", "check_finding"}


@pytest.fixture
def world(session: Session) -> dict[str, Record]:
    """A record of every kind, each tied to others and to a passage."""
    us, india = b.actor(session, "us"), b.actor(session, "india")
    post = b.office(session, "president", organization_id=us.id)
    summit, call = b.event(session, "summit", "2025-02-13"), b.event(session, "call", "2025-02-12")
    for where in (summit, call):
        b.participant(session, where, us)
        b.participant(session, where, india)
        b.plover(session, where, "CONSULT")
    said = b.statement(session, "said", us, capacity_id=post.id, occasion_id=summit.id)
    b.spoken(session, said, india, "target", stance_code="positive")
    plan = b.initiative(session, "plan", launch_event_id=summit.id)
    aim = b.target(session, "aim", plan, 500, "2030")
    b.observation(session, aim, 200, "2024")
    scenario = b.assessment(session, "scenario", "scenario", author_id=us.id)
    b.assessment(session, "outcome", "scenario_outcome", parent_id=scenario.id, statement_id=said.id)
    b.condition(session, scenario, 1, "the summit fails", record_id=summit.id)
    forecast = b.assessment(session, "forecast", author_id=us.id)
    b.resolution(session, forecast, "true", date(2025, 3, 1))
    origin = b.source(session, "origin")
    article = b.document(session, "article", "The summit took place.", of=origin)
    facts = {
        "actor": us,
        "office": post,
        "office_holding": b.holding(session, post, us),
        "actor_relation": b.relation(session, us, india),
        "place": b.place(session, "washington"),
        "event": summit,
        "event_relation": b.event_relation(session, call, summit),
        "figure": b.figure(session, "dead", summit, 5),
        "statement": said,
        "initiative": plan,
        "target": aim,
        "assessment": scenario,
        "source": origin,
        "document": article,
    }
    for fact in facts.values():
        b.name(session, fact, f"name of {fact.label}")
        b.evidence(session, fact, article, 1, "summit")
    session.execute(text("ANALYZE"))  # else the views are planned for what other tests left behind
    return facts


def test_a_retracted_record_of_every_kind_disappears(session: Session, world: dict[str, Record]) -> None:
    before = _views_with(session, [record.key for record in world.values()])
    for kind, record in world.items():
        assert before[record.key] > {"record", kind}
        with session.begin_nested() as alone:
            b.retract(session, record)
            assert _views_with(session, [record.key])[record.key] <= KEEPS_RETRACTED, kind
            kept = f"SELECT kind FROM api.record WHERE key = '{record.key}' AND retracted_at IS NOT NULL"
            assert rows(session, kept), kind
            alone.rollback()


def test_what_stands_apart_from_a_retracted_record_stays(session: Session, world: dict[str, Record]) -> None:
    b.retract(session, world["event"])
    assert column(session, "SELECT key FROM api.event") == ["test:call"]
    assert column(session, "SELECT occasion_key FROM api.statement") == [None]
    assert column(session, "SELECT launch_event_key FROM api.initiative") == [None]
    assert column(session, "SELECT when_edtf FROM api.statement") == [None]


def test_search_does_not_find_what_was_retracted(session: Session, world: dict[str, Record]) -> None:
    assert column(session, "SELECT key FROM api.search('name of washington')")[0] == "test:washington"
    b.retract(session, world["place"])
    assert "test:washington" not in column(session, "SELECT key FROM api.search('name of washington')")


def _views_with(session: Session, keys: list[str]) -> dict[str, set[str]]:
    """The views that name each key; they are read once for all keys, since planning them takes the time."""
    columns = rows(
        session,
        """SELECT table_name, string_agg(format('%I', column_name), ', ') FROM information_schema.columns
        WHERE table_schema = 'api' AND (column_name = 'key' OR column_name LIKE '%_key') GROUP BY 1""",
    )
    asked = ", ".join(f"'{key}'" for key in keys)
    found: dict[str, set[str]] = {key: set() for key in keys}
    for view, names in columns:
        query = f"SELECT DISTINCT k FROM api.{view}, unnest(ARRAY[{names}]) AS t (k) WHERE k IN ({asked})"
        for key in column(session, query):
            found[key].add(view)
    return found
