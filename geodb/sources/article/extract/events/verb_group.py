"""Verb groups: what the auxiliaries before a verb make of it, and whether it tells a fact, a plan or a failure."""

from __future__ import annotations

from dataclasses import dataclass

from geodb.sources.article.extract.language.happenings import is_base
from geodb.sources.article.extract.language.inflection import BASE, BOTH, ING, PAST, THIRD
from geodb.sources.article.extract.language.line import Line
from geodb.sources.article.extract.language.small_words import (
    AGENTS,
    BE,
    DO,
    HAVE,
    MODALS,
    NEGATIONS,
    is_date,
)
from geodb.sources.article.extract.language.words import listed

_ADVERBS = listed(
    "also|later|then|again|already|just|once|recently|soon|now|today|yesterday|reportedly|jointly|first|finally"
    "|subsequently|earlier|last|week|month|year|on|monday|tuesday|wednesday|thursday|friday|saturday|sunday|both"
    "|each|even|still|meanwhile|eventually|however|nevertheless|nonetheless|duly|since|repeatedly|all|therefore|thus|immediately|further|instead|itself|themselves|himself"
)
_PLANS = listed(
    "plans|plan|planned|planning|scheduled|set|expected|due|intends|intend|intended|preparing|prepares|prepared"
    "|decided|vowed|pledged|promised|agreed|is|are|was|were|about|offered|will"
)
_SCHEDULED = listed("due|scheduled|slated|set|expected|planned")
_BEFORE_PLANNED = BE | {"also", "now", "both", "not", "still"}
_IS = frozenset({"is", "are", "am"})
_WAS = frozenset({"was", "were"})
_WHAT_IT_WAS = listed(
    "response|reaction|answer|move|step|act|decision|reply|mistake|retort|riposte|achievement|contribution|feat"
)
_PLAN_NOUNS = frozenset({"plan", "plans"})
_BEFORE_PLAN = listed("a|an|the|its|their|his|her|this|that|any|new|no|of|own|similar|original")
_WISHES = listed("agreed|offered|promised|pledged|vowed|willing|ready|prepared|hopes|aims|wants|about|will")
_HABITS = listed(
    "often|regularly|routinely|always|frequently|usually|consistently|traditionally|increasingly|generally|sometimes"
    "|repeatedly|long|typically|rarely|seldom|historically|occasionally|periodically|constantly|continually|ever|hardly|nearly|almost"
)
_BEFORE_BASE = DO | MODALS | {"to"}
_JUST = listed("newly|recently|jointly|previously|freshly|formerly|locally|privately|democratically")
_BARE_FORMS = frozenset({BASE, THIRD, ING})
_BEFORE_BARE = _ADVERBS | BE | DO | MODALS | NEGATIONS | {"to"}
_JOINED = listed("after|before|since")
_MEANS = listed("by|upon|in")
_FAR = 25
_RESULTS = listed(
    "leaving|making|bringing|raising|sending|forcing|killing|wounding|injuring|putting|pushing|becoming|ending|cutting|calling|citing|giving"
    "|taking|opening|marking|accusing|blaming|warning|urging|saying|causing|setting|turning|moving|running|going|coming|meaning|being|having"
    "|seeking|trying|facing|fighting|falling|losing|gaining|rising|meeting|holding|keeping|building|growing|standing|sitting|staying|paying"
    "|buying|selling|writing|speaking|talking|voting|using|reaching|trading|working|training|testing|sailing|fishing|mining|shipping|flying"
    "|acting|aging|according|including|following|leading|regarding|concerning|pending|ranging|starting|beginning"
)
"""What tells a result, a manner or a kind rather than an act of its own."""
_CASUALTIES = listed("wounded|injured|killed|displaced|detained|arrested|kidnapped|evacuated")
_DIGITS_OF_YEAR = 4
_TOLD = listed("reported|said|believed|known|thought|understood|alleged|confirmed|seems|appears|claimed")
_ORDINALS = listed("first|second|third|fourth|last|latest|only")
_SAID = listed("said|announced|confirmed|added|told|stated|declared|promised")
_REPORTED_WILL = frozenset({"would"})
_NEAR_SAYING = 10
_NEAR_DAY = 12
_EVERY = listed("all|some|many|most|several|few|other|such|more|any|every|no|some|both")
_THEY = listed("they|we|you|who|which|have|had|has|were|was|are|be|been|sides|countries|leaders|parties")
_ON = listed(
    "on|in|next|this|late|early|from|1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21|22|23|24|25|26|27|28|29|30|31"
)
_CONDITIONS = listed("if|unless|were|should|otherwise|whether|never|then")
_CAUSES = listed(
    "prompted|led|forced|pushed|moved|drove|compelled|spurred|persuaded|convinced|obliged|induced|enabled|provoked"
)
_STILL = frozenset({"yet"})
_HAVE_OR_BE = BE | HAVE
_FAILURES = listed("failed|refused|declined|fails|refuses")
_BEGINNINGS = listed("began|started|continued|resumed|managed|proceeded|moved|voted")
_DETERMINERS = listed(
    "a|an|the|his|her|their|its|this|these|those|newly|of|by|for|against|with|into|to|in|on|at|over|under|about|through|without"
    "|as|than|like|between|among|from"
)


