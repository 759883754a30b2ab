"""Nouns and verbs of happenings: which kind of event they tell, and which PLOVER type that suggests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Happening:
    """A kind of event, the PLOVER type or type/mode it suggests, and the roles of its subject and object."""

    kind: str
    plover: str | None = None
    subject: str = "participant"
    object: str = "participant"


class Wordings:
    """Patterns of words with what each tells; the first pattern that fits a place is taken.

    All are looked for as alternatives of one pattern without groups, which is several times faster than one
    with a group for each: most words of a text begin none of them.
    """

    def __init__(self, listed: list[tuple[str, Happening]]) -> None:
        self._any = re.compile(rf"\b(?=\w)(?:{'|'.join(words for words, _ in listed)})\b")
        self._each = [(re.compile(rf"(?:{words})\b"), happening) for words, happening in listed]

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], Happening]]:
        """Yield the places between two offsets that one of the patterns fits, and what that one tells."""
        for match in self._any.finditer(text, start, end):
            yield match, next(told for words, told in self._each if words.match(text, match.start(), end))


def _nouns() -> list[tuple[str, Happening]]:
    talk = "CONSULT"
    return [
        (r"(?:tele)?phone\s(?:calls?|conversations?|talks)|(?:video|conference)\scalls?|telephone\s(?:calls?|conversations?)", Happening("phone_call", "CONSULT/phone")),
        (r"(?:press|news)\sconferences?|press\sbriefings?", Happening("press_conference", None, "speaker", "speaker")),
        (r"(?:negotiation|peace|negotiating)\sprocess(?:es)?|[\w-]+-led\s(?:\w+\s)?(?:negotiations|talks)", Happening("process", talk, "party", "party")),
        (r"meetings?|encounter", Happening("meeting", talk)),
        (r"summits?", Happening("summit", talk)),
        (r"interviews?", Happening("interview", None, "interviewee", "interviewer")),
        (r"(?:peace\s)?(?:talks|negotiations)|rounds?\sof\s(?:talks|negotiations)|consultations", Happening("negotiation_round", talk)),
        (r"visits?|state\svisit|trip", Happening("visit", "CONSULT/visit", "visitor", "host")),
        (r"diplomatic\s(?:initiatives?|efforts?|push|offensive)|shuttle\sdiplomacy", Happening("diplomatic_initiative", talk)),
        (r"civil\swar|wars?|conflict|(?:full-scale\s)?invasion|hostilities", Happening("war", "ASSAULT", "side_a", "side_b")),
        (r"(?:air|missile|drone|rocket|suicide|terrorist|terror|car\sbomb|military)\s?(?:strikes?|attacks?|raids?|bombings?)|airstrikes?|air\sraids?|attacks?|strikes?|shelling|bombardment|bombings?|offensive", Happening("attack", "ASSAULT", "actor", "victim")),
        (r"(?:mass\s|street\s|anti-government\s)?(?:protests?|demonstrations?|rall(?:y|ies))|(?:general|hunger|labou?r|nationwide)\sstrikes?", Happening("protest", "PROTEST/demo", "actor", "recipient")),
        (r"riots?|unrest", Happening("riot", "PROTEST/riot", "actor", "recipient")),
        (r"(?:presidential|parliamentary|general|local|snap|legislative)\s(?:elections?|polls?|vote)|referendum", Happening("election", None, "subject", "subject")),
        (r"(?:military\s|naval\s|joint\s)(?:exercises?|drills?|manoeuvres|maneuvers)", Happening("exercise", "MOBILIZE/troops", "actor", "participant")),
        (r"(?:missile|nuclear|weapons?)\s(?:tests?|launch(?:es)?)", Happening("weapons_test", "MOBILIZE/weapons", "actor", "recipient")),
        (r"ceasefire|cease-fire|truce", Happening("ceasefire", "RETREAT/ceasefire", "party", "party")),
        (r"(?:prisoner|hostage)\s(?:exchange|swap|release)", Happening("prisoner_exchange", "RETREAT/release", "party", "party")),
        (r"coup(?:\sd['’]état|\sattempt)?", Happening("coup", "ASSAULT", "actor", "victim")),
        (r"assassination|murder", Happening("assassination", "ASSAULT", "actor", "victim")),
        (r"kidnapping|abduction", Happening("abduction", "ASSAULT/abduct", "actor", "victim")),
        (r"occupation|annexation", Happening("occupation", "COERCE/seize", "actor", "victim")),
        (r"blockade|siege", Happening("blockade", "COERCE/restrict", "actor", "victim")),
        (r"designation|recognition", Happening("designation", "SUPPORT", "actor", "recipient")),
        (r"appointment|nomination", Happening("appointment", None, "actor", "subject")),
        (r"resignation", Happening("resignation", "RETREAT/resign", "subject", "recipient")),
        (r"earthquake|floods?|flooding|hurricane|cyclone|tsunami|wildfires?|landslide|typhoon|drought", Happening("disaster", None, "affected", "affected")),
    ]  # fmt: skip


NOUNS = Wordings(_nouns())
"""To be looked for in small letters."""


def _verbs() -> list[tuple[str, Happening]]:
    return [
        (r"met(?:\swith)?|meets\swith|hosted|received|held\stalks\swith|conferred\swith", Happening("meeting", "CONSULT")),
        (r"(?:spoke|talked)\s(?:by\s(?:tele)?phone\s)?(?:with|to)(?!\sreporters)|phoned|telephoned", Happening("phone_call", "CONSULT/phone")),
        (r"(?:will|would|(?:is|are)\s(?:set|expected|due|scheduled)\sto|plans?\sto)\s(?:meet(?:\swith)?|hold\s(?:talks|a\smeeting|a\ssummit)(?:\swith)?|visit|travel\sto)", Happening("planned_meeting", "CONSULT")),
        (r"visited|arrived\sin|travel(?:l)?ed\sto|flew\sto|paid\sa\svisit\sto|left\sfor", Happening("visit", "CONSULT/visit", "visitor", "host")),
        (r"signed|inked|concluded|reached|struck|agreed\s(?:to|on|with)|ratified", Happening("agreement", "AGREE", "party", "party")),
        (r"attacked|struck|bombed|shelled|bombarded|raided|fired\s(?:on|at|missiles|rockets)|launched\s(?:an?\s)?(?:\w+\s)?(?:attacks?|strikes?|missiles?|drones?|offensive)(?:\s(?:on|against|at))?|clashed\swith|stormed|ambushed", Happening("attack", "ASSAULT", "actor", "victim")),
        (r"invaded", Happening("war", "ASSAULT", "side_a", "side_b")),
        (r"killed|executed|massacred|assassinated|shot\sdown|murdered", Happening("attack", "ASSAULT", "actor", "victim")),
        (r"abducted|kidnapped", Happening("abduction", "ASSAULT/abduct", "actor", "victim")),
        (r"arrested|detained|jailed|imprisoned|charged", Happening("arrest", "COERCE/arrest", "actor", "victim")),
        (r"sentenced|convicted", Happening("judicial_decision", "SANCTION/convict", "actor", "victim")),
        (r"expelled|deported", Happening("expulsion", "SANCTION/expel", "actor", "victim")),
        (r"imposed\s(?:new\s|further\s)?(?:\w+\s)?(?:sanctions|tariffs|embargo)(?:\s(?:on|against))?|sanctioned|blacklisted", Happening("sanction", "SANCTION", "actor", "recipient")),
        (r"lifted\s(?:the\s)?(?:\w+\s)?(?:sanctions|embargo|ban|curfew)", Happening("sanction_relief", "CONCEDE", "actor", "recipient")),
        (r"(?:cut|severed|broke\soff|suspended)\s(?:diplomatic\s)?(?:ties|relations|talks)(?:\swith)?|recalled\sits\sambassador", Happening("diplomatic_break", "SANCTION/withdraw", "actor", "recipient")),
        (r"deployed|mobili[sz]ed|massed|sent\s(?:troops|forces|warships|soldiers)", Happening("deployment", "MOBILIZE/troops", "actor", "recipient")),
        (r"withdrew|pulled\sout|withdrawn", Happening("withdrawal_of_forces", "RETREAT/withdraw", "actor", "recipient")),
        (r"released|freed", Happening("prisoner_exchange", "RETREAT/release", "actor", "recipient")),
        (r"seized|captured|annexed|occupied|confiscated|took\scontrol\sof", Happening("occupation", "COERCE/seize", "actor", "victim")),
        (r"banned|blocked|blockaded|restricted|censored|imposed\sa\scurfew", Happening("policy_change", "COERCE/restrict", "actor", "victim")),
        (r"tested|test-fired|launched\s(?:a\s)?(?:ballistic\s)?missile", Happening("weapons_test", "MOBILIZE/weapons", "actor", "recipient")),
        (r"donated|gave\s(?:[^,.]{2,40}?\s)?aid|provided\s(?:\w+\s)?aid|sent\s(?:\w+\s)?aid|delivered|supplied|granted|lent", Happening("aid_delivery", "AID", "actor", "recipient")),
        (r"resigned|stepped\sdown", Happening("resignation", "RETREAT/resign", "subject", "recipient")),
        (r"(?:was|were)\s(?:elected|re-elected)|won\sthe\s(?:\w+\s)?election", Happening("election", None, "subject", "subject")),
        (r"(?:was|were)\s(?:appointed|named|nominated|sworn\sin)|appointed|nominated", Happening("appointment", None, "actor", "subject")),
        (r"protested|demonstrated|rallied|marched|rioted|went\son\sstrike", Happening("protest", "PROTEST/demo", "actor", "recipient")),
        (r"cooperated\swith|collaborated\swith|restored\s(?:full\s)?(?:diplomatic\s)?(?:ties|relations)(?:\swith)?|established\s(?:diplomatic\s)?relations(?:\swith)?", Happening("diplomatic_initiative", "COOPERATE", "party", "party")),
        (r"recogni[sz]ed", Happening("recognition", "SUPPORT", "actor", "recipient")),
        (r"mediated|brokered", Happening("mediation", "CONSULT/third-party", "mediator", "party")),
        (r"investigated|is\sinvestigating|launched\san\sinvestigation|indicted", Happening("judicial_decision", "ACCUSE/investigate", "actor", "recipient")),
        (r"refused\sto|vetoed", Happening("policy_change", "REJECT", "actor", "recipient")),
        (r"joined|acceded\sto", Happening("accession", "AGREE", "actor", "recipient")),
    ]  # fmt: skip


VERBS = Wordings(_verbs())

PASSIVE = re.compile(
    r"\s(?:was|were|has\sbeen|have\sbeen)\s(?:\w+ly\s)?(?P<verb>launched|announced|signed|unveiled|established|founded"
    r"|introduced|approved|adopted|ratified|concluded|inaugurated|imposed|killed|arrested|detained|attacked|bombed"
    r"|expelled|sentenced|convicted|elected|appointed|released|shot\sdown|injured|wounded|hit|destroyed|held|deployed)\b"
)
PASSIVES = {
    "launched": Happening("launch", "AGREE", "party", "party"), "announced": Happening("announcement", "AGREE", "party", "party"),
    "signed": Happening("signing", "AGREE", "party", "party"), "unveiled": Happening("announcement", None, "party", "party"),
    "ratified": Happening("ratification", "AGREE", "party", "party"), "concluded": Happening("agreement", "AGREE", "party", "party"),
    "killed": Happening("attack", "ASSAULT", "victim", "actor"), "injured": Happening("attack", "ASSAULT", "victim", "actor"),
    "wounded": Happening("attack", "ASSAULT", "victim", "actor"), "attacked": Happening("attack", "ASSAULT", "victim", "actor"),
    "bombed": Happening("bombardment", "ASSAULT", "victim", "actor"), "hit": Happening("attack", "ASSAULT", "victim", "actor"),
    "destroyed": Happening("attack", "ASSAULT", "victim", "actor"), "shot down": Happening("attack", "ASSAULT", "victim", "actor"),
    "arrested": Happening("arrest", "COERCE/arrest", "victim", "actor"), "detained": Happening("arrest", "COERCE/arrest", "victim", "actor"),
    "expelled": Happening("expulsion", "SANCTION/expel", "victim", "actor"), "released": Happening("prisoner_exchange", "RETREAT/release", "recipient", "actor"),
    "sentenced": Happening("judicial_decision", "SANCTION/convict", "victim", "actor"),
    "convicted": Happening("judicial_decision", "SANCTION/convict", "victim", "actor"),
    "elected": Happening("election", None, "subject", "subject"), "appointed": Happening("appointment", None, "subject", "actor"),
    "imposed": Happening("sanction", "SANCTION", "recipient", "actor"), "deployed": Happening("deployment", "MOBILIZE/troops", "actor", "recipient"),
    "held": Happening("meeting", "CONSULT", "participant", "participant"),
}  # fmt: skip
OTHER_PASSIVE = Happening("announcement", None, "party", "party")
