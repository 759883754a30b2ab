"""Loading generated dossiers: the reading, the database's part with and without history, and both together.

The database's part is from dossiers that were read to the commit. Rates are by processor time (of the
backend, and of the backend and Python together), because a machine that does other things as well changes
what the clock says more than what its processors do; `--wall` tells the clock's too.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

from generate import write_all
from machine import Result, Stopwatch, at_least, at_most, database, server, tell_all
from sqlalchemy import text

from geodb.db.server import EmbeddedServer
from geodb.db.session import Database
from geodb.dossier.resolve import ResolvedDossier
from geodb.garbage import no_garbage_looked_for
from geodb.models.record import RECORD_KINDS
from geodb.services.load_dossier import load_dossiers, load_sources
from geodb.services.read_dossiers import read_dossiers

LOG_TRIGGERS = (
    "SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname)"
    " FROM pg_trigger WHERE tgname LIKE '%\\_log\\_insert'"
)


def measure(on: EmbeddedServer, count: int, *, wall: bool = False) -> Iterator[Result]:
    """Load `count` dossiers in several ways, each into a database of its own."""
    with tempfile.TemporaryDirectory() as folder, no_garbage_looked_for():
        forms = {form: write_all(Path(folder) / form, count, form) for form in ("yaml", "json")}
        sources = yield from _reading(forms, count)
        yield from _database_part(on, sources, wall=wall)
        yield from _end_to_end(on, forms, wall=wall)


def _reading(forms: dict[str, Path], count: int) -> Generator[Result, None, list[ResolvedDossier]]:
    sources: list[ResolvedDossier] = []
    for form, most in (("yaml", 25), ("json", 12)):
        with Stopwatch() as watch:
            sources = read_dossiers([forms[form]])
        yield at_most(f"read and validate a {form} dossier, CPU", watch.python * 1000 / count, most, " ms")
    return sources


def _database_part(on: EmbeddedServer, sources: list[ResolvedDossier], *, wall: bool) -> Iterator[Result]:
    with database(on, "logged") as db:
        records, logged = _load(db, sources)
    with database(on, "unlogged") as db:
        with db.engine.begin() as connection:
            for statement in connection.scalars(text(LOG_TRIGGERS)).all():
                connection.execute(text(statement))
        _, unlogged = _load(db, sources)
    yield at_least("database's part, records per backend CPU second", records / logged.backend, 8000)
    yield Result("database's part with Python, records per CPU second", f"{records / logged.cpu:,.0f}")
    yield at_most("history: backend CPU with it / without it", logged.backend / unlogged.backend, 2)
    if wall:
        yield Result("database's part, records per second on the clock", f"{records / logged.wall:,.0f}")


def _load(db: Database, sources: list[ResolvedDossier]) -> tuple[int, Stopwatch]:
    with Stopwatch(db) as watch:
        report = load_sources(db, sources)
    return sum(report.counts[kind].new for kind in RECORD_KINDS if kind in report.counts), watch


def _end_to_end(on: EmbeddedServer, forms: dict[str, Path], *, wall: bool) -> Iterator[Result]:
    """Two idle cores would take half of what the readers use, then what this process and its backend use."""
    for form, folder in forms.items():
        with database(on, f"whole_{form}") as db, Stopwatch(db) as watch:
            report = load_dossiers(db, [folder], jobs=2)
        records = sum(report.counts[kind].new for kind in RECORD_KINDS if kind in report.counts)
        seconds = watch.children / 2 + watch.cpu
        yield at_least(f"end to end from {form}, two jobs, records/s by CPU time", records / seconds, 2000)
        if wall:
            yield Result(
                f"end to end from {form}, two jobs, records/s on the clock", f"{records / watch.wall:,.0f}"
            )


def main() -> None:
    """Run it, and print each line as it comes; leave with 1 if a target was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossiers", type=int, default=100)
    parser.add_argument("--wall", action="store_true", help="tell the clock's rates too")
    options = parser.parse_args()
    with server() as on:
        tell_all(measure(on, options.dossiers, wall=options.wall))


if __name__ == "__main__":
    main()
