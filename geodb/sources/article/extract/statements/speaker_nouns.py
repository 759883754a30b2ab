"""Whom the nouns of sentences mean: the subject of a clause, of the sentence before, or of words before a list."""

from __future__ import annotations

import re

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.language.speaker_words import COUNTS, DOCUMENTS
from geodb.sources.article.extract.page import Passage
from geodb.sources.article.extract.statements.coreference import Coreference
from geodb.sources.article.extract.statements.described import Described, described_at
from geodb.sources.article.extract.statements.speaker_memory import Memory, Who
from geodb.sources.article.extract.statements.subjects import main_subject

_NOUN_OF_LEAD = re.compile(
    r"(?<!\bin\s)(?<!\bof\s)(?<!\bat\s)(?<!\bto\s)(?<!\bfor\s)(?<!\bwith\s)\b[Tt]he(?=\s)"
)
_INTRO = re.compile(
    r"(?:In|On|At|After|Late|Early|Last|Asked|Speaking|With|For|Before|During)\s[^,.;]{2,40},\s|(?:Recently|Meanwhile|However|Still|Today|Yesterday|Instead|Later),\s"
)
_SHORTEST_PHRASE = 4


class Nouns:
    """Finds who is meant by nouns, with what was read before."""

    def __init__(self, cast: Cast, memory: Memory) -> None:
        self._coreference, self._memory = Coreference(cast), memory
        self._passage: Passage | None = None

    def enter(self, passage: Passage) -> None:
        """Begin a passage."""
        self._passage = passage
        self._coreference.enter(passage)

    def who(self, phrase: Described) -> Who | None:
        """Return who is meant by a phrase; a document of unknown authors speaks for the body that spoke last."""
        passage = self._passage
        if phrase.noun in DOCUMENTS and phrase.determiner in {"its", "their"} and passage:
            return self._memory.body(passage, phrase.begin)
        if phrase.noun == "year-old" and phrase.determiner == "the" and self._memory.last_person:
            return self._memory.last_person
        who = self._coreference.who(phrase, self._memory.last)
        is_known = phrase.noun in DOCUMENTS - COUNTS and not phrase.is_about_others
        return who or (self._memory.last_body if is_known else None)

    def plural_before(self, passage: Passage, before: int) -> Who | None:
        """Return the people with whom this sentence or the one before begins: `Farmers disagree. They say …`."""
        phrase = described_at(passage.text, self._memory.start, before)
        if phrase and phrase.is_many:
            return self.who(phrase)
        if not self._memory.start:
            return None
        start, end = passage.sentence_at(self._memory.start - 2)
        phrase = described_at(passage.text, start, end)
        return self.who(phrase) if phrase and phrase.is_many else None

    def person_before(self, passage: Passage, before: int) -> Who | None:
        """Return the person with whose noun the sentence before begins: `Oto’s wife wept. “…,” she said`."""
        if not self._memory.start or passage.within(self._memory.start, before):
            return None
        start, end = passage.sentence_at(self._memory.start - 2)
        phrase = described_at(passage.text, start, end)
        subject = main_subject(passage, start, end) if phrase else None
        is_named = subject is not None and phrase is not None and subject.begin <= phrase.end + 2
        return self.who(phrase) if phrase and phrase.is_person and not is_named else None

    def body_before(self, passage: Passage, before: int) -> Who | None:
        """Return the body with whose noun this sentence or the one before begins: `The agency is wary: it says …`."""
        places = [(self._memory.start, before)]
        if self._memory.start:
            places.append(passage.sentence_at(self._memory.start - 2))
        for start, end in places:
            phrase = described_at(passage.text, start, end)
            if phrase and not (phrase.is_person or phrase.is_many):
                return self.who(phrase)
            if main_subject(passage, start, end):
                return None
        return None

    def of_clause(self, passage: Passage, begin: int, before: int) -> Who | None:
        """Return the subject of a clause: a name in it, or the noun with which it begins."""
        subject = main_subject(passage, begin, before)
        intro = _INTRO.match(passage.text, begin, before)
        at = intro.end() if intro else begin
        if subject and subject.begin <= at + _SHORTEST_PHRASE:
            return subject.actors
        phrase = described_at(passage.text, at, before)
        if subject and (phrase is None or subject.begin <= phrase.end + 2):
            return subject.actors
        return self.who(phrase) if phrase else None  # `The army removed Oto and said …`

    def of_lead(self, passage: Passage) -> Who | None:
        """Return the subject of words that introduce a list."""
        if not passage.sentences or not passage.text.rstrip().endswith((":", ",")):
            return None
        start, end = passage.sentences[-1]
        subject = main_subject(passage, start, end)
        for match in _NOUN_OF_LEAD.finditer(passage.text, start, subject.begin if subject else end):
            phrase = described_at(passage.text, match.start(), end)
            if phrase:
                return self.who(phrase)
        return subject.actors if subject else None
