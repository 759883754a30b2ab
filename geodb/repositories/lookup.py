"""SQL that every repository shares: keys, merges and hierarchies.

A merge leaves all rows where they are and adds a `record_redirect`. So a look-up by key asks for the survivor
and a question about a record asks for the rows of all its members: the survivor and all that merged into it.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    ScalarSelect,
    Select,
    any_,
    func,
    select,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute

from geodb.db.base import Range
from geodb.models import Record, RecordRedirect
from geodb.types import DateSpan

Key = str | BindParameter[str]
IdColumn = InstrumentedAttribute[int] | InstrumentedAttribute[int | None]

# Plain tables: an alias of a mapped class takes a hundred times as long to make.
_RECORD, _MERGE = Record.__table__, RecordRedirect.__table__


def id_of(key: str) -> ScalarSelect[int]:
    """The id of the record that has this very key, merged or not."""
    named = _RECORD.alias()
    return select(named.c.id).where(named.c.key == key).scalar_subquery()


def survivor_id(key: Key) -> ScalarSelect[int]:
    """The id of the record that answers for `key`."""
    return _survivor(key).scalar_subquery()


def survivor_of(column: IdColumn) -> ColumnElement[int]:
    """The id of the record that answers for the one `column` points to."""
    merge = _MERGE.alias()
    survivor = select(merge.c.survivor_id).where(merge.c.old_id == column, merge.c.undone_at.is_(None))
    return func.coalesce(survivor.scalar_subquery(), column)


def points_to(column: IdColumn, key: str) -> ColumnElement[bool]:
    """Whether `column` points to the record that answers for `key`, or to one that was merged into it."""
    survivor, merge = _survivor(key).cte(), _MERGE.alias()
    merged = select(merge.c.old_id).join(survivor, survivor.c.id == merge.c.survivor_id)
    members = union_all(select(survivor.c.id), merged.where(merge.c.undone_at.is_(None)))
    # An array, since the planner takes it for short and uses the column's index; a subquery it would hash.
    return column == any_(func.array(members.scalar_subquery()))


@cache
def is_listed(model: type[Record]) -> ColumnElement[bool]:
    """Whether a record stands: neither retracted nor merged into another."""
    merge = _MERGE.alias()
    merged = select(merge.c.id).where(merge.c.old_id == model.id, merge.c.undone_at.is_(None))
    return model.retracted_at.is_(None) & ~merged.exists()


def reach(key: str, edges: Select[Any, Any]) -> Select[int]:
    """Ids of `key` and of all below it, along `edges` of (parent, child) and along merges, both ways."""
    merge = _MERGE.alias().c
    standing = merge.undone_at.is_(None)
    steps = union_all(
        edges,
        select(merge.survivor_id, merge.old_id).where(standing),
        select(merge.old_id, merge.survivor_id).where(standing),
    ).subquery()
    parent, child = steps.c
    found = _survivor(key).cte(recursive=True)
    found = found.union(select(child).join(found, parent == found.c.id))
    return select(found.c.id)


def envelope(span: DateSpan | None) -> Range[date] | None:
    """The half-open range of days of a fuzzy date; None where neither bound is known."""
    if span is None or (span.lower is None and span.upper is None):
        return None
    return Range(span.lower, span.upper, bounds="[)")


def parsed(edtf: str | None) -> DateSpan | None:
    """Read an EDTF string that may be missing. Raises InvalidValue."""
    return None if edtf is None else DateSpan.parse(edtf)


def _survivor(key: Key) -> Select[int]:
    named, merge = _RECORD.alias(), _MERGE.alias()
    standing = (merge.c.old_id == named.c.id) & merge.c.undone_at.is_(None)
    survivor: ColumnElement[int] = func.coalesce(merge.c.survivor_id, named.c.id).label("id")
    return select(survivor).select_from(named.outerjoin(merge, standing)).where(named.c.key == key)
