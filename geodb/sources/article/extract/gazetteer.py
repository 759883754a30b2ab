"""What is known before an article is read: names of states, organizations and places, and whom they name."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from geodb.resources import seeds_dir
from geodb.sources.article.extract.keys import slug

WORD = re.compile(r"[a-z]+(?=[ ,.;:])|(?:[A-Z]\.){2,}|[^\W_]+(?:[’'](?!s\b)[^\W_]+)*")
"""What comes first is one of the last kind as well, as most words are: it is found in less time."""
_ALSO_ACTORS = frozenset({"region", "territory", "site"})
"""Kinds of places whose names may be those of actors too: the keys of places tell them apart."""


@dataclass(slots=True)
class Entry:
    """An actor or place that is known. `known` means: it is a record of the database under this key."""

    key: str
    kind: str
    name: str
    names: list[tuple[str, str]] = field(default_factory=list)
    country: str | None = None
    is_place: bool = False
    known: bool = False
    label: str | None = None
    adjective: str | None = None


@dataclass(frozen=True, slots=True)
class Sense:
    """What a name stands for: `how` is name, acronym, metonym, adjective (also of people) or place."""

    entry: Entry
    how: str


class Hit(NamedTuple):
    """A known name at `start` to `end` of a text."""

    start: int
    end: int
    senses: tuple[Sense, ...]


class Gazetteer:
    """Names and whom they name, looked up in a text by their first word, the longest first."""

    def __init__(self, given_names: Iterable[str] = ()) -> None:
        self.given_names = frozenset(given_names)
        self.offices: dict[str, tuple[str, str]] = {}
        self._senses: dict[str, list[Sense]] = {}
        self._by_first_word: dict[str, tuple[str, ...]] = {}

    def copy(self) -> Gazetteer:
        """Return another gazetteer that can learn without teaching this one."""
        other = Gazetteer()
        other.given_names, other.offices = self.given_names, dict(self.offices)
        other._senses = {name: list(senses) for name, senses in self._senses.items()}
        other._by_first_word = dict(self._by_first_word)
        return other

    def add(self, entry: Entry, name: str, how: str = "name") -> None:
        """Teach a name; the sense of a known entry replaces those of general ones of the same key."""
        first = WORD.match(name)
        if first is None:
            return
        if name not in self._senses:
            names = self._by_first_word.get(first[0], ())
            self._by_first_word[first[0]] = tuple(sorted((*names, name), key=len, reverse=True))
        senses = self._senses.setdefault(name, [])
        senses[:] = [
            sense
            for sense in senses
            if sense.entry.key != entry.key or sense.entry.is_place != entry.is_place
        ]
        senses.append(Sense(entry, how))

    def senses(self, name: str) -> tuple[Sense, ...]:
        """Return what a name stands for."""
        return tuple(self._senses.get(name, ()))

    def find(self, text: str, words: Iterable[tuple[str, int]] | None = None) -> Iterator[Hit]:
        """Yield the known names in a text, in order, none inside another; `words` are its words and their starts."""
        if words is None:
            words = ((match[0], match.start()) for match in WORD.finditer(text))
        at, firsts = 0, self._by_first_word
        for start, names in [(start, firsts[word]) for word, start in words if word in firsts]:
            if start < at or not text.startswith(names, start):
                continue
            for name in names:
                if text.startswith(name, start) and not text[(end := start + len(name)) : end + 1].isalnum():
                    yield Hit(start, end, tuple(self._senses[name]))
                    at = end
                    break


_PRINTED_SMALL = frozenset({"igo", "igo_body"})
_LONG_ACRONYM = 5
"""Letters from which some papers print an acronym as a name: *Monusco, Unicef*."""


@cache
def general_gazetteer() -> Gazetteer:
    """Return the gazetteer that geodb comes with, of seeds/gazetteer; copy it before teaching it."""
    folder = seeds_dir() / "gazetteer"
    found = Gazetteer(row["name"] for row in _rows(folder / "given_names.csv"))
    for row in _rows(folder / "places.csv"):
        _add_named(found, row, is_place=True)
    for row in _rows(folder / "actors.csv"):
        _add_named(found, row, is_place=False)
    for row in _rows(folder / "countries.csv"):
        _add_country(found, row)
    return found


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _listed(cell: str) -> list[str]:
    return [part for part in cell.split(";") if part]


def _add_named(gazetteer: Gazetteer, row: dict[str, str], *, is_place: bool) -> None:
    key = slug(row["name"].removeprefix("The "))
    also_actors = is_place and row["kind"] in _ALSO_ACTORS
    entry = Entry(f"{key}-{row['kind']}" if also_actors else key, row["kind"], row["name"])
    entry.country, entry.is_place = row["country"] or None, is_place
    for alias in [row["name"], *_listed(row["aliases"])]:
        name = alias.removeprefix("~")  # a seat that stands for whom it is the seat of: Brussels
        how = "place" if is_place else "acronym" if name.isupper() and name != row["name"] else "name"
        how = how if name == alias else "metonym"
        gazetteer.add(entry, name, how)
        if how != "metonym":
            entry.names.append((name, how))
        is_small = row["kind"] in _PRINTED_SMALL and len(name) >= _LONG_ACRONYM
        if is_small and name.isupper() and name.isalpha():
            gazetteer.add(entry, name.capitalize(), how)


def _add_country(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    key = slug(row["name"])
    entry = Entry(key, row["kind"], row["name"], country=row["alpha3"] or None)
    entry.adjective = next(iter(_listed(row["adjectives"])), None)
    kind = "country" if row["kind"] == "state" else "territory"
    place = Entry(f"{key}-{kind}", kind, row["name"], country=entry.country, is_place=True)
    for name in [row["name"], *_listed(row["aliases"])]:
        how = "acronym" if name.replace(".", "").isupper() else "name"
        gazetteer.add(entry, name, how)
        gazetteer.add(place, name, "place")
        entry.names.append((name, how))
    for name in [*_listed(row["adjectives"]), *_listed(row["people"])]:
        gazetteer.add(entry, name, "adjective")
    capitals = _listed(row["capitals"])
    if capitals:
        for name in capitals:
            is_spelling = name[0] == capitals[0][0]
            called = capitals[0] if is_spelling else name
            city = Entry(slug(called), "city", called, country=entry.country, is_place=True)
            if not any(sense.how == "metonym" for sense in gazetteer.senses(name)):
                gazetteer.add(entry, name, "metonym")
            gazetteer.add(city, name, "place")
