"""What a marked record hides from readers who are not cleared for it (docs/decisions/0013).

A row is hidden with the record it is of, and with any it is nothing without: those it must name, and the
source or document whose words it holds. `geodb.hidden_v1()` tells which records that are; the policies made
here keep their rows from the views, and the change log keeps their images from the feed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, Table

import geodb.models  # noqa: F401 - the tables must be known
from geodb.db.base import SCHEMA, Base

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Column

HIDDEN = "(SELECT geodb.hidden_v1())"
"""Ids of the records that the reader may not see; the statement asks for them once."""

IS_OPEN = """CASE
    WHEN to_regrole('geodb_service') IS NULL THEN false
    ELSE has_schema_privilege('geodb_service', 'api', 'USAGE')
END"""
"""Whether the database is open to the roles of `geodb db roles`."""

_TEXTS = {"source", "document"}
_PARTS = {("assessment", "parent_id")}
"""References that may be missing, but where there is one the row is a part of it."""


def is_record(table: Table) -> bool:
    """Whether the rows of a table are records, or the part of them that is of one kind."""
    return table.name == "record" or "record_kind" in table.c


def references(table: Table) -> list[Column[object]]:
    """The columns that hold ids of other records."""
    return [column for column in table.c if isinstance(column.type, BigInteger) and _referred(column)]


def hiding(table: Table) -> list[str]:
    """The columns of references that a row is nothing without."""
    return [
        column.name
        for column in references(table)
        if not column.nullable
        or (not is_record(table) and _referred(column) & _TEXTS)
        or (table.name, column.name) in _PARTS
    ]


def _referred(column: Column[object]) -> set[str]:
    """The tables of records that a column refers to; none for the id of a row of a kind's own table."""
    if is_record(column.table) and column.primary_key:
        return set()
    return {key.column.table.name for key in column.foreign_keys if is_record(key.column.table)}


def policies() -> Iterator[tuple[str, str]]:
    """Each table with rows to hide, and which of them a reader sees.

    What a record is nothing without hides the record itself: `geodb.hidden_v1` follows these references.
    """
    for table in Base.metadata.tables.values():
        if table.name == "record":
            yield f"{SCHEMA}.record", _seen_record()
        elif table.schema == SCHEMA and (columns := ["id"] if is_record(table) else hiding(table)):
            yield f"{SCHEMA}.{table.name}", " AND ".join(_seen(table.c[name]) for name in columns)
    yield f"{SCHEMA}.dataset", "prefix <> ALL (SELECT unnest(geodb.hidden_datasets_v1()))"
    yield "ingest.import_run", "NOT (SELECT geodb.hidden_runs_v1()) @> id"


def _seen_record() -> str:
    """Most records can tell by themselves. Views name them so often that asking what is hidden would tell."""
    parts = ", ".join(f"'{kind}'" for kind, table in kinds() if hiding(table))
    seen = "marking_code = 'clear' OR marking_code = ANY ((SELECT geodb.seen_v1())::text[])"
    return f"({seen}) AND (survivor_id = id AND kind NOT IN ({parts}) OR NOT {HIDDEN} @> id)"


def kinds() -> Iterator[tuple[str, Table]]:
    """The kinds of records by name, each with its table."""
    for mapper in sorted(Base.registry.mappers, key=lambda mapper: str(mapper.polymorphic_identity)):
        if mapper.inherits and isinstance(mapper.local_table, Table):
            yield str(mapper.polymorphic_identity), mapper.local_table


def _seen(column: Column[object]) -> str:
    seen = f"NOT {HIDDEN} @> {column.name}"
    return f"({column.name} IS NULL OR {seen})" if column.nullable else seen


def policy_statement() -> str:
    """The statement that gives every table its policies, where they are not as they should be.

    Does nothing in a database that is not open to the roles, like `grants.sql`, after which it runs.
    """
    rows = ["('{}', '{}')".format(table, seen.replace("'", "''")) for table, seen in policies()]
    return _POLICIES.format(values=",\n            ".join(rows))


# COPY into a table with row security is for its owner and for those who bypass it: importers do where the
# server lets `geodb db roles` say so. Where it does not, they have a policy of their own, and INSERT.
_POLICIES = """
DO $policies$
DECLARE
    policed record;
BEGIN
    IF to_regrole('geodb_api') IS NULL THEN
        RETURN;
    ELSIF NOT has_schema_privilege('geodb_service', 'api', 'USAGE') THEN
        RETURN;
    END IF;
    FOR policed IN
        SELECT wanted.*
        FROM (VALUES
            {values}
        ) AS wanted (relation, seen)
        JOIN pg_class ON pg_class.oid = wanted.relation::regclass
        LEFT JOIN pg_policy ON polrelid = pg_class.oid AND polname = 'seen'
        WHERE NOT relrowsecurity OR obj_description(pg_policy.oid, 'pg_policy') IS DISTINCT FROM wanted.seen
    LOOP
        EXECUTE format('DROP POLICY IF EXISTS seen ON %s', policed.relation);
        EXECUTE format('DROP POLICY IF EXISTS written ON %s', policed.relation);
        EXECUTE format(
            'CREATE POLICY seen ON %s FOR SELECT TO geodb_api USING (%s)', policed.relation, policed.seen
        );
        EXECUTE format('COMMENT ON POLICY seen ON %s IS %L', policed.relation, policed.seen);
        EXECUTE format(
            'CREATE POLICY written ON %s TO geodb_importer USING (true) WITH CHECK (true)', policed.relation
        );
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', policed.relation);
    END LOOP;
END
$policies$
"""


def columns_of(tables: dict[str, list[str]], name: str) -> str:
    """An expression that gives the columns listed for the table whose name the column `name` holds."""
    arrays = {
        table: ", ".join(f"'{column}'" for column in columns) for table, columns in tables.items() if columns
    }
    cases = " ".join(f"WHEN '{table}' THEN ARRAY[{columns}]" for table, columns in arrays.items())
    return f"CASE {name} {cases} END"
