"""How a command gets its database."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from geodb.errors import DatabaseEmpty, DatabaseUnreachable, GeodbError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geodb.db.session import Database

MOST = 2**63 - 1
"""The greatest number that PostgreSQL takes for an identifier or a count of rows."""


@contextmanager
def connected(*, migrated: bool = True) -> Iterator[Database]:
    """The database of the settings, closed at the end; if `migrated`, its schema must be this version's.

    Raises DatabaseUnreachable, ServerError, MigrationNeeded, DatabaseNewer, DatabaseTooOld or ConfigError.
    """
    from geodb.db.session import Database

    with Database.open() as database:
        if migrated:
            database.require_current()
        yield database


@contextmanager
def database_if_any(*, wanted: bool, may_be_down: bool = False) -> Iterator[tuple[Database | None, str]]:
    """The database if there is one; otherwise None, and why: for work that a database only makes better.

    None is made for it, and one that was never migrated, or whose tables are closed to its user, is none.
    What else is wrong with one raises, unless it `may_be_down`: then all errors with exit code 3 count as
    there being none.
    """
    from geodb.config import load_settings
    from geodb.db.session import Database

    settings = load_settings()
    if not wanted:
        yield None, "as asked"
        return
    if not settings.database_url and not (settings.home / "postgres" / "data").is_dir():
        yield None, "there is none yet"
        return
    with ExitStack() as stack:
        absent = ""
        database: Database | None = None
        try:
            database = stack.enter_context(Database.open(settings))
            database.require_current()
            if not _may_read_tables(database):
                database, absent = None, "its user may not read the tables"
        except DatabaseEmpty as error:
            database, absent = None, error.message
        except GeodbError as error:
            if not may_be_down or error.exit_code != DatabaseUnreachable.exit_code:
                raise
            database, absent = None, error.message
        yield database, absent


def _may_read_tables(database: Database) -> bool:
    from sqlalchemy import text

    with database.read() as session:
        return bool(session.scalar(text("SELECT has_schema_privilege('geodb', 'USAGE')")))
