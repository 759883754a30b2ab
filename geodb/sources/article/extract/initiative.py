"""An initiative of a draft and its targets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geodb.sources.article.extract.language.numbers import Amount

if TYPE_CHECKING:
    from geodb.sources.article.extract.event import Event


_NAMELESS = frozenset(
    {"initiative.described", "initiative.counted", "initiative.of_target", "initiative.pledged"}
)


@dataclass(slots=True)
class Target:
    """So much of something by a year, at `start` to `end` of paragraph `no`."""

    no: int
    start: int
    end: int
    what: str
    amount: Amount
    deadline: str | None
    rule: str
    key: str = ""


@dataclass(slots=True)
class Initiative:
    """An initiative, named from `start` to `end`; its noun ends at `core`, and what follows may name others, also without a name if it `is_open`; `also` are later names; `launched_in` are the happenings that brought it, `targets` its promises."""

    no: int
    start: int
    end: int
    name: str
    kind: str
    rule: str
    confidence: int
    parties: list[str] = field(default_factory=list)
    parent: Initiative | None = None
    term: int | None = None
    key: str = ""
    acronym: str | None = None
    also: list[str] = field(default_factory=list)
    more: list[tuple[int, int, int]] = field(default_factory=list)
    launched_in: list[Event] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    group: str = ""
    words: frozenset[str] = frozenset()
    owned: bool = False
    core: int = 0
    is_open: bool = False

    @property
    def places(self) -> list[tuple[int, int, int]]:
        """Where it is named: paragraph, start and end."""
        return [(self.no, self.start, self.end), *self.more]

    @property
    def is_named(self) -> bool:
        """Whether it has a name of its own, and is not only described or meant."""
        return self.rule not in _NAMELESS
