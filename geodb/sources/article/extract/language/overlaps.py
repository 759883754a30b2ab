"""Whether words were told of before."""

from __future__ import annotations

from collections.abc import Iterable


def shares_a_word(start: int, end: int, taken: Iterable[tuple[int, int]]) -> bool:
    """Whether words from `start` to `end` have some in common with others of their text, each from a start to an end."""
    return any(a < end and start < b for a, b in taken)
