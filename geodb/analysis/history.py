"""What happened to a record: who changed what, when and why, one entry per transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from geodb.analysis.record_card import find_record
from geodb.analysis.rows import fetch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Value:
    """A column that changed. Where it names a record the value is its key, and the label its name."""

    column: str
    old: str | None
    old_label: str | None
    new: str | None
    new_label: str | None


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that was added (op I), changed (U) or deleted (D); `record` is the key it belongs to."""

    change_id: int
    record: str
    table: str
    op: str
    values: list[Value]


@dataclass(frozen=True, slots=True)
class Entry:
    """What one transaction did. `user` is who the application said, or else the database user."""

    at: datetime
    user: str
    reason: str | None
    import_id: int | None
    input: str | None
    changes: list[RowChange]


@dataclass(frozen=True, slots=True)
class History:
    """The history of the record that answers for a key, oldest entry first."""

    key: str
    kind: str
    label: str
    entries: list[Entry]


def history_of(session: Session, key: str) -> History:
    """The history of the record that answers for `key`, which may lack its prefix. Two round trips.

    Includes what hangs on the record and the records merged into it. Raises NotFound.
    """
    found = find_record(session, key)
    rows = fetch(session, _Row, "SELECT * FROM api.history(:key)", key=found.key)
    return History(found.key, found.kind, found.label, list(_entries(rows)))


@dataclass(frozen=True, slots=True)
class _Row:
    change_id: int
    at: datetime
    db_user: str
    app_user: str | None
    reason: str | None
    import_id: int | None
    input: str | None
    record_key: str
    table_name: str
    row_id: int
    op: str
    column_name: str
    old_value: str | None
    old_label: str | None
    new_value: str | None
    new_label: str | None

    @property
    def transaction(self) -> tuple[datetime, str, str | None, int | None, str | None]:
        return self.at, self.app_user or self.db_user, self.reason, self.import_id, self.input

    @property
    def value(self) -> Value:
        return Value(self.column_name, self.old_value, self.old_label, self.new_value, self.new_label)


def _entries(rows: Iterable[_Row]) -> Iterator[Entry]:
    for (at, user, reason, import_id, name), of_entry in groupby(rows, key=lambda row: row.transaction):
        yield Entry(at, user, reason, import_id, name, list(_changes(of_entry)))


def _changes(rows: Iterable[_Row]) -> Iterator[RowChange]:
    for change_id, of_change in groupby(rows, key=lambda row: row.change_id):
        values = list(of_change)
        first = values[0]
        yield RowChange(
            change_id, first.record_key, first.table_name, first.op, [row.value for row in values]
        )
