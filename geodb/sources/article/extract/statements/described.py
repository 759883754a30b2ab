"""Speakers told by a common noun: `the ministry`, `analysts in Dakar`, `a spokesman for the party`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geodb.sources.article.extract.language.small_words import BEFORE_VERB, BEFORE_VERBS
from geodb.sources.article.extract.language.speaker_words import (
    ABOUT_OTHERS,
    BODIES,
    BODY_PLURALS,
    DOCUMENTS,
    PERSONS,
    PLURALS,
)
from geodb.sources.article.extract.language.words import listed

_NOUNS = PERSONS | PLURALS | frozenset(BODIES) | BODY_PLURALS | DOCUMENTS
_PAPERS = frozenset(noun for noun in DOCUMENTS if noun.endswith(("s", "data")))
"""Documents that stand without a determiner."""
_NOT_MODIFIERS = listed("""
the|a|an|its|his|her|their|our|this|that|these|those|of|for|in|at|from|on|by|with|to|and|or|but|as|than|when|while|which
who|whom|whose|where|if|after|before|since|because|although|though|until|whether|is|are|was|were|be|been|has|have|had|will
would|could|may|might|can|must|should|not|no|it|he|she|they|said|told|against|between|among|into|over|under|about
""")
_DETERMINERS = listed(
    "the|a|an|its|his|her|their|our|some|several|many|most|two|three|one|other|both|these|those"
)
_PRONOUNS_TOO = listed("both|many|most|some|several|other|one|two|three")
_OF_AGE = "-year-old"
_SKIPPED = BEFORE_VERBS | listed("there|here")
_JOINTS = listed("and|or|but|then")
_PREPOSITIONS = listed("of|for|in|at|from|on|with|near|inside|along|to")
_LINKS = _PREPOSITIONS | listed(
    "by|familiar|close|seen|obtained|reviewed|circulated|leaked|prepared|drafted|written|viewed|briefed|involved|issued|released|published|posted|signed|adopted|contacted|interviewed|commissioned|conducted|compiled|consulted|reached|gathered|surveyed|polled|briefing|attending|representing|visiting|accompanying|monitoring|advising"
    "|following|fleeing|working|living|speaking|who|present|aware"
)
_AGENT = re.compile(
    r"(?!(?:.*(?:(?:paper|border|order|number|letter|power|matter|water|river|quarter|tower|factor|sector|corridor|harbou?r"
    r"|error|answer|offer|winter|summer|center|weather|chapter|disaster|tanker|fighter|bomber|cruiser|carrier"
    r"|december|september|october|november|either|neither|whether|rather|former|latter|moreover|however"
    r"|never|ever|later|earlier|further|over|under|after|human|constant|instant|grant|plant|restaurant|want|list|exist"
    r"|suffer|differ|prefer|refer|transfer|deliver|consider|discover|cover|enter|trigger|gather|render|surrender|hinder"
    r"|louder|harder|stronger|weaker|larger|smaller|greater|higher|longer|shorter|closer|deeper|wider|broader|tougher|cheaper|faster|slower"
    r"|remember|wonder|lower|foster|alter|bolster|counter|register|encounter|recover|uncover|linger|waver|falter)s?"
    r"|other|another|member|mer|wer|per))$).{2,}(?:er|or|ist|ian|man|woman|ants?|ers|ors|ists|ians|men|women|ees|workers|families|mothers|people)$"
)
"""Nouns of people by their endings, such as `shopkeepers`, where the lists have none."""
_PEOPLE = (
    "ists",
    "ians",
    "workers",
    "people",
    "makers",
    "holders",
    "keepers",
    "builders",
    "owners",
    "brokers",
    "growers",
)
"""Endings of people who speak without a determiner too, in the midst of a sentence: `although geologists warn`."""
_SOME_OF = re.compile(
    r"\b(?:(?P<one>[Oo]ne)|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]ome|[Ss]everal|[Mm]any|[Mm]ost|[Bb]oth|[Hh]alf|[Aa]\s(?:majority|minority|third|quarter|few)|[0-9.]+(?:\s?%|\sper\s?cent))\sof\s"
    rf"(?P<whom>them|(?:the|these|those|its|his|her|their|our)\s(?:[\w’'-]+\s){{0,3}}?(?P<noun>[a-z-]+))\s(?:{BEFORE_VERB}\s)*$"
)
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_][\w’'.-]*(?<![.’'])|[,;:.“”\"«»‘()—–]")
_INSERTED = re.compile(r",\s(?:[a-z0-9]|[A-Z][^,;.]{2,60}\sand\s[A-Z])[^,;.“”\"]{3,150},\s(?:\w+\s){0,2}$")
_BACK = 130
_LONGEST_INSERTED = 180
_MOST_MODIFIERS = 3
_LONGEST_COMPLEMENT = 11


@dataclass(frozen=True, slots=True)
class Described:
    """A phrase that speaks of somebody by a noun: where it stands, its noun and what stands before that."""

    begin: int
    end: int
    noun: str
    modifiers: tuple[str, ...]
    determiner: str
    plain: bool = True

    @property
    def is_person(self) -> bool:
        """Whether the noun is that of one person."""
        return self.noun in PERSONS or not (self.is_many or self.noun in _NOUNS)

    @property
    def is_about_others(self) -> bool:
        """Whether it is a document such as `a poll`, which nobody need have told of before."""
        return self.noun in ABOUT_OTHERS and self.determiner not in {"the", "its", "their", "his", "her"}

    @property
    def is_many(self) -> bool:
        """Whether the noun is that of people."""
        return (
            self.noun in PLURALS
            or self.noun in BODY_PLURALS
            or (self.noun not in _NOUNS and self.noun.endswith(("s", "men", "people")))
        )


def described_before(text: str, start: int, verb: int) -> Described | None:
    """Return the phrase that is the subject of a verb, at the end of the words before it."""
    found = _some_of(text, start, verb) or _ending_at(text, start, verb)
    if found is None and (inserted := _INSERTED.search(text, max(start, verb - _LONGEST_INSERTED), verb)):
        found = _some_of(text, start, inserted.start()) or _ending_at(text, start, inserted.start())
    return found


def _some_of(text: str, start: int, end: int) -> Described | None:
    """Return `one of them` or `two of the sources`, some of several who need not be those spoken of last."""
    some = _SOME_OF.search(text, max(start, end - _BACK), end)
    noun = some and (some["noun"] or "people")
    if some is None or noun not in PLURALS | BODY_PLURALS:
        return None
    noun = "person" if some["one"] and noun in PLURALS else "people"
    return Described(some.start(), some.end("whom"), noun, (), "some", plain=False)


def _ending_at(text: str, start: int, end: int) -> Described | None:
    words = list(_WORD.finditer(text, max(start, end - _BACK), end))
    at = len(words) - 1
    while at >= 0 and (words[at][0].lower() in _SKIPPED or words[at][0].endswith("ly")):
        at -= 1
    if at < 0 or words[at][0] in _JOINTS:
        return None
    found = _phrase(text, words, at, at)
    if found and words[at].start() == found.begin:
        return found
    for head in range(at - 1, max(at - _LONGEST_COMPLEMENT, 0) - 1, -1):
        word = words[head + 1][0]
        if not word[0].isalnum():
            break
        if word in _LINKS and (whole := _phrase(text, words, head, at)):
            is_better = whole.is_person or whole.is_many or whole.is_about_others
            if is_better:
                return whole
            found = found or whole
    return found


def described_at(text: str, at: int, end: int) -> Described | None:
    """Return the phrase of a speaker that begins at an offset."""
    words = list(_WORD.finditer(text, at, min(end, at + _BACK)))
    for head in range(min(len(words), _MOST_MODIFIERS + 2)):
        lower = words[head][0].lower()
        if not lower[0].isalpha() or (head and lower in _NOT_MODIFIERS):
            return None
        found = _phrase(text, words, head, head)
        if found and (head + 1 == len(words) or _phrase(text, words, head + 1, head + 1) is None):
            return _with_complement(words, head, found) if found.begin == at else None
    return None


def _with_complement(words: list[re.Match[str]], head: int, found: Described) -> Described:
    """Add `in Dakar` or `of the party` to a phrase that stands before it."""
    if head + 1 < len(words) and words[head + 1][0] in _PREPOSITIONS:
        last = head + 1
        while last + 1 < len(words) and words[last + 1][0][0].isalnum() and last - head < _LONGEST_COMPLEMENT:
            following = words[last + 1][0]
            if following in _NOT_MODIFIERS - _DETERMINERS or (
                following.islower() and following.endswith("ed")
            ):
                break
            last += 1
        if last > head + 1:
            return Described(
                found.begin, words[last].end(), found.noun, found.modifiers, found.determiner, plain=False
            )
    return found


def _is_common(text: str, word: re.Match[str]) -> bool:
    """Whether a word is no name: in small letters, or the first of a sentence."""
    return word[0].islower() or text[max(0, word.start() - 2) : word.start()].strip() in {"", ".", "?", "!"}


def _phrase(text: str, words: list[re.Match[str]], head: int, last: int) -> Described | None:
    noun = words[head][0].lower()
    if noun.endswith(_OF_AGE):
        noun = _OF_AGE[1:]
    first = head
    if head and f"{words[head - 1][0].lower()} {noun}" in BODIES:
        first, noun = head - 1, f"{words[head - 1][0].lower()} {noun}"
    if noun not in _NOUNS and not (_is_common(text, words[head]) and _AGENT.match(noun)):
        return None
    modifiers: list[str] = []
    while (
        first > 0
        and len(modifiers) < _MOST_MODIFIERS
        and words[first - 1][0][0].isalnum()
        and words[first - 1][0].lower() not in _NOT_MODIFIERS | _DETERMINERS
    ):
        first -= 1
        modifiers.insert(0, words[first][0].lower())
    if modifiers and first and words[first - 1][0].lower() in _PRONOUNS_TOO and modifiers[0].endswith("ed"):
        return None  # `Both urged supporters to …`
    determiner = words[first - 1][0].lower() if first and words[first - 1][0].lower() in _DETERMINERS else ""
    owned = any(word.endswith(("’s", "'s", "s’", "s'")) for word in modifiers)
    if determiner:
        first -= 1
    elif (
        not owned
        and noun not in PLURALS
        and noun not in BODY_PLURALS
        and noun not in _PAPERS
        and not noun.endswith(_PEOPLE)
        and (first or text[words[first].start()].islower())
    ):
        return None
    return Described(
        words[first].start(), words[last].end(), noun, tuple(modifiers), determiner, plain=head == last
    )
