"""From an article to a dossier: what an extractor found, put together with the article, its notes and sources."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any

from geodb.dossier.files import Paragraph
from geodb.dossier.quotes import find_quote
from geodb.errors import InvalidValue, Problem, SourceFormatError
from geodb.sources.article.cited import CitedSources
from geodb.sources.article.dateline import HEAD, find_dateline
from geodb.sources.article.extract.gazetteer import Gazetteer
from geodb.sources.article.extract.keys import slug
from geodb.sources.article.extract.page import LONGEST_PASSAGE
from geodb.sources.article.extract.protocol import Extractor
from geodb.sources.article.extract.statement import ADVICE
from geodb.sources.article.model import Article
from geodb.sources.article.plugged import extracted
from geodb.sources.article.structure import Structure, read_structure

Item = dict[str, Any]
_ORDER = (
    "sources", "actors", "offices", "holdings", "actor_relations", "places", "events", "event_relations", "statements",
    "initiatives", "targets", "observations", "figures", "assessments", "claims", "notes",
)  # fmt: skip
_SURE = 60
MAX_CHARACTERS = 1_000_000
"""Of an article that facts are drafted from; books have as many."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted dossier as plain values, and what a reviewer should look at first."""

    dossier: Item
    problems: tuple[Problem, ...]

    def counts(self) -> dict[str, int]:
        """Return how many items there are in each section."""
        return {section: len(self.dossier[section]) for section in _ORDER if section in self.dossier}


def draft_dossier(
    article: Article, extractor: Extractor, gazetteer: Gazetteer, *, key: str, dataset: str = "geodb"
) -> Draft:
    """Draft the dossier of an article. It is pure: the same input gives the same draft.

    Items whose quotes do not stand in the article are left out, whatever extractor brought them, and so is
    what refers to them; each is told as a problem.

    Raises:
        SourceFormatError: the article is too long, or the extractor failed or returned what is no item.
    """
    if len(article.text) > MAX_CHARACTERS:
        message = f"it has {len(article.text):,} characters, too many to draft facts from"
        raise SourceFormatError(Problem(message, hint="an article is some kilobytes: divide it"))
    structure = read_structure(article)
    sections = extracted(extractor, article, structure, gazetteer)
    cited = CitedSources(article, structure, sections, gazetteer)
    cited.add()
    for each in sections.get("assessments", ()):
        each.setdefault("author", cited.author)
    for each in sections.get("statements", ()):
        if each.get("draft", {}).get("rule") == ADVICE:
            each["speaker"] = list(cited.article_authors)
    renamed = _own(sections, key)
    problems = [*article.problems, *structure.problems, *_drop_unfounded(article, sections)]
    problems += _too_long(article)
    head = _head(article, extractor, key, dataset)
    head["article"]["authors"] = _renamed(cited.article_authors, renamed)
    if cited.article_publisher:
        head["article"]["publisher"] = cited.article_publisher
    if cited.references:
        head["references"] = cited.references
    body = {section: sections[section] for section in _ORDER if sections.get(section)}
    problems += _doubts(structure, sections)
    return Draft({**head, **body}, tuple(problems))


def _kind(article: Article) -> str:
    """The kind of source that an article is: one with a dateline is a report."""
    if any(find_dateline(paragraph.text) for paragraph in article.paragraphs[:HEAD]):
        return "news"
    return "web_page" if article.metadata.url else "analysis"


def _head(article: Article, extractor: Extractor, key: str, dataset: str) -> Item:
    metadata = article.metadata
    about: Item = {"text": "article.txt", "key": key, "kind": _kind(article)}
    about |= {
        "title": metadata.title,
        "language": metadata.language,
        "published": metadata.published and metadata.published.edtf,
    }
    about |= {"original_sha256": article.original_sha256, "normalization": ",".join(article.steps) or None}
    about |= {"url": metadata.url if metadata.url and metadata.url.startswith("http") else None}
    kinds = {
        paragraph.no: paragraph.kind
        for paragraph in article.paragraphs
        if paragraph.kind not in {"body", "footnote"}
    }
    if kinds:
        about["paragraphs"] = kinds
    about = {name: value for name, value in about.items() if value is not None}
    return {
        "dossier": 1, "key": key, "dataset": dataset, "dataset_title": dataset, "draft": True,
        "coder": extractor.coder,
        "article": about,
    }  # fmt: skip


# --- keys -----------------------------------------------------------------------------------------

_SHARED = frozenset({"sources", "actors", "offices", "holdings", "actor_relations", "places", "initiatives"})
"""Sections of records that other articles speak of too, if they have a name."""
_WORDS_ONLY = frozenset({
    "kind", "form", "status", "role", "medium", "names", "evidence", "label", "text", "draft", "verbatim",
    "content",    "title", "url", "metric", "wording", "judgment_kind", "speech_act", "measure", "unit", "plover",
    "when", "terms",
})  # fmt: skip
_LONGEST_OF_ARTICLE = 40


