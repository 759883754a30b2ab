"""Words beside a verb that tell who does it, on what condition, and where its subject begins."""

from __future__ import annotations

import re

from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.names.bodies import STATES

PRONOUNS = listed(
    "i|we|he|she|it|they|both|the two|the two sides|both sides|the sides|both countries|the two countries"
)
DIGIT = re.compile(r"\d")
NEAR_RELATIVE = 9
CONDITIONS = listed("if|unless|whether|once|until|than")
TIMES = listed("until|once")
NOW = listed("is|are|has|have")
TWO = listed("both|the two|the two sides|both sides|the sides|both countries|the two countries")
ITSELF = frozenset({"it", "they"})
SUBJECT_WITHIN = 60
ONE_PERSON = frozenset({"he", "she"})
REACH_OF_PRONOUN = 400
NEAR_NOUN = 9
BY_BODY_OF = re.compile(r"\bby\s(?:the\s|an?\s)?(?:[\w’-]+\s){1,3}of\s(?:the\s)?$")
SUBJECT_BEGINS = listed("the|its|their|his|her|this|both|two|three|several")
INVERTED = listed("should|were|had")
LEFT = listed("leaving|making|seeing|keeping|rendering|having|getting|turning")
NUMBERS = listed("one|two|three|four|five|six|seven|eight|nine|ten|a|half")
NEAR_OBJECT = 6
JOINING = listed("since|after|before|until|following")
OWNED = listed("its|their|his|her|the")
WHEN_DONE = listed(
    "overnight|earlier|yesterday|jointly|recently|previously|today|later|again|first|mainly|mostly|largely"
)
PARTICLES = listed("up|out|off|down|back")
COURTS = listed("court|courts|tribunal|judge|judges|jury|prosecutor|prosecutors")
ANY = listed("a|an|any|some|no|many|most|few|if|other|such|every|each")
OWNED_BY_IT = frozenset({"its", "their"})
LONGEST_MEANT = 6
_BODIES = frozenset({"igo", "igo_body", "forum", "state_group", "region_collective"})
_GROUPS = frozenset(
    {
        "armed_group",
        "militia",
        "political_party",
        "social_movement",
        "criminal_group",
        "private_military_company",
    }
)
_FIRMS = frozenset({"company", "state_company", "central_bank"})
MEANT = (
    dict.fromkeys(("bloc", "union", "alliance", "organisation", "organization", "grouping"), _BODIES)
    | dict.fromkeys(("country", "kingdom", "republic", "island", "nation", "emirate", "monarchy"), STATES)
    | dict.fromkeys(("group", "militia", "movement", "militants", "cartel", "gang"), _GROUPS)
    | dict.fromkeys(("company", "firm", "carmaker", "chipmaker"), _FIRMS)
    | {"party": frozenset({"political_party"}), "court": frozenset({"court"})}
)
"""Which kinds of actors a noun with *the* means, where one of them is named before."""
