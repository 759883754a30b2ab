"""Happenings told by a verb: who did it, to whom, and whether it happened, will happen or did not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.frames import Frame, distinct
from geodb.sources.article.extract.happenings import Happening, NounSense, VerbSense, nouns, verbs
from geodb.sources.article.extract.initiative import Initiative
from geodb.sources.article.extract.line import Line
from geodb.sources.article.extract.page import Mention
from geodb.sources.article.extract.verb_group import Group, verb_group
from geodb.sources.article.extract.words import listed

_PLANNED_MEETINGS = listed("meeting|summit|visit|conference|negotiation_round|phone_call")
_PRONOUNS = listed(
    "he|she|it|they|both|the two|the two sides|both sides|the sides|both countries|the two countries"
)
_ALONE_TELLING = listed("ASSAULT|PROTEST|COERCE")
_MEDIA = frozenset({"media"})
_NEAR_RELATIVE = 9
_CONDITIONS = listed("if|unless|whether|once|until|than")
_NOTHING = "-"
_ONE_PERSON = frozenset({"he", "she"})
_ANNOUNCES = listed("announced|declared|confirmed|decided|said|agreed|notified")
_DUE = re.compile(r"\b(?:in|from|on)\s(?:[A-Z]\w+\s)?(?:[0-9]{1,2}\s)?20[0-9]{2}\b")
_REACH_OF_PRONOUN = 400
_LONGEST_SUBJECT = 170
_NEAR_NOUN = 9


def verb_frames(line: Line, cast: Cast, initiatives: list[Initiative]) -> Iterator[tuple[Frame, int]]:
    """Yield the happenings told by verbs, each with the word of the noun that it took in, or -1."""
    known = verbs()
    last_subject: list[Mention] = []
    for number, (start, _, word) in enumerate(line.words):
        forms = known.get(word)
        if forms is None or line.passage.in_quote(start):
            continue
        for form, senses in forms:
            group = verb_group(line, number, form)
            if group is None:
                continue
            told = _Told(line, number, group, cast, initiatives, last_subject)
            if told.tells_of_noun or told.is_imagined:
                continue
            last_subject = told.subject or last_subject
            found = told.frame(senses)
            if found:
                yield found
                break


class _Told:
    """What a verb and the words around it tell."""

    def __init__(
        self,
        line: Line,
        number: int,
        group: Group,
        cast: Cast,
        initiatives: list[Initiative],
        before: list[Mention],
    ) -> None:
        self.line, self.number, self.group, self.cast = line, number, group, cast
        self.clause, self.mode = line.clause_start(group.first)
        self.begin = line.words[self.clause][0]
        self.head = line.words[number][:2]
        self.stop = line.complement_end(number)
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
        self.subject = self._subject(before)
        named = [one for one in initiatives if one.no == line.passage.no and not one.group]
        self.objects = [
            m
            for m in line.actors(self.head[1], self.stop)
            if not any(one.start <= m.start and m.end <= one.end for one in named)
        ]

    def _subject(self, before: list[Mention]) -> list[Mention]:
        line = self.line
        if not self.segment or self.segment.lower() in _PRONOUNS:
            if self.mode == "relative":
                ends = [
                    m
                    for m in line.passage.within(line.start, self.begin)
                    if self.begin - m.end < _NEAR_RELATIVE
                ]
                return ends[-1:]
            if self.segment.lower() in _ONE_PERSON:
                return self._last_person() or before
            return before or self._first_of_sentence()
        here = line.actors(self.begin, line.words[self.group.first][0])
        insertion = line.text.find(", ", self.begin, line.words[self.group.first][0])
        if insertion > 0 and any(m.end == insertion for m in here) and not self.group.passive:
            joined = [m for m in here if m.end <= insertion]
            here = joined if line.gap(self.group.first - 1).startswith(",") else here
        kept = [m for m in here if not m.is_venue and not line.is_after_preposition(m)]
        return [m for m in kept if m.how != "adjective"] or kept

    @property
    def tells_of_noun(self) -> bool:
        """Whether it stands in a relative clause of a happening: `the earthquake that struck X`."""
        before = self.clause - 2
        relative = self.mode == "relative" or (
            before >= 0 and self.line.words[before + 1][2] in {"that", "which"}
        )
        return relative and before >= 0 and self.line.words[before][2] in nouns()

    def _last_person(self) -> list[Mention]:
        """Return whom `he` or `she` means: the person named last before this sentence."""
        line = self.line
        near = line.passage.within(max(0, line.start - _REACH_OF_PRONOUN), line.start)
        return [m for m in near if self.cast.actors[m.actors[0]].kind == "person"][-1:]

    @property
    def is_imagined(self) -> bool:
        """Whether it stands in a condition: `if X attacked Y`, `once Z has signed`."""
        return self.clause > 0 and self.line.words[self.clause - 1][2] in _CONDITIONS

    def _first_of_sentence(self) -> list[Mention]:
        first = [m for m in self.line.passage.within(self.line.start, self.head[0]) if not m.is_venue]
        return first[:1]

    def frame(self, senses: list[VerbSense]) -> tuple[Frame, int] | None:
        """Return the frame of the first sense that fits, and the noun that it takes in."""
        self._find_reduced()
        named = self.subject if self.group.passive else self.objects
        kinds = frozenset(
            self.cast.actors[m.actors[0]].kind for m in named if m.actors[0] in self.cast.actors
        )
        for sense in senses:
            if sense.subject is not None and sense.subject.search(self.segment) is None:
                continue
            if not sense.fits(self.line.text, self.head[1], self.stop, kinds) and not (
                self.group.passive and self._subject_fits(sense)
            ):
                continue
            if sense.happening.kind == _NOTHING:
                return None
            if not sense.by_noun:
                return self._framed(sense, sense.happening)
            noun, told = self._noun()
            if told is not None:
                return self._framed(sense, told.happening, noun)
        return None

    def _find_reduced(self) -> None:
        """Find a participle after its noun, as in `the agreement signed on Monday`: it is passive."""
        line, group = self.line, self.group
        if group.passive or group.first != self.number or self.number + 1 >= len(line.words):
            return
        following = line.words[self.number + 1][2]
        doing = self.number + 2 < len(line.words) and line.words[self.number + 2][2].endswith("ing")
        if following == "by" and not doing:
            group.passive = True
        elif following in {"in", "on", "at", "between", "last", "during", "with", "under"} and self.segment:
            before = line.words[self.clause - 1][2] if self.clause else ""
            inside = {word for _, _, word in line.words[self.clause : self.number]}
            more = any(
                line.is_finite(k) and line.words[k][0] < self.stop
                for k in range(self.number + 2, len(line.words))
            )
            group.passive = (more and not self.subject) or bool(
                inside & {"during", "following", "after", "under"} or before in {"during", "after"}
            )

    def _subject_fits(self, sense: VerbSense) -> bool:
        return sense.after is not None and sense.anywhere and (
            sense.after.search(self.line.text, self.begin, self.head[0]) is not None
        )  # fmt: skip

    def _noun(self) -> tuple[int, NounSense | None]:
        line = self.line
        for number in range(self.number + 1, min(self.number + _NEAR_NOUN, len(line.words))):
            start, end, word = line.words[number]
            if start >= self.stop or line.gap(number - 1).strip():
                break
            for sense in nouns().get(word, ()):
                if sense.fits(line.text, start, end):
                    return number, sense
        return -1, None

    def _framed(self, sense: VerbSense, told: Happening, noun: int = -1) -> tuple[Frame, int] | None:
        agents, patients = self._roles()
        subject, object_ = told.subject, told.object
        if sense.by_noun and subject == "interviewee":
            subject, object_ = object_, subject
        roles = [(key, subject) for m in agents for key in m.actors]
        roles += [(key, object_) for m in patients for key in m.actors]
        roles = [(key, role) for key, role in roles if key in self.cast.actors
                 and self.cast.actors[key].kind not in _MEDIA]  # fmt: skip
        if self.initiatives and told.kind in {
            "launch",
            "announcement",
            "signing",
            "agreement",
            "ratification",
        }:
            roles += [(party, object_) for one in self.initiatives for party in one.parties]
        if not self._has_what_it_needs(sense, agents, patients, told):
            return None
        kind, status = told.kind, sense.status or self.group.status
        if status == "due":
            if _DUE.search(self.line.text, self.head[1], self.stop) is None or not roles:
                return None
            status = "planned"
        elif status == "planned":
            if kind not in _PLANNED_MEETINGS and not (roles and self._dated()):
                return None
            kind = "planned_meeting" if kind in _PLANNED_MEETINGS else kind
        if status == "ongoing" and kind not in {
            "war",
            "process",
            "protest",
            "negotiation_round",
            "exercise",
            "blockade",
        }:
            status = "occurred"
        frame = Frame(
            kind, told.plover, self._begin(), self.stop, self.head, "event.verb", 65, distinct(roles), status
        )
        if self.group.passive:
            frame.rule = "event.passive"
        frame.subject = [(key, "") for m in agents for key in m.actors]
        frame.launches = list(self.initiatives)
        return frame, noun

    def _names_object(self) -> bool:
        """Whether a capital follows the verb: the name of somebody or some place that is not known."""
        return re.match(r"\s(?:the\s)?[A-Z]", self.line.text[self.head[1] : self.stop]) is not None

    def _dated(self) -> bool:
        return any(char.isdigit() for char in self.line.text[self.begin : self.stop])

    def _begin(self) -> int:
        if self.group.passive and not self.segment:
            near = [one for one in self.near_initiatives if 0 <= self.begin - one.end <= 3]
            if near:
                return near[0].start
        if self.mode == "relative" or not self.segment:
            return self.line.words[self.group.first][0]
        if announced := self._announced():
            return announced
        said = self.stop - self.line.words[self.group.first][0]
        if (
            self.line.gap(self.group.first - 1).startswith(",")
            and not self.initiatives
            and 2 * said < self.stop - self.begin
        ):
            return self.line.words[self.group.first][0]
        if self.head[0] - self.begin > _LONGEST_SUBJECT and self.subject:
            return self.subject[0].begin
        start = self.begin
        while start > self.line.start and self.line.text[start - 1] in '“"„«‘':
            start -= 1
        return start

    def _announced(self) -> int | None:
        """Return where `X announced that they …` begins, if the clause is such a one."""
        line, that = self.line, self.clause - 1
        if that < 1 or line.words[that][2] != "that" or self.segment.lower() not in _PRONOUNS:
            return None
        for number in range(that - 1, max(that - 9, -1), -1):
            if line.words[number][2] in _ANNOUNCES:
                return line.words[line.clause_start(number)[0]][0]
        return None

    def _roles(self) -> tuple[list[Mention], list[Mention]]:
        """Return the mentions of who does it and of whom it is done to."""
        line = self.line
        objects = [m for m in self.objects if not m.is_venue and not self._is_where(m)]
        if not self.group.passive:
            return self.subject, [m for m in objects if m not in self.subject]
        agents = [m for m in objects if self._after(m, "by")]
        if agents:
            last = agents[-1]
            agents += [
                m
                for m in objects
                if m.begin > last.end and line.text[last.end : m.begin].strip(", ") in {"and", ""}
            ]
        return agents, [*self.subject, *(m for m in objects if m not in agents and self._after(m, "with"))]

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

    def _has_what_it_needs(
        self, sense: VerbSense, agents: list[Mention], patients: list[Mention], told: Happening
    ) -> bool:
        place = any(m.place for m in self.line.passage.within(self.head[1], self.stop, actors=False))
        if self.group.passive:
            return bool(agents or patients or place or self.initiatives or self._dated() or sense.need == "")
        unnamed = bool(self.segment) and (bool(patients) or place)
        have = {
            "s": bool(self.subject) or unnamed,
            "o": bool(patients),
            "p": bool(patients) or place or self._names_object(),
        }
        have["d"] = bool(self.subject or patients) or place or self._dated()
        if not all(have[letter] for letter in sense.need):
            return False
        anchored = bool(self.subject or patients) or place or self._dated()
        is_clear = sense.after is not None and bool(self.segment)
        return anchored or is_clear or (told.plover or "").split("/")[0] in _ALONE_TELLING
