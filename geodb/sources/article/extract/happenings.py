"""Verbs and nouns of happenings: which kind of event they tell, and which PLOVER type that suggests.

The words stand in `seeds/wordings`: `verbs.csv` and `nouns.csv`. A text is not searched for each of them: every
word of it is looked up once.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geodb.resources import seeds_dir
from geodb.sources.article.extract.inflection import noun_forms, verb_forms


@dataclass(frozen=True, slots=True)
class Happening:
    """A kind of event, the PLOVER type or type/mode it suggests, and the roles of its subject and object."""

    kind: str
    plover: str | None = None
    subject: str = "participant"
    object: str = "participant"


@dataclass(frozen=True, slots=True)
class VerbSense:
    """What a verb tells if `after` fits the words that follow it.

    `anywhere` looks for it in all of them. `by_noun` leaves the kind to the noun of a happening that follows, as
    in *held talks*; `status` is then that of the noun's event. `need` are the letters of what must be there:
    `s` an actor as subject, `o` an actor as object, `p` an actor or a place, `d` any of these or a date. `subject` is looked for in the words before the verb.
    """

    happening: Happening
    after: re.Pattern[str] | None
    anywhere: bool
    actor: str | None
    by_noun: bool
    status: str | None
    need: str
    subject: re.Pattern[str] | None = None

    def fits(self, text: str, start: int, end: int, actor_kinds: frozenset[str]) -> bool:
        """Whether the words from `start` to `end` are such as this sense wants after its verb."""
        if self.actor is not None and (actor_kinds if self.actor == "any" else self.actor in actor_kinds):
            return True
        if self.after is None:
            return self.actor is None
        look = self.after.search if self.anywhere else self.after.match
        return look(text, start, end) is not None


@dataclass(frozen=True, slots=True)
class NounSense:
    """What a noun tells if `before` ends right before it and `after` follows it.

    `ongoing` happenings last; `weak` ones count only with someone, somewhere or some day; `told` ones only
    where they are not imagined.
    """

    happening: Happening
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    ongoing: bool
    weak: bool
    told: bool

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
            found.setdefault(form, []).append((what, each))
    return found


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
    wanted, anywhere = row["with"].removeprefix("*"), row["with"].startswith("*")
    subject = None
    if wanted.startswith("<"):
        subject, wanted = re.compile(rf"\b(?:{wanted.strip('<>')})\b"), ""
    actor = re.search(r"@(\w*)", wanted)
    words = re.sub(r"@\w*\|?", "", wanted).replace("(?:)", "").replace("|)", ")")
    pattern = None
    if words:
        pattern = re.compile(rf"\b{words}(?:e?s)?(?!\w)" if anywhere else rf"\s{words}", re.IGNORECASE)
    status = row["kind"].partition("=")[2] or None
    return VerbSense(
        _happening(row), pattern, anywhere, (actor[1] or "any") if actor else None,
        by_noun=row["kind"].startswith("="), status=status, need=row["need"], subject=subject,
    )  # fmt: skip


def _noun_sense(row: dict[str, str]) -> NounSense:
    before = re.compile(rf"\b(?:{row['before']})[\s-]$", re.IGNORECASE) if row["before"] else None
    after = re.compile(rf"\s{row['after']}") if row["after"] else None
    flags = row["flags"]
    return NounSense(_happening(row), before, after, "o" in flags, "w" in flags, "t" in flags)
