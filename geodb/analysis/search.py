"""Search by name in any spelling or script, and by the words of texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodb.analysis.rows import fetch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

WITHIN = 1000
"""Best hits looked at when only one kind is wanted."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that matches. `matched_in` says what matched: name, label, content, summary or a paragraph.

    `score` runs from 1, the very name, to 0.
    """

    key: str
    kind: str
    label: str
    matched: str
    matched_in: str
    score: float


def search(session: Session, wanted: str, *, kind: str | None = None, limit: int = 20) -> Sequence[Hit]:
    """The `limit` records that match best, best first; of one record kind if `kind` is given."""
    query = (
        "SELECT key, kind, label, matched, matched_in, score FROM api.search(:wanted, :within)"
        " WHERE CAST(:kind AS text) IS NULL OR kind = :kind ORDER BY score DESC, label, key LIMIT :limit"
    )
    return fetch(session, Hit, query, wanted=wanted, within=WITHIN if kind else limit, kind=kind, limit=limit)
