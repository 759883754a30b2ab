"""HTML in which everything is escaped that was not made here."""

from __future__ import annotations

from html import escape


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


def el(name: str, /, *children: str, **attributes: str | bool | None) -> Html:
    """Return an element. Children are escaped unless they are Html; so are values of attributes.

    `class_` becomes class and `data_x` data-x; True stands for an attribute without a value, None and False
    for none.
    """
    head = "".join(_attribute(name, value) for name, value in attributes.items())
    if name in {"meta", "link", "br"}:
        return Html(f"<{name}{head}>")
    return Html(f"<{name}{head}>{joined(*children)}</{name}>")


def joined(*children: str) -> Html:
    """Return children one after the other, escaped unless they are Html."""
    return Html("".join(child if isinstance(child, Html) else escape(child) for child in children))


def _attribute(name: str, value: object) -> str:
    if value is None or value is False:
        return ""
    name = name.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
