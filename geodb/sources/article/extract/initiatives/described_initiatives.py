"""Initiatives without a name: a noun of initiatives, what tells it from others, and evidence that it is one of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from geodb.sources.article.extract.initiative import Initiative
from geodb.sources.article.extract.initiatives.initiative_clauses import (
    RELATIVE,
    end_of_relative,
    told_by_clause,
)
from geodb.sources.article.extract.initiatives.initiative_complements import TRUCES
from geodb.sources.article.extract.initiatives.initiative_evidence import acted_on, is_about
from geodb.sources.article.extract.initiatives.initiative_kinds import narrowed, term_of
from geodb.sources.article.extract.initiatives.initiative_phrases import Phrase, phrases_of
from geodb.sources.article.extract.language.initiative_nouns import TOGETHER, heads
from geodb.sources.article.extract.language.line import Line, line_of
from geodb.sources.article.extract.language.numbers import BOUNDS, NUMBER
from geodb.sources.article.extract.language.passage_words import by_sentence
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Passage
from geodb.sources.article.months import ENGLISH

_WORD = re.compile(r"[a-z]{3,}")
_TELL = frozenset("0123456789$€£¥")
_ROUTES = re.compile(r"(?:from|between)\s.+\s(?:to|and|with)\s|(?:linking|connecting|through|across|via)\s")
_TO_BUILD = re.compile(
    r"\b(?:would|will|is\sto|to\sbe|construction|being\sbuilt|planned|unfinished|delayed|stalled|completed|finished|worth|costs?|billion|financed)\b"
)
_LACKED = listed(
    "need|needs|needed|lack|lacks|lacked|lacking|want|wants|without|like|no|not|any|absent|wanted|deserves|hopes|expected|demand"
    "|demanded|demands|whether|about"
)
_IF = frozenset({"if", "should", "unless"})
_ASKED = frozenset({"whether", "about", "expected"})
_WOULD_BE = frozenset({"would", "could", "might", "may"})
_NEVER = frozenset({"never", "nobody", "neither"})
_CAPITAL = re.compile("[A-Z]")
_OF_NOUN = re.compile(r"of\s(?!the\b|an?\b|its\b|their\b|all\b|both\b|this\b|his\b|her\b|our\b)[a-z]")
_TAIL = re.compile(
    r"(?:\s|,\sto\sbe\s)(?:(?:drawn\sup|put\sforward|devised|drafted|brokered|proposed|backed|prepared|presented|unveiled|adopted|approved|passed|signed|agreed|negotiated"
    r"|financed|funded|managed|run|led|built|imposed|endorsed|announced|circulated|held|owned|chaired)\s(?:by|with)|(?:annexed|attached)\sto|worth\s[^,;.]{3,30}?\swith|with)(?=\s)"
    rf"|\sby(?=\s(?:the\s)?(?!{ENGLISH}\b|[A-Z][a-z]+day\b)[A-ZÀ-Ž])"
)
_JOINT = re.compile(r"\s(?:the\s|and\s|and\sthe\s)?|,\s")
_NEAR = 9
_LOOSE = ("of ", "in ", "under ", "between ", "with ", "among ")
_LISTED = re.compile(r"(?:,|\sand)\san?\s")
_NEXT = 60
_SUPERLATIVES = listed(
    "most|first|only|last|largest|biggest|greatest|longest|oldest|newest|latest|worst|best"
)
_TERM = re.compile(
    r"\b(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|multi)-(?:day|week|month|year|point|article|phase|stage|step|clause)\b"
)
_DEALS = re.compile(
    rf"(?<![\w.,-])(?=[0-9a-z])(?:(?:{BOUNDS})\s)?(?:{NUMBER}|several|dozens\sof)\s(?:[a-z-]+\s)?(?:agreements|deals|contracts|documents|memoranda|accords|projects|pacts|memorandums)(?:\sof\sunderstanding)?"
    r"\sworth\s(?:(?!\s(?:with|to|for|between|over|that|which|in|and|from|on|at)\s)(?:[^,;:.()“”]|(?<=[0-9])[.,](?=[0-9]))){2,45}"
)
_LOOSE_TO = ("to the ", "to an ", "to a ")
_WEAK_HEADS = listed(
    "policy|mission|act|agenda|declaration|arrangement|understanding|regulation|project|operation|partnership|convention|framework"
    "|program|proposal|dialogue|transition|bargain|compromise|settlement|commission|merger|constitution|budget|overhaul|charter|facility|tax|levy|timetable|decree|amendment|reform|legislation|directive|protocol"
    "|order|document|draft|offer|vision|approach|formula|duty|tariff|freeze|curb|pledge|contribution|donation|investment|injection|bond"
    "|pause|drive|bid|haircut|write-off|restructuring|rescheduling|subsidy|surcharge|royalty|tranche|cap|ceiling|clause|permit"
)
"""Nouns that say too little of themselves to be told by `the` and a word before them."""
_TRANSFERRED = listed("sale|purchase|takeover|acquisition|lease|transfer|swap|exchange")
_ENACTED = listed("passed|adopted|enacted|signed|repealed|drafted|approved|passes|adopts")
_HELD = listed("mandate|concession|licence|license|contract|permit|lease|grant|loan")
"""Of what is held those that the holder tells apart: `the concession of X`."""
_COSTS = listed("import|gas|energy|electricity|oil|fuel|food|power|heating|wage|clean")
"""Words before a bill that is to be paid, or that gives health."""
_COMMON = listed("centre|center|road|line|base|crossing|metro|fence|wall|barrier|quay|depot")
"""What lies about, and is an undertaking only where somebody plans or builds one."""
_FIGURATIVE = listed("link|branch")
"""Ways that may be only thought of: `the link between drought and war`."""
_PRICED = listed(
    "project|program|facility|investment|tranche|pledge|contribution|donation|injection|bond|subsidy|offer|order"
)
"""Of nouns that say little those that a sum tells apart: `a $5bn investment`."""
_SETS = listed("set|series|raft|slew|string|round|basket")
_OF_MEASURES = re.compile(
    r"of\s(?:[a-z-]+\s){0,3}(?:measures|steps|reforms|rules|proposals|sanctions|principles|guidelines|projects|tariffs|restrictions|curbs"
    r"|incentives|commitments|initiatives|pledges|deals|agreements|contracts|amendments|laws|concessions|exceptions|guarantees|safeguards)\b"
)
"""Of nouns that only gather what follows them those that gather what somebody undertakes: `a set of safeguards`."""
_BROAD_AIMS = listed("strategy|law|doctrine|bill|proposal")
_MAGNITUDES = listed("billion|million|trillion|bn|tn|dollar|dollars|euro|euros")
_SUM = re.compile(r"[0-9][0-9.,]*(?=\s?(?:[mb]n?|tn|[mb]illion|trillion)\b)")
_SMALL = listed("the|and|for|with|its|their|from|that|between|under|into|more|than|new|all")


def described(passage: Passage, places: Iterable[int]) -> Iterator[Initiative]:
    """Yield the initiatives of a passage that have no name of their own; nouns of such stand at these places."""
    for (start, end), here in by_sentence(passage, places):
        line = line_of(passage, start, end)
        for phrase in phrases_of(line, here):
            clause = told_by_clause(line, phrase)
            if (phrase.head.words in _SETS and not _tells(line, phrase)) or _is_actor(line, phrase):
                continue
            if (clause and not _is_lacked(line, phrase)) or _is_particular(line, phrase):
                one = _initiative(passage, phrase, clause)
                one.core = line.words[phrase.number][1]
                one.is_open = clause is not None or phrase.complement.startswith(RELATIVE)
                yield one


def _is_actor(line: Line, phrase: Phrase) -> bool:
    """Whether a body is said to be what the name right before it names: `with X, a consortium led by Y`."""
    if phrase.how != "a" or phrase.head.group not in {"body", "organ"} or not phrase.first:
        return False
    named = line.ends.get(line.words[phrase.first - 1][1])
    return named is not None and bool(named.actors) and line.gap(phrase.first - 1) == ", "


def deals(passage: Passage) -> Iterator[Initiative]:
    """Yield agreements that are only counted and priced: `some 60 contracts worth $3bn`."""
    for match in _DEALS.finditer(passage.lower) if " worth " in passage.lower else ():
        name = passage.text[match.start() : match.end()]
        yield Initiative(
            passage.no, *match.span(), name[:1].upper() + name[1:], "agreement", "initiative.counted", 50
        )


def _initiative(passage: Passage, phrase: Phrase, clause: int | None) -> Initiative:
    name = phrase.name.strip()
    kind = narrowed(phrase.head.kind, name)
    label = name[:1].upper() + name[1:]
    end = _with_tail(passage, phrase.end)
    is_bare = not phrase.telling and (
        not phrase.complement or phrase.complement.startswith((*_LOOSE_TO, *RELATIVE))
    )
    if clause and (is_bare or passage.text[phrase.end] == " "):
        end = max(end, clause)
    end = end_of_relative(passage.text, end) or end
    one = Initiative(passage.no, phrase.start, end, label, kind, "initiative.described", 60)
    one.term = term_of(name)
    one.group = phrase.head.group
    one.owned = phrase.how == "own"
    complement = _WORD.findall(phrase.complement.lower())
    telling = [word for word in phrase.telling if not word[0].isdigit() and word not in _MAGNITUDES]
    sums = _SUM.findall(passage.lower, phrase.start, one.start + len(phrase.name))
    one.words = frozenset([*telling, *sums, *(word for word in complement if word not in _SMALL)])
    return one


def _with_tail(passage: Passage, end: int) -> int:
    """Return where words end that say by or with whom: `a rule adopted by X`, `a contract with Y and Z`."""
    tail = _TAIL.match(passage.text, end)
    at = tail.end() if tail else end
    for mention in passage.mentions:
        if tail and at <= mention.begin <= at + _NEAR and _JOINT.fullmatch(passage.text, at, mention.begin):
            at = end = mention.end
    return end


def _is_particular(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase speaks of one agreement, plan, law or work, and not of such in general."""
    if not _tells(line, phrase) or _is_lacked(line, phrase) or _is_apposed(line, phrase):
        return False
    group = phrase.head.group
    if phrase.head.words == "bill" and not _COSTS.isdisjoint(phrase.before):
        return False
    if phrase.how == "a" and phrase.head.words == "act" and not _is_enacted(line, phrase):
        return False
    if phrase.how == "the" and phrase.head.words in _COMMON:
        return False
    if phrase.head.words in {"order", "bid"} and not phrase.complement.startswith("for "):
        return False
    if acted_on(line, phrase) or is_about(phrase):
        return True
    if phrase.is_plural:
        return False
    if group in {"body", "organ"} and _is_strong(phrase):
        return True
    if group in {"works", "body", "organ", "deed"}:
        return _is_priced(line, phrase)
    if group == "route":
        if "only" in phrase.before:
            return False
        is_route = _ROUTES.match(phrase.complement) is not None
        is_route &= phrase.head.words not in _FIGURATIVE or _CAPITAL.search(phrase.complement) is not None
        is_planned = _names(line, phrase) and _TO_BUILD.search(line.text, phrase.end, line.end) is not None
        return phrase.how != "a" and (is_route or is_planned)
    return _is_marked(line, phrase) or (phrase.how != "a" and _is_known(phrase))


