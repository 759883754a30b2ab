"""What an article says about itself: front matter, title line, byline, dateline."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from geodb.dossier.urls import canonical_url
from geodb.errors import InvalidValue
from geodb.sources.article.dateline import HEAD, find_dateline
from geodb.sources.article.dates import find_dates
from geodb.sources.article.model import Block, Metadata
from geodb.sources.article.names import find_name_list
from geodb.types import DateSpan

_BYLINE = re.compile(r"(?:by|von|par|por|yazan|yazar|hazırlayan|di|автор)\s*:?\s+(?=[^\W\d_])", re.IGNORECASE)
_AROUND_DATE = re.compile(
    r"\W*(?:(?:first\s)?(?:published|posted|updated|date)(?:\son)?\W+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\W*)?"
    r"(?:(?:at\s)?[0-2]?[0-9][:.][0-5][0-9]\W*(?:[ap]\.?m\W*)?(?:gmt|utc|[cew]?e?s?t)?\W*)?",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(
    r"[\s,|·–—-]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?[\s,|·–—-]*$", re.IGNORECASE
)
_WHERE = re.compile(r"\s(?:in|reporting\sfrom)\s[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){0,2}(?=,?\sand\s|,|$)")
_HOUSE = re.compile(r"\s?[,|·–—-]\s?(?:(?:[A-Z][\w’'.-]*|of|for|and|on|the|&)\s?){1,7}")
"""Whom the authors write for, between their names and the date."""
_NO_NAME = re.compile(r"\b(?:In|On|At|For|To|The|Of|From|By|With|After|As|Is|Are)\b")
_MOST_NAMES = 4
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*")
_LONGEST_BYLINE = 300


def with_bylines(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks; those in the head that hold only names after `By`, or a date, become bylines."""
    return [
        Block(block.text, "byline")
        if no < HEAD and (_byline(block.text, is_first=no == 0)[0] or _lone_date(block.text))
        else block
        for no, block in enumerate(blocks)
    ]


def declared(front: Mapping[str, Any], blocks: Sequence[Block], url: str | None) -> Metadata:
    """Gather metadata from front matter, and where that is silent from title line, byline and dateline."""
    bylines = [block.text for block in blocks if block.kind == "byline"]
    url = _text(front, "url", "link", "source_url", "permalink") or url
    date = _text(front, "date", "published", "pubdate")
    head = next(filter(None, (find_dateline(block.text) for block in blocks[:HEAD])), None)
    dates = [*(_lone_date(line) or _byline(line)[1] for line in bylines), head.date if head else None]
    return Metadata(
        title=_text(front, "title") or next((block.text for block in blocks if block.kind == "title"), None),
        authors=_authors(front) or tuple(name for line in bylines for name in _byline(line)[0]),
        publisher=_text(front, "publisher", "site", "sitename", "source") or (head.agency if head else None),
        url=url,
        canonical_url=canonical_url(url) if url else None,
        published=published(date) if date else next(filter(None, dates), None),
        language=language(_text(front, "lang", "language")),
    )


def published(text: str) -> DateSpan | None:
    """Return a date that a file declares, as EDTF or as people write it; None if it is none."""
    try:
        return DateSpan.parse(text)
    except InvalidValue:
        dates = find_dates(text)
        return dates[0].date if dates else None


def language(text: str | None) -> str | None:
    """Return a language tag as a dossier takes it; None if it is none."""
    tag = (text or "").replace("_", "-")
    tag = tag[:3].lower() + tag[3:] if "-" in tag[:4] else tag.lower()
    return tag if _LANGUAGE.fullmatch(tag) else None


def _text(front: Mapping[str, Any], *names: str) -> str | None:
    values = (front.get(name) for name in names)
    return next(
        (str(value).strip() for value in values if isinstance(value, str | int) or hasattr(value, "year")),
        None,
    )


def _authors(front: Mapping[str, Any]) -> tuple[str, ...]:
    value = front.get("authors") or front.get("author") or ()
    entries = [value] if isinstance(value, str | dict) else value if isinstance(value, list) else []
    named = [entry.get("name") if isinstance(entry, dict) else entry for entry in entries]
    return tuple(name.strip() for name in named if isinstance(name, str) and name.strip())


def _byline(text: str, *, is_first: bool = False) -> tuple[tuple[str, ...], DateSpan | None]:
    """Return the names after `By`, and the date where one stands behind them and their place.

    Below a title, names with a date need no `By`: `Jane Roe and Ben Oto, Water Institute, 3 May 2025`.
    """
    start = _BYLINE.match(text)
    if len(text) > _LONGEST_BYLINE or not (start or (text[:1].isupper() and not is_first)):
        return (), None
    dates = find_dates(text)
    is_last = bool(dates) and not text[dates[0].end :].strip(" .,|")
    if not (start or is_last):
        return (), None
    if is_last:
        text = _BEFORE_DATE.sub("", text[: dates[0].start])
    text = _WHERE.sub("", text)
    names, end = find_name_list(text, start.end() if start else 0)
    if text[end:].strip(" .,") and (start or not names or not _HOUSE.fullmatch(text, end)):
        return (), None
    found = tuple(text[a:b] for a, b in names)
    if not start and any(_NO_NAME.search(name) or len(name.split()) > _MOST_NAMES for name in found):
        return (), None
    return found, dates[0].date if is_last else None


def _lone_date(text: str) -> DateSpan | None:
    dates = find_dates(text) if len(text) <= _LONGEST_BYLINE else []
    around = text[: dates[0].start] + text[dates[0].end :] if dates else text
    return dates[0].date if dates and _AROUND_DATE.fullmatch(around) else None
