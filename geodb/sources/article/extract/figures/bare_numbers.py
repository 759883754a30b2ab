"""Numbers without a unit after them: of what was counted before, of a nation, of things that no table lists, of victims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from geodb.sources.article.extract.language.numbers import BOUNDS, MERE, NUMBER, Amount, number_of
from geodb.sources.article.extract.language.overlaps import shares_a_word
from geodb.sources.article.extract.language.units import MONEY_NOUNS
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Passage
from geodb.sources.article.months import ENGLISH

_ENDS = re.compile(
    r"\s(?:by|in|from|to|this|last|next|over|and|for|on|a\s(?:year|month)|before|earlier|promised|planned|expected|forecast|previously)\b|[,.;:]|$"
)
_COMPARED = re.compile(r"\b(?:against|from|compared\s(?:with|to)|versus|than)\s(?:the\s)?$")
_FROM = re.compile(r"\bfrom\s(?:[a-z]+\s){0,2}$")
_MORE = re.compile(r"\smore(?=\s(?:in|on|at|for|to|are|were|by)\b|[,.;]|$)")
_LEFT_OUT = re.compile(r"\s(?:have|has|had|were|are|remain|still)\b")
_SINCE_WHEN = re.compile(
    rf"\sin\s(?:{ENGLISH.lower()}|(?:19|20)[0-9]{{2}})(?:\s20[0-9]{{2}})?\b|\sa\s(?:year|month)\s(?:earlier|ago|before)\b"
)
_MANY = 100
_YEAR = re.compile(r"[12][0-9]{3}")
_NATION = re.compile(r"\s[A-Z][a-z]+s\b(?!\s[A-Z])")
_THINGS = re.compile(
    r"\s(?P<more>(?:more|further|other|additional|new)\s)?(?:(?!(?:of|the|in|to|an?|and|or|by|for|from|at|on|with|is|are|was|were|has|as|per|that|than|more|he|she|it|they|we|you|who)\s)[a-zà-ž-]+\s){0,3}?(?P<noun>[a-z-]{3,}[^s’'\s]s)(?![\w’'])"
)
_ADDED = re.compile(r"\b(?:another|a\sfurther|an\sadditional)\s$")
_NO_THINGS = MONEY_NOUNS | listed(
    "times|is|was|has|as|this|its|years|months|days|weeks|hours|minutes|decades|percents|points|others|centuries|degrees|nights|seconds|hundreds|thousands|millions|billions|across|always|perhaps|miles|centimetres|does|says|goes|quarters|sides|parts|halves|cents|crowns|pounds"
)
_KNOWN = re.compile(r"\b(?:all|the|its|their|these|those|his|her)\s$")
_FEWEST = 3
_SOME = 20
_BARE = re.compile(
    rf"\b(?:(?P<verb>killed|killing|wounded|wounding|injured|injuring|arrested|arresting|detained)\s(?:(?P<hedge>{BOUNDS})\s)?(?P<n1>[0-9][0-9,]{{0,15}})(?![\w%-])(?!,[0-9])"
    rf"|(?:(?P<hedge2>{BOUNDS})\s)?(?P<n2>(?!(?:19|20)[0-9][0-9]\s)[0-9][0-9,]{{0,15}})\s(?:(?:have\s|has\s)?(?:were\s|been\s)?)(?P<word>killed|wounded|injured|arrested|missing|detained)\b"
    rf"|(?P<n3>{NUMBER})\sof\s(?:its|their|his|her|the)\s(?:[a-z-]+\s){{1,3}}?(?:were|was|had\sbeen|have\sbeen)\s(?P<word3>killed|wounded|injured|arrested|detained)\b"
    r"|(?P<one>one|an?)\s(?:[a-z]+\s)?(?:person|soldier|man|woman|civilian|child|boy|girl|sailor|policeman|officer|worker|protester|student|journalist|pilot|peacekeeper|guard|passenger|driver|fisherman|miner|villager)\s(?:was\s|has\s|had\s)?(?:been\s)?(?P<fate>killed|wounded|injured|died|arrested|missing|detained)\b)"
)
_MONTHS = f"{ENGLISH}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_MONTH_BEFORE = re.compile(rf"\b(?:{_MONTHS})\.?\s(?:[0-9]{{1,2}}(?:st|nd|rd|th)?\s?(?:and|to|or|-|–)\s?)?$")
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?\s(?:of\s)?(?:{_MONTHS})\b")
_YEAR_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Dd]uring|[Bb]efore|[Aa]fter|[Tt]hrough|[Ee]arly|[Ll]ate|mid|summer|winter|spring|autumn)[\s-]$"
)
_DATE_BACK, _DAY = 24, 2
_STEMS = {
    "kill": "killed",
    "died": "killed",
    "woun": "wounded",
    "inju": "wounded",
    "arre": "arrested",
    "deta": "arrested",
    "miss": "missing",
}


def is_of_date(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a number is that of a day or year: `July 23`, `3 May`, `in 2025`."""
    if match["scale"]:
        return False
    start = match.start("number")
    if _MONTH_BEFORE.search(passage.text, max(0, start - _DATE_BACK), start):
        return True
    if len(match["number"]) <= _DAY and _MONTH_AFTER.match(passage.text, match.end("number")):
        return True
    is_year = _YEAR.fullmatch(match["number"]) is not None
    return is_year and _YEAR_BEFORE.search(passage.text, max(0, start - _DATE_BACK), start) is not None


