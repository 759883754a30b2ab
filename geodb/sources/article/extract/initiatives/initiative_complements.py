"""What belongs to a noun of initiatives after it, and where it ends: `its plan to phase out coal`, `a railway from X to Y`."""

from __future__ import annotations

import re

from geodb.sources.article.extract.language.initiative_nouns import Head
from geodb.sources.article.extract.language.line import Line
from geodb.sources.article.extract.language.small_words import AUXILIARIES, SUBORDINATORS
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.months import ENGLISH

INDEFINITE = listed("a|an|another|one")
_PREPOSITIONS = listed(
    "near|beneath|underneath|atop|off|along|around|alongside|outside|inside|above|below|due|worth|till|in|on|at|of|to|for|with|by|from|about|over|under|against|between|among|during|following|despite|amid|into|within|toward"
    "|towards|through|upon|like|via|as|than|per|across|after|before|since|until|without|beyond|behind|not|it|they|he|she|we|who|also|there"
    "|out|up|off|down"
)
STOPS = (_PREPOSITIONS | AUXILIARIES | SUBORDINATORS | listed("or|but|nor")) - {"second"}
FINITE = listed(
    "aims|seeks|envisages|foresees|provides|calls|requires|allows|obliges|bans|covers|includes|sets|took|came|fell|won|went|gives|gave"
    "|binds|bound|commits|expires|began|begins|remains|faces|needs|looks|makes|made|shows|means|meant|puts|grew|became|runs|ran|rests"
    "|offers|relies|depends|hinges|goes|extends|stands|stood|let|lets|promises|targets|mandates|stipulates|says|contains|names|links|drew|belongs|dates|suits|worries|pleases|helps|hurts|ends|lasts|applies|fails|works"
)
_COMPLEMENTS = {
    "pact": listed("of|that|which|on|for|between|with|to|against|about|not|banning|ending|governing|regulating|allowing|under|over|among|aimed|designed|covering|creating|establishing"),
    "plan": listed("near|off|that|which|to|for|on|against|of|between|with|aimed|designed|called|dubbed|linking|covering|among|under|in"),
    "law": listed("from|that|which|on|to|against|banning|for|requiring|allowing|obliging|governing|regulating|criminalising|criminalizing|restricting|limiting|barring|making|of|forcing|targeting|aimed|designed"),
    "route": listed("from|between|to|through|across|under|beneath|below|linking|connecting|along|for|via|running|over"),
    "works": listed("across|in|at|for|near|on|off|to|linking|of|over|along|around|between|beneath|through"),
    "body": listed("of|for|to|on|between|aimed|designed|against"),
    "organ": listed("of|for|to|on|between|aimed|designed|against|in|at|under"),
    "deed": listed("of|to|into|from|for|in|at"),
}  # fmt: skip
PARTICIPLES = listed(
    "banning|ending|governing|regulating|allowing|linking|connecting|requiring|obliging|criminalising|criminalizing|restricting"
    "|limiting|barring|making|forcing|targeting|covering|creating|establishing|running"
)
ENDING = listed(
    "that|which|who|whose|where|while|whereas|although|though|because|if|unless|when|but|after|before|since|until|so|than"
    "|during|following|despite|amid|worth|signed|agreed|adopted|announced|launched|proposed|he|she|they|it|we|reached|brokered|approved"
    "|negotiated|unveiled|presented|ratified|drafted|backed|drawn|expires|expired|entered|without|said|says|told|unless|within|last|next|this"
    "|earlier|later|today|yesterday|once|alongside|according|tabled|submitted|published|concluded|passed|funded|financed|shared|pooled"
    "|held|owned|run|led|built|operated|brokered|won|made|known|dubbed|called|christened|named|annexed|attached|circulated|imposed|issued|introduced"
    "|given|granted|awarded|offered|fed|paid|seen|lacks|lack|awaits|lists"
)
_TIMED = re.compile(
    r"(?:the\s(?:end|sidelines|margins|same|next|coming|eve|beginning|start|weekend|past|first|last|second|third)\b|[0-9]{1,2}\s[A-Z]|[12][0-9]{3}\b|early\b|late\b|mid-"
    r"|a\s(?:[A-Za-z]+\s)?(?:night|day|morning|evening|afternoon)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec|(?:(?:just|only|another|about|some|a\sfurther|an\sadditional|up\sto|at\sleast)\s)?(?:[a-z0-9]+\s)?(?:weeks?|months?|years?|days?|decades?|hours?)\b)"
)
_WHEN = re.compile(
    rf"\s(?:in|on|last|this|earlier\sthis)\s(?:(?:{ENGLISH}|[0-9]{{1,4}}|week|month|year|summer|winter|spring|autumn|[A-Z][a-z]+day)\s){{1,3}}(?=on\s)"
)
_NOT_TO_DO = listed(
    "price cap|oil cap|emissions cap|spending cap|debt ceiling|debt brake|embargo|tax|levy|moratorium"
)
_TRANSFERS = listed("sale|purchase|takeover")
_BUILT = frozenset({"works", "route"})
_LEVEL = re.compile(r"(?:about\s|around\s|roughly\s|some\s|nearly\s|up\sto\s)?[0-9$€£]|zero\b")
_SUM = re.compile(r"(?:an?|the)\s\w+\s(?:loan|gran|cred)|[$€£]|[0-9]")
_OPENS_OBJECT = listed(
    "the|a|an|its|their|his|her|half|no|all|more|less|only|both|most|some|little|nothing|two|three"
)
_NOUNS_TOO = listed(
    "links|names|targets|offers|promises|needs|arms|exports|imports|supplies|ships|controls|reforms|visits|routes|schools|cables|tanks|fields"
)
"""Nouns that are a verb’s form too, which no object follows: `a quota for firms in joint arms purchases`."""
_BARE_VERBS = listed(
    "end|help|give|make|take|bring|keep|build|cut|raise|protect|let|allow|stop|reduce|increase|improve|strengthen|ensure|support|promote"
    "|create|prevent|boost|secure|hold|put|send|use|train"
)
_NEW_CLAUSE = listed("the|a|an|its|to|has|said|that")
_FOUNDING = ("founded", "created", "established", "ended", "banned")
TRUCES = listed("truce|ceasefire|armistice")
_WHERE = listed("in|along|across|around|inside")
_REPLACING = listed("replace|replaced|replaces|replacing")
_RIGHT = 14
_LONG = listed("railway|extension|line|road|highway|pipeline|corridor|link|branch|motorway|canal|cable")
_SECOND_END = 7
_BETWEEN_CLAUSES = frozenset(',.;:()[]—–“”"«»?!')


