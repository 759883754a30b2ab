"""Code lists, taxonomies and datasets: from the files of seeds/ into the database."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from psycopg.errors import DataError
from sqlalchemy import exists, func, select, update
from sqlalchemy.exc import IntegrityError

from geodb.db.pgerrors import sentence
from geodb.errors import Problem, SourceFormatError
from geodb.ingest.code_files import CodeRows, read_code_files
from geodb.ingest.merge import merge
from geodb.ingest.report import Counts, LoadReport
from geodb.ingest.staging import copy_rows, create, staging_table
from geodb.resources import seeds_dir

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Table
    from sqlalchemy.orm import Session

    from geodb.db.session import Database
    from geodb.ingest.tables import LoadTable

_LINE_OF_COPY = re.compile(r"line (\d+)")


def load_codes(db: Database, folder: Path | None = None) -> LoadReport:
    """Load what `folder`/manifest.toml lists (default: the seeds geodb comes with), all of it or nothing.

    Codes that are no longer in the files are retired, never deleted, and un-retired when they return.

    Raises:
        SourceFormatError: a file does not have the form it must have; names file and line.
    """
    files = read_code_files(folder or seeds_dir())
    with db.transaction(reason="load codes") as session:
        return LoadReport({rows.load.name: _load(session, rows) for rows in files})


def _load(session: Session, rows: CodeRows) -> Counts:
    stage = staging_table(rows.load)
    create(session, stage)
    try:
        copy_rows(session, stage, rows.columns, rows.values)
        merged = merge(session, rows.load, stage)
    except DataError as error:
        raise _unreadable(rows, error) from error
    except IntegrityError as error:
        raise SourceFormatError(Problem(sentence(error.orig), ", ".join(rows.files))) from error  # type: ignore[arg-type]
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


def _unreadable(rows: CodeRows, error: DataError) -> SourceFormatError:
    """The error of COPY, which counts the rows it was sent, told with file and line."""
    found = _LINE_OF_COPY.search(error.diag.context or "")
    file, line = rows.places[int(found[1]) - 1] if found else (", ".join(rows.files), None)
    return SourceFormatError(Problem(error.diag.message_primary or str(error), file, line))
