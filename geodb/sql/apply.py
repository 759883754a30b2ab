"""The read contract, schema `api`: dropped before migrations and made anew from its files after them.

Nothing else may live in that schema. Each file of `views/` holds one view or function with its comments; they
run in the order of their names, so that each finds what it reads from.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import DDL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

SCHEMA = "api"

_FOLDER = Path(__file__).parent
_VIEWS = _FOLDER / "views"


def drop_views(connection: Connection) -> None:
    """Drop all views and functions of schema api.

    Raises sqlalchemy.exc.DBAPIError (SQLSTATE 2BP01) naming the objects of others that depend on them.
    """
    connection.execute(drop_statement())


def create_views(connection: Connection) -> None:
    """Make all views and functions of schema api, which must be empty."""
    for statement in create_statements():
        connection.execute(statement)


def drop_statement() -> DDL:
    """The statement behind `drop_views`."""
    return _statement(_FOLDER / "drop_views.sql")


def create_statements() -> Iterator[DDL]:
    """The statements behind `create_views`, one per file; at the end the grants, which new views lack."""
    yield from map(_statement, sorted(_VIEWS.glob("*.sql")))
    yield grant_statement()


def grant_statement() -> DDL:
    """The statement that gives the roles of `geodb db roles` what is theirs, and takes back what is not."""
    return _statement(_FOLDER / "grants.sql")


def _statement(file: Path) -> DDL:
    text = file.read_text(encoding="utf-8").strip().removesuffix(";")
    # DDL formats its text, and these files mean what they say
    return DDL(text.replace("%", "%%"))  # type: ignore[no-untyped-call]
