"""`geodb evaluate`: how well drafting does on articles that people coded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from geodb.cli.output import out, print_json
from geodb.errors import NotFound

if TYPE_CHECKING:
    from geodb.services.evaluation import Scores

Row = dict[str, Any]


class Show(StrEnum):
    """What of an evaluation is printed."""

    KINDS = "kinds"
    RULES = "rules"
    DIFFERENCES = "differences"


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
    coder: Annotated[
        Path | None,
        typer.Option(
            help="Folder of another person's dossiers, by the same names: compare those, and draft nothing.",
            exists=True,
            file_okay=False,
        ),
    ] = None,
    show: Annotated[
        Show,
        typer.Option(help="Scores by kind of fact or by rule, or the facts missed and those too much."),
    ] = Show.KINDS,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Draft articles anew, without the database, and print precision, recall and F1 per kind of fact.

    Of several folders, also those of all together. By rule and by difference only dossiers are compared.
    With --coder: how far two people agree who coded the same articles.
    """
    if coder and show == Show.RULES:
        raise typer.BadParameter("people code by no rules: take kinds or differences", param_hint="--show")
    from geodb.resources import seeds_dir
    from geodb.services.annotated_sets import evaluate_names, evaluate_types, plover_sentences
    from geodb.services.evaluation import Scores, evaluate_citations, labelled_references
    from geodb.services.extraction_scores import compare_codings, evaluate_folders

    results: list[tuple[str, Scores]] = []
    if dossiers or not (gum or plover or references):
        folders = dossiers or [seeds_dir() / "articles" / "us-strategic-moves-2025"]
        results += compare_codings(folders, coder) if coder else evaluate_folders(folders, extractor)
        if len(results) > 1:
            together = Scores()
            for _, scores in results:
                together.add_all(scores)
            results.append((f"all {len(results)} together", together))
    if gum:
        results.append(_some(gum, evaluate_names(sorted(gum.rglob("*.tsv")), extractor)))
    if plover:
        results.append(_some(plover, evaluate_types(plover_sentences(plover), extractor)))
    if references:
        results.append(_some(references, evaluate_citations(labelled_references(references))))
    rows = _by_name(results, _ROWS[show])
    if json:
        print_json(rows)
        return
    for name, listed in rows.items():
        (_print_lines if show == Show.DIFFERENCES else _print_table)(name, listed)


def _by_name(
    results: list[tuple[str, Scores]], rows_of: Callable[[Scores], Iterable[Row]]
) -> dict[str, list[Row]]:
    """Return the rows of each result by its name; folders of different places may be called the same."""
    rows: dict[str, list[Row]] = {}
    times: Counter[str] = Counter()
    for name, scores in results:
        times[name] += 1
        rows[name if times[name] == 1 else f"{name} ({times[name]})"] = list(rows_of(scores))
    return rows


def _some(path: Path, scores: Scores) -> tuple[str, Scores]:
    """Return the scores with what they are of, unless there are none: then the file is no such file."""
    if not scores.by_kind:
        raise NotFound(
            f"{path} has nothing to compare with", hint="`geodb evaluate --help` says what it may be"
        )
    return path.name, scores


def _kinds(scores: Scores) -> Iterable[Row]:
    for kind, score in scores.by_kind.items():
        yield {
            "kind": kind,
            "expected": score.expected,
            "found": score.found,
            "correct": score.correct,
            "precision": round(score.precision, 3) if score.found else None,
            "recall": round(score.recall, 3) if score.expected else None,
            "f1": round(score.f1, 3),
        }


def _rules(scores: Scores) -> Iterable[Row]:
    for rule, made in sorted(scores.by_rule.items()):
        yield {
            "rule": rule,
            "found": made.found,
            "correct": made.correct,
            "precision": round(made.precision, 3),
            "confidence": round(made.confidence / 100, 3),
        }


def _differences(scores: Scores) -> Iterable[Row]:
    for one in scores.differences:
        yield {
            "is": "missed" if one.is_missed else "too much",
            "kind": one.kind,
            "key": one.key,
            "rule": one.rule,
            "words": " | ".join(f"{paragraph}: {words}" for paragraph, words in one.words),
        }


_ROWS: dict[Show, Callable[[Scores], Iterable[Row]]] = {
    Show.KINDS: _kinds,
    Show.RULES: _rules,
    Show.DIFFERENCES: _differences,
}


def _print_table(name: str, rows: Iterable[Row]) -> None:
    from rich.table import Table

    table = Table(title=name, box=None, pad_edge=False, header_style="bold", title_justify="left")
    for number, row in enumerate(rows):
        if not number:
            for at, column in enumerate(row):
                table.add_column(column, justify="right" if at else "left")
        table.add_row(*map(_cell, row.values()))
    out.print(table)


def _print_lines(name: str, rows: Iterable[Row]) -> None:
    """Print a line for each row: its words are too long for a table."""
    out.print(name, style="bold")
    for row in rows:
        out.print("  ".join(map(_cell, row.values())), soft_wrap=True)


def _cell(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
