"""SQL that every repository shares: keys, merges and hierarchies.

A merge leaves all rows where they are; each record names the one that answers for it, its `survivor_id`. So a
look-up by key asks for the survivor and a question about a record asks for the rows of all its members: the
survivor and all that merged into it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
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
from geodb.errors import InvalidValue, shown
from geodb.models import Record
from geodb.types import DateSpan

Key = str | BindParameter[str]
IdColumn = InstrumentedAttribute[int] | InstrumentedAttribute[int | None]

# A plain table: an alias of a mapped class takes a hundred times as long to make.
_RECORD = Record.__table__


def id_of(key: Key) -> ScalarSelect[int]:
    """The id of the record that has this very key, merged or not."""
    named = _RECORD.alias()
    return select(named.c.id).where(named.c.key == key).scalar_subquery()


def survivor_id(key: Key) -> ScalarSelect[int]:
    """The id of the record that answers for `key`."""
    named = _RECORD.alias()
    return select(named.c.survivor_id).where(named.c.key == key).scalar_subquery()


def survivor_of(column: IdColumn) -> ColumnElement[int]:
    """The id of the record that answers for the one `column` points to, as a value."""
    named = _RECORD.alias()
    survivor = select(named.c.survivor_id).where(named.c.id == column)
    return survivor.correlate_except(named).scalar_subquery()


def survivors(column: IdColumn, *criteria: ColumnElement[bool]) -> Select[int]:
    """Ids of the records that answer for those `column` points to, in the rows that meet `criteria`."""
    named = _RECORD.alias()
    rows = select(named.c.survivor_id).select_from(column.class_)
    return rows.join(named, named.c.id == column).where(*criteria)


def points_to(column: IdColumn, key: str) -> ColumnElement[bool]:
    """Whether `column` points to the record that answers for `key`, or to one that was merged into it."""
    member = _RECORD.alias()
    members = select(member.c.id).where(member.c.survivor_id == survivor_id(key))
    # An array, since the planner takes it for short and uses the column's index; a subquery it would hash.
    return column == any_(func.array(members.scalar_subquery()))


def is_listed(model: type[Record]) -> ColumnElement[bool]:
    """Whether a record stands: neither retracted nor merged into another."""
    return model.retracted_at.is_(None) & model.merged_into_id.is_(None)


def reach(key: str, edges: Select[Any, Any]) -> Select[int]:
    """Ids of `key` and of all below it, along `edges` of (parent, child) and along merges, both ways."""
    merged = _RECORD.alias().c
    standing = merged.merged_into_id.is_not(None)
    steps = union_all(
        edges,
        select(merged.survivor_id, merged.id).where(standing),
        select(merged.id, merged.survivor_id).where(standing),
    ).subquery()
    parent, child = steps.c
    found = select(survivor_id(key).label("id")).cte(recursive=True)
    found = found.union(select(child).join(found, parent == found.c.id))
    return select(found.c.id)


def window(span: DateSpan) -> Range[date]:
    """The half-open range of days of a fuzzy date, without end where a bound is not known."""
    return Range(span.lower, span.upper, bounds="[)")


def counted(limit: int) -> int:
    """How many rows are wanted. Raises InvalidValue for less than none."""
    if limit < 0:
        raise InvalidValue(f"a limit counts from 0, and {limit} is less")
    return limit


def several(codes: Sequence[str]) -> Sequence[str]:
    """Codes, any of which is meant. Raises InvalidValue for a single text, which is a sequence of letters."""
    if isinstance(codes, str):
        raise InvalidValue(
            f"{shown(codes)} stands where a list of codes is asked for", hint=f"give [{codes!r}]"
        )
    return codes


def checked(edtf: str | None) -> str | None:
    """A date in EDTF that may be missing, as it is written down. Raises InvalidValue."""
    return None if edtf is None else DateSpan.parse(edtf).edtf
