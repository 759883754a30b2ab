"""A web page made ready for extraction: hidden parts out, links to notes as `[1]`, the notes beside it."""

from __future__ import annotations

import re
from typing import Any

from geodb.errors import Problem, SourceFormatError
from geodb.sources.article.model import Block

# lxml ships no types, so its elements are Any here.

_DROPPED = frozenset(
    {
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "object",
        "embed",
        "svg",
        "canvas",
        "form",
        "select",
    }
)
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?![.\d])", re.IGNORECASE
)
_HIDDEN_CLASS = re.compile(r"(?<!\S)(?:sr-only|visually-hidden|screen-reader-text)(?!\S)")
_NUMBER = re.compile(r"[\[(]?\s*([0-9]{1,3})\s*[\])]?\.?")
_RAISED = str.maketrans("0123456789,-", "⁰¹²³⁴⁵⁶⁷⁸⁹,⁻")
_HOLDS_A_NOTE = frozenset({"li", "p", "dd", "div", "aside", "td", "section"})
_SPACE = re.compile(r"\s+")
_LONGEST_NOTE = 5000


def prepared_page(text: str, name: str) -> tuple[Any, list[Block]]:
    """Parse a page; return its tree without what readers do not see, and its notes as footnotes.

    Raises:
        SourceFormatError: there is nothing in it.
    """
    from lxml import etree, html  # noqa: PLC0415 - comes with the extra `articles`

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        page: Any = html.document_fromstring(text.encode(errors="replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise SourceFormatError(Problem(f"this is not HTML: {error}", file=name)) from None
    for element in list(page.iter()):
        if _is_hidden(element):
            _drop(element)
    notes = _taken_notes(page)
    for sup in list(page.iter("sup")):
        content = "".join(sup.itertext()).strip()
        if re.fullmatch(r"[0-9,-]{1,7}", content):
            _replace(sup, content.translate(_RAISED))
    return page, notes


def _is_hidden(element: Any) -> bool:  # noqa: ANN401
    if element.getparent() is None or element.tag == "body":
        return False
    return (
        element.tag in _DROPPED
        or "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN_STYLE.search(element.get("style", "")))
        or bool(_HIDDEN_CLASS.search(element.get("class", "")))
    )


def _drop(element: Any) -> None:  # noqa: ANN401
    if element.getparent() is not None:
        element.drop_tree()


def _replace(element: Any, text: str) -> None:  # noqa: ANN401
    element.tail = text + (element.tail or "")
    element.drop_tree()


def _taken_notes(page: Any) -> list[Block]:  # noqa: ANN401
    """Turn links to notes further down into `[1]`, take the notes out, and return them numbered so."""
    order = {element: no for no, element in enumerate(page.iter())}
    targets = {key: element for element in order for key in (element.get("id"), element.get("name")) if key}
    notes: dict[Any, int] = {}
    links = [link for link in page.iter("a") if link.get("href", "").startswith("#")]
    for link in links:
        target = targets.get(link.get("href")[1:])
        number = _NUMBER.fullmatch("".join(link.itertext()).strip())
        if target is not None and number and order[target] > order[link]:
            holder = _holder(target)
            if holder is not None and link not in set(holder.iter("a")):
                notes.setdefault(holder, int(number[1]))
                raised = link.getparent()
                is_raised = (
                    raised.tag == "sup"
                    and "".join(raised.itertext()).strip() == "".join(link.itertext()).strip()
                )
                _replace(raised if is_raised else link, f"[{number[1]}]")
    blocks = []
    for holder, no in notes.items():
        for link in list(holder.iter("a")):
            if link.get("href", "").startswith("#"):  # the way back, and the printed number
                _drop(link)
        content = _SPACE.sub(" ", "".join(holder.itertext())).strip(" ^")
        if content:
            blocks.append(Block(f"[{no}] {content}", "footnote"))
        _drop(holder)
    return blocks


def _holder(target: Any) -> Any:  # noqa: ANN401
    """Return the block that is a note, given what a link points at; None if it is more than a note."""
    while target is not None and target.tag not in _HOLDS_A_NOTE:
        target = target.getparent()
    parent = target.getparent() if target is not None else None
    if parent is not None and parent.tag in {"li", "dd", "aside"}:
        target = parent
    return target if target is not None and len("".join(target.itertext())) <= _LONGEST_NOTE else None
