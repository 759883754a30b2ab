"""Foreign keys of large loads, checked once for each statement instead of once for each row.

With `session_replication_role = replica` PostgreSQL leaves foreign keys alone, and triggers of ours check
them for all rows of a statement (docs/decisions/0008-references-by-sets.md). A role needs the right to set
it, which a superuser has and PostgreSQL can grant; any other role loads with checks row by row.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import text

from geodb.db.base import Base

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.ingest.tables import LoadTable

FEWEST_ROWS = 10_000
"""Rows from which it pays: preparing the checks of all tables costs as much as some thousand rows save."""

# A trigger in mode O would sleep: a dump restored with --disable-triggers leaves all of them so.
_MAY = text("""
SELECT has_parameter_privilege('session_replication_role', 'SET') AND NOT EXISTS (
    SELECT FROM pg_trigger
    JOIN pg_class ON pg_class.oid = tgrelid
    WHERE NOT tgisinternal AND tgenabled = 'O'
        AND relnamespace IN ('geodb'::regnamespace, 'audit'::regnamespace)
)
""")


def may_check_by_sets(session: Session, rows: int) -> bool:
    """Whether a load of so many rows had better check foreign keys by sets, and this role may."""
    return rows >= FEWEST_ROWS and bool(session.scalar(_MAY))


@contextmanager
def references_checked(session: Session, load: LoadTable, *, by_sets: bool) -> Iterator[None]:
    """Check foreign keys by sets inside the block; if it fails, this ends with its transaction."""
    if not by_sets or load.name in _passing_changes_on():
        yield
        return
    session.execute(text("SET LOCAL session_replication_role = replica"))
    yield
    session.execute(text("SET LOCAL session_replication_role = origin"))


@cache
def _passing_changes_on() -> frozenset[str]:
    """Tables whose changed keys a foreign key carries on to others (ON UPDATE CASCADE)."""
    keys = (key for table in Base.metadata.tables.values() for key in table.foreign_keys)
    return frozenset(key.column.table.name for key in keys if key.onupdate)
