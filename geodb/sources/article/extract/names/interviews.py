"""Interviews without labels: questions in paragraphs of their own, and answers of the one whom the introduction names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Mention, Passage

BYLINE = re.compile(r"(?:\w+\s){0,2}[Bb]y\s[A-Z]")
_FEWEST = 3
"""Questions that make an interview: a column asks a few of nobody."""
_LONGEST_QUESTION = 400
_LONGEST_INTRODUCTION = 8
_MOST_ANSWERS = 5
"""Paragraphs a question, at the most."""
_PAPER = r"(?:us|(?:this|the|our)\s(?:news)?(?:paper|magazine|journal|site|correspondent|reporter|editor)s?|[A-Z][\w’']+(?:\s[\w’']+){0,4})"
_TALKS = re.compile(
    rf"\b(?:(?:talk|speak|spoke)(?:s|ed)?\s(?:to|with)\s{_PAPER}|(?:met|received|told|welcome[sd]?|greet(?:s|ed))\s(?:us\b|this\s\w+|our\s\w+)"
    r"|[Ii]nterview(?:s|ed)?\b|in\s(?:a\s|this\s)?conversation\b|(?:sat|sits)\sdown\swith|[Ww]e\s(?:met|spoke|talked|asked|caught\sup|reached)"
    r"|(?:answer(?:s|ed)|took|takes)\s(?:our\s|some\s|a\sfew\s)?questions|Q\s?&\sA)"
)
"""What introduces who is interviewed, or by whom."""
_TALKING = listed(
    "talks|talked|speaks|spoke|met|received|told|welcomes|welcomed|greets|greeted|interview|interviews|interviewed|conversation|sat|sits"
    "|asked|caught|reached|answers|answered|took|takes|q"
)
_WITH = re.compile(
    r"(?:[Ii]nterview(?:s|ed)?(?:\swith)?|conversation\swith|[Ww]e\s(?:met|spoke\s(?:to|with)|talked\s(?:to|with)|asked|caught\sup\swith|reached))\s(?:[^.;:?]{0,60}\s)?$"
)
"""What stands before the name of who answers."""
IN_PERSON = re.compile(r"\b(?:I|[Mm]y|me|[Ww]e|[Oo]ur|us)\b")
_ADDRESSES = re.compile(
    r"\b(?:[Yy]ou|[Yy]ours?|yourself|Mr|Mrs|Ms|Dr|Professor|Minister|President|Ambassador)\b"
)
_COLOPHON = re.compile(
    r"\b(?:[Ii]nterview|[Cc]onversation|[Tt]ranscript)\b.{0,80}\b(?:edited|condensed|shortened|conducted|translated|recorded|abridged|took\splace|was\sheld)\b|[Ii]nterviewe[dr]\b"
)
"""What is printed after the last answer."""
_DATED = re.compile(r"(?P<paper>[A-Z][^,\d.?!:;]{2,50}), (?:\w+day,? )?\d{1,2} [A-Z][a-z]+ \d{4}")

_MET = re.compile(
    r"\b[Tt]he\s(?P<paper>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){1,4})\s(?:met|spoke|talked|asked|interviewed|reached|caught\sup)\b"
)
"""`The Harbour Gazette met her after the vote.`"""


def read_interview(passages: Sequence[Passage], cast: Cast) -> None:
    """Mark who speaks each paragraph of an interview that has no labels; its questions are of the paper, or nobody's."""
    asked = _questions(passages)
    if len(asked) < _FEWEST or not 0 < asked[0] <= _LONGEST_INTRODUCTION or not _alternate(asked, passages):
        return
    introduction, talk = passages[: asked[0]], list(enumerate(passages))[asked[0] :]
    while _COLOPHON.search(talk[-1][1].text) and talk[-1][0] > asked[-1]:
        talk.pop()
    asks = _asking(asked, talk[-1][0] + 1)
    questions = [passages[no] for no in asked]
    if (who := _interviewee(introduction, questions, cast)) is None or not _is_personal(talk, asks):
        return
    paper = paper_of(introduction, cast)
    for no, passage in talk:
        passage.is_turn = no in asks
        passage.spoken_by = (paper if no in asks else who) or ""


def interviewed(introduction: Sequence[Passage], cast: Cast) -> str | None:
    """Return the first person that an introduction names, but no byline."""
    return next(iter(_persons(introduction, cast)), None)


