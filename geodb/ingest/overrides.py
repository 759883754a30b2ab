"""Values that a load changes although another dossier gives them: told, since one of the two is wrong.

The dossier that is loaded last counts, in one load the one whose key comes last; a blank overrides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from geodb.models import Record

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.ingest.tables import LoadTable

UNTOLD = frozenset({"coder", "marking_code", "seq"})
"""Columns that dossiers may give differently: who coded, how strictly, and in which order."""


@dataclass(frozen=True, slots=True)
class Override:
    """A field of a record, or of what hangs on it, that was `old` and is `new`; both as text."""

    key: str
    field: str
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.key}: {self.field} {self.old!r} becomes {self.new!r}"


def between(load: LoadTable, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Override]:
    """What a row of a dossier changes of the same row of another dossier in one load."""
    key = str(new[[column.name for column in load.columns].index(load.owner)])
    for name, before, after in zip(load.blanks, old, new, strict=True):
        if name in load.values and name not in UNTOLD:
            blank = load.blanks[name]
            if before not in (None, blank) and after not in (None, blank) and before != after:
                yield Override(key, f"{load.name}.{name}", str(before), str(after))


def of_standing(
    session: Session, load: LoadTable, found: Iterable[tuple[int | str, str, str, str]]
) -> list[Override]:
    """What a merge changed of rows that stood: `found` are record, column, old and new, with ids for keys."""
    found = list(found)
    ids = {int(record) for record, *_ in found if isinstance(record, int)}
    ids |= {int(value) for _, name, *both in found if name in load.refs for value in both}
    keys = {
        str(id_): key for id_, key in session.execute(select(Record.id, Record.key).where(Record.id.in_(ids)))
    }
    return [
        Override(
            keys.get(str(record), str(record)),
            f"{load.name}.{name}",
            *(keys.get(value, value) if name in load.refs else value for value in both),
        )
        for record, name, *both in found
    ]
