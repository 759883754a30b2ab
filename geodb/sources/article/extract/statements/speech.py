"""Speech without its verbs: nouns, `according to`, the medium, and what makes a verb none of speech."""

from __future__ import annotations

import re

from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Passage

NOT_AFTER = re.compile(
    r"(?:\b(?:the|an?|his|her|its|their|our|this|that|these|those|some|many|no|any|of|by|is|are|was|were|been|being|be"
    r"|widely|(?:the|an?|of|its|his|her|their|was|were|been)\spreviously|newly|self|so)[\s-]|[’']s\s|\bto\s)$"
)
"""What stands before a word of the list when it is a noun, a passive or an infinitive, not somebody's verb."""
LEADS_TO_PARTICIPLE = re.compile(
    r"\b(?:(?:is|are|was|were|been)\s(?:(?:also|now|again|already|still|even|\w+ly)\s)?"
    r"|(?:keeps?|kept|began|started|resumed|never\stire[sd]?\sof|(?:confine|limit|restrict)e?[sd]?\s\w+sel(?:f|ves)\sto"
    r"|content(?:ed|s)?\s\w+sel(?:f|ves)\swith)\s)$"
)
LEADS_TO_INFINITIVE = re.compile(
    r"\b(?:(?:went|goes|go|gone)\son|continue[sd]?|began|hastened|hurried|rushed|never\sfail(?:s|ed)?"
    r"|(?:is|are|was|were)\s(?:quick|careful|fond|happy|keen|the\slatest|at\spains|among\sthe\sfirst|the\s(?:first|only|last)(?:\s\w+)?)"
    r"|(?:did|does|do)\snot\shesitate|likes?|loves?|(?:took|takes|used|uses|seized)\s[^,.;:“”\"]{3,60})\sto\s$"
)
LEADS_TO_PERFECT = re.compile(
    r"\b(?:is|are|was|were)\s(?:said|reported|understood|believed|thought|rumou?red|known|alleged)\sto\shave\s(?:\w+ly\s)?$"
)
"""What may stand before the verb of a subject that speaks: `is calling for`, `was quick to condemn`, `is said to have urged`."""
NO_VERB_AFTER = re.compile(
    r"\b(?:has|had|have|with|without|such|written|more|further|against|despite|both|other)\s$"
)
"""What stands before a noun in -s, such as `guarantees`, that might be a verb."""
NOT_SAID = re.compile(r"\b(?:wo|would|could|ca|will|can|did|does|do|has|have|had)(?:n[’']t|\snot|not)\s$")
HELD = listed("believe|think|expect|accept|agree|believed|accepted|agreed|recognise|recognize|share|see")
"""What somebody may be told not to hold: `He does not believe that …`."""
"""What stands before what somebody would not say."""
PARTICIPLE = re.compile(r"ing(?:\s(?:out|for|on|upon))?$")

