"""Initiatives of an article: found by their names, with their parties, the one above them, and their targets."""

from __future__ import annotations

import re
from collections.abc import Iterable

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.event import Event
from geodb.sources.article.extract.initiative import Initiative
from geodb.sources.article.extract.initiatives.coined_initiatives import end_of_apposition
from geodb.sources.article.extract.initiatives.named_initiatives import initiatives_of
from geodb.sources.article.extract.initiatives.targets import targets_of
from geodb.sources.article.extract.keys import Keys
from geodb.sources.article.extract.language.initiative_nouns import BROAD, heads
from geodb.sources.article.extract.language.overlaps import shares_a_word
from geodb.sources.article.extract.page import Item, Mention, Page, Passage, filled
from geodb.sources.article.months import ENGLISH

_ACRONYM = re.compile(r"\s\((?:the\s)?[“\"]?(?P<acronym>[A-Z][A-Za-z&-]{1,9})[”\"]?\)")
_NESTED = re.compile(
    r"(?:As\spart\sof|Under|Within)\s(?:this|the)\s(?:\w+\s)?(?:initiative|plan|programme|program|agreement|strategy|project|partnership|framework|deal|treaty|pact|package)\b"
)
_BETWEEN = re.compile(r"\s(?:between|with|among|signed\sby|launched\sby|proposed\sby|by)\s(?:the\s)?")
_WORD = re.compile(r"[a-z]+")
_DETERMINED = re.compile(r"(?<![\w-])(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is)\s$")
_DATED = re.compile(rf"\sof\s(?:(?:{ENGLISH})\s)?[12][0-9]{{3}}\b")
_NAMED = frozenset({"name", "acronym"})
_OWNER = 4
_TELLING = 4
_NAMING = frozenset({"initiative.titled", "initiative.known"})
_RENAMED = re.compile(
    r",?\s\(?(?:(?:which\swas|later|since|now|then|subsequently|also)\s){0,2}(?:renamed|rebranded|known|called|named)\s(?:as\s)?(?:the\s)?[“\"]?"
)
_APPOSING = frozenset({", ", " – ", " — ", "—", " - "})
_LISTED = re.compile(r",?\sand\s(?:an?|the|its)\s")
_NAMEABLE = frozenset({"pact", "plan", "route"})
_PERSONS = frozenset({"person", "media", "unnamed_person"})


def find_initiatives(page: Page, cast: Cast, keys: Keys) -> list[Initiative]:
    """Return the initiatives of all passages, each once, with all places where it is named."""
    found: list[Initiative] = []
    acronyms: dict[str, Initiative] = {}
    for passage in page.passages:
        here: list[Initiative] = []
        spans: list[tuple[int, int]] = []
        for each in initiatives_of(passage):
            last = each.core or each.end
            if shares_a_word(each.start, last, spans) or _is_body(each, passage, cast):
                continue
            if renamed := _renamed(passage, each, here):
                first, later = sorted((each, renamed), key=lambda one: one.start)
                first.more += later.places
                first.also.append(later.name)
                here[here.index(renamed)] = first
                spans.append((each.start, each.end))
                continue
            if same := _apposed_to(passage, each, here):
                same.more.append((each.no, each.start, each.end))
                continue
            spans.append((each.start, last if each.is_open else each.end))
            if acronym := _ACRONYM.match(passage.text, each.end):
                each.acronym = acronym["acronym"]
            same = _same(passage, each, [*here, *found[::-1]])
            if same:
                same.more.append((each.no, each.start, each.end))
                continue
            here.append(each)
            if each.acronym:
                acronyms[each.acronym] = each
        here.sort(key=lambda each: each.start)
        for each in here:
            _relate(passage, each, here, cast)
        found += here
    _by_acronym(page, acronyms)
    for passage in page.passages:
        targets_of(passage, found, cast)
    for each in found:
        each.key = keys.new(each.name)
        for target in each.targets:
            target.key = keys.new("target", each.key)
    return found


def _is_body(each: Initiative, passage: Passage, cast: Cast) -> bool:
    """Whether a name in capitals is that of a known organization: `the World Food Programme`."""
    if each.rule != "initiative.titled":
        return False
    named = [
        m for m in passage.within(each.start, each.end) if m.start <= each.start and m.end >= each.end - 1
    ]
    return any(cast.actors[key].rule.startswith("gazetteer") for m in named for key in m.actors)


