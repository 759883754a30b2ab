"""Who stands before a verb as its subject, or is meant by the pronoun there."""

from __future__ import annotations

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.events.verb_asides import Asides
from geodb.sources.article.extract.events.verb_words import (
    ITSELF,
    JOINING,
    LONGEST_MEANT,
    MEANT,
    NEAR_RELATIVE,
    ONE_PERSON,
    OWNED,
    OWNED_BY_IT,
    PRONOUNS,
    REACH_OF_PRONOUN,
    SUBJECT_WITHIN,
    TWO,
)
from geodb.sources.article.extract.page import Mention


class Subjects(Asides):
    """A verb with its clause, and who may be its subject."""

    cast: Cast
    mode: str
    head: tuple[int, int]
    aside: int

    def _after_day(self, first: int) -> int:
        """Return the word where the subject begins after a day without a comma: `Since the fall of X in 2024 its …`."""
        words = self.line.words
        if not first or words[first - 1][2] not in JOINING:
            return first
        for at in range(first + 2, self.group.first - 1):
            if words[at][2] in OWNED and words[at - 1][2][:1].isdigit() and self.line.gap(at - 1) == " ":
                return at
        return first

    def _subject(self, before: list[Mention]) -> list[Mention]:
        line = self.line
        here = line.actors(self.begin, line.words[self.aside if self.aside >= 0 else self.group.first][0])
        pronoun = self.segment.lower()
        if not here and pronoun.rpartition(" ")[2] in ITSELF:
            pronoun = pronoun.rpartition(" ")[2]  # *On 3 May it ended …*
        if not self.segment or pronoun in PRONOUNS:
            if self.mode == "relative":
                ends = [m for m in line.within(line.start, self.begin) if self.begin - m.end < NEAR_RELATIVE]
                return ends[-1:]
            if pronoun in ONE_PERSON:
                return self._last_person() or before
            if self.clause <= 1 and self.is_joined:
                return self._after_comma()
            if pronoun in TWO and not (len(before) > 1 or (before and len(before[0].actors) > 1)):
                return self._two_before()
            return before or self._first_of_sentence() or self._of_sentence_before(pronoun)
        if not here and (meant := self._meant(pronoun, before)):
            return meant
        insertion = line.text.find(", ", self.begin, line.words[self.group.first][0])
        if insertion > 0 and any(m.end == insertion for m in here) and not self.group.passive:
            joined = [m for m in here if m.end <= insertion]
            here = joined if line.gap(self.group.first - 1).startswith(",") else here
        kept = [m for m in here if not m.is_venue and not line.is_after_preposition(m)]
        kept = [m for at, m in enumerate(kept) if not self._belongs_to_another(m, kept, at)] or kept
        return [m for m in kept if m.how != "adjective"] or kept

    def _belongs_to_another(self, mention: Mention, here: list[Mention], at: int) -> bool:
        """Whether a name only tells whose or where another is: `X’s boss, Y, died`, `Y’s envoy to X resigned`."""
        text = self.line.text
        if text[mention.end : mention.end + 2] in {"’s", "'s"}:
            after = (m for m in here[at + 1 :] if self.cast.actors[m.actors[0]].kind == "person")
            person = next(after, None)
            between = text[mention.end : person.begin] if person is not None else ""
            return "," in between and " and " not in between
        before = text[max(self.begin, mention.begin - 8) : mention.begin].split()
        return at > 0 and before[-1:] == ["to"]

    def _meant(self, segment: str, before: list[Mention]) -> list[Mention]:
        """Return whom `its army`, `the bloc` or `the kingdom` mean: somebody of the sentence before."""
        words = segment.split()
        if not words or len(words) > LONGEST_MEANT:
            return []
        if words[0] in OWNED_BY_IT:
            return before or self._of_sentence_before("it")
        noun = next((word for word in reversed(words) if word in MEANT), "")
        if words[0] != "the" or not noun:
            return []
        line, kinds = self.line, MEANT[noun]
        near = line.passage.within(max(0, line.start - REACH_OF_PRONOUN), line.start)
        return [m for m in near if m.actors and self.cast.actors[m.actors[0]].kind in kinds][-1:]

    def _two_before(self) -> list[Mention]:
        """Return the two whom the sentence before began with: `X and Y agreed. The two countries will …`."""
        begun = self._begun_before()[:2]
        joined = len(begun) > 1 and self.line.text[begun[0].end : begun[1].begin].strip() in {
            "and",
            "and the",
        }
        return begun if joined else []

    def _last_person(self) -> list[Mention]:
        """Return whom `he` or `she` means: the person named last before this sentence."""
        line = self.line
        near = line.passage.within(max(0, line.start - REACH_OF_PRONOUN), line.start)
        return [m for m in near if self.cast.actors[m.actors[0]].kind == "person"][-1:]

    def _after_comma(self) -> list[Mention]:
        """Return whose clause follows: `After meeting X, Y flew home`."""
        comma = self.stop - 1
        while (comma := self.line.text.find(", ", comma + 1, self.line.end)) > 0:
            after = self.line.within(comma + 1, self.line.end)
            if named := [mention for mention in after if mention.begin <= comma + 6][:1]:
                return named
        return []

    def _first_of_sentence(self) -> list[Mention]:
        first = [m for m in self.line.within(self.line.start, self.head[0]) if not m.is_venue]
        return first[:1]

    def _of_sentence_before(self, pronoun: str) -> list[Mention]:
        """Return whom `it` or `they` means where nobody is named in the sentence: who the one before began with."""
        if pronoun not in ITSELF:
            return []
        begun = self._begun_before()
        kinds = [self.cast.actors[m.actors[0]].kind for m in begun[:1] if m.actors[0] in self.cast.actors]
        return begun[:1] if kinds and (kinds[0] != "person" or pronoun == "they") else []

    def _begun_before(self) -> list[Mention]:
        """Return whom the sentence before begins with."""
        lines = self.line.passage.lines
        earlier = [start for start in lines if start < self.line.start]
        if not earlier:
            return []
        line = lines[max(earlier)]
        return [m for m in line.actors(line.start, line.start + SUBJECT_WITHIN) if not m.is_venue]

    @property
    def is_joined(self) -> bool:
        """Whether it is `after signing …`: told of the subject of its sentence."""
        words = self.line.words
        return self.number == self.group.first and words[self.number][2][-3:] == "ing"
