"""Code lists, taxonomies and datasets: from the files of seeds/ into the database."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING

import psycopg
from psycopg.errors import DataError
from sqlalchemy import exists, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from geodb import __version__
from geodb.db.pgerrors import sentence
from geodb.errors import Problem, SourceFormatError
from geodb.ingest.code_files import MANIFEST, CodeRows, digest_of_files, read_code_files
from geodb.ingest.merge import merge
from geodb.ingest.report import Counts, LoadReport
from geodb.ingest.staging import copy_rows, create, staging_table
from geodb.models import ImportRun
from geodb.resources import seeds_dir

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Table
    from sqlalchemy.orm import Session

    from geodb.db.session import Database
    from geodb.ingest.tables import LoadTable

IMPORTER = f"codes {__version__}"
_LAST_RUN = (
    select(ImportRun).where(ImportRun.importer.startswith("codes ")).order_by(ImportRun.id.desc()).limit(1)
)
_LINE_OF_COPY = re.compile(r"line (\d+)")


def load_codes(db: Database, folder: Path | None = None, *, unless_known: bool = False) -> LoadReport:
    """Load what `folder`/manifest.toml lists (default: the seeds geodb comes with), all of it or nothing.

    Codes that are no longer in the files are retired, never deleted, and un-retired when they return. With
    `unless_known`, files that are as they were when codes were loaded last are not compared again.

    Raises:
        SourceFormatError: a file does not have the form it must have; names file and line.
    """
    folder = folder or seeds_dir()
    sha256 = digest_of_files(folder)
    with db.transaction(reason="load codes") as session:
        last = session.scalar(_LAST_RUN)
        is_known = last is not None and last.input_sha256 == sha256
        if unless_known and last and is_known:
            return _unchanged(last)
        files = read_code_files(folder)
        report = LoadReport({rows.load.name: _load(session, rows) for rows in files})
        if not (is_known and report.is_unchanged):
            _note_run(session, folder, sha256, report)
        return report


def _unchanged(run: ImportRun) -> LoadReport:
    """What a load is told where it is known what the last one, `run`, left."""
    counts = {name: Counts(**each) for name, each in (run.counts or {}).items()}
    return LoadReport(
        {name: Counts(unchanged=each.new + each.changed + each.unchanged) for name, each in counts.items()}
    )


def _note_run(session: Session, folder: Path, sha256: str, report: LoadReport) -> None:
    counts = {name: asdict(each) for name, each in report.counts.items()}
    values = {"status": "done", "finished_at": func.clock_timestamp(), "counts": counts}
    run = {"importer": IMPORTER, "input": f"{folder.name}/{MANIFEST}", "input_sha256": sha256}
    session.execute(insert(ImportRun).values(**run, **values))


def _load(session: Session, rows: CodeRows) -> Counts:
    stage = staging_table(rows.load)
    create(session, stage)
    try:
        copy_rows(session, stage, rows.columns, rows.values)
        merged = merge(session, rows.load, stage)
    except DataError as error:
        raise _unreadable(rows, error) from error
    except IntegrityError as error:
        raise SourceFormatError(Problem(_refused(error), ", ".join(rows.files))) from error
    retired = _retire(session, rows.load, stage)
    unchanged = len(rows.values) - merged.new - len(merged.changed)
    return Counts(merged.new, len(merged.changed), unchanged, retired)


def _retire(session: Session, load: LoadTable, stage: Table) -> int:
    if "retired_at" not in load.table.c:
        return 0
    is_given = exists(select(stage)).where(*(stage.c[name] == load.table.c[name] for name in load.key))
    statement = update(load.table).where(load.table.c.retired_at.is_(None), ~is_given)
    retired = session.scalars(statement.values(retired_at=func.now()).returning(load.id))
    return len(retired.all())


def _refused(error: IntegrityError) -> str:
    """What is wrong, with the line that PostgreSQL shows: those of code lists have no inner ids."""
    assert isinstance(error.orig, psycopg.Error)  # noqa: S101 - the only driver there is
    detail = error.orig.diag.message_detail or ""
    words = sentence(error.orig)
    return words if not detail or detail.rstrip(".") in words else f"{words}: {detail}"


def _unreadable(rows: CodeRows, error: DataError) -> SourceFormatError:
    """The error of COPY, which counts the rows it was sent, told with file and line."""
    found = _LINE_OF_COPY.search(error.diag.context or "")
    file, line = rows.places[int(found[1]) - 1] if found else (", ".join(rows.files), None)
    return SourceFormatError(Problem(error.diag.message_primary or str(error), file, line))
