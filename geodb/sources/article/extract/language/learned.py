"""A second reader beside the rules: clauses that tell something by the weight of their words.

The weights were learned from articles coded by hand (`bench/learn.py`) and stand in `seeds/wordings/learned.csv`, a row
for each trait of a clause and a column for each kind of fact. A clause tells a fact as likely as the logistic function of
the sum of its traits says. Nothing is random, and every weight can be read.
"""

from __future__ import annotations

import csv
import math
from bisect import bisect_left
from calendar import day_name
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate

from geodb.resources import seeds_dir
from geodb.sources.article.extract.language.happenings import nouns, verbs
from geodb.sources.article.extract.language.initiative_nouns import head_words
from geodb.sources.article.extract.language.line import Line
from geodb.sources.article.extract.language.overlaps import shares_a_word
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.months import ENGLISH

FLOORS = {"event": 0.4, "forecast": 0.3, "judgment": 0.3, "target": 0.35}
"""The kinds of facts, and how likely a clause must tell one to be drafted, so that what is added is worth what is wrong."""
BIAS, _WHOLE = "<bias>", "<whole>"
_OPENERS = listed(
    "and|but|while|which|who|whose|where|when|after|before|that|because|since|until|though|although|as|if|unless|under|by|to|for|with|in"
    "|on|from|at"
)
"""Words before which a clause may end and another begin."""
_LED_IN_BY = listed("and|but|which|who|that|while|whereas|yet|or")
"""Words that join a clause to the one before it and are no part of what it tells."""
_MONTHS = frozenset(ENGLISH.lower().split("|"))
_DAYS = frozenset(day.lower() for day in day_name)
_POSSESSIVE = ("’s", "'s")
_NAME, _NAME_S = _NAMES = ("<name>", "<name’s>")
_YEAR = 4
_SHORTEST, _LONGEST = 12, 400
_STEP, _STEPS = 15, 12
"""Lengths are told apart by so many characters, up to so many steps."""
_WHOLE_FROM = _STEPS + 1
"""What is added to the length of a clause that is the whole of its sentence."""
_KEPT = 1 << 15


