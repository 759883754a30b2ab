"""What follows a phrase and says that it is one of its own: what it would do, what it is worth, who made it, who has it.

`a rival plan, under which …`, `a scheme that would …`, `a deal worth $2bn`, `the rules it imposed in May`, `a fund shared by …`.
"""

from __future__ import annotations

import re

from geodb.sources.article.extract.initiatives.initiative_complements import STOPS
from geodb.sources.article.extract.initiatives.initiative_phrases import Phrase
from geodb.sources.article.extract.language.inflection import BOTH, PARTICIPLE
from geodb.sources.article.extract.language.initiative_nouns import acts
from geodb.sources.article.extract.language.line import Line

_REST = r"(?:[^,;:.()“”—–]|(?<=[0-9])[.,](?=[0-9]))"
_CUT = r"(?=[,.](?![0-9])|;|:|\)|”|\s?[—–]|\s(?:but|while|although|because|provided|unless|said|says)\s|$)"
_BY_WHOM = rf"(?:,?\s(?:[a-z-]+ed|drawn\sup|put\sforward|set\sup|built|led|run|won)\s(?:by|in|on|with|last|this|at)\s{_REST}{{3,60}}?(?:,|(?=\s(?:that|which|under)\s)))?"
_WOULD = re.compile(
    rf"{_BY_WHOM},?\s(?:(?:under|by|through|in)\swhich\s|(?:that|which)\s(?:would|will|could|governs?|regulates?|binds?|protects?|replaces?|lists?|foresees?|envisages?|provides?|requires?|obliges?|allows?|bans?|bars?|aims?|seeks?|calls?|offers?|commits?|sets?|gives?|lets?|limits?|caps?"
    rf"|guarantees?|promises?|includes?|covers?|no\slonger|is\sto|are\sto|is\smeant\sto|is\sdue\sto|was\sto|has\syet\sto|runs?|expires?|ended|ends|links?|connects?|ensures?|permits?|prohibits?|restricts?|keeps?|opens?|creates?|establishes|grants?|(?:has|had|have)\s(?:\w+ly\s)?(?:allowed|let|kept|given|enabled|helped|opened|ended|brought))\s){_REST}{{3,110}}?{_CUT}"
)
_WORTH = re.compile(
    rf"(?:\s(?:worth|valued\sat)|,\s(?:worth|valued\sat|priced\sat|costed\sat|costing|put\sat|budgeted\sat|estimated\sat)(?=\s[^,;.]*[0-9]))\s(?:(?!\s(?:with|to|for|between|over|that|which|in|and|from|on)\s){_REST}){{2,34}}(?:,\swhich\s(?:\w+\s)?(?:has|have|had|is|are|was|were)\s{_REST}{{3,80}}?{_CUT})?"
)
_CONTACT = re.compile(
    r"\s(?:(?:that|which)\s(?=[a-z]+\s(?:has\s|had\s|have\s)?[a-z]+)(?!(?:is|are|was|were|has|had|have|would|will|can|could|may|might)\b)[a-z]+|(?:(?:that|which)\s)?(?:[A-ZÀ-Ž][\w’'-]*\s(?:and\s[A-ZÀ-Ž][\w’'-]*\s)?[a-z]+s(?=\s[a-z]{3,}\s(?:up|out|in|on|last|this|to|by|at)\b)|it|they|he|she|we|(?:the\s)?(?:(?:[A-ZÀ-Ž][\w’'-]*|von|van|der|den|de|la|bin)\s){0,4}[A-ZÀ-Ž][\w’'-]*|the\s[a-z]+|its\s[a-z]+))\s(?:has\s|had\s|have\s|was\s|were\s)?(?:[a-z]+ly\s|first\s|also\s|just\s|already\s)?"
    r"(?P<verb>[a-z-]+)"
)
_WHEN = re.compile(
    r"(?:\s(?:out|up|forward|through))?(?=[\s,.;]|$)(?:\s(?:in|on|last|this|with|at|by|to)\s(?:(?:of\s)?(?:that|the|its|his|this)\s)?(?:[A-Z0-9][\w’'-]*|year|month|week|spring|summer|autumn|winter)(?:\s[A-Z0-9][\w’'-]*)*(?:\sof\sthat\syear)?)*"
)
_SHARED = re.compile(
    rf"\s(?:shared|jointly\s\w+|co-\w+|owned|operated|pooled|held)\sby\s(?:(?!\s(?:is|was|has|would|will|could|to|in|an?)\s){_REST}){{2,50}}"
)
_DATED = re.compile(
    r"\s(?P<verb>[a-z-]+)(?:\sthe\s(?:same|next|previous|following)\s(?:day|week|month|year)|\s(?:in|on|at|last|this)\s(?:the\s)?(?:[A-Z0-9][\w’'-]*|year|month|week|spring|summer|autumn|winter)(?:\s[A-Z0-9][\w’'-]*)*)+"
)
_THAT_MAY = (
    " that would ",
    " that will ",
    " that governs ",
    " that lets ",
    " that allows ",
    " that bans ",
    " that bars ",
    " that requires ",
    " that ended ",
    " that ends ",
    " under which ",
)
"""By these also what `the` determines is told for the first time; `, which would` goes on about what was told."""
_RELATIVE = re.compile(rf"\sthat\s{_REST}{{3,110}}?{_CUT}")
_VERB = re.compile(r"\s(?:is|are|was|were|has|have)\s")
RELATIVE = ("that ", "which ")
_THAT = (" that ", " which ")
_NO_SUBJECT = STOPS - {"of", "had", "has", "have"}
_SUBJECT = 8
_MADE = frozenset({"pact", "plan", "law", "body"})


