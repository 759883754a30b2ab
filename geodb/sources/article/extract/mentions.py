"""Finding names in the text: known ones, organizations by their heads, persons by titles and given names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from geodb.sources.article.extract.cast import Cast, Place
from geodb.sources.article.extract.gazetteer import Gazetteer, Hit
from geodb.sources.article.extract.groups import find_groups
from geodb.sources.article.extract.page import Mention, Page, Passage
from geodb.sources.article.extract.runs import Words
from geodb.sources.article.extract.titles import Title, apposition, office_label, title_before
from geodb.sources.article.extract.venues import is_place_here
from geodb.sources.article.extract.words import (
    EVENT_HEADS,
    HEADS,
    INITIATIVE_HEADS,
    NO_NAMES,
    NO_ORGANIZATIONS,
    PLACE_HEADS,
    QUALIFIERS,
    SUFFIXES,
    TITLE_WORDS,
)

_ACRONYM_AFTER = re.compile(r"\s\(([A-Z][A-Za-z&]{1,7})\)")
_SPEAKS = re.compile(
    r"(?:['’]s)?\s(?:also\s|has\s|have\s|had\s|later\s|then\s|who\s)?(?:said|says|told|tells|added|stated|wrote|announced|warned|claimed"
    r"|argued|insisted|noted|stressed|emphasi[sz]ed|explained|declared|tweeted|met|visited|arrived|signed|vowed"
    r"|pledged|called|urged|accused|denied|confirmed|replied|responded|testified|resigned|is\sa|was\sa|was\sborn)\b"
)
_ALONE = re.compile(
    r"(?<![A-Z][a-zà-ÿ] )(?<!\w[a-zà-ÿ] )(?:^|[a-z,;.“] )(?=(?P<name>[^\Wa-z\d_][^\W\d_]*)\b(?! [A-Z]))"
)
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_LONGEST_NAME = 5
_LONGEST_GUESS = 3
_FORMER = re.compile(r"\b(?:former|then|late|ex)[\s-]", re.IGNORECASE)
_SHORTEST_LAST_NAME = 4
_THE = re.compile(r"\b[Tt]he\s$")
_NO_PERSON = frozenset(INITIATIVE_HEADS) | frozenset(EVENT_HEADS) | PLACE_HEADS | frozenset(HEADS)


class Reader:
    """Reads the mentions of one article into its cast: full names in all passages first, short ones after."""

    def __init__(self, page: Page, gazetteer: Gazetteer, cast: Cast) -> None:
        self.page, self.gazetteer, self.cast = page, gazetteer, cast
        self._words = {passage.no: Words(passage.text) for passage in page.passages}
        self._hits = {
            passage.no: list(gazetteer.find(passage.text, self._words[passage.no].starts()))
            for passage in page.passages
        }
        self._loose: list[tuple[Passage, int]] = []

    @cached_property
    def _alone(self) -> frozenset[str]:
        """Capitalised words that stand somewhere without another one before or after them."""
        return frozenset(
            match["name"] for passage in self.page.passages for match in _ALONE.finditer(passage.text)
        )

    def read(self) -> None:
        """Fill the mentions of all passages."""
        for passage in self.page.passages:
            self._read_names(passage)
        for passage, number in self._loose:
            self._read_loose(passage, number)
        self._read_acronyms()
        for passage in self.page.passages:
            passage.mentions += find_groups(passage, self.cast)
            passage.mentions.sort(key=lambda mention: (mention.start, -mention.end))

    def _read_names(self, passage: Passage) -> None:
        words, hits = self._words[passage.no], self._hits[passage.no]
        known = {hit.start: hit for hit in hits}
        taken = list(self._organizations(passage, words, hits))
        spans = [(mention.start, mention.end) for mention in taken]
        passage.mentions += taken
        persons = list(self._persons(passage, words, known, spans))
        inside = spans + [(person.start, person.end) for person in persons]
        passage.mentions += persons
        for hit in hits:
            if not any(start <= hit.start and hit.end <= end for start, end in inside):
                passage.mentions.append(self._known(passage, hit))

    # --- known names and organizations ---------------------------------------------------------------------

    def _known(self, passage: Passage, hit: Hit) -> Mention:
        text = passage.text
        end = hit.end
        acronym = _ACRONYM_AFTER.match(text, end)
        senses = [sense for sense in hit.senses if sense.how != "place"]
        places = [sense for sense in hit.senses if sense.how == "place"]
        mention = Mention(hit.start, end, ())
        is_place = bool(places) and is_place_here(text, hit.start, passage.mentions, only=not senses)
        printed = text[hit.start : hit.end]
        if senses and acronym and any(acronym[1] == name for name, _ in senses[0].entry.names):
            end = acronym.end()
        at: Place = (passage.no, hit.start, end)
        if places and (is_place or not senses):
            mention.is_venue, mention.how = True, "place"
            mention.place = self.cast.entry(places[0].entry, printed, "place", at)
        country_named = bool(senses) and senses[0].how in {"name", "acronym"} and bool(places)
        is_region = bool(senses) and senses[0].entry.kind == "region_collective"
        if senses and (not is_place or (country_named and not is_region)):
            mention.how = senses[0].how
            mention.actors = (self.cast.entry(senses[0].entry, printed, senses[0].how, at),)
        return mention

    def _organizations(self, passage: Passage, words: Words, hits: list[Hit]) -> Iterator[Mention]:
        for first, after, kind in words.organizations():
            start, end = words[first].start, words[after - 1].end
            name = passage.text[start:end]
            around = [hit for hit in hits if hit.start <= start and end <= hit.end]
            quote = passage.in_quote(start)
            if around or self.gazetteer.senses(name) or (quote and quote.words.start == start):
                continue
            country = next(
                (hit.senses[0].entry.country for hit in hits if start <= hit.start and hit.end <= end), None
            )
            key = self.cast.other(kind, name, (passage.no, start, end), "organization.head", 75, country)
            acronym = _ACRONYM_AFTER.match(passage.text, end)
            if acronym:
                self.cast.alias(key, acronym[1])
            yield Mention(start, end, (key,))

    # --- persons -------------------------------------------------------------------------------------------

    def _persons(
        self, passage: Passage, words: Words, known: dict[int, Hit], spans: list[tuple[int, int]]
    ) -> Iterator[Mention]:
        for first, after in words.runs(spans):
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
            is_last_name = is_given and at == after - 1 and hit is not None and hit.end == word.end
            if hit and not is_last_name and hit.senses[0].entry.kind != "person":
                if start is not None:
                    yield start, at
                start = None
                while at < after and words[at].start < hit.end:
                    at += 1
                continue
            lower = word.text.lower()
            stops = word.text in NO_NAMES or lower in TITLE_WORDS or lower in QUALIFIERS
            if stops and not (is_given and at == after - 1 and word.text not in NO_NAMES):
                if start is not None:
                    yield start, at
                start = None
            elif start is None:
                start = at
            at += 1
        if start is not None:
            yield start, after

    def _person(self, passage: Passage, words: Words, first: int, after: int) -> Mention | None:
        while after > first and words[after - 1].text in {"and", "of", "the"}:
            after -= 1
        names = [words[number].text for number in range(first, after)]
        start, end = words[first].start, words[after - 1].end
        if passage.text[end : end + 1] == "." and names[-1] in SUFFIXES:
            end += 1
        title = title_before(words, first)
        if title and names[0] not in self.gazetteer.given_names and title.words.split()[-1] in {"of", "for"}:
            return None
        rule, confidence = self._why(passage, words, first, after, title)
        if not rule:
            if after - first == 1:
                self._loose.append((passage, first))
            return None
        printed = passage.text[start:end]
        if after - first == 1 and (short := self.cast.short(printed, (passage.no, start, end))):
            key = short
        else:
            at = (passage.no, title.start if title else start, end)
            key = self.cast.person(tuple(names), printed, at, rule, confidence)
        mention = Mention(start, end, (key,), "name", title.start if title else -1)
        self._office(passage, mention, title)
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
            count > _LONGEST_NAME
            or any(name in _NO_PERSON for name in names[is_given:])
            or (names[0].isupper() and len(names[0]) > 3)
        ):
            return "", 0
        if title and not (title.words in {"head", "leader", "officer"} and count == 1):
            return "person.title", 95 if count > 1 else 80
        if self.gazetteer.senses(" ".join(names)):
            return "gazetteer.database", 95
        if count > 1 and names[0] in self.gazetteer.given_names:
            return "person.given_name", 90
        if count > 1 and len(names[0]) == 1:
            return "person.initial", 80
        if count > 1 and (_SPEAKS.match(text, end) or apposition(text, end)):
            return "person.speaks", 70
        if (
            1 < count <= _LONGEST_GUESS
            and self._stands_alone(names[-1])
            and not _THE.search(text, 0, words[first].start)
        ):
            return "person.last_name_alone", 60
        return "", 0

    def _stands_alone(self, name: str) -> bool:
        """Whether a word stands elsewhere in the article without the one before it, as last names do."""
        if len(name) < _SHORTEST_LAST_NAME or not name.isalpha() or self.gazetteer.senses(name):
            return False
        return name in self._alone

    def _office(self, passage: Passage, mention: Mention, title: Title | None) -> None:
        text, key = passage.text, mention.actors[0]
        around: tuple[int, int]
        if title and title.is_office:
            around = (title.start, mention.end)
            organization = self._organization_before(passage, title) or self._organization_in(
                passage, title.end - 1, mention.start, after_of=True
            )
        else:
            found = apposition(text, mention.end)
            if found is None:
                return
            title, start, end = found
            around = (mention.start, end)
            organization = self._organization_in(passage, start, end)
        if organization is None:
            return
        printed, hit = organization
        entry = hit.senses[0].entry if hit else None
        at = (passage.no, min(printed[0], around[0]), around[1])
        if at[1] < mention.begin:
            mention.outer = at[1]
        if _FORMER.search(f"{text[max(0, printed[0] - 8) : printed[0]]} {title.qualified} "):
            return
        name = text[printed[0] : printed[1]]
        actor = self._organization_key(passage, printed, hit)
        is_state = bool(entry and entry.kind in {"state", "contested_territory"})
        label = office_label(title, entry.name if entry else name, name, is_state=is_state)
        office = self.cast.office(label, actor, at)
        self.cast.holdings.setdefault((key, office), at)
        member = self.cast.actors[key]
        member.country = member.country or (entry.country if entry else None)
        if member.mentions and member.mentions[-1][0] == passage.no:
            member.mentions[-1] = at
        mention.office = office

    def _organization_key(self, passage: Passage, printed: tuple[int, int], hit: Hit | None) -> str | None:
        if hit is not None:
            sense = next((sense for sense in hit.senses if sense.how != "place"), None)
            at = (passage.no, *printed)
            return (
                self.cast.entry(sense.entry, passage.text[slice(*printed)], sense.how, at) if sense else None
            )
        return next((m.actors[0] for m in passage.mentions if (m.start, m.end) == printed and m.actors), None)

    def _organization_before(
        self, passage: Passage, title: Title
    ) -> tuple[tuple[int, int], Hit | None] | None:
        """Return the state or organization right before a title: `Indian`, `US`, `Russia’s`, `Kremlin`."""
        before = passage.text[: title.start].rstrip()
        for possessive in ("’s", "'s", "’", "'"):
            before = before.removesuffix(possessive)
        return self._ending_at(passage, len(before))

    def _ending_at(self, passage: Passage, end: int) -> tuple[tuple[int, int], Hit | None] | None:
        for hit in self._hits[passage.no]:
            if hit.end == end and any(sense.how != "place" for sense in hit.senses):
                return (hit.start, hit.end), hit
        for mention in passage.mentions:
            if mention.end == end and mention.actors and mention.how == "name":
                return (mention.start, mention.end), None
        return None

    def _organization_in(
        self, passage: Passage, start: int, end: int, *, after_of: bool = False
    ) -> tuple[tuple[int, int], Hit | None] | None:
        if after_of and " of " not in passage.text[max(0, start - 12) : end]:
            return None
        for hit in self._hits[passage.no]:
            if start <= hit.start and hit.end <= end and any(sense.how != "place" for sense in hit.senses):
                return (hit.start, hit.end), hit
        for mention in passage.mentions:
            if start <= mention.start and mention.end <= end and mention.actors:
                return (mention.start, mention.end), None
        return None

    # --- single words --------------------------------------------------------------------------------------

    def _read_acronyms(self) -> None:
        """Take capitals such as KPA that come again for an organization, unless they are no name of one."""
        places: dict[str, list[tuple[Passage, int, int]]] = {}
        for passage, number in self._loose:
            word = self._words[passage.no][number]
            is_taken = any(mention.start <= word.start < mention.end for mention in passage.mentions)
            if _ACRONYM.fullmatch(word.text) and word.text not in NO_ORGANIZATIONS and not is_taken:
                places.setdefault(word.text, []).append((passage, word.start, word.end))
        for text, found in places.items():
            if len(found) > 1:
                for passage, start, end in found:
                    key = self.cast.other("ngo", text, (passage.no, start, end), "organization.acronym", 50)
                    passage.mentions.append(Mention(start, end, (key,), "acronym"))

    def _read_loose(self, passage: Passage, number: int) -> None:
        """Read a single capitalised word: the last name of somebody, the short form of something, or nothing."""
        word = self._words[passage.no][number]
        text = word.text
        at = (passage.no, word.start, word.end)
        if any(mention.start <= word.start < mention.end for mention in passage.mentions):
            return
        key = self.cast.short(text, at)
        how = "short"
        if key is None and (key := self.cast.known_other(text)):
            how = "acronym"
            self.cast.actors[key].mentions.append(at)
        if key is None and _SPEAKS.match(passage.text, word.end) and text not in NO_NAMES:
            if text.isupper() and len(text) > 1:
                key = self.cast.other("ngo", text, at, "organization.acronym_speaks", 40)
            elif word.start and len(text) > 2:
                key = self.cast.person((text,), text, at, "person.speaks", 50)
        if key:
            passage.mentions.append(Mention(word.start, word.end, (key,), how))
