"""The keys of a draft: which facts are the article's own, so that `talks` here are not `talks` elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geodb.sources.article.extract.page import Item

_SHARED = frozenset({"sources", "actors", "offices", "holdings", "actor_relations", "places", "initiatives"})
"""Sections of records that other articles speak of too, if they have a name."""
_WORDS_ONLY = frozenset({
    "kind", "form", "status", "role", "medium", "names", "evidence", "label", "text", "draft", "verbatim",
    "content",    "title", "url", "metric", "wording", "judgment_kind", "speech_act", "measure", "unit", "plover",
    "when", "terms",
})  # fmt: skip
_LONGEST_OF_ARTICLE = 40


def own_keys(sections: dict[str, list[Item]], key: str) -> dict[str, str]:
    """Put the article's key before those of its own facts, so that `talks` here are not `talks` elsewhere.

    Returns the new keys by the old ones.
    """
    prefix = key[:_LONGEST_OF_ARTICLE].rstrip("-._")
    new_keys = {
        item["key"]: f"{prefix}.{item['key']}"
        for section, items in sections.items()
        for item in items
        if "key" in item and not (section in _SHARED and _is_named(section, item))
    }
    for items in sections.values():
        for number, item in enumerate(items):
            items[number] = {
                name: value if name in _WORDS_ONLY else renamed(value, new_keys)
                for name, value in item.items()
            }
    return new_keys


def _is_named(section: str, item: Item) -> bool:
    if section == "initiatives":
        return bool(item.get("names"))
    return not str(item.get("kind")).startswith("unnamed")


def renamed(value: Any, new_keys: Mapping[str, str]) -> Any:  # noqa: ANN401 - a value of any kind
    """Return a value with new keys in place of the old ones, however deep they stand in it."""
    if isinstance(value, str):
        return new_keys.get(value, value)
    if isinstance(value, dict):
        return {
            new_keys.get(name, name): part if name in _WORDS_ONLY else renamed(part, new_keys)
            for name, part in value.items()
        }
    if isinstance(value, list | tuple):
        return [renamed(part, new_keys) for part in value]
    return value