class Clauses:
    """The clauses that a sentence may be cut into, each a run of its words, and how likely they tell facts.

    `words` stand for themselves, or for any name, number or date; `gaps` are the marks before each, and `befores` those
    or else the word before it.
    """

    def __init__(self, line: Line) -> None:
        text = line.text
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        gaps: list[str] = []
        befores: list[str] = []
        last = "^"
        raw_gaps = [text[line.start : line.words[0][0]], *line.gaps] if line.words else ()
        for raw, (start, end, word) in zip(raw_gaps, line.words, strict=False):
            gap = "" if raw == " " else raw.strip()[:1]
            form = word if text[start].islower() else _form(word, text[start], is_first=not words)
            if last == _NAME and form in _NAMES and not gap:
                words[-1], ends[-1] = form, end  # *Sergei Lavrov’s* is one name
            else:
                words.append(form)
                starts.append(start)
                ends.append(end)
                gaps.append(gap)
                befores.append(gap or last)
            last = form
        self.words, self.starts, self.ends, self.gaps, self.befores = words, starts, ends, gaps, befores
        breaks = [at for at in range(1, len(words)) if gaps[at] or words[at] in _OPENERS]
        self._stops = [*breaks, len(words)]
        self._firsts = sorted({self._first_told(at) for at in (0, *breaks)} - {len(words)})
        self._opened = [(first, befores[first], words[first]) for first in self._firsts]
        self._closed = [(stop, words[stop - 1], self._after(stop)) for stop in self._stops if words]

    @property
    def runs(self) -> Iterator[tuple[int, int, int]]:
        """The first word of each clause, the one after its last, and its extent; clauses lie within one another."""
        return (run for first in self._firsts for run in self._runs_from(first))

    def _first_told(self, begin: int) -> int:
        """Return the first word of a clause that is part of what it tells."""
        while begin < len(self.words) and self.words[begin] in _LED_IN_BY:
            begin += 1
        return begin

    def _runs_from(self, first: int) -> Iterator[tuple[int, int, int]]:
        for stop in self._stops[bisect_left(self._stops, first + 1) :]:
            length = self.ends[stop - 1] - self.starts[first]
            if length > _LONGEST:
                break
            if length >= _SHORTEST:
                is_whole = first == 0 and stop == len(self.words)
                yield first, stop, min(_STEPS, length // _STEP) + is_whole * _WHOLE_FROM

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """Return where a clause begins and ends in its paragraph."""
        return self.starts[first], self.ends[stop - 1]

    def _after(self, stop: int) -> str:
        """The mark after a clause, or else the word."""
        return self.gaps[stop] or self.words[stop] if stop < len(self.words) else "$"

    def traits(self, first: int, stop: int, extent: int) -> list[str]:
        """Return what a clause is weighed by; a trait counts as often as it is there."""
        inside = [each for at in range(first, stop) for each in traits_of_word(self.words[at])]
        pairs = [f"{self.befores[at]} {self.words[at]}" for at in range(first + 1, stop)]
        opened = _opening(self.befores[first], self.words[first])
        closed = _closing(self.words[stop - 1], self._after(stop))
        return [BIAS, *inside, *pairs, *opened, *closed, *_extent(extent)]

    def likely(self, kind: str, taken: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Yield the likeliest clauses that share no word with one another and what is `taken`: start and end."""
        kept = list(taken)
        for _, first, stop in sorted(self._weighed(weights()[kind], _score(FLOORS[kind])), reverse=True):
            start, end = self.span(first, stop)
            if not shares_a_word(start, end, kept):
                kept.append((start, end))
                yield start, end

    def _weighed(self, weights: Weights, least: float) -> Iterator[tuple[float, int, int]]:
        """Yield the clauses that weigh enough; what a word weighs is added up once for all that it is in.

        Those of a first word are looked at only if the heaviest end and extent could make one of them weigh enough.
        """
        if not self._firsts:
            return
        until = [*accumulate(weights.words(self.befores, self.words), initial=0.0)]
        last, after = weights.last, weights.after
        closed = {
            stop: last.get(word, 0.0) + after.get(mark, 0.0) + until[stop]
            for stop, word, mark in self._closed
        }
        heaviest, widest = max(closed.values()), weights.widest
        for first, before, word in self._opened:
            opened = weights.opening(before, word) - until[first] - weights.pair(before, word)
            if opened + heaviest + widest < least:
                continue
            for _, stop, extent in self._runs_from(first):
                if (score := opened + closed[stop] + weights.extents[extent]) >= least:
                    yield score, first, stop


class Weights:
    """What the traits of clauses weigh for one kind of fact."""

    def __init__(self, of: Mapping[str, float]) -> None:
        self._of = of
        self.bias = of.get(BIAS, 0.0)
        self.extents = [self._sum(_extent(extent)) for extent in range(2 * _WHOLE_FROM)]
        self.widest = max(self.extents)
        pairs: dict[str, dict[str, float]] = {}
        self._word = _WordWeights(self._sum, pairs)
        self._before: dict[str, float] = {}
        self._first: dict[str, float] = {}
        self.last: dict[str, float] = {}
        self.after: dict[str, float] = {}
        edges = {"before": self._before, "first": self._first, "last": self.last, "after": self.after}
        for trait, weight in of.items():
            before, _, word = trait.rpartition(" ")
            if before:
                pairs.setdefault(word, {})[before] = weight
            edge, _, word = trait.partition(":")
            if edge in edges:
                edges[edge][word] = weight

    def words(self, befores: Iterable[str], words: Iterable[str]) -> list[float]:
        """Return what each word adds to a clause that holds what stands before it too."""
        weights = map(self._word.__getitem__, words)
        return [
            alone + pairs.get(before, 0.0) if pairs else alone
            for before, (alone, pairs) in zip(befores, weights, strict=True)
        ]

    def pair(self, before: str, word: str) -> float:
        """Return how much of what a word adds is only with what stands before it."""
        return self._word[word][1].get(before, 0.0)

    def opening(self, before: str, word: str) -> float:
        """Return what a clause weighs, by its first word and what stands before it, before its words are added up."""
        return self.bias + (self._before.get(before, 0.0) + self._first.get(word, 0.0))

    def _sum(self, traits: Iterable[str]) -> float:
        return sum(self._of.get(trait, 0.0) for trait in traits)


class _WordWeights(dict[str, tuple[float, Mapping[str, float]]]):
    """What words weigh by themselves, and with what stands before them.

    They are kept as they are met, and forgotten all at once when they are too many.
    """

    def __init__(
        self, summed: Callable[[Iterable[str]], float], pairs: Mapping[str, Mapping[str, float]]
    ) -> None:
        self._summed, self._pairs = summed, pairs

    def __missing__(self, word: str) -> tuple[float, Mapping[str, float]]:
        if len(self) >= _KEPT:
            self.clear()
        weights = self[word] = self._summed(traits_of_word(word)), self._pairs.get(word, {})
        return weights


def likely_clauses(line: Line, kind: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the likeliest clauses of a sentence that share no word with one another and what is `taken`."""
    first, last = line.start, line.end
    covered = sum(min(b, last) - max(a, first) for a, b in taken if a < last and b > first)
    if covered <= last - first - _SHORTEST:  # there is room for one
        yield from _clauses_of(line).likely(kind, taken)


def _clauses_of(line: Line) -> Clauses:
    """Return the clauses of a sentence, which are made once for all who weigh them."""
    clauses: Clauses | None = line.clauses
    if clauses is None:
        clauses = line.clauses = Clauses(line)
    return clauses


def _form(word: str, first: str, *, is_first: bool) -> str:
    """The word in small letters, or what stands for all numbers, years, months, days of the week and names."""
    if first.isdigit():
        return "<year>" if len(word) == _YEAR and word.startswith(("19", "20")) else "<number>"
    if not first.isupper():
        return word
    if word.endswith(_POSSESSIVE):
        return _NAME_S
    small = word.lower()
    if small in _DAYS:
        return "<day>"
    if is_first:
        return small
    return "<month>" if small in _MONTHS else _NAME


def traits_of_word(word: str) -> list[str]:
    """Return what a word adds to its clause: itself, and which tables know it."""
    forms = dict.fromkeys(f"<verb:{what}>" for what, _ in verbs().get(word, ()))
    return [
        word,
        *forms,
        *(["<noun>"] if word in nouns() else []),
        *(["<plan>"] if word in head_words() else []),
    ]


def _opening(before: str, word: str) -> tuple[str, str]:
    return f"before:{before}", f"first:{word}"


def _closing(word: str, after: str) -> tuple[str, str]:
    return f"last:{word}", f"after:{after}"


def _extent(extent: int) -> tuple[str, ...]:
    is_whole, length = divmod(extent, _WHOLE_FROM)
    return (f"length:{length}", _WHOLE) if is_whole else (f"length:{length}",)


def _score(likelihood: float) -> float:
    return math.log(likelihood / (1 - likelihood))


@cache
def weights() -> dict[str, Weights]:
    """Return the weights by kind."""
    found: dict[str, dict[str, float]] = {kind: {} for kind in FLOORS}
    with (seeds_dir() / "wordings" / "learned.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for kind in FLOORS:
                if row[kind]:
                    found[kind][row["trait"]] = float(row[kind])
    return {kind: Weights(each) for kind, each in found.items()}
