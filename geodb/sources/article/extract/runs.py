"""Words of a text with their gaps, and runs of capitalised ones, from which names are made."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from geodb.sources.article.extract.gazetteer import WORD
from geodb.sources.article.extract.words import HEADS, IN_NAMES, NO_NAMES, PARTICLES

_JOINS_AFTER = frozenset(
    {"Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Sen", "Lt", "Col", "Jr", "Prof", "Rep", "Gov"}
)
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


class Words:
    """The words of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        matches = list(WORD.finditer(text))
        starts = [match.start() for match in matches[1:]] + [len(text)]
        self.all = [
            Word(match[0], match.start(), match.end(), text[match.end() : following])
            for match, following in zip(matches, starts, strict=True)
        ]

    def __getitem__(self, number: int) -> Word:
        return self.all[number]

    def __len__(self) -> int:
        return len(self.all)

    @cached_property
    def at(self) -> dict[int, int]:
        """Number of each word by where it starts."""
        return {word.start: number for number, word in enumerate(self.all)}

    def joined(self, number: int) -> bool:
        """Tell whether a word and the next belong together: by a space, a hyphen, or after an initial."""
        gap = self[number].gap
        if gap in {" ", "-"}:
            return True
        return gap == ". " and (len(self[number].text) == 1 or self[number].text in _JOINS_AFTER)

    def runs(self, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return runs of capitalised words (first, after last), also over particles; none in `taken` spans."""
        found: list[tuple[int, int]] = []
        number = 0
        while number < len(self):
            if not self[number].is_capital or _inside(self[number].start, taken):
                number += 1
                continue
            first = number
            number += 1
            while number < len(self) and self.joined(number - 1) and not _inside(self[number].start, taken):
                if self[number].is_capital:
                    number += 1
                elif (
                    self[number].text in PARTICLES
                    and number + 1 < len(self)
                    and self.joined(number)
                    and self[number + 1].is_capital
                ):
                    number += 2
                else:
                    break
            found.append((first, number))
        return found

    def organizations(self) -> list[tuple[int, int, str]]:
        """Return names of organizations by the nouns that head them: first word, after last, kind."""
        found: list[tuple[int, int, str]] = []
        for number, word in enumerate(self.all):
            kind = HEADS.get(word.text)
            if kind is None or (found and number < found[-1][1]):
                continue
            first = self._leftmost(number)
            last = self._rightmost(number)
            if last - first > 1:
                found.append((first, last, kind))
        return found

    def _leftmost(self, number: int) -> int:
        first = number
        while first > 0 and self.joined(first - 1):
            before = self[first - 1]
            if before.is_capital and before.text not in _STOPS:
                first -= 1
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
        while at < len(self) and self[at].is_capital and (at == last or self.joined(at - 1)):
            at += 1
            if at < len(self) - 1 and self[at].text == "and" and self[at + 1].text in _SECOND_MATTERS:
                at += 1
        return at if at == last else self._also_of(at)

    def _also_of(self, at: int) -> int:
        """Extend a name such as `Ministry of Foreign Affairs` by the state that follows it: `of Chad`."""
        has_more = at + 1 < len(self) and self.joined(at - 1) and self[at].text == "of" and self.joined(at)
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


def _inside(offset: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in spans)
