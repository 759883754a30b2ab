"""A merged record is not listed; what names it or hangs on it shows the survivor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import builders as b
from tests.db.api.reading import column, rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.models import Actor


@pytest.fixture
def russia(session: Session) -> Actor:
    return b.actor(session, "russia")


@pytest.fixture
def moscow(session: Session, russia: Actor) -> Actor:
    """A second record of the same state, merged into the first."""
    merged = b.actor(session, "moscow")
    b.merge(session, merged, russia)
    return merged


@pytest.mark.usefixtures("moscow")
def test_the_merged_record_is_no_longer_listed(session: Session) -> None:
    assert column(session, "SELECT key FROM api.actor") == ["test:russia"]
    assert column(session, "SELECT key FROM api.record WHERE kind = 'actor'") == ["test:russia"]


@pytest.mark.usefixtures("moscow")
def test_a_lookup_by_the_merged_key_answers_with_the_survivor(session: Session) -> None:
    assert column(session, "SELECT api.resolve('test:moscow')") == ["test:russia"]
    assert column(session, "SELECT api.resolve('test:russia')") == ["test:russia"]
    assert column(session, "SELECT api.resolve('test:nobody')") == [None]
    assert rows(session, "SELECT key, survivor_key FROM api.merge") == [("test:moscow", "test:russia")]


def test_names_of_both_stand_under_the_survivor(session: Session, russia: Actor, moscow: Actor) -> None:
    b.name(session, russia, "Russia")
    b.name(session, moscow, "Moscow", kind_code="metonym")
    found = rows(session, "SELECT actor_key, name FROM api.actor_name ORDER BY name")
    assert found == [("test:russia", "Moscow"), ("test:russia", "Russia")]


def test_both_in_the_same_role_are_one_participant(session: Session, russia: Actor, moscow: Actor) -> None:
    talks = b.event(session, "talks")
    b.participant(session, talks, russia)
    b.participant(session, talks, moscow)
    b.participant(session, talks, moscow, "host")
    found = rows(session, "SELECT actor_key, role FROM api.event_participant ORDER BY role")
    assert found == [("test:russia", "host"), ("test:russia", "party")]


def test_the_same_passage_for_both_is_one_piece_of_evidence(
    session: Session, russia: Actor, moscow: Actor
) -> None:
    text = b.document(session, "article", "Moscow agreed. Russia agreed.")
    b.evidence(session, russia, text, 1, "Moscow")
    b.evidence(session, moscow, text, 1, "Moscow")
    b.evidence(session, moscow, text, 1, "Russia")
    found = rows(session, "SELECT record_key, exact FROM api.evidence ORDER BY exact")
    assert found == [("test:russia", "Moscow"), ("test:russia", "Russia")]


def test_references_of_other_records_show_the_survivor(session: Session, moscow: Actor) -> None:
    post = b.office(session, "president", organization_id=moscow.id)
    b.holding(session, post, moscow)
    said = b.statement(session, "no", moscow)
    b.spoken(session, said, moscow, "target", stance_code="negative")
    assert column(session, "SELECT organization_key FROM api.office") == ["test:russia"]
    assert column(session, "SELECT holder_label FROM api.office_holding") == ["russia"]
    assert column(session, "SELECT speaker_keys FROM api.statement") == ["test:russia"]
    assert column(session, "SELECT DISTINCT actor_key FROM api.statement_actor") == ["test:russia"]


def test_a_relation_between_the_two_is_not_shown_as_one_with_itself(
    session: Session, russia: Actor, moscow: Actor
) -> None:
    b.relation(session, russia, moscow)
    b.relation(session, moscow, b.actor(session, "china"))
    assert rows(session, "SELECT from_key, to_key FROM api.actor_relation") == [("test:russia", "test:china")]


@pytest.mark.usefixtures("russia")
def test_a_chain_of_merges_ends_at_its_last_record(session: Session, moscow: Actor) -> None:
    kremlin = b.actor(session, "kremlin")
    b.name(session, kremlin, "Kremlin")
    b.merge(session, kremlin, moscow)
    assert column(session, "SELECT api.resolve('test:kremlin')") == ["test:russia"]
    assert column(session, "SELECT record_key FROM api.name") == ["test:russia"]


def test_undoing_a_merge_brings_back_what_was(session: Session, russia: Actor) -> None:
    moscow = b.actor(session, "moscow")
    b.name(session, moscow, "Moscow")
    before = _everything(session)
    merged = b.merge(session, moscow, russia)
    assert _everything(session) != before
    merged.undone_at, merged.undone_by, merged.undo_reason = merged.merged_at, "me", "two states"
    session.flush()
    assert _everything(session) == before


def test_steps_of_a_merged_initiative_count_for_the_survivors_status(session: Session) -> None:
    from geodb.models import StatusChange

    kept, merged = b.initiative(session, "alliance"), b.initiative(session, "compact")
    for seq, (of, status) in enumerate([(kept, "announced"), (merged, "signed")], 1):
        b.add(session, StatusChange(record_id=of.id, seq=seq, initiative_status_code=status))
    b.merge(session, merged, kept)
    assert rows(session, "SELECT key, status FROM api.initiative") == [("test:alliance", "signed")]


def _everything(session: Session) -> list[list[tuple[object, ...]]]:
    views = ("record", "actor", "name", "merge")
    return [rows(session, f"SELECT * FROM api.{view} ORDER BY 1") for view in views]
