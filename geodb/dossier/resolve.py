"""A dossier made whole: its article, the spans of its quotes, its keys, and what it needs from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path as FilePath

from geodb.dossier.actors import ActorRelation
from geodb.dossier.events import EventRelation
from geodb.dossier.fields import Ref
from geodb.dossier.files import Document, find_dossier, read_document, read_tree
from geodb.dossier.items import Item
from geodb.dossier.keys import CodeUse, KeyTable, Lookup, codes, uses_of
from geodb.dossier.labels import label_of
from geodb.dossier.model import Dossier
from geodb.dossier.passages import Passage, check_references, find_passages
from geodb.dossier.problems import Problems
from geodb.dossier.validation import validate
from geodb.dossier.yaml_tree import Path, Tree
from geodb.errors import DossierError, Problem
from geodb.types import Key


@dataclass(frozen=True, slots=True)
class ResolvedDossier:
    """A dossier that can be loaded once its lookups are answered and its codes are known to exist.

    `records` are all records with their paths, also the article and the relations written inside events;
    `labels` are by the records' keys. The place of anything in the file is told by `problem`.
    """

    file: str
    dossier: Dossier
    document: Document | None
    records: tuple[tuple[Path, Item], ...]
    labels: Mapping[str, str]
    keys: Mapping[tuple[str, str], Key]
    passages: tuple[Passage, ...]
    lookups: tuple[Lookup, ...]
    codes: tuple[CodeUse, ...]
    tree: Tree

    @property
    def document_key(self) -> str | None:
        """Local key of the document record that holds the article's words."""
        return f"{self.dossier.article.key}.text" if self.dossier.article else None

    def key(self, ref: Ref) -> Key | None:
        """Return the key that `ref` stands for, or None where only the database can tell: see `lookups`."""
        return self.keys.get((str(ref), ref.kind))

    def problem(self, path: Path, message: str, *, value: object = None, hint: str | None = None) -> Problem:
        """Return a problem with the file, line and field of `path`."""
        return Problems(self.file, self.tree).at(path, message, value=value, hint=hint)


def read_dossier(path: FilePath | str) -> ResolvedDossier:
    """Read a dossier, and the article beside it, from a folder or a .yaml, .yml or .json file.

    Raises:
        DossierError: with all problems that were found; nothing of the dossier can be used then.
    """
    source, problems = examine_dossier(path)
    problems.raise_all()
    return source


def examine_dossier(path: FilePath | str) -> tuple[ResolvedDossier, Problems]:
    """Read a dossier as `read_dossier` does, and hand its problems over beside what can be read all the same.

    Evidence that was not found is missing in it. It may be shown to people, but not loaded.

    Raises:
        DossierError: nothing can be read: it is no dossier, or there is no article.
    """
    file = find_dossier(FilePath(path))
    tree = read_tree(file)
    dossier = validate(tree, str(file))
    problems = Problems(str(file), tree)
    document = _document(dossier, file, problems)
    records = tuple(dossier.records())
    table = KeyTable(dossier.dataset, records, problems)
    uses = uses_of(dossier)
    lookups = tuple(table.lookups(uses))
    check_references(dossier, document, problems)
    _check_units(dossier, problems)
    _check_others(dossier.dataset, records, table, problems)
    passages = find_passages(dossier, records, document, problems)
    captions = {item.key: item.caption for _, item in records if item.caption}
    source = ResolvedDossier(
        file=str(file),
        dossier=dossier,
        document=document,
        records=records,
        labels={item.key: label_of(item, captions) for _, item in records},
        keys=table.found,
        passages=passages,
        lookups=lookups,
        codes=tuple(codes(uses)),
        tree=tree,
    )
    return source, problems


def _document(dossier: Dossier, file: FilePath, problems: Problems) -> Document | None:
    article = dossier.article
    if article is None:
        return None
    footnotes = {reference.p: "footnote" for reference in dossier.references if reference.p}
    try:
        document = read_document(file.parent, article.text, {**footnotes, **article.paragraphs})
    except DossierError as error:
        for problem in error.problems:
            if problem.field:  # about the path in the dossier, so it is told where that stands
                problems.add(("article", "text"), problem.message, value=problem.value, hint=problem.hint)
                problems.raise_all()
        raise
    steps = [step for step in (article.normalization, document.normalization) if step and step != "none"]
    return replace(
        document,
        original_sha256=article.original_sha256 or document.original_sha256,
        normalization=",".join(steps) or "none",
    )


def _check_units(dossier: Dossier, problems: Problems) -> None:
    units = {target.key: target.unit for target in dossier.targets}
    for number, observation in enumerate(dossier.observations):
        unit = units.get(observation.target, observation.unit)
        if observation.unit != unit:
            message = f"the target is in {unit}; observe it in the same unit"
            problems.add(("observations", number, "unit"), message, value=str(observation.unit))


_OTHERS = {
    "place": ("parent",),
    "initiative": ("parent",),
    "assessment": ("parent", "subjects"),
    "statement": ("canonical", "about"),
}
"""Fields that name other records than the one that they are of."""


def _check_others(
    dataset: str, records: tuple[tuple[Path, Item], ...], table: KeyTable, problems: Problems
) -> None:
    for path, item in records:
        own = Key(dataset, item.key)
        for field in _OTHERS.get(item.record_kind, ()):
            named = getattr(item, field)
            refs = named if isinstance(named, tuple) else (named,) if named else ()
            for ref in refs:
                if table.found.get((str(ref), ref.kind)) == own:
                    problems.add((*path, field), "this is the record itself; name another", value=str(ref))
        if isinstance(item, ActorRelation | EventRelation):
            ends = [table.found.get((str(ref), ref.kind)) for ref in _refs(item.from_, item.to)]
            if ends[0] is not None and ends[0] == ends[1]:
                problems.add((*path, "to"), "from and to are the same record", value=str(item.to))


def _refs(*values: str) -> list[Ref]:
    return [value for value in values if isinstance(value, Ref)]
