"""Verbs and nouns of happenings: which kind of event they tell, and which PLOVER type that suggests.

The words stand in `seeds/wordings`: `verbs.csv` and `nouns.csv`, and `classes.csv` for the words that many of their
rows want: `{treaty}` is any of that class. A text is not searched for each of them: every word of it is looked up once.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geodb.resources import seeds_dir
from geodb.sources.article.extract.language.inflection import THIRD, noun_forms, verb_forms

_MOSTLY_NOUNS = frozenset(
    ["forces", "places", "posts", "orders", "lists", "labels", "names", "moves", "masses", "stations", "heads", "backs",
     "bars", "stays", "rocks", "levels", "floods", "storms", "rebels", "ships", "trucks", "fires", "limits", "caps",
     "links", "returns", "tables", "leases", "contracts", "signs", "plants", "mines", "gases", "works", "reports",
     "releases", "exports", "imports", "supplies", "guns", "tests", "positions", "awards", "grants", "prizes",
     "patrols", "batters", "parades", "breaches", "shadows", "tails", "transits", "circles", "sails", "cruises",
     "pounds", "houses", "shelters", "charges", "sentences", "fines", "stones", "trades", "hosts", "briefs", "issues",
     "shells", "bombs", "notes", "bans", "curbs", "duties", "rates", "raises", "hikes", "swaps", "stages", "appeals",
     "seals", "pegs", "picks", "defaults", "files", "rules", "projects", "votes", "talks", "plots", "mediates",
     "offers", "needs", "costs", "presents", "addresses", "chairs", "lands", "drives", "drafts", "results", "records", "plans", "buys",
     "axes", "bugs", "spies", "pickets", "streams", "bows", "yields", "bases", "funds", "finances", "loans", "gifts",
     "channels", "garrisons", "stalls", "splits", "probes", "audits", "questions", "recruits", "conscripts", "debates",
     "rings", "arms", "cuts", "strikes", "attacks", "raids", "clashes", "marches", "boots", "rows", "caves", "sides", "misses", "chants"]
)  # fmt: skip
"""Forms that are nouns in the plural far more often than verbs: they begin no clause and end none."""
_A_WORD = 10
"""How far beyond its end a complement is read: *that* and *while* end it, and some verbs want them."""


@dataclass(frozen=True, slots=True)
class Happening:
    """A kind of event, the PLOVER type or type/mode it suggests, and the roles of its subject and object."""

    kind: str
    plover: str | None = None
    subject: str = "participant"
    object: str = "participant"


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a verb up to `end`: its words, those of its object alone, and the kinds of its actors."""

    text: str
    start: int
    end: int
    words: frozenset[str]
    object: frozenset[str]
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class VerbSense:
    """What a verb tells if its complement is such as it wants: one of `words`, or text that `after` fits.

    `anywhere` looks in all of the complement, `in_object` in the words before its first preposition. `by_noun`
    leaves the kind to the noun of a happening that follows, as in *held talks*; `status` is then that of the
    noun's event. `need` are the letters of what must be there: `s` an actor as subject, or somebody unnamed who
    does it to an actor or somewhere, `n` an actor as subject or a word for one, `o` an actor as object,
    `p` an actor or a place, `t` a date, `d` any of these; `a` that it is active. `subject` is looked for in the words before the verb.
    """

    happening: Happening
    words: frozenset[str]
    after: re.Pattern[str] | None
    anywhere: bool
    in_object: bool
    actor: str | None
    by_noun: bool
    status: str | None
    need: str
    subject: re.Pattern[str] | None = None

    def fits(self, told: Complement) -> bool:
        """Whether a complement is such as this sense wants after its verb."""
        if self.actor is not None and (told.kinds if self.actor == "any" else self.actor in told.kinds):
            return True
        if self.words and not self.words.isdisjoint(told.object if self.in_object else told.words):
            return True
        if self.after is None:
            return self.actor is None and not self.words
        if self.anywhere:
            return self.after.search(told.text, told.start, told.end) is not None
        return self.after.match(told.text, told.start, told.end + _A_WORD) is not None

    @property
    def is_open(self) -> bool:
        """Whether it takes any complement."""
        return self.actor is None and self.after is None and self.subject is None and not self.words


@dataclass(frozen=True, slots=True)
class NounSense:
    """What a noun tells if `before` ends right before it and `after` follows it.

    `ongoing` happenings last; `weak` ones count only with someone, somewhere or some day; `told` ones only
    where they are not imagined; `dated` ones only with their day or year, or, if they are `named`, with who takes
    part: `the killing of X`, `Y’s downfall`.
    """

    happening: Happening
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    ongoing: bool
    weak: bool
    told: bool
    dated: bool
    named: bool

    def fits(self, text: str, start: int, end: int) -> bool:
        """Whether what stands around a noun at `start` to `end` is such as this sense wants."""
        if self.after is not None and self.after.match(text, end) is None:
            return False
        return self.before is None or self.before.search(text, max(0, start - 40), start) is not None


