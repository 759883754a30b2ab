"""Small worlds for tests: each function adds one thing, with defaults for what the test does not care about.

Keys are written without their prefix, which is always `test`.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from geodb.models import (
    Actor,
    ActorRelation,
    Assessment,
    AssessmentCondition,
    AssessmentResolution,
    Claim,
    Dataset,
    Document,
    Event,
    EventParticipant,
    EventRelation,
    EventTerm,
    Evidence,
    Figure,
    Initiative,
    Office,
    OfficeHolding,
    Paragraph,
    Place,
    Record,
    RecordName,
    RecordRedirect,
    Reference,
    Source,
    SourceAuthor,
    SourceRating,
    Statement,
    StatementActor,
    Target,
    TargetObservation,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.db.base import Base

Value: TypeAlias = Any
Row = TypeVar("Row", bound="Base")
Fact = TypeVar("Fact", bound=Record)


def add(session: Session, row: Row) -> Row:
    session.add(row)
    session.flush()
    return row


def add_record(session: Session, kind: type[Fact], key: str, **columns: Value) -> Fact:
    session.execute(insert(Dataset).values(prefix="test", title="Test").on_conflict_do_nothing())
    return add(session, kind(key=f"test:{key}", label=columns.pop("label", key), **columns))


def actor(session: Session, key: str, kind: str = "state", **columns: Value) -> Actor:
    return add_record(session, Actor, key, kind_code=kind, **columns)


def place(session: Session, key: str, **columns: Value) -> Place:
    return add_record(session, Place, key, kind_code="city", **columns)


def office(session: Session, key: str, **columns: Value) -> Office:
    return add_record(session, Office, key, **columns)


def holding(session: Session, post: Office, holder: Actor, **columns: Value) -> OfficeHolding:
    key = f"{holder.label}-as-{post.label}"
    return add_record(session, OfficeHolding, key, office_id=post.id, holder_id=holder.id, **columns)


def relation(session: Session, first: Actor, second: Actor, kind: str = "member_of") -> ActorRelation:
    key = f"{first.label}-{second.label}"
    return add_record(session, ActorRelation, key, from_id=first.id, to_id=second.id, kind_code=kind)


def name(session: Session, record: Record, text: str, **columns: Value) -> RecordName:
    return add(session, RecordName(record_id=record.id, name=text, **columns))


def event(session: Session, key: str, edtf: str | None = None, status: str = "occurred") -> Event:
    return add_record(session, Event, key, kind_code="meeting", status_code=status, edtf=edtf)


def participant(
    session: Session, where: Event, who: Actor, role: str = "party", on_behalf_of: Actor | None = None
) -> EventParticipant:
    behalf = on_behalf_of.id if on_behalf_of else None
    return add(
        session,
        EventParticipant(event_id=where.id, actor_id=who.id, role_code=role, on_behalf_of_id=behalf),
    )


def plover(session: Session, coded: Event, code: str) -> EventTerm:
    return add(session, EventTerm(event_id=coded.id, taxonomy_code="plover", term_code=code))


def event_relation(session: Session, first: Record, second: Record, kind: str = "part_of") -> EventRelation:
    key = f"{first.label}-{kind}-{second.label}"
    return add_record(session, EventRelation, key, from_id=first.id, to_id=second.id, kind_code=kind)


def figure(session: Session, key: str, of: Record, best: int) -> Figure:
    return add_record(
        session, Figure, key, of_id=of.id, best=best, measure_code="killed", unit_code="persons"
    )


def statement(session: Session, key: str, *speakers: Actor, **columns: Value) -> Statement:
    content = columns.pop("content", key)
    columns.setdefault("form_code", "paraphrase")
    said = add_record(session, Statement, key, content=content, **columns)
    for speaker in speakers:
        spoken(session, said, speaker, "speaker")
    return said


def spoken(session: Session, said: Statement, who: Actor, role: str, **columns: Value) -> StatementActor:
    return add(session, StatementActor(statement_id=said.id, actor_id=who.id, role_code=role, **columns))


def initiative(session: Session, key: str, **columns: Value) -> Initiative:
    return add_record(session, Initiative, key, kind_code="plan", **columns)


def target(session: Session, key: str, of: Initiative, value: int, deadline: str | None) -> Target:
    return add_record(
        session,
        Target,
        key,
        initiative_id=of.id,
        metric="trade",
        comparator_code="at_least",
        value=value,
        measure_code="trade_volume",
        unit_code="usd",
        deadline_edtf=deadline,
    )


def observation(
    session: Session, of: Target, value: float, as_of: str, basis: str = "baseline", **columns: Value
) -> TargetObservation:
    said_by = columns.pop("source", None) or source(session, f"source-{value}-{as_of}".replace("/", "-"))
    return add(
        session,
        TargetObservation(
            target_id=of.id,
            basis_code=basis,
            value=value,
            source_id=said_by.id,
            as_of_edtf=as_of,
            **columns,
        ),
    )


def assessment(session: Session, key: str, kind: str = "forecast", **columns: Value) -> Assessment:
    return add_record(session, Assessment, key, kind_code=kind, text=columns.pop("text", key), **columns)


def condition(session: Session, of: Assessment, seq: int, text: str, **columns: Value) -> AssessmentCondition:
    return add(session, AssessmentCondition(assessment_id=of.id, seq=seq, text=text, **columns))


def resolution(session: Session, of: Assessment, outcome: str, on: date) -> AssessmentResolution:
    return add(session, AssessmentResolution(assessment_id=of.id, outcome_code=outcome, resolved_on=on))


def source(session: Session, key: str, **columns: Value) -> Source:
    return add_record(session, Source, key, kind_code="news", **columns)


def author(session: Session, written: Source, who: Actor, position: int = 1) -> SourceAuthor:
    return add(session, SourceAuthor(source_id=written.id, actor_id=who.id, position=position))


def document(session: Session, key: str, *texts: str, of: Source | None = None, **columns: Value) -> Document:
    """A document of these paragraphs, and its source unless one is given."""
    of = of or source(session, f"source-of-{key}")
    whole = "\n".join(texts)
    starts = [len("\n".join(texts[:no])) + (no > 0) for no in range(len(texts))]
    held = add_record(
        session,
        Document,
        key,
        source_id=of.id,
        sha256=sha256(whole.encode()).hexdigest(),
        char_count=len(whole),
        **columns,
    )
    for no, (start, text) in enumerate(zip(starts, texts, strict=True), 1):
        session.add(Paragraph(document_id=held.id, no=no, doc_start=start, text=text))
    session.flush()
    return held


def reference(
    session: Session, held: Document, marker: str, cited: Source, accessed_on: date | None = None
) -> Reference:
    """The document cites a source in the footnote `marker`."""
    return add(
        session,
        Reference(document_id=held.id, marker=marker, cited_source_id=cited.id, accessed_on=accessed_on),
    )


def rating(session: Session, rated: Record, letter: str, on: date) -> SourceRating:
    return add(
        session,
        SourceRating(record_id=rated.id, reliability_code=letter, rated_by="us", rated_on=on),
    )


def claim(
    session: Session, fact: Record, attribute: str, value: Value, by: Source | None = None, **columns: Value
) -> Claim:
    by_id = by.id if by else None
    return add(
        session, Claim(record_id=fact.id, attribute=attribute, value=value, source_id=by_id, **columns)
    )


def evidence(
    session: Session, fact: Record, held: Document, no: int, quote: str, **columns: Value
) -> Evidence:
    """The passage `quote` of paragraph `no` speaks for `fact`."""
    texts = select(Paragraph.text).where(Paragraph.document_id == held.id, Paragraph.no == no)
    start = session.scalars(texts).one().index(quote)
    return add(
        session,
        Evidence(
            record_id=fact.id,
            source_id=held.source_id,
            document_id=held.id,
            paragraph_no=no,
            start_offset=start,
            end_offset=start + len(quote),
            exact=quote,
            **columns,
        ),
    )


def merge(session: Session, old: Record, into: Record) -> RecordRedirect:
    return add(
        session,
        RecordRedirect(kind=old.record_kind, old_id=old.id, new_id=into.id, reason="the same"),
    )


def retract(session: Session, record: Record) -> None:
    record.retracted_at, record.retraction_reason = datetime.now(UTC), "wrong"
    session.flush()
