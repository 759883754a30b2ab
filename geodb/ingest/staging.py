"""Temporary tables that rows are copied into before they are merged, set by set."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from psycopg import sql
from sqlalchemy import BigInteger, Boolean, Column, Computed, MetaData, Table, Text, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from geodb.db.session import driver_connection

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.orm import Session
    from sqlalchemy.types import TypeEngine

    from geodb.ingest.tables import LoadTable

DOSSIERS = "dossiers"
"""Column of a staging table with the ids of the dossiers that assert the row."""

_METADATA = MetaData()


def _temporary(name: str, *columns: Column[Any]) -> Table:
    return Table(name, _METADATA, *columns, prefixes=["TEMPORARY"], postgresql_on_commit="DROP")


KEYS = _temporary(
    "stage_key",
    Column("key", Text, primary_key=True),
    Column("id", BigInteger, nullable=False),
    Column("is_new", Boolean, nullable=False),
)
"""Public key and id of every record that staged rows refer to, and whether this load made it."""

CONTRIBUTIONS = _temporary(
    "stage_contribution",
    Column("dossier_id", BigInteger, nullable=False),
    Column("table_name", Text, nullable=False),
    Column("row_ids", ARRAY(BigInteger), nullable=False),
)
"""Which dossier of the load asserts which rows; those of a table may be on several lines."""


_FOR_SETS = text("""
SELECT
    set_config('default_statistics_target', '10', true),
    (
        SELECT set_config(name, '64MB', true) FROM pg_settings
        WHERE name = 'work_mem' AND setting::bigint < 65536
    )
""")

# Staged rows that do not fit are written out and read back, a sixth of the time of 300 dossiers. PostgreSQL
# fixes the buffers at the first use of a temporary table in a session: who used one before keeps theirs.
_STAGED_IN_MEMORY = text("""
DO $$
BEGIN
    PERFORM set_config(name, '256MB', true) FROM pg_settings
    WHERE name = 'temp_buffers' AND setting::bigint < 32768;
EXCEPTION
    WHEN invalid_parameter_value THEN NULL;
END
$$
""")


@cache
def staging_table(load: LoadTable) -> Table:
    """The staging table `stage_<table>`: columns of the real one, with keys in the place of record ids.

    `claim_id` is staged as what the claim says and who says it.
    """
    given = [Column(column.name, _staged_type(column, load)) for column in load.columns]
    derived = [
        Column(column.name, column.type, Computed(column.computed.sqltext, persisted=True))
        for column in (load.table.c[part] for part in load.key)
        if column.computed
    ]
    return _temporary(f"stage_{load.name}", *given, *derived, Column(DOSSIERS, ARRAY(BigInteger)))


def plan_for_sets(session: Session) -> None:
    """Fit this transaction's settings to staged rows: sets stay in memory, rough statistics will do."""
    session.execute(_FOR_SETS)
    session.execute(_STAGED_IN_MEMORY)


def create(session: Session, table: Table) -> None:
    """Create a staging table for this transaction, anew if an earlier load of the transaction left one."""
    session.execute(text(f"DROP TABLE IF EXISTS pg_temp.{table.name}"))
    table.create(session.connection(), checkfirst=False)


def copy_rows(session: Session, table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Copy `rows`, with values in the order of `columns`, into a staging table."""
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), names)
    with driver_connection(session).cursor().copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
    analyze(session, table)


def analyze(session: Session, table: Table) -> None:
    """Let the planner know what is in a staging table."""
    session.execute(text(f"ANALYZE {table.name}"))


def _staged_type(column: Column[Any], load: LoadTable) -> TypeEngine[Any]:
    if column.name == "claim_id":
        return JSONB()
    return Text() if column.name in load.refs else column.type
