"""What a load did, in integers."""

from __future__ import annotations

from dataclasses import dataclass, field

from geodb.ingest.overrides import Override


@dataclass(slots=True)
class Counts:
    """How many rows are new, changed, unchanged or retracted."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    retracted: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.new + other.new,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.retracted + other.retracted,
        )


@dataclass(frozen=True, slots=True)
class LoadReport:
    """Counts by kind of record or, for rows that hang on records and for code lists, by table.

    `unchanged` are the keys of the dossiers that the database has already, word for word; `overridden` the
    values that another dossier gives otherwise.
    """

    counts: dict[str, Counts] = field(default_factory=dict)
    dry_run: bool = False
    unchanged: frozenset[str] = frozenset()
    overridden: tuple[Override, ...] = ()

    def __add__(self, other: LoadReport) -> LoadReport:
        groups = self.counts.keys() | other.counts.keys()
        counts = {
            group: self.counts.get(group, Counts()) + other.counts.get(group, Counts())
            for group in sorted(groups)
        }
        return LoadReport(
            counts,
            self.dry_run or other.dry_run,
            self.unchanged | other.unchanged,
            self.overridden + other.overridden,
        )

    @property
    def total(self) -> Counts:
        """All counts added up."""
        return sum(self.counts.values(), Counts())

    @property
    def is_unchanged(self) -> bool:
        """Whether the load changed nothing."""
        total = self.total
        return not (total.new or total.changed or total.retracted)
