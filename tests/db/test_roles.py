"""The roles to connect as: what each can do, and what it must not; on a server of the tests' own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg.errors import CheckViolation, InsufficientPrivilege, ReadOnlySqlTransaction
from sqlalchemy import text

from geodb.db import migrate
from geodb.db.session import Database
from geodb.errors import NotPermitted
from geodb.services.feed import changes_after
from geodb.services.load_dossier import load_dossiers
from geodb.services.roles import ROLES, are_of_older_version, make_roles
from tests.db.connecting import SEED, as_role, connect, fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geodb.db.server import EmbeddedServer
    from tests.fixtures.cli import Cli

READERS = ["geodb_analyst", "geodb_service"]
LOGINS = [*READERS, "geodb_importer"]
ROOT = Path(__file__).parents[2]

QUOTE = """
INSERT INTO geodb.evidence
    (record_id, source_id, document_id, paragraph_no, start_offset, end_offset, exact, coder)
SELECT record_id, source_id, document_id, paragraph_no, start_offset, end_offset, {exact}, 'test'
FROM geodb.evidence WHERE document_id IS NOT NULL AND char_length(exact) > 3 LIMIT 1
"""


@pytest.fixture(scope="module")
def owner(lasting_server: EmbeddedServer) -> Iterator[Database]:
    """The database as its superuser sees it, with the roles made."""
    with Database(lasting_server.ensure_running()) as database:
        fill(database)
        yield database


def refused(owner: Database, role: str, statement: str) -> psycopg.Error:
    """The error a role meets, also one who switched reading only off, which anybody can."""
    with connect(owner, role) as connection:
        connection.execute("SET default_transaction_read_only = off")
        with pytest.raises(psycopg.Error) as caught:
            connection.execute(statement)
    return caught.value


# --- what everybody can ------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", LOGINS)
def test_every_view_can_be_read(owner: Database, role: str) -> None:
    with connect(owner, role) as connection:
        views = connection.execute("SELECT relname FROM pg_class WHERE relnamespace = 'api'::regnamespace")
        names = [name for (name,) in views if name]
        assert len(names) > 50
        for name in names:
            connection.execute(f"SELECT * FROM api.{name} LIMIT 1")


@pytest.mark.parametrize("role", LOGINS)
def test_every_function_of_the_contract_can_be_called(owner: Database, role: str) -> None:
    calls = """
        SELECT format('SELECT * FROM api.%I(%s)', proname, (
            SELECT string_agg('NULL::' || format_type(type, NULL), ', ') FROM unnest(proargtypes) AS type
        ))
        FROM pg_proc WHERE pronamespace = 'api'::regnamespace
    """
    with connect(owner, role) as connection:
        statements = [statement for (statement,) in connection.execute(calls)]
        assert len(statements) >= 4
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize("role", LOGINS)
def test_search_feed_and_revision_answer(owner: Database, role: str) -> None:
    with connect(owner, role) as connection:
        found = connection.execute("SELECT key FROM api.search('zelenskyy')").fetchall()
        assert ("geodb:volodymyr-zelensky",) in found
        assert len(connection.execute("SELECT change_id FROM api.changes(0, 5)").fetchall()) == 5
        connection.execute("LISTEN geodb_changes")
    with as_role(owner, role) as database:
        database.require_current()


@pytest.mark.parametrize("role", READERS)
def test_commands_for_readers_answer_as_those_of_the_owner(owner: Database, cli: Cli, role: str) -> None:
    with as_role(owner, role) as database:
        unknown = cli("show", "vladimir-puttin", db=database)
        assert unknown.code == 1
        assert "did you mean geodb:vladimir-putin" in unknown.err
        checks = cli("doctor", "--json", db=database).json["checks"]
    found = {check["name"]: check["status"] for check in checks}
    assert found["extensions"] == "ok"
    assert "fail" not in found.values()


# --- what readers must not ---------------------------------------------------------------------------------


@pytest.mark.parametrize("role", READERS)
@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM geodb.record",
        "SELECT * FROM audit.change",
        "SELECT * FROM ingest.import_run",
        "SELECT audit.settled_id_v1()",
        "SELECT geodb.fold_name_v1('x')",
        "INSERT INTO geodb.record (kind, key, label) VALUES ('place', 'geodb:x', 'x')",
        "UPDATE api.record SET label = 'x'",
        "DELETE FROM api.import_reject",
        "DELETE FROM public.alembic_version",
        "CREATE TABLE api.mine ()",
        "CREATE TABLE geodb.mine ()",
        "CREATE TABLE public.mine ()",
        "CREATE SCHEMA mine",
        "CREATE ROLE mine",
        "CREATE OR REPLACE VIEW api.merge AS SELECT 1",
        "DROP VIEW api.change CASCADE",
        "ALTER ROLE geodb_analyst SUPERUSER",
        "SET ROLE geodb_owner",
        "SET session_replication_role = replica",
        "COPY (SELECT 1) TO PROGRAM 'true'",
    ],
)
def test_a_reader_is_refused(owner: Database, role: str, statement: str) -> None:
    assert isinstance(refused(owner, role, statement), InsufficientPrivilege)


def test_an_analyst_reads_only_with_a_timeout_and_without_naming_the_schema(owner: Database) -> None:
    with connect(owner, "geodb_analyst") as connection:
        assert connection.execute("SHOW statement_timeout").fetchone() == ("1min",)
        assert connection.execute("SELECT count(*) > 0 FROM record").fetchone() == (True,)
        with pytest.raises(ReadOnlySqlTransaction):
            connection.execute("CREATE TEMPORARY TABLE mine ()")


@pytest.mark.parametrize("role", LOGINS)
def test_no_plan_is_compiled_for_those_who_connect_by_sql(owner: Database, role: str) -> None:
    with connect(owner, "geodb") as admin:
        admin.execute("ALTER DATABASE geodb SET jit = on")
    with connect(owner, role) as connection:
        assert connection.execute("SHOW jit").fetchone() == ("off",)


# --- importers ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO audit.change (table_name, row_id, record_id, op) VALUES ('record', 1, 1, 'I')",
        "UPDATE audit.change SET db_user = 'somebody'",
        "DELETE FROM audit.change",
        "TRUNCATE audit.change",
        "SELECT setval('audit.change_id_seq', 1)",
        "SELECT audit.settled_id_v1()",
        "CREATE TRIGGER forged AFTER INSERT ON geodb.record EXECUTE FUNCTION audit.log_insert_v2('id')",
        "ALTER TABLE geodb.record DISABLE TRIGGER ALL",
        "ALTER TABLE geodb.record ADD COLUMN mine text",
        "ALTER TABLE geodb.evidence DROP CONSTRAINT ck_evidence_offsets",
        "DROP FUNCTION geodb.check_evidence_span_v1() CASCADE",
        "CREATE OR REPLACE FUNCTION geodb.fold_name_v1(name text) RETURNS text RETURN name",
        "CREATE TABLE geodb.mine ()",
        "CREATE TABLE ingest.mine ()",
        "CREATE VIEW api.mine AS SELECT 1",
        "TRUNCATE geodb.record CASCADE",
        "UPDATE public.alembic_version SET version_num = '0000'",
        "SET session_replication_role = replica",
        "SET ROLE geodb_owner",
    ],
)
def test_an_importer_is_refused(owner: Database, statement: str) -> None:
    assert isinstance(refused(owner, "geodb_importer", statement), InsufficientPrivilege)


def test_an_importer_cannot_make_the_log_s_functions_triggers_of_its_own_table(owner: Database) -> None:
    forge = """
        CREATE TEMPORARY TABLE record (id bigint);
        CREATE TRIGGER forged AFTER INSERT ON record REFERENCING NEW TABLE AS new_row
        FOR EACH STATEMENT EXECUTE FUNCTION audit.log_insert_v2('id');
    """
    assert isinstance(refused(owner, "geodb_importer", forge), InsufficientPrivilege)


def test_what_an_importer_writes_by_plain_sql_is_logged_in_its_name_and_fed(owner: Database) -> None:
    after = max(change.change_id for change in changes_after(owner))
    with connect(owner, "geodb_importer") as connection:
        row = connection.execute(
            "INSERT INTO geodb.record (kind, key, label) VALUES ('place', 'geodb:by-sql', 'one') RETURNING id"
        ).fetchone()
        with connection.cursor().copy("COPY geodb.record_name (record_id, name) FROM STDIN") as copy:
            copy.write_row([row and row[0], "Ünder another name"])
        connection.execute("UPDATE geodb.record SET label = 'two' WHERE key = 'geodb:by-sql'")
        connection.execute("DELETE FROM geodb.record_name WHERE record_id = %s", row)
    with as_role(owner, "geodb_service") as reader:
        changes = list(changes_after(reader, after))
    assert [(change.op, change.table_name, change.db_user) for change in changes] == [
        ("I", "record", "geodb_importer"),
        ("I", "record_name", "geodb_importer"),
        ("U", "record", "geodb_importer"),
        ("D", "record_name", "geodb_importer"),
    ]


def test_the_spans_of_an_importer_are_checked(owner: Database) -> None:
    error = refused(owner, "geodb_importer", QUOTE.format(exact="overlay(exact PLACING '#' FROM 2 FOR 1)"))
    assert isinstance(error, CheckViolation)
    assert error.diag.constraint_name == "ck_evidence_span"


def test_an_importer_loads_dossiers_and_again_without_a_change(owner: Database) -> None:
    with as_role(owner, "geodb_importer") as importer:
        again = load_dossiers(importer, SEED.iterdir())
    assert (again.total.new, again.total.changed) == (0, 0)
    assert again.total.unchanged > 0


# --- making and repairing ----------------------------------------------------------------------------------


def test_roles_that_are_as_they_should_be_are_left_alone(owner: Database) -> None:
    assert make_roles(owner) == []


def test_what_is_wrong_is_repaired(owner: Database) -> None:
    with connect(owner, "geodb") as admin:
        admin.execute("ALTER ROLE geodb_analyst RESET statement_timeout")
        admin.execute("ALTER ROLE geodb_service CREATEDB NOLOGIN")
        admin.execute("GRANT USAGE ON SCHEMA geodb TO geodb_service")
        admin.execute("GRANT SELECT ON geodb.record TO geodb_service")
        admin.execute("REVOKE SELECT ON api.event FROM geodb_analyst")
    repairs = [
        "ALTER ROLE geodb_analyst SET statement_timeout = '60s'",
        "ALTER ROLE geodb_service LOGIN NOCREATEDB",
    ]
    assert make_roles(owner, dry_run=True) == repairs
    assert make_roles(owner) == repairs
    with connect(owner, "geodb_analyst") as analyst:
        analyst.execute("SELECT * FROM event LIMIT 1")
    assert isinstance(refused(owner, "geodb_service", "SELECT * FROM geodb.record"), InsufficientPrivilege)


def test_the_grants_outlive_a_migration_that_makes_the_views_anew(owner: Database) -> None:
    with connect(owner, "geodb") as admin:
        before = admin.execute("SELECT 'api.event'::regclass::oid::bigint").fetchone()
        admin.execute("COMMENT ON SCHEMA api IS 'of another version'")
        migrate.upgrade(owner.engine)
        assert admin.execute("SELECT 'api.event'::regclass::oid::bigint").fetchone() != before
    with connect(owner, "geodb_analyst") as analyst:
        analyst.execute("SELECT * FROM event LIMIT 1")
        analyst.execute("SELECT * FROM search('war')")


def test_readers_of_an_older_version_are_shut_out_until_the_roles_are_made(owner: Database) -> None:
    with connect(owner, "geodb") as admin:
        admin.execute("REASSIGN OWNED BY geodb_api TO geodb_owner")
        admin.execute("DROP OWNED BY geodb_api")
        admin.execute("DROP ROLE geodb_api")
        admin.execute("COMMENT ON SCHEMA api IS 'of another version'")
        migrate.upgrade(owner.engine)
        assert are_of_older_version(owner)
        assert isinstance(refused(owner, "geodb_service", "SELECT * FROM api.record"), InsufficientPrivilege)
        assert "CREATE ROLE geodb_api NOLOGIN" in make_roles(owner)
    assert not are_of_older_version(owner)
    with connect(owner, "geodb_service") as service:
        assert service.execute("SELECT count(*) > 100 FROM api.record").fetchone() == (True,)


def test_a_member_of_the_owner_migrates(owner: Database) -> None:
    with connect(owner, "geodb") as admin:
        admin.execute("CREATE ROLE deployer LOGIN")
        admin.execute("GRANT geodb_owner TO deployer")
    newest = migrate.head()
    with as_role(owner, "deployer") as database:
        migrate.downgrade(database.engine, "-1")
        migrate.upgrade(database.engine)
        database.require_current()
        with database.read() as session:
            assert migrate.current(session.connection()) == newest
    with connect(owner, "geodb_service") as service:
        service.execute("SELECT * FROM api.changes()")


def test_everything_belongs_to_two_owners_who_cannot_log_in(owner: Database) -> None:
    owned = """
        SELECT DISTINCT nspname, kind, owner::regrole::text
        FROM (
            SELECT relnamespace AS namespace, relowner AS owner,
                CASE relkind WHEN 'v' THEN 'view' WHEN 'r' THEN 'table' END AS kind
            FROM pg_class
            UNION ALL SELECT pronamespace, proowner, 'function' FROM pg_proc
            UNION ALL SELECT oid, nspowner, 'schema' FROM pg_namespace
        ) AS object
        JOIN pg_namespace ON pg_namespace.oid = namespace
        WHERE nspname IN ('geodb', 'audit', 'ingest', 'api') AND kind IS NOT NULL
        ORDER BY 3, 2, 1
    """
    with connect(owner, "geodb") as admin:
        assert admin.execute(owned).fetchall() == [
            ("api", "function", "geodb_api"),
            ("audit", "function", "geodb_api"),
            ("api", "view", "geodb_api"),
            ("audit", "view", "geodb_api"),
            ("audit", "function", "geodb_owner"),
            ("geodb", "function", "geodb_owner"),
            *((schema, "schema", "geodb_owner") for schema in ("api", "audit", "geodb", "ingest")),
            *((schema, "table", "geodb_owner") for schema in ("audit", "geodb", "ingest")),
            ("audit", "view", "geodb_owner"),
        ]
    for role in ("geodb_owner", "geodb_api"):
        with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
            connect(owner, role)


def test_a_database_that_was_not_opened_stays_closed_though_the_server_has_the_roles(
    owner: Database, lasting_server: EmbeddedServer
) -> None:
    with connect(owner, "geodb") as admin:
        admin.execute("CREATE DATABASE private")
    with Database(lasting_server.url("private")) as private:
        migrate.upgrade(private.engine)
        error = refused(private, "geodb_service", "SELECT * FROM api.record")
        assert isinstance(error, InsufficientPrivilege)


def test_who_may_not_make_roles_is_told_what_an_administrator_must_run(
    owner: Database, lasting_server: EmbeddedServer
) -> None:
    with connect(owner, "geodb") as admin:
        admin.execute("CREATE ROLE tenant LOGIN")
        admin.execute("CREATE DATABASE tenancy OWNER tenant")
        admin.execute("ALTER ROLE geodb_analyst RESET search_path")
    with as_role(Database(lasting_server.url("tenancy")), "tenant") as tenancy:
        migrate.upgrade(tenancy.engine)
        with pytest.raises(NotPermitted) as told:
            make_roles(tenancy)
        _, *script = told.value.message.splitlines()
        assert [line.strip() for line in script] == [
            "ALTER ROLE geodb_analyst SET search_path = 'api';",
            "GRANT geodb_owner TO tenant;",
        ]
        with connect(owner, "geodb") as admin:
            for statement in script:
                admin.execute(statement)
        assert make_roles(tenancy) == []
        with as_role(tenancy, "geodb_service") as service, service.read() as session:
            assert session.scalar(text("SELECT count(*) FROM api.record")) == 0


def test_who_owned_the_database_still_reads_and_migrates_it_when_an_administrator_makes_the_roles(
    owner: Database, lasting_server: EmbeddedServer
) -> None:
    with connect(owner, "geodb") as admin:
        admin.execute("CREATE ROLE landlord LOGIN")
        admin.execute("CREATE DATABASE house OWNER landlord")
    with Database(lasting_server.url("house")) as house, as_role(house, "landlord") as landlord:
        migrate.upgrade(landlord.engine)
        assert make_roles(house) == ["GRANT geodb_owner TO landlord"]
        assert make_roles(house) == []
        with landlord.read() as session:
            assert session.scalar(text("SELECT count(*) FROM api.record")) == 0
        migrate.downgrade(landlord.engine, "-1")
        migrate.upgrade(landlord.engine)


@pytest.mark.parametrize("role", READERS)
def test_a_reader_drafts_without_the_names_of_the_database(
    owner: Database, cli: Cli, tmp_path: Path, role: str
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Ann Arbor met Bob Baker in Rome on Monday.", "utf-8")
    result = cli("draft", str(article), "-o", str(tmp_path / "dam"), db=as_role(owner, role))
    assert result.code == 0
    assert "without the names of a database: its user may not read the tables" in result.err


def test_the_roles_are_those_that_are_documented() -> None:
    assert {role.name: role.login for role in ROLES} == {
        "geodb_api": False,
        "geodb_owner": False,
        "geodb_importer": True,
        "geodb_analyst": True,
        "geodb_service": True,
        "geodb_tlp_green": False,
        "geodb_tlp_amber": False,
        "geodb_tlp_amber_strict": False,
        "geodb_tlp_red": False,
    }
    page = (ROOT / "docs/howto/connect.md").read_text("utf-8")
    assert all(f"`{role.name}`" in page for role in ROLES)
