"""Finding places by the words around a name: `the Kerch Strait, the town of Gori, northern Chad, the Oder river`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from geodb.sources.article.extract.gazetteer import Hit
from geodb.sources.article.extract.language.words import IN_NAMES, INITIATIVE_HEADS, NO_NAMES
from geodb.sources.article.extract.names.place_heads import (
    BEFORE,
    BEFORE_OF,
    BEHIND,
    DIRECTIONS,
    IN_TWO_WORDS,
    SMALL_BEHIND,
    SMALL_OF,
)
from geodb.sources.article.extract.names.runs import Words

_NOT_FIRST = NO_NAMES - IN_NAMES
_MOST_WORDS = 4
_WATERS = frozenset({"sea", "strait", "river_or_lake"})
_WIDE = frozenset({"country", "territory", "region"})
_NEAR_BORDERS = frozenset({"at", "near", "from", "along", "on", "across", "over", "to", "towards", "toward"})
_BORDERS = frozenset({"border", "frontier"})
_TELL_BEFORE = DIRECTIONS | {"of", "the"}
_TELL_BEHIND = _BORDERS | SMALL_BEHIND.keys() | {words.split()[0] for words in IN_TWO_WORDS}
_APPOSED = re.compile(
    r",\s(?:an?|the|its)\s(?:[a-z-]+\s){0,2}(?P<head>city|town|village|port|region|province|district|island"
    r"|territory|peninsula|enclave|river|suburb|settlement)\b(?!’s)"
)


class Found(NamedTuple):
    """A place at `start` to `end`: its kind and name, and the country whose part it is."""

    start: int
    end: int
    kind: str
    name: str
    country: str | None = None


def find_places(words: Words, known: Mapping[int, Hit], runs: Sequence[tuple[int, int]]) -> Iterator[Found]:
    """Yield the places that nouns and directions around runs of capitalised words tell."""
    after, every = 0, words.all
    for opening, last in runs:
        if opening < after:
            continue
        is_told = (
            last - opening > 1
            or every[opening - 1].text in _TELL_BEFORE
            or every[last - 1].gap == ", "
            or (last < len(every) and every[last].text in _TELL_BEHIND)
        )
        if is_told and (found := _found(words, opening, last, known)):
            yield found
            while after < len(words) and words[after].start < found.end:
                after += 1


def _found(words: Words, opening: int, last: int, known: Mapping[int, Hit]) -> Found | None:
    """Return the place that one run of capitalised words tells; the words beside it say which rule may apply."""
    every = words.all
    first = _name_begins(words, opening, last, known) if last - opening > 1 else opening
    before = every[first - 1].text if first else ""
    behind = every[last].text if last < len(every) else ""
    found = None
    if before in DIRECTIONS:
        found = _direction(words, first, known)
    elif last - first > 1:
        found = _behind(words, first, last) or _before(words, first, last)
    if found is None and behind in _BORDERS:
        found = _border(words, first, last, known)
    elif found is None and (behind in SMALL_BEHIND or _two_behind(words, last)):
        found = _small_behind(words, first, last, known)
    if found is None and (before == "of" or (before == "the" and every[first - 2].text == "of")):
        found = _before_of(words, first, last) or _small_of(words, first, last, known)
    if found is None and every[last - 1].gap == ", ":
        found = _apposed(words, first, last, known)
    return found


def _name_begins(words: Words, first: int, last: int, known: Mapping[int, Hit]) -> int:
    """Return the first word of a run that is neither a common word nor an adjective of a state."""
    number = first
    while number < last - 1 and (
        words[number].text in _NOT_FIRST
        or ((hit := known.get(words[number].start)) is not None and _is_adjective(hit))
    ):
        number += 1
    return number


def _is_adjective(hit: Hit) -> bool:
    return all(sense.how == "adjective" for sense in hit.senses)


def _of_run(words: Words, first: int, last: int, kind: str) -> Found:
    start, end = words[first].start, words[last - 1].end
    return Found(start, end, kind, words.text[start:end])


def _direction(words: Words, first: int, known: Mapping[int, Hit]) -> Found | None:
    """Read `northern Chad`, `south-eastern Poland`."""
    hit = known.get(words[first].start)
    place = next((sense.entry for sense in hit.senses if sense.how == "place"), None) if hit else None
    if hit is None or place is None or place.kind in _WATERS:
        return None
    before = first - 1
    if words[before].gap != " " or words[before].text.lower() not in DIRECTIONS:
        return None
    while before and words[before - 1].gap in {" ", "-"} and words[before - 1].text.lower() in _HALVES:
        before -= 1
    start = words[before].start
    return Found(start, hit.end, "region", words.text[start : hit.end], place.country)


_HALVES = frozenset({"north", "south", "far"})


def _border(words: Words, first: int, last: int, known: Mapping[int, Hit]) -> Found | None:
    """Read `near the Polish border`, `across the Chad-Sudan border`."""
    if words[last - 1].gap != " ":
        return None
    if first < 2 or words[first - 1].text != "the" or words[first - 2].text not in _NEAR_BORDERS:
        return None
    hit = known.get(words[first].start)
    found = _of_run(words, first, last + 1, "border")
    return found._replace(country=hit.senses[0].entry.country) if hit else None


def _behind(words: Words, first: int, last: int) -> Found | None:
    """Read names that end in a noun of places: `the Kerch Strait`."""
    kind = BEHIND.get(words[last - 1].text)
    if kind is None or words[last - 2].gap != " " or last - first > _MOST_WORDS:
        return None
    return _of_run(words, first, last, kind)


def _before(words: Words, first: int, last: int) -> Found | None:
    """Read names that begin with a noun of places: `Lake Chad`, but not the `Lake Chad Initiative`."""
    kind = BEFORE.get(words[first].text) if words[last - 1].text not in INITIATIVE_HEADS else None
    return _of_run(words, first, last, kind) if kind else None


def _before_of(words: Words, first: int, last: int) -> Found | None:
    """Read names after a capitalised noun and `of`: `the Gulf of Guinea`."""
    of = first - 2 if words[first - 1].text == "the" else first - 1
    kind = BEFORE_OF.get(words[of - 1].text) if of > 0 and words[of].text == "of" else None
    return _of_run(words, of - 1, last, kind) if kind else None


def _small_behind(words: Words, first: int, last: int, known: Mapping[int, Hit]) -> Found | None:
    """Read names with a small noun behind them: `the Lachin corridor`, `Kursk region`."""
    if words[last - 1].gap != " " or last - first > _MOST_WORDS:
        return None
    two = _two_behind(words, last)
    kind = two or SMALL_BEHIND[words[last].text]
    hit = known.get(words[first].start)
    has_article = first > 0 and words[first - 1].text in {"the", "The"}
    opens = not has_article and _opens_sentence(words, first)
    is_verb = words[last].text == "pass" and not has_article
    if is_verb or words[last - 1].text in NO_NAMES or (opens and hit is None):
        return None
    if hit and (hit.end != words[last - 1].end or not _names_place(hit)):
        return None
    return _of_run(words, first, last + (2 if two else 1), kind)


def _two_behind(words: Words, last: int) -> str | None:
    """Return the kind of place that the two words behind a name tell."""
    if last + 1 >= len(words) or words[last].gap != " ":
        return None
    return IN_TWO_WORDS.get(f"{words[last].text} {words[last + 1].text}")


def _names_place(hit: Hit) -> bool:
    """Whether a known name is that of a place within a state."""
    return any(sense.how == "place" and sense.entry.kind not in _WIDE for sense in hit.senses)


def _opens_sentence(words: Words, first: int) -> bool:
    return first == 0 or words[first - 1].gap.strip()[:1] in {".", "?", "!", ":", "“", '"', "‘"}


def _small_of(words: Words, first: int, last: int, known: Mapping[int, Hit]) -> Found | None:
    """Read names after a small noun and `of`: `the town of Gori`."""
    if first < 2 or words[first - 1].text != "of":
        return None
    head = first - 2
    kind = SMALL_OF.get(words[head].text)
    hit = known.get(words[first].start)
    if kind is None or (hit and not _names_place(hit)) or last - first > _MOST_WORDS:
        return None
    found = _of_run(words, first, last, kind)
    if words[head].text.endswith("s"):
        return None if hit else found
    found = found._replace(start=words[head].start)
    if kind == "facility":
        return found._replace(name=words.text[found.start : found.end])
    return None if hit else found


def _apposed(words: Words, first: int, last: int, known: Mapping[int, Hit]) -> Found | None:
    """Read names that are explained: `Gori, a town in …`."""
    if words[first].start in known or last - first > _MOST_WORDS:
        return None
    match = _APPOSED.match(words.text, words[last - 1].end)
    if match is None:
        return None
    kind = {"river": "river_or_lake", "peninsula": "landform", "enclave": "zone"}.get(match["head"])
    return _of_run(words, first, last, kind or SMALL_OF[match["head"]])
