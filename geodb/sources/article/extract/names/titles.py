"""Titles beside a name: which office, of what, before the name or after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geodb.sources.article.extract.language.words import (
    HEADS_OF_OFFICES,
    HONORIFICS,
    OFFICES,
    QUALIFIERS,
    TITLES,
)
from geodb.sources.article.extract.names.runs import Words

_MOST_WORDS = 5
_LONGEST_OF = 8
_APPOSITION = re.compile(
    r",\s(?:\d\d,\s)?(?:who\sis\s|who\swas\s)?(?!who\shad\s)(?:the\s|an?\s)?(?P<text>(?:[UE]\.[SNUK]\.|[^,;.()“”\"]){4,70})(?=[,.;)]|$|\s(?:said|says|told|also|has|had|will)\s)"
)
_OF_ANOTHER = re.compile(r"[’']s\s|\s[A-Z][a-z]+(?!\w)")
"""What follows a title that is not the one of the name before: `X, President Y’s envoy; X, the minister’s aide`."""
_STATE_NAMED = frozenset(
    {"president", "vice president", "prime minister", "chancellor", "king", "queen", "emir", "crown prince"}
    | {"premier", "supreme leader", "sultan", "deputy prime minister", "vice chancellor", "president-elect"}
)
OF_STATE = (
    _STATE_NAMED
    | {office for office in OFFICES if office.endswith(" minister")}
    | {"attorney general", "foreign secretary", "home secretary", "defence secretary", "secretary of state"}
    | {
        "treasury secretary",
        "energy secretary",
        "health secretary",
        "commerce secretary",
        "defense secretary",
    }
    | {"national security adviser", "national security advisor", "opposition leader", "army chief"}
    | {"chief of the general staff"}
)
"""Offices of which every state has one."""
UNDERSTOOD = OF_STATE | {
    "governor", "mayor", "speaker", "house speaker", "senator", "chairman", "chairwoman", "chairperson", "chair",
    "spokesman", "spokeswoman", "spokesperson", "ambassador", "ambassador at large", "adviser", "advisor", "minister",
    "chief executive", "ceo", "secretary-general", "secretary general", "director-general", "director general",
    *(office for office in OFFICES if office.endswith((" commissioner", " envoy", " representative"))),
    "deputy speaker", "parliament speaker", "under-secretary-general",
    "executive secretary", "chief negotiator", "central bank governor", "deputy governor", "force commander",
    "special envoy", "envoy", "chief of staff", "prosecutor general", "chief justice", "commissioner", "commander",
}  # fmt: skip
"""Offices that are told though nothing beside them says of what."""
_LAST_WORDS = frozenset(title.rpartition(" ")[2].rpartition("-")[2] for title in TITLES)
_PLURALS = {f"{office}s": office for office in OFFICES}
_SHORT_FOR = {"vice-president": "vice president", "pm": "prime minister", "fm": "foreign minister"}
_OF_BEFORE = re.compile(
    r"\b(?P<title>" + "|".join(sorted(map(re.escape, OFFICES), key=len, reverse=True)) + r")"
    r"\s(?:of|for|to|at)\s(?:the\s)?(?P<body>[^,;.:()“”\"]{2,60}),\s$",
    re.IGNORECASE,
)
_LONGEST_OF_BEFORE = 100
_RANKS = frozenset({"deputy", "vice", "assistant"})
"""What makes another office of one: who is *deputy oil minister* does not hold that of the minister."""
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
    """A title at `start` to `end` of a text, from word `number`; `qualified` says former, acting and the like."""

    words: str
    start: int
    end: int
    qualified: str = ""
    number: int = 0
    is_plural: bool = False

    @property
    def is_of(self) -> bool:
        """Whether it says itself of what it is: `minister of foreign affairs`."""
        return " of " in self.words or " for " in self.words

    @property
    def is_office(self) -> bool:
        """Whether it is a post that somebody holds, not only a form of address."""
        return self.words in OFFICES or self.words not in HONORIFICS


def title_before(words: Words, number: int) -> Title | None:
    """Return the title that ends right before word `number`."""
    if number == 0:
        return None
    best = 0
    last = words[number - 1].text.lower()
    may_be_title = last in _LAST_WORDS or last.removesuffix("s") in _LAST_WORDS
    for count in range(1, _MOST_WORDS + 1 if may_be_title else 0):
        first = number - count
        if first < 0 or not _joined(words, first, number):
            break
        phrase = " ".join(word.text.lower() for word in words.all[first:number])
        if phrase in TITLES or phrase in _PLURALS:
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
    # `Gen. X`, but not `over its head. X`
    last = {" ", ", ", ". "} if words[number - 1].is_capital else {" ", ", "}
    return all(gap in {" ", "-"} for gap in gaps[:-1]) and gaps[-1] in last


def _head_of_office(words: Words, number: int) -> int | None:
    """Return where a title such as `Minister of Foreign Affairs` begins, which ends before word `number`."""
    if words[number - 1].text in _SMALL:
        return None
    for first in range(number - 1, max(number - _LONGEST_OF, -1), -1):
        gap = words[first].gap
        if gap not in {" ", "-"} and not (first == number - 1 and gap == ", "):
            return None
        if words[first].text.lower() in HEADS_OF_OFFICES and first + 1 < number:
            return _whole_head(words, first) if words[first + 1].text in {"of", "for"} else None
        if not (words[first].is_capital or words[first].text in _SMALL):
            return None
    return None


def _whole_head(words: Words, head: int) -> int:
    """Return where the office begins whose last word is `head`: `foreign minister`."""
    for first in range(max(0, head - 2), head):
        if (
            _joined(words, first, head)
            and " ".join(each.text.lower() for each in words.all[first : head + 1]) in OFFICES
        ):
            return first
    return head


def _qualified(words: Words, first: int, number: int) -> Title:
    end = words[number - 1].end
    text = words.text[words[first].start : end]
    qualified: list[str] = []
    while first > 0 and words[first - 1].text.lower() in QUALIFIERS and words[first - 1].gap in {" ", "-"}:
        first -= 1
        qualified.insert(0, words[first].text.lower())
    phrase = " ".join(text.lower().split())
    phrase = _SHORT_FOR.get(phrase, phrase)
    singular = _PLURALS.get(phrase)
    rank = next((word for word in qualified if word in _RANKS), None)
    return Title(
        f"{rank} {singular or phrase}" if rank else singular or phrase,
        words[first].start,
        end,
        " ".join(qualified),
        first,
        is_plural=bool(singular),
    )


def apposition(text: str, end: int) -> tuple[Title, int, int] | None:
    """Return the title that follows a name after a comma, and the span of the words around it."""
    match = _APPOSITION.match(text, end)
    if match is None:
        return None
    words = Words(match["text"])
    offset = match.start("text")
    first = 0
    while first < len(words):
        for last in range(min(len(words), first + _MOST_WORDS), first, -1):
            phrase = " ".join(word.text.lower() for word in words.all[first:last])
            if phrase not in OFFICES:
                continue
            if _OF_ANOTHER.match(match["text"], words[last - 1].end):
                first = last - 1
                break
            phrase = _SHORT_FOR.get(phrase, phrase)
            title = Title(phrase, offset + words[first].start, offset + words[last - 1].end)
            return title, match.start("text"), match.end("text")
        first += 1
    return None


def title_of(text: str, end: int) -> tuple[Title, tuple[int, int]] | None:
    """Return the title before a name and a comma, and the span of what it is of: `the governor of the bank, …`."""
    if text[end - 2 : end] != ", ":
        return None
    match = _OF_BEFORE.search(text, max(0, end - _LONGEST_OF_BEFORE), end)
    if match is None:
        return None
    return Title(match["title"].lower(), *match.span("title")), match.span("body")


def office_label(title: Title, organization: str, printed: str, *, is_state: bool) -> str:
    """Return what an office is called: `President of India`, `US Secretary of Defense`, `Kremlin spokesperson`."""
    words = _cased(title.words)
    if is_state and title.words in _STATE_NAMED:
        the = "the " if organization in _WITH_THE or organization.startswith(_WITH_THE_PREFIX) else ""
        return f"{words} of {the}{organization}"
    return f"{printed} {words}" if not words.startswith(printed) else words[:1].upper() + words[1:]


def _cased(words: str) -> str:
    if words in {"ceo", "mp"}:
        return words.upper()
    if words.startswith(("spokes", "head", "leader", "envoy", "adviser", "advisor", "commander")):
        return words
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in words.split())