def _same(passage: Passage, each: Initiative, others: list[Initiative]) -> Initiative | None:
    """Return the initiative that is told of again: by the same name, or by the words that told it apart."""
    printed = passage.text[each.start : each.end]
    return next(
        (one for one in others if _is_same(one, each) or one.acronym == printed or _is_told_again(one, each)),
        None,
    ) or next((one for one in others if _is_of_name(passage, one, each)), None)


def _apposed_to(passage: Passage, each: Initiative, here: list[Initiative]) -> Initiative | None:
    """Return the one named right before a phrase that says what it is: `the X Initiative, China’s building scheme`."""
    text = passage.text
    if not each.group or text.startswith("the ", each.start) or _LISTED.match(text, each.end):
        return None
    before = (one for one in here if not one.group and text[one.end : each.start] in _APPOSING)
    return next(before, None)


def _renamed(passage: Passage, each: Initiative, here: list[Initiative]) -> Initiative | None:
    """Return the one that has another name too: `the ReArm Europe Plan, later renamed Readiness 2030`."""
    pairs = ((one, sorted((one, each), key=lambda two: two.start)) for one in here if each.is_named)
    return next((one for one, (a, b) in pairs if _RENAMED.fullmatch(passage.text, a.end, b.start)), None)


def _is_of_name(passage: Passage, one: Initiative, other: Initiative) -> bool:
    """Whether of two one only describes what the other names: `the grain deal`, `the Black Sea Grain Initiative`."""
    if one.group and not other.group:
        words, told = _words_of_name(other), frozenset(_WORD.findall(one.name.lower()))
        return len(words) > 1 and words <= told and one.group in _NAMEABLE
    if one.group or other.group not in _NAMEABLE or not passage.lower.startswith("the ", other.start):
        return False
    if not other.words:
        return False
    return other.words <= _words_of_name(one) and not other.words <= BROAD


def _words_of_name(one: Initiative) -> frozenset[str]:
    """Return the words of a name without its noun."""
    *words, last = _WORD.findall(one.name.lower())
    return frozenset(words if last in heads() else [*words, last]) - {"the", "of", "and", "for"}


def _is_told_again(one: Initiative, other: Initiative) -> bool:
    """Whether a later phrase adds nothing to what told an earlier one apart: `the trade deal`, `the hydrogen plan`."""
    if not other.group or not other.words or _group_of(one) != other.group:
        return False
    words = one.words or frozenset(one.name.lower().split())
    if other.owned:
        return other.words == words
    return other.words <= words or (bool(one.words) and words <= other.words)


def _group_of(one: Initiative) -> str:
    last = one.name.rpartition(" ")[2].lower()
    return one.group or (heads()[last][0].group if last in heads() else "")


def _is_same(one: Initiative, other: Initiative) -> bool:
    names = one.name.lower(), other.name.lower()
    is_short = one.acronym is not None and one.acronym in {other.name, other.acronym}
    return names[0] == names[1] or is_short or other.name in one.also or _is_in_fewer_words(one, other)


def _is_in_fewer_words(one: Initiative, other: Initiative) -> bool:
    """Whether of two names one leaves out a word: `the A-B-C Economic Corridor`, `the A-B-C Corridor`."""
    if not {one.rule, other.rule} <= _NAMING:
        return False
    few, many = sorted((re.split("[ -]", each.name) for each in (one, other)), key=len)
    return len(few) >= _TELLING and few[-1] == many[-1] and set(few) <= set(many)


def _by_acronym(page: Page, acronyms: dict[str, Initiative]) -> None:
    """Note where an initiative is named by the acronym that stood behind its name."""
    for acronym, one in acronyms.items():
        pattern = re.compile(rf"(?<![\w-]){re.escape(acronym)}(?![\w-])")
        for passage in page.passages:
            for match in pattern.finditer(passage.text):
                introduces = passage.no == one.no and match.start() <= one.end + 6
                if not introduces and not any(
                    no == passage.no and a <= match.start() < b for no, a, b in one.places
                ):
                    one.more.append((passage.no, *match.span()))


