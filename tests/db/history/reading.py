"""Views of the read contract, now and as of a moment, as bags of rows."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

AS_OF = """
    SELECT left(proname, -5) FROM pg_proc
    WHERE pronamespace = 'api'::regnamespace AND proname LIKE '%\\_asof' ORDER BY 1
"""


def views(session: Session) -> list[str]:
    """The views that can be read as of a moment."""
    return list(session.scalars(text(AS_OF)))


def now(session: Session) -> datetime:
    """The clock of the server, which goes on within a transaction."""
    moment: datetime = session.scalar(text("SELECT clock_timestamp()"))
    return moment


def live(session: Session, view: str) -> Counter[str]:
    return _bag(session, f"SELECT to_jsonb(v) FROM api.{view} v", {})


def as_of(session: Session, view: str, moment: datetime, **keys: str) -> Counter[str]:
    given = "".join(f", {name} => :{name}" for name in keys)
    return _bag(
        session, f"SELECT to_jsonb(v) FROM api.{view}_asof(:moment{given}) v", {"moment": moment, **keys}
    )


def _bag(session: Session, query: str, values: dict[str, object]) -> Counter[str]:
    return Counter(json.dumps(row, sort_keys=True) for row in session.scalars(text(query), values))
