"""A database built by migrations is the database the models describe, well named and explained."""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING

import pytest
import sqlalchemy.exc
from alembic import command
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

import geodb.models  # noqa: F401 - the tables must be known
from geodb.db.base import Base
from geodb.db.migrate import upgrade
from geodb.db.session import Database
from tests.migrations.catalog import facts, names
from tests.migrations.revisions import config, module

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Connection

PREFIXES = {"p": "pk", "f": "fk", "u": "uq", "c": "ck", "x": "ex"}


@pytest.fixture
def migrated(shared_url: URL) -> Iterator[Connection]:
    """A connection to a migrated database, which takes back what is changed."""
    with Database(shared_url) as database, database.engine.connect() as connection:
        yield connection


def build_from_models(connection: Connection) -> None:
    """Tables as the models say, functions and triggers from the frozen files."""
    with Operations.context(MigrationContext.configure(connection)):
        module("0001").make_schemas()
        module("0017").make_functions()
        Base.metadata.create_all(connection)
        module("0009").make_rules()
        module("0010").upgrade()
        module("0011").make_rules()
        module("0012").make_rules()
        module("0013").make_rules()
        module("0015").make_rules()
        module("0017").make_rules()
        module("0018").make_functions()
        module("0019").make_rules()
        module("0020").make_rules()


def test_migrations_build_what_the_models_say(empty_db: Database) -> None:
    with empty_db.engine.connect() as connection:
        build_from_models(connection)
        by_models = facts(connection)
    upgrade(empty_db.engine)
    with empty_db.engine.connect() as connection:
        by_migrations = facts(connection)
    assert by_migrations - by_models == set()
    assert by_models - by_migrations == set()


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE geodb.event DROP CONSTRAINT ck_event_record_kind",
        "ALTER TABLE geodb.office ALTER COLUMN seats SET DEFAULT 2",
        "ALTER TABLE geodb.record_name ALTER COLUMN folded DROP EXPRESSION",
        "ALTER TABLE geodb.evidence DISABLE TRIGGER tg_evidence_span_insert",
        "COMMENT ON COLUMN geodb.event.edtf IS 'something else'",
        "CREATE INDEX ON geodb.event (summary)",
    ],
)
def test_the_comparison_sees_what_alembic_does_not(migrated: Connection, change: str) -> None:
    before = facts(migrated)
    migrated.execute(text(change))
    assert facts(migrated) != before


def test_alembic_finds_nothing_to_add(migrated: Connection) -> None:
    alembic = config()
    alembic.attributes["connection"] = migrated
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Did not recognize type 'xid8'", sqlalchemy.exc.SAWarning)
        command.check(alembic)


def test_constraints_indexes_and_triggers_are_named_by_the_convention(migrated: Connection) -> None:
    form = {"constraint": "pk|fk|uq|ck|ex", "index": "pk|ix|uq|ex", "trigger": "tg"}
    wrong = [
        name
        for kind, table, name in names(migrated)
        if not re.fullmatch(f"({form[kind]})_{table}(_[a-z0-9_]+)?", name) or len(name.encode()) > 50
    ]
    assert wrong == []


def test_the_prefix_of_a_constraint_says_its_kind(migrated: Connection) -> None:
    constraints = [fact for fact in facts(migrated) if fact[0] == "constraint"]
    assert [fact[2] for fact in constraints if not str(fact[2]).startswith(PREFIXES[str(fact[3])])] == []


def test_functions_carry_their_version(migrated: Connection) -> None:
    functions = [str(fact[1]) for fact in facts(migrated) if fact[0] == "function"]
    assert functions
    assert [
        name for name in functions if not re.fullmatch(r"(geodb|audit)\.[a-z]+(_[a-z]+)*_v\d+\(.*\)", name)
    ] == []


def test_every_table_column_function_and_schema_has_a_comment(migrated: Connection) -> None:
    explained = {"relation", "column", "function", "schema"}
    sequences = {("relation", "S")}
    found = [f for f in facts(migrated) if f[0] in explained and (f[0], f[2]) not in sequences]
    assert [fact[:3] for fact in found if not fact[-1]] == []
