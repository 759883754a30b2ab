"""What to look at first: what a load would refuse, and what is only doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from geodb.dossier.problems import field_of
from geodb.errors import Problem, shown
from geodb.services.review.draft import Draft, Fact, Support

Kind = Literal["format", "quote", "name", "code", "duplicate", "uncited", "confidence"]

KINDS: dict[Kind, str] = {
    "format": "The dossier breaks a rule",
    "quote": "Quotes that do not match",
    "name": "Unresolved names",
    "code": "Unknown codes",
    "duplicate": "Possible duplicates",
    "uncited": "Uncited claims",
    "confidence": "Low confidence",
}
"""In the order of the page."""

CLAIMS = ("statements", "events", "initiatives", "targets", "figures")
"""Sections whose facts ought to stand under a footnote, in an article that has footnotes."""

WITHOUT_EVIDENCE = ("event_relations", "offices", "places", "sources", "references", "notes", "observations")
"""Sections whose facts are made of others, or name their source in a field."""

LOW_CONFIDENCE = 60
"""Below this, 0 to 100, a person should look."""

_ITEM = re.compile(r"([a-z_]+)\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing to look at; `refused` says that a load would refuse it. `fact` is the id of the fact."""

    kind: Kind
    message: str
    fact: str | None = None
    line: int | None = None
    field: str | None = None
    value: str | None = None
    hint: str | None = None
    refused: bool = False


def concerns_of(draft: Draft) -> Iterator[Concern]:
    """What the file and its article tell without a database."""
    own = {field_of((*support.path, "quote")) for fact in draft.facts for support in fact.supports}
    yield from told("format", (problem for problem in draft.problems if problem.field not in own))
    has_footnotes = any(fact.section == "references" for fact in draft.facts)
    for fact in draft.facts:
        yield from (_quote(fact, support) for support in fact.supports if support.error)
        yield from _uncited(fact, has_footnotes=has_footnotes)
        if fact.confidence is not None and fact.confidence < LOW_CONFIDENCE:
            yield Concern("confidence", f"{fact.confidence} of 100", fact.id, fact.line, value=fact.label)


def told(kind: Kind, problems: Iterable[Problem], *, refused: bool = True) -> Iterator[Concern]:
    """Problems as concerns; a load would raise those that are `refused`."""
    for problem in problems:
        item = _ITEM.match(problem.field or "")
        yield Concern(
            kind=kind,
            message=problem.message,
            fact="-".join(item.groups()) if item else None,
            line=problem.line,
            field=problem.field,
            value=_words(problem.value),
            hint=problem.hint,
            refused=refused,
        )


def _words(value: object) -> str | None:
    return value if isinstance(value, str) or value is None else shown(value)


def _quote(fact: Fact, support: Support) -> Concern:
    return Concern(
        kind="quote",
        message=support.error or "",
        fact=fact.id,
        line=fact.line,
        field=field_of((*support.path, "quote")),
        value=support.words,
        hint=support.hint,
        refused=True,
    )


def _uncited(fact: Fact, *, has_footnotes: bool) -> Iterator[Concern]:
    if not fact.supports and fact.section not in WITHOUT_EVIDENCE and "source" not in fact.fields:
        yield Concern("uncited", "no evidence at all", fact.id, fact.line, value=fact.label)
    elif fact.section in CLAIMS and has_footnotes and not any(_is_cited(each) for each in fact.supports):
        yield Concern("uncited", "under no footnote", fact.id, fact.line, value=fact.label)


def _is_cited(support: Support) -> bool:
    return bool(support.marker or support.source)
