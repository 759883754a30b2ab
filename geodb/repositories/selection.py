"""`Selection`: the records a question is answered with, fetched whole, by the page or as a stream."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, Self, TypeVar

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.base import ExecutableOption

from geodb.db.pgerrors import translated_errors
from geodb.garbage import no_garbage_looked_for
from geodb.models import Record
from geodb.repositories.keys import Mention, require
from geodb.repositories.lookup import id_of

M = TypeVar("M", bound=Record)

BATCH = 500
"""Records of a stream that are in memory at a time."""


@dataclass(frozen=True, slots=True)
class Loads:
    """What comes loaded with a record; everything else raises when it is touched.

    A page joins a single collection, for one round trip; a stream cannot, and loads it per batch.
    """

    page: tuple[ExecutableOption, ...] = ()
    stream: tuple[ExecutableOption, ...] = ()


@dataclass(frozen=True)
class Selection(Generic[M]):
    """Records that answer a question, in the order in which they were recorded. Nothing runs before a verb.

    Retracted and merged records are left out. Where nothing is found, every verb raises NotFound if a key in
    the question is unknown, or that of a record of another kind, and UnknownCode if a code is.
    """

    session: Session = field(repr=False)
    model: type[M]
    loads: Loads = field(repr=False)
    criteria: tuple[ColumnElement[bool], ...] = field(default=(), repr=False)
    mentioned: tuple[Mention, ...] = ()

    def all(self) -> list[M]:
        """All of them at once."""
        return self._fetch(self._select().options(*self.loads.page), self.mentioned)

    def page(self, after: str | None = None, limit: int = 100) -> list[M]:
        """At most `limit` of them that come after the record with the key `after`.

        The key of the last one is the next page's `after`. Records that come and go meanwhile do not shift
        pages; but what a slow writer commits late may lie before `after`, so mirrors follow the change feed.
        One round trip, a second where nothing is found. Raises NotFound if `after` is unknown.
        """
        statement = self._select().options(*self.loads.page).limit(limit)
        if after is None:
            return self._fetch(statement, self.mentioned)
        return self._fetch(statement.where(self.model.id > id_of(after)), (*self.mentioned, (after, Record)))

    def stream(self) -> Iterator[M]:
        """All of them one by one, as of one moment, in flat memory: through a cursor, 500 at a time."""
        statement = self._select().options(*self.loads.stream)
        found = False
        with translated_errors():
            for record in self.session.scalars(statement, execution_options={"yield_per": BATCH}):
                found = True
                yield record
        if not found:
            require(self.session, self.mentioned)

    def count(self) -> int:
        """How many there are."""
        with translated_errors():
            number = self.session.scalar(select(func.count()).select_from(self._select().subquery()))
        if not number:
            require(self.session, self.mentioned)
        return number or 0

    def __iter__(self) -> Iterator[M]:
        return iter(self.all())

    def where(self, *criteria: ColumnElement[bool], mentioned: Sequence[Mention] = ()) -> Self:
        """The ones among them that also meet `criteria`, which speak of what is `mentioned`."""
        both = (*self.mentioned, *mentioned)
        return replace(self, criteria=(*self.criteria, *criteria), mentioned=both)

    def _select(self) -> Select[M]:
        return select(self.model).where(*self.criteria).order_by(self.model.id)

    def _fetch(self, statement: Select[M], mentioned: Sequence[Mention]) -> list[M]:
        with translated_errors(), no_garbage_looked_for():
            found = list(self.session.scalars(statement).unique())
        if not found:
            require(self.session, mentioned)
        return found
