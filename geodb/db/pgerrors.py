"""Errors of the driver become errors of geodb, here and nowhere else."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

import psycopg
from sqlalchemy.exc import DBAPIError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from geodb.db.base import SCHEMA, SCHEMAS, Base
from geodb.db.constraint_sentences import sentence_for
from geodb.errors import (
    CheckFailed,
    Conflict,
    ConstraintError,
    DatabaseBusy,
    DatabaseUnreachable,
    GeodbError,
    InvalidReference,
    InvalidValue,
    MigrationNeeded,
    NotPermitted,
    OverlapError,
    TransactionVoid,
    shown,
    unknown_code,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Table

_FOREIGN_KEY = "23503"
_UNIQUE = "23505"
_NOT_NULL = "23502"
_CHECK = "23514"
CONSTRAINT_ERRORS: dict[str, type[ConstraintError]] = {
    _NOT_NULL: CheckFailed,
    _FOREIGN_KEY: InvalidReference,
    _UNIQUE: Conflict,
    _CHECK: CheckFailed,
    "23P01": OverlapError,
}
STATE_ERRORS: dict[str, type[GeodbError]] = {
    "25006": NotPermitted,  # read_only_sql_transaction
    "25P02": TransactionVoid,  # in_failed_sql_transaction
    "3D000": DatabaseUnreachable,  # invalid_catalog_name: there is no such database
    "3F000": MigrationNeeded,  # invalid_schema_name
    "40001": DatabaseBusy,  # serialization_failure
    "40P01": DatabaseBusy,  # deadlock_detected
    "42501": NotPermitted,  # insufficient_privilege
    "42703": MigrationNeeded,  # undefined_column
    "42P01": MigrationNeeded,  # undefined_table
    "55P03": DatabaseBusy,  # lock_not_available
    "57014": DatabaseBusy,  # query_canceled
}
_UNDEFINED_FUNCTION = "42883"  # or operator
_OURS = re.compile(rf"\b({'|'.join(SCHEMAS)})\.\w+\(")
_NO_DATE = frozenset({"22007", "22008"})  # invalid_datetime_format, datetime_field_overflow
UNREACHABLE_CLASSES = frozenset({"08", "28", "53", "57"})  # connection, authorization, resources, operator


_DETAIL_LENGTH = 200
_INNER_IDS = re.compile(r"Key \((?:LEAST|GREATEST|\w+_id|[(), ])+\)=")
"""A detail that names nothing but ids of rows."""
_NOT_THERE = re.compile(r'Key \(([\w, ]+)\)=\((.*)\) is not present in table "(\w+)"', re.DOTALL)


@contextmanager
def translated_errors() -> Iterator[None]:
    """Raise a GeodbError, from the driver's error, for whatever the database refuses inside the block."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, psycopg.Error):
            raise translate(error.orig, error.params) from error.orig
        raise
    except psycopg.Error as error:
        raise translate(error) from error
    except PendingRollbackError as error:  # SQLAlchemy asks the database no more
        raise TransactionVoid from error
    except PoolTimeout as error:
        hint = "let fewer threads work at a time, and leave each block before the same thread opens another"
        raise DatabaseBusy("all connections of this program are in use", hint=hint) from error
    except UnicodeEncodeError as error:  # before the driver could send it
        raise InvalidValue(f"{shown(error.object)} is no text: it has bytes that are not UTF-8") from error


def translate(error: psycopg.Error, given: object = None) -> GeodbError:
    """The GeodbError that tells a person what `error` means; `given` are the parameters of the statement."""
    state = error.sqlstate
    if state is None:
        is_connection = isinstance(error, psycopg.OperationalError)
        return DatabaseUnreachable(_first_line(error)) if is_connection else GeodbError(_first_line(error))
    if kind := CONSTRAINT_ERRORS.get(state):
        hint = error.diag.message_hint
        message, listed = _no_code(error) or (sentence(error, given), hint)
        return kind(message, constraint=error.diag.constraint_name, hint=listed)
    by_state = STATE_ERRORS.get(state)
    if state == _UNDEFINED_FUNCTION and _OURS.search(_first_line(error)):
        by_state = MigrationNeeded
    if by_state:
        return by_state(_with_cause(by_state, error))
    if state in _NO_DATE:
        return InvalidValue(_first_line(error), hint=error.diag.message_hint)
    if state[:2] in UNREACHABLE_CLASSES:
        return DatabaseUnreachable(_first_line(error))
    return GeodbError(f"the database refused: {_first_line(error)}", hint=error.diag.message_hint)


