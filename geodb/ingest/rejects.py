"""Refused dossiers, kept with their reasons and with enough of the input to load it again."""

from __future__ import annotations

import base64
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, BigInteger, Text, case, func, insert, literal, update

from geodb.dossier.files import DOSSIER_NAMES, NO_MAPPING, article_file, read_tree
from geodb.errors import DossierError, Problem
from geodb.models import ImportReject

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

MAX_KEPT_BYTES = 1_000_000
"""Input larger than this is not copied into the database; then a retry needs the files."""

UNREVIEWED = "this is a draft that nobody has reviewed"

_OPEN_DOSSIER = ImportReject.resolved_at.is_(None) & ImportReject.payload.has_key("paths")


@dataclass(frozen=True, slots=True)
class Refused:
    """What was refused together: one dossier, or several that only the database could refuse.

    `paths` are absolute.
    """

    paths: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def input(self) -> str:
        """What people call it."""
        more = len(self.paths) - 1
        return f"{self.paths[0]} and {more} more" if more > 0 else self.paths[0]


def refused_dossiers(problems: Iterable[Problem], paths: Iterable[Path | str]) -> list[Refused]:
    """Sort problems by the dossier they are of; those that name no file are of all `paths`."""
    found: defaultdict[tuple[str, ...], list[Problem]] = defaultdict(list)
    everything = tuple(_dossier_of(Path(path)) for path in paths)
    # Of one alone the problems of its article are its own.
    is_one = len(everything) == 1 and Path(everything[0]).is_file()
    for problem in problems:
        of_all = is_one or not problem.file
        found[everything if of_all else (_dossier_of(Path(problem.file or "")),)].append(problem)
    return [Refused(paths, tuple(each)) for paths, each in found.items() if paths]


def store_rejects(session: Session, refused: Sequence[Refused]) -> None:
    """Keep what was refused. What is refused once more stays one reject, with its latest reason.

    That it is a draft is no reason to forget an older one.
    """
    for each in refused:
        line, reason = _first_of(each)
        values = {
            "input": _storable(each.input),
            "line": line,
            "reason": _storable(reason),
            "payload": _payload(each),
        }
        same = update(ImportReject).where(_OPEN_DOSSIER, ImportReject.input == values["input"])
        is_draft = all(problem.message == UNREVIEWED for problem in each.problems)
        latest = {"rejected_at": func.now()} if is_draft else {"rejected_at": func.now(), **values}
        again = session.execute(same.values(latest).returning(ImportReject.id))
        if not again.all():
            session.execute(insert(ImportReject).values(**values))


def names_a_dossier(refused: Refused) -> bool:
    """Whether it is a dossier that was refused, not a slip of the one who typed its path."""
    is_none = any(problem.message == NO_MAPPING for problem in refused.problems)
    return not is_none and all(Path(path).is_file() for path in refused.paths)


def drop_rejects(session: Session, ids: Iterable[int]) -> set[int]:
    """Close open rejects that nobody will mend, and return the numbers of those that were closed."""
    payload = ImportReject.payload
    dropped = case((payload.has_key("paths"), payload.concat({"dropped": True})), else_=payload)
    is_one = (
        ImportReject.id == func.any(literal(list(ids), ARRAY(BigInteger)))
    ) & ImportReject.resolved_at.is_(None)
    closed = update(ImportReject).where(is_one).values(resolved_at=func.now(), payload=dropped)
    return set(session.scalars(closed.returning(ImportReject.id)))


def _first_of(refused: Refused) -> tuple[int | None, str]:
    """The line in the dossier, and the reason; one of another file, such as the article, says of which."""
    first = refused.problems[0]
    more = f" (and {len(refused.problems) - 1} more)" if len(refused.problems) > 1 else ""
    file = Path(first.file).absolute() if first.file else None
    if file is None or first.line is None or str(file) == refused.paths[0]:
        return first.line, first.message + more
    return None, f"{file.name}:{first.line}: {first.message}{more}"


def resolve_rejects(session: Session, files: Iterable[str]) -> None:
    """Note that dossiers that were refused before have gone through."""
    inputs: ColumnElement[str] = func.any(literal([_dossier_of(Path(file)) for file in files], ARRAY(Text)))
    same = update(ImportReject).where(_OPEN_DOSSIER, ImportReject.input == inputs)
    session.execute(same.values(resolved_at=func.now()))


def _payload(refused: Refused) -> dict[str, Any]:
    problems = [json.loads(json.dumps(asdict(problem), default=str)) for problem in refused.problems]
    files = {path: _kept(Path(path)) for path in refused.paths} if len(refused.paths) == 1 else {}
    payload: dict[str, Any] = _storable({"paths": refused.paths, "problems": problems, "files": files})
    return payload


def _dossier_of(file: Path) -> str:
    """The dossier that a file belongs to: itself, or the one in the folder around the article."""
    file = file.absolute()
    if file.suffix in {Path(name).suffix for name in DOSSIER_NAMES}:
        return str(file)
    candidates = (folder / name for folder in (file, file.parent) for name in DOSSIER_NAMES)
    return str(next((each for each in candidates if each.is_file()), file))


def _kept(file: Path) -> dict[str, Any] | None:
    """The dossier and its article, by their names in their folder; None if too large, unreadable or none."""
    if file.name not in DOSSIER_NAMES and not _reads_as_dossier(file):
        return None
    try:
        files = {name: file.parent / name for name in [file.name, *_article_names(file)]}
        if sum(each.stat().st_size for each in files.values()) > MAX_KEPT_BYTES:
            return None
        return {name: _as_text(each.read_bytes()) for name, each in files.items()}
    except OSError:
        return None


def _reads_as_dossier(file: Path) -> bool:
    try:
        return "dossier" in read_tree(file).value
    except (OSError, DossierError):
        return False


def _article_names(file: Path) -> list[str]:
    try:
        article = read_tree(file).value.get("article")
        name = article.get("text") if isinstance(article, dict) else None
        return (
            [str(article_file(file.parent, name).relative_to(file.parent.resolve()))]
            if isinstance(name, str)
            else []
        )
    except (DossierError, ValueError):  # the file itself is kept all the same
        return []


def _as_text(content: bytes) -> str | dict[str, str]:
    text = content.decode("utf-8", errors="replace")
    if "\0" not in text and text.encode() == content:
        return text
    return {"base64": base64.b64encode(content).decode()}


def contents(kept: Mapping[str, Any]) -> dict[str, bytes]:
    """The files of a payload, by name, as they were."""
    return {
        name: base64.b64decode(text["base64"]) if isinstance(text, dict) else str(text).encode()
        for name, text in kept.items()
    }


def _storable(value: Any) -> Any:  # noqa: ANN401 - JSON holds anything
    """A value without what PostgreSQL cannot hold in JSON: NUL, half surrogate pairs, and infinity."""
    if isinstance(value, str):
        return value.replace("\0", "\ufffd").encode("utf-8", errors="replace").decode()
    if isinstance(value, Mapping):
        return {_storable(str(name)): _storable(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_storable(each) for each in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value
