"""Whether a name that may be a place or a government is a place where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Mention

_VENUE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|[Aa]cross|throughout|around|within|via|toward|towards|into|visited|visit|left"
    r"|entered|reached|leave|leaving|visiting|entering|capital|city\sof|capital\sof|arrived\sin|arrive\sin|(?:flew|flown|flying)\sto"
    r"|fly\sto|travel(?:l?ed|l?ing)?\sto|trip\sto|visit\sto|went\sto|returned\sto|northern|southern|eastern|western"
    r"|through|(?:withdrawn|withdrew|withdraw|withdrawing|withdrawal|pull(?:ed|ing)?\sout|flee|fled|fleeing|expelled|originating|emanating|evacuated|smuggled|return(?:ed|ing|s)?)\sfrom"
    r"|(?:came|come|coming|delegations?)\sto|central|parts\sof|ports?\sof|roads?\sto|streets\sof|south\sof|north\sof|east\sof|west\sof)"
    r"\s(?:both\s|the\s|and\s|all\sof\s|neighbou?ring\s|northern\s|southern\s|eastern\s|western\s|central\s)*$"
)
_VENUES_END = listed(
    "in|at|near|outside|inside|across|throughout|around|within|via|toward|towards|into|visited|visit|left|entered|reached|leave"
    "|leaving|visiting|entering|capital|of|to|from|through|northern|southern|eastern|western|central|both|the|and|neighbouring|neighboring"
)
"""Small letters of the last word of what _VENUE finds: most names have another before them."""
_ALONE = _VENUES_END - {"of", "to", "from", "both", "the", "and", "neighbouring", "neighboring"}
"""Those that _VENUE finds whatever stands before them."""
_STANDS_AT = re.compile(
    r"(?P<word>\b\w*)\s(?:in|near|outside)\s(?:nearby\s|neighbou?ring\s)?$"
    r"|\b(?:roads?|railways?|pipelines?|highways?|flights?|trains?|route|ferry|trip|journey|convoys?)\s(?:from|to)\s$"
    r"|\b(?:terminals?|plants?|units?|blocks?|reactors?|mines?|bases?|ports?|refinery|refineries|facility|facilities|factory|factories"
    r"|bridges?|checkpoints?|junctions?|garrisons?|hospitals?|markets?|rally|ceremony|meetings?|talks|summit|ambush|funeral"
    r"|stations?|camps?|crossings?|dams?|sites?|depots?|airfields?|airports?|barracks|shipyards?|smelters?|wells?|oilfields?)\sat\s$"
    r"|\b(?:assaults?|raids?|strikes|airstrikes?|shelling|advance|march|landing)\son\s$"
    r"|\b(?:seized|overran|overrun|retook|recaptured|besieged|bombed|shelled|stormed|liberated|occupied|encircled|surrounded|fled|off|siege\sto)\s$"
    r"|\b(?:seizure|recapture|capture)\sof\s$"
    r"|\b(?:[0-9]+|hundreds\sof|dozens\sof|some|few)\s(?:km|kilomet(?:re|er)s?|(?:nautical\s)?miles?)\s(?:(?:north|south|east|west)[\w-]*\sof|from|off)\s$"
    r"|\b(?:fighting|clashes|battles?|raged|shelling|positions|frontline|front)\s(?:around|near|at)\s$|\broads?\sbetween\s$"
    r"|\b(?:spread|spilled|moved|march(?:ed)?|fled|returned|deployed|advanced)\s(?:from|to|on|towards?)\s$"
    r"|\b(?:driver|farmer|resident|villager|trader|teacher|student|man|woman|family|families|refugee|migrant|lawmaker|worker|shopkeeper|fisherman)s?\sfrom\s$"
    r"|\b(?:villagers|residents|refugees|troops|soldiers|workers|students|protesters|families|miners|fighters|rebels|garrison)\s(?:at|in|of|around)\s$"
    r"|\b(?:streets|outskirts|residents|suburbs|siege|battle|bombing|shelling|bombardment|mayor|people)\sof\s$"
)
_AT = re.compile(r"\bat\s$")
_IN_SOMEWHERE = re.compile(r",?\s(?:in|near|on)\s(?:the\s)?[A-Z]|,\s(?:near|north|south|east|west|outside)\s")
_NO_VENUE_BEFORE = listed(
    "stake|interest|interests|confidence|trust|faith|share|shares|investment|investments|invest|invested|investing"
    "|believe|believes|believed|belief|role|stock|stocks|engage|engaged|written|spoken|wrote|fluent|published"
)
_REACH = 40
_FAR = 70
_COMMA = (",", ", the")
_OPENING = re.compile(
    r"(?:^|[.!?”\"]\s)(?:In|At|Across|Near|Outside|Inside|To|From|Throughout|Off|On|Around)\b[^,.;]*$"
)
_ACTS = re.compile(
    r"[A-Z][\w’'.-]*(?:\s[A-Z][\w’'-]*){0,4}\s(?!in\b|on\b|at\b|and\b|or\b|last\b|this\b|to\b|for\b|with\b|by\b|from\b|during\b|after\b|before\b|where\b|when\b|as\b|but\b)"
    r"[a-z]+"
)
_JOINED = re.compile(r",?\s?(?:and|or|,)?\s(?:the\s)?")


def is_place_here(text: str, start: int, before: Sequence[Mention], *, only: bool) -> bool:
    """Tell whether a name at `start` is a place: `only` means it can be nothing else.

    A word such as *in* stands before it, or it goes on a list of places.
    """
    if only:
        return True
    _, space, last = text[max(0, start - _REACH) : start].rpartition(" ")[0].rpartition(" ")
    if space and last in _ALONE and text[start - 1] == " ":
        return True
    if last.lower() in _VENUES_END and _VENUE.search(text, max(0, start - _REACH), start):
        return True
    return _goes_on(text, start, before)


def is_unknown_place(text: str, start: int, end: int, before: Sequence[Mention]) -> bool:
    """Tell whether a name that nobody knows is a place by the words beside it: `the base in, at … in, road to`."""
    match = _STANDS_AT.search(text, max(0, start - _REACH), start)
    if match:
        return (match["word"] or "").lower() not in _NO_VENUE_BEFORE
    if _AT.search(text, max(0, start - 4), start):
        return bool(_IN_SOMEWHERE.match(text, end))
    return _goes_on(text, start, before)


def _goes_on(text: str, start: int, before: Sequence[Mention]) -> bool:
    """Tell whether a name at `start` goes on a list of places."""
    near = [mention for mention in before if start - _REACH < mention.end < start]
    last = max(near, key=lambda mention: mention.end) if near else None
    if last is None or not last.is_venue or not _JOINED.fullmatch(text, last.end, start):
        return False
    between = text[last.end : start].strip()
    return bool(between) and not (between in _COMMA and _opens_for(text, last.start, start))


def _opens_for(text: str, last: int, start: int) -> bool:
    """Whether a place opens the sentence, and whoever does something follows: `In Japan, China opened a consulate`."""
    return (
        _OPENING.search(text, max(0, last - _FAR), last) is not None and _ACTS.match(text, start) is not None
    )
