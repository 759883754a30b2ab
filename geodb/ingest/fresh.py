"""Rows of records that the load itself made: nobody else can have written or seen them.

So they are inserted as they are staged, without a look for rows that stand already, and who asserts them is
noted in the same statement.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import column, func, insert, select

from geodb.ingest.contributions import keeps_asserters, noting
from geodb.ingest.merge import resolved
from geodb.ingest.staging import KEYS

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Table
    from sqlalchemy.orm import Session

    from geodb.ingest.tables import LoadTable


@dataclass(frozen=True, slots=True)
class Owners:
    """Whether there are new records among those that a load mentions, and others."""

    new: bool
    others: bool

    @property
    def are_mixed(self) -> bool:
        """Whether rows of new records must be told from those of others."""
        return self.new and self.others


def owners_of(session: Session, *, tell_apart: bool) -> Owners:
    """What KEYS holds. If both kinds need not be told apart, new records among others pass for others."""
    new, others = session.execute(select(func.bool_or(KEYS.c.is_new), func.bool_or(~KEYS.c.is_new))).one()
    return Owners(bool(new) and (tell_apart or not others), bool(others))


def insert_fresh(session: Session, load: LoadTable, stage: Table, *, of_new: bool | None) -> int:
    """Insert the staged rows of new records, in the order of their keys. Returns how many there were.

    With `of_new` those of other records are left out; without, there must be none.
    """
    names = [each.name for each in load.columns]
    given = resolved(load, stage, of_new=of_new)
    order: list[ColumnElement[Any]] = [column(name) for name in load.key if name in names]
    rows = select(*(_filled(given.c[name], load.blanks[name]) for name in names)).order_by(*order)
    key = [load.table.c[name] for name in load.key if name != load.id.name]
    made = insert(load.table).from_select(names, rows).returning(load.id, *key).cte("made")
    counted = select(func.count()).select_from(made)
    if keeps_asserters(load):
        counted = counted.add_cte(noting(load, given, made).cte("noted"))
    count: int = session.execute(counted).scalar_one()
    return count


def _filled(given: ColumnElement[Any], blank: object) -> ColumnElement[Any]:
    return (given if blank is None else func.coalesce(given, blank)).label(given.key)
