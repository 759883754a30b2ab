"""Statements of a sentence: by verbs and nouns of speech, and by `according to`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from geodb.sources.article.extract.clauses import clause_end, is_unfinished, noun_clause_end, without_next_act
from geodb.sources.article.extract.page import Passage
from geodb.sources.article.extract.speakers import Found, Speakers
from geodb.sources.article.extract.speech import (
    AFTER_NOUN,
    IMPLIED,
    IN_WORDS_OF,
    LEADS_TO_INFINITIVE,
    LEADS_TO_PARTICIPLE,
    NOT_AFTER,
    NOUN,
    NOUN_BY,
    NOUNS,
    PARTICIPLE,
    PROMISES,
    SPEECH_OF_WHOM,
)
from geodb.sources.article.extract.speech_verbs import ACTS, BASES, reports, verbs
from geodb.sources.article.extract.statement import Statement

_WORDS = re.compile(r"[^\W_]+")
_TRAILS = re.compile(
    r"(?:\s(?:reporters|journalists|lawmakers|(?:the\s)?(?:news\s)?[aA]gency|[A-Z]\w+))?"
    r"(?:\s(?:on|in|at|during|late|early|last|this|earlier|yesterday|today|[A-Z]\w+day)\b(?:(?!\sthat\s)[^,.;“”\"]){0,60})?"
    r"(?=[,.;](?![0-9])|\s?\[|$)"
)
"""What may stand after the verb of `…, the ministry said on Monday`."""
_INTRODUCTION = re.compile(
    r"(?:(?:In|On|At|For|After|Before|During|Since|By|As|While|When|Although|Despite|Under|With|Following|However|Meanwhile"
    r"|Moreover|Still|But|And|Yet|Earlier|Later|Separately|Instead|Today|Yesterday)\b)"
)
_AUDIENCE = re.compile(r"\s(?:the\s)?\w+")
_AND = re.compile(r"\b(?:and|but)\s")
_OPENING = re.compile(r"(?:Amid|After|Despite|Following|In|With|Under|Given|Heeding|Ignoring|Citing|Against|Unlike)\b")
"""Words that open an adverbial: `Amid warnings by X that …, donors met`."""
_ASKED = re.compile(r"\b(?:[Dd]o|[Dd]oes|[Dd]id|[Cc]an|[Ww]ill|[Ww]ould|[Ss]hould|[Cc]ould)\s(?:the\s)?$")
_RELATIVE = re.compile(r",\s(?:who|which)\s(?:also\s|has\s|had\s|have\s|later\s|\w+ly\s)*$")
_BY_WHOM = re.compile(
    r"\b(?:is|are|was|were|been)\s(?:\w+ly\s)?(?P<verb>\w+ed|slammed|called)"
    r"(?:\s(?:(?:of|as|for|on|“)\s?[^.,;]{3,60}\s)?|\s[“\"][^”\"]{3,60}[”\"]\s)by\s"
)
_CLAUSE = re.compile(r"(?:;|,\s(?:and|but|while|whereas))\s")
_AS_WHAT = re.compile(r"\s(?:as|for|of)\s")
_NAMES = frozenset({"described", "called", "labelled", "labeled", "dubbed", "branded", "characterized", "characterised"})
_STANCES = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
_INSERTED_ENDS = re.compile(r"(?:\s(?:in|on|at|last|this)\s[^,.;:“”\"]{2,30})?(?:[,.](?:\s|$)|$)")
_JOINT = re.compile(r",?\s(?:and|but)\s?$")
_JOINS = re.compile(r"(?:,\s(?:and|but|while)|;)\s(?:the\s)?(?:[A-Z]\w+\s){0,3}$")
_LONGEST_LEAD = 75
_LONGEST_OPENING = 12
_SHORTEST = 12
_SHORTEST_VERB = 30
_SHORTEST_PART = 25
_FEW = 3
_WHAT = re.compile(r"\b[Ww]hat\s(?:the\s)?$")
_REACH = 1_000
"""How far a statement reaches from its verb, lest one look from each verb of a long sentence at all of it."""
_CONFIDENCE = {"subject": 90, "inverted": 85, "pronoun": 75, "participle": 75, "group": 65, "coordinated": 65}


def in_sentence(passage: Passage, start: int, end: int, speakers: Speakers) -> Iterator[Statement]:
    """Yield the statements of one sentence, none inside the words of another."""
    found = [
        *_according_to(passage, start, end, speakers),
        *_in_words_of(passage, start, end, speakers),
        *_passive(passage, start, end, speakers),
        *_by_noun(passage, start, end, speakers),
        *_by_verb(passage, start, end, speakers),
    ]
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
    for statement in kept:
        if statement.end - statement.start >= _SHORTEST:
            yield statement


def _is_apart(text: str, statement: Statement, before: Statement, start: int) -> bool:
    """Whether a statement inside the words of another is one of its own: `…, adding that …`; `Warning of x, y said`."""
    if statement.rule == "speech.coordinated":
        return statement.end - statement.start >= _SHORTEST_PART
    return (
        statement.rule == "speech.participle"
        or (before.rule == "speech.participle" and before.start == start)
        or _JOINS.search(text, before.start, statement.start) is not None
    )


def _by_verb(passage: Passage, start: int, end: int, speakers: Speakers) -> Iterator[Statement]:
    text = passage.text
    for verb, first, after in verbs(passage.lower, start, end):
        is_item = speakers.is_item(first)
        if text[first].isupper() and first != start and not is_item:
            continue  # `the United States`
        quote = passage.in_quote(first)
        opens = quote is not None and first == quote.words.start
        if quote and not opens and quote.words.start < first < quote.words.end:
            continue
        is_participle, is_base = bool(PARTICIPLE.search(verb)), verb in BASES
        leads = LEADS_TO_PARTICIPLE if is_participle else LEADS_TO_INFINITIVE if is_base else None
        lead = leads.search(passage.lower, max(start, first - _LONGEST_LEAD), first) if leads else None
        if lead:
            first, is_participle, is_base = lead.start(), False, False
        elif NOT_AFTER.search(passage.lower, max(start, first - 14), first) and not speakers.is_document(first):
            continue
        is_finite = not is_participle and not is_base
        is_plain = reports(text, verb, after) or (is_finite and (is_item or _after_quote(passage, first)))
        if not is_plain and not _INSERTED_ENDS.match(text, after):
            continue
        first = quote.span.start if quote and opens else first  # `The text “condemns all attacks”`
        found = speakers.of_verb(first, after, participle=is_participle, is_plain=is_plain)
        if found is None or (found.how == "coordinated" and is_base):
            continue
        if not is_plain and not _is_inserted(text, start, found.begin):
            continue
        if is_base and _ASKED.search(text, max(start, found.begin - 14), found.begin):
            continue
        speakers.spoke(found.who, first)
        begin, finish = _span(passage, after, (start, end), found)
        told = _AUDIENCE.match(text, found.end) if verb in {"told", "tells"} else None
        statement = Statement(
            passage.no, begin, finish, found.who, f"speech.{found.how}", _CONFIDENCE[found.how]
        )
        if is_participle:
            statement.rule = "speech.participle"
        statement.act = ACTS[verb]
        statement.form = "implied" if verb in IMPLIED else "paraphrase"
        statement.told = told.end() if told else found.end
        yield statement


def _is_inserted(text: str, start: int, begin: int) -> bool:
    """Whether words that tell who speaks are set into a sentence or added to it: `…, he believes`; `As X notes, …`."""
    before = text[start:begin].removesuffix("the ")
    return before.endswith(", ") or before == "As "


def _span(passage: Passage, verb_end: int, sentence: tuple[int, int], found: Found) -> tuple[int, int]:
    """Return where a statement begins and ends, which is told after its words in `Three died, officials said`."""
    text = passage.text
    start, end = max(sentence[0], found.begin - _REACH), min(sentence[1], verb_end + _REACH)
    finish = without_next_act(passage, verb_end, clause_end(passage, verb_end, end))
    if _RELATIVE.search(text, start, found.verb):
        comma = text.find(", ", verb_end, finish)
        finish = comma if comma > 0 else finish
    before = text[start : found.begin].removesuffix("the ").rstrip()
    if before.endswith((",", "”", '"', "»", "’")):
        trails = _TRAILS.match(text, found.end, end)
        is_inserted = trails and text.startswith(",", trails.end()) and is_unfinished(passage, start, found.begin)
        if trails and (_is_clause(before) or (is_inserted and not _INTRODUCTION.match(before))):
            begin = max(start, text.rfind("; ", start, found.begin) + 2) if "; " in before else start
            goes_on = text.startswith(",", trails.end()) and is_unfinished(passage, begin, found.begin)
            return begin, finish if goes_on else min(finish, trails.end())
        after = text[max(verb_end, found.end) : finish]
        is_added = found.how == "subject" and "," in text[found.begin : verb_end]
        if not is_added and (after.startswith(",") or len(_WORDS.findall(after)) <= _FEW):
            return start, finish
    if _WHAT.search(text, max(start, found.begin - 12), found.begin):
        quote = next((each for each in passage.quotes if 0 < each.span.start - verb_end < _FEW), None)
        finish = quote.span.end if quote else finish
    has_words = found.verb >= 0 and finish - found.verb >= _SHORTEST_VERB
    return found.verb if has_words else found.begin, finish


def _is_clause(words: str) -> bool:
    """Whether words before a comma say something, and are no introduction."""
    return len(_WORDS.findall(words)) >= _FEW and not (
        _INTRODUCTION.match(words) and words.count(",") == 1 and len(_WORDS.findall(words)) < 9
    )


def _after_quote(passage: Passage, at: int) -> bool:
    text = passage.text
    return any(
        0 <= at - quote.span.end <= 40 and not _AND.search(text, quote.span.end, at) for quote in passage.quotes
    )


def _by_noun(passage: Passage, start: int, end: int, speakers: Speakers) -> Iterator[Statement]:
    """Yield what is told by `Chad’s warning that …`, `his pledge to …` and `a call by Chad for …`."""
    for match in NOUN.finditer(passage.text, start, end):
        noun, is_clause = match["noun"], match["after"] == "that"
        if not is_clause and (match["where"] or not NOUNS[noun]):
            continue
        owner = next((m for m in passage.within(start, match.end()) if m.end == match.start()), None)
        begin, who = (owner.begin, owner.actors) if owner else (match.start(), None)
        if match["his"] and (is_clause or (noun in PROMISES and match["his"].lower() in {"his", "her"})):
            who = speakers.meant(match["his"].lower(), match.start())
        if who:
            finish = noun_clause_end(passage, match.end(), end, is_clause=is_clause)
            if _OPENING.match(passage.text, start, begin):
                finish = _comma(passage.text, match.end(), finish)
            yield _of_noun(passage, (begin, finish), who, noun, owner.office if owner else None)
    for match in NOUN_BY.finditer(passage.text, start, end):
        found = speakers.named_at(match.end() - 1)
        after = AFTER_NOUN.match(passage.text, found.end, end) if found else None
        noun = match["noun"].lower()
        if found and after and (after["after"] == "that" or NOUNS[noun]):
            finish = noun_clause_end(passage, after.end(), end, is_clause=after["after"] == "that")
            if _OPENING.match(passage.text, start, match.start()):
                finish = _comma(passage.text, after.end(), finish)
            yield _of_noun(passage, (match.start(), finish), found.who, noun, None)


def _comma(text: str, start: int, end: int) -> int:
    """Return where the first comma stands, or the end."""
    at = text.find(", ", start, end)
    return at if at >= 0 else end


def _of_noun(
    passage: Passage, span: tuple[int, int], who: tuple[str, ...], noun: str, office: str | None
) -> Statement:
    form = "implied" if noun in IMPLIED else "paraphrase"
    return Statement(passage.no, *span, who, "speech.noun", 80, NOUNS[noun], form, office)


def _according_to(passage: Passage, start: int, end: int, speakers: Speakers) -> Iterator[Statement]:
    for match in SPEECH_OF_WHOM.finditer(passage.lower, start, end):
        found = speakers.named_at(match.end())
        if found is None:
            continue
        opens = match.start() - start < 2
        finish = clause_end(passage, found.end, end) if opens else found.end
        confidence = 85 if found.how == "name" else 65
        yield Statement(
            passage.no, start, finish, found.who, "speech.according_to", confidence, told=found.end
        )


def _in_words_of(passage: Passage, start: int, end: int, speakers: Speakers) -> Iterator[Statement]:
    """Yield what is told by `In her view, …`."""
    match = IN_WORDS_OF.match(passage.lower, start, end)
    if match is None:
        return
    owner = next((m for m in passage.within(start, match.end()) if m.how != "adjective"), None)
    who = speakers.person_meant() if match["his"] else owner.actors if owner else None
    if who:
        finish = clause_end(passage, match.end(), end)
        yield Statement(passage.no, start, finish, who, "speech.in_words_of", 70)


def _passive(passage: Passage, start: int, end: int, speakers: Speakers) -> Iterator[Statement]:
    """Yield what is told by `The plan was rejected by Chad`."""
    for match in _BY_WHOM.finditer(passage.lower, start, end):
        act = ACTS.get(match["verb"], "")
        names = match["verb"] in _NAMES
        if (act not in _STANCES and not names) or passage.in_quote(match.start()):
            continue
        found = speakers.named_at(match.end() - 1)
        if found and found.how == "name":
            joints = list(_CLAUSE.finditer(passage.text, start, match.start()))
            begin = joints[-1].end() if joints else start
            goes_on = _AS_WHAT.match(passage.text, found.end, end)
            if names and not goes_on and match.end() - match.end("verb") < _LONGEST_OPENING:
                continue  # `called by his mother`
            finish = clause_end(passage, found.end, end) if goes_on else found.end
            yield Statement(passage.no, begin, finish, found.who, "speech.passive", 65, act)
