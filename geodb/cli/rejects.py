"""`geodb rejects`: what loads refused, why, and loading it again, or closing it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from geodb.cli.connect import MOST, connected
from geodb.cli.output import err, out, print_error, print_json
from geodb.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geodb.services.rejects import Reject, Retry

app = typer.Typer(help="What loads refused, and why; loading it again.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
RejectId = Annotated[int, typer.Argument(metavar="ID", max=MOST, help="Number of the reject.")]


@app.command("list")
def list_(
    *,
    limit: Annotated[int, typer.Option(min=1, max=MOST, help="At most so many.")] = 100,
    after: Annotated[int, typer.Option(max=MOST, help="Only those with higher numbers: the next page.")] = 0,
    json: Json = False,
) -> None:
    """List what was refused and has not gone through since."""
    from geodb.services.rejects import list_rejects

    with connected() as database:
        found = list_rejects(database, after=after, limit=limit)
    if json:
        print_json([_told(reject) for reject in found])
    elif found:
        _print_table(found)
    else:
        out.print("nothing is open")


@app.command()
def show(reject_id: RejectId, *, json: Json = False) -> None:
    """Show one reject: its problems, and what was kept of it."""
    from geodb.services.rejects import get_reject

    with connected() as database:
        reject = get_reject(database, reject_id)
    if json:
        print_json({**_told(reject), "payload": reject.payload})
    else:
        _print_one(reject)


@app.command()
def retry(
    reject_id: Annotated[
        int | None, typer.Argument(metavar="ID", max=MOST, help="Number of the reject.")
    ] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="Retry all that are open.")] = False,
    accept_drafts: Annotated[
        bool, typer.Option("--accept-drafts", help="Load drafts too that nobody has reviewed.")
    ] = False,
    json: Json = False,
) -> None:
    """Load again what was refused: the files as they are now, or as they were kept if they are gone."""
    if (reject_id is None) != every:
        raise ConfigError("say which reject, or --all", hint="`geodb rejects list` shows their numbers")
    outcomes = []
    for outcome in _retried(reject_id, accept_drafts=accept_drafts):
        outcomes.append(outcome)
        if not json:
            _print_outcome(outcome)
    if json:
        print_json([_outcome(each) for each in outcomes])
    elif not outcomes:
        out.print("nothing is open")
    if any(outcome.error for outcome in outcomes):
        raise typer.Exit(1)


@app.command()
def drop(
    reject_ids: Annotated[list[int], typer.Argument(metavar="ID", max=MOST, help="Numbers of rejects.")],
) -> None:
    """Close rejects that nobody will mend: they are listed and retried no more."""
    from geodb.services import rejects

    with connected() as database:
        rejects.drop(database, reject_ids)
    out.print(f"dropped {', '.join(map(str, reject_ids))}")


def _retried(reject_id: int | None, *, accept_drafts: bool) -> Iterator[Retry]:
    from geodb.services import rejects

    with connected() as database:
        if reject_id is None:
            yield from rejects.retry_all(database, accept_drafts=accept_drafts)
        else:
            reject = rejects.get_reject(database, reject_id)
            yield rejects.retry(database, reject, accept_drafts=accept_drafts)


def _told(reject: Reject) -> dict[str, object]:
    told = ("id", "input", "line", "reason", "rejected_at", "resolved_at", "problems")
    return {name: getattr(reject, name) for name in told}


def _outcome(outcome: Retry) -> dict[str, object]:
    error = outcome.error and {"message": outcome.error.message, "hint": outcome.error.hint}
    total = outcome.report and outcome.report.total
    return {"id": outcome.reject.id, "input": outcome.reject.input, "counts": total, "error": error}


def _print_table(rejects: list[Reject]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("id", justify="right")
    table.add_column("when", no_wrap=True)
    table.add_column("input", overflow="fold")
    table.add_column("reason", overflow="fold")
    for each in rejects:
        place = each.input if each.line is None else f"{each.input}:{each.line}"
        table.add_row(str(each.id), f"{each.rejected_at:%Y-%m-%d %H:%M}", Text(place), Text(each.reason))
    out.print(table)


def _print_one(reject: Reject) -> None:
    from geodb.errors import Problem

    how = "dropped" if reject.is_dropped else "went through"
    state = f"{how} on {reject.resolved_at:%Y-%m-%d %H:%M}" if reject.resolved_at else "open"
    out.print(
        f"{reject.input}\nrefused on {reject.rejected_at:%Y-%m-%d %H:%M}, {state}",
        soft_wrap=True,
    )
    for problem in (Problem(**each) for each in reject.problems):
        out.print(f"  - {problem}", soft_wrap=True)
        if problem.hint:
            out.print(f"    hint: {problem.hint}", soft_wrap=True)
    for path, files in reject.kept.items():
        out.print(f"kept of {path}: {', '.join(sorted(files))}", soft_wrap=True)
    if not reject.paths:
        print_json(reject.payload)


def _print_outcome(outcome: Retry) -> None:
    place = f"{outcome.reject.id} {outcome.reject.input}"
    if outcome.error:
        err.print(f"{place}: refused again", soft_wrap=True)
        print_error(outcome.error)
    else:
        what = "nothing changed" if outcome.report and outcome.report.is_unchanged else "loaded"
        out.print(f"{place}: {what}", soft_wrap=True)
