"""Scenarios: conditions by `if`, and sentences that open a scenario and say what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.assessment import Assessment
from geodb.sources.article.extract.language.modals import has_modal, next_modal
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Passage

_SCENARIO = re.compile(r"[spoa](?<=\b.)(?:cenarios?|ossibilit(?:y|ies)|ption|lternative)\b")
_CASES = listed("scenario|case|outcome|possibility|path|option|alternative|first|second|third|fourth")
"""Words without one of which no sentence names the case that it tells."""
WHICH = (
    r"(?:another|second|third|fourth|alternative|worst-case|best-case|worst|best|first|one|opposite|different|optimistic|pessimistic"
    r"|most\slikely|least\slikely|likeliest|baseline|base|final|last|other|negative|positive|realistic|likely|plausible|(?:un)?favou?rable|adverse|(?:un)?desirable"
    r"|good|bad|better|worse|unlikely|gloomy|bleak|dark|gloomier|bleaker|darker)"
)
_OPENS_SCENARIO = re.compile(
    rf"\b{WHICH}\s(?:possible\s|potential\s|plausible\s)?(?:scenario|case|outcome|possibility|path)\b"
)
_IS_THAT = re.compile(
    rf"\b(?:(?:{WHICH})\s(?:possible\s)?(?:scenario|possibility|option|outcome|alternative|case)|the\s(?:first|second|third|fourth))\s(?:is|would\sbe|involves|sees|envisages|foresees|assumes)\s"
    r"(?:that\s|one\sin\swhich\s|for\s)?(?P<condition>[^.;]{12,200}(?:\.(?=[0-9])[^.;]{1,120})*)"
)
_IN_WHICH = re.compile(
    rf"\b(?:[Ii]n|[Uu]nder|[Aa]ccording\sto)\s(?:the|a|an|this)?\s?(?:(?:more|most|less|least)\s)?{WHICH}\s(?:possible\s)?(?:scenario|case),\s(?P<condition>[^.;]{{12,240}}(?:\.(?=[0-9])[^.;]{{1,120}})*)"
)
_WHERE = re.compile(
    rf"\b(?:[Ii]n\s|[Uu]nder\s)?(?:[Tt]he|[Aa]n?)\s{WHICH}\s(?:possible\s)?(?:scenario|case|possibility|path),?\s(?:in\swhich|where|under\swhich)\s"
    r"(?P<condition>[^,.;]{12,200}(?:[.,](?=[0-9])[^,.;]{1,120})*)"
)
_AT_BEST = re.compile(
    r"(?:In|Under|On|At)\s(?:(?:the|an?)\s)?(?:(?:more|most|less|least)\s)?(?:best|worst|best-case|worst-case|optimistic|pessimistic|favou?rable|benign|likeliest|gloom(?:y|iest)|dark(?:er|est)|bleak(?:er|est)?)"
    r"(?:\s(?:case|scenario|reading|path|course|outcome|version|assumptions?|view|future))?(?=,\s)"
)
_HEADING = re.compile(
    r"^(?:The\s)?(?:(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Bb]est-case|[Ww]orst-case|[Bb]aseline|[Bb]ase)\s)?[Ss]cenario(?:\s(?:[0-9IVA-D]+|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our))?"
    r"\s?[:.–—-]\s?(?P<condition>[^.]{8,160})"
)
_SEVERAL = re.compile(
    r"[TtFfSsDd](?<=\b.)(?:wo|hree|our|everal|ifferent)\s(?:\w+\s){0,2}(?:scenarios?|paths?|developments?|outcomes?|possibilities|options|futures|trajectories|courses|variants|cases|endings)\b"
)
_DEVELOPMENTS = listed(
    "scenario|scenarios|path|paths|development|developments|outcome|outcomes|possibilities|options|futures|trajectories|courses"
    "|variants|cases|endings"
)
_COURSE = r"scenario|path|possibility|option|outcome|ending|variant|course"
_NUMBERED = re.compile(
    r"(?:In\s|Under\s|On\s|Along\s)?(?:[Tt]he\s(?:first|second|third|fourth|other|last|final|best|worst|base|(?:most|least|more|less)\s\w+)\b"
    rf"(?:\s(?:{_COURSE}|development|one|case))?|(?P<open>[Tt]he\slikeliest(?:\s(?:{_COURSE}))?|[Aa]\s(?:second|third|fourth|final|last)\s(?:{_COURSE}))\b)(?P<aside>,\s[^,.;:]{{2,100}},)?"
)
"""What opens the case of a sentence; `open` is what opens others too, and `aside` what is said of the case itself."""
_IS_ONE = re.compile(r"\s(?:is|remains|involves|foresees|assumes|sees)\s(?:an?|the|that)\s")
_PART = re.compile(r"[:;]\s")
"""What stands between the case that a sentence names and what would follow from it."""
_WOULD_BE = re.compile(r"\swould\sbe\s(?:that\s)?")
_IS_NAMED = re.compile(r"\s(?:is|would\sbe)\san?\s[^,.;]{6,100}(?=,\s(?:\w+ed|\w+ing|with|in\swhich)\b)")
"""What a scenario is, before how it comes about: `is a longer deal, dressed up with …`."""
_THIS_SCENARIO = re.compile(r"\b(?:this|that|such\sa|the\slatter)\sscenario\b")
_CARRIES_ON = re.compile(
    r"(?:This|That|These|Such|Then|It|In\s(?:that|this|such\sa)\s(?:case|scenario|event)|As\sa\sresult|Consequently|The\sresult|Such\sa|At\sthe\ssame\stime|In\sturn)\b"
)
_HYPOTHETICAL = frozenset({"would", "could", "might"})
_IN_THIS_CASE = re.compile(r",\sin\s(?:this|that|such\sa)\s(?:case|event|scenario),\s")
_INTRO = re.compile(
    r"(?:(?:Under|In)\s(?:these|such|those|that|this)\s(?:circumstances|conditions|case|event|scenario),?\s|(?:In|Under|As|According\sto|On|With|At|For|However|Moreover|Furthermore|Meanwhile|Therefore|Thus|Also|Nevertheless|Finally|Additionally|Similarly|Conversely|Consequently|Otherwise|Then)\b[^,]{0,60},\s)+"
)
_CONDITION_NOUN = re.compile(
    r"\b(?:conclusion|failure|success|collapse|victory|defeat|withdrawal|reduction|escalation|breakdown|end|continuation|loss|absence"
    r"|lack|exclusion|rapprochement|implementation|adoption|rejection|intensification|resumption|expansion|positioning|implication|pursuit|support|increase|decrease|rise|decline|wave|spread|outbreak|return|signing|deployment|strengthening|weakening|deepening|deterioration"
    r"|normali[sz]ation|consolidation|establishment|completion|restoration|interruption|suspension|prolongation|emergence|disintegration|stagnation|stalemate|outcome|integration)\b"
)
_AND = re.compile(r"\sand\s(?=(?:the|an?)\s)")


def speaks_of_scenarios(passage: Passage) -> bool:
    """Whether a paragraph names scenarios or possibilities."""
    return _SCENARIO.search(passage.lower) is not None


def names_case(passage: Passage, start: int) -> bool:
    """Whether a sentence begins with the name of a case: `In the best case, …`, `At worst, …`."""
    return _AT_BEST.match(passage.text, start) is not None


def heading(passage: Passage) -> Assessment | None:
    """Return the scenario that a heading such as `Scenario 2: the talks fail` names."""
    match = _HEADING.match(passage.text)
    return scenario_at(passage, match.span("condition"), "scenario.heading", 70) if match else None


def opened(passage: Passage, number: int, *, is_open: bool) -> Assessment | None:
    """Return the scenario that a sentence opens, in whichever way it does."""
    start, end = passage.sentences[number]
    text, names_cases = passage.text, not _CASES.isdisjoint(passage.words)
    if names_cases and (
        told := (
            _WHERE.search(text, start, end)
            or _IS_THAT.search(passage.lower, start, end)
            or _IN_WHICH.search(text, start, end)
        )
    ):
        stop = told.end("condition")
        if not has_modal(text, told.start("condition"), stop):
            return scenario_at(passage, told.span("condition"), "scenario.told", 75)
    if (named := _AT_BEST.match(text, start, end)) and has_modal(text, named.end(), end):
        return scenario_at(passage, named.span(), "scenario.named", 65)
    if (names_cases and _OPENS_SCENARIO.search(passage.lower, start, end)) or (
        not is_open and _introduced(passage, number)
    ):
        condition = subject_condition(passage, start, end)
        if condition:
            one = scenario_at(passage, condition, "scenario.subject", 75)
            one.conditions = list(_conditions(passage, *condition))
            return one
    return None


def scenario_at(
    passage: Passage,
    span: tuple[int, int],
    rule: str,
    confidence: int,
    condition: tuple[int, int] | None = None,
) -> Assessment:
    """Return the scenario of a span, all of which is its condition unless another is given."""
    return Assessment("scenario", passage.no, *span, rule, confidence, conditions=[condition or span])


def carries_on(passage: Passage, start: int, end: int) -> bool:
    """Whether a sentence goes on with the scenario before it: `This would …`, `In that case, …`, `X would then …`."""
    if _CARRIES_ON.match(passage.text, start):
        return True
    if _IN_THIS_CASE.search(passage.text, start, end):
        return True
    modal = next_modal(passage, start, end)
    return modal is not None and (
        modal["wording"] in _HYPOTHETICAL or passage.text.startswith(" then ", modal.end())
    )


def _introduced(passage: Passage, number: int) -> bool:
    """Whether the sentence after this one speaks of `this scenario`, which this one then brings up."""
    following = passage.sentences[number + 1 : number + 2]
    return any(_THIS_SCENARIO.search(passage.lower, a, b) for a, b in following)


def subject_condition(passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    """Return the subject of the modal verb of a sentence, if it tells a condition: `the failure of the talks`."""
    modal = next_modal(passage, start, end)
    if modal is None:
        return None
    begin = after_intro(passage.text, start, modal.start())
    return (begin, modal.start() - 1) if _CONDITION_NOUN.search(passage.text, begin, modal.start()) else None


def after_intro(text: str, start: int, end: int) -> int:
    """Return where a sentence begins after an introduction such as `In this scenario,`."""
    intro = _INTRO.match(text, start, end)
    return intro.end() if intro else start


def is_condition_noun(passage: Passage, start: int, end: int) -> bool:
    """Whether words name what may come about: `a collapse of the talks`."""
    return _CONDITION_NOUN.search(passage.text, start, end) is not None


def _conditions(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _AND.finditer(passage.text, start, end):
        between = re.search(r"\bbetween\b", passage.text[at : match.start()])
        if _CONDITION_NOUN.search(passage.text, match.end(), end) and not between:
            yield at, match.start()
            at = match.end()
    yield at, end


def enumerates(passage: Passage) -> bool:
    """Whether a paragraph says that several developments are possible, which it or the next ones tell."""
    return not _DEVELOPMENTS.isdisjoint(passage.words) and _SEVERAL.search(passage.text) is not None


def numbered(passage: Passage, start: int, end: int) -> Assessment | None:
    """Return the scenario of a sentence such as `The second is a lasting division`, among several told before."""
    opens = _NUMBERED.match(passage.text, start, end)
    if opens is None:
        return None
    stop = start + len(passage.text[start:end].rstrip(" ."))
    would_be = _WOULD_BE.match(passage.text, opens.end(), end)
    begin = would_be.end() if would_be else start
    modal = None if would_be else next_modal(passage, opens.end(), end)
    part = _PART.search(passage.text, opens.end(), stop)
    if part and (modal is None or part.start() < modal.start()):
        stop = part.start()
    elif modal and opens["aside"]:
        stop = opens.end() - 1
    elif modal or (opens["open"] and not _IS_ONE.match(passage.text, opens.end())):
        return None
    elif named := _IS_NAMED.match(passage.text, opens.end(), stop):
        stop = named.end()
    return scenario_at(passage, (begin, stop), "scenario.numbered", 70)
