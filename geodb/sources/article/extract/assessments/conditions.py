"""Conditions: clauses by `if` and its likes, and the parts of a sentence that each stand under one of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geodb.sources.article.extract.language.modals import has_modal, next_modal
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Passage

_IF = re.compile(
    r"\b(?=[IiUuSsPpAaOoWwBbFf])(?P<word>[Ii]f|[Uu]nless|[Ss]hould|[Pp]rovided(?:\sthat)?|[Aa]ssuming(?:\sthat)?|[Ii]n\sthe\sevent\s(?:of|that)|[Ii]n\scase\s(?:of)?|[Aa]s\slong\sas|[Oo]nce"
    r"|[Ss]o\slong\sas|[Oo]n\s(?:the\s)?condition\sthat|[Ss]uppos(?:e|ing)(?:\sthat)?|[Ii]magine(?:\sthat)?|[Aa]ssume(?:\sthat)?|[Ww]ere|[Ww]ithout|[Aa]bsent|[Bb]arring|[Ff]ailing|[Ii]n\sthe\sabsence\sof|[Bb]ut\sfor|[Ss]hort\sof)(?:,\s(?:on\sthe\sother\shand|by\scontrast|however|conversely|instead|for\sinstance|for\sexample),)?\s(?P<condition>(?:it|them|that|this|one|these|so|not)(?=,)|[^,.;]{6,200}(?:[.,](?=[0-9])[^,.;]{1,120})*(?:(?<=[A-Za-z]),\s(?:which|who|whose)\s[^,.;]{3,90},\s[^,.;]{6,120})?(?:,\s(?:say|as\s[^,.;]{2,40}|for\sinstance|for\sexample|however|despite\s[^,.;]{3,50}|after\s[^,.;]{3,50}|under\s[^,.;]{3,50}),\s(?![^,]*\b(?:would|could|will|might|may)\b)[^,.;]{4,100}(?=,\s))?(?:,\s(?:or|and)\s(?![^,]*\b(?:would|could|will|might|may)\b)[^,.;]{6,100}(?=,\s))?)"
)
_CONDITIONAL = listed(
    "if|unless|should|provided|assuming|event|case|long|once|condition|suppose|supposing|imagine|assume|were|without|absent"
    "|barring|failing|absence|short|but"
)
"""Words without one of which there is no condition."""
_RULE = re.compile(
    r"(?:If|Unless)\s(?!(?:you|we|I|one(?!\sof))\b)[^,.;:?“”\"]{6,120},\s(?!(?:you|we|I|one|please|ask|then\syou|that\sis)\b)"
    r"(?![^.?]*(?:\b(?:was|were|had|did|said|says|has\sbeen|have\sbeen)\b|\w{3,}ed\b(?!\sby)))[^.?“”\"]{10,}\.?$"
)
_ANOTHER = re.compile(
    r"(?:[;:]\s(?:(?:and|but|while|whereas)\s)?|,\s(?:and|but|while|whereas)\s)(?=(?:if|unless|should|without|absent|barring)\s)"
)
"""What stands between what follows from one condition and the next: `; if`, `, but without`."""
_LEADS_IN = re.compile(
    r"(?:(?:(?:First|Second|Third|Fourth|Last|Final)(?:ly)?|Conversely|However|Moreover|By\scontrast|On\sthe\sother\shand|Even\sso),\s|(?:But|And|Yet|Or|So)\s)"
)
_AFTER_THAT = re.compile(r"\bthat,?\s$")
_FELT = re.compile(
    r"\bbe\s(?:\w+\s)?(?:surprised|astonished|amazed|astounded|glad|happy|delighted|grateful|sorry|disappointed)\s$"
    r"|\b(?:surprise|astonish|amaze)\b[^,;]{0,40}\s$|\b(?:know|ask|asks|asked|wonder|wonders|see)\s$|\bwhat\s(?:[\w’'-]+\s){0,2}would\s[^,;]{2,40}\s$"
)
"""What stands before `if` where it is no condition: what somebody would feel, or asks."""
_BEFORE_SUBJECT = re.compile(
    r"(?P<condition>(?:(?:the|an?|its|their|this|that|such|any)\s)?[\w’'-]+(?:\s[\w’'$€£-]+){0,7}?)\s"
    r"(?=[“\"]?(?:(?:the|an?|its|their|it|they|he|she|we|neither|nobody|no\sone)\s|[A-Z][\w’'-]+\s)(?:[\w’'$-]+\s){0,5}?(?P<modal>would|could|might|will|may)\b)"
)
"""What is denied without a comma behind it: `Without the dam the town would be dry`."""
_SUBJECT = r"(?:(?:the|an?|any|another|its|their|this|that|these|both|either|talks|negotiations|he|she|they|it)\s|[A-Z])"
_INVERTED = re.compile(rf"should\s(?={_SUBJECT}[^,.;]{{2,}}\s)|were\s(?={_SUBJECT}[^,.;]{{2,60}}\sto\s)")
_WHAT_IF = re.compile(r"(?:And\s|But\s|So\s)?[Ww]hat\s(?:(?:happens|would\shappen|will\shappen)\s)?if\s")
_PARTICIPLE = re.compile(
    r"(?:\w+ly\s)?(?:\w+ed|\w+en|left|made|done|told|so|not|necessary|possible|need\sbe)\b"
)
_MAY = re.compile(r"\bmay\b")
_SHORT = frozenset({"so", "not"})
_QUOTED_WITH = frozenset(
    {"without", "absent", "barring", "failing", "in the absence of", "but for", "short of"}
)
"""Words that are quoted with what they deny: `without it` is the scenario, whose condition is `it`, denied."""
_ONLY_AT_THE_START = _QUOTED_WITH | {
    "should", "once", "were", "provided", "assuming", "assuming that", "suppose", "suppose that", "supposing", "supposing that",
    "imagine", "imagine that", "assume", "assume that",
}  # fmt: skip
_BEFORE_A_COMMA = _QUOTED_WITH | {"were"}
NEGATING = _QUOTED_WITH | {"unless"}


@dataclass(slots=True, frozen=True)
class Condition:
    """A condition at `start` to `end` of a paragraph, the word that makes it one, and where its quotation begins.

    It is first where it opens its sentence, or what somebody says.
    """

    start: int
    end: int
    word: str
    quoted: int
    is_first: bool

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.end

    def is_bare(self, text: str) -> bool:
        """Whether no comma ends what is denied, which then says less than the scenario that it stands in."""
        return self.word in _BEFORE_A_COMMA and not text.startswith(",", self.end)


def is_rule(text: str, start: int, end: int) -> bool:
    """Whether a sentence says in the present tense what follows from what: `If all three agree, the pact runs to 2042.`."""
    return _RULE.match(text, start, end) is not None


def parts(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a sentence that stand each under a condition: `If A, B would follow; if not, C would`."""
    if not _CONDITIONAL.isdisjoint(passage.words):
        for match in _ANOTHER.finditer(passage.text, start, end):
            if has_modal(passage.text, match.end(), end) and passage.in_quote(match.start()) is None:
                yield start, match.start()
                start = match.end()
    yield start, end


