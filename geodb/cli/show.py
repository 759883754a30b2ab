"""`geodb show`: one record with everything that hangs on it and the sentences that support it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from geodb.cli.connect import connected
from geodb.cli.output import out, print_json

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from geodb.analysis.record_card import Card, Found, Passage


def show(
    key: Annotated[str, typer.Argument(help="Key of a record; its prefix may be left out: donald-trump.")],
    *,
    as_of: Annotated[
        str | None,
        typer.Option(
            metavar="MOMENT", help="As it stood then: 2025-02-28 (its end, UTC) or 2025-02-28T14:30."
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show a record, what hangs on it, and the sentences that support it."""
    from geodb.analysis.past import moment_of
    from geodb.analysis.record_card import card_of

    moment = moment_of(as_of) if as_of is not None else None
    with connected() as database, database.read() as session:
        card = card_of(session, key, moment)
    if json:
        print_json(card)
    else:
        print_card(card, out)


def print_card(card: Card, console: Console) -> None:
    """Print a record for people; plain where the console is no terminal."""
    _print_head(card, console)
    _print_facts(card, console)
    _print_sections(card, console)
    _print_evidence(card.evidence, console)


def _print_head(card: Card, console: Console) -> None:
    from rich.text import Text

    record = card.record
    kind = str(card.facts.get("kind", record.kind))
    kinds = record.kind if kind == record.kind else f"{record.kind}, {kind}"
    console.print(Text.assemble((record.label, "bold"), (f"  {kinds.replace('_', ' ')}", "cyan")))
    console.print(Text(record.key, "dim"), soft_wrap=True)
    for warning in _warnings(record):
        console.print(Text(warning, "bold yellow"))


def _warnings(record: Found) -> list[str]:
    warnings = []
    if record.merged_from:
        warnings.append(f"{record.merged_from} was merged into this record: {record.merge_reason}")
    if record.retracted_at:
        day = record.retracted_at.date().isoformat()
        warnings.append(f"This record was retracted on {day}: {record.retraction_reason}")
    if record.marking != "clear":
        warnings.append(f"TLP:{record.marking.upper()}")
    return warnings


def _print_facts(card: Card, console: Console) -> None:
    from rich.table import Table
    from rich.text import Text

    from geodb.cli.card_lines import fact_lines, knowledge_line

    table = Table.grid(padding=(0, 2))
    table.add_column(max_width=20)
    knowable = [("knowable", knowledge_line(card.knowledge))] if card.knowledge else []
    for name, value in [*fact_lines(card.record.kind, card.facts), *knowable]:
        table.add_row(Text(name, "dim"), Text(value))
    if table.row_count:
        console.print()
        console.print(table)


def _print_sections(card: Card, console: Console) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from geodb.cli.card_lines import section_lines

    for title, lines in section_lines(card):
        console.print()
        console.print(Text(title, "bold cyan"))
        for line in lines:
            console.print(Padding(Text(line), (0, 0, 0, 2), expand=False))


def _print_evidence(evidence: list[Passage], console: Console) -> None:
    from rich.padding import Padding
    from rich.text import Text

    console.print()
    if not evidence:
        console.print(Text("No evidence is recorded.", "yellow"))
        return
    console.print(Text("Evidence", "bold cyan"))
    for number, passage in enumerate(evidence):
        if number:
            console.print()
        console.print(Padding(_sentence(passage, console), (0, 0, 0, 2), expand=False))
        console.print(Padding(Text(_origin(passage), "dim"), (0, 0, 0, 4), expand=False))


def _sentence(passage: Passage, console: Console) -> Text:
    """The sentence with the passage in bold on a terminal, between » and « elsewhere."""
    from rich.text import Text

    quote = passage.quote
    if quote is None:
        return Text("(the source is cited without its text)")
    if console.is_terminal and console.color_system:
        return Text.assemble(quote.before, (quote.exact, "bold underline"), quote.after)
    return Text(quote.marked())


def _origin(passage: Passage) -> str:
    about = f" {passage.attribute}" if passage.attribute else ""
    claimed = f" = {passage.claimed_value}" if passage.claimed_value is not None else ""
    where = f", paragraph {passage.paragraph_no}" if passage.paragraph_no else ""
    cited = f", which cites {passage.marker} {passage.cited_source_label}" if passage.marker else ", uncited"
    accessed = f" (accessed {passage.cited_accessed_on})" if passage.cited_accessed_on else ""
    rating = f", credibility {passage.credibility}" if passage.credibility else ""
    return f"{passage.relation}{about}{claimed}: {passage.source_label}{where}{cited}{accessed}{rating}"
