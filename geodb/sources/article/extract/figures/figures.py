"""Figures: money, counts, casualties and spans of time, each hung on the fact in whose words it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.event import Event
from geodb.sources.article.extract.figures.bare_numbers import (
    Counted,
    counted,
    is_of_date,
    of_people,
    of_same,
    of_things,
    victims,
)
from geodb.sources.article.extract.figures.repeated import repeated
from geodb.sources.article.extract.figures.worded_figures import Figure, worded_figures
from geodb.sources.article.extract.keys import Keys
from geodb.sources.article.extract.language.aimed_values import OF_MASS
from geodb.sources.article.extract.language.chances import is_of_chance
from geodb.sources.article.extract.language.measures import CHANGE, is_mere_count, is_no_figure, measure_of
from geodb.sources.article.extract.language.numbers import Amount, amount_of, amounts_of
from geodb.sources.article.extract.language.overlaps import shares_a_word
from geodb.sources.article.extract.page import Item, Page, Passage, Sections

_PHRASE = re.compile(
    r"^[^.;,]{0,60}?\b(?:lost\stheir\slives|(?:have\s|has\s|were\s|was\s)?(?:been\s)?(?:killed|wounded|injured|displaced|arrested|died|missing|detained|uprooted|(?:driven|forced|displaced)\sfrom\stheir\s(?:homes|land|villages)|forced\sto\sflee))"
)
_VERB_BEFORE = re.compile(r"\b(?:killed|killing|wounded|wounding|injured|injuring|displaced|displacing)\s$")
_LONGEST_VERB = 12
_LONGEST_CHANGE = 24
_DONE = re.compile(
    r"\s(?:funded|owned|complete|completed|full|filled|covered|financed|paid|vaccinated|fewer|more|less|lower|higher|cheaper|dearer"
    r"|growth|stake|share|duty|duties|tariffs?|surcharge|tax|levy)\b"
)
_A_TIME = re.compile(r"\s(?:an?\s(?:year|month|week|day)|annually)\b")
_LATE = re.compile(r"\s(?:behind\sschedule|late|overdue)\b")
_A_UNIT = re.compile(
    r"\s(?:a|an|per)\s(?P<of>barrel|tonne|ton|kilo|kilogram|kilogramme|litre|liter|gallon|bushel|ounce|pound|megawatt[\s-]hour|mwh|head|share)\b"
)
"""What a price is for."""
_LASTED = re.compile(
    r"\s[a-z]+(?=[,.;]|$|\s(?:in|on|of|to|with|for|from|and|that|which|at|between|by|after)\b)"
)
_TIMES = frozenset({"years", "months", "weeks", "days", "hours", "minutes"})
_COUNTS = frozenset({None, "persons", "items"})
_CASUALTIES = frozenset({"killed", "wounded", "killed_or_wounded", "displaced", "missing"})
_VIOLENT = frozenset({"war", "attack", "disaster", "bombardment", "terror_attack", "battle"})
_BETWEEN = "between "
_OWES = re.compile(
    r"\b(?:ow(?:es?|ed|ing)|pa(?:y|ys|id|ying)|repa(?:y|ys|id)|len[dt]s?|loaned|gives?|gave|given|grant(?:s|ed)?|offer(?:s|ed)?)\s(?:to\s)?(?:the\s)?$"
)
_LONGEST_OWES = 20
Holder = tuple[int, int, int, str]  # paragraph, start, end, key of the record


def figure_items(page: Page, cast: Cast, keys: Keys, events: list[Event], sections: Sections) -> list[Item]:
    """Return the figures of all passages as items of a dossier."""
    holders = list(_holders(page, sections))
    judged = {item["key"] for item in sections["assessments"] if item["kind"] == "judgment"}
    facts = [holder for holder in holders if holder[3] not in judged]
    chances = {item["key"]: item["probability"] for item in sections["assessments"] if "probability" in item}
    war = next((event.key for event in events if event.kind in _VIOLENT), None)
    items = []
    for passage in page.passages:
        for start, end, amount, measure in _in_ranges(passage):
            first, last = passage.sentence_at(start)
            of = (
                _holder(passage, start, holders)
                or _near(passage, start, facts)
                or (war if measure in _CASUALTIES else None)
                or _named(passage, first, last, start, cast)
                or _told_before(passage, start, facts)
                or _named(passage, 0, first, start, cast)
            )
            if of and not _is_chance_of(amount, chances.get(of)):
                items.append(_item(page, keys, (passage, start, end), (amount, measure, of)))
    return items


def _is_chance_of(amount: Amount, chance: Item | None) -> bool:
    """Whether an amount is the probability of the assessment that it stands in: `Muddle (25 percent)`."""
    return chance is not None and amount.unit == "percent" and float(amount.value) / 100 == chance["high"]


def _in_ranges(passage: Passage) -> Iterator[Figure]:
    """Yield the figures of a passage; `between 3 and 5 tons`, and `3 tons (3.3 short tons)`, are one each."""
    found = [
        figure
        for figure in _found(passage)
        if figure[2].unit != "percent" or not is_of_chance(passage.lower, *figure[:2])
    ]  # how likely a forecast is, the forecast says
    while found:
        start, end, amount, measure = found.pop(0)
        if found and passage.lower.endswith(_BETWEEN, 0, start):
            begin, stop, most, same = found[0]
            if passage.text[end:begin] == " and " and (amount.unit, measure) == (most.unit, same):
                del found[0]
                start, end, amount = start - len(_BETWEEN), stop, replace(most, low=amount.value)
        if found:
            begin, stop, _, same = found[0]
            if same == measure and passage.text[end:begin] == " (" and passage.text.startswith(")", stop):
                del found[0]
        yield start, end, amount, measure


def _found(passage: Passage) -> Iterator[Figure]:
    worded = [*worded_figures(passage), *repeated(passage)]
    yield from worded
    taken = [(start, end) for start, end, *_ in worded]
    last: Counted | None = None
    for match in amounts_of(passage):
        start, end, amount = (
            match.start() + (passage.text[match.start()] == " "),
            match.end(),
            amount_of(match),
        )
        measure: str | None = None
        if amount is None or shares_a_word(start, end, taken):
            continue
        if amount.unit in _COUNTS and is_of_date(passage, match):
            continue
        if amount.unit is None:
            if people := of_people(passage, match, amount):
                end, amount, measure = people, replace(amount, unit="persons"), "people"
            elif same := of_same(passage, match, amount, last):
                end, amount, measure = same
            elif things := of_things(passage, match, amount):
                taken.append((start, things))
                yield start, things, replace(amount, unit="items"), "quantity"
                continue
        if amount.unit is None or is_no_figure(passage, match, amount):
            continue
        measure = measure or measure_of(passage, match, amount)
        if measure == "growth_rate" and amount.hedge is None:
            change = CHANGE.search(passage.lower, max(0, start - _LONGEST_CHANGE), start)
            amount = replace(amount, value=-amount.value) if change and change["fall"] else amount
        last = counted(passage, match, amount, measure)
        if measure is not None and not is_mere_count(passage, match, measure):
            end = _with_noun(passage.lower, start, end, amount)
            if amount.measure == "money" and (unit := _A_UNIT.match(passage.lower, end)):
                is_oil = unit["of"] == "barrel" and amount.unit == "usd"
                end, measure = unit.end(), "price"
                amount = replace(amount, unit="usd_per_barrel") if is_oil else amount
            taken.append((start, end))
            yield start, end, amount, measure
    yield from victims(passage, taken)


def _with_noun(lower: str, start: int, end: int, amount: Amount) -> int:
    """Return where a figure ends with what it is of: `6,000 tons of magnets a year`, `6% funded`, `$9 a day`, `50-year lease`."""
    if amount.unit == "tonnes" and (mass := OF_MASS.match(lower, end)):
        return mass.end()
    if amount.unit == "percent" and (done := _DONE.match(lower, end)):
        return done.end()
    if amount.measure == "money" and (rate := _A_TIME.match(lower, end)):
        return rate.end()
    if amount.unit in _TIMES and (late := _LATE.match(lower, end)):
        return late.end()
    if amount.unit in _TIMES and "-" in lower[start:end] and (what := _LASTED.match(lower, end)):
        return what.end() if what.end() - end <= end - start else end
    return end


def _holders(page: Page, sections: Sections) -> Iterator[Holder]:
    """Yield the passages of what can bear a figure, the most fitting kinds first."""
    for section in ("targets", "initiatives", "events", "assessments", "statements"):
        for item in sections[section]:
            for piece in item["evidence"]:
                text = page.article.paragraphs[piece["p"] - 1].text
                at = -1
                for _ in range(piece.get("nth", 1)):
                    at = text.find(piece["quote"], at + 1)
                yield piece["p"], at, at + len(piece["quote"]), item["key"]


def _holder(passage: Passage, at: int, holders: list[Holder]) -> str | None:
    """Return the record in whose words a figure stands."""
    return next((key for no, a, b, key in holders if no == passage.no and a <= at < b), None)


def _near(passage: Passage, at: int, holders: list[Holder]) -> str | None:
    """Return the record of the sentence whose words stand nearest to a figure."""
    start, end = passage.sentence_at(at)
    near = [
        (min(abs(a - at), abs(b - at)), key)
        for no, a, b, key in holders
        if no == passage.no and start <= a < end
    ]
    return min(near)[1] if near else None


def _told_before(passage: Passage, at: int, holders: list[Holder]) -> str | None:
    """Return the initiative, event or target told last before a figure: `The deal, worth …`."""
    no = passage.no
    near = [(other, a, key) for other, a, b, key in holders if other < no or (other == no and b <= at)]
    return max(near)[2] if near else None


def _named(passage: Passage, start: int, end: int, at: int, cast: Cast) -> str | None:
    """Return the actor, or else the place, named between two offsets, nearest to the figure at a third.

    What somebody owes or pays another is a figure of the one who does.
    """
    named = passage.within(start, end, actors=False)
    near = sorted(named, key=lambda m: abs(m.begin - at))
    if (
        near
        and near[0].begin < at
        and _OWES.search(passage.lower, max(start, near[0].begin - _LONGEST_OWES), near[0].begin)
    ):
        near = [*(one for one in reversed(named) if one.begin < near[0].begin), *near]
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
