"""Merging staged rows into their tables: one statement per table, generated from the models."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Text,
    and_,
    case,
    cast,
    column,
    func,
    literal,
    literal_column,
    null,
    select,
    true,
    tuple_,
)
from sqlalchemy.dialects.postgresql import ARRAY, Insert, array, insert

from geodb.ingest.overrides import UNTOLD
from geodb.ingest.staging import KEYS
from geodb.ingest.tables import MARKINGS, RECORD
from geodb.models import Claim, Contribution

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import CTE, ColumnElement, FromClause, Select, Table
    from sqlalchemy.orm import Session

    from geodb.ingest.tables import LoadTable


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of staged rows: how many are new, and the ids (or codes) of those that were changed.

    `overridden` are values that others assert and that are others now: record, column, old and new.
    """

    new: int
    changed: tuple[Any, ...]
    overridden: tuple[Any, ...] = ()


def merge(
    session: Session,
    load: LoadTable,
    stage: Table,
    dossiers: Sequence[int] = (),
    constants: Mapping[str, object] = MappingProxyType({}),
    *,
    of_new: bool | None = None,
) -> Merged:
    """Insert the staged rows that are new and update those that differ, in the order of their keys.

    A blank never erases what anybody but `dossiers` asserts. `constants` are columns that only new rows take.
    Where `of_new` is given, only rows of records that are new, or only the others, are merged.
    """
    is_new = literal_column("xmax = 0", Boolean)
    given = resolved(load, stage, of_new=of_new)
    rows = (
        upsert(load, given, dossiers, constants)
        .returning(load.id.label("id"), is_new.label("is_new"))
        .cte("merged")
    )
    changed_ids = func.array_agg(rows.c.id).filter(~rows.c.is_new)
    overridden = _overridden(load, given, dossiers)
    counts = select(func.count().filter(rows.c.is_new), changed_ids, overridden).select_from(rows)
    new, changed, others = session.execute(counts).one()
    return Merged(new, tuple(changed or ()), tuple(others or ()))


def upsert(load: LoadTable, given: CTE, dossiers: Sequence[int], constants: Mapping[str, object]) -> Insert:
    """The statement that `merge` runs, without what it returns."""
    names = [each.name for each in load.columns]
    order: list[ColumnElement[Any]] = [column(name) for name in load.key if name in names]
    rows = final_rows(load, given, dossiers).add_columns(*map(literal, constants.values())).order_by(*order)
    statement = insert(load.table).from_select([*names, *constants], rows)
    if not load.values:
        return statement.on_conflict_do_nothing(index_elements=load.key)
    new: dict[str, ColumnElement[Any]] = {name: statement.excluded[name] for name in load.values}
    if "marking_code" in new:
        new["marking_code"] = _stricter(load.table.c.marking_code, new["marking_code"])
    old = tuple_(*(load.table.c[name] for name in new))
    return statement.on_conflict_do_update(
        index_elements=load.key, set_=new, where=old.is_distinct_from(tuple_(*new.values()))
    )


def _stricter(standing: ColumnElement[str], given: ColumnElement[str]) -> ColumnElement[str]:
    """A load may raise the marking of a record, and never lowers it: others may have had it raised."""
    order = literal(list(MARKINGS), ARRAY(Text))
    rank, least = (
        func.coalesce(func.array_position(order, of), len(MARKINGS) + 1) for of in (given, standing)
    )
    return case((rank < least, standing), else_=given)


def final_rows(load: LoadTable, given: CTE, dossiers: Sequence[int]) -> Select[Any]:
    """The resolved rows as they shall stand: blanks are filled with what others assert."""
    values: dict[str, ColumnElement[Any]] = {each.name: given.c[each.name] for each in load.columns}
    if not dossiers:
        return select(*values.values())
    kept, blanks = load.table.alias("kept"), load.blanks
    is_kept = and_(same_row(load, kept, given), _is_asserted_by_others(load, kept, dossiers))
    values |= {name: _filled(values[name], kept.c[name], blanks[name]) for name in load.values}
    columns = (value.label(name) for name, value in values.items())
    return select(*columns).select_from(given.outerjoin(kept, is_kept))


