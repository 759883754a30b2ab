"""`geodb changes`: the change feed, one JSON object a line or one change a line for people."""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from geodb.cli.connect import MOST, connected

if TYPE_CHECKING:
    from geodb.services.feed import Change

_VERBS = {"I": "added", "U": "changed", "D": "deleted"}


def changes(
    *,
    after: Annotated[int, typer.Option(help="Start after this change_id.", min=0, max=MOST)] = 0,
    limit: Annotated[int | None, typer.Option(help="At most so many changes.", min=1, max=MOST)] = None,
    follow: Annotated[bool, typer.Option("--follow", help="Wait for more; end with Ctrl-C.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, one change a line.")] = False,
) -> None:
    """Show what changed in the records, oldest first; start again from the last change_id to miss nothing."""
    from geodb.services import feed

    with connected() as database, suppress(KeyboardInterrupt):
        found = feed.follow(database, after) if follow else feed.changes_after(database, after)
        for change in islice(found, limit):
            typer.echo(change.to_json() if json else _told(change))


def _told(change: Change) -> str:
    who = change.app_user or change.db_user
    why = f": {change.reason}" if change.reason else ""
    what = f"{_VERBS[change.op]} {change.table_name} of {change.record_key}"
    return f"{change.change_id}  {change.at:%Y-%m-%d %H:%M:%S}  {what}, by {who}{why}"
