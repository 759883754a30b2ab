"""What contradicts the database: found before it is merged, so that file and line can be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import func, select, union_all

from geodb.dossier.resolve import ResolvedDossier
from geodb.dossier.yaml_tree import Path
from geodb.errors import Problem
from geodb.ingest.staging import KEYS, staging_table
from geodb.ingest.tables import RECORD, record_tables

if TYPE_CHECKING:
    from sqlalchemy import Table
    from sqlalchemy.orm import Session


def kind_conflicts(session: Session, sources: Sequence[ResolvedDossier]) -> Iterator[Problem]:
    """Yield the keys that stand for a record of another kind already."""
    staged = _staged("record").c
    taken = select(staged.key, staged.kind, RECORD.c.kind).join(RECORD, RECORD.c.key == staged.key)
    for key, kind, stands in session.execute(taken.where(RECORD.c.kind != staged.kind)):
        message = (
            f"the database has this key for a record of kind {stands}, so it cannot be one of kind {kind}"
        )
        yield _problem(sources, key, "key", message, "choose another key")


def text_conflicts(session: Session, sources: Sequence[ResolvedDossier]) -> Iterator[Problem]:
    """Yield the articles whose text is not the one that was loaded under their key, or is under another."""
    staged, document = _staged("document"), _table("document")
    changed = select(staged.c.id).join(RECORD, RECORD.c.key == staged.c.id)
    changed = changed.join(document, document.c.id == RECORD.c.id).where(document.c.sha256 != staged.c.sha256)
    for key in session.scalars(changed):
        message = "the text is not the one that was loaded under this key, and texts never change"
        yield _problem(
            sources,
            key,
            "text",
            message,
            "give the article a new key, or the text as it was, to the last line end",
        )
    moved = select(staged.c.id, RECORD.c.key).join(document, document.c.sha256 == staged.c.sha256)
    moved = moved.join(RECORD, RECORD.c.id == document.c.id).where(RECORD.c.key != staged.c.id)
    for key, stands in session.execute(moved):
        message = f"the database has this text already, as {stands}"
        yield _problem(sources, key, "text", message, "use the key of that article")


def holding_conflicts(session: Session, sources: Sequence[ResolvedDossier]) -> Iterator[Problem]:
    """Yield the holdings of an office for one that overlap another. To be asked once offices are merged."""
    staged, holding, office = _staged("office_holding"), _table("office_holding"), _table("office")
    given = select(
        staged.c.id.label("key"),
        KEYS.c.id.label("office_id"),
        func.geodb.certain_term_v1(staged.c.start_edtf, staged.c.end_edtf).label("certain_span"),
    )
    given = given.join(KEYS, KEYS.c.key == staged.c.office_id)
    stands = select(RECORD.c.key, holding.c.office_id, holding.c.certain_span).join(holding)
    stands = stands.where(RECORD.c.retracted_at.is_(None), RECORD.c.key.not_in(select(staged.c.id)))
    one, other = given.cte("one"), union_all(given, stands).cte("other")
    named = RECORD.alias("named")
    overlapping = (
        select(one.c.key, func.min(other.c.key), func.min(named.c.label))
        .join(other, (other.c.office_id == one.c.office_id) & (other.c.key != one.c.key))
        .join(office, (office.c.id == one.c.office_id) & office.c.is_single_seat)
        .join(named, named.c.id == one.c.office_id)
        .where(one.c.certain_span.op("&&")(other.c.certain_span))
        .group_by(one.c.key)
        .order_by(one.c.key)
    )
    for key, rival, label in session.execute(overlapping):
        message = f"{label} is an office for one, and {rival} holds it at the same time"
        hint = "write the end of the earlier holding, or how many seats the office has"
        yield _problem(sources, key, None, message, hint)


def _table(name: str) -> Table:
    return record_tables()[name].table


def _staged(name: str) -> Table:
    return staging_table(record_tables()[name])


def _problem(
    sources: Sequence[ResolvedDossier], key: str, field: str | None, message: str, hint: str
) -> Problem:
    """The problem at the first place where a dossier gives the record `key`, or the document of that key."""
    source, path = next(_places(sources, key))
    return source.problem((*path, field) if field else path, message, value=key, hint=hint)


def _places(sources: Sequence[ResolvedDossier], key: str) -> Iterator[tuple[ResolvedDossier, Path]]:
    prefix, _, local = key.partition(":")
    for source in sources:
        if source.dossier.dataset == prefix:
            if source.document_key == local:
                yield source, ("article",)
            yield from ((source, path) for path, item in source.records if item.key == local)
