"""Forecasts: clauses that say what may come, and outcomes where they stand under a condition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geodb.sources.article.extract.assessment import Assessment, has_horizon
from geodb.sources.article.extract.assessments.cases import TOLD_IN_PRESENT
from geodb.sources.article.extract.assessments.conditions import is_rule
from geodb.sources.article.extract.assessments.joined_outcomes import told_apart
from geodb.sources.article.extract.assessments.judgments import is_short, judgment
from geodb.sources.article.extract.assessments.listed_scenarios import LISTED, tells_outcome
from geodb.sources.article.extract.assessments.not_foretold import foretells_nothing, is_asked, is_plan
from geodb.sources.article.extract.assessments.outlook import next_outlook
from geodb.sources.article.extract.assessments.scenarios import after_intro, subject_condition
from geodb.sources.article.extract.language.clauses import clause_end
from geodb.sources.article.extract.language.modals import has_modal, next_modal, possible_that
from geodb.sources.article.extract.page import Passage
from geodb.sources.article.extract.statement import Statement

_WILL = r"\b(?:could|would|may|might|will)\b"
_SPLIT = re.compile(
    r"[:;,\s](?:(?<=[:;,])\s|(?=wh|but|and))(?:"
    rf"(?<=:\s)(?=[^.;]*{_WILL})|(?<=,\s)(?!and\s|but\s|which\s|who\s)(?=[^,;:]{{2,70}}{_WILL})"
    rf"|(?<!;\s)(?<!:\s)(?:while\s(?:also\s)?|whereas\s|but\s(?!also|that\sof\b|for\b))|(?<=;\s)|(?<=,\s)(?:and|but)\s(?=[^,]{{0,60}}(?:,\s[^,]{{2,50}},\s)?{_WILL})"
    r"|(?<=,\s)and\s(?=(?:[\w’'-]+\s){1,5}(?:has|have|is|are|was|were)\b)"
    rf"|(?<=,\s)(?=by\swhich\stime\s)|(?<=,\s)(?=which\s(?:\w+ly\s)?(?:{_WILL}))|and\s(?=(?:[\w’'-]+\s){{1,6}}{_WILL}\s(?!also)))"
)
_REPORTED = re.compile(
    r"\b(?:said|told|declared|argued|stated|announced|insisted|warned|claimed|stressed|noted|added|promised|vowed|pledged|confirmed|wrote|replied|explained|denied|assured)\b[^,.;]{0,60}\bthat\b|\b(?:said|vowed|promised)\s(?:it|they|he|she|the|his|her|its|their)\b"
)
_ATTRIBUTED = re.compile(r"^,\s(?:according\sto\b|[^,;]{2,60}\s(?:said|says|added|announced|told)\b)")
_REPORTS = re.compile(
    r"\b(?:says|insists|reckons|thinks|hopes|fears|expects|predicts|estimates|projects|believes?|forecasts)\s(?:that\s)?"
)
_THAT = re.compile(
    r"\b(?:that|fearing\sthat|because|since(?!\s(?:(?:the\s)?(?:last|early|late|mid|start|end|beginning|spring|summer|autumn|winter|fall)\b|then\b|[0-9]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))|as)\s"
)
_ING = re.compile(r"\s?(?:also\s)?\w+ing\s")
_MARKER = re.compile(r"\[[0-9, –-]+\]$")
_STOPS = ". \t\n\r\f\v\u00a0\u2003\u2009\u202f"
_SHORTEST = 15
_IN_PRESENT = frozenset({LISTED, "scenario.numbered", *TOLD_IN_PRESENT})
_FAR = 5
_LONGEST_WORD = 30


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
_NEW_SUBJECT = re.compile(r",\s(?:and|but|while|whereas)\s(?=[A-Z]|(?:the|he|she|it|they)\s)")
_ASIDE = re.compile(
    r",\s(?:which\s(?:is|was)\s(?:\w+ly\s|just\s)?(?:the|what|why|how|bad|good|no|not)\b|and\s(?:has|have|is|are)\s(?:\w+ly\s|also\s|now\s|already\s)?(?:\w+ed|set|made|put|given|taken|cut|sent|spent|begun)\b|provided\s(?:that\s)?)"
)
"""What is told behind a forecast of the present, or as its condition."""
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
_AUXILIARY = frozenset({"could", "would", "may", "might", "will"})
_NO_VERB = re.compile(r"\s?(?:[,.;?!)]|$)")
"""What stands behind a modal verb that only answers or takes up another: `A flood might, or a fire would.`."""
_FAR_SUBJECT = 60
_ATTRIBUTION = 60
_BY_WHOM = re.compile(
    r",\s(?:[\w’'.-]+\s){1,12}?(?:said|says|cautioned|cautions|warned|warns|predicted|predicts|reckoned|reckons|estimated|estimates|forecast|forecasts|added)$"
)


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
        wording = " ".join(modal["wording"].split()) if found else None
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
    if modal["wording"] in _AUXILIARY and _NO_VERB.match(passage.text, modal.end()):
        return
    said = setting.said(modal.start())
    begin = _subject_start(passage, a, modal.start())
    if passage.text.endswith(" and ", a, modal.start()) and modal.start() - begin > _FAR_SUBJECT:
        begin = modal.start()
    b = _without_fact(passage, modal.end(), b)
    if said and said.rule == "speech.noun" and modal.start() < said.end:
        later = next_modal(passage, said.end, b)
        if later is None:
            return
        modal, said, begin = later, None, later.start()
    wording = " ".join(modal["wording"].split())
    if said:
        scenario = setting.scenario
        if scenario and scenario.statement is said:
            outcome = _outcome(passage, (begin, b), setting, wording, "forecast.said")
            outcome.statement = said
            yield outcome
            return
        if _WOULD_BE.match(passage.text, modal.start()):
            return
        if (is_plan(passage, modal) or is_asked(passage, said.start, modal)) and not _FORESEES.search(
            passage.text, said.start, modal.start()
        ):
            return
        reports = _REPORTS.search(passage.text, said.start, modal.start())
        begin = max(begin, said.start, reports.end() if reports else 0)
        if wording.startswith(_PUTS):
            begin = modal.end() + 1
        yield from _said(passage, (begin, b), setting, said, wording)
        return
    if bet := _BET.search(passage.text, a, modal.start()):
        yield _outcome(passage, (bet.end(), b), setting, wording, "forecast.modal")
        return
    before = judgment(passage, a, modal.start())
    if before and " that " in passage.text[before.start : modal.start() + 1]:
        before.end = b
        yield before
        hopes = " hope" in passage.text[before.start : modal.start()]
        if hopes or before.judgment not in {"perception", "reaction"}:
            return
    sentence = passage.sentence_at(a)
    weighs = _WOULD_BE.match(passage.text, modal.start())
    if setting.scenario is None and (weighs or foretells_nothing(passage, sentence, modal)):
        if found := judgment(passage, a, b):
            yield found
        return
    since = sentence[0] if passage.text.startswith("that ", a) else a
    if _REPORTED.search(passage.text, since, modal.start()) or _ATTRIBUTED.search(
        passage.text, b, sentence[1]
    ):
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


def _without_fact(passage: Passage, modal: int, end: int) -> int:
    """Return where a forecast ends before a clause of fact: `X will rise, and Y confirmed on Monday that …`."""
    if (aside := _ASIDE.search(passage.text, modal + _SHORTEST, end)) and not has_modal(
        passage.text, aside.end(), end
    ):
        return aside.start()
    for match in _NEW_SUBJECT.finditer(passage.text, modal, end):
        if match.start() - modal > _SHORTEST and not has_modal(passage.text, match.end(), end):
            return match.start()
    return end


def _said(
    passage: Passage, span: tuple[int, int], setting: Setting, said: Statement, wording: str
) -> Iterator[Assessment]:
    """Yield the forecast of a speaker, if it has a condition or a horizon, without the words that say whose it is."""
    if by_whom := _BY_WHOM.search(passage.text[: span[1]], span[0] + _SHORTEST):
        span = (span[0], by_whom.start())
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
        a, b = _without_condition(passage.text, a, b, told)
    one = Assessment(kind, passage.no, a, b, rule, _CONFIDENCE[kind], wording, parent=scenario)
    if scenario is None and (condition := subject_condition(passage, a, b)):
        one.conditions = [condition]
    return one


def _without_condition(text: str, a: int, b: int, condition: tuple[int, int]) -> tuple[int, int]:
    """Return a clause without the condition that stands at its beginning or end."""
    first, last = condition
    if a - 1 <= first < b and first - a < _LONGEST_WORD and not has_modal(text, a, first):
        at = min(last, b - 1)
        return at + len(text[at:b]) - len(text[at:b].lstrip(" ,;")), b
    if first <= a < last:
        return min(last + 1, b - 1), b
    if a < first < b:
        return a, text.rindex(" ", a, first - 1)
    return a, b


def _clauses(passage: Passage, start: int, end: int, setting: Setting) -> Iterator[tuple[int, int]]:
    condition = setting.condition
    at, stop = start, _trimmed_end(passage, start, end) or clause_end(passage, end, end)
    is_plain = condition is None and not setting.is_in_present
    if is_plain and is_short(start, stop) and not has_modal(passage.text, start, stop):
        yield at, stop
        return
    for match in _SPLIT.finditer(passage.text, start, stop):
        if condition and condition[0] <= match.start() < condition[1]:
            continue
        if match[0].strip() in {"and", ",", ":"} and not has_modal(passage.text, at, match.start()):
            continue
        long = match.start() - at >= _SHORTEST and stop - match.end() >= _SHORTEST
        if long and passage.in_quote(match.start()) is None:
            yield at, match.start()
            at = match.end()
    yield at, stop


def _trimmed_end(passage: Passage, start: int, end: int) -> int:
    text = passage.text[start:end].rstrip(_STOPS)
    while text.endswith("]") and (marker := _MARKER.search(text)):
        text = text[: marker.start()].rstrip(_STOPS)
    return start + len(text)


def _subject_start(passage: Passage, start: int, modal: int) -> int:
    """Return where a forecast begins: after an introduction, or after a clause before it."""
    begin = after_intro(passage.text, start, modal)
    that = [match.end() for match in _THAT.finditer(passage.text, begin, modal)]
    return that[-1] if that and modal - that[-1] > _FAR else begin
