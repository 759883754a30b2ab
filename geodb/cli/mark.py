"""`geodb mark`: who may see a record."""

from __future__ import annotations

from typing import Annotated

import typer

from geodb.cli.connect import connected
from geodb.cli.output import out
from geodb.errors import ConfigError, shown


def mark(
    key: Annotated[str, typer.Argument(help="Key of a record; its prefix may be left out.")],
    marking: Annotated[
        str, typer.Argument(help="clear, green, amber, amber_strict or red, or one of your own.")
    ],
    *,
    why: Annotated[str | None, typer.Option("--why", help="The reason; it is kept with the history.")] = None,
) -> None:
    """Mark who may see a record, by the Traffic Light Protocol. Loads only ever raise a marking."""
    from geodb.repositories import Repositories
    from geodb.repositories.keys import full_key

    with connected() as database, database.transaction(reason=why or f"mark {key} {marking}") as session:
        geo = Repositories(session)
        if marking not in (known := [each.code for each in geo.codes.all("marking")]):
            hint = f"one of: {', '.join(known)}"
            raise ConfigError(f"there is no marking {shown(marking)}", hint=hint)
        record = geo.records.mark(full_key(session, key), marking)
    out.print(f"{record.key} is marked {marking}", soft_wrap=True)
