"""What a rule finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.db.api.reading import rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def found(session: Session, rule: str) -> list[tuple[str, str | None]]:
    """(record, other record) of all findings of a rule, without the prefix of the test's keys."""
    session.flush()
    query = f"SELECT key, other_key FROM api.check_{rule} ORDER BY 1, 2"
    return [
        (key.removeprefix("test:"), other and other.removeprefix("test:"))
        for key, other in rows(session, query)
    ]


def message(session: Session, rule: str) -> str:
    """What the only finding of a rule says."""
    session.flush()
    ((said,),) = rows(session, f"SELECT message FROM api.check_{rule}")
    assert isinstance(said, str)
    return said
