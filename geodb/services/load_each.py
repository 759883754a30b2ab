"""Loading many dossiers, each for itself: what one is refused for does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from geodb.errors import DatabaseBusy, GeodbError
from geodb.ingest.report import Counts
from geodb.services.load_dossier import load_dossiers
from geodb.services.read_dossiers import dossiers_of

if TYPE_CHECKING:
    from geodb.db.session import Database

_open_database: Database | None = None
"""The database of a worker process."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one dossier; `error` and `hint` where it failed, which then is a reject as well."""

    path: Path
    status: Literal["loaded", "unchanged", "failed"]
    counts: Counts = field(default_factory=Counts)
    error: str | None = None
    hint: str | None = None


def load_each(
    db: Database, paths: Iterable[Path | str], *, jobs: int = 1, accept_drafts: bool = False
) -> Iterator[Outcome]:
    """Load every dossier that `paths` name in a transaction of its own, and tell of each when it is known.

    Those that fail are tried again after the others, as long as that helps, since they may refer to records
    that others bring. A run that was stopped goes on where it was when it is started again: what is loaded
    is unchanged, and quick. With `jobs` above 1 so many processes load, each with a connection of its own.

    Raises:
        DatabaseUnreachable: or another error of the database as a whole; what was loaded until then stays.
    """
    files = list(chain.from_iterable(map(dossiers_of, paths)))
    with _loaders(db, min(jobs, len(files)), accept_drafts=accept_drafts) as load:
        while files:
            failed: list[Outcome] = []
            for outcome in load(files):
                if outcome.status == "failed":
                    failed.append(outcome)
                else:
                    yield outcome
            if len(failed) == len(files):
                yield from failed
                return
            files = [outcome.path for outcome in failed]


@contextmanager
def _loaders(
    db: Database, jobs: int, *, accept_drafts: bool
) -> Iterator[Callable[[list[Path]], Iterator[Outcome]]]:
    """What loads dossiers in their order. Processes are spawned: forked, they would share a connection."""
    if jobs <= 1:
        yield partial(map, partial(_load, db, accept_drafts=accept_drafts))
        return
    url = db.engine.url.render_as_string(hide_password=False)
    with ProcessPoolExecutor(jobs, get_context("spawn"), _open, (url,)) as pool:
        yield partial(pool.map, partial(_load_here, accept_drafts=accept_drafts))


def _open(url: str) -> None:
    global _open_database  # noqa: PLW0603 - a worker process has one database for all its life
    from geodb.db.session import Database  # noqa: PLC0415 - only where it is used

    _open_database = Database(url)


def _load_here(path: Path, *, accept_drafts: bool) -> Outcome:
    assert _open_database is not None  # noqa: S101 - _open has run
    return _load(_open_database, path, accept_drafts=accept_drafts)


def _load(db: Database, path: Path, *, accept_drafts: bool) -> Outcome:
    try:
        report = load_dossiers(db, [path], accept_drafts=accept_drafts)
    except OSError as error:
        return Outcome(path, "failed", error=f"{path}: {error.strerror}")
    except GeodbError as error:
        if error.exit_code != GeodbError.exit_code and not isinstance(error, DatabaseBusy):
            raise
        return Outcome(path, "failed", error=error.message, hint=error.hint)
    return Outcome(path, "unchanged" if report.is_unchanged else "loaded", report.total)
