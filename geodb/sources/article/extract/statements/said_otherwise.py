"""Statements told without a verb of speech of their own subject: by nouns, `according to`, passives and `we`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.language.clauses import clause_end, is_unfinished, noun_clause_end
from geodb.sources.article.extract.names.posts_of_several import POSTS
from geodb.sources.article.extract.page import Passage
from geodb.sources.article.extract.statement import Statement
from geodb.sources.article.extract.statements.speakers import Speakers
from geodb.sources.article.extract.statements.speech import (
    AFTER_NOUN,
    BY,
    HIS_NOUN,
    IMPLIED,
    IN_WORDS_OF,
    LINES,
    NOUN,
    NOUN_IS,
    NOUNS,
    NUMBER,
    OURS,
    PROMISES,
    SPEECH_OF_WHOM,
    VIEWS,
    WE_SAY,
    WE_WHO,
    WITH_NOUN,
    WORDS_OF_WHOM,
)
from geodb.sources.article.extract.statements.speech_verbs import ACTS

_BY_WHOM = re.compile(
    r"\b(?:is|are|was|were|been|am)\s(?:(?:\w+ly|not|nevertheless|nonetheless|also|later|since)\s){0,2}(?P<verb>\w+ed|slammed|called|told|ruled\sout)"
    r"(?:\s(?:(?:of|as|for|on|“)\s?[^.,;]{3,60}\s)?|\s[“\"][^”\"]{3,60}[”\"]\s)by\s"
)
_CLAUSE = re.compile(r"(?:;|,\s(?:and|but|while|whereas))\s")
_IT_WAS = re.compile(
    r"It\s(?:was|is|has\sbeen)\s(?:also\s|further\s)?(?:agreed|decided|noted|stressed|emphasi[sz]ed|recalled|underlined|resolved)\sthat\b"
)
_OWN_CLAUSE = re.compile(r"(?:;|:|,\s(?:and|but))\s")
_SHORTEST = 8
_AS_WHAT = re.compile(r"\s(?:as|for|of)\s")
_NAMES = frozenset(
    {"described", "called", "labelled", "labeled", "dubbed", "branded", "characterized", "characterised"}
)
_STANCES = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
_TOLD = frozenset({"told", "assured", "warned", "informed", "urged", "advised", "reminded"})
_OPENING = re.compile(
    r"(?:Amid|After|Despite|Following|In|With|Under|Given|Heeding|Ignoring|Citing|Against|Unlike)\b"
)
"""Words that open an adverbial: `Amid warnings by X that …, donors met`."""
_LONGEST_OPENING = 12
_LONGEST_SUBJECT = 45
"""Characters of what is spoken of, before the statement begins at its verb."""
_TELLING = NOUNS.keys() | LINES


def without_verb(passage: Passage, start: int, end: int, speakers: Speakers) -> Iterator[Statement]:
    """Yield the statements of a sentence that no verb of somebody who speaks tells."""
    yield from _according_to(passage, start, end, speakers)
    yield from _in_words_of(passage, start, end, speakers)
    yield from _passive(passage, start, end, speakers)
    yield from _by_noun(passage, start, end, speakers)
    yield from _by_us(passage, start, end, speakers)
    yield from _agreed(passage, start, end, speakers)


def _by_noun(passage: Passage, start: int, end: int, speakers: Speakers) -> Iterator[Statement]:
    """Yield what is told by `Chad’s warning that …`, `his pledge to …` and `a call by Chad for …`."""
    if _TELLING.isdisjoint(passage.words) or not passage.words_among(_TELLING, start, end):
        return
    text = passage.text
    for match in NOUN.finditer(text, start, end):
        owner = next((m for m in passage.within(start, match.end()) if m.end == match.start()), None)
        if owner and _speaks(match):
            yield _of_noun(passage, match, (start, owner.begin, end), owner.actors, owner.office)
    for match in HIS_NOUN.finditer(text, start, end):
        his, noun = match["his"].lower(), match["noun"]
        is_plain = match["after"] == "that" or (noun in PROMISES and his in {"his", "her"})
        if is_plain and _speaks(match) and not text[match.start() - 1 : match.start()].isalnum():
            if who := speakers.meant(his, match.start()):
                yield _of_noun(passage, match, (start, match.start(), end), who)
    for match in () if LINES.isdisjoint(passage.words) else NOUN_IS.finditer(text, start, end):
        if match["his"]:
            who, begin = speakers.meant(match["his"].lower(), match.start()), match.start()
        else:
            owner = next((m for m in passage.within(start, match.end()) if m.end == match.start()), None)
            who, begin = (owner.actors, owner.begin) if owner else (None, start)
        if who and not passage.in_quote(match.start()):
            yield Statement(passage.no, begin, clause_end(passage, match.end(), end), who, "speech.noun", 75)
    for match in WITH_NOUN.finditer(text, start, end):
        if match["after"] in {"that", "for", "to"} and (who := speakers.acts(start, match.start())):
            speakers.spoke(who, match.start())
            begin = match.start("what") if match[0].startswith(" with ") else match.start() + 1
            yield _of_noun(passage, match, (start, begin, end), who)
    for match in BY.finditer(text, start, end):
        begin = text.rfind(" ", start, match.start()) + 1 or start
        if (noun := passage.lower[begin : match.start()]) not in NOUNS:
            continue
        found = speakers.named_at(match.end() - 1)
        after = AFTER_NOUN.match(text, found.end, end) if found else None
        if found and after and (after["after"] == "that" or NOUNS[noun]):
            yield _of_noun(passage, after, (start, begin, end), found.who, noun=noun)


def _speaks(match: re.Match[str]) -> bool:
    """Whether a noun tells what is said: with a clause, or what it asks for, promises or rejects."""
    return match["after"] == "that" or (not match["where"] and bool(NOUNS[match["noun"]]))


def _of_noun(
    passage: Passage,
    match: re.Match[str],
    places: tuple[int, int, int],
    who: tuple[str, ...],
    office: str | None = None,
    noun: str = "",
) -> Statement:
    """Return the statement of a noun; `places` are where the sentence and the statement begin and the sentence ends."""
    (start, begin, end), noun = places, noun or match["noun"]
    finish = noun_clause_end(passage, match.end(), end, is_clause=match["after"] == "that")
    if _OPENING.match(passage.text, start, begin):
        finish = _comma(passage.text, match.end(), finish)
    form = "implied" if noun in IMPLIED else "paraphrase"
    return Statement(passage.no, begin, finish, who, "speech.noun", 80, NOUNS[noun], form, office)


def _comma(text: str, start: int, end: int) -> int:
    """Return where the first comma stands, or the end."""
    at = text.find(", ", start, end)
    return at if at >= 0 else end


def _agreed(passage: Passage, start: int, end: int, speakers: Speakers) -> Iterator[Statement]:
    """Yield `It was agreed that …`, which those say who spoke before."""
    match = _IT_WAS.match(passage.text, start, end)
    if match and (who := speakers.we or speakers.meant("their", start)):
        yield Statement(passage.no, start, clause_end(passage, match.end(), end), who, "speech.we", 60)


def _by_us(passage: Passage, start: int, end: int, speakers: Speakers) -> Iterator[Statement]:
    """Yield what a joint statement says: `We reaffirm …`, after a title or `We, the leaders of …` that names who.

    Where the latter opens a paragraph, all is theirs after it that is said in the first person, or stands in a numbered paragraph.
    """
    is_ours = speakers.is_ours
    if named := WE_WHO.match(passage.text, start, end):
        named_there = passage.within(start, named.end())
        groups = [mention for mention in named_there if mention.how == "group"]
        who = tuple(dict.fromkeys(key for m in groups or named_there for key in m.actors))
        speakers.we = _holders(named[0], who, speakers) or who
        speakers.is_ours = not passage.text[:start].strip("0123456789.() ") and bool(speakers.we)
        start = named.end() - 3
    if not speakers.we:
        return
    said = WE_SAY.match(passage.text, start, end)
    if said:
        begin = said.start("we") if said["we"] else start
        span = (begin, clause_end(passage, said.end(), end))
    elif (
        is_ours
        and not passage.quotes
        and " " in passage.text[start:end]  # not `2.`
        and (NUMBER.match(passage.text) or OURS.search(passage.text, start, end))
    ):
        span = (start, start + len(passage.text[start:end].rstrip()))
    else:
        return
    act = ACTS.get(said["verb"], "") if said else ""
    yield Statement(passage.no, *span, speakers.we, "speech.we", 75, act, quotes=[span])


def _according_to(passage: Passage, start: int, end: int, speakers: Speakers) -> Iterator[Statement]:
    if WORDS_OF_WHOM.isdisjoint(passage.words):
        return
    for match in (each for words in SPEECH_OF_WHOM for each in words.finditer(passage.lower, start, end)):
        found = speakers.named_at(match.end())
        if found is None:
            continue
        opens = match.start() - start < 2
        goes_on = opens or is_unfinished(passage, start, match.start())
        finish = clause_end(passage, found.end, end) if goes_on else found.end
        confidence = 85 if found.how == "name" else 65
        yield Statement(
            passage.no, start, finish, found.who, "speech.according_to", confidence, told=found.end
        )


def _in_words_of(passage: Passage, start: int, end: int, speakers: Speakers) -> Iterator[Statement]:
    """Yield what is told by `In her view, …` and `…, by the union’s count`."""
    if VIEWS.isdisjoint(passage.words):
        return
    for match in IN_WORDS_OF.finditer(passage.lower, start, end):
        is_apart = match.start() == start or passage.text.startswith(", ", match.start() - 2)
        if not is_apart or passage.in_quote(match.start()):
            continue
        owner = next((m for m in passage.within(*match.span()) if passage.text[m.end] in "’'"), None)
        who = speakers.meant(match["his"], match.start()) if match["his"] else owner.actors if owner else None
        if who:
            begin = max(
                (m.end() for m in _OWN_CLAUSE.finditer(passage.text, start, match.start())), default=start
            )
            goes_on = match.start() - begin < _SHORTEST or is_unfinished(passage, begin, match.start())
            finish = clause_end(passage, match.end(), end) if goes_on else match.end()
            yield Statement(passage.no, begin, finish, who, "speech.in_words_of", 70)


def _passive(passage: Passage, start: int, end: int, speakers: Speakers) -> Iterator[Statement]:
    """Yield what is told by `The plan was rejected by Chad`."""
    if passage.lower.find(" by ", start, end) < 0:
        return
    for match in _BY_WHOM.finditer(passage.lower, start, end):
        act = ACTS.get(match["verb"], "")
        names = match["verb"] in _NAMES
        is_told = match["verb"] in _TOLD
        is_stance = act in _STANCES and match["verb"] != "questioned"
        if not (is_stance or names or is_told) or passage.in_quote(match.start()):
            continue
        found = speakers.named_at(match.end() - 1)
        if found:
            joints = list(_CLAUSE.finditer(passage.text, start, match.start()))
            begin = joints[-1].end() if joints else start
            begin = match.start() if names and match.start() - begin > _LONGEST_SUBJECT else begin
            goes_on = is_told or _AS_WHAT.match(passage.text, found.end, end)
            if names and not goes_on and match.end() - match.end("verb") < _LONGEST_OPENING:
                continue  # `called by his mother`
            finish = clause_end(passage, found.end, end) if goes_on else found.end
            yield Statement(passage.no, begin, finish, found.who, "speech.passive", 65, act)


def _holders(opening: str, states: tuple[str, ...], speakers: Speakers) -> tuple[str, ...]:
    """Return who hold the post that `We, the presidents of …` names at each state, if the article tells it of all."""
    post = POSTS.search(opening)
    found = (speakers.cast.holder(post["post"].lower()[:-1], state) for state in states) if post else ()
    holders = tuple(person for person in found if person)
    return holders if len(holders) == len(states) else ()
