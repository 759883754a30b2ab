"""Happenings told by a verb: who did it, to whom, and whether it happened, will happen or did not."""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.events.frames import Frame, distinct
from geodb.sources.article.extract.events.other_acts import is_other_act
from geodb.sources.article.extract.events.verb_clause import VerbClause
from geodb.sources.article.extract.events.verb_group import is_besides, may_tell, verb_group
from geodb.sources.article.extract.events.verb_reach import LONGEST
from geodb.sources.article.extract.events.verb_words import NEAR_NOUN, PRONOUNS, SUBJECT_BEGINS
from geodb.sources.article.extract.initiative import Initiative
from geodb.sources.article.extract.language.happenings import Happening, VerbSense, verbs
from geodb.sources.article.extract.language.inflection import BOTH, PARTICIPLE, PAST
from geodb.sources.article.extract.language.line import Line
from geodb.sources.article.extract.language.small_words import (
    AGENTS,
    BE,
    BEFORE_NOUNS,
    HAVE,
    PREPOSITIONS,
    is_date,
)
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Mention
from geodb.sources.article.months import ENGLISH

_PLANNED_MEETINGS = listed("meeting|summit|visit|conference|negotiation_round|phone_call")
_ALONE_TELLING = listed("ASSAULT|PROTEST|COERCE")
_MEDIA = frozenset({"media"})
_NOTHING = "-"
_VISIT = "visit"
_THAT = "that"
_OWN = listed("it|they|he|she|its|their|his|her|the")
_WILL = listed("will|would")
_LONGEST_OWN = 7
_FAR_THAT = 11
"""How far the content of an announcement may stand: `announced in Riyadh on May 13, 2025, that he would …`."""
_SPOKEN = listed("speech|press_conference|interview|public_communication")
_COUNTED = frozenset({"displacement"})
_ANNOUNCES = listed("announced|declared|confirmed|decided|said|agreed|notified")
_DUE = re.compile(
    r"\b(?:(?:in|from|on)\s(?:(?:[A-Z]\w+\s)?(?:[0-9]{1,2}\s)?20[0-9]{2}\b|[0-9]{1,2}\s[A-Z][a-z]{2,8}\b|[A-Z][a-z]{2,8}\s[0-9]{1,2}(?:st|nd|rd|th)?\b)"
    rf"|in\s(?:early\s|late\s|mid-)?(?:{ENGLISH})\b|on\s(?:{'|'.join(day_name)})\b|next\s(?:week|month|year|spring|summer|autumn|winter)\b|tomorrow\b)"
)
_LONGEST_SUBJECT = 170
_SHORT = 20
_NOBODY = listed("not|no|nobody|none|neither")
_BUT_YES = listed(
    "sooner|until|only|longer|doubt|wonder|matter|less|fewer|least|that|because|surprise|by|in|for|since"
)
_NOW = frozenset({"is", "are"})
_NOTHING_DONE = listed("nothing|none|no|neither|nobody|little")
_LASTING = listed("for|of|recent|many|several|some|past|last|few|countless|long|these|over")
_SPANS = listed("weeks|months|years|decades|centuries|generations|hours")


def verb_frames(line: Line, cast: Cast, initiatives: list[Initiative]) -> Iterator[tuple[Frame, int]]:
    """Yield the happenings told by verbs, each with the word of the noun that it took in, or -1."""
    quoted = line.passage.quotes
    before: _Told | None = None
    for number, (start, _, word) in enumerate(line.words):
        forms = _forms_of(word)
        if not forms or (number and line.text[start].isupper()):
            continue  # *President Mohamed*, *the Storm*
        for form, senses in forms:
            group = verb_group(line, number, form) if may_tell(line, number, form) else None
            if group is None or (quoted and line.passage.in_quote(start)):
                continue
            if before and before.group.passive and form in _PARTICIPLES and line.follows_verb(group.first):
                group.passive = group.passive or group.first == number
            told = _Told(line, number, group, cast, initiatives, before)
            before = told
            if told.tells_of_noun or told.is_imagined or not (senses or told.is_by_somebody):
                continue
            if found := told.frame(senses) or _of_some_day(told, word, form, senses):
                yield found
                break


