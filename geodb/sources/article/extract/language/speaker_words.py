"""Nouns of those who speak: persons, people, bodies and documents."""

from __future__ import annotations

from geodb.sources.article.extract.language.words import listed

PERSONS = listed("""
official|spokesman|spokeswoman|spokesperson|source|diplomat|analyst|expert|witness|activist|lawmaker|critic|observer
commander|minister|investigator|scientist|researcher|prosecutor|protester|organiser|organizer|militant|survivor|doctor
lawyer|economist|adviser|advisor|aide|envoy|negotiator|mediator|delegate|senator|legislator|deputy|governor|mayor
general|admiral|colonel|soldier|officer|fighter|villager|refugee|teacher|student|judge|inspector|ambassador|president
premier|chancellor|king|secretary|chairman|chairwoman|chair|chief|director|head|leader|executive|investor|shareholder
banker|insurer|shipowner|captain|engineer|editor|journalist|reporter|author|historian|academic|scholar|professor|bishop
priest|trader|farmer|worker|campaigner|opponent|supporter|ally|resident|rebel|separatist|politician|participant|veteran
colleague|counterpart|neighbour|neighbor|rival|predecessor|successor|candidate|representative|secretary-general
driver|vendor|shopkeeper|justice|laureate|speaker|founder|owner|commissioner|pastor|imam|cleric|sheikh|merchant|pilot|sailor|migrant|victim
commentator|columnist|pundit|host|clerk|attorney|physician|surgeon|cook|baker|butcher|mechanic|guard|policeman|sergeant|lieutenant|marshal|warlord
smuggler|insider|attendee|onlooker|bystander|grandmother|grandfather|uncle|aunt|cousin|pensioner|retiree|mourner|volunteer|detainee|prisoner|hostage
co-chair|person|participant|year-old|brother|sister|father|mother|son|daughter|wife|husband|widow|friend|guest|host|patient|nurse|monitor|broker|strategist|dissident|monarch|pope|patriarch|prince|guide|attorney-general|archbishop|cardinal|monk|rabbi|rapporteur|architect|boss|magistrate
private|partner|respondent|boy|girl|agronomist|whistleblower|exile|hydrologist|foreman|intermediary|confidant|lobbyist|undersecretary|under-secretary
""")


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return (
        noun[:-3] + "men" if noun.endswith("man") else noun + ("es" if noun.endswith(("ss", "ch")) else "s")
    )


PLURALS = frozenset(map(_plural, PERSONS)) | listed(
    "fishermen|businessmen|authorities|locals|people|sides|relatives|families|media|insiders|peacekeepers|refiners|firms|staff|crew|crews|personnel"
)
BODIES: dict[str, str] = {
    "ministry": "ministry", "department": "ministry", "treasury": "ministry", "agency": "government_office",
    "authority": "government_office", "regulator": "government_office", "watchdog": "government_office",
    "directorate": "government_office", "registry": "government_office", "inspectorate": "government_office", "ombudsman": "government_office", "presidency": "government_office", "office": "government_office",
    "government": "government", "administration": "government", "cabinet": "government", "junta": "government",
    "regime": "government", "army": "armed_forces", "navy": "armed_forces", "military": "armed_forces",
    "air force": "armed_forces", "coast guard": "armed_forces", "coastguard": "armed_forces",
    "parliament": "legislature", "assembly": "legislature", "senate": "legislature", "court": "court",
    "tribunal": "court", "commission": "igo_body", "committee": "igo_body", "council": "igo_body",
    "secretariat": "igo_body", "mission": "igo_body", "union": "igo", "bloc": "igo", "alliance": "igo",
    "organization": "igo", "organisation": "igo", "fund": "igo", "bank": "company", "company": "company",
    "firm": "company", "operator": "company", "manufacturer": "company", "carmaker": "company",
    "airline": "company", "utility": "company", "group": "armed_group", "movement": "armed_group",
    "militia": "militia", "party": "political_party", "opposition": "opposition_group",
    "embassy": "diplomatic_mission", "consulate": "diplomatic_mission", "institute": "think_tank",
    "centre": "think_tank", "center": "think_tank", "charity": "ngo", "newspaper": "media", "channel": "media",
    "broadcaster": "media", "daily": "media", "palace": "government_office", "church": "religious_organization",
    "body": "igo_body", "federation": "ngo", "association": "ngo", "foundation": "ngo", "delegation": "delegation", "side": "delegation", "police": "police",
    "leadership": "government", "consortium": "company", "legislature": "legislature", "syndicate": "trade_union",
    "bureau": "government_office", "faction": "armed_group", "secretariat-general": "igo_body", "hospital": "ngo", "university": "ngo", "observatory": "ngo", "campaign": "social_movement",
    "exchange": "company", "chamber": "ngo", "conglomerate": "company", "brokerage": "company", "insurer": "company", "consultancy": "company",
}  # fmt: skip
"""Nouns of bodies, and the kind of actor that a new one of them is."""
BODY_PLURALS = frozenset(map(_plural, BODIES))
_ORGANIZATIONS = frozenset(
    [
        "igo",
        "igo_body",
        "forum",
        "state_group",
        "armed_group",
        "ngo",
        "think_tank",
        "court",
        "political_party",
    ]
)
KINDS_MEANT: dict[str, frozenset[str]] = {
    "company": frozenset(["company", "state_company"]), "firm": frozenset(["company", "state_company"]),
    "bank": frozenset(["central_bank", "company", "igo"]), "bloc": frozenset(["igo", "forum", "state_group"]),
    "alliance": frozenset(["igo", "forum", "state_group"]), "group": _ORGANIZATIONS,
    "union": frozenset(["igo", "trade_union"]), "organization": _ORGANIZATIONS, "organisation": _ORGANIZATIONS,
    "agency": frozenset(["government_office", "igo", "igo_body", "media"]), "newspaper": frozenset(["media"]),
    "movement": frozenset(["armed_group", "militia", "social_movement", "political_party"]),
    "government": frozenset(["government", "state"]), "council": frozenset(["igo", "igo_body"]),
    "fund": frozenset(["igo", "company"]), "institute": frozenset(["think_tank", "ngo"]),
}  # fmt: skip
"""Kinds of actors that a noun may go back to, where they are more than the kind of a new one."""
DOCUMENTS = listed(
    "statement|declaration|communiqué|communique|document|text|report|letter|resolution|post|message|article|study|survey"
    "|draft|release|readout|paper|memo|memorandum|manifesto|petition|editorial|preamble|ruling|verdict|indictment|filing|lawsuit|affidavit"
    "|transcript|cable|bulletin|notice|poll|analysis|assessment|audit|appraisal|review|evaluation|dossier|documents|papers|reports|records|filings|polls|surveys"
    "|studies|figures|data|statistics|minutes|results|findings|estimates"
)
COUNTS = listed(
    "poll|polls|survey|surveys|results|figures|data|statistics|estimates|findings|records|analysis"
)
"""Documents of whom nothing tells but the words beside them."""
ABOUT_OTHERS = listed(
    "report|reports|study|studies|survey|surveys|poll|polls|paper|papers|article|analysis|assessment|audit|appraisal|review|evaluation|data|figures|statistics"
    "|results|findings|estimates|records|editorial|documents"
)
"""Documents that are hardly of who spoke last, unless they have been told of before."""


def is_of_people(noun: str) -> bool:
    """Whether a noun is that of a person or of people."""
    return noun in PERSONS or noun in PLURALS
