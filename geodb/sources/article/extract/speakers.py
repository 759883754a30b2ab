"""Who speaks: the subject of a verb, by its place before or after it, by pronoun or noun, or by going on speaking."""

from __future__ import annotations

import re
from typing import NamedTuple

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.coreference import Coreference
from geodb.sources.article.extract.described import described_at, described_before
from geodb.sources.article.extract.page import Mention, Passage
from geodb.sources.article.extract.subjects import is_object, main_subject, subject_before, with_list
from geodb.sources.article.extract.words import NO_NAMES

_PRONOUN = re.compile(
    r"\b(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\s(?:also\s|has\s|have\s|had\s|then\s|later\s|further\s|\w+ly\s)*$"
)
_COORDINATED = re.compile(
    r",?\s(?:and|but)\s(?:also\s|has\s|have\s|had\s|then\s|later\s|instead\s|\w+ly\s)*$"
)
_HE = re.compile(r"[Hh]e\s|[Ss]he\s")
_NEITHER = re.compile(r"\b(?:[Nn]either|nor|[Nn]obody|[Nn]o\sone)\s(?:the\s)?$")
_NAME = re.compile(
    r"\s(?:the\s)?(?P<name>[A-Z][\w’'-]+(?:\s(?:(?:of|for|and|on|de)\s(?:the\s)?)?[A-Z][\w’'-]+){0,6})"
)
_NAME_BEFORE = re.compile(
    r"(?<![\w’'-])(?P<name>[A-Z][\w’'-]+(?:\s(?:van|von|de|bin|al|el|[A-Z][\w’'-]+)){0,4})(?:,\s[a-z0-9][^,;.“”\"]{3,60},)?(?P<added>,)?"
    r"\s(?:also\s|has\s|have\s|had\s|later\s|recently\s|\w+ly\s)*$"
)
_SHORTEST_NAME = 3
_INTRO = re.compile(r"(?:In|On|At|After|Late|Early|Last)\s[^,.;]{2,40},\s")
_BEGINNINGS = re.compile(r"\b(?:when|after|as|because|while|that)\s")
_CLAUSE = re.compile(r"(?:;|,\s(?:while|whereas|although|though|and|but))\s")
_AFTER = re.compile(r"\s(?:the\s|an?\s)?")
_INVERTED_AFTER = frozenset({"”", '"', "’", "»", "“", "'"})
_PLAINLY = frozenset({"said", "says", "added"})
_SHOWS = re.compile(
    r"(?:underscor|highlight|underlin|suggest|indicat|impl|reveal|confirm|stress|recall|repeat)"
)
_FAR = 25
_MANY = frozenset({"unnamed_group", "population", "armed_group", "ethnic_group"})
Who = tuple[str, ...]


class Found(NamedTuple):
    """Who speaks, where the statement begins, how the speaker was found, and where the words that tell it end.

    `verb` is where it may begin instead, if much is inserted between subject and verb.
    """

    who: Who
    begin: int
    how: str
    end: int
    verb: int = -1


