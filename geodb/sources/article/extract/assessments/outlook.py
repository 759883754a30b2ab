"""Words by which a text looks ahead without a modal verb: `is all but certain`, `the likeliest is`, `Expect a hot summer`."""

from __future__ import annotations

import re
from functools import lru_cache

from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Passage

OUTLOOK_WORDS = listed(
    "certain|inevitable|assured|guaranteed|unavoidable|foregone|matter|question|cards|offing|store|corner|headed|heading|poised|bound|destined"
    "|doomed|course|track|ripe|expect|expects|likeliest|likely|unlikely|probable|improbable|plausible|implausible|conceivable|inconceivable"
    "|doubtful|predict|predicts|foresee|foresees|anticipate|anticipates|guess|bet|hunch|money|prediction|forecast|forecasts|projects"
    "|expectation|odds|chances|gives|give|see|sees|imminent|promises|ought|numbered|should|odds|chance|chances|probability|likelihood|risk|nor|doubt|doubts|remote|likelier|reach|expected|foreseen|awaited|promised|seen"
)
"""Words without one of which no text looks ahead so."""
OUTLOOK = re.compile(
    r"(?<![\w’'-])(?=[acdefghijlmnoprstDEFHMNOT])(?P<wording>"
    r"(?:is|are|seems?|looks?)\s(?:all\sbut|virtually|almost|nearly|practically)\s(?:certain|inevitable|assured|guaranteed)(?!\sto)"
    r"|(?:is|are)\s(?:unavoidable|a\sforegone\sconclusion|(?:only\s|just\s)?a\s(?:matter|question)\sof\s(?:time|when)|on\sthe\scards|in\sthe\soffing|in\sstore|around\sthe\scorner)\b"
    r"|(?:is|are|looks?|seems?|appears?)\s(?:now\s|also\s|\w+ly\s)?(?:headed|heading|poised|bound|destined|doomed|on\scourse|on\strack|ripe)\sfor(?=\s(?:an?|another|more|further|months|years|weeks)\s)"
    r"|can\sexpect(?=\s(?:an?|the|more|little|no|to|further)\b)"
    r"|Expect(?=\s(?:an?|more|the|no|little|further|months|years|it|them|another)\b)"
    r"|(?:[Dd]o\snot|[Dd]on[’']t)\sexpect\b"
    r"|(?:[Tt]he\s)?(?:likeliest|most\s(?:likely|probable|plausible))\s(?:[a-z]+\s){0,2}?(?:is|remains|involves)(?=\s)"
    r"|(?:[Ff]ew|[Nn]obody|[Nn]o\sone|[Nn]one|[Hh]ardly\sanyone)\s(?:(?:in|of|at|among|on)\s[^,.;]{2,40}?\s)?(?:seriously\s|really\s|now\s)?(?:expects?|predicts?|foresees?|anticipates?)\b"
    r"|(?:[Mm]y|[Oo]ur|[Tt]he\s(?:safe|safest|smart))\s(?:own\s)?(?:guess|bet|hunch|prediction|forecast|expectation)\sis\s(?:that|on)\b"
    r"|(?:[Tt]he\s)?(?:odds|chances)\s(?:are|of\s(?!this\b|that\b|such\b)[^,.;]{2,60}?\s(?:are|look|remain))\b(?=\s(?:that|slim|low|high|even|good|small|remote|better|slight|against|in|at|(?:about|roughly|perhaps|no\sbetter|less|more)\s(?:than\s)?(?:one|two|three|half|even|[0-9])|one\sin|two\sin|fifty-fifty)\b)"
    r"|gives?\s(?:[\w’'-]+\s){1,4}?(?:[0-9]+|two|three|four|five|six|eight|nine|ten|twelve|eighteen|twenty)\s(?:weeks|months|years)(?=[,.;]|\sat\b|\sbefore\b)"
    r"|(?:thinks?|considers?|deems?|finds?|believes?|judges?|reckons?|is|held|holds)\sit\s(?:\w+\s)?(?:probable|improbable|likely|unlikely|conceivable|inconceivable|plausible|implausible|certain|doubtful)\sthat\b"
    r"|(?:forecasts?|projects|predicts?|expects?|anticipates?|foresees?)(?=\s(?:an?\s|the\s)?(?:[a-z-]+\s){0,2}?(?:growth|fall|rise|drop|slump|surplus|deficit|recession|decline|increase|contraction|shortfall|rebound|slowdown|recovery)\b)"
    r"|(?:sees?|expects?|forecasts?|projects)(?=\s(?:[a-z-]+\s){1,4}(?:falling|rising|slowing|growing|shrinking|climbing|dropping|easing|reaching|hitting|peaking|doubling|halving|contracting|recovering|narrowing|widening)\b)"
    r"|(?:looks?|seems?|appears?)\s(?:almost\s|all\sbut\s|now\s)?(?:inevitable|probable|imminent|assured)\b"
    r"|promises\sto(?=\s(?:be|become|dominate|overshadow|test|reshape|remain|prove)\b)"
    r"|(?:ought\sto|should)(?=\s(?:now\s|then\s|also\s|soon\s)?(?:reach|start|begin|arrive|finish|open|peak|fall|rise|double|triple|grow|drop|be\s(?:ready|finished|complete|completed|working|operational|running|back|over|open|in\splace))\b[^.;]{0,60}\s(?:(?:by|before|within|in|from)\s(?:[\w-]+\s){0,3}?(?:(?:19|20)[0-9]{2}|months|weeks|years|spring|summer|autumn|winter|Christmas|January|February|March|April|May|June|July|August|September|October|November|December)|(?:this|next)\s(?:year|month|week|spring|summer|autumn|winter|decade))\b)"
    r"|(?:puts?|rates?|estimates?|assess(?:es)?|judges?|places?)(?=\s(?:the|its|their|his|her)\s(?:chances?|odds|probability|likelihood|risk)\s(?:of|that)\s(?!this\b|that\b|such\b|it\b|either\b)[^;]{4,120}?\sat\s)"
    r"|[Nn]or\s(?:is|are)(?=\s[^,.;]{2,50}\s(?:un)?likely\sto\b)"
    r"|doubts?\s(?:that|whether)(?=\s[^,.;]{2,60}\scan\b)"
    r"|(?:is|are|remains?|looks?|seems?|appears?)\s(?:(?:now|also|still|less|more|not|far|very|rather|most|\w+ly)\s)*(?:improbable|remote|doubtful|likelier|(?:out\sof|beyond)\sreach)(?!\sthat)"
    r"|(?<!which\s)(?:is|are)\s(?:(?:now|also|still|not|widely|at\slast)\s)*(?:expected|foreseen|awaited|forecast|promised)(?=\s(?:on\ssite\s|in\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)?\s)?(?:before|in|on|for|by|within|after|around|from|next|this|later)\s)"
    r"|(?:is|are)\s(?:(?:now|also|still|not|widely)\s)*seen(?=\s\w+ing\s)"
    r"|days\s(?:in\s\w+\s)?are\snumbered)(?!\w)"
)


def next_outlook(passage: Passage, start: int, end: int) -> re.Match[str] | None:
    """Return the first of these words between two offsets, outside quotations."""
    if OUTLOOK_WORDS.isdisjoint(passage.words) or not passage.words_among(OUTLOOK_WORDS, start, end):
        return None
    words = (match for match in _outlooks(passage.text) if start <= match.start() and match.end() <= end)
    return next((match for match in words if passage.in_quote(match.start()) is None), None)


@lru_cache(maxsize=4)
def _outlooks(text: str) -> list[re.Match[str]]:
    """Return these words in a paragraph, which is asked for them clause by clause."""
    return list(OUTLOOK.finditer(text))
