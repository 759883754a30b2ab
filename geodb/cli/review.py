"""`geodb review`: a dossier as a page on which a person decides."""

from __future__ import annotations

import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geodb.cli.output import err, out
from geodb.errors import DatabaseUnreachable, GeodbError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geodb.db.session import Database


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

    with _database(wanted=not no_db) as (database, absent):
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


@contextmanager
def _database(*, wanted: bool) -> Iterator[tuple[Database | None, str]]:
    """The database if there is one; otherwise None, and why. A review never makes a database."""
    from geodb.config import load_settings
    from geodb.db.session import Database

    settings = load_settings()
    if not wanted:
        yield None, "as asked"
        return
    if not settings.database_url and not (settings.home / "postgres" / "data").is_dir():
        yield None, "there is none yet"
        return
    with ExitStack() as stack:
        absent = ""
        try:
            database = stack.enter_context(Database.open(settings))
            database.require_current()
        except GeodbError as error:
            if error.exit_code != DatabaseUnreachable.exit_code:
                raise
            database, absent = None, error.message
        yield database, absent
