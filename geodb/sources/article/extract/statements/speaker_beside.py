"""Speakers named after their verb, or before it after `with`: `…, said Ana Ruk; …, with Oto warning that …`."""

from __future__ import annotations

import re

from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Mention, Passage
from geodb.sources.article.extract.statements.described import Described, described_at, described_before
from geodb.sources.article.extract.statements.speaker_memory import Memory
from geodb.sources.article.extract.statements.speaker_nouns import Nouns
from geodb.sources.article.extract.statements.speaker_participles import Found

_AFTER = re.compile(r"\s(?:the\s|an?\s)?")
_INVERTED_AFTER = frozenset({"”", '"', "’", "»", "“", "'"})
_PLAINLY = frozenset({"said", "says", "added"})
_SET_IN = listed(
    "argues|argued|warns|warned|notes|noted|insists|insisted|concedes|conceded|complains|complained|admits|admitted"
    "|explains|explained|reckons|thinks|believes|claims|claimed|suggests|suggested|adds|predicts|predicted"
)
"""Verbs that stand before their subject only where both are set in between commas: `The ruling, warned Oto, was …`."""
_SAID_ENDS = re.compile(
    r"(?:,|\.|;|$|\s(?:of|from|at|with|for|on|in|last|this|after|during|who|as|late|early|yesterday|today|[A-Z]\w+day)\b"
    r"(?![^,.;]{0,70}\s(?:is|are|was|were|has|had|have|will|would|could|may|must)\s))"
)
_WITH = re.compile(r",\swith\s[^,.;:]{2,80}\s$")
_LONGEST_WITH = 90
_SET_IN_ENDS = re.compile(r"(?:\s(?:of|from|at|with|for)\s[^,.;:“”\"]{3,70})?[,.]")
"""What follows who is named after words: `…, argues Oto of the harbour board.`"""
_OCCUPATION = re.compile(r"\s(?:the\s|a\s)?(?:[a-z][a-z-]+\s){1,4}(?=[A-Z])")


class Beside:
    """Finds who is named beside a verb where no subject stands before it."""

    def __init__(self, memory: Memory, nouns: Nouns) -> None:
        self._memory, self._nouns = memory, nouns

    def inverted(self, passage: Passage, start: int, end: int) -> Found | None:
        """Return who is named after a verb that follows a quotation or the words of somebody."""
        before = passage.text[max(self._memory.start, start - 3) : start].rstrip()
        is_after_quote = before[-1:] in _INVERTED_AFTER or before[:1] in _INVERTED_AFTER
        if is_after_quote:
            return self._after(passage, start, end)
        if before.endswith(",") and passage.text[start:end] in _PLAINLY:
            found = self._after(passage, start, end)  # not `The body, which met, said the council was late`
            return found if found and _SAID_ENDS.match(passage.text, found.end) else None
        return None

    def absolute(self, passage: Passage, start: int) -> Found | None:
        """`…, with Oto warning that …`, `with analysts predicting …`."""
        if not _WITH.search(passage.text, max(self._memory.start, start - _LONGEST_WITH), start):
            return None
        named = next((m for m in passage.within(self._memory.start, start) if m.end == start - 1), None)
        if named:
            is_told = passage.text.endswith("with ", 0, named.begin) and named.how != "adjective"
            return Found(named.actors, named.begin, "subject", start) if is_told else None
        phrase = described_before(passage.text, self._memory.start, start)
        if phrase is None or not passage.text.endswith("with ", 0, phrase.begin):
            return None
        who = self._nouns.who(phrase)
        return Found(who, phrase.begin, "subject", start) if who else None

    def set_in(self, passage: Passage, start: int, end: int) -> Found | None:
        """`The ruling, warned Oto, was …; the ruling was late, warned Oto.`."""
        if passage.text[start:end] not in _SET_IN or not passage.text.startswith(", ", start - 2):
            return None
        found = self._after(passage, start, end)
        return found if found and _SET_IN_ENDS.match(passage.text, found.end) else None

    def mention_at(self, passage: Passage, end: int) -> Mention | None:
        """Return the name at an offset, past an article."""
        gap = _AFTER.match(passage.text, end)
        at = gap.end() if gap else end
        here = [m for m in passage.within(end, self._memory.end) if m.begin <= at + 1 and m.start >= end]
        return next((m for m in here if m.how != "adjective"), here[0] if here else None)

    def name_of(self, passage: Passage, phrase: Described) -> Mention | None:
        """Return the name that follows a noun: `the historian Ana Ruk`, `the state news agency Tanjug`."""
        after = (m for m in passage.within(phrase.end, self._memory.end) if m.begin <= phrase.end + 2)
        named = next(after, None)
        return named if named and self._memory.is_person(named.actors) == phrase.is_person else None

    def _after(self, passage: Passage, start: int, end: int) -> Found | None:
        mention = self.mention_at(passage, end)
        if mention and not passage.text.startswith(("’s ", "'s "), mention.end):
            mention = self._of_body(passage, mention)
            return Found(mention.actors, start, "inverted", mention.end)
        phrase = described_at(passage.text, end + 1, self._memory.end)
        if phrase is None:
            named = self._after_occupation(passage, end)
            return Found(named.actors, start, "inverted", named.end) if named else None
        if named := self.name_of(passage, phrase):
            return Found(named.actors, start, "inverted", named.end)
        who = self._nouns.who(phrase)
        return Found(who, start, "inverted", phrase.end) if who else None

    def _of_body(self, passage: Passage, body: Mention) -> Mention:
        """Return the person whose title and name follow the name of a body: `said WTO Director-General Ana Ruk`."""
        after = passage.within(body.end, self._memory.end)
        holder = next(
            (m for m in after if m.begin <= body.end + 1 and self._memory.is_person(m.actors)), None
        )
        return holder if holder and not self._memory.is_person(body.actors) else body

    def _after_occupation(self, passage: Passage, end: int) -> Mention | None:
        """Return the person of `said baker Amal Haddad`."""
        words = _OCCUPATION.match(passage.text, end, self._memory.end)
        named = self.mention_at(passage, words.end() - 1) if words else None
        return named if named and self._memory.is_person(named.actors) else None
