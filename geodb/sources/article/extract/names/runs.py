"""Words of a text with their gaps, and runs of capitalised ones, from which names are made."""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Iterator
from functools import cached_property, partial
from itertools import accumulate
from typing import NamedTuple

from geodb.sources.article.extract.gazetteer import WORD
from geodb.sources.article.extract.language.words import HEADS, IN_NAMES, NO_NAMES, PARTICLES, TITLE_WORDS
from geodb.sources.article.months import ENGLISH

_JOINS_AFTER = frozenset(
    {"Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Sen", "Lt", "Col", "Jr", "Prof", "Rep", "Gov"}
)
_WORDS = re.compile(f"({WORD.pattern})")
_MOST_WORDS = 20
_TRADES = frozenset(
    {
        "Workers",
        "Dockworkers",
        "Teachers",
        "Miners",
        "Farmers",
        "Pilots",
        "Nurses",
        "Doctors",
        "Journalists",
        "Students",
        "Trade",
        "Labour",
        "Labor",
    }
    | {"Steelworkers", "Autoworkers", "Railwaymen", "Seamen", "Employees", "Lawyers", "Drivers"}
)
_OF_STATES = frozenset(
    {"Election", "Elections", "Electoral", "Anti-Corruption", "Corruption", "Exchange", "Planning"}
)
"""What commissions of states are for, and hardly those of unions of states."""
_DAYS_AND_MONTHS = frozenset({*ENGLISH.split("|"), *day_name})
_COMMERCE = frozenset({"Commerce", "Trade", "Industry", "Shipping", "Mines"})
"""What chambers are of that are no parliaments."""
_OWNERS = frozenset({"People", "Peoples", "Women", "Children", "Nation"})
_QUOTES = frozenset({"’", "'"})
_HOLDERS = frozenset({"Minister", "Ministers", "Secretary", "Commissioner"})
_LINKS = frozenset({"of", "for", "and", "&", "the", "de", "on", "in"})


class Word(NamedTuple):
    """A word at `start` to `end`; `gap` is what stands between it and the next word."""

    text: str
    start: int
    end: int
    gap: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


_word = partial(tuple.__new__, Word)  # what Word(…) does, in half the time: every word of a text is one


