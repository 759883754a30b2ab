"""Nouns that head what somebody undertakes or agrees on, and verbs that bring it about: `seeds/wordings` lists both."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from geodb.resources import seeds_dir
from geodb.sources.article.extract.language.inflection import noun_forms, verb_forms
from geodb.sources.article.extract.language.words import listed


@dataclass(frozen=True, slots=True)
class Head:
    """A noun: the group of nouns that may stand for one another, and the kind of initiative."""

    words: str
    group: str
    kind: str


@dataclass(frozen=True, slots=True)
class Act:
    """A verb that brings an initiative of some groups about, or ends it; no groups are all."""

    groups: frozenset[str]
    form: str

    def takes(self, group: str) -> bool:
        """Whether it is done to initiatives of a group; what is done to works is done to deeds."""
        return not self.groups or ("works" if group == "deed" else group) in self.groups


def _rows(table: str) -> Iterator[dict[str, str]]:
    with (seeds_dir() / "wordings" / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


@cache
def heads() -> dict[str, tuple[Head, ...]]:
    """Return the heads by their last word, the longest first."""
    found: dict[str, list[Head]] = {}
    for row in _rows("initiative_nouns"):
        words = row["noun"]
        found.setdefault(words.rpartition(" ")[2], []).append(Head(words, row["group"], row["kind"]))
    return {last: tuple(sorted(each, key=lambda head: -len(head.words))) for last, each in found.items()}


@cache
def plural_heads() -> dict[str, Head]:
    """Return the heads of one word by their plurals, which only a number before them makes tell of something."""
    single = (head for each in heads().values() for head in each if head.words.isalpha())
    return {noun_forms(head.words)[-1]: head for head in single if head.group != "organ"}


@cache
def head_words() -> frozenset[str]:
    """Return the last words of all heads, and their plurals."""
    return frozenset(heads()) | frozenset(plural_heads())


@cache
def acts() -> dict[str, Act]:
    """Return the acts by every form of their verbs."""
    return {
        word: Act(frozenset(filter(None, row["groups"].split("|"))), form)
        for row in _rows("initiative_acts")
        for word, form in verb_forms(row["verb"]).items()
    }


ACT_NOUNS = listed(
    "signing|signature|launch|launching|adoption|ratification|conclusion|announcement|implementation|text|terms|draft|construction"
    "|creation|establishment|completion|renewal|extension|negotiation|negotiations|talks|work|approval|presentation|passage"
    "|suspension|details|version|outline|proposal|proposals|idea|architect|signatories|backers|supporters|critics"
    "|revival|hands|ground|plans|preparations|route|future|fate|operator|developer|owners|builders|blueprint|blueprints|cost|funding|financing|phase|section|stage|negotiating|revision|renegotiation|abrogation"
)
"""Nouns that say of what follows that it is being made or has been: `the signing of`, `talks on`."""
PLANNED = listed(
    "proposed|planned|draft|stalled|shelved|long-stalled|long-delayed|delayed|long-awaited|envisaged|envisioned|suspended|mooted|signed"
    "|long-planned|abandoned|unratified|forthcoming|upcoming|announced|agreed|approved|revised|unfinished|future|pending|much-delayed"
)
"""Words before a noun that say the same."""
EMPTY = PLANNED | listed(
    "new|big|bigger|major|key|whole|entire|good|bad|best|better|worst|main|own|current|existing|first|second|third|possible|potential"
    "|final|ambitious|controversial|historic|landmark|same|latest|recent|previous|earlier|original|so-called|similar|separate|other"
    "|bold|sweeping|huge|vast|real|such|last|next|old|initial|broad|broader|wide|wider|clear|concrete|detailed|comprehensive"
    "|successful|failed|secret|formal|official|full|interim|temporary|provisional|partial|special|specific|large|larger|largest|small"
    "|signature|flagship|long-term|short-term|important|strong|massive|giant|gigantic|grand|credible|workable|viable|unprecedented"
    "|written|binding|legal|political|general|basic|underlying|different|great|favourite|private|fair|separate|alternative"
    "|overall|sustainable|modern|strict|stricter|tough|tougher|lasting|breakthrough|fragile|shaky|tentative|preliminary|eventual|monumental|multibillion-dollar|costly|fledgling|embattled|vaunted|common|joint|unified|single|very|most|more|less|rival"
)
"""Words that do not tell one initiative from another."""
BROAD = listed(
    "political|economic|military|legal|social|foreign|international|regional|global|national|domestic|financial|strategic"
    "|diplomatic|public|institutional|fiscal|monetary|criminal|security|federal|central|local|bilateral|multilateral|collective"
    "|industrial|commercial|state|government|official|western|business|party|electoral|election|constitutional|natural|civil"
)
"""Words that name a field so broad that all sorts of things are called so: `foreign policy`, `the legal framework`."""
MAKING = listed(
    "set|create|creates|created|creating|establish|establishes|established|establishing|launch|launches|launched|launching|found|founded|founding"
    "|form|forms|formed|forming|propose|proposes|proposed|proposing|agree|agreed|approve|approved|plan|plans|planned|planning|announce|announced"
    "|authorise|authorised|authorize|authorized|deploy|deployed|deploying|send|sent|sending|offer|offers|offered|fund|funds|funded|finance|financed"
    "|open|opens|opened|opening|build|built|building|unveil|unveiled|inaugurate|inaugurated|convene|convened|mandate|mandated|endorse|endorsed"
    "|envisage|envisages|envisaged|foresee|foresees|raise|raised|raising|moot|mooted|float|floated|assemble|assembled"
)
"""Verbs by which a body comes into being that otherwise acts itself: a council, a committee, a contingent."""
TOGETHER = listed("joint|common|unified|single|shared|united")
