"""Imports: who loaded what, and what was refused."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from geodb.db.pgerrors import translated_errors
from geodb.errors import NotFound
from geodb.models import Dossier, ImportReject, ImportRun
from geodb.repositories.lookup import counted


class Imports:
    """Runs of loaders, and the input they refused. One round trip per verb."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def runs(self, before: int | None = None, limit: int = 100) -> list[ImportRun]:
        """The latest runs, newest first; with `before`, those before the run of that id.

        Raises InvalidValue for a limit below nought.
        """
        statement = select(ImportRun).order_by(ImportRun.id.desc()).limit(counted(limit))
        if before is not None:
            statement = statement.where(ImportRun.id < before)
        with translated_errors():
            return list(self.session.scalars(statement))

    def run(self, run_id: int) -> ImportRun:
        """One run. Raises NotFound."""
        with translated_errors():
            found = self.session.get(ImportRun, run_id)
        if found is None:
            raise NotFound(f"there is no import {run_id}", hint="api.import_run lists them")
        return found

    def dossier(self, key: str) -> Dossier | None:
        """The dossier that was loaded under a key, with the SHA-256 of what was loaded, or None."""
        with translated_errors():
            return self.session.scalars(select(Dossier).where(Dossier.key == key)).one_or_none()

    def rejects(self, run_id: int | None = None, after: int = 0, limit: int = 100) -> list[ImportReject]:
        """Refused items that no retry has brought in, of one run or of all, by the page.

        The id of the last one is the next page's `after`. Raises InvalidValue for a limit below nought.
        """
        statement = select(ImportReject).where(ImportReject.resolved_at.is_(None), ImportReject.id > after)
        if run_id is not None:
            statement = statement.where(ImportReject.import_id == run_id)
        with translated_errors():
            return list(self.session.scalars(statement.order_by(ImportReject.id).limit(counted(limit))))
