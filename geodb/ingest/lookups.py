"""References that a dossier cannot answer itself, answered by the load as a whole and by the database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz, process
from sqlalchemy import ARRAY, Text, and_, func, literal, select, text, union

from geodb.dossier.keys import Lookup
from geodb.dossier.resolve import ResolvedDossier
from geodb.errors import Problem
from geodb.models import Record, RecordName
from geodb.types import Key

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, CompoundSelect, Select
    from sqlalchemy.orm import Session

_SUGGESTIONS = 3
_SIMILAR = 60
_SIMPLE = text("'simple'")

Answers = dict[tuple[str, str], str]


class Lookups:
    """Answers to what dossiers look up, in the load and in the database: keys first, then exact names."""

    def __init__(self, session: Session, sources: Sequence[ResolvedDossier]) -> None:
        self._session = session
        self._sources = sources
        lookups = [lookup for source in sources for lookup in source.lookups]
        self._kinds = self._kinds_by_key({str(lookup.key) for lookup in lookups if lookup.key})
        open_names = {str(each.ref) for each in lookups if str(each.key) not in self._kinds}
        self._named = self._keys_by_name(open_names)
        self.problems: list[Problem] = []

    def of(self, source: ResolvedDossier) -> Answers:
        """The keys that the lookups of one dossier stand for; what has no answer is added to `problems`."""
        answers: Answers = {}
        for lookup in source.lookups:
            key = self._answer(source, lookup)
            if key is not None:
                answers[str(lookup.ref), lookup.ref.kind] = key
        return answers

    def _answer(self, source: ResolvedDossier, lookup: Lookup) -> str | None:
        kind = self._kinds.get(str(lookup.key))
        if kind is not None:
            if lookup.ref.kind in {kind, "record"}:
                return str(lookup.key)
            self._complain(
                source, lookup, f"this is of kind {kind}, but here stands the key of a {lookup.ref.kind}"
            )
            return None
        keys = sorted(
            key for key, of_kind in self._named[str(lookup.ref)] if lookup.ref.kind in {of_kind, "record"}
        )
        if len(keys) == 1:
            return keys[0]
        if keys:
            hint = f"write the key: {' or '.join(keys)}"
            self._complain(source, lookup, "several records have this name", hint)
        else:
            self._complain(source, lookup, f"no such {_noun(lookup.ref.kind)}", self._nearest(source, lookup))
        return None

    def _complain(
        self, source: ResolvedDossier, lookup: Lookup, message: str, hint: str | None = None
    ) -> None:
        self.problems.append(source.problem(lookup.path, message, value=str(lookup.ref), hint=hint))

    def _kinds_by_key(self, keys: set[str]) -> dict[str, str]:
        found = self._session.execute(select(Record.key, Record.record_kind).where(Record.key == _any(keys)))
        kinds = {row.key: row.record_kind for row in found}
        for source in self._sources:
            for _, item in source.records if keys else ():
                key = f"{source.dossier.dataset}:{item.key}"
                if key in keys:
                    kinds[key] = item.record_kind
        return kinds

    def _keys_by_name(self, names: set[str]) -> defaultdict[str, set[tuple[str, str]]]:
        found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        if not names:
            return found
        for name, key, kind in self._session.execute(_named(names)):
            found[name].add((key, kind))
        for source in self._sources:
            for _, item in source.records:
                for name in names & {source.labels[item.key], *(name.name for name in item.names)}:
                    found[name].add((f"{source.dossier.dataset}:{item.key}", item.record_kind))
        return found

    def _nearest(self, source: ResolvedDossier, lookup: Lookup) -> str:
        """Say which keys may have been meant: of this dossier by spelling, of the database by names."""
        kind, words = lookup.ref.kind, str(lookup.ref).partition(":")[2] or str(lookup.ref)
        own = [item.key for _, item in source.records if kind in {item.record_kind, "record"}]
        near = [
            key
            for key, _, _ in process.extract(
                words, own, scorer=fuzz.WRatio, limit=_SUGGESTIONS, score_cutoff=_SIMILAR
            )
        ]
        own_keys = {str(Key(source.dossier.dataset, key)) for key in own}
        similar = self._session.scalars(_similar(words.replace("-", " "), kind))
        near += [key for key in similar if key not in own_keys]
        if near:
            return f"did you mean {' or '.join(dict.fromkeys(near))}?"
        return f"define it in the dossier, or look for it with `geodb find {words!r}`"


def _named(names: set[str]) -> CompoundSelect[Any]:
    """Standing records that are called so, whatever case and accents; labels are compared as they are."""
    asked = func.unnest(literal(list(names), ARRAY(Text))).table_valued("name", name="asked").render_derived()
    found, standing = select(asked.c.name, Record.key, Record.record_kind), Record.retracted_at.is_(None)
    by_name = found.join_from(asked, RecordName, RecordName.folded == func.geodb.fold_name_v1(asked.c.name))
    by_name = by_name.join(Record, and_(Record.id == RecordName.record_id, standing))
    # The words first: they are in an index, the label as a whole is not.
    words = func.to_tsvector(_SIMPLE, Record.label).op("@@")(func.phraseto_tsquery(_SIMPLE, asked.c.name))
    is_label = and_(words, Record.label == asked.c.name, standing)
    by_label = found.join_from(asked, Record, is_label)
    return union(by_name, by_label)


def _similar(words: str, kind: str) -> Select[str]:
    folded = func.geodb.fold_name_v1(words)
    near = select(Record.key).join(RecordName, RecordName.record_id == Record.id)
    near = near.where(RecordName.folded.op("%")(folded), Record.retracted_at.is_(None))
    if kind != "record":
        near = near.where(Record.record_kind == kind)
    return near.order_by(func.similarity(RecordName.folded, folded).desc(), Record.key).limit(_SUGGESTIONS)


def _any(values: Iterable[str]) -> ColumnElement[str]:
    return func.any(literal(list(values), ARRAY(Text)))


def _noun(kind: str) -> str:
    return kind.replace("_", " ")
