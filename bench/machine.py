"""What every benchmark needs: a server of its own, processor time of both sides, and a table of results."""

from __future__ import annotations

import os
import resource
import shutil
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from operator import sub
from pathlib import Path
from typing import TYPE_CHECKING, Self

from psycopg import sql
from sqlalchemy import text

from geodb.db import migrate
from geodb.db.server import EmbeddedServer
from geodb.db.session import Database, driver_connection
from geodb.services.codes import load_codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

TEMPLATE = "bench_template"
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table: what was measured, the target of it, and whether it was reached."""

    name: str
    value: str
    target: str = ""
    is_met: bool | None = None

    def __str__(self) -> str:
        mark = {True: "met", False: "MISSED", None: ""}[self.is_met]
        return f"{self.name:<82} {self.value:>14}   {self.target:<12} {mark}".rstrip()


def at_least(name: str, value: float, target: float, unit: str = "") -> Result:
    """A number that should be `target` or more."""
    return Result(name, f"{value:,.0f}{unit}", f">= {target:,.0f}{unit}", value >= target)


def at_most(name: str, value: float, target: float, unit: str = "x") -> Result:
    """A number, mostly a ratio, that should be `target` or less."""
    return Result(name, f"{value:,.2f}{unit}", f"<= {target:g}{unit}", value <= target)


def tell_all(results: Iterable[Result]) -> None:
    """Print results as they come; leave with 1 if one of them misses its target."""
    met = []
    for result in results:
        print(result, flush=True)
        met.append(result.is_met is not False)
    sys.exit(not all(met))


class Stopwatch:
    """Seconds of a `with` block: on the clock, and of processors.

    `python` is this process, `children` those it waited for, `backend` the one of the database if it is told.
    """

    def __init__(self, db: Database | None = None) -> None:
        self._pid = _backend(db) if db else None
        self.wall = self.python = self.children = self.backend = 0.0

    def __enter__(self) -> Self:
        self.wall, self.python, self.children, self.backend = self._now()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        before = (self.wall, self.python, self.children, self.backend)
        self.wall, self.python, self.children, self.backend = map(sub, self._now(), before)

    def _now(self) -> tuple[float, float, float, float]:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        backend = _cpu_seconds(self._pid) if self._pid else 0.0
        return time.perf_counter(), time.process_time(), used.ru_utime + used.ru_stime, backend

    @property
    def cpu(self) -> float:
        """Processor seconds of both sides."""
        return self.python + self.backend


def _backend(db: Database) -> int:
    """The process of the pool's only connection."""
    with db.read() as session:
        return driver_connection(session).info.backend_pid


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


@contextmanager
def server() -> Iterator[EmbeddedServer]:
    """An embedded server in a folder of its own, with a migrated database TEMPLATE; gone at the end."""
    home = Path(tempfile.mkdtemp(prefix="geodb-bench-"))
    home.chmod(0o755)
    found = EmbeddedServer(home)
    try:
        found.ensure_running()
        with database(found, TEMPLATE, template="template1") as db:
            migrate.upgrade(db.engine)
            load_codes(db)
        yield found
    finally:
        found.stop()
        shutil.rmtree(home)


@contextmanager
def database(on: EmbeddedServer, name: str, template: str = TEMPLATE) -> Iterator[Database]:
    """A new database with the schema and the codes."""
    with Database(on.url()) as default, default.engine.connect() as connection:
        driver = connection.execution_options(isolation_level="AUTOCOMMIT").connection.driver_connection
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*map(sql.Identifier, (name, template)))
        driver.execute(statement)  # type: ignore[union-attr]
    with Database(on.url(name)) as db:
        yield db


def vacuum(db: Database) -> None:
    """Let the planner know what is in the tables."""
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))
