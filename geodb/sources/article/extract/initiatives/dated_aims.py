"""What somebody means or has to do by some date: `wants to be rid of gas by 2035`, `has until 2030 to adopt 66 laws`.

A date is looked for first, then the words of aiming that stand last before it in its clause. The patterns are for
texts in small letters, as `Passage.lower` is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.initiatives.aims import Aim
from geodb.sources.article.extract.initiatives.due_works import ONE
from geodb.sources.article.extract.language.aimed_values import Value, first_value
from geodb.sources.article.extract.language.deadlines import BY_DATE, IN_DATE, UNTIL_DATE, edtf_in

_WHEN = re.compile(
    rf"\s(?=[abfinouw])(?:(?P<by>{BY_DATE})|(?P<over>{UNTIL_DATE}|over\s(?:the\snext\s)?(?:[0-9]+|[a-z]+)\s(?:years|months)\b)|{IN_DATE})"
)
_DIARY = (
    r"(?:(?:be\s)?(?:hold|held|host|hosted|meet|met|visit|visited|travel|convene|gather|rule|decide|vote|elect|elected|publish|published|ask"
    r"|sign|signed|address|debate|discuss|spend|spent|review|reviewed|leave|stay|apply|run|last|remain|continue|expire|name|named|hear|heard"
    r"|report|take\splace|able)|(?:begin|open|start|resume)\s(?:[a-z]+\s)?(?:talks|negotiations))\b"
)
"""What stands in a diary rather than in a plan."""
_VERB = rf"(?!{_DIARY})[a-z’-]+(?:\s|$)"
_WANTS = r"(?:wants?|hopes?|aims?|intends?|means|seeks|wishes|plans|would\slike)"
_VOWED = (
    rf"(?:{_WANTS}|wanted|hoped|aimed|planned|intended|vow(?:s|ed)?|pledge[sd]?|promise[sd]?|undert(?:ook|akes?|aken)|commit(?:s|ted)?"
    r"|determined|resolved|agreed)"
)
_DUTY = r"(?:is|are|was|were)\s(?:(?:now|also|first|due|supposed|scheduled|slated|meant|planned|obliged|required|tasked)\s){0,2}to"
_BEGUN = r"(?:begin|start|enter|follow|sail|come|turn|open|reach|land|arrive|have\s[a-z]+ed)\b"
_MADE = r"be\s(?!expected)[a-z]+(?:ed|en|lt|it|id)\b"
_DEED = (
    r"(?:contribute|invest|mobili[sz]e|station|train|provide|finance|deploy|send|build|buy|hire|fund|shift|supply|spend|tender|complete|remove"
    r"|recruit|admit|accept|close|open|withdraw|transfer|hand|put|report)\b"
)
_OPENING = re.compile(
    rf"\b(?:(?P<wants>{_WANTS}\s(?:[\w’]+\s){{0,4}}?to\s(?={_VERB}))"
    rf"|(?P<vowed>(?:{_VOWED}\s(?:[\w’]+\s){{0,4}}?|(?:commitment|goal|ambition|intention)\s(?:of\stheir\s[a-z]+\s)?)to\s(?={_VERB}))"
    r"|(?P<object>(?:wants?|wanted|plans)\s(?=(?:an?|the|its|their|every|all)\s))"
    r"|(?P<goal>(?:goal|aim|target|ambition|objective|promise|task)\sof\s)(?=[a-z]+ing\s)"
    rf"|(?P<works>{_DUTY}\s(?={_MADE}|{_BEGUN})(?={_VERB}))"
    rf"|(?P<duty>(?:{_DUTY}|must|ought\sto)\s(?={_VERB}))"
    rf"|(?P<deed>will\s(?={_DEED}))"
    rf"|(?P<made>(?<!expected\s)(?<!likely\s)(?<!have\s)(?<!has\s)(?<!not\s)(?<!due\s)to\s(?={_MADE})(?={_VERB})))"
)
_WITH_ANY_DATE = ("wants", "works", "made")
"""What is aimed for also where its month or year is only told, not set as the last."""
_WITH_A_SPAN = ("wants", "vowed", "deed")
"""What is aimed for also where a span of time is told, and how much."""
_DUE = ("works", "duty", "made")
"""What is due, whoever wants it."""
_WITH_SUBJECT = ("works", "duty")
_UNTIL = re.compile(
    rf"\b(?P<opening>(?:has|have|had)\s(?:{UNTIL_DATE}|(?:[0-9]+|two|three|four|five|six|ten|ninety)\s(?:days|weeks|months|years))\sto\s)"
    rf"(?={_VERB})[^,;.:]{{3,90}}?(?=[,;.:]|\s(?:and|but)\s)"
)
_TERMS = (" until ", "s to ")
"""What is in every sentence of which somebody has so much time to do something."""
_BREAK = re.compile(
    r"[;:()“”\"—–?!]|\.\s|,(?![0-9])|\s(?:but|while|although|because|when|whether|as|than|and\s(?:it|he|she|they|we))\s"
)
_NO_AIM = re.compile(
    r"\b(?:if|unless|should|could|may|might|likely|unlikely|expect(?:s|ed)?|not|never|nobody|no\slonger|cannot|forecasts?)\b|n[’']t\b"
)
_SUBJECT = re.compile(r"(?!(?:which|that|who|and)\b)[^,;:]{3,60}\s")
_REACH = 140


def dated_aims(lower: str, start: int, end: int) -> Iterator[Aim]:
    """Yield what a sentence says is aimed for or due by a date, one thing done each where it tells no value."""
    for when in _WHEN.finditer(lower, start, end):
        if aim := _aimed_before(lower, start, when):
            yield aim
    has_term = any(lower.find(term, start, end) >= 0 for term in _TERMS)
    for match in _UNTIL.finditer(lower, start, end) if has_term else ():
        yield _aim(lower, match.start(), match.end("opening"), match, is_due=True)


def _aimed_before(lower: str, start: int, when: re.Match[str]) -> Aim | None:
    """Return the aim whose words of aiming stand last before a date in its clause."""
    first = max(start, when.start() - _REACH)
    begin = max([first, *(each.end() for each in _BREAK.finditer(lower, first, when.start()))])
    while lower[begin] == " ":
        begin += 1
    if _NO_AIM.search(lower, begin, when.start()):
        return None
    openings = [one for one in _OPENING.finditer(lower, begin, when.start()) if _may_be_by(one, when)]
    if not openings:
        return None
    opening = openings[-1]
    at, how = opening.start(), opening.lastgroup
    if how in _WITH_SUBJECT and _SUBJECT.fullmatch(lower, begin, at):
        at = begin
    aim = _aim(lower, at, opening.end(), when, is_due=how in _DUE)
    return None if when["over"] and aim.value.number is None else aim


def _may_be_by(opening: re.Match[str], when: re.Match[str]) -> bool:
    """Whether words of aiming go with a date of this form."""
    return when["by"] is not None or opening.lastgroup in (_WITH_A_SPAN if when["over"] else _WITH_ANY_DATE)


def _aim(lower: str, start: int, after: int, when: re.Match[str], *, is_due: bool) -> Aim:
    """Return the aim at words that end with a date; a value makes a plan of its own of what is due."""
    value = first_value(lower, after, when.start())
    how = "due" if is_due and value is None else "wish"
    return Aim(
        start,
        when.end(),
        after,
        value or Value(ONE, after, after),
        how,
        edtf_in(lower, *when.span()),
        is_dated=True,
    )
