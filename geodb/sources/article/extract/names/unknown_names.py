"""Names that nothing else knows, taken for somebody's because they stand where a speaker does."""

from __future__ import annotations

import re
from typing import NamedTuple

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.language.small_words import BEFORE_VERB
from geodb.sources.article.extract.language.words import NO_NAMES
from geodb.sources.article.extract.page import Passage

_NAME = re.compile(
    r"\s(?:the\s)?(?P<name>[A-Z][\w’'-]+(?:\s(?:(?:of|for|and|on|de)\s(?:the\s)?)?[A-Z][\w’'-]+){0,6})"
)
_NAME_BEFORE = re.compile(
    r"(?<![\w’'-])(?P<name>[A-Z][\w’'-]+(?:\s(?:van|von|de|bin|al|el|[A-Z][\w’'-]+)){0,4})(?:,\s[a-z0-9][^,;.“”\"]{3,60},)?(?P<added>,)?"
    rf"\s(?:{BEFORE_VERB}\s)*$"
)
_SHORTEST_NAME = 3
_BACK = 80
_WHERE = re.compile(r"\b(?:in|at|from|near|around|across|outside)\s(?:the\s)?$")


class Named(NamedTuple):
    """The key of an actor, and where its name stands."""

    key: str
    begin: int
    end: int


def name_at(cast: Cast, passage: Passage, at: int, end: int) -> Named | None:
    """Return whose name follows `according to`."""
    name = _NAME.match(passage.text, at, end)
    if name is None:
        return None
    place = (passage.no, *name.span("name"))
    key = cast.other("ngo", name["name"], place, "organization.according_to", 40)
    return Named(key, *name.span("name"))


def name_before(cast: Cast, passage: Passage, start: int, verb: int) -> Named | None:
    """Return whose name stands before a verb of speech: a person's if it has two words, and else a body's."""
    match = _NAME_BEFORE.search(passage.text, max(start, verb - _BACK), verb)
    if match is None:
        return None
    words, begin = tuple(match["name"].split()), match.start("name")
    if any(mention.start <= begin and match.end("name") <= mention.end for mention in passage.mentions):
        return None  # somebody known, who was not taken for the speaker
    if len(words[0]) < _SHORTEST_NAME or not NO_NAMES.isdisjoint(words):
        return None
    if match["added"] and not passage.text.startswith(", ", begin - 2):
        return None
    at = (passage.no, *match.span("name"))
    if len(words) > 1:
        return Named(cast.person(words, match["name"], at, "person.speaks", 50), *match.span("name"))
    if begin == start or _WHERE.search(passage.text, max(start, begin - 10), begin):
        return None
    key = cast.short(words[0], at) or cast.other("ngo", words[0], at, "organization.speaks", 40)
    return Named(key, *match.span("name"))