def last_of_complement(line: Line, number: int, head: Head) -> int:
    """Return the last word of what belongs to the head after it."""
    at = _past_when(line, number, head)
    if at == number and not _opens(line, at, head):
        return at
    to_do = line.words[at + 1][2] in {"to", "that", "which"} or head.words in _TRANSFERS
    while at + 1 < len(line.words) and at - number < _RIGHT:
        gap, word = line.gap(at), line.words[at + 1][2]
        if (
            at > number
            and (
                (gap not in {".", ","} and not _BETWEEN_CLAUSES.isdisjoint(gap))
                or (word in ENDING and at > number + 1)
            )
        ) or (at > number + 1 and _ends(line, at + 1, number, head.group, to_do=to_do)):
            break
        at = _past_when(line, at + 1, head)
    at = _of_two_ends(line, number, at, head)
    while at > number and line.words[at][2] in STOPS | {"and", "the", "a", "an", "its"}:
        at -= 1
    return at


def _past_when(line: Line, number: int, head: Head) -> int:
    """Return the word before *on*, where only a date stands between: `signed a memorandum last week on rail links`."""
    if head.group != "pact" or (when := _WHEN.match(line.text, line.words[number][1], line.end)) is None:
        return number
    following = line.text[when.end() + 3 :][:16]
    if _TIMED.match(following):
        return number
    while line.words[number][1] < when.end():
        number += 1
    return number


