"""What offices belong to: the state or organization before, within or after a title, or one that is understood."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from geodb.sources.article.extract.cast import Place
from geodb.sources.article.extract.gazetteer import Hit, Sense
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.names.titles import UNDERSTOOD, Title
from geodb.sources.article.extract.page import Mention, Passage

STATES = frozenset({"state", "contested_territory", "dependent_territory"})
_OWN = re.compile(r"\b(?:[Ii]ts|[Tt]heir)\s$")
_OF = re.compile(r"\sof\s(?:the\s)?")
_WITH_MATTER = listed(
    "minister|secretary|spokesman|spokeswoman|spokesperson|chief|commander|adviser|advisor|leader|head|ambassador|envoy"
)
_OF_PART = listed("president|chair|chairman|chairwoman|chairperson|speaker|director|governor")
_PARTS = listed("commission|council|committee|board|bank|assembly|congress|court|parliament")
"""What a body may have of its own: `ECOWAS commission president`."""
_OF_ONE_STATE = {
    "secretary of state": "USA", "treasury secretary": "USA", "secretary of the treasury": "USA", "secretary of war": "USA",
    "chancellor of the exchequer": "GBR", "home secretary": "GBR",
}  # fmt: skip
"""Offices that only one state calls so, where none stands beside them."""
_SMALL_WORD = re.compile(r"(?<=[\w’'] )(?P<word>[a-z-]+)\s$")
_NO_MATTER = listed(
    "the|a|an|its|his|her|their|our|and|or|but|with|to|of|by|for|from|in|on|at|as|that|who|when|while|after|before|is|was"
    "|has|had|met|told|saw|says|said|says|against|between|including|until|under|into|former|then|late"
)
_MOST_MATTER = 3
_FEWEST_NAMED = 3
_LONGEST_WORD = 24


class Body(NamedTuple):
    """What an office belongs to, as it stands in the text: a known name, or a mention."""

    start: int
    end: int
    hit: Hit | None


class Home(NamedTuple):
    """A state, and where the text names it."""

    state: Sense
    printed: str
    at: Place


class Bodies:
    """Finds what the titles of one article belong to."""

    def __init__(self, hits: Mapping[int, Sequence[Hit]], home: Home | None) -> None:
        self._hits, self._home = hits, home

    def before(self, passage: Passage, title: Title) -> Body | None:
        """Return the state or organization right before a title: `Indian`, `US`, `Russia’s`, `Kremlin`."""
        return self.ending_at(passage, _without_possessive(passage.text, title.start))

    def around(self, passage: Passage, title: Title) -> Body | None:
        """Return the organization whose name a title goes on: `US Treasury Secretary`."""
        spanning = (
            hit
            for hit in self._hits[passage.no]
            if hit.start < title.start < hit.end <= title.end and _acts(hit)
        )
        return next((Body(hit.start, hit.end, hit) for hit in spanning), None)

    def far_before(self, passage: Passage, title: Title) -> tuple[Body, str] | None:
        """Return what is before small words that belong to a title, and these: `Zambian mining minister`."""
        start, text = title.start, passage.text
        if title.words not in _WITH_MATTER and title.words not in _OF_PART:
            return None
        for _ in range(_MOST_MATTER):
            match = _SMALL_WORD.search(text, max(0, start - _LONGEST_WORD), start)
            if match is None or match["word"] in _NO_MATTER or match["word"].endswith("ed"):
                return None
            if title.words not in _WITH_MATTER and match["word"] not in _PARTS:
                return None
            start = match.start()
            if body := self.ending_at(passage, _without_possessive(text, start)):
                return body, " ".join([text[start : title.start].strip(), title.words])
        return None

    def place_before(self, passage: Passage, title: Title) -> int | None:
        """Return where the place begins that stands right before a title: `Texas Governor`."""
        end = _without_possessive(passage.text, title.start)
        return next((hit.start for hit in self._hits[passage.no] if hit.end == end), None)

    def ending_at(self, passage: Passage, end: int) -> Body | None:
        """Return the organization or state whose name ends at an offset."""
        for mention in passage.mentions:
            if mention.end == end and mention.actors and mention.how == "name":
                return Body(mention.start, mention.end, None)
        for hit in self._hits[passage.no]:
            if hit.end == end and _acts(hit):
                return Body(hit.start, hit.end, hit)
        return None

    def within(self, passage: Passage, start: int, end: int, *, after_of: bool = False) -> Body | None:
        """Return the first state or organization in a span; with `after_of` only behind *of*."""
        if after_of and " of " not in passage.text[max(0, start - 12) : end]:
            return None
        for hit in self._hits[passage.no]:
            if start <= hit.start and hit.end <= end and _acts(hit):
                return _body_of(passage, hit, end) or Body(hit.start, hit.end, hit)
        for mention in passage.mentions:
            if start <= mention.start and mention.end <= end and mention.actors:
                return Body(mention.start, mention.end, None)
        return None

    def after(self, passage: Passage, mention: Mention, title: Title) -> Body | None:
        """Return the state behind a name: `Prime Minister X of Barbados`."""
        of = _OF.match(passage.text, mention.end) if title.words in UNDERSTOOD else None
        starts = (hit for hit in self._hits[passage.no] if of and hit.start == of.end() and _acts(hit))
        return next((Body(hit.start, hit.end, hit) for hit in starts), None)

    def owner(self, passage: Passage, title: Title) -> Body | None:
        """Return what `its` stands for before a title: the first actor of the clause, or of the sentence before."""
        own = _OWN.search(passage.text, max(0, title.start - 7), title.start)
        if own is None:
            return None
        start, _ = passage.sentence_at(own.start())
        body = self.within(passage, start, own.start())
        if body is None and start:
            body = self.within(passage, *passage.sentence_at(start - 2))
        return body

    def understood(self, passage: Passage, title: Title) -> Home | None:
        """Return the one state that the sentence or paragraph has named before, or that of the dateline."""
        if title.is_plural:
            return None
        start, _ = passage.sentence_at(title.start)
        before = [hit for hit in self._hits[passage.no] if hit.end <= title.start]
        for here in ([hit for hit in before if hit.start >= start], before):
            states = {sense.entry.key: (sense, hit) for hit in here if (sense := state_of(hit.senses))}
            if states:
                sense, hit = next(iter(states.values()))
                at = (passage.no, hit.start, hit.end)
                home = Home(sense, passage.text[hit.start : hit.end], at)
                return home if len(states) == 1 else None
            if usual := self._named(_OF_ONE_STATE.get(title.words)):
                return usual
        return self._home or self._main_state

    @cached_property
    def _main_state(self) -> Home | None:
        """The state that an article is about if it is about one: named more often than all others together."""
        named: Counter[str] = Counter()
        first: dict[str, Home] = {}
        for no, hits in self._hits.items():
            for hit in hits:
                if (state := state_of(hit.senses)) is not None:
                    named[state.entry.key] += 1
                    if state.how != "adjective":
                        first.setdefault(
                            state.entry.key, Home(state, state.entry.name, (no, hit.start, hit.end))
                        )
        key, times = next(iter(named.most_common(1)), ("", 0))
        is_main = times >= _FEWEST_NAMED and 2 * times > named.total()
        return first.get(key) if is_main else None

    def starting_at(self, passage: Passage, start: int) -> Body | None:
        """Return the organization or state whose name starts at an offset."""
        for mention in passage.mentions:
            if mention.start == start and mention.actors and mention.how == "name":
                return Body(mention.start, mention.end, None)
        hits = (hit for hit in self._hits[passage.no] if hit.start == start and _acts(hit))
        return next((Body(hit.start, hit.end, hit) for hit in hits), None)

    def _named(self, country: str | None) -> Home | None:
        """Return where the article first names a state."""
        for no, hits in self._hits.items():
            for hit in hits:
                state = state_of(hit.senses)
                if country and state and state.entry.country == country and state.how != "adjective":
                    return Home(state, state.entry.name, (no, hit.start, hit.end))
        return None


def _without_possessive(text: str, end: int) -> int:
    before = text[:end].rstrip()
    for possessive in ("’s", "'s", "’", "'"):
        before = before.removesuffix(possessive)
    return len(before)


def _body_of(passage: Passage, hit: Hit, end: int) -> Body | None:
    """Return the organization whose name holds or follows that of a state: `France’s Foreign Policy Institute`."""
    for mention in passage.mentions:
        if hit.end < mention.end <= end and mention.actors and mention.how == "name":
            if mention.start <= hit.start or passage.text[hit.end : mention.start] in {"’s ", "'s "}:
                return Body(mention.start, mention.end, None)
    return None


def _acts(hit: Hit) -> bool:
    return any(sense.how != "place" and sense.entry.kind != "media" for sense in hit.senses)


def state_of(senses: Sequence[Sense]) -> Sense | None:
    """Return the sense of a name in which it stands for a state."""
    return next((sense for sense in senses if sense.how != "place" and sense.entry.kind in STATES), None)
