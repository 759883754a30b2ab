"""Statements as somebody writes them who never saw Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def run(session: Session, statement: str, **values: Any) -> None:  # noqa: ANN401 - values of any column
    session.execute(text(statement), values)


def one(session: Session, query: str, **values: Any) -> Any:  # noqa: ANN401 - as above
    """The only value the query gives."""
    return session.execute(text(query), values).scalar_one()


def rows(session: Session, query: str, **values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - as above
    return [tuple(row) for row in session.execute(text(query), values)]


def refusal(session: Session, statement: str, **values: Any) -> psycopg.Error:  # noqa: ANN401 - as above
    """The error that the statement raises; the session can go on."""
    with pytest.raises(DBAPIError) as caught, session.begin_nested():
        run(session, statement, **values)
    assert isinstance(caught.value.orig, psycopg.Error)
    return caught.value.orig
