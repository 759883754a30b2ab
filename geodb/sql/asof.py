"""The past of the read contract: `api.<view>_asof(moment)`, made from the text of the views themselves.

A view's text is taken as it is, its tables replaced by functions that give their rows as they were: the live
row where nothing changed since, otherwise the image before its first change since (docs/decisions/0007).
Views on views are written out first. Code lists are not part of the history: they are read as they are now.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import JSONB

from geodb.db.base import SCHEMA, Base
from geodb.models import CODE_TABLES, Country, Dataset, Taxonomy, Term, TermMap
from geodb.sql.markings import HIDDEN, hiding, is_record, references

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Column

_VIEW = re.compile(r"^CREATE VIEW api\.(\w+) AS\n(.*?);$", re.MULTILINE | re.DOTALL)
_COLUMN = re.compile(r"^COMMENT ON COLUMN api\.(\w+)\.(\w+) IS", re.MULTILINE)
_SOURCE = re.compile(
    r"\b(FROM|JOIN)(\s+)(geodb|api|audit|ingest)\.(\w+)\b(?!\()(\s+(?:AS\s+)?([a-z_]\w*)\b)?"
)
_KEYS = re.compile(r"(?:\w+_)?key")

# Keys that stand above a DISTINCT ON or a list of VALUES: nothing can be looked up by them.
_READ_WHOLE = {
    ("dated_support", "source_key"),
    ("knowledge", "document_key"),
    ("knowledge", "source_key"),
}

_NOT_LOGGED = {
    *CODE_TABLES,
    *(table.__tablename__ for table in (Country, Dataset, Taxonomy, Term, TermMap)),
}


@cache
def logged_tables() -> Mapping[str, str]:
    """The tables whose changes are logged, each with the column of the record that its rows belong to."""
    tables = (table for table in Base.metadata.tables.values() if table.schema == SCHEMA)
    return {table.name: _owner(table) for table in tables if table.name not in _NOT_LOGGED}


def _owner(table: Table) -> str:
    if is_record(table):
        return "id"
    return references(table)[0].name


def table_functions(table: Table) -> Iterator[str]:
    """The functions `audit.<table>_asof` and `audit.<table>_found_asof`: its rows as they were at a moment.

    The first is for reading all, the second for looking up some: it lets the planner push what is looked up
    down to the indexes of table and log alike, where the first would make every row before it looks.
    """
    columns = [column for column in table.c if not column.system]
    types = ", ".join(f'"{column.name}" {_type(column)}' for column in columns)
    names = ", ".join(f'"{column.name}"' for column in columns)
    live = ", ".join(f't."{column.name}"' for column in columns)
    past = ", ".join(_image(table, column) for column in columns)
    values = {"table": table.name, "types": types, "names": names, "live": live, "past": past}
    hidden = _is_hidden(table)
    of_log, of_both = (
        hidden.format(id=f"{alias}.{name}", image=f"{alias}.before")
        for alias, name in (("c", "row_id"), ("v", "id"))
    )
    yield _ALL.format(**values, seen=f" AND NOT {of_log}" if hidden else "")
    yield _FOUND.format(**values, seen=f" AND (v.is_live OR NOT {of_both})" if hidden else "")


def _is_hidden(table: Table) -> str:
    """Whether an image of the table is hidden from the reader; nothing where the record that it is of tells.

    Every view names the record that its rows are of, and those that its rows must name, but for the texts
    that may be missing.
    """
    if table.name == "record":
        return f"{HIDDEN} @> {{id}}"
    names = ", ".join(f"'{name}'" for name in hiding(table) if table.c[name].nullable)
    return f"geodb.names_any_v1({{image}}, ARRAY[{names}], {HIDDEN})" if names else ""


_ALL = """\
CREATE FUNCTION audit.{table}_asof(as_of timestamptz) RETURNS TABLE ({types})
LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT {live}
    FROM geodb.{table} t
    WHERE NOT EXISTS (
        SELECT FROM audit.change c WHERE c.table_name = '{table}' AND c.row_id = t.id AND c.at > as_of
    )
    UNION ALL
    SELECT {past}
    FROM audit.change c
    WHERE c.table_name = '{table}' AND c.before IS NOT NULL
        AND c.at > as_of AND coalesce(c.since, '-infinity') <= as_of{seen};
END"""

# The same, its conditions above the UNION ALL: joins can look up rows only in a union of plain tables.
# The planner has no statistics of a union and takes each join to multiply its rows by hundreds, so that
# after ten joins no order of them seems better than another. The two conditions on the id always hold, and
# it expects a 200th of the rows to meet each: it then takes a join for a look-up of few rows, as it is here.
_FOUND = """\
CREATE FUNCTION audit.{table}_found_asof(as_of timestamptz) RETURNS TABLE ({types})
LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT {names}
    FROM (
        SELECT {live}, true AS is_live,
            '{table}'::text AS of_table, NULL::timestamptz AS changed_at, NULL::timestamptz AS since,
            '{{}}'::jsonb AS before
        FROM geodb.{table} t
        UNION ALL
        SELECT {past}, false, c.table_name, c.at, c.since, c.before
        FROM audit.change c
    ) v
    WHERE v.of_table = '{table}' AND v.before IS NOT NULL AND v.id % 1 = 0 AND v.id - v.id = 0
        AND CASE
            WHEN v.is_live THEN NOT EXISTS (
                SELECT FROM audit.change c WHERE c.table_name = '{table}' AND c.row_id = v.id AND c.at > as_of
            )
            ELSE v.changed_at > as_of AND coalesce(v.since, '-infinity') <= as_of
        END{seen};
