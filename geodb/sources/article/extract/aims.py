"""What somebody aims for: a verb or noun of aiming, so much of something, and by when.

The patterns are for texts in small letters, as `Passage.lower` is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from geodb.sources.article.extract.aim_words import Opening, openings_of
from geodb.sources.article.extract.fractions import FRACTION, TIMES, fraction_of, times_of
from geodb.sources.article.extract.numbers import AMOUNT, COUNTED, Amount, amount_of
from geodb.sources.article.extract.words import listed
from geodb.sources.article.months import ENGLISH, MONTHS, fold

STANDARD = re.compile(
    r"(?:\b(?:a|an|the|its|their|his|her|this)|[’']s?)\s(?:[a-z-]+\s)?(?P<value>[0-9][0-9.,]*\s?-?(?:percent|per\scent|%|gw|mw|(?:million|billion)\s[a-z]+|[a-z]+)(?:\s(?:of|to)\s(?:gdp|output))?)\s(?:[a-z-]+\s){0,2}?(?:target|goal|aim|objective|pledge|commitment|benchmark|guideline|threshold|ceiling|cap|quota|limit|floor)\b(?!\s(?:of|on|to)\b)"
)
_ACTION = re.compile(
    r"\b(?:increas|rais|cut|reduc|bring|boost|reach|achiev|lift|lower|slash|grow|keep|hold|limit|cap\b|capping|expand|attain|doubl|tripl|halv|quadrupl|trebl|curb|shrink|narrow|trim|push|hit\b|restor|maintain|fill|cover|meet)"
)
_LOWERING = re.compile(
    r"\b(?:cut|reduc|lower|slash|curb|shrink|narrow|trim|limit|cap\b|capping|caps\b|bring\s.*\b(?:down|below)|ceiling|phas|keep\s.*\b(?:below|under))"
)
_NETZERO = re.compile(
    r"\b(?:net[\s-]zero(?:\s(?:greenhouse\sgas\s|carbon\s|co2\s)?emissions)?|(?:carbon|climate)[\s-]neutral(?:ity)?)\b"
)
_ENDING = re.compile(
    r"\b(?:phas(?:e|ing)[\s-]out|eliminat(?:e|ing)|eradicat(?:e|ing)|abolish(?:ing)?|wip(?:e|ing)\sout|end|ending|stop|stopping)\s(?P<what>(?:(?!by\b|until\b)[\w’'-]+\s?){1,7})"
)
_WHOLE = re.compile(r"\b(?:self-sufficien(?:cy|t)|universal\s(?:\w+\s){0,2}(?:access|coverage|care))\b")
_DECADES = r"the\s(?:end|middle|close|start|turn|beginning)\sof\s(?:the|this|next|the\snext)\s(?:decade|century|year)|mid-century|the\smid-[0-9]{4}s|(?:the\s)?(?:early|late|mid-)?\s?20[0-9]0s|next\s(?:year|decade|summer|spring|autumn)|this\s(?:year|decade)|the\s(?:next|following)\s(?:year|decade)"
_DEADLINE = re.compile(
    rf"[^.;0-9$€£]{{0,60}}?\b(?:(?:by|until|before|no\slater\sthan|in|for|through|from|at|towards)\s(?:the\send\sof\s|the\syear\s|the\sfiscal\syear\s|mid-|late\s|early\s|around\s|about\s)?(?:(?:[0-9]{{1,2}}\s)?(?P<month>{ENGLISH.lower()})\s(?:[0-9]{{1,2}},?\s)?)?(?P<year>20[2-9][0-9]|2100)\b(?!s)(?:-[0-9]+)?(?:\sat\sthe\slatest)?"
    rf"|(?:by|until|before|in|for)\s(?:{_DECADES})|(?:by|before)\s(?:[0-9]{{1,2}}\s)?(?:{ENGLISH.lower()})\b|(?:this|next)\s(?:year|decade)\b"
    r"|(?:within|over|in)\s(?:the\snext\s|the\scoming\s)?(?:[0-9]+|an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|the\scoming)\s(?:years?|decades?|months?|generation)\b)"
)
_OPENS = re.compile(r"(?:by|until|before)\s(?:the\send\sof\s)?(?P<year>20[2-9][0-9])\b")
_EARLY_YEAR = re.compile(
    r"\b(?P<year>20[2-9][0-9])\s(?:target|goal|aim|objective|deadline|pledge|commitment)"
)
_NO_COUNT = frozenset({"years", "months", "days", "weeks", "hours", "minutes"})
_CLAUSE_ENDS = re.compile(
    r"[;:.](?:\s|$)|,\s(?:but|while|although|though|which|who|after|up\sfrom|down\sfrom|compared|twice|from|where|when|as|said)\b|\s(?:but|while|although|because|unless|if|whereas|compared\swith|after|than|when|said)\s"
)
_NEXT = re.compile(
    r"(?:,\s(?:and\s)?|\sand\s|,?\sas\swell\sas\s)(?:also\s)?(?:(?:wants?|aims?|plans?|intends?|hopes?|has|have)\s[^,;.]*?to\s)?(?:to\s)?(?:(?P<verb>[a-z-]+)\s|(?P<bare>(?=[0-9$€£])))"
)
_PLAIN_NOUN = re.compile(
    r"\s(?:(?:new|more|additional|extra|further|small|large|local|social|public|affordable)\s)?(?P<noun>[a-z-]{3,}s)\b"
)
_NOT_COUNTED = listed(
    "times|is|was|has|as|this|its|years|months|days|weeks|hours|minutes|decades|percents|points|others|dollars"
)
_MUST = re.compile(r"(?:must|(?:is|are|were)\sto|(?:is|are|were)\s(?:required|obliged|supposed)\sto)\b")
_IS_FUTURE = re.compile(r"\b(?:would|will|must)$")
_FAR = 110


@dataclass(frozen=True, slots=True)
class Aim:
    """What is aimed for at `start` to `end` of a paragraph; `strength` is wish, order, goal or will."""

    start: int
    end: int
    after: int
    what: str
    amount: Amount
    number: re.Match[str] | None
    deadline: str | None
    is_dated: bool
    how: str


def aims_of(lower: str, start: int, end: int, *, is_owned: bool) -> Iterator[Aim]:
    """Yield what a sentence aims for, at most one for each value; orders only if it speaks of an initiative."""
    done = start
    yield from _standards(lower, start, end)
    for opening in openings_of(lower, start, end, is_owned=is_owned):
        if opening.start < done:
            continue
        stop = _clause_end(lower, opening.end, end)
        first = _aim(lower, opening.start, opening.end, stop, opening.how) or _before(
            lower, start, opening, stop
        )
        if first is None:
            continue
        yield _with_opening(lower, start, first)
        done = first.end
        for more in _conjoined(lower, first, stop):
            yield more
            done = more.end


def _standards(lower: str, start: int, end: int) -> Iterator[Aim]:
    """Yield values that stand before the noun of aiming: `the alliance’s 2 percent guideline`."""
    for match in STANDARD.finditer(lower, start, end):
        found = list(_values(lower, match.start("value"), match.end("value")))
        if found:
            amount, number, _, _ = found[0]
            yield Aim(match.start(), match.end(), match.end(), match[0], amount, number, None, False, "goal")


def _before(lower: str, start: int, opening: Opening, stop: int) -> Aim | None:
    """Return an aim whose value stands before its verb: `Under the plan, 65 percent of parts must come from X`."""
    if _MUST.match(lower, opening.start, opening.end) is None:
        return None
    comma = lower.rfind(", ", start, opening.start)
    begin = comma + 2 if comma > 0 else start
    found = [] if opening.start - begin > _FAR else list(_values(lower, begin, opening.start))
    if not found:
        return None
    amount, number, first, _ = found[0]
    deadline = _DEADLINE.match(lower, opening.end, stop)
    end = deadline.end() if deadline else stop
    return Aim(
        first, end, first, lower[first:end], amount, number, _edtf(deadline), deadline is not None, "order"
    )


def _clause_end(lower: str, start: int, end: int) -> int:
    found = _CLAUSE_ENDS.search(lower, start, end)
    return found.start() if found else end


def _aim(lower: str, start: int, after: int, stop: int, how: str) -> Aim | None:
    """Return the first value after a verb or noun of aiming, with its deadline."""
    value = _value(lower, after, min(stop, after + _FAR))
    if value is None:
        return None
    amount, number, first, last = value
    deadline = _DEADLINE.match(lower, last, stop) or _DEADLINE.match(lower, after, first)
    shared = None if deadline else _DEADLINE.search(lower, last, stop)
    early = _EARLY_YEAR.search(lower, start, after)
    end = max(last, deadline.end() if deadline else last)
    amount = _bounded(lower, start, first, amount)
    deadline = deadline or shared
    dated = deadline is not None or early is not None
    if not _holds(lower, start, after, first, how, dated=dated, amount=amount):
        return None
    year = early["year"] if early and not deadline else _edtf(deadline)
    return Aim(
        start, _tail(lower, end, stop), after, lower[after:last].strip(), amount, number, year, dated, how
    )


_TAIL = re.compile(
    r"\s(?:of\s(?:gdp|output|its\soutput|gross\sdomestic\sproduct|national\s\w+|the\stotal)|a\s(?:year|day|month)|per\s(?:year|day|month|cent\sof\sgdp)|annually)\b"
)


def _tail(lower: str, end: int, stop: int) -> int:
    match = _TAIL.match(lower, end, stop)
    return match.end() if match else end


def _value(lower: str, after: int, stop: int) -> tuple[Amount, re.Match[str] | None, int, int] | None:
    """Return the value that stands first, but the one after `to` before the one after `from`."""
    found = list(_values(lower, after, stop))
    if not found:
        return None
    first = found[0]
    if lower[max(after, first[2] - 6) : first[2]].rstrip().endswith("from") and len(found) > 1:
        return found[1]
    if first[1] is None and first[0].unit == "ratio":
        absolute = next((one for one in found[1:] if lower[: one[2]].rstrip().endswith(" to")), None)
        return absolute or first
    return first


def _values(lower: str, after: int, stop: int) -> Iterator[tuple[Amount, re.Match[str] | None, int, int]]:
    found: list[tuple[Amount, re.Match[str] | None, int, int]] = []
    for match in AMOUNT.finditer(lower, after, stop):
        amount = amount_of(match)
        if amount is None or amount.unit in _NO_COUNT:
            continue
        last = match.end()
        if amount.unit is None:
            if amount.value < 2 or _is_year(match):
                continue
            noun = _PLAIN_NOUN.match(lower, last, stop)
            if noun and noun["noun"] not in _NOT_COUNTED:
                amount, last = replace(amount, unit="items"), noun.end()
            elif unit := _unit_before(lower, after, match):
                amount = replace(amount, unit=unit)
            else:
                continue
        found.append((amount, match, match.start() + (lower[match.start()] == " "), last))
    for part in FRACTION.finditer(lower, after, stop):
        found.append((fraction_of(part), None, *part.span()))
    for times in TIMES.finditer(lower, after, stop):
        found.append((times_of(times), None, *times.span()))
    for zero in _NETZERO.finditer(lower, after, stop):
        found.append((Amount(Decimal(0), "tonnes_co2e", "at most", "", "emissions"), None, *zero.span()))
    for whole in _WHOLE.finditer(lower, after, stop):
        found.append((Amount(Decimal(100), "percent", None, "", "share"), None, *whole.span()))
    if not found and (gone := _ENDING.match(lower.rstrip(), after + (lower[after : after + 1] == " "), stop)):
        found.append((Amount(Decimal(0), "percent", "at most", "", "share"), None, gone.start(), gone.end()))
    yield from sorted(found, key=lambda each: each[2])


def _unit_before(lower: str, after: int, match: re.Match[str]) -> str | None:
    """Return the unit of a number that stands before it: `the number of refugees to 365,000`."""
    if not (match["scale"] or "," in match["number"]):
        return None
    words = [
        word
        for word in re.findall(r"[a-z-]+", lower[max(0, after - _FAR) : match.start()])
        if word in COUNTED
    ]
    return COUNTED[words[-1]] if words else None


def _is_year(match: re.Match[str]) -> bool:
    return bool(re.fullmatch(r"(?:19|20)[0-9]{2}", match["number"])) and not match["scale"]


def _bounded(lower: str, start: int, first: int, amount: Amount) -> Amount:
    """Return an amount with the bound that the words before it set: `cut to`, `below`, `a ceiling of`."""
    before = lower[start:first]
    if amount.hedge or amount.unit == "ratio":
        return amount
    if re.search(r"\b(?:below|under|less\sthan)\s$", before):
        return replace(amount, hedge="below")
    if _LOWERING.search(before) and not before.rstrip().endswith(" by"):
        return replace(amount, hedge="at most")
    return amount


def _holds(lower: str, start: int, after: int, first: int, how: str, *, dated: bool, amount: Amount) -> bool:
    """Whether words of aiming and a value make a target."""
    words = lower[after:first]
    if how == "isto":
        return dated
    acts = _ACTION.search(lower, after, first + 12) is not None
    if how == "goal":
        return dated or acts or len(words) < 30
    if how == "order":
        is_level = amount.unit in {"percent", "percentage_points"} and _IS_FUTURE.search(lower, start, after) is None
        return acts or is_level or (amount.measure != "money" and (dated or _IS_FUTURE.search(lower, start, after) is None))
    if (amount.unit == "percent" and amount.value == 0) or amount.value == 100:
        return dated or (amount.value == 100 and acts)
    level = bool(
        re.search(
            r"\b(?:to|by|at|below|under|above|of|for|with)\s(?:at\sleast\s|around\s|about\s|some\s|no\smore\sthan\s|up\sto\s|the\s)?$",
            lower[start:first],
        )
    )
    return dated or "aim" in lower[start:after] or (acts and (level or amount.unit == "ratio"))


def _with_opening(lower: str, start: int, aim: Aim) -> Aim:
    """Return an aim with the deadline that its sentence begins with: `By 2030, X wants to …`."""
    opening = _OPENS.match(lower, start)
    return replace(aim, deadline=opening["year"], is_dated=True) if opening and not aim.is_dated else aim


def _conjoined(lower: str, aim: Aim, stop: int) -> Iterator[Aim]:
    """Yield what follows by *and*: `build 2 million homes, create 500,000 jobs and cut poverty to 10 percent`."""
    at = aim.end
    while (joint := _NEXT.match(lower, at, stop)) is not None:
        begin = joint.start("verb") if joint["verb"] else joint.start("bare")
        more = _aim(lower, begin, begin, stop, aim.how)
        if more is None:
            return
        yield more
        at = more.end


def _edtf(deadline: re.Match[str] | None) -> str | None:
    if deadline is None or deadline["year"] is None:
        return None
    if deadline["month"]:
        return f"{deadline['year']}-{MONTHS[fold(deadline['month'])]:02d}"
    return deadline["year"]
