"""Which dossier asserts which row: what none asserts any more is retracted, what returns stands again."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, Text, delete, exists, func, insert, literal, select, union_all, update
from sqlalchemy.dialects.postgresql import ARRAY, aggregate_order_by
from sqlalchemy.dialects.postgresql import insert as upsert

from geodb.ingest.merge import has_row, resolved, same_row
from geodb.ingest.staging import CONTRIBUTIONS, DOSSIERS, analyze
from geodb.ingest.tables import RECORD, record_tables
from geodb.models import Contribution, Dossier

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement, FromClause, Insert, Select, Table
    from sqlalchemy.orm import Session

    from geodb.ingest.tables import LoadTable

IMMUTABLE = frozenset({"paragraph"})
"""Tables whose rows stand as long as their record: nobody can take back a part of a document."""

_NONE = literal([], ARRAY(BigInteger))


def note_contributions(
    session: Session, load: LoadTable, stage: Table, *, of_new: bool | None = None
) -> None:
    """Note which dossiers assert the staged rows of a table, once these are merged."""
    if keeps_asserters(load):
        given = resolved(load, stage, of_new=of_new)
        session.execute(noting(load, given, load.table))


def keeps_asserters(load: LoadTable) -> bool:
    """Whether it is kept who asserts the rows of a table: of what is a record, its row of `record` tells."""
    return not (load.is_kind or load.name in IMMUTABLE)


def noting(load: LoadTable, given: FromClause, standing: FromClause) -> Insert:
    """Note which dossiers assert `given` rows, by the ids that these have in `standing`."""
    dossier_id = func.unnest(given.c[DOSSIERS]).label("dossier_id")
    row_id = standing.c[load.id.name].label("row_id")
    each = select(dossier_id, row_id).select_from(given.join(standing, same_row(load, standing, given)))
    by_row = each.subquery("asserted").c
    rows = select(by_row.dossier_id, literal(load.name), func.array_agg(by_row.row_id))
    return insert(CONTRIBUTIONS).from_select(CONTRIBUTIONS.columns.keys(), rows.group_by(by_row.dossier_id))


def store_contributions(session: Session) -> list[tuple[str, int]]:
    """Store what was noted; records that are newly asserted and were retracted stand again.

    Returns kind and id of those records.
    """
    analyze(session, CONTRIBUTIONS)
    noted = CONTRIBUTIONS.c
    is_noted = exists().where(
        noted.dossier_id == Contribution.dossier_id, noted.table_name == Contribution.table_name
    )
    returned = _let_return(session)
    all_ = union_all(_noted_rows(), _stored_rows().where(is_noted)).subquery("all_rows")
    dossier_id, table_name, row_id = all_.c
    each = select(dossier_id, table_name, _sorted(row_id.distinct(), row_id))
    each = each.group_by(dossier_id, table_name)
    statement = upsert(Contribution).from_select(["dossier_id", "table_name", "row_ids"], each)
    new = {"row_ids": statement.excluded.row_ids}
    session.execute(statement.on_conflict_do_update(index_elements=["dossier_id", "table_name"], set_=new))
    return returned


def _let_return(session: Session) -> list[tuple[str, int]]:
    noted = _noted_rows().where(CONTRIBUTIONS.c.table_name == RECORD.name).subquery("noted").c
    is_stored = exists().where(
        Contribution.dossier_id == noted.dossier_id,
        Contribution.table_name == noted.table_name,
        has_row(noted.row_id),
    )
    added = select(noted.row_id).where(~is_stored)
    statement = update(RECORD).where(RECORD.c.retracted_at.is_not(None), RECORD.c.id.in_(added))
    returned = statement.values(retracted_at=None, retraction_reason=None).returning(
        RECORD.c.kind, RECORD.c.id
    )
    return [(kind, row_id) for kind, row_id in session.execute(returned)]


def retract_dropped(session: Session, dossiers: Mapping[int, str]) -> Counter[str]:
    """Retract what `dossiers` (id: key) asserted once, do not any more, and nobody else asserts.

    What hangs on a record is deleted, and the change log keeps it; but a record that is retracted keeps
    what hangs on it, so that it can return as it was. Returns the counts by kind of record or table.
    """
    dropped = _dropped(session, dossiers)
    for table_name, pairs in dropped.items():
        _read_again(session, table_name, [row_id for _, row_id in pairs], dossiers)
    retracted = _retract_records(session, dossiers, dropped.pop(RECORD.name, []))
    for load in reversed(record_tables().values()):
        if load.name in dropped:
            retracted[load.name] = _delete_rows(session, load, dropped[load.name])
    return +retracted


def _read_again(
    session: Session, table_name: str, rows: Sequence[int], dropped_by: Mapping[int, str]
) -> None:
    """Forget the state of the dossiers that still assert `rows`, so that their next load is not left out.

    Values of the rows may be those of the dossier that dropped them, and only these dossiers know their own.
    """
    others = select(Contribution.dossier_id).where(
        Contribution.table_name == table_name,
        Contribution.row_ids.overlap(literal(list(rows), ARRAY(BigInteger))),
        Contribution.dossier_id != func.all(literal(list(dropped_by), ARRAY(BigInteger))),
    )
    session.execute(
        update(Dossier).where(Dossier.id.in_(others)).values(sha256=""),
        execution_options={"synchronize_session": False},
    )


def _dropped(session: Session, dossiers: Mapping[int, str]) -> dict[str, list[tuple[int, int]]]:
    """By table: the dossiers and rows that were contributed and are not noted now."""
    stored = _stored_rows().where(Contribution.dossier_id == _any(dossiers))
    gone = stored.except_(_noted_rows())
    by_table = defaultdict(list)
    for dossier_id, table_name, row_id in session.execute(gone):
        by_table[table_name].append((dossier_id, row_id))
    return by_table


def _retract_records(
    session: Session, dossiers: Mapping[int, str], dropped: Sequence[tuple[int, int]]
) -> Counter[str]:
    if not dropped:
        return Counter()
    _forget(session, RECORD.name, dropped)
    rows = [row_id for _, row_id in dropped]
    reasons = [f"no longer in dossier {dossiers[dossier_id]}" for dossier_id, _ in dropped]
    arrays = literal(rows, ARRAY(BigInteger)), literal(reasons, ARRAY(Text))
    gone = func.unnest(*arrays).table_valued("row_id", "reason", name="gone").render_derived()
    statement = (
        update(RECORD)
        .where(RECORD.c.id == gone.c.row_id, RECORD.c.retracted_at.is_(None))
        .where(~_is_asserted(RECORD.name, RECORD.c.id))
        .values(retracted_at=func.now(), retraction_reason=gone.c.reason)
        .returning(RECORD.c.kind)
    )
    return Counter(session.scalars(statement))


def _delete_rows(session: Session, load: LoadTable, dropped: Sequence[tuple[int, int]]) -> int:
    owner, rows = load.table.c[load.owner], {row_id for _, row_id in dropped}
    of_retracted = (
        select(load.id).join(RECORD, RECORD.c.id == owner).where(RECORD.c.retracted_at.is_not(None))
    )
    rows -= set(session.scalars(of_retracted.where(load.id == _any(rows))))
    _forget(session, load.name, [pair for pair in dropped if pair[1] in rows])
    statement = delete(load.table).where(load.id == _any(rows), ~_is_asserted(load.name, load.id))
    return len(session.scalars(statement.returning(load.id)).all())


def _forget(session: Session, table_name: str, dropped: Sequence[tuple[int, int]]) -> None:
    """Take rows out of what dossiers contribute; `dropped` are pairs of both."""
    arrays = (literal([pair[place] for pair in dropped], ARRAY(BigInteger)) for place in (0, 1))
    gone = func.unnest(*arrays).table_valued("dossier_id", "row_id", name="gone").render_derived()
    own = select(func.unnest(Contribution.row_ids).label("row_id")).correlate(Contribution)
    others = select(gone.c.row_id).where(gone.c.dossier_id == Contribution.dossier_id).correlate(Contribution)
    left = own.except_(others).subquery("left_rows")
    is_hit = Contribution.dossier_id == _any({dossier_id for dossier_id, _ in dropped})
    statement = update(Contribution).where(Contribution.table_name == table_name, is_hit)
    row_ids = select(func.coalesce(_sorted(left.c.row_id, left.c.row_id), _NONE)).scalar_subquery()
    session.execute(statement.values(row_ids=row_ids), execution_options={"synchronize_session": False})


def _stored_rows() -> Select[int, str, int]:
    row_id = func.unnest(Contribution.row_ids).label("row_id")
    return select(Contribution.dossier_id, Contribution.table_name, row_id)


def _noted_rows() -> Select[int, str, int]:
    noted = CONTRIBUTIONS.c
    return select(noted.dossier_id, noted.table_name, func.unnest(noted.row_ids).label("row_id"))


def _sorted(row_id: ColumnElement[int], by: ColumnElement[int]) -> ColumnElement[Sequence[int]]:
    return func.array_agg(aggregate_order_by(row_id, by))


def _is_asserted(table_name: str, row_id: ColumnElement[int]) -> ColumnElement[bool]:
    return exists().where(Contribution.table_name == table_name, has_row(row_id))


def _any(ids: Sequence[int] | set[int] | Mapping[int, str]) -> ColumnElement[int]:
    return func.any(literal(list(ids), ARRAY(BigInteger)))