NOUNS = {
    "statement": "", "statements": "", "remark": "", "remarks": "", "comment": "", "comments": "", "claim": "",
    "claims": "", "assertion": "", "announcement": "", "declaration": "", "view": "", "belief": "", "argument": "",
    "insistence": "REQUEST", "acknowledgement": "", "admission": "", "assessment": "", "prediction": "", "suggestion": "",
    "implication": "", "hint": "", "opinion": "", "position": "", "words": "", "message": "",
    "call": "REQUEST", "calls": "REQUEST", "demand": "REQUEST", "demands": "REQUEST", "appeal": "REQUEST",
    "request": "REQUEST", "proposal": "REQUEST", "warning": "THREATEN", "warnings": "THREATEN",
    "threat": "THREATEN", "threats": "THREATEN", "accusation": "ACCUSE", "accusations": "ACCUSE",
    "allegation": "ACCUSE", "criticism": "ACCUSE", "condemnation": "ACCUSE", "promise": "AGREE", "promises": "AGREE",
    "offer": "AGREE", "pledges": "AGREE", "complaint": "ACCUSE", "complaints": "ACCUSE", "charge": "ACCUSE",
    "assurance": "", "assurances": "", "report": "", "reports": "", "finding": "", "estimate": "", "conclusion": "",
    "proposals": "REQUEST", "appeals": "REQUEST", "requests": "REQUEST", "suggestions": "", "allegations": "ACCUSE",
       "pledge": "AGREE", "vow": "AGREE", "denial": "REJECT", "rejection": "REJECT", "refusal": "REJECT",
}  # fmt: skip
PROMISES = frozenset(
    {
        "call",
        "demand",
        "offer",
        "pledge",
        "promise",
        "proposal",
        "threat",
        "vow",
        "request",
        "appeal",
        "warning",
    }
)
"""Nouns that speak also with an infinitive or `of`, and only a pronoun before them."""
_ANY_NOUN = "|".join(NOUNS)
_AFTER = r"(?P<after>that|to|of|for|about|against|on)\b"
_NOUN = (
    rf"\s(?:(?!own\b)\w+\s){{0,2}}(?P<noun>{_ANY_NOUN})\s"
    rf"(?P<where>(?:at|in|on|to|during|after|before)\s(?:(?!that\s)[^.;:“”\"]){{3,90}}?\s(?=that\s))?{_AFTER}"
)
NOUN = re.compile(rf"['’]s?{_NOUN}")
HIS_NOUN = re.compile(rf"(?P<his>[HhTtIi](?:is|er|heir|ts)){_NOUN}")
"""Both begin with a few characters, which are found fast: no word boundary stands before them."""
_LINES = (
    "position|version|account|narrative|story|view|message|argument|line|answer|stance|claim|demand|response|reply|verdict|assessment|conclusion|contention|defence"
    "|defense|explanation|advice|warning|complaint|motto|reasoning|theory|rule|wager|bet"
)
LINES = listed(_LINES)
NOUN_IS = re.compile(
    rf"(?:['’]s?|\b(?P<his>[HhTtIi](?:is|er|heir|ts)))\s(?:[\w-]+\s){{0,2}}?(?P<noun>{_LINES})\b[^.;:“”\"]{{0,80}}?\s(?:(?:is|was|remains|remained|has\sbeen|had\sbeen)"
    r"\s(?:(?:simply|still|now|always|also|\w+ly)\s)?that\b(?!\sof\b)|(?:is|was|came|has\snot|had\snot|remains|remained)\b[^.;:“”\"]{0,50}:\s)"
)
"""`Chad’s position, told at every summit, is that …; his message was simple: …`."""
BY = re.compile(" (?:by|from) ")
WITH_NOUN = re.compile(
    rf" (?:with|issued|issues|made|makes|launched|renewed|renews|repeated|repeats|delivered|sent|added|joined)\s(?P<what>(?:an?|another|its|their|his|her)\s(?:[\w-]+\s){{0,2}}(?P<noun>{'|'.join(noun for noun in NOUNS if NOUNS[noun])})\s{_AFTER})"
)
"""`They parted with a demand that …`, `They issued a joint call for …`."""
AFTER_NOUN = re.compile(rf",?\s{_AFTER}")
WE_WHO = re.compile(r"(?:\(?[0-9]{1,3}[.)]\s)?We,\s[^.;:“”\"]{5,250}?,\s(?=[a-z])(?:\w+\s){0,1}")
WE_SAY = re.compile(
    r"(?:\(?[0-9]{1,3}[.)]\s)?(?:In\sthis\s(?:context|regard|spirit),\s)?(?P<we>We)?\s(?:(?:also|further|strongly|firmly|again|therefore|\w+ly)\s)*"
    r"(?P<verb>call\son|call\sfor|call\supon|condemn|deplore|denounce|reject|oppose|reaffirm|reiterate|welcome|commend|support|urge|demand"
    r"|stress|emphasi[sz]e|underline|underscore|recogni[sz]e|acknowledge|express|note|commit|pledge|agree|declare|affirm|recall"
    r"|encourage|endorse|resolve|support|regret|share|remain|stand|thank|appreciate|highlight|invite|request|undertake|confirm)\b"
)
NUMBER = re.compile(r"\(?[0-9]{1,3}[.)]\s")
OURS = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
"""Joint statements in the first person: who speaks, what they say, and which sentences else are theirs."""
_OF_WHOM = r"(?:[Ss]tatement|[Dd]eclaration|[Cc]ommuniqu[ée])"
JOINT = re.compile(rf"\b(?:[Jj]oint\s{_OF_WHOM}|{_OF_WHOM}\s(?:of|by))\b")
IMPLIED = frozenset({"implication", "hint", "suggestion", "implied", "implying", "hinted", "hinting"})
_VIEWS = (
    "words|view|opinion|account|telling|eyes|judgment|judgement|reading|reckoning|estimation|assessment|mind"
)
_COUNTS = "count|reckoning|estimate|estimates|account|tally|admission|calculation|calculations"
IN_WORDS_OF = re.compile(
    rf"\b(?:in|by)\s(?:(?P<his>his|her|their|its)|[^,.;]{{2,40}}?[’']s?)\s(?:own\s)?"
    rf"(?:(?<=\s)(?:{_VIEWS}|{_COUNTS}))(?=[,.;]|$)"
)
VIEWS = listed(f"{_VIEWS}|{_COUNTS}")
"""Words without one of which nobody's view is told so: `in her view`, `by the union’s count`."""
_OF_WHAT = r"information|data|figures|details|statistics|estimates|reports?|statements?|readouts?|polls?|surveys?|study|analysis|documents?"
SPEECH_OF_WHOM = (
    re.compile(rf"according to(?: (?:[a-z-]+ ){{0,2}}(?:{_OF_WHAT})(?: [a-z]+ed)? (?:by|from))?(?= )"),
    re.compile(f"in the (?:{_VIEWS}) of(?= )"),
    re.compile(f"by the (?:{_COUNTS}) of(?= )"),
)
"""Each begins with letters that are all the same, which are found fast."""
WORDS_OF_WHOM = VIEWS | {"according"}
"""Words without one of which none of them is told."""

