"""Frames: happenings in a sentence as their words tell them, before those of one happening are put together."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Frame:
    """A happening at `start` to `end`; `head` is its noun or verb; `weak` ones count only with participants.

    `until` is where words end that may date it, if they go on beyond it: `met X during a visit on 3 May`.
    """

    kind: str
    plover: str | None
    start: int
    end: int
    head: tuple[int, int]
    rule: str
    confidence: int
    participants: list[tuple[str, str]] = field(default_factory=list)
    status: str = "occurred"
    weak: bool = False
    label: str = ""
    definite: bool = False
    subject: list[tuple[str, str]] = field(default_factory=list)
    until: int = 0
    launches: list[object] = field(default_factory=list)


def distinct(roles: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the roles without a second one of the same actor."""
    found: dict[str, str] = {}
    for actor, role in roles:
        found.setdefault(actor, role)
    return list(found.items())
