"""`geodb review`: a dossier as a page on which a person decides."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from geodb.cli.connect import database_if_any
from geodb.cli.output import err, out


def review(
    path: Annotated[Path, typer.Argument(help="A dossier or its folder.")],
    *,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Where to write; - for stdout. Default: review.html beside it."),
    ] = None,
    no_db: Annotated[bool, typer.Option("--no-db", help="Do not compare it with the database.")] = False,
    browse: Annotated[bool, typer.Option("--open", help="Open the page in a browser.")] = False,
) -> None:
    """Write a page that shows a dossier beside its article, with what to look at on top."""
    from geodb.analysis.review.page import page
    from geodb.services.review.reviewing import review_dossier

    with database_if_any(wanted=not no_db, may_be_down=True) as (database, absent):
        found = review_dossier(path, database, absent=absent)
    content = page(found).encode("utf-8", errors="replace")
    if output == Path("-"):
        sys.stdout.buffer.write(content)
        return
    target = output or found.draft.file.with_name("review.html")
    target.write_bytes(content)
    refused = f", {found.refused} of them to be mended before it can be loaded" if found.refused else ""
    out.print(
        f"{target}: {len(found.draft.facts)} items, {len(found.concerns)} to look at{refused}", soft_wrap=True
    )
    err.print(found.compared, soft_wrap=True)
    if browse:
        typer.launch(target.resolve().as_uri())
