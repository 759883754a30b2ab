"""Statistics of the tables a load has filled: until they are there, views are planned for tiny tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

# What counts is the size as of now: PostgreSQL's counters of changed rows come in late.
_OUTGROWN = text("""
SELECT string_agg(CAST(oid AS regclass)::text, ', ')
FROM pg_class
WHERE
    relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('geodb', 'audit', 'ingest'))
    AND relkind = 'r'
    AND pg_has_role(relowner, 'USAGE')
    AND pg_relation_size(oid) >= current_setting('block_size')::bigint * greatest(2 * relpages, 1)
""")


def analyze_outgrown(session: Session) -> None:
    """Analyze the tables that were never analyzed, or have doubled since: autovacuum comes minutes later.

    Tables that others work on are left to them. Only owners may analyze; for any other role PostgreSQL would
    write a warning per table into its log.
    """
    if tables := session.scalar(_OUTGROWN):
        session.execute(text(f"ANALYZE (SKIP_LOCKED) {tables}"))
