"""The briefing that `geodb quickstart` ends with: what the database holds, in words."""

from __future__ import annotations

import shlex
from itertools import groupby
from textwrap import shorten
from typing import TYPE_CHECKING

from rich.columns import Columns
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from geodb.analysis.briefing import SHOWN, read_briefing
from geodb.analysis.words import (
    LASTING,
    amount_in_words,
    counted,
    date_in_words,
    duration_in_words,
    spoken,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console, RenderableType

    from geodb.analysis.briefing import Baseline, Briefing, Happening, Outcome, Paragraph, Said, Undertaking
    from geodb.db.session import Database

LABEL_WIDTH = 70
"""Longest label in a list of labels, in characters."""


def print_briefing(db: Database, console: Console) -> None:
    """Print what `db` holds, from counts to coverage, and what to try next.

    Fits the console from 60 columns on, and is plain text where the console is no terminal.
    """
    with db.read() as session:
        briefing = read_briefing(session)
    _print_counts(briefing, console)
    if not briefing.counts:
        return
    _print_timeline(briefing, console)
    _print_initiatives(briefing, console)
    _print_statements(briefing, console)
    _print_scenarios(briefing.outcomes, console)
    _print_paragraphs(briefing.paragraphs, console)
    _print_next(briefing, console)


def _indented(content: RenderableType, by: int = 2) -> Padding:
    return Padding(content, (0, 0, 0, by), expand=False)


def _heading(console: Console, title: str, remark: str = "") -> None:
    console.print()
    _title(console, title, remark)


def _title(console: Console, title: str, remark: str) -> None:
    console.print(Text.assemble((title, "bold cyan"), (f"  {remark}" if remark else "", "dim")))


def _print_counts(briefing: Briefing, console: Console) -> None:
    if not briefing.counts:
        _title(console, "What the database holds", "nothing yet; load an article with `geodb load FOLDER`")
        return
    _title(
        console, "What the database holds", f"with {counted(briefing.passages, 'passage')} quoted as evidence"
    )
    kinds = [f"{count.records:,} {_plural(count.kind, count.records)}" for count in briefing.counts]
    console.print(_indented(Columns(kinds, padding=(0, 3), column_first=True)))


def _plural(kind: str, number: int) -> str:
    return spoken(kind) if number == 1 else f"{spoken(kind)}s"


def _print_timeline(briefing: Briefing, console: Console) -> None:
    if not briefing.timeline:
        return
    _heading(console, "Timeline", "of events, as exactly as the sources say")
    table = Table.grid(padding=(0, 2))
    table.add_column(max_width=30)
    table.add_column(max_width=12)
    table.add_column()
    for event in briefing.timeline:
        table.add_row(_when(event.when_edtf, event.status), Text(spoken(event.status), "dim"), _event(event))
    console.print(_indented(table))
    _say_more(console, briefing.timeline, "api.event")


def _when(edtf: str | None, status: str | None) -> str:
    return date_in_words(edtf, lasting=status in LASTING)


def _event(event: Happening) -> Text:
    around = " · ".join(part for part in (event.participants, event.places) if part)
    return Text.assemble(event.label, (f"\n{around}" if around else "", "dim"))


def _say_more(console: Console, entries: Sequence[object], view: str) -> None:
    if len(entries) == SHOWN:
        console.print(Text(f"  cut after {SHOWN} entries; all are in {view}", "dim"))


def _print_initiatives(briefing: Briefing, console: Console) -> None:
    if not briefing.initiatives:
        return
    _heading(console, "Initiatives", "with parties, status and targets")
    shown = {initiative.key for initiative in briefing.initiatives}
    for initiative in briefing.initiatives:
        if initiative.parent_key not in shown:
            console.print(_indented(_initiative_tree(initiative, briefing)))
    _say_more(console, briefing.initiatives, "api.initiative")


def _initiative_tree(initiative: Undertaking, briefing: Briefing, parties_above: str | None = None) -> Tree:
    tree = Tree(_initiative(initiative, parties_above), guide_style="dim")
    for part in briefing.initiatives:
        if part.parent_key == initiative.key:
            tree.add(_initiative_tree(part, briefing, initiative.parties))
    own = (baseline for baseline in briefing.baselines if baseline.initiative_key == initiative.key)
    for _, baselines in groupby(own, lambda baseline: baseline.target_key):
        tree.add(_target_tree(list(baselines)))
    return tree


def _initiative(initiative: Undertaking, parties_above: str | None) -> Text:
    status = spoken(initiative.status or "status not stated")
    if initiative.status_edtf:
        since = "since " if initiative.status in LASTING else ""
        status += f" {since}{date_in_words(initiative.status_edtf)}"
    term = f"for {duration_in_words(initiative.term)}" if initiative.term else None
    parties = initiative.parties if initiative.parties != parties_above else None
    return Text.assemble(initiative.label, ("  " + " · ".join(filter(None, (status, term, parties))), "dim"))


def _target_tree(baselines: Sequence[Baseline]) -> Tree:
    target = baselines[0]
    value = amount_in_words(target.target_value, target.unit)
    deadline = f" by {date_in_words(target.deadline_edtf)}" if target.deadline_edtf else ""
    tree = Tree(
        Text.assemble(("target  ", "dim"), (f"{spoken(target.comparator)} {value}{deadline}", "bold")),
        guide_style="dim",
    )
    given = [baseline for baseline in baselines if baseline.value is not None]
    if all(baseline.is_outside for baseline in given):
        tree.add(Text("baseline  not stated by the article"))
    for baseline in given:
        tree.add(_baseline(baseline))
    return tree


def _baseline(baseline: Baseline) -> Text:
    value = amount_in_words(baseline.value or 0, baseline.unit)
    origin = f"from outside ({baseline.dataset_title})" if baseline.is_outside else "stated by the article"
    growth = baseline.needed_growth_percent
    needs = f"; needs {growth:.1f} % growth a year" if growth is not None else ""
    return Text.assemble(
        f"baseline  {value} in {date_in_words(baseline.as_of_edtf)}",
        f", {baseline.scope}" if baseline.scope else "",
        f": {baseline.source}",
        (f"\n{origin}{needs}", "dim"),
    )


def _print_statements(briefing: Briefing, console: Console) -> None:
    if not briefing.statements:
        return
    _heading(console, "Who said what about whom", "form of report; stance towards whom it is about")
    for speakers, statements in groupby(briefing.statements, lambda said: said.speakers):
        console.print(_indented(Text(speakers or "speaker not named", "bold")))
        table = Table.grid(padding=(0, 2))
        table.add_column(min_width=10, max_width=10)
        for said in statements:
            table.add_row(Text(spoken(said.form), "dim"), _said(said))
        console.print(_indented(table, 4))
    _say_more(console, briefing.statements, "api.statement")


def _said(said: Said) -> Text:
    about = f"about {said.about}" if said.about else None
    at = f"at: {said.occasion}" if said.occasion else None
    behind = " · ".join(filter(None, (about, at)))
    return Text.assemble(said.content, (f"\n{behind}" if behind else "", "dim"))


def _print_scenarios(outcomes: Sequence[Outcome], console: Console) -> None:
    if not outcomes:
        return
    _heading(console, "Scenarios", "if the conditions hold, the outcomes in the author's own wording")
    for _, group in groupby(outcomes, lambda outcome: outcome.scenario_key):
        members = list(group)
        first = members[0]
        tree = Tree(Text.assemble(("if  ", "dim"), first.conditions or first.scenario), guide_style="dim")
        for outcome in members:
            if outcome.outcome:
                tree.add(_outcome(outcome.wording, outcome.outcome))
        console.print(_indented(tree))
    _say_more(console, outcomes, "api.scenario_outcome")


def _outcome(wording: str | None, outcome: str) -> Text:
    """The outcome with its word of likelihood, which may stand earlier in the sentence than the outcome."""
    if not wording or wording in outcome.split():
        return Text(outcome)
    return Text.assemble((f"({wording})  ", "dim"), outcome)


def _print_paragraphs(paragraphs: Sequence[Paragraph], console: Console) -> None:
    for _, group in groupby(paragraphs, lambda paragraph: paragraph.document_key):
        members = list(group)
        _heading(console, "Paragraph by paragraph", members[0].document_label)
        console.print(
            Text("  facts it supports; claims without a footnote; the author's own judgments", "dim")
        )
        table = Table.grid(padding=(0, 2))
        table.add_column(justify="right")
        table.add_column(justify="right", no_wrap=True)
        for paragraph in members:
            table.add_row(str(paragraph.paragraph_no), counted(paragraph.facts, "fact"), _coverage(paragraph))
        console.print(_indented(table))
    _say_more(console, paragraphs, "api.coverage")


def _coverage(paragraph: Paragraph) -> Text:
    if paragraph.kind != "body":
        return Text(spoken(paragraph.kind), "dim")
    labels = [shorten(label, LABEL_WIDTH, placeholder=" …") for label in paragraph.uncited]
    uncited = f"no citation: {'; '.join(labels)}" if labels else ""
    judgments = counted(paragraph.judgments, "judgment") if paragraph.judgments else ""
    return Text.assemble(uncited, "\n" if uncited and judgments else "", (judgments, "dim"))


def _print_next(briefing: Briefing, console: Console) -> None:
    _heading(console, "What to try next")
    commands = [
        f"geodb show {briefing.hint.event_key}" if briefing.hint.event_key else None,
        f"geodb find {shlex.quote(briefing.hint.name)}" if briefing.hint.name else None,
        'geodb db psql -c "SELECT when_edtf, status, label FROM api.event ORDER BY when_from"',
    ]
    for command in filter(None, commands):
        console.print(Text(f"  {command}"), soft_wrap=True)