def _is_enacted(line: Line, phrase: Phrase) -> bool:
    """Whether it is a parliament's act: `passed a foreign-agents act`."""
    return phrase.first > 0 and line.words[phrase.first - 1][2] in _ENACTED


def _tells(line: Line, phrase: Phrase) -> bool:
    """Whether anything tells a phrase from others that its noun heads."""
    complement = phrase.complement
    is_own = phrase.how == "own" and phrase.head.group in {"law", "plan", "pact"}
    if " " in phrase.head.words and (phrase.how == "a" or is_own):
        return True
    if phrase.head.words in _TRANSFERRED and complement.startswith("of "):
        return True
    if phrase.head.words in _SETS:
        return phrase.how == "a" and _OF_MEASURES.match(complement) is not None
    if complement.startswith("of ") and phrase.head.group not in {"body", "organ", "deed"}:
        is_content = not _TELL.isdisjoint(complement) or "sanctions" in complement
        is_content |= phrase.head.words in _HELD and _CAPITAL.search(complement) is not None
        is_content |= (
            phrase.head.group == "pact" or (phrase.head.group == "works" and phrase.how == "a")
        ) and _OF_NOUN.match(complement) is not None
        complement = complement if is_content else ""
    if phrase.telling or complement or not TOGETHER.isdisjoint(phrase.before):
        return True
    is_made = _TAIL.match(line.text, phrase.end, line.end) is not None
    return is_made or _names(line, phrase) or _is_numbered(line, phrase)


