"""Forecasts: clauses that say what may come, and outcomes where they stand under a condition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geodb.sources.article.extract.assessment import Assessment, has_horizon
from geodb.sources.article.extract.assessments.cases import TOLD_IN_PRESENT
from geodb.sources.article.extract.assessments.conditions import is_rule
from geodb.sources.article.extract.assessments.forecast_bounds import (
    SHORTEST,
    beginning,
    ending,
    trimmed_end,
    without_condition,
)
from geodb.sources.article.extract.assessments.joined_outcomes import told_apart
from geodb.sources.article.extract.assessments.judgments import is_short, judgment
from geodb.sources.article.extract.assessments.listed_scenarios import LISTED, tells_outcome
from geodb.sources.article.extract.assessments.not_foretold import (
    AUXILIARY,
    foretells_nothing,
    is_asked,
    is_plan,
)
from geodb.sources.article.extract.assessments.outlook import next_outlook
from geodb.sources.article.extract.assessments.scenarios import subject_condition
from geodb.sources.article.extract.language.chances import stated_chance
from geodb.sources.article.extract.language.clauses import clause_end
from geodb.sources.article.extract.language.modals import has_modal, next_modal, possible_that
from geodb.sources.article.extract.page import Passage
from geodb.sources.article.extract.statement import Statement

_WILL = r"\b(?:could|would|may|might|will)\b"
_SPLIT = re.compile(
    r"[:;,\s](?:(?<=[:;,])\s|(?=wh|but|and))(?:"
    rf"(?<=:\s)(?=[^.;]*{_WILL})|(?<=,\s)(?!and\s|but\s|which\s|who\s)(?=[^,;:]{{2,70}}{_WILL})"
    rf"|(?<!;\s)(?<!:\s)(?:while\s(?:also\s)?|whereas\s|but\s(?!also|that\sof\b|for\b))|(?<=;\s)|(?<=,\s)(?:and|but)\s(?=[^,;]{{0,110}}(?:,\s[^,]{{2,50}},\s)?{_WILL})"
    r"|(?<=,\s)and\s(?=(?:[\w’'-]+\s){1,5}(?:has|have|is|are|was|were)\b)"
    rf"|(?<=,\s)(?=by\swhich\stime\s)|(?<=,\s)(?=which\s(?:\w+ly\s)?(?:{_WILL}))|and\s(?=(?:[\w’'-]+\s){{1,6}}{_WILL}\s(?!also)))"
)
_REPORTED = re.compile(
    r"\b(?:said|told|declared|argued|stated|announced|insisted|warned|claimed|stressed|noted|added|promised|vowed|pledged|confirmed|wrote|replied|explained|denied|assured)\b[^,.;]{0,60}\bthat\b|\b(?:said|vowed|promised)\s(?:it|they|he|she|the|his|her|its|their)\b"
)
_REPORTS = re.compile(
    r"\b(?:says|insists|reckons|thinks|hopes|fears|expects|predicts|estimates|projects|believes?|forecasts)\s(?:that\s)?"
)
_ING = re.compile(r"\s?(?:also\s)?\w+ing\s")
_IN_PRESENT = frozenset({LISTED, "scenario.numbered", *TOLD_IN_PRESENT})
_FORESEES = re.compile(
    r"\b(?:expects?|warns?|warned|warning|predicts?|predicted|predicting|forecasts?|reckons?|reckoned|estimates?|estimated|anticipates?|foresees?|foresaw|fears?|feared|doubts?|doubted|cautions?|cautioned|projected)\b"
)


_BEFALLS = re.compile(
    r"\b(?:will|would)\s(?:(?:not|never|well|almost|certainly|probably|likely|surely|inevitably|soon|eventually|again|once)\s)*"
    r"(?:survive|collapse|prevail|slip|worsen|deteriorate|escalate|spread|disappear|vanish|die|starve|split|fracture|disintegrate|fail|fall|rise|soar|surge|plunge|shrink|double|triple|stall|drag|outlast|unravel|win|lose|suffer)\b"
    r"|\b(?:could|may|might)\s(?:(?:well|also|even|still|easily|soon|yet)\s)*(?:threaten|trigger|lead|cause|spark|provoke|force|push|plunge|collapse|fail|fall|rise|drag|derail|destroy|paraly[sz]e|starve|die|escalate|spread|erupt|explode|cost|lose)\b"
    r"|\b(?:will|would)\s(?:\w+\s)?(?:probably|almost|certainly|surely|inevitably)\b"
)
"""What befalls somebody, or is hedged: a forecast also where neither day nor condition is told."""
_BET = re.compile(
    r"\b(?:bet|guess|hunch|prediction|forecast|expectation|wager|money|suspicion)\s(?:is|remains)\s(?:that\s|on\s)?(?=\w)"
)
"""What somebody bets will come is foretold, and no judgment."""
_CONFIDENCE = {"forecast": 55, "scenario_outcome": 90}
"""What follows a condition is nearly always told as such; what stands alone was coded every other time."""
_PUTS = ("put", "rate", "estimate", "assess", "judge", "place")
_LATER = re.compile(
    r"\b(?:by|before|until|from|after)\s(?:the\s)?(?:[a-z-]+\s){0,3}?(?:2[01][0-9]{2}|spring|summer|autumn|winter|rains|harvest|elections?|Christmas|Easter|Ramadan|Carnival|New\sYear)\b"
    r"|\bwill\snot\s[^.;]{2,60}\sbefore\s|\b(?:will|would)\s(?:cost|continue|last|stay|be\s(?:over|the\s(?:first|last|next|hard|only)))\b|\bthere\swill\sbe\s(?:no|little|another|more)\b"
    r"|\b(?:will|would)\s(?:cut|raise|lift|lower|add|shave|save|reduce|increase|boost)\s[^.;]{2,60}\sby\s(?:an?\s|[0-9]|about\s|half\b|up\sto\s|at\sleast\s)"
)
"""A time that no calendar dates, an end, or how much something will change: a forecast of whoever says so."""
_WOULD_BE = re.compile(r"would\s(?:(?:also|then|not|now|still|itself|\w+ly)\s)?be\b(?!\s[^.;]{0,60}[“\"])")
"""How something would be is weighed, not foretold, unless somebody's own words are quoted."""
_MEASURED = re.compile(
    r"[0-9]|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|a\sdozen|half|a\sthird|a\squarter|double|triple)\b"
)
_HEDGED = re.compile(
    r"\bwould\s(?:\w+\s)?(?:probably|almost|likely|surely|certainly|inevitably|still|bet)\b|\bperhaps\b|\b[Ee]ven\sif\b|\b(?:within|in\s2[01][0-9]{2})\b"
)
"""What makes of how something would be a forecast."""
_NO_VERB = re.compile(r"\s?(?:[,.;?!)]|$)")
"""What stands behind a modal verb that only answers or takes up another: `A flood might, or a fire would.`."""
_ATTRIBUTION = 60


