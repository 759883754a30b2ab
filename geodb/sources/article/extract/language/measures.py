"""What an amount measures: the words nearest to it that fit its unit; `seeds/wordings/measures.csv` lists them."""

from __future__ import annotations

import csv
import re
from functools import cache

from geodb.resources import seeds_dir
from geodb.sources.article.extract.language.numbers import BOUNDS, MERE, Amount
from geodb.sources.article.extract.page import Passage
from geodb.sources.article.months import ENGLISH

_BY_UNIT = {"persons": "people", "percent": "share", "percentage_points": "share", "km": "distance", "years": "duration", "months": "duration",
            "weeks": "duration", "days": "duration", "hours": "duration", "minutes": "duration", "items": "quantity", "votes": "votes",
            "seats": "seats", "hectares": "area", "km2": "area", "barrels": "energy_amount", "barrels_per_day": "energy_amount",
            "cubic_metres": "energy_amount", "cubic_metres_per_second": "quantity", "gross_tonnes": "quantity", "tonnes": "quantity", "megawatts": "energy_amount", "kilotons_tnt": "yield"}  # fmt: skip
_TIMES = frozenset({"years", "months", "weeks", "days", "hours", "minutes"})
_HORIZON = re.compile(r"\b(?:within|in\sthe\snext|over\sthe\snext|in)\s(?:the\s)?$")
_POINT_IN_TIME = re.compile(r"\s(?:ago|after|before|later|earlier|old|prior|ahead|in\sa\srow)\b|-old\b")
_SPANS = ("the next ", "the following ", "the coming ", "the past ", "the last ", "these ")
"""Words before a span of time that only say when."""
_CALL = re.compile(r"\b(?:call|conversation|talks|meeting|spoke|lasted)\b")
_AROUND = 60
_VERB = 24
_FALL = "fell|fallen|fall|falls|dropped|drop|drops|declined|declines|shrank|shrunk|slumped|plunged|tumbled|plummeted|slid|contracted"
_RISE = "rose|risen|rise|rises|grew|grown|grows|increased|increases|soared|surged|jumped|climbed|expanded|shot\\sup"
CHANGE = re.compile(rf"\b(?:(?P<fall>{_FALL})|{_RISE})\s(?:by\s)?(?:(?:{BOUNDS})\s)?(?:[0-9.]+\s?[-–]\s?)?$")
"""What stands before a percentage by which something has changed."""
_MONTH_AFTER = re.compile(rf"\s(?:{ENGLISH.lower()})\b")
_MERE = {"people": frozenset({"one", "two", "three", "four"}), "munitions": frozenset({"one"}), "quantity": frozenset({"one"})}  # fmt: skip
"""Numbers in words that only count: of persons the small ones, as most such are whom a reporter spoke to; of things only one."""
_OF_VICTIMS = re.compile(
    r"[^.;,]{0,40}\b(?:killed|wounded|injured|died|dead|missing|arrested|detained|displaced|lost)\b"
)


@cache
def _measures() -> list[tuple[re.Pattern[str], str, frozenset[str]]]:
    with (seeds_dir() / "wordings" / "measures.csv").open(encoding="utf-8", newline="") as lines:
        return [
            (
                re.compile(rf"\b(?:{row['words']})\b"),
                row["measure"],
                frozenset(row["units"].split("|")),
            )
            for row in csv.DictReader(lines)
        ]


def is_no_figure(passage: Passage, match: re.Match[str], amount: Amount) -> bool:
    """Whether an amount belongs to a name in quotation marks, or tells when and not how long."""
    quote = passage.in_quote(match.start())
    if quote and passage.text[quote.words.start].isupper() and quote.words.end - quote.words.start < _AROUND:
        return True
    if amount.unit in _TIMES and match["number"].lower() in {"one", "a"}:
        return True
    if not match["scale"] and _MONTH_AFTER.match(passage.lower, match.end("number")):
        return True
    if amount.unit in _TIMES and passage.lower.endswith(_SPANS, 0, match.start("number")):
        return True
    return amount.unit in _TIMES and _POINT_IN_TIME.match(passage.lower, match.end()) is not None


def measure_of(passage: Passage, match: re.Match[str], amount: Amount) -> str | None:
    """Return what an amount measures, or None if nothing tells."""
    start, end = passage.sentence_at(match.start())
    first = max(start, match.start() - _AROUND)
    around = passage.lower[first : min(end, match.end() + _AROUND)]
    at = (match.start() + match.end()) / 2 - first
    kind = amount.measure or amount.unit or ""
    if kind == "percent" and CHANGE.search(
        passage.lower, max(0, match.start() - _VERB), match.start("number")
    ):
        return "growth_rate"
    near = [
        (abs((word.start() + word.end()) / 2 - at), measure)
        for pattern, measure, units in _measures()
        if kind in units
        for word in pattern.finditer(around)
    ]
    if near:
        return min(near)[1]
    if amount.unit in _TIMES:
        return _time(passage, match, amount, around)
    return "money" if amount.measure == "money" else _BY_UNIT.get(amount.unit or "")


def is_mere_count(passage: Passage, match: re.Match[str], measure: str) -> bool:
    """Whether a small number in words only counts: `two delegates`, `one old ship`, but not `two old ships`."""
    return (
        match["number"] in _MERE.get(measure, ())
        and not (match["scale"] or match["hedge"] not in {None, *MERE} or match["from"])
        and _OF_VICTIMS.match(passage.lower, match.end()) is None
    )


def _time(passage: Passage, match: re.Match[str], amount: Amount, around: str) -> str:
    if amount.unit == "years" and re.search(r"-years?$", match[0]):
        return "term"
    if _HORIZON.search(passage.lower, max(0, match.start() - 20), match.start()):
        return "horizon"
    return "call_length" if amount.unit in {"hours", "minutes"} and _CALL.search(around) else "duration"
