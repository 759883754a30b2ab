"""`geodb codes`: which codes facts can carry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from geodb.cli.connect import connected
from geodb.cli.output import out, print_json

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def codes(
    code_list: Annotated[
        str | None, typer.Argument(help="A code list, as in event_kind, or a taxonomy, as in plover.")
    ] = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the codes of a code list or taxonomy; without one, list these."""
    with connected() as database, database.read() as session:
        rows = _lists(session) if code_list is None else _codes(session, code_list)
    if json:
        print_json(rows)
    else:
        _print(rows)


def _lists(session: Session) -> list[dict[str, Any]]:
    from sqlalchemy import select

    from geodb.models import CODE_LISTS, Taxonomy

    taxonomies = session.execute(select(Taxonomy.code, Taxonomy.title).order_by(Taxonomy.code))
    lists = [*CODE_LISTS.items(), *((code, title) for code, title in taxonomies)]
    return [{"code": name, "label": label} for name, label in lists]


def _codes(session: Session, code_list: str) -> list[dict[str, Any]]:
    from geodb.models import Taxonomy
    from geodb.repositories.codes import Codes

    found = Codes(session)
    if session.get(Taxonomy, code_list):
        return [
            {"code": term.code, "label": term.label, "description": term.description}
            for term in found.terms(code_list)
        ]
    return [
        {"code": code.code, "label": code.label, "description": code.description}
        for code in found.all(code_list)
        if not code.is_retired
    ]


def _print(rows: list[dict[str, Any]]) -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_header=False)
    for row in rows:
        table.add_row(*(value or "" for value in row.values()))
    out.print(table)