@dataclass(slots=True)
class Setting:
    """What the clauses of a sentence stand under: said by whom, in which scenario, on which condition."""

    statements: list[Statement]
    scenario: Assessment | None
    condition: tuple[int, int] | None

    @property
    def is_in_present(self) -> bool:
        """Whether the scenario is one whose paragraph tells in the present tense what would be."""
        return self.scenario is not None and self.scenario.rule in _IN_PRESENT

    def said(self, at: int) -> Statement | None:
        """Return the statement around an offset."""
        return next((one for one in self.statements if one.start <= at < one.end), None)


def forecasts(passage: Passage, start: int, end: int, setting: Setting) -> Iterator[Assessment]:
    """Yield the forecasts, outcomes and judgments of a sentence, clause by clause."""
    for one in _by_clause(passage, start, end, setting):
        yield from told_apart(passage, one) if one.kind == "scenario_outcome" else [one]


def _by_clause(passage: Passage, start: int, end: int, setting: Setting) -> Iterator[Assessment]:
    wording: str | None = None
    if passage.text.startswith("?", end - 1):
        return
    for a, b in _clauses(passage, start, end, setting):
        modal = next_modal(passage, a, b) or next_outlook(passage, a, b)
        if modal is None:
            yield from _without_modal(passage, (a, b), setting, wording)
            continue
        found = list(_with_modal(passage, (a, b), setting, modal))
        wording = _wording(modal) if found else None
        yield from found


def _without_modal(
    passage: Passage, clause: tuple[int, int], setting: Setting, wording: str | None
) -> Iterator[Assessment]:
    a, b = clause
    if said := setting.said(a):
        if (found := judgment(passage, said.end, b)) and not setting.said(found.start):
            yield found
        return
    if setting.scenario and setting.condition and is_rule(passage.text, *passage.sentence_at(a)):
        yield _outcome(passage, (a, b), setting, None, "forecast.rule")
    elif setting.is_in_present and tells_outcome(passage, a, b):
        yield _outcome(passage, (a, b), setting, None, "forecast.present")
    elif wording and _ING.match(passage.text, a, b):
        yield _outcome(passage, (a, b), setting, wording, "forecast.carried")
    elif (found := judgment(passage, a, b)) and not setting.said(b - 1):
        yield found


def _with_modal(
    passage: Passage, clause: tuple[int, int], setting: Setting, modal: re.Match[str]
) -> Iterator[Assessment]:
    a, b = clause
    if modal["wording"] in AUXILIARY and _NO_VERB.match(passage.text, modal.end()):
        return
    said = setting.said(modal.start())
    begin = beginning(passage, a, modal.start(), setting.condition)
    b = ending(passage, modal.end(), b)
    if said and said.rule == "speech.noun" and modal.start() < said.end:
        later = next_modal(passage, said.end, b)
        if later is None:
            return
        modal, said, begin = later, None, later.start()
    wording = _wording(modal)
    if said:
        yield from _of_speaker(passage, (begin, b), setting, modal, said)
    elif bet := _BET.search(passage.text, a, modal.start()):
        yield _outcome(passage, (bet.end(), b), setting, wording, "forecast.modal")
    else:
        yield from _of_author(passage, (a, b), setting, modal, begin)


