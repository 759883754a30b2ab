"""Web pages into paragraphs: hidden parts are dropped, notes are paired with their links, nothing is run.

The main text is found by trafilatura (extra `articles`); notes are taken out first, with their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from geodb.dossier.urls import canonical_url
from geodb.errors import ConfigError, Problem, SourceFormatError
from geodb.sources.article.metadata import language, published
from geodb.sources.article.model import Block, Metadata
from geodb.sources.article.normalize import normalize
from geodb.sources.article.page import prepared_page

_KINDS = {"quote": "quotation", "item": "list_item", "cell": "table", "row": "table", "head": "heading"}
_BLOCKS = frozenset({"p", "head", "quote", "list", "item", "table", "row", "code", "div", "body"})
_SPACE = re.compile(r"[ \t\n\r\f]+")


def html_blocks(text: str, name: str, url: str | None) -> tuple[list[Block], Metadata, tuple[str, ...]]:
    """Return the paragraphs of a page, what it declares about itself, and the steps taken.

    Raises:
        ConfigError: the extra `articles` is not installed.
        SourceFormatError: no main text was found.
    """
    try:
        import trafilatura  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        hint = "pip install 'geodb[articles]', or save the page as text"
        raise ConfigError("reading HTML needs the extra `articles`", hint=hint) from None
    page, notes = prepared_page(text, name)
    tag = language(page.get("lang"))
    document: Any = trafilatura.bare_extraction(
        page,
        url=url,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if document is None or document.body is None:
        hint = "save its text by hand, and read that"
        raise SourceFormatError(Problem("no article was found in this page", file=name, hint=hint))
    blocks, done = _normalized([*_main_blocks(document.body, document.title), *notes])
    return blocks, _metadata(document, tag, url), (f"trafilatura {version('trafilatura')}", *done)


def _main_blocks(body: Any, title: str | None) -> list[Block]:  # noqa: ANN401 - lxml has no types
    blocks = list(_walk(body, "body"))
    for no, block in enumerate(blocks):
        if block.kind == "heading":
            kind = "title" if block.text == title or not no else "heading"
            blocks[no] = Block(block.text, kind)
            break
    if title and not any(block.kind == "title" for block in blocks):
        blocks.insert(0, Block(title, "title"))
    return blocks


def _walk(element: Any, kind: str) -> Iterator[Block]:  # noqa: ANN401
    """Yield the texts of an element of the extraction in order, each block of its own."""
    kind = _KINDS.get(element.tag, kind)
    inline = [element.text or ""]
    for child in element:
        if child.tag in _BLOCKS:
            yield from _block(inline, kind)
            yield from _walk(child, kind)
            inline = []
        elif child.tag == "cell":
            inline += ["".join(child.itertext()).strip(), " | "]
        else:
            inline.append(" " if child.tag == "lb" else "".join(child.itertext()))
        inline.append(child.tail or "")
    yield from _block(inline, kind)


def _block(parts: list[str], kind: str) -> Iterator[Block]:
    text = _SPACE.sub(" ", "".join(parts)).strip(" |")
    if text:
        yield Block(text, kind)


def _normalized(blocks: list[Block]) -> tuple[list[Block], tuple[str, ...]]:
    kept: list[Block] = []
    steps: dict[str, None] = {}
    for block in blocks:
        text, done = normalize(block.text)
        steps |= dict.fromkeys(done)
        kept += [Block(line, block.kind) for line in text.split("\n") if line]
    return kept, tuple(steps)


def _metadata(document: Any, tag: str | None, url: str | None) -> Metadata:  # noqa: ANN401
    address = document.url or url
    return Metadata(
        title=document.title,
        authors=tuple(filter(None, map(str.strip, (document.author or "").split(";")))),
        publisher=document.sitename,
        url=url or document.url,
        canonical_url=canonical_url(address) if address else None,
        published=published(document.date) if document.date else None,
        language=tag,
    )
