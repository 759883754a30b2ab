"""Figures: money, counts, casualties and spans of time, each hung on the fact in whose words it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.event import Event
from geodb.sources.article.extract.fractions import FRACTION, fraction_of
from geodb.sources.article.extract.keys import Keys
from geodb.sources.article.extract.measures import is_mere_count, is_no_figure, measure_of
from geodb.sources.article.extract.numbers import AMOUNT, Amount, amount_of
from geodb.sources.article.extract.page import Item, Page, Passage, Sections

_PHRASE = re.compile(
    r"^[^.;,]{0,60}?\b(?:lost\stheir\slives|(?:have\s|has\s|were\s|was\s)?(?:been\s)?(?:killed|wounded|injured|displaced|arrested|died|missing|detained))"
)
_BARE = re.compile(
    r"\b(?:(?P<verb>killed|killing|wounded|wounding|injured|injuring|arrested|arresting|detained)\s(?:(?P<hedge>at\sleast|more\sthan|over|up\sto|about|some|nearly|around)\s)?(?P<n1>[0-9][0-9,]{0,15})(?![\w%-])(?!,[0-9])"
    r"|(?:(?P<hedge2>at\sleast|more\sthan|over|up\sto|about|some|nearly|around)\s)?(?P<n2>[0-9][0-9,]{0,15})\s(?:(?:have\s|has\s)?(?:were\s|been\s)?)(?P<word>killed|wounded|injured|arrested|missing|detained)\b)"
)
_NATION = re.compile(r"\s[A-Z][a-z]+s\b(?!\s[A-Z])")
_MANY = 100
_YEAR = re.compile(r"[12][0-9]{3}")
_VERB_BEFORE = re.compile(r"\b(?:killed|killing|wounded|wounding|injured|injuring|displaced|displacing)\s$")
_LONGEST_VERB = 12
_PARTS = ("half of", "third", "quarter", "fifth", "tenth")
_ENDS = re.compile(r"\s(?:by|in|from|to|this|last|next|over|and|a\syear)\b|[,.;]|$")
_STEMS = {
    "kill": "killed",
    "woun": "wounded",
    "inju": "wounded",
    "arre": "arrested",
    "deta": "arrested",
    "miss": "missing",
}
_CASUALTIES = frozenset({"killed", "wounded", "killed_or_wounded", "displaced", "missing"})
_VIOLENT = frozenset({"war", "attack", "disaster", "bombardment", "terror_attack", "battle"})
_BETWEEN = "between "
_PARAGRAPHS = 2
Figure = tuple[int, int, Amount, str]  # start, end, how much, of what
Holder = tuple[int, int, int, str]  # paragraph, start, end, key of the record


def figure_items(page: Page, cast: Cast, keys: Keys, events: list[Event], sections: Sections) -> list[Item]:
    """Return the figures of all passages as items of a dossier."""
    holders = list(_holders(page, sections))
    war = next((event.key for event in events if event.kind in _VIOLENT), None)
    items = []
    for passage in page.passages:
        for start, end, amount, measure in _in_ranges(passage):
            first, last = passage.sentence_at(start)
            of = (
                _holder(passage, start, holders, measure, war)
                or _named(passage, first, last, start, cast)
                or _told_before(passage, start, holders)
                or _named(passage, 0, first, start, cast)
            )
            if of:
                items.append(_item(page, keys, (passage, start, end), (amount, measure, of)))
    return items


def _in_ranges(passage: Passage) -> Iterator[Figure]:
    """Yield the figures of a passage, those `between 23 billion dollars and 31 billion dollars` as one."""
    found = list(_found(passage))
    while found:
        start, end, amount, measure = found.pop(0)
        if found and passage.lower.endswith(_BETWEEN, 0, start):
            begin, stop, most, same = found[0]
            if passage.text[end:begin] == " and " and (amount.unit, measure) == (most.unit, same):
                del found[0]
                start, end, amount = start - len(_BETWEEN), stop, replace(most, low=amount.value)
        yield start, end, amount, measure


def _found(passage: Passage) -> Iterator[Figure]:
    taken: list[tuple[int, int]] = []
    last: tuple[int, Amount] | None = None
    for match in AMOUNT.finditer(passage.lower):
        amount = amount_of(match)
        if amount and last and _is_of_same(passage, match, amount, last):
            amount = replace(amount, unit=last[1].unit, measure=last[1].measure)
        if amount and amount.unit and amount.measure == "money":
            last = match.end(), amount
        if amount and amount.unit is None and (people := _of_people(passage, match, amount)):
            taken.append((match.start(), people))
            yield match.start(), people, replace(amount, unit="persons"), "people"
            continue
        if amount is None or amount.unit is None or is_no_figure(passage, match, amount):
            continue
        measure = measure_of(passage, match, amount)
        if measure is not None and not is_mere_count(passage, match, measure):
            taken.append(match.span())
            yield match.start() + (passage.text[match.start()] == " "), match.end(), amount, measure
    for part in FRACTION.finditer(passage.lower) if _has_part(passage.lower) else ():
        if part["hedge"] and passage.lower.startswith(" of ", part.end()):
            yield *part.span(), fraction_of(part), "share"
    for match in _BARE.finditer(passage.lower) if any(stem in passage.lower for stem in _STEMS) else ():
        if any(a < match.end() and match.start() < b for a, b in taken):
            continue
        number = Decimal((match["n1"] or match["n2"]).replace(",", ""))
        hedge = match["hedge"] or match["hedge2"] or None
        measure = _STEMS[(match["verb"] or match["word"])[:4]]
        yield *match.span(), Amount(number, "persons", hedge, "", None), measure


def _is_of_same(passage: Passage, match: re.Match[str], amount: Amount, last: tuple[int, Amount]) -> bool:
    """Whether a number is of the money named before it: `from 130 billion dollars to 180 billion by 2032`."""
    if amount.unit or not match["scale"] or _ENDS.match(passage.lower, match.end()) is None:
        return False
    return last[0] > passage.sentence_at(match.start())[0]


def _has_part(lower: str) -> bool:
    return any(part in lower for part in _PARTS)


def _of_people(passage: Passage, match: re.Match[str], amount: Amount) -> int | None:
    """Return where a number of people ends that are told by their nation alone: `over 2,000 Chadians`."""
    is_many = amount.value >= _MANY and not _YEAR.fullmatch(match["number"])
    who = _NATION.match(passage.text, match.end()) if is_many else None
    named = (
        any(m.actors and match.end() < m.begin <= match.end() + 1 for m in passage.mentions) if who else False
    )
    return who.end() if who and named and passage.text[match.end() - 1].isalnum() else None


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


def _holder(passage: Passage, at: int, holders: list[Holder], measure: str, war: str | None) -> str | None:
    """Return the record in whose words a figure stands, or else the nearest one in its sentence."""
    start, end = passage.sentence_at(at)
    inside = [key for no, a, b, key in holders if no == passage.no and a <= at < b]
    if inside:
        return inside[0]
    near = [(abs(a - at), key) for no, a, b, key in holders if no == passage.no and start <= a < end]
    if near:
        return min(near)[1]
    return war if measure in _CASUALTIES else None


def _told_before(passage: Passage, at: int, holders: list[Holder]) -> str | None:
    """Return the initiative, event or target told last before a figure, near it: `The deal, worth …`."""
    no = passage.no
    near = [
        (other, a, key)
        for other, a, b, key in holders
        if no - _PARAGRAPHS <= other < no or (other == no and b <= at)
    ]
    return max(near)[2] if near else None


def _named(passage: Passage, start: int, end: int, at: int, cast: Cast) -> str | None:
    """Return the actor, or else the place, named between two offsets, nearest to the figure at a third."""
    near = sorted(passage.within(start, end, actors=False), key=lambda m: abs(m.begin - at))
    actor = next((m.actors[0] for m in near if m.actors), None)
    places = (m.place for m in near if m.place)
    return actor or next((place for place in places if cast.places[place].kind != "country"), None)


def _item(page: Page, keys: Keys, place: tuple[Passage, int, int], told: tuple[Amount, str, str]) -> Item:
    (passage, start, end), (amount, measure, of) = place, told
    verb = _VERB_BEFORE.search(passage.text, max(0, start - _LONGEST_VERB), start)
    if measure in _CASUALTIES and verb:
        start = verb.start()
    elif measure in _CASUALTIES and (phrase := _PHRASE.match(passage.text[end:])):
        end += phrase.end()
    item: Item = {"key": keys.new(of, measure.replace("_", "-")), "of": of, "measure": measure}
    item |= {**amount.values(), "unit": amount.unit}
    if amount.hedge:
        item["qualifier"] = amount.hedge
    item["evidence"] = [page.evidence(passage.no, start, end)]
    item["draft"] = {"rule": "figure.amount", "confidence": 75}
    return item
