"""Statements of a sentence by verbs of speech, put together with those that are told otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from geodb.sources.article.extract.language.clauses import clause_end, is_unfinished, without_next_act
from geodb.sources.article.extract.page import Passage
from geodb.sources.article.extract.statement import Statement
from geodb.sources.article.extract.statements.said_otherwise import without_verb
from geodb.sources.article.extract.statements.speaker_participles import Found
from geodb.sources.article.extract.statements.speakers import Speakers
from geodb.sources.article.extract.statements.speech import (
    HELD,
    IMPLIED,
    LEADS_TO_INFINITIVE,
    LEADS_TO_PARTICIPLE,
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

_WORDS = re.compile(r"[^\W_]+")
_TRAILS = re.compile(
    r"(?:\s(?:reporters|journalists|lawmakers|parliament|(?:the\s)?(?:news\s)?[aA]gency|a\s(?:news\sconference|rally|forum|hearing)"
    r"|(?:the\s)?[A-Z][\w’'-]+(?:\s(?:of\s)?[A-Z][\w’'-]+){0,3}(?:\s(?:news\sagency|newspaper|television|radio|magazine|daily|weekly))?))?"
    r"(?:\s(?:on|in|at|during|late|early|last|this|earlier|yesterday|today|[A-Z]\w+day)\b(?:(?!\sthat\s)[^,.;“”\"]){0,60})?"
    r"(?=[,.;](?![0-9])|\s?\[|$)"
)
"""What may stand after the verb of `…, the ministry said on Monday`."""
_INTRODUCTION = re.compile(
    r"(?:(?:In|On|At|For|After|Before|During|Since|By|As|While|When|Although|Despite|Under|With|Following|However|Meanwhile"
    r"|Moreover|Still|But|And|Yet|Earlier|Later|Separately|Instead|Today|Yesterday)\b)"
)
_GOES_ON_WITH = re.compile(
    r",\s(?:once|if|unless|because|until|provided|even\sif|as\slong\sas|so\slong\sas|so\sthat|rather\sthan|not)\s"
)
"""How a sentence goes on in which it was told who says it: `Talks could resume, he suggested, once …`."""
_CONDITION = re.compile(r"(?:If|Unless|Should|Once|When|Without|Were|As\slong\sas)\s[^,]+,")
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
_RELATIVE = re.compile(r",\s(?:who|which)\s(?:also\s|has\s|had\s|have\s|later\s|\w+ly\s)*$")
_INSERTED_ENDS = re.compile(
    r"(?:\s(?:in|on|at|last|this)\s[^,.;:“”\"]{1,30}|\s[A-Z]\w+day)?(?:[,.;](?:\s|$)|$)"
)
_GOES_ON = frozenset({"went on", "goes on", "continued", "continues"})
_BEFORE_INSERTED = re.compile(r"(?:,\s|^As\s)(?:the\s|(?:an?|its|his|her|their)\s(?:[a-z]+\s){0,2})?$")
_DETERMINER = re.compile(
    r"(?:\b(?:the|its|his|her|their)\s)?(?:\b[\w.-]+(?:\s[A-Z][\w.-]+){0,2}(?:[’']s|s[’'])\s(?:[a-z][a-z-]+\s){0,2})?$"
)
"""What belongs to the subject before its name or title: `the`, `the country’s`, `his French`."""
_IF = re.compile(r"\b(?:[Ii]f|[Ww]hether|[Uu]nless|[Ll]est)\s(?:the\s)?$")
_COMMA = re.compile(r",([”\"’»]?)\s")
_OWN_CLAUSE = re.compile(
    r"(?:;|:|,\sbut(?!\s(?:could|would|will|has|have|had|is|are|was|were|did|does|may|might|must|should|not|only|also|never)\b))\s"
)
_LONGEST_LEAD = 75
_SHORTEST_VERB = 20
_SHORT_INSERTION = 45
_FEW = 3
_FAR = 40
_FARTHER = 90
"""How far from a quotation a verb may stand that tells who speaks: farther where the quotation ends as a part of a sentence."""
_SUPPOSED = re.compile(r"(?:Provided(?:\sthat)?|Suppose|Supposing|Assuming|Unless)\s")
"""With these a condition begins, in which nobody says what is reported."""
_SUBORDINATE = re.compile(
    r"(?:(?:Shortly|Soon|Hours|Minutes|Days|Weeks|Months|Years|Immediately|Long|Just|Even|Not\slong|A|An|One|Two|Three)(?:\s[a-z-]+){0,4}\s(?:after|before)|After|When|Before|While|Although|Though|Since|Because|Once|Even\sthough|Despite|Amid)\s"
)
_MAIN_FOLLOWS = re.compile(
    r",(?P<mark>[”\"’»]?)\s(?!(?:and|or|but|nor|who|which|where|when|whose|as|including|such|if|unless)\b)"
)
_WHAT = re.compile(r"\b[Ww]hat\s(?:the\s)?$")
_LONGEST_WHAT = 12
_REACH = 1_000
"""How far a statement reaches from its verb, lest one look from each verb of a long sentence at all of it."""
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
        is_aside = _WHAT.search(passage.text, max(start, found.begin - _LONGEST_WHAT), found.begin)
        if not is_aside:  # `condemned what it called a coup`
            speakers.spoke(found.who, verb.first)
        begin, finish = _span(passage, after, (start, end), found)
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
    leads = LEADS_TO_PARTICIPLE if is_participle else LEADS_TO_INFINITIVE if is_base else None
    lead = leads.search(passage.lower, max(start, first - _LONGEST_LEAD), first) if leads else None
    if lead:
        first, is_participle, is_base = lead.start(), False, False
    elif NOT_AFTER.search(passage.lower, max(start, first - 18), first) and not speakers.is_document(first):
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
    return _WHAT_BEFORE.search(text, *before) is not None and _CLAIM.search(text, *before) is None


def _is_inserted(text: str, start: int, begin: int) -> bool:
    """Whether words that tell who speaks are set into a sentence or added to it: `…, he believes`; `As X notes, …`."""
    return _BEFORE_INSERTED.search(text[start:begin]) is not None


def _span(passage: Passage, verb_end: int, sentence: tuple[int, int], found: Found) -> tuple[int, int]:
    """Return where a statement begins and ends, which is told after its words in `Three died, officials said`."""
    text = passage.text
    start, end = max(sentence[0], found.begin - _REACH), min(sentence[1], verb_end + _REACH)
    finish = without_next_act(passage, verb_end, clause_end(passage, verb_end, end))
    if _SUBORDINATE.match(text, sentence[0]) and ", " not in text[sentence[0] : verb_end]:
        finish = _main_clause(passage, verb_end, finish)
    if _RELATIVE.search(text, start, found.verb):
        comma = _COMMA.search(text, verb_end, finish)
        finish = comma.end() - 1 if comma and comma[1] else comma.start() if comma else finish
    before = _DETERMINER.sub("", text[start : found.begin]).rstrip()
    if before.endswith(", as"):
        before = before.removesuffix(" as")  # `…, as the minister put it`
    if found.how not in {"coordinated", "participle"} and before.endswith((",", "”", '"', "»", "’")):
        trails = _TRAILS.match(text, found.end, end)
        begin = max((joint.end() for joint in _OWN_CLAUSE.finditer(text, start, found.begin)), default=start)
        is_open = is_unfinished(passage, begin, found.begin) or _CONDITION.fullmatch(before)
        is_quoted = not before.endswith(",")
        is_subordinate = not is_quoted and trails and _GOES_ON_WITH.match(text, trails.end())
        goes_on = trails and text.startswith(",", trails.end()) and (is_open or is_subordinate)
        if trails and (is_quoted or _is_clause(before) or (goes_on and not _INTRODUCTION.match(before))):
            return begin, clause_end(passage, trails.end(), end) if goes_on else min(finish, trails.end())
        if _tells_of_quote(passage, found.begin):
            return begin, trails.end() if trails else max(found.end, verb_end)
        after = text[max(verb_end, found.end) : finish]
        is_added = found.how == "subject" and "," in text[found.begin : verb_end]
        is_added = is_added or _SUBORDINATE.match(before) is not None
        if not is_added and (after.startswith(",") or len(_WORDS.findall(after)) <= _FEW):
            return begin, finish
    if _WHAT.search(text, max(start, found.begin - _LONGEST_WHAT), found.begin):
        quote = next((each for each in passage.quotes if 0 < each.span.start - verb_end < _FEW), None)
        finish = quote.span.end if quote else finish
    is_far = found.verb - found.begin > _SHORT_INSERTION and not before.endswith(("”", '"', "»", "’"))
    has_words = finish - found.verb >= _SHORTEST_VERB
    return found.verb if is_far and has_words else found.begin, finish


def _tells_of_quote(passage: Passage, begin: int) -> bool:
    """Whether words that tell who speaks follow a quotation, at most with a noun between: `“…,” the negotiator, X, said`."""
    return any(
        0 < begin - quote.span.end <= _FAR
        and passage.text[quote.words.end - 1] in ",!?"
        and passage.text.startswith(" the ", quote.span.end)
        for quote in passage.quotes
    )


def _main_clause(passage: Passage, start: int, end: int) -> int:
    """Return where the main clause follows a subordinate one that tells what was said, or the end."""
    for comma in _MAIN_FOLLOWS.finditer(passage.text, start, end):
        quote = passage.in_quote(comma.start())
        if quote is None or quote.span.end <= comma.end():
            return comma.end() - 1 if comma["mark"] else comma.start()
    return end


def _is_clause(words: str) -> bool:
    """Whether words before a comma say something, and are no introduction."""
    return len(_WORDS.findall(words)) >= _FEW and not (
        _INTRODUCTION.match(words) and words.count(",") == 1 and len(_WORDS.findall(words)) < 9
    )


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
