"""Queries over the read contract, asked of a moment in the past."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from geodb.errors import InvalidValue, shown
from geodb.sql.apply import views_with_a_past

if TYPE_CHECKING:
    from collections.abc import Iterator

_SOURCE = re.compile(r"\b(FROM|JOIN)\s+api\.(\w+)(?!\()(?:\s+([a-z]\w*))?\b")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def moment_of(given: str) -> datetime:
    """The moment an ISO 8601 date or time names: a day stands for its end, and times are UTC unless they say.

    Raises InvalidValue.
    """
    try:
        moment = datetime.fromisoformat(given.strip())
    except ValueError as error:
        hint = "write a day, 2025-02-28, or a time, 2025-02-28T14:30"
        raise InvalidValue(f"{shown(given)} is no moment", hint=hint) from error
    if _DAY.fullmatch(given.strip()):
        return datetime.combine(moment.date(), time.max, UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def as_of(query: str) -> str:
    """The query with each view of records as it stood at the parameter `:as_of`.

    Where the query asks a view for a key, the view's past is asked for that key alone, which is much faster.
    """
    flat = " ".join(query.split())
    return _SOURCE.sub(lambda source: _past(source, flat), flat)


def _past(source: re.Match[str], query: str) -> str:
    word, view, alias = source.groups()
    if view not in views_with_a_past():
        return source[0]
    asked = [f"api.{view}_asof(:as_of{argument})" for argument in _keys(word, alias, query)] or [
        f"api.{view}_asof(:as_of)"
    ]
    if len(asked) == 1:
        lateral = "LATERAL " if word == "JOIN" else ""
        return f"{word} {lateral}{asked[0]} AS {alias or view}"
    rows = " UNION ".join(f"SELECT * FROM {past}" for past in asked)  # noqa: S608 - names of our own views
    return f"{word} ({rows}) AS {alias or view}"


def _keys(word: str, alias: str | None, query: str) -> Iterator[str]:
    """The keys that the query asks one view for, as further arguments of its past."""
    name = rf"{alias}\.(\w+)" if alias else r"(\w+)"
    if word == "JOIN":
        found = re.search(rf" ON {name} = (\w+\.\w+)", query)
        if found:
            yield f", {found[1]} => coalesce({found[2]}, '')"  # without a key it would give the whole view
    elif found := re.search(rf"(?:WHERE|AND) {name} = :key", query):
        yield f", {found[1]} => :key"
    elif found := re.search(rf":key IN \({name}, {name}\)", query):
        yield from (f", {column} => :key" for column in found.groups())
