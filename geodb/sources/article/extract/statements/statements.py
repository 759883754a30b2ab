"""Statements: who says what, by verb, noun or quotation, with the exact words and what is known of the occasion."""

from __future__ import annotations

import re

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.language.overlaps import shares_a_word
from geodb.sources.article.extract.names.interviews import IN_PERSON
from geodb.sources.article.extract.page import Page, Passage
from geodb.sources.article.extract.statement import ASKS, TURNS, VERBATIM, Statement
from geodb.sources.article.extract.statements.communiques import communique
from geodb.sources.article.extract.statements.quoted import describe_quotes, give_quotes
from geodb.sources.article.extract.statements.resolved import resolved
from geodb.sources.article.extract.statements.said import in_sentence
from geodb.sources.article.extract.statements.speakers import Speakers
from geodb.sources.article.extract.statements.speech import medium_of

_SHORTEST = 10
_TRANSCRIPT = 3
"""Turns that make an article a talk, in which a paragraph without a name goes on with the one before."""
_OF_SPEAKER = frozenset({"speech.pronoun", "speech.we"})
"""Rules by which a turn tells what its speaker says anyway."""
_LONGEST_QUESTION = 200
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
    turns = {passage.no: turn for passage in page.passages if (turn := _turn(passage, cast))}
    verbs = resolved(page, cast)
    joint = communique(page, cast) if not verbs else None
    until = max(turns) if len(turns) >= _TRANSCRIPT else 0
    talk: tuple[str, ...] | None = None
    for passage in page.passages:
        speakers.enter(passage)
        here: list[Statement] = []
        for start, end in passage.sentences:
            speakers.sentence(start, end)
            here += in_sentence(passage, start, end, speakers)
        if _is_quoted(passage) and not here:
            last = last or talk
        if passage.no in verbs:
            here = verbs[passage.no]
        elif joint and passage.no in joint.paragraphs:
            here = list(joint.statements(passage, here))
        elif turn := turns.get(passage.no) or _turn_on(passage, found, here, until):
            here = [one for one in here if one.rule not in _OF_SPEAKER]
            here += _besides(here, _by_sentence(passage, turn))
        else:
            here += give_quotes(passage, speakers, cast, here, last or asked)
        for statement in here:
            _describe(passage, cast, statement)
        here.sort(key=lambda statement: statement.start)
        last = here[-1].speakers if here else None
        if _is_quoted(passage):
            talk = last
        elif here or passage.quotes or len(passage.text) > _LONGEST_QUESTION:
            talk = None
        asked = speakers.last_person() if passage.text.endswith("?") and not passage.quotes else None
        found += here
    return found


def _is_quoted(passage: Passage) -> bool:
    """Whether a passage is one quotation: an answer in a talk, after a question or an objection in plain text."""
    span = passage.quotes[0].span if len(passage.quotes) == 1 else None
    return span is not None and span.start == 0 and span.end >= len(passage.text.rstrip())


def _turn(passage: Passage, cast: Cast) -> Statement | None:
    """Return what somebody says or asks in a talk that is printed as `Ana Ruk: We are ready.`, at its opening, or in an interview."""
    if passage.spoken_by:
        words, asks = (0, len(passage.text)), cast.actors[passage.spoken_by].kind == "media"
        rule = ASKS if asks else "speech.turn"
        return Statement(passage.no, *words, (passage.spoken_by,), rule, 65, quotes=[words])
    who = next((mention for mention in passage.mentions if mention.begin == 0 and mention.actors), None)
    kind = cast.actors[who.actors[0]].kind if who else ""
    if (
        who is None
        or not (kind == "person" or (kind == "media" and passage.is_turn))
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
    rule = "speech.turn" if kind == "person" else ASKS
    return Statement(passage.no, 0, len(passage.text), who.actors, rule, 75, quotes=[words])


def _by_sentence(passage: Passage, turn: Statement) -> list[Statement]:
    """Return a turn as the statements of its sentences: each says something of its own, or asks it."""
    (begin, end), *_ = turn.quotes
    starts = [max(start, begin) for start, stop in passage.sentences if stop > begin and start < end]
    ends = [*starts[1:], end]
    spans = [
        (start, start + len(passage.text[start:stop].rstrip()))
        for start, stop in zip(starts, ends, strict=True)
    ]
    asks = turn.rule == ASKS
    return [
        Statement(
            turn.no,
            start if start > begin or asks else turn.start,
            stop,
            turn.speakers,
            turn.rule,
            turn.confidence,
            act="REQUEST" if asks else "",
            quotes=[(start, stop)],
        )
        for start, stop in spans
        if not asks or passage.text[stop - 1] == "?"
    ]


def _besides(here: list[Statement], turn: list[Statement]) -> list[Statement]:
    """Return those statements of a turn that share no word with what it reports."""
    reported = [(one.start, one.end) for one in here]
    return [one for one in turn if not shares_a_word(one.start, one.end, reported)]


def _turn_on(passage: Passage, found: list[Statement], here: list[Statement], until: int) -> Statement | None:
    """Return the turn of the paragraph before as it goes on in this one, if it does, before the last turn."""
    if passage.no >= until or not _goes_on(passage, found, here):
        return None
    words = (0, len(passage.text))
    return Statement(passage.no, *words, found[-1].speakers, "speech.turn_on", 50, quotes=[words])


def _goes_on(passage: Passage, found: list[Statement], here: list[Statement]) -> bool:
    """Whether a passage of a transcript goes on with the turn of the one before."""
    before = found[-1] if found else None
    return (
        (not here or IN_PERSON.search(passage.text) is not None)
        and before is not None
        and before.rule in TURNS
        and before.no == passage.no - 1
        and not passage.quotes
        and not passage.is_turn
        and len(passage.text) > _SHORTEST
    )


def _describe(passage: Passage, cast: Cast, statement: Statement) -> None:
    start, end = passage.sentence_at(statement.start)
    if not statement.act and _DEMANDS.search(passage.text, statement.start, statement.end):
        statement.act = "REQUEST"
    describe_quotes(passage, statement)
    if statement.rule in VERBATIM and statement.quotes:
        statement.form = "verbatim"
    if len(statement.speakers) == 1:
        statement.office = statement.office or cast.office_of(statement.speakers[0])
    around = max(start, statement.start - _AROUND), min(end, statement.end + _AROUND)
    statement.medium = medium_of(passage, *around)
    statement.targets = _targets(passage, statement)


def _targets(passage: Passage, statement: Statement) -> dict[str, str | None]:
    stance = _STANCES.get(statement.act)
    if stance is None:
        return {}
    start = max(statement.start, statement.told) if statement.rule == "speech.group" else statement.start
    here, speakers = passage.within(start, statement.end), set(statement.speakers)
    named = [(mention.begin, mention.end) for mention in here if not speakers.isdisjoint(mention.actors)]
    others = (
        mention for mention in here if speakers.isdisjoint(mention.actors) and mention.how != "adjective"
    )
    # *NATO Secretary General Mark Rutte* does not warn NATO, nor do *analysts at the Lowy Institute* warn it.
    first = next(
        (one for one in others if not any(start <= one.start and one.end <= end for start, end in named)),
        None,
    )
    return dict.fromkeys(first.actors, stance) if first else {}
