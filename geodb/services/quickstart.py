"""Everything at once: a migrated database with the code lists and the seed dossiers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodb.db import migrate
from geodb.ingest.report import LoadReport
from geodb.resources import seeds_dir
from geodb.services.codes import load_codes
from geodb.services.load_dossier import load_dossiers

if TYPE_CHECKING:
    from geodb.db.session import Database


@dataclass(frozen=True, slots=True)
class QuickstartReport:
    """What a quickstart did; `migrated_to` is None where the schema was this version's already."""

    migrated_to: str | None
    codes: LoadReport
    dossiers: LoadReport

    @property
    def is_unchanged(self) -> bool:
        """Whether there was nothing to do."""
        return self.migrated_to is None and self.codes.is_unchanged and self.dossiers.is_unchanged


def quickstart(db: Database) -> QuickstartReport:
    """Migrate `db`, load the code lists and the dossiers of seeds/articles. Run again, it changes nothing.

    Raises what migrating and loading raise.
    """
    migrated_to = _migrate(db)
    codes = load_codes(db, unless_known=True)
    return QuickstartReport(migrated_to, codes, load_dossiers(db, [seeds_dir() / "articles"]))


def _migrate(db: Database) -> str | None:
    with db.read() as session:
        is_current = migrate.current(session.connection()) == migrate.head()
    if is_current:  # asked first, because Alembic alone takes most of a second to import
        return None
    migrate.upgrade(db.engine)
    return migrate.head()
