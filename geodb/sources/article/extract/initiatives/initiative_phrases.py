"""Noun phrases headed by a noun of initiatives: `its plan to phase out coal`, `a railway from X to Y`."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geodb.sources.article.extract.initiatives.initiative_complements import (
    ENDING,
    FINITE,
    INDEFINITE,
    PARTICIPLES,
    STOPS,
    last_of_complement,
)
from geodb.sources.article.extract.language.initiative_nouns import BROAD, EMPTY, Head, heads, plural_heads
from geodb.sources.article.extract.language.line import Line
from geodb.sources.article.extract.language.words import listed

_DEFINITE = listed("the")
_OWNERS = listed("its|their|his|her|our|my|your")
_NONE = listed(
    "no|any|every|each|such|what|which|whose|some|this|that|these|those|either|neither|without|all|both|many|several"
)
_NUMERALS = listed("two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen")
_COUNTED = 3
_NO_ADVERBS = listed("supply|family|assembly|july|italy|ally|monopoly|daily|weekly|monthly|elderly|friendly")
_BEFORE_NUMERAL = _DEFINITE | _OWNERS | INDEFINITE
_COMPOUNDED = listed(
    "talks|negotiations|negotiators|partners|members|officials|makers|rules|proposals|changes|terms"
)
_LEFT = 9


@dataclass(slots=True)
class Phrase:
    """A noun phrase: its head, words before it and what follows; `how` is the, a or own, for its determiner."""

    head: Head
    number: int
    first: int
    last: int
    how: str
    before: tuple[str, ...]
    complement: str
    start: int
    end: int
    name: str = ""
    is_plural: bool = False
    """Whether it tells of several, which are counted: `two more crossings`."""

    @property
    def telling(self) -> list[str]:
        """The words before the head that tell it from others."""
        return [
            word
            for word in self.before
            if word not in EMPTY and (not word.endswith("ly") or word in _NO_ADVERBS)
        ]

    @property
    def is_narrow(self) -> bool:
        """Whether one of these words names more than a broad field."""
        return any(word not in BROAD for word in self.telling)


def phrases_of(line: Line, places: Iterable[int]) -> list[Phrase]:
    """Return the phrases that nouns of initiatives at some places head, those with a determiner or an owner."""
    found = []
    for at in places:
        number = bisect.bisect_right(line.words, (at, len(line.text))) - 1
        _, end, word = line.words[number]
        names = heads().get(word.rpartition("-")[2])
        several = plural_heads().get(word) if names is None else None
        if (names is None and several is None) or line.text[at].isupper():
            continue
        words = line.passage.lower
        if several:
            if _is_counted(line, number) and (phrase := _phrase(line, number, several)):
                phrase.is_plural = True
                found.append(phrase)
            continue
        head = next((one for one in names or () if words.endswith(one.words, line.start, end)), None)
        if head and not _is_modifier(line, number) and (phrase := _phrase(line, number, head)):
            found.append(phrase)
    return found


def _is_counted(line: Line, number: int) -> bool:
    """Whether a small number stands before a plural: `two more crossings`, `the three corridors`."""
    return any(word in _NUMERALS for _, _, word in line.words[max(number - _COUNTED, 0) : number])


def _is_modifier(line: Line, number: int) -> bool:
    """Whether the noun only describes the next one: `trade deal talks`, `the law firm`."""
    if number + 1 >= len(line.words) or line.gap(number) != " ":
        return number + 1 < len(line.words) and line.gap(number) in {"-", "/", "’s ", "'s "}
    word = line.words[number + 1][2]
    if line.text[line.words[number + 1][0]].isupper() or word in _COMPOUNDED:
        return word in heads() or word in _COMPOUNDED
    return not (
        word in STOPS or word in ENDING or word in PARTICIPLES or word.endswith(("ed", "ly", "ing")) or word in {"and", "to", "here", "also"}
        or word[0].isdigit() or line.is_finite(number + 1) or (word.endswith("s") and not word.endswith("ss") and line.is_finite(number + 1))
        or word in FINITE
    )  # fmt: skip


def _phrase(line: Line, number: int, head: Head) -> Phrase | None:
    at = number - head.words.count(" ")
    compound = line.words[number][2].rpartition("-")[0]
    first, how = _determined(line, at)
    if how is None:
        return None
    words = tuple(_plain_words(line, first + (how != "owned"), at))
    if compound:
        words = (*words, compound)
    last = last_of_complement(line, number, head)
    start, end = line.words[first][0], line.words[last][1]
    begin = line.words[first + 1][0] if how != "owned" and first < number else start
    complement = line.text[line.words[number][1] : end].strip()
    return Phrase(
        head,
        number,
        first,
        last,
        "own" if how == "owned" else how,
        words,
        complement,
        start,
        end,
        line.text[begin:end],
    )


def _plain_words(line: Line, first: int, last: int) -> Iterator[str]:
    """Yield the words between two that are no names."""
    named = [(m.begin, m.end) for m in line.begins.values()]
    for start, _, word in line.words[first:last]:
        if "-" in word or not any(a <= start < b for a, b in named):
            yield word


def _determined(line: Line, at: int) -> tuple[int, str | None]:
    """Return the first word of the phrase before a word and how it is determined; None if by nothing that counts."""
    joined = False
    for number in range(at - 1, max(at - _LEFT, -1), -1):
        _, end, word = line.words[number]
        gap = line.gap(number)
        if (
            gap.strip(" $€£¥-’'")
            and not (gap == ". " and end - line.words[number][0] == 1)
            and gap not in {".", ","}
            and not (gap == ", " and number < at - 1)
        ):
            break
        if word in _DEFINITE:
            return number, "the"
        if word in _OWNERS:
            return number, "own"
        if word in INDEFINITE or (
            word in _NUMERALS and not (number and line.words[number - 1][2] in _BEFORE_NUMERAL)
        ):
            return number, "a"
        if word in _NONE or word in STOPS or word in {"last", "more", "less", "most", "least"}:
            break
        if word.endswith(("’s", "'s", "s’")) or line.text[end : end + 1] in {"’", "'"}:
            return _owner(line, number), "owned"
        if word == "and":
            if joined:
                break
            joined = True
    return at, None


def _owner(line: Line, number: int) -> int:
    """Return the word that the owner's name begins with: `the European Union’s`."""
    end = line.words[number][1]
    mention = next((m for e, m in line.ends.items() if e <= end <= e + 2), None)
    at = number
    while mention and at > 0 and line.words[at][0] > mention.begin:
        at -= 1
    return at - 1 if at > 0 and line.words[at - 1][2] in {"the", "a"} and line.gap(at - 1) == " " else at
