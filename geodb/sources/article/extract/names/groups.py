"""Governments, armed forces and unnamed groups: `the Ruk administration`, `Russian troops`, `senior US officials`."""

from __future__ import annotations

import re

from geodb.sources.article.extract.cast import Cast, Member, Place
from geodb.sources.article.extract.language.speaker_words import BODIES
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Mention, Passage

_PEOPLE = (
    "officials|diplomats|lawmakers|negotiators|sources|analysts|experts|envoys|authorities|delegates|commanders"
    "|leaders|ministers|politicians|prosecutors|investigators|businessmen|journalists|activists|rebels|militants"
    "|separatists|protesters|allies|residents|peacekeepers|officers|firms|companies|banks|investors|traders|refiners"
    "|shipowners|exporters|importers|manufacturers|farmers|fishermen|workers|students|voters|citizens|refugees|settlers"
    "|fighters|mercenaries|insurgents|guerrillas|sailors|pilots|hackers|scientists|clerics|migrants|governments"
    "|carmakers|automakers|chipmakers|steelmakers|drugmakers|producers|suppliers|buyers|growers|miners|fishers|shippers"
    "|operators|contractors|lenders|retailers|airlines|unions|economists|researchers|engineers|lawyers|judges|doctors"
    "|campaigners|demonstrators|strikers|villagers|gunmen|gangs|smugglers|traffickers|militiamen|guards|crews|captains"
    "|mediators|monitors|observers|inspectors|advisers|aides|parliamentarians|legislators|senators|governors|mayors"
    "|generals|chiefs|representatives|spokesmen|geologists|scholars|tribes|commandos|dissidents|exiles|prisoners|detainees|hostages|pilgrims|tourists|donors|households"
    "|planners|strategists|policymakers|bureaucrats|technocrats|consultants|technicians|instructors|trainers|specialists|hydrologists"
    "|bankers|creditors|bondholders|insurers|hauliers|truckers|drivers|seafarers|herders|entrepreneurs|oligarchs|tycoons"
    "|civilians|nationals|deportees|returnees|conscripts|recruits|reservists|veterans|islanders|teachers|nurses|deputies|priests|bishops"
    "|militias|regulators|courts"
)
_KINDS = (
    (
        r"(?:human\srights|refugee|peacekeeping|observer|monitoring|humanitarian)\s(?:mission|office|agency|force)",
        "igo_body",
    ),
    (r"coast\s?guard", "military_unit"),
    (r"military|armed\sforces|army|navy|air\sforce|troops|soldiers|forces", "armed_forces"),
    (r"government|administration|cabinet|leadership|regime", "government"),
    (
        r"[Pp]arliament|legislature|[Ss]enate|[Cc]ongress|lower\shouse|upper\shouse|[Nn]ational\s[Aa]ssembly",
        "legislature",
    ),
    (r"(?:supreme|constitutional|high|appeals)\scourt", "court"),
    (r"(?:ambassador|chargé\sd[’']affaires)(?!,?\s(?:to\s)?(?:the\s)?[A-Z])", "unnamed_person"),
    (r"(?:(?:federal|national|border|riot|secret)\s)?police", "police"),
    (r"(?:[a-z]+\s(?:and\s[a-z]+\s)?)?ministry", "ministry"),
    (r"central\sbank", "central_bank"),
    (
        r"(?:embassy|consulate|high\scommission)(?:\s(?:in|to)\s(?:the\s)?[A-Z][\w’-]+(?:\s[A-Z][\w’-]+)?)?",
        "diplomatic_mission",
    ),
    (r"(?:negotiating\s)?(?:delegation|team)", "delegation"),
    (r"opposition(?!\s[a-z])", "opposition_group"),
    (
        r"presidency|prime\sminister[’']s\soffice|election\s(?:commission|authority)|customs\sservice",
        "government_office",
    ),
    (r"(?:state\s)?security\s(?:services?|agency)", "intelligence_service"),
    (
        r"intelligence(?:\s(?:services?|agenc(?:y|ies)))?(?!\s(?:officials?|sources?|chief))",
        "intelligence_service",
    ),
    (
        rf"(?:(?:intelligence|government|military|defen[cs]e|security|health|local|foreign|police|army|opposition|senior|rescue|media)\s)?(?:{_PEOPLE})",
        "unnamed_group",
    ),
)
_AFTER = re.compile("|".join(f"(?P<k{number}>{words})" for number, (words, _) in enumerate(_KINDS)))
_ONE_BODY = re.compile(
    r"\s(?:(?:state|private|public|mining|oil|energy|arms|state-owned|state-run|opposition|news|export\scredit)\s)?"
    r"(?P<noun>bank|company|firm|consortium|operator|airline|utility|carmaker|miner|agency|regulator|newspaper|broadcaster|charity"
    r"|conglomerate|manufacturer|lender|shipyard|court|think-tank)(?![\w-])"
)
"""A body that is told by its state alone: `a Saudi bank, the Chinese consortium`."""
_ARTICLES = (" a ", " an ", "A ", "An ", " the ", "The ", " one ", " another ")
_GAP = re.compile(r"(?:['’]s?)?\s(?:(?:senior|top|high-ranking|own)\s)?")
_SENIOR = re.compile(r"(?:[Ss]enior|[Tt]op|[Hh]igh-ranking)\s$")
_PARTS_OF_AMERICA = ("Latin ", "South ", "North ", "Central ")
_OF_REGION = re.compile(
    rf"\b(?:European|Western|Arab|African|Asian|Gulf|Latin\sAmerican|Nordic|Baltic)\s"
    rf"(?P<noun>intelligence(?:\s(?:services|agencies|officials))?|{_PEOPLE})\b"
)
_FROM = re.compile(
    rf"\b(?:(?P<senior>[Ss]enior|[Tt]op|[Hh]igh-ranking)\s)?(?P<noun>{_PEOPLE})\s(?:from|of)\s(?:both\s)?(?:the\s)?$"
)
_NOUNS_OF_PEOPLE = listed(_PEOPLE)
_REGIONS = listed("european|western|arab|african|asian|gulf|latin|nordic|baltic")
_BEFORE_STATES = ("from ", "of ", "both ", "the ")
_LONGEST_BEFORE = 70
_COMPOUND = (
    r"(?![\w-]|\s[A-Z]|\s(?:of|in|at)\b|\s(?:[a-z]+\s)?(?:officials?|spokes\w+|ministers?|sources?|forces|troops|soldiers|chiefs?|commanders?"
    r"|leaders?|lawmakers|part(?:y|ies)|candidates?|delegation|building|debt|bonds?|spending|budget|deficit|revenues?|approval|figures|data"
    r"|newspaper|paper|television|lawyers?|whips?|barracks|bases?|headquarters|officers?|units?|generals?|bench(?:es)?|elections?)\b)"
)
"""What shows that the words before are only the first part of what is named: `the government spokesman`."""
_BARE = {
    kind: re.compile(rf"\b[Tt]he\s(?P<name>{words})\b")
    for kind, words in {
        "ministry": r"(?:foreign|defen[cs]e|interior|finance|energy|health|justice|trade|economy|oil|home)\sministry",
        "military_unit": rf"(?:(?:coast|presidential|national|border|revolutionary)\sguards?|(?:navy|air\sforce){_COMPOUND})",
        "central_bank": r"(?:regional\s)?central\sbank",
        "court": r"(?:supreme|constitutional)\scourt",
        "government": rf"(?:government|administration|junta){_COMPOUND}",
        "armed_forces": rf"(?:army|armed\sforces){_COMPOUND}",
        "opposition_group": rf"opposition{_COMPOUND}",
        "legislature": rf"(?:parliament|(?:lower|upper)\shouse|Senate|House){_COMPOUND}",
    }.items()
}
_UNDERSTOOD = frozenset({"government", "armed_forces", "opposition_group", "central_bank", "legislature"})
"""Kinds of which the only one that was named is meant by *the government, the army*."""
_BARE_WORDS = listed(
    "ministry|guard|guards|bank|court|navy|force|forces|government|administration|junta|army|opposition|parliament|house|senate"
)
_SEAT = re.compile(r"\b(?P<name>government\sin\s)$")
_BODIES_OF_PLACES = {
    "court": "court", "prosecutor": "court", "parliament": "legislature", "assembly": "legislature", "police": "police",
    "council": "subnational_government", "consulate": "diplomatic_mission", "embassy": "diplomatic_mission",
}  # fmt: skip
_AT_PLACE = re.compile(
    rf"\b(?P<name>(?:(?:local|health|port|city|regional|provincial|senior|western|military|security|rebel|opposition)\s)?"
    rf"(?P<noun>{'|'.join(_BODIES_OF_PLACES)}|{_PEOPLE}))\s(?:in|of|at)\s(?:the\s)?$"
)
"""People and bodies told by where they are: `miners in Silesia`, `a court in Sarajevo`."""
_ANYBODY = listed(
    "workers|citizens|voters|tourists|households|students|prisoners|detainees|hostages|pilgrims|guards|experts"
)
_NOUNS_AT_PLACES = _NOUNS_OF_PEOPLE | frozenset(_BODIES_OF_PLACES)
_BEFORE_PLACES = ("in ", "of ", "at ", "the ")
_AND = re.compile(r"(?:,\s|,?\sand\s)(?:the\s)?")
_CABINET = re.compile(
    r"(?:[’']s?)?\s(?P<noun>administration|government|cabinet)\b"
    r"|(?P<own>[’']s?)\s(?P<of>office|party|campaign|allies|supporters|lawyers)\b"
)
_OF_PERSON = {
    "office": "government_office", "party": "political_party", "campaign": "political_party",
    "allies": "unnamed_group", "supporters": "unnamed_group", "lawyers": "unnamed_group",
}  # fmt: skip
"""What belongs to a person, and the kind of actor that it is."""


