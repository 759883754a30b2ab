"""Statements of a sentence by verbs of speech, put together with those that are told otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from geodb.sources.article.extract.language.speaker_words import BODIES, is_of_people
from geodb.sources.article.extract.page import Passage
from geodb.sources.article.extract.statement import Statement
from geodb.sources.article.extract.statements.extents import extent, is_what
from geodb.sources.article.extract.statements.said_otherwise import without_verb
from geodb.sources.article.extract.statements.speaker_participles import Found
from geodb.sources.article.extract.statements.speakers import Speakers
from geodb.sources.article.extract.statements.speech import (
    HELD,
    IMPLIED,
    LEADS_TO_INFINITIVE,
    LEADS_TO_PARTICIPLE,
    LEADS_TO_PERFECT,
    NO_VERB_AFTER,
    NOT_AFTER,
    NOT_SAID,
    PARTICIPLE,
)
from geodb.sources.article.extract.statements.speech_verbs import (
    ACTS,
    BASES,
    ONLY_BESIDE_QUOTES,
    reports,
    verbs,
)
from geodb.sources.article.extract.statements.statements_together import put_together

_AUDIENCE = re.compile(
    r"\s(?:[Tt]he\s|an?\s|this\s|his\s|her\s|its\s|their\s)?[\w’'-]+(?:\s[A-Z][\w’'-]+){0,3}"
)
_CLAIM = re.compile(
    r",\s(?P<what>(?:(?:an?|the)\s)?(?:[a-z]+\s)?(?:claims?|charges?|accusations?|allegations?|assertions?|accounts?|versions?|suggestions?"
    r"|proposals?|ideas?|reports?|findings?|verdicts?|decisions?|moves?|demands?|plans?)\s(?:(?:that|which)\s)?(?:the\s)?)$"
)
"""What somebody speaks for or against who is named after it: `…, a charge that Chad denied.`"""
_WHAT_BEFORE = re.compile(
    r"[a-z]\s(?:that|which)\s(?:the\s)?$"
    r"|\b(?:[Tt]he|[Aa]n?|its|his|her|their)\s(?:[a-z-]+\s){0,2}(?!(?:day|week|month|year|time|moment|morning|evening|night|way)\s)[a-z-]+\s(?:the\s)?$"
)
_DONE_ONCE = re.compile(
    r"(?:\s(?:in|on|at|last|this|during|after|before|for|with|from|by)\b(?![^.;]{0,80}?(?:\b(?:that|whether)\b|[“\"«]))|[.;)])"
)
_LONGEST_CLAIM = 50
_AND = re.compile(r"\b(?:and|but)\s")
_ASKED = re.compile(r"\b(?:[Dd]o|[Dd]oes|[Dd]id|[Cc]an|[Ww]ill|[Ww]ould|[Ss]hould|[Cc]ould)\s(?:the\s)?$")
_INSERTED_ENDS = re.compile(
    r"(?:\s(?:in|on|at|last|this)\s[^,.;:“”\"]{1,30}|\s[A-Z]\w+day)?(?:[,.;](?:\s|$)|$)"
)
_GOES_ON = frozenset({"went on", "goes on", "continued", "continues"})
_BEFORE_INSERTED = re.compile(r"(?:,\s|^As\s)(?:the\s|(?:an?|its|his|her|their)\s(?:[a-z]+\s){0,2})?$")
_IF = re.compile(r"\b(?:[Ii]f|[Ww]hether|[Uu]nless|[Ll]est)\s(?:the\s)?$")
_LONGEST_LEAD = 75
_FAR = 40
_FARTHER = 90
"""How far from a quotation a verb may stand that tells who speaks: farther where the quotation ends as a part of a sentence."""
_SUPPOSED = re.compile(r"(?:Provided(?:\sthat)?|Suppose|Supposing|Assuming|Unless)\s")
"""With these a condition begins, in which nobody says what is reported."""
_ONLY_VERBS = frozenset({"said", "says", "told", "warned", "added", "argued"})
_CONFIDENCE = {"subject": 80, "inverted": 85, "pronoun": 80, "participle": 75, "group": 80, "coordinated": 70}


def in_sentence(passage: Passage, start: int, end: int, speakers: Speakers) -> Iterator[Statement]:
    """Yield the statements of one sentence, none inside the words of another."""
    found = [
        *without_verb(passage, start, end, speakers),
        *_by_verb(passage, start, end, speakers),
    ]
    yield from put_together(passage, start, found, speakers)


class _Verb(NamedTuple):
    """A verb that may report: where it or what leads to it begins, its form, and whether it plainly reports."""

    first: int
    is_participle: bool
    is_base: bool
    is_plain: bool


def _by_verb(passage: Passage, start: int, end: int, speakers: Speakers) -> Iterator[Statement]:
    for word, at, after in verbs(passage, start, end):
        verb = _verb(passage, start, (word, at, after), speakers)
        if verb is None:
            continue
        found = speakers.of_verb(
            verb.first, after, participle=verb.is_participle, is_plain=verb.is_plain and not verb.is_base
        )
        if found is None or not _may_speak(passage.text, start, verb, found):
            continue
        if _SUPPOSED.match(passage.text, start) and ", " not in passage.text[start : verb.first]:
            continue
        if not is_what(passage.text, start, found.begin):
            speakers.spoke(found.who, verb.first)
        begin, finish = extent(passage, after, (start, end), found)
        if (
            finish <= max(after, found.end) + 1
            and begin == found.begin
            and not _is_by_quote(passage, begin, finish)
        ):
            claim = _CLAIM.search(passage.text, max(start, begin - _LONGEST_CLAIM), begin)
            if claim is None or ACTS[word] not in {"REJECT", "ACCUSE", "SUPPORT"}:
                continue  # `a charge that Chad denies`
            begin = claim.start("what")
        rule = "participle" if verb.is_participle else found.how
        form = "implied" if word in IMPLIED else "paraphrase"
        told = _AUDIENCE.match(passage.text, found.end) if word in {"told", "tells"} else None
        yield Statement(
            passage.no, begin, finish, found.who, f"speech.{rule}", _CONFIDENCE[found.how], ACTS[word], form,
            told=told.end() if told else found.end,
        )  # fmt: skip


def _verb(passage: Passage, start: int, found: tuple[str, int, int], speakers: Speakers) -> _Verb | None:
    """Return a word as a verb that may report something, unless it is a noun, is quoted or has another verb before it."""
    (word, first, after), text = found, passage.text
    is_item = speakers.is_item(first)
    if text[first].isupper() and first != start and not is_item:
        return None  # `the United States`
    quote = passage.in_quote(first)
    if quote and quote.words.start < first < quote.words.end:
        return None
    is_participle, is_base = bool(PARTICIPLE.search(word)), word in BASES
    if word not in HELD and NOT_SAID.search(passage.lower, max(start, first - 14), first):
        return None
    leads = LEADS_TO_PARTICIPLE if is_participle else LEADS_TO_INFINITIVE if is_base else LEADS_TO_PERFECT
    lead = leads.search(passage.lower, max(start, first - _LONGEST_LEAD), first)
    if lead:
        first, is_participle, is_base = lead.start(), False, False
    elif (
        NOT_AFTER.search(passage.lower, max(start, first - 18), first)
        and not speakers.is_document(first)
        and not _is_name_in_s(text, word, first)
    ):
        return None
    if (word.endswith("s") or is_base) and NO_VERB_AFTER.search(passage.lower, max(start, first - 12), first):
        return None
    is_finite = not is_participle and not is_base
    is_plain = reports(text, word, after) or (is_finite and (is_item or _after_quote(passage, start, first)))
    is_beside = word in ONLY_BESIDE_QUOTES and word not in _GOES_ON
    if not is_plain and (is_beside or not _INSERTED_ENDS.match(text, after)):
        return None
    opens = quote is not None and first == quote.words.start  # `The text “condemns all attacks”`
    return _Verb(quote.span.start if quote and opens else first, is_participle, is_base, is_plain)


def _is_name_in_s(text: str, word: str, first: int) -> bool:
    """Whether the name before a verb ends as an owner's does: `Moody’s said that …`."""
    return word in _ONLY_VERBS and text.endswith(("’s ", "'s "), 0, first)


