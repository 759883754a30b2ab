"""Targets of initiatives: `aims to increase trade to 500 billion dollars by 2030`, `will double exports by 2027`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from geodb.sources.article.extract.initiative import Initiative, Target
from geodb.sources.article.extract.keys import Keys
from geodb.sources.article.extract.measures import measure_of
from geodb.sources.article.extract.numbers import AMOUNT, Amount, amount_of
from geodb.sources.article.extract.page import Item, Page, Passage
from geodb.sources.article.months import ENGLISH, MONTHS, fold

_AIMS = re.compile(
    r"\b(?:(?:which|that|and)\s)?(?:(?:is|are|was|were)\s(?:intended|designed|expected|meant|supposed|due)\sto|aims?\s(?:to|at)|aimed\s(?:to|at)|aiming\s(?:to|at)|seeks?\sto|sought\sto|seeking\sto"
    r"|plans?\sto|planned\sto|pledge[sd]?\sto|pledging\sto|commit(?:s|ted)?(?:\s(?:itself|themselves))?\sto|commits\s\w+\sto|vow(?:s|ed)?\sto|promise[sd]?\sto|agreed\sto|targets?|targeting|targeted"
    r"|sets?\sa\s(?:target|goal)\sof|(?:target|goal|aim|objective)\s(?:is\s(?:to)?|of|to)|envisages?|foresees?|calls\sfor|provides\sfor|will|would|to\s(?=(?:increase|raise|cut|reduce|double|triple|bring|boost|reach|mobili[sz]e|invest|spend|lift|halve|build|expand|provide|deploy)\b))\s?"
    r"(?P<what>[^.;]{0,90}?)\s?(?=[0-9$€£¥]|US\$|USD|EUR|at\sleast|more\sthan|up\sto|around|about|some\s|over\s|half\sa|one\s(?:million|billion)|a\s(?:hundred|thousand|million|billion)|double|triple|halve|halving|doubling)"
)
_ACTION = re.compile(
    r"\b(?:increas|rais|cut|reduc|doubl|tripl|bring|boost|reach|achiev|mobili[sz]|invest|spend|lift|halv|build|expand|provid|deploy|connect|train|produc|generat|create|creat|lower|slash|grow|attain|install|restor|plant|vaccinat|deliver|hav|export|import|trade|emission)"
)
_TIMES = re.compile(
    r"\b(?P<word>doubl(?:e|ing)|tripl(?:e|ing)|quadruple|halv(?:e|ing))\b(?P<what>\s[^.,;]{2,60}?)(?=\s(?:by|within|until|before|over|in)\s|[,.;]|$)"
)
_FACTORS = {
    "doubl": Decimal(2),
    "tripl": Decimal(3),
    "quadr": Decimal(4),
    "halve": Decimal("0.5"),
    "halvi": Decimal("0.5"),
}
_DEADLINE = re.compile(
    rf"[^.;]{{0,40}}?\b(?:by|until|before|no\slater\sthan|in)\s(?:the\send\sof\s|the\syear\s|mid-|late\s|early\s)?(?:(?P<month>{ENGLISH})\s)?(?P<year>20[0-9]{{2}})\b"
)
_ENDS_WITHIN = re.compile(
    r"[^.;,]{0,30}?\b(?:within|over)\s(?:the\snext\s)?(?:[0-9]+|a|one|two|three|four|five|ten|the\scoming)\s(?:years?|decades?|months?)\b"
)
_LEAD = re.compile(
    r"^(?:which|that|and)?\s?(?:aims?|is\sintended|are\sintended|is\sexpected|seeks?)\s(?:to|at)\s"
)
_REACH = 160


def targets_of(passage: Passage, initiatives: list[Initiative], keys: Keys) -> None:
    """Give the initiatives of a passage their targets: of each sentence those of the initiative named last."""
    for start, end in passage.sentences:
        taken = start
        for match in _AIMS.finditer(passage.text, start, end):
            if match.start() < taken:
                continue
            owner = _owner(passage, initiatives, match.start(), start)
            if owner is None or passage.in_quote(match.start()) is not None:
                continue
            for target in _target(passage, match, end):
                if not any(
                    other.start < target.end and target.start < other.end
                    for other in owner.targets
                    if other.no == target.no
                ):
                    owner.targets.append(target)
                    target.key = keys.new(owner.key, "target")
                    taken = target.end


def _owner(passage: Passage, initiatives: list[Initiative], at: int, start: int) -> Initiative | None:
    """Return whose target it is: the initiative before it in the sentence, or the one that a sentence goes on about."""
    near = [(b, one) for one in initiatives for no, a, b in one.places if no == passage.no and b <= at]
    if not near:
        return None
    end, one = max(near, key=lambda each: each[0])
    if end >= start:
        return one if at - end < _REACH else None
    goes_on = re.match(
        r"(?:It|This|The\s(?:plan|programme|program|initiative|strategy|agreement|project|fund|deal|treaty|corridor|scheme|law|package|roadmap|target|goal|aim))\b",
        passage.text[start:],
    )
    return one if goes_on else None


def _target(passage: Passage, match: re.Match[str], end: int) -> Iterator[Target]:
    text = passage.text
    times = _TIMES.search(text, match.start(), end)
    if times and times.start() > match.end() + 20:
        times = None
    number = AMOUNT.search(passage.lower, match.end(), min(end, match.end() + 60))
    if times:
        amount: Amount | None = Amount(_FACTORS[times["word"][:5]], "ratio", None, "", "ratio")
        stop, what = times.end(), times["what"]
    elif number:
        amount, stop, what = amount_of(number), number.end(), match["what"]
    else:
        return
    if amount is None or amount.unit is None or amount.unit in {"years", "months", "days", "weeks"}:
        return
    deadline = _DEADLINE.match(text, stop, end) or _DEADLINE.search(text, match.start(), stop)
    within = _ENDS_WITHIN.match(text, stop, end)
    strong = not re.match(r"(?:which\s|that\s|and\s)?(?:will|would)\b", match[0])
    if not (deadline or within) and not (strong and _ACTION.search(text, match.start(), stop)):
        return
    if not strong and not _ACTION.search(text, match.start(), stop):
        return
    last = max(stop, deadline.end() if deadline else 0, within.end() if within else 0)
    metric = (
        _LEAD.sub("", f"{match[0]}".strip() if not times else f"{times['word']}{what}")
        .strip()
        .removesuffix(" to")
    )
    measured = Amount(
        amount.value, amount.unit, amount.hedge, amount.noun, _measure(passage, number, amount), amount.low
    )
    yield Target(passage.no, match.start(), last, metric, measured, _edtf(deadline))


def _measure(passage: Passage, number: re.Match[str] | None, amount: Amount) -> str:
    if amount.unit == "ratio" or number is None:
        return "share"
    return measure_of(passage, number, amount) or "quantity"


def _edtf(deadline: re.Match[str] | None) -> str | None:
    if deadline is None:
        return None
    return (
        f"{deadline['year']}-{MONTHS[fold(deadline['month'])]:02d}" if deadline["month"] else deadline["year"]
    )


def target_items(page: Page, initiatives: list[Initiative]) -> list[Item]:
    """Return the targets of the initiatives as items of a dossier."""
    return [_item(page, each, target) for each in initiatives for target in each.targets]


def _item(page: Page, each: Initiative, target: Target) -> Item:
    item: Item = {"key": target.key, "initiative": each.key, "label": f"Target of {each.name}"[:500]}
    item |= {"metric": (target.what or "unknown")[:500], "measure": target.amount.measure or "quantity"}
    if target.amount.comparator != "at_least":
        item["comparator"] = target.amount.comparator
    item |= {"value": target.amount.value, "unit": target.amount.unit, "deadline": target.deadline}
    item["evidence"] = [page.evidence(target.no, target.start, target.end)]
    item["draft"] = {"rule": "target.aims_to", "confidence": 80 if target.deadline else 60}
    return {name: value for name, value in item.items() if value is not None}