@dataclass(slots=True)
class Group:
    """The verb group that ends in the verb: its first word, and what its auxiliaries make of it."""

    first: int
    passive: bool
    status: str
    is_wish: bool = False
    is_scheduled: bool = False


def may_tell(line: Line, number: int, form: str) -> bool:
    """Whether the word before a verb lets its form tell something: most base forms and those in -ing are nouns."""
    if form not in _BARE_FORMS:
        return True
    if not number:
        return False
    _, end, word = line.words[number - 1]
    if form == THIRD:
        return end in line.ends or word in _ADVERBS or word in AGENTS
    if form == BASE and (word in AGENTS or _is_people(line, number)):
        return True
    if form == ING and (word in _JOINED or word in _MEANS or line.gap(number - 1) == ", "):
        return word in _JOINED or _is_told_beside(line, number)
    return word in _BEFORE_BARE or word[-2:] == "ly"


def _is_told_beside(line: Line, number: int) -> bool:
    """Whether a form in -ing tells what was done besides or by what: `cut its aid, expelling two envoys`; `By arresting X, …`."""
    words = line.words
    if words[number][2] in _RESULTS or any(word in MODALS or word in NEGATIONS for _, _, word in words):
        return False
    return words[number - 1][2] in _MEANS or line.has_finite(max(0, number - _FAR), number)


def is_besides(line: Line, number: int) -> bool:
    """Whether a form in -ing follows a comma or *by*: its clause begins with it."""
    return number > 0 and line.words[number][2].endswith("ing") and (
        line.words[number - 1][2] in _MEANS or line.gap(number - 1) == ", "
    )  # fmt: skip


def _is_people(line: Line, number: int) -> bool:
    """Whether the word before a verb names a people: `Bolivians elect a president on 17 August`."""
    _, end, word = line.words[number - 1]
    return word[-2:] == "ns" and end in line.ends


def verb_group(line: Line, number: int, form: str) -> Group | None:
    """Return the verb group of a verb, or None if it tells nothing that is told as a fact or plan."""
    if (
        form == BOTH
        and number
        and line.words[number - 1][2] in _BEFORE_BASE
        and is_base(line.words[number][2])
    ):
        form = BASE  # *threatened to cut*
    at, seen = number, []
    while at > 0 and "," not in line.gap(at - 1):
        word = line.words[at - 1][2]
        if word in _HABITS:
            return None
        if word in BE or word in HAVE or word in DO or word in MODALS or word in NEGATIONS:
            seen.append(word)
        elif word in _JUST and not seen and (at < 2 or line.words[at - 2][2] not in _HAVE_OR_BE):
            return None  # *newly formed parties*
        elif not (word in _ADVERBS or word.endswith("ly")) or line.words[at - 1][1] in line.ends:
            break
        at -= 1
    before = line.words[at - 1][2] if at > 0 else ""
    auxiliaries = set(seen)
    status = "did_not_occur" if auxiliaries & NEGATIONS else "occurred"
    if not auxiliaries:
        if form in {BOTH, PAST} and _is_described(line, number):
            return None
        at = number if form == BASE else at
        return _bare(line, at, form, before)
    if auxiliaries <= NEGATIONS and form in {BOTH, PAST}:
        return Group(at, passive=False, status=status)  # *never turned up*
    if auxiliaries & MODALS:
        modal = {"will"} | (_REPORTED_WILL if _is_reported(line, at) or _has_day(line, number) else set())
        will = auxiliaries & modal and form in {BASE, BOTH} and status == "occurred"
        return Group(at, "be" in auxiliaries and form != BASE, "planned") if will else None
    if auxiliaries & BE and form not in {ING, BASE, THIRD}:
        to = before == "to"
        if auxiliaries <= {"be", "being"} and not to:
            return None  # *demanded that he be freed*, *avoid being sent away*
        return None if to and line.words[at - 2][2] not in _PLANS else Group(
            at, passive=form != ING, status="planned" if to else _passing(auxiliaries, status)
        )  # fmt: skip
    if auxiliaries & BE and form == ING:
        return Group(at, passive=False, status="ongoing" if status == "occurred" else status)
    if "have" in auxiliaries and before == "to" and form not in {ING, BASE, THIRD}:
        governor = line.words[at - 2][2]
        if governor in _WAS:
            return Group(at - 2, passive="been" in auxiliaries, status="did_not_occur")
        told = governor in _TOLD
        return Group(max(at - 3, 0), passive="been" in auxiliaries, status=status) if told else None
    if auxiliaries & HAVE and form not in {ING, BASE, THIRD} and before != "to":
        return Group(at, passive=False, status=status)
    if auxiliaries & DO and form == BASE:
        return Group(at, passive=False, status=status)
    return None


