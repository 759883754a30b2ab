"""A look-up of the past by key is planned as one: the planner does not take its joins to multiply rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, Table, text

from geodb.db.base import Base
from geodb.db.session import driver_connection
from geodb.sql.asof import logged_tables
from tests.db.history.reading import views

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from geodb.db.session import Database

LOOK_UP = re.compile(r"IS NOT NULL THEN RETURN QUERY (SELECT .*?);$", re.DOTALL | re.MULTILINE)
PARAMETER = re.compile(r"\$\d+")
BODY = "SELECT prosrc FROM pg_proc WHERE pronamespace = 'api'::regnamespace AND proname = :name"
COPIES = 40
DEAREST = 1e8
"""Cost of a plan: reading every table takes a hundredth of it, one that was lost 1e20 and more."""


def test_no_look_up_is_planned_for_rows_without_end(seeded_copy: Database) -> None:
    with seeded_copy.transaction() as session:
        for statement in copies():
            session.execute(text(statement))
    with seeded_copy.transaction() as session:
        session.execute(text("ANALYZE"))
    with seeded_copy.read() as session:
        plans = {
            look_up: driver_connection(session).execute(f"EXPLAIN (FORMAT JSON) {query}".encode()).fetchall()
            for look_up, query in look_ups(session)
        }
    assert len(plans) > 80
    assert [look_up for look_up, ((plan,),) in plans.items() if plan[0]["Plan"]["Total Cost"] > DEAREST] == []


def look_ups(session: Session) -> Iterator[tuple[str, str]]:
    """Each view and key that rows are looked up by, and the query that does, as the functions hold it."""
    for view in views(session):
        body = session.scalar(text(BODY), {"name": f"{view}_asof"})
        for query in LOOK_UP.findall(body):
            asked = PARAMETER.sub("'geodb:x'", query.replace("$1", "now()"))
            yield f"{view}, {asked.rpartition('WHERE v.')[2]}", asked


def copies() -> Iterator[str]:
    """The records of the seed again and again, with ids and keys of their own."""
    yield from (f"ALTER TABLE geodb.{name} DISABLE TRIGGER ALL" for name in logged_tables())
    for name in logged_tables():
        columns = list(copied(Base.metadata.tables[f"geodb.{name}"]))
        names, values = (", ".join(part) for part in zip(*columns, strict=True))
        yield (
            f"INSERT INTO geodb.{name} ({names}) OVERRIDING SYSTEM VALUE SELECT {values} "
            f"FROM geodb.{name} t, generate_series(1, {COPIES}) n ON CONFLICT DO NOTHING"
        )
    yield from (f"ALTER TABLE geodb.{name} ENABLE TRIGGER ALL" for name in logged_tables())


def copied(table: Table) -> Iterator[tuple[str, str]]:
    """The columns of a table, and what they are in copy n."""
    for column in table.c:
        if column.system or column.computed is not None:
            continue
        value = f't."{column.name}"'
        if isinstance(column.type, BigInteger) and (column.name == "id" or column.name.endswith("_id")):
            value += " + n * 1000000" if column.name not in {"import_id", "geonames_id"} else ""
        elif column.name in {"key", "url", "canonical_url"}:
            value += " || '-' || n"
        elif column.name == "sha256":
            value = f"encode(sha256(({value} || n)::bytea), 'hex')"
        yield f'"{column.name}"', value
