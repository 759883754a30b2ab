"""Happenings told by a noun: `a phone conversation with X on …`, `X’s visit to Y`, `the war in Z`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.events.frames import Frame, distinct
from geodb.sources.article.extract.events.noun_phrase import NounPhrase, is_compound
from geodb.sources.article.extract.events.noun_roles import follows_of, undergoes
from geodb.sources.article.extract.events.occurrence import (
    BEGUN_BY,
    DUE,
    OCCURS,
    UNDONE,
    VICTIMS,
    is_of_another,
)
from geodb.sources.article.extract.events.untold import is_untold
from geodb.sources.article.extract.language.happenings import NounSense, is_base, nouns
from geodb.sources.article.extract.language.line import Line
from geodb.sources.article.extract.language.small_words import BE, BEFORE_NOUNS, is_date
from geodb.sources.article.extract.language.words import EVENT_HEADS, listed
from geodb.sources.article.extract.page import Mention

_POSSIBLE = listed(
    "possible|planned|upcoming|future|proposed|potential|scheduled|expected|next|prospective|eventual"
)
_UNTOLD = re.compile(
    r"\b(?:if|unless|would|could|may|might|should|(?:risk|threat|possibility|likelihood|prospect|fear|fears|danger|prevent|deter)\w*"
    r"(?:\sof|\sthat)?|against|case\sof|event\sof|avoid|potential|any|no|(?:referendum|vote|plans?|proposal|calls?)\s(?:on|for|to)|without|another|future|further|new)\b[^,;]*$",
    re.IGNORECASE,
)
_PROSPECT = re.compile(
    r"\b(?:prospect|possibility|idea|hope|chance|likelihood|notion|dream|talk|question)s?\sof\s(?:\w+\s){0,3}$"
)
_SOME = frozenset({"a", "an", "any"})
_IMAGINED = frozenset({"scenario", "scenarios", "speculative", "hypothetical", "hypothetically"})
"""Words of paragraphs that speak of what has not happened: `one scenario is a blockade of X`."""
_COULD = re.compile(r"\s(?:could|would|might|may|can|cannot|should)\b")
_NEAR_COULD = 60
_NEAR_BE = 5
_ATTENDED = listed(
    "speech|interview|press_conference|phone_call|meeting|summit|visit|negotiation_round|conference"
)
_BY_ONE = frozenset({"speech", "interview", "press_conference"})
_IN_ASIDE = (", in ", ", during ", ", at ")
_SPOKEN = listed("speech|interview|press_conference|phone_call")
_BECAUSE_OF = frozenset({"following", "after", "over", "for", "since", "because of", "in response to"})
_AGAINST = re.compile(
    r"\b(?:against|on|punish(?:ed|ing)?|condemn(?:ed|ing)?|critici[sz](?:ed|ing))\s(?:the\s)?\Z"
)
"""With the one after: `sanctions against X following its invasion` speak of the invasion of X."""
_NAMED = listed("name|short|group|acronym|metonym")
_BEFORE = 90
_WITH_INNER = listed(
    "war|process|summit|meeting|negotiation_round|planned_meeting|battle|exercise|phone_call"
)
_LASTING = listed("war|process|interview|press_conference|diplomatic_initiative|planned_meeting|phone_call")
_BACKGROUND = listed("for|since|like|than|against|per|without|toward|towards|as|or|nor")
_NOT_YET = listed("to|will|would|could|may|might|can|must|should")
_GREATEST = listed(
    "largest|biggest|worst|deadliest|most|greatest|longest|bloodiest|heaviest|fiercest|highest|best|many|frequent|regular|daily|weekly|annual|constant|repeated|such|recurrent|continued|continuing|periodic"
)
_ONTO = frozenset({"on", "against"})
_SURE = listed("phone_call|summit|meeting|war|process|diplomatic_initiative")
_BARE = {"war", "conflict", "attack", "attacks", "talks", "meeting", "strike", "strikes", "hostilities"}


def noun_frames(line: Line, taken: set[int]) -> Iterator[Frame]:
    """Yield happenings told by a noun, but for the nouns at words that a verb took in."""
    known, quoted = nouns(), line.passage.quotes
    for number, (start, end, word) in enumerate(line.words):
        if word not in known or number in taken or (quoted and line.passage.in_quote(start)):
            continue
        if number + 1 < len(line.words) and is_compound(line, number):
            continue
        sense = next((each for each in known[word] if each.fits(line.text, start, end)), None)
        if sense is not None and (frame := _Noun(line, number, sense).frame()):
            yield frame


class _Noun:
    """A noun of a happening with the words around it."""

    def __init__(self, line: Line, number: int, sense: NounSense) -> None:
        self.line, self.number, self.sense = line, number, sense
        self.head = line.words[number][:2]
        phrase = NounPhrase(line, number)
        self.first, self.begin, self.end = phrase.first, phrase.begin, phrase.end
        self._to_do()

    def frame(self) -> Frame | None:
        """Return the frame of the noun, or None if nothing is told by it."""
        line, sense = self.line, self.sense
        told = sense.happening
        before = line.text[max(line.start, self.begin - 50) : self.head[0]]
        if (sense.told and _UNTOLD.search(before)) or _PROSPECT.search(before):
            return None
        inner = [line.words[k][2] for k in range(self.first, self.number)]
        is_possible = not _POSSIBLE.isdisjoint(inner)
        if not is_possible and is_untold(line, self.first, self.number, self.end):
            return None
        if line.words[self.first][2] in _SOME and not line.passage.words.isdisjoint(_IMAGINED):
            return None
        if told.kind not in _LASTING and self._is_background():
            return None
        frame = Frame(told.kind, told.plover, self.begin, self.end, self.head, "event.noun", 60)
        if sense.ongoing:
            frame.status = "ongoing"
        if is_possible:
            frame.status = "planned"
        self._occurrence(frame)
        is_dated = not sense.dated or self._is_dated(frame.end)
        if not (is_dated or (sense.named and self._is_of_somebody(inner))):
            return None
        frame.participants = distinct(self._roles(frame.kind))
        if not (is_dated or frame.participants):
            return None
        if frame.kind in _BY_ONE and (speaker := self._speaker_before()) is not None:
            frame.start = speaker.begin
        if frame.kind == "war" and (sides := self._at_war()):
            frame.start, frame.participants = (
                sides[0].begin,
                [(key, "side_a") for m in sides for key in m.actors],
            )
        frame.definite = frame.end == self.head[1] and (
            not inner or inner[0] in {"the", "this", "these", "that", "those"}
        )
        if frame.status != "planned" and inner[:1] != ["the"] and _COULD.match(line.text, self.end):
            return None
        if not is_dated and _COULD.search(line.text, self.head[1], min(line.end, self.head[1] + _NEAR_COULD)):
            return None
        frame.weak = told.kind not in _SURE
        if self._is_bare(frame, inner):
            return None
        frame.label = self._name()
        return frame

    def _speaker_before(self) -> Mention | None:
        """Return who stands right before it: `Ana Ruk, in a recorded address, …`."""
        line = self.line
        near = [m for m in line.within(max(line.start, self.begin - _BEFORE), self.begin) if m.how in _NAMED]
        return near[-1] if near and line.text[near[-1].end : self.begin] in _IN_ASIDE else None

    def _at_war(self) -> list[Mention]:
        """Return who is told to be at war: `X and Y have been at war since …`."""
        line, at = self.line, self.first - 1
        if at < 2 or line.words[at][2] != "at" or self.first != self.number:
            return []
        near = range(at - 1, max(at - _NEAR_BE, 0), -1)
        be = next((number for number in near if line.words[number][2] in BE), -1)
        if be < 0:
            return []
        first, _ = line.clause_start(be)
        here = line.actors(line.words[first][0], line.words[be][0])
        return [m for m in here if not line.is_after_preposition(m)]

    def _is_of_somebody(self, inner: list[str]) -> bool:
        """Whether it is one happening, that of somebody: `the ouster of X`, `X’s default`, not `a sale by X`."""
        return inner[:1] == ["the"] or self._owner() is not None

    def _is_dated(self, end: int) -> bool:
        words = self.line.words
        return any(is_date(words, at) for at in range(self.first, len(words)) if words[at][0] < end)

    def _is_background(self) -> bool:
        """Whether a noun without a day is only what something is for, like, since or greater than."""
        words = self.line.words
        before = words[self.first - 1][2] if self.first else ""
        compared = any(words[at][2] in _GREATEST for at in range(self.first, self.number))
        purpose = before in _BACKGROUND or (
            self.first > 1 and words[self.first - 2][2] in _NOT_YET and is_base(before)
        )
        if not (compared or purpose) or self._is_dated(self.end):
            return False
        following = words[self.number + 1][2] if self.number + 1 < len(words) else ""
        return compared or not following.endswith("ed")  # *extend the truce declared last month*

    def _to_do(self) -> None:
        """Take in what was decided: `the decision of 3 May to close the border`."""
        after = self.sense.after
        found = after.match(self.line.text, self.head[1]) if after is not None else None
        if found is not None and found.end() > self.end and " to " in found[0]:
            last = max(k for k in range(len(self.line.words)) if self.line.words[k][1] <= found.end())
            end = self.line.complement_end(last)
            words = self.line.words
            main = (
                at for at in range(last + 2, len(words)) if words[at][0] < end and self.line.is_finite(at)
            )
            self.end = next((words[at - 1][1] for at in main if words[at - 1][2] not in BEFORE_NOUNS), end)

    def _occurrence(self, frame: Frame) -> None:
        """Take in `… took place in X`, `… was cancelled`, and what that says of the happening."""
        found = BEGUN_BY.match(self.line.text, self.end) if frame.kind == "war" else None
        if found is not None:
            last = max(k for k in range(len(self.line.words)) if self.line.words[k][1] <= found.end())
            frame.end = self.line.complement_end(last)
            self.end = frame.end
            return
        if due := DUE.match(self.line.text, self.end):
            last = max(k for k in range(len(self.line.words)) if self.line.words[k][1] <= due.end())
            frame.end, frame.status = self.line.complement_end(last), "planned"
            return
        if victims := VICTIMS.match(self.line.text, self.end, self.line.end):
            last = max(k for k in range(len(self.line.words)) if self.line.words[k][1] <= victims.end())
            frame.end = self.end = max(victims.end(), self.line.complement_end(last))
            return
        relative = UNDONE.match(self.line.text, self.end)
        found = OCCURS.match(self.line.text, relative.end() if relative else self.end)
        if found is None or is_of_another(self.line.text, frame.kind, found):
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
        word, after = line.words[self.number][2], line.actors(self.head[1], self.end)
        of = any(follows_of(line.text, self.head[1], m.begin) for m in after)
        owns = told.object if undergoes(word, owner=True, of=of) else told.subject
        roles = [(key, owns) for key in owner.actors] if owner else []
        inner = [m for m in line.actors(self.begin, self.head[0]) if m.how != "place" and m is not owner]
        if kind in _WITH_INNER or not roles:
            roles += [(key, told.subject if not roles else told.object) for m in inner for key in m.actors]
        for mention in after:
            if mention.is_venue or (line.is_after_preposition(mention) and mention.place and kind != "war"):
                continue
            by = (
                line.text[max(self.head[1], mention.begin - 8) : mention.begin]
                .rstrip()
                .endswith((" by", " by the"))
            )
            last = line.text[max(self.head[1], mention.begin - 14) : mention.begin].split()[-2:]
            onto = told.object != told.subject and not _ONTO.isdisjoint(last)
            onto = onto or undergoes(word, owner=False, of=follows_of(line.text, self.head[1], mention.begin))
            role = told.subject if by or not (roles or onto) else told.object
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
        near = line.within(max(line.start, self.begin - _BEFORE), self.begin)
        before = [m for m in near if m.how in _NAMED and not m.is_venue]
        comma = line.text.find(", ", self.end, line.end)
        after = [m for m in line.within(self.end, line.end) if m.how in _NAMED and m.begin <= comma + 4]
        found = before[-1:] or (after[:1] if comma == self.end else [])
        return found[0] if found else None

    def _owner(self) -> Mention | None:
        """Return whose happening it is: by `X’s`, or by his, her and their, which mean the subject near by."""
        line, text = self.line, self.line.text
        for mention in line.within(self.begin, self.head[0]):
            if text[mention.end : mention.end + 2] in {"’s", "'s", "’ ", "' "}:
                return mention
        if line.words[self.first][2] not in {"his", "her", "their", "its"}:
            return None
        before = [m for m in line.within(line.start, self.begin) if m.how in {"name", "short", "group"}]
        if before:
            last = before[-1]
            is_for = text[last.end : self.begin].strip() in _BECAUSE_OF and _AGAINST.search(
                text, line.start, last.begin
            )
            return last if is_for else before[0]
        comma = text.find(", ", self.head[1], line.end)
        after = line.within(comma + 1, line.end) if comma > 0 else []
        return next((m for m in after if m.begin <= comma + 6), None)
