"""`Selection`: the records a question is answered with, fetched whole, by the page or as a stream."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Generic, Self, TypeVar

from sqlalchemy import ColumnElement, Integer, Select, bindparam, func, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.base import ExecutableOption

from geodb.db.pgerrors import translated_errors
from geodb.garbage import no_garbage_looked_for
from geodb.models import Record
from geodb.repositories.keys import Mention, require
from geodb.repositories.lookup import counted, id_of, is_listed

M = TypeVar("M", bound=Record)

BATCH = 500
"""Records of a stream that are in memory at a time."""


@dataclass(frozen=True, slots=True)
class Loads:
    """What comes loaded with a record; everything else raises when it is touched.

    A page joins a single collection, for one round trip; a stream cannot, and loads it per batch. A single
    record joins all of them, if `one` says so: they multiply no rows but its own.
    """

    page: tuple[ExecutableOption, ...] = ()
    stream: tuple[ExecutableOption, ...] = ()
    one: tuple[ExecutableOption, ...] | None = None

    @property
    def single(self) -> tuple[ExecutableOption, ...]:
        """What comes with a single record."""
        return self.page if self.one is None else self.one


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
        return self._fetch(self._only(_listed(self.model, self.loads.page)), {}, self.mentioned)

    def page(self, after: str | None = None, limit: int = 100) -> list[M]:
        """At most `limit` of them that come after the record with the key `after`.

        The key of the last one is the next page's `after`. Records that come and go meanwhile do not shift
        pages; but what a slow writer commits late may lie before `after`, so mirrors follow the change feed.
        One round trip, a second where nothing is found. Raises NotFound if `after` is unknown, or
        InvalidValue for a limit below nought.
        """
        statement = self._only(_page(self.model, self.loads.page, has_start=after is not None))
        if after is None:
            return self._fetch(statement, {"limit": counted(limit)}, self.mentioned)
        mentioned = (*self.mentioned, (after, Record))
        return self._fetch(statement, {"limit": counted(limit), "after": after}, mentioned)

    def stream(self) -> Iterator[M]:
        """All of them one by one, as of one moment, in flat memory: through a cursor, 500 at a time."""
        statement = self._only(_listed(self.model, self.loads.stream))
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
            rows = self._only(_listed(self.model, ())).subquery()
            number = self.session.scalar(select(func.count()).select_from(rows))
        if not number:
            require(self.session, self.mentioned)
        return number or 0

    def __iter__(self) -> Iterator[M]:
        return iter(self.all())

    def where(self, *criteria: ColumnElement[bool], mentioned: Sequence[Mention] = ()) -> Self:
        """The ones among them that also meet `criteria`, which speak of what is `mentioned`."""
        both = (*self.mentioned, *mentioned)
        return replace(self, criteria=(*self.criteria, *criteria), mentioned=both)

    def _only(self, statement: Select[M]) -> Select[M]:
        # Without criteria the very statement that was kept, since it remembers what it compiled to.
        return statement.where(*self.criteria) if self.criteria else statement

    def _fetch(
        self, statement: Select[M], parameters: Mapping[str, object], mentioned: Sequence[Mention]
    ) -> list[M]:
        with translated_errors(), no_garbage_looked_for():
            found = list(self.session.scalars(statement, parameters).unique())
        if not found:
            require(self.session, mentioned)
        return found


# Kept, both, because building a statement takes a tenth of the time of a page.
@cache
def _listed(model: type[M], options: tuple[ExecutableOption, ...]) -> Select[M]:
    return select(model).where(is_listed(model)).order_by(model.id).options(*options)


@cache
def _page(model: type[M], options: tuple[ExecutableOption, ...], *, has_start: bool) -> Select[M]:
    statement = _listed(model, options).limit(bindparam("limit", type_=Integer))
    return statement.where(model.id > id_of(bindparam("after"))) if has_start else statement