def _relate(passage: Passage, each: Initiative, here: list[Initiative], cast: Cast) -> None:
    """Give an initiative its parties, and the one that it is part of: `As part of this initiative, …`."""
    start, end = passage.sentence_at(each.start)
    inside = [m for m in passage.within(each.start, each.end) if m.how not in {"place", "metonym"}]
    before = [
        m
        for m in passage.within(start, each.start)
        if (m.how in _NAMED or (each.group and m.how == "metonym")) and not m.is_venue
    ]
    around = _parties_of_phrase(passage, each, inside, before) if each.group else inside or before
    if joint := _BETWEEN.match(passage.text, each.end, end):
        around = _joined(passage, joint.end(), end) or around
    each.parties = list(
        dict.fromkeys(m.actors[0] for m in around if cast.actors[m.actors[0]].kind not in _PERSONS)
    )
    if _NESTED.match(passage.text[start : start + 60]):
        above = [other for other in here if other.end <= start]
        if above:
            each.parent = above[0]
            each.parties = each.parties or list(above[0].parties)


def _parties_of_phrase(
    passage: Passage, each: Initiative, inside: list[Mention], before: list[Mention]
) -> list[Mention]:
    """Return who has part in what has no name: its owner, who it is between, or who acts; not whom it is for."""
    owners = [m for m in inside if " " not in passage.text[each.start + _OWNER : m.begin]]
    if " between " in each.name:
        return inside
    if owners:
        return inside if each.group == "pact" else owners
    return [*before, *(inside if " with " in each.name else [])] or inside


def _joined(passage: Passage, start: int, end: int) -> list[Mention]:
    """Return the mentions of a list that begins right here: `Chad, Togo and Benin`."""
    found: list[Mention] = []
    at = start
    while (mention := next((m for m in passage.within(at, end) if m.begin <= at + 1), None)) is not None:
        found.append(mention)
        joint = re.compile(r"(?:,\s|,?\sand\s)(?:the\s)?").match(passage.text, mention.end, end)
        if joint is None:
            break
        at = joint.end()
    return found


def initiative_items(page: Page, initiatives: list[Initiative], events: list[Event]) -> list[Item]:
    """Return the initiatives as items of a dossier, with the event that launched them."""
    return [_item(page, each, events) for each in initiatives]


def _item(page: Page, each: Initiative, events: list[Event]) -> Item:
    launch = next((event.key for event in each.launched_in if event in events), None)
    item: Item = {"key": each.key, "kind": each.kind, "label": each.name[:500]}
    # Without a name of its own it belongs to its article: `the grain deal` of another may be another.
    item["names"] = [{"name": each.name[:500], "kind": "as_printed"}] if each.is_named else []
    if each.acronym:
        item["names"].append({"name": each.acronym, "kind": "acronym"})
    item["names"] += [{"name": name, "kind": "alias"} for name in dict.fromkeys(each.also)]
    item["parent"] = each.parent.key if each.parent and each.parent is not each else None
    item["parties"] = [{"actor": actor} for actor in each.parties]
    item["launch_event"] = launch
    item["term"] = f"P{each.term}Y" if each.term else None
    places = dict.fromkeys(_whole(page, *at, is_named=each.is_named) for at in sorted(set(each.places)))
    item["evidence"] = [page.evidence(*at) for at in places if not _is_within_another(at, places)]
    item["draft"] = {"rule": each.rule, "confidence": each.confidence}
    return filled(item)


def _is_within_another(place: tuple[int, int, int], places: Iterable[tuple[int, int, int]]) -> bool:
    no, start, end = place
    return any(one != place and one[0] == no and one[1] <= start and end <= one[2] for one in places)


def _whole(page: Page, no: int, start: int, end: int, *, is_named: bool) -> tuple[int, int, int]:
    """Return where a name stands with the small word before it, its date, and what it is said to be: `the Wells Treaty of 1951`."""
    text = page.article.paragraphs[no - 1].text
    before, after = _DETERMINED.search(text, max(0, start - 6), start), _DATED.match(text, end)
    end = after.end() if after else end
    return no, before.start() if before else start, end_of_apposition(text, end) if is_named else end
