"""The read contract, schema `api`: dropped before migrations and made anew from its files after them.

Nothing else may live in that schema. The files of `views/` hold views and functions with their comments; they
run in the order of their names, so that each finds what it reads from. `asof.py` adds their past. A database
remembers what its contract was made from, so that it is left alone, with those who read it, while that is the
same.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import DDL, text

from geodb.sql import asof, images, markings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

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
    return _ddl(_read(_FOLDER / "drop_views.sql"))


def create_statements() -> Iterator[DDL]:
    """The statements behind `create_views`, and `mend_statements`, since new views lack grants."""
    yield from map(_ddl, _sources())
    yield _ddl(_REMEMBER.format(made_from=fingerprint()))
    yield from mend_statements()


def mend_statements() -> Iterator[DDL]:
    """The statements that mend what a restored dump may lack, and do nothing where all is well."""
    yield _ddl(_read(_FOLDER / "trigger_modes.sql"))
    yield grant_statement()


def grant_statement() -> DDL:
    """The statement that gives the roles of `geodb db roles` what is theirs, and takes back what is not."""
    return _ddl(f"{_read(_FOLDER / 'grants.sql')};\n{markings.policy_statement()}")


@cache
def views_with_a_past() -> frozenset[str]:
    """The views of schema api that `api.<view>_asof` gives as they stood at a moment."""
    return frozenset(asof.views_with_a_past(_text()))


@cache
def text_of_view(name: str) -> str:
    """The query behind a view of schema api."""
    return asof.queries(_text())[name]


@cache
def fingerprint() -> str:
    """What this version of geodb makes the contract from, in 32 hexadecimal digits."""
    return hashlib.md5("\0".join(_sources()).encode(), usedforsecurity=False).hexdigest()


def made_from(connection: Connection | Session) -> str | None:
    """The `fingerprint` of the geodb that made the contract of this database; None if it has none.

    None too where objects of the schema came or went since.
    """
    found: str | None = connection.scalar(text(_MADE_FROM))
    return found


# The objects and columns of schema api, so that one that was dropped by hand is missed.
_CONTENT = """
    SELECT md5(string_agg(name, ',' ORDER BY name COLLATE "C")) FROM (
        SELECT concat(relname, '.', attname) FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
        WHERE relnamespace = to_regnamespace('api')
        UNION ALL
        SELECT concat(proname, pg_get_function_identity_arguments(oid)) FROM pg_proc
        WHERE pronamespace = to_regnamespace('api')
    ) AS object (name)
"""

_REMEMBER = f"""
DO $remember$
BEGIN
    EXECUTE format(
        'COMMENT ON SCHEMA api IS %L',
        'The read contract: views and functions, and nothing else. '
        'Made from {{made_from}} holding ' || ({_CONTENT})
    );
END
$remember$
"""

_MADE_FROM = f"""
    SELECT substring(
        obj_description(to_regnamespace('api'), 'pg_namespace')
        FROM 'Made from ([0-9a-f]{{32}}) holding ' || ({_CONTENT})
    )
"""  # noqa: S608 - all of it constants


def _sources() -> Iterator[str]:
    yield from images.statements()
    yield from _files()
    yield from asof.statements(_text())


def _files() -> list[str]:
    return [_read(file) for file in sorted(_VIEWS.glob("*.sql"))]


def _text() -> str:
    return "\n\n".join(f"{file};" for file in _files())


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8").strip().removesuffix(";")


def _ddl(statement: str) -> DDL:
    # DDL formats its text, and these mean what they say
    return DDL(statement.replace("%", "%%"))  # type: ignore[no-untyped-call]
