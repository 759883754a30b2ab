"""Reading the contract as its users do: by plain SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Value: TypeAlias = Any


def rows(session: Session, query: str) -> list[tuple[Value, ...]]:
    """The rows of `query`, whose colons and percent signs mean what they say."""
    return [tuple(row) for row in session.connection().exec_driver_sql(query.replace("%", "%%"))]


def column(session: Session, query: str) -> list[Value]:
    return [value for (value,) in rows(session, query)]
