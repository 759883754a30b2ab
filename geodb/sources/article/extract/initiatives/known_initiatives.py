"""Well-known initiatives by their names and acronyms, which `seeds/wordings/initiatives.csv` lists."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache

from geodb.resources import seeds_dir
from geodb.sources.article.extract.initiative import Initiative
from geodb.sources.article.extract.language.words import INITIATIVE_HEADS
from geodb.sources.article.extract.page import Passage

_LETTERS = re.compile(r"[a-z]+")
_HEAD = re.compile(r"\s(?P<noun>[A-Z][a-z]+)\b")
"""A noun with which a name goes on: `the ReArm Europe Plan`."""


@cache
def _known() -> dict[str, list[tuple[str, str, str]]]:
    """Return well-known names and acronyms by their first word in small letters: as printed, in full, and the kind."""
    known: dict[str, list[tuple[str, str, str]]] = {}
    with (seeds_dir() / "wordings" / "initiatives.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for printed in filter(None, (row["name"], row["acronym"])):
                first = _LETTERS.search(printed.lower())
                known.setdefault(first[0] if first else printed, []).append(
                    (printed, row["name"], row["kind"])
                )
    return {first: sorted(names, key=lambda each: -len(each[0])) for first, names in known.items()}


def by_known_name(passage: Passage) -> Iterator[Initiative]:
    """Yield the well-known initiatives of a passage."""
    known = _known()
    for first in sorted(known.keys() & passage.words):
        for printed, name, kind in known[first]:
            at = passage.text.find(printed)
            while at >= 0:
                end = at + len(printed)
                if not (passage.text[at - 1 : at].isalnum() or passage.text[end : end + 1].isalnum()):
                    head = _HEAD.match(passage.text, end)
                    whole = head.end() if head and head["noun"] in INITIATIVE_HEADS else end
                    one = Initiative(passage.no, at, whole, name, kind, "initiative.known", 85)
                    one.acronym = printed if printed != name else None
                    yield one
                at = passage.text.find(printed, end)
