"""Help that is told by its sum, and what somebody undertakes to do: `pledged €2.5 billion for X`, `offered to train the police of Y`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.initiative import Initiative
from geodb.sources.article.extract.language.passage_words import places_of
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Passage

GIVING = listed(
    "pledge|pledged|pledges|pledging|promised|promises|offered|offers|offering|committed|commit|commits|announced|announces|approved|approves"
    "|allocated|allocates|earmarked|earmarks|granted|unlocked|unlocks|disbursed|donated|donates|contributed|lend|lends|lent|borrow|borrowed"
    "|provide|provides|provided|agreed|secured|requested|guaranteed|extended|freed|aside|congress|pooled|wired"
)
"""Verbs of giving and lending, and whom a government asks for money."""
_SIGNS = frozenset("$€£¥")
_CURRENCIES = listed(
    "dollars|euros|pounds|yen|yuan|won|rupees|riyals|dirhams|francs|pesos|reais|roubles|rubles|zlotys|kroner|kronor|lira|dinars|shillings|rand"
)
_MONEY = (
    r"(?:an?\s(?:further|additional|extra|initial)\s|another\s|some\s|up\sto\s|at\sleast\s|about\s|around\s|nearly\s|almost\s|more\sthan\s|over\s|roughly\s)?"
    r"(?:[a-z]{0,3}[$€£¥]\s?[0-9][0-9.,]*(?:\s?(?:bn|m|tn|mn|billion|million|trillion)\b)?"
    rf"|[0-9][0-9.,]*\s(?:billion|million|trillion)\s(?:[a-z]+\s)?(?:{'|'.join(sorted(_CURRENCIES))})\b)"
)
_AID = (
    r"(?:loans?|credits?|grants?|aid|assistance|help|support|funding|funds|financing|finance|investments?|guarantees?|lending|relief|weapons|arms|ammunition"
    r"|equipment|subsidies|compensation|reparations)"
)
_SUM = re.compile(
    rf"(?P<sum>(?<![\w$€£¥.,]){_MONEY}(?:\s(?:worth\sof|in|of)\s(?:(?!the\b|its\b)[a-z-]+\s){{0,4}}?{_AID}\b|\s(?:for|to(?=\s(?:help|support|rebuild|fund|finance|build|buy|arm|train|curb|stop|fight|tackle|improve|equip|expand|protect|restore|repair|feed|house|stem|reduce|boost|develop|clear|replace)\b))\s(?=[a-z])(?:[^,;:.()“”—–]|(?<=[0-9])[.,](?=[0-9])){{3,70}}?(?=[;:()“”—–]|[,.](?![0-9])|\s(?:but|while|after|because|when|if|unless|that|which|who|and\s(?:the|a|an|has|have|is|said|its|it|he|she|they|will|would)|said|says|at\s(?:its|the|an?)|over|through|by|on|last|this|next|in\s[0-9]{{4}})\b|$)))"
)
_GUARANTEES = re.compile(
    rf"(?:(?:loan|credit|export|risk|political-risk|sovereign|bank|state)\s(?:guarantees|credits|loans)|guarantees)\s(?:worth|of|totalling|totaling|for)\s(?:about\s|some\s|up\sto\s|around\s)?{_MONEY}"
)
_INVESTED = re.compile(
    rf"(?<![\w-])(?:invest|invests|invested|investing|spend|pour|pours|poured|plough|ploughs|ploughed|plow|pump|pumps|pumped|sink)\s(?P<sum>{_MONEY}\s(?:in|into|on)\s(?:[^,;:.()“”—–]|(?<=[0-9])[.,](?=[0-9])){{3,60}}?(?=[;:()“”—–]|[,.](?![0-9])|\s(?:but|while|after|because|when|if|unless|that|which|who|and|said|says|over|through|by|last|this|next|annually|a\syear|in\s[0-9]{{4}})\b|$))"
)
INVESTING = listed(
    "invest|invests|invested|investing|spend|pour|pours|poured|plough|ploughs|ploughed|plow|pump|pumps|pumped|sink"
)
_REACH = 60
_NOT_GIVEN = re.compile(
    r"\b(?:could|might|may|should|if|cannot|not|never|no)\s(?:\w+\s)?$|\b(?:cost|costs|worth|spent|lost|owes?|owed|fine[ds]?|earn\w*|price[ds]?)\b[^,;]*$"
)
_ENDS = re.compile(r"[;:—–]|,\s(?:and|but|while)\s|\s(?:but|while)\s")
UNDERTAKING = listed(
    "offered|offers|offering|undertook|undertakes|undertaken|undertaking|agreed|agrees|promised|promises|pledged|pledges|vowed|vows|intends|intend|decided"
)
_DONE = (
    r"train|equip|airlift|supply|send|build|finance|fund|share|lend|provide|deploy|contribute|rebuild|pay|cover|guarantee|release|free|withdraw|remove|lift|ease"
    r"|freeze|halt|suspend|cut|reduce|limit|open|reopen|transfer|fold|integrate|disarm|raise|increase|double|arm|escort|patrol|evacuate|resettle|waive|cancel|forgive|rebate|ship|deliver"
    r"|invest|pour|erect|install|moor|construct|develop|expand|establish|create|grant|move|relocate|stop|ban|abolish|scrap|introduce|impose|phase\sout|pool|restore|upgrade|modernise|modernize"
    r"|demarcate|dismantle|destroy|recognise|recognize|admit|merge|harmonise|harmonize|plant"
)
_DEED = re.compile(
    r"(?:\s(?:in|on|last|this|late\slast)\s(?:the\ssame\s)?[\w’]+(?:\s[0-9a-z]*[0-9]\w*){0,2})?"
    rf"\sto\s(?:jointly\s|help\s|gradually\s)?(?:{_DONE})\b(?!\s(?:in|on|at|when|after|before|by|talks|negotiations|to)\b|[,.;:])"
    r"(?:[^,;:.()“”—–]|(?<=[0-9])[.,](?=[0-9])|(?<=\bU)\.(?=S)){6,110}?(?=[;:()“”—–]|[,.](?![0-9])"
    r"|\s(?:but|while|although|because|when|after|if|unless|in\s(?:exchange|return)|provided|said|says|which|who|according|and\sto)\b|$)"
)
_REFUSED = re.compile(r"\b(?:not|never|nor|had|been|nobody|being)\s(?:\w+\s)?$")


def pledged(passage: Passage) -> Iterator[Initiative]:
    """Yield the sums that somebody gives, lends or promises, and the deeds that somebody offers or undertakes."""
    for at in places_of(passage.lower, UNDERTAKING & passage.words):
        yield from _deed(passage, at)
    if giving := GIVING & passage.words:
        if not _SIGNS.isdisjoint(passage.text) or not _CURRENCIES.isdisjoint(passage.words):
            yield from _sums(passage, places_of(passage.lower, giving))
    if INVESTING & passage.words:
        yield from _invested(passage)


def _sums(passage: Passage, verbs: list[int]) -> Iterator[Initiative]:
    for pattern in (_SUM, _GUARANTEES):
        for match in pattern.finditer(passage.lower):
            start = match.start()
            before = [at for at in verbs if start - _REACH <= at < start]
            if not before or passage.in_quote(start) is not None:
                continue
            between = passage.lower[max(before) : start]
            lead = passage.lower[max(max(before) - 20, 0) : max(before)]
            if _ENDS.search(between) or ". " in between or _NOT_GIVEN.search(lead + between):
                continue
            yield _initiative(passage, start, match.end(), "aid_package")


def _invested(passage: Passage) -> Iterator[Initiative]:
    """Yield what somebody puts money into: `to invest $150bn in shipyards`."""
    for match in _INVESTED.finditer(passage.lower):
        lead = passage.lower[max(match.start() - 20, 0) : match.start()]
        if passage.in_quote(match.start()) is None and not _NOT_GIVEN.search(lead):
            yield _initiative(passage, match.start("sum"), match.end("sum"), "project")


def _deed(passage: Passage, at: int) -> Iterator[Initiative]:
    word = passage.lower[at:].split(" ", 1)[0]
    deed = _DEED.match(passage.lower, at + len(word))
    if (
        deed is None
        or passage.in_quote(at) is not None
        or _REFUSED.search(passage.lower, max(at - 20, 0), at)
    ):
        return
    yield _initiative(passage, at, deed.end(), "plan")


def _initiative(passage: Passage, start: int, end: int, kind: str) -> Initiative:
    name = passage.text[start:end].strip()
    one = Initiative(passage.no, start, end, name[:1].upper() + name[1:], kind, "initiative.pledged", 55)
    one.is_open = True
    return one
