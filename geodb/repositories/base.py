"""`Repository`: what every aggregate's repository can do.

A repository is made with a Session and speaks keys, mapped classes and small frozen dataclasses. It never
commits: that is the end of the `Database.transaction()` the session came from. It loads what its docstrings
promise; touching a relationship that was not loaded raises instead of querying behind your back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from geodb.db.pgerrors import translated_errors
from geodb.errors import InvalidValue
from geodb.garbage import no_garbage_looked_for
from geodb.models import Record
from geodb.repositories import keys
from geodb.repositories.selection import Loads, Selection

M = TypeVar("M", bound=Record)
Other = TypeVar("Other", bound=Record)
Row = TypeVar("Row")


class Repository(Generic[M]):
    """Records of one kind. Subclasses set `model` and `loads`, and add verbs in the words of the field."""

    model: type[M]
    loads: Loads = Loads()

    def __init__(self, session: Session) -> None:
        self.session = session

    def find(self, key: str) -> M | None:
        """The record that answers for `key` (`geodb:donald-trump`), or None. One round trip.

        A merged record is answered with its survivor. A retracted one is found too: see `retracted_at`.
        """
        return keys.find(self.session, self.model, key, *self.loads.single)

    def get(self, key: str) -> M:
        """As `find`, but raises NotFound, with the nearest keys, if there is no such record."""
        return keys.get(self.session, self.model, key, *self.loads.single)

    def page(self, after: str | None = None, limit: int = 100) -> list[M]:
        """At most `limit` records that come after the one with the key `after`. One round trip.

        In the order in which they were recorded; the key of the last one is the next page's `after`.
        Retracted and merged records are left out. Raises NotFound if `after` is unknown.
        """
        return self._listed().page(after, limit)

    def stream(self) -> Iterator[M]:
        """All records one by one, without the retracted and merged, in flat memory."""
        return self._listed().stream()

    def add(self, record: M) -> M:
        """Add a record, and let the database judge it at once.

        Raises a ConstraintError that names the broken rule; the transaction is void then.
        """
        return self._add(record)

    def retract(self, key: str, reason: str) -> M:
        """Take a record back, for `reason`. It stays, with its evidence, but is no longer listed.

        A record that was retracted before keeps its first reason. Raises NotFound, or InvalidValue if `key`
        was merged into another record.
        """
        record = self._itself(key)
        if record.retracted_at is None:
            self._change(record, retracted_at=func.now(), retraction_reason=reason)
        return record

    def restore(self, key: str) -> M:
        """Undo a retraction. Raises as `retract` does, and OverlapError if an office is taken meanwhile."""
        record = self._itself(key)
        if record.retracted_at is not None:
            self._change(record, retracted_at=None, retraction_reason=None)
        return record

    def mark(self, key: str, marking: str) -> M:
        """Say who may see a record, by a code of the list marking. Loads only ever raise it.

        Raises as `retract` does, and InvalidReference if there is no such code.
        """
        record = self._itself(key)
        self._change(record, marking_code=marking)
        return record

    def _listed(self) -> Selection[M]:
        return Selection(self.session, self.model, self.loads)

    def _one(self, model: type[Other], key: str) -> Other:
        return keys.get(self.session, model, key)

    def _rows(self, statement: Select[Row], *mentioned: keys.Mention) -> list[Row]:
        """What `statement` gives. If that is nothing, raises NotFound for a mentioned key that is wrong."""
        with translated_errors(), no_garbage_looked_for():
            found = list(self.session.scalars(statement).unique())
        if not found:
            keys.require(self.session, mentioned)
        return found

    def _add(self, row: Row) -> Row:
        with translated_errors():
            self.session.add(row)
            self.session.flush()
        return row

    def _append(self, rows: list[Row], row: Row) -> Row:
        """Add a row to a loaded collection, so that both the collection and the database have it."""
        with translated_errors():
            rows.append(row)
            self.session.flush()
        return row

    def _next_seq(self, column: InstrumentedAttribute[int], of: ColumnElement[bool]) -> int:
        """The next number in a sequence of rows; a writer who takes the same one meets a Conflict."""
        with translated_errors():
            return (self.session.scalar(select(func.max(column)).where(of)) or 0) + 1

    def _itself(self, key: str) -> M:
        record = self.get(key)
        if record.key != key:
            hint = f"change {record.key}, or undo the merge first"
            raise InvalidValue(f"{key} was merged into {record.key}", hint=hint)
        return record

    def _change(self, record: M, **values: object) -> None:
        for name, value in values.items():
            setattr(record, name, value)
        with translated_errors():
            self.session.flush()
            self.session.refresh(record, record.__mapper__.column_attrs.keys())  # triggers change others too
