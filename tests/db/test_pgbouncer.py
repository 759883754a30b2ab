"""geodb behind the real pgbouncer in transaction mode, used as docs/howto/connect.md says."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from sqlalchemy import text

from geodb.db.session import Database
from geodb.resources import seeds_dir
from geodb.services.codes import load_codes
from geodb.services.feed import changes_after
from geodb.services.load_dossier import load_dossiers

if TYPE_CHECKING:
    from collections.abc import Iterator

PGBOUNCER = shutil.which("pgbouncer") or "/usr/sbin/pgbouncer"
SERVERS = 2
"""Connections the pooler keeps to the server, however many clients it has."""

pytestmark = pytest.mark.skipif(
    not Path(PGBOUNCER).exists(), reason="pgbouncer is not installed (apt-get install pgbouncer)"
)

CONFIGURATION = """
[databases]
* = host={host} port={port} user={user} {password}

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {listen_port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = {servers}
ignore_startup_parameters = extra_float_digits
"""


ODD_SETTINGS = (
    "DateStyle = German",
    "IntervalStyle = sql_standard",
    "standard_conforming_strings = off",
    "default_transaction_isolation = serializable",
    "default_transaction_read_only = on",
    "search_path = geodb, api",
)
ASKED = text(
    "SELECT pg_backend_pid(), now(), interval '1 year 2 days', similarity('putin', 'puttin') > 0.5,"
    " current_setting('standard_conforming_strings'), current_setting('transaction_isolation')"
)


@pytest.fixture
def pooled(fresh_db: Database, open_folder: Path) -> Iterator[Database]:
    """The database of `fresh_db`, reached through a pooler."""
    with pooler(fresh_db, open_folder) as database:
        yield database


@contextmanager
def pooler(db: Database, open_folder: Path) -> Iterator[Database]:
    url = db.engine.url
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        listen_port = free.getsockname()[1]
    settings = open_folder / "pgbouncer.ini"
    settings.write_text(
        CONFIGURATION.format(
            host=url.query["host"],
            port=url.query["port"],
            user=url.username,
            password=f"password={url.password}" if url.password else "",
            listen_port=listen_port,
            servers=SERVERS,
        )
    )
    # It refuses to run as root; whoever is not root stays who he is.
    user = ["--user", "postgres"] if os.geteuid() == 0 else []
    process = subprocess.Popen([PGBOUNCER, "--quiet", *user, str(settings)], stderr=subprocess.DEVNULL)
    pooled = url.set(host="127.0.0.1", port=listen_port, query={})
    try:
        wait_for(pooled.set(drivername="postgresql").render_as_string(hide_password=False))
        with Database(pooled) as database:
            yield database
    finally:
        process.terminate()
        process.wait(timeout=10)


def wait_for(url: str) -> None:
    deadline = time.monotonic() + 10
    while True:
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return


def connect(db: Database, **options: Any) -> psycopg.Connection[Any]:  # noqa: ANN401 - passed through
    url = db.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(url, autocommit=True, **options)


def server_pid(connection: psycopg.Connection[Any]) -> int:
    row = connection.execute("SELECT pg_backend_pid()").fetchone()
    assert row
    return int(row[0])


def test_many_clients_share_few_connections_to_the_server(pooled: Database) -> None:
    clients = [connect(pooled) for _ in range(10)]
    try:
        assert len({server_pid(client) for client in clients}) <= SERVERS
    finally:
        for client in clients:
            client.close()


def test_dossiers_are_loaded_and_read_through_it(pooled: Database, fresh_db: Database) -> None:
    pooled.require_current()
    load_codes(pooled)
    load_dossiers(pooled, (seeds_dir() / "articles").iterdir())
    fed = list(changes_after(pooled))
    assert fed == list(changes_after(fresh_db))
    assert fed


def ask_often(client: psycopg.Connection[Any]) -> int:
    """How many of 30 answers are right, in a transaction each; a driver prepares what it sends so often."""
    answers = [client.execute("SELECT %s::int", [turn]).fetchone() for turn in range(30)]
    return sum(answer == (turn,) for turn, answer in enumerate(answers))


def test_a_driver_that_prepares_nothing_gets_its_answers(pooled: Database) -> None:
    def ask(_number: int) -> int:
        with connect(pooled, prepare_threshold=None) as client:
            return ask_often(client)

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(ask, range(6))) == [30] * 6


def test_geodb_itself_prepares_nothing_on_a_server_it_shares(pooled: Database) -> None:
    def ask(_number: int) -> int:
        with Database(pooled.engine.url) as database:
            for _ in range(30):
                with database.transaction() as session:  # reading rolls back, which forgets what is prepared
                    session.execute(text("SELECT label FROM api.record WHERE key = :key"), {"key": "x"})
        return 30

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(ask, range(6))) == [30] * 6


def test_the_author_of_a_change_is_told_though_connections_are_shared(pooled: Database) -> None:
    with pooled.transaction(user="eva", reason="first") as session:
        connection = session.connection()
        connection.exec_driver_sql("INSERT INTO geodb.dataset (prefix, title) VALUES ('test', 'Test')")
        connection.exec_driver_sql(
            "INSERT INTO geodb.record (kind, key, label) VALUES ('place', 'test:a', 'a')"
        )
    with connect(pooled) as other:
        other.execute("INSERT INTO geodb.record (kind, key, label) VALUES ('place', 'test:b', 'b')")
    assert [(change.app_user, change.reason) for change in changes_after(pooled)] == [
        ("eva", "first"),
        (None, None),
    ]


def test_settings_hold_though_every_transaction_may_have_another_server(
    fresh_db: Database, open_folder: Path
) -> None:
    with fresh_db.transaction() as session:
        name = session.scalar(text("SELECT quote_ident(current_database())"))
        for setting in ODD_SETTINGS:
            session.execute(text(f"ALTER DATABASE {name} SET {setting}"))
    with pooler(fresh_db, open_folder) as pooled, Database(pooled.engine.url) as other:
        used = set()
        for _ in range(4):
            with pooled.read() as reading, other.transaction() as writing:
                writing.execute(text("CREATE TEMPORARY TABLE mine () ON COMMIT DROP"))
                for session in (writing, reading):
                    server, moment, *found = session.execute(ASKED).one()
                    used.add(server)
                    assert moment.tzinfo
                    assert found == [timedelta(days=367), True, "on", "read committed"]
        assert len(used) == SERVERS
