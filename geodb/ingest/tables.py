"""What a loader may write: the columns, natural key and references of each table, from the models."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Column, Computed, Table, TextClause, UniqueConstraint

from geodb.db.base import SCHEMA, Base
from geodb.models import Record

RECORD: Table = Record.__table__  # type: ignore[assignment]  # a Table, which the stubs call FromClause

KEPT_BY_DATABASE: dict[str, frozenset[str]] = {
    "record": frozenset({"import_id", "created_at", "retracted_at", "retraction_reason", "merged_into_id"}),
    "office_holding": frozenset({"is_single_seat", "is_retracted"}),
    "assessment_resolution": frozenset({"resolved_by"}),
}
"""Columns that a loader never gives: defaults, triggers or the merge itself fill them."""

MARKINGS = ("clear", "green", "amber", "amber_strict", "red")
"""Markings of the Traffic Light Protocol, the least strict first; any other is stricter than these."""

NOT_FROM_DOSSIERS = frozenset({"record_redirect", "not_same"})
"""Tables about records that a dossier cannot fill: merges are decided in the database."""


@dataclass(frozen=True, slots=True)
class LoadTable:
    """One table as a loader sees it.

    `columns` are those a loader gives, in the table's order; `key` names those of the natural key; `refs`
    those that hold the id of a record, which is staged as the record's public key.
    """

    table: Table
    columns: tuple[Column[Any], ...]
    key: tuple[str, ...]
    refs: frozenset[str]

    @property
    def name(self) -> str:
        """Name of the table, without its schema."""
        return self.table.name

    @property
    def id(self) -> Column[Any]:
        """The last column of the primary key: an id, or a code."""
        return list(self.table.primary_key.columns)[-1]

    @property
    def is_kind(self) -> bool:
        """Whether its rows are records themselves, under the record's id."""
        return is_kind_table(self.table)

    @property
    def group(self) -> str:
        """What the table's rows are counted as: a kind of record, or the table."""
        return self.table.c.record_kind.server_default.arg if self.is_kind else self.name  # type: ignore[union-attr]

    @property
    def owner(self) -> str:
        """The column that says which record a row belongs to: the first of the natural key."""
        return self.key[0]

    @property
    def identity(self) -> tuple[int, ...]:
        """Places in `columns` of what tells rows apart: the natural key, with what a digest is of for it."""
        names = [column.name for column in self.columns]
        derived = (self.table.c[name].computed for name in self.key if name not in names)
        of_digests = {name for computed in derived for name in names if computed and name in _words(computed)}
        return tuple(place for place, name in enumerate(names) if name in self.key or name in of_digests)

    @property
    def values(self) -> tuple[str, ...]:
        """Columns outside the natural key."""
        return tuple(column.name for column in self.columns if column.name not in self.key)

    @property
    def blanks(self) -> dict[str, object]:
        """What stands in each column where nothing is known: its default, or None."""
        return {column.name: _default(column) for column in self.columns}


def strictness(marking: str) -> int:
    """The place of a marking among MARKINGS, or after them."""
    return MARKINGS.index(marking) if marking in MARKINGS else len(MARKINGS)


def is_kind_table(table: Table) -> bool:
    """Whether `table` holds the records of one kind."""
    return "record_kind" in table.c


@cache
def record_tables() -> dict[str, LoadTable]:
    """The tables that dossiers fill, by name, each after those that it refers to."""
    return {table.name: load_table(table) for table in Base.metadata.sorted_tables if _is_loaded(table)}


def load_table(table: Table) -> LoadTable:
    """What a loader may write into `table`."""
    kept = KEPT_BY_DATABASE.get(table.name, frozenset())
    columns = tuple(column for column in table.columns if column.name not in kept and _is_given(column))
    refs = frozenset(column.name for column in columns if _refers_to_record(column))
    return LoadTable(table, columns, _natural_key(table), refs)


def _is_loaded(table: Table) -> bool:
    if table.schema != SCHEMA or table.name in NOT_FROM_DOSSIERS:
        return False
    return table is RECORD or any(_refers_to_record(column) for column in table.columns)


def _is_given(column: Column[Any]) -> bool:
    return not (column.computed or column.identity or column.name == "record_kind")


def _refers_to_record(column: Column[Any]) -> bool:
    targets = (key.column for key in column.foreign_keys)
    return any(
        target.name == "id" and (target.table is RECORD or is_kind_table(target.table)) for target in targets
    )


def _words(computed: Computed) -> list[str]:
    return re.findall(r"(?<!::)\b\w+", str(computed.sqltext))


def _default(column: Column[Any]) -> object:
    default: Any = column.server_default
    if default is None:
        return None
    text = default.arg.text if isinstance(default.arg, TextClause) else default.arg
    return {"true": True, "false": False}.get(text, int(text) if text.isdigit() else text)


def _natural_key(table: Table) -> tuple[str, ...]:
    """`uq_<table>_natural`; else the primary key; else, where that is a surrogate, the unique column."""
    unique = [item for item in table.constraints if isinstance(item, UniqueConstraint)]
    named = [item for item in unique if item.name == f"uq_{table.name}_natural"]
    is_surrogate = any(column.identity for column in table.primary_key)
    single = [item for item in unique if len(item.columns) == 1] if is_surrogate else []
    return tuple(column.name for column in [*named, *single, table.primary_key][0].columns)
