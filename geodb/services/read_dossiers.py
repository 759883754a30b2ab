"""Reading many dossiers before they are loaded, by one process or by several."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from geodb.dossier.resolve import ResolvedDossier, read_dossier
from geodb.errors import DossierError, Problem
from geodb.ingest.load import refuse
from geodb.services.workers import workers

_AT_ONCE = 4
"""Dossiers that a process is sent at a time."""

Progress = Callable[[int, int], None]
"""Is told how many of how many dossiers were read."""


def read_dossiers(
    paths: Iterable[Path | str], *, jobs: int = 1, progress: Progress | None = None
) -> list[ResolvedDossier]:
    """Read all dossiers that `paths` name, with `jobs` processes, and return them in the order of their keys.

    Raises:
        DossierError: with the problems of all of them.
    """
    files = list(chain.from_iterable(map(dossiers_of, paths)))
    sources: dict[str, ResolvedDossier] = {}
    problems: list[Problem] = []
    with _readers(min(jobs, len(files))) as read:
        for number, found in enumerate(read(files), start=1):
            if isinstance(found, ResolvedDossier):
                problems += _twin(sources.setdefault(key_of(found), found), found)
            else:
                problems += found
            if progress:
                progress(number, len(files))
    refuse(problems)
    return [sources[key] for key in sorted(sources)]


def key_of(source: ResolvedDossier) -> str:
    """Return the public key of a dossier."""
    return f"{source.dossier.dataset}:{source.dossier.key}"


def dossiers_of(path: Path | str) -> list[Path]:
    """What a path names: itself, or the folders in it if these hold the dossiers."""
    folder = Path(path)
    if not folder.is_dir() or any(folder.glob("dossier.*")):
        return [folder]
    return sorted({file.parent for file in folder.glob("*/dossier.*")}) or [folder]


@contextmanager
def _readers(jobs: int) -> Iterator[Callable[[list[Path]], Iterable[ResolvedDossier | list[Problem]]]]:
    """What reads dossiers in their order."""
    if jobs <= 1:
        yield lambda files: map(_read, files)
        return
    with workers(jobs, gc.disable) as pool:
        yield lambda files: pool.map(_read, files, chunksize=_AT_ONCE)


def _read(path: Path) -> ResolvedDossier | list[Problem]:
    try:
        return read_dossier(path)
    except DossierError as error:
        return list(error.problems)


def _twin(first: ResolvedDossier, second: ResolvedDossier) -> Iterator[Problem]:
    if first.file != second.file:
        message = f"{first.file} has this key too"
        yield second.problem(("key",), message, value=key_of(second))
