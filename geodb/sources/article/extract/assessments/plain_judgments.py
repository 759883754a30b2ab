"""Judgments that no word of interpretation tells: what the author says in the present, of no happening and nobody's words."""

from __future__ import annotations

import re

from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Passage

_NOT_PLAIN = re.compile(
    r"[0-9“”\"«»?!:]|\b(?:he|she|I|you|his|her|will|would|may|might|could|today|yesterday|ago|if|million|billion|dozens|hundreds|thousands"
    r"|(?:last|next|this)\s(?:year|month|week)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December)\b",
    re.IGNORECASE,
)
_PAST = listed(
    "was|were|had|did|went|came|took|said|told|made|gave|began|became|kept|left|met|won|lost|held|sent|led|fell|rose|grew|found|got"
    "|broke|brought|built|bought|chose|drew|drove|fought|flew|fled|spoke|spent|stood|struck|swore|thought|threw|withdrew|wrote|ran|saw|sold|sought|paid|laid|meant|felt"
)
_ED = re.compile(
    r"\b(?P<before>[\w’'-]+(?:\s\w+ly)?)\s(?:not\s|also\s|now\s|already\s)?(?P<verb>[a-z]{3,}ed)\b"
)
_AUXILIARY = listed(
    "is|are|be|been|being|has|have|by|the|a|an|its|their|and|or|nor|neither|of|to|so|too|not|as|more|most|less|remain|remains|seem|seems|look|looks"
)
_FINITE = re.compile(
    r"\b(?:is|are|has|have|does|do|can|cannot|remains?|looks?|seems?|needs?|must|should|[a-z]{3,}(?<!s)(?<!u)(?<!i)s(?=\s(?:the|a|an|its|their|no|to|on|in|with|for|from|at|as|like|both|more|less|well|little|nothing|[a-z]+ly)\b))\b"
)
_FACTS = (
    r"town|city|village|port|country|state|nation|province|region|district|island|member|party|river|member|former|lawyer|doctor|teacher|farmer|general|veteran"
    r"|professor|journalist|economist|mother|father|son|daughter|native|resident|student|firm|company|landlocked|small|southern|northern|eastern|western|federal"
)
"""What something is by birth, trade or on the map, and no matter of opinion."""
_MARKED = re.compile(
    rf"\b(?:is|are|remains?|looks?|feels?|seems?)\s(?:\w+ly\s|also\s|now\s|still\s)?(?:an?|that\sof\san?)\s(?!(?:{_FACTS})\b)[a-z]"
    r"|\bneither\b[^.;]*\bnor\b|\b(?!(?:oth|rath|eith|wheth|eve|nev|ov|und|aft|lat|low|upp|form|furth)er\b)[a-z]{2,}er\sthan\b|\b(?:more|less|fewer)\b[^.;]{0,40}\bthan\b"
    r"|\b(?:is|are)\s(?:not\b[^.;]{2,40};|[a-z]{3,}er\b(?!\s[a-z]))|,\snot\s[a-z]|;\s[^.;]{2,60}\b(?:is|are|does|do|has)\snot\b|;\s[a-z]+\s(?:does|do|is|are)\b"
    r"|[’']s\s(?:chief|main|only|real|best|first|great|greatest|true|worst|biggest)\s[a-z]+\s(?:is|are)\s"
    r"|\b(?:rarely|seldom|hardly|barely|scarcely)\s[a-z]|\b(?:none\sof|nobody|no\sone|nothing)\b|\bmore\sto\s[a-z]+\b"
    r"|^(?:[\w’'-]+\s){1,6}(?:is|are|remains?)\s(?:\w+ly\s|still\s|now\s|all\s)?(?!in\b|on\b|at\b)[a-z]{3,}(?<!ing)(?<!ed)\.$|\binto\sthis\b|, however,|, meanwhile,"
)
"""What a sentence of opinion has: a likeness, a comparison, a contrast, a denial."""
_SHORTEST, _LONGEST = 14, 180
_WORDS = re.compile(r"[\w’'-]+")


def is_plain_judgment(passage: Passage, start: int, end: int, *, is_marked: bool) -> bool:
    """Whether a sentence tells how something is, in the present, without a figure, a day or anybody's words."""
    text = passage.text[start:end]
    if not (_SHORTEST <= len(text) <= _LONGEST) or not text.rstrip().endswith(".") or _NOT_PLAIN.search(text):
        return False
    words = {word.lower() for word in _WORDS.findall(text)}
    if not words.isdisjoint(_PAST):
        return False
    if any(each["before"].split()[0].lower() not in _AUXILIARY for each in _ED.finditer(text)):
        return False
    return _FINITE.search(text) is not None and (not is_marked or _MARKED.search(text.strip()) is not None)
