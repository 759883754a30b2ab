"""The fixtures keep what they promise, since every other test leans on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from geodb.db import migrate
from geodb.db.session import Database
from geodb.errors import NotPermitted

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from sqlalchemy.orm import Session

    from tests.fixtures.pg import Queries


def has_scratch(db: Database) -> bool:
    with db.read() as session:
        return bool(session.scalar(text("SELECT to_regclass('scratch') IS NOT NULL")))


def make_scratch(db: Database) -> None:
    with db.transaction() as session:
        session.execute(text("CREATE TABLE scratch ()"))


@pytest.mark.parametrize("_round", [1, 2])
def test_what_is_committed_to_db_is_there_until_the_test_ends(db: Database, _round: int) -> None:
    assert not has_scratch(db)
    make_scratch(db)
    assert has_scratch(db)


def test_reading_from_db_cannot_write_and_writing_works_afterwards(db: Database) -> None:
    with pytest.raises(NotPermitted), db.read() as session:
        session.execute(text("CREATE TABLE scratch ()"))
    make_scratch(db)


def test_session_and_db_see_each_other(db: Database, session: Session) -> None:
    make_scratch(db)
    assert session.scalar(text("SELECT to_regclass('scratch')::text")) == "scratch"


@pytest.mark.parametrize("_round", [1, 2])
def test_a_fresh_database_is_migrated_and_seen_through_every_connection(
    fresh_db: Database, _round: int
) -> None:
    fresh_db.require_current()
    assert not has_scratch(fresh_db)
    make_scratch(fresh_db)
    with Database(fresh_db.engine.url) as other:
        assert has_scratch(other)


def test_an_empty_database_was_never_migrated(empty_db: Database) -> None:
    with empty_db.read() as session:
        assert migrate.current(session.connection()) is None


def test_queries_are_counted(
    session: Session, query_count: Callable[[], AbstractContextManager[Queries]]
) -> None:
    with query_count() as queries:
        session.execute(text("SELECT 1"))
        session.execute(text("SELECT 2"))
    session.execute(text("SELECT 3"))
    assert queries.statements == ["SELECT 1", "SELECT 2"]
    assert len(queries) == 2
