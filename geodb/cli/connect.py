"""How a command gets its database."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geodb.db.session import Database


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
