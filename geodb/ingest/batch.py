"""The rows of all dossiers of a load: each row once, with the dossiers that assert it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter
from typing import Any

from geodb.errors import Problem, shown
from geodb.ingest.compile import Row, Rows
from geodb.ingest.overrides import Override, between
from geodb.ingest.tables import RECORD, LoadTable, record_tables, strictness

Identity = Any


@dataclass(slots=True)
class Staged:
    """A row to be merged, and the ids of the dossiers that assert it, the latest last."""

    row: Row
    dossiers: list[int]


@dataclass(slots=True)
class Batch:
    """What a load stages, by table, and the identities of the rows that it need not look at again."""

    staged: dict[str, dict[Identity, Staged]] = field(default_factory=lambda: defaultdict(dict))
    unchanged: dict[str, dict[Identity, Row]] = field(default_factory=lambda: defaultdict(dict))
    overridden: list[Override] = field(default_factory=list)

    def add(self, rows: Rows, dossier: int) -> Iterator[Problem]:
        """Add the rows of a dossier; yields what contradicts what is there already."""
        for table, found in rows:
            load = record_tables()[table]
            identify, staged = _identify(load), self.staged[table]
            for row in found:
                before = staged.setdefault(identify(row), Staged(row, [dossier]))
                if before.row is not row:
                    if before.dossiers[-1] != dossier:
                        self.overridden.extend(between(load, before.row, row))
                    yield from _combine(load, before, row, dossier, rows)

    def add_unchanged(self, rows: Rows) -> None:
        """Add the rows of a dossier that is as it was when it was loaded last: they are only counted."""
        for table, found in rows:
            identify = _identify(record_tables()[table])
            self.unchanged[table].update((identify(row), row) for row in found)

    def keys(self) -> set[str]:
        """All public keys that staged rows mention."""
        found: set[str] = set()
        for table, staged in self.staged.items():
            for place in _places_of_keys(record_tables()[table]):
                found.update(item.row[place] for item in staged.values())
        return found - {None}

    def counts(self) -> Counter[str]:
        """How many rows there are in all, by kind of record or by table."""
        counts: Counter[str] = Counter()
        for table in {*self.staged, *self.unchanged}:
            load = record_tables()[table]
            rows = {**self.unchanged[table], **{key: item.row for key, item in self.staged[table].items()}}
            if load.table is RECORD:
                counts.update(map(itemgetter(_place("kind")), rows.values()))
            elif not load.is_kind:
                counts[table] = len(rows)
        return counts


def _combine(load: LoadTable, before: Staged, row: Row, dossier: int, rows: Rows) -> Iterator[Problem]:
    """Combine two rows that mean the same: a blank never erases, between dossiers the later value counts."""
    old = before.row
    blanks = load.blanks.values()
    merged = tuple(b if a == blank else a for a, b, blank in zip(row, old, blanks, strict=True))
    if load.table is RECORD:
        place = _place("marking_code")
        merged = (*merged[:place], max(old[place], row[place], key=strictness), *merged[place + 1 :])
    is_other_kind = load.table is RECORD and merged[_place("kind")] != old[_place("kind")]
    if before.dossiers[-1] != dossier:
        before.dossiers.append(dossier)
        before.row = merged
        if is_other_kind:
            yield _contradiction(load, old, row, rows, "in another dossier")
    elif row != old:
        yield _contradiction(load, old, row, rows, "in this dossier")


def _contradiction(load: LoadTable, old: Row, row: Row, rows: Rows, where: str) -> Problem:
    names = [column.name for column in load.columns]
    differing = {name: (a, b) for name, a, b in zip(names, old, row, strict=True) if a != b}
    what = "; ".join(f"{name} {shown(a)} and {shown(b)}" for name, (a, b) in differing.items())
    which = ", ".join(str(row[place]) for place in load.identity if row[place] is not None)
    message = f"{load.name} ({which}) is given a second time {where}, and differs: {what}"
    return Problem(message, rows.source.file, hint="keep one of the two")


@cache
def _identify(load: LoadTable) -> Callable[[Row], Identity]:
    return itemgetter(*load.identity)


@cache
def _places_of_keys(load: LoadTable) -> list[int]:
    return [n for n, column in enumerate(load.columns) if column.name in load.refs or column.name == "key"]


@cache
def _place(name: str) -> int:
    """The place of a column in the rows of records."""
    return [column.name for column in record_tables()[RECORD.name].columns].index(name)
