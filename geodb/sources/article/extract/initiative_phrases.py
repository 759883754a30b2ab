"""Noun phrases headed by a noun of initiatives: `its plan to phase out coal`, `a railway from X to Y`."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geodb.sources.article.extract.initiative_nouns import BROAD, EMPTY, Head, heads
from geodb.sources.article.extract.line import Line
from geodb.sources.article.extract.small_words import AUXILIARIES, SUBORDINATORS
from geodb.sources.article.extract.words import listed

_DEFINITE = listed("the")
_OWNERS = listed("its|their|his|her|our|my|your")
_INDEFINITE = listed("a|an|another|one")
_NONE = listed(
    "no|any|every|each|such|what|which|whose|some|this|that|these|those|either|neither|without|all|both|many|several"
)
_PREPOSITIONS = listed(
    "near|along|around|alongside|outside|inside|above|below|due|worth|till|in|on|at|of|to|for|with|by|from|about|over|under|against|between|among|during|following|despite|amid|into|within|toward"
    "|towards|through|upon|like|via|as|than|per|across|after|before|since|until|without|beyond|behind|not|it|they|he|she|we|who|also|there"
    "|out|up|off|down"
)
_STOPS = (_PREPOSITIONS | AUXILIARIES | SUBORDINATORS | listed("or|but|nor")) - {"second"}
_COMPLEMENTS = {
    "pact": listed("of|that|which|on|for|between|with|to|against|about|not|banning|ending|governing|regulating|allowing|under|over|among|aimed|designed|covering|creating|establishing"),
    "plan": listed("near|off|that|which|to|for|on|against|of|between|with|aimed|designed|called|dubbed|linking|covering|among|under|in"),
    "law": listed("that|which|on|to|against|banning|for|requiring|allowing|obliging|governing|regulating|criminalising|criminalizing|restricting|limiting|barring|making|of|forcing|targeting|aimed|designed"),
    "route": listed("from|between|to|through|across|under|linking|connecting|along|for|via|running|over"),
    "works": listed("across|in|at|for|near|on|off|to|linking"),
    "body": listed("of|for|to|on|between|aimed|designed|against"),
}  # fmt: skip
_PARTICIPLES = listed(
    "banning|ending|governing|regulating|allowing|linking|connecting|requiring|obliging|criminalising|criminalizing|restricting"
    "|limiting|barring|making|forcing|targeting|covering|creating|establishing|running"
)
_ENDING = listed(
    "that|which|who|whose|where|while|whereas|although|though|because|if|unless|when|but|after|before|since|until|so|than"
    "|during|following|despite|amid|worth|signed|agreed|adopted|announced|launched|proposed|he|she|they|it|we|reached|brokered|approved"
    "|negotiated|unveiled|presented|ratified|drafted|backed|drawn|expires|expired|entered|without|said|says|told|unless|within|last|next|this"
    "|earlier|later|today|yesterday|once|alongside|according|tabled|submitted|published|concluded|passed|funded|financed|shared|pooled"
)
_TIMED = re.compile(
    r"(?:the\s(?:end|sidelines|margins|same|next|coming|eve|beginning|start|weekend|past|first|last|second|third)\b|[0-9]{1,2}\s[A-Z]|[12][0-9]{3}\b|early\b|late\b|mid-"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec|(?:(?:just|only|another|about|some|a\sfurther|an\sadditional|up\sto|at\sleast)\s)?(?:[a-z0-9]+\s)?(?:weeks?|months?|years?|days?|decades?|hours?)\b)"
)
_NOT_TO_DO = listed(
    "price cap|oil cap|emissions cap|spending cap|debt ceiling|debt brake|embargo|tax|levy|moratorium"
)
_TRANSFERS = listed("sale|purchase|takeover")
_NEW_CLAUSE = listed("the|a|an|its|to|has|said|that")
_COMPOUNDED = listed(
    "talks|negotiations|negotiators|partners|members|officials|makers|rules|proposals|changes|terms"
)
_FOUNDING = ("founded", "created", "established", "ended", "banned")
_LEFT = 9
_RIGHT = 14
_BETWEEN_CLAUSES = frozenset(',.;:()[]—–“”"«»?!')


@dataclass(slots=True)
class Phrase:
    """A noun phrase: its head, words before it and what follows; `how` is the, a or own, for its determiner."""

    head: Head
    number: int
    first: int
    last: int
    how: str
    before: tuple[str, ...]
    complement: str
    start: int
    end: int
    name: str = ""

    @property
    def telling(self) -> list[str]:
        """The words before the head that tell it from others."""
        return [word for word in self.before if word not in EMPTY and not word.endswith("ly")]

    @property
    def is_narrow(self) -> bool:
        """Whether one of these words names more than a broad field."""
        return any(word not in BROAD for word in self.telling)


def phrases_of(line: Line, places: Iterable[int]) -> list[Phrase]:
    """Return the phrases that nouns of initiatives at some places head, those with a determiner or an owner."""
    found = []
    for at in places:
        number = bisect.bisect_right(line.words, (at, len(line.text))) - 1
        _, end, word = line.words[number]
        names = heads().get(word.rpartition("-")[2])
        if names is None or line.text[at].isupper():
            continue
        head = next((one for one in names if line.passage.lower.endswith(one.words, line.start, end)), None)
        if head and not _is_modifier(line, number) and (phrase := _phrase(line, number, head)):
            found.append(phrase)
    return found


def _is_modifier(line: Line, number: int) -> bool:
    """Whether the noun only describes the next one: `trade deal talks`, `the law firm`."""
    if number + 1 >= len(line.words) or line.gap(number) != " ":
        return number + 1 < len(line.words) and line.gap(number) in {"-", "/", "’s ", "'s "}
    word = line.words[number + 1][2]
    if line.text[line.words[number + 1][0]].isupper() or word in _COMPOUNDED:
        return word in heads() or word in _COMPOUNDED
    return not (
        word in _STOPS or word in _ENDING or word in _PARTICIPLES or word.endswith(("ed", "ly", "ing")) or word in {"and", "to", "here", "also"}
        or word[0].isdigit() or line.is_finite(number + 1) or (word.endswith("s") and not word.endswith("ss") and line.is_finite(number + 1))
        or word in _FINITE
    )  # fmt: skip


_FINITE = listed(
    "aims|seeks|envisages|foresees|provides|calls|requires|allows|obliges|bans|covers|includes|sets|took|came|fell|won|went|gives|gave"
    "|binds|bound|commits|expires|began|begins|remains|faces|needs|looks|makes|made|shows|means|meant|puts|grew|became|runs|ran|rests"
    "|offers|relies|depends|hinges|goes|extends|stands|stood|let|lets|promises|targets|mandates|stipulates|says|contains|names|links|drew"
)


def _phrase(line: Line, number: int, head: Head) -> Phrase | None:
    at = number - head.words.count(" ")
    compound = line.words[number][2].rpartition("-")[0]
    first, how = _determined(line, at)
    if how is None:
        return None
    words = tuple(_plain_words(line, first + (how != "owned"), at))
    if compound:
        words = (*words, compound)
    last = _complement(line, number, head)
    start, end = line.words[first][0], line.words[last][1]
    begin = line.words[first + 1][0] if how != "owned" and first < number else start
    complement = line.text[line.words[number][1] : end].strip()
    return Phrase(
        head,
        number,
        first,
        last,
        "own" if how == "owned" else how,
        words,
        complement,
        start,
        end,
        line.text[begin:end],
    )


def _plain_words(line: Line, first: int, last: int) -> Iterator[str]:
    """Yield the words between two that are no names."""
    named = [(m.begin, m.end) for m in line.begins.values()]
    for start, _, word in line.words[first:last]:
        if "-" in word or not any(a <= start < b for a, b in named):
            yield word


def _determined(line: Line, at: int) -> tuple[int, str | None]:
    """Return the first word of the phrase before a word and how it is determined; None if by nothing that counts."""
    joined = False
    for number in range(at - 1, max(at - _LEFT, -1), -1):
        _, end, word = line.words[number]
        gap = line.gap(number)
        if gap.strip(" $€£¥-’'") and gap not in {".", ","} and not (gap == ", " and number < at - 1):
            break
        if word in _DEFINITE:
            return number, "the"
        if word in _OWNERS:
            return number, "own"
        if word in _INDEFINITE:
            return number, "a"
        if word in _NONE or word in _STOPS or word in {"last", "more", "less", "most", "least"}:
            break
        if word.endswith(("’s", "'s", "s’")) or line.text[end : end + 1] in {"’", "'"}:
            return _owner(line, number), "owned"
        if word == "and":
            if joined:
                break
            joined = True
    return at, None


def _owner(line: Line, number: int) -> int:
    """Return the word that the owner's name begins with: `the European Union’s`."""
    end = line.words[number][1]
    mention = next((m for e, m in line.ends.items() if e <= end <= e + 2), None)
    at = number
    while mention and at > 0 and line.words[at][0] > mention.begin:
        at -= 1
    return at - 1 if at > 0 and line.words[at - 1][2] in {"the", "a"} and line.gap(at - 1) == " " else at


