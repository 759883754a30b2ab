"""Happenings that are only wished, refused, feared or spoken of: their noun tells of none."""

from __future__ import annotations

import re

from geodb.sources.article.extract.language.line import Line
from geodb.sources.article.extract.language.words import listed

_WISHES = listed(
    "want|wants|wanted|seek|seeks|sought|seeking|demand|demands|demanded|demanding|propose|proposes|proposed|proposing|suggest|suggests"
    "|suggested|offer|offers|offered|offering|urge|urges|urged|urging|request|requests|requested|requesting|reject|rejects|rejected"
    "|rejecting|refuse|refuses|refused|refusing|oppose|opposes|opposed|opposing|fear|fears|feared|fearing|avoid|avoids|avoided|avoiding"
    "|threaten|threatens|threatened|threatening|predict|predicts|predicted|expect|expects|expected|anticipate|anticipates|anticipated"
    "|favour|favours|favoured|favor|favors|favored|advocate|advocates|advocated|prefer|prefers|preferred|shun|shuns|shunned|contemplate"
    "|contemplated|consider|considers|considered|considering|mull|mulls|mulled|mulling|weigh|weighs|weighed|weighing|discussed|discussing"
    "|discuss|envisage|envisages|envisaged|foresee|foresees|foresaw|promise|promises|promised|promising|deny|denies|denied|need|needs|needed"
    "|await|awaits|awaited|face|faces|faced|prevent|prevents|prevented|preventing|risk|risks|risked|risking|wish|wished|hope|hoped"
)
"""Verbs after which a happening without an article, or with *a*, has not taken place: `rejected direct talks`."""
_TOWARDS = listed(
    "open|invitation|invitations|close|closer|closest|ready|path|way|road|route|obstacle|obstacles|barrier|barriers|alternative"
    "|alternatives|commitment|committed|opposed|averse|prelude|conducive|key|receptive|amenable|opposition|objection|objections|resort"
    "|resorting|prefer|prior|step|steps"
)
"""What is *to* talks or war when none is on: `open to talks`."""
_SPOKEN = listed(
    "warned|warn|warns|warning|spoke|speak|speaks|speaking|talk|talked|offer|offers|promise|threat|threats|proposal|proposals|fear|fears"
    "|absence|lack|need|dream|dreams|dreamed|dreamt|readiness|thought|rumours|rumors|advocate|advocates|opponent|opponents|favour|favor"
)
"""What is *of* talks or war when none is on: `an offer of talks`."""
_WORRIED = listed(
    "worry|worries|worried|worrying|warn|warned|warning|warnings|concern|concerns|concerned|anxiety|anxious|fears|speculation|speculate|rumours"
    "|rumors|talk|talking|talked|nervous|jittery|think|thinking|alarm|alarmed"
)
_OUTLOOK = re.compile(
    r"\s(?:looks?|seems?|appears?|remains?|is|are|was|were)\s(?:still\s|now\s|more\s|less\s|very\s|all\sbut\s|increasingly\s)?"
    r"(?:unlikely|likely|possible|impossible|elusive|imminent|distant|near|close|out\sof\sreach|far\soff|off\sthe\stable|on\sthe\stable|inevitable"
    r"|unthinkable|improbable|conceivable|plausible|remote|doubtful)\b"
)
"""What is said after a happening that has not taken place: `A truce in X looks unlikely`."""
_BY = frozenset({"by", "in", "with"})
_OUT = listed("ruled|rule|rules|ruling")
_DEFINITE = listed("the|this|these|those|that|his|her|its|their|our")
_ADVERBS = listed(
    "also|again|only|even|both|further|formally|repeatedly|publicly|openly|immediate|early|fresh"
)


def is_untold(line: Line, first: int, number: int, end: int) -> bool:
    """Whether what stands around the phrase of a noun, from the word `first` to an offset, makes of it a mere wish."""
    words = line.words
    if words[first][2] in _DEFINITE:
        return False
    if _OUTLOOK.match(line.text, end) is not None:
        return True
    if any(words[at][2] in _WISHES for at in range(first, number)):
        return True
    before = first - 1
    while before > 0 and words[before][2] in _ADVERBS:
        before -= 1
    if before < 0:
        return False
    word, earlier = words[before][2], words[before - 1][2] if before else ""
    if word == "to":
        return earlier in _TOWARDS
    if word == "of":
        return earlier in _SPOKEN
    if words[number][2] == "landslide":
        return word in _BY  # *won by a landslide*
    if word == "about":
        return earlier in _WORRIED
    return word in _WISHES or (word == "out" and earlier in _OUT)
