"""Initiatives without a name: a noun of initiatives, what tells it from others, and evidence that it is one of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.inflection import BOTH, ING, PARTICIPLE
from geodb.sources.article.extract.initiative import Initiative
from geodb.sources.article.extract.initiative_kinds import narrowed, term_of
from geodb.sources.article.extract.initiative_nouns import ACT_NOUNS, PLANNED, TOGETHER, acts, heads
from geodb.sources.article.extract.initiative_phrases import Phrase, phrases_of
from geodb.sources.article.extract.line import Line
from geodb.sources.article.extract.page import Passage
from geodb.sources.article.extract.small_words import BE
from geodb.sources.article.extract.words import listed

_WORD = re.compile(r"[a-z]{3,}")
_PARTICLES = listed("on|to|up|out|off|for|into|over|in|with|about|from|through|forward|down|down|under|around|last|its|the|of")
_BEFORE = 4
_AFTER = 7
_SUBJECTS = listed(
    "aims|aimed|seeks|envisages|foresees|provides|provided|requires|required|allows|obliges|bans|entered|expires|expired|collapsed|lapsed"
    "|stipulates|mandates|sets|would|will|came|took|commits|binds|calls|covers|runs|cost|costs|stalled|promises|targets|includes"
    "|imposes|imposed|limits|caps|obliged|committed|called|envisaged|foresaw|set|allocates|earmarks|offers"
)
_TELL = frozenset("0123456789$€£¥")
_MONEY = listed("pledged|pledge|pledges|pledging|allocated|allocate|allocates|earmarked|earmark|committed|lend|lent|provide|provided|approved|offered|invest|invested|raised|granted|grant|loan|loans|tender|tenders|contract|contracts|funds|funding|deal")
_ROUTES = re.compile(r"(?:from|between)\s.+\s(?:to|and|with)\s|(?:linking|connecting|through|across|via)\s")
_LACKED = listed("need|needs|needed|lack|lacks|lacked|lacking|want|wants|without|like|no|not|any|absent|want|wanted|deserves|hopes|expected|demand|demanded|demands")
_STATES = re.compile(r",?\s[^.;]{0,40}\b(?:under\s(?:construction|negotiation|discussion|way|development)|(?:being|be|is|are)\s(?:built|negotiated|drafted|drawn\sup)|construction\s(?:began|started|of))")
_BUILT = listed("route|works")
_LOOSE = ("of ", "in ", "under ", "between ", "with ", "among ")
_BROAD_AIMS = listed("strategy|law|doctrine|campaign")
_HYPOTHETICAL = listed("could|might|may|should|if|must|can")
_WEAK_HEADS = listed("policy|mission|act|agenda|declaration|arrangement|understanding|regulation|project|budget|operation|partnership|convention|framework|program|line|overhaul|charter|budget plan|facility|tax|levy|drive|timetable|decree|amendment|reform|levy|agenda")
"""Nouns that say too little of themselves to be told by `the` and a word before them."""


def described(passage: Passage) -> Iterator[Initiative]:
    """Yield the initiatives of a passage that have no name of their own."""
    table = heads()
    if table.keys().isdisjoint(_WORD.findall(passage.lower)):
        return
    for start, end in passage.sentences:
        if table.keys().isdisjoint(_WORD.findall(passage.lower, start, end)):
            continue
        line = Line(passage, start, end)
        for phrase in phrases_of(line):
            if passage.in_quote(phrase.start) is None and _is_particular(line, phrase):
                yield _initiative(passage, phrase)


def _initiative(passage: Passage, phrase: Phrase) -> Initiative:
    name = phrase.name.strip()
    one = Initiative(
        passage.no, phrase.start, phrase.end, name[:1].upper() + name[1:], narrowed(phrase.head.kind, name),
        "initiative.described", 55,
    )  # fmt: skip
    one.term = term_of(name)
    one.group = phrase.head.group
    one.words = frozenset(_content(phrase))
    return one


def _content(phrase: Phrase) -> list[str]:
    return [*phrase.telling, *(word for word in _WORD.findall(phrase.complement.lower()) if word not in _SMALL)]


_SMALL = listed("the|and|for|with|its|their|from|that|between|under|into|more|than|new|all")


def _is_particular(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase speaks of one agreement, plan, law or work, and not of such in general."""
    tells = bool(phrase.telling or phrase.complement or TOGETHER & set(phrase.before) or _names(line, phrase))
    if not tells or _is_lacked(line, phrase):
        return False
    if _acted_on(line, phrase):
        return True
    if phrase.head.group in _BUILT:
        return phrase.how != "a" and phrase.head.group == "route" and bool(_ROUTES.match(phrase.complement))
    if phrase.head.group == "body":
        return False
    if phrase.how == "a":
        return _is_marked(line, phrase)
    return _is_known(phrase) or _is_marked(line, phrase)


