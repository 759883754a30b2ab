"""What a draft may not hold, since its words do not stand in the article, and what refers to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from geodb.dossier.files import Paragraph
from geodb.dossier.quotes import find_quote
from geodb.errors import InvalidValue, Problem
from geodb.sources.article.extract.page import Item
from geodb.sources.article.model import Article


def drop_unfounded(article: Article, sections: dict[str, list[Item]]) -> Iterator[Problem]:
    """Take out items with words that are not in the article, and then what refers to the items taken out."""
    paragraphs = [Paragraph(each.no, each.kind, each.start, each.text) for each in article.paragraphs]
    dropped: set[str] = set()
    for section, items in sections.items():
        kept = []
        for item in items:
            reason = _unfounded(item, paragraphs)
            if reason is None:
                kept.append(item)
                continue
            dropped.add(str(item.get("key")))
            yield Problem(
                f"left out of {section}: {reason}",
                field=str(item.get("key")),
                hint="its words do not stand there",
            )
        sections[section] = kept
    while dropped:
        dropped = _drop_referring(sections, dropped)


def _unfounded(item: Item, paragraphs: list[Paragraph]) -> str | None:
    pieces = [
        *item.get("evidence", ()),
        *(each for part in item.get("relations", ()) for each in part.get("evidence", ())),
    ]
    for piece in pieces:
        if "quote" in piece and not _stands_once(piece, paragraphs):
            try:
                find_quote(piece["quote"], piece["p"], paragraphs, piece.get("nth"))
            except InvalidValue as error:
                return error.message
    verbatim = item.get("verbatim")
    if verbatim and not any(stands_in(verbatim, piece.get("quote", "")) for piece in pieces):
        return "its verbatim words stand in none of its quotes"
    return None


def stands_in(verbatim: str, quote: str) -> bool:
    """Whether words stand in a quote, or their parts between commas one after the other: `“…,” he said, “…”`."""
    at = 0
    for part in [verbatim] if verbatim in quote else verbatim.split(", "):
        at = quote.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


def _stands_once(piece: Item, paragraphs: list[Paragraph]) -> bool:
    """Whether a quote stands in its paragraph, and there only once: most do, and need no closer look."""
    if "nth" in piece or not 1 <= piece["p"] <= len(paragraphs):
        return False
    text: str = paragraphs[piece["p"] - 1].text
    at = text.find(piece["quote"])
    return at >= 0 and text.find(piece["quote"], at + 1) < 0


def _drop_referring(sections: dict[str, list[Item]], dropped: set[str]) -> set[str]:
    """Drop the items that refer to dropped ones in a field of their own; return the keys dropped by that."""
    more: set[str] = set()
    for section, items in sections.items():
        gone = [item for item in items if dropped & set(_references(item))]
        more |= {str(item.get("key")) for item in gone}
        sections[section] = [item for item in items if item not in gone]
    return more - dropped


def _references(item: Mapping[str, Any]) -> Iterator[str]:
    for name, value in item.items():
        if name in {"key", "names", "evidence", "label", "text", "draft"}:
            continue
        stack = [value]
        while stack:
            one = stack.pop()
            if isinstance(one, str):
                yield one
            elif isinstance(one, dict):
                stack += [*one, *one.values()]
            elif isinstance(one, list | tuple):
                stack += one
