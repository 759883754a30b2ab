"""Who and what an article speaks of: actors, offices with their holders, and places, each with its mentions."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapidfuzz import fuzz

from geodb.sources.article.extract.gazetteer import Entry
from geodb.sources.article.extract.keys import Keys, slug
from geodb.sources.article.extract.language.words import FAMILY_NAMES_FIRST, SUFFIXES

_ALIKE = 85
_SHORTEST_LOOKALIKE = 5
Place = tuple[int, int, int]  # paragraph, start, end


@dataclass(slots=True)
class Member:
    """An actor, office or place of the draft; `names` maps a name to its kind, the first is the primary one."""

    key: str
    kind: str
    names: dict[str, str]
    rule: str
    confidence: int
    country: str | None = None
    organization: str | None = None
    known: bool = False
    label: str | None = None
    adjective: str | None = None
    mentions: list[Place] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What the member is called first."""
        return self.label or next(iter(self.names))


class Cast:
    """The members of one article, found again under every name they go by."""

    def __init__(self, keys: Keys) -> None:
        self.keys = keys
        self.actors: dict[str, Member] = {}
        self.places: dict[str, Member] = {}
        self.offices: dict[str, Member] = {}
        self.holdings: dict[tuple[str, str], Place] = {}
        self._full_names: dict[tuple[str, ...], str] = {}
        self._ends_of_names: dict[tuple[str, ...], str] = {}
        self._last_names: dict[str, str] = {}
        self._others: dict[str, str] = {}
        self._keys_of_entries: dict[tuple[str, bool], str] = {}

    def entry(self, entry: Entry, printed: str, how: str, at: Place) -> str:
        """Return the key of a known actor or place, which this mention brings in."""
        table = self.places if entry.is_place else self.actors
        key = self._keys_of_entries.get((entry.key, entry.is_place))
        if key is None:
            key = self.keys.take(entry.key) if entry.known else self.keys.new(entry.key)
            self._keys_of_entries[entry.key, entry.is_place] = key
            names = {entry.name: "official"}
            rule = "gazetteer.database" if entry.known else "gazetteer.general"
            table[key] = Member(
                key,
                entry.kind,
                names,
                rule,
                95 if entry.known else 90,
                entry.country,
                known=entry.known,
                label=entry.label,
            )
            table[key].adjective = entry.adjective
            if entry.kind == "person":
                self._learn(key, tuple(entry.name.split()))
        member = table[key]
        if how in {"name", "acronym", "metonym"} and printed not in member.names:
            member.names[printed] = {"name": "alias"}.get(how, how)
        member.mentions.append(at)
        return key

    def person(self, words: tuple[str, ...], printed: str, at: Place, rule: str, confidence: int) -> str:
        """Return the key of a person of this full name."""
        plain = tuple(
            word for word in words if len(word.rstrip(".")) > 1 and word.rstrip(".") not in SUFFIXES
        )
        plain = plain or words
        key = self._full_names.get(plain)
        if key is None and len(plain) > 2:
            key = self._full_names.get((plain[0], plain[-1]))
        if key is None and len(plain) > 1:
            key = self._ends_of_names.get(plain) or self._grown(plain, printed)
        if key is None:
            key = self.keys.new(printed)
            self.actors[key] = Member(key, "person", {printed: "official"}, rule, confidence)
            self._learn(key, plain)
        self._mention(key, printed, "alias", at)
        return key

    def _grown(self, plain: tuple[str, ...], printed: str) -> str | None:
        """Return who was called only by the last of these words, and give that one the whole name."""
        last = plain[0] if plain[0] in FAMILY_NAMES_FIRST else plain[-1]
        key = self._full_names.get((last,))
        if key is not None:
            member = self.actors[key]
            member.names = {printed: "official", **dict.fromkeys(member.names, "short")}
            self._learn(key, plain)
        return key

    def called_first(self, word: str, key: str) -> None:
        """Note that somebody may be called by the first word, where no other has it as last name: *Iwaya Takeshi*."""
        self._last_names.setdefault(word, key)

    def _learn(self, key: str, plain: tuple[str, ...]) -> None:
        self._full_names[plain] = key
        self._full_names.setdefault((plain[0], plain[-1]), key)
        for first in range(1, len(plain) - 1):  # *Amir-Abdollahian* is *Hossein Amir-Abdollahian*
            self._ends_of_names.setdefault(plain[first:], key)
        self._last_names[plain[-1]] = key
        if len(plain) > 1 and plain[0] in FAMILY_NAMES_FIRST:
            self._last_names.setdefault(plain[0], key)
        if "-" in plain[-1] and plain[-1].partition("-")[2].islower():
            self._last_names[plain[0]] = key  # *Kim Jong-un* is *Kim*

    def _mention(self, key: str, printed: str, kind: str, at: Place) -> None:
        member = self.actors[key]
        member.names.setdefault(printed, kind)
        member.mentions.append(at)

    def short(self, word: str, at: Place) -> str | None:
        """Return who is meant by a last name, also in another transliteration; None if nobody is known."""
        key, kind = self._last_names.get(word), "short"
        if key is None and len(word) >= _SHORTEST_LOOKALIKE:
            alike = (
                name for name in self._last_names if name[:4] == word[:4] and fuzz.ratio(name, word) > _ALIKE
            )
            name = next(alike, None)
            key, kind = (self._last_names[name], "transliteration") if name else (None, kind)
        if key is not None:
            self._mention(key, word, kind, at)
        return key

    def other(
        self, kind: str, name: str, at: Place, rule: str, confidence: int, country: str | None = None
    ) -> str:
        """Return the key of an organization or group of this name."""
        folded = slug(name.removeprefix("The ").removeprefix("the "))
        key = self._others.get(folded)
        if key is None:
            key = self._others[folded] = self.keys.new(folded)
            self.actors[key] = Member(key, kind, {name: "official"}, rule, confidence, country)
        self._mention(key, name, "alias", at)
        return key

    def alias(self, key: str, name: str) -> None:
        """Note another name, such as the acronym that stands in parentheses after the full one."""
        self.actors[key].names.setdefault(name, "acronym")
        self._others.setdefault(slug(name), key)

    def known_other(self, name: str) -> str | None:
        """Return the key of an organization that was called so."""
        return self._others.get(slug(name))

    def known_place(self, name: str) -> bool:
        """Tell whether a place is called so."""
        return any(name in member.names for member in self.places.values())

    def place(
        self, kind: str, name: str, at: Place, rule: str, confidence: int, country: str | None = None
    ) -> str:
        """Return the key of a place of this name."""
        for key, member in self.places.items():
            if name in member.names:
                member.mentions.append(at)
                return key
        key = self.keys.new(name)
        self.places[key] = Member(key, kind, {name: "official"}, rule, confidence, country, mentions=[at])
        return key

    def office(self, label: str, organization: str | None, at: Place, confidence: int = 90) -> str:
        """Return the key of an office."""
        for key, member in self.offices.items():
            if member.name == label:
                member.mentions.append(at)
                return key
        key = self.keys.new(label)
        self.offices[key] = Member(
            key,
            "office",
            {label: "official"},
            "office.title",
            confidence,
            organization=organization,
            mentions=[at],
        )
        return key

    def office_of(self, person: str) -> str | None:
        """Return the office that a person is said to hold."""
        return next((office for holder, office in self.holdings if holder == person), None)

    def holder(self, post: str, organization: str) -> str | None:
        """Return who is said to hold a post, in small letters, at an organization."""
        for person, office in self.holdings:
            member = self.offices[office]
            label = member.name.lower()
            if member.organization == organization and (label.startswith(post) or label.endswith(f" {post}")):
                return person
        return None