class Speakers:
    """Keeps who spoke last while the sentences of a passage are read."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._coreference = Coreference(cast)
        self._passage: Passage | None = None
        self._start = self._end = 0
        self._last: Who | None = None
        self._last_person: Who | None = None
        self._last_body: Who | None = None
        self._spoke_here = False
        self._spoke_at = -1

    def enter(self, passage: Passage) -> None:
        """Begin a passage; who spoke in the one before may go on only by a pronoun."""
        self._remember_subject()
        self._passage = passage
        self._start = self._end = 0
        self._coreference.enter(passage)
        self._last = None

    def sentence(self, start: int, end: int) -> None:
        """Begin a sentence."""
        self._remember_subject()
        self._start, self._end = start, end
        self._spoke_here = False

    def spoke(self, who: Who, at: int) -> None:
        """Note who was found to speak, by a verb at an offset."""
        self._last, self._spoke_at = who, at
        self._spoke_here = True
        if len(who) == 1 and self._is_person(who):
            self._last_person = who
        else:
            self._last_body = who

    def of_verb(self, start: int, end: int, *, participle: bool) -> Found | None:
        """Return who says the verb at `start` to `end`, and where the statement begins."""
        passage = self._passage
        if passage is None:
            return None
        subject = subject_before(self._cast, passage, self._start, start)
        if subject and not (participle and passage.text[subject.end : start].strip().endswith(",")):
            who, begin = with_list(passage, subject, self._start)
            if _NEITHER.search(passage.text, self._start, begin):
                return None
            between = passage.text[subject.end : start]
            is_far = (len(between) > _FAR and "," in between) or between.startswith((", who ", ", which "))
            return Found(who, begin, "subject", end, start if is_far else -1)
        if participle:
            return self._of_participle(passage, start)
        return (
            self._of_pronoun(passage, start, end)
            or self._inverted(passage, start, end)
            or self._of_noun(passage, start, end)
            or self._of_name(passage, start, end)
            or self._coordinated(passage, start, end)
        )

    def named_at(self, at: int) -> Found | None:
        """Return who is named at an offset, as in `according to local officials`."""
        passage = self._passage
        if passage is None:
            return None
        mention = self._mention_at(passage, at)
        if mention:
            return Found(mention.actors, mention.begin, "name", mention.end)
        if phrase := described_at(passage.text, at + 1, self._end):
            who = self._coreference.who(phrase, self._last)
            return Found(who, phrase.begin, "noun", phrase.end) if who else None
        name = _NAME.match(passage.text, at, self._end)
        if name is None:
            return None
        place = (passage.no, *name.span("name"))
        key = self._cast.other("ngo", name["name"], place, "organization.according_to", 40)
        return Found((key,), name.start("name"), "noun", name.end())

    def person_meant(self) -> Who | None:
        """Return whom `he` or `she` means at the beginning of the sentence."""
        return self._last_person

    # --- ways to tell who speaks -------------------------------------------------------------------------

    def _of_pronoun(self, passage: Passage, start: int, end: int) -> Found | None:
        pronoun = _PRONOUN.search(passage.text, max(self._start, start - 24), start)
        if pronoun is None:
            return None
        word = pronoun["pronoun"].lower()
        if word in {"he", "she"}:
            who = self._last_person_before(passage, pronoun.start())
        elif word == "they":
            who = self._last_many()
        elif _SHOWS.match(passage.text, start):
            return None
        else:
            who = self._body_before(passage, pronoun.start())
        return Found(who, pronoun.start(), "pronoun", end) if who else None

    def _inverted(self, passage: Passage, start: int, end: int) -> Found | None:
        before = passage.text[max(self._start, start - 3) : start].rstrip()
        is_after_quote = before[-1:] in _INVERTED_AFTER or before[:1] in _INVERTED_AFTER
        if not is_after_quote and not (before.endswith(",") and passage.text[start:end] in _PLAINLY):
            return None
        mention = self._mention_at(passage, end)
        if mention:
            return Found(mention.actors, start, "inverted", mention.end)
        phrase = described_at(passage.text, end + 1, self._end)
        if phrase is None:
            return None
        named = next((m for m in passage.within(phrase.end, self._end) if m.begin <= phrase.end + 2), None)
        if named and self._is_person(named.actors) and phrase.is_person:
            return Found(named.actors, start, "inverted", named.end)
        who = self._coreference.who(phrase, self._last)
        return Found(who, start, "inverted", phrase.end) if who else None

    def _of_noun(self, passage: Passage, start: int, end: int) -> Found | None:
        phrase = described_before(passage.text, self._start, start)
        if phrase is None:
            return None
        who = self._coreference.who(phrase, self._last)
        is_far = start - phrase.end > _FAR
        return Found(who, phrase.begin, "group", end, start if is_far else -1) if who else None

    def _of_name(self, passage: Passage, start: int, end: int) -> Found | None:
        """Take a name that nothing else knows for somebody who speaks."""
        match = _NAME_BEFORE.search(passage.text, max(self._start, start - 80), start)
        if match is None:
            return None
        words = tuple(match["name"].split())
        if len(words[0]) < _SHORTEST_NAME or not NO_NAMES.isdisjoint(words):
            return None
        if match["added"] and not passage.text.startswith(", ", match.start("name") - 2):
            return None
        at = (passage.no, *match.span("name"))
        if len(words) == 1 and at[1] == self._start:
            return None
        if len(words) == 1:
            who = self._cast.short(words[0], at) or self._cast.other(
                "ngo", words[0], at, "organization.speaks", 40
            )
        else:
            who = self._cast.person(words, match["name"], at, "person.speaks", 50)
        return Found((who,), match.start("name"), "group", end)

    def _coordinated(self, passage: Passage, start: int, end: int) -> Found | None:
        """`X met Y and said …` is said by the subject of the clause."""
        joint = _COORDINATED.search(passage.text, max(self._start, start - 24), start)
        if joint is None:
            return None
        begin = self._start
        for match in _CLAUSE.finditer(passage.text, self._start, joint.start()):
            begin = match.end()
        if self._spoke_here and self._last and begin <= self._spoke_at < start:
            return Found(self._last, start, "coordinated", end)
        subject = self._clause_subject(passage, begin, joint.start())
        if subject is None and _HE.match(passage.text, begin) and self._last_person:
            return Found(self._last_person, start, "coordinated", end)
        who = subject or (self._last if self._spoke_here else None)
        return Found(who, start, "coordinated", end) if who else None

    def _clause_subject(self, passage: Passage, begin: int, before: int) -> Who | None:
        """Return the subject of a clause: a name in it, or the noun with which it begins."""
        if subject := main_subject(passage, begin, before):
            return subject.actors
        intro = _INTRO.match(passage.text, begin, before)
        phrase = described_at(passage.text, intro.end() if intro else begin, before)
        return self._coreference.who(phrase, self._last) if phrase else None

    def _of_participle(self, passage: Passage, start: int) -> Found | None:
        """`, stating that …` belongs to who spoke in the sentence, or else to its subject."""
        before = passage.text[self._start : start]
        if before.strip() and not before.rstrip(' ”’"»').endswith(
            (",", "and", "“", '"', "while", "when", "by", "statement", "letter", "message", "communiqué")
        ):
            return None
        if self._spoke_here and self._last:
            return Found(self._last, start, "participle", start)
        if not before.strip():
            following = next(
                (m for m in passage.within(start, self._end) if _is_subject_of_main(passage, m)), None
            )
            return Found(following.actors, start, "participle", start) if following else None
        begins = [self._start, *(m.end() for m in _BEGINNINGS.finditer(passage.text, self._start, start))]
        subject = main_subject(passage, self._start, start)
        who = subject.actors if subject else self._clause_subject(passage, begins[-1], start)
        return Found(who, start, "participle", start) if who else None

    # --- memory ------------------------------------------------------------------------------------------

    def _is_person(self, who: Who) -> bool:
        return self._cast.actors[who[0]].kind in {"person", "unnamed_person"}

    def _last_many(self) -> Who | None:
        last = self._last or self._last_body
        return last if last and (len(last) > 1 or self._cast.actors[last[0]].kind in _MANY) else None

    def _mention_at(self, passage: Passage, end: int) -> Mention | None:
        gap = _AFTER.match(passage.text, end)
        at = gap.end() if gap else end
        return next((m for m in passage.within(end, self._end) if m.begin <= at + 1 and m.start >= end), None)

    def _last_person_before(self, passage: Passage, start: int) -> Who | None:
        here = [m for m in passage.within(self._start, start) if self._is_person(m.actors)]
        subject = next((m for m in here if not is_object(passage, m, self._start)), None)
        return subject.actors if subject else self._last_person

    def _body_before(self, passage: Passage, start: int) -> Who | None:
        subject = main_subject(passage, self._start, start)
        return subject.actors if subject and not self._is_person(subject.actors) else self._last_body

    def _remember_subject(self) -> None:
        """Let the subjects of a sentence be meant by the next pronoun."""
        passage = self._passage
        if passage is None or self._spoke_here or not self._end:
            return
        subject = main_subject(passage, self._start, self._end)
        if subject and not self._is_person(subject.actors):
            self._last_body = subject.actors
        for mention in passage.within(self._start, self._end):
            if self._is_person(mention.actors) and not is_object(passage, mention, self._start):
                self._last_person = mention.actors
                return


def _is_subject_of_main(passage: Passage, mention: Mention) -> bool:
    is_name = mention.how in {"name", "short", "group"}
    return is_name and passage.text[mention.begin - 2 : mention.begin] == ", "
