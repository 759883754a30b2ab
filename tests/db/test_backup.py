"""A dump restores to a database that works as the one it is of, and shows nobody more."""

from __future__ import annotations

import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import psycopg
import pytest

from geodb.analysis.health import examine
from geodb.config import load_settings
from geodb.db import migrate
from geodb.db.binaries import find_bindir
from geodb.db.session import Database
from geodb.services.roles import make_roles
from tests.db.connecting import connect, fill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from geodb.db.server import EmbeddedServer

MARKED = "geodb:donald-trump"


@pytest.fixture(scope="module")
def dump(lasting_server: EmbeddedServer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seed with a marked record, in the custom format."""
    url = lasting_server.ensure_running()
    file = tmp_path_factory.mktemp("dump") / "geodb.dump"
    with Database(url) as database:
        fill(database)
        with connect(database, "geodb_importer") as importer:
            importer.execute("UPDATE geodb.record SET marking_code = 'red' WHERE key = %s", [MARKED])
    run("pg_dump", "--format=custom", f"--file={file}", url)
    return file


def run(program: str, *words: str) -> None:
    subprocess.run([find_bindir(load_settings().pg_bindir) / program, *words], check=True)


@contextmanager
def restored(server: EmbeddedServer, dump: Path, *options: str) -> Iterator[Database]:
    """A database made from the dump by `pg_restore`, whose every step must succeed."""
    with connect_to(server, "postgres") as admin:
        admin.execute("CREATE DATABASE restored TEMPLATE template0")
    try:
        run("pg_restore", "--exit-on-error", *options, f"--dbname={server.url('restored')}", str(dump))
        with Database(server.url("restored")) as database:
            yield database
    finally:
        with connect_to(server, "postgres") as admin:
            admin.execute("DROP DATABASE restored WITH (FORCE)")


def connect_to(server: EmbeddedServer, name: str) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(server.url(name), autocommit=True)


def seen(database: Database) -> object:
    """Whether a service sees the marked record, and some that are not marked."""
    query = "SELECT count(*) FILTER (WHERE key = %s), count(*) > 100 FROM api.record"
    with connect(database, "geodb_service") as service:
        return service.execute(query, [MARKED]).fetchone()


def not_well(database: Database) -> dict[str, str]:
    return {check.name: check.status for check in examine(database) if check.status != "ok"}


def test_a_dump_with_its_owners_is_restored_as_it_was(lasting_server: EmbeddedServer, dump: Path) -> None:
    with restored(lasting_server, dump) as database:
        assert seen(database) == (0, True)
        assert not_well(database) == {}


def test_a_dump_without_owners_and_rights_is_closed_until_the_roles_are_made(
    lasting_server: EmbeddedServer, dump: Path
) -> None:
    with restored(lasting_server, dump, "--no-owner", "--no-acl") as database:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            seen(database)
        make_roles(database)
        assert seen(database) == (0, True)
        assert not_well(database) == {}


def test_the_doctor_sees_views_that_show_marked_records(lasting_server: EmbeddedServer, dump: Path) -> None:
    """Rights without owners: the views belong to who restored, for whom row security does not hold."""
    with restored(lasting_server, dump, "--no-owner") as database:
        assert seen(database) == (1, True)
        assert not_well(database) == {"readers": "fail"}
        make_roles(database)
        assert seen(database) == (0, True)
        assert not_well(database) == {}


def test_row_security_that_was_lost_is_told(lasting_server: EmbeddedServer, dump: Path) -> None:
    with restored(lasting_server, dump) as database:
        with connect(database, "geodb") as admin:
            admin.execute("ALTER TABLE geodb.actor DISABLE ROW LEVEL SECURITY")
        assert not_well(database) == {"readers": "fail"}
        migrate.upgrade(database.engine)
        assert not_well(database) == {}
