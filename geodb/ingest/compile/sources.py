"""Sources, the article with its words, and what the article cites."""

from __future__ import annotations

from geodb.dossier.files import Document
from geodb.dossier.sources import Article, Source
from geodb.ingest.compile.actors import add_rating
from geodb.ingest.compile.rows import Rows, edtf


def add_source(rows: Rows, key: str, source: Source) -> None:
    """A source; the article is one too."""
    rows.add(
        "source",
        id=key,
        kind_code=source.kind,
        title=source.title,
        publisher_id=rows.key(source.publisher),
        url=source.url,
        canonical_url=source.canonical_url,
        archived_url=source.archived_url,
        lang=source.language,
        script=source.script,
        published_edtf=edtf(source.published),
    )
    for position, author in enumerate(source.authors, start=1):
        rows.add("source_author", source_id=key, position=position, actor_id=rows.key(author))
    add_rating(rows, key, source.rating)


def add_document(rows: Rows, article: Article, document: Document) -> None:
    """The words of the article, as a record of their own."""
    key = rows.document
    label, marking = rows.source.labels[article.key], article.marking or rows.source.dossier.marking
    rows.add("record", kind="document", key=key, label=label, marking_code=marking)
    rows.add(
        "document",
        id=key,
        source_id=rows.article,
        sha256=document.sha256,
        original_sha256=document.original_sha256,
        normalization=document.normalization,
        char_count=len(document.text),
        lang=article.language,
        accessed_on=article.accessed,
    )
    for paragraph in document.paragraphs:
        rows.add(
            "paragraph",
            document_id=key,
            no=paragraph.no,
            kind_code=paragraph.kind,
            doc_start=paragraph.start,
            text=paragraph.text,
        )


def add_references(rows: Rows, document: Document) -> None:
    """The footnotes of the article."""
    for reference in rows.source.dossier.references:
        rows.add(
            "reference",
            document_id=rows.document,
            marker=reference.marker,
            paragraph_no=reference.p,
            cited_source_id=rows.key(reference.source),
            raw=document.paragraphs[reference.p - 1].text if reference.p else None,
            accessed_on=reference.accessed,
        )