def find_groups(passage: Passage, cast: Cast, home: str | None = None) -> list[Mention]:
    """Return the groups that a passage names by their state, leader, region or place, and drop the names inside them.

    Those named by nothing else, as in *the foreign ministry*, belong to the country `home`, if one is given.
    """
    passage.mentions.sort(key=lambda mention: (mention.start, -mention.end))
    found = [*_of_states(passage, cast), *_from_states(passage, cast), *_of_regions(passage, cast)]
    found += _bare(passage, cast, home)
    found += _by_seat(passage, cast)
    found += _at_places(passage, cast, found)
    inside = [mention for mention in found if mention.how == "group"]
    passage.mentions = [
        mention
        for mention in passage.mentions
        if not any(group.start <= mention.start and mention.end <= group.end for group in inside)
    ]
    return found


def _of_states(passage: Passage, cast: Cast) -> list[Mention]:
    found = []
    for mention in passage.mentions:
        if not mention.actors or mention.how in {"place", "group"}:
            continue
        if mention.how == "adjective" and passage.text.endswith(_PARTS_OF_AMERICA, 0, mention.start):
            continue  # `Latin American leaders`
        member = cast.actors[mention.actors[0]]
        if member.kind == "person":
            key, end = _of_person(passage, mention, member, cast)
        else:
            key, end = _body(passage, mention, member, cast)
        if key is None and mention.how == "adjective" and passage.text.endswith(_ARTICLES, 0, mention.start):
            key, end = _one_body(passage, mention, member, cast)
        if key:
            start = mention.start
            if senior := _SENIOR.search(passage.text, max(0, start - 14), start):
                start = senior.start()
            found.append(Mention(start, end, (key,), "group"))
    return found