def _own(sections: dict[str, list[Item]], key: str) -> dict[str, str]:
    """Put the article's key before those of its own facts, so that `talks` here are not `talks` elsewhere.

    Returns the new keys by the old ones.
    """
    prefix = key[:_LONGEST_OF_ARTICLE].rstrip("-._")
    renamed = {
        item["key"]: f"{prefix}.{item['key']}"
        for section, items in sections.items()
        for item in items
        if "key" in item and not (section in _SHARED and _is_named(section, item))
    }
    for items in sections.values():
        for number, item in enumerate(items):
            items[number] = {
                name: value if name in _WORDS_ONLY else _renamed(value, renamed)
                for name, value in item.items()
            }
    return renamed


def _is_named(section: str, item: Item) -> bool:
    if section == "initiatives":
        return bool(item.get("names"))
    return not str(item.get("kind")).startswith("unnamed")


def _renamed(value: Any, renamed: Mapping[str, str]) -> Any:  # noqa: ANN401 - a value of any kind
    if isinstance(value, str):
        return renamed.get(value, value)
    if isinstance(value, dict):
        return {
            renamed.get(name, name): part if name in _WORDS_ONLY else _renamed(part, renamed)
            for name, part in value.items()
        }
    if isinstance(value, list | tuple):
        return [_renamed(part, renamed) for part in value]
    return value


# --- what has no ground in the text ---------------------------------------------------------------


def _drop_unfounded(article: Article, sections: dict[str, list[Item]]) -> Iterator[Problem]:
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
    if verbatim and not any(_stands_in(verbatim, piece.get("quote", "")) for piece in pieces):
        return "its verbatim words stand in none of its quotes"
    return None


def _stands_in(verbatim: str, quote: str) -> bool:
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


def _too_long(article: Article) -> Iterator[Problem]:
    for paragraph in article.paragraphs:
        if len(paragraph.text) > LONGEST_PASSAGE:
            message = f"this paragraph has {len(paragraph.text):,} characters, too many to draft facts from"
            yield Problem(message, line=paragraph.no, hint="divide it where its paragraphs end")


def _doubts(structure: Structure, sections: dict[str, list[Item]]) -> Iterator[Problem]:
    """Yield what a reviewer should look at first: quotations left open, and unsure items."""
    for quote in structure.quotations:
        if not quote.closed:
            yield Problem("a quotation is not closed", line=quote.span.paragraph)
    unsure = [
        item
        for items in sections.values()
        for item in items
        if item.get("draft", {}).get("confidence", 100) < _SURE
    ]
    for item in unsure:
        yield Problem("the draft is unsure of this", field=str(item.get("key")), value=item["draft"]["rule"])


# --- writing --------------------------------------------------------------------------------------

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_./ -]*[A-Za-z0-9_]|[A-Za-z]")
_LONGEST_PLAIN = 60
_WORDS_OF_YAML = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def to_yaml(dossier: Mapping[str, Any]) -> str:
    """Return a dossier as YAML that people can edit: an item per block, a piece of evidence per line."""
    lines = ["# A draft: check it, then take out the line `draft: true`."]
    for name, value in dossier.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines += ["", f"{name}:"]
            for item in value:
                lines += _block(item)
        elif isinstance(value, dict):
            lines += [
                "",
                f"{name}:",
                *(f"  {field}: {_WRITERS[type(part)](part)}" for field, part in value.items()),
                "",
            ]
        else:
            lines.append(f"{name}: {_WRITERS[type(value)](value)}")
    return "\n".join(lines) + "\n"


def _block(item: Mapping[str, Any]) -> list[str]:
    lines = []
    mark = "  - "
    for name, value in item.items():
        if name == "evidence" and value:
            lines.append(f"{mark}{name}:")
            lines += [f"      - {_mapping(piece)}" for piece in value]
        else:
            lines.append(f"{mark}{name}: {_WRITERS[type(value)](value)}")
        mark = "    "
    return lines


def _mapping(value: Mapping[Any, Any]) -> str:
    parts = [f"{_WRITERS[type(name)](name)}: {_WRITERS[type(part)](part)}" for name, part in value.items()]
    return f"{{{', '.join(parts)}}}"


def _sequence(value: Iterable[Any]) -> str:
    return f"[{', '.join([_WRITERS[type(part)](part) for part in value])}]"


def _other(value: object) -> str:
    return encode_basestring(str(value))


@lru_cache(maxsize=8192)
def _text(text: str) -> str:
    """Write a text: as it is if YAML reads it as itself, or else in quotation marks."""
    is_plain = (
        len(text) < _LONGEST_PLAIN and bool(_PLAIN.fullmatch(text)) and text.lower() not in _WORDS_OF_YAML
    )
    return text if is_plain else encode_basestring(text)


_WRITERS: defaultdict[type, Callable[[Any], str]] = defaultdict(
    lambda: _other,
    {
        str: _text,
        dict: _mapping,
        list: _sequence,
        tuple: _sequence,
        bool: lambda value: "true" if value else "false",
        int: str,
        float: str,
        Decimal: "{:f}".format,
    },
)
"""How a value of each type is written: looked up where it is written, since a draft has thousands of them."""


def key_for(article: Article, name: str | None) -> str:
    """Return a key for an article: of its title, or else of the name of its file."""
    return slug(article.metadata.title or name or article.text[:60])