def _is_known(phrase: Phrase) -> bool:
    """Whether `the` or an owner and what tells it apart suffice: not of `the country’s biggest project`."""
    if phrase.how != "a" and not _SUPERLATIVES.isdisjoint(phrase.before):
        return False
    if phrase.how == "the" and phrase.head.words in TRUCES and phrase.complement:
        return True
    weak = phrase.head.words in _WEAK_HEADS
    if phrase.complement and not phrase.complement.startswith(_LOOSE) and not phrase.is_narrow:
        return not weak and phrase.head.words not in _BROAD_AIMS
    return phrase.is_narrow and (not weak or (phrase.head.words == "project" and len(phrase.before) > 1))


def _before(line: Line, phrase: Phrase) -> tuple[int, int]:
    """Return where the words stand between the determiner or owner and the head."""
    return line.words[phrase.first][0], line.words[phrase.number][0]


def _names(line: Line, phrase: Phrase) -> bool:
    """Whether a name stands before the head: `a GCC-ASEAN agreement`."""
    start, end = _before(line, phrase)
    return any(start < m.start < end for m in line.begins.values())


def _parties(line: Line, phrase: Phrase) -> int:
    """How many are named after the head: two in `a pact between X and Y`."""
    head = line.words[phrase.number][1]
    return sum(head < m.start and m.end <= phrase.end for m in line.begins.values())