@dataclass(frozen=True, slots=True)
class Counted:
    """An amount told before in its passage, which ends at `end`; `is_from`: it is where a change began."""

    end: int
    amount: Amount
    measure: str | None
    is_from: bool


def counted(passage: Passage, match: re.Match[str], amount: Amount, measure: str | None) -> Counted:
    """Return an amount as what later numbers without a unit may be of."""
    before = passage.lower[max(0, match.start() - 20) : match.start("number")]
    return Counted(match.end(), amount, measure, _FROM.search(before) is not None)


def of_same(
    passage: Passage, match: re.Match[str], amount: Amount, last: Counted | None
) -> tuple[int, Amount, str | None] | None:
    """Return where a number ends that is of what was counted before, with its unit: `to 180 billion`, `against 5m in May`."""
    if last is None or (_YEAR.fullmatch(match["number"]) and not match["scale"]):
        return None
    same = replace(amount, unit=last.amount.unit, measure=last.amount.measure)
    is_near = last.end > passage.sentence_at(match.start())[0]
    is_counted = last.amount.unit in {"persons", "items"}
    if amount.hedge and is_counted and _LEFT_OUT.match(passage.lower, match.end()):
        return match.end(), same, None
    if is_near and is_counted and (more := _MORE.match(passage.lower, match.end())):
        return more.end(), same, None
    if not is_near or _ENDS.match(passage.lower, match.end()) is None:
        return None
    if last.amount.measure == "money" and match["scale"]:
        return match.end(), same, None
    at = match.start() + (passage.text[match.start()] == " ")
    if last.is_from and passage.lower.endswith(" to ", 0, at):
        return match.end(), same, last.measure
    if _COMPARED.search(passage.lower, max(0, at - 16), at):
        when = _SINCE_WHEN.match(passage.lower, match.end())
        return when.end() if when else match.end(), same, last.measure
    return None


def of_people(passage: Passage, match: re.Match[str], amount: Amount) -> int | None:
    """Return where a number of people ends that are told by their nation alone: `over 2,000 Chadians`."""
    is_many = amount.value >= _MANY and not _YEAR.fullmatch(match["number"])
    who = _NATION.match(passage.text, match.end()) if is_many else None
    named = (
        any(m.actors and match.end() < m.begin <= match.end() + 1 for m in passage.mentions) if who else False
    )
    return who.end() if who and named and passage.text[match.end() - 1].isalnum() else None


def of_things(passage: Passage, match: re.Match[str], amount: Amount) -> int | None:
    """Return where things end that are many, or counted with *more* or a bound: `five more ports`, `some 60 notes`, `9,000 dockers`."""
    things = _THINGS.match(passage.lower, match.end())
    if things is None or things["noun"] in _NO_THINGS or amount.value < _FEWEST:
        return None
    if _YEAR.fullmatch(match["number"]) and not match["scale"]:
        return None
    before = passage.lower[max(0, match.start() - 15) : match.start("number")]
    is_many = amount.value >= _SOME and not _KNOWN.search(before)
    is_bounded = is_many or (amount.hedge is not None and amount.hedge not in MERE)
    is_added = things["more"] in {"more ", "further ", "additional "} or _ADDED.search(before)
    return things.end() if is_bounded or is_added else None


def victims(passage: Passage, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int, Amount, str]]:
    """Yield numbers of victims that their fate alone tells: `killed 40`, `12 injured`, `one sailor died`."""
    for match in _BARE.finditer(passage.lower) if any(stem in passage.lower for stem in _STEMS) else ():
        if shares_a_word(*match.span(), taken):
            continue
        number = Decimal(1) if match["one"] else number_of(match["n1"] or match["n2"] or match["n3"])
        hedge = match["hedge"] or match["hedge2"] or None
        measure = _STEMS[(match["verb"] or match["word"] or match["word3"] or match["fate"])[:4]]
        yield *match.span(), Amount(number, "persons", hedge, "", None), measure
