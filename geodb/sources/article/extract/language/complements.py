"""Where what belongs to a verb or a noun ends: before another clause, an insertion or the next verb of its subject."""

from __future__ import annotations

import re

from geodb.sources.article.extract.language.clause_words import (
    ACRONYM,
    BEFORE_WHICH,
    DIRECTIONS,
    HARD,
    INTO,
    LONGEST,
    OWED,
    TAKEN_ALONG,
    THAT_DAY,
    TO,
    WHICH,
    YEAR,
)
from geodb.sources.article.extract.language.small_words import ADVERBIAL_ENDS, AUXILIARIES, DATE_WORDS, ENDS
from geodb.sources.article.extract.page import Mention

_JOINING = ("and", "or", "but")


def is_hard(gap: str) -> bool:
    """Whether what stands between two words divides clauses; the dash of `6–7 May` does not."""
    return gap not in {" ", "–"} and not HARD.isdisjoint(gap)


class Complements:
    """The words of a sentence, by `Line`, and how far the words that belong to one of them reach."""

    __slots__ = ()
    text: str
    words: list[tuple[int, int, str]]
    gaps: list[str]
    begins: dict[int, Mention]
    ends: dict[int, Mention]

    def gap(self, number: int) -> str:
        """What stands between a word and the next one."""
        return self.gaps[number]

    def is_finite(self, number: int) -> bool:
        """Whether a word may be the finite verb of a clause."""
        raise NotImplementedError

    def has_finite(self, first: int, last: int) -> bool:
        """Whether one of the words from `first` up to `last` may be a finite verb."""
        return any(self.is_finite(number) for number in range(first, last))

    def complement_end(self, number: int) -> int:
        """Return the offset where what belongs to a verb or noun at a word ends."""
        last = min(len(self.words) - 1, number + LONGEST)
        at = number
        while at < last:
            gap, word = self.gap(at), self.words[at + 1][2]
            if gap != " " and (
                is_hard(gap)
                or ("(" in gap and ACRONYM.match(self.text, self.words[at][1]) is None)
                or "[" in gap
            ):
                break
            if (
                (word in ENDS and not self._is_that_day(at + 1))
                or (at > number and word in AUXILIARIES)
                or (word in OWED and self.words[min(at + 2, last)][2] in TO)
            ):
                break
            if (
                word in ADVERBIAL_ENDS
                and self.words[at][2] != "the"
                and self.has_finite(at + 2, min(at + 9, len(self.words)))
            ):
                break
            if word in {"with", "as"} and at - number >= 2 and self._describes(at + 2):
                break
            if (
                "," in gap
                and not (word in INTO and self.words[at][2] in DIRECTIONS)
                and not self._list_goes_on(at + 1)
            ):
                break
            if (
                word in {"and", "or"}
                and at + 2 < len(self.words)
                and not self._pairs(number, at)
                and self._begins_clause(at + 2)
            ):
                break
            at += 1
        if at > number and at < last and self.words[at + 1][2] in WHICH and self.words[at][2] in BEFORE_WHICH:
            at -= 1  # *a declaration in which …*
        if at > number and self.words[at][2] in _JOINING:
            at -= 1  # *froze the assets of the bank and, later, …*
        return self._with_quote(self.words[at][1])

    def _is_that_day(self, at: int) -> bool:
        """Whether *that* tells when: `met that morning with X`."""
        return self.words[at][2] == "that" and self.words[min(at + 1, len(self.words) - 1)][2] in THAT_DAY

    def _pairs(self, number: int, at: int) -> bool:
        """Whether *and* belongs to a `between` or `both` before it."""
        between = [k for k in range(max(number, at - 9), at + 1) if self.words[k][2] in {"between", "both"}]
        return bool(between) and all(self.words[k][2] != "and" for k in range(between[-1], at + 1))

    def _describes(self, at: int) -> bool:
        """Whether what follows `with` or `as` describes and names nobody: `with a starting capital of …`."""
        first = self.words[at][2] if at < len(self.words) else ""
        return not any(
            self.words[k][0] in self.begins
            or self.text[self.words[k][0]].isupper()
            or self.words[k][2] in TAKEN_ALONG
            for k in range(at, min(at + (3 if first in {"a", "an"} else 6), len(self.words)))
        )

    def _with_quote(self, end: int) -> int:
        if self.text[end : end + 1] in {"”", '"', "»"}:
            return end + 1
        return end

    def _list_goes_on(self, at: int) -> bool:
        if YEAR.match(self.words[at][2]):
            return bool(re.search(r"[0-9]$", self.words[at - 1][2]))
        if self.words[at - 1][2][-3:] == "day" and (
            self.words[at][2].isdigit() or self.words[at][2] in DATE_WORDS
        ):
            return True  # *on Monday, 3 May* and *on Monday, May 3*
        if self.words[at - 1][1] not in self.ends:
            return False
        return self._name_at(at) or (
            self.words[at][2] == "and" and at + 1 < len(self.words) and self._name_at(at + 1)
        )

    def _name_at(self, at: int) -> bool:
        after = self._after_name(at)
        if after is not None and after < len(self.words) and self.is_finite(after):
            return False  # *the fall of X, and President Y was ousted*
        begins = self.words[at][0] in self.begins
        if self.words[at][2] == "the" and at + 1 < len(self.words):
            begins = begins or self.words[at + 1][0] in self.begins
        return begins and not any(self.is_finite(k) for k in range(at + 1, min(at + 4, len(self.words))))

    def _begins_clause(self, at: int) -> bool:
        """Whether a clause or another verb of the same subject begins after *and*."""
        if self.is_finite(at) or self.words[at][2] in {"then", "later", "also", "to"}:
            return True
        if (after := self._after_name(at)) is not None:
            return after < len(self.words) and "," not in self.gap(after - 1) and self.is_finite(after)
        for number in range(at + 1, min(at + 6, len(self.words))):
            if self.words[number][2] in {"and", "in", "of", "on", "at", "for", "to", "with", "by", "against"}:
                return False
            if "," in self.gap(number - 1):
                return False
            if self.is_finite(number):
                return True
        return False

    def _after_name(self, at: int) -> int | None:
        """Return the word after the name that begins at a word, or after its article; None if none does."""
        first = at + 1 if self.words[at][2] == "the" and at + 1 < len(self.words) else at
        mention = self.begins.get(self.words[first][0])
        if mention is None:
            return None
        return next(
            (k for k in range(first, len(self.words)) if self.words[k][0] >= mention.end), len(self.words)
        )
