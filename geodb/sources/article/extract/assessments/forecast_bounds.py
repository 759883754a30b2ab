"""Where a forecast begins and ends in its clause: without its condition, who says so, and what is told of the present."""

from __future__ import annotations

import re

from geodb.sources.article.extract.assessments.scenarios import after_intro
from geodb.sources.article.extract.language.modals import has_modal
from geodb.sources.article.extract.page import Passage
from geodb.sources.article.extract.statements.speech_verbs import FORETELLS

SHORTEST = 15
"""Characters of the shortest clause that is told apart from another."""
_THAT = re.compile(
    r"\b(?:that|fearing\sthat|because|since(?!\s(?:(?:the\s)?(?:last|early|late|mid|start|end|beginning|spring|summer|autumn|winter|fall)\b|then\b|[0-9]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))|as)\s"
)
_FAR_SUBJECT = 60
_LONGEST_WORD = 30
_WHEN = r"(?:\s(?:on|last|this)\s\w+)?"
_WHO = r"(?:the\s|an?\s)?[^,;]{3,60}(?:,\s(?:an?|the|its)\s[^,;]{3,80})?"
_BY_WHOM = re.compile(
    r",\s(?:(?:(?:the|an?|its|his|her)\s[^,;]{3,60},\s)?(?:[\w’'.-]+,?\s){1,12}?"
    rf"(?:{FORETELLS}|forecasts?|told\s[a-z]+){_WHEN}|{FORETELLS}\s{_WHO})$"
)
"""Who foretells it, behind it: `…, the minister, Ana Ruk, told parliament on Monday`, `…, says Ana Ruk, a trader`."""
_BEHIND_CONDITION = re.compile(
    r",\s(?:(?:as|with|which|who|where|despite|like|even|perhaps)\s[^,;]{4,90}(?:(?<!\s[A-Z][a-z]),\san?\s[^,;]{4,80})?"
    rf"|(?:[\w’'().-]+\s){{1,9}}?{FORETELLS}|{FORETELLS}\s{_WHO}),\s"
)
"""What may stand between a condition and what would follow from it: `…, as he promised, …`, `…, officials say, …`."""
_NEW_SUBJECT = re.compile(r",\s(?:and|but|while|whereas)\s(?=[A-Z]|(?:the|he|she|it|they)\s)")
_ASIDE = re.compile(
    r",\s(?:(?:(?:which|where|who|whose|(?:the|all|most|many|some|two)\s(?:\w+\s)?of\s(?:which|whom))\s|(?:against|up\sfrom|down\sfrom|compared\s(?:with|to))\s)(?=(?:[^,]|,(?=[0-9]))*$)"
    r"|according\sto\s"
    r"|and\s(?:has|have|is|are)\s(?:\w+ly\s|also\s|now\s|already\s)?(?:\w+ed|set|made|put|given|taken|cut|sent|spent|begun)\b|provided\s(?:that\s)?)"
)
"""What is told behind a forecast of the present, or as its condition."""
_MARKER = re.compile(r"\[[0-9, –-]+\]$")
_STOPS = ". \t\n\r\f\v\u00a0\u2003\u2009\u202f"


def beginning(passage: Passage, start: int, modal: int, condition: tuple[int, int] | None) -> int:
    """Return where a forecast begins: after its condition, an introduction, or a clause before it."""
    if condition and start <= condition[1] < modal:
        start = condition[1]
        if behind := _BEHIND_CONDITION.match(passage.text, start, modal):
            start = behind.end()
    begin = after_intro(passage.text, start, modal)
    that = [match.end() for match in _THAT.finditer(passage.text, begin, modal)]
    if that and modal > that[-1]:
        begin = that[-1]
    is_second_verb = passage.text.endswith(" and ", start, modal)
    return modal if is_second_verb and modal - begin > _FAR_SUBJECT else begin


def ending(passage: Passage, modal: int, end: int) -> int:
    """Return where a forecast ends: before a clause of fact (`, and Y confirmed that …`), and before who says so."""
    end = _without_fact(passage, modal, end)
    by_whom = _BY_WHOM.search(passage.text, modal + SHORTEST, end)
    return by_whom.start() if by_whom else end


def _without_fact(passage: Passage, modal: int, end: int) -> int:
    if (aside := _ASIDE.search(passage.text, modal + SHORTEST, end)) and not has_modal(
        passage.text, aside.end(), end
    ):
        return aside.start()
    for match in _NEW_SUBJECT.finditer(passage.text, modal, end):
        if match.start() - modal > SHORTEST and not has_modal(passage.text, match.end(), end):
            return match.start()
    return end


def without_condition(text: str, a: int, b: int, condition: tuple[int, int]) -> tuple[int, int]:
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


def trimmed_end(passage: Passage, start: int, end: int) -> int:
    """Return where a sentence ends without its full stop and the markers of notes."""
    text = passage.text[start:end].rstrip(_STOPS)
    while text.endswith("]") and (marker := _MARKER.search(text)):
        text = text[: marker.start()].rstrip(_STOPS)
    return start + len(text)