def _is_numbered(line: Line, phrase: Phrase) -> bool:
    start, end = _before(line, phrase)
    return not _TELL.isdisjoint(line.text[start:end])


def _is_priced(line: Line, phrase: Phrase) -> bool:
    """Whether a sum before the head makes it one of its own: `a $4 billion fund`."""
    start, end = _before(line, phrase)
    return not frozenset("$€£¥").isdisjoint(line.text[start:end])


def _is_strong(phrase: Phrase) -> bool:
    """Whether a body is told by its strength: `a contingent of 4,000`."""
    return (
        phrase.how == "a" and phrase.complement.startswith("of ") and not _TELL.isdisjoint(phrase.complement)
    )


def _is_marked(line: Line, phrase: Phrase) -> bool:
    """Whether a sum, a term, a year or names of two parties before the head make it one of its own."""
    start, end = _before(line, phrase)
    before = line.text[start:end]
    if phrase.head.words in _WEAK_HEADS and phrase.head.words not in _PRICED:
        return _TERM.search(before) is not None
    if phrase.head.words in _PRICED and _is_priced(line, phrase):
        return True
    is_pact = phrase.head.group == "pact"
    is_of_two = is_pact and "-" in before and _names(line, phrase)
    is_of_two |= is_pact and phrase.complement.startswith("between ") and _parties(line, phrase) > 1
    return is_of_two or _is_numbered(line, phrase) or _TERM.search(before) is not None


def _is_lacked(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase tells what there is none of: `need a plan`, `never had a pact`, `If they agree on a tariff, …`."""
    first, words = phrase.first, line.words
    if first > 1 and words[first - 1][2] == "be" and words[first - 2][2] in _WOULD_BE:
        return True
    if phrase.how == "a" and words[0][2] in _IF and "," not in line.text[line.start : phrase.start]:
        return True
    if phrase.how == "own" and words[first - 1][2] in _ASKED:
        return False
    if any(words[k][2] in _NEVER for k in range(max(first - 4, 0), first)):
        return True
    return any(words[k][2] in _LACKED for k in range(max(first - 2, 0), first))


def _is_apposed(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase only says what the noun before it is: `the X dam, a scheme of 2 billion dollars`."""
    if phrase.how != "a" or phrase.first == 0 or line.gap(phrase.first - 1) not in {", ", " – ", " — "}:
        return False
    is_of_noun = line.words[phrase.first - 1][2] in heads()
    in_list = _LISTED.search(line.text, phrase.end, min(line.end, phrase.end + _NEXT)) is not None
    return phrase.complement.startswith("of ") or (is_of_noun and not in_list)
