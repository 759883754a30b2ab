"""What somebody aims for: words of aiming, so much of something, and by when.

The patterns are for texts in small letters, as `Passage.lower` is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from geodb.sources.article.extract.initiatives.aim_words import Opening, openings_of
from geodb.sources.article.extract.language.aimed_values import (
    NONE,
    OF_MASS,
    Value,
    first_value,
    values_of,
)
from geodb.sources.article.extract.language.deadlines import DEADLINE, OF_GOAL, OPENING, edtf_of
from geodb.sources.article.extract.language.numbers import Amount

STANDARD = re.compile(
    r"(?:\b(?:a|an|the|its|their|his|her|this)|[’']s?)\s(?:[a-z-]+\s)?(?P<value>[0-9][0-9.,]*\s?-?(?:percent|per\scent|%|gw|mw|(?:million|billion)\s[a-z]+|[a-z]+)"
    r"(?:\s(?:of|to)\s(?:gdp|output))?)\s(?:[a-z-]+\s){0,2}?(?:target|goal|aim|objective|pledge|commitment|benchmark|guideline|threshold|ceiling|cap|quota|limit|floor)\b"
    r"(?!\s(?:of|on|to)\b)"
)
"""A value before the noun of what is aimed for: `the alliance’s 2 percent guideline`."""
_ACTION = re.compile(
    r"\b(?:increas|rais|cut|reduc|bring|boost|reach|achiev|lift|lower|slash|grow|keep|hold|limit|cap\b|capping|expand|attain|doubl|tripl|halv"
    r"|quadrupl|trebl|curb|shrink|narrow|trim|push|hit\b|restor|maintain|fill|cover|meet|subsidi|produc|build|train|creat|insur|install|plant|deliver|employ|hous|mov|relocat"
    r"|feed|vaccinat|connect|suppl|stor|protect|generat|deploy|recruit|hir|hand|clos|shut|resettl|free|releas|withdraw|fall|drop|ris)"
)
_LOWERING = re.compile(
    r"\b(?:cut|reduc|lower|slash|curb|shrink|narrow|trim|limit|cap\b|capping|caps\b|bring\s.*\b(?:down|below)|ceiling|phas|keep\s.*\b(?:below|under))"
)
_BELOW = re.compile(r"\b(?:below|under|less\sthan)\s$")
_BY = (" by", " cut of", " reduction of", " decrease of")
_LEVEL = re.compile(
    r"\b(?:to|by|at|below|under|above|of|for|with)\s(?:at\sleast\s|around\s|about\s|some\s|no\smore\sthan\s|up\sto\s|the\s)?$"
)
_CLAUSE_ENDS = re.compile(
    r"[;:.](?:\s|$)|,\s(?:but|while|although|though|which|who|after|up\sfrom|down\sfrom|compared|twice|from|where|when|as|said|and\s(?:we|he|she|it|they|i))\b"
    r"|\s(?:but|while|although|because|unless|if|whereas|compared\swith|after|when|said|(?<!more\s)(?<!less\s)(?<!fewer\s)than)\s"
)
_NEXT = re.compile(
    r"(?:,\s(?:and\s)?|\sand\s|,?\sas\swell\sas\s)(?:also\s)?(?:(?:wants?|aims?|plans?|intends?|hopes?|has|have)\s[^,;.]*?to\s)?(?:to\s)?"
    r"(?:(?P<verb>(?!(?:against|from|up|down|compared|with|in|by|over|under|for|after|before|versus|than|since|now|twice|half|at|about|around|nearly)\s)[a-z-]+)\s|(?P<bare>(?=[0-9$€£])))"
)
_MUST = re.compile(r"(?:must|(?:is|are|were)\sto|(?:is|are|were)\s(?:required|obliged|supposed)\sto)\b")
_CEASES = re.compile(
    r"\s?(?:end|stop|cease|disappear|vanish|be\s(?:phased\sout|banned|abolished|eliminated|scrapped|closed|removed))"
    r"(?=\s(?:altogether\s|completely\s)?(?:by|before|from)\s)"
)
_FUTURE = re.compile(r"\b(?:would|will|must)$")
_SUBJECT = re.compile(r"(?:^|[,:;]\s|\sand\s)(?P<subject>(?!(?:which|that|who|it|they)\b)[^,:;.]+\s)$")
_SUBJECT_WITHIN = 80
_TAIL = re.compile(
    r"\s(?:of\s(?:gdp|output|its\soutput|gross\sdomestic\sproduct|national\s\w+|the\stotal)|a\s(?:year|day|month)|per\s(?:year|day|month)|annually)\b"
)
_IS_NOUN = re.compile(
    r"(?:bid|effort|drive|push|aspiration|vow|proposal|intention|program|scheme|initiative|project|campaign|deal|pact|agreement|law|strategy|policy|roadmap|blueprint)"
)
_SHARES = frozenset({"percent", "percentage_points"})
_FAR = 110
_NEAR_GOAL = 30
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Aim:
    """What is aimed for at `start` to `end` of a paragraph; its words of aiming stand at `begin` to `after`, `how` is their kind."""

    start: int
    end: int
    after: int
    value: Value
    how: str
    deadline: str | None = None
    is_dated: bool = False
    said: int = -1

    @property
    def begin(self) -> int:
        """Where the words of aiming begin, after what is to change."""
        return self.said if self.said >= 0 else self.start

    @property
    def amount(self) -> Amount:
        """How much it is."""
        return self.value.amount


def aims_of(lower: str, start: int, end: int, wishes: list[int] | None) -> Iterator[Aim]:
    """Yield what a sentence aims for, at most one for each value.

    It is looked for at the words of wishing; without their places everywhere, and orders count too, as in a
    sentence that speaks of an initiative.
    """
    done, begun = start, OPENING.match(lower, start)
    openings = list(openings_of(lower, start, end, wishes))
    for number, opening in enumerate(openings):
        if opening.start < done:
            continue
        if opening.how == "standard":
            yield from _standards(lower, start, opening.end)
            continue
        stop = _clause_end(lower, opening.end, end)
        first = _aim(lower, opening, stop, begun) or _turned(lower, start, opening, stop, begun)
        if first is None or (opening.how == "order" and _names_goal(openings[number + 1 :], first)):
            continue
        yield first
        done = first.end
        for more in _conjoined(lower, first, stop):
            yield more
            done = more.end


def _names_goal(later: list[Opening], aim: Aim) -> bool:
    """Whether words of a goal stand between an order and its value, which is theirs: `sets up a fund with a goal of …`."""
    return any(one.how == "goal" and one.start < aim.value.start for one in later)


def _standards(lower: str, start: int, end: int) -> Iterator[Aim]:
    for match in STANDARD.finditer(lower, max(start, end - _FAR), end):
        for value in values_of(lower, *match.span("value"))[:1]:
            yield Aim(match.start(), match.end(), match.end(), value, "goal")


def _turned(lower: str, start: int, opening: Opening, stop: int, begun: re.Match[str] | None) -> Aim | None:
    """Return an aim whose value stands before its verb: `Under the plan, 65 percent of parts must come from X`."""
    if _MUST.match(lower, opening.start, opening.end) is None:
        return None
    begin = max(lower.rfind(", ", start, opening.start) + 2, start)
    values = values_of(lower, begin, opening.start) if opening.start - begin <= _FAR else []
    if not values:
        return None
    deadline = DEADLINE.match(lower, opening.end, stop)
    end = deadline.end() if deadline else stop
    first = values[0].start
    year = deadline or begun
    return Aim(first, end, first, values[0], "order", edtf_of(year), year is not None)


def _clause_end(lower: str, start: int, end: int) -> int:
    found = _CLAUSE_ENDS.search(lower, start, end)
    return found.start() if found else end


def _aim(lower: str, opening: Opening, stop: int, begun: re.Match[str] | None = None) -> Aim | None:
    """Return the first value after words of aiming, with its deadline, or one that follows, or that its sentence began with."""
    value = first_value(lower, opening.end, min(stop, opening.end + _FAR)) or _ended(lower, opening)
    if value is None:
        return None
    near = DEADLINE.match(lower, value.end, stop) or DEADLINE.match(lower, opening.end, value.start)
    year = (
        near or OF_GOAL.search(lower, opening.start, opening.end) or DEADLINE.search(lower, value.end, stop)
    )
    year = year or begun
    end = max(value.end, near.end() if near else 0)
    mass = (
        OF_MASS.match(lower, value.end, stop) if value.amount.unit == "tonnes" and end == value.end else None
    )
    end = mass.end() if mass else end
    tail = _TAIL.match(lower, end, stop)
    bounded = replace(value, amount=_bounded(lower, opening.start, value))
    aim = Aim(
        _with_subject(lower, opening),
        tail.end() if tail else end,
        opening.end,
        bounded,
        opening.how,
        edtf_of(year),
        year is not None,
        opening.start,
    )
    return aim if _holds(lower, aim) else None


def _with_subject(lower: str, opening: Opening) -> int:
    """Return where what is to change begins: `tariffs on fish are to fall to 5 percent`."""
    if _MUST.match(lower, opening.start, opening.end) is None:
        return opening.start
    begun = _SUBJECT.search(lower, max(0, opening.start - _SUBJECT_WITHIN), opening.start)
    return begun.start("subject") if begun else opening.start


def _ended(lower: str, opening: Opening) -> Value | None:
    """Return the nothing that is to be left of a subject: `imports of coal must end by 2030`."""
    gone = _CEASES.match(lower, opening.end) if opening.how in {"order", "isto"} else None
    return Value(NONE, *gone.span()) if gone else None


def _bounded(lower: str, start: int, value: Value) -> Amount:
    """Return an amount with the bound that the words before it set: `cut to`, `below`, `a ceiling of`."""
    before = lower[start : value.start]
    if value.amount.hedge or value.amount.unit == "ratio":
        return value.amount
    if _BELOW.search(before):
        return replace(value.amount, hedge="below")
    if _LOWERING.search(before) and not before.rstrip().endswith(_BY):
        return replace(value.amount, hedge="at most")
    return value.amount


def _holds(lower: str, aim: Aim) -> bool:
    """Whether words of aiming and a value make a target."""
    amount, first = aim.amount, aim.value.start
    acts = _ACTION.search(lower, aim.after, first + 12) is not None
    is_future = _FUTURE.search(lower, aim.start, aim.after) is not None
    if aim.how in {"isto", "will"}:
        return aim.is_dated
    if aim.how == "goal":
        return aim.is_dated or acts or first - aim.after < _NEAR_GOAL
    if aim.how in {"order", "passive"}:
        return (
            acts
            or (not is_future and amount.unit in _SHARES)
            or (amount.measure != "money" and (aim.is_dated or not is_future))
        )
    if amount.unit == "percent" and amount.value in {0, _WHOLE}:
        return aim.is_dated or (amount.value == _WHOLE and acts)
    is_level = _LEVEL.search(lower[aim.start : first]) is not None or amount.unit == "ratio"
    is_bound = amount.unit in _SHARES and (first - aim.after <= 1 or amount.hedge == "at least")
    if _IS_NOUN.match(lower, aim.start, aim.after):
        return aim.is_dated or amount.unit == "ratio"
    return aim.is_dated or is_bound or "aim" in lower[aim.start : aim.after] or (acts and is_level)


def _conjoined(lower: str, aim: Aim, stop: int) -> Iterator[Aim]:
    """Yield what follows by *and*: `build 2 million homes, create 500,000 jobs and cut poverty to 10 percent`."""
    at = aim.end
    while (joint := _NEXT.match(lower, at, stop)) is not None:
        begin = joint.start("verb") if joint["verb"] else joint.start("bare")
        more = _aim(lower, Opening(begin, begin, aim.how), stop)
        if more is None:
            return
        yield more
        at = more.end
