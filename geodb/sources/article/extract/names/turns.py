"""Who speaks in a transcript: the names in capitals with which its turns begin, `SECRETARY RUK: We are ready.`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.language.words import TITLE_WORDS, listed
from geodb.sources.article.extract.page import Mention, Passage
from geodb.sources.article.plain import TURN_LABEL

_NOBODY = listed(
    "Q|A|QUESTION|ANSWER|MODERATOR|REPORTER|OPERATOR|NOTE|EDITOR|HOST|INTERVIEWER|INTERVIEWEE|PARTICIPANT|AUDIENCE|STAFF|UNKNOWN"
    "|UNIDENTIFIED|SUMMARY|BACKGROUND|UPDATE|CORRECTION|BREAKING|TRANSCRIPT|CONTACT|SOURCE|WARNING|ABSTRACT|KEYWORDS|DATE"
    "|SPEAKER|INTERPRETER|TRANSLATOR|JOURNALIST|PRESS|CHAPTER|PART|SECTION|ANALYSIS|OPINION|EXCLUSIVE|WATCH|READ|PHOTO|VIDEO"
)
_ANSWERS = (["A"], ["ANSWER"])
"""Labels of who is asked, in an interview that names them in its introduction."""
_BYLINE = re.compile(r"(?:\w+\s){0,2}[Bb]y\s[A-Z]")
_FEWEST = 2
"""Turns that make a transcript: a heading in capitals may stand alone."""


def read_labels(passages: Iterable[Passage], cast: Cast) -> None:
    """Add the mentions of the persons with whose names turns begin, if the article is a transcript."""
    passages = list(passages)
    labels = {passage.no: label for passage in passages if (label := _label(passage))}
    if len(labels) < _FEWEST:
        return
    asked = _interviewee([passage for passage in passages if passage.no < min(labels)], cast)
    for passage in passages:
        words = labels.get(passage.no, [])
        who = asked if words in _ANSWERS else None
        if words and (who or not _NOBODY.intersection(words)):
            end = passage.text.index(":")
            key = who or _person(words, (passage.no, 0, end), cast)
            passage.mentions = [mention for mention in passage.mentions if mention.start >= end]
            passage.mentions.append(Mention(0, end, (key,), "name"))


def _interviewee(introduction: list[Passage], cast: Cast) -> str | None:
    """Return who answers in an interview: the first person that its introduction names, but no byline."""
    named = (
        mention.actors[0]
        for passage in introduction
        if _BYLINE.match(passage.text) is None
        for mention in sorted(passage.mentions, key=lambda each: each.start)
        if mention.actors
    )
    return next((key for key in named if cast.actors[key].kind == "person"), None)


def has_label(passage: Passage) -> bool:
    """Whether a turn begins with a passage, be it nobody's, as `QUESTION: …`."""
    return TURN_LABEL.match(passage.text) is not None


def _label(passage: Passage) -> list[str]:
    match = TURN_LABEL.match(passage.text)
    return match["label"].split() if match else []


def _person(words: list[str], at: tuple[int, int, int], cast: Cast) -> str:
    """Return whom a label means: somebody of that last name, or a new person."""
    names = [word for word in words if word.lower() not in TITLE_WORDS and not word.endswith(".")] or words
    if key := cast.short(names[-1].title(), at):
        return key
    printed = " ".join(names).title()
    return cast.person(tuple(printed.split()), printed, at, "person.turn", 75)
