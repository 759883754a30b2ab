"""`geodb evaluate`: how well drafting does on articles that people coded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geodb.cli.output import out, print_json

if TYPE_CHECKING:
    from geodb.services.evaluation import Scores


def evaluate(
    dossiers: Annotated[
        list[Path] | None,
        typer.Argument(help="Reviewed dossiers' folders; default: the seed article.", exists=True),
    ] = None,
    *,
    gum: Annotated[
        Path | None,
        typer.Option(help="Folder of GUM files (.tsv): names of actors.", exists=True, file_okay=False),
    ] = None,
    plover: Annotated[
        Path | None,
        typer.Option(
            help="PLOVER's gold standard records (JSON): types of events.", exists=True, dir_okay=False
        ),
    ] = None,
    references: Annotated[
        Path | None,
        typer.Option(help="File of labelled references of anystyle (.xml).", exists=True, dir_okay=False),
    ] = None,
    extractor: Annotated[str, typer.Option(help="Which extractor drafts.")] = "rules",
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Draft articles anew, without the database, and print precision, recall and F1 per kind of fact.

    Of several folders, also those of all together.
    """
    from geodb.resources import seeds_dir
    from geodb.services import extraction_scores as scoring
    from geodb.services.evaluation import Scores, evaluate_citations, labelled_references

    results: list[tuple[str, Scores]] = []
    if dossiers or not (gum or plover or references):
        folders = dossiers or [seeds_dir() / "articles" / "us-strategic-moves-2025"]
        results += scoring.evaluate_folders(folders, extractor)
        if len(results) > 1:
            together = Scores()
            for _, scores in results:
                together.add_all(scores)
            results.append((f"all {len(results)} together", together))
    if gum:
        results.append((gum.name, scoring.evaluate_names(sorted(gum.rglob("*.tsv")), extractor)))
    if plover:
        results.append((plover.name, scoring.evaluate_types(scoring.plover_sentences(plover), extractor)))
    if references:
        results.append((references.name, evaluate_citations(labelled_references(references))))
    if json:
        print_json({name: scoring.as_rows(scores) for name, scores in results})
        return
    for name, scores in results:
        _print(name, scores)


def _print(name: str, scores: Scores) -> None:
    from rich.table import Table

    table = Table(title=name, box=None, pad_edge=False, header_style="bold", title_justify="left")
    table.add_column("kind")
    for column in ("expected", "found", "correct", "P", "R", "F1"):
        table.add_column(column, justify="right")
    for kind, score in scores.by_kind.items():
        shares = (
            f"{score.precision:.3f}" if score.found else "-",
            f"{score.recall:.3f}" if score.expected else "-",
            f"{score.f1:.3f}",
        )
        table.add_row(kind, str(score.expected), str(score.found), str(score.correct), *shares)
    out.print(table)
