"""Statements: who says what, by verb, noun or quotation, with the exact words and what is known of the occasion."""

from __future__ import annotations

import re

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.page import Page, Passage
from geodb.sources.article.extract.quoted import describe_quotes, give_quotes
from geodb.sources.article.extract.said import in_sentence
from geodb.sources.article.extract.speakers import Speakers
from geodb.sources.article.extract.speech import medium_of
from geodb.sources.article.extract.statement import Statement

_SHORTEST = 10
_AROUND = 600
_DEMANDS = re.compile(r"\b(?:must|needs?\sto|has\sto|have\sto|ought\sto)\b")
_STANCES = {
    "ACCUSE": "negative",
    "REJECT": "negative",
    "THREATEN": "warning",
    "REQUEST": "request",
    "SUPPORT": "positive",
}


def find_statements(page: Page, cast: Cast) -> list[Statement]:
    """Return the statements of all passages in reading order."""
    found: list[Statement] = []
    speakers = Speakers(cast)
    last: tuple[str, ...] | None = None
    asked: tuple[str, ...] | None = None
    for passage in page.passages:
        speakers.enter(passage)
        here: list[Statement] = []
        for start, end in passage.sentences:
            speakers.sentence(start, end)
            here += in_sentence(passage, start, end, speakers)
        if not here and (turn := _turn(passage, cast)):
            here.append(turn)
        else:
            here += give_quotes(passage, speakers, cast, here, last or asked)
        for statement in here:
            _describe(passage, cast, statement)
        here.sort(key=lambda statement: statement.start)
        last = here[-1].speakers if here else None
        asked = speakers.last_person() if passage.text.endswith("?") and not passage.quotes else None
        found += here
    return found


def _turn(passage: Passage, cast: Cast) -> Statement | None:
    """Return what somebody says in a talk that is printed as `Ana Ruk: We are ready.`."""
    who = next((mention for mention in passage.mentions if mention.begin == 0 and mention.actors), None)
    if (
        who is None
        or cast.actors[who.actors[0]].kind != "person"
        or not passage.text.endswith((".", "?", "!", "…"))
    ):
        return None
    begin = who.end + 2
    if (
        passage.text[who.end : begin] != ": "
        or passage.in_quote(begin)
        or len(passage.text) - begin < _SHORTEST
    ):
        return None
    words = (begin, len(passage.text))
    return Statement(passage.no, 0, len(passage.text), who.actors, "speech.turn", 60, quotes=[words])


def _describe(passage: Passage, cast: Cast, statement: Statement) -> None:
    start, end = passage.sentence_at(statement.start)
    if not statement.act and _DEMANDS.search(passage.text, statement.start, statement.end):
        statement.act = "REQUEST"
    describe_quotes(passage, statement)
    if len(statement.speakers) == 1:
        statement.office = statement.office or cast.office_of(statement.speakers[0])
    around = max(start, statement.start - _AROUND), min(end, statement.end + _AROUND)
    statement.medium = medium_of(passage, *around)
    statement.targets = _targets(passage, statement)


def _targets(passage: Passage, statement: Statement) -> dict[str, str | None]:
    stance = _STANCES.get(statement.act)
    if stance is None:
        return {}
    first = next(
        (
            mention
            for mention in passage.within(statement.start, statement.end)
            if not set(mention.actors) & set(statement.speakers) and mention.how != "adjective"
        ),
        None,
    )
    return dict.fromkeys(first.actors, stance) if first else {}