def _of_person(passage: Passage, mention: Mention, member: Member, cast: Cast) -> tuple[str | None, int]:
    """Return the key and end of the government, office or party that is told by a person, if one is."""
    match = _CABINET.match(passage.text, mention.end)
    if match is None or mention.end - mention.start > 30:
        return None, 0
    kind = _OF_PERSON[match["of"]] if match["of"] else "government"
    name = f"{passage.text[mention.start : mention.end]}{match['own'] or ''} {match['of'] or match['noun']}"
    at = (passage.no, mention.start, match.end())
    return cast.other(kind, name, at, "group.cabinet", 90, member.country), match.end()


def _body(passage: Passage, mention: Mention, member: Member, cast: Cast) -> tuple[str | None, int]:
    gap = _GAP.match(passage.text, mention.end)
    match = _AFTER.match(passage.text, gap.end()) if gap else None
    if match is None or passage.text[match.end() : match.end() + 1].isalnum():
        return None, 0
    kind = _KINDS[int(str(match.lastgroup)[1:])][1]
    name = f"{passage.text[mention.start : mention.end]} {match[0]}"
    if kind == "armed_forces" and member.kind in {"state", "contested_territory"}:
        name = f"{passage.text[mention.start : mention.end]} military"
    if _SENIOR.search(passage.text, max(0, mention.start - 14), mention.start):
        name = f"Senior {name}"
    at = (passage.no, mention.start, match.end())
    return cast.other(kind, name, at, f"group.{kind}", 85, member.country), match.end()


def _one_body(passage: Passage, mention: Mention, member: Member, cast: Cast) -> tuple[str | None, int]:
    match = _ONE_BODY.match(passage.text, mention.end)
    if match is None or passage.text[match.end() : match.end() + 2] in {"’s", "'s"}:
        return None, 0
    name = passage.text[mention.start : match.end()]
    kind = BODIES.get(match["noun"], "company")
    at = (passage.no, mention.start, match.end())
    return cast.other(kind, name, at, "group.one_body", 60, member.country), match.end()


