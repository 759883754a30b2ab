"""Events: happenings with their participants, places and dates, found sentence by sentence."""

from __future__ import annotations

import re
from datetime import date, timedelta

from geodb.sources.article.dates import find_dates
from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.event import Event, labelled
from geodb.sources.article.extract.events.chronicle import mark_chronicles
from geodb.sources.article.extract.events.frames import Frame
from geodb.sources.article.extract.events.same_event import add
from geodb.sources.article.extract.events.told_by_day import day_frames
from geodb.sources.article.extract.events.told_by_weight import weighed_frames
from geodb.sources.article.extract.events.told_frames import frames_of
from geodb.sources.article.extract.initiative import Initiative
from geodb.sources.article.extract.keys import Keys
from geodb.sources.article.extract.language.later import counts_on_small
from geodb.sources.article.extract.language.line import Line, line_of
from geodb.sources.article.extract.language.overlaps import shares_a_word
from geodb.sources.article.extract.language.when import When, find_when
from geodb.sources.article.extract.page import Page, Passage
from geodb.sources.article.extract.statement import Statement
from geodb.sources.article.months import ENGLISH_STEMS

_DATELINE = re.compile(
    r"\s*(?:(?!(?:On|In|By|At|Since|From|Until|After|Before)\s)(?:[A-ZÀ-Ž][\w’'.-]*\s){0,3}[A-ZÀ-Ž][\w’'.-]*,?\s)?"
    r"(?:\([\w ]{2,30}\)\s)?(?:[A-Z][a-z]+day,?\s)?$"
)
_TOP = 4
_DIGITS = re.compile("[0-9][0-9]{3}")
_PLANNED = frozenset({"meeting", "summit", "visit", "phone_call", "conference", "negotiation_round"})
_CAPITAL = re.compile(r"\s[A-Z][a-z]")
_SAID = "public_communication"
_SURE_KINDS = frozenset({"war"})
_NEAR = 120
_ANOTHER_TIME = re.compile(r"\b(?:after|before|since|until|by)\s")
_ANOTHER_CLAUSE = re.compile(r"[;—]|,\s(?:and|but|while|which|who|whose)\s")
_LONGEST_DAY = 10
_WEEK, _MONTH = timedelta(weeks=1), timedelta(days=31)
_MONTH_NAMED = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)(?:[a-z]*|\.)(?:\s[0-9]{1,2}(?:st|nd|rd|th)?)?\Z"
)
_OF_YEAR = re.compile(r"\b[Ww]ars? of [12][0-9]{3}\b|\b[12][0-9]{3} [Ww]ar\b")
"""A war that is named by its year is over."""
_YEAR_OF_NOUN = re.compile(
    r"[12][0-9]{3}\s(?!in\b|at\b|on\b|by\b|to\b|and\b|when\b|as\b|but\b|or\b|with\b|for\b|after\b|before\b|from\b|until\b|that\b|which\b|while\b|over\b)[a-z]"
)
_ARTICLE = (" a ", " an ", " the ", " its ", " their ", " his ")
_DEADLINES = (" by ", " by the end of ", " before ", " until ", " till ", " through ")
_WHEN = re.compile(r",?\swhen\s")
_MAY_DATE = re.compile(
    rf"day\b|\b(?:{ENGLISH_STEMS})|\b(?:last|this|next)\s(?:week|month|spring|summer|autumn|fall|winter)"
)
_DATE_SIGNS = (
    *ENGLISH_STEMS.split("|"),
    "day",
    "week",
    "month",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
)
"""What one of is in whatever _MAY_DATE fits: looking for them all takes a tenth of its time."""
_ANY_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_PLAIN_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def find_events(
    page: Page, cast: Cast, keys: Keys, initiatives: list[Initiative], statements: list[Statement]
) -> list[Event]:
    """Return the events of all passages, in the order in which they are first told.

    What is said in words alone, such as a threat, is a statement where one was found, and no event.
    """
    said = {(one.no, one.start, one.end) for one in statements}
    events: list[Event] = []
    day = reference_day(page)
    year: int | None = None
    mark_chronicles(page)
    for passage in page.passages:
        last: str | None = None
        before: list[Frame] = []
        counts = counts_on_small(passage.lower)
        if passage.is_heading and not passage.opening:
            continue
        said_here = [(a, b) for no, a, b in said if no == passage.no]
        opening = find_when(passage.opening, day, year, None)[:1] if passage.opening else []
        for start, end in passage.sentences:
            sentence = passage.text[start:end]
            full = _years(sentence) if _DIGITS.search(sentence) else []
            year = full[-1] if full else year
            line = line_of(passage, start, end)
            frames = frames_of(line, cast, initiatives, before)
            before = frames or before
            may_date = counts or _may_date(sentence)
            weighed = [] if passage.opening else list(weighed_frames(line, frames))
            if not (frames or weighed or may_date):
                continue
            told = find_when(sentence, day, year, last, may_count=counts)
            last = told[-1].edtf if told else last
            whens = [When(w.start + start, w.end + start, w.edtf, w.is_resolved) for w in told]
            if not (passage.opening and frames):
                frames = [*frames, *(day_frames(line, whens, frames, said_here) if may_date else ())]
                told_of = [(frame.start, frame.end) for frame in frames]
                frames += [one for one in weighed if not shares_a_word(one.start, one.end, told_of)]
            for frame in frames:
                if frame.kind == _SAID and frame.status == "did_not_occur":
                    continue
                event = _event(passage, frame, frames, whens or opening, day)
                if event is not None and not (event.kind == _SAID and _is_said(event, said)):
                    event = add(events, event, cast)
                    for one in frame.launches:
                        if isinstance(one, Initiative):
                            one.launched_in.append(event)
    events = [event for event in events if event.is_told]
    for event in events:
        event.label = event.label or labelled(event, cast)
        event.key = keys.new(
            event.label, event.when if event.when and len(event.when) <= _LONGEST_DAY else ""
        )
    return events


