"""The statements of one sentence put together: none inside the words of another, and none of media that only relay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from geodb.sources.article.extract.page import Passage
from geodb.sources.article.extract.statement import Statement
from geodb.sources.article.extract.statements.speakers import Speakers

_JOINT = re.compile(r",?\s(?:and|but)\s?$")
_JOINS = re.compile(r"(?:,\s(?:and|but|while)|;)\s(?:the\s)?(?:[A-Z]\w+\s){0,3}$")
_SHORTEST = 12
_SHORTEST_LEFT = 25
_SHORTEST_PART = 25
_ENDS_WITH = re.compile(
    r".?|\s(?:on|in|at|last|this|earlier|late|early|yesterday|today|during|[A-Z][a-z]+day)\b[^,;:“”\"]{0,45}"
)
"""What follows who is named after the words that he said."""
_REPORTED = (" reported", " reports")
_IN_RELATIVE = re.compile(r"\b(?:which|whom?|that|whose|what)\s(?:the\s)?$")
_ARTICLE = 4
_STANDS = ("ready to", "willing to", "prepared to")


def put_together(
    passage: Passage, start: int, found: list[Statement], speakers: Speakers
) -> Iterator[Statement]:
    """Yield the statements found in a sentence that begins at `start`, in order, with their ends adjusted."""
    text = passage.text
    after_words = [
        each for each in found if each.told >= 0 and _ENDS_WITH.fullmatch(text, each.told, each.end)
    ]
    relaying = [each for each in after_words if _is_relay(text, each, speakers)]
    sayers = [each for each in after_words if each not in relaying]
    found = [each for each in found if not any(_tells_all_of(text, other, each) for other in sayers)]
    found = list(_relayed(text, found, relaying))
    found.sort(key=lambda statement: (statement.start, -statement.end))
    kept: list[Statement] = []
    for statement in found:
        if kept and statement.end <= kept[-1].end and not _is_apart(passage.text, statement, kept[-1], start):
            continue
        kept.append(statement)
    for before, after in pairwise(kept):
        if before.rule == "speech.passive" and before.start < after.start < before.end:
            after.start = before.end
        elif before.start < after.start < before.end:
            joint = _JOINT.search(passage.text, before.start, after.start)
            before.end = joint.start() if joint else after.start
            if before.rule == "speech.according_to" and before.end - before.start < _SHORTEST_LEFT:
                before.end = before.start  # no words of its own are left
    for statement in kept:
        if statement.end - statement.start >= _SHORTEST:
            yield statement


def _is_relay(text: str, statement: Statement, speakers: Speakers) -> bool:
    """Whether a statement may only relay what another says: it is of media, or *reported*."""
    return speakers.is_media(statement.speakers) or text.endswith(_REPORTED, statement.start, statement.told)


def _relayed(text: str, found: list[Statement], relaying: list[Statement]) -> Iterator[Statement]:
    """Yield statements, without those that only relay another: `X said …, the news agency reports`."""
    relays: dict[int, Statement] = {}
    for other in relaying:
        inner = [
            each
            for each in found
            if each is not other
            and other.start <= each.start <= each.told < other.told
            and not _IN_RELATIVE.search(text, other.start, each.start)
        ]
        relays |= {id(each): other for each in inner}
    for each in found:
        if relay := relays.get(id(each)):
            each.reported_by = relay.speakers
        if not any(each is relay for relay in relays.values()):
            yield each


def _tells_all_of(text: str, statement: Statement, other: Statement) -> bool:
    """Whether who is named after the words says how another stands: `Chad is ready to pay, X said, adding …`."""
    is_around = statement.start <= other.start and other.told < statement.told <= other.end
    is_told = other.start - statement.start <= _ARTICLE and other.rule in {"speech.subject", "speech.group"}
    return is_around and (is_told or text.endswith(_STANDS, other.start, other.told))


def _is_apart(text: str, statement: Statement, before: Statement, start: int) -> bool:
    """Whether a statement inside the words of another is one of its own: `…, adding that …`; `Warning of x, y said`."""
    if statement.rule == "speech.coordinated":
        return statement.end - statement.start >= _SHORTEST_PART
    return (
        statement.rule == "speech.participle"
        or (before.rule == "speech.participle" and before.start == start)
        or _JOINS.search(text, before.start, statement.start) is not None
    )