def _overridden(load: LoadTable, given: CTE, dossiers: Sequence[int]) -> ColumnElement[Any]:
    """The values that others assert and `given` rows change, each as `[record, column, old, new]`."""
    names = [name for name in load.values if name not in UNTOLD]
    if not (names and dossiers):
        return null()
    standing = load.table.alias("standing")
    is_shared = and_(same_row(load, standing, given), _is_asserted_by_others(load, standing, dossiers))
    values = func.unnest(
        array(map(literal, names)),
        *(
            array(cast(func.nullif(row.c[name], load.blanks[name]), Text) for name in names)
            for row in (standing, given)
        ),
    )
    each = values.table_valued("name", "old", "new", name="value").render_derived()
    told = func.jsonb_agg(func.jsonb_build_array(standing.c[load.owner], each.c.name, each.c.old, each.c.new))
    rows = given.join(standing, is_shared).join(each, true())
    return select(told).select_from(rows).where(each.c.old != each.c.new).scalar_subquery()


def resolved(load: LoadTable, stage: Table, *, of_new: bool | None = None) -> CTE:
    """The staged rows with the ids of what they refer to in the place of keys.

    Where `of_new` is given, these are only the rows of records that are new, or only the others.

    A key that is not in KEYS becomes NULL, so that the row fails loudly instead of being left out.
    Materialized, lest the planner joins the real table by a column that is no key, as a role that all have.
    """
    source: FromClause = stage
    values: dict[str, ColumnElement[Any]] = {each.name: each for each in stage.columns}
    keys = {name: KEYS.alias(f"key_of_{name}") for name in sorted(load.refs)}
    for name, known in keys.items():
        source = source.outerjoin(known, known.c.key == stage.c[name])
        values[name] = known.c.id
    if "claim_id" in values:
        source, values["claim_id"] = _with_claim(source, values)
    rows = select(*(value.label(name) for name, value in values.items())).select_from(source)
    if of_new is not None:
        rows = rows.where(keys[load.owner].c.is_new.is_not_distinct_from(of_new))
    return rows.cte("given").prefix_with("MATERIALIZED")


def same_row(load: LoadTable, standing: FromClause, given: FromClause) -> ColumnElement[bool]:
    """Whether a row that stands in the table is the one that a resolved row means."""
    # NULLs are equal in natural keys, but only `=` can be looked up in an index or a hash.
    nullable = {name for name in load.key if load.table.c[name].nullable}
    equal = (standing.c[name] == given.c[name] for name in load.key if name not in nullable)
    alike = (standing.c[name].is_not_distinct_from(given.c[name]) for name in load.key if name in nullable)
    return and_(*equal, *alike)


def _filled(given: ColumnElement[Any], kept: ColumnElement[Any], blank: object) -> ColumnElement[Any]:
    if blank is None:
        return func.coalesce(given, kept)
    return func.coalesce(func.nullif(given, blank), kept, blank)


def _with_claim(
    source: FromClause, given: dict[str, ColumnElement[Any]]
) -> tuple[FromClause, ColumnElement[Any]]:
    """Join the claim that evidence speaks for: it is staged as `[attribute, value, key of source]`."""
    claims, keys = Claim.__table__.alias("claims"), KEYS.alias("key_of_claim_source")
    source = source.outerjoin(keys, keys.c.key == given["claim_id"][2].astext)
    is_claimed = and_(
        claims.c.record_id == given["record_id"],
        claims.c.digest == func.md5(cast(given["claim_id"][1], Text)),
        claims.c.source_id.is_not_distinct_from(keys.c.id),
        claims.c.attribute == given["claim_id"][0].astext,
    )
    return source.outerjoin(claims, is_claimed), claims.c.id


def _is_asserted_by_others(
    load: LoadTable, standing: FromClause, dossiers: Sequence[int]
) -> ColumnElement[bool]:
    """Whether anybody but `dossiers` may have given the row its values, such as people, without a dossier."""
    ours = literal(list(dossiers), ARRAY(BigInteger))
    only_ours = (
        select(func.bool_and(Contribution.dossier_id == func.any(ours)))
        .where(Contribution.table_name == contributed_as(load), has_row(standing.c.id))
        .correlate(standing)
        .scalar_subquery()
    )
    return only_ours.is_not(true())


def has_row(row_id: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether a contribution holds the row of an id, as its index can tell."""
    return Contribution.row_ids.contains(array([row_id]))


def contributed_as(load: LoadTable) -> str:
    """Under which table the contributions of rows are kept: a record is one, whatever its kind."""
    return RECORD.name if load.is_kind else load.name