END"""


def _type(column: Column[object]) -> str:
    return column.type.compile(dialect=postgresql.dialect())  # type: ignore[no-untyped-call]


def _image(table: Table, column: Column[object]) -> str:
    """The column in the image before a change; who owns the row, and which it is, the log has in columns."""
    if column.name == "id":
        return "c.row_id"
    if column.name == logged_tables()[table.name]:
        return "c.record_id"
    if isinstance(column.type, JSONB):
        return f"c.before -> '{column.name}'"  # ->> would take the quotation marks off a text
    value = f"c.before ->> '{column.name}'"
    return value if _type(column) == "TEXT" else f"({value})::{_type(column)}"


def statements(files: str) -> Iterator[str]:
    """All that makes the past readable, for the text of all files of views, in the order they are run."""
    for table in logged_tables():
        yield from table_functions(Base.metadata.tables[f"{SCHEMA}.{table}"])
    views = queries(files)
    for name in views_with_a_past(files):
        columns = [column for view, column in _COLUMN.findall(files) if view == name]
        keys = [column for column in columns if _KEYS.fullmatch(column)]
        yield view_function(name, views, keys)
        yield _comment(name, keys)


def queries(files: str) -> dict[str, str]:
    """The query behind each view, by name, in the order of the files."""
    return dict(_VIEW.findall(files))


def views_with_a_past(files: str) -> list[str]:
    """The views that are about records, by name, in the order of the files."""
    views = queries(files)
    return [name for name in views if is_of_records(name, views)]


def is_of_records(name: str, views: Mapping[str, str]) -> bool:
    """Whether a view is about records alone: it reads a logged table, and neither the log nor the imports.

    The checks are left out: they are questions about what is known, some of them about today.
    """
    sources = _sources(name, views)
    logged = {f"{SCHEMA}.{table}" for table in logged_tables()}
    others = any(source.startswith(("audit.", "ingest.")) for source in sources)
    return bool(sources & logged) and not others and not name.startswith("check_")


def _sources(name: str, views: Mapping[str, str]) -> set[str]:
    found: set[str] = set()
    for match in _SOURCE.finditer(views[name]):
        schema, source = match[3], match[4]
        found |= _sources(source, views) if schema == "api" and source in views else {f"{schema}.{source}"}
    return found


def view_function(name: str, views: Mapping[str, str], keys: list[str]) -> str:
    """The function `api.<view>_asof(as_of, <key column> => …)`, with the rights of its owner, as views have.

    A look-up by one key keeps its plan for the session, since planning would cost more than looking. All else
    is planned for its moment: how much has changed since decides how it is best read. A whole view is read
    without nested loops: the planner takes many rows of the past for one, and a loop over them does not end.
    So is a view whose rows cannot be looked up by the key that is given: it is read whole, and filtered.
    """
    parameters = "".join(f", {key} text DEFAULT NULL" for key in keys)
    found = f"SELECT v.* FROM ({_as_of(name, views, 'found_asof')}) AS v WHERE"  # noqa: S608 - our own
    places = dict(enumerate(keys, start=2))
    given = ", ".join(f"${place}" for place in places)
    all_rows = _as_of(name, views, "asof")
    no_loops = "PERFORM set_config('enable_nestloop', 'off', true);\n"
    whole = f"{no_loops}RETURN QUERY EXECUTE $q${all_rows}$q$ USING $1;"
    steps = ["IF $1 IS NULL THEN RETURN;"]
    if keys:
        steps.append(f"ELSIF num_nonnulls({given}) = 0 THEN {whole}")
    for place, key in places.items():
        one = f"num_nonnulls({given}) = 1 AND ${place} IS NOT NULL"
        look_up = f"RETURN QUERY {found} v.{key} = ${place};"
        if (name, key) in _READ_WHOLE:
            filtered = f"SELECT v.* FROM ({all_rows}) AS v WHERE v.{key} = $2"  # noqa: S608 - our own
            look_up = f"{no_loops}RETURN QUERY EXECUTE $q${filtered}$q$ USING $1, ${place};"
        steps.append(f"ELSIF {one} THEN {look_up}")
    several = " AND ".join(f"(${place} IS NULL OR v.{key} = ${place})" for place, key in places.items())
    rest = f"RETURN QUERY EXECUTE $q${found} {several}$q$ USING $1, {given};" if keys else whole
    body = "\n".join([*steps, f"ELSE {rest}", "END IF;"])
    return f"""\
CREATE FUNCTION api.{name}_asof(as_of timestamptz{parameters}) RETURNS SETOF api.{name}
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_nestloop = on SET jit = off AS $body$  -- what is set inside ends with the function
#variable_conflict use_column
BEGIN
{body}
END
$body$"""


def _as_of(name: str, views: Mapping[str, str], suffix: str) -> str:
    """The text of a view with each of its sources as of $1."""

    def replaced(match: re.Match[str]) -> str:
        join, space, schema, source, rest, alias = match.groups(default="")
        if schema == "api" and source in views:
            past = f"({_as_of(source, views, suffix)})"
        elif schema == SCHEMA and source in logged_tables():
            past = f"audit.{source}_{suffix}($1)"
        else:
            return match[0]
        # What follows a source without an alias is the next word of the query.
        return f"{join}{space}{past}{rest}" if alias else f"{join}{space}{past} AS {source}{rest}"

    return _SOURCE.sub(replaced, views[name])


def _comment(name: str, keys: list[str]) -> str:
    types = ", ".join(["timestamptz", *["text"] * len(keys)])
    look_up = " Give a key to look up its rows fast." if keys else ""
    return f"COMMENT ON FUNCTION api.{name}_asof({types}) IS 'api.{name} as it stood at a moment.{look_up}'"