def _is_known(phrase: Phrase) -> bool:
    """Whether `the` or an owner and what tells it apart suffice."""
    weak = phrase.head.words in _WEAK_HEADS
    if phrase.complement and not phrase.complement.startswith(_LOOSE) and not phrase.is_narrow:
        return not weak and phrase.head.words not in _BROAD_AIMS
    return phrase.is_narrow and not weak


def _names(line: Line, phrase: Phrase) -> bool:
    """Whether a name stands before the head: `a GCC-ASEAN agreement`."""
    start, end = line.words[phrase.first][0], line.words[phrase.number][0]
    return any(start < m.start < end for m in line.begins.values())


def _is_marked(line: Line, phrase: Phrase) -> bool:
    """Whether a sum, a term, a year or names of two parties before the head make it one of its own."""
    start, end = line.words[phrase.first][0], line.words[phrase.number][0]
    before = line.text[start:end]
    if phrase.head.words in _WEAK_HEADS - {"project", "facility", "program", "budget plan"}:
        return False
    return not _TELL.isdisjoint(before) or term_of(before) is not None or "-" in before and _names(line, phrase) and phrase.head.group == "pact"


def _is_lacked(line: Line, phrase: Phrase) -> bool:
    first = phrase.first
    return any(line.words[k][2] in _LACKED for k in range(max(first - 2, 0), first))


def _acted_on(line: Line, phrase: Phrase) -> bool:
    """Whether the words around a phrase say that it was made, agreed, planned, paid for or ended."""
    return (
        bool(PLANNED & set(phrase.before))
        or _acted_before(line, phrase)
        or _acted_after(line, phrase)
        or _STATES.match(line.text, phrase.end, line.end) is not None
    )


def _fits(word: str, phrase: Phrase) -> bool:
    act = acts().get(word)
    return act is not None and (not act.groups or phrase.head.group in act.groups)


def _acted_before(line: Line, phrase: Phrase) -> bool:
    """Whether a verb or noun of making comes right before: `signed on Monday a …`, `the launch of a …`."""
    at = phrase.first - 1
    steps = 0
    while at >= 0 and steps < _BEFORE:
        word = line.words[at][2]
        if not set(line.gap(at)) <= {" "}:
            break
        if _fits(word, phrase) and phrase.how == "a" and at and line.words[at - 1][2] in _HYPOTHETICAL:
            return False
        if _fits(word, phrase) and not (steps and line.words[at + 1][2] in {"of", "for", "with", "from", "about", "under", "through"}):
            return True
        if word in ACT_NOUNS and steps and line.words[at + 1][2] in {"of", "on", "for", "over", "about", "to"}:
            return True
        if word in _MONEY and steps and any(line.words[k][2] in {"for", "in", "to", "towards"} for k in range(at + 1, phrase.first)):
            return True
        if word not in _PARTICLES and steps > 1 and not word[0].isdigit() and not word.endswith(("ly", "day")):
            break
        at, steps = at - 1, steps + 1
    if line.words[phrase.first - 1][2] in {"for", "in", "on"} and phrase.first > 1:
        return any(line.words[k][2] in _MONEY for k in range(max(phrase.first - 8, 0), phrase.first))
    return line.words[phrase.first - 1][2] == "under" and phrase.first > 0 and phrase.head.group in {"pact", "plan", "law"} and bool(phrase.telling or phrase.complement)


def _acted_after(line: Line, phrase: Phrase) -> bool:
    """Whether what follows says so: `was signed`, `agreed in May`, `would create`."""
    at, last = phrase.last + 1, min(phrase.last + _AFTER, len(line.words))
    if at >= len(line.words):
        return False
    word = line.words[at][2]
    gap = line.text[phrase.end : line.words[at][0]]
    if gap == " " and word in _SUBJECTS and phrase.head.group != "body":
        return True
    passive = False
    for number in range(at, last):
        word = line.words[number][2]
        act = acts().get(word)
        if act and act.form in {BOTH, PARTICIPLE} and (passive or number == at) and _fits(word, phrase):
            return True
        if act and act.form == ING and number > at and line.words[number - 1][2] == "worth":
            return False
        if word in BE or word in {"which", "that", "has", "have", "had", "will", "would", "to", "not", "yet"}:
            passive = passive or word in BE
        elif not word.endswith("ly") and word not in {"first", "also", "never", "still", "recently", "finally", "eventually"}:
            return False
    return False
