"""The books of a load: its run, the state of its dossiers, and what was refused."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, Text, func, insert, literal, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from geodb import __version__
from geodb.ingest.compile import Rows
from geodb.ingest.report import Counts
from geodb.models import Dossier, ImportRun

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

IMPORTER = f"dossier {__version__}"
_SHOWN_INPUTS = 3


@dataclass(frozen=True, slots=True)
class Known:
    """A dossier as it was loaded last."""

    id: int
    sha256: str


def digest(rows: Rows) -> str:
    """SHA-256 of what a dossier says: of its rows, so that a comment or a blank line makes no difference."""
    content = json.dumps(rows.tables, default=str, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


def known_dossiers(session: Session, keys: Sequence[str]) -> dict[str, Known]:
    """Those of the dossiers `keys` that were loaded before."""
    statement = select(Dossier.key, Dossier.id, Dossier.sha256).where(
        Dossier.key == func.any(literal(list(keys), ARRAY(Text)))
    )
    return {key: Known(id_, sha256) for key, id_, sha256 in session.execute(statement)}


def open_run(session: Session, files: Sequence[str], digests: Mapping[str, str]) -> int:
    """Note that a load begins; the change log names it from here on. Returns the id of the run."""
    shown = [
        *files[:_SHOWN_INPUTS],
        *([f"{len(files) - _SHOWN_INPUTS} more"] if len(files) > _SHOWN_INPUTS else []),
    ]
    sha256 = hashlib.sha256("\n".join(sorted(digests.values())).encode()).hexdigest()
    statement = insert(ImportRun).values(importer=IMPORTER, input=", ".join(shown), input_sha256=sha256)
    run: int = session.execute(statement.returning(ImportRun.id)).scalar_one()
    session.execute(select(func.set_config("geodb.import_id", str(run), True)))  # noqa: FBT003 - is_local
    return run


def close_run(session: Session, run: int, counts: Mapping[str, Counts]) -> None:
    """Note that a load is done, and its counts."""
    values = {"status": "done", "finished_at": func.clock_timestamp()}
    told = {name: asdict(each) for name, each in counts.items()}
    session.execute(update(ImportRun).where(ImportRun.id == run).values(counts=told, **values))


def store_dossiers(session: Session, run: int, digests: Mapping[str, str]) -> dict[str, int]:
    """Note the state of dossiers, key: digest, that are being loaded. Returns their ids by key."""
    rows = [{"key": key, "sha256": sha256, "import_id": run} for key, sha256 in sorted(digests.items())]
    statement = upsert(Dossier)
    new = {"sha256": statement.excluded.sha256, "import_id": run, "loaded_at": func.now()}
    statement = statement.on_conflict_do_update(index_elements=["key"], set_=new)
    found: Any = session.execute(statement.returning(Dossier.key, Dossier.id), rows)
    return {row[0]: row[1] for row in found}
