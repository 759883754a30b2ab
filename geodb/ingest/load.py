"""A batch of rows into the tables: staged, checked, merged in the order of the foreign keys, and counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import ARRAY, Text, func, insert, literal, select

from geodb.dossier.resolve import ResolvedDossier
from geodb.errors import DossierError, Problem
from geodb.ingest.batch import Batch
from geodb.ingest.conflicts import holding_conflicts, kind_conflicts, text_conflicts
from geodb.ingest.contributions import note_contributions, retract_dropped, store_contributions
from geodb.ingest.fresh import Owners, insert_fresh, owners_of
from geodb.ingest.merge import merge
from geodb.ingest.overrides import Override, of_standing
from geodb.ingest.references import may_check_by_sets, references_checked
from geodb.ingest.report import Counts
from geodb.ingest.staging import (
    CONTRIBUTIONS,
    DOSSIERS,
    KEYS,
    analyze,
    copy_rows,
    create,
    plan_for_sets,
    staging_table,
)
from geodb.ingest.tables import RECORD, LoadTable, record_tables
from geodb.models import Record

if TYPE_CHECKING:
    from sqlalchemy import Table
    from sqlalchemy.orm import Session

_CHECKS = {"record": kind_conflicts, "document": text_conflicts, "office_holding": holding_conflicts}
"""What is looked at before a table is merged."""


def load_batch(
    session: Session,
    batch: Batch,
    sources: Sequence[ResolvedDossier],
    dossiers: Mapping[int, str],
    reloaded: Mapping[int, str],
    run: int,
) -> tuple[dict[str, Counts], list[Override]]:
    """Merge what `batch` stages for `dossiers` (id: key), and retract what those `reloaded` dropped.

    New records remember the import `run` that brought them.

    Returns the counts by kind of record or by table, and the values that others give otherwise.

    Raises:
        DossierError: the rows contradict what the database holds.
    """
    plan_for_sets(session)
    stages = [_stage(session, load, batch) for load in record_tables().values() if load.name in batch.staged]
    create(session, CONTRIBUTIONS)
    new: dict[str, int] = {}
    changed: dict[str, set[int]] = defaultdict(set)
    by_sets = may_check_by_sets(session, sum(map(len, batch.staged.values())))
    owners = Owners(new=False, others=True)
    overridden = list(batch.overridden)
    for load, stage in stages:
        if check := _CHECKS.get(load.name):
            refuse(check(session, sources))
        constants = {"import_id": run} if load.table is RECORD else {}
        with references_checked(session, load, by_sets=by_sets):
            if owners.new:
                new[load.group] = insert_fresh(session, load, stage, of_new=owners.are_mixed or None)
            if owners.others:
                of_new = False if owners.are_mixed else None
                merged = merge(session, load, stage, list(dossiers), constants, of_new=of_new)
                note_contributions(session, load, stage, of_new=of_new)
                new[load.group] = new.get(load.group, 0) + merged.new
                changed[load.group].update(merged.changed)
                overridden += of_standing(session, load, merged.overridden)
        if load.table is RECORD:
            _map_keys(session, batch, run)
            owners = owners_of(session, tell_apart=by_sets)
    for kind, row_id in store_contributions(session):
        changed[kind].add(row_id)
    for kind, row_id in _kinds(session, changed.pop(RECORD.name, set())):
        changed[kind].add(row_id)
    retracted = retract_dropped(session, reloaded) if reloaded else {}
    return _counted(batch, new, changed, retracted), overridden


def refuse(problems: Iterable[Problem]) -> None:
    """Raise DossierError if there are problems."""
    if found := list(problems):
        raise DossierError(*found)


def _stage(session: Session, load: LoadTable, batch: Batch) -> tuple[LoadTable, Table]:
    stage = staging_table(load)
    create(session, stage)
    columns = [*(column.name for column in load.columns), DOSSIERS]
    staged = batch.staged[load.name].values()
    copy_rows(session, stage, columns, ((*item.row, _array(item.dossiers)) for item in staged))
    return load, stage


def _array(ids: Iterable[int]) -> str:
    """An array as COPY takes it; psycopg would look at the type of each id first."""
    return f"{{{','.join(map(str, ids))}}}"


def _map_keys(session: Session, batch: Batch, run: int) -> None:
    """Fill KEYS, once all records that the batch brings have an id; those of this `run` are new."""
    create(session, KEYS)
    keys = (
        func.unnest(literal(list(batch.keys()), ARRAY(Text)))
        .table_valued("key", name="mentioned")
        .render_derived()
    )
    is_new = Record.import_id.is_not_distinct_from(run)
    ids = select(Record.key, Record.id, is_new).join_from(keys, Record, Record.key == keys.c.key)
    session.execute(insert(KEYS).from_select(KEYS.columns.keys(), ids))
    analyze(session, KEYS)


def _kinds(session: Session, ids: set[int]) -> list[tuple[str, int]]:
    if not ids:
        return []
    records = select(Record.record_kind, Record.id).where(Record.id.in_(ids))
    return [(kind, row_id) for kind, row_id in session.execute(records)]


def _counted(
    batch: Batch, new: Mapping[str, int], changed: Mapping[str, set[int]], retracted: Mapping[str, int]
) -> dict[str, Counts]:
    counts = {}
    for group, total in batch.counts().items():
        n_new, n_changed = new.get(group, 0), len(changed.get(group, ()))
        counts[group] = Counts(n_new, n_changed, total - n_new - n_changed)
    for group, number in retracted.items():
        counts.setdefault(group, Counts()).retracted = number
    return dict(sorted(counts.items()))
