"""Relations between actors, only where the text says so: `the rivalry between X and Y`, `NATO member X`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from geodb.resources import seeds_dir
from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.keys import Keys
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Item, Mention, Page, Passage

_BODIES = listed("igo|alliance|forum|igo_body|political_union|bloc")
_MEMBER = re.compile(
    r"\s(?:is|are|became|has\sbeen|was|,)?\s?(?:also\s)?(?:an?\s|the\s)?(?:\w+\s)?members?\sof\s(?:the\s)?$|,\s(?:an?\s|the\s)?(?:\w+\s)?members?\sof\s(?:the\s)?$"
)
_JOINED = re.compile(
    r"\s(?:has\s|had\s)?(?:formally\s|officially\s|recently\s)?(?:joined|acceded\sto|entered)\s(?:the\s)?$"
)
_SEEKS = re.compile(
    r"(?:[’']s?)?\s(?:is\s|has\s|had\s)?(?:long\s)?(?:seeks?|seeking|sought|wants?|wanted|hopes?|aspires?|applied|bid|application|candidacy|aspirations?)\s(?:to\s(?:join|enter)|for\smembership\s(?:in|of)|membership\s(?:in|of)|to\sbecome\sa\s(?:full\s)?member\sof|accession\sto)\s(?:the\s)?$"
)
_MEMBERSHIP = re.compile(r"[’']s?\s(?:\w+\s)?(?:membership|accession)\s(?:in|of|to)\s(?:the\s)?$")
_MEMBER_NAME = re.compile(r"\s(?:member|members|ally|allies)\s(?:states?\s|countries\s)?$")
_ALLY = re.compile(
    r"(?:\sis\s|,\s)(?:an?\s|the\s)(?:\w+\s){0,2}ally\sof\s(?:the\s)?$|(?:\sis\s|,\s)(?:an?\s)(?:key\s|close\s|major\s|longtime\s)?$"
)
_BACKED = re.compile(r"-(?:backed|supported|sponsored)\s$")
_AT_WAR = re.compile(r"\s(?:is|are|was|were|has\sbeen)\s(?:\w+\s)?at\swar\swith\s(?:the\s)?$")
_POTENTIAL = re.compile(
    r"\b(?:possible|potential|prospective|eventual|future|an?|renewed|could|may|might)\s(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s(?:between|of)\s(?:the\s)?")
_WITH = re.compile(r"\swith\s(?:the\s)?")
_AND = re.compile(r"\sand\s(?:the\s)?")
_NOUNS = listed(
    "rivalry|competition|partnership|alliance|treaty|cooperation|rapprochement|normalisation|normalization|dispute|conflict|war"
    "|relations|ties"
)
"""Words without one of which no noun of the table tells a relation."""
_REACH = 60
_LONGEST_KEYS = 60
_KEY = 20


@dataclass(slots=True)
class Relation:
    """How one actor stands to another; `places` are the passages that say so."""

    source: str
    kind: str
    target: str
    status: str
    directed: bool
    rule: str
    places: list[tuple[int, int, int]]


@cache
def _nouns() -> list[tuple[re.Pattern[str], str, str]]:
    with (seeds_dir() / "wordings" / "relations.csv").open(encoding="utf-8", newline="") as lines:
        return [
            (re.compile(rf"(?:{row['words']})\b"), row["kind"], row["status"])
            for row in csv.DictReader(lines)
        ]


@cache
def _any_noun() -> re.Pattern[str]:
    return re.compile(rf"(?=[abcdegmnrstw])\b(?:{'|'.join(pattern.pattern for pattern, _, _ in _nouns())})")


def relation_items(page: Page, cast: Cast, keys: Keys) -> list[Item]:
    """Return the relations between actors as items of a dossier, each once with all its passages."""
    found: dict[tuple[str, str, str], Relation] = {}
    for passage in page.passages:
        for one in [*_by_noun(passage, cast), *_by_pair(passage, cast)]:
            ends = (one.source, one.target) if one.directed else tuple(sorted((one.source, one.target)))
            known = found.setdefault((ends[0], one.kind, ends[1]), one)
            if known is not one:
                known.places += one.places
    return [_item(page, keys, each) for each in found.values()]


def _by_noun(passage: Passage, cast: Cast) -> Iterator[Relation]:
    """Yield relations told by a noun with two names before it, or after it: `China-India rivalry`, `alliance between X and Y`."""
    if _NOUNS.isdisjoint(passage.words):
        return
    for match in _any_noun().finditer(passage.text):
        if passage.in_quote(match.start()):
            continue
        kind, status = next(
            (kind, status) for words, kind, status in _nouns() if words.match(passage.text, match.start())
        )
        pair, start, end = _pair_before(passage, match)
        if pair is None:
            pair, start, end = _pair_after(passage, match)
        if pair is None or not _are_alike(cast, *pair):
            continue
        before = passage.text[max(0, match.start() - _REACH) : match.start()]
        if kind == "rapprochement" and _POTENTIAL.search(before):
            status = "potential"
        yield Relation(
            *_ends(pair, kind),
            status,
            directed=False,
            rule="relation.noun",
            places=[(passage.no, start, end)],
        )


def _ends(pair: tuple[str, str], kind: str) -> tuple[str, str, str]:
    return pair[0], kind, pair[1]


Found = tuple[tuple[str, str] | None, int, int]


def _pair_before(passage: Passage, match: re.Match[str]) -> Found:
    near = [
        m for m in passage.within(max(0, match.start() - _REACH), match.start()) if match.start() - m.end <= 2
    ]
    if not near:
        return None, 0, 0
    second = near[-1]
    if len(second.actors) == 2:
        return (second.actors[0], second.actors[1]), second.begin, match.end()
    first = next(
        (
            m
            for m in passage.within(max(0, second.begin - _REACH), second.begin)
            if passage.text[m.end : second.begin] in {"-", "–", "—"}
        ),
        None,
    )
    return ((first.actors[0], second.actors[0]), first.begin, match.end()) if first else (None, 0, 0)


def _pair_after(passage: Passage, match: re.Match[str]) -> Found:
    text = passage.text
    if (joint := _BETWEEN.match(text, match.end())) and "between" in joint[0]:
        first = _at(passage, joint.end())
        both = _AND.match(text, first.end) if first else None
        second = _at(passage, both.end()) if both else None
        if first and second:
            return (first.actors[0], second.actors[0]), match.start(), second.end
    if joint := _WITH.match(text, match.end()):
        second = _at(passage, joint.end())
        owner = [
            m
            for m in passage.within(max(0, match.start() - _REACH), match.start())
            if text[m.end : m.end + 2] in {"’s", "'s"}
        ]
        if second and owner:
            return (owner[-1].actors[0], second.actors[0]), owner[-1].begin, second.end
    return None, 0, 0


def _at(passage: Passage, at: int) -> Mention | None:
    return next((m for m in passage.within(at, min(len(passage.text), at + _REACH)) if m.begin == at), None)


def _are_alike(cast: Cast, one: str, other: str) -> bool:
    return one != other and one in cast.actors and other in cast.actors


def _by_pair(passage: Passage, cast: Cast) -> Iterator[Relation]:
    """Yield relations that the words between two neighbouring names tell."""
    mentions = [m for m in passage.mentions if m.actors]
    for one, other in pairwise(mentions):
        between = passage.text[one.end : other.begin]
        if not 0 < len(between) < _REACH or not _are_alike(cast, one.actors[0], other.actors[0]):
            continue
        told = _told(
            between,
            passage.text[other.end : other.end + 12],
            cast.actors[one.actors[0]].kind,
            cast.actors[other.actors[0]].kind,
        )
        if told:
            kind, status, is_turned = told
            source, target = (other, one) if is_turned else (one, other)
            yield Relation(
                source.actors[0], kind, target.actors[0], status, kind not in {"alliance", "at_war"}, "relation.pair",
                [(passage.no, one.begin, other.end)],
            )  # fmt: skip


def _told(between: str, after: str, first: str, second: str) -> tuple[str, str, bool] | None:
    """Return the kind and status that the words between two names tell, and whether the second is the first end."""
    if second in _BODIES:
        if _MEMBER.search(between) or _JOINED.fullmatch(between):
            return "member_of", "actual", False
        if _SEEKS.fullmatch(between) or _MEMBERSHIP.fullmatch(between):
            return "aspirant_member", "sought", False
    if first in _BODIES and _MEMBER_NAME.fullmatch(between):
        return "member_of", "actual", True
    if _AT_WAR.fullmatch(between):
        return "at_war", "actual", False
    if _BACKED.fullmatch(between):
        return "sponsors", "actual", False
    if _ALLY.fullmatch(between) and ("ally of" in between or re.match(r"\sally\b", after)):
        return "alliance", "actual", False
    return None


def _item(page: Page, keys: Keys, each: Relation) -> Item:
    item: Item = {}
    if len(each.source) + len(each.target) > _LONGEST_KEYS:
        item["key"] = keys.new(each.source[:_KEY], each.kind.replace("_", "-"), each.target[:_KEY])
    item |= {"from": each.source, "kind": each.kind, "to": each.target}
    if each.status != "actual":
        item["status"] = each.status
    if not each.directed:
        item["directed"] = False
    item["evidence"] = [page.evidence(*at) for at in dict.fromkeys(each.places)]
    item["draft"] = {"rule": each.rule, "confidence": 70}
    return item