def _no_code(error: psycopg.Error) -> tuple[str, str] | None:
    """What is wrong with a code that is not in its list, and a hint; None for other refusals."""
    missing = _NOT_THERE.match(error.diag.message_detail or "") if error.sqlstate == _FOREIGN_KEY else None
    if missing is None or not missing[1].endswith(("_code", "dataset_prefix")):
        return None
    columns, value, table = missing.groups()
    if table != "term":
        return None if "," in columns else unknown_code(table, value)
    taxonomy, _, term = value.partition(", ")
    return unknown_code(taxonomy, term)


def sentence(error: psycopg.Error, given: object = None) -> str:
    """One sentence about a broken constraint, with the offending values where they are known.

    PostgreSQL names them, but of a check it lists the whole row with all inner ids; its value is looked up in
    the parameters `given` to the statement.
    """
    diag = error.diag
    # A trigger of ours raised it and chose the words itself, unless it stood in for a foreign key.
    if diag.source_function == "exec_stmt_raise" and error.sqlstate != _FOREIGN_KEY:
        return diag.message_primary or ""
    words = sentence_for(diag.constraint_name, diag.table_name) or _default_sentence(error)
    if error.sqlstate in {_NOT_NULL, _CHECK}:
        return f"{words}{_place(error, given)}" if error.sqlstate == _CHECK else words
    detail = _cut((diag.message_detail or "").rstrip("."))
    if error.sqlstate == _UNIQUE and _INNER_IDS.match(detail):  # numbers that nobody outside knows
        detail = ""
    return f"{words}: {detail}" if detail else words


def _place(error: psycopg.Error, given: object) -> str:
    """Which column of which table broke a check, by the name of the rule, and by which value."""
    table = error.diag.table_name or ""
    rule = (error.diag.constraint_name or "").removeprefix(f"ck_{table}_")
    known: Table | None = Base.metadata.tables.get(f"{SCHEMA}.{table}")
    named = [
        name for name in (known.c.keys() if known is not None else ()) if f"{rule}_".startswith(f"{name}_")
    ]
    if not named:
        return f" ({table})"
    column = max(named, key=len)
    if isinstance(given, dict) and column in given:
        return f": {table}.{column} is {shown(given[column])}"
    return f" ({table}.{column})"


def _default_sentence(error: psycopg.Error) -> str:
    table, rule = error.diag.table_name, _rule(error.diag.constraint_name, error.diag.table_name)
    match error.sqlstate:
        case "23502":
            return f"{table}.{error.diag.column_name} must have a value"
        case "23503":
            return f"{table} refers to something that does not exist, or is still referred to ({rule})"
        case "23505":
            return f"{table} has such a row already ({rule})"
        case "23P01":
            return f"{table} has a row whose period overlaps ({rule})"
        case _:
            return f"a value breaks the rule {rule!r}"


def _rule(constraint: str | None, table: str | None) -> str:
    """The telling part of a constraint's name: `ck_event_dates_in_order` of `event` -> `dates in order`."""
    name = re.sub(r"^(pk|fk|uq|ck|ix|ex|tg)_", "", constraint or "")
    return "primary key" if name == table else name.removeprefix(f"{table}_").replace("_", " ")


def _with_cause(kind: type[GeodbError], error: psycopg.Error) -> str:
    return f"{(kind.__doc__ or '').partition(chr(10))[0].rstrip('.')}: {_first_line(error)}"


def _cut(detail: str) -> str:
    """`detail` without the tail of a row that holds a whole document."""
    return detail if len(detail) <= _DETAIL_LENGTH else f"{detail[:_DETAIL_LENGTH]}…"


def _first_line(error: psycopg.Error) -> str:
    text = error.diag.message_primary or str(error)
    return text.strip().partition("\n")[0]
