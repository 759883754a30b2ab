"""`geodb load`: dossiers into the database."""

from __future__ import annotations

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


def load(
    paths: Annotated[
        list[Path], typer.Argument(help="Dossiers, their folders, or a folder of such folders.")
    ],
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change; change nothing.")
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that read the files.")] = 1,
    each: Annotated[
        bool, typer.Option("--each", help="Load each for itself: what is refused does not stop the others.")
    ] = False,
    accept_drafts: Annotated[
        bool, typer.Option("--accept-drafts", help="Load drafts too that nobody has reviewed.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Load dossiers, all of them or none. Loading the same again changes nothing."""
    from geodb.services.load_dossier import load_dossiers

    if each:
        if dry_run:
            raise ConfigError("--each and --dry-run do not go together", hint="leave one of them out")
        _load_each(paths, jobs, accept_drafts=accept_drafts, json=json)
        return
    with connected() as database, err.status("reading dossiers") as status:

        def tell(number: int, total: int) -> None:
            done = "loading" if number == total else f"read {number:,} of"
            status.update(f"{done} {total:,} dossiers")

        report = load_dossiers(
            database, paths, dry_run=dry_run, jobs=jobs, progress=tell, accept_drafts=accept_drafts
        )
    if json:
        print_json({"dry_run": report.dry_run, "counts": report.counts, "total": report.total})
    else:
        print_report(report)


def _load_each(paths: list[Path], jobs: int, *, accept_drafts: bool, json: bool) -> None:
    from collections import Counter

    from geodb.services.load_each import load_each

    totals: Counter[str] = Counter()
    outcomes = []
    with connected() as database, err.status("loading dossiers") as status:
        for outcome in load_each(database, paths, jobs=jobs, accept_drafts=accept_drafts):
            totals[outcome.status] += 1
            status.update(f"loading dossiers: {_told(totals)}")
            if json:
                outcomes.append(outcome)
            else:
                _print_outcome(outcome)
    if json:
        print_json({"dossiers": outcomes, "total": totals})
    else:
        out.print(_told(totals))
    if totals["failed"]:
        err.print("`geodb rejects list` shows what was refused, `geodb rejects retry --all` loads it again")
        raise typer.Exit(1)


def _told(totals: Mapping[str, int]) -> str:
    return ", ".join(f"{totals[name]:,} {name}" for name in ("loaded", "unchanged", "failed") if totals[name])


def _print_outcome(outcome: Outcome) -> None:
    counts = outcome.counts
    numbers = f"{counts.new} new, {counts.changed} changed, {counts.retracted} retracted"
    details = f" ({numbers})" if outcome.status == "loaded" else ""
    out.print(f"{outcome.status:<9} {outcome.path}{details}", markup=False, soft_wrap=True)
    if outcome.error:
        err.print(outcome.error, markup=False, soft_wrap=True)
    if outcome.hint:
        err.print(f"hint: {outcome.hint}", markup=False, soft_wrap=True)


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
    if report.is_unchanged:
        out.print("nothing changed")
    elif report.dry_run:
        out.print("dry run: nothing was written")