def _may_speak(text: str, start: int, verb: _Verb, found: Found) -> bool:
    """Whether somebody says a verb: not in a question or condition, and set in between commas where it takes no words of its own."""
    before = slice(max(start, found.begin - 14), found.begin)
    if found.how == "subject" and _has_no_words(text, start, found):
        return False
    if _IF.search(text[before]) or (
        verb.is_base and (found.how == "coordinated" or _ASKED.search(text[before]))
    ):
        return False
    return verb.is_plain or _is_inserted(text, start, found.begin)


def _has_no_words(text: str, start: int, found: Found) -> bool:
    """Whether what a verb is of stands before its subject: `the government that the rebels proclaimed in May`."""
    if _DONE_ONCE.match(text, found.end) is None:
        return False
    before = max(start, found.begin - _LONGEST_CLAIM), found.begin
    what = _WHAT_BEFORE.search(text, *before)
    if what is None or _CLAIM.search(text, *before) is not None:
        return False
    noun = text[what.start() : found.begin].rsplit(maxsplit=1)[-1]
    return not (noun in BODIES or is_of_people(noun))  # `the rights group Amnesty said`


def _is_inserted(text: str, start: int, begin: int) -> bool:
    """Whether words that tell who speaks are set into a sentence or added to it: `…, he believes`; `As X notes, …`."""
    return _BEFORE_INSERTED.search(text[start:begin]) is not None


def _is_by_quote(passage: Passage, begin: int, finish: int) -> bool:
    """Whether a quotation stands beside words that only tell who speaks."""
    return any(
        0 <= begin - quote.span.end <= _FAR or -_FAR <= quote.span.start - finish <= _FAR
        for quote in passage.quotes
    )


def _after_quote(passage: Passage, start: int, at: int) -> bool:
    """Whether a verb stands soon after a quotation of its sentence."""
    text = passage.text
    return any(
        start < quote.span.end
        and 0 <= at - quote.span.end <= (_FARTHER if text[quote.words.end - 1] in ",!?" else _FAR)
        and not _AND.search(text, quote.span.end, at)
        for quote in passage.quotes
    )
