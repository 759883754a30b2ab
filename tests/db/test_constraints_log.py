"""Every change of the record tier is in the change log, with what was before and after, and stays there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import text

from geodb.db.base import SCHEMA, Base
from geodb.models import CODE_TABLES
from tests import builders as a
from tests.db.plain_sql import one, refusal, rows, run

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.db.session import Database

UNLOGGED = {*CODE_TABLES, "country", "dataset", "taxonomy", "term", "term_map"}
LOG_TRIGGERS = """
SELECT relname::text, array_agg(substring(tgname, '_log_(.*)$') ORDER BY tgname)
FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
WHERE tgname ~ '_log_(insert|update|delete)$'
GROUP BY relname ORDER BY relname::text COLLATE "C"
"""
AUTHORS = "SELECT DISTINCT app_user, reason, import_id, db_user = session_user FROM audit.change"
LAST = """
SELECT op, before ->> 'label', after ->> 'label' FROM audit.full_change
WHERE table_name = 'record' AND record_id = (SELECT id FROM geodb.record WHERE key = 'test:india')
ORDER BY id
"""


def test_every_table_of_the_record_tier_is_logged(session: Session) -> None:
    tables = {table.name for table in Base.metadata.tables.values() if table.schema == SCHEMA}
    logged = rows(session, LOG_TRIGGERS)
    operations = ["delete", "insert", "update"]
    assert logged == [(name, operations) for name in sorted(tables - UNLOGGED)]


def test_the_log_has_what_was_before_and_after(session: Session) -> None:
    a.actor(session, "india")
    run(session, "UPDATE geodb.record SET label = 'Bharat'")
    label = one(session, "SELECT before ->> 'label' FROM audit.change WHERE op = 'U'")
    assert rows(session, LAST) == [("I", None, label), ("U", label, "Bharat")]


def test_each_image_is_kept_once_and_read_as_what_came_after(session: Session) -> None:
    india = a.actor(session, "india")
    name = a.name(session, india, "Bharat")
    for changed in ("Hind", "Hindustan"):
        run(session, f"UPDATE geodb.record_name SET name = '{changed}' WHERE id = {name.id}")
    run(session, f"DELETE FROM geodb.record_name WHERE id = {name.id}")
    of_name = f"WHERE table_name = 'record_name' AND row_id = {name.id} ORDER BY id"
    assert rows(session, f"SELECT op, before ->> 'name' FROM audit.change {of_name}") == [
        ("I", None), ("U", "Bharat"), ("U", "Hind"), ("D", "Hindustan"),
    ]  # fmt: skip
    afters = rows(session, f"SELECT after ->> 'name' FROM audit.full_change {of_name}")
    assert afters == [("Bharat",), ("Hind",), ("Hindustan",), (None,)]


def test_a_row_that_came_back_under_its_id_is_not_taken_for_the_one_that_went(session: Session) -> None:
    india = a.actor(session, "india")
    name = a.name(session, india, "Bharat")
    run(session, f"DELETE FROM geodb.record_name WHERE id = {name.id}")
    run(
        session,
        "INSERT INTO geodb.record_name (id, record_id, name, kind_code) OVERRIDING SYSTEM VALUE "
        f"SELECT {name.id}, {india.id}, 'Hind', code FROM geodb.name_kind LIMIT 1",
    )
    of_name = f"WHERE table_name = 'record_name' AND row_id = {name.id} ORDER BY id"
    assert rows(session, f"SELECT op, after ->> 'name' FROM audit.full_change {of_name}") == [
        ("I", "Bharat"),
        ("D", None),
        ("I", "Hind"),
    ]


def test_a_row_that_stays_the_same_is_not_logged(session: Session) -> None:
    a.actor(session, "india")
    a.actor(session, "china")
    before = one(session, "SELECT count(*) FROM audit.change")
    run(session, "UPDATE geodb.record SET label = CASE key WHEN 'test:china' THEN 'PRC' ELSE label END")
    assert one(session, "SELECT count(*) FROM audit.change") == before + 1


def test_values_that_are_equal_but_not_the_same_are_logged(session: Session) -> None:
    india = a.actor(session, "india")
    a.figure(session, "trade", india, 500)
    run(session, "UPDATE geodb.figure SET best = 500.00")
    query = "SELECT before ->> 'best', after ->> 'best' FROM audit.full_change WHERE op = 'U'"
    assert rows(session, query) == [("500", "500.00")]


def test_a_child_row_is_logged_under_its_record(session: Session) -> None:
    india, summit = a.actor(session, "india"), a.event(session, "summit")
    a.participant(session, summit, india)
    run(session, "DELETE FROM geodb.event_participant")
    query = "SELECT op, record_id FROM audit.change WHERE table_name = 'event_participant' ORDER BY id"
    assert rows(session, query) == [("I", summit.id), ("D", summit.id)]


def test_a_row_that_changes_its_id_is_one_that_went_and_one_that_came(session: Session) -> None:
    india = a.actor(session, "india")
    a.name(session, india, "Bharat")
    run(session, "UPDATE geodb.record_name SET id = DEFAULT WHERE name = 'Bharat'")
    ops = rows(session, "SELECT op FROM audit.change WHERE table_name = 'record_name' ORDER BY op")
    assert ("U",) not in ops
    assert ops.count(("D",)) == 1


def test_the_log_says_who_why_and_by_which_import(db: Database) -> None:
    with db.transaction(reason="a typo", user="ann") as session:
        run(session, "SELECT set_config('geodb.import_id', '42', true)")
        a.actor(session, "india")
        assert rows(session, AUTHORS) == [("ann", "a typo", 42, True)]


def test_without_a_word_who_and_why_are_empty(session: Session) -> None:
    a.actor(session, "india")
    assert rows(session, AUTHORS) == [(None, None, None, True)]


@pytest.mark.parametrize("statement", ["UPDATE audit.change SET reason = 'x'", "DELETE FROM audit.change"])
def test_the_log_is_only_ever_added_to(session: Session, statement: str) -> None:
    a.actor(session, "india")
    error = refusal(session, statement)
    assert error.diag.constraint_name == "tg_change_kept"
    error = refusal(session, "TRUNCATE audit.change")
    assert error.diag.constraint_name == "tg_change_not_truncated"


def test_listeners_hear_of_a_change_once_a_transaction(fresh_db: Database) -> None:
    url = fresh_db.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(url, autocommit=True) as listener:
        listener.execute("LISTEN geodb_changes")
        with fresh_db.transaction() as session:
            a.actor(session, "india")
            a.actor(session, "china")
        with fresh_db.engine.begin() as connection:
            connection.execute(text("UPDATE geodb.record SET label = label"))
        heard = list(listener.notifies(timeout=2, stop_after=2))
    assert len(heard) == 1


def test_a_writer_needs_no_rights_on_the_log(fresh_db: Database) -> None:
    with fresh_db.engine.connect() as connection:
        for statement in (
            "CREATE ROLE writer_of_facts",
            "GRANT USAGE ON SCHEMA geodb TO writer_of_facts",
            "GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA geodb TO writer_of_facts",
            "INSERT INTO geodb.dataset (prefix, title) VALUES ('test', 'Test')",
            "SET ROLE writer_of_facts",
            "INSERT INTO geodb.record (kind, key, label) VALUES ('actor', 'test:india', 'India')",
            "RESET ROLE",
        ):
            connection.execute(text(statement))
        logged = connection.execute(
            text("SELECT count(*) FROM audit.full_change WHERE after ->> 'key' = 'test:india'")
        )
        assert logged.scalar_one() == 1
