"""Initiatives by names that no noun ends: `the Framework of Action`, `unveiled the Global Bridge`, `its programme, Silver Road`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from geodb.sources.article.extract.initiative import Initiative
from geodb.sources.article.extract.initiatives.initiative_kinds import kind_of
from geodb.sources.article.extract.language.initiative_nouns import heads
from geodb.sources.article.extract.language.passage_words import places_of
from geodb.sources.article.extract.language.words import INITIATIVE_HEADS, NO_NAMES, listed
from geodb.sources.article.extract.page import Passage
from geodb.sources.article.months import ENGLISH

_CAP = r"[A-ZÀ-Ž][\w’'-]*"
_HEADS = "|".join(sorted(set(INITIATIVE_HEADS) - {"Law", "Act", "Bill", "Operation"}, key=len, reverse=True))
_HEAD_FIRST = re.compile(
    rf"(?P<noun>{_HEADS})\s(?:of|on|for|against)\s(?:the\s)?(?!(?:{ENGLISH})\b){_CAP}(?:\s(?:(?:and|of|for|on|in|the)\s){{0,2}}{_CAP}){{0,8}}"
    r"(?:\s20[0-9]{2}[-–]20[0-9]{2})?"
)
_HAS_DETERMINER = re.compile(
    r"(?<![\w-])(?:the|an?|its|their|[\w.]+[’']s)\s(?:[a-z-]+\s){0,2}$", re.IGNORECASE
)
COINING = listed(
    "launch|launched|launches|launching|unveil|unveiled|unveils|unveiling|sketched|proposed|proposes|proposing|pitched|pitching|presented"
    "|promoted|promotes|promoting|inaugurated|announced|touted|touts|championed|champions|conceived|initiated|completed|shelved|revived"
)
_COINED = re.compile(
    r"\s(?:an?|the|its|their|his|her)\s(?:new\s|ambitious\s|joint\s|so-called\s)?"
    rf"(?P<name>{_CAP}(?:\s(?:(?:of|for|and|the)\s){{0,2}}(?:{_CAP}|[0-9]{{1,4}}(?![\w%.]))){{1,5}})(?![\w’'-])(?!\s[a-z]*(?:ed|ing)\b)"
)
APPOSING = listed(
    "programme|program|project|plan|scheme|system|initiative|strategy|corridor|pipeline|framework|fund|campaign|policy|blueprint"
    "|package|agenda|cable|facility|mission|force|operation|fund|pact|deal|law|scheme|mechanism"
)
_APPOSED = re.compile(
    r",\s(?:(?:called|dubbed|known\sas|named|christened|baptised|branded|titled)\s)?(?:the\s)?"
    rf"(?P<name>{_CAP}(?:\s(?:of\s|for\s|and\s)?(?:{_CAP}|[0-9]{{1,4}})){{0,5}})(?=[,.;]|\sand\b|$)"
)
_OPERATION = re.compile(
    rf"\b(?P<name>(?P<noun>Operation|Plan|Project|Mission|Agenda)\s(?!(?:{ENGLISH}|[A-Z]\b|Manager|Director|Commander|Leader|Control|Syndicate)){_CAP}(?:\s(?:{_CAP}|[0-9]{{1,4}}(?![\w%.]))){{0,3}})"
)
_FIRST_NOUNS = listed("operation|plan|project|mission|agenda")
_EXPLAINED = re.compile(
    r",\san?\s(?:[\w$€£.-]+\s){0,5}?(?P<noun>network|scheme|plan|project|programme|program|corridor|pipeline|railway|fund|pact|treaty|law|bill|system|initiative"
    r"|agreement|accord|deal|partnership|framework|strategy|blueprint|link|canal|facility|campaign|roadmap|package|cable|interconnector|mine|highway|bridge|tunnel|shield|line|wall|fence|grid|barrage)"
    r"(?=[,.;]|\s(?:that|which|to|of|on|for|in|between|with|across|from|linking|connecting|worth|meant|designed|aimed|under|and|by|at|through"
    r"|announced|launched|signed|backed|led)\b|$)"
)
_NAME_BEFORE = re.compile(
    rf"(?:(?<![\w’'-])(?P<name>{_CAP}(?:\s(?:(?:of|for|and|the)\s){{0,2}}(?:{_CAP}|[0-9]{{1,4}})){{0,6}})|(?<![\w-])(?:the|its|their)\s(?P<small>[a-z-]+\s[a-z-]+))$"
)
_ORDINALS = listed("Firstly|Secondly|Thirdly|Lastly|Separately|Conversely")
_ALONG = (" on the ", " along the ", " across the ")
_PLACING = (" to ", " from ", " in ", " near ", " of ", " and ", " with ")
_SITE = (" at ",)
"""What leads to where a thing stands that is explained: `the fab at X, a partnership`."""
_BEFORE_NOUN = re.compile(
    r"(?<![\w-])(?:a|an|the|its|their|his|[\w.]+[’']s)\s(?:[\w-]+\s){0,4}?$", re.IGNORECASE
)
_WINDOW = 60
_SAYS_WHAT = re.compile(
    rf",\s(?:(?:an?|the)\s|(?:the\s)?{_CAP}(?:\s{_CAP}){{0,2}}(?:(?<=[’'])|(?<=[’']s))\s)(?P<words>(?:[^,;:.()“”—–]|(?<=[0-9])[.,](?=[0-9])){{3,90}}?)"
    r"(?=[,.](?![0-9])|[;:()—–]|$|\s(?:that|which|announced|launched|signed|agreed|led|run|built)\b)"
)
_BEHIND_NOUN = re.compile(r"\s(?:of|in|to|for|with|through|on|across|between|from|by|at|under|linking|and)\s")


def coined(passage: Passage, places: Iterable[int]) -> Iterator[Initiative]:
    """Yield the initiatives of a passage that are named so; the nouns of names stand at these places."""
    end = 0
    for at in places:
        match = _HEAD_FIRST.match(passage.text, at) if at >= end else None
        if match is None:
            continue
        end = match.end()
        if _HAS_DETERMINER.search(passage.text, max(0, match.start() - _WINDOW), match.start()):
            yield from _named(passage, match.span(), match[0], kind_of(match["noun"], match[0]))
    if _FIRST_NOUNS & passage.words:
        for match in _OPERATION.finditer(passage.text):
            yield from _named(passage, match.span(), match[0], kind_of(match["noun"], match[0]))
    at = passage.text.find(", a")
    while at >= 0:
        yield from _explained(passage, at)
        at = passage.text.find(", a", at + 1)
    for word in sorted(COINING & passage.words):
        for at in places_of(passage.lower, [word]):
            name = _COINED.match(passage.text, at + len(word))
            if name and name["name"].partition(" ")[0] not in NO_NAMES:
                yield from _named(passage, name.span("name"), name["name"], "project", is_place=True)
    for word in sorted(APPOSING & passage.words):
        for at in places_of(passage.lower, [f"{word},"]):
            yield from _apposed(passage, word, at)


def end_of_apposition(text: str, end: int) -> int:
    """Return where words end that say right behind a name what it is, `ELMED, a cable to Sicily`; its own end without any."""
    says = _SAYS_WHAT.match(text, end)
    noun = _BEHIND_NOUN.split(says["words"], maxsplit=1)[0].rpartition(" ")[2] if says else ""
    return says.end() if says and noun in heads() else end


def _explained(passage: Passage, at: int) -> Iterator[Initiative]:
    """Yield what is said to be a scheme, a pact, a pipeline …: `Silver Road, a network of ports`."""
    match = _EXPLAINED.match(passage.text, at)
    first = max(0, at - _WINDOW)
    before = _NAME_BEFORE.search(passage.text[first:at]) if match else None
    if not (match and before):
        return
    group = "name" if before["name"] else "small"
    start, end = (first + offset for offset in before.span(group))
    name = passage.text[start:end]
    if (
        name.partition(" ")[0] not in NO_NAMES | _ORDINALS
        and not passage.text.endswith((*_ALONG, *_SITE), 0, start)
        and not name.endswith(" scenario")
    ):
        kind = next((one.kind for one in heads().get(match["noun"], ())), "project")
        is_goal = passage.text.endswith(_PLACING, 0, start)
        yield from _named(passage, (start, end), name[:1].upper() + name[1:], kind, is_place=not is_goal)


def _apposed(passage: Passage, noun: str, at: int) -> Iterator[Initiative]:
    match = _APPOSED.match(passage.text, at + len(noun))
    first = max(0, at - _WINDOW)
    before = _BEFORE_NOUN.search(passage.text[first:at]) if match else None
    if match and before:
        span, kind = (first + before.start(), match.end()), heads()[noun][0].kind
        yield from _named(passage, span, match["name"], kind, match.span("name"))


def _named(
    passage: Passage,
    span: tuple[int, int],
    name: str,
    kind: str,
    at: tuple[int, int] | None = None,
    *,
    is_place: bool = False,
) -> Iterator[Initiative]:
    """Yield an initiative of this name, unless it is the name of an actor, or of a place that it may not be, or is quoted."""
    start, end = at or span
    taken = any(
        m.begin < end and start < m.end and (m.begin <= start or m.end - m.begin > (end - start) / 2)
        for m in passage.mentions
        if m.actors or not is_place
    )
    if not taken and passage.in_quote(start) is None:
        yield Initiative(passage.no, *span, name, kind, "initiative.coined", 65)
