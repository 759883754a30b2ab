"""A sentence as words: where its clauses begin and end, and which words are finite verbs."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from typing import Any

from geodb.sources.article.extract.language.clause_words import (
    ARTICLES,
    AS_NAMES,
    BEFORE_NOUN,
    DESCRIBED_BY,
    DESCRIBING,
    FAR,
    INSERTED,
    NAMES_TOO,
    NEAR_TO,
    NO_END,
    ONCE,
    SAYS,
    TO,
    TOLD_OF_BY,
    YEAR,
)
from geodb.sources.article.extract.language.complements import Complements, is_hard
from geodb.sources.article.extract.language.happenings import is_base, verbs
from geodb.sources.article.extract.language.inflection import BOTH, PAST, THIRD
from geodb.sources.article.extract.language.small_words import (
    AUXILIARIES,
    JOINERS,
    OPENERS,
    PASTS,
    PREPOSITIONS,
    RELATIVES,
    SPEECH,
    SUBORDINATORS,
)
from geodb.sources.article.extract.page import Mention, Passage

_WORD = re.compile(r"([a-z]+(?=[ ,;:])|[0-9]+(?:[.,][0-9]+)*(?![\w-])|[^\W_]+(?:[’'.&-][^\W_]+)*)")
"""What comes first is one of the last kind as well, as most words are: it is found in less time."""


@cache
def finite_forms() -> frozenset[str]:
    """Return the forms of known verbs that may be the finite verb of a clause."""
    known = {form for form, each in verbs().items() if any(what in {BOTH, PAST, THIRD} for what, _ in each)}
    return frozenset(known | SPEECH | PASTS)


class Line(Complements):
    """The words of a sentence, each as (start, end, small letters), with the mentions that begin and end there.

    `gaps` are what stands between each word and the next one; nothing does after the last.
    """

    __slots__ = ("begins", "clauses", "end", "ends", "gaps", "mentions", "passage", "start", "text", "words")

    def __init__(self, passage: Passage, start: int, end: int) -> None:
        self.passage, self.text, self.start, self.end = passage, passage.text, start, end
        parts = _WORD.split(passage.lower[start:end])  # a gap, a word, a gap, …, a word, a gap
        edges = [*accumulate(map(len, parts), initial=start)]
        self.words = list(zip(edges[1:-1:2], edges[2::2], parts[1::2], strict=True))
        self.gaps = [*parts[2:-1:2], ""]
        if any(map(self.text[start : end + 1].__contains__, AS_NAMES)):
            self.words = [
                (a, b, word.capitalize() if word in NAMES_TOO and self._is_name(at, a) else word)
                for at, (a, b, word) in enumerate(self.words)
            ]
        self.clauses: Any = None  # those of `learned`, once they are asked for
        self.begins: dict[int, Mention] = {}
        self.ends: dict[int, Mention] = {}
        self.mentions = passage.within(start, end, actors=False)
        for mention in self.mentions:
            self.begins.setdefault(mention.begin, mention)
            self.ends[mention.end] = mention

    def _is_name(self, number: int, start: int) -> bool:
        """Whether a word that may be a modal is a name by its capital: the month `May`, the city `Can Tho`."""
        first = self.text[start]
        return first.isupper() and (number > 0 or first == "M")

    @staticmethod
    def venues(passage: Passage, start: int, end: int) -> list[str]:
        """Return the places between two offsets where something happens."""
        return [m.place for m in passage.within(start, end, actors=False) if m.place and m.is_venue]

    def within(self, start: int, end: int, *, actors: bool = True) -> list[Mention]:
        """Return the mentions of the sentence between two offsets; only those of actors unless told otherwise."""
        return [m for m in self.mentions if start <= m.start and m.end <= end and (m.actors or not actors)]

    def actors(self, start: int, end: int) -> list[Mention]:
        """Return the mentions of actors between two offsets, without those inside the titles of others."""
        here = self.within(start, end)
        return [m for m in here if not any(n is not m and n.begin <= m.start and m.end <= n.end and
                                           n.end - n.begin > m.end - m.start for n in here)]  # fmt: skip

    def is_finite(self, number: int) -> bool:
        """Whether a word may be the finite verb of a clause."""
        start, _, word = self.words[number]
        if word in AUXILIARIES:
            return True
        if number and self.text[start].isupper():
            return False  # *President Mohamed*
        finite = word in finite_forms() or (word[-2:] == "ed" and len(word) > 4 and word not in verbs())
        return finite and not self._is_reduced(number, word)

    def _is_reduced(self, number: int, word: str) -> bool:
        """Whether a word is a participle that describes the noun before it: `fighters armed with knives`."""
        if number + 1 >= len(self.words) or not number or self.words[number - 1][2] in AUXILIARIES:
            return False
        if self.words[number - 1][2] in BEFORE_NOUN and word.endswith("ed"):
            return True
        following = self.words[number + 1][2]
        if following == "by":
            return word.endswith("ed") or word in DESCRIBING
        return word in DESCRIBING and following in DESCRIBED_BY

    def follows_verb(self, number: int) -> bool:
        """Whether a participle goes on after another: `was caught on Monday and sent home`."""
        before = self.words[number - 1][2] if number else ""
        return before in {"and", "then", "later"} or (number > 0 and self.gap(number - 1) == ", ")

    def clause_start(self, group: int) -> tuple[int, str]:
        """Return the word that the clause of the verb group at a word begins with, and how: plain or relative.

        A comma or *and* inside a list of names does not begin a clause, nor does a comma that closes an insertion.
        """
        at, passed = group, False
        while at > 0:
            word = self.words[at - 1][2]
            gap = self.gap(at - 1)
            if is_hard(gap) or gap.endswith(" - "):
                return at, "plain"
            if "," in gap:
                if at == group and (back := self._insertion(at)) is not None:
                    at = back
                    continue
                if not self._in_list(at):
                    return at + (self.words[at][2] in JOINERS and at < group), "plain"
            if (
                word in RELATIVES
                and at > 1
                and at < group - 1
                and not passed
                and self._closes_before(at, group)
            ):
                at, passed = at - 1, True
                continue  # *the commission that the assembly set up in May has not met*
            if word in SUBORDINATORS:
                return at, "relative" if word in RELATIVES and at == group else "plain"
            if (
                word == "and"
                and at - 1 > 0
                and self._joins_clauses(at - 1, group)
                and not self._joins_infinitives(at, group)
            ):
                return at, "plain"
            at -= 1
        return 0, "plain"

    def _closes_before(self, at: int, group: int) -> bool:
        """Whether a relative clause that begins at a word has its verb before the verb group, and belongs to its subject."""
        before = self.words[at - 2]
        if (
            self.gap(at - 2) != " "
            or before[2] in SPEECH
            or self.is_finite(at - 2)
            or not (self.words[group][2] in AUXILIARIES or self._goes_on(group))
        ):
            return False
        return before[2] not in verbs() and self.has_finite(at, group - 1)

    def _goes_on(self, group: int) -> bool:
        """Whether a verb in the past tense has no subject right before it: `who led the coup in X met Y`."""
        number = group - 1
        named = self.ends.get(self.words[number][1])
        if not self.is_finite(group) or self.words[number][2] in NO_END:
            return False
        if named is None or named.begin <= self.start:
            return named is None
        before = self.text[max(self.start, named.begin - 12) : named.begin].split()
        return bool(before) and before[-1] not in SPEECH and before[-1] not in RELATIVES

    def _insertion(self, at: int) -> int | None:
        """Return the word after which an insertion between commas begins, if a comma right before `at` ends one."""
        for number in range(at - 2, max(at - 16, -1), -1):
            if "," in self.gap(number):
                is_name = self.words[number][1] in self.ends
                describes = self.words[number + 1][2] in INSERTED or self.words[at - 1][2] in SAYS
                described = self._is_told_of(number + 1)
                apposed = self.ends.get(self.words[at - 1][1])
                is_apposed = apposed is not None and self.words[number + 1][0] in {
                    apposed.start,
                    apposed.begin,
                }
                return number if is_name or describes or described or is_apposed else None
        return None

    def _is_told_of(self, number: int) -> bool:
        """Whether a participle begins what is told of the noun before it: `, once promised for 2025,`."""
        word = self.words[number][2]
        if word in ONCE:
            number += 1
            word = self.words[number][2]
        if word in DESCRIBING:
            return True
        return word.endswith("ed") and self.words[number + 1][2] in TOLD_OF_BY

    def _in_list(self, at: int) -> bool:
        start, end = self.words[at][0], self.words[at - 1][1]
        if YEAR.match(self.words[at][2]):
            return True
        if self.words[at][2] == "and":
            return not self.has_finite(max(0, at - FAR), at - 1)
        first = self.words[0][2]
        if (first in OPENERS or first in SUBORDINATORS or first in TO) and not any(
            "," in self.gap(k) for k in range(at - 1)
        ):
            return False
        before, after = self.ends.get(end), self.begins.get(start)
        if before is None or after is None:
            return self._in_such_as(at)
        return not self.is_after_preposition(before)

    def _in_such_as(self, at: int) -> bool:
        """Whether a comma stands in a list that ends in `, and`: `projects such as A, B, and C`."""
        return any(
            "," in self.gap(number) and self.words[number + 1][2] == "and"
            for number in range(at, min(at + 12, len(self.words) - 1))
        ) and any(
            self.words[number][2] in {"as", "including", "like"} for number in range(max(0, at - 14), at)
        )

    def is_after_preposition(self, mention: Mention) -> bool:
        """Whether a mention stands after a preposition of place."""
        before = self.text[max(self.start, mention.begin - 12) : mention.begin].lower().split()
        if before and before[-1] == "the":
            before.pop()
        return bool(before) and before[-1] in PREPOSITIONS

    def _joins_clauses(self, number: int, group: int) -> bool:
        if number + 1 == group:
            return True
        first = number
        while first > 0 and "," not in self.gap(first - 1) and self.words[first - 1][2] not in SUBORDINATORS:
            first -= 1
        return self.has_finite(first, number)

    def _joins_infinitives(self, at: int, group: int) -> bool:
        """Whether a base form follows *and* after another: `the deal to free X and begin a truce was signed`."""
        words = self.words
        if at + 1 >= group or words[at + 1][2] not in ARTICLES or not is_base(words[at][2]):
            return False
        return any(
            words[k][2] == "to" and is_base(words[k + 1][2]) for k in range(max(0, at - NEAR_TO), at - 2)
        )


def line_of(passage: Passage, start: int, end: int) -> Line:
    """Return the words of a sentence, which are made once for all who go through them after the mentions are known."""
    line: Line | None = passage.lines.get(start)
    if line is None:
        line = passage.lines[start] = Line(passage, start, end)
    return line
