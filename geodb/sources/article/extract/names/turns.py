"""Who speaks in a transcript: the names in capitals with which its turns begin, `SECRETARY RUK: We are ready.`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.language.words import TITLE_WORDS, listed
from geodb.sources.article.extract.names.interviews import interviewed, paper_of, read_interview
from geodb.sources.article.extract.names.speeches import read_speech
from geodb.sources.article.extract.page import Mention, Passage
from geodb.sources.article.plain import TURN_LABEL

_NOBODY = listed(
    "Q|A|QUESTION|ANSWER|MODERATOR|REPORTER|OPERATOR|NOTE|EDITOR|HOST|INTERVIEWER|INTERVIEWEE|PARTICIPANT|AUDIENCE|STAFF|UNKNOWN"
    "|UNIDENTIFIED|SUMMARY|BACKGROUND|UPDATE|CORRECTION|BREAKING|TRANSCRIPT|CONTACT|SOURCE|WARNING|ABSTRACT|KEYWORDS|DATE"
    "|SPEAKER|INTERPRETER|TRANSLATOR|JOURNALIST|PRESS|CHAPTER|PART|SECTION|ANALYSIS|OPINION|EXCLUSIVE|WATCH|READ|PHOTO|VIDEO"
)
_ASKS = listed("Q|QUESTION|REPORTER|JOURNALIST|PRESS")
"""Labels of who asks; in parentheses stands for whom."""
_ANSWERS = listed("A|ANSWER|SPOKESMAN|SPOKESWOMAN|SPOKESPERSON")
"""Labels of who is asked, where the introduction names them."""
_NAME = re.compile(r"[A-Z0-9][\w.’'&-]*(?:\s(?:[A-Z0-9&][\w.’'&-]*|of|the|and|de|for))*")
"""For whom somebody asks; no `(inaudible)` nor `(Same journalist)`."""
_PRINTED_SMALL = re.compile(
    r"(?P<label>[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|of|the|for|de|bin|al|von|van)){0,6})(?:,\s[A-Z][^:.]{3,60}|\s\((?P<of>[^():]{1,60})\))?:\s(?=[A-Z0-9“\"‘'])"
)
"""A label that is not all in capitals: `President Ruk: …`, `Question (Reuters): …`, `Ana Ruk, Spokesperson: …`."""
_SPOKEN_BY = re.compile(
    r"\b(?:[Tt]ranscript|[Bb]riefing|BRIEFING|[Cc]onference|[Rr]emarks)\b[^.;:]{0,80}\sby\s(?:the\s)?$"
)
"""What stands before the name of who speaks until the first question, or from the first label on."""
_FEWEST = 2
"""Turns that make a transcript: a heading in capitals may stand alone."""
_LONGEST_LABEL = 130
_TITLES = TITLE_WORDS | {"shri", "smt", "usec"}


def read_labels(passages: Iterable[Passage], cast: Cast) -> None:
    """Add the mentions of the persons with whose names turns begin, if the article is a transcript.

    Passages that begin a turn are marked so, and those before the first question that one person speaks; in an interview
    without labels all are.
    """
    passages = list(passages)
    labels = _labels(passages)
    if len(labels) < _FEWEST:
        if not read_speech(passages, cast):
            read_interview(passages, cast)
        return
    introduction = [passage for passage in passages if passage.no < min(labels)]
    asked = interviewed(introduction, cast)
    paper = None if any(label.of for label in labels.values()) else paper_of(introduction, cast)
    for passage in passages:
        if (label := labels.get(passage.no)) is None:
            continue
        words, end = label.words, passage.text.index(":")
        passage.is_turn = True
        who = asked if _ANSWERS.issuperset(words) else None
        if label.is_title:
            who = asked
        elif not _ASKS.isdisjoint(words) and paper:
            who = paper
        elif who is None and not _NOBODY.isdisjoint(words):
            if not label.of or _ASKS.isdisjoint(words) or not _NAME.fullmatch(passage.text, *label.of):
                continue
            who = _asks_for(passage, label.of, cast)
        key = who or _person(label.words, (passage.no, 0, end), cast)
        passage.mentions = [mention for mention in passage.mentions if mention.start >= end]
        passage.mentions.append(Mention(0, end, (key,), "name"))
    if asked and not _ASKS.isdisjoint(labels[min(labels)].words):
        _give_opening(introduction, asked)


class _Label(NamedTuple):
    """The words of a label in capitals, and where that stands which is in parentheses after it."""

    words: list[str]
    of: tuple[int, int] | None

    @property
    def is_title(self) -> bool:
        """Whether it names nobody, as `THE MINISTER` does."""
        return self.words[0] == "THE" and all(word.lower() in _TITLES for word in self.words[1:])

    @classmethod
    def read(cls, match: re.Match[str]) -> _Label:
        return cls(match["label"].upper().split(), match.span("of") if match["of"] else None)


def _labels(passages: list[Passage]) -> dict[int, _Label]:
    """Return the labels of a transcript by paragraph: those in capitals, and others that come again or ask or answer."""
    found: dict[int, _Label] = {}
    printed_small: dict[int, _Label] = {}
    for passage in passages:
        if match := TURN_LABEL.match(passage.text):
            found[passage.no] = _Label.read(match)
        elif ": " in passage.text[:_LONGEST_LABEL] and (match := _PRINTED_SMALL.match(passage.text)):
            printed_small[passage.no] = _Label.read(match)
    either = [*found.values(), *printed_small.values()]
    last_names = Counter(label.words[-1] for label in either)
    asks = any(not _ASKS.isdisjoint(label.words) for label in either)
    for no, label in printed_small.items():
        is_person = last_names[label.words[-1]] > 1 and any(
            word.lower().strip(".") in _TITLES for word in label.words
        )
        if asks and (is_person or _ANSWERS.issuperset(label.words) or not _ASKS.isdisjoint(label.words)):
            found[no] = label
    return found


def _asks_for(passage: Passage, of: tuple[int, int], cast: Cast) -> str:
    """Return the paper or station that a question is asked for."""
    known = (mention for mention in passage.mentions if mention.actors and (mention.start, mention.end) == of)
    if mention := next(known, None):
        return mention.actors[0]
    return cast.other("media", passage.text[slice(*of)], (passage.no, *of), "media.asks", 70)


def _give_opening(introduction: list[Passage], asked: str) -> None:
    """Mark what is said before the first question, if its introduction tells who speaks: `Briefing by Ana Ruk`."""
    begins = next(
        (
            passage.no
            for passage in introduction
            for mention in passage.mentions
            if asked in mention.actors and _SPOKEN_BY.search(passage.text, 0, mention.start)
        ),
        None,
    )
    for passage in introduction:
        if begins is not None and passage.no > begins and not passage.is_heading:
            passage.spoken_by = asked


def _person(words: list[str], at: tuple[int, int, int], cast: Cast) -> str:
    """Return whom a label means: somebody of that last name, or a new person."""
    names = [word for word in words if word.lower() not in TITLE_WORDS and not word.endswith(".")] or words
    if key := cast.short(names[-1].title(), at):
        return key
    printed = " ".join(names).title()
    return cast.person(tuple(printed.split()), printed, at, "person.turn", 75)
