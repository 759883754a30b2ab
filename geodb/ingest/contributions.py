"""Which dossier asserts which row: what none asserts any more is retracted, what returns stands again."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, Text, and_, delete, exists, func, insert, literal, select, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import insert as upsert

from geodb.ingest.merge import resolved, same_row
from geodb.ingest.staging import CONTRIBUTIONS, DOSSIERS, analyze
from geodb.ingest.tables import RECORD, record_tables
from geodb.models import Contribution

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement, Table
    from sqlalchemy.orm import Session

    from geodb.ingest.tables import LoadTable

IMMUTABLE = frozenset({"paragraph"})
"""Tables whose rows stand as long as their record: nobody can take back a part of a document."""


def note_contributions(session: Session, load: LoadTable, stage: Table) -> None:
    """Note which dossiers assert the staged rows of a table, once these are merged."""
    if load.is_kind or load.name in IMMUTABLE:
        return
    given = resolved(load, stage)
    rows = select(func.unnest(given.c[DOSSIERS]), literal(load.name), load.id).select_from(
        given.join(load.table, same_row(load, load.table, given))
    )
    session.execute(insert(CONTRIBUTIONS).from_select(CONTRIBUTIONS.columns.keys(), rows))


def store_contributions(session: Session) -> list[tuple[str, int]]:
    """Store what was noted; records that are newly asserted and were retracted stand again.

    Returns kind and id of those records.
    """
    analyze(session, CONTRIBUTIONS)
    noted = select(*CONTRIBUTIONS.columns).order_by(*CONTRIBUTIONS.columns)
    stored = upsert(Contribution).from_select(CONTRIBUTIONS.columns.keys(), noted).on_conflict_do_nothing()
    added = stored.returning(Contribution.table_name, Contribution.row_id).cte("added")
    returned = (
        update(RECORD)
        .where(added.c.table_name == RECORD.name, RECORD.c.id == added.c.row_id)
        .where(RECORD.c.retracted_at.is_not(None))
        .values(retracted_at=None, retraction_reason=None)
        .returning(RECORD.c.kind, RECORD.c.id)
    )
    return [(kind, row_id) for kind, row_id in session.execute(returned)]


def retract_dropped(session: Session, dossiers: Mapping[int, str]) -> Counter[str]:
    """Retract what `dossiers` (id: key) asserted once, do not any more, and nobody else asserts.

    What hangs on a record is deleted, and the change log keeps it; but a record that is retracted keeps
    what hangs on it, so that it can return as it was. Returns the counts by kind of record or table.
    """
    dropped = _dropped(session, dossiers)
    retracted = _retract_records(session, dossiers, dropped.pop(RECORD.name, []))
    for load in reversed(record_tables().values()):
        if load.name in dropped:
            retracted[load.name] = _delete_rows(session, load, dossiers, dropped[load.name])
    return +retracted


def _dropped(session: Session, dossiers: Mapping[int, str]) -> dict[str, list[tuple[int, int]]]:
    """By table: the dossiers and rows that were contributed and are not noted now."""
    old, noted = Contribution, CONTRIBUTIONS.c
    is_noted = exists().where(
        noted.dossier_id == old.dossier_id, noted.table_name == old.table_name, noted.row_id == old.row_id
    )
    gone = select(old.table_name, old.dossier_id, old.row_id).where(_is_of(dossiers), ~is_noted)
    by_table = defaultdict(list)
    for table_name, dossier_id, row_id in session.execute(gone):
        by_table[table_name].append((dossier_id, row_id))
    return by_table


def _retract_records(
    session: Session, dossiers: Mapping[int, str], dropped: Sequence[tuple[int, int]]
) -> Counter[str]:
    rows = [row_id for _, row_id in dropped]
    reasons = [f"no longer in dossier {dossiers[dossier_id]}" for dossier_id, _ in dropped]
    _forget(session, RECORD.name, dossiers, rows)
    arrays = literal(rows, ARRAY(BigInteger)), literal(reasons, ARRAY(Text))
    gone = func.unnest(*arrays).table_valued("row_id", "reason", name="gone").render_derived()
    statement = (
        update(RECORD)
        .where(RECORD.c.id == gone.c.row_id, RECORD.c.retracted_at.is_(None))
        .where(~_is_asserted(RECORD.name, RECORD.c.id))
        .values(retracted_at=func.now(), retraction_reason=gone.c.reason)
        .returning(RECORD.c.kind)
    )
    return Counter(session.scalars(statement)) if rows else Counter()


def _delete_rows(
    session: Session, load: LoadTable, dossiers: Mapping[int, str], dropped: Sequence[tuple[int, int]]
) -> int:
    rows = {row_id for _, row_id in dropped}
    owner = load.table.c[load.owner]
    of_retracted = (
        select(load.id).join(RECORD, RECORD.c.id == owner).where(RECORD.c.retracted_at.is_not(None))
    )
    rows -= set(session.scalars(of_retracted.where(load.id == _any(rows))))
    _forget(session, load.name, dossiers, rows)
    statement = delete(load.table).where(load.id == _any(rows), ~_is_asserted(load.name, load.id))
    return len(session.scalars(statement.returning(load.id)).all())


def _forget(
    session: Session, table_name: str, dossiers: Mapping[int, str], rows: Sequence[int] | set[int]
) -> None:
    noted = CONTRIBUTIONS.c
    is_noted = exists().where(
        noted.dossier_id == Contribution.dossier_id,
        noted.table_name == table_name,
        noted.row_id == Contribution.row_id,
    )
    of_rows = and_(Contribution.table_name == table_name, Contribution.row_id == _any(rows))
    session.execute(delete(Contribution).where(_is_of(dossiers), of_rows, ~is_noted))


def _is_of(dossiers: Mapping[int, str]) -> ColumnElement[bool]:
    return Contribution.dossier_id == _any(dossiers)


def _is_asserted(table_name: str, row_id: ColumnElement[int]) -> ColumnElement[bool]:
    return exists().where(Contribution.table_name == table_name, Contribution.row_id == row_id)


def _any(ids: Sequence[int] | set[int] | Mapping[int, str]) -> ColumnElement[int]:
    return func.any(literal(list(ids), ARRAY(BigInteger)))
