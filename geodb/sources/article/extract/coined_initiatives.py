"""Initiatives by names that no noun ends: `the Framework of Action`, `unveiled the Global Bridge`, `its programme, Silver Road`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.initiative import Initiative
from geodb.sources.article.extract.initiative_kinds import kind_of
from geodb.sources.article.extract.initiative_nouns import heads
from geodb.sources.article.extract.page import Passage
from geodb.sources.article.extract.words import INITIATIVE_HEADS, NO_NAMES, listed

_CAP = r"[A-ZÀ-Ž][\w’'-]*"
_TITLE = rf"{_CAP}(?:\s(?:(?:of|for|and|the|in|on|to)\s){{0,2}}(?:{_CAP}|[0-9]{{1,4}}(?:-[0-9]{{2,4}})?(?![\w%.])))"
_HEADS = "|".join(sorted(set(INITIATIVE_HEADS) - {"Law", "Act", "Bill", "Operation"}, key=len, reverse=True))
_HEAD_FIRST = re.compile(
    rf"\b(?:[Tt]he|[Aa]|[Ii]ts|[Tt]heir)\s(?P<name>(?P<noun>{_HEADS})\s(?:of|on|for|against)\s(?:the\s)?{_CAP}(?:\s(?:(?:and|of|for|on|in|the)\s){{0,2}}{_CAP}){{0,8}}(?:\s20[0-9]{{2}}[-–]20[0-9]{{2}})?)"
)
COINING = listed(
    "launch|launched|launches|launching|unveil|unveiled|unveils|unveiling|sketched|proposed|proposes|proposing|pitched|pitching|presented"
    "|promoted|promotes|promoting|inaugurated|announced|touted|touts|championed|champions|conceived|initiated|completed|shelved|revived|dubbed"
)
_COINED = re.compile(
    rf"\b(?:{'|'.join(COINING)})\s(?:an?|the|its|their|his|her)\s(?:new\s|ambitious\s|joint\s|so-called\s)?(?P<name>{_TITLE}{{1,5}})(?![\w’'-])(?!\s[a-z]*(?:ed|ing)\b)"
)
_TITLE_END = r"(?=[,.;]|\sand\b|$)"
_APPOSED = re.compile(
    rf"\b(?P<whole>(?:a|an|the|its|their|his|[\w.]+[’']s)\s(?:[\w-]+\s){{0,4}}?(?P<noun>programme|program|project|plan|scheme|system|initiative|strategy|corridor|pipeline|framework|fund|campaign|policy|blueprint|package|agenda|cable|facility)"
    rf"(?:\sof\s[\w\s]{{3,30}}?)?,\s(?:called\s|dubbed\s|known\sas\s|named\s)?(?:the\s)?(?P<name>{_CAP}(?:\s(?:of\s|for\s|and\s)?(?:{_CAP}|[0-9]{{1,4}})){{0,5}})){_TITLE_END}"
)  # fmt: skip
APPOSING = listed(
    "programme|program|project|plan|scheme|system|initiative|strategy|corridor|pipeline|framework|fund|campaign|policy|blueprint"
    "|package|agenda|cable|facility"
)


def coined(passage: Passage, words: frozenset[str]) -> Iterator[Initiative]:
    """Yield the initiatives of a passage that are named so; `words` are all of the passage."""
    if not _LOWER_HEADS.isdisjoint(words):
        for match in _HEAD_FIRST.finditer(passage.text):
            yield from _named(passage, match, match.span("name"), kind_of(match["noun"], match["name"]))
    if not COINING.isdisjoint(words):
        for match in _COINED.finditer(passage.text):
            if match["name"].split()[0] not in NO_NAMES:
                yield from _named(passage, match, match.span("name"), "project")
    if not APPOSING.isdisjoint(words):
        for match in _APPOSED.finditer(passage.text):
            yield from _named(passage, match, match.span("whole"), heads()[match["noun"]][0].kind)


_LOWER_HEADS = frozenset(word.lower() for word in INITIATIVE_HEADS)


def _named(passage: Passage, match: re.Match[str], span: tuple[int, int], kind: str) -> Iterator[Initiative]:
    """Yield an initiative of this name, unless it is the name of an actor or place or stands in a quotation."""
    start, end = match.span("name")
    taken = any(
        m.begin < end and start < m.end and (m.begin <= start or m.end - m.begin > (end - start) / 2)
        for m in passage.mentions
    )
    if not taken and passage.in_quote(start) is None:
        yield Initiative(passage.no, *span, match["name"], kind, "initiative.coined", 65)
