"""Where the words that belong to a verb or noun of speech end."""

from __future__ import annotations

import re

from geodb.sources.article.extract.page import Passage
from geodb.sources.article.months import ENGLISH_STEMS

_ENDS = re.compile(
    rf",?\s(?:while|whereas|although|though)\s|,\s(?:one|some|many|most|both|all|none|two|three|few|half|several)\sof\s(?:whom|which)\s|,\san?\s(?:[\w’-]+\s){{1,5}}who\s|;\s|,\s(?:but\s|and\s(?=(?:(?:[Ii]n|[Oo]n)\s(?:\w+\s){{1,3}})?(?:he|she|they|it|that)\s))|,\sand\s(?=(?:on|in|by)\s(?:[0-9]{{1,2}}\s)?(?:{ENGLISH_STEMS}|[A-Z][a-z]+day)[a-z]*\b)|\s—\s|\s–\s|:\s(?=[A-Z])|\.[0-9]{{1,2}}\s(?=[A-Z])"
    r"|,\s(?:with\s(?:countries|states|leaders|officials)|prompting|leading\sto|an?\s(?:claim|charge|move|step|decision|demand|proposal|accusation|allegation|offer|suggestion|idea|promise|pledge|threat|warning|position|view|request|call|assertion|argument|number|figure|sum|phrase|reference|dig|swipe|nod|total|rate|share)|making|raising|sparking|triggering|(?:claims|charges|accusations|allegations|assertions|findings)\s(?:that|which))\b"
)
_THAT = re.compile(r"\b(?:that|whether|how|why)\b|:\s?[“\"]")
_NOT_SUBJECT = (
    r"(?!(?:to|by|with|in|on|at|for|from|of|as|not|against|without|that|also|then|both|who|which)\s)"
)
_OTHER_ACT = re.compile(
    rf",\s(?:and|but)\s{_NOT_SUBJECT}(?:[\w’'-]+\s)(?:[^\s,;:.“”\"]+\s){{0,12}}?"
    r"(?:is|are|was|were|has|have|had|will|would|could|may|might|must|should|did|does|needs?|wants?)\s"
)
"""`, and the share of … has fallen`: what another subject does."""
_NEXT_ACT = re.compile(
    r",\s[a-z]{3,}ed\s(?=(?:the|its|their|his|her|all|an?)\s)"
    r"|,?\s(?:and|but)(?:\s|,\s[^,.;:“”\"]{3,60},\s)(?:then\s|also\s|later\s|has\s|have\s|instead\s)?"
    r"(?:[a-z]{3,}ed|took|gave|met|left|made|held|sent|had|put|let|set|cut|went|flew|came|began|won|lost|told|said|chose"
    r"|drew|led|withdrew|spoke|gives|takes|makes|has|keeps|sends|wants|plans|refuses|continues)\s(?!by\b)"
)
_OPENS_CLAUSE = (" that", " and", " but", " whether")
_SHORTEST = 8
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|may|might|can|must|should|shall|does|did|do"
    r"|[a-z]{3,}ed|made|led|came|drew|gave|brought|caused|put|set|shows|reflects|makes|marks|means|comes|went|fell|met|took|won|lost|rose|left|found|became|began|ran|drove|forced|got|grew)\b(?!-)"
)
_OF_WHOM = re.compile(r"\b(?:[Ww]ho|[Ww]hoever|which|What)\s(?!,)")
"""What has a verb of its own: `Those who fled, he said, …` has none yet."""
_NOT_FINITE_AFTER = re.compile(
    r"\b(?:be|been|being|is|are|was|were|has|have|had|to|the|an?|its|his|her|their|of|by|for|not|may|might|can|could"
    r"|would|will|should|must|more|most|fully|also|and|or|in|with|as)\s(?:\w+ly\s)?$"
)


def clause_end(passage: Passage, start: int, end: int) -> int:
    """Return where a clause of speech that goes on from `start` ends: at the end of the sentence, or before it."""
    for match in _ENDS.finditer(passage.text, start, end):
        quote = passage.in_quote(match.start())
        opens = passage.text.endswith(_OPENS_CLAUSE, 0, match.start())  # `that, while …, it works`
        if not opens and (quote is None or quote.span.end <= match.end()):
            return match.start()
    return _without_stop(passage.text, start, end)


def without_next_act(passage: Passage, start: int, end: int) -> int:
    """Return where words after a verb that takes no clause end: before what its subject or another did besides."""
    that = _THAT.search(passage.text, start, end)
    stop = that.start() if that else end
    joints = (
        *_NEXT_ACT.finditer(passage.text, start + _SHORTEST, end),
        *_OTHER_ACT.finditer(passage.text, start + _SHORTEST, end),
    )
    places = [
        joint.start() for joint in joints if joint.start() < stop and not passage.in_quote(joint.start())
    ]
    return min(places, default=end)


def noun_clause_end(passage: Passage, start: int, end: int, *, is_clause: bool = True) -> int:
    """Return where `X’s view that …` ends: before the verb of the sentence, which is the second from there.

    It is the first where no clause follows, as in `X’s demand for …`.
    """
    stop = clause_end(passage, start, end)
    quote = next((quote for quote in passage.quotes if start <= quote.span.start <= start + 3), None)
    if quote:
        return quote.span.end
    finite = [at for at in _finite_verbs(passage, start, stop) if passage.in_quote(at) is None]
    if not is_clause:
        return finite[0] if finite else stop
    return (
        finite[1] if len(finite) > 1 else finite[0] if finite and _is_far(passage, start, finite[0]) else stop
    )


def is_unfinished(passage: Passage, start: int, end: int) -> bool:
    """Whether words have no verb yet, as those before an insertion: `Trade between them, he said, rose`."""
    if passage.in_quote(start) is not None:
        return False
    if _FINITE.search(passage.text, start, end) is None:
        return True
    relatives = sum(1 for _ in _OF_WHOM.finditer(passage.text, start, end))
    return relatives > 0 and len(_finite_verbs(passage, start, end)) <= relatives


def _finite_verbs(passage: Passage, start: int, end: int) -> list[int]:
    """Return where the finite verbs between two offsets stand."""
    return [
        match.start()
        for match in _FINITE.finditer(passage.text, start, end)
        if not _NOT_FINITE_AFTER.search(passage.text, max(start - 1, match.start() - 24), match.start())
    ]


def _is_far(passage: Passage, start: int, finite: int) -> bool:
    """Whether a verb in -s, such as `prioritizes`, has been passed over before the only finite one found."""
    return (
        bool(re.search(r"\b(?:now\s|also\s|still\s)?[a-z]{4,}s\s[a-z]", passage.text[start:finite]))
        and finite - start > 60
    )


def _without_stop(text: str, start: int, end: int) -> int:
    """Return the end of a sentence without its footnote markers and full stop."""
    while end > start and (match := re.search(r"\[[0-9, –-]+\]\s*$", text[start:end])):
        end = start + match.start()
    while end > start and text[end - 1] in " .":
        end -= 1
    return end