def _of_two_ends(line: Line, number: int, at: int, head: Head) -> int:
    """Return the last word of a way that goes to two places: `the extension to X and the border at Y`."""
    after = at + 1
    if not (number < at and head.words in _LONG and line.words[number + 1][2] in {"to", "between"}):
        return at
    if after + 2 >= len(line.words) or line.words[after][2] != "and" or line.gap(at) != " ":
        return at
    last = after
    while last + 1 < len(line.words) and last - after < _SECOND_END and line.gap(last) == " ":
        last += 1
        if line.is_finite(last) or line.words[last][2] in ENDING:
            return at
    return last if line.gap(last)[:1] in {",", "."} else at


def _opens(line: Line, number: int, head: Head) -> bool:
    """Whether a complement follows a head."""
    if number + 1 >= len(line.words) or line.gap(number) != " ":
        return False
    start, _, word = line.words[number + 1]
    if word not in _COMPLEMENTS[head.group] and not (head.words in TRUCES and word in _WHERE):
        return False
    if word == "with" and any(line.words[k][2] in _REPLACING for k in range(max(number - 6, 0), number)):
        return False
    after = (
        line.text[line.words[number + 2][0] : line.words[number + 2][0] + 24]
        if number + 2 < len(line.words)
        else ""
    )
    if word in {"that", "which"}:
        return after.startswith(_FOUNDING) or line.words[number - 1 - head.words.count(" ")][2] in INDEFINITE
    if word == "under" and after.startswith("which "):
        return False  # a clause of its own
    if (word == "to" and head.words in _NOT_TO_DO) or (
        word == "of" and head.group == "works" and after[:1].isupper()
    ):
        return False
    if word in {"in", "on", "under", "at", "for", "between"} and _TIMED.match(after):
        return False
    return start < line.end and bool(after)


def _is_verb_of_name(line: Line, number: int) -> bool:
    """Whether a word in -s right after a name is a verb: `The extension to Chingola lacks half its money`."""
    _, _, word = line.words[number]
    after_name = line.words[number - 1][1] in line.ends and line.gap(number - 1) == " "
    return (
        after_name
        and word.endswith("s")
        and not word.endswith(("ss", "’s"))
        and line.words[number + 1][2] in _OPENS_OBJECT
    )


def _ends(line: Line, number: int, head_at: int, group: str, *, to_do: bool) -> bool:
    """Whether what belongs to the head at a word ends before another word; `to_do` says that a verb follows the head."""
    start, _, word = line.words[number]
    if word in _NOUNS_TOO and (
        number + 1 == len(line.words) or line.words[number + 1][2] not in _OPENS_OBJECT
    ):
        return False
    if word in AUXILIARIES or word in FINITE:
        return True
    if number + 1 == len(line.words):
        return word == "and"
    following = line.text[line.words[number + 1][0] :][:16]
    if word in {"in", "on", "at", "by", "from", "for"} and _TIMED.match(following):
        return word != "by" or not to_do
    if (word == "with" and group in _BUILT and not _SUM.match(following)) or (
        word == "to" and _LEVEL.match(following)
    ):
        return True
    if _is_verb_of_name(line, number):
        return True
    if word in {"in", "at", "as", "by"} and not to_do:
        return word in {"as", "by"} or following[:1].isupper()
    if word == "and":
        if line.words[number + 1][2] in _BARE_VERBS:
            return True
        is_pair = line.text.startswith(" between ", line.words[head_at][1])
        return not is_pair and (line.words[number + 1][2] in _NEW_CLAUSE or line.is_finite(number + 1))
    is_verb = line.text[start].islower() and line.is_finite(number) and line.words[number - 1][2] not in STOPS
    return is_verb and not to_do and word not in _PREPOSITIONS
