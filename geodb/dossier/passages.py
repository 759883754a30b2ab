"""The passages that support a dossier's records, found in the article; and the footnotes it has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from geodb.dossier.fields import Ref
from geodb.dossier.files import Document
from geodb.dossier.items import Evidence, Item
from geodb.dossier.model import Dossier
from geodb.dossier.problems import Problems
from geodb.dossier.quotes import find_quote
from geodb.dossier.yaml_tree import Path
from geodb.errors import InvalidValue
from geodb.types import Span

_CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Passage:
    """One row of evidence for `record`, or for the claim on it that has number `claim` in the dossier.

    Either `source` is given, and the evidence is that source as a whole; or the passage is of the article,
    and `span` and `exact` say which words, `prefix` and `suffix` what stands around them.
    """

    record: Ref
    claim: int | None
    source: Ref | None
    span: Span | None
    exact: str | None
    prefix: str | None
    suffix: str | None
    attribute: str | None
    relation: str
    marker: str | None
    credibility: int | None
    coder: str
    path: Path


@dataclass(frozen=True, slots=True)
class _Bearer:
    """What evidence is for, and what it takes from there unless it says otherwise."""

    record: Ref
    claim: int | None
    attribute: str | None
    marker: str | None
    coder: str
    path: Path
    evidence: tuple[Evidence, ...]


def find_passages(
    dossier: Dossier,
    records: tuple[tuple[Path, Item], ...],
    document: Document | None,
    problems: Problems,
) -> tuple[Passage, ...]:
    """Find the words of every piece of evidence; those that are not there become problems."""
    markers = {reference.marker: None for reference in dossier.references}
    known = f"references here: {', '.join(markers)}" if markers else "add it to references"
    found: list[Passage] = []
    for bearer in _bearers(dossier, records):
        if bearer.marker and bearer.marker not in markers:
            problems.add(
                (*bearer.path, "marker"), "no reference has this marker", value=bearer.marker, hint=known
            )
        for number, evidence in enumerate(bearer.evidence):
            path = (*bearer.path, "evidence", number)
            if evidence.marker and evidence.marker not in markers:
                problems.add(
                    (*path, "marker"), "no reference has this marker", value=evidence.marker, hint=known
                )
            try:
                found.append(_passage(bearer, evidence, document, path))
            except InvalidValue as error:
                problems.add((*path, "quote"), error.message, value=evidence.quote, hint=error.hint)
    return tuple(found)


def check_references(dossier: Dossier, document: Document | None, problems: Problems) -> None:
    """Check that every footnote is in the article, once, under its marker."""
    paragraphs = document.paragraphs if document else ()
    seen: set[str] = set()
    for number, reference in enumerate(dossier.references):
        path: Path = ("references", number)
        if reference.marker in seen:
            problems.add((*path, "marker"), "the marker is used for two references", value=reference.marker)
        seen.add(reference.marker)
        if document is None:
            problems.add(path, "a reference needs an article that makes it")
        elif reference.p and reference.p > len(paragraphs):
            problems.add((*path, "p"), f"the article has {len(paragraphs)} paragraphs", value=reference.p)
        elif reference.p and reference.marker not in paragraphs[reference.p - 1].text:
            message = f"the marker is not in paragraph {reference.p}"
            problems.add((*path, "marker"), message, value=reference.marker)


def _bearers(dossier: Dossier, records: tuple[tuple[Path, Item], ...]) -> Iterator[_Bearer]:
    for path, item in records:
        record = Ref(item.key, item.record_kind)
        yield _Bearer(record, None, None, item.marker, dossier.coder, path, item.evidence)
    for number, claim in enumerate(dossier.claims):
        on, coder, path = Ref(claim.on, "record"), claim.coder or dossier.coder, ("claims", number)
        yield _Bearer(on, number, claim.attribute, claim.marker, coder, path, claim.evidence)


def _passage(bearer: _Bearer, evidence: Evidence, document: Document | None, path: Path) -> Passage:
    span = exact = prefix = suffix = None
    if evidence.p is not None and evidence.quote is not None:
        if document is None:
            raise InvalidValue("the dossier has no article to quote", hint="add article, or name a source")
        span = find_quote(evidence.quote, evidence.p, document.paragraphs, evidence.nth)
        text = document.paragraphs[span.paragraph - 1].text
        exact = text[span.start : span.end]
        prefix = text[max(0, span.start - _CONTEXT) : span.start]
        suffix = text[span.end : span.end + _CONTEXT]
    return Passage(
        record=bearer.record,
        claim=bearer.claim,
        source=Ref(evidence.source, "source") if evidence.source else None,
        span=span,
        exact=exact,
        prefix=prefix,
        suffix=suffix,
        attribute=evidence.attribute or bearer.attribute,
        relation=evidence.relation,
        marker=(evidence.marker or bearer.marker) if span else None,
        credibility=evidence.credibility,
        coder=evidence.coder or bearer.coder,
        path=path,
    )