def _is_reported(line: Line, at: int) -> bool:
    """Whether a clause is what somebody said before: `The envoy said the two sides would meet again`."""
    return any(word in _SAID for _, _, word in line.words[max(0, at - _NEAR_SAYING) : at])


def _is_described(line: Line, at: int) -> bool:
    """Whether a participle only describes: `6% funded`, `all captured fighters`."""
    words = line.words
    if at and "%" in line.gap(at - 1):
        return True
    if not at or words[at - 1][2] not in _EVERY or (at > 1 and words[at - 2][2] in _THEY):
        return False
    return at < 2 or words[at - 2][1] not in line.ends


def _passing(auxiliaries: set[str], status: str) -> str:
    """Return whether what is done to something goes on: `the terms are being settled`."""
    goes_on = "being" in auxiliaries and not _IS.isdisjoint(auxiliaries)
    return "ongoing" if goes_on and status == "occurred" else status


def _is_caused(line: Line, number: int) -> bool:
    """Whether whoever is named last at a word was made to act: `prompted X to recall its envoy`."""
    named = line.ends[line.words[number][1]]
    before = next((word for start, _, word in reversed(line.words[:number]) if start < named.begin), "")
    return before in _CAUSES


def _has_day(line: Line, number: int) -> bool:
    """Whether a verb after *would* has its day, with no condition: `They would meet again on 3 October`."""
    words = line.words
    near = range(number + 1, min(number + _NEAR_DAY, len(words)))
    told = any(is_date(words, at) and words[at - 1][2] in _ON for at in near)
    return told and not any(word in _CONDITIONS for _, _, word in words)


def _as_the_first(line: Line, at: int) -> Group | None:
    """Return the group of `became the first state to recognise`: who became it did it."""
    for number in range(at - 3, max(at - 9, 0), -1):
        if line.words[number][2] in _ORDINALS:
            before = number - (line.words[number - 1][2] == "the") - 1
            became = line.words[before][2] in {"became", "was", "were", "become"}
            return Group(before, passive=False, status="occurred") if before > 0 and became else None
    return None


def _bare(line: Line, at: int, form: str, before: str) -> Group | None:
    """Return the group of a verb without an auxiliary: past tense, participle after a noun, infinitive of a plan."""
    if form == BASE:
        if (before in AGENTS and before[-1:] == "s") or (at and _is_people(line, at)):
            return Group(at, passive=False, status="due")
        if before != "to" or at < 2:
            return None
        governor = line.words[at - 2][2]
        if line.words[at - 2][1] in line.ends and _is_caused(line, at - 2):
            return Group(at - 1, passive=False, status="occurred")
        if governor in _STILL and line.words[max(at - 3, 0)][2] in _HAVE_OR_BE:
            return Group(at - 3, passive=False, status="did_not_occur")  # *has yet to sign*
        if governor in _FAILURES:
            return Group(at - 2, passive=False, status="did_not_occur")
        if governor in _BEGINNINGS:
            return Group(at - 2, passive=False, status="occurred")
        if governor in _WAS and at > 2 and line.words[at - 3][2] in _WHAT_IT_WAS:
            return Group(at - 2, passive=False, status="occurred")  # *its answer was to close the border*
        if governor in _PLAN_NOUNS and at > 2 and line.words[at - 3][2] in _BEFORE_PLAN:
            return None  # *approved a plan to sell*: what is approved is the plan
        if governor in _PLANS:
            first = at - 2
            while first > 0 and line.words[first - 1][2] in _BEFORE_PLANNED:
                first -= 1
            return Group(
                first,
                passive=False,
                status="planned",
                is_wish=governor in _WISHES,
                is_scheduled=governor in _SCHEDULED,
            )
        return _as_the_first(line, at)
    if form == THIRD and at > 0 and (line.words[at - 1][1] in line.ends or before in AGENTS):
        return Group(at, passive=False, status="due")
    if form == ING and (before in _JOINED or is_besides(line, at)):
        return Group(at, passive=False, status="occurred")
    if (
        form == BOTH
        and before.isdigit()
        and len(before) != _DIGITS_OF_YEAR
        and line.words[at][2] in _CASUALTIES
    ):
        return None
    if form in {BOTH, PAST} and before not in _DETERMINERS:
        return Group(at, passive=False, status="occurred")
    return None
