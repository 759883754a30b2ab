"""Merges: chains lead to one survivor, circles are refused, undoing restores what was."""

from __future__ import annotations

import random
import threading
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from tests import builders as a
from tests.db.plain_sql import one, refusal, rows, run

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.db.session import Database

MERGE = """
INSERT INTO geodb.record_redirect (kind, old_id, new_id, reason)
SELECT old.kind, old.id, new.id, 'the same' FROM geodb.record AS old, geodb.record AS new
WHERE old.key = 'test:' || CAST(:old AS text) AND new.key = 'test:' || CAST(:new AS text)
"""
UNDO = """
UPDATE geodb.record_redirect SET undone_at = now(), undone_by = 'me', undo_reason = 'not the same'
WHERE undone_at IS NULL AND old_id = (SELECT id FROM geodb.record WHERE key = 'test:' || CAST(:old AS text))
"""
SURVIVORS = """
SELECT split_part(old.key, ':', 2), split_part(survivor.key, ':', 2)
FROM geodb.record AS old
JOIN geodb.record AS survivor ON survivor.id = old.survivor_id
WHERE old.merged_into_id IS NOT NULL
"""
LETTERS = "abcdefgh"


@pytest.fixture(autouse=True)
def actors(request: pytest.FixtureRequest) -> None:
    if "fresh_db" not in request.fixturenames:
        session: Session = request.getfixturevalue("session")
        for letter in LETTERS:
            a.actor(session, letter)


def merge(session: Session, *pairs: str) -> None:
    for pair in pairs:
        run(session, MERGE, old=pair[0], new=pair[1])


def survivors(session: Session) -> dict[str, str]:
    return dict(rows(session, SURVIVORS))


@pytest.mark.parametrize("order", [["ab", "bc", "cd"], ["cd", "bc", "ab"], ["bc", "ab", "cd"]])
def test_a_chain_leads_to_its_end_whatever_the_order(session: Session, order: list[str]) -> None:
    merge(session, *order)
    assert survivors(session) == {"a": "d", "b": "d", "c": "d"}


def test_undoing_in_the_middle_restores_what_was(session: Session) -> None:
    merge(session, "ab", "bc", "eb", "cd")
    run(session, UNDO, old="b")
    assert survivors(session) == {"a": "b", "e": "b", "c": "d"}
    merge(session, "bd")
    assert survivors(session) == {"a": "d", "e": "d", "b": "d", "c": "d"}


def test_every_record_has_a_survivor_merged_or_not(session: Session) -> None:
    merge(session, "ab", "bc")
    query = "SELECT survivor_id FROM geodb.record WHERE key = :key"
    ids = dict(rows(session, "SELECT key, id FROM geodb.record"))
    assert one(session, query, key="test:a") == ids["test:c"]
    assert one(session, query, key="test:c") == ids["test:c"]
    assert one(session, query, key="test:d") == ids["test:d"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE geodb.record SET merged_into_id = NULL WHERE key = 'test:a'",
        "UPDATE geodb.record SET merged_into_id = id WHERE key = 'test:c'",
        "INSERT INTO geodb.record (kind, key, label, merged_into_id) SELECT 'actor', 'test:z', 'z', 1",
    ],
)
def test_nobody_writes_a_survivor_by_hand(session: Session, statement: str) -> None:
    merge(session, "ab")
    error = refusal(session, statement)
    assert error.diag.constraint_name == "ck_record_merged_by_redirect"
    assert "record_redirect" in str(error.diag.message_hint)


def test_a_mirror_takes_the_survivor_as_it_comes(session: Session) -> None:
    run(session, "ALTER TABLE geodb.record DISABLE TRIGGER USER")  # as make_copy does
    run(session, "UPDATE geodb.record SET merged_into_id = id - 1 WHERE key = 'test:b'")
    assert survivors(session) == {"b": "a"}


def test_the_change_log_shows_whose_survivor_changed(session: Session) -> None:
    merge(session, "ab")
    merge(session, "bc")
    query = """
        SELECT record.key, (change.after ->> 'merged_into_id')::bigint = survivor.id
        FROM audit.full_change AS change
        JOIN geodb.record ON record.id = change.record_id
        JOIN geodb.record AS survivor ON survivor.key = 'test:c'
        WHERE change.table_name = 'record' AND change.op = 'U' ORDER BY change.id"""
    assert rows(session, query)[0] == ("test:a", False)
    assert set(rows(session, query)[1:]) == {("test:a", True), ("test:b", True)}


def test_merges_of_one_statement_are_followed_one_by_one(session: Session) -> None:
    run(
        session,
        """
        INSERT INTO geodb.record_redirect (kind, old_id, new_id, reason)
        SELECT 'actor', old.id, new.id, 'the same'
        FROM (VALUES ('c', 'd'), ('a', 'b'), ('b', 'c')) AS pair (old, new)
        JOIN geodb.record AS old ON old.key = 'test:' || pair.old
        JOIN geodb.record AS new ON new.key = 'test:' || pair.new""",
    )
    assert survivors(session) == {"a": "d", "b": "d", "c": "d"}
    run(session, "UPDATE geodb.record_redirect SET undone_at = now(), undone_by = 'me'")
    assert survivors(session) == {}


@pytest.mark.parametrize("closing", ["ba", "ca", "cb"])
def test_a_circle_is_refused(session: Session, closing: str) -> None:
    merge(session, "ab", "bc") if closing != "ba" else merge(session, "ab")
    error = refusal(session, MERGE, old=closing[0], new=closing[1])
    assert error.diag.constraint_name == "ck_record_redirect_circle"
    assert f"test:{closing[0]}" in str(error)


