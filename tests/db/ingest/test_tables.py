"""What a loader may write follows from the models, so that a new column cannot be forgotten."""

from __future__ import annotations

import re

import pytest
from sqlalchemy.dialects import postgresql

from geodb.db.base import SCHEMA, Base
from geodb.ingest.compile import Rows
from geodb.ingest.merge import resolved, upsert
from geodb.ingest.staging import staging_table
from geodb.ingest.tables import KEPT_BY_DATABASE, LoadTable, record_tables

LOADS = [pytest.param(load, id=load.name) for load in record_tables().values()]
POSTGRESQL = postgresql.dialect()  # type: ignore[no-untyped-call]
every_table = pytest.mark.parametrize("load", LOADS)


def given(load: LoadTable) -> set[str]:
    return {column.name for column in load.columns}


@every_table
def test_every_column_is_loaded_or_kept_by_the_database(load: LoadTable) -> None:
    kept = {column.name for column in load.table.columns if column.computed or column.identity}
    kept |= {"record_kind"} & set(load.table.c.keys())
    kept |= KEPT_BY_DATABASE.get(load.name, frozenset())
    assert given(load) | kept == set(load.table.c.keys())
    assert given(load) & kept == set()


@every_table
def test_every_loaded_column_is_staged_and_merged(load: LoadTable) -> None:
    stage = staging_table(load)
    assert given(load) <= set(stage.c.keys())
    statement = str(upsert(load, resolved(load, stage), [1], {}).compile(dialect=POSTGRESQL)).replace('"', "")
    inserted = re.search(rf"INSERT INTO geodb\.{load.name} \(([^)]*)\)", statement)
    assert inserted
    assert given(load) == set(inserted[1].split(", "))
    given_or_kept = r"{0} = (?:excluded\.{0}|CASE .* ELSE excluded\.{0} END)"  # the latter of a marking
    assert [name for name in load.values if not re.search(given_or_kept.format(name), statement)] == []


@every_table
def test_a_natural_key_is_what_a_unique_constraint_says(load: LoadTable) -> None:
    keys = [{c.name for c in item.columns} for item in load.table.constraints if hasattr(item, "columns")]
    assert set(load.key) in keys


def test_all_tables_below_records_are_loaded_but_merges() -> None:
    tables = {table.name for table in Base.metadata.tables.values() if table.schema == SCHEMA}
    below = {
        name
        for name in tables
        if any(
            key.column.table.name == "record" for key in Base.metadata.tables[f"{SCHEMA}.{name}"].foreign_keys
        )
    }
    assert below - record_tables().keys() == {"record_redirect", "not_same"}


def test_tables_come_after_those_they_refer_to() -> None:
    order = list(record_tables())
    for name, load in record_tables().items():
        targets = {key.column.table.name for key in load.table.foreign_keys} & set(order) - {name}
        assert all(order.index(target) < order.index(name) for target in targets)


def test_a_misspelt_column_is_an_error_of_the_program() -> None:
    rows = Rows(source=None, answers={})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="figure has no column besst"):
        rows.add("figure", besst=3)