def told_by_clause(line: Line, phrase: Phrase) -> int | None:
    """Return where a clause ends that follows a phrase and makes it one of its own; None without one."""
    text, end, stop = line.text, phrase.end, line.end
    if phrase.complement.startswith(RELATIVE):
        end = line.words[phrase.number][1]
    is_own = phrase.how in {"a", "own"}
    if is_own or (phrase.head.group in _MADE and text.startswith(_THAT_MAY, end)):
        if would := _WOULD.match(text, end, stop):
            verb = _VERB.search(text, end + 1, would.end()) if phrase.first == 0 and not is_own else None
            return verb.start() if verb else would.end()
    if (is_own or text[end : end + 1] == " ") and (worth := _WORTH.match(text, end, stop)):
        return worth.end()
    if shared := _SHARED.match(text, end, stop):
        return shared.end()
    dated = _DATED.match(text, end, stop)
    is_all = phrase.first == 0 and dated is not None and not text[dated.end() : stop].strip(" .")
    if dated and not is_all and _is_act(dated["verb"], phrase, PARTICIPLE):
        return dated.end()
    if (phrase.head.group in _MADE and phrase.how != "own") or phrase.is_plural:
        return _made_by(line, phrase, end)
    return None


def _made_by(line: Line, phrase: Phrase, end: int) -> int | None:
    """Return where a clause ends that says who made it: `the rules it imposed in May`, `the pact that the two armies signed`."""
    contact = _CONTACT.match(line.text, end, line.end)
    verb = contact.span("verb") if contact and _is_act(contact["verb"], phrase) else None
    verb = verb or _verb_of_several(line, phrase, end)
    when = _WHEN.match(line.text, verb[1], line.end) if verb else None
    return when.end() if when else None


def _verb_of_several(line: Line, phrase: Phrase, end: int) -> tuple[int, int] | None:
    """Return where the verb stands of which more than a name is the subject: `that X and Y concluded`, `that the two ministers signed`."""
    if not line.text.startswith(_THAT, end):
        return None
    first = next(k for k, (start, _, _) in enumerate(line.words) if start > end) + 2
    for number in range(first, min(first + _SUBJECT, len(line.words))):
        start, stop, word = line.words[number]
        if line.gap(number - 1) not in {" ", ", "} or (word in _NO_SUBJECT and line.text[start].islower()):
            return None
        if number > first and line.text[start].islower() and _is_act(word, phrase, PARTICIPLE):
            return start, stop
    return None


def _is_act(verb: str, phrase: Phrase, form: str | None = None) -> bool:
    """Whether a verb makes or ends what a phrase names."""
    act = acts().get(verb)
    if act is None or not act.takes(phrase.head.group):
        return False
    return form is None or act.form in {BOTH, form}


def end_of_relative(text: str, end: int) -> int | None:
    """Return where a clause ends that goes on with `that`: `the plan that leaked in November`; None without one."""
    match = _RELATIVE.match(text, end)
    return match.end() if match else None
