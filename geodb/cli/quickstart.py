"""`geodb quickstart`: from nothing to a database to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodb.cli.connect import connected
from geodb.cli.output import err, out

if TYPE_CHECKING:
    from geodb.services.quickstart import QuickstartReport


def quickstart() -> None:
    """Start PostgreSQL, migrate, load the code lists and the seed articles, and print a briefing."""
    from geodb.cli.briefing import print_briefing
    from geodb.services.quickstart import quickstart as set_up

    with err.status("starting PostgreSQL") as status, connected(migrated=False) as database:
        status.update("migrating and loading")
        report = set_up(database)
        status.stop()
        for line in _told(report):
            out.print(line, soft_wrap=True)
        out.print()
        print_briefing(database, out)


def _told(report: QuickstartReport) -> list[str]:
    if report.is_unchanged:
        return ["nothing changed: schema, code lists and seed articles are as they should be"]
    codes, dossiers = report.codes.total, report.dossiers.total
    return [
        f"schema: {f'migrated to revision {report.migrated_to}' if report.migrated_to else 'up to date'}",
        f"code lists: {codes.new} new, {codes.changed} changed, {codes.retracted} retired",
        f"seed articles: {dossiers.new} new, {dossiers.changed} changed, {dossiers.retracted} retracted",
    ]
