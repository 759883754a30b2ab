"""The clause of a verb: who stands before it, what follows it, and whether its sentence gives it a day."""

from __future__ import annotations

from functools import cached_property

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.events.verb_asides import AFTER_OBJECT, DETERMINERS
from geodb.sources.article.extract.events.verb_group import Group, is_besides
from geodb.sources.article.extract.events.verb_reach import LONGEST, is_at_another
from geodb.sources.article.extract.events.verb_subject import Subjects
from geodb.sources.article.extract.events.verb_words import (
    ANY,
    BY_BODY_OF,
    CONDITIONS,
    COURTS,
    DIGIT,
    INVERTED,
    LEFT,
    NEAR_NOUN,
    NEAR_OBJECT,
    NOW,
    NUMBERS,
    PARTICLES,
    PRONOUNS,
    TIMES,
    WHEN_DONE,
)
from geodb.sources.article.extract.initiative import Initiative
from geodb.sources.article.extract.language.happenings import Complement, NounSense, VerbSense, nouns
from geodb.sources.article.extract.language.line import Line
from geodb.sources.article.extract.language.small_words import AGENTS, BEFORE_NOUNS, is_date
from geodb.sources.article.extract.page import Mention


class VerbClause(Subjects):
    """A verb with its subject and complement, and what they tell of it."""

    def __init__(
        self,
        line: Line,
        number: int,
        group: Group,
        cast: Cast,
        initiatives: list[Initiative],
        before: VerbClause | None,
    ) -> None:
        self.line, self.number, self.group, self.cast = line, number, group, cast
        is_beside = group.first == number and is_besides(line, number)
        self.clause, self.mode = (number, "plain") if is_beside else line.clause_start(group.first)
        self.clause = self._after_day(self.clause)
        self.begin = line.words[self.clause][0]
        self.opening = self._opening()
        self.head = line.words[number][:2]
        self.stop = line.complement_end(number)
        self.stop = self._with_relative(self.stop)
        self.reach = self.stop
        if self.mode == "relative":
            self._end_before_main_verb()
        self.reach = self._reach()
        self.stop = self._before_another(self.stop)
        self.initiatives = [
            one for one in initiatives
            if one.no == line.passage.no and self.begin - 1 <= one.start and one.end <= self.head[0]
        ]  # fmt: skip
        self.near_initiatives = [
            one for one in initiatives if one.no == line.passage.no and one.end <= self.begin
        ]
        if not self.initiatives and self.begin == line.words[group.first][0]:
            self.initiatives = [one for one in self.near_initiatives if self.begin - one.end <= 3]
        self.segment = line.text[self.begin : line.words[group.first][0]].strip()
        self.aside = self._aside()
        last_subject: list[Mention] = before.last_subject if before else []
        self.subject = self._subject(last_subject)
        self.last_subject: list[Mention] = self.subject or last_subject
        self.is_void = False
        self.goes_on = before is not None and not self.segment and self.mode != "relative" and before.is_led
        named = [one for one in initiatives if one.no == line.passage.no and not one.group]
        self.objects = [
            m
            for m in line.actors(self.head[1], self.stop)
            if not any(one.start <= m.start and m.end <= one.end for one in named)
        ]

    def _find_reduced(self) -> None:
        """Find a participle after its noun, as in `the agreement signed on Monday`: it is passive."""
        line, group = self.line, self.group
        if group.passive or group.first != self.number or self.number + 1 >= len(line.words):
            return
        following = line.words[self.number + 1][2]
        if (
            not self.segment
            and following in AFTER_OBJECT
            and self.number
            and line.gap(self.number - 1) == ", "
        ):
            named = line.ends.get(line.words[self.number - 1][1])
            is_told = self.number + 2 < len(line.words) and not line.words[self.number + 2][2].endswith("ing")
            group.passive = (following == "by" and is_told) or self._is_aside(named=named is not None)
            if group.passive:
                self.subject = [named] if named is not None and named.actors else []
            return
        second = line.words[self.number + 2][2] if self.number + 2 < len(line.words) else ""
        doing = second.endswith("ing") or second[:1].isdigit()  # *failed by 40 votes to 52*
        if (following == "by" and not doing) or (second == "by" and following in WHEN_DONE):
            group.passive = True
        elif following in {"in", "on", "at", "between", "last", "during", "with", "under"} and self.segment:
            before = line.words[self.clause - 1][2] if self.clause else ""
            inside = {word for _, _, word in line.words[self.clause : self.number]}
            more = any(
                line.is_finite(k) and line.words[k][0] < self.stop
                for k in range(self.number + 2, len(line.words))
            )
            opened = inside & {"during", "following", "after", "under"} or before in {"during", "after"}
            by_somebody = line.words[self.number - 1][1] in line.ends and before == "after"
            group.passive = (more and not self.subject) or (bool(opened) and not by_somebody)
        if group.passive:
            self._end_before_main_verb()

    def _end_before_main_verb(self) -> None:
        """End what belongs to a participle before the verb of its sentence: `a truce agreed in May spared the port`."""
        words = self.line.words
        for at in range(self.number + 2, len(words)):
            if words[at][0] >= self.stop:
                return
            if self.line.is_finite(at) and words[at - 1][2] not in BEFORE_NOUNS:
                self.stop = self.reach = words[at - 1][1]
                return

    def _complement(self, kinds: frozenset[str]) -> Complement:
        """Return what follows the verb, with the words of its object: those before a preposition."""
        words = [
            word
            for start, _, word in self.line.words[self.number + 1 : self.number + LONGEST]
            if start < self.stop
        ]
        first = next((at for at, word in enumerate(words) if word in AFTER_OBJECT), len(words))
        if not first and self._antecedent >= 0:
            words = [word for _, _, word in self.line.words[self._antecedent : self.clause - 1]]
            first = len(words)
        if self.group.passive and not self.segment:
            words += [word for _, _, word in self.line.words[max(0, self.number - NEAR_OBJECT) : self.number]]
            first = len(words)
        return Complement(
            self.line.text, self.head[1], self.stop, frozenset(words), frozenset(words[:first]), kinds
        )

    def _subject_fits(self, sense: VerbSense) -> bool:
        if not sense.anywhere:
            return False
        if not sense.words.isdisjoint(word for _, _, word in self.line.words[self.clause : self.number]):
            return True
        return sense.after is not None and (
            sense.after.search(self.line.text, self.begin, self.head[0]) is not None
        )

    def _noun(self) -> tuple[int, NounSense | None]:
        line = self.line
        for number in range(self.number + 1, min(self.number + NEAR_NOUN, len(line.words))):
            start, end, word = line.words[number]
            if (
                start >= self.stop
                or line.gap(number - 1).strip()
                or is_at_another(line.words, number)
                or word == "against"
            ):
                break
            for sense in nouns().get(word, ()):
                if sense.fits(line.text, start, end):
                    return number, sense
        is_of_it = self._antecedent >= 0 and self.group.status == "occurred"
        return self._antecedent_noun() if is_of_it else self._subject_noun()

    def _antecedent_noun(self) -> tuple[int, NounSense | None]:
        """Return the happening that a relative clause is about: `the talks that X hosted`."""
        for number in range(self._antecedent, self.clause - 1):
            start, end, word = self.line.words[number]
            for sense in nouns().get(word, ()):
                if sense.fits(self.line.text, start, end):
                    return number, sense
        return -1, None

    def _subject_noun(self) -> tuple[int, NounSense | None]:
        """Return the happening that a passive verb is said of: `The attack was launched on Monday`."""
        for number in range(self.group.first - 1, self.clause - 1, -1) if self.group.passive else ():
            start, end, word = self.line.words[number]
            sense = next(
                (each for each in nouns().get(word, ()) if each.fits(self.line.text, start, end)), None
            )
            if sense:
                return number, sense
        return -1, None

    @cached_property
    def _dated(self) -> bool:
        """Whether a day, a month or a year stands in the clause, or in the words that open the sentence."""
        words = self.line.words
        if self.line.passage.opening:
            return True
        aside = range(self.aside, self.group.first) if self.aside >= 0 else ()
        return any(
            is_date(words, at)
            for at in range(self.opening, len(words))
            if words[at][0] < self.reach and at not in aside
        )

    def _numbered(self) -> bool:
        return DIGIT.search(self.line.text, self.begin, self.stop) is not None

    @cached_property
    def _antecedent(self) -> int:
        """Return the word where what the verb is about begins, in `the opinion that the court issued`; -1 if none."""
        line, relative = self.line, self.clause - 1
        if relative < 2 or line.words[relative][2] not in {"that", "which"}:
            return -1
        after = self.number + 1
        after += after < len(line.words) and line.words[after][2] in PARTICLES
        if (
            after < len(line.words)
            and line.words[after][2] not in AFTER_OBJECT
            and line.words[after][0] < self.stop
        ):
            return -1
        for at in range(relative - 1, max(relative - 7, -1), -1):
            if line.words[at][2] in DETERMINERS or line.words[at][2].endswith(("’s", "'s")):
                return at
            if "," in line.gap(at) and at < relative - 1:
                return -1
        return -1

    @property
    def is_led(self) -> bool:
        """Whether what follows without a subject is told of somebody by a noun: `The court convicted him and …`."""
        return self.goes_on or (not self.group.passive and self._has_agent())

    def _has_agent(self, *, definite: bool = False) -> bool:
        """Whether the subject is somebody by its noun: `the court`, `protesters`, `lawmakers of both parties`."""
        if self.goes_on:
            return True
        if definite and self.line.words[self.clause][2] in ANY:
            return any(word in COURTS for _, _, word in self.line.words[self.clause : self.group.first])
        return any(word in AGENTS for _, _, word in self.line.words[self.clause : self.group.first])

    @property
    def is_imagined(self) -> bool:
        """Whether it stands in a condition: `if X attacked Y`, `once Z has signed`; or tells whose words follow."""
        words = self.line.words
        first = words[self.clause][2] if self.segment else ""
        if first == "according" and self.line.text.startswith(" by ", self.head[1]):
            return True  # *according to documents shared by X*
        if first in INVERTED and self.clause < self.group.first and self.line.text[self.begin].isupper():
            return True  # *Should X instead let …*
        condition = words[self.clause - 1][2] if self.clause else ""
        is_past = self.group.status == "occurred" and words[self.group.first][2] not in NOW
        if condition in TIMES and is_past and self._dated:
            return False  # *until the court struck it down in April*
        if condition not in CONDITIONS:
            return first in LEFT and self.group.first == self.number  # *leaving the country divided*
        first = words[self.clause][2]
        return not (first.isdigit() or first in NUMBERS)  # *more than 60 states*

    @property
    def tells_of_noun(self) -> bool:
        """Whether it stands in a relative clause of a happening: `the earthquake that struck X`."""
        before = self.clause - 2
        relative = self.mode == "relative" or (
            before >= 0 and self.line.words[before + 1][2] in {"that", "which"}
        )
        if not relative or before < 0 or self._antecedent >= 0:
            return False
        start, end, word = self.line.words[before]
        return any(sense.fits(self.line.text, start, end) for sense in nouns().get(word, ()))

    @property
    def is_by_somebody(self) -> bool:
        """Whether somebody stands right before the verb, or it is passive: then any verb tells an act."""
        line, last = self.line, self.group.first - 1
        if not line.is_finite(self.number) and self.group.first == self.number:
            return False
        if self.group.passive:
            return line.words[self.group.first][2] not in {"is", "are"}
        if last < 0 or line.words[last][1] in line.ends:
            return True
        return line.words[last][2] in AGENTS or line.words[last][2] in PRONOUNS

    def _roles(self) -> tuple[list[Mention], list[Mention]]:
        """Return the mentions of who does it and of whom it is done to."""
        line = self.line
        objects = [m for m in self.objects if not m.is_venue and not self._is_where(m)]
        if not self.group.passive:
            return self.subject, [m for m in objects if m not in self.subject and not self._after(m, "by")]
        agents = [m for m in objects if self._after(m, "by") or self._is_doer(m)]
        if agents:
            last = agents[-1]
            agents += [
                m
                for m in objects
                if m.begin > last.end and line.text[last.end : m.begin].strip(", ") in {"and", ""}
            ]
        told_to = (m for m in objects if m not in agents and self._after(m, "with", "to"))
        return agents, [*self.subject, *told_to]

    def _is_doer(self, mention: Mention) -> bool:
        """Whether a mention names whose body did it: `adopted by the cabinet of X`."""
        return BY_BODY_OF.search(self.line.text, self.head[1], mention.begin) is not None

    def _is_where(self, mention: Mention) -> bool:
        return (
            self.line.is_after_preposition(mention)
            and mention.place is not None
            and not self._after(mention, "on", "from")
        )

    def _after(self, mention: Mention, *words: str) -> bool:
        before = self.line.text[max(self.head[1], mention.begin - 14) : mention.begin].lower().split()
        if before and before[-1] == "the":
            before.pop()
        return bool(before) and before[-1] in words
