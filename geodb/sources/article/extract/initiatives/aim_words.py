"""Where a sentence speaks of what somebody aims for: verbs of wishing and ordering, and nouns of goals.

The patterns are for texts in small letters, as `Passage.lower` is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geodb.sources.article.extract.language.words import listed

_REFLEXIVE = r"(?:\s(?:itself|themselves|himself|herself|the\scountry|the\sbloc|(?:its\s)?(?:members?|members?\sstates|signatories|parties|governments?|countries)))?"
_WISHES = {
    r"\s(?:to|for|at)\b": "aim|aims|aimed|aiming",
    r"\s(?:to|for)\b": "hope|hopes|hoping",
    r"(?:\sto\b|(?=\s(?:[0-9$€£]|(?:no\smore|no\sfewer|more|less|fewer)\sthan|at\s(?:least|most)|up\sto|(?:one|two|three|four|five|six|seven|eight|nine|ten|half)\s))|(?:\s[\w’'-]+){1,4}?\sto\b(?=\s[a-z]))": "want|wants|wanted",
    r"\sto\b(?=\s[a-z])(?!\s(?:an?|the)\b)": "mean|means|meant|expect|expects|aspire|aspires|aspired|strive|strives|looks|prepares|preparing|undertake|undertakes|hoped",
    r"\sto\b": "seek|seeks|seeking|sought|plan|plans|planned|planning|intend|intends|intended|intending|wish|wishes|propose"
    "|proposes|proposed|proposing|wanting",
    r"\s(?:(?:in|on|at|with)\s(?:the\s)?[\w-]+\s|(?:last|this)\s[\w-]+\s)?(?:to|on)\b": "pledge|pledges|pledged|pledging|vow|vows|vowed|vowing"
    "|promise|promises|promised|promising|undertook|undertaken|undertaking|resolved|decided|agreed|determined",
    # Nouns that aim for what follows them as an infinitive: `a push to double exports`.
    r"\sto\b(?=\s[a-z])": "bid|effort|drive|push|aspiration|vow|proposal|intention|programme|program|scheme|initiative|project|campaign|deal"
    "|pact|agreement|law|strategy|policy|roadmap|blueprint",
    rf"{_REFLEXIVE}\sto\b": "commit|commits|committed|committing",
}  # fmt: skip
_WISH = {word: re.compile(after) for after, words in _WISHES.items() for word in words.split("|")}
_NOUNS_TOO = frozenset({"means"})
_OF_NOUN = (" the ", " a ", " no ", " any ", " by ", " its ", " their ", " other ")
_PASSIVE = listed("intended|designed|meant|supposed|required|obliged|bound|due|aimed")
_AFTER_PASSIVE = re.compile(r"\s(?:to|at)\b")
_BE = ("is ", "are ", "was ", "were ", "be ")
_ORDERS = {
    "call": r"\sfor\b", "calls": r"\sfor\b", "called": r"\sfor\b", "provide": r"\sfor\b", "provides": r"\sfor\b", "provided": r"\sfor\b",
} | dict.fromkeys(
    listed(
        "envisages|envisaged|envisage|foresees|foresee|foresaw|stipulates|mandates|mandated|mandate|requires"
        "|required|require|obliges|obliged|oblige|caps|limits|commits|committed|promises|sets|limited|bars"
        "|would|will|must|target|targets|targeted|targeting|allows|guarantees|binds|bind|bound"
    ),
    r"\b",
)  # fmt: skip
_ORDER = {word: re.compile(after) for word, after in _ORDERS.items()}
_GOALS = listed(
    "task|target|goal|aim|objective|ambition|pledge|commitment|benchmark|guideline|threshold|ceiling|cap|quota|limit|floor|milestone"
)
_OWN = r"(?:a|an|the|its|their|his|her|this|[\w.-]+[’']s?)"
_BEFORE_GOAL = re.compile(
    rf"(?:\b(?:sets?|setting|fixed|missed|reach(?:ed)?|met|meet|adopted|announced|agreed\son|has|have|with)\s)?(?:(?:itself|themselves)\s)?(?<![\w-]){_OWN}\s"
    r"(?:(?!(?:that|which|of|to|and|the|an?|its|their|for|in|sets?|has|have|is|was|missed|fixed)\b)[\w%€$£.,-]+\s){0,4}$"
)
_AFTER_GOAL = re.compile(
    r"s?\s(?:(?:is|was|are|remains|stands)(?:\s(?:set\s)?(?:to|at|of|for))?|set\sat|fixed\sat|of|to|at|for)(?=\s)"
)
_LEAD = re.compile(r"(?:\b(?:which|that|and)\s)?(?:\b(?:is|are|was|were|has|have)\s)?$")
_DENIED = re.compile(r"\b(?:not|never|no\slonger|refused?|had|n[’']t|without)\s(?:been\s)?$")
_WORD = re.compile(r"[a-z]+")
_WILL = re.compile(
    r"\s(?:cut|reduce|raise|lift|halve|phase\sout|limit|cap|slash|lower|spend|invest|double|triple)\b"
)
_PASSIVE_ALONE = listed("meant|supposed|intended|required|obliged")
WISH_WORDS = frozenset(_WISH) | _GOALS | _PASSIVE_ALONE | {"will"}
"""Words without one of which a sentence that names no initiative aims for nothing."""
_ALL = WISH_WORDS | listed("is|are|was|were") | _PASSIVE | frozenset(_ORDER)
_COUNTED_GOAL = re.compile(
    r"(?<![0-9.,])(?!20[0-9][0-9]\s)[0-9](?:[0-9.,]*\s?-?[a-z%]+)(?:\s(?:of|to)\s(?:gdp|output))?\s(?:[a-z-]+\s){0,2}?$"
)
_WINDOW = 60


@dataclass(frozen=True, slots=True)
class Opening:
    """Where words of aiming stand, lead included; `how` is wish, goal, order, passive, isto, will or standard."""

    start: int
    end: int
    how: str


def openings_of(lower: str, start: int, end: int, wishes: list[int] | None) -> Iterator[Opening]:
    """Yield the words of aiming in a sentence: at these places, or without them at all words, orders included."""
    matches = _WORD.finditer(lower, start, end) if wishes is None else _words_at(lower, wishes)
    for match in matches:
        if wishes is None and match[0] not in _ALL:
            continue
        found = _opening(lower, start, match, is_owned=wishes is None)
        if found and _DENIED.search(lower[max(start, found.start - 16) : found.start]) is None:
            yield found


def _words_at(lower: str, places: list[int]) -> Iterator[re.Match[str]]:
    for at in sorted(places):
        if match := _WORD.match(lower, at):
            yield match


def _opening(lower: str, start: int, match: re.Match[str], *, is_owned: bool) -> Opening | None:
    word, at, end = match[0], match.start(), match.end()
    if word in _GOALS and _is_standard(lower, max(start, at - _WINDOW), match):
        return Opening(at, end, "standard")
    if word in _GOALS and (after := _AFTER_GOAL.match(lower, end)):
        first = max(start, at - _WINDOW)
        before = _BEFORE_GOAL.search(lower[first:at])
        if before:
            return Opening(first + before.start(), after.end(), "goal")
    is_passive = lower.endswith(_BE, start, at)
    if is_owned and is_passive and word in _PASSIVE:
        after = _AFTER_PASSIVE.match(lower, end)
        return Opening(_led(lower, start, at), after.end(), "passive") if after else None
    if is_passive and word in _PASSIVE_ALONE and (after := _AFTER_PASSIVE.match(lower, end)):
        return Opening(_led(lower, start, at), after.end(), "isto")
    if (
        word in _WISH
        and not (word in _NOUNS_TOO and lower.endswith(_OF_NOUN, start, at))
        and not (is_passive and word == "meant")
    ):
        after = _WISH[word].match(lower, end)
        if after:
            return Opening(_led(lower, start, at), after.end(), "wish")
    if is_owned and word in _ORDER:
        after = _ORDER[word].match(lower, end)
        return Opening(_led(lower, start, at), after.end(), "order") if after else None
    if not is_owned and word == "will" and _WILL.match(lower, end):
        return Opening(at, end, "will")
    if is_owned and word in {"is", "are", "was", "were"} and lower.startswith(" to ", end):
        return Opening(_led(lower, start, at), end + 3, "isto")
    return None


def _is_standard(lower: str, start: int, match: re.Match[str]) -> bool:
    """Whether a value stands right before the noun of what is aimed for, and none is to follow it."""
    return (
        not lower.startswith((" of ", " to ", " on "), match.end())
        and _COUNTED_GOAL.search(lower, start, match.start()) is not None
    )


def _led(lower: str, start: int, at: int) -> int:
    """Return where the words begin that lead in a verb: `which is`, `has`."""
    first = max(start, at - 14)
    lead = _LEAD.search(lower[first:at])
    return first + lead.start() if lead else at