def test_a_circle_within_one_statement_is_refused(session: Session) -> None:
    pairs = "(SELECT * FROM (VALUES ('a', 'b'), ('b', 'c'), ('c', 'a')) AS pair (old, new)) AS pair"
    statement = f"""
        INSERT INTO geodb.record_redirect (kind, old_id, new_id, reason)
        SELECT 'actor', old.id, new.id, 'the same' FROM {pairs}
        JOIN geodb.record AS old ON old.key = 'test:' || pair.old
        JOIN geodb.record AS new ON new.key = 'test:' || pair.new"""
    assert refusal(session, statement).diag.constraint_name == "ck_record_redirect_circle"


def test_a_record_is_merged_once_at_a_time(session: Session) -> None:
    merge(session, "ab")
    error = refusal(session, MERGE, old="a", new="c")
    assert error.diag.constraint_name == "uq_record_redirect_active"
    run(session, UNDO, old="a")
    merge(session, "ac")
    assert survivors(session) == {"a": "c"}


def test_only_like_merges_with_like(session: Session) -> None:
    a.event(session, "summit")
    error = refusal(session, MERGE, old="a", new="summit")
    assert error.diag.constraint_name == "fk_record_redirect_new_id_kind"


def test_nothing_merges_into_itself(session: Session) -> None:
    error = refusal(session, MERGE, old="a", new="a")
    assert error.diag.constraint_name == "ck_record_redirect_not_itself"


def test_nothing_merges_into_what_was_taken_back(session: Session) -> None:
    merge(session, "bc")
    run(session, "UPDATE geodb.record SET retracted_at = now(), retraction_reason = 'x' WHERE key = 'test:c'")
    error = refusal(session, MERGE, old="a", new="b")
    assert error.diag.constraint_name == "ck_record_redirect_retracted"
    assert "test:c" in str(error)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ("new_id = new_id + 1", "ck_record_redirect_fixed"),
        ("undone_at = now()", "ck_record_redirect_undone"),
    ],
)
def test_a_merge_is_undone_and_not_rewritten(session: Session, change: str, constraint: str) -> None:
    merge(session, "ab", "bc")
    error = refusal(session, f"UPDATE geodb.record_redirect SET {change}")
    assert error.diag.constraint_name == constraint


def test_what_was_undone_stays_undone_and_is_not_deleted(session: Session) -> None:
    merge(session, "ab")
    run(session, UNDO, old="a")
    error = refusal(session, "UPDATE geodb.record_redirect SET undone_at = NULL, undone_by = NULL")
    assert error.diag.constraint_name == "ck_record_redirect_fixed"
    error = refusal(session, "DELETE FROM geodb.record_redirect")
    assert error.diag.constraint_name == "tg_record_redirect_kept"


def end_of(chain: dict[str, str], letter: str) -> str:
    while letter in chain:
        letter = chain[letter]
    return letter


@pytest.mark.parametrize("seed", range(5))
def test_any_sequence_of_merges_and_undoings_agrees_with_a_simple_model(session: Session, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - reproducible on purpose
    model: dict[str, str] = {}
    for _ in range(40):
        old, new = dice.sample(LETTERS, 2)
        if old in model:
            run(session, UNDO, old=old)
            del model[old]
        elif end_of(model, new) == old:
            assert (
                refusal(session, MERGE, old=old, new=new).diag.constraint_name == "ck_record_redirect_circle"
            )
        else:
            merge(session, old + new)
            model[old] = new
        assert survivors(session) == {letter: end_of(model, letter) for letter in model}


def test_two_merges_at_once_cannot_close_a_circle(fresh_db: Database) -> None:
    with fresh_db.transaction() as session:
        a.actor(session, "a")
        a.actor(session, "b")
    errors: list[Exception] = []

    def other_way_round() -> None:
        try:
            with fresh_db.engine.begin() as connection:
                connection.execute(text(MERGE), {"old": "b", "new": "a"})
        except Exception as error:  # noqa: BLE001 - judged below
            errors.append(error)

    with fresh_db.transaction() as session:
        merge(session, "ab")
        thread = threading.Thread(target=other_way_round)
        thread.start()
        thread.join(timeout=0.5)
        assert thread.is_alive()  # waits for us
    thread.join(timeout=10)
    assert "circle" in str(errors)


@pytest.mark.parametrize("to", ["(SELECT id FROM geodb.record WHERE key = 'test:d')", "NULL"])
def test_a_trigger_of_somebody_s_own_merges_nothing_by_hand(session: Session, to: str) -> None:
    merge(session, "ab")
    run(session, "CREATE TEMP TABLE hop (x int)")
    run(
        session,
        f"""
        CREATE FUNCTION pg_temp.hop() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
            UPDATE geodb.record SET merged_into_id = {to} WHERE key IN ('test:a', 'test:c') AND merged_into_id
                IS DISTINCT FROM {to};
            RETURN NULL;
        END
        $body$
        """,
    )
    run(session, "CREATE TRIGGER hop AFTER INSERT ON hop FOR EACH ROW EXECUTE FUNCTION pg_temp.hop()")
    error = refusal(session, "INSERT INTO hop VALUES (1)")
    assert error.diag.constraint_name == "ck_record_merged_by_redirect"
    assert survivors(session) == {"a": "b"}
