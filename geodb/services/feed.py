"""The change feed: reading it, waiting for more, and keeping a copy of the record tier by it."""

from __future__ import annotations

import json
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, cast

from psycopg import sql
from psycopg.rows import class_row

from geodb.db.base import SCHEMA
from geodb.db.pgerrors import translated_errors
from geodb.db.session import driver_connection
from geodb.errors import Conflict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    import psycopg

    from geodb.db.session import Database

CHANNEL = "geodb_changes"
"""NOTIFY on this channel follows every commit that changed the record tier."""

BATCH = 1000
POLL_SECONDS = 5.0

_GUARDED = """
SELECT DISTINCT relname::text FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
WHERE NOT tgisinternal AND tgenabled <> 'D' AND relnamespace = 'geodb'::regnamespace
"""
_CHANGES = """
SELECT change_id, at, table_name, row_id, record_key, record_kind, op, before::text, after::text,
    db_user, app_user, import_id, reason
FROM api.changes(%s, %s)
"""


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the record tier was inserted (op I), updated (U) or deleted (D).

    `change_id` is the position in the feed; `before` and `after` are the row as JSON text, in which numbers
    keep all their digits.
    """

    change_id: int
    at: datetime
    table_name: str
    row_id: int
    record_key: str | None
    record_kind: str | None
    op: str
    before: str | None
    after: str | None
    db_user: str
    app_user: str | None
    import_id: int | None
    reason: str | None

    def to_json(self) -> str:
        """The change as a JSON object on one line."""
        head = {**asdict(self), "at": self.at.isoformat()}
        images = [f'"{name}": {head.pop(name) or "null"}' for name in ("before", "after")]
        return f"{json.dumps(head, ensure_ascii=False)[:-1]}, {', '.join(images)}}}"


def read_changes(db: Database, after: int = 0, limit: int = BATCH) -> list[Change]:
    """Up to `limit` changes after the position `after`, oldest first. Raises GeodbError on a replica."""
    with db.read() as session, driver_connection(session).cursor(row_factory=class_row(Change)) as cursor:
        return cursor.execute(_CHANGES, [after, limit]).fetchall()


def changes_after(db: Database, after: int = 0) -> Iterator[Change]:
    """All changes after the position `after` that are there, read batch by batch."""
    while found := read_changes(db, after):
        yield from found
        after = found[-1].change_id


def follow(db: Database, after: int = 0, *, poll_seconds: float = POLL_SECONDS) -> Iterator[Change]:
    """All changes after the position `after`, for ever: when there are no more it waits for the next.

    Woken by NOTIFY, and by the clock every `poll_seconds`: a writer that rolls back wakes nobody, but may
    have kept changes of others waiting. Store `change_id` once a change is dealt with, and start from it next
    time. Raises DatabaseUnreachable when the server goes away.
    """
    with translated_errors(), _listening(db) as bell:
        while True:
            for change in changes_after(db, after):
                yield change
                after = change.change_id
            next(bell.notifies(timeout=poll_seconds, stop_after=1), None)


@contextmanager
def _listening(db: Database) -> Iterator[psycopg.Connection[Any]]:
    """A connection of its own that hears of changes from now on; not given back, since it listens."""
    pooled = db.engine.raw_connection()
    own = cast("psycopg.Connection[Any]", pooled.driver_connection)
    pooled.detach()
    with closing(own) as bell:
        bell.autocommit = True
        bell.execute(f"LISTEN {CHANNEL}")
        yield bell


def make_copy(connection: psycopg.Connection[Any]) -> None:
    """Make a database without records into a copy: from now on its guards and its log sleep, for good.

    The database is at the revision of the original, with its code lists loaded (`geodb db migrate`), and the
    role owns its tables.

    Raises:
        Conflict: it holds records, which would be left without guards.
    """
    with connection.transaction():
        if connection.execute("SELECT EXISTS (SELECT FROM geodb.record)").fetchone() == (True,):
            raise Conflict("this database holds records", hint="make the copy in a database of its own")
        for (table,) in connection.execute(_GUARDED).fetchall():
            connection.execute(
                sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(sql.Identifier(SCHEMA, table))
            )


def apply_changes(connection: psycopg.Connection[Any], changes: Sequence[Change]) -> None:
    """Bring a copy of the record tier up to the last of `changes`, all or nothing.

    `make_copy` has made the database a copy. Its role needs the right to set session_replication_role, since
    rows come in any order, before those that they refer to. Applying changes again does no harm.

    Raises:
        Conflict: the database is no copy: its own guards and log are awake.
    """
    last = {(change.table_name, change.row_id): change.after for change in changes}
    with connection.transaction():
        if connection.execute(_GUARDED).fetchone():
            raise Conflict(
                "this database is not a copy", hint="see make_copy, and do so in a database of its own"
            )
        connection.execute("SET LOCAL session_replication_role = replica")
        for table in sorted({table for table, _ in last}):
            rows = {row_id: after for (name, row_id), after in last.items() if name == table}
            _replace_rows(connection, table, rows)


def _replace_rows(connection: psycopg.Connection[Any], table: str, rows: dict[int, str | None]) -> None:
    """Delete the rows and insert those that have an image: rows that swap unique values do not collide."""
    name = sql.Identifier(SCHEMA, table)
    connection.execute(sql.SQL("DELETE FROM {} WHERE id = ANY (%s)").format(name), [list(rows)])
    given = _given_columns(connection, table)
    columns, values = (sql.SQL(", ").join(parts) for parts in zip(*given, strict=True))
    insert = sql.SQL(
        "INSERT INTO {name} ({columns}) OVERRIDING SYSTEM VALUE "
        "SELECT {values} FROM unnest(%s::jsonb[]) AS image, jsonb_populate_record(NULL::{name}, image) AS r"
    )
    images = [after for after in rows.values() if after is not None]
    connection.execute(insert.format(name=name, columns=columns, values=values), [images])


def _given_columns(
    connection: psycopg.Connection[Any], table: str
) -> list[tuple[sql.Composable, sql.Composable]]:
    """The columns of a table that are not computed from others, and where each stands in an image.

    A value of JSON is taken as it is: of the null of JSON, PostgreSQL would make none at all.
    """
    rows = connection.execute(
        "SELECT attname, atttypid = 'jsonb'::regtype FROM pg_attribute WHERE attrelid = %s::regclass "
        "AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
        [f"{SCHEMA}.{table}"],
    )
    return [
        (
            name,
            sql.SQL("image -> {}").format(sql.Literal(column)) if is_json else sql.SQL("r.{}").format(name),
        )
        for column, is_json in rows
        for name in [sql.Identifier(column)]
    ]
