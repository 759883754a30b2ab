"""SQL that every repository shares: keys, merges and hierarchies.

A merge leaves all rows where they are and adds a `record_redirect`. So a look-up by key asks for the survivor
and a question about a record asks for the rows of all its members: the survivor and all that merged into it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, ScalarSelect, Select, func, select, union_all
from sqlalchemy.orm import InstrumentedAttribute, aliased

from geodb.db.base import Range
from geodb.models import Record, RecordRedirect
from geodb.types import DateSpan

IdColumn = InstrumentedAttribute[int] | InstrumentedAttribute[int | None]


def id_of(key: str) -> ScalarSelect[int]:
    """The id of the record that has this very key, merged or not."""
    named = aliased(Record)
    return select(named.id).where(named.key == key).scalar_subquery()


def survivor_id(key: str) -> ScalarSelect[int]:
    """The id of the record that answers for `key`."""
    return _survivors([key]).scalar_subquery()


def survivor_of(column: IdColumn) -> ColumnElement[int]:
    """The id of the record that answers for the one `column` points to."""
    merge = aliased(RecordRedirect)
    survivor = select(merge.survivor_id).where(merge.old_id == column, merge.undone_at.is_(None))
    return func.coalesce(survivor.scalar_subquery(), column)


def members(keys: Iterable[str]) -> CompoundSelect[int]:
    """Ids of the records that answer for `keys`, and of all that were merged into them."""
    survivors = _survivors(keys).cte()
    merge = aliased(RecordRedirect)
    merged = select(merge.old_id).join(survivors, survivors.c.id == merge.survivor_id)
    return union_all(select(survivors.c.id), merged.where(merge.undone_at.is_(None)))


def is_listed(model: type[Record]) -> ColumnElement[bool]:
    """Whether a record stands: neither retracted nor merged into another."""
    merge = aliased(RecordRedirect)
    merged = select(merge.id).where(merge.old_id == model.id, merge.undone_at.is_(None))
    return model.retracted_at.is_(None) & ~merged.exists()


def reach(key: str, edges: Select[Any, Any]) -> Select[int]:
    """Ids of `key` and of all below it, along `edges` of (parent, child) and along merges, both ways."""
    merge = aliased(RecordRedirect)
    standing = merge.undone_at.is_(None)
    steps = union_all(
        edges,
        select(merge.survivor_id, merge.old_id).where(standing),
        select(merge.old_id, merge.survivor_id).where(standing),
    ).subquery()
    parent, child = steps.c
    found = _survivors([key]).cte(recursive=True)
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


def _survivors(keys: Iterable[str]) -> Select[int]:
    named, merge = aliased(Record), aliased(RecordRedirect)
    standing = (merge.old_id == named.id) & merge.undone_at.is_(None)
    survivor = func.coalesce(merge.survivor_id, named.id).label("id")
    return select(survivor).select_from(named).outerjoin(merge, standing).where(named.key.in_(list(keys)))
