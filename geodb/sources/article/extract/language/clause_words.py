"""Words that tell where a clause begins and ends: what describes a noun, what is inserted, what is a name with a capital."""

from __future__ import annotations

import re

from geodb.sources.article.extract.language.words import listed

DESCRIBING = listed(
    "armed|led|based|known|linked|called|named|dubbed|backed|accused|located|composed|tasked|stationed|comprised|made|held"
    "|suspected|affiliated|allied|loyal|entitled|titled|seen|understood|believed|aimed|given|taken|run|built|drawn|chosen|sent"
)
BEFORE_NOUN = listed("of|by|with|from|the|a|an|its|their|his|her|for|against|between|on|at")
DESCRIBED_BY = listed("with|in|as|of|to|at|for|on|near")
ONCE = listed("once|originally|initially|first|long|already|recently|still|now|then|formerly")
TOLD_OF_BY = listed("for|in|by|on|at|last|with|under|to|from|during|after|since")
HARD = frozenset(";:—–")
LONGEST = 34
INTO = frozenset({"into", "towards", "toward"})
DIRECTIONS = listed("north|south|east|west|northwards|southwards|eastwards|westwards|inland|forward|back|out")
POSTS = listed(
    "minister|secretary|president|chief|head|ambassador|envoy|governor|commander|chairman|chairwoman|director|premier|judge|speaker|successor"
)
DEALS = listed(
    "loan|loans|deal|deals|agreements|contracts|pledges|documents|memoranda|accords|commitments|orders"
)
TAKEN_ALONG = DEALS | POSTS
"""Nouns after *with* and *as* that belong to the verb: `returned with loans`, `named X as minister`."""
FAR = 60
"""How many words before a list are looked at for a verb."""
YEAR = re.compile(r"[12][0-9]{3}$")
AS_NAMES = ("May", "Can ", "Will ")
NAMES_TOO = frozenset({"may", "can", "will"})
"""Modals that are names with a capital, as `Can Tho`, but at the beginning of a sentence."""
THAT_DAY = listed(
    "morning|afternoon|evening|night|day|week|weekend|month|year|summer|winter|spring|autumn|same"
)
TO = frozenset({"to"})
ARTICLES = listed("a|an|the|its|their|his|her|all|two|three|more|some")
NEAR_TO = 12
INSERTED = listed(
    "which|who|a|an|the|whose|along|together|in|with|for|about|some|by|like|unlike|meanwhile|itself|themselves|too|however|now|once"
    "|under|at|through|despite|long|still|then|as|due|set|held|meeting|speaking"
)
"""With one of these begins what is inserted between a subject and its verb: `the force, about 11,000 strong, left`."""
SAYS = listed("says|said|added|adds|insists|claims|notes|noted|believes|argues|wrote|writes|recalled|hopes")
"""With one of these an insertion ends: `the rebels, X says, took Y`."""
NO_END = listed(
    "they|he|she|it|we|i|you|who|which|that|and|or|the|a|an|of|in|by|to|be|been|being|not|also|then|had|has|have|was|were|is|are|newly|once|later"
)
OWED = frozenset({"due", "owing", "thanks"})
"""With *to* they tell why: what follows belongs no longer to the verb."""
ACRONYM = re.compile(r"\s\([A-Z][\w’'/.-]{1,14}\)\s(?=[a-z])")
"""A short name in brackets, which does not end what belongs to a verb: `signed the pact (SOVFA) on 3 May`."""
WHICH = frozenset({"which", "whom", "whose"})
BEFORE_WHICH = listed("in|on|to|with|for|of|by|at|from|under|during|after|through")
