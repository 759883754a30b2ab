"""Statements: who says what, by verb, noun or quotation, with the exact words and what is known of the occasion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.clauses import clause_end, noun_clause_end
from geodb.sources.article.extract.page import Mention, Page, Passage
from geodb.sources.article.extract.speakers import Speakers
from geodb.sources.article.extract.speech import (
    ACTS,
    CLAUSE_FOLLOWS,
    IMPLIED,
    NEEDS_CLAUSE,
    NOT_AFTER,
    NOUN,
    NOUNS,
    PARTICIPLE,
    SPEECH_OF_WHOM,
    medium_of,
    verbs,
)
from geodb.sources.article.structure import Quote

_WORDS = re.compile(r"[^\W_]+")
_DEMANDS = re.compile(r"\b(?:must|needs?\sto|has\sto|have\sto|ought\sto)\b")
_SHORTEST = 12
_FEW = 3
_TRIM_QUOTE = " ,.;:"


@dataclass(slots=True)
class Statement:
    """An utterance at `start` to `end` of paragraph `no`; `quotes` are the spans of words that are verbatim."""

    no: int
    start: int
    end: int
    speakers: tuple[str, ...]
    rule: str
    confidence: int
    act: str = ""
    form: str = "paraphrase"
    office: str | None = None
    medium: str = "unknown"
    quotes: list[tuple[int, int]] = field(default_factory=list)
    occasion: str | None = None
    reported_by: tuple[str, ...] = ()
    truncated: bool = False
    targets: dict[str, str | None] = field(default_factory=dict)
    more: list[tuple[int, int, int]] = field(default_factory=list)
    key: str = ""


def find_statements(page: Page, cast: Cast) -> list[Statement]:
    """Return the statements of all passages in reading order."""
    found: list[Statement] = []
    speakers = Speakers(cast)
    for passage in page.passages:
        speakers.enter(passage)
        here: list[Statement] = []
        for start, end in passage.sentences:
            speakers.sentence(start, end)
            new = list(_in_sentence(passage, start, end, speakers))
            _give_quotes(passage, start, end, [*here, *new], new, speakers)
            here += new
        found += here
    for statement in found:
        _describe(page, cast, statement)
    return found


def _in_sentence(passage: Passage, start: int, end: int, speakers: Speakers) -> Iterator[Statement]:
    found = [
        *_according_to(passage, start, end, speakers),
        *_by_noun(passage, start, end),
        *_by_verb(passage, start, end, speakers),
    ]
    found.sort(key=lambda statement: (statement.start, -statement.end))
    kept: list[Statement] = []
    for statement in found:
        if kept and statement.end <= kept[-1].end and not _is_apart(statement, kept[-1], start):
            continue
        kept.append(statement)
    for before, after in pairwise(kept):
        if before.start < after.start < before.end:
            before.end = after.start
    for statement in kept:
        if statement.end - statement.start >= _SHORTEST:
            yield statement


def _is_apart(statement: Statement, before: Statement, start: int) -> bool:
    """Whether a statement inside the words of another is one of its own: `…, adding that …`; `Warning of x, y said`."""
    return statement.rule == "speech.participle" or (
        before.rule == "speech.participle" and before.start == start
    )


def _by_verb(passage: Passage, start: int, end: int, speakers: Speakers) -> Iterator[Statement]:
    text = passage.text
    for match in verbs(text, start, end):
        verb = " ".join(match["verb"].lower().split())
        quote = passage.in_quote(match.start())
        if (quote and quote.words.start <= match.start() < quote.words.end) or NOT_AFTER.search(
            text, max(start, match.start() - 14), match.start()
        ):
            continue
        if (
            verb in NEEDS_CLAUSE
            and not CLAUSE_FOLLOWS.match(text, match.end())
            and not _after_quote(passage, match.start())
        ):
            continue
        is_participle = bool(PARTICIPLE.search(verb))
        speaker = speakers.of_verb(match.start(), match.end(), participle=is_participle)
        if speaker is None:
            continue
        who, begin, how = speaker
        speakers.spoke(who)
        finish = clause_end(passage, match.end(), end)
        if len(_WORDS.findall(text[match.end() : finish])) <= _FEW and text[start:begin].removesuffix(
            "the "
        ).rstrip().endswith((",", "”", '"')):
            begin = start  # `Three were killed, the ministry said on Monday.`
        rule = "speech.participle" if is_participle else f"speech.{how}"
        confidence = {"subject": 90, "inverted": 85, "pronoun": 75, "participle": 75, "group": 65}.get(
            how, 60
        )
        form = "implied" if verb in IMPLIED else "paraphrase"
        yield Statement(passage.no, begin, finish, who, rule, confidence, ACTS.get(verb, ""), form)


def _after_quote(passage: Passage, at: int) -> bool:
    return any(0 <= at - quote.span.end <= 40 for quote in passage.quotes)


def _by_noun(passage: Passage, start: int, end: int) -> Iterator[Statement]:
    text = passage.text
    for match in NOUN.finditer(text, start, end):
        who = next((m for m in passage.within(start, end) if m.end == match.start()), None)
        noun = match["noun"]
        if who is None or (match["after"] != "that" and not NOUNS[noun]):
            continue
        finish = noun_clause_end(passage, match.end(), end)
        form = "implied" if noun in IMPLIED else "paraphrase"
        yield Statement(
            passage.no, who.begin, finish, who.actors, "speech.noun", 80, NOUNS[noun], form, who.office
        )


def _according_to(passage: Passage, start: int, end: int, speakers: Speakers) -> Iterator[Statement]:
    for match in SPEECH_OF_WHOM.finditer(passage.text, start, end):
        who = next((m for m in passage.within(match.end(), end) if m.begin <= match.end() + 1), None)
        found = (who.actors, who.end) if who else speakers.group_at(match.end())
        if found is None:
            continue
        begin = match.start() if match.start() - start < 2 else start
        confidence = 85 if who else 65
        yield Statement(
            passage.no, begin, clause_end(passage, found[1], end), found[0], "speech.according_to", confidence
        )


# --- quotations --------------------------------------------------------------------------------------------------


def _give_quotes(
    passage: Passage, start: int, end: int, known: list[Statement], new: list[Statement], speakers: Speakers
) -> None:
    """Give each quotation of a sentence to the statement around it, or to whoever goes on speaking."""
    for quote in passage.quotes:
        if not (start <= quote.span.start < end) or not _is_speech(passage, quote):
            continue
        words = _trimmed(passage.text, quote)
        holder = next(
            (
                one
                for one in reversed(known)
                if one.start <= quote.span.start and quote.span.end <= one.end + 2
            ),
            None,
        )
        if holder is None:
            holder = _next_to(passage, quote, new)
        if holder is not None:
            holder.quotes.append(words)
            holder.start, holder.end = min(holder.start, quote.span.start), max(holder.end, quote.span.end)
        elif (who := speakers.goes_on(quote)) is not None:
            statement = Statement(passage.no, quote.span.start, quote.span.end, who, "quote.continued", 60)
            statement.quotes.append(words)
            new.append(statement)


def _next_to(passage: Passage, quote: Quote, statements: list[Statement]) -> Statement | None:
    """Return the statement whose verb stands beside a quotation: `“…,” said X`."""
    for statement in statements:
        between = (
            passage.text[quote.span.end : statement.start] if statement.start >= quote.span.end else None
        )
        before = passage.text[statement.end : quote.span.start] if statement.end <= quote.span.start else None
        gap = between if between is not None else before
        if gap is not None and len(_WORDS.findall(gap)) <= 1:
            return statement
    return None


def _is_speech(passage: Passage, quote: Quote) -> bool:
    """Whether a quotation may be speech: not a name in marks, such as that of a plan or a book."""
    words = [
        word
        for word in _WORDS.findall(passage.text[quote.words.start : quote.words.end])
        if word[0].isalpha()
    ]
    capitals = sum(word[0].isupper() for word in words)
    return (bool(words) and (len(words) == 1 or capitals * 2 <= len(words))) or len(words) > 8


def _trimmed(text: str, quote: Quote) -> tuple[int, int]:
    start, end = quote.words.start, quote.words.end
    while end > start and text[end - 1] in " ,":
        end -= 1
    while start < end and text[start] == " ":
        start += 1
    return start, end


# --- what is known about a statement -------------------------------------------------------------------------


def _describe(page: Page, cast: Cast, statement: Statement) -> None:
    passage = next(passage for passage in page.passages if passage.no == statement.no)
    text = passage.text[statement.start : statement.end]
    if not statement.act and _DEMANDS.search(text):
        statement.act = "REQUEST"
    start, end = passage.sentence_at(statement.start)
    if statement.quotes:
        quoted = sum(b - a for a, b in statement.quotes)
        opens = statement.quotes[0][0] - statement.start <= 1 and quoted > _SHORTEST
        whole = opens or quoted >= 0.6 * len(text) or statement.rule == "quote.continued"
        statement.form = "verbatim" if whole or _is_clause(passage, statement) else "mixed"
        statement.truncated = any(
            passage.text[a:b].rstrip(".").endswith(("…", "..")) for a, b in statement.quotes
        )
    if len(statement.speakers) == 1:
        statement.office = statement.office or cast.office_of(statement.speakers[0])
    sentence = passage.text[start:end]
    statement.medium = medium_of(sentence)
    statement.targets = _targets(passage, statement)


def _is_clause(passage: Passage, statement: Statement) -> bool:
    """Whether the quotation is all of what follows `that` or a colon."""
    start = statement.quotes[0][0]
    return bool(re.search(r"(?:that|:)\s[“\"„«‘]$", passage.text[max(0, start - 8) : start]))


def _targets(passage: Passage, statement: Statement) -> dict[str, str | None]:
    stance = {"ACCUSE": "negative", "REJECT": "negative", "THREATEN": "warning", "REQUEST": "request",
              "SUPPORT": "positive"}.get(statement.act)  # fmt: skip
    if stance is None:
        return {}
    mentions: list[Mention] = passage.within(statement.start, statement.end)
    first = next(
        (m for m in mentions if not set(m.actors) & set(statement.speakers) and m.how != "adjective"), None
    )
    return dict.fromkeys(first.actors, stance) if first else {}