class Words:
    """The words of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        parts = _WORDS.split(text)  # a gap, a word, a gap, …, a word, a gap
        edges = [0, *accumulate(map(len, parts))]
        self._texts, self._starts = parts[1::2], edges[1:-1:2]
        self.all: list[Word] = list(
            map(_word, zip(self._texts, self._starts, edges[2::2], parts[2::2], strict=True))
        )
        self._capitals = [number for number, text in enumerate(self._texts) if text[0].isupper()]

    def __getitem__(self, number: int) -> Word:
        return self.all[number]

    def __len__(self) -> int:
        return len(self.all)

    def starts(self) -> Iterator[tuple[str, int]]:
        """Yield each word and where it starts."""
        return zip(self._texts, self._starts, strict=True)

    @cached_property
    def at(self) -> dict[int, int]:
        """Number of each word by where it starts."""
        return {start: number for number, start in enumerate(self._starts)}

    def joined(self, number: int) -> bool:
        """Tell whether a word and the next belong together: by a space, a hyphen, or after an initial."""
        text, _, _, gap = self.all[number]
        if gap in {" ", "-", " & "}:
            return True
        if gap in {"’ ", "' "} and text[-1] == "s" and self.all[number + 1].text in HEADS:
            return True  # *the Dockworkers’ Union*
        return gap == ". " and (len(text) == 1 or text in _JOINS_AFTER)

    def runs(self, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return runs of capitalised words (first, after last), also over particles; none in `taken` spans."""
        return self._runs(taken) if taken else self._all_runs

    @cached_property
    def _all_runs(self) -> list[tuple[int, int]]:
        return self._runs([])

    def _runs(self, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        after = 0
        for first in self._capitals:
            if first < after or _inside(self.all[first].start, taken):
                continue
            after = first + 1
            while (
                after < len(self.all) and self.joined(after - 1) and not _inside(self.all[after].start, taken)
            ):
                if self.all[after].is_capital:
                    after += 1
                elif self.all[after].text in PARTICLES and (name := self._after_particles(after)):
                    after = name + 1
                else:
                    break
            found.append((first, after))
        return found

    def _after_particles(self, number: int) -> int | None:
        """Return the capitalised word after one or two particles: `von der Leyen`."""
        for at in range(number, min(number + 3, len(self.all))):
            if self.all[at].is_capital:
                return at if at > number else None
            if self.all[at].text not in PARTICLES or not self.joined(at):
                return None
        return None

    def organizations(self) -> list[tuple[int, int, str]]:
        """Return names of organizations by the nouns that head them: first word, after last, kind."""
        found: list[tuple[int, int, str]] = []
        for number in self._capitals:
            kind = HEADS.get(self.all[number].text)
            if kind is None or (found and number < found[-1][1]):
                continue
            first = self._leftmost(number)
            while number + 1 < len(self) and self.joined(number) and self[number + 1].text in HEADS:
                number += 1  # noqa: PLW2901 - *Energy Ministry* is no firm
                kind = HEADS[self[number].text]
            last = self._rightmost(number)
            if last < len(self) and self[last].text in _HOLDERS and self.joined(last - 1):
                continue  # *Deputy Oil Minister* is no firm
            if last - first > 1:
                if kind == "igo_body" and not _OF_STATES.isdisjoint(
                    word.text for word in self.all[first:last]
                ):
                    kind = "government_office"
                if kind == "legislature" and not _COMMERCE.isdisjoint(
                    word.text for word in self.all[first:last]
                ):
                    kind = "ngo"
                if kind == "igo" and not _TRADES.isdisjoint(word.text for word in self.all[first:last]):
                    kind = "trade_union"
                found.append((first, last, kind))
        return found

    def _leftmost(self, number: int) -> int:
        first = number
        while first > max(0, number - _MOST_WORDS) and self.joined(first - 1):
            before = self[first - 1]
            if before.is_capital and before.text not in _STOPS:
                first -= 1
            elif (
                before.text == "s"
                and first > 1
                and self[first - 2].text in _OWNERS
                and self[first - 2].gap in _QUOTES
            ):
                first -= 2  # *the People’s National Congress*
            elif before.text in {"and", "of", "for", "de"} and self._name_continues(first - 1):
                first -= 2
            else:
                break
        return first

    def _name_continues(self, link: int) -> bool:
        """Tell whether the word before a link is part of the name: only heads of `X for Y Organization`."""
        return link > 0 and self.joined(link - 1) and self[link - 1].text in HEADS

    def _rightmost(self, number: int) -> int:
        """Return the end of the name: `of` and `for` with capitals belong to it."""
        last = number + 1
        if last < len(self) and self.joined(last - 1) and self[last].text in HEADS:
            return self._rightmost(last)
        at = last
        while at < len(self) and self.joined(at - 1) and self[at].text in _LINKS:
            at += 1
        opens_with = self[last].text if last < len(self) else ""
        if at == last or at >= len(self) or opens_with not in {"of", "for"} or not self[at].is_capital:
            return last
        if not self.joined(at - 1):
            return last
        first = at
        while at < len(self) and self[at].is_capital and (at == first or self.joined(at - 1)):
            if at > first and _begins_title(self[at - 1].text, self[at].text):
                break
            at += 1
            if at < len(self) - 1 and self[at].text == "and" and self[at + 1].text in _SECOND_MATTERS:
                at += 1
        return at if at == last else self._also_on(self._also_of(at))

    def _also_on(self, at: int) -> int:
        """Extend a name such as `Centre for Research` by its matter: `on Energy and Clean Air`."""
        if at + 1 >= len(self) or self[at].text != "on" or not self.joined(at - 1) or not self.joined(at):
            return at
        if self[at + 1].text in _DAYS_AND_MONTHS:
            return at  # *the Council of the EU on May 27*
        end = self._capitals_end(at + 1)
        if end + 1 < len(self) and self[end].text == "and" and self.joined(end - 1) and self.joined(end):
            end = max(end, self._capitals_end(end + 1))
        return end if end > at + 1 else at

    def _capitals_end(self, at: int) -> int:
        first = at
        while at < len(self) and self[at].is_capital and (at == first or self.joined(at - 1)):
            at += 1
        return at

    def _also_of(self, at: int) -> int:
        """Extend a name such as `Ministry of Foreign Affairs` by what it is of: `of Chad, of the People`."""
        has_more = at + 1 < len(self) and self.joined(at - 1) and self[at].text == "of" and self.joined(at)
        if has_more and self[at + 1].text == "the" and at + 2 < len(self) and self.joined(at + 1):
            at += 1
        return at + 2 if has_more and self[at + 1].is_capital else at


_NOT_IN_NAMES = frozenset(
    {"President", "Minister", "Secretary", "Mr", "Mrs", "Dr", "Spokesman", "Spokesperson"}
)
_STOPS = (NO_NAMES - IN_NAMES) | _NOT_IN_NAMES
_SECOND_MATTERS = frozenset(
    {
        "Affairs",
        "Security",
        "Trade",
        "Development",
        "Cooperation",
        "Defense",
        "Defence",
        "Culture",
        "Technology",
        "Industry",
        "Commerce",
        "Justice",
        "Health",
    }
)


def _begins_title(before: str, word: str) -> bool:
    """Tell whether a title begins with a word, as in `Bank of Ghana Governor …`."""
    return word not in _SECOND_MATTERS and word.lower() in TITLE_WORDS and before.lower() not in TITLE_WORDS


def _inside(offset: int, spans: list[tuple[int, int]]) -> bool:
    return bool(spans) and any(start <= offset < end for start, end in spans)
