"""`geodb history`: who changed a record, when, why, and what was there before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from geodb.cli.connect import connected
from geodb.cli.output import out, print_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geodb.analysis.history import Entry, History, RowChange, Value

_SIGNS = {"I": "+", "U": "~", "D": "-"}
_WIDTH = 90


def history(
    key: Annotated[str, typer.Argument(help="Key of a record; its prefix may be left out: donald-trump.")],
    *,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show what happened to a record: who changed what, when and why, oldest first."""
    from geodb.analysis.history import history_of

    with connected() as database, database.read() as session:
        found = history_of(session, key)
    if json:
        print_json(found)
    else:
        _print(found)


def _print(found: History) -> None:
    from rich.text import Text

    out.print(Text.assemble((found.label, "bold"), (f"  {found.kind.replace('_', ' ')}", "cyan")))
    out.print(Text(found.key, "dim"), soft_wrap=True)
    for entry in found.entries:
        out.print()
        out.print(Text(_one_line(_head(entry)), "bold cyan"), soft_wrap=True)
        for change in entry.changes:
            for line in _lines(change, found.key):
                out.print(Text(_one_line(line)), soft_wrap=True)


def _one_line(text: str) -> str:
    """A text in which nothing ends the line or speaks to the terminal: reasons and values are anybody's."""
    return "".join(char if char.isprintable() else " " for char in text)


def _head(entry: Entry) -> str:
    from datetime import UTC

    why = f": {entry.reason}" if entry.reason else ""
    source = f" (import {entry.import_id}, {entry.input})" if entry.import_id else ""
    return f"{entry.at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC  {entry.user}{why}{source}"


def _lines(change: RowChange, key: str) -> Iterator[str]:
    of = f" of {change.record}" if change.record != key else ""
    if change.table == "record_redirect":
        yield f"  {_SIGNS[change.op]} {_merge(change)}"
        return
    head = f"  {_SIGNS[change.op]} {change.table.replace('_', ' ')}{of}"
    if change.op == "U":
        yield head
        yield from (f"      {value.column}: {_old(value)} -> {_new(value)}" for value in change.values)
    else:
        one = _new if change.op == "I" else _old
        told = [f"{value.column} {one(value)}" for value in change.values if value.column not in _PLUMBING]
        yield f"{head}: {'; '.join(told)}" if told else head


_PLUMBING = {"created_at", "record_id"}


def _merge(change: RowChange) -> str:
    values = {value.column: value for value in change.values}
    if change.op == "I":
        return f"merged {_new(values['old_id'])} into {_new(values['new_id'])}: {values['reason'].new}"
    why = f": {values['undo_reason'].new}" if "undo_reason" in values else ""
    return f"merge of {change.record} undone{why}"


def _old(value: Value) -> str:
    return _shown(value.old, value.old_label)


def _new(value: Value) -> str:
    return _shown(value.new, value.new_label)


def _shown(value: str | None, label: str | None) -> str:
    if value is None:
        return "(nothing)"
    if label is not None:
        return f"{label} [{value}]"
    return value if len(value) <= _WIDTH else f"{value[: _WIDTH - 3]}..."
