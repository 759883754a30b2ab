"""Writers that know SQL and nothing of geodb's Python."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

import psycopg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geodb.db.session import Database

Connection: TypeAlias = psycopg.Connection[Any]


def connect(db: Database, *, autocommit: bool = False) -> Connection:
    url = db.engine.url.set(drivername="postgresql")
    return psycopg.connect(url.render_as_string(hide_password=False), autocommit=autocommit)


@contextmanager
def connections(db: Database, count: int) -> Iterator[list[Connection]]:
    """Connections whose transactions the test ends itself."""
    made = [connect(db) for _ in range(count)]
    yield made
    for connection in made:
        connection.close()


def insert(connection: Connection, key: str, label: str = "as it was") -> None:
    connection.execute(
        "INSERT INTO geodb.record (kind, key, label) VALUES ('place', %s, %s)", [f"test:{key}", label]
    )


def relabel(connection: Connection, key: str, label: str) -> None:
    connection.execute("UPDATE geodb.record SET label = %s WHERE key = %s", [label, f"test:{key}"])


def get_xid(connection: Connection) -> int:
    """Make the transaction a writer, without writing anything."""
    row = connection.execute("SELECT pg_current_xact_id()::text::bigint").fetchone()
    assert row is not None
    return int(row[0])
