"""Repository reads as ratios to the same SQL sent by psycopg, and what a stream does to memory.

The statements that a verb sends are noted, and sent again by psycopg alone on the same connection; both sides
fetch all rows. The ratio is of the medians on the clock, measured in turn, so that other work on the machine
hits both sides alike.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
from generate import write_all
from machine import Result, at_most, database, server, tell_all, vacuum
from sqlalchemy import event, text
from sqlalchemy.orm import Session

from geodb.db.server import EmbeddedServer
from geodb.db.session import Database, driver_connection
from geodb.repositories import Repositories
from geodb.services.load_dossier import load_dossiers

DOSSIERS = 20
FLAT = 20
"""MiB by which a stream may grow between its first tenth and its end."""

Verb = Callable[[Repositories], object]
Statements = list[tuple[str, Any]]

VERBS: dict[str, Verb] = {
    "one place": lambda geo: geo.places.get("bench:d00003-place-3"),
    "one actor with its names": lambda geo: geo.actors.get("bench:d00003-person-3"),
    "one event with participants, places, terms": lambda geo: geo.events.get("bench:d00003-event-3"),
    "one initiative with parties and targets": lambda geo: geo.initiatives.get("bench:d00003-initiative-1"),
    "one assessment with author and conditions": lambda geo: geo.assessments.get("bench:d00003-judgment-1"),
    "page of 100 places": lambda geo: geo.places.page(limit=100),
    "page of 100 actors": lambda geo: geo.actors.page(limit=100),
    "page of 100 statements": lambda geo: geo.statements.page(limit=100),
    "page of 100 sources": lambda geo: geo.sources.page(limit=100),
    "page of 100 events": lambda geo: geo.events.page(limit=100),
    "page of 100 initiatives": lambda geo: geo.initiatives.page(limit=100),
    "page of 100 assessments": lambda geo: geo.assessments.page(limit=100),
}


def ratios(db: Database, repeats: int) -> Iterator[Result]:
    """Each verb against its own SQL."""
    for name, verb in VERBS.items():
        with db.read() as session:
            statements = noted(session, verb)
            ours, theirs = in_turn(session, verb, statements, repeats)
        trips = f"{len(statements)} round trip{'s' if len(statements) > 1 else ''}"
        yield at_most(f"{name}, {trips}: repository / psycopg", ours / theirs, 3)


def noted(session: Session, verb: Verb) -> Statements:
    """The statements that a verb sends."""
    found: Statements = []
    engine = session.get_bind()

    def note(
        _connection: object, _cursor: object, statement: str, parameters: object, *_rest: object
    ) -> None:
        found.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    try:
        verb(Repositories(session))
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return found


def in_turn(session: Session, verb: Verb, statements: Statements, repeats: int) -> tuple[float, float]:
    """Median seconds of the verb and of its statements."""
    driver = driver_connection(session)
    ours, theirs = [], []
    for _ in range(repeats):
        session.expunge_all()
        ours.append(seconds(lambda: verb(Repositories(session))))
        theirs.append(seconds(lambda: send(driver, statements)))
    return statistics.median(ours), statistics.median(theirs)


def send(driver: psycopg.Connection[Any], statements: Statements) -> None:
    """Send statements by psycopg, and fetch what they give."""
    for statement, parameters in statements:
        driver.execute(statement, parameters).fetchall()


def seconds(action: Callable[[], object]) -> float:
    """What the clock says that an action took."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def stream(db: Database, rows: int) -> Iterator[Result]:
    """Memory over a stream of `rows` places."""
    with db.engine.begin() as connection:
        connection.execute(text("ALTER TABLE geodb.record DISABLE TRIGGER USER"))
        connection.execute(text("ALTER TABLE geodb.place DISABLE TRIGGER USER"))
        connection.execute(text(MAKE_PLACES), {"rows": rows})
    vacuum(db)
    with db.read() as session:
        tenth, number, early = rows // 10, 0, 0.0
        for number, _ in enumerate(Repositories(session).places.stream(), start=1):
            early = resident() if number == tenth else early
        grown = resident() - early
    yield at_most(f"stream of {number:,} places: growth after the first tenth", grown, FLAT, " MiB")


MAKE_PLACES = """
WITH made AS (
    INSERT INTO geodb.record (kind, key, label)
    SELECT 'place', 'bench:stream-' || n, 'Place ' || n FROM generate_series(1, :rows) AS n
    RETURNING id
)
INSERT INTO geodb.place (id, kind_code) SELECT id, 'city' FROM made
"""


def resident() -> float:
    """MiB of memory that this process holds."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def measure(on: EmbeddedServer, rows: int, repeats: int) -> Iterator[Result]:
    """All of it, in a database of its own."""
    with database(on, "reads") as db, tempfile.TemporaryDirectory() as folder:
        load_dossiers(db, [write_all(Path(folder), DOSSIERS, "json")])
        vacuum(db)
        gc.collect()
        gc.freeze()  # what loading left in this process is not what a reader's garbage collector looks at
        yield from ratios(db, repeats)
        yield from stream(db, rows)


def main() -> None:
    """Run it, and print each line as it comes; leave with 1 if a target was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--rows", type=int, default=100_000, help="of the stream; 1,000,000 for the full size"
    )
    parser.add_argument("--repeats", type=int, default=100)
    options = parser.parse_args()
    with server() as on:
        tell_all(measure(on, options.rows, options.repeats))


if __name__ == "__main__":
    main()
