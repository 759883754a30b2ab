"""Small words of English that tell where clauses begin and end."""

from __future__ import annotations

import re

from geodb.sources.article.extract.language.words import listed

BE = listed("is|are|was|were|be|been|being|am")
HAVE = listed("has|have|had|having")
DO = listed("do|does|did")
MODALS = listed("will|would|could|may|might|can|must|should|shall|cannot|can’t|can't|won’t|won't|wouldn’t")
BEFORE_VERBS = listed(
    "afterwards|again|also|already|always|both|did|do|does|earlier|even|first|further|had|has|have|herself|himself|instead"
    "|itself|just|later|likewise|long|meanwhile|nevertheless|nonetheless|not|now|often|once|since|still|themselves|then"
    "|therefore|thus|today|twice|yesterday"
)
"""What may stand between a subject and its verb, beside adverbs in -ly."""
BEFORE_VERB = rf"(?:{'|'.join(sorted(BEFORE_VERBS))}|\w+ly)"
"""The pattern of one of them."""
NEGATIONS = listed(
    "not|never|neither|nor|no longer|didn’t|didn't|hasn’t|haven’t|hadn’t|wasn’t|weren’t|hasn't|wasn't|weren't"
)
AUXILIARIES = BE | HAVE | DO | MODALS
SUBORDINATORS = listed(
    "while|whilst|whereas|although|though|because|if|unless|when|where|but|since|as|that|which|who|whom|whose|until"
    "|once|after|before|so|than|or|whether|how|why|what"
)
RELATIVES = listed("who|which|that")
ENDS = listed(
    "while|whilst|whereas|although|though|because|if|unless|when|where|but|which|who|whom|whose|despite|amid|whether"
    "|so|until|that"
)
ADVERBIAL_ENDS = listed("after|before|since|as|following")
PASTS = listed(
    "led|made|gave|took|came|went|saw|brought|drew|put|kept|found|got|became|grew|fell|rose|ran|told|felt|spent|built"
    "|thought|stood|spoke|wrote|knew|meant|sought|caught|sees|brings|comes|goes|makes|gives|shows|means|remains|leads|says"
    "|continues|reflects|marks|seems|appears|raises|follows|lies|became|forms|turns|keeps|helps|creates|represents"
)
PREPOSITIONS = listed("in|at|near|on|from|outside|inside|across|around|off")
BEFORE_NOUNS = listed(
    "of|by|with|from|the|a|an|its|their|his|her|for|to|in|on|at|and|more|most|was|were|is|are|be|been"
)
"""Words after which a form in -ed describes a noun."""
JOINERS = listed("and|but|or|then|while|so")
SPEECH = listed("said|says|told|added|announced|reported|according")
OPENERS = listed(
    "during|in|after|at|under|following|on|amid|with|for|despite|before|since|by|as|within|through|because|according"
)
"""Words with which a sentence begins that says first when, where or why."""
AGENTS = listed(
    "government|governments|cabinet|parliament|senate|congress|assembly|legislature|lawmakers|deputies|legislators|mps|senators"
    "|court|courts|tribunal|judge|judges|jury|prosecutor|prosecutors|police|authorities|officials|army|military|navy|troops"
    "|soldiers|forces|rebels|gunmen|militants|insurgents|fighters|militia|militias|guerrillas|protesters|demonstrators|crowds"
    "|students|workers|unions|union|farmers|doctors|teachers|miners|drivers|residents|voters|activists|opposition|party"
    "|parties|coalition|ministry|minister|ministers|president|king|emir|sultan|crown|prince|premier|chancellor|leaders|leader"
    "|delegation|delegates|envoys|envoy|ambassador|ambassadors|diplomats|negotiators|mediators|commission|committee|council"
    "|board|bank|regulator|regulators|watchdog|agency|company|firm|operator|carrier|airline|consortium|producers|exporters"
    "|importers|creditors|lenders|investors|donors|members|states|countries|governor|governors|mayor|general|generals|junta"
    "|regime|commander|commanders|pilots|sailors|crew|crews|hackers|smugglers|pirates|migrants|refugees|jets|warplanes|drones"
    "|warships|vessels|ship|ships|helicopters|aircraft|submarine|peacekeepers|inspectors|monitors|observers|investigators"
    "|railways|railway|operators|engineers|auditors|scientists|lawyers|customs|authority|airport|airlines|ports|partners|sides"
    "|guerrillas|separatists|nationalists|loyalists|islamists|jihadists|warlords|gangs|gang|cartel|cartels|fishermen|herders|truckers"
    "|electors|electorate|people|men|women|group|groups|bloc|alliance|mission|speaker|chairman|chair|committee|panel"
)
"""Nouns that mean somebody who acts, whatever their name."""
DATE_WORDS = listed(
    "jan|feb|apr|aug|sept|sep|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september"
    "|october|november|december|yesterday|today|tonight|tomorrow|overnight|May"
)
_MIDDLE = "mid-"
_UNITS = listed(
    "week|month|year|weekend|spring|summer|autumn|winter|decade|day|night|days|weeks|months|years"
)
_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
_OF_DAY = listed("on|of|from|until|by|since")
_SEASONS = listed("spring|summer|autumn|winter")
_OF_SEASON = listed("the|in|early|late|that")
_WHICH = listed("last|this|next|following|same|previous|that")
_AGO = listed("later|ago|earlier|after|before")
_YEAR = re.compile("(?:1[6-9]|20)[0-9]{2}$")


def is_date(words: list[tuple[int, int, str]], at: int) -> bool:
    """Whether a word is that of a date: a month, a day of the week, a year, `last week`, `three days later`."""
    word = words[at][2]
    if word[:4] == _MIDDLE:
        return word[4:].lower() in DATE_WORDS or word[4:].lower() == "may"
    if word in DATE_WORDS:
        return True
    if word[:1].isdigit():
        is_day = word[-2:] in _ORDINAL_ENDS and at > 1 and words[at - 1][2] == "the"
        return _YEAR.match(word) is not None or (is_day and words[at - 2][2] in _OF_DAY)
    if word not in _UNITS or at == 0:
        return False
    if word in _SEASONS and words[at - 1][2] in _OF_SEASON:
        return True
    return words[at - 1][2] in _WHICH or (at + 1 < len(words) and words[at + 1][2] in _AGO)
