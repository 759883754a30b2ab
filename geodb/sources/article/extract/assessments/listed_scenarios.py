"""Scenarios that a note lists by name, a paragraph each: `Base case – Continuity (55%). The alliance governs on. …`."""

from __future__ import annotations

import re
from decimal import Decimal

from geodb.sources.article.extract.assessment import Assessment
from geodb.sources.article.extract.language.chances import chance_of, stated_chance
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Page, Passage

LISTED = "scenario.listed"
_CHANCE = r"[0-9]{1,2}(?:\s?(?:-|–|to)\s?[0-9]{1,2})?\s?(?:%|per\s?cent)"
_SAYS_SO = r"(?:probability|chance|likelihood|odds|likely)"
_CASE = (
    r"(?:(?:Base|Best|Worst|Central|Baseline|Upside|Downside|Bull|Bear|Tail|Adverse|Alternative)(?:[\s-](?:case|scenario|risk))?"
    r"|(?:Most|Least)\slikely|Wild\scard|Scenario\s(?:[0-9A-H]|[IVX]{1,3}|one|two|three|four|five))"
)
_IN_WORDS = (
    r"(?:(?:most|least|more|less|very|quite)\s(?:un)?likely|(?:un)?likely|(?:low|medium|moderate|high|remote)(?:\s(?:probability|likelihood|risk))"
    r"|(?:probability|likelihood|risk):\s(?:low|medium|moderate|high))"
)
_HEAD = re.compile(
    r"(?:[•*–-]\s)?(?:[A-H0-9]{1,2}[.):]\s)?"
    rf"(?:(?P<name>(?![^.(]*\b(?:is|are|remains?|will|would|has|have|could|may|can)\b)[A-Z“\"][^.:;()%\n]{{2,60}}?)\s?(?:\({_IN_WORDS}\)|(?:\(|[,:–—-]\s)(?:{_SAYS_SO}[:\s]\s?(?:of\s)?)?(?:(?:about|roughly|around|some)\s)?"
    rf"(?P<chance>{_CHANCE})(?:\s{_SAYS_SO})?\)?)|{_CASE}(?:\s?[,:–—-]\s(?P<case>[A-Z“\"][^.:;()\n]{{2,60}}))?)\s?[.:–—]\s(?=\S)"
)
"""A name with its chance, or the name of a case: `A. Muddle (25 percent). …`, `Downside: the truce collapses. …`."""
_FORESEES = listed("scenario|scenarios|outlook|case|futures|forecast|probability|upside|downside")
_NEAR = 8
"""How many paragraphs before or after one may say that scenarios are listed."""
_FEWEST = 2
_ROUNDED = Decimal("0.05")
"""By how much all chances together may miss one."""
_IT = re.compile(r"\b(?:this|that|it|such)\b")
_WE = re.compile(r"\b(?:we|I|our|my)\b")
_PAST = re.compile(r"\b(?:was|were|had|did|has|have|ago|yesterday)\b|^\S+\s\w{2,}ed\b")
_NO_OUTCOME = re.compile(
    r"(?:(?:Key\s|Main\s)?(?:[Tt]riggers?|[Ii]ndicators?|[Ss]ignposts?|[Ss]igns?|[Dd]rivers?|[Pp]robability|[Ll]ikelihood|[Ii]mplications?)\b|What\sto\s|Watch\s|Look\s(?:for|out)|Hard\s|Not\s|(?:We|I)\s(?:put|rate|give|assign|assess|see)\s)"
)
_SHORTEST = 12
_OPENING = 40
"""Characters within which a sentence says who puts its scenario at what."""


def listed_scenarios(page: Page) -> dict[int, tuple[Assessment, int]]:
    """Return the scenarios that paragraphs begin with the name of, and where the name ends, by paragraph.

    One paragraph is no list, nor are shares of something, near which no word speaks of scenarios: unless the
    chances make up a hundred percent.
    """
    heads = {
        passage.no: head
        for passage in page.passages
        if (
            "%" in passage.text
            or not _FORESEES.isdisjoint(passage.words)
            or "cent" in passage.text
            or "likel" in passage.text
        )
        and (head := _HEAD.match(passage.text))
    }
    if len(heads) < _FEWEST:
        return {}
    near = {
        passage.no
        for passage in page.passages
        if not _FORESEES.isdisjoint(passage.words)
        and (passage.no not in heads or not heads[passage.no]["name"])
    }
    found = {no: (_scenario(no, head), head.end()) for no, head in heads.items()}
    if _are_all([scenario for scenario, _ in found.values()]):
        return found
    return {no: one for no, one in found.items() if any(abs(no - other) <= _NEAR for other in near)}


def _are_all(scenarios: list[Assessment]) -> bool:
    """Whether the chances of scenarios say that one of them must come about."""
    chances = [sum(one.chance, Decimal(0)) / 2 for one in scenarios if one.chance]
    return len(chances) == len(scenarios) and abs(sum(chances, Decimal(0)) - 1) <= _ROUNDED


def _scenario(no: int, head: re.Match[str]) -> Assessment:
    name = head.span("name") if head["name"] else head.span("case") if head["case"] else head.span()
    end = head.end() - len(head[0]) + len(head[0].rstrip(" .:–—"))
    one = Assessment("scenario", no, head.start(), end, LISTED, 75, conditions=[name])
    one.chance = chance_of(head["chance"]) if head["chance"] else None
    return one


def is_put_at(passage: Passage, start: int, end: int, scenario: Assessment) -> bool:
    """Whether a sentence says how likely its scenario is, `We put this at 60 per cent`: it is noted there."""
    words = passage.text[start:end]
    chance = stated_chance(words) if _IT.search(words) and _WE.search(words[:_OPENING]) else None
    scenario.chance = scenario.chance or chance
    return chance is not None


def tells_outcome(passage: Passage, start: int, end: int) -> bool:
    """Whether a clause in the present tells what comes about in the scenario that its paragraph is of."""
    words = passage.text[start:end]
    return len(words) >= _SHORTEST and not (_PAST.search(words) or _NO_OUTCOME.match(words))
