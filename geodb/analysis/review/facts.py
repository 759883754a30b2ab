"""The facts of a draft as cards: what was coded, what is doubtful, and the words it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import groupby
from typing import Any

from geodb.analysis.review.html import Html, el, joined
from geodb.services.review.concerns import Concern
from geodb.services.review.draft import Fact, Support
from geodb.services.review.reviewing import Review

_DEEPEST = 4
_HIDDEN = frozenset({"key", "label", "evidence", "draft"})
_CODES = frozenset(
    {"kind", "form", "role", "status", "medium", "measure", "unit", "basis", "language", "quote"}
)
"""Fields whose values are never keys of records, even if they read the same."""


class FactCards:
    """The cards of one review; a value that is a key of the dossier becomes a link to its card."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._by_key = {fact.key: fact for fact in reversed(review.draft.facts) if fact.key}
        self._concerns: defaultdict[str | None, list[Concern]] = defaultdict(list)
        for concern in review.concerns:
            self._concerns[concern.fact].append(concern)

    def html(self) -> Html:
        """All cards, by section."""
        groups = groupby(self._review.draft.facts, lambda fact: fact.section)
        return joined(*(self._section(section, list(facts)) for section, facts in groups))

    def _section(self, section: str, facts: list[Fact]) -> Html:
        title = el("h3", words_of(section), " ", el("span", str(len(facts)), class_="count"))
        cards = (self._card(fact) for fact in facts)
        return el("section", title, *cards, id=f"of-{section}", class_=f"group s-{section}")

    def _card(self, fact: Fact) -> Html:
        flags = self._concerns[fact.id]
        refused = any(concern.refused for concern in flags)
        return el(
            "article",
            el("h4", fact.label, id=f"{fact.id}-label", dir="auto"),
            self._meta(fact),
            el("ul", *map(_flag, flags), class_="flags") if flags else "",
            self._fields(fact),
            el("ul", *(_support(fact, *each) for each in enumerate(fact.supports)), class_="supports"),
            id=fact.id,
            class_=f"fact s-{fact.section}{' flagged' if flags else ''}{' refused' if refused else ''}",
            tabindex="-1",
            aria_labelledby=f"{fact.id}-label",
        )

    def _meta(self, fact: Fact) -> Html:
        parts = [el("code", fact.key)] if fact.key else []
        if fact.line:
            parts.append(el("span", f"line {fact.line}"))
        if fact.confidence is not None:
            parts.append(el("span", f"confidence {fact.confidence}"))
        if fact.rule:
            parts.append(el("span", f"by {fact.rule}"))
        if fact.key in self._review.known:
            parts.append(el("span", "in the database", class_="known"))
        return el("p", *parts, class_="meta") if parts else Html()

    def _fields(self, fact: Fact) -> Html:
        shown = {name: value for name, value in fact.fields.items() if str(name) not in _HIDDEN}
        rows = (
            joined(el("dt", words_of(name)), el("dd", self._value(value, str(name)), dir="auto"))
            for name, value in shown.items()
            if value != fact.label
        )
        return el("dl", *rows)

    def _value(self, value: Any, name: str, depth: int = 0) -> Html:  # noqa: ANN401 - whatever the file holds
        if depth > _DEEPEST:
            return joined("…")
        if isinstance(value, Mapping):
            rows = (
                el(
                    "span",
                    self._name(key),
                    " ",
                    self._value(each, str(key), depth + 1),
                    class_="pair",
                )
                for key, each in value.items()
                if key != "evidence"
            )
            return joined(*rows)
        if isinstance(value, list):
            return el("ul", *(el("li", self._value(each, name, depth + 1)) for each in value))
        return self._scalar(value, name)

    def _name(self, key: object) -> Html:
        return self._scalar(key, "") if key in self._by_key else el("i", words_of(key))

    def _scalar(self, value: object, name: str) -> Html:
        text = (
            {True: "yes", False: "no", None: "none"}.get(value, "") if isinstance(value, bool | None) else ""
        )
        text = text or str(value)
        known = self._by_key.get(text) if name not in _CODES else None
        if known and known.label != text:
            return el("a", known.label, href=f"#{known.id}", class_="ref", title=text)
        if text.startswith(("https://", "http://")):
            return el("a", text, href=text, rel="noopener noreferrer", class_="out")
        return joined(text)


def words_of(name: object) -> str:
    """A name of the format as people read it."""
    return str(name).replace("_", " ")


def _flag(concern: Concern) -> Html:
    value = concern.value if concern.kind not in {"duplicate", "uncited", "confidence"} else None
    field = (concern.field or "").partition(".")[2]
    return el(
        "li",
        el("b", f"{field}: " if field else "", concern.message),
        el("q", value, dir="auto") if value else "",
        el("small", concern.hint, dir="auto") if concern.hint else "",
        class_="refused" if concern.refused else None,
    )


def _support(fact: Fact, number: int, support: Support) -> Html:
    tags = [support.attribute, support.relation if support.relation != "supports" else None, support.marker]
    notes = el("small", " · ".join(tag for tag in tags if tag)) if any(tags) else ""
    if support.words is None:
        return el("li", "source: ", support.source or "none", notes)
    words = el("q", support.words, dir="auto")
    where = f"¶ {support.p}"
    if support.span is None:
        return el("li", el("span", where, class_="where"), words, notes, class_="lost")
    link = el("a", where, class_="where", href=f"#p{support.p}", data_mark=f"{fact.id}.{number}")
    return el("li", link, words, notes)
