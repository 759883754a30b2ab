"""geodb: a relational event database for world politics in which every fact can show its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geodb.db.session import Database
    from geodb.repositories import Repositories

__all__ = ["Database", "Repositories"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    # On demand, since both bring SQLAlchemy, and `geodb --help` shall not wait for it.
    if name == "Database":
        from geodb.db.session import Database  # noqa: PLC0415

        return Database
    if name == "Repositories":
        from geodb.repositories import Repositories  # noqa: PLC0415

        return Repositories
    raise AttributeError(f"module 'geodb' has no attribute {name!r}")
