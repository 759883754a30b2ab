"""Verbs of speech that tell an act by what follows them: `recalled its ambassador, denied him entry, welcomed 2m tourists`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.language.inflection import verb_forms

_NUMBER = (
    r"(?:(?:up\sto|some|about|around|nearly|almost|roughly|more\sthan|at\sleast|over|another|only|just)\s)?"
    r"(?:[^\w\s]?[0-9]|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|dozens|hundreds|thousands|scores)\b)"
)
_OWN = r"(?:the|its|his|her|their|a|an|all|both|several)\s(?:[\w’'-]+\s){0,2}"
_PEOPLE = (
    r"(?:ambassadors?|envoys?|delegations?|diplomats?|negotiators?|troops|soldiers|forces|staff|personnel|consul|chargé|workers|employees"
    r"|ministers?|secretary|chief|general|director|governor|head|judges?|officials?|officers?|cabinet|government|parliament|board"
    r"|commander|aides?|advisers?|prosecutor|captain|coach|nominees?|candidates?|premier|commissioner|reservists|guests?)\b(?!['’])"
)
_JUDGED = r"(?:verdict|sentence|ruling|conviction|judge?ment|decision|fine|order)\b"
_SUFFERED = r"(?:of|for|by|as)\b"
_ACTS: dict[str, str] = {
    "decline|refuse": r"(?:respond|give|speak|be|die|go|leave|budge|move|let|take|make|comply"
    r"|say(?!\s(?:if|whether|who|when|how|where|what|which|why)))\b",
    "declare|proclaim": r"(?:its|their|his|her|a|an|the|martial|full)?\s?(?:own\s|formal\s|nationwide\s|national\s|unilateral\s|public\s)?"
    r"(?:independence|war|state\sof|emergency|law\b|holiday|mourning|bankruptcy|truce|curfew|moratorium|autonomy|dividend|assets|income)",
    "tell told": r"(?:it|a\s\w+\sstory|another\sstory|the\sstory)\b",
    "state": r"(?:its|his|her|their)\sname",
    "recall": rf"{_OWN}{_PEOPLE}",
    "confirm": rf"{_OWN}{_PEOPLE}",
    "dismiss": rf"(?:[^,.;]{{0,20}}[0-9]|{_OWN}{_PEOPLE}|(?:[\w’'-]+\s){{0,3}}(?:workers|employees|staff|minister)\b)",
    "welcome": rf"(?:{_NUMBER}|[^,.;:“”\"]{{3,80}}\sto\s(?:the\s)?[A-Z]|(?:[A-Z][\w-]+\s){{1,5}}(?:in|at|with)\s(?:the\s)?[A-Z]"
    rf"|{_OWN}{_PEOPLE}\s(?:in|at|with|to)\b)",
    "deny": r"(?:[^,.;]{0,30}?\s)?(?:entry|access|visas?|permission|asylum|bail|landing|overflight|accreditation|boarding)\b",
    "float": r"(?:\w+\s)?(?:currency|pound|naira|peso|rouble|ruble|rupee|bond|bonds|company|shares|subsidiary|unit|raft|bridge|boat)\b",
    "order": rf"{_NUMBER}",
    "accept": rf"{_NUMBER}",
    "reject": rf"(?:{_NUMBER}|[^,.;:“”\"]{{3,70}}\sby\s[0-9])",
    "appeal": rf"(?:against\s)?(?:the|a|an|his|her|its|their)\s(?:\w+\s)?{_JUDGED}",
    "threaten": r"(?:the|its|his|their|[A-Z]\w+)\b(?!\s(?:veto|use)\b)(?![^,.;:]{0,60}\s(?:with|that|to|if|unless)\s)",
    "compare|liken": r"(?:to|with)\b",
}
"""By verbs, what begins after them where nothing is said."""
_TAKE_OBJECTS = "accuse|blame|criticize|criticise|condemn|denounce|praise|commend|thank|rebuke|mock|hail|urge|lambast|lambaste|castigate"
"""Verbs that need an object: without one they are participles, as in `a general accused of treason`."""


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for verbs, words in _ACTS.items():
        pattern = re.compile(rf"\s{words}")
        for verb in verbs.split("|"):
            for form in verb_forms(verb):
                yield form, pattern
    suffered = re.compile(rf"\s{_SUFFERED}")
    for verb in _TAKE_OBJECTS.split("|"):
        yield from ((form, suffered) for form in verb_forms(verb) if form.endswith("ed"))


_OF_VERB = dict(_patterns())


def is_act(text: str, verb: str, end: int) -> bool:
    """Whether what follows a verb of speech, which ends at an offset, makes it an act in which nothing is said."""
    pattern = _OF_VERB.get(verb.removeprefix("has ").removeprefix("have ").partition(" ")[0])
    return pattern is not None and pattern.match(text, end) is not None
