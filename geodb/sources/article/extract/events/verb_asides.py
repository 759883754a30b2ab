"""What is told of a noun between it and its verb: a relative clause, or a participle after a comma."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from geodb.sources.article.extract.events.verb_group import Group
from geodb.sources.article.extract.events.verb_reach import Reach
from geodb.sources.article.extract.language.small_words import RELATIVES, SUBORDINATORS, is_date
from geodb.sources.article.extract.language.words import listed

_ASIDES = listed("who|which|whose|whom|where")
DETERMINERS = listed("a|an|the|its|their|his|her|this|two|three|several")
AFTER_OBJECT = listed(
    "in|at|on|after|before|during|for|with|by|to|from|over|near|under|as|against|into|since|until|between|about|amid|last|earlier|yesterday|today"
)
_LONGEST_ASIDE = 80
_LONGEST_NOUN = 9
_JOINING = frozenset({"and", "or", "but", "then"})
_IN_NOUN = frozenset({"of", "for", "on", "with", "between"})
_INTRANSITIVE = listed(
    "met|arrived|travelled|traveled|flew|went|died|returned|resigned|protested|rallied|marched|fled|sank|crashed|collapsed"
    "|erupted|came|fell|rose|spoke|talked|retreated|withdrew|voted|agreed|clashed|fought|acted|landed|docked|sailed|stood"
    "|gathered|began|started|ended|exploded|escaped|perished|surrendered|survived|responded|retaliated|intervened"
)


class Asides(Reach):
    """A verb with its clause, and the asides before it."""

    group: Group
    segment: str

    def _aside(self) -> int:
        """Return the word where a relative clause between the subject and its verb begins, or -1: `X, who …, did`."""
        words, line = self.line.words, self.line
        if self.group.first == self.clause:
            return -1
        if self.is_parted:
            asides = (at for at in range(self.clause + 1, self.group.first) if words[at][2] in _ASIDES)
            return next((at for at in asides if "," in line.gap(at - 1)), -1)
        return next(
            (at for at in range(self.clause + 1, self.group.first - 1) if words[at][2] in RELATIVES), -1
        )

    @property
    def is_parted(self) -> bool:
        """Whether a comma stands right before the verb, which ends what is inserted after its subject."""
        return self.group.first > 0 and "," in self.line.gap(self.group.first - 1)

    def _is_aside(self, *, named: bool) -> bool:
        """Whether a participle after a comma tells of the noun before it: `the dam, opened in May, supplies`."""
        line, words = self.line, self.line.words
        if words[self.number][2] in _INTRANSITIVE:
            return False
        if named and line.text[self.stop : self.stop + 2] == ", ":
            return True
        if not any(is_date(words, at) for at in range(self.number + 2, min(self.number + 5, len(words)))):
            return False
        close = line.text.find(", ", self.stop, self.stop + _LONGEST_ASIDE)
        after = bisect_left(words, (close,)) if close > 0 else len(words)
        joined = after + 1 < len(words) and words[after][2] in _JOINING and line.is_finite(after + 1)
        return not joined and not line.has_finite(self.number + 1, after)

    @cached_property
    def aside_of(self) -> int:
        """Return the word where the noun begins that a participle after a comma tells of, or -1."""
        line, words, last = self.line, self.line.words, self.number - 1
        if last < 0 or self.segment or not self.group.passive or line.gap(last) != ", ":
            return -1
        first = last + 1
        for at in range(last, max(last - _LONGEST_NOUN, -1), -1):
            word = words[at][2]
            if (at < last and line.gap(at).strip(" -–’'")) or line.is_finite(at) or word in SUBORDINATORS:
                break
            if word in AFTER_OBJECT and word not in _IN_NOUN:
                break
            first = at
            if word in DETERMINERS and (not at or words[at - 1][2] not in _IN_NOUN):
                break
        return first if first <= last else -1
