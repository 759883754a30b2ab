"""`geodb draft`: an article becomes a dossier to review."""

from __future__ import annotations

import re
import shlex
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geodb.cli.connect import database_if_any
from geodb.cli.output import err, out, print_json
from geodb.errors import ConfigError, shown
from geodb.types import PREFIX_PATTERN

if TYPE_CHECKING:
    from collections import Counter

    from geodb.db.session import Database
    from geodb.services.draft_folder import Drafted
    from geodb.sources.article.draft import Draft

_SHOWN = 12


def draft(
    article: Annotated[
        str,
        typer.Argument(
            metavar="PATH",
            help="An article: text, Markdown, HTML or PDF; a folder of articles; - reads standard input.",
        ),
    ],
    folder: Annotated[
        Path,
        typer.Option("--output", "-o", help="Folder for article.txt and dossier.yaml, or for many of them."),
    ],
    *,
    no_db: Annotated[bool, typer.Option("--no-db", help="Do not ask the database for names.")] = False,
    extractor: Annotated[
        str, typer.Option(help="Which extractor drafts: rules, rules+nlp, or one that is installed.")
    ] = "rules",
    dataset: Annotated[str, typer.Option(help="Who issues the keys of the new records.")] = "geodb",
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that draft a folder.")] = 1,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Draft the dossier of an article, or of each in a folder, to be reviewed before it is loaded."""
    if not re.fullmatch(PREFIX_PATTERN, dataset):
        hint = "write small letters, digits, hyphens: my-dataset"
        raise ConfigError(f"{shown(dataset)} cannot be the name of a dataset", hint=hint)
    with database_if_any(wanted=not no_db) as (database, absent):
        if database is None:
            err.print(f"without the names of a database: {absent}", soft_wrap=True)
        if article != "-" and Path(article).is_dir():
            _draft_folder(Path(article), folder, database, extractor, dataset, jobs=jobs, json=json)
        else:
            _draft_one(article, folder, database, extractor, dataset, json=json)


def _draft_one(
    article: str, folder: Path, database: Database | None, extractor: str, dataset: str, *, json: bool
) -> None:
    from geodb.services.draft_article import draft_article, write_draft

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


def _draft_folder(
    articles: Path,
    target: Path,
    database: Database | None,
    extractor: str,
    dataset: str,
    *,
    jobs: int,
    json: bool,
) -> None:
    from collections import Counter

    from geodb.services.draft_folder import How, draft_folder

    totals: Counter[str] = Counter()
    told = []
    drafting = draft_folder(articles, target, db=database, how=How(extractor, dataset), jobs=jobs)
    with err.status("drafting") as status, closing(drafting):
        for one in drafting:
            totals[one.status] += 1
            status.update(f"drafting: {totals.total():,} articles, {totals['failed']:,} failed")
            if json:
                told.append(one)
            else:
                _print_one(one)
    if json:
        print_json({"articles": told, "outcomes": totals})
    else:
        _print_totals(totals, articles, target)
    if totals["failed"] or not totals:
        raise typer.Exit(1)


def _print_totals(totals: Counter[str], articles: Path, target: Path) -> None:
    if not totals:
        err.print(f"no articles in {articles}", soft_wrap=True)
        return
    named = {"drafted": "drafted", "there": "there already", "failed": "failed"}
    out.print(", ".join(f"{totals[key]:,} {words}" for key, words in named.items() if totals[key]))
    if totals["drafted"] or totals["there"]:
        next_ = f"next: geodb load {shlex.quote(str(target))} --accept-drafts, or review them"
        out.print(next_, soft_wrap=True)


def _print_one(one: Drafted) -> None:
    details = f" ({one.items:,} items, {one.problems:,} to look at)" if one.status == "drafted" else ""
    out.print(f"{one.status:<8} {one.folder}{details}", soft_wrap=True)
    if one.error:
        err.print(one.error, soft_wrap=True)
    if one.hint:
        err.print(f"hint: {one.hint}", soft_wrap=True)


def _key(folder: Path) -> str:
    from geodb.sources.article.extract.keys import slug

    return slug(folder.resolve().name)


def _print(file: Path, drafted: Draft) -> None:
    counts = ", ".join(
        f"{number} {section.replace('_', ' ')}" for section, number in drafted.counts().items()
    )
    out.print(f"drafted {counts}", soft_wrap=True)
    for problem in drafted.problems[:_SHOWN]:
        err.print(f"look at: {problem}", soft_wrap=True)
    if len(drafted.problems) > _SHOWN:
        err.print(f"and {len(drafted.problems) - _SHOWN} more")
    out.print(f"next: geodb review {shlex.quote(str(file.parent))}", soft_wrap=True)
