"""The whole page: problems on top, the article beside its facts, and what makes them speak to each other."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from geodb import __version__
from geodb.analysis.review.article import article_html
from geodb.analysis.review.facts import FactCards, words_of
from geodb.analysis.review.html import Html, el, joined
from geodb.services.review.concerns import KINDS, Concern
from geodb.services.review.draft import Draft
from geodb.services.review.reviewing import Review

_MANY = 12
"""More concerns of a kind than this are folded away, unless a load would refuse them."""

SHORTCUTS = (
    ("j, k", "next fact, the one before"),
    ("Enter", "from a fact to its words, and on to its next ones; from words to their fact"),
    ("e, E", "next fact with something to look at, the one before"),
    ("p", "what to look at, on top"),
    ("a, f", "the article, the facts"),
    ("Esc", "let go"),
    ("?", "this list"),
)


def page(review: Review) -> str:
    """Return the page as HTML: nothing is fetched, and nothing of the input can run in it."""
    style, script = _asset("page.css"), _asset("page.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}';"
        " base-uri 'none'; form-action 'none'"
    )
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="referrer", content="no-referrer"),
        el("title", f"Review: {_title(review.draft)}"),
        el("style", Html(style)),
    )
    body = el("body", _skips(), _header(review), _concerns(review), _columns(review), _help(), _footer())
    return f"<!DOCTYPE html>\n{el('html', head, body, el('script', Html(script)), lang='en')}\n"


def _asset(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _title(draft: Draft) -> str:
    article = draft.head.get("article")
    told = [
        draft.head.get("title"),
        *(article.get(name) for name in ("title", "label") if isinstance(article, dict)),
    ]
    return next((title for title in told if isinstance(title, str) and title), str(draft.head.get("key")))


def _skips() -> Html:
    links = (("#concerns", "What to look at"), ("#article", "The article"), ("#facts", "The facts"))
    return el("nav", *(el("a", text, href=href) for href, text in links), class_="skip", aria_label="Skip to")


def _header(review: Review) -> Html:
    draft = review.draft
    passages = sum(support.span is not None for fact in draft.facts for support in fact.supports)
    numbers = f"{len(draft.facts)} items, {passages} passages"
    meta = [
        ("dossier", str(draft.file)),
        ("coder", str(draft.head.get("coder", "human"))),
        ("holds", numbers),
    ]
    return el(
        "header",
        el("p", "Review of a dossier", class_="eyebrow"),
        el("h1", _title(draft), dir="auto"),
        el(
            "dl",
            *(
                joined(el("dt", name), el("dd", value))
                for name, value in [*meta, ("status", review.compared)]
            ),
        ),
        class_="top",
    )


def _concerns(review: Review) -> Html:
    groups = groupby(review.concerns, lambda concern: (concern.kind, concern.refused))
    told = [_group(kind, list(concerns)) for (kind, _), concerns in groups]
    return el(
        "section",
        el("h2", "What to look at"),
        el("p", _verdict(review), class_="verdict refused" if review.refused else "verdict"),
        el("p", *_next_step(review.draft)),
        *told,
        id="concerns",
        tabindex="-1",
    )


def _verdict(review: Review) -> str:
    total = len(review.concerns)
    if review.refused:
        return f"A load would refuse this: {review.refused} of {total} must be mended."
    if total:
        return f"Nothing here must be mended; {total} to look at."
    return "Nothing to look at."


def _next_step(draft: Draft) -> Iterator[str]:
    yield "Correct "
    yield el("code", draft.file.name)
    yield ", and make this page again to see it. When it is right, "
    if draft.head.get("draft") is True:
        yield "take out the line "
        yield el("code", "draft: true")
        yield " and "
    yield "load it: "
    yield el("code", f"geodb load {draft.file.parent}")


def _group(kind: str, concerns: list[Concern]) -> Html:
    refused = concerns[0].refused
    title = next(title for each, title in KINDS.items() if each == kind)
    return el(
        "details",
        el("summary", title, " ", el("span", str(len(concerns)), class_="count")),
        el("ol", *map(_concern, concerns)),
        open=refused or len(concerns) <= _MANY,
        class_="refused" if refused else None,
    )


def _concern(concern: Concern) -> Html:
    what = concern.value or concern.field or "the dossier"
    link = el("a", what, href=f"#{concern.fact}", dir="auto") if concern.fact else el("b", what, dir="auto")
    place = " · ".join(filter(None, [concern.field, f"line {concern.line}" if concern.line else None]))
    return el(
        "li",
        link,
        el("span", concern.message, class_="why", dir="auto"),
        el("small", place, class_="place") if place else "",
        el("small", concern.hint, dir="auto", class_="hint") if concern.hint else "",
    )


def _columns(review: Review) -> Html:
    head = review.draft.head.get("article")
    language = head.get("language") if isinstance(head, dict) else None
    article = el(
        "section",
        el("h2", "The article"),
        el("div", article_html(review.draft), lang=language if isinstance(language, str) else None),
        id="article",
        tabindex="-1",
    )
    sections = Counter(fact.section for fact in review.draft.facts)
    links = (
        el(
            "a",
            words_of(section),
            " ",
            el("span", str(count), class_="count"),
            href=f"#of-{section}",
            class_=f"s-{section}",
        )
        for section, count in sections.items()
    )
    index = el("nav", *links, class_="index", aria_label="Kinds of facts")
    cards = FactCards(review).html()
    facts = el("section", el("h2", "The facts"), index, cards, id="facts", tabindex="-1")
    return el("main", article, facts)


def _help() -> Html:
    rows = (joined(el("dt", keys), el("dd", text)) for keys, text in SHORTCUTS)
    close = el("form", el("button", "Close"), method="dialog")
    return el("dialog", el("h2", "Keys"), el("dl", *rows), close, id="help", aria_label="Keys")


def _footer() -> Html:
    button = el("button", "Keys ", el("kbd", "?"), type="button", id="keys")
    return el("footer", button, f"geodb {__version__}. This page fetches nothing and sends nothing.")
