"""Cases that a sentence names or numbers before it says what they are: `In the worst case, a war forces …`, `Secondly, …`."""

from __future__ import annotations

import re

from geodb.sources.article.extract.assessment import Assessment
from geodb.sources.article.extract.assessments.conditions import is_condition
from geodb.sources.article.extract.assessments.scenarios import WHICH, is_condition_noun, scenario_at
from geodb.sources.article.extract.language.modals import next_modal
from geodb.sources.article.extract.page import Passage

NUMBERED_BY_WORD = "scenario.ordinal"
TOLD_IN_PRESENT = frozenset({"scenario.apposed", "scenario.cause"})
_CASE = re.compile(
    r"(?:In|Under|On|According\sto)\s(?:the|an?|our|its|their)\s(?:(?!same|above|latter|former)[\w-]+\s"
    rf"(?:[\w-]+\s){{0,4}}?(?:scenario|path|variant)|{WHICH}\s(?:possible\s)?case),\s"
)
_APPOSED = re.compile(
    r"(?P<condition>(?:an?|the)(?:\s[a-z][\w’'-]*){1,4}),\s(?=(?:the|both|neither|[A-Z][\w’'-]+)\s)"
)
"""What a case is called, before what happens in it: `a rupture, the White House links …`."""
_CAUSE = re.compile(
    r"(?P<condition>an?\s[^,.;:]{4,100}?)\s(?=(?:forces|compels|obliges|pushes|drives|plunges|drags|draws|triggers|sparks|provokes|unleashes|prompts|causes"
    r"|leads\sto|sets\soff|brings|ends|tips|turns|sends|opens|closes|splits|topples|wrecks|derails|ruins|kills|costs|cuts|leaves)\s)"
)
_INDEFINITE = re.compile(r"an?\s")
_ORDINAL = re.compile(
    r"(?:(?:First|Second|Third|Fourth)(?:ly)?|Last(?:ly)?|Finally|Alternatively|Conversely),\s"
)
_LASTLY = re.compile(
    r"(?P<condition>An?\s[^,.;:]{6,120}),\s(?:finally|lastly|alternatively|conversely|by\scontrast|on\sthe\sother\shand),\s(?=(?:would|could|might|may)\s)"
)
_GOES_ON = re.compile(
    r"\s(?:well\s|also\s|simply\s|just\s)?(?:persist|continue|prevail|last|endure|hold|happen|go\son|drag\son|collapse|fail|break\sdown|fall\sapart)(?=[.,;]|\s(?:until|for|beyond|into|through)\b|$)"
)
"""What says no more of a scenario than that it comes about."""
_ASIDE = re.compile(
    r"\b(?:which|that|who|whereby|where)\s$|\b(?:(?:by|in|under|through|to|for|with)\swhich|whereby|where)\s(?:[\w’'-]+\s){1,4}$"
)
"""What stands before a modal verb of a relative clause, which is not that of its sentence."""


def named_case(passage: Passage, start: int, end: int) -> Assessment | None:
    """Return the scenario that a sentence names and then tells: `In the third scenario, a rupture, the king …`."""
    case = _CASE.match(passage.text, start, end)
    if case is None:
        return None
    if told := _APPOSED.match(passage.text, case.end(), end):
        return scenario_at(
            passage, (start, told.end("condition")), "scenario.apposed", 75, told.span("condition")
        )
    modal = _main_modal(passage, case.end(), end)
    told = _CAUSE.match(passage.text, case.end(), end)
    if told and (modal is None or told.end() < modal.start()):
        return scenario_at(
            passage, (start, told.end("condition")), "scenario.cause", 75, told.span("condition")
        )
    if modal is None or not _INDEFINITE.match(passage.text, case.end()):
        return None
    if is_condition_noun(passage, case.end(), modal.start()):
        return None
    return scenario_at(passage, (case.end(), modal.start() - 1), "scenario.subject", 75)


def numbered_by_word(passage: Passage, start: int, end: int) -> Assessment | None:
    """Return the scenario of one sentence among several: `Firstly, a deal could be struck`, `A war, finally, would …`."""
    if last := _LASTLY.match(passage.text, start, end):
        return scenario_at(passage, last.span("condition"), NUMBERED_BY_WORD, 75)
    opens = _ORDINAL.match(passage.text, start, end)
    if opens is None or is_condition(passage.text, opens.end()):
        return None
    modal = _main_modal(passage, opens.end(), end)
    if modal is None:
        return None
    stop = modal.start() - 1
    if goes_on := _GOES_ON.match(passage.text, modal.end(), end):
        stop = goes_on.end()
    elif not (_INDEFINITE.match(passage.text, opens.end()) or is_condition_noun(passage, opens.end(), stop)):
        stop = end - passage.text.startswith(".", end - 1)
    return scenario_at(passage, (start, stop), NUMBERED_BY_WORD, 75, (opens.end(), stop))


def _main_modal(passage: Passage, start: int, end: int) -> re.Match[str] | None:
    """Return the first modal verb of a sentence that is not one of a relative clause."""
    modal = next_modal(passage, start, end)
    while modal and _ASIDE.search(passage.text, start, modal.start()):
        modal = next_modal(passage, modal.end(), end)
    return modal
