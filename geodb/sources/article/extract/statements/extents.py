"""Where a statement by a verb of speech begins and ends in its sentence."""

from __future__ import annotations

import re

from geodb.sources.article.extract.language.clauses import clause_end, is_unfinished, without_next_act
from geodb.sources.article.extract.language.small_words import BEFORE_VERB
from geodb.sources.article.extract.page import Passage
from geodb.sources.article.extract.statements.speaker_participles import Found

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
_RELATIVE = re.compile(rf",\s(?:who|which)\s(?:{BEFORE_VERB}\s)*$")
_DETERMINER = re.compile(
    r"(?<=[,”\"]\s)the\s(?:(?!that\b|which\b)[a-z][a-z-]+\s){1,3}$"
    r"|(?:\b(?:the|its|his|her|their)\s)?(?:\b[\w.-]+(?:\s[A-Z][\w.-]+){0,2}(?:[’']s|s[’'])\s(?:[a-z][a-z-]+\s){0,2})?$"
)
"""What belongs to the subject before its name or title: `the`, `the country’s`, `his French`, `the rights group`."""
_COMMA = re.compile(r",([”\"’»]?)\s")
_OWN_CLAUSE = re.compile(
    r"(?:;|:|,\sbut(?!\s(?:could|would|will|has|have|had|is|are|was|were|did|does|may|might|must|should|not|only|also|never)\b))\s"
)
_SHORTEST_VERB = 20
_SHORT_INSERTION = 45
_FEW = 3
_SUBORDINATE = re.compile(
    r"(?:(?:Shortly|Soon|Hours|Minutes|Days|Weeks|Months|Years|Immediately|Long|Just|Even|Not\slong|A|An|One|Two|Three)(?:\s[a-z-]+){0,4}\s(?:after|before)|After|When|Before|While|Although|Though|Since|Because|Once|Even\sthough|Despite|Amid)\s"
)
_MAIN_FOLLOWS = re.compile(
    r",(?P<mark>[”\"’»]?)\s(?!(?:and|or|but|nor|who|which|where|when|whose|as|including|such|if|unless)\b)"
)
_ASIDE = re.compile(
    r",\swhich\s[^,;]{30,}$|(?<=[”\"]),\s(?:and|yet|but|while)\s(?!\w+ed\b)(?!(?:that|said|says|added)\b).{25,}$"
)
_FAR = 40
"""How far from a quotation who speaks may be told of."""
_WHAT = re.compile(r"\b[Ww]hat\s(?:the\s)?$")
_LONGEST_WHAT = 12
_REACH = 1_000
"""How far a statement reaches from its verb, lest one look from each verb of a long sentence at all of it."""


def extent(passage: Passage, verb_end: int, sentence: tuple[int, int], found: Found) -> tuple[int, int]:
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
    finish = _without_aside(passage, verb_end, finish)
    if is_what(text, start, found.begin):
        quote = next((each for each in passage.quotes if 0 < each.span.start - verb_end < _FEW), None)
        finish = quote.span.end if quote else finish
    is_far = found.verb - found.begin > _SHORT_INSERTION and not before.endswith(("”", '"', "»", "’"))
    has_words = finish - found.verb >= _SHORTEST_VERB
    return found.verb if is_far and has_words else found.begin, finish


def is_what(text: str, start: int, begin: int) -> bool:
    """Whether who speaks at an offset speaks of the last words only: `condemned what it called a coup`."""
    return _WHAT.search(text, max(start, begin - _LONGEST_WHAT), begin) is not None


def _without_aside(passage: Passage, start: int, end: int) -> int:
    """Return where words end before what the article tells of them besides: `he rejects the charter, which provides for …`."""
    aside = _ASIDE.search(passage.text, start + _SHORTEST_VERB, end)
    if aside is None or passage.in_quote(aside.start()):
        return end
    return aside.start()


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