def _wording(modal: re.Match[str]) -> str:
    return " ".join(modal["wording"].split())


def _of_speaker(
    passage: Passage, span: tuple[int, int], setting: Setting, modal: re.Match[str], said: Statement
) -> Iterator[Assessment]:
    begin, b = span
    wording = _wording(modal)
    if setting.scenario and setting.scenario.statement is said:
        outcome = _outcome(passage, span, setting, wording, "forecast.said")
        outcome.statement = said
        yield outcome
        return
    if _WOULD_BE.match(passage.text, modal.start()):
        return
    is_no_forecast = is_plan(passage, modal) or is_asked(passage, said.start, modal)
    if is_no_forecast and not _FORESEES.search(passage.text, said.start, modal.start()):
        return
    reports = _REPORTS.search(passage.text, said.start, modal.start())
    begin = max(begin, said.start, reports.end() if reports else 0)
    if wording.startswith(_PUTS):
        begin = modal.end() + 1
    yield from _said(passage, (begin, b), setting, said, wording)


def _of_author(
    passage: Passage, clause: tuple[int, int], setting: Setting, modal: re.Match[str], begin: int
) -> Iterator[Assessment]:
    a, b = clause
    wording = _wording(modal)
    before = judgment(passage, a, modal.start())
    if before and " that " in passage.text[before.start : modal.start() + 1]:
        before.end = b
        yield before
        if before.judgment not in {"perception", "reaction"}:
            return
    sentence = passage.sentence_at(a)
    weighs = _WOULD_BE.match(passage.text, modal.start()) or (
        modal["wording"] == "would" and not _is_expected(passage, begin, b)
    )
    if setting.scenario is None and (weighs or foretells_nothing(passage, sentence, modal)):
        if found := judgment(passage, a, b):
            yield found
        return
    since = sentence[0] if passage.text.startswith("that ", a) else a
    if _REPORTED.search(passage.text, since, modal.start()):
        return
    if reports := _REPORTS.search(passage.text, a, modal.start()):
        begin = max(begin, reports.end())
    if wording.startswith(_PUTS):
        if setting.scenario:
            return
        begin = modal.end() + 1  # the chance, not who puts it at what
    if (possible := possible_that(passage.text, a, modal.start())) is not None:
        begin = possible.start()
    yield _outcome(passage, (begin, b), setting, wording, "forecast.modal")


def _is_expected(passage: Passage, start: int, end: int) -> bool:
    """Whether what would be so is foretold, not only weighed: hedged, with a time, a chance or a subject that is a condition."""
    words = passage.text[start:end]
    return (
        _HEDGED.search(words) is not None
        or has_horizon(words)
        or stated_chance(words) is not None
        or subject_condition(passage, start, end) is not None
    )


def _said(
    passage: Passage, span: tuple[int, int], setting: Setting, said: Statement, wording: str
) -> Iterator[Assessment]:
    """Yield the forecast of a speaker, if it has a condition or a horizon."""
    one = Assessment("forecast", passage.no, *span, "forecast.said", 65, wording, statement=said)
    one.conditions = [setting.condition] if setting.condition else []
    before = passage.sentence_at(span[0])[0]
    words = passage.text[slice(*span)]
    if wording in {"expect", "expects"} and not (has_horizon(words) or _MEASURED.search(words)):
        return
    after = min(span[1] + _ATTRIBUTION, passage.sentence_at(span[0])[1])
    foresees = _FORESEES.search(passage.text, before, after) or _BEFALLS.search(passage.text, *span)
    if wording.startswith(_PUTS) or one.conditions or foresees or has_horizon(words) or _LATER.search(words):
        yield one


def _outcome(
    passage: Passage, span: tuple[int, int], setting: Setting, wording: str | None, rule: str
) -> Assessment:
    a, b = span
    scenario = setting.scenario
    kind = "scenario_outcome" if scenario else "forecast"
    if scenario and scenario.no == passage.no:
        told = scenario.conditions[-1] if scenario.rule == LISTED else (scenario.start, scenario.end)
        a, b = without_condition(passage.text, a, b, told)
    one = Assessment(kind, passage.no, a, b, rule, _CONFIDENCE[kind], wording, parent=scenario)
    if scenario is None and (condition := subject_condition(passage, a, b)):
        one.conditions = [condition]
    return one


def _clauses(passage: Passage, start: int, end: int, setting: Setting) -> Iterator[tuple[int, int]]:
    condition = setting.condition
    at, stop = start, trimmed_end(passage, start, end) or clause_end(passage, end, end)
    is_plain = condition is None and not setting.is_in_present
    if is_plain and is_short(start, stop) and not has_modal(passage.text, start, stop):
        yield at, stop
        return
    for match in _SPLIT.finditer(passage.text, start, stop):
        if condition and condition[0] <= match.start() < condition[1]:
            continue
        if match[0].strip() in {"and", ",", ":"} and not has_modal(passage.text, at, match.start()):
            continue
        long = match.start() - at >= SHORTEST and stop - match.end() >= SHORTEST
        if long and passage.in_quote(match.start()) is None:
            yield at, match.start()
            at = match.end()
    yield at, stop
