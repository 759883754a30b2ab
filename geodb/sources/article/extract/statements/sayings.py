"""Statements as items of a dossier."""

from __future__ import annotations

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.event import Event
from geodb.sources.article.extract.keys import Keys
from geodb.sources.article.extract.page import Item, Page, Passage, filled
from geodb.sources.article.extract.statement import Statement
from geodb.sources.article.extract.statements.speech_verbs import verbs

_SHORTEST = 15
_OCCASIONS = frozenset(
    {"interview", "speech", "press_conference", "conference", "meeting", "phone_call", "summit"}
)


def statement_items(
    page: Page, cast: Cast, keys: Keys, statements: list[Statement], events: list[Event]
) -> list[Item]:
    """Return the statements, each with the event in its sentence as its occasion, if there is one."""
    return [_item(page, cast, keys, statement, events) for statement in statements]


def _item(page: Page, cast: Cast, keys: Keys, statement: Statement, events: list[Event]) -> Item:
    passage = next(passage for passage in page.passages if passage.no == statement.no)
    text = passage.text
    who = cast.actors[statement.speakers[0]].name
    statement.key = keys.new(who.split()[-1], *_said(passage, statement).split()[:6])
    item: Item = {"key": statement.key, "speaker": list(statement.speakers), "form": statement.form}
    if statement.quotes:
        item |= _verbatim(statement, text)
        item["truncated"] = statement.truncated or None
    if statement.office:
        item["capacity"] = statement.office
    if statement.medium != "unknown":
        item["medium"] = statement.medium
    if statement.act:
        item["speech_act"] = statement.act
    if statement.targets:
        item["targets"] = statement.targets
    if occasion := _occasion(passage, statement, events):
        item["occasion"] = occasion
    item["reported_by"] = list(statement.reported_by)
    places = [(statement.no, statement.start, statement.end), *statement.more]
    item["evidence"] = [page.evidence(*place) for place in places]
    item["draft"] = {"rule": statement.rule, "confidence": statement.confidence}
    return filled(item)


def _verbatim(statement: Statement, text: str) -> Item:
    """Return the words that are verbatim: those of all pieces of one sentence, or else the longest quotation."""
    pieces = [text[start:end] for start, end in statement.quotes]
    if len(pieces) > 1 and statement.is_in_pieces:
        words = ", ".join(pieces)
        return {"verbatim": words, "content": words}
    return {"verbatim": max(pieces, key=len)}


def _said(passage: Passage, statement: Statement) -> str:
    """Return what was said, for the key: the words after the first verb of speech, or all of them."""
    start, end = statement.start, statement.end
    after = next((after for _, _, after in verbs(passage, start, end) if after <= end), start)
    words = passage.text[after if end - after > _SHORTEST else start : end]
    return words.strip().removeprefix("that ")


def _occasion(passage: Passage, statement: Statement, events: list[Event]) -> str | None:
    """Return the meeting, interview or speech in whose sentence the statement stands, if the speaker took part."""
    start, end = passage.sentence_at(statement.start)
    for event in events:
        if event.kind in _OCCASIONS and set(statement.speakers) & {actor for actor, _ in event.participants}:
            for no, a, b in event.mentions:
                if no == statement.no and start <= a < end and b - a:
                    return event.key
    return None
