"""`geodb draft`: an article becomes a dossier to review."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geodb.cli.connect import connected
from geodb.cli.output import err, out, print_json

if TYPE_CHECKING:
    from geodb.sources.article.draft import Draft

_SHOWN = 12


def draft(
    article: Annotated[
        str,
        typer.Argument(metavar="PATH", help="An article: text, Markdown or HTML; - reads standard input."),
    ],
    folder: Annotated[Path, typer.Option("--output", "-o", help="Folder for article.txt and dossier.yaml.")],
    *,
    no_db: Annotated[bool, typer.Option("--no-db", help="Do not ask the database for names.")] = False,
    extractor: Annotated[
        str, typer.Option(help="Which extractor drafts: rules, or one that is installed.")
    ] = "rules",
    dataset: Annotated[str, typer.Option(help="Who issues the keys of the new records.")] = "geodb",
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Draft the dossier of an article, to be reviewed by a person before it is loaded."""
    from geodb.services.draft_article import draft_article, write_draft

    with nullcontext() if no_db else connected() as database:
        text, drafted = draft_article(
            article, db=database, extractor=extractor, dataset=dataset, key=_key(folder)
        )
    file = write_draft(folder, text, drafted)
    if json:
        print_json(
            {
                "dossier": file,
                "counts": drafted.counts(),
                "problems": [str(problem) for problem in drafted.problems],
            }
        )
    else:
        _print(file, drafted)


def _key(folder: Path) -> str:
    from geodb.sources.article.extract.keys import slug

    return slug(folder.resolve().name)


def _print(file: Path, drafted: Draft) -> None:
    counts = ", ".join(
        f"{number} {section.replace('_', ' ')}" for section, number in drafted.counts().items()
    )
    out.print(f"drafted {counts}", soft_wrap=True)
    for problem in drafted.problems[:_SHOWN]:
        err.print(f"look at: {problem}", soft_wrap=True, markup=False)
    if len(drafted.problems) > _SHOWN:
        err.print(f"and {len(drafted.problems) - _SHOWN} more")
    out.print(f"next: geodb review {file.parent}", soft_wrap=True, markup=False)
