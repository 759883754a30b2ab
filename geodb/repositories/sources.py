"""Sources, the documents we hold of them, and the passages in which they say what we know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypedDict, Unpack

from sqlalchemy import Date, Select, and_, func, select, union_all
from sqlalchemy.orm import joinedload, selectinload

from geodb.db.pgerrors import translated_errors
from geodb.dossier.files import Paragraph as Passage
from geodb.dossier.quotes import find_quote
from geodb.dossier.urls import canonical_url
from geodb.errors import InvalidValue
from geodb.models import Actor, Document, Evidence, Record, Reference, Source, SourceAuthor
from geodb.repositories import keys
from geodb.repositories.base import Repository
from geodb.repositories.lookup import points_to, survivors
from geodb.repositories.selection import Loads, Selection
from geodb.types import Span

_PUBLISHER = joinedload(Source.publisher)
_PARTS = (
    joinedload(Document.source),
    selectinload(Document.paragraphs),
    selectinload(Document.references).joinedload(Reference.cited_source),
)


class Coding(TypedDict, total=False):
    """What else can be said of a piece of evidence; see the columns of the same names."""

    attribute: str
    relation_code: str
    marker: str
    credibility: int
    coder: str


@dataclass(frozen=True, slots=True)
class FirstReport:
    """The source that reported a record first, and the day by which it had.

    With `is_upper_bound` it may have been earlier: that was when somebody read it, or the source gives no
    exact date.
    """

    source: Source
    on: date
    rests_on: Literal["published", "accessed"]
    is_upper_bound: bool


class Sources(Repository[Source]):
    """Publications, posts and pages. They come with publisher and authors, in one round trip."""

    model = Source
    loads = Loads(
        page=(_PUBLISHER, joinedload(Source.authors).joinedload(SourceAuthor.actor)),
        stream=(_PUBLISHER, selectinload(Source.authors).joinedload(SourceAuthor.actor)),
    )

    def by_url(self, url: str) -> list[Source]:
        """The sources at an address, whatever tracking is added to it. One round trip."""
        return self._listed().where(Source.canonical_url == canonical_url(url)).all()

    def citing(self, source: str) -> Selection[Source]:
        """The sources whose documents cite this one. Raises NotFound."""
        documents = select(Reference.document_id).where(points_to(Reference.cited_source_id, source))
        cite = survivors(Document.source_id, Document.id.in_(documents))
        return self._listed().where(Source.id.in_(cite), mentioned=[(source, Source)])

    def add_author(self, source: str, actor: str) -> SourceAuthor:
        """Add an author at the end of a source's byline. Raises NotFound or a ConstraintError."""
        written = self.get(source)
        position = self._next_seq(SourceAuthor.position, SourceAuthor.source_id == written.id)
        return self._append(written.authors, SourceAuthor(actor=self._one(Actor, actor), position=position))

    def first_to_report(self, record: str) -> FirstReport | None:
        """Who reported a record first, as far as dates are known: a source of evidence, or one it cites.

        None if no supporting source has a date. Raises NotFound. One round trip.
        """
        with translated_errors():
            row = self.session.execute(_dated_reports(record).options(_PUBLISHER).limit(1)).first()
        if row is None:
            keys.require(self.session, [(record, Record)])
            return None
        source, on = row
        published = source.published_span
        if published is None or published.upper is None:
            return FirstReport(source, on, "accessed", is_upper_bound=True)
        return FirstReport(source, on, "published", is_upper_bound=published.lower != on)

    def evidence_of(self, record: str) -> list[Evidence]:
        """The passages that speak for or against a record and those merged into it, with source and document.

        In the order of documents and passages. Raises NotFound. One round trip.
        """
        passages = (
            select(Evidence)
            .where(points_to(Evidence.record_id, record))
            .order_by(Evidence.document_id, Evidence.paragraph_no, Evidence.start_offset, Evidence.id)
            .options(joinedload(Evidence.source), joinedload(Evidence.document))
        )
        return self._rows(passages, (record, Record))

    def add_evidence(self, record: str, document: str, span: Span, **coding: Unpack[Coding]) -> Evidence:
        """Tie a record to the passage `span` of a document, which the database compares with the text.

        Raises NotFound, InvalidValue if there is no such paragraph, or a ConstraintError.
        """
        fact, held = self._one(Record, record), Documents(self.session).get(document)
        paragraph = next((text for text in held.paragraphs if text.no == span.paragraph), None)
        if paragraph is None:
            raise InvalidValue(f"{document} has {len(held.paragraphs)} paragraphs, not {span.paragraph}")
        return self._add(
            Evidence(
                record_id=fact.id,
                source=held.source,
                document=held,
                paragraph_no=span.paragraph,
                start_offset=span.start,
                end_offset=span.end,
                exact=paragraph.text[span.start : span.end],
                **coding,
            )
        )

    def quote(
        self,
        record: str,
        document: str,
        paragraph: int,
        words: str,
        nth: int | None = None,
        **coding: Unpack[Coding],
    ) -> Evidence:
        """As `add_evidence`, for the passage of a paragraph that reads `words`; `nth` chooses among several.

        Raises InvalidValue as well, with the nearest passages, if the paragraph does not have these words.
        """
        texts = [
            Passage(text.no, text.kind_code, text.doc_start, text.text)
            for text in Documents(self.session).get(document).paragraphs
        ]
        return self.add_evidence(record, document, find_quote(words, paragraph, texts, nth), **coding)

    def cite(self, record: str, source: str, **coding: Unpack[Coding]) -> Evidence:
        """Tie a record to a source whose text is not held. Raises NotFound or a ConstraintError."""
        fact, cited = self._one(Record, record), self._one(Source, source)
        return self._add(Evidence(record_id=fact.id, source=cited, document=None, **coding))


class Documents(Repository[Document]):
    """Immutable texts of sources.

    Documents come with their source, in one round trip, and with paragraphs and with references and what they
    cite in one more each, however many documents there are.
    """

    model = Document
    loads = Loads(_PARTS, _PARTS)

    def of(self, source: str) -> list[Document]:
        """The texts we hold of a source. Raises NotFound."""
        return self._listed().where(points_to(Document.source_id, source), mentioned=[(source, Source)]).all()


def _dated_reports(record: str) -> Select[Any, Any]:
    """(source, day) of all that supports a record, the earliest first; sources without any date left out."""
    supports = and_(points_to(Evidence.record_id, record), Evidence.relation_code == "supports")
    said = (
        select(Evidence.source_id, Document.accessed_on)
        .outerjoin(Document, Document.id == Evidence.document_id)
        .where(supports)
    )
    under_marker = and_(Reference.document_id == Evidence.document_id, Reference.marker == Evidence.marker)
    cited = (
        select(Reference.cited_source_id, Reference.accessed_on).join(Evidence, under_marker).where(supports)
    )
    reports = union_all(said, cited).subquery()
    source_id, accessed_on = reports.c
    day = func.coalesce(func.upper(Source.published_span, type_=Date) - 1, accessed_on, type_=Date)
    return (
        select(Source, day)
        .join(reports, Source.id == source_id)
        .where(day.is_not(None))
        .order_by(day, Source.id)
    )
