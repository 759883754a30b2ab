"""Noun phrases: where the words that belong to the noun of a happening begin and end."""

from __future__ import annotations

import re

from geodb.sources.article.extract.language.happenings import nouns, verbs
from geodb.sources.article.extract.language.inflection import BOTH, PAST
from geodb.sources.article.extract.language.line import Line
from geodb.sources.article.extract.language.small_words import AGENTS, AUXILIARIES, SUBORDINATORS
from geodb.sources.article.extract.language.words import listed

_DETERMINERS = listed(
    "a|an|the|his|her|their|its|this|that|these|those|another|several|two|three|each|any|no|our"
)
_STOPS = (
    listed(
        "in|on|at|of|to|for|with|by|from|about|over|out|up|off|down|back|under|against|between|among|during|following|despite|amid|into"
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
_DONE_BY = listed(
    "led|staged|called|sparked|triggered|backed|brokered|mediated|negotiated|announced|declared|imposed|ordered|attended"
    "|chaired|sponsored|claimed|fought|agreed|prompted|caused|facilitated|supported|orchestrated|overseen|monitored"
)
_QUOTED_AS = re.compile(r"\sas\s(?:an?\s)?[“\"„«][^”\"“»]{2,60}[”\"“»]")
_STILL = listed("still|always|never|soon|led|again|quickly|only")
_OWNED = listed("its|their|his|her|the")
_DOING = listed(
    "monitoring|planning|fighting|making|keeping|building|training|tracking|gathering|sharing|observing|observer|rescue|support|response"
)
_DOERS = listed(
    "team|teams|mission|missions|force|forces|group|groups|body|bodies|mechanism|mechanisms|committee|centre|center|cell|unit|units|room|staff"
    "|agency|company|companies|effort|efforts|capacity|equipment|network"
)
_NARROW = listed("with|for|by|over|as|under|into|from")
_LONGEST_LEFT = 7
_AFTER = listed(
    "last|this|next|today|yesterday|early|late|earlier|later|two|three|days|took|take|broke|began|came|went|left|ago|further"
    "|now|then|still|goes|remains|continues|alone|there|here|itself|against|because|only|even|become|makes|meant|led|means|came|saw"
    "|have|must|lasts|lie|lies|shows|show|comes|come"
)


def is_compound(line: Line, number: int) -> bool:
    """Whether the noun only describes the next one: `war crimes`, `election campaign`, or is part of a name."""
    following = line.words[number + 1]
    if line.gap(number) not in {" ", "-"} or line.gap(number) == "-":
        return line.gap(number) == "-"
    if following[2] in _DOING and number + 2 < len(line.words) and line.words[number + 2][2] in _DOERS:
        return True  # *a ceasefire monitoring team*
    capitals = line.text[line.words[number][0]].isupper() and line.text[following[0]].isupper()
    mention = line.begins.get(following[0])
    if capitals and mention is None:
        return True
    word = following[2]
    plain = word not in _STOPS and word not in _CHAIN and mention is None and word.isalpha()
    return plain and not word.endswith(("ed", "ly")) and word not in verbs() and line.text[following[0]].islower() and not (
        word in nouns() or line.is_finite(number + 1) or word.endswith("ing") or word in _PARTICIPLES or word in _AFTER
    )  # fmt: skip


class NounPhrase:
    """The phrase around the noun at a word: from its determiner or owner to the end of its complements."""

    def __init__(self, line: Line, number: int) -> None:
        self.line, self.number = line, number
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
        while self._is_apposed(at + 1, stop):
            at += 1
        head = at
        while at + 1 < len(line.words) and line.words[at + 1][0] < stop:
            word = line.words[at + 1][2]
            by = word in _DONE_BY and at + 2 < len(line.words) and line.words[at + 2][2] == "by"
            if at == head and not (word in _CHAIN or word in _PARTICIPLES or by or self._is_when(at + 1)):
                break
            if (
                at > self.number
                and (
                    (line.is_finite(at + 1) and word not in _PARTICIPLES)
                    or word in {"has", "to", "that", "as"}
                )
                and not (word == "to" and (self._name_follows(at + 2) or self._agents_follow(at + 2)))
            ):
                break
            if (
                word == "to"
                and at == head
                and not (self._name_follows(at + 2) or self._agents_follow(at + 2))
            ):
                break
            is_next = word in _OWNED and line.words[at][2].isdigit()
            if at > head and (is_next or word in _STILL or self._breaks_after_name(at + 1)):
                break
            if word in _NARROW and not self._name_follows(at + 2):
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

    def _is_apposed(self, at: int, stop: int) -> bool:
        """Whether a word is part of a name right after the noun: `the exercise Nordic Response`."""
        if at >= len(self.line.words) or self.line.words[at][0] >= stop or self.line.gap(at - 1) != " ":
            return False
        start = self.line.words[at][0]
        is_small = self.line.text[self.head[0]].islower()
        return is_small and self.line.text[start].isupper() and start not in self.line.begins and not (
            self.line.words[at][2].endswith("day")
        )  # fmt: skip

    def _name_follows(self, at: int) -> bool:
        return any(
            self.line.words[k][0] in self.line.begins for k in range(at, min(at + 3, len(self.line.words)))
        )

    def _agents_follow(self, at: int) -> bool:
        """Whether a word for somebody follows: `to parliament`, `to the nation`."""
        return any(
            self.line.words[k][2] in AGENTS or self.line.words[k][2] in {"nation", "reporters", "troops"}
            for k in range(at, min(at + 2, len(self.line.words)))
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
        if self._describes_next(mention.begin, at):
            return False
        return (
            word not in _CHAIN
            and word not in {"and", "the"}
            and not self._is_when(at)
            and word not in _PARTICIPLES
        )

    def _describes_next(self, begin: int, at: int) -> bool:
        """Whether a name after *a* only describes the noun that follows: `an attack on a UN aid convoy in X`."""
        line = self.line
        article = line.text[max(line.start, begin - 4) : begin].split()[-1:]
        return article in (["a"], ["an"]) and line.words[at][2].isalpha() and not line.is_finite(at)

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
