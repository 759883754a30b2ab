"""Drafting many articles, each for itself: what one is refused for does not stop the others."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from geodb.errors import GeodbError, InvalidValue, told_of
from geodb.garbage import no_garbage_looked_for
from geodb.services.draft_article import draft_article, write_draft
from geodb.services.workers import workers
from geodb.sources.article.extract.keys import slug
from geodb.sources.article.reader import SUFFIXES

if TYPE_CHECKING:
    from geodb.db.session import Database

_AT_ONCE = 8
"""Articles that a process is sent at a time."""
_open_database: Database | None = None
"""The database of a worker process."""


@dataclass(frozen=True, slots=True)
class How:
    """What is the same for all articles of a folder."""

    extractor: str = "rules"
    dataset: str = "geodb"


@dataclass(frozen=True, slots=True)
class Drafted:
    """What became of one article: its folder, how many items it has and how many to look at; or the error."""

    path: Path
    folder: Path
    status: Literal["drafted", "there", "failed"]
    items: int = 0
    problems: int = 0
    error: str | None = None
    hint: str | None = None


def draft_folder(
    articles: Path, target: Path, *, db: Database | None = None, how: How | None = None, jobs: int = 1
) -> Generator[Drafted, None, None]:
    """Draft every article that lies in a folder, into a folder of its own in `target`, and tell of each.

    What has a dossier already is left alone, so a run that was stopped goes on when it is started again: a
    dossier appears whole or not at all. With `jobs` above 1 so many processes draft.

    Raises:
        InvalidValue: two articles would have one folder.
    """
    pairs = _folders(articles, target)
    how = how or How()
    if jobs <= 1:
        yield from (_draft(path, folder, db, how) for path, folder in pairs)
        return
    url = db.engine.url.render_as_string(hide_password=False) if db else None
    with workers(jobs, _open, url) as pool:
        paths, folders = zip(*pairs, strict=True) if pairs else ((), ())
        yield from pool.map(_draft_here, paths, folders, [how] * len(pairs), chunksize=_AT_ONCE)


def articles_in(folder: Path) -> list[Path]:
    """The files of a folder that may be articles, by their suffixes; not those in folders inside it."""
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES and path.is_file())


def _folders(articles: Path, target: Path) -> list[tuple[Path, Path]]:
    taken: dict[str, Path] = {}
    for path in articles_in(articles):
        other = taken.setdefault(slug(path.stem), path)
        if other != path:
            message = f"{other} and {path} would both become {target / slug(path.stem)}"
            raise InvalidValue(message, hint="give one of them another name")
    return [(path, target / name) for name, path in taken.items()]


def _open(url: str | None) -> None:
    global _open_database  # noqa: PLW0603 - a worker process has one database for all its life
    from geodb.db.session import Database  # noqa: PLC0415 - only where it is used

    _open_database = Database(url) if url else None


def _draft_here(path: Path, folder: Path, how: How) -> Drafted:
    return _draft(path, folder, _open_database, how)


def _draft(path: Path, folder: Path, db: Database | None, how: How) -> Drafted:
    if (folder / "dossier.yaml").exists():
        return Drafted(path, folder, "there")
    try:
        with no_garbage_looked_for():
            article, draft = draft_article(
                path, db=db, extractor=how.extractor, dataset=how.dataset, key=folder.name
            )
        write_draft(folder, article, draft, check=not how.extractor.startswith("rules"))
    except OSError as error:
        return Drafted(path, folder, "failed", error=told_of(error, path))
    except GeodbError as error:
        if error.exit_code != GeodbError.exit_code:
            raise
        return Drafted(path, folder, "failed", error=error.message, hint=error.hint)
    return Drafted(path, folder, "drafted", sum(draft.counts().values()), len(draft.problems))
