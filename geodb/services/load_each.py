"""Loading many dossiers: what one is refused for does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from geodb.errors import DatabaseBusy, DossierError, GeodbError, told_of
from geodb.garbage import no_garbage_looked_for
from geodb.ingest.report import LoadReport
from geodb.services.load_dossier import load_dossiers, load_sources
from geodb.services.read_dossiers import dossiers_of, key_of, read_dossiers
from geodb.services.workers import workers

if TYPE_CHECKING:
    from geodb.db.session import Database

TOGETHER = 25
"""Dossiers in one transaction, unless one is refused: most of what loading one takes is the transaction."""
_open_database: Database | None = None
"""The database of a worker process."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one dossier; `error` and `hint` where it failed, which then is a reject as well.

    `report` is what the transaction did that it was loaded in, told with the last dossier of it.
    """

    path: Path
    status: Literal["loaded", "unchanged", "failed"]
    report: LoadReport = field(default_factory=LoadReport)
    error: str | None = None
    hint: str | None = None


def load_each(
    db: Database,
    paths: Iterable[Path | str],
    *,
    jobs: int = 1,
    accept_drafts: bool = False,
    together: int = TOGETHER,
) -> Generator[Outcome, None, None]:
    """Load every dossier that `paths` name, and tell of each when it is known.

    `together` of them are one transaction. What is refused is taken out of it, and the others are loaded
    without it; it is tried again at the end, as long as that helps, since it may refer to records that others
    bring. A run that was stopped goes on where it was when it is started again: what is loaded is unchanged,
    and quick. With `jobs` above 1 so many processes load, each with a connection of its own.

    Raises:
        DatabaseUnreachable: or another error of the database as a whole; what was loaded until then stays.
    """
    files = list(chain.from_iterable(map(dossiers_of, paths)))
    with _loaders(db, min(jobs, len(files)), accept_drafts=accept_drafts) as load:
        while files:
            failed: list[Outcome] = []
            for outcome in chain.from_iterable(load(_batches(files, together))):
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
) -> Iterator[Callable[[list[list[Path]]], Iterator[list[Outcome]]]]:
    """What loads batches in their order."""
    if jobs <= 1:
        yield partial(map, partial(_load_batch, db, accept_drafts=accept_drafts))
        return
    url = db.engine.url.render_as_string(hide_password=False)
    with workers(jobs, _open, url) as pool:
        yield partial(pool.map, partial(_load_here, accept_drafts=accept_drafts))


def _open(url: str) -> None:
    global _open_database  # noqa: PLW0603 - a worker process has one database for all its life
    from geodb.db.session import Database  # noqa: PLC0415 - only where it is used

    _open_database = Database(url)


def _load_here(paths: list[Path], *, accept_drafts: bool) -> list[Outcome]:
    assert _open_database is not None  # noqa: S101 - _open has run
    return _load_batch(_open_database, paths, accept_drafts=accept_drafts)


def _batches(files: list[Path], size: int) -> list[list[Path]]:
    return [files[start : start + size] for start in range(0, len(files), size)]


def _load_batch(db: Database, paths: list[Path], *, accept_drafts: bool) -> list[Outcome]:
    """Load dossiers in one transaction; if one of them is refused, in smaller ones, down to each alone."""
    if len(paths) == 1:
        return [_load(db, paths[0], accept_drafts=accept_drafts)]
    try:
        with no_garbage_looked_for():
            sources = read_dossiers(paths)
            report = load_sources(db, sources, accept_drafts=accept_drafts)
    except (OSError, GeodbError) as error:
        _raise_if_of_database(error)
        parts = _parted(paths, error)
        return [one for part in parts for one in _load_batch(db, part, accept_drafts=accept_drafts)]
    files = [Path(source.file) for source in sources if key_of(source) in report.unchanged]
    unchanged = {place for file in files for place in (file, file.parent)}
    outcomes = [Outcome(path, "unchanged" if path in unchanged else "loaded") for path in paths]
    outcomes[-1] = replace(outcomes[-1], report=report)
    return outcomes


def _parted(paths: list[Path], error: OSError | GeodbError) -> list[list[Path]]:
    """Divide what was refused together: the dossiers that the error names, each alone; or else in halves."""
    named: list[Path] = []
    if isinstance(error, DossierError):
        files = [Path(problem.file) for problem in error.problems if problem.file]
        named = [path for path in paths if any(path in (file, *file.parents) for file in files)]
    if 0 < len(named) < len(paths):
        return [[path for path in paths if path not in named], *([path] for path in named)]
    half = len(paths) // 2
    return [paths[:half], paths[half:]]


def _load(db: Database, path: Path, *, accept_drafts: bool) -> Outcome:
    try:
        report = load_dossiers(db, [path], accept_drafts=accept_drafts)
    except OSError as error:
        return Outcome(path, "failed", error=told_of(error, path))
    except GeodbError as error:
        _raise_if_of_database(error)
        return Outcome(path, "failed", error=error.message, hint=error.hint)
    return Outcome(path, "unchanged" if report.unchanged else "loaded", report)


def _raise_if_of_database(error: OSError | GeodbError) -> None:
    """Raise what is not the fault of a dossier, such as a database that cannot be reached."""
    is_busy = isinstance(error, DatabaseBusy)
    if isinstance(error, GeodbError) and error.exit_code != GeodbError.exit_code and not is_busy:
        raise error
