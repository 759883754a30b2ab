"""A dossier as it is shown to the person who decides on it, also where it cannot be loaded yet.

Facts are taken from the file as it was written and not from the validated model, since one slip in one fact
would leave nothing to show.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from geodb.dossier.files import Document, find_dossier, read_document, read_tree
from geodb.dossier.model import SECTIONS
from geodb.dossier.quotes import find_quote
from geodb.dossier.resolve import ResolvedDossier, examine_dossier
from geodb.dossier.yaml_tree import Path, Tree
from geodb.errors import DossierError, InvalidValue, Problem
from geodb.types import Span

SECTIONS_SHOWN = (
    "statements", "events", "event_relations", "initiatives", "targets", "observations", "figures",
    "assessments", "actors", "offices", "holdings", "actor_relations", "places", "claims", "notes",
    "references", "sources",
)  # fmt: skip
"""In the order of the page: what was said and done first, who and where below."""

_CAPTIONS = ("label", "title", "content", "text", "metric", "attribute", "url")
_PARTS = ("holder", "from", "kind", "to", "office", "of", "measure", "target", "on")
_LABEL_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Support:
    """What stands behind a fact: words of the article, or a source as a whole.

    `span` is None where the words are not in their paragraph; `error` and `hint` say why, and what is near.
    """

    path: Path
    words: str | None
    p: int | None
    source: str | None
    attribute: str | None
    marker: str | None
    relation: str
    span: Span | None = None
    error: str | None = None
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One item of a dossier: `fields` as they were written.

    `confidence` (0 to 100) and `rule` are what the draft says of how it came to the item, if it does.
    """

    path: Path
    section: str
    key: str | None
    label: str
    line: int | None
    fields: Mapping[str, Any]
    supports: tuple[Support, ...]
    confidence: int | None
    rule: str | None

    @property
    def id(self) -> str:
        """Name of the fact on its page."""
        return "-".join(map(str, self.path))


@dataclass(frozen=True, slots=True)
class Draft:
    """A dossier and its article; `source` is None where it breaks the format, and `problems` say how."""

    file: FilePath
    head: Mapping[str, Any]
    document: Document | None
    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...]
    source: ResolvedDossier | None
    tree: Tree


def read_draft(path: FilePath | str) -> Draft:
    """Read a dossier and its article for review.

    Raises:
        DossierError: the file cannot be read at all, so that there is nothing to show.
    """
    file = find_dossier(FilePath(path))
    tree = read_tree(file)
    source, problems = _examined(file)
    document = source.document if source else _document(file, tree)
    facts = tuple(_facts(tree, document, source))
    head = {name: value for name, value in tree.value.items() if name not in SECTIONS_SHOWN}
    return Draft(file, head, document, facts, problems, source, tree)


def _examined(file: FilePath) -> tuple[ResolvedDossier | None, tuple[Problem, ...]]:
    try:
        source, problems = examine_dossier(file)
    except DossierError as error:
        return None, error.problems
    return source, problems.found


def _document(file: FilePath, tree: Tree) -> Document | None:
    article = tree.value.get("article")
    text = article.get("text") if isinstance(article, dict) else None
    try:
        return read_document(file.parent, text, {}) if isinstance(text, str) else None
    except (DossierError, ValueError):  # told among the problems; ValueError: a NUL in the name
        return None


def _facts(tree: Tree, document: Document | None, source: ResolvedDossier | None) -> Iterator[Fact]:
    named = {path: item.key for path, item in source.records} if source else {}
    for section in SECTIONS_SHOWN:
        items = tree.value.get(section)
        for number, raw in enumerate(items if isinstance(items, list) else ()):
            path: Path = (section, number)
            key = named.get(path) or _text(raw, "key")
            label = source.labels.get(key) if source and key and section in SECTIONS else None
            fields = raw if isinstance(raw, dict) else {"value": raw}
            yield Fact(
                path=path,
                section=section,
                key=key,
                label=label or _caption(fields) or key or f"{section} {number + 1}",
                line=tree.line(path),
                fields=fields,
                supports=tuple(_supports(fields, path, document)),
                confidence=_confidence(fields),
                rule=_text(fields.get("draft"), "rule"),
            )


def _caption(fields: Mapping[str, Any]) -> str | None:
    """What a fact is called by its own fields, for want of a better label."""
    names = fields.get("names")
    told = [_text(fields, "label"), _text(names[0] if isinstance(names, list) and names else None, "name")]
    told += [_text(fields, name) for name in _CAPTIONS]
    parts = [text for name in _PARTS if (text := _text(fields, name))]
    evidence = fields.get("evidence")
    first = _text(evidence[0], "quote") if isinstance(evidence, list) and evidence else None
    told += [" ".join(parts) if len(parts) > 1 else None, first, *parts, _text(fields, "marker")]
    caption = next((text for text in told if text), "")
    return caption if len(caption) <= _LABEL_LENGTH else f"{caption[:_LABEL_LENGTH]}…"


def _supports(fields: Mapping[str, Any], path: Path, document: Document | None) -> Iterator[Support]:
    for at, bearer in _bearers(fields, path):
        evidence = bearer.get("evidence")
        for number, raw in enumerate(evidence if isinstance(evidence, list) else ()):
            if isinstance(raw, dict):
                yield _support(raw, _text(bearer, "marker"), (*at, "evidence", number), document)


def _bearers(fields: Mapping[str, Any], path: Path) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """The fact, and the relations written inside it, which have evidence of their own."""
    yield path, fields
    relations = fields.get("relations")
    for number, relation in enumerate(relations if isinstance(relations, list) else ()):
        if isinstance(relation, dict):
            yield (*path, "relations", number), relation


def _support(raw: Mapping[str, Any], marker: str | None, path: Path, document: Document | None) -> Support:
    p, words = raw.get("p"), _text(raw, "quote")
    span = error = hint = None
    if document and words and isinstance(p, int) and p > 0:
        nth = raw.get("nth")
        try:
            span = find_quote(
                words, p, document.paragraphs, nth if isinstance(nth, int) and nth > 0 else None
            )
        except InvalidValue as refusal:
            error, hint = refusal.message, refusal.hint
    return Support(
        path=path,
        words=words,
        p=p if isinstance(p, int) else None,
        source=_text(raw, "source"),
        attribute=_text(raw, "attribute"),
        marker=_text(raw, "marker") or marker,
        relation=_text(raw, "relation") or "supports",
        span=span,
        error=error,
        hint=hint,
    )


def _confidence(fields: Mapping[str, Any]) -> int | None:
    draft = fields.get("draft")
    value = draft.get("confidence") if isinstance(draft, dict) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _text(raw: Any, name: str) -> str | None:  # noqa: ANN401 - whatever stands in the file
    value = raw.get(name) if isinstance(raw, dict) else None
    return value if isinstance(value, str) and value else None
