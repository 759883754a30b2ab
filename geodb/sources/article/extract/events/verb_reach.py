"""How far the words of a verb reach: past an insertion to its day, and not into another happening."""

from __future__ import annotations

from bisect import bisect_left

from geodb.sources.article.extract.language.happenings import nouns
from geodb.sources.article.extract.language.line import Line
from geodb.sources.article.extract.language.small_words import SUBORDINATORS, is_date
from geodb.sources.article.extract.language.words import listed

LONGEST = 34
_LONGEST_OPENING = 60
_LAPSES = listed(
    "hours|days|weeks|months|years|minutes|shortly|soon|just|immediately|right|day|week|month|year|two|three|four|five|six"
    "|seven|ten|a|only|barely|hour|few|several|long|even|and"
)
_LASTING = frozenset({"for", "by", "within"})
_DATE_OPENERS = listed("on|in|by|since|early|late|last|this|from|at|until")
_SAME_TIME = frozenset({"during", "at"})
_SOFT = frozenset({" ", ", "})
_NEXT = listed("but|then|while")
_ANSWERS = listed("response|retaliation|reprisal|revenge|protest|exchange|answer")
AT_ANOTHER = listed("during|following|after|before|at|amid|due|over|despite")


def is_at_another(words: list[tuple[int, int, str]], at: int) -> bool:
    """Whether a word leads on to another happening: `after`, or the first one of `in response to`."""
    word = words[at][2]
    return word in AT_ANOTHER or (word == "in" and at + 1 < len(words) and words[at + 1][2] in _ANSWERS)


class Reach:
    """A verb at a word of a line, in a clause that begins at a word; where what belongs to it ends."""

    line: Line
    number: int
    clause: int
    begin: int
    stop: int
    reach: int

    def _with_relative(self, stop: int) -> int:
        """Return where a clause ends that belongs to the object: `passed a law that bans foreign donations`."""
        line, words = self.line, self.line.words
        at = bisect_left(words, (stop,))
        if at + 1 >= len(words) or words[at][2] != "that" or line.gap(at - 1) != " ":
            return stop
        if not (line.is_finite(at + 1) or words[at + 1][2][-1:] == "s"):
            return stop
        end = line.complement_end(at + 1)
        return end if end - stop < stop - self.begin else stop

    def _without_lapse(self, at: int) -> int:
        """Return the last word before `hours after`, `just two days before`."""
        words, last = self.line.words, at
        while at > self.number and (words[at][2] in _LAPSES or words[at][2].isdigit()):
            at -= 1
        return last if words[at][2] in _LASTING else at  # *suspended it for a year after …*

    def _reach(self) -> int:
        """Return where the words end that may date the verb, past an insertion: `sank two ships, A and B, in July`."""
        words, line, passed = self.line.words, self.line, False
        first = bisect_left(words, (self.stop,))
        for at in range(first, min(len(words), self.number + LONGEST)):
            gap, word = line.gap(at - 1), words[at][2]
            if gap not in _SOFT or word in SUBORDINATORS or word in _NEXT or line.is_finite(at):
                break
            passed = passed or (gap == ", " and at > first)
            if passed and is_date(words, at):
                return self._whole_date(at)
        return self.stop

    def _whole_date(self, at: int) -> int:
        """Return where a date ends that a month begins: `September 30th, 2025`."""
        words = self.line.words
        while at + 1 < len(words) and words[at + 1][2][:1].isdigit() and self.line.gap(at) in _SOFT:
            at += 1
        return words[at][1]

    def _before_another(self, stop: int) -> int:
        """Return where the complement ends if another happening with its day follows: `after the attack of 3 May`."""
        words = self.line.words
        for at in range(self.number + 2, len(words) - 2):
            start, _, word = words[at]
            if start >= stop:
                break
            if is_at_another(words, at) and any(
                words[k][2] in nouns() for k in range(at + 2, min(at + 6, len(words)))
            ):
                end = next(
                    (k for k in range(at + 3, len(words)) if words[k][0] < stop and is_date(words, k)), 0
                )
                if end and word not in _SAME_TIME:
                    self.reach = start
                return words[self._without_lapse(at - 1)][1] if end else stop
        return stop

    def _opening(self) -> int:
        """Return the word where those begin that open the sentence before the clause: `On 12 July 2016, a court …`."""
        line, begin = self.line, self.begin
        near = line.text[begin - 2 : begin] == ", " and begin - line.start <= _LONGEST_OPENING
        if not near or line.words[0][2] not in _DATE_OPENERS:
            return self.clause
        another = any(
            line.words[at][2] in nouns() or line.words[at][2].endswith("ing") for at in range(1, self.clause)
        )
        return self.clause if another else 0
