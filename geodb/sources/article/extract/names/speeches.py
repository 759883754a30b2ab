"""Speeches printed whole: their title tells who speaks, and every sentence is that person's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.names.interviews import IN_PERSON, is_person
from geodb.sources.article.extract.page import Passage

_TITLE = re.compile(
    r"(?:(?:Opening|Closing|Inaugural|Keynote|Televised|New\sYear’s)\s)?(?:[Aa]ddress|[Ss]peech|[Rr]emarks|[Kk]eynote|[Ll]ecture|[Mm]essage)"
    r"\s(?:by|of|from|delivered\sby)\s(?:the\s|His\sExcellency\s|Her\sExcellency\s|H\.E\.\s)?"
)
_HEAD = 3
"""Passages among which the title stands."""
_IN_PERSON = re.compile(rf"{IN_PERSON.pattern}|\b[Yy]ou\b")
_SAYS_MOST = 0.5
"""Share of passages in the first or second person: a report of a speech has few."""


def read_speech(passages: Sequence[Passage], cast: Cast) -> bool:
    """Mark who speaks each paragraph of a speech; return whether it is one."""
    for number, title in enumerate(passages[:_HEAD]):
        opens = _TITLE.match(title.text)
        body = [passage for passage in passages[number + 1 :] if not passage.is_heading]
        if opens is None or not title.is_heading or not body:
            continue
        who = next(
            (
                mention.actors[0]
                for mention in sorted(title.mentions, key=lambda each: each.start)
                if mention.start >= opens.end() and is_person(mention, cast)
            ),
            None,
        )
        in_person = sum(_IN_PERSON.search(passage.text) is not None for passage in body)
        if who and in_person > _SAYS_MOST * len(body) and not any(_is_quoted(passage) for passage in body):
            for passage in body:
                passage.spoken_by = who
            return True
    return False


def _is_quoted(passage: Passage) -> bool:
    """Whether a paragraph is a quotation, as in a report of a speech."""
    return bool(passage.quotes) and passage.quotes[0].span.start == 0
