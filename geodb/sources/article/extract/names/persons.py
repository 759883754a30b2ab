"""Finding persons: by a title, a given name, an initial, a verb of speech, or a last name that stands alone elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.gazetteer import Gazetteer, Hit
from geodb.sources.article.extract.language.words import (
    EVENT_HEADS,
    FAMILY_NAMES_FIRST,
    HEADS,
    INITIATIVE_HEADS,
    NO_NAMES,
    PARTICLES,
    PLACE_HEADS,
    QUALIFIERS,
    SUFFIXES,
    TITLE_WORDS,
)
from geodb.sources.article.extract.names.offices import Offices
from geodb.sources.article.extract.names.runs import Words
from geodb.sources.article.extract.names.titles import Title, apposition, title_before
from geodb.sources.article.extract.names.venues import is_unknown_place
from geodb.sources.article.extract.page import Mention, Passage

SPEAKS = re.compile(
    r"(?:['’]s)?\s(?:also\s|has\s|have\s|had\s|later\s|then\s|who\s)?(?:said|says|told|tells|added|stated|wrote|announced|warned|claimed"
    r"|argued|insisted|noted|stressed|emphasi[sz]ed|explained|declared|tweeted|met|visited|arrived|signed|vowed"
    r"|pledged|called|urged|accused|denied|confirmed|replied|responded|testified|resigned|is\sa|was\sa|was\sborn)\b"
)
_SPOKEN = re.compile(
    r"[”\"’',]\s(?:said|says|added|adds|recalled|recalls|explained|explains|argued|argues|warned|warns|noted|notes|remarked|remarks"
    r"|insisted|insists|complained|complains|asked|asks|replied|conceded|concedes|admitted|joked|sighed|lamented)\s\Z"
)
_SECOND_SYLLABLE = re.compile(
    r"-(?!(?:led|era|style|like|born|based|backed|run|held|made|ally|owned|wide|old|bound|hit|free|rich"
    r"|only|type|class|esque|ish|only|run|ruled|bashing)\b)[a-z]{2,5}(?![\w-])"
)
"""What goes on in small letters after a hyphen in names of Korea and Taiwan: *Kim Jong-un, Tsai Ing-wen*."""
_ALSO_NAMES = frozenset(
    {"Sheikh", "Sheik", "Shaikh", "Khan", "Prince", "Bishop", "Dean", "Major", "King", "Emir", "Christian"}
)
"""Titles that stand within names too."""
_ARTICLES = frozenset({"Al", "El", "Bin", "Ibn", "bin", "al"})
_NAMED_AFTER_PERSONS = frozenset({"armed_group", "militia", "private_military_company", "company", "media"})
"""Kinds of actors whose names may be last names: *Thérèse Kayikwamba Wagner*."""
_LONGEST_NAME = 5
_LONGEST_GUESS = 3
_SHORTEST_LAST_NAME = 4
_SHORTEST_TOLD = 2
_TOLD_OF = re.compile(r",\s(?:[0-9]{2},\s)?(?:an?|who|whose)\s")
"""What tells of a person even if the name is short: `Fatou Sow, a professor`."""
_CRAFT = re.compile(
    r"\b(?:tanker|ship|vessel|frigate|destroyer|carrier|submarine|warship|ferry|freighter|trawler|yacht|cutter|corvette|boat"
    r"|missile|drone|satellite|rocket|film|novel|book|album|song|horse|storm|hurricane|cyclone|typhoon)s?\s$"
)
"""What has names that look like those of persons: `the tanker Stena Impero`."""
_OF_A_FIRM = re.compile(
    r",\s(?:an?|the)\s(?:[\w-]+\s){0,3}(?:unit|subsidiary|arm|company|firm|affiliate|joint\sventure|mine|port|town|vessel|ship)\b"
)
_THE = re.compile(r"\b[Tt]he\s$")
_COMMON_FIRST = re.compile(r"(?:al|ic|ive|ous|ern|ese|ish)$")
_COMMON_LAST = re.compile(r"(?:tion|ment|ness|ship|ity|ism|ics|ees)s?$")
_OF_NAME = re.compile(r"\b[A-Z]\w+\s(?:of|for)\s$")
_JOINED = re.compile(r",?\sand\s|,\s|\sof\s")
_LONGEST_HEAD = 24
_PLACE_FOLLOWS = frozenset({"of", "in", "at", "near", "from", "to", "for"})
_THINGS = frozenset({"Visa", "Award", "Prize", "Index", "Survey", "Poll", "Line", "Fleet", "Order", "Medal"})
_NO_PERSON = _THINGS | frozenset(INITIATIVE_HEADS) | frozenset(EVENT_HEADS) | PLACE_HEADS | frozenset(HEADS)


class Persons:
    """Finds the persons of one article by their full names, and keeps the capitals that are nobody yet."""

    def __init__(
        self, gazetteer: Gazetteer, cast: Cast, words: Mapping[int, Words], offices: Offices
    ) -> None:
        self.gazetteer, self.cast, self.offices = gazetteer, cast, offices
        self._words = words
        self.loose: list[tuple[Passage, int, int]] = []

    @cached_property
    def _alone(self) -> frozenset[str]:
        """Capitalised words that stand somewhere without another one before or after them."""
        return frozenset(
            words[after - 1].text
            for words in self._words.values()
            for first, after in words.runs([])
            if all(_is_no_name(words[number].text) for number in range(first, after - 1))
        )

    def find(
        self, passage: Passage, words: Words, known: dict[int, Hit], runs: list[tuple[int, int]]
    ) -> Iterator[Mention]:
        """Yield the mentions of persons in a passage, whose names are among its runs of capitalised words."""
        for first, after in runs:
            if " & " in passage.text[words[first].start : words[after - 1].end]:
                self.loose.append((passage, first, after))  # a firm
                continue
            for start, end in self._candidates(words, first, after, known):
                person = self._person(passage, words, start, end)
                if person:
                    yield person

    def _candidates(
        self, words: Words, first: int, after: int, known: dict[int, Hit]
    ) -> Iterator[tuple[int, int]]:
        """Yield parts of a run that may be names of persons: without titles, known names and common words."""
        at = first
        start: int | None = None
        while at < after:
            word = words[at]
            is_given = start is not None and words[start].text in self.gazetteer.given_names
            hit = known.get(word.start)
            is_last = at == after - 1 and hit is not None and hit.end == word.end
            is_long = hit is not None and start is not None and at - start > 1
            is_namesake = is_long and hit is not None and hit.senses[0].entry.kind in _NAMED_AFTER_PERSONS
            is_last_name = is_last and (is_given or is_namesake)
            is_name = is_last_name or (
                hit is not None
                and (
                    hit.senses[0].entry.kind == "person"
                    or (hit.senses[0].how == "place" and self._may_name_person(hit, words, at, start))
                )
            )
            if hit and not is_name:
                if start is not None:
                    yield start, at
                start = None
                while at < after and words[at].start < hit.end:
                    at += 1
                continue
            lower = word.text.lower()
            stops = _is_no_name(word.text) or lower in QUALIFIERS or _ends_title(words, at)
            stops = stops and not (start is not None and at < after - 1 and word.text in _ALSO_NAMES)
            stops = stops and not (
                word.text == "Sen" and start is not None and words[start].text in FAMILY_NAMES_FIRST
            )
            stops = stops and not (start is not None and len(word.text) == 1 and word.gap == ". ")
            stops = stops and not (word.text == "He" and at < after - 1 and _is_titled(words, at))
            if stops and not (is_given and at == after - 1 and word.text not in NO_NAMES):
                if start is not None:
                    yield start, at
                start = None
            elif start is None:
                start = at
            at += 1
        if start is not None:
            yield start, after

    def _may_name_person(self, hit: Hit, words: Words, at: int, start: int | None) -> bool:
        """Whether persons may be called as a town or province is: within a name, or where no *in* is before it."""
        is_where = at > 0 and words[at - 1].text.lower() in _PLACE_FOLLOWS
        return (
            hit.end == words[at].end
            and (start is not None or not is_where or words[at].text in self.gazetteer.given_names)
            and all(sense.how == "place" and sense.entry.kind in {"city", "admin1"} for sense in hit.senses)
        )

    def _person(self, passage: Passage, words: Words, first: int, after: int) -> Mention | None:
        while after > first and words[after - 1].text in {"and", "of", "the"}:
            after -= 1
        names = [words[number].text for number in range(first, after)]
        start, end = words[first].start, words[after - 1].end
        if passage.text[end : end + 1] == "." and names[-1] in SUFFIXES:
            end += 1
        if len(names) > 1 and (rest := _SECOND_SYLLABLE.match(passage.text, end)):
            names[-1] += rest[0]
            end = rest.end()
        title = title_before(words, first)
        if title is None and (longer := _title_within(words, first, after)):
            return self._person(passage, words, longer, after)
        if title and title.is_plural and not _JOINED.match(passage.text, end):
            title = None
        title = title or self.offices.shared(passage, start)
        if title and names[0] not in self.gazetteer.given_names and title.words.split()[-1] in {"of", "for"}:
            return None
        if title is None and len(names) > 1 and names[0].lower() in PARTICLES:  # *Von der Leyen*
            if key := self.cast.short(names[-1], (passage.no, start, end)):
                return Mention(start, end, (key,), "short")
        rule, confidence = self._why(passage, words, first, after, title)
        if not rule:
            self.loose.append((passage, first, after))
            return None
        printed = passage.text[start:end]
        if after - first == 1 and (short := self.cast.short(printed, (passage.no, start, end))):
            key = short
        else:
            at = (passage.no, title.start if title else start, end)
            key = self.cast.person(tuple(names), printed, at, rule, confidence)
            if title and after - first == 2 and names[0] not in self.gazetteer.given_names:
                self.cast.called_first(names[0], key)
        mention = Mention(start, end, (key,), "name", title.start if title else -1)
        self.offices.read(passage, words, mention, title)
        return mention

    def _why(
        self, passage: Passage, words: Words, first: int, after: int, title: Title | None
    ) -> tuple[str, int]:
        """Return the rule by which these words are a person, and how sure it is; an empty rule if they are none."""
        count = after - first
        text, end = passage.text, words[after - 1].end
        names = [words[number].text for number in range(first, after)]
        is_given = names[0] in self.gazetteer.given_names
        if (
            sum(name not in _ARTICLES for name in names) > _LONGEST_NAME
            or any(name in _NO_PERSON for name in names[is_given:])
            or ("".join(names).isupper() and len("".join(names)) > _SHORTEST_LAST_NAME)
            or (names[0].isupper() and len(names[0]) > (1 if _is_printed_large(text, title) else 3))
        ):
            return "", 0
        if title and not (title.words in {"head", "leader", "officer"} and count == 1):
            return "person.title", 95 if count > 1 else 80
        if any(sense.entry.kind == "person" for sense in self.gazetteer.senses(" ".join(names))):
            return "gazetteer.database", 95
        if count > 1 and names[0] in self.gazetteer.given_names:
            return "person.given_name", 90
        if count == 2 and _SECOND_SYLLABLE.match(text, end) and not _THE.search(text, 0, words[first].start):
            return "person.syllables", 75
        if count > 1 and len(names[0]) == 1:
            return "person.initial", 80
        if count > 1 and (
            SPEAKS.match(text, end) or apposition(text, end) or _SPOKEN.search(text, 0, words[first].start)
        ):
            return "person.speaks", 70
        if 1 < count <= _LONGEST_GUESS and not _THE.search(text, 0, words[first].start):
            return self._guess(passage, (words[first].start, end), names)
        return "", 0

    def _guess(self, passage: Passage, span: tuple[int, int], names: list[str]) -> tuple[str, int]:
        """Take capitals of which nothing else is known for a person, unless they look like something else."""
        last = names[-1]
        is_told = _TOLD_OF.match(passage.text, span[1]) is not None
        shortest = _SHORTEST_TOLD if is_told else _SHORTEST_LAST_NAME
        if len(last) < shortest or not last.isalpha() or self.gazetteer.senses(last):
            return "", 0
        if last in self._alone:
            return "person.last_name_alone", 60
        is_hyphened = "-" in passage.text[slice(*span)][: len(names[0]) + 1]
        looks_common = bool(_COMMON_FIRST.search(names[0]) or _COMMON_LAST.search(last)) or is_hyphened
        if (
            looks_common
            or _CRAFT.search(passage.text, max(0, span[0] - _LONGEST_HEAD), span[0])
            or _OF_A_FIRM.match(passage.text, span[1])
            or _OF_NAME.search(passage.text, max(0, span[0] - _LONGEST_HEAD), span[0])
            or self.gazetteer.senses(names[0])
            or is_unknown_place(passage.text, *span, passage.mentions)
        ):
            return "", 0
        return "person.capitals", 65


def _title_within(words: Words, first: int, after: int) -> int | None:
    """Return where a name begins after the end of a title with *and*: `Commissioner for Defense and Space Andrius Ruk`."""
    if not first or words[first - 1].text != "and":
        return None
    found = ((at, title_before(words, at)) for at in range(first + 1, after - 1))
    return next((at for at, title in found if title and title.is_of), None)


def _is_printed_large(text: str, title: Title | None) -> bool:
    """Whether a title is all in capitals, as in the labels of transcripts: `PRIME MINISTER RUK:`."""
    return title is not None and text[title.start : title.end].isupper()


def _is_titled(words: Words, number: int) -> bool:
    """Tell whether a title stands right before a word: *Vice Premier He Lifeng*."""
    return number > 0 and words[number - 1].gap == " " and title_before(words, number) is not None


def _ends_title(words: Words, number: int) -> bool:
    """Tell whether a word is the last of *Secretary of State* and *Chief of the General Staff*."""
    return words[number].text in {"State", "Staff"} and words[number - 1].text.lower() in {"of", "general"}


def _is_no_name(word: str) -> bool:
    lower = word.lower()
    return word in NO_NAMES or lower in TITLE_WORDS or (lower[-1] == "s" and lower[:-1] in TITLE_WORDS)