def _complement(line: Line, number: int, head: Head) -> int:
    """Return the last word of what belongs to the head after it."""
    at = number
    if not _opens(line, at, head):
        return at
    to_do = line.words[at + 1][2] in {"to", "that", "which"} or head.words in _TRANSFERS
    while at + 1 < len(line.words) and at - number < _RIGHT:
        gap, word = line.gap(at), line.words[at + 1][2]
        if (
            at > number
            and (
                (gap != "." and not _BETWEEN_CLAUSES.isdisjoint(gap)) or (word in _ENDING and at > number + 1)
            )
        ) or (at > number + 1 and _ends(line, at + 1, number, to_do=to_do)):
            break
        at += 1
    while at > number and line.words[at][2] in _STOPS | {"and", "the", "a", "an", "its"}:
        at -= 1
    return at


def _opens(line: Line, number: int, head: Head) -> bool:
    """Whether a complement follows a head."""
    if number + 1 >= len(line.words) or line.gap(number) != " ":
        return False
    start, _, word = line.words[number + 1]
    if word not in _COMPLEMENTS[head.group]:
        return False
    after = (
        line.text[line.words[number + 2][0] : line.words[number + 2][0] + 24]
        if number + 2 < len(line.words)
        else ""
    )
    if word in {"that", "which"}:
        return after.startswith(_FOUNDING) or line.words[number - 1 - head.words.count(" ")][2] in _INDEFINITE
    if word == "to" and head.words in _NOT_TO_DO:
        return False
    if word in {"in", "on", "under", "at", "for", "between"} and _TIMED.match(after):
        return False
    return start < line.end and bool(after)


def _ends(line: Line, number: int, head_at: int, *, to_do: bool) -> bool:
    """Whether what belongs to the head at a word ends before another word; `to_do` says that a verb follows the head."""
    start, _, word = line.words[number]
    if word in AUXILIARIES or word in _FINITE:
        return True
    if number + 1 == len(line.words):
        return word == "and"
    following = line.text[line.words[number + 1][0] :][:16]
    if word in {"in", "on", "at", "by", "from", "for"} and _TIMED.match(following):
        return word != "by" or not to_do
    if word in {"in", "at", "as", "by"} and not to_do:
        return word in {"as", "by"} or following[:1].isupper()
    if word == "and":
        is_pair = line.text.startswith(" between ", line.words[head_at][1])
        return not is_pair and (line.words[number + 1][2] in _NEW_CLAUSE or line.is_finite(number + 1))
    is_verb = (
        line.text[start].islower() and line.is_finite(number) and line.words[number - 1][2] not in _STOPS
    )
    return is_verb and not to_do and word not in _PREPOSITIONS
