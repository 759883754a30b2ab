"""`geodb find`: names in any script they are recorded in, however spelled, and the words of texts."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from geodb.cli.connect import connected
from geodb.cli.output import err, out, print_json
from geodb.errors import UnknownCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodb.analysis.search import Hit


def find(
    text: Annotated[str, typer.Argument(help="A name, or words of a text.")],
    *,
    kind: Annotated[str | None, typer.Option(help="Only records of this kind: actor, event, ...")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="At most so many records.")] = 20,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Find records by name, also misspelled, in any script it is recorded in, or by words of their texts.

    Of texts, "two words" finds the phrase, -word leaves out, or finds either.
    """
    from geodb.analysis.search import search

    if kind is not None:
        _require_kind(kind)
    with connected() as database, database.read() as session:
        hits = search(session, text, kind=kind, limit=limit)
    if json:
        print_json(hits)
    elif hits:
        _print(hits)
    else:
        err.print(f"nothing matches {text!r}; try a part of a name, or fewer words", soft_wrap=True)


def _require_kind(kind: str) -> None:
    from difflib import get_close_matches

    from geodb.models.record import RECORD_KINDS

    if kind not in RECORD_KINDS:
        raise UnknownCode("record_kind", kind, suggestions=get_close_matches(kind, RECORD_KINDS, n=2))


def _print(hits: Sequence[Hit]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    by_kind = sorted(hits, key=lambda hit: (-max(h.score for h in hits if h.kind == hit.kind), hit.kind))
    for number, (kind, group) in enumerate(groupby(by_kind, lambda hit: hit.kind)):
        if number:
            out.print()
        out.print(Text(kind.replace("_", " "), "bold cyan"))
        for hit in group:
            out.print(Padding(Text.assemble(hit.label, (f"  {hit.key}", "dim")), (0, 0, 0, 2), expand=False))
            if hit.matched != hit.label:
                found = f"{hit.matched_in}: {' '.join(hit.matched.split())}"
                out.print(Padding(Text(found, "dim"), (0, 0, 0, 4), expand=False))
