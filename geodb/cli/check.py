"""`geodb check`: the quality checks, grouped by rule, worst first."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from geodb.cli.connect import connected
from geodb.cli.output import out, print_json
from geodb.errors import ConfigError, InvalidValue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geodb.services.check import CheckReport, Finding, Rule

_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}


class _Severity(StrEnum):
    error = "error"
    warning = "warning"
    info = "info"


def check(
    *,
    rule: Annotated[str | None, typer.Option(help="Only this rule; see docs/reference/checks.md.")] = None,
    severity: Annotated[
        _Severity, typer.Option(help="Only rules of this severity or worse.")
    ] = _Severity.info,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Look for what cannot be so, wants a look, or is good to know. Exit code 1 if there is an error."""
    from geodb.services.check import check as examine

    with connected() as database, database.read() as session:
        try:
            report = examine(session, rule=rule, severity=severity.value)
        except InvalidValue as error:  # wrong usage, as a wrong severity is
            raise ConfigError(error.message, hint=error.hint) from error
    if json:
        print_json({"ok": not report.has_errors, "rules": report.rules, "findings": report.findings})
    else:
        _print(report)
    raise typer.Exit(int(report.has_errors))


def _print(report: CheckReport) -> None:
    rules = {rule.rule: rule for rule in report.rules}
    for name, findings in groupby(report.findings, lambda finding: finding.rule):
        _print_rule(rules[name], list(findings))
    out.print(_summary(report), soft_wrap=True)


def _print_rule(rule: Rule, findings: Sequence[Finding]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    head = Text.assemble((rule.severity, _STYLES[rule.severity]), f"  {rule.rule}", f"  {len(findings)}")
    out.print(head)
    out.print(Padding(Text(rule.description, "dim"), (0, 0, 0, 2), expand=False))
    for finding in findings:
        line = Text.assemble(finding.label, f": {finding.message}")
        out.print(Padding(line, (0, 0, 0, 4), expand=False))
        others = f"  {finding.other_key}" if finding.other_key else ""
        out.print(Padding(Text(f"{finding.key}{others}", "dim"), (0, 0, 0, 6), expand=False))
    out.print()


def _summary(report: CheckReport) -> str:
    from geodb.analysis.words import counted

    counts = Counter(finding.severity for finding in report.findings)
    found = [counted(counts[each.value], each.value) for each in _Severity if counts[each.value]]
    return f"{counted(len(report.rules), 'rule')}: {', '.join(found) or 'nothing found'}"
