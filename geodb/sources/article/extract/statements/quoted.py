"""Quotations and whose they are: given to the statement around or beside them, or to whoever goes on speaking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.page import Passage
from geodb.sources.article.extract.statement import Statement
from geodb.sources.article.extract.statements.speakers import Speakers
from geodb.sources.article.extract.statements.subjects import main_subject
from geodb.sources.article.structure import Quote

_WORDS = re.compile(r"[^\W_]+")
_STOP = re.compile(r"[.!?;]\s")
_COLON = re.compile(r":\s$")
_BRIEFLY = re.compile(r"(?:\s[a-z]+){1,4}[.,;:]")
_BETWEEN_PIECES = re.compile(r"(?:[,?!]?[”\"’»]|[”\"’»],?)\s[^“”\".;:«]{2,200},\s[“\"‘«]")
_ANSWER = re.compile(
    r"[’']s?\s(?:\w+\s){0,2}(?:answer|reply|response|message|verdict|comment|reaction|conclusion|words|advice|warning|retort|motto|slogan)\b"
)
_SUMMED_UP = re.compile(
    r"\s?(?:That|This)\s(?:is|was)\show\s|\s?With\s(?:these|those)\swords,?\s|\s?(?:These|Those|So)\s(?:were|was|are|ran|went)\s"
)
_IS_HOW = re.compile(r",?\s(?:is|was)\show\s(?:the\s)?")
_WHO_SPEAKS = re.compile(r",\s(?:who|which|an?|the|its|his|her)\s[^“”\".;:«]{3,130},\s")
"""What may stand between who speaks and the rest of the quotation: `said Ana Ruk, who runs a clinic, “…”`."""
_IS_ALL = re.compile(r",?\s(?:is|was)\sall\s(?:that\s)?(?:the\s)?")
"""`“…,” is all that Oto would say.`"""
_LONGEST_NAME = 80
_LONGEST_GAP = 30
_JOINTS = frozenset({"and", "but", "while", "whereas", "when", "as", "after", "before", "by"})
_SHORTEST = 12
_MOST_OF_IT = 0.7


def give_quotes(
    passage: Passage,
    speakers: Speakers,
    cast: Cast,
    statements: list[Statement],
    last: tuple[str, ...] | None,
) -> Iterator[Statement]:
    """Give the quotations of a passage to its statements, and yield new ones of whoever goes on; `last` spoke before."""
    for quote in passage.quotes:
        if not _is_speech(passage, quote):
            continue
        words = _trimmed(passage.text, quote)
        holder = (
            _ending(quote, statements) or _around(quote, statements) or _beside(passage, quote, statements)
        )
        if holder is not None:
            holder.quotes.append(words)
            holder.start, holder.end = min(holder.start, quote.span.start), max(holder.end, quote.span.end)
        elif told := _goes_on(passage, speakers, cast, quote, statements, last):
            who, rule = told
            yield Statement(
                passage.no, quote.span.start, quote.span.end, who, f"quote.{rule}", 60, quotes=[words]
            )


def describe_quotes(passage: Passage, statement: Statement) -> None:
    """Note the form of a statement with quotations, and let it end with the words that tell whose they are."""
    if not statement.quotes:
        return
    text = passage.text
    quoted = sum(b - a for a, b in statement.quotes)
    first, last = statement.quotes[0], statement.quotes[-1]
    opens = first[0] - statement.start <= 1 and quoted > _SHORTEST
    statement.is_in_pieces = opens and all(
        _BETWEEN_PIECES.fullmatch(text, one[1], other[0]) for one, other in pairwise(statement.quotes)
    )
    whole = opens or quoted >= 0.6 * (statement.end - statement.start) or statement.rule.startswith("quote.")
    statement.form = "verbatim" if whole or _is_clause(text, first[0]) else "mixed"
    statement.truncated = any(text[a:b].rstrip(".").endswith(("…", "..")) for a, b in statement.quotes)
    if opens and statement.told >= 0:
        end = min(last[1] + 2, statement.end)
        statement.end = statement.told if end < statement.told <= end + quoted else end


def _ending(quote: Quote, statements: list[Statement]) -> Statement | None:
    """Return the statement that begins in the last sentence of a quotation: `“Yes. We will,” said X`."""
    start, end = quote.span.start, quote.span.end
    return next((one for one in statements if start < one.start < end < one.end), None)


def _around(quote: Quote, statements: list[Statement]) -> Statement | None:
    """Return the last statement in whose words a quotation begins."""
    begin = quote.span.start
    return next((one for one in reversed(statements) if one.start <= begin < one.end), None)


def _beside(passage: Passage, quote: Quote, statements: list[Statement]) -> Statement | None:
    """Return the statement whose verb stands beside a quotation: `“…,” said X`."""
    text = passage.text
    for statement in statements:
        if 0 <= statement.told <= quote.span.start and _WHO_SPEAKS.fullmatch(
            text, statement.told, quote.span.start
        ):
            return statement
        if 0 <= quote.span.start - statement.end < _LONGEST_GAP:
            gap = text[statement.end : quote.span.start]
        elif statement.start - quote.span.end < _LONGEST_GAP and statement.end > quote.span.end:
            gap = text[quote.span.end : max(statement.start, quote.span.end)]
        else:
            continue
        if _IS_HOW.fullmatch(gap):
            return statement
        if len(_WORDS.findall(gap)) <= 1 and gap.strip() not in _JOINTS and not _STOP.search(gap):
            return statement
    return None


def _goes_on(
    passage: Passage,
    speakers: Speakers,
    cast: Cast,
    quote: Quote,
    statements: list[Statement],
    last: tuple[str, ...] | None,
) -> tuple[tuple[str, ...], str] | None:
    """Return who speaks a quotation that nobody is said to speak, and why."""
    start, end = passage.sentence_at(quote.span.start)[0], passage.sentence_at(quote.span.end - 1)[1]
    length = quote.span.end - quote.span.start
    if _COLON.search(passage.text, start, quote.span.start):
        subject = main_subject(passage, start, quote.span.start)
        if (noun := _ANSWER.search(passage.text, start, quote.span.start)) and not subject:
            owner = next((m for m in passage.within(start, noun.end()) if m.end == noun.start()), None)
            return (owner.actors, "colon") if owner else None
        is_person = subject and cast.actors[subject.actors[0]].kind == "person"
        return (subject.actors, "colon") if subject and is_person else None
    if passage.text[quote.words.end - 1] in ",!?" and (named := _named_after(passage, cast, quote)):
        return named, "beside"
    if length < _MOST_OF_IT * (end - start):
        return None
    if summed := _SUMMED_UP.match(passage.text, quote.span.end):
        subject = main_subject(passage, summed.end(), passage.sentence_at(quote.span.end + 1)[1])
        return (subject.actors, "after") if subject else None
    before = [one for one in statements if one.start < quote.span.start]
    if before:
        return max(before, key=lambda one: one.start).speakers, "continued"
    if start:
        who = speakers.subject_of(passage.sentence_at(start - 2)[0], start)
        return (who, "after") if who else None
    return (last, "continued") if last and length > _MOST_OF_IT * len(passage.text) else None


def _named_after(passage: Passage, cast: Cast, quote: Quote) -> tuple[str, ...] | None:
    """Return the person of `“…,” Oto shot back.`, whatever the verb."""
    end = quote.span.end
    if is_all := _IS_ALL.match(passage.text, end):
        said = (
            m for m in passage.within(is_all.end(), is_all.end() + _LONGEST_NAME) if m.begin == is_all.end()
        )
        return next((mention.actors for mention in said), None)
    for mention in passage.within(end, end + _LONGEST_NAME):
        is_person = cast.actors[mention.actors[0]].kind == "person"
        if is_person and mention.begin == end + 1 and _BRIEFLY.match(passage.text, mention.end):
            return mention.actors
    return None


def _is_speech(passage: Passage, quote: Quote) -> bool:
    """Whether a quotation may be speech: not a name in marks, such as that of a plan or a book."""
    words = [
        word
        for word in _WORDS.findall(passage.text[quote.words.start : quote.words.end])
        if word[0].isalpha()
    ]
    if passage.text[quote.words.end - 1] in ",!?" and len(words) > 1:
        return True
    capitals = sum(word[0].isupper() for word in words)
    return (bool(words) and (len(words) == 1 or capitals * 2 <= len(words))) or len(words) > 8


def _trimmed(text: str, quote: Quote) -> tuple[int, int]:
    start, end = quote.words.start, quote.words.end
    while end > start and text[end - 1] in " ,":
        end -= 1
    while start < end and text[start] == " ":
        start += 1
    return start, end


def _is_clause(text: str, start: int) -> bool:
    """Whether a quotation is all of what follows `that` or a colon."""
    return bool(re.search(r"(?:that|:)\s[“\"„«‘]$", text[max(0, start - 8) : start]))
