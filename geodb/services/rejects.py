"""What loads refused: looked at, and loaded again once it is mended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, update

from geodb.errors import GeodbError, NotFound
from geodb.ingest.rejects import contents, drop_rejects
from geodb.models import ImportReject
from geodb.services.load_dossier import load_dossiers, load_sources
from geodb.services.read_dossiers import read_dossiers

if TYPE_CHECKING:
    from geodb.db.session import Database
    from geodb.ingest.report import LoadReport


@dataclass(frozen=True, slots=True)
class Reject:
    """A refused input; `problems` as they were told, `paths` and `kept` what a retry loads.

    Rejects of other loaders than that of dossiers have neither, but what was refused, as `payload`.
    """

    id: int
    input: str
    line: int | None
    reason: str
    rejected_at: datetime
    resolved_at: datetime | None
    payload: Any

    @property
    def problems(self) -> list[dict[str, Any]]:
        """Each with message, file, line, field, value and hint."""
        found: list[dict[str, Any]] = self._of_dossier("problems", [])
        return found

    @property
    def is_dropped(self) -> bool:
        """Whether it was closed by hand, not by a load that went through."""
        return bool(self._of_dossier("dropped", None))

    @property
    def paths(self) -> list[Path]:
        """The dossiers that were refused."""
        return [Path(path) for path in self._of_dossier("paths", [])]

    @property
    def kept(self) -> Mapping[str, Mapping[str, Any]]:
        """The files of each dossier, by path and name, unless they were too large."""
        return {path: files for path, files in self._of_dossier("files", {}).items() if files}

    def _of_dossier(self, name: str, default: Any) -> Any:  # noqa: ANN401 - JSON
        return self.payload.get(name, default) if isinstance(self.payload, dict) else default


@dataclass(frozen=True, slots=True)
class Retry:
    """How a retry went: `report` if it went through, `error` if not."""

    reject: Reject
    report: LoadReport | None = None
    error: GeodbError | None = None


def list_rejects(database: Database, *, after: int = 0, limit: int = 100) -> list[Reject]:
    """The open rejects with ids above `after`, in order."""
    is_open = ImportReject.resolved_at.is_(None) & (ImportReject.id > after)
    with database.read() as session:
        found = session.scalars(select(ImportReject).where(is_open).order_by(ImportReject.id).limit(limit))
        return [_reject(row) for row in found]


def get_reject(database: Database, reject_id: int) -> Reject:
    """One reject, open or not. Raises NotFound."""
    with database.read() as session:
        row = session.get(ImportReject, reject_id)
        if row is None:
            raise NotFound(f"there is no reject {reject_id}", hint="`geodb rejects list` shows the open ones")
        return _reject(row)


def drop(database: Database, ids: Sequence[int]) -> None:
    """Close open rejects that nobody will mend: all of `ids`, or none. Raises NotFound."""
    with database.transaction(reason="dropped rejects") as session:
        closed = drop_rejects(session, ids)
        if unknown := [str(each) for each in ids if each not in closed]:
            message = f"there is no open reject {', '.join(unknown)}"
            raise NotFound(message, hint="`geodb rejects list` shows the open ones")


def retry_all(database: Database, *, accept_drafts: bool = False) -> Iterator[Retry]:
    """Retry every open reject of a dossier, one after the other; one that fails does not stop the next."""
    last = 0
    while page := list_rejects(database, after=last):
        last = page[-1].id
        yield from (retry(database, reject, accept_drafts=accept_drafts) for reject in page if reject.paths)


def retry(database: Database, reject: Reject, *, accept_drafts: bool = False) -> Retry:
    """Load again what was refused: the files as they are now, or as they were kept if they are gone.

    What goes through is no longer open. Errors of the database itself are raised: it cannot be reached.
    """
    if not reject.paths:
        error = GeodbError(
            "only dossiers can be loaded again from here", hint="import the file again once it is mended"
        )
        return Retry(reject, error=error)
    try:
        with _input(reject) as paths:
            report = _load(database, paths, reject, accept_drafts=accept_drafts)
    except GeodbError as error:
        if error.exit_code != GeodbError.exit_code:
            raise
        return Retry(reject, error=error)
    _resolve(database, reject)
    return Retry(reject, report=report)


def _load(database: Database, paths: list[Path], reject: Reject, *, accept_drafts: bool) -> LoadReport:
    if paths == reject.paths:
        return load_dossiers(database, paths, accept_drafts=accept_drafts)
    sources = read_dossiers(paths)  # copies: what is wrong with them is known already
    return load_sources(database, sources, accept_drafts=accept_drafts)


@contextmanager
def _input(reject: Reject) -> Iterator[list[Path]]:
    gone = [path for path in reject.paths if not path.exists()]
    if not gone:
        yield reject.paths
        return
    if any(str(path) not in reject.kept for path in reject.paths):
        message = f"{gone[0]} is gone, and was not kept when it was refused"
        raise GeodbError(message, hint="put it back, or load it from where it is now")
    with TemporaryDirectory(prefix="geodb-retry-") as folder:
        yield [_restored(path, reject.kept[str(path)], Path(folder)) for path in reject.paths]


def _restored(path: Path, kept: Mapping[str, Any], folder: Path) -> Path:
    """Write the files of a dossier into a folder of the same name, which may be its key."""
    home = folder / path.parent.name
    for name, content in contents(kept).items():
        file = home / name
        if not file.resolve().is_relative_to(folder.resolve()):
            raise GeodbError(f"the reject names a file outside its folder: {name}")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return home / path.name


def _resolve(database: Database, reject: Reject) -> None:
    with database.transaction(reason="retry of a reject") as session:
        is_it = (ImportReject.id == reject.id) & ImportReject.resolved_at.is_(None)
        session.execute(update(ImportReject).where(is_it).values(resolved_at=func.now()))


def _reject(row: ImportReject) -> Reject:
    return Reject(row.id, row.input, row.line, row.reason, row.rejected_at, row.resolved_at, row.payload)
