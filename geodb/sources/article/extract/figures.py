"""Figures: money, counts, casualties and spans of time, each hung on the fact in whose words it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.event import Event
from geodb.sources.article.extract.keys import Keys
from geodb.sources.article.extract.numbers import AMOUNT, Amount, amount_of
from geodb.sources.article.extract.page import Item, Page, Passage
from geodb.sources.article.extract.protocol import Sections

_MEASURES = (
    (
        re.compile(r"\b(?:killed|killing|dead|deaths?|died|lives|fatalities|lost\stheir\slives)\b"),
        "killed",
        {"persons", None},
    ),
    (re.compile(r"\b(?:wounded|wounding|injured|injuring|injuries)\b"), "wounded", {"persons", None}),
    (re.compile(r"\b(?:displaced|fled|refugees|homeless)\b"), "displaced", {"persons"}),
    (re.compile(r"\b(?:arrested|detained|jailed)\b"), "arrested", {"persons", None}),
    (re.compile(r"\b(?:missing)\b"), "missing", {"persons", None}),
    (re.compile(r"\b(?:captured|hostages|prisoners)\b"), "captured", {"persons"}),
    (re.compile(r"\b(?:troops|soldiers)\b"), "troops", {"persons"}),
    (
        re.compile(r"\b(?:protesters|demonstrators|attended|participants|marched)\b"),
        "participants",
        {"persons"},
    ),
    (re.compile(r"\btrade\b"), "trade_volume", {"money"}),
    (re.compile(r"\bexports?\b"), "exports", {"money"}),
    (re.compile(r"\bimports?\b"), "imports", {"money"}),
    (re.compile(r"\b(?:aid|assistance|package)\b"), "aid_value", {"money"}),
    (re.compile(r"\b(?:invest(?:ments?|ed|ing)?)\b"), "investment", {"money"}),
    (
        re.compile(r"\b(?:defen[cs]e|military)\s(?:spending|budget)\b"),
        "military_spending",
        {"money", "percent"},
    ),
    (re.compile(r"\bdebts?\b"), "debt", {"money"}),
    (re.compile(r"\btariffs?\b"), "tariff_rate", {"percent"}),
    (re.compile(r"\b(?:growth|grew|grow)\b"), "growth_rate", {"percent"}),
    (re.compile(r"\b(?:vote|votes|voters)\b"), "vote_share", {"percent"}),
)
_BY_UNIT = {"persons": "people", "percent": "share", "percentage_points": "share", "km": "distance", "years": "duration", "months": "duration",
            "weeks": "duration", "days": "duration", "hours": "duration", "minutes": "duration", "items": "quantity", "votes": "votes",
            "seats": "seats", "hectares": "area", "barrels": "energy_amount", "tonnes": "quantity", "megawatts": "energy_amount"}  # fmt: skip
_HORIZON = re.compile(r"\b(?:within|in\sthe\snext|over\sthe\snext|in)\s(?:the\s)?$", re.IGNORECASE)
_AROUND = 60
_PHRASE = re.compile(
    r"^[^.;]{0,60}?\b(?:lost\stheir\slives|(?:have\s|has\s|were\s|was\s)?(?:been\s)?(?:killed|wounded|wounding|injured|injuring|displaced|arrested|died))(?:\sin\s(?:the\s)?\w+)?"
)
Holder = tuple[int, int, int, str]  # paragraph, start, end, key of the record


def figure_items(page: Page, keys: Keys, events: list[Event], sections: Sections) -> list[Item]:
    """Return the figures of all passages as items of a dossier."""
    holders = list(_holders(page, sections))
    war = next((event.key for event in events if event.kind in {"war", "attack", "disaster"}), None)
    items = []
    for passage in page.passages:
        for match in AMOUNT.finditer(passage.text):
            amount = amount_of(match)
            if amount is None or _is_name_or_date(passage, match):
                continue
            measure = _measure(passage, match, amount)
            if measure is None or amount.unit is None:
                continue
            items.append(
                _item(
                    page,
                    keys,
                    passage,
                    match,
                    amount,
                    measure,
                    _holder(passage, match, holders, measure, war),
                )
            )
    return [item for item in items if item["of"]]


def _is_name_or_date(passage: Passage, match: re.Match[str]) -> bool:
    quote = passage.in_quote(match.start())
    return bool(
        quote and passage.text[quote.words.start].isupper() and quote.words.end - quote.words.start < 60
    )


def _measure(passage: Passage, match: re.Match[str], amount: Amount) -> str | None:
    text = passage.text
    start, end = passage.sentence_at(match.start())
    around = text[max(start, match.start() - _AROUND) : min(end, match.end() + _AROUND)]
    kind = amount.measure or amount.unit
    for pattern, measure, units in _MEASURES:
        if kind in units and amount.unit is not None and pattern.search(around):
            return measure
    if amount.unit == "years" and re.search(r"-years?$", match[0], re.IGNORECASE):
        return "term"
    if amount.unit in {"years", "months", "weeks", "days"} and _HORIZON.search(
        text, max(0, match.start() - 20), match.start()
    ):
        return "horizon"
    if amount.measure == "money":
        return "money"
    return _BY_UNIT.get(amount.unit or "")


def _holders(page: Page, sections: Sections) -> Iterator[Holder]:
    """Yield the passages of what can bear a figure, the most fitting kinds first."""
    for section in ("targets", "initiatives", "events", "statements"):
        for item in sections[section]:
            for piece in item["evidence"]:
                text = page.article.paragraphs[piece["p"] - 1].text
                at = -1
                for _ in range(piece.get("nth", 1)):
                    at = text.find(piece["quote"], at + 1)
                yield piece["p"], at, at + len(piece["quote"]), item["key"]


def _holder(
    passage: Passage, match: re.Match[str], holders: list[Holder], measure: str, war: str | None
) -> str | None:
    at = match.start()
    start, end = passage.sentence_at(at)
    inside = [key for no, a, b, key in holders if no == passage.no and a <= at < b]
    if inside:
        return inside[0]
    if measure in {"killed", "wounded", "killed_or_wounded", "displaced"}:
        near = [key for no, a, b, key in holders if no == passage.no and start <= a < end]
        return near[0] if near else war
    near = [key for no, a, b, key in holders if no == passage.no and start <= a < end]
    return near[0] if near else None


def _item(
    page: Page,
    keys: Keys,
    passage: Passage,
    match: re.Match[str],
    amount: Amount,
    measure: str,
    of: str | None,
) -> Item:
    end = match.end()
    if phrase := _PHRASE.match(passage.text[end:]):
        end += phrase.end()
    item: Item = {"key": keys.new(of or "", measure.replace("_", "-")), "of": of, "measure": measure}
    item |= {amount.bound: amount.value, "unit": amount.unit}
    if amount.hedge:
        item["qualifier"] = amount.hedge
    item["evidence"] = [page.evidence(passage.no, match.start(), end)]
    item["draft"] = {"rule": "figure.amount", "confidence": 75}
    return item
