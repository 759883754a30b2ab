"""Offices beside the names of persons: told with their state, after a pronoun, or understood from what stands near."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from geodb.sources.article.extract.cast import Cast, Place
from geodb.sources.article.extract.gazetteer import Hit, Sense
from geodb.sources.article.extract.language.words import OFFICES
from geodb.sources.article.extract.names.bodies import STATES, Bodies, Body, Home, state_of
from geodb.sources.article.extract.names.posts_of_several import posts_of_several
from geodb.sources.article.extract.names.runs import Words
from geodb.sources.article.extract.names.titles import (
    OF_STATE,
    UNDERSTOOD,
    Title,
    apposition,
    office_label,
    title_before,
    title_of,
)
from geodb.sources.article.extract.page import Mention, Passage

_FORMER = re.compile(r"\b(?:former|then|late|ex)[\s-]", re.IGNORECASE)
_LED_BY = re.compile(r",?\s(?P<verb>led|headed|chaired|run)\sby\s$")
_LEADS = re.compile(
    r",\s(?:(?:an?|the)\s(?:[\w’'-]+\s){1,5})?(?:who|and)\s(?:now\s|currently\s|also\s)?"
    r"(?P<verb>heads|leads|runs|chairs|directs)\s(?:the\s)?(?=[A-Z])"
)
_LEADER = {"heads": "head", "leads": "leader", "runs": "head", "chairs": "chair", "directs": "director"}
_COUNTERPART = re.compile(r"\scounter-?part,?\s\Z")
_OF_BODY = re.compile(r"\s(?:of|for|at|to)\s(?:the\s|[A-Z])")
_SENT = ("envoy", "representative", "rapporteur", "coordinator", "ambassador")
_TO = re.compile(r"\s(?:for|to|on)\s")
_HIS = ("his ", "her ", "His ", "Her ")
_MOST_TITLES = 3
_LED = {"led": "head", "run": "head", "headed": "head", "chaired": "chair"}


class _Bare(NamedTuple):
    """An office of a person that is told without what it belongs to; `home` is the state that is understood."""

    person: str
    title: Title
    at: Place
    mention: Mention
    home: Home | None


class Offices:
    """Reads the offices of one article; those told by a bare title wait until all others are known."""

    def __init__(self, cast: Cast, hits: Mapping[int, Sequence[Hit]], home: Home | None) -> None:
        self.cast, self._bodies = cast, Bodies(hits, home)
        self._bare: list[_Bare] = []
        self._shared: tuple[int, int, Title] | None = None
        self._titles: dict[tuple[str, str], str] = {}
        self._posts: dict[tuple[str | None, str], str] = {}
        self._counterparts: list[tuple[Passage, Mention, Body]] = []

    def shared(self, passage: Passage, start: int) -> Title | None:
        """Return the title in the plural that a name shares with the one before: `Presidents A and B`."""
        if self._shared is None:
            return None
        no, end, title = self._shared
        is_next = no == passage.no and passage.text[end:start] in {" and ", ", ", ", and "}
        return title if is_next else None

    def read(self, passage: Passage, words: Words, mention: Mention, title: Title | None) -> None:
        """Read the offices around the mention of a person; `title` is what stands right before the name."""
        if title and title.is_plural:
            self._shared = (passage.no, mention.end, title)
            self._read_title(passage, mention, title, is_next=True)
            return
        titles = list(_titles_before(words, title))
        for place, each in enumerate(titles):
            self._read_title(passage, mention, each, is_next=place == 0)
        if mention.office is None:
            self._read_around(passage, mention, is_titled=bool(titles))
        if mention.office is None and not titles:
            other = _COUNTERPART.search(passage.text, max(0, mention.begin - 14), mention.begin)
            body = self._bodies.ending_at(passage, other.start()) if other else None
            if body:
                self._counterparts.append((passage, mention, body))

    def finish(self) -> None:
        """Enter the offices told by bare titles, unless the holder is said elsewhere to hold the same."""
        for person, title, at, mention, home in self._bare:
            office = self._held(person, title.words)
            if office:
                self.cast.offices[office].mentions.append(at)
            elif home:
                entry = home.state.entry
                key = self.cast.entry(entry, home.printed, home.state.how, home.at)
                label = office_label(title, entry.name, entry.adjective or entry.name, is_state=True)
                office = self._enter(person, title, at, label, key, sure=60)
            else:
                name = self.cast.actors[person].name
                label = f"{office_label(title, '', '', is_state=False)} ({name})"
                office = self._enter(person, title, at, label, None, sure=50)
            mention.office = mention.office or office

    def _held(self, person: str, words: str) -> str | None:
        """Return the office that a person is said to hold, also under a longer title: *Minister* for *foreign minister*."""
        if office := self._titles.get((person, words)):
            return office
        longer = f" {words}"
        return next(
            (key for (who, title), key in self._titles.items() if who == person and title.endswith(longer)),
            None,
        )

    def read_counterparts(self) -> None:
        """Give those called *his Russian counterpart* the office at their state that the person before has at another."""
        for passage, mention, body in self._counterparts:
            at = (body.start, mention.end)
            if title := self._post_before(passage, *at):
                self._read_body(passage, mention, Title(title, *at), body, at)

    def read_posts_of_several(self, passages: Iterable[Passage]) -> None:
        """Give the office to each of several: `her counterparts X of Chad and Y of Togo`; before `finish`."""
        for passage in passages:
            persons = [each for each in passage.mentions if each.actors and self._is_person(each.actors[0])]
            persons.sort(key=lambda each: each.start)
            for mention, body, post, start in posts_of_several(passage, persons, self._bodies):
                at = (min(body.start, start), max(body.end, mention.end))
                title = post or self._post_before(passage, *at)
                if title and mention.office is None:
                    mention.office = self._hold(passage, mention, Title(title, *at), body)

    def _is_person(self, actor: str) -> bool:
        return self.cast.actors[actor].kind == "person"

    def _post_before(self, passage: Passage, start: int, end: int) -> str | None:
        """Return the title of who is named first in the sentence before a counterpart."""
        begin, _ = passage.sentence_at(end - 1)
        before = [each.actors for each in passage.within(begin, start) if each.actors]
        titles = [*self._titles, *((bare.person, bare.title.words) for bare in self._bare)]
        return next((title for who in before for (person, title) in titles if person == who[0]), None)

    def _hold(self, passage: Passage, mention: Mention, title: Title, body: Body) -> str | None:
        """Enter the office of somebody at a state that is named apart from the title."""
        key = self._organization(passage, body, state_of(body.hit.senses) if body.hit else None)
        state = self.cast.actors[key] if key else None
        if state is None or state.kind not in STATES:
            return None
        member = self.cast.actors[mention.actors[0]]
        member.country = member.country or state.country
        label = office_label(title, state.name, state.adjective or state.name, is_state=True)
        return self._enter(
            mention.actors[0], title, (passage.no, title.start, title.end), label, key, sure=80
        )

    # --- before the name -----------------------------------------------------------------------------------

    def _read_title(self, passage: Passage, mention: Mention, title: Title, *, is_next: bool) -> None:
        body = (
            self._bodies.before(passage, title)
            or self._bodies.within(passage, title.end - 1, mention.start, after_of=True)
            or (self._bodies.after(passage, mention, title) if is_next else None)
        )
        if body is None and (spanning := self._bodies.around(passage, title)):
            label = passage.text[spanning.start : title.end]
            self._read_body(passage, mention, title, spanning, (spanning.start, mention.end), label)
        elif body is None and (found := self._bodies.far_before(passage, title)):
            self._read_body(
                passage, mention, replace(title, words=found[1]), found[0], (title.start, mention.end)
            )
        elif body is None and (body := self._bodies.owner(passage, title)):
            self._read_body(passage, mention, title, body, (title.start, mention.end), is_far=True)
        elif body is None and (boss := self._office_of_boss(passage, title)):
            at = (passage.no, title.start, mention.end)
            member = self.cast.actors[boss]
            label = office_label(title, member.name, member.adjective or member.name, is_state=True)
            mention.office = self._enter(mention.actors[0], title, at, label, boss, sure=75)
        elif body and title.words.endswith(_SENT[:2]) and _is_matter(passage.text, body):
            at = (passage.no, body.start, mention.end)
            label = passage.text[body.start : title.end]
            mention.office = self._enter(mention.actors[0], title, at, label, None, sure=60)
        elif body:
            self._read_body(passage, mention, title, body, (title.start, mention.end))
        elif title.is_of and title.words not in OFFICES and not _is_over(passage, title, title.start):
            self._read_phrase(passage, mention, title)
        elif title.words not in UNDERSTOOD or _is_over(passage, title, title.start):
            return
        elif (start := self._bodies.place_before(passage, title)) is not None:
            at = (passage.no, start, mention.end)
            label = passage.text[start : title.end]
            mention.office = self._enter(mention.actors[0], title, at, label, None, sure=80)
        else:
            home = self._bodies.understood(passage, title) if title.words in OF_STATE else None
            at = (passage.no, title.start, mention.end)
            self._bare.append(_Bare(mention.actors[0], title, at, mention, home))

    def _office_of_boss(self, passage: Passage, title: Title) -> str | None:
        """Return the state of which the one before holds an office: *his* in `Sri Lanka’s president …; his foreign minister X`."""
        if title.words not in OF_STATE or not passage.text.endswith(_HIS, 0, title.start):
            return None
        start, _ = passage.sentence_at(title.start)
        before = [
            each.office for each in passage.mentions if start <= each.start < title.start and each.office
        ]
        state = self.cast.offices[before[-1]].organization if before else None
        return state if state and self.cast.actors[state].kind in STATES else None

    def _read_phrase(self, passage: Passage, mention: Mention, title: Title) -> None:
        """Read a title that says itself of what it is: `the foreign minister of Chad`, `Minister of Health`."""
        label = _printed(passage.text, title.start, title.end)
        if body := self._bodies.within(passage, title.start, title.end):
            self._read_body(passage, mention, title, body, (title.start, mention.end), label)
            return
        at = (passage.no, title.start, mention.end)
        home = (
            self._bodies.understood(passage, title)
            if title.words.startswith(("minister", "secretary"))
            else None
        )
        self._bare.append(_Bare(mention.actors[0], title, at, mention, home))

    # --- after the name ------------------------------------------------------------------------------------

    def _read_around(self, passage: Passage, mention: Mention, *, is_titled: bool) -> None:
        text = passage.text
        if (found := apposition(text, mention.end)) is not None:
            title, start, end = found
            is_sent = title.words.endswith(_SENT) and _TO.match(text, title.end)
            if body := self._bodies.within(passage, start, title.start if is_sent else end):
                self._read_body(passage, mention, title, body, (mention.start, end))
            elif _is_over(passage, title, title.start):
                return
            elif _OF_BODY.match(text, title.end):
                label = _printed(text, title.start, end)
                mention.office = self._enter(
                    mention.actors[0], title, (passage.no, mention.start, end), label, None, sure=60
                )
            elif title.words in UNDERSTOOD and not is_titled:
                self._bare.append(
                    _Bare(mention.actors[0], title, (passage.no, mention.start, end), mention, None)
                )
        elif (of := title_of(text, mention.begin)) is not None:
            title, (start, end) = of
            label = _printed(text, title.start, end)
            if body := self._bodies.before(passage, title):
                label = f"{text[body.start : body.end]} {text[title.start : end]}"
                self._read_body(passage, mention, title, body, (title.start, mention.end), label)
            elif body := self._bodies.within(passage, start, end):
                self._read_body(passage, mention, title, body, (title.start, mention.end), label)
            elif (title.words in UNDERSTOOD or text[start].isupper()) and not _is_over(
                passage, title, title.start
            ):
                at = (passage.no, title.start, mention.end)
                self._enter(mention.actors[0], title, at, label, None, sure=60)
        elif (led := _LED_BY.search(text, max(0, mention.begin - 14), mention.begin)) and (
            body := self._bodies.ending_at(passage, led.start())
        ):
            title = Title(_LED[led["verb"]], led.start("verb"), led.end())
            self._read_body(passage, mention, title, body, (body.start, mention.end))
        elif (leads := _LEADS.match(text, mention.end)) and (
            body := self._bodies.starting_at(passage, leads.end())
        ):
            title = Title(_LEADER[leads["verb"]], leads.start("verb"), leads.end())
            self._read_body(passage, mention, title, body, (mention.start, body.end))

    def _read_body(
        self,
        passage: Passage,
        mention: Mention,
        title: Title,
        body: Body,
        around: tuple[int, int],
        label: str = "",
        *,
        is_far: bool = False,
    ) -> None:
        text = passage.text
        sense = next((sense for sense in body.hit.senses if sense.how != "place"), None) if body.hit else None
        entry = sense.entry if sense else None
        at = (passage.no, *around)
        if not is_far:
            at = (passage.no, min(body.start, around[0]), max(body.end, around[1]))
        if at[1] < mention.begin and not label:
            mention.outer = at[1]
        if _is_over(passage, title, body.start):
            return
        name = text[body.start : body.end]
        actor = self._organization(passage, body, sense)
        is_state = bool(entry and entry.kind in STATES)
        label = label or office_label(title, entry.name if entry else name, name, is_state=is_state)
        person = mention.actors[0]
        office = self._enter(person, title, at, label, actor, sure=90)
        member = self.cast.actors[person]
        member.country = member.country or (entry.country if entry else None)
        if member.mentions and member.mentions[-1][::2] == (passage.no, mention.end):
            member.mentions[-1] = at
        mention.office = mention.office or office

    def _organization(self, passage: Passage, body: Body, sense: Sense | None) -> str | None:
        if sense is not None:
            at = (passage.no, body.start, body.end)
            return self.cast.entry(sense.entry, passage.text[body.start : body.end], sense.how, at)
        spans = ((m.start, m.end, m.actors) for m in passage.mentions if m.actors)
        return next((who[0] for start, end, who in spans if (start, end) == body[:2]), None)

    def _enter(
        self, person: str, title: Title, at: Place, label: str, organization: str | None, *, sure: int
    ) -> str:
        office = self._posts.get((organization, title.words)) if organization else None
        if office:
            self.cast.offices[office].mentions.append(at)
        else:
            office = self.cast.office(label, organization, at, sure)
            self._posts[organization, title.words] = office
        self.cast.holdings.setdefault((person, office), at)
        self._titles[person, title.words] = office
        return office


def _titles_before(words: Words, title: Title | None) -> Iterator[Title]:
    """Yield the offices before a name, the next first: `Its chair, Prime Minister …`; honorifics are passed over."""
    for _ in range(_MOST_TITLES):
        if title is None:
            return
        if title.is_office:
            yield title
        title = title_before(words, title.number)


def _printed(text: str, start: int, end: int) -> str:
    return text[start].upper() + text[start + 1 : end]


def _is_matter(text: str, body: Body) -> bool:
    """Whether a state before a title is what the holder is sent for: `Syria Envoy`, but not `US Envoy, Swiss Envoy`."""
    sense = state_of(body.hit.senses) if body.hit else None
    return sense is not None and sense.how == "name" and text[body.end] == " "


def _is_over(passage: Passage, title: Title, start: int) -> bool:
    return bool(_FORMER.search(f"{passage.text[max(0, start - 8) : start]} {title.qualified} "))
