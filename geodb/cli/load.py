"""`geodb load`: dossiers into the database."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geodb.cli.connect import connected
from geodb.cli.output import err, out, print_json
from geodb.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geodb.ingest.report import LoadReport
    from geodb.services.load_each import Outcome


_SHOWN = 20
"""Values told on the terminal."""


def load(
    paths: Annotated[
        list[Path], typer.Argument(help="Dossiers, their folders, or a folder of such folders.")
    ],
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change; change nothing.")
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that read and load.")] = 1,
    together: Annotated[
        bool,
        typer.Option("--together", help="Load a folder of dossiers as one: all of them, or none."),
    ] = False,
    each: Annotated[
        bool, typer.Option("--each", help="Load dossiers that are named one by one as a folder of them is.")
    ] = False,
    accept_drafts: Annotated[
        bool, typer.Option("--accept-drafts", help="Load drafts too that nobody has reviewed.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Load dossiers that are named all or none; of a folder of dossiers, all that are not refused.

    Loading the same again changes nothing: a run that was stopped is simply started again.
    """
    from geodb.services.read_dossiers import dossiers_of

    if each and (dry_run or together):
        other = "--dry-run" if dry_run else "--together"
        raise ConfigError(f"--each and {other} do not go together", hint="leave one of them out")
    named = [dossiers_of(path) for path in paths]
    files = [file for found in named for file in found]
    if each or (any(len(found) > 1 for found in named) and not (dry_run or together)):
        _load_each(files, jobs, accept_drafts=accept_drafts, json=json)
    else:
        _load_together(files, jobs, dry_run=dry_run, accept_drafts=accept_drafts, json=json)


def _load_together(files: list[Path], jobs: int, *, dry_run: bool, accept_drafts: bool, json: bool) -> None:
    from geodb.services.load_dossier import load_dossiers

    with connected() as database, err.status("reading dossiers") as status:

        def tell(number: int, total: int) -> None:
            done = "loading" if number == total else f"read {number:,} of"
            status.update(f"{done} {total:,} dossiers")

        report = load_dossiers(
            database, files, dry_run=dry_run, jobs=jobs, progress=tell, accept_drafts=accept_drafts
        )
    if json:
        print_json(_as_json(report))
    else:
        print_report(report)


def _load_each(files: list[Path], jobs: int, *, accept_drafts: bool, json: bool) -> None:
    from collections import Counter

    from geodb.ingest.report import LoadReport
    from geodb.services.load_each import load_each

    totals: Counter[str] = Counter()
    report, outcomes = LoadReport(), []
    with (
        connected() as database,
        err.status(f"loading {len(files):,} dossiers") as status,
        closing(load_each(database, files, jobs=jobs, accept_drafts=accept_drafts)) as told,
    ):
        for outcome in told:
            totals[outcome.status] += 1
            report += outcome.report
            status.update(f"{totals.total():,} of {len(files):,} dossiers: {_told(totals)}")
            if json:
                outcomes.append(_outcome(outcome))
            else:
                _print_outcome(outcome)
    if json:
        print_json({**_as_json(report), "outcomes": totals, "dossiers": outcomes})
    else:
        print_report(report)
        out.print(_told(totals))
    if totals["failed"]:
        err.print("`geodb rejects list` shows what was refused, `geodb rejects retry --all` loads it again")
        raise typer.Exit(1)


def _as_json(report: LoadReport) -> dict[str, object]:
    return {
        "dry_run": report.dry_run,
        "counts": report.counts,
        "total": report.total,
        "overridden": report.overridden,
    }


def _outcome(outcome: Outcome) -> dict[str, object]:
    return {
        "path": outcome.path,
        "status": outcome.status,
        "error": outcome.error,
        "hint": outcome.hint,
    }


def _told(totals: Mapping[str, int]) -> str:
    return ", ".join(f"{totals[name]:,} {name}" for name in ("loaded", "unchanged", "failed") if totals[name])


def _print_outcome(outcome: Outcome) -> None:
    out.print(f"{outcome.status:<9} {outcome.path}", soft_wrap=True)
    if outcome.error:
        err.print(outcome.error, soft_wrap=True)
    if outcome.hint:
        err.print(f"hint: {outcome.hint}", soft_wrap=True)


def _print_overridden(report: LoadReport) -> None:
    err.print("values that another dossier gives otherwise; the one that was loaded last counts:")
    for override in report.overridden[:_SHOWN]:
        err.print(f"  {override}", soft_wrap=True)
    if (more := len(report.overridden) - _SHOWN) > 0:
        err.print(f"  and {more:,} more; --json tells all of them")


def print_report(report: LoadReport) -> None:
    """Print the counts of a load as a table of integers."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("kind")
    for name in ("new", "changed", "unchanged", "retracted"):
        table.add_column(name, justify="right")
    for kind, counts in [*report.counts.items(), ("total", report.total)]:
        numbers = (counts.new, counts.changed, counts.unchanged, counts.retracted)
        table.add_row(kind, *map(str, numbers), style="bold" if kind == "total" else None)
    out.print(table)
    if report.overridden:
        _print_overridden(report)
    if report.is_unchanged:
        out.print("nothing changed")
    elif report.dry_run:
        out.print("dry run: nothing was written")