_MEDIUM = (
    (r"interview", "interview"),
    (r"press\sconference|news\sconference", "press_conference"),
    (r"tweet(?:ed)?|Twitter|Truth\sSocial|Facebook|Telegram|social\smedia|posted\son|X\spost", "social_post"),
    (r"speech|address(?:ed|ing)?|keynote|statements?\sat|remarks\sat", "speech"),
    (r"joint\sstatement", "joint_statement"),
    (r"press\srelease", "press_release"),
    (r"told\sreporters|told\sjournalists|press\sremarks", "press_remarks"),
    (r"in\sa\sstatement|official\sstatement", "official_statement"),
    (r"letter", "letter"),
)
_MEDIA = listed(
    "interview|press|news|tweet|tweeted|twitter|truth|facebook|telegram|social|posted|post|speech|address|addressed|addressing|keynote"
    "|statement|statements|remarks|told|letter"
)
"""Words without one of which no medium is named."""
_ANY_MEDIUM = re.compile(rf"\b(?=\w)(?:{'|'.join(words for words, _ in _MEDIUM)})\b")
_EACH_MEDIUM = [(re.compile(rf"\b(?:{words})\b"), medium) for words, medium in _MEDIUM]


def medium_of(passage: Passage, start: int, end: int) -> str:
    """Return the medium that is named between two offsets, the first of the list if several are."""
    if _MEDIA.isdisjoint(passage.words):
        return "unknown"
    sentence = passage.text[start:end]
    if not _ANY_MEDIUM.search(sentence):
        return "unknown"
    return next(medium for words, medium in _EACH_MEDIUM if words.search(sentence))