def _questions(passages: Sequence[Passage]) -> list[int]:
    """Return which paragraphs ask; of two on end the longer is an answer, which a rhetorical question ends."""
    asked: list[int] = []
    for no, passage in enumerate(passages):
        if not _is_question(passage):
            continue
        if asked and asked[-1] == no - 1:
            if len(passage.text) > len(passages[no - 1].text):
                continue
            asked.pop()
        asked.append(no)
    return asked


def _is_question(passage: Passage) -> bool:
    text = passage.text.rstrip(" ”\"'’")
    return text.endswith("?") and len(text) <= _LONGEST_QUESTION and not passage.text.startswith(("“", '"'))


def _alternate(asked: list[int], passages: Sequence[Passage]) -> bool:
    """Whether answers stand between the questions, and not a long text after a few of them, nor quoted answers."""
    if any(passages[no + 1].text.startswith(("“", '"')) for no in asked[:-1]):
        return False
    answered = sum(other - no > 1 for no, other in pairwise(asked))
    return answered >= _FEWEST - 1 and len(passages) - asked[0] <= (_MOST_ANSWERS + 1) * len(asked)


def _asking(asked: list[int], end: int) -> set[int]:
    """Return which paragraphs are of who asks.

    Where each question is answered in one paragraph, the middle one of three is a question too, whatever its mark.
    """
    lengths = Counter(other - no - 1 for no, other in pairwise([*asked, end]))
    asks = set(asked)
    if lengths[1] * 2 > len(asked):
        for no, other in pairwise([*asked, end]):
            if other - no > 2 and (other - no) % 2 == 0:
                asks |= set(range(no + 2, other, 2))
    return asks


def _is_personal(talk: Sequence[tuple[int, Passage]], asks: set[int]) -> bool:
    """Whether somebody answers in the first person, or is addressed: not so where an explainer asks itself."""
    return any((_ADDRESSES if no in asks else IN_PERSON).search(each.text) for no, each in talk)


def _interviewee(introduction: Sequence[Passage], questions: Sequence[Passage], cast: Cast) -> str | None:
    """Return who is said to talk: whom a question addresses, somebody met or interviewed, or who is named most often."""
    if not any(
        not _TALKING.isdisjoint(passage.words) and _TALKS.search(passage.text) for passage in introduction
    ):
        return None
    named = Counter(_persons(introduction, cast))
    for passage in questions:
        for mention in passage.mentions:
            if mention.actors and mention.actors[0] in named and _is_addressed(passage.text, mention):
                return mention.actors[0]
    for passage in introduction:
        for mention in passage.mentions:
            if is_person(mention, cast) and _WITH.search(passage.text, 0, mention.begin):
                return mention.actors[0]
    return max(named, key=lambda key: named[key]) if named else None


def _is_addressed(text: str, mention: Mention) -> bool:
    """`Mr Oto, who pays?`; `Who pays, Mr Oto?`: the name is set off by a comma."""
    opens = mention.begin == 0 and text.startswith(",", mention.end)
    return opens or (text.endswith(", ", 0, mention.begin) and text.startswith("?", mention.end))


def _persons(introduction: Sequence[Passage], cast: Cast) -> list[str]:
    return [
        mention.actors[0]
        for passage in introduction
        if BYLINE.match(passage.text) is None
        for mention in sorted(passage.mentions, key=lambda each: each.start)
        if is_person(mention, cast)
    ]


def is_person(mention: Mention, cast: Cast) -> bool:
    """Whether a mention is one of a person."""
    return bool(mention.actors) and cast.actors[mention.actors[0]].kind == "person"


def paper_of(introduction: Sequence[Passage], cast: Cast) -> str | None:
    """Return the paper that is named before the first question, or stands in a line with the day: who asks."""
    for passage in introduction:
        for mention in passage.mentions:
            if mention.actors and cast.actors[mention.actors[0]].kind == "media":
                return mention.actors[0]
    for passage in introduction:
        named = _DATED.fullmatch(passage.text) or _MET.search(passage.text)
        if named is None or " " not in named["paper"]:
            continue
        begin, end = named.span("paper")
        if not passage.has_mention(begin, end):
            key = cast.other("media", named["paper"], (passage.no, begin, end), "media.asks", 70)
            passage.mentions.append(Mention(begin, end, (key,)))
            return key
    return None
