"""How long `geodb suggest-merges` takes, and how that grows from 25,000 to 100,000 actors of three names.

    python bench/suggest_merges.py [ACTORS ...]

The names are generated: given names and family names as unevenly common as real ones; every actor has a
short, a long and a misspelt name; one in twenty is in the data twice. The target is two minutes for 100,000
actors on two cores, and a growth well below the square. The databases are made on the server of the settings
and dropped at the end.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from math import log
from typing import TYPE_CHECKING

from sqlalchemy import text

from geodb.db import migrate
from geodb.db.session import Database, driver_connection
from geodb.services.codes import load_codes
from geodb.services.suggest_merges import suggest_merges

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SIZES = (25_000, 50_000, 100_000)
TWICE = 20
"""One actor in so many is recorded a second time, under another spelling."""

SYLLABLES = (
    "ka ro mi ta le na shi dor ber gol win sta kov ski man ez ova an el ha zu pet vas mar lun dra fen gri bo"
    " ch ya san tor qui"
)


def generate_names(actors: int, seed: int = 1) -> Iterator[tuple[int, str]]:
    """Yield (number of the actor from 0, name): three names each, the same for the same seed."""
    dice = random.Random(seed)  # noqa: S311 - reproducible on purpose
    given = _invented(dice, 3_000, 3)
    family = _invented(dice, 40_000, 4)
    often = [1 / (rank + 5) for rank in range(len(given))]
    rather = [1 / (rank + 30) for rank in range(len(family))]
    persons: list[tuple[str, str, str]] = []
    for number in range(actors):
        if persons and number % TWICE == 0:
            first, middle, last = persons[dice.randrange(len(persons))]
            last = _misspelt(dice, last)
        else:
            first, middle = dice.choices(given, often, k=2)
            (last,) = dice.choices(family, rather)
            persons.append((first, middle, last))
        yield number, f"{first} {last}"
        yield number, f"{first} {middle} {last}"
        yield number, f"{_misspelt(dice, last)}, {first}"


def _invented(dice: random.Random, count: int, syllables: int) -> list[str]:
    known = SYLLABLES.split()
    return ["".join(dice.choices(known, k=dice.randint(2, syllables))).title() for _ in range(count)]


def _misspelt(dice: random.Random, word: str) -> str:
    place = dice.randrange(1, len(word))
    return word[:place] + dice.choice("aeioutrs") + word[place + 1 :]


def fill(session: Session, actors: int) -> None:
    """Make so many persons with their names, set-wise, so that filling does not take longer than asking."""
    cursor = driver_connection(session).cursor()
    cursor.execute("SET LOCAL session_replication_role = replica")  # the change log is not what is measured
    cursor.execute("CREATE TEMPORARY TABLE given (number int, name text) ON COMMIT DROP")
    with cursor.copy("COPY given FROM STDIN") as copy:
        for row in generate_names(actors):
            copy.write_row(row)
    for statement in _FILL:
        cursor.execute(statement)


_FILL = (
    "INSERT INTO geodb.dataset (prefix, title) VALUES ('bench', 'Bench')",
    """INSERT INTO geodb.record (kind, key, label)
    SELECT 'actor', 'bench:' || number, min(name) FROM given GROUP BY number ORDER BY number""",
    "INSERT INTO geodb.actor (id, kind_code) SELECT id, 'person' FROM geodb.record WHERE kind = 'actor'",
    """INSERT INTO geodb.record_name (record_id, name)
    SELECT r.id, g.name FROM given AS g JOIN geodb.record AS r ON r.key = 'bench:' || g.number
    ON CONFLICT DO NOTHING""",
)


@contextmanager
def scratch_database(server: Database) -> Iterator[Database]:
    """A migrated database of its own on the server of `server`, dropped at the end."""
    name = f"geodb_bench_{time.time_ns()}"
    administrator = server.engine.execution_options(isolation_level="AUTOCOMMIT")
    with administrator.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        with Database(server.engine.url.set(database=name)) as database:
            migrate.upgrade(database.engine)
            load_codes(database)
            yield database
    finally:
        with administrator.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name}"))


def measure(server: Database, actors: int) -> float:
    """Seconds that suggesting takes on so many actors; prints them."""
    with scratch_database(server) as database:
        with database.transaction() as session:
            fill(session, actors)
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("ANALYZE"))
        started = time.perf_counter()
        with database.read() as session:
            found = suggest_merges(session, limit=1000)
        seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{actors:>8,} actors  {seconds:7.1f} s  {len(found):>5} pairs asked for and found  {peak:>5} MiB")
    return seconds


def main() -> None:
    """Measure each size; print how the time grows, as a power of the number of actors."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, metavar="ACTORS", help=f"default: {SIZES}")
    sizes = parser.parse_args().sizes or list(SIZES)
    with Database.open() as server:
        seconds = [measure(server, size) for size in sizes]
    if len(sizes) > 1:
        power = log(seconds[-1] / seconds[0]) / log(sizes[-1] / sizes[0])
        print(f"grows as the number of actors to the power of {power:.2f}")


if __name__ == "__main__":
    main()
