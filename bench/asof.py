"""Reading the past over 1,000,000 changes, as ratios to reading the present in the same run.

`python bench/asof.py` makes 160,000 actors with a name each, changes every row and a tenth again.
`GEODB_PG_BINDIR` chooses the PostgreSQL. Takes about two minutes.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from geodb.config import load_settings
from geodb.db import migrate
from geodb.db.server import EmbeddedServer
from geodb.db.session import Database, driver_connection
from geodb.services.codes import load_codes

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    import psycopg
    from sqlalchemy.orm import Session

ACTORS = int(sys.argv[1]) if len(sys.argv) > 1 else 160_000
VIEWS = {"record": "key", "actor": "key", "actor_name": "actor_key"}
SAMPLE = 100

INSERTS = """
INSERT INTO geodb.dataset (prefix, title) VALUES ('bench', 'Benchmark') ON CONFLICT DO NOTHING;
INSERT INTO geodb.record (kind, key, label)
SELECT 'actor', 'bench:actor-' || n, 'Actor number ' || n FROM generate_series(1, {actors}) n;
INSERT INTO geodb.actor (id, kind_code, sector)
SELECT id, 'person', 'GOV' FROM geodb.record ORDER BY id;
INSERT INTO geodb.record_name (record_id, name, is_primary)
SELECT id, 'The Name of ' || label, true FROM geodb.record ORDER BY id;
"""
UPDATES = """
UPDATE geodb.record SET label = label || '{mark}' WHERE id % {nth} = 0;
UPDATE geodb.actor SET sector = sector || '{mark}' WHERE id % {nth} = 0;
UPDATE geodb.record_name SET name = name || '{mark}' WHERE record_id % {nth} = 0;
"""


def main() -> None:
    """Make a server, fill it, measure, and take the server away."""
    home = Path(tempfile.mkdtemp(prefix="geodb-bench-"))
    home.chmod(0o755)
    server = EmbeddedServer(home, bindir=load_settings().pg_bindir, opts={"fsync": "off"})
    try:
        with Database(server.ensure_running()) as database:
            migrate.upgrade(database.engine)
            load_codes(database)
            measure(database, make_changes(database))
    finally:
        server.stop()
        shutil.rmtree(home)


def make_changes(database: Database) -> dict[str, datetime]:
    """Fill the log; returns moments, by how much has changed since."""
    moments: dict[str, datetime] = {}
    steps = {
        "all changed since": INSERTS.format(actors=ACTORS),
        "a tenth changed since": UPDATES.format(mark=" a", nth=1),
        "nothing changed since": UPDATES.format(mark=" b", nth=10),
    }
    for name, statements in steps.items():
        started = time.monotonic()
        with database.transaction(reason="benchmark") as session:
            driver_connection(session).execute(statements.encode())
        with database.engine.connect() as connection:
            moments[name] = connection.scalar(text("SELECT clock_timestamp()"))
        print(f"{name.partition(' ')[0]:>8}: written in {time.monotonic() - started:.1f} s")
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))
        changes = connection.scalar(text("SELECT count(*) FROM audit.change"))
        version = connection.scalar(text("SHOW server_version"))
    print(f"{changes:,} changes, PostgreSQL {version}\n")
    return moments


def measure(database: Database, moments: dict[str, datetime]) -> None:
    """Print the times of whole views and of single records, now and at each moment."""
    print(f"{'':<38}{'present':>12}{'past':>12}{'ratio':>8}")
    with database.read() as session:
        connection = driver_connection(session)
        for view, column in VIEWS.items():
            whole = best(session, f"SELECT count(v) FROM api.{view} v")
            one = single(connection, f"SELECT * FROM api.{view} WHERE {column} = %s", [])
            for name, moment in moments.items():
                past = best(session, f"SELECT count(v) FROM api.{view}_asof(:moment) v", moment=moment)
                tell(f"{view}, whole, {name}", whole, past)
            for name, moment in moments.items():
                query = f"SELECT * FROM api.{view}_asof(%s, {column} => %s)"
                tell(f"{view}, one, {name}", one, single(connection, query, [moment]))


def best(session: Session, query: str, **values: Any) -> float:  # noqa: ANN401 - parameters
    """Seconds of the fastest of three."""
    return min(timed(lambda: session.execute(text(query), values).all()) for _ in range(3))


def single(connection: psycopg.Connection[Any], query: str, before: list[object]) -> float:
    """Median seconds of one look-up, each of another key, prepared, in a session that asked before."""
    keys = [f"bench:actor-{1 + place * ACTORS // SAMPLE}" for place in range(SAMPLE)]

    def look_up(key: str) -> None:
        connection.execute(query, [*before, key], prepare=True).fetchall()

    return statistics.median(timed(partial(look_up, key)) for key in keys)


def timed(action: Callable[[], object]) -> float:
    """Seconds that the action takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def tell(name: str, present: float, past: float) -> None:
    """Print one line of the table."""
    print(f"{name:<38}{present * 1000:>9.2f} ms{past * 1000:>9.2f} ms{past / present:>7.1f}x")


if __name__ == "__main__":
    main()
