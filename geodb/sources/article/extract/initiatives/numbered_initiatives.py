"""Initiatives whose names a number ends, `Vision 2030, Law 32/2011`, or their noun follows behind an acronym."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.initiative import Initiative
from geodb.sources.article.extract.initiatives.initiative_kinds import kind_of
from geodb.sources.article.extract.language.passage_words import has_any
from geodb.sources.article.extract.language.words import NO_NAMES, listed
from geodb.sources.article.extract.page import Passage

_NUMBERED_HEADS = (
    "Vision", "Agenda", "Mission", "Plan", "Strategy", "Horizon", "Roadmap", "Programme", "Project",
)  # fmt: skip
_NUMBERED = re.compile(
    rf"\b(?:[A-Z][\w’'-]*\s){{0,4}}(?:{'|'.join(_NUMBERED_HEADS)})[\s-](?:20[0-9]{{2}}|[0-9]{{3}})\b"
)
_DECREES = listed("license|licence|order|decree|law|directive|proclamation|ordinance")
_DECREE = re.compile(
    r"(?:General\sLicen[cs]e|Executive\sOrder|(?:Presidential\s|Royal\s|Supreme\s|Emergency\s)?Decree(?:-Law)?|Law|Directive|Proclamation|Ordinance)"
    r"\s(?:No\.?\s|Number\s)?[0-9][0-9A-Z./-]*(?<![./-])(?![\w%])"
)
"""Names of laws by their numbers: `General License 46`, `Law 32/2011`."""
_EXPLAINED = re.compile(
    r"(?P<name>[A-Z][\w’-]+(?:\s(?:(?:of|for|and|the|in|on)\s){0,2}[A-Z][\w’-]+){1,6})\s\((?P<acronym>[A-Z][A-Za-z&-]{1,9})\)\s"
    r"(?P<noun>instrument|programme|program|facility|mechanism|scheme|initiative|plan|project|framework|strategy|agreement|treaty|roadmap|package)\b"
)
"""A name that only its noun behind the acronym tells to be one: `the Security Action for Europe (SAFE) instrument`."""


def numbered(passage: Passage) -> Iterator[Initiative]:
    """Yield the initiatives of a passage that are named so."""
    for match in _NUMBERED.finditer(passage.text) if has_any(passage, _NUMBERED_HEADS) else ():
        words = match[0].split()
        first = 1 if words[0] in NO_NAMES else 0
        first = max([first, *(k + 1 for k, word in enumerate(words) if word.endswith(("’s", "'s", "s’")))])
        name = " ".join(words[first:])
        head = name.replace("-", " ").split()[-2:-1]
        if head:
            yield Initiative(
                passage.no,
                match.end() - len(name),
                match.end(),
                name,
                kind_of(head[0], name),
                "initiative.titled",
                75,
            )
    for match in _DECREE.finditer(passage.text) if _DECREES & passage.words else ():
        yield Initiative(passage.no, *match.span(), match[0], "reform", "initiative.titled", 75)
    for match in _EXPLAINED.finditer(passage.text) if ") " in passage.text else ():
        explained = Initiative(
            passage.no,
            *match.span(),
            match["name"],
            kind_of(match["noun"], match["name"]),
            "initiative.titled",
            75,
        )
        explained.acronym = match["acronym"]
        yield explained
