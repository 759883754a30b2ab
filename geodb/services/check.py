"""Quality checks: what in the database cannot be so, wants a look, or is good to know."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal

from sqlalchemy import text

from geodb.db.pgerrors import translated_errors
from geodb.errors import InvalidValue

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From what cannot be so to what is good to know."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A named check, and how bad it is what it finds."""

    rule: str
    severity: Severity
    description: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found about a record and, for most rules, another one, as in api.check_finding."""

    rule: str
    severity: Severity
    key: str
    kind: str
    label: str
    other_key: str | None
    other_label: str | None
    message: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The rules that were asked, worst first, and what they found, in the same order."""

    rules: tuple[Rule, ...]
    findings: tuple[Finding, ...]

    @property
    def has_errors(self) -> bool:
        """Whether anything was found that cannot be so."""
        return any(finding.severity == "error" for finding in self.findings)


def check(session: Session, *, rule: str | None = None, severity: Severity = "info") -> CheckReport:
    """Run one rule, or all of at least this severity. Raises InvalidValue for an unknown rule."""
    with translated_errors():
        known = [Rule(*row) for row in session.execute(_RULES)]
        asked = [_named(rule, known)] if rule else _at_least(severity, known)
        found = session.execute(_FINDINGS, {"rules": [each.rule for each in asked]})
        return CheckReport(tuple(asked), tuple(Finding(*row) for row in found))


def _named(name: str, rules: list[Rule]) -> Rule:
    for rule in rules:
        if rule.rule == name:
            return rule
    names = [rule.rule for rule in rules]
    close = " or ".join([known for known in names if name in known] or get_close_matches(name, names))
    hint = f"did you mean {close}?" if close else f"the rules are {', '.join(names)}"
    raise InvalidValue(f"there is no rule {name!r}", hint=hint)


def _at_least(severity: Severity, rules: list[Rule]) -> list[Rule]:
    wanted = SEVERITIES[: SEVERITIES.index(severity) + 1]
    return sorted((rule for rule in rules if rule.severity in wanted), key=_gravity)


def _gravity(rule: Rule) -> int:
    return SEVERITIES.index(rule.severity)


_RULES = text("SELECT rule, severity, description FROM api.check_rule")
_FINDINGS = text(
    "SELECT rule, severity, key, kind, label, other_key, other_label, message FROM api.check_finding"
    " WHERE rule = ANY (:rules) ORDER BY array_position(:rules, rule), label, key, other_key"
)
