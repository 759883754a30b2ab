"""Rows of the read contract as typed objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

T = TypeVar("T")


def fetch(session: Session, as_: type[T], query: str, /, **values: object) -> Sequence[T]:
    """The rows of `query`, each as an `as_` built from its columns by name; `values` fill its parameters."""
    return [as_(**row) for row in session.execute(text(query), values).mappings()]
