"""Where foreign keys are not checked row by row, they are checked by statement, and all else holds."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from geodb.db.pgerrors import translate
from geodb.ingest import references
from tests import builders as a
from tests.db.plain_sql import one, refusal, rows, run

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.db.session import Database

UNARMED = """
SELECT tgrelid::regclass::text, tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
WHERE NOT tgisinternal AND tgenabled NOT IN ('A', 'R')
    AND relnamespace IN ('geodb'::regnamespace, 'audit'::regnamespace)
"""
UNCHECKED = """
SELECT DISTINCT conrelid::regclass::text, operation
FROM pg_constraint CROSS JOIN (VALUES ('insert'), ('update')) AS o (operation)
WHERE contype = 'f' AND connamespace = 'geodb'::regnamespace AND NOT EXISTS (
    SELECT FROM pg_trigger
    WHERE tgrelid = conrelid AND tgname LIKE '%_refs_' || operation AND tgenabled = 'R'
)
"""
STRANGERS = {
    "fk_record_name_record_id": "INSERT INTO geodb.record_name (record_id, name) VALUES (0, 'Nobody')",
    "fk_record_kind": "INSERT INTO geodb.record (kind, key, label) VALUES ('ghost', 'test:ghost', 'Ghost')",
    "fk_record_dataset_prefix": (
        "INSERT INTO geodb.record (kind, key, label) VALUES ('event', 'no:one', 'No')"
    ),
    "fk_actor_id_record_kind": "INSERT INTO geodb.actor (id, kind_code) SELECT id, 'state' FROM geodb.event",
    "fk_event_term_taxonomy_code_term_code": (
        "INSERT INTO geodb.event_term (event_id, taxonomy_code, term_code) SELECT id, 'plover', 'x'"
        " FROM geodb.event"
    ),
    "fk_event_participant_actor_id": "UPDATE geodb.event_participant SET actor_id = 0",
    "fk_event_participant_role_code": "UPDATE geodb.event_participant SET role_code = 'ghost'",
}


@pytest.fixture
def by_sets(session: Session) -> Session:
    """A session whose foreign keys are checked by sets, with a summit in which India takes part."""
    a.participant(session, a.event(session, "summit"), a.actor(session, "india"))
    run(session, "SET LOCAL session_replication_role = replica")
    return session


def test_every_trigger_fires_in_both_modes_or_stands_in_for_a_foreign_key(session: Session) -> None:
    assert rows(session, UNARMED) == []


def test_every_table_with_foreign_keys_has_them_checked_by_sets(session: Session) -> None:
    assert rows(session, UNCHECKED) == []


@pytest.mark.parametrize("constraint", STRANGERS)
def test_what_refers_to_nothing_is_refused_as_the_foreign_key_refuses_it(
    by_sets: Session, constraint: str
) -> None:
    error = refusal(by_sets, STRANGERS[constraint])
    run(by_sets, "SET LOCAL session_replication_role = origin")
    row_by_row = refusal(by_sets, STRANGERS[constraint])
    assert error.diag.constraint_name == row_by_row.diag.constraint_name == constraint
    assert error.sqlstate == row_by_row.sqlstate == "23503"
    assert translate(error).message == translate(row_by_row).message


def test_a_row_may_refer_to_one_of_the_same_statement(by_sets: Session) -> None:
    run(
        by_sets,
        "INSERT INTO geodb.record (kind, key, label)"
        " VALUES ('place', 'test:a', 'A'), ('place', 'test:b', 'B')",
    )
    run(
        by_sets,
        "INSERT INTO geodb.place (id, kind_code, parent_id)"
        " SELECT id, 'city', CASE key WHEN 'test:a' THEN lead(id) OVER (ORDER BY key) END"
        " FROM geodb.record WHERE kind = 'place'",
    )
    assert one(by_sets, "SELECT count(*) FROM geodb.place WHERE parent_id IS NOT NULL") == 1


def test_what_others_may_refer_to_is_neither_deleted_nor_renamed(by_sets: Session) -> None:
    for statement in (
        "DELETE FROM geodb.actor_kind WHERE code = 'state'",
        "UPDATE geodb.actor_kind SET code = 'country' WHERE code = 'state'",
    ):
        assert refusal(by_sets, statement).sqlstate == "55000"


def test_a_code_may_still_be_described_anew(by_sets: Session) -> None:
    run(by_sets, "UPDATE geodb.actor_kind SET label = 'A state' WHERE code = 'state'")


def test_changes_are_logged_and_other_rules_hold(by_sets: Session) -> None:
    run(by_sets, "UPDATE geodb.record SET label = 'Bharat' WHERE key = 'test:india'")
    assert one(by_sets, "SELECT after ->> 'label' FROM audit.full_change WHERE op = 'U'") == "Bharat"
    error = refusal(by_sets, "DELETE FROM geodb.record WHERE key = 'test:india'")
    assert error.diag.constraint_name == "tg_record_kept"


def test_what_is_referred_to_is_held_until_the_end(fresh_db: Database) -> None:
    """A code that a row was given by sets cannot go before that row is there for all to see."""
    with fresh_db.transaction() as session:
        a.actor(session, "india")
        run(session, "INSERT INTO geodb.topic (code, label) VALUES ('doomed', 'Doomed')")
    refused: list[Exception] = []

    def delete() -> None:
        try:
            with fresh_db.engine.begin() as connection:
                connection.execute(text("DELETE FROM geodb.topic WHERE code = 'doomed'"))
        except Exception as error:  # noqa: BLE001 - handed to the test
            refused.append(error)

    with fresh_db.transaction() as session:
        run(session, "SET LOCAL session_replication_role = replica")
        run(
            session,
            "INSERT INTO geodb.record_topic (record_id, topic_code) SELECT id, 'doomed' FROM geodb.record",
        )
        other = Thread(target=delete)
        other.start()
        other.join(timeout=0.5)
        assert other.is_alive()
    other.join(timeout=10)
    assert "fk_record_topic_topic_code" in str(refused[0])


def test_only_large_loads_check_by_sets(session: Session) -> None:
    assert references.may_check_by_sets(session, references.FEWEST_ROWS)
    assert not references.may_check_by_sets(session, references.FEWEST_ROWS - 1)


def test_a_role_without_the_right_checks_row_by_row(session: Session) -> None:
    run(session, "SET LOCAL ROLE pg_read_all_data")
    assert not references.may_check_by_sets(session, references.FEWEST_ROWS)


def test_a_trigger_that_would_sleep_lets_nobody_check_by_sets(session: Session) -> None:
    run(session, "ALTER TABLE geodb.evidence ENABLE TRIGGER tg_evidence_span_insert")
    assert not references.may_check_by_sets(session, references.FEWEST_ROWS)