@lru_cache(maxsize=1 << 15)
def _forms_of(word: str) -> list[tuple[str, list[VerbSense]]]:
    """Return the forms and senses of a word that may be a verb: none if it may not, no sense if no table knows it."""
    return verbs().get(word) or ([(BOTH, [])] if is_other_act(word) else [])


_PARTICIPLES = frozenset({BOTH, PARTICIPLE})
_PASTS = frozenset({BOTH, PAST})
_ANY_ACT = VerbSense(
    Happening("policy_change", None, "actor", "recipient"), frozenset(), None,
    anywhere=False, in_object=False, actor=None, by_noun=False, status=None, need="st",
)  # fmt: skip
"""What is told by a verb that the table does not know: somebody did it on some day."""


def _of_some_day(told: _Told, word: str, form: str, senses: list[VerbSense]) -> tuple[Frame, int] | None:
    """Return what a verb tells of some day where it has not what its senses want: its widest kind."""
    if told.is_void or form not in _PASTS or not told.is_by_somebody:
        return None
    wide = next((each for each in senses if each.is_open and not each.by_noun), None)
    if wide is None and not is_other_act(word):
        return None
    return told.frame([replace(_ANY_ACT, happening=wide.happening) if wide else _ANY_ACT])


class _Told(VerbClause):
    """What a verb and the words around it tell."""

    def frame(self, senses: list[VerbSense]) -> tuple[Frame, int] | None:
        """Return the frame of the first sense that fits, and the noun that it takes in."""
        self._find_reduced()
        named = self.subject if self.group.passive else self.objects
        kinds = frozenset(
            self.cast.actors[m.actors[0]].kind for m in named if m.actors[0] in self.cast.actors
        )
        told_of = self._complement(kinds)
        for sense in senses:
            if sense.subject is not None and sense.subject.search(self.segment) is None:
                continue
            if not sense.fits(told_of) and not (self.group.passive and self._subject_fits(sense)):
                continue
            if sense.happening.kind == _NOTHING:
                self.is_void = True
                return None
            noun, told = self._noun() if sense.by_noun else (-1, sense)
            if sense.status and 0 <= noun < self.clause:
                return None  # *the truce that X announced took hold*
            if told is not None and (framed := self._framed(sense, told.happening, noun)):
                return framed
        return None

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
        if self.is_joined and not (self._dated or patients):
            return None
        if sense.is_open and self._antecedent >= 0 and not self._dated:
            return None  # *the measures that X had imposed on Y*
        if is_besides(self.line, self.number) and (sense.is_open and not self._dated):
            return None
        if told.kind == "public_communication" and (
            not self.line.is_finite(self.number) or (self.group.passive and not agents)
        ):
            return None
        if self.group.passive and self.line.words[self.group.first][2] in _NOW and not self._dated:
            return None  # *if, as planned, the road is completed*
        nothing = self._does_nothing
        if (nothing and not (agents and self._has_not_done)) or (
            not (self._dated or sense.status) and self._is_background(noun, sense)
        ):
            return None
        kind, status = told.kind, sense.status or self.group.status
        if kind == "announcement" and sense.after is not None and _THAT in sense.after.pattern:
            end = self._what_it_will_do()
            if end is None:
                return None
            self.stop = end
        elif kind == "announcement" and (end := self._what_it_will_do()):
            self.stop = max(self.stop, end)
        if nothing or (status == "occurred" and self._is_of_nobody):
            status = "did_not_occur"
        if status == "due" and self.line.passage.opening:
            status = "occurred"
        elif status == "due":
            if _DUE.search(self.line.text, self.head[1], self.stop) is None or not (
                roles or self._has_agent()
            ):
                return None
            status = "planned"
        elif status == "did_not_occur" and not (roles or self._dated or self._has_agent()):
            return None
        elif status == "planned":
            scheduled = self.group.is_scheduled and (bool(roles) or self._dated)
            if kind not in _PLANNED_MEETINGS and not scheduled and (
                self.group.is_wish or not (roles and self._dated)
            ):  # fmt: skip
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
            if self.group.passive:
                return None
            status = "occurred"
        frame = Frame(
            kind, told.plover, self._begin(), self.stop, self.head, "event.verb", 75, distinct(roles), status
        )
        if self.group.passive:
            frame.rule = "event.passive"
        frame.until = self.reach
        frame.subject = [(key, "") for m in agents for key in m.actors]
        frame.launches = list(self.initiatives)
        return frame, noun

    def _what_it_will_do(self) -> int | None:
        """Return where `that it would leave the bloc` ends after the verb: an act of who announces it."""
        line, words = self.line, self.line.words
        near = range(self.number + 1, min(self.number + _FAR_THAT, len(words) - 2))
        that = next((at for at in near if words[at][2] == _THAT), -1)
        announces = words[self.number][2].startswith("announc")
        if that < 0 or not (announces or words[that + 1][2] in _OWN):
            return None
        reach = _FAR_THAT if announces else _LONGEST_OWN
        for at in range(that + 2, min(that + reach, len(words) - 1)):
            if words[at][2] in _WILL or (words[at][2] in BE and words[at + 1][2].endswith("ing")):
                return line.complement_end(at + 1)
        return None

    def _by_agent(self) -> bool:
        """Whether it was done *by a policeman*, *by troops*: somebody without a name."""
        words = [
            word
            for start, _, word in self.line.words[self.number + 1 : self.number + NEAR_NOUN]
            if start < self.stop
        ]
        return "by" in words and not AGENTS.isdisjoint(words[words.index("by") :])

    def _is_background(self, noun: int, sense: VerbSense) -> bool:
        """Whether a verb without a day tells what lasts, or only says of whom or of which happening one speaks."""
        words = self.line.words
        before = words[self.number - 1][2] if self.number else ""
        if (self.group.status == "ongoing" and before == "been") or (
            self.mode == "relative"
            and not self.group.passive
            and not (sense.happening.kind == _VISIT and self._names_object())
        ):
            return True
        if noun > 0 and words[noun - 1][2] == "the":
            return True  # *hosted the meeting*
        here = [
            word for start, _, word in words[self.number + 1 : self.number + LONGEST] if start < self.stop
        ]
        return any(word in _SPANS and before in _LASTING for before, word in pairwise(["", *here]))

    @property
    def _is_act_of_somebody(self) -> bool:
        """Whether somebody named stands right before a verb that tells in the past what was done, with no aside."""
        line, last = self.line, self.group.first - 1
        if last < 0 or self.mode == "relative" or self.group.passive or self.group.status != "occurred":
            return False
        named = line.ends.get(line.words[last][1])
        if named is not None and named.actors and named in self.subject:
            return True
        return line.words[last][2] in AGENTS or (
            self.is_parted and any(line.text.startswith(", ", m.end) for m in self.subject)
        )

    @property
    def _is_of_nobody(self) -> bool:
        """Whether the subject is nobody or nothing: `Not a single shell was fired`, `No state has joined`."""
        first, second = (self.line.words[min(at, self.number)][2] for at in (self.clause, self.clause + 1))
        return first in _NOBODY and second not in _BUT_YES

    @property
    def _has_not_done(self) -> bool:
        """Whether what has nothing for an object tells an act left undone: `has imposed no sanctions`."""
        words = self.line.words
        no = self.number + 1 < len(words) and words[self.number + 1][2] == "no"
        return no and not HAVE.isdisjoint(word for _, _, word in words[self.group.first : self.number])

    @property
    def _does_nothing(self) -> bool:
        """Whether the verb has nothing for an object: `imported no coal`."""
        after = self.line.words[self.number + 1 : self.number + 2]
        return bool(after) and after[0][0] < self.stop and after[0][2] in _NOTHING_DONE

    def _names_object(self) -> bool:
        """Whether a capital follows the verb: the name of somebody or some place that is not known."""
        return (
            re.match(
                r"\s(?:(?:to|in|at|for|into)\s)?(?:the\s)?[A-Z]", self.line.text[self.head[1] : self.stop]
            )
            is not None
        )

    def _begin(self) -> int:
        if self.group.passive and not self.segment:
            near = [one for one in self.near_initiatives if 0 <= self.begin - one.end <= 3]
            if near:
                return near[0].start
            if self.aside_of >= 0:
                return self.line.words[self.aside_of][0]
        if self.mode == "relative" or not self.segment:
            return self.line.words[self.group.first][0]
        if announced := self._announced():
            return announced
        if self._antecedent >= 0:
            return self.line.words[self._antecedent][0]
        said = self.stop - self.line.words[self.group.first][0]
        if self.aside >= 0 and self.is_parted and not self.initiatives and 2 * said < self.stop - self.begin:
            return self.line.words[self.group.first][0]
        if self.begin == self.line.words[self.opening][0] and len(self.segment) > 2 * said and said > _SHORT:
            return self.line.words[self.group.first][0]
        if self.head[0] - self.begin > _LONGEST_SUBJECT and self.subject:
            return self.subject[0].begin
        start = self._after_setting() or self.begin
        if any(is_date(self.line.words, at) for at in range(self.opening, self.clause)):
            start = self.line.words[self.opening][0]
        while start > self.line.start and self.line.text[start - 1] in '“"„«‘':
            start -= 1
        return start

    def _after_setting(self) -> int | None:
        """Return where the subject begins after a setting without a day: `On the battlefield the front …`."""
        words, first = self.line.words, self.clause
        if words[first][2] not in PREPOSITIONS or self._dated:
            return None
        for at in range(first + 2, self.group.first - 1):
            if words[at][2] in SUBJECT_BEGINS and words[at - 1][2] not in BEFORE_NOUNS:
                return words[at][0]
        return None

    def _announced(self) -> int | None:
        """Return where `X announced that they …` begins, if the clause is such a one."""
        line, that = self.line, self.clause - 1
        if that < 1 or line.words[that][2] != "that" or self.segment.lower() not in PRONOUNS:
            return None
        for number in range(that - 1, max(that - 9, -1), -1):
            if line.words[number][2] in _ANNOUNCES:
                return line.words[line.clause_start(number)[0]][0]
        return None

    def _has_what_it_needs(
        self, sense: VerbSense, agents: list[Mention], patients: list[Mention], told: Happening
    ) -> bool:
        place = any(m.place for m in self.line.within(self.head[1], self.stop, actors=False))
        if self.group.passive:
            dated = self._dated or (told.kind in _COUNTED and bool(self.segment))
            if "a" in sense.need:
                return False
            somebody = agents or patients or self.initiatives or self._by_agent()
            violent = (told.plover or "").split("/")[0] in _ALONE_TELLING and bool(self.segment)
            return bool(somebody or dated or violent or (place and self._numbered())) and (
                dated or "t" not in sense.need
            )
        dated = self._dated
        numbered = dated or self._numbered()
        missing = self.group.status == "did_not_occur" and self._has_agent()
        unnamed = bool(self.segment or self.goes_on) and (
            bool(patients) or place or missing or (dated and (not sense.is_open or self._has_agent()))
        )
        have = {
            "s": bool(self.subject) or unnamed or (not sense.is_open and self._has_agent(definite=True)),
            "n": bool(self.subject) or self._has_agent(),
            "t": dated or (not (sense.is_open or told.kind in _SPOKEN) and self._is_act_of_somebody),
            "o": bool(patients),
            "p": bool(patients) or place or self._names_object(),
        }
        anchored = have["d"] = bool(self.subject or patients) or place or numbered
        have["a"] = True
        if not all(have[letter] for letter in sense.need):
            return False
        is_clear = (not sense.is_open and bool(self.segment or self.goes_on)) or missing
        return anchored or is_clear or (told.plover or "").split("/")[0] in _ALONE_TELLING