def _from_states(passage: Passage, cast: Cast) -> list[Mention]:
    found: list[Mention] = []
    if _NOUNS_OF_PEOPLE.isdisjoint(passage.words):
        return found
    starts = {mention.start: mention for mention in passage.mentions if mention.actors}
    for start in starts:
        if not passage.text.endswith(_BEFORE_STATES, 0, start):
            continue
        match = _FROM.search(passage.text, max(0, start - _LONGEST_BEFORE), start)
        if match is None:
            continue
        end, keys = start, []
        while mention := starts.get(end):
            member = cast.actors[mention.actors[0]]
            printed = passage.text[mention.start : mention.end]
            whose = member.adjective if member.adjective and not printed.isupper() else printed
            name = f"{'Senior ' if match['senior'] else ''}{whose} {match['noun']}"
            at = (passage.no, match.start(), mention.end)
            keys.append(cast.other("unnamed_group", name, at, "group.from", 80, member.country))
            last, joint = mention.end, _AND.match(passage.text, mention.end)
            end = joint.end() if joint else last
            if not joint:
                break
        if keys:
            found.append(Mention(match.start(), match.end(), tuple(keys), "group"))
    return found


def _of_regions(passage: Passage, cast: Cast) -> list[Mention]:
    found: list[Mention] = []
    if _REGIONS.isdisjoint(passage.words):
        return found
    for match in _OF_REGION.finditer(passage.text):
        key = cast.other("unnamed_group", match[0], (passage.no, *match.span()), "group.region", 80)
        found.append(Mention(*match.span(), (key,), "group"))
    return found


def _bare(passage: Passage, cast: Cast, home: str | None) -> list[Mention]:
    found: list[Mention] = []
    if _BARE_WORDS.isdisjoint(passage.words):
        return found
    for kind, pattern in _BARE.items():
        for match in pattern.finditer(passage.text):
            start, end = match.span("name")
            if not passage.has_mention(start, end):
                at = (passage.no, start, end)
                found.append(
                    Mention(start, end, (_understood(kind, match["name"], at, cast, home),), "group")
                )
    return found


def _understood(kind: str, name: str, at: Place, cast: Cast, home: str | None) -> str:
    """Return the key of a body that is named by what it is: the only one of its kind told before, or one of its own."""
    same = [key for key, member in cast.actors.items() if member.kind == kind] if kind in _UNDERSTOOD else []
    if len(same) == 1:
        cast.actors[same[0]].mentions.append(at)
        return same[0]
    return cast.other(kind, name[0].upper() + name[1:], at, "group.bare", 60, home)


def _at_places(passage: Passage, cast: Cast, others: list[Mention]) -> list[Mention]:
    """Return the people and bodies that are named by where they are."""
    found: list[Mention] = []
    if _NOUNS_AT_PLACES.isdisjoint(passage.words):
        return found
    for mention in passage.mentions:
        if mention.place is None or not passage.text.endswith(_BEFORE_PLACES, 0, mention.start):
            continue
        match = _AT_PLACE.search(passage.text, max(0, mention.start - _LONGEST_BEFORE), mention.start)
        if match is None or any(each.start < match.end() and match.start() < each.end for each in others):
            continue
        if any(each.end == match.start() - 1 and each.actors for each in passage.mentions):
            continue  # *Russian officers in Goma*, which are found by their state
        if match["noun"] in _ANYBODY:
            continue
        kind = _BODIES_OF_PLACES.get(match["noun"], "unnamed_group")
        name = passage.text[match.start() : mention.end]
        at = (passage.no, match.start(), mention.end)
        key = cast.other(kind, name, at, "group.place", 65, cast.places[mention.place].country)
        found.append(Mention(match.start(), match.end("name"), (key,), "group"))
    return found


def _by_seat(passage: Passage, cast: Cast) -> list[Mention]:
    """Return the governments that are named by their capital: `the government in Lomé`."""
    found = []
    for mention in passage.mentions:
        seat = (
            _SEAT.search(passage.text, max(0, mention.start - 15), mention.start) if mention.place else None
        )
        if seat and mention.place:
            at = (passage.no, seat.start(), mention.end)
            name = passage.text[seat.start() : mention.end]
            country = cast.places[mention.place].country
            key = cast.other("government", name, at, "group.seat", 80, country)
            found.append(Mention(seat.start(), mention.end, (key,), "group"))
    return found
