"""Reading what is left: last names, short forms, acronyms, and names that only a preposition makes places."""

from __future__ import annotations

import re

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.language.speaker_words import BODIES, PERSONS, PLURALS
from geodb.sources.article.extract.language.words import (
    EVENT_HEADS,
    HEADS,
    INITIATIVE_HEADS,
    NO_NAMES,
    NO_ORGANIZATIONS,
    TITLE_WORDS,
)
from geodb.sources.article.extract.names.persons import SPEAKS
from geodb.sources.article.extract.names.runs import Words
from geodb.sources.article.extract.names.venues import is_unknown_place
from geodb.sources.article.extract.page import Mention, Passage

_ACRONYM = re.compile(r"[A-Z]{2,6}")
_SAYS = re.compile(
    r"(?:,\s(?:[0-9]{2}|who\s[^,.;“”\"]{3,60}|for\s(?:his|her)\spart|[a-z][^,.;“”\"]{3,60}),)?"
    r"\s(?:also\s|has\s|had\s|later\s|then\s|now\s|still\s|himself\s|herself\s)*"
    r"(?:said|says|told|tells|added|adds|warned|warns|claimed|claims|argued|argues|insisted|insists|noted|notes|stressed|stresses|explained"
    r"|explains|declared|tweeted|vowed|vows|promised|promises|denied|denies|replied|recalled|recalls|thinks|believes|reckons|admitted|admits"
    r"|conceded|concedes|called|calls|rejected|rejects|dismissed|dismisses|described|describes|accused|accuses|wrote|writes|acknowledged|acknowledges|confirmed|suggested|suggests|praised|criticised|criticized|condemned|urged|urges"
    r"|pledged|stated|responded|hailed|blamed|blames|predicted|predicts|contends|asserted|insist|complained|complains|concluded)\b"
)
_APPOSED_ALONE = re.compile(r",\s(?:[0-9]{2},|(?:speaking|visiting|writing|addressing|citing)\s)")
"""What is added to one name, and not to a plural: `Guterres, visiting the camps, called …`."""
_NO_PLACES = (
    NO_NAMES | NO_ORGANIZATIONS | frozenset(HEADS) | frozenset(INITIATIVE_HEADS) | frozenset(EVENT_HEADS)
)
_LANGUAGES = frozenset(
    {"Mandarin", "Cantonese", "Hebrew", "Latin", "Farsi", "Pashto", "Dari", "Urdu", "Tamil"}
)
_SHORTEST_ACRONYM = 3
_AS_BODY = re.compile(
    r"['’,;.](?!\w*-)|\s(?:has|had|is|was|said|says|will|would|can|could|may|which|and|mission|troops|fighters|rebels|leadership)\b"
)
_LONGEST_PLACE = 3
_REACH = 40
_CITED = re.compile(r",?\s\(?[12][0-9]{3}")
_COMPANIES = (
    r"operator|utility|company|firm|trading\shouse|automaker|drugmaker|planemaker|brewer|exchange|foundry|smelter|developer|telecoms?\s(?:group|company|operator)|bank|airline|carrier|manufacturer|producer|developer|insurer|refiner|conglomerate|contractor|shipper"
    "|retailer|miner|monopoly|giant|startup|lender|carmaker|chipmaker|steelmaker|shipbuilder|brokerage|consultancy|broadcaster|subsidiary|affiliate"
)
_BODIES = {
    "news agency": "media", "wire service": "media", "news site": "media", "television channel": "media",
    "agency": "government_office", "regulator": "government_office", "watchdog": "ngo", "charity": "ngo", "federation": "ngo",
    "association": "ngo", "union": "trade_union", "party": "political_party", "movement": "social_movement", "militia": "militia",
    "broadcaster": "media", "newspaper": "media", "daily": "media", "weekly": "media", "think-tank": "think_tank",
    "institute": "think_tank", "pollster": "company", "poll": "company", "survey": "company",
}  # fmt: skip
_NOUN = rf"(?P<noun>{_COMPANIES}|{'|'.join(_BODIES)})"
_BODY_BEFORE = re.compile(rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?|[’']s)\s(?:[\w-]+\s){{0,2}}?{_NOUN}\s\Z")
_BODY_AFTER = re.compile(rf",\s(?:an?|the)\s(?:[\w-]+\s){{0,3}}?{_NOUN}\b")
_FIRM_BEFORE = re.compile(
    r"\b(?:chartered|operated|manufactured|insured|supplied|refined|marketed|underwritten)\sby\s\Z"
)
_FIRM_AFTER = re.compile(
    r"\s(?:has\s|had\s|will\s|which\s|also\s|already\s|now\s)*(?:shelved|mothballed|manufactures?|manufactured|employs|employed|refines|drills|outsourced|drilled)\b"
    r"|,\swhich\s(?:makes|builds|owns|runs|operates|mines|employs|manufactures|supplies|produces|refines)\b"
)
"""What only firms do: `X has shelved the plant; X, which makes chips`."""
_ON_X = re.compile(r"\bon\s(?P<name>X)(?=[\s,.;:”\"]|$)")
_BODY_BESIDE = re.compile(
    r"(?:['’]s)?\s(?P<noun>party|movement|think-tank|newspaper|daily|weekly|broadcaster|poll|survey|airline|news\sagency)\b(?!\s(?:of|that|which)\b)"
)
"""`The Tisza party, the Latinobarómetro poll`."""
_APPOSED_PERSON = re.compile(
    r",\s(?:[0-9]{2},\s)?(?:an?|the)\s(?:[\w-]+\s){0,2}?(?P<noun>[a-z]+)(?=,|\sof\s|\swho\s|\sin\s|\sfrom\s|\sat\s|\s[0-9])"
)
_PLANS = frozenset(noun.lower() for noun in INITIATIVE_HEADS)
_Run = tuple[Passage, int, int]


class Loose:
    """Reads the runs of capitals of one article that are neither known nor told by the words around them."""

    def __init__(self, cast: Cast, words: dict[int, Words], runs: list[_Run]) -> None:
        self.cast, self._words, self._runs = cast, words, runs

    def read(self) -> None:
        """Add the mentions of persons and organizations, then of places, then of acronyms that come again."""
        for run in self._runs:
            if run[2] - run[1] == 1:
                self._read_short(*run[:2])
        for run in self._runs:
            self._read_place(*run)
        for run in self._runs:
            self._read_again(*run)
        for run in self._runs:
            self._read_described(*run)
        self._read_acronyms()
        self._read_platform()

    def _read_platform(self) -> None:
        """Read `wrote on X`, the name of a platform of one letter."""
        for passage in {passage.no: passage for passage, _, _ in self._runs}.values():
            for match in _ON_X.finditer(passage.text) if " on X" in passage.text else ():
                start, end = match.span("name")
                key = self.cast.other("media_platform", "X", (passage.no, start, end), "platform.x", 80)
                passage.mentions.append(Mention(start, end, (key,), "name"))

    def _read_described(self, passage: Passage, first: int, after: int) -> None:
        """Read a name whose kind stands beside it: `the utility PGE`, `CAF, a development bank`."""
        span = self._span(passage, first, after)
        if span is None or self._words[passage.no][first].text in NO_NAMES:
            return
        text, (start, end) = passage.text, span
        noun = (
            _BODY_BEFORE.search(text, max(0, start - _REACH), start)
            or _BODY_AFTER.match(text, end)
            or _BODY_BESIDE.match(text, end)
        )
        is_firm = _FIRM_BEFORE.search(text, max(0, start - _REACH), start) or _FIRM_AFTER.match(text, end)
        is_joined = (" & " in text[start:end] and _CITED.match(text, end) is None) or is_firm
        if noun or is_joined:
            kind = _BODIES.get(noun["noun"], "company") if noun else "company"
            at = (passage.no, start, end)
            key = self.cast.other(kind, text[start:end], at, "organization.described", 60)
            passage.mentions.append(Mention(start, end, (key,), "name"))

    def _span(self, passage: Passage, first: int, after: int) -> tuple[int, int] | None:
        """Return where a run stands, unless something has been read there."""
        words = self._words[passage.no]
        start, end = words[first].start, words[after - 1].end
        for mention in passage.mentions:
            if mention.start < end and start < mention.end:
                return None
        return start, end

    def _read_short(self, passage: Passage, number: int) -> None:
        """Read a single capitalised word: the last name of somebody, the short form of something, or nothing."""
        word = self._words[passage.no][number]
        text = word.text
        at = (passage.no, word.start, word.end)
        if self._span(passage, number, number + 1) is None:
            return
        key = self.cast.short(text, at)
        how = "short"
        if key is None and (key := self.cast.known_other(text)):
            how = "acronym"
            self.cast.actors[key].mentions.append(at)
        opens = _opens(passage.text, text, word.end) if word.start == 0 else False
        opens = opens or _is_apposed_person(passage.text, word.end)
        if key is None and text not in NO_NAMES and (opens or SPEAKS.match(passage.text, word.end)):
            if text.isupper() and len(text) > 1:
                key = self.cast.other("ngo", text, at, "organization.acronym_speaks", 40)
            elif (opens or word.start) and len(text) > 2:
                key = self.cast.person((text,), text, at, "person.speaks", 50)
        if key:
            passage.mentions.append(Mention(word.start, word.end, (key,), how))

    def _read_place(self, passage: Passage, first: int, after: int) -> None:
        """Read an unknown name as a place if a word such as *in* or *near* stands before it."""
        span = self._span(passage, first, after)
        if span and self._may_be_place(passage, first, after):
            if is_unknown_place(passage.text, *span, passage.mentions):
                self._add_place(passage, *span)

    def _may_be_place(self, passage: Passage, first: int, after: int) -> bool:
        words = self._words[passage.no]
        names = [word.text for word in words.all[first:after]]
        is_joined = (first and words[first - 1].is_capital and words.joined(first - 1)) or (
            after < len(words) and words[after].is_capital and words.joined(after - 1)
        )
        return (
            not is_joined
            and len(names) <= _LONGEST_PLACE
            and len(names[0]) > 2
            and not any(_is_no_place(name) for name in names)
            and not passage.text.startswith(("’s", "'s"), words[after - 1].end)
        )

    def _add_place(self, passage: Passage, start: int, end: int) -> None:
        at = (passage.no, start, end)
        place = self.cast.place("city", passage.text[start:end], at, "place.preposition", 75)
        passage.mentions.append(Mention(start, end, (), "place", place=place, is_venue=True))

    def _read_again(self, passage: Passage, first: int, after: int) -> None:
        """Read a name that is a place elsewhere in the article."""
        span = self._span(passage, first, after)
        if span and self.cast.known_place(passage.text[slice(*span)]):
            self._add_place(passage, *span)

    def _read_acronyms(self) -> None:
        """Take capitals such as KPA that come again for an organization, unless they are no name of one."""
        places: dict[str, list[tuple[Passage, int, int]]] = {}
        for passage, first, after in self._runs:
            text = self._words[passage.no][first].text
            is_acronym = after - first == 1 and _ACRONYM.fullmatch(text) and text not in NO_ORGANIZATIONS
            if is_acronym and (span := self._span(passage, first, after)):
                places.setdefault(text, []).append((passage, *span))
        for text, found in places.items():
            if any(_stands_for_plan(passage.text, text) for passage, _, _ in found):
                continue
            if len(found) > 1 or _is_the(found[0]):
                for passage, start, end in found:
                    key = self.cast.other("ngo", text, (passage.no, start, end), "organization.acronym", 50)
                    passage.mentions.append(Mention(start, end, (key,), "acronym"))


def _stands_for_plan(text: str, acronym: str) -> bool:
    """Whether a text explains an acronym as an initiative: `the Global Security Initiative (GSI); the X (Y) instrument`."""
    if f"({acronym})" not in text:
        return False
    explained = re.search(rf"(?P<last>[\w’'-]+)\s\({re.escape(acronym)}\)(?:\s(?P<noun>[a-z]+))?", text)
    return explained is not None and (explained["last"] in INITIATIVE_HEADS or explained["noun"] in _PLANS)


def _is_the(place: tuple[Passage, int, int]) -> bool:
    """Whether capitals are told as a body is: `the EUFOR has; troops of the AUSSOM.`."""
    passage, start, end = place
    is_long = end - start >= _SHORTEST_ACRONYM
    return (
        is_long and passage.text.endswith("the ", 0, start) and _AS_BODY.match(passage.text, end) is not None
    )


def _opens(text: str, word: str, end: int) -> bool:
    """Whether the first word of a paragraph is somebody's name: it speaks, and is no common noun or plural."""
    lower = word.lower()
    is_plural = lower.endswith("s") and not _APPOSED_ALONE.match(text, end)
    is_common = is_plural or lower in PERSONS or lower in BODIES or lower in PLURALS
    return not is_common and word.isalpha() and _SAYS.match(text, end) is not None


def _is_apposed_person(text: str, end: int) -> bool:
    """Whether a single name is told to be somebody by what follows it: `Adam, a fisherman of 61, was mending`."""
    match = _APPOSED_PERSON.match(text, end)
    return match is not None and (
        match["noun"] in PERSONS or match["noun"] in {"fisherman", "businessman", "woman", "man"}
    )


def _is_no_place(word: str) -> bool:
    is_capitals = word.isupper() and len(word) > 1
    return is_capitals or word in _NO_PLACES or word in _LANGUAGES or word.lower() in TITLE_WORDS
