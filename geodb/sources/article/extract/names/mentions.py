"""Finding names in the text: known ones, organizations by their heads, places, persons, and what is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from geodb.sources.article.dateline import find_dateline
from geodb.sources.article.extract.cast import Cast, Place
from geodb.sources.article.extract.gazetteer import Gazetteer, Hit, Sense
from geodb.sources.article.extract.language.words import NO_NAMES
from geodb.sources.article.extract.names.bodies import Home, state_of
from geodb.sources.article.extract.names.groups import find_groups
from geodb.sources.article.extract.names.loose import Loose
from geodb.sources.article.extract.names.offices import Offices
from geodb.sources.article.extract.names.persons import Persons
from geodb.sources.article.extract.names.places import find_places
from geodb.sources.article.extract.names.runs import Words
from geodb.sources.article.extract.names.turns import read_labels
from geodb.sources.article.extract.names.venues import is_place_here
from geodb.sources.article.extract.page import Mention, Page, Passage

_FIRST_PASSAGES = 5
_EXPLAINED = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?:\s(?:(?:of|for|and|the|de|in|on)\s){0,2}[A-Z][\w’'-]+){1,8})\s\((?:the\s)?(?P<acronym>[A-Z][A-Za-z&-]{1,9})\)"
)
_ACRONYM_AFTER = re.compile(r"\s\(([A-Z][A-Za-z&]{1,7})\)")


_REST_OF_NAME = re.compile(
    r"(?P<rest>(?:\s(?:and|for|of|on|the|[A-Z][\w’'-]+)){2,7})(?=\s\((?P<acronym>[A-Z]{3,8})\))"
)
_OWNED = re.compile(
    r"\b(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|(?!America|US|U\.S|Washington)[A-Z][\w-]+[’']s?)\s\Z"
)
_OFFICE_FOR = re.compile(r"\b(?:[Mm]inist\w+|[A-Z]\w+)\s(?:of|on|for)\s\Z")
"""What leads to the matters of an office, not to a journal of that name: `the Ministers of Foreign Affairs`."""
_OF_MANY = frozenset({"Congress", "Senate", "Treasury", "House", "Supreme Court", "Parliament"})
_REACH_OF_OWNER = 30


def _is_of_another(text: str, hit: Hit) -> bool:
    """Whether a body that goes by its noun alone is that of somebody named before it: `its Congress`."""
    if hit.senses[0].entry.kind == "media":
        return _OFFICE_FOR.search(text, max(0, hit.start - _REACH_OF_OWNER), hit.start) is not None
    alone = text[hit.start : hit.end] in _OF_MANY
    return alone and _OWNED.search(text, max(0, hit.start - _REACH_OF_OWNER), hit.start) is not None


def _whole_name(text: str, start: int, end: int) -> int | None:
    """Return where a name ends that goes on to its acronym: `the Authority for Ports and Shipping (APS)`."""
    rest = _REST_OF_NAME.match(text, end)
    return rest.end("rest") if rest and rest["acronym"][0] == text[start] else None


def _has_initials(words: list[str], acronym: str) -> bool:
    """Whether an acronym is made of the first letters of the last capitalised words before it."""
    initials = "".join(word[0] for word in words if word[0].isupper())
    letters = "".join(filter(str.isupper, acronym))
    return initials.endswith(letters)


class Reader:
    """Reads the mentions of one article into its cast: full names in all passages first, short ones after."""

    def __init__(self, page: Page, gazetteer: Gazetteer, cast: Cast) -> None:
        self.page, self.gazetteer, self.cast = page, gazetteer, cast
        self._words = {passage.no: Words(passage.text) for passage in page.passages}
        self._hits = {
            passage.no: list(gazetteer.find(passage.text, self._words[passage.no].starts()))
            for passage in page.passages
        }
        self._heed_acronyms()
        self._home = self._read_dateline()
        self._offices = Offices(cast, self._hits, self._home)
        self._persons = Persons(gazetteer, cast, self._words, self._offices)

    def read(self) -> None:
        """Fill the mentions of all passages."""
        for passage in sorted(self.page.passages, key=lambda passage: passage.is_heading):
            self._read_names(passage)  # headings last: who has a last name there has a full one below
        read_labels(self.page.passages, self.cast)
        self._offices.read_posts_of_several(self.page.passages)
        self._offices.finish()
        Loose(self.cast, self._words, self._persons.loose).read()
        self._offices.read_counterparts()
        home = self._home.state.entry.country if self._home else None
        for passage in self.page.passages:
            passage.mentions += find_groups(passage, self.cast, home)
            passage.mentions.sort(key=lambda mention: (mention.start, -mention.end))

    def _heed_acronyms(self) -> None:
        """Let acronyms mean what the article explains them by: *AA* the Arakan Army, where it says so."""
        explained: dict[str, tuple[Sense, ...]] = {}
        for passage in self.page.passages:
            for match in _EXPLAINED.finditer(passage.text) if "(" in passage.text else ():
                words, acronym = match["name"].split(), match["acronym"]
                known = {name for sense in self.gazetteer.senses(acronym) for name, _ in sense.entry.names}
                wholes = [" ".join(words[first:]) for first in range(len(words))]
                if known and known.isdisjoint(wholes) and _has_initials(words, acronym):
                    senses = next(filter(None, map(self.gazetteer.senses, wholes)), ())
                    explained.setdefault(acronym, senses)
        for passage in self.page.passages if explained else ():
            hits = ((hit, passage.text[hit.start : hit.end]) for hit in self._hits[passage.no])
            meant = (hit._replace(senses=explained[name]) if name in explained else hit for hit, name in hits)
            self._hits[passage.no] = [hit for hit in meant if hit.senses]

    def _read_dateline(self) -> Home | None:
        """Read the place at the top of a report, and return the state of which it is the capital."""
        for passage in islice(self.page.passages, _FIRST_PASSAGES):
            line = find_dateline(passage.text)
            if line and line.agency:
                start = passage.text.index(line.agency)
                agency = self._agency(line.agency, (passage.no, start, start + len(line.agency)))
                passage.mentions.append(Mention(start, start + len(line.agency), (agency,), "name"))
            city = line.city if line else ""
            for sense in self.gazetteer.senses(city.title()) if city else ():
                if sense.how == "place":
                    at = (passage.no, 0, len(city))
                    place = self.cast.entry(sense.entry, sense.entry.name, "place", at)
                    passage.mentions.append(Mention(*at[1:], (), "place", place=place, is_venue=True))
                    state = state_of(self.gazetteer.senses(city.title()))
                    return Home(state, city, at) if state else None
            if line and (line.date or any(city.title() in passage.text for passage in self.page.passages)):
                at = (passage.no, 0, len(city))
                place = self.cast.place("city", city.title(), at, "place.dateline", 70)
                passage.mentions.append(Mention(*at[1:], (), "place", place=place, is_venue=True))
        return None

    def _agency(self, name: str, at: Place) -> str:
        """Return the news agency of a dateline: a known one, or a new one."""
        known = [sense for sense in self.gazetteer.senses(name) if sense.entry.kind == "media"]
        if known:
            return self.cast.entry(known[0].entry, name, known[0].how, at)
        return self.cast.other("media", name, at, "organization.dateline", 80)

    def _read_names(self, passage: Passage) -> None:
        words, hits = self._words[passage.no], self._hits[passage.no]
        known = {hit.start: hit for hit in hits}
        taken = [*passage.mentions, *self._organizations(passage, words, hits)]
        spans = [(mention.start, mention.end) for mention in taken]
        runs = words.runs(spans)
        if places := list(self._places(passage, words, known, runs)):
            taken += places
            spans += [(place.start, place.end) for place in places]
            runs = words.runs(spans)
        passage.mentions = taken
        persons = list(self._persons.find(passage, words, known, runs))
        inside = spans + [(person.start, person.end) for person in persons]
        titles = [(person.begin, person.start) for person in persons if person.begin < person.start]
        passage.mentions += persons
        for hit in hits:
            taken_by = inside + titles if hit.senses[0].entry.kind == "media" else inside
            is_taken = any(start <= hit.start and hit.end <= end for start, end in taken_by)
            if not is_taken and not _is_part(words, hit) and not _is_of_another(passage.text, hit):
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
        is_listed = acronym and any(acronym[1] == name for sense in senses for name, _ in sense.entry.names)
        is_new = acronym and senses and not is_listed and _has_initials(printed.split(), acronym[1])
        if acronym and (is_listed or is_new):
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
            if is_new and acronym:
                self.cast.alias(mention.actors[0], acronym[1])
        return mention

    def _organizations(self, passage: Passage, words: Words, hits: list[Hit]) -> Iterator[Mention]:
        for first, after, kind in words.organizations():
            start, end = words[first].start, words[after - 1].end
            if longer := _whole_name(passage.text, start, end):
                end = longer
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

    def _places(
        self, passage: Passage, words: Words, known: dict[int, Hit], runs: list[tuple[int, int]]
    ) -> Iterator[Mention]:
        for found in find_places(words, known, runs):
            at = (passage.no, found.start, found.end)
            place = self.cast.place(found.kind, found.name, at, "place.head", 80, found.country)
            yield Mention(found.start, found.end, (), "place", place=place, is_venue=True)


def _is_part(words: Words, hit: Hit) -> bool:
    """Tell whether the name of a region or sea is only part of a longer name: `Sahel States`."""
    sense = hit.senses[0]
    if len(hit.senses) > 1 or sense.how != "place" or sense.entry.kind not in {"region", "sea"}:
        return False
    after = words.at.get(hit.end + 1)
    return (
        after is not None
        and words[after - 1].gap == " "
        and words[after].is_capital
        and words[after].text not in NO_NAMES
    )
