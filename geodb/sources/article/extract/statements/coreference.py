"""Who is meant by `the ministry`, `the president` or `both sides`: an actor named before, or a new one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.language.speaker_words import (
    ABOUT_OTHERS,
    BODIES,
    COUNTS,
    DOCUMENTS,
    KINDS_MEANT,
)
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.names.unknown_names import name_at
from geodb.sources.article.extract.page import Mention, Passage
from geodb.sources.article.extract.statements.described import Described

_PASSAGES_BACK = 25
_BEFORE, _AROUND = 50, 70
_SIDES = frozenset({"sides"})
_PAIRS = frozenset({"leaders", "presidents", "ministers", "diplomats", "chiefs", "generals"})
_PARTIES = frozenset({"state", "government", "contested_territory", "armed_group"})
_AUTHORS = frozenset(
    ["igo", "igo_body", "forum", "ministry", "ngo", "state_group", "think_tank", "court", "legislature"]
)
_BY = re.compile(r",?\s(?:\w+\s){0,4}?(?:by|of|from)\s(?:the\s)?")
_BY_NAME = re.compile(r"\bby(?=\s(?:the\s)?[A-Z])")
"""What stands before a maker of polls or studies whom nothing else knows."""
_SEEN_BY = re.compile(r"\b(?:seen|obtained|reviewed|viewed|read|leaked|shown)\s(?:by|to)\s(?:the\s)?$")
_ABOUT = re.compile(r"\b(?:of|to|in|on|about|among|across|between|for)\s(?:the\s)?$")
"""What stands before those of whom a poll or a study tells."""
_OF_PERSONS = frozenset({"statement", "post", "message", "letter", "article", "paper", "memo", "editorial"})
_BY_TRADE = listed(
    "expert|analyst|scholar|researcher|academic|historian|economist|politician|diplomat|commentator|lawmaker|legislator"
)
"""Whom one may be besides any office."""
_SPEAK_FOR_OTHERS = listed("""
spokesman|spokeswoman|spokesperson|source|official|aide|adviser|advisor|lawyer|brother|sister|father|mother|son|daughter
wife|husband|widow|predecessor|successor|counterpart|rival|host|guest|opponent|critic|judge|prosecutor|reporter|journalist
""")
"""Who speaks beside somebody else, and is hardly that one by another name."""
_NOT_BY_KIND = frozenset({"igo_body"})
"""Kinds whose members are too unlike to stand for one another: a council is no commission."""
_SAYS = r"\s(?:said|says|told|adds|added)\b"
_COMPLEMENT = re.compile(
    r"\s(?:by|who|close|contacted|interviewed|consulted|reached|surveyed|polled|briefing|briefed|attending|speaking|visiting|monitoring"
    r"|accompanying|following)\s.*$"
)
"""What tells how somebody came to speak, and not who it is: `an official briefing reporters`."""
_OWNERS = frozenset({"its", "their", "his", "her"})
_NEW = frozenset({"a", "an", "another", "some", "several", "many", "most", "two", "three", "one", "other"})


class Coreference:
    """Looks back over the passages that were read for whom a noun means."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._passages: list[Passage] = []
        self._introduced: dict[str, str] = {}

    def enter(self, passage: Passage) -> None:
        """Begin a passage."""
        self._passages = [*self._passages[1 - _PASSAGES_BACK :], passage]

    def who(self, phrase: Described, last: tuple[str, ...] | None) -> tuple[str, ...] | None:
        """Return who is meant by a phrase of the present passage; `last` spoke last."""
        if phrase.noun in _SIDES:
            return self._both(phrase, _PARTIES) or (self._new(phrase),)
        if phrase.noun == "side":
            here = self._passages[-1].within(phrase.begin, phrase.end)
            return here[0].actors if here else None
        is_pair = phrase.determiner in {"two", "both"} and not phrase.modifiers and phrase.plain
        if is_pair and phrase.noun in _PAIRS and (both := self._both(phrase, frozenset({"person"}))):
            return both
        if phrase.noun in DOCUMENTS:
            if phrase.is_about_others:
                return self._author(phrase) or self._unknown_authors(phrase)
            is_own = last and (phrase.noun in _OF_PERSONS or not self._is_person(last))
            author = self._author(phrase) or (last if is_own else None)
            return author or (None if phrase.noun in COUNTS else self._last_of(phrase, _AUTHORS))
        known = None
        is_owned = (
            phrase.is_person and phrase.determiner in _OWNERS
        )  # `its ambassador` is not the one named last
        if phrase.determiner not in _NEW and phrase.plain and not (phrase.is_many or is_owned):
            known = self._titled(phrase) if phrase.is_person else self._body(phrase)
        return known or self._called_otherwise(phrase, last) or self._again(phrase) or (self._new(phrase),)

    def _again(self, phrase: Described) -> tuple[str, ...] | None:
        """Return whom `the source` goes on about, after `a Turkish source`."""
        key = (
            self._introduced.get(phrase.noun) if phrase.determiner == "the" and not phrase.modifiers else None
        )
        return (key,) if key and phrase.plain and phrase.is_person else None

    def _is_person(self, who: tuple[str, ...]) -> bool:
        return self._cast.actors[who[0]].kind == "person"

    def _called_otherwise(self, phrase: Described, last: tuple[str, ...] | None) -> tuple[str, ...] | None:
        """Return who spoke last in the passage if `the Ukrainian president` may be that person, who has no other office."""
        if last is None or phrase.determiner != "the" or not phrase.is_person or not phrase.plain:
            return None
        is_other = phrase.noun in _SPEAK_FOR_OTHERS or len(last) > 1 or not self._is_person(last)
        office = None if is_other else self._cast.office_of(last[0])
        is_other = is_other or (
            office is not None
            and phrase.noun not in _BY_TRADE
            and phrase.noun not in self._cast.offices[office].name.lower()
        )
        return None if is_other else last

    def _author(self, phrase: Described) -> tuple[str, ...] | None:
        """Return the author of a document: `the UN report`, `a study by the bank`, `the text, published by …`."""
        passage = self._passages[-1]
        for mention in passage.within(phrase.begin, phrase.end + _AROUND):
            is_name = mention.how != "adjective" or phrase.determiner == "the"
            if _SEEN_BY.search(passage.lower, phrase.begin, mention.begin):
                continue
            if passage.text.startswith("-", mention.end):
                continue  # `a US-funded poll`
            if phrase.noun in ABOUT_OTHERS and _ABOUT.search(passage.lower, phrase.begin, mention.begin):
                continue
            if mention.end <= phrase.end and is_name:
                return mention.actors
            if _BY.fullmatch(passage.lower, phrase.end, mention.begin):
                return mention.actors
        by = _BY_NAME.search(passage.text, phrase.begin, phrase.end)
        is_seen = by is None or _SEEN_BY.search(passage.lower, phrase.begin, by.end() + 1)
        named = None if by is None or is_seen else name_at(self._cast, passage, by.end(), phrase.end)
        return (named.key,) if named else None

    def _unknown_authors(self, phrase: Described) -> tuple[str, ...] | None:
        """Return those of `a leaked report`, a new one whose authors nobody names."""
        if phrase.determiner not in _NEW or phrase.noun in COUNTS:
            return None
        title = _COMPLEMENT.sub("", self._passages[-1].text[phrase.begin : phrase.end]).partition(" ")[2]
        at = (phrase.begin, phrase.end)
        key = self._cast.other(
            "unnamed_group", f"Authors of the {title}", (self._passages[-1].no, *at), "group.subject", 45
        )
        return (key,)

    def _back(self, before: int) -> Iterator[tuple[Passage, Mention]]:
        """Yield the mentions of actors before an offset, the nearest first."""
        for passage in reversed(self._passages):
            here = passage is self._passages[-1]
            for mention in reversed(passage.mentions):
                if mention.actors and (not here or mention.end <= before):
                    yield passage, mention

    def _people(self, before: int) -> Iterator[tuple[Passage, Mention]]:
        """Yield the mentions of persons before an offset of the last passage, the last one first."""
        for passage, mention in self._back(before):
            if self._cast.actors[mention.actors[0]].kind in {"person", "unnamed_person"}:
                yield passage, mention

    def _titled(self, phrase: Described) -> tuple[str, ...] | None:
        """Return the person last named with this title."""
        title = re.compile(
            rf"(?<!\w){re.escape(' '.join([*phrase.modifiers, phrase.noun]))}(?!\w)(?!{_SAYS})"
        )
        here, bound = self._passages[-1], phrase.begin
        people = self._people(phrase.begin)
        now = next(people, None)
        while now:
            passage, mention = now
            now = next(people, None)
            since = now[1].end if now and now[0] is passage else 0
            if passage is not here:
                here, bound = passage, len(passage.text)
            until = min(bound, mention.end + _AROUND)
            stop = passage.lower.find(".", mention.end, until)
            after = title.search(passage.lower, mention.end, stop if stop >= 0 else until)
            if after or title.search(passage.lower, max(since, mention.start - _BEFORE), mention.start):
                return mention.actors
            bound = mention.begin
        return self._holder(phrase)

    def _holder(self, phrase: Described) -> tuple[str, ...] | None:
        """Return the one person who holds the office of which a phrase speaks: `the Turkish president`."""
        if not phrase.modifiers:
            return None
        wanted = {*phrase.modifiers, phrase.noun}
        found: set[str] = set()
        for person, office in self._cast.holdings:
            post = self._cast.offices[office]
            words = set(post.name.lower().split())
            if phrase.noun in words and post.organization:
                body = self._cast.actors[post.organization]
                words.update(
                    word for name in (*body.names, body.adjective or "") for word in name.lower().split()
                )
                if wanted <= words:
                    found.add(person)
        return (found.pop(),) if len(found) == 1 else None

    def _body(self, phrase: Described) -> tuple[str, ...] | None:
        kinds = KINDS_MEANT.get(phrase.noun, frozenset({BODIES.get(phrase.noun, "")}) - _NOT_BY_KIND)
        wanted = {*phrase.modifiers, phrase.noun}
        for _, mention in self._back(phrase.begin):
            member = self._cast.actors[mention.actors[0]]
            if wanted <= set(member.name.lower().split()):
                return mention.actors
        if phrase.modifiers:
            return None
        if key := self._introduced.get(phrase.noun):
            return (key,)
        return self._last_of(phrase, kinds)

    def _last_of(self, phrase: Described, kinds: frozenset[str]) -> tuple[str, ...] | None:
        return next(
            (
                mention.actors
                for _, mention in self._back(phrase.begin)
                if self._cast.actors[mention.actors[0]].kind in kinds and mention.how != "adjective"
            ),
            None,
        )

    def _both(self, phrase: Described, kinds: frozenset[str]) -> tuple[str, ...] | None:
        """Return the two actors of some kinds that were named last."""
        found: list[str] = []
        for passage, mention in self._back(phrase.begin):
            if passage not in self._passages[-2:] or len(found) > 1:
                break
            if self._cast.actors[mention.actors[0]].kind in kinds and mention.actors[0] not in found:
                found.insert(0, mention.actors[0])
        return tuple(found) if len(found) == 2 else None

    def _new(self, phrase: Described) -> str:
        passage = self._passages[-1]
        name = _COMPLEMENT.sub("", passage.text[phrase.begin : phrase.end])
        if phrase.determiner in {"the", "a", "an", "its", "his", "her", "their"}:
            name = name[len(phrase.determiner) :].lstrip()
        name = name or phrase.noun  # *a close aide to X*
        if phrase.is_many or phrase.is_person:
            kind, confidence = ("unnamed_person" if phrase.is_person else "unnamed_group"), 60
        else:
            kind, confidence = BODIES[phrase.noun], 55
        at = (passage.no, phrase.begin, phrase.end)
        key = self._cast.other(kind, name[:1].upper() + name[1:], at, "group.subject", confidence)
        self._introduced[phrase.noun] = key
        return key