def _may_date(sentence: str) -> bool:
    """Whether a sentence may name a day, a month or a season."""
    return any(map(sentence.__contains__, _DATE_SIGNS)) and _MAY_DATE.search(sentence) is not None


def _in_tense(when: When, words: str, status: str, day: date | None) -> str:
    """Return the date of an event that was or will be: one without its year lies on that side of the publication."""
    plain = when.edtf if len(when.edtf) == _LONGEST_DAY else f"{when.edtf}-01"
    if day is None or not when.is_resolved or not _PLAIN_DAY.fullmatch(plain):
        return when.edtf
    first = date.fromisoformat(plain)
    if words.endswith("day"):  # of the week, counted back
        is_past = status == "planned" and day - _WEEK < first <= day
        return (first + _WEEK).isoformat() if is_past else when.edtf
    if _MONTH_NAMED.search(words) is None or plain.endswith("02-29"):
        return when.edtf
    years = -1 if status == "occurred" and first > day else status == "planned" and first <= day - _MONTH
    return f"{first.year + years:04d}{when.edtf[4:]}"


def _is_to_come(when: str | None, day: date | None) -> bool:
    """Whether a date lies after the publication: what is told of it has not happened yet."""
    if when is None or day is None or _ANY_DATE.fullmatch(when) is None:
        return False
    return when > day.isoformat()[: len(when)]


def _is_said(event: Event, said: set[tuple[int, int, int]]) -> bool:
    return any(no == other and a < y and x < b for no, a, b in event.mentions for other, x, y in said)


def _years(sentence: str) -> list[int]:
    return [
        found.date.lower.year
        for found in find_dates(sentence)
        if found.date and found.date.lower and "X" not in found.date.edtf
    ]


def reference_day(page: Page) -> date | None:
    """Return the day that relative dates count from: of publication, or of a dateline at the top of the text."""
    published = page.article.metadata.published
    if published:
        return published.lower if published.precision == "day" else None
    for passage in page.passages[:_TOP]:
        for found in find_dates(passage.text[:100])[:1]:
            if (
                found.date
                and found.date.precision == "day"
                and _DATELINE.fullmatch(passage.text[: found.start])
            ):
                return found.date.lower
    return None


def _is_of_noun(text: str, when: When, frame: Frame) -> bool:
    """Whether a year before a noun is that of another thing: `the suspension of a 1972 treaty`."""
    after = frame.head[1] <= when.start
    return (
        after and _YEAR_OF_NOUN.match(text, when.start) is not None and text.endswith(_ARTICLE, 0, when.start)
    )


def _event(
    passage: Passage, frame: Frame, frames: list[Frame], whens: list[When], day: date | None
) -> Event | None:
    places = Line.venues(passage, frame.start, frame.end)
    until = max(frame.end + 2, frame.until)
    if frame.status == "occurred":
        whens = [when for when in whens if not passage.text.endswith(_DEADLINES, 0, when.start)]
    whens = [when for when in whens if not _is_of_noun(passage.text, when, frame)]
    inside = [when for when in whens if frame.start <= when.start and when.end <= until]
    others = [f for f in frames if f is not frame]
    free = [
        w
        for w in whens
        if not any(f.start <= w.start < f.end for f in others)
        and abs(w.start - frame.start) < _NEAR
        and not _ANOTHER_TIME.search(passage.text, frame.end, w.start)
        and not _ANOTHER_CLAUSE.search(passage.text, min(frame.end, w.end), max(frame.start, w.start))
    ]
    near = inside or (free if frame.participants or passage.opening else [])
    if passage.opening and not near:
        near = whens[:1]
    named = _CAPITAL.search(passage.text, frame.head[1], frame.end) is not None
    anchored = bool(frame.participants or places or near or frame.label or named)
    if (
        not anchored
        and (frame.weak or frame.kind not in _SURE_KINDS)
        and frame.rule == "event.noun"
        and not frame.definite
    ):
        return None
    when = _in_tense(near[0], passage.text[near[0].start : near[0].end], frame.status, day) if near else None
    if frame.status == "occurred" and _is_to_come(when, day):
        if frame.rule == "event.noun":
            frame.status = "planned"
        else:
            near, when = near[1:], None  # *asked parliament to extend his term to 2030*
    kind = "planned_meeting" if frame.status == "planned" and frame.kind in _PLANNED else frame.kind
    event = Event(kind, frame.status, frame.plover, frame.rule, frame.confidence if anchored else 40)
    event.mentions = [(passage.no, frame.start, frame.end)]
    event.participants = list(frame.participants)
    event.places = list(dict.fromkeys(places))
    event.label = frame.label
    event.definite = frame.definite and not frame.participants
    event.is_told = anchored or frame.rule != "event.noun"
    if frame.kind == "war" and inside and _OF_YEAR.search(passage.text, frame.start, frame.end):
        event.status, frame.status = "occurred", "occurred"
    event.of_day = inside[0].edtf.partition("/")[0] or None if inside else None
    if near and frame.status != "ongoing":
        event.when = when or near[0].edtf
        if _WHEN.match(passage.text, near[0].end):
            event.when = event.when.removesuffix("/..")  # *since 2008, when it signed …*
        event.confidence -= 10 if near[0].is_resolved else 0
    elif frame.status == "ongoing":
        event.when = "../.."
    return event
