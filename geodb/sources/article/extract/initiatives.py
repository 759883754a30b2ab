"""Initiatives by name: agreements, plans and programmes in quotation marks or capitals; and their targets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.keys import Keys
from geodb.sources.article.extract.numbers import AMOUNT, amount_of
from geodb.sources.article.extract.page import Item, Page, Passage
from geodb.sources.article.extract.words import INITIATIVE_HEADS

if TYPE_CHECKING:
    from geodb.sources.article.extract.event import Event

_NOUNS = "|".join(
    sorted(
        {word.lower() for word in INITIATIVE_HEADS} | {"initiative", "alliance", "corridor"},
        key=len,
        reverse=True,
    )
)
_AFTER_QUOTE = re.compile(rf"\s(?:\w+\s)?(?P<noun>{_NOUNS})\b")
_CAPITAL = r"(?:[A-Z][\w’'-]*|[0-9]{1,4}(?:-(?:[Yy]ear|[Pp]oint))?)"
_TITLED = re.compile(
    rf"(?P<name>{_CAPITAL}(?:\s(?:{_CAPITAL}|of|on|for|and|the|in|with|to)){{0,8}}?\s(?P<noun>{'|'.join(INITIATIVE_HEADS)})"
    rf"(?:\s(?:of|on|for|with|to)\s(?:the\s)?{_CAPITAL}(?:\s(?:and\s)?{_CAPITAL}){{0,4}})?)(?![\w-])(?!\s[A-Z][a-z])"
)
_PROJECTS = re.compile(
    r"\b(?:projects?|programmes?|programs?|initiatives?|agreements?|plans?|measures)\s(?:such\sas|including|like)\s(?P<list>[^.;]{5,260}?)"
    r"\s(?:was|were|has\sbeen|have\sbeen)\s(?:\w+ly\s)?(?:announced|launched|signed|agreed|unveiled|adopted|approved)\b"
)
_LIST = re.compile(r",\s(?:and\s)?|\sand\s(?=[a-z-]+\s[a-z]+)")
_LOWER = re.compile(
    r"\b(?:[Tt]he\s|[Aa]\s|[Ii]ts\s)(?P<name>(?:[\w.-]+\s)?(?:peace\s|defen[cs]e\s|trade\s|aid\s)?"
    r"(?P<noun>initiative|plan|strategy|roadmap|programme|program|agreement|deal|treaty|pact)\s(?:to|for)\s[^,.;]{4,70}?)"
    r"(?=\s(?:is|was|are|were|has|have|had|will|would|could|may|might|aims|seeks|calls|includes)\b|[,.;]|$)"
)
_TERM = re.compile(r"\b(?P<count>[0-9]{1,3}|one|two|three|four|five|ten|twenty)-year\b", re.IGNORECASE)
_YEARS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10, "twenty": 20}
_KIND = {"initiative": "framework_initiative", "deal": "agreement", "pact": "agreement", "alliance": "alliance",
         "corridor": "corridor", "accord": "agreement"}  # fmt: skip
_TARGET = re.compile(
    r"\b(?:which\s|that\s|and\s)?(?:aims?\sto|aiming\sto|is\sintended\sto|seeks?\sto|plans?\sto|pledge[sd]?\sto|committed\sto"
    r"|target(?:s|ing)?|set\sa\s(?:target|goal)\sof)\s(?P<what>[^,.;]{0,60}?)\s?"
)
_DEADLINE = re.compile(
    r"\s(?:by|until|before|no\slater\sthan)\s(?:the\send\sof\s|the\syear\s)?(?P<year>20[0-9]{2})\b"
)
_SHORTEST = 3
_REACH = 120


@dataclass(slots=True)
class Initiative:
    """An initiative; `launched_in` are the frames of happenings that brought it, `targets` its promises."""

    no: int
    start: int
    end: int
    name: str
    kind: str
    rule: str
    confidence: int
    parties: list[str] = field(default_factory=list)
    parent: Initiative | None = None
    term: int | None = None
    key: str = ""
    more: list[tuple[int, int, int]] = field(default_factory=list)
    launched_in: list[Any] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)


@dataclass(slots=True)
class Target:
    """So much of something by a year."""

    start: int
    end: int
    what: str
    amount: Any
    year: str | None
    key: str = ""


def find_initiatives(page: Page, cast: Cast, keys: Keys) -> list[Initiative]:
    """Return the initiatives of all passages."""
    found: list[Initiative] = []
    for passage in page.passages:
        here: list[Initiative] = []
        for each in [*_quoted(passage), *_listed(passage), *_titled(passage), *_described(passage)]:
            if any(each.start < other.end and other.start < each.end for other in here):
                continue
            same = next((other for other in found if other.name.lower() == each.name.lower()), None)
            if same:
                same.more.append((each.no, each.start, each.end))
                continue
            here.append(each)
        here.sort(key=lambda each: each.start)
        for each in here:
            _relate(passage, each, here, cast)
        found += here
    for each in found:
        each.key = keys.new(each.name)
        each.targets = list(_targets(page, each, found, keys))
    return found


def _quoted(passage: Passage) -> Iterator[Initiative]:
    for quote in passage.quotes:
        name = passage.text[quote.words.start : quote.words.end].strip(" ,.")
        noun = _AFTER_QUOTE.match(passage.text, quote.span.end)
        last = INITIATIVE_HEADS.get(name.split()[-1]) if name else None
        if name[:1].isupper() and len(name) < 100 and (noun or last):
            kind = last or _kind(noun["noun"] if noun else "")
            start, end = quote.span.start, noun.end() if noun else quote.span.end
            yield Initiative(passage.no, start, end, name, kind, "initiative.quoted", 90)


def _titled(passage: Passage) -> Iterator[Initiative]:
    for match in _TITLED.finditer(passage.text):
        name = match["name"]
        words = name.split()
        if words[0] in {"The", "This", "In", "On", "As", "A", "However", "Meanwhile"}:
            name = name[len(words[0]) + 1 :]
            words = words[1:]
        if len(words) < 2 or passage.in_quote(match.start()):
            continue
        start = match.end() - len(name)
        one = Initiative(
            passage.no, start, match.end(), name, INITIATIVE_HEADS[match["noun"]], "initiative.titled", 75
        )
        one.term = _term(name)
        yield one


def _listed(passage: Passage) -> Iterator[Initiative]:
    for match in _PROJECTS.finditer(passage.text):
        at = match.start("list")
        for part in _LIST.split(match["list"]):
            name = re.sub(r"^(?:the|a|an)\s", "", part)
            start = passage.text.index(part, at)
            at = start + len(part)
            if len(name) > _SHORTEST:
                head = INITIATIVE_HEADS.get(name.split()[-1], "project")
                one = Initiative(
                    passage.no, start, at, name[:1].upper() + name[1:], head, "initiative.listed", 70
                )
                one.term = _term(name)
                yield one


def _described(passage: Passage) -> Iterator[Initiative]:
    for match in _LOWER.finditer(passage.text):
        kind = (
            "peace_initiative"
            if re.search(r"\b(?:end|peace|ceasefire)\b", match["name"])
            else _kind(match["noun"])
        )
        yield Initiative(
            passage.no, match.start(), match.end(), match["name"], kind, "initiative.described", 55
        )


def _kind(noun: str) -> str:
    return _KIND.get(noun.lower()) or INITIATIVE_HEADS.get(
        noun[:1].upper() + noun[1:].lower(), "framework_initiative"
    )


def _term(name: str) -> int | None:
    match = _TERM.search(name)
    return None if match is None else _YEARS.get(match["count"].lower()) or int(match["count"])


def _relate(passage: Passage, each: Initiative, here: list[Initiative], cast: Cast) -> None:
    """Give an initiative its parties, and the one that it is part of: `As part of this initiative, …`."""
    start, _ = passage.sentence_at(each.start)
    inside = [m for m in passage.within(each.start, each.end) if m.how != "place"]
    around = inside or [m for m in passage.within(start, each.start) if m.how in {"name", "acronym"}]
    each.parties = list(
        dict.fromkeys(m.actors[0] for m in around if cast.actors[m.actors[0]].kind != "person")
    )
    if re.match(r"(?:As\spart\sof|Under|Within)\s(?:this|the)\s\w+", passage.text[start : start + 60]):
        before = [other for other in here if other.end <= start]
        if before:
            each.parent = before[0]
            each.parties = each.parties or list(before[0].parties)


def _targets(page: Page, each: Initiative, found: list[Initiative], keys: Keys) -> Iterator[Target]:
    passage = next(passage for passage in page.passages if passage.no == each.no)
    _, end = passage.sentence_at(each.start)
    for match in _TARGET.finditer(passage.text, each.end, end):
        between = (one for one in found if one.no == each.no and each.end < one.start < match.start())
        if match.start() - each.end > _REACH or any(between):
            return
        number = AMOUNT.search(passage.text, match.end(), min(end, match.end() + 90))
        amount = amount_of(number) if number else None
        if number is None or amount is None or amount.unit is None:
            return
        deadline = _DEADLINE.match(passage.text, number.end())
        what = passage.text[match.start() : number.start()].strip()
        what = re.sub(r"^(?:which|that)\s(?:aims?|is\sintended|seeks?)\sto\s", "", what).removesuffix(" to")
        target = Target(
            match.start(),
            deadline.end() if deadline else number.end(),
            what,
            amount,
            deadline and deadline["year"],
        )
        target.key = keys.new(each.key, "target")
        yield target
        return


def initiative_items(page: Page, initiatives: list[Initiative], events: list[Event]) -> list[Item]:
    """Return the initiatives as items of a dossier, with the event that launched them."""
    items = []
    for each in initiatives:
        launch = next((event.key for event in each.launched_in if event in events), None)
        item: Item = {"key": each.key, "kind": each.kind, "label": each.name[:500]}
        item["names"] = [{"name": each.name[:500], "kind": "as_printed"}]
        item["parent"] = each.parent.key if each.parent and each.parent is not each else None
        item["parties"] = [{"actor": actor} for actor in each.parties]
        item["launch_event"] = launch
        item["term"] = f"P{each.term}Y" if each.term else None
        item["evidence"] = [page.evidence(*at) for at in [(each.no, each.start, each.end), *each.more]]
        item["draft"] = {"rule": each.rule, "confidence": each.confidence}
        items.append({name: value for name, value in item.items() if value not in ([], None)})
    return items


def target_items(page: Page, initiatives: list[Initiative]) -> list[Item]:
    """Return the targets of the initiatives as items of a dossier."""
    items = []
    for each in initiatives:
        for target in each.targets:
            item: Item = {"key": target.key, "initiative": each.key, "label": f"Target of {each.name}"[:500]}
            item |= {
                "metric": (target.what or "unknown")[:500],
                "measure": target.amount.measure or "quantity",
            }
            item |= {"value": target.amount.value, "unit": target.amount.unit, "deadline": target.year}
            item["evidence"] = [page.evidence(each.no, target.start, target.end)]
            item["draft"] = {"rule": "target.aims_to", "confidence": 80}
            items.append({name: value for name, value in item.items() if value is not None})
    return items
