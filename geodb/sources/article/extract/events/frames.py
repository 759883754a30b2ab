"""Frames: happenings in a sentence as their words tell them, before those of one happening are put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geodb.sources.article.extract.language.line import Line


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


def roles_around(line: Line, start: int, end: int, verb: int) -> list[tuple[str, str]]:
    """Return who is named between two offsets: whoever stands before the verb acts, the others undergo it."""
    named = [mention for mention in line.actors(start, end) if mention.how != "adjective"]
    return distinct(
        [
            (key, "actor" if mention.start < verb else "recipient")
            for mention in named
            for key in mention.actors
        ]
    )


def distinct(roles: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the roles without a second one of the same actor."""
    found: dict[str, str] = {}
    for actor, role in roles:
        found.setdefault(actor, role)
    return list(found.items())
