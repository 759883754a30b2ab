"""What row security costs readers: what they ask, as ratios to the same without it in the same run.

The questions of `geodb/analysis/queries` and some look-ups, over generated dossiers: first in a database
without roles, then as an analyst who may see everything there is, then as one to whom records are hidden.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
from generate import write_all
from machine import Result, at_most, database, server, tell_all, vacuum

import geodb.analysis
from geodb.services.load_dossier import load_dossiers
from geodb.services.roles import make_roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geodb.db.server import EmbeddedServer
    from geodb.db.session import Database

LOOK_UPS = {
    "one event": "SELECT * FROM api.event WHERE key = 'bench:d00003-event-3'",
    "its participants": "SELECT * FROM api.event_participant WHERE event_key = 'bench:d00003-event-3'",
    "a page of events": "SELECT * FROM api.event ORDER BY key LIMIT 100",
    "all evidence": "SELECT count(*) FROM api.evidence",
    "a search": "SELECT * FROM api.search('person 3 of 3')",
    "a page of changes": "SELECT * FROM api.changes(1000, 1000)",
}
MARK = "UPDATE geodb.record SET marking_code = 'amber' WHERE mod(id, 100) = 7"


def questions() -> dict[str, str]:
    """What is asked, by name."""
    folder = Path(geodb.analysis.__file__).parent / "queries"
    return LOOK_UPS | {file.stem: file.read_text("utf-8") for file in sorted(folder.glob("*.sql"))}


def seconds(db: Database, user: str, repeats: int) -> dict[str, float]:
    """The median time that each question takes a user."""
    address = db.engine.url.set(username=user, drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as connection:
        return {name: _median(connection, query, repeats) for name, query in questions().items()}


def _median(connection: psycopg.Connection[Any], query: str, repeats: int) -> float:
    taken = []
    for _ in range(repeats):
        start = time.perf_counter()
        connection.execute(query).fetchall()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def measure(on: EmbeddedServer, dossiers: int, repeats: int) -> Iterator[Result]:
    """All of it, in a database of its own."""
    with database(on, "markings") as db, tempfile.TemporaryDirectory() as folder:
        load_dossiers(db, [write_all(Path(folder), dossiers, "json")])
        vacuum(db)
        owner = str(db.engine.url.username)
        before = seconds(db, owner, repeats)
        make_roles(db)
        yield from ratios("nothing marked", seconds(db, "geodb_analyst", repeats), before)
        with db.engine.begin() as connection:
            marked = connection.exec_driver_sql(MARK).rowcount
        vacuum(db)
        yield from ratios(f"{marked:,} records marked", seconds(db, "geodb_analyst", repeats), before)


def ratios(state: str, now: dict[str, float], before: dict[str, float]) -> Iterator[Result]:
    """The sum and each question against what they were."""
    yield at_most(f"{state}: all questions", sum(now.values()) / sum(before.values()), 2)
    for name, was in before.items():
        yield Result(f"{state}: {name}", f"{now[name] / was:,.2f}x", f"{1000 * was:,.1f} ms")


def main() -> None:
    """Run it, and print each line as it comes; leave with 1 if a target was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossiers", type=int, default=60)
    parser.add_argument("--repeats", type=int, default=7)
    options = parser.parse_args()
    with server() as on:
        tell_all(measure(on, options.dossiers, options.repeats))


if __name__ == "__main__":
    main()
