"""Posts that several hold, each at a state: `Presidents X of Chad and Y of Togo; his counterparts from Chad and Togo, X and Y`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from geodb.sources.article.extract.names.bodies import Bodies, Body
from geodb.sources.article.extract.page import Mention, Passage

POSTS = re.compile(
    r"\b(?P<post>counterparts|(?:(?:prime|foreign|defen[cs]e|interior|finance|trade|economy|energy|health|oil)\s)?ministers"
    r"|presidents|chancellors|kings)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r",?\s(?:and\s)?(?:the\s)?")
_OF = re.compile(r"\s(?:of|from)\s(?:the\s)?")
_BETWEEN = frozenset({" and ", ", ", ", and ", " and the ", ", the ", ", and the "})


def posts_of_several(
    passage: Passage, persons: Sequence[Mention], bodies: Bodies
) -> Iterator[tuple[Mention, Body, str, int]]:
    """Yield persons with their state, their post in small letters, nothing for a counterpart, and where it stands."""
    if len(persons) < 2:
        return
    for match in POSTS.finditer(passage.text):
        post = match["post"].lower()[:-1]
        pairs = _each_at_its_own(passage, match.end(), persons, bodies) or _in_order(
            passage, match.span(), persons, bodies
        )
        for person, body in pairs:
            yield person, body, "" if post == "counterpart" else post, match.start()


def _each_at_its_own(
    passage: Passage, at: int, persons: Sequence[Mention], bodies: Bodies
) -> list[tuple[Mention, Body]]:
    """Return who stand one after the other, each before a state: `X of Chad and Y of Togo`."""
    pairs = []
    named = {person.start: person for person in persons}
    while (
        (begins := _NEXT.match(passage.text, at))
        and (person := named.get(begins.end()))
        and (of := _OF.match(passage.text, person.end))
        and (body := bodies.starting_at(passage, of.end()))
    ):
        pairs.append((person, body))
        at = body.end
    return pairs if len(pairs) > 1 else []


def _in_order(
    passage: Passage, post: tuple[int, int], persons: Sequence[Mention], bodies: Bodies
) -> list[tuple[Mention, Body]]:
    """Return as many persons as states, in the same order: `counterparts from Chad and Togo, X and Y`."""
    start, end = post
    states: list[Body] = []
    named = {person.start for person in persons}
    if of := _OF.match(passage.text, end):
        at = of.end()
        while at not in named and (body := bodies.starting_at(passage, at)):
            states.append(body)
            end = body.end
            begins = _NEXT.match(passage.text, end)
            at = begins.end() if begins else end
    else:
        while body := bodies.ending_at(passage, start - 1):
            states.insert(0, body)
            between = next((each for each in _BETWEEN if passage.text.endswith(each, 0, body.start)), "")
            start = body.start - len(between) + 1
            if not between:
                break
    begins = _NEXT.match(passage.text, end)
    first = next((no for no, each in enumerate(persons) if begins and each.start == begins.end()), None)
    if first is None:
        return []
    several = persons[first : first + len(states)]
    is_list = all(passage.text[one.end : other.start] in _BETWEEN for one, other in pairwise(several))
    return list(zip(several, states, strict=True)) if len(states) == len(several) > 1 and is_list else []
