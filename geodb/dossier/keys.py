"""What every key, reference and code of a dossier stands for, as far as the dossier itself can tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from geodb.dossier.events import Event
from geodb.dossier.fields import Code, Part, Ref
from geodb.dossier.items import Item
from geodb.dossier.model import Dossier
from geodb.dossier.problems import Problems
from geodb.dossier.yaml_tree import Path
from geodb.errors import InvalidValue
from geodb.types import DateSpan, Key

Use = tuple[Path, object]
_PLAIN = frozenset({str, int, float, bool, type(None), date, Decimal, DateSpan})


@dataclass(frozen=True, slots=True)
class Lookup:
    """A reference that the dossier cannot answer itself; `key` is None where it can only be a name."""

    ref: Ref
    key: Key | None
    path: Path


@dataclass(frozen=True, slots=True)
class CodeUse:
    """A code that must exist: in a code list, `country` or `taxonomy`, or as a term of `taxonomy:<code>`."""

    code: Code
    path: Path


class KeyTable:
    """The keys and names of a dossier's records, and what its references stand for."""

    def __init__(self, dataset: str, records: Iterable[tuple[Path, Item]], problems: Problems) -> None:
        self._dataset = dataset
        self._problems = problems
        self._records: dict[str, tuple[str, Path]] = {}
        self._names: dict[tuple[str, str], set[str]] = {}
        self.found: dict[tuple[str, str], Key] = {}
        for path, item in records:
            self._register(path, item)

    def _register(self, path: Path, item: Item) -> None:
        kind = item.record_kind
        if item.key in self._records:
            first_kind, first = self._records[item.key]
            what = (
                f"two records of kind {kind}" if kind == first_kind else f"two kinds, {first_kind} and {kind}"
            )
            line = self._problems.line(first)
            hint = f"it was given in line {line}; every record needs a key of its own" if line else None
            self._problems.add((*path, "key"), f"the key is used for {what}", value=item.key, hint=hint)
            return
        self._records[item.key] = kind, path
        key = Key(self._dataset, item.key)
        self.found[item.key, kind] = self.found[item.key, "record"] = key
        for name in {item.caption, *(name.name for name in item.names)}:
            if name:
                self._names.setdefault((name, kind), set()).add(item.key)

    def lookups(self, uses: Iterable[Use]) -> Iterator[Lookup]:
        """Resolve every reference among `uses`, and yield those that the dossier cannot answer, each once."""
        seen: set[tuple[str, str]] = set()
        for path, ref in uses:
            if isinstance(ref, Ref) and (ref, ref.kind) not in seen:
                seen.add((ref, ref.kind))
                key = self._key_of(ref)
                if key and key.prefix == self._dataset and key.local in self._records:
                    self._take(ref, key, path)
                elif not self._take_by_name(ref, path):
                    yield Lookup(ref, key, path)

    def _key_of(self, ref: Ref) -> Key | None:
        try:
            return Key.parse(ref, default_prefix=self._dataset)
        except InvalidValue:
            return None

    def _take(self, ref: Ref, key: Key, path: Path) -> None:
        kind, _ = self._records[key.local]
        if ref.kind not in {kind, "record"}:
            message = f"here stands the key of an item of kind {ref.kind}, but this one is of kind {kind}"
            self._problems.add(path, message, value=str(ref))
        self.found[str(ref), ref.kind] = key

    def _take_by_name(self, ref: Ref, path: Path) -> bool:
        locals_ = sorted(self._names.get((str(ref), ref.kind), ()))
        if len(locals_) > 1:
            hint = f"write the key: {' or '.join(locals_)}"
            self._problems.add(path, "several records have this name", value=str(ref), hint=hint)
        elif locals_:
            self._take(ref, Key(self._dataset, locals_[0]), path)
        return bool(locals_)


def codes(uses: Iterable[Use]) -> Iterator[CodeUse]:
    """Yield every code among `uses`, with where it stands."""
    for path, value in uses:
        if isinstance(value, Code):
            yield CodeUse(value, path)
        elif isinstance(value, Event):
            for term in value.all_terms:
                field = "plover" if term.taxonomy == "plover" else str(term.taxonomy)
                yield CodeUse(Code(term.term, f"taxonomy:{term.taxonomy}"), (*path, field))


def uses_of(dossier: Dossier) -> list[Use]:
    """Return all references and codes of a dossier, and its events, each with its path, outermost first."""
    found: list[Use] = []
    _gather(dossier, (), found)
    return found


def _gather(value: object, path: Path, found: list[Use]) -> None:
    if isinstance(value, Ref | Code | Event):
        found.append((path, value))
    if isinstance(value, Part):
        fields = type(value).model_fields
        for name, item in vars(value).items():  # a look at the type first: most values are plain
            if type(item) not in _PLAIN:
                _gather(item, (*path, fields[name].alias or name), found)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            _gather(item, (*path, number), found)
    elif isinstance(value, dict):
        for key, item in value.items():
            _gather(key, (*path, key), found)
            _gather(item, (*path, key), found)
