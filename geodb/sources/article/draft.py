"""From an article to a dossier: what an extractor found, put together with the article, its notes and sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from geodb.errors import Problem, SourceFormatError
from geodb.sources.article.cited import CitedSources
from geodb.sources.article.dateline import HEAD, find_dateline
from geodb.sources.article.draft_keys import own_keys, renamed
from geodb.sources.article.extract.gazetteer import Gazetteer
from geodb.sources.article.extract.keys import slug
from geodb.sources.article.extract.page import LONGEST_PASSAGE, Item
from geodb.sources.article.extract.protocol import SECTIONS, Extractor
from geodb.sources.article.extract.statement import ADVICE
from geodb.sources.article.model import Article
from geodb.sources.article.plugged import extracted
from geodb.sources.article.structure import Structure, read_structure
from geodb.sources.article.unfounded import drop_unfounded

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
        return {section: len(self.dossier[section]) for section in SECTIONS if section in self.dossier}


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
    renamed_keys = own_keys(sections, key)
    problems = [*article.problems, *structure.problems, *drop_unfounded(article, sections)]
    problems += _too_long(article)
    head = _head(article, extractor, key, dataset)
    head["article"]["authors"] = renamed(cited.article_authors, renamed_keys)
    if cited.article_publisher:
        head["article"]["publisher"] = cited.article_publisher
    if cited.references:
        head["references"] = cited.references
    body = {section: sections[section] for section in SECTIONS if sections.get(section)}
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
        yield Problem("the draft is unsure of this", field=_called(item), value=item["draft"]["rule"])


def _called(item: Item) -> str:
    """Name an item: by its key, or by its parts where it leaves its key to them, as a holding does."""
    parts = ("holder", "office", "from", "kind", "to")
    return str(item.get("key") or "--".join(str(item[part]) for part in parts if part in item))


def key_for(article: Article, name: str | None) -> str:
    """Return a key for an article: of its title, or else of the name of its file."""
    return slug(article.metadata.title or name or article.text[:60])
