"""`geodb mark`: who may see a record."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from geodb.cli.connect import connected
from geodb.cli.output import out


class _Marking(StrEnum):
    clear = "clear"
    green = "green"
    amber = "amber"
    amber_strict = "amber_strict"
    red = "red"


def mark(
    key: Annotated[str, typer.Argument(help="Key of a record; its prefix may be left out.")],
    marking: Annotated[_Marking, typer.Argument(help="The Traffic Light Protocol.")],
    *,
    why: Annotated[str | None, typer.Option("--why", help="The reason; it is kept with the history.")] = None,
) -> None:
    """Mark who may see a record, by the Traffic Light Protocol. Loads only ever raise a marking."""
    from geodb.repositories import Repositories
    from geodb.repositories.keys import full_key

    with connected() as database, database.transaction(reason=why or f"mark {key} {marking}") as session:
        geo = Repositories(session)
        record = geo.records.mark(full_key(session, key), marking.value)
    out.print(f"{record.key} is marked {marking}", soft_wrap=True)
