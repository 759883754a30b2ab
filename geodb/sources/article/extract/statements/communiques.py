"""Communiqués in the third person: what `the Ministers condemned`, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.names.posts_of_several import POSTS
from geodb.sources.article.extract.page import Mention, Page, Passage
from geodb.sources.article.extract.statement import COMMUNIQUE, Statement
from geodb.sources.article.extract.statements.resolved import ACT_OF
from geodb.sources.article.extract.statements.speech import NUMBER

_IRREGULAR = {"takes": "took", "pays": "paid", "undertakes": "undertook"}


def _in_plural(verb: str) -> tuple[str, str]:
    """Return what several do and did whose verb is `condemns`: `condemn, condemned`."""
    base = verb[:-2] if verb.endswith("sses") else verb[:-1]
    return base, _IRREGULAR.get(verb) or f"{base.removesuffix('e')}ed"


_ACTS = ACT_OF | {form: act for verb, act in ACT_OF.items() for form in _in_plural(verb)}
_REPORTS = "voiced|discussed|reviewed|exchanged|shared|hoped|expected|tasked|praised|hailed|expect|share|hope|discuss|voice"
_SAY = listed(f"{'|'.join(_ACTS)}|{_REPORTS}")
_SEVERAL = (
    "ministers|leaders|presidents|heads|sides|parties|participants|delegations|governments|members|chiefs|partners|secretaries"
    "|countries|states|governors|envoys|council|committee|commission|summit|conference|assembly|board"
)
_ALL_SAY = re.compile(
    r"(?:[^.;:“”\"]{2,160}?,\s)?(?:they|(?:the\s)?(?:\w+\s){0,2}"
    rf"(?:{_SEVERAL})(?:\sof\s(?:the\s)?\w+(?:\sand\s\w+)?)?)(?:,\s[^.;,]{{2,80}},)?\s"
    rf"(?:(?:also|further|again|both|have|has|\w+ly)\s)*(?P<verb>{'|'.join(sorted(_SAY))})\b"
)
"""A sentence, in small letters, that tells what all say: `on trade, the three ministers welcomed …; they agreed …`."""
_ALL = listed(f"they|{_SEVERAL}")
_GENRE = re.compile(
    r"communiqu[ée]|\breadout\b|chair.s\s(?:statement|summary)|\boutcome\sdocument"
    r"|(?:^|\bjoint\s|\bfinal\s|\bleaders.\s)(?:statement|declaration|conclusions)\b"
)
"""How a title or opening tells that it is one."""
_INTRODUCES = 3
_FEWEST = 4
_SHARE = 0.4
"""Of its paragraphs that tell what all said: in a report of a meeting others speak too."""
_OF_A_PARTY = frozenset({"speech.subject", "speech.inverted", "speech.coordinated"})
_STATES = frozenset({"state", "contested_territory"})
_PERSONS = frozenset({"person"})
_SHORTEST = 12


class Communique(NamedTuple):
    """Whose a communiqué is, and the numbers of its paragraphs."""

    who: tuple[str, ...]
    paragraphs: range

    def statements(self, passage: Passage, told: Sequence[Statement]) -> Iterator[Statement]:
        """Yield the statements of a paragraph: each sentence is of all, but what one of the parties is said to say."""
        for start, end in passage.sentences:
            begin = _begin(passage, start)
            stop = begin + len(passage.text[begin:end].rstrip(" ;,."))
            match = _all_say(passage, begin, stop)
            of_a_party = [
                one for one in told if start <= one.start < end and one.rule in _OF_A_PARTY and not match
            ]
            for one in of_a_party:
                one.reported_by = self.who
                yield one
            if not of_a_party and stop - begin >= _SHORTEST:
                act = _ACTS.get(match["verb"], "") if match else ""
                span = (begin, stop)
                own_words = [] if match else [span]  # *the Ministers condemned* tells of their words
                yield Statement(passage.no, *span, self.who, COMMUNIQUE, 70, act, quotes=own_words)


def communique(page: Page, cast: Cast) -> Communique | None:
    """Return whose the article is, if its opening says that it is a communiqué and its sentences tell what all said."""
    passages = page.passages
    if not any(_GENRE.search(passage.lower) for passage in passages[:_INTRODUCES]):
        return None
    tell = [passage.no for passage in passages if _tells(passage)]
    if len(tell) < max(_FEWEST, _SHARE * len(passages)):
        return None
    numbered = [passage.no for passage in passages if NUMBER.match(passage.text)]
    first, last = min(tell + numbered), max(tell + numbered)
    who = _those_named([passage for passage in passages if passage.no <= first], cast)
    return Communique(who, range(first, last + 1)) if who else None


def _tells(passage: Passage) -> bool:
    if passage.is_heading or _ALL.isdisjoint(passage.words) or _SAY.isdisjoint(passage.words):
        return False
    return any(_all_say(passage, _begin(passage, start), end) for start, end in passage.sentences)


def _all_say(passage: Passage, start: int, end: int) -> re.Match[str] | None:
    return _ALL_SAY.match(passage.lower, start, end)


def _begin(passage: Passage, start: int) -> int:
    """Return where a sentence begins after the number of its paragraph."""
    number = NUMBER.match(passage.text, start)
    return number.end() if number else start


def _those_named(introduction: Sequence[Passage], cast: Cast) -> tuple[str, ...] | None:
    """Return who speaks: the states whom the title names, or who hold the post that it names at each of them."""
    title, opening = introduction[0], introduction[-1]
    states = _of_kind(title.mentions, _STATES, cast)
    if len(states) < 2:
        return None
    named = opening.within(*opening.sentence_at(_begin(opening, 0)))
    persons = _of_kind(named, _PERSONS, cast)
    return persons if POSTS.search(title.text) and len(persons) == len(states) else states


def _of_kind(mentions: Sequence[Mention], kinds: frozenset[str], cast: Cast) -> tuple[str, ...]:
    keys = dict.fromkeys(key for mention in mentions for key in mention.actors)
    return tuple(key for key in keys if cast.actors[key].kind in kinds)
