"""What a load did, in integers."""

from __future__ import annotations

from dataclasses import dataclass, field


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
    """Counts by kind of record or, for rows that hang on records and for code lists, by table."""

    counts: dict[str, Counts] = field(default_factory=dict)
    dry_run: bool = False

    @property
    def total(self) -> Counts:
        """All counts added up."""
        return sum(self.counts.values(), Counts())

    @property
    def is_unchanged(self) -> bool:
        """Whether the load changed nothing."""
        total = self.total
        return not (total.new or total.changed or total.retracted)
