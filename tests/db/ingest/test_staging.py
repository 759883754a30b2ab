"""What a load asks of its session, which may have been used for other things before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from geodb.ingest.staging import plan_for_sets

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.db.session import Database

BUFFERS = text("SELECT current_setting('temp_buffers')")
USE_BUFFERS = text("CREATE TEMPORARY TABLE before_load ON COMMIT DROP AS SELECT 1 AS one")


def buffers_of_a_load(session: Session) -> str:
    """What the load gets, which its own temporary table proves to be settled."""
    plan_for_sets(session)
    session.execute(USE_BUFFERS)
    return str(session.scalar(BUFFERS))


def test_staged_rows_stay_in_memory_in_every_load_of_a_session(fresh_db: Database) -> None:
    sessions = set()
    for _ in range(2):
        with fresh_db.transaction() as session:
            assert buffers_of_a_load(session) == "256MB"
            sessions.add(session.scalar(text("SELECT pg_backend_pid()")))
    assert len(sessions) == 1


def test_a_session_that_has_settled_its_buffers_keeps_them(fresh_db: Database) -> None:
    with fresh_db.transaction() as session:
        session.execute(USE_BUFFERS)
        session.execute(text("DROP TABLE before_load"))
        before = session.scalar(BUFFERS)
        assert buffers_of_a_load(session) == before


def test_a_server_that_has_more_keeps_more(fresh_db: Database) -> None:
    with fresh_db.transaction() as session:
        session.execute(text("SET temp_buffers = '1GB'"))
        assert buffers_of_a_load(session) == "1GB"
