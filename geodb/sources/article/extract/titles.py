"""Titles beside a name: which office, of what, before the name or after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geodb.sources.article.extract.runs import Words
from geodb.sources.article.extract.words import HEADS_OF_OFFICES, HONORIFICS, OFFICES, QUALIFIERS, TITLES

_MOST_WORDS = 5
_LAST_WORDS = frozenset(title.split(" ")[-1] for title in TITLES)
_LONGEST_OF = 8
_APPOSITION = re.compile(
    r",\s(?:who\sis\s|who\swas\s)?(?:the\s|an?\s)?(?P<text>[^,;.()“”\"]{4,70})(?=[,.;)]|$|\s(?:said|says|told))"
)
_OF_STATE = frozenset(
    {"president", "vice president", "prime minister", "chancellor", "king", "queen", "emir", "crown prince"}
    | {"premier", "supreme leader", "sultan", "deputy prime minister", "vice chancellor", "president-elect"}
)
_SMALL = frozenset({"of", "for", "the", "and"})
_WITH_THE = frozenset(
    {"United States", "United Kingdom", "Netherlands", "Philippines", "United Arab Emirates"}
)
_WITH_THE_PREFIX = (
    "Republic",
    "Democratic Republic",
    "Central African",
    "Czech",
    "European",
    "United",
    "Maldives",
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title at `start` to `end` of a text; `qualified` says former, acting and the like."""

    words: str
    start: int
    end: int
    qualified: str = ""

    @property
    def is_office(self) -> bool:
        """Whether it is a post that somebody holds, not only a form of address."""
        return self.words in OFFICES or self.words not in HONORIFICS


def title_before(words: Words, number: int) -> Title | None:
    """Return the title that ends right before word `number`."""
    best = 0
    may_end = number > 0 and words[number - 1].text.lower() in _LAST_WORDS
    for count in range(1, _MOST_WORDS + 1) if may_end else ():
        first = number - count
        if first < 0 or not _joined(words, first, number):
            break
        if " ".join(word.text.lower() for word in words.all[first:number]) in TITLES:
            best = count
    first = number - best
    if not best:
        start = _head_of_office(words, number)
        if start is None:
            return None
        first = start
    return _qualified(words, first, number)


def _joined(words: Words, first: int, number: int) -> bool:
    gaps = [words[at].gap for at in range(first, number)]
    return all(gap in {" ", "-"} for gap in gaps[:-1]) and gaps[-1] in {" ", ", ", ". "}


def _head_of_office(words: Words, number: int) -> int | None:
    """Return where a title such as `Minister of Foreign Affairs` begins, which ends before word `number`."""
    for first in range(number - 1, max(number - _LONGEST_OF, -1), -1):
        gap = words[first].gap
        if gap not in {" ", "-"} and not (first == number - 1 and gap == ", "):
            return None
        if words[first].text.lower() in HEADS_OF_OFFICES and first + 1 < number:
            return first if words[first + 1].text in {"of", "for"} else None
        if not (words[first].is_capital or words[first].text in _SMALL):
            return None
    return None


def _qualified(words: Words, first: int, number: int) -> Title:
    end = words[number - 1].end
    text = words.text[words[first].start : end]
    qualified: list[str] = []
    while first > 0 and words[first - 1].text.lower() in QUALIFIERS and words[first - 1].gap in {" ", "-"}:
        first -= 1
        qualified.insert(0, words[first].text.lower())
    return Title(" ".join(text.lower().split()), words[first].start, end, " ".join(qualified))


def apposition(text: str, end: int) -> tuple[Title, int, int] | None:
    """Return the title that follows a name after a comma, and the span of the words around it."""
    match = _APPOSITION.match(text, end)
    if match is None:
        return None
    words = Words(match["text"])
    offset = match.start("text")
    for first in range(len(words)):
        for last in range(min(len(words), first + _MOST_WORDS), first, -1):
            phrase = " ".join(word.text.lower() for word in words.all[first:last])
            if phrase in OFFICES:
                title = Title(phrase, offset + words[first].start, offset + words[last - 1].end)
                return title, match.start("text"), match.end("text")
    return None


def office_label(title: Title, organization: str, printed: str, *, is_state: bool) -> str:
    """Return what an office is called: `President of India`, `US Secretary of Defense`, `Kremlin spokesperson`."""
    words = _cased(title.words)
    if is_state and title.words in _OF_STATE:
        the = "the " if organization in _WITH_THE or organization.startswith(_WITH_THE_PREFIX) else ""
        return f"{words} of {the}{organization}"
    return f"{printed} {words}" if not words.startswith(printed) else words


def _cased(words: str) -> str:
    if words in {"ceo", "mp"}:
        return words.upper()
    if words.startswith(("spokes", "head", "leader", "envoy", "adviser", "advisor", "commander")):
        return words
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in words.split())