def if_clause(passage: Passage, start: int, end: int, *, follows: bool = False) -> Condition | None:
    """Return the condition of a sentence, or part of one, with a modal verb."""
    if _CONDITIONAL.isdisjoint(passage.words):
        return None
    is_told_here = (
        has_modal(passage.text, start, end)
        or is_rule(passage.text, start, end)
        or (passage.text.startswith("Should ", start) and not passage.text.startswith("?", end - 1))
    )
    if not (follows or is_told_here):
        return None
    for match in _IF.finditer(passage.text, start, end):
        word = " ".join(match["word"].lower().split())
        if word in _ONLY_AT_THE_START and not (
            _opens(passage.text, start, match.start()) or _is_inverted(passage.text, start, match)
        ):
            continue
        before = passage.text[max(start, match.start() - 5) : match.start()].lower()
        if passage.in_quote(match.start()) is not None or before in {"even ", "s as ", " as ", "only "}:
            continue
        if _FELT.search(passage.text, start, match.start()):
            continue
        is_first = _opens(passage.text, start, match.start())
        a, b = match.span("condition")
        b -= passage.text.startswith("?", b - 1)
        if passage.text[a:b] in _SHORT:
            return Condition(match.start(), b, word, match.start(), is_first)
        if word in _BEFORE_A_COMMA and is_first and _runs_on(passage, a, b):
            nearer = _BEFORE_SUBJECT.match(passage.text, a, end)
            if nearer is None or (nearer["modal"] == "will" and match.start() <= start + 1):
                continue  # `Without it nobody will …` foretells
            a, b = nearer.span("condition")
        if not (is_told_here or is_first or asks_what_if(passage.text, start)):
            continue
        if match.start() == start and (modal := next_modal(passage, a, b)):
            b = modal.start()
        return Condition(a, b, word, match.start() if word in _QUOTED_WITH else a, is_first)
    return None


def _runs_on(passage: Passage, start: int, end: int) -> bool:
    """Whether what would follow stands behind what is denied with no comma between: `Without it nobody will …`."""
    return passage.text[end : end + 1] != "," or has_modal(passage.text, start, end)


def is_condition(text: str, at: int) -> bool:
    """Whether a condition begins at an offset."""
    return _IF.match(text, at) is not None


def supposes(text: str, start: int, condition: Condition) -> bool:
    """Whether what a sentence says, `X would leave if nobody acts`, supposes something and tells what would follow.

    *If handled badly*, *unless* and *as long as* only bound what is said; what *may* be is foretold or permitted.
    """
    return (
        condition.word == "if"
        and _PARTICIPLE.match(text, condition.start) is None
        and _MAY.search(text, start, condition.start) is None
    )


def asks_what_if(text: str, start: int) -> bool:
    """Whether a sentence asks what would follow, which the next ones tell: `What if the dam breaks?`."""
    return _WHAT_IF.match(text, start) is not None


def _is_inverted(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a condition without `if` stands behind what would follow: `Prices would double should war break out`."""
    return _INVERTED.match(text, match.start()) is not None and has_modal(text, start, match.start())


def _opens(text: str, start: int, at: int) -> bool:
    """Whether nothing stands before a condition but what leads it in: `Secondly, should …`, `She said that without …`."""
    return (
        at <= start + 1
        or _LEADS_IN.fullmatch(text, start, at) is not None
        or _AFTER_THAT.search(text, max(start, at - 6), at) is not None
    )
