"""Happenings told by a noun: `a phone conversation with X on …`, `X’s visit to Y`, `the war in Z`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.frames import Frame, distinct
from geodb.sources.article.extract.happenings import NounSense, nouns, verbs
from geodb.sources.article.extract.inflection import BOTH, PAST
from geodb.sources.article.extract.line import AUXILIARIES, SUBORDINATORS, Line
from geodb.sources.article.extract.page import Mention
from geodb.sources.article.extract.words import EVENT_HEADS, listed

_DETERMINERS = listed(
    "a|an|the|his|her|their|its|this|that|these|those|another|several|two|three|each|any|no|our"
)
_STOPS = (
    listed(
        "in|on|at|of|to|for|with|by|from|about|over|under|against|between|among|during|following|despite|amid|into"
        "|within|toward|towards|through|upon|like|via|and|or|not|it|they|he|she|we|who|also|there|without|ahead"
        "|regarding|such|including|per|amidst|initiate|launch|launched|held|hold|hosted|end|ending|continue|avoid"
    )
    | AUXILIARIES
    | SUBORDINATORS
)
_CHAIN = listed(
    "in|on|at|of|with|by|from|between|among|against|near|over|for|to|into|inside|outside|during|around|as|across|under"
)
_PARTICIPLES = listed(
    "held|hosted|scheduled|planned|signed|taking|between|launched|carried|conducted|convened|organized|organised"
)
_POSSIBLE = listed(
    "possible|planned|upcoming|future|proposed|potential|scheduled|expected|next|prospective|eventual"
)
_UNTOLD = re.compile(
    r"\b(?:if|unless|would|could|may|might|should|(?:risk|threat|possibility|likelihood|prospect|fear|fears|danger|prevent|deter)\w*"
    r"(?:\sof|\sthat)?|against|case\sof|event\sof|avoid|potential|any|no|without|another|future|further|new)\b[^,;]*$",
    re.IGNORECASE,
)
_OCCURS = re.compile(
    r"(?:,?\s(?:that|which))?\s(?:(?P<will>will|would|(?:is|are)\s(?:set|scheduled|expected|due|planned)\sto|(?:is|are)\sto)\s(?:take\splace|be\sheld|be\sconvened|happen|begin|start|resume)"
    r"|(?P<not>did\snot\stake\splace|never\stook\splace|was\snot\sheld|were\snot\sheld|did\snot\shappen)"
    r"|(?P<off>(?:was|were|has\sbeen|have\sbeen)\s(?:cancelled|canceled|called\soff))"
    r"|(?P<later>(?:was|were|has\sbeen|have\sbeen)\s(?:postponed|delayed|put\soff))"
    r"|(?:(?:has|have|had)\s)?(?:taken\splace|took\splace|broke(?:n)?\sout|broke(?:n)?\sdown|erupted|began|begun|started|ended|collapsed|stalled|resumed"
    r"|came\sinto\s(?:force|effect)|entered\sinto\sforce|took\seffect|held|struck|hit|swept|shook|rocked|failed|followed|concluded|killed|left|claimed|lasted|spread)"
    r"|(?:was|were|is\sbeing|are\sbeing|has\sbeen|have\sbeen|had\sbeen)\s(?:also\s)?(?:held|convened|launched|opened|staged|carried\sout|declared|announced|conducted|organi[sz]ed))\b"
)
_QUOTED_AS = re.compile(r"\sas\s(?:an?\s)?[“\"„«][^”\"“»]{2,60}[”\"“»]")
_COULD = re.compile(r"\s(?:could|would|might|may|can|cannot|should)\b")
_LONGEST_LEFT = 7
_ATTENDED = listed("interview|press_conference|phone_call|meeting|summit|visit|negotiation_round|conference")
_SPOKEN = listed("interview|press_conference|phone_call")
_NAMED = listed("name|short|group|acronym|metonym")
_BEFORE = 90
_WITH_INNER = listed(
    "war|process|summit|meeting|negotiation_round|planned_meeting|battle|exercise|phone_call"
)
_SURE = listed("phone_call|summit|meeting|war|process|diplomatic_initiative")
_BARE = {"war", "conflict", "attack", "attacks", "talks", "meeting", "strike", "strikes", "hostilities"}


def noun_frames(line: Line, taken: set[int]) -> Iterator[Frame]:
    """Yield happenings told by a noun, but for the nouns at words that a verb took in."""
    known = nouns()
    for number, (start, end, word) in enumerate(line.words):
        senses = known.get(word)
        if senses is None or number in taken or line.passage.in_quote(start):
            continue
        if number + 1 < len(line.words) and _is_compound(line, number):
            continue
        sense = next((each for each in senses if each.fits(line.text, start, end)), None)
        if sense is not None and (frame := _Noun(line, number, sense).frame()):
            yield frame


def _is_compound(line: Line, number: int) -> bool:
    """Whether the noun only describes the next one: `war crimes`, `election campaign`, or is part of a name."""
    following = line.words[number + 1]
    if line.gap(number) not in {" ", "-"} or line.gap(number) == "-":
        return line.gap(number) == "-"
    capitals = line.text[line.words[number][0]].isupper() and line.text[following[0]].isupper()
    mention = line.begins.get(following[0])
    if capitals and mention is None:
        return True
    word = following[2]
    plain = word not in _STOPS and word not in _CHAIN and mention is None and word.isalpha()
    return plain and not word.endswith(("ed", "ly")) and word not in verbs() and line.text[following[0]].islower() and not (
        word in nouns() or line.is_finite(number + 1) or word.endswith("ing") or word in _PARTICIPLES or word in _AFTER
    )  # fmt: skip


_AFTER = listed(
    "last|this|next|today|yesterday|early|late|earlier|later|two|three|days|took|take|broke|began|came|went|left|ago|further"
    "|now|then|still|goes|remains|continues|alone|there|here|itself|against|because|only|even|become|makes|meant|led|means|came|saw"
    "|have|must|lasts|lie|lies|shows|show|comes|come"
)


class _Noun:
    """A noun of a happening with the words around it."""

    def __init__(self, line: Line, number: int, sense: NounSense) -> None:
        self.line, self.number, self.sense = line, number, sense
        self.head = line.words[number][:2]
        self.first = self._first()
        self.begin = line.words[self.first][0]
        self.end = self._end()

    def _first(self) -> int:
        """Return the word that the noun phrase begins with."""
        line, at = self.line, self.number
        while at > 0 and self.number - at < _LONGEST_LEFT:
            start, end, word = line.words[at - 1]
            gap = line.gap(at - 1)
            if (
                gap.strip(" -–’'")
                or word in _STOPS
                or (end in line.ends and line.begins.get(line.words[at][0]))
            ):
                break
            if word in _DETERMINERS:
                return at - 1
            if self._is_verb(at - 1):
                break
            at -= 1
            if word.endswith(("’s", "'s", "s’")) or line.text[end : end + 1] in {"’", "'"}:
                mention = next(
                    (m for e, m in line.ends.items() if e <= end <= e + 2 and m.begin <= start), None
                )
                if mention:
                    while at > 0 and line.words[at][0] > mention.begin:
                        at -= 1
                return at - 1 if at > 0 and line.words[at - 1][2] in {"the", "a"} else at
        return at

    def _is_verb(self, number: int) -> bool:
        """Whether a word before the noun is a verb rather than an adjective."""
        word = self.line.words[number][2]
        forms = verbs().get(word)
        if self.line.text[self.line.words[number][0]].isupper():
            return False
        if forms and any(form in {BOTH, PAST} for form, _ in forms):
            return True
        return (
            word.endswith("ed") and number > 0 and self.line.words[number - 1][2] not in _DETERMINERS
        ) or (word.endswith("ing") and self.line.words[number - 1][2] not in _DETERMINERS)

    def _end(self) -> int:
        """Return where the phrases after the noun end: `with X in Y on 3 May`."""
        line, at = self.line, self.number
        stop = line.complement_end(self.number)
        while at + 1 < len(line.words) and line.words[at + 1][0] < stop:
            word = line.words[at + 1][2]
            if at == self.number and not (word in _CHAIN or word in _PARTICIPLES or self._is_when(at + 1)):
                break
            if (
                at > self.number
                and (
                    (line.is_finite(at + 1) and word not in _PARTICIPLES)
                    or word in {"has", "to", "that", "as"}
                )
                and not (word == "to" and self._name_follows(at + 2))
            ):
                break
            if word == "to" and at == self.number and not self._name_follows(at + 2):
                break
            if at > self.number and self._breaks_after_name(at + 1):
                break
            at += 1
        end = line.words[at][1]
        if line.text[end : end + 1] in {"”", "»"}:
            return end + 1
        quoted = _QUOTED_AS.match(line.text, end) or _QUOTED_AS.match(line.text, self._before_as(end))
        return quoted.end() if quoted else end

    def _before_as(self, end: int) -> int:
        at = self.line.text.rfind(" as ", self.head[1], end)
        return at if at > 0 else end

    def _name_follows(self, at: int) -> bool:
        return any(
            self.line.words[k][0] in self.line.begins for k in range(at, min(at + 2, len(self.line.words)))
        )

    def _breaks_after_name(self, at: int) -> bool:
        """Whether a small word after a name begins what no longer belongs to the noun, such as an unknown verb."""
        line = self.line
        start, _, word = line.words[at]
        mention = line.ends.get(line.words[at - 1][1])
        if (
            mention is None
            or mention.how == "adjective"
            or line.text[start].isupper()
            or start in line.begins
        ):
            return False
        return (
            word not in _CHAIN
            and word not in {"and", "the"}
            and not self._is_when(at)
            and word not in _PARTICIPLES
        )

    def _is_when(self, at: int) -> bool:
        return self.line.words[at][2] in {
            "last",
            "this",
            "earlier",
            "next",
            "since",
            "yesterday",
            "today",
        } or (self.line.text[self.line.words[at][0]].isdigit())

    def frame(self) -> Frame | None:
        """Return the frame of the noun, or None if nothing is told by it."""
        line, sense = self.line, self.sense
        told = sense.happening
        before = line.text[max(line.start, self.begin - 50) : self.head[0]]
        if sense.told and _UNTOLD.search(before):
            return None
        frame = Frame(told.kind, told.plover, self.begin, self.end, self.head, "event.noun", 65)
        if sense.ongoing:
            frame.status = "ongoing"
        inner = [line.words[k][2] for k in range(self.first, self.number)]
        if _POSSIBLE.intersection(inner):
            frame.status = "planned"
        self._occurrence(frame)
        frame.participants = distinct(self._roles(frame.kind))
        frame.definite = frame.end == self.head[1] and (
            not inner or inner[0] in {"the", "this", "these", "that", "those"}
        )
        if frame.status != "planned" and inner[:1] != ["the"] and _COULD.match(line.text, self.end):
            return None
        frame.weak = told.kind not in _SURE
        if self._is_bare(frame, inner):
            return None
        frame.label = self._name()
        return frame

    def _occurrence(self, frame: Frame) -> None:
        """Take in `… took place in X`, `… was cancelled`, and what that says of the happening."""
        found = _OCCURS.match(self.line.text, self.end)
        if found is None:
            return
        last = max(k for k in range(len(self.line.words)) if self.line.words[k][1] <= found.end())
        frame.end = max(found.end(), self.line.complement_end(last))
        for name, status in (
            ("will", "planned"),
            ("not", "did_not_occur"),
            ("off", "cancelled"),
            ("later", "postponed"),
        ):
            if found[name]:
                frame.status = status

    def _is_bare(self, frame: Frame, inner: list[str]) -> bool:
        """Whether it is only the word: `war`, `talks`, with nobody, nowhere and no article."""
        word = self.line.words[self.number][2]
        alone = not inner and frame.end == self.head[1]
        return not frame.participants and (
            alone or (word in _BARE and frame.end == self.head[1] and not frame.definite)
        )

    def _name(self) -> str:
        """Return the name of a happening that has one: `Second Karabakh War`."""
        text = self.line.text[self.begin : self.head[1]]
        name = re.sub(r"^(?:[Tt]he|[Aa]n?|[Tt]his)\s", "", text)
        head = name.rsplit(maxsplit=1)[-1] if name else ""
        return (
            name
            if head in EVENT_HEADS and " " in name and name[0].isalnum() and not name[0].islower()
            else ""
        )

    def _roles(self, kind: str) -> list[tuple[str, str]]:
        """Return who takes part: an owner before, names inside, and names after prepositions."""
        line, told = self.line, self.sense.happening
        owner = self._owner()
        owner = owner or self._attending(kind)
        roles = [(key, told.subject) for key in owner.actors] if owner else []
        inner = [m for m in line.actors(self.begin, self.head[0]) if m.how != "place" and m is not owner]
        if kind in _WITH_INNER or not roles:
            roles += [(key, told.subject if not roles else told.object) for m in inner for key in m.actors]
        for mention in line.actors(self.head[1], self.end):
            if mention.is_venue or (
                line.is_after_preposition(mention) and mention.place and kind not in {"war"}
            ):
                continue
            by = (
                line.text[max(self.head[1], mention.begin - 8) : mention.begin]
                .rstrip()
                .endswith((" by", " by the"))
            )
            role = told.subject if by or not roles else told.object
            roles += [(key, role) for key in mention.actors]
        return roles

    def _attending(self, kind: str) -> Mention | None:
        """Return who spoke or acted `in an interview with X`, `during a call with Y`."""
        line = self.line
        if (
            kind not in _ATTENDED
            or (self.end == self.head[1] and kind not in _SPOKEN)
            or self.first == 0
            or line.words[self.first - 1][2] not in {"in", "during", "at", "after"}
        ):
            return None
        near = line.passage.within(max(line.start, self.begin - _BEFORE), self.begin)
        before = [m for m in near if m.how in _NAMED and not m.is_venue]
        comma = line.text.find(", ", self.end, line.end)
        after = [
            m for m in line.passage.within(self.end, line.end) if m.how in _NAMED and m.begin <= comma + 4
        ]
        return (before[-1:] or after[:1] or [None])[0] if comma == self.end or before else None

    def _owner(self) -> Mention | None:
        """Return whose happening it is: by `X’s`, or by his, her and their, which mean the subject near by."""
        line, text = self.line, self.line.text
        for mention in line.passage.within(self.begin, self.head[0]):
            if text[mention.end : mention.end + 2] in {"’s", "'s", "’ ", "' "}:
                return mention
        if line.words[self.first][2] not in {"his", "her", "their", "its"}:
            return None
        before = [
            m for m in line.passage.within(line.start, self.begin) if m.how in {"name", "short", "group"}
        ]
        if before:
            return before[0]
        comma = text.find(", ", self.head[1], line.end)
        after = line.passage.within(comma + 1, line.end) if comma > 0 else []
        return next((m for m in after if m.begin <= comma + 6), None)
