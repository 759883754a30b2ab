"""An assessment of a draft: a judgment, forecast, scenario or outcome, and how it is written in a dossier."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from geodb.sources.article.extract.keys import Keys
from geodb.sources.article.extract.language.chances import stated_chance
from geodb.sources.article.extract.language.counts import COUNT, count_of
from geodb.sources.article.extract.page import Item, Page, filled
from geodb.sources.article.extract.statement import Statement
from geodb.sources.article.months import ENGLISH

_WITHIN = re.compile(
    r"\b(?:within|in\sthe\snext|over\sthe\snext|in\sthe\scoming|over\sthe\scoming|during\sthe\snext)\s(?:the\snext\s)?"
    r"(?:(?:about|roughly|the\snext)\s)?(?:(?:[0-9]{1,2}|two|three|four|five|ten)(?:\sto\s|-|–))?"
    rf"(?:(?P<count>{COUNT})\s)?(?P<unit>year|month|week|day|decade)(?P<many>s?)\b"
)
_BY_YEAR = re.compile(
    r"\b(?:by|before|until|in|after)\s(?:the\s(?:end|middle|beginning)\sof\s|late\s|early\s|mid-)?(?P<year>2[01][0-9]{2})\b"
)
_NAMED_TIME = re.compile(
    r"\b(?:this|next|by\sthe\s(?:end|middle)\sof\s(?:the|this|next))\s(?:year|month|week|decade|quarter|century|spring|summer|autumn|fall|winter)\b"
    rf"|\bby\s(?:then|(?:mid-|early\s|late\s|the\send\sof\s)?(?:{ENGLISH})\b)"
)


@dataclass(slots=True)
class Assessment:
    """A judgment, forecast, scenario or outcome at `start` to `end` of paragraph `no`; `chance` is stated elsewhere."""

    kind: str
    no: int
    start: int
    end: int
    rule: str
    confidence: int
    wording: str | None = None
    judgment: str | None = None
    conditions: list[tuple[int, int]] = field(default_factory=list)
    parent: Assessment | None = None
    statement: Statement | None = None
    negated: bool = False
    chance: tuple[Decimal, Decimal] | None = None
    key: str = ""


def assessment_item(page: Page, keys: Keys, each: Assessment) -> Item:
    """Return an assessment as an item of a dossier; the article's author is added where the draft is put together."""
    text = page.article.paragraphs[each.no - 1].text
    words = text[each.start : each.end]
    each.key = keys.new("scenario" if each.kind == "scenario" else "", *words.split()[:8])
    item: Item = {"key": each.key, "kind": each.kind, "judgment_kind": each.judgment, "wording": each.wording}
    item["parent"] = each.parent.key if each.parent else None
    if each.kind == "scenario":
        item["text"] = words
    if each.statement:
        item["statement"], item["author"] = each.statement.key, each.statement.speakers[0]
    item["conditions"] = [_condition(text[a:b].strip(" ,"), negated=each.negated) for a, b in each.conditions]
    item |= _horizon(words, is_judgment=each.kind == "judgment") | _probability(
        each.chance or stated_chance(words)
    )
    item["evidence"] = [page.evidence(each.no, each.start, each.end)]
    item["draft"] = {"rule": each.rule, "confidence": each.confidence}
    return filled(item)


def _condition(text: str, *, negated: bool) -> Item:
    return {"text": text, "negated": True} if negated else {"text": text}


def has_horizon(words: str) -> bool:
    """Whether words name a time within which something is to come."""
    return any(pattern.search(words) for pattern in (_WITHIN, _BY_YEAR, _NAMED_TIME))


def _horizon(words: str, *, is_judgment: bool) -> Item:
    if is_judgment:
        return {}
    item: Item = {}
    within = _WITHIN.search(words)
    if within and (within["count"] or not within["many"]):
        count = count_of(within["count"] or "one")
        item["within"] = (
            f"P{count * 10}Y" if within["unit"] == "decade" else f"P{count}{within['unit'][0].upper()}"
        )
    if year := _BY_YEAR.search(words):
        item["horizon"] = year["year"]
    return item


def _probability(chance: tuple[Decimal, Decimal] | None) -> Item:
    """Return the probability that the text states as a number: no other is given."""
    if chance is None:
        return {}
    low, high = chance
    return {"probability": {"low": float(low), "high": float(high), "basis": "stated_number"}}
