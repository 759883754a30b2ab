"""Happenings told by a verb: who did it, to whom, and whether it happened, will happen or did not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.frames import Frame, distinct
from geodb.sources.article.extract.happenings import Complement, Happening, NounSense, VerbSense, nouns, verbs
from geodb.sources.article.extract.inflection import BOTH, PARTICIPLE, PAST
from geodb.sources.article.extract.initiative import Initiative
from geodb.sources.article.extract.line import Line
from geodb.sources.article.extract.other_acts import is_other_act
from geodb.sources.article.extract.page import Mention
from geodb.sources.article.extract.small_words import AGENTS, OPENERS, SUBORDINATORS, is_date
from geodb.sources.article.extract.verb_group import Group, may_tell, verb_group
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
_LONGEST = 34
_LONGEST_OPENING = 40
_SHORT = 20
_LAPSES = listed(
    "hours|days|weeks|months|years|minutes|shortly|soon|just|immediately|right|day|week|month|year|two|three|four|five|six"
    "|seven|ten|a|only|barely|hour|few|several|long|even|and"
)
_BY_BODY_OF = re.compile(r"\bby\s(?:the\s|an?\s)?(?:[\w’-]+\s){1,3}of\s(?:the\s)?$")
_NOTHING_DONE = listed("nothing|none|no|neither|nobody|little")
_SPANS = listed("weeks|months|years|decades|centuries|generations|hours")
_BEFORE_NOUNS = listed(
    "of|by|with|from|the|a|an|its|their|his|her|for|to|in|on|at|and|more|most|was|were|is|are|be|been"
)
_NEXT = listed("but|then|while")
_BOTH_SIDES = 2
_AT_ANOTHER = listed("during|following|after|before|at|amid")
_NEAR_OBJECT = 6
_DETERMINERS = listed("a|an|the|its|their|his|her|this|two|three|several")
_AFTER_OBJECT = listed(
    "in|at|on|after|before|during|for|with|by|to|from|over|near|under|as|against|into|since|until|between|about|amid"
)


def verb_frames(line: Line, cast: Cast, initiatives: list[Initiative]) -> Iterator[tuple[Frame, int]]:
    """Yield the happenings told by verbs, each with the word of the noun that it took in, or -1."""
    known = verbs()
    last_subject: list[Mention] = []
    was_passive = False
    for number, (start, _, word) in enumerate(line.words):
        forms = known.get(word)
        if forms is None and word[-2:] == "ed" and is_other_act(word):
            forms = _OTHERS
        if forms is None or line.passage.in_quote(start):
            continue
        for form, senses in forms:
            group = verb_group(line, number, form) if may_tell(line, number, form) else None
            if group is None:
                continue
            if (
                was_passive
                and form in {BOTH, PARTICIPLE}
                and group.first == number
                and line.follows_verb(number)
            ):
                group.passive = True
            told = _Told(line, number, group, cast, initiatives, last_subject)
            was_passive = group.passive
            if (
                told.tells_of_noun
                or told.is_imagined
                or (senses is _OTHERS[0][1] and not told.is_by_somebody)
            ):
                continue
            last_subject = told.subject or last_subject
            found = told.frame(senses)
            if found is None and form in _PASTS and told.is_by_somebody:
                wider = _dated_sense(word, senses)
                found = told.frame([wider]) if wider else None
            if found:
                yield found
                break


_OTHERS = [
    (BOTH, [VerbSense(Happening("policy_change", None, "actor", "recipient"), frozenset(), None, anywhere=False, in_object=False,
                      actor=None, by_noun=False, status=None, need="st")])
]  # fmt: skip
"""What is told by a verb that the table does not know: somebody did it on some day."""


_PASTS = frozenset({BOTH, PAST})


def _dated_sense(word: str, senses: list[VerbSense]) -> VerbSense | None:
    """Return what a known verb tells of some day, where it has not what its senses want: its widest kind."""
    wide = next((each for each in senses if each.is_open and not each.by_noun), None)
    if wide:
        return replace(_OTHERS[0][1][0], happening=wide.happening)
    return _OTHERS[0][1][0] if is_other_act(word) else None


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
        self.opening = self._opening()
        self.head = line.words[number][:2]
        self.stop = line.complement_end(number)
        self.stop = self._with_relative(self.stop)
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
        self.subject = self._subject(before)
        named = [one for one in initiatives if one.no == line.passage.no]
        self.objects = [
            m
            for m in line.actors(self.head[1], self.stop)
            if not any(one.start <= m.start and m.end <= one.end for one in named)
        ]

    def _with_relative(self, stop: int) -> int:
        """Return where a clause ends that belongs to the object: `passed a law that bans foreign donations`."""
        line = self.line
        at = next((k for k in range(self.number + 2, len(line.words)) if line.words[k][0] > stop), 0)
        if (
            not at
            or line.words[at][2] != "that"
            or line.gap(at - 1) != " "
            or not line.has_finite(at + 1, at + 2)
        ):
            return stop
        end = line.complement_end(at + 1)
        return end if end - stop < stop - self.begin else stop

    def _without_lapse(self, at: int) -> int:
        """Return the last word before `hours after`, `just two days before`."""
        words = self.line.words
        while at > self.number and (words[at][2] in _LAPSES or words[at][2].isdigit()):
            at -= 1
        return at

    def _reach(self) -> int:
        """Return where the words end that may date the verb, past an insertion: `sank two ships, A and B, in July`."""
        words, line, passed = self.line.words, self.line, False
        for at in range(self.number + 1, min(len(words), self.number + _LONGEST)):
            if words[at][0] < self.stop:
                continue
            gap = line.gap(at - 1)
            if (
                not set(gap) <= {" ", ","}
                or words[at][2] in SUBORDINATORS
                or words[at][2] in _NEXT
                or line.is_finite(at)
            ):
                break
            passed = passed or ("," in gap and words[at - 1][0] > self.stop)
            if passed and is_date(words, at):
                return words[at][1]
        return self.stop

    def _before_another(self, stop: int) -> int:
        """Return where the complement ends if another happening with its day follows: `after the attack of 3 May`."""
        words = self.line.words
        for at in range(self.number + 2, len(words) - 2):
            start, _, word = words[at]
            if start >= stop:
                break
            if word in _AT_ANOTHER and any(
                words[k][2] in nouns() for k in range(at + 2, min(at + 6, len(words)))
            ):
                end = next(
                    (k for k in range(at + 3, len(words)) if words[k][0] < stop and is_date(words, k)), 0
                )
                return words[self._without_lapse(at - 1)][1] if end else stop
        return stop

    def _opening(self) -> int:
        """Return the word where those begin that open the sentence before the clause: `On 12 July 2016, a court …`."""
        line, begin = self.line, self.begin
        near = line.text[begin - 2 : begin] == ", " and begin - line.start <= _LONGEST_OPENING
        return 0 if near and line.words[0][2] in OPENERS else self.clause

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
            if self.clause <= 1 and self.is_joined:
                return self._after_comma()
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
        if not relative or before < 0 or self._antecedent >= 0:
            return False
        start, end, word = self.line.words[before]
        return any(sense.fits(self.line.text, start, end) for sense in nouns().get(word, ()))

    def _last_person(self) -> list[Mention]:
        """Return whom `he` or `she` means: the person named last before this sentence."""
        line = self.line
        near = line.passage.within(max(0, line.start - _REACH_OF_PRONOUN), line.start)
        return [m for m in near if self.cast.actors[m.actors[0]].kind == "person"][-1:]

    @property
    def is_joined(self) -> bool:
        """Whether it is `after signing …`: told of the subject of its sentence."""
        words = self.line.words
        return self.number == self.group.first and words[self.number][2][-3:] == "ing"

    @property
    def is_imagined(self) -> bool:
        """Whether it stands in a condition: `if X attacked Y`, `once Z has signed`."""
        return self.clause > 0 and self.line.words[self.clause - 1][2] in _CONDITIONS

    def _after_comma(self) -> list[Mention]:
        """Return whose clause follows: `After meeting X, Y flew home`."""
        comma = self.line.text.find(", ", self.stop, self.line.end)
        after = self.line.passage.within(comma + 1, self.line.end) if comma > 0 else []
        return [mention for mention in after if mention.begin <= comma + 6][:1]

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
        told_of = self._complement(kinds)
        for sense in senses:
            if sense.subject is not None and sense.subject.search(self.segment) is None:
                continue
            if not sense.fits(told_of) and not (self.group.passive and self._subject_fits(sense)):
                continue
            if sense.happening.kind == _NOTHING:
                return None
            noun, told = self._noun() if sense.by_noun else (-1, sense)
            if told is not None and (framed := self._framed(sense, told.happening, noun)):
                return framed
        return None

    def _find_reduced(self) -> None:
        """Find a participle after its noun, as in `the agreement signed on Monday`: it is passive."""
        line, group = self.line, self.group
        if group.passive or group.first != self.number or self.number + 1 >= len(line.words):
            return
        following = line.words[self.number + 1][2]
        if not self.segment and following in _AFTER_OBJECT and self.number and (
            line.gap(self.number - 1) == ", " and line.words[self.number - 1][1] in line.ends
        ):  # fmt: skip
            group.passive = line.text[self.stop : self.stop + 2] == ", "
            self.subject = [line.ends[line.words[self.number - 1][1]]] if group.passive else self.subject
            self.subject = [mention for mention in self.subject if mention.actors]
            return
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
        if group.passive:
            self._end_before_main_verb()

    def _end_before_main_verb(self) -> None:
        """End what belongs to a participle before the verb of its sentence: `a truce agreed in May spared the port`."""
        words = self.line.words
        for at in range(self.number + 2, len(words)):
            if words[at][0] >= self.stop:
                return
            if self.line.is_finite(at) and words[at - 1][2] not in _BEFORE_NOUNS:
                self.stop = self.reach = words[at - 1][1]
                return

    def _complement(self, kinds: frozenset[str]) -> Complement:
        """Return what follows the verb, with the words of its object: those before a preposition."""
        words = [
            word
            for start, _, word in self.line.words[self.number + 1 : self.number + _LONGEST]
            if start < self.stop
        ]
        first = next((at for at, word in enumerate(words) if word in _AFTER_OBJECT), len(words))
        if not first and self._antecedent >= 0:
            words = [word for _, _, word in self.line.words[self._antecedent : self.clause - 1]]
            first = len(words)
        if self.group.passive and not self.segment:
            words += [
                word for _, _, word in self.line.words[max(0, self.number - _NEAR_OBJECT) : self.number]
            ]
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
        for number in range(self.number + 1, min(self.number + _NEAR_NOUN, len(line.words))):
            start, end, word = line.words[number]
            if start >= self.stop or line.gap(number - 1).strip() or word in _AT_ANOTHER:
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
        if self.is_joined and not (self._dated or patients):
            return None
        if told.kind == "public_communication" and not self.line.is_finite(self.number):
            return None
        if not (self._dated or sense.status) and self._is_background(noun):
            return None
        kind, status = told.kind, sense.status or self.group.status
        if status == "due":
            if _DUE.search(self.line.text, self.head[1], self.stop) is None or not roles:
                return None
            status = "planned"
        elif status == "did_not_occur" and len(roles) < _BOTH_SIDES and not self._dated:
            return None
        elif status == "planned":
            if kind not in _PLANNED_MEETINGS and (self.group.is_wish or not (roles and self._dated)):
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
        frame.until = self.reach
        frame.subject = [(key, "") for m in agents for key in m.actors]
        frame.launches = list(self.initiatives)
        return frame, noun

    def _by_agent(self) -> bool:
        """Whether it was done *by a policeman*, *by troops*: somebody without a name."""
        words = [
            word
            for start, _, word in self.line.words[self.number + 1 : self.number + _NEAR_NOUN]
            if start < self.stop
        ]
        return "by" in words and not AGENTS.isdisjoint(words[words.index("by") :])

    def _is_background(self, noun: int) -> bool:
        """Whether a verb without a day tells what lasts, or only says of whom or of which happening one speaks."""
        words = self.line.words
        before = words[self.number - 1][2] if self.number else ""
        if (self.group.status == "ongoing" and before == "been") or (
            self.mode == "relative" and not self.group.passive
        ):
            return True
        if noun > 0 and words[noun - 1][2] == "the":
            return True  # *hosted the meeting*
        here = [
            word for start, _, word in words[self.number + 1 : self.number + _LONGEST] if start < self.stop
        ]
        return bool(here) and (here[0] in _NOTHING_DONE or not _SPANS.isdisjoint(here))

    def _names_object(self) -> bool:
        """Whether a capital follows the verb: the name of somebody or some place that is not known."""
        return (
            re.match(
                r"\s(?:(?:to|in|at|for|into)\s)?(?:the\s)?[A-Z]", self.line.text[self.head[1] : self.stop]
            )
            is not None
        )

    @cached_property
    def _dated(self) -> bool:
        """Whether a day, a month or a year stands in the clause, or in the words that open the sentence."""
        words = self.line.words
        return any(is_date(words, at) for at in range(self.opening, len(words)) if words[at][0] < self.reach)

    def _numbered(self) -> bool:
        return any(char.isdigit() for char in self.line.text[self.begin : self.stop])

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
        return line.words[last][2] in AGENTS or line.words[last][2] in _PRONOUNS

    @cached_property
    def _antecedent(self) -> int:
        """Return the word where what the verb is about begins, in `the opinion that the court issued`; -1 if none."""
        line, relative = self.line, self.clause - 1
        if relative < 2 or line.words[relative][2] not in {"that", "which"} or (self.number + 1 < len(line.words) and (
            line.words[self.number + 1][2] not in _AFTER_OBJECT and line.words[self.number + 1][0] < self.stop
        )):  # fmt: skip
            return -1
        for at in range(relative - 1, max(relative - 7, -1), -1):
            if line.words[at][2] in _DETERMINERS:
                return at
            if "," in line.gap(at) and at < relative - 1:
                return -1
        return -1

    def _has_agent(self) -> bool:
        """Whether the subject is somebody by its noun: `the court`, `protesters`, `lawmakers of both parties`."""
        return any(word in AGENTS for _, _, word in self.line.words[self.clause : self.group.first])

    def _begin(self) -> int:
        if self.group.passive and not self.segment:
            near = [one for one in self.near_initiatives if 0 <= self.begin - one.end <= 3]
            if near:
                return near[0].start
        if self.mode == "relative" or not self.segment:
            return self.line.words[self.group.first][0]
        if announced := self._announced():
            return announced
        if self._antecedent >= 0:
            return self.line.words[self._antecedent][0]
        said = self.stop - self.line.words[self.group.first][0]
        if (
            self.line.gap(self.group.first - 1).startswith(",")
            and not self.initiatives
            and 2 * said < self.stop - self.begin
        ):
            return self.line.words[self.group.first][0]
        if self.begin == self.line.words[self.opening][0] and len(self.segment) > 2 * said and said > _SHORT:
            return self.line.words[self.group.first][0]
        if self.head[0] - self.begin > _LONGEST_SUBJECT and self.subject:
            return self.subject[0].begin
        start = self.begin
        if any(is_date(self.line.words, at) for at in range(self.opening, self.clause)):
            start = self.line.words[self.opening][0]
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
        agents = [m for m in objects if self._after(m, "by") or self._is_doer(m)]
        if agents:
            last = agents[-1]
            agents += [
                m
                for m in objects
                if m.begin > last.end and line.text[last.end : m.begin].strip(", ") in {"and", ""}
            ]
        return agents, [*self.subject, *(m for m in objects if m not in agents and self._after(m, "with"))]

    def _is_doer(self, mention: Mention) -> bool:
        """Whether a mention names whose body did it: `adopted by the cabinet of X`."""
        return _BY_BODY_OF.search(self.line.text, self.head[1], mention.begin) is not None

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
            dated = self._dated
            if "a" in sense.need:
                return False
            somebody = agents or patients or self.initiatives or self._by_agent()
            violent = (told.plover or "").split("/")[0] in _ALONE_TELLING and bool(self.segment)
            return bool(somebody or dated or violent or (place and self._numbered())) and (
                dated or "t" not in sense.need
            )
        dated = self._dated
        numbered = dated or self._numbered()
        unnamed = bool(self.segment) and (
            bool(patients) or place or (dated and (not sense.is_open or self._has_agent()))
        )
        have = {
            "s": bool(self.subject) or unnamed,
            "t": dated,
            "o": bool(patients),
            "p": bool(patients) or place or self._names_object(),
        }
        anchored = have["d"] = bool(self.subject or patients) or place or numbered
        have["a"] = True
        if not all(have[letter] for letter in sense.need):
            return False
        is_clear = not sense.is_open and bool(self.segment)
        return anchored or is_clear or (told.plover or "").split("/")[0] in _ALONE_TELLING
