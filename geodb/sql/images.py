"""What a change made of a row, which the log does not keep (docs/decisions/0009).

It is what the row's next change found, or else the row itself. `audit.full_change` is the log with that as
its column `after`; it is made with schema api, since it follows the tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geodb.db.base import SCHEMA, Base
from geodb.models import Change
from geodb.sql.asof import logged_tables
from geodb.sql.markings import columns_of, hiding, references

if TYPE_CHECKING:
    from collections.abc import Iterator

# A union of plain tables: for a change, PostgreSQL looks up the row in the one table that it is of.
_STANDING = (
    "SELECT '{table}'::text AS table_name, t.id AS row_id, geodb.image_v1(t) AS image FROM geodb.{table} t"
)

# OFFSET 0 keeps the planner from walking through all later changes of the log in search of one of the row,
# and has it ask once what is hidden.
_FULL = """\
CREATE VIEW audit.full_change AS
SELECT {columns}, {after} AS after
FROM (
    SELECT
        c.*,
        CASE
            WHEN c.op <> 'D' THEN coalesce(
                (
                    SELECT later.before
                    FROM (
                        SELECT n.id, n.before
                        FROM audit.change n
                        WHERE n.table_name = c.table_name AND n.row_id = c.row_id AND n.id > c.id
                        OFFSET 0
                    ) later
                    ORDER BY later.id
                    LIMIT 1
                ),
                (
                    SELECT s.image FROM audit.standing_row s
                    WHERE s.table_name = c.table_name AND s.row_id = c.row_id
                )
            )
        END AS after
    FROM audit.change c
) c
CROSS JOIN (SELECT geodb.hidden_v1() AS hidden OFFSET 0) reader
WHERE isempty(reader.hidden) OR NOT (
    reader.hidden @> c.record_id
    OR geodb.names_any_v1(c.before, {hiding}, reader.hidden)
    OR geodb.names_any_v1(c.after, {hiding}, reader.hidden)
)"""

_WITHOUT = """\
CASE
    WHEN isempty(reader.hidden) THEN c.{image}
    ELSE geodb.without_v1(c.{image}, {naming}, reader.hidden)
END"""


def statements() -> Iterator[str]:
    """The views, each after what it reads from."""
    standing = "\nUNION ALL\n".join(_STANDING.format(table=table) for table in logged_tables())
    yield f"CREATE VIEW audit.standing_row AS\n{standing}"
    yield "COMMENT ON VIEW audit.standing_row IS 'Every logged row as it stands, as JSON.'"
    yield _full_change()
    yield (
        "COMMENT ON VIEW audit.full_change IS "
        "'The change log with the row after each change: what its next change found, or the row as is.'"
    )


def _full_change() -> str:
    """The change log for its reader: without rows that are hidden, and hidden records that a row names."""
    tables = {name: Base.metadata.tables[f"{SCHEMA}.{name}"] for name in logged_tables()}
    naming = {name: [column.name for column in references(table)] for name, table in tables.items()}
    hidden = {name: hiding(table) for name, table in tables.items()}
    parts = {"naming": columns_of(naming, "c.table_name"), "hiding": columns_of(hidden, "c.table_name")}
    before, after = (_WITHOUT.format(image=image, **parts) for image in ("before", "after"))
    names = [column.name for column in Change.__table__.c]
    columns = ", ".join(f"{before} AS before" if name == "before" else f"c.{name}" for name in names)
    return _FULL.format(columns=columns, after=after, **parts)