@cache
def verbs() -> dict[str, list[tuple[str, list[VerbSense]]]]:
    """Return every form of every verb, in small letters, with what forms it may be and the senses of its verb."""
    senses: dict[str, list[VerbSense]] = {}
    for row in _rows("verbs"):
        for verb in _spellings(row["verb"]):
            senses.setdefault(verb, []).append(_verb_sense(row))
    found: dict[str, list[tuple[str, list[VerbSense]]]] = {}
    for verb, each in senses.items():
        for form, what in verb_forms(verb).items():
            if what == THIRD and form in _MOSTLY_NOUNS:
                continue
            found.setdefault(form, []).append((what, each))
    return found


def is_base(word: str) -> bool:
    """Whether a word in small letters is the base form of a verb of the table."""
    return word in _bases()


@cache
def _bases() -> frozenset[str]:
    return frozenset(verb.split()[0] for row in _rows("verbs") for verb in _spellings(row["verb"]))


@cache
def nouns() -> dict[str, list[NounSense]]:
    """Return every noun of happenings, singular and plural, with its senses: those with conditions come first."""
    found: dict[str, list[NounSense]] = {}
    for row in _rows("nouns"):
        for form in noun_forms(row["noun"]):
            found.setdefault(form, []).append(_noun_sense(row))
    return found


def _rows(name: str) -> Iterator[dict[str, str]]:
    path: Path = seeds_dir() / "wordings" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _spellings(verb: str) -> list[str]:
    return [verb.replace("[sz]", "s"), verb.replace("[sz]", "z")] if "[sz]" in verb else [verb]


def _happening(row: dict[str, str]) -> Happening:
    return Happening(
        row["kind"].partition("=")[0] or "", row["plover"] or None, row["subject"], row["object"]
    )


def _verb_sense(row: dict[str, str]) -> VerbSense:
    wanted = _with_classes(row["with"])
    in_object, anywhere = wanted.startswith("+"), wanted.startswith(("*", "+"))
    wanted = wanted.lstrip("*+")
    subject = None
    if wanted.startswith("<"):
        subject, wanted = re.compile(rf"\b(?:{wanted.strip('<>')})\b", re.IGNORECASE), ""
    actor = re.search(r"@(\w*)", wanted)
    wanted = re.sub(r"@\w*\|?", "", wanted).replace("(?:)", "").replace("|)", ")")
    words, rest = _plain_words(wanted) if anywhere else (frozenset(), wanted)
    pattern = None
    if rest:
        pattern = re.compile(rf"\b{rest}(?:e?s)?(?!\w)" if anywhere else rf"\s{rest}", re.IGNORECASE)
    status = row["kind"].partition("=")[2] or None
    return VerbSense(
        _happening(row), words, pattern, anywhere, in_object, (actor[1] or "any") if actor else None,
        by_noun=row["kind"].startswith("="), status=status, need=row["need"], subject=subject,
    )  # fmt: skip


@cache
def _classes() -> dict[str, str]:
    return {row["class"]: row["words"] for row in _rows("classes")}


def _with_classes(pattern: str) -> str:
    """Return a pattern with the words of each class in it: `{treaty}` is any word of that class."""
    return re.sub(r"\{([a-z]\w*)\}", lambda match: _classes()[match[1]], pattern)


def _plain_words(pattern: str) -> tuple[frozenset[str], str]:
    """Return the plain words of a choice, in the singular and the plural, and the pattern of what is left.

    A set of words is looked up at once, however many they are; a pattern takes time for each.
    """
    choice = re.fullmatch(r"\(\?:([^()]*)\)", pattern)
    if choice is None:
        return frozenset(), pattern
    words: set[str] = set()
    rest = []
    for each in choice[1].split("|"):
        if re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:s\?)?", each):
            words |= {each.removesuffix("s?"), *noun_forms(each.removesuffix("s?"))}
        else:
            rest.append(each)
    return frozenset(words), f"(?:{'|'.join(rest)})" if rest else ""


def _noun_sense(row: dict[str, str]) -> NounSense:
    left, right = _with_classes(row["before"]), _with_classes(row["after"])
    before = re.compile(rf"\b(?:{left})[\s-]$", re.IGNORECASE) if left else None
    after = re.compile(rf"\s{right}") if right else None
    flags = row["flags"]
    return NounSense(
        _happening(row), before, after, "o" in flags, "w" in flags, "t" in flags, "d" in flags, "n" in flags
    )
