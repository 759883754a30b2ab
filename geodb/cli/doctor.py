"""`geodb doctor`: whether everything geodb stands on is sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from geodb.cli.output import out, print_json
from geodb.errors import GeodbError

if TYPE_CHECKING:
    from geodb.analysis.health import Check
    from geodb.config import Settings

_STYLES = {"ok": "green", "warn": "yellow", "fail": "bold red"}


def doctor(*, json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Examine server, schema and data. Exit code 1 if something fails, 3 if the database is out of reach."""
    from geodb.config import load_settings

    checks, exit_code = _checks(load_settings())
    if json:
        print_json({"ok": exit_code == 0, "checks": checks})
    else:
        _print(checks)
    raise typer.Exit(exit_code)


def _checks(settings: Settings) -> tuple[list[Check], int]:
    from geodb.analysis import health
    from geodb.db.session import Database

    checks = [health.home(settings), health.disk(settings)]
    try:
        with Database.open(settings) as database:
            checks += health.examine(database)
    except GeodbError as error:
        checks.append(health.Check("server", "fail", error.message, error.hint))
        return checks, error.exit_code
    return checks, int(any(check.status == "fail" for check in checks))


def _print(checks: list[Check]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2))
    for check in checks:
        found = Text(check.found)
        if check.next:
            found.append(f"\nnext: {check.next}", style="bold")
        table.add_row(Text(check.status, style=_STYLES[check.status]), check.name, found)
    out.print(table)
