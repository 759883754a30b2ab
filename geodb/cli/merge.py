"""`geodb merge`, `unmerge`, `not-same` and `suggest-merges`: records that are one, and those that are not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from geodb.cli.connect import MOST, connected
from geodb.cli.output import err, out, print_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodb.services.suggest_merges import Suggestion

Key = Annotated[str, typer.Argument(help="Key of a record; its prefix may be left out.")]


def _told(why: str) -> str:
    if not why.strip():
        raise typer.BadParameter("a reason has words")
    return why


Why = Annotated[
    str, typer.Option("--why", callback=_told, help="The reason; it is kept with the record's history.")
]


def merge(
    key: Key,
    into: Annotated[str, typer.Argument(help="Key of the record that will answer for it.")],
    *,
    why: Why,
) -> None:
    """Let one record answer for another. Nothing is lost; `geodb unmerge` restores what was."""
    from geodb.services import merge_records

    with connected() as database:
        pair = merge_records.merge(database, key, into, why)
    out.print(f"{pair.key} is merged: {pair.survivor} answers for it now", soft_wrap=True)
    err.print(f"to undo it: geodb unmerge {pair.key}", soft_wrap=True)


def unmerge(
    key: Key,
    *,
    why: Why = "the merge is undone",
) -> None:
    """Undo the merge of a record, so that all is as it was before."""
    from geodb.services import merge_records

    with connected() as database:
        pair = merge_records.unmerge(database, key, why)
    out.print(f"{pair.key} is apart from {pair.other_key} again", soft_wrap=True)


def not_same(
    key: Key,
    other: Annotated[str, typer.Argument(help="Key of the record it is not.")],
    *,
    why: Why,
    undo: Annotated[bool, typer.Option("--undo", help="Withdraw the judgement.")] = False,
) -> None:
    """Remember that two records are not the same: never merge them, never suggest it."""
    from geodb.services import merge_records

    act = merge_records.withdraw_not_same if undo else merge_records.judge_not_same
    with connected() as database:
        pair = act(database, key, other, why)
    verdict = "may be the same again" if undo else "are not the same; that is remembered"
    out.print(f"{pair.key} and {pair.other_key} {verdict}", soft_wrap=True)


def suggest_merges(
    key: Annotated[
        str | None, typer.Argument(help="Only what may be the same as this record, of whatever kind.")
    ] = None,
    *,
    kind: Annotated[str, typer.Option(help="Kind of record: actor, office or place.")] = "actor",
    limit: Annotated[int, typer.Option(min=1, max=MOST, help="At most so many pairs.")] = 50,
    min_score: Annotated[
        float, typer.Option(min=0.5, max=1.0, help="At least this alike; 1 is the same.")
    ] = 0.85,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Propose pairs of records that may be one, best first, each with its reasons. Changes nothing."""
    from geodb.services import suggest_merges as suggest

    with connected() as database, database.read() as session, err.status("comparing names"):
        found = suggest.suggest_merges(session, kind, of=key, limit=limit, min_score=min_score)
    if json:
        print_json(found)
    elif found:
        _print(found)
    else:
        err.print("no pair of records looks like one; a lower --min-score finds more", soft_wrap=True)


def _print(found: Sequence[Suggestion]) -> None:
    from rich.text import Text

    for pair in found:
        out.print(
            Text.assemble((f"{pair.score:.2f}", "bold"), f"  {pair.label}  =  {pair.into_label}"),
            soft_wrap=True,
        )
        for reason in pair.reasons:
            out.print(Text(f"      {reason}"), soft_wrap=True)
        out.print(Text(f"      geodb merge {pair.key} {pair.into} --why TEXT", "dim"), soft_wrap=True)
