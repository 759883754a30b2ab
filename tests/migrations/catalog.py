"""What PostgreSQL knows of our schemas, as sorted facts that two databases can be compared by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection

OURS = "('geodb', 'audit', 'ingest')"

QUERIES = {
    "relation": f"""
        SELECT c.oid::regclass::text, c.relkind::text, c.relpersistence::text, c.relrowsecurity,
            obj_description(c.oid, 'pg_class')
        FROM pg_class c WHERE c.relnamespace::regnamespace::text IN {OURS} AND c.relkind NOT IN ('i', 'v')""",
    "column": f"""
        SELECT a.attrelid::regclass::text, a.attname::text, format_type(a.atttypid, a.atttypmod),
            a.attnotnull, a.attidentity::text, a.attgenerated::text,
            pg_get_expr(d.adbin, d.adrelid), a.attcollation,
            col_description(a.attrelid, a.attnum)
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid
        LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
        WHERE c.relnamespace::regnamespace::text IN {OURS} AND c.relkind = 'r' AND a.attnum > 0
            AND NOT a.attisdropped""",
    "constraint": f"""
        SELECT conrelid::regclass::text, conname::text, contype::text, pg_get_constraintdef(oid),
            convalidated, condeferrable
        FROM pg_constraint
        WHERE connamespace::regnamespace::text IN {OURS} AND contype <> 't' AND contype <> 'n'""",
    "index": f"""
        SELECT indrelid::regclass::text, pg_get_indexdef(indexrelid), indisvalid
        FROM pg_index JOIN pg_class c ON c.oid = indexrelid
        WHERE c.relnamespace::regnamespace::text IN {OURS}""",
    "trigger": f"""
        SELECT tgrelid::regclass::text, tgname::text, pg_get_triggerdef(t.oid), tgenabled::text
        FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
        WHERE c.relnamespace::regnamespace::text IN {OURS} AND NOT tgisinternal""",
    "function": f"""
        SELECT oid::regprocedure::text, pg_get_functiondef(oid), obj_description(oid, 'pg_proc')
        FROM pg_proc WHERE pronamespace::regnamespace::text IN {OURS}
            AND proname NOT LIKE '%\\_asof'""",  # which come and go with the views
    "schema": f"""
        SELECT nspname::text, regexp_replace(obj_description(oid, 'pg_namespace'), ' Made from .*', '')
        FROM pg_namespace
        WHERE nspname IN {OURS} OR nspname = 'api'""",
}


def facts(connection: Connection) -> set[tuple[object, ...]]:
    """Everything that is defined in our schemas, but for the views; columns without their position."""
    connection.execute(text("SET LOCAL search_path TO public"))  # or names lose their schema
    return {(what, *row) for what, query in QUERIES.items() for row in connection.execute(text(query))}


def names(connection: Connection) -> list[tuple[str, str, str]]:
    """Kind, table and name of every constraint, index and trigger."""
    found = sorted(facts(connection), key=str)
    in_table = [(str(f[0]), _table(f[1]), str(f[2])) for f in found if f[0] in {"constraint", "trigger"}]
    in_index = [
        ("index", _table(f[1]), str(f[2]).split(" INDEX ")[1].split(" ")[0]) for f in found if f[0] == "index"
    ]
    return in_table + in_index


def _table(name: object) -> str:
    return str(name).rpartition(".")[2]
