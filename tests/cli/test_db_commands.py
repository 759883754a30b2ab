"""`geodb db ...`, on a server of its own and on one named by a URL."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from geodb.db.server import EmbeddedServer
    from geodb.db.session import Database
    from tests.fixtures.cli import Cli

NOWHERE = "postgresql://ann:secret@127.0.0.1:1/geodb"


@pytest.fixture
def server(make_server: Callable[[], EmbeddedServer], monkeypatch: pytest.MonkeyPatch) -> EmbeddedServer:
    server = make_server()
    monkeypatch.setenv("GEODB_HOME", str(server.home))
    return server


def psql(*args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "geodb", "db", "psql", *args]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=dict(os.environ))


def test_the_embedded_server_is_started_shown_and_stopped(cli: Cli, server: EmbeddedServer) -> None:
    down = cli("db", "status")
    assert (down.code, down.out) == (3, "the embedded server is down; start it with `geodb db up`\n")

    up = cli("db", "up")
    assert (up.code, up.out) == (0, f"PostgreSQL is up: {server.url()}\n")
    assert cli("db", "up").out == up.out
    assert cli("db", "url").out == f"{server.url()}\n"

    status = cli("db", "status", "--json").json
    assert (status["embedded"], status["running"], status["url"]) == (True, True, server.url())
    assert status["server_version"] == server.status().version
    assert status["revision"] is None

    assert cli("db", "down").out == "PostgreSQL is stopped\n"
    assert cli("db", "down").out == "PostgreSQL was not running\n"
    assert cli("db", "status", "--json").json["running"] is False


def test_psql_opens_on_the_database_and_passes_arguments_on(server: EmbeddedServer) -> None:
    done = psql("-At", "-c", "SELECT current_database()")
    assert (done.stdout, done.stderr) == ("geodb\n", "")
    assert server.status().running


def test_psql_ends_with_its_own_exit_code(server: EmbeddedServer) -> None:
    server.ensure_running()
    assert psql("-c", "SELECT nonsense").returncode == 1


def test_the_status_of_an_unmigrated_database_says_what_to_run(cli: Cli, empty_db: Database) -> None:
    result = cli("db", "status", db=empty_db)
    assert result.code == 0
    assert "the server of GEODB_DATABASE_URL is up: PostgreSQL" in result.out
    assert "`geodb db migrate`" in result.out


def test_a_server_of_one_s_own_is_tried_but_not_stopped(cli: Cli, empty_db: Database) -> None:
    assert cli("db", "up", db=empty_db).code == 0
    result = cli("db", "down")
    assert result.code == 2
    assert "not geodb's to stop" in result.err
    assert cli("db", "status").code == 0


@pytest.mark.parametrize("command", ["up", "migrate"])
def test_an_unreachable_server_ends_with_3(cli: Cli, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("GEODB_DATABASE_URL", NOWHERE)
    result = cli("db", command)
    assert result.code == 3
    assert "Connection refused" in result.err
    assert "hint: check GEODB_DATABASE_URL" in result.err


def test_the_status_of_an_unreachable_server_is_an_answer(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEODB_DATABASE_URL", NOWHERE)
    result = cli("db", "status", "--json")
    assert result.code == 3
    assert result.json["running"] is False


@pytest.mark.parametrize("command", [["up"], ["url"], ["status"], ["status", "--json"]])
def test_no_command_prints_the_password(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setenv("GEODB_DATABASE_URL", NOWHERE)
    result = cli("db", *command)
    assert "secret" not in result.out + result.err


def test_the_url_for_other_clients_has_no_stars_for_a_password(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEODB_DATABASE_URL", NOWHERE)
    assert cli("db", "url").out == "postgresql://ann@127.0.0.1:1/geodb\n"


def test_migrating_brings_the_schema_to_its_newest_revision(cli: Cli, empty_db: Database) -> None:
    assert cli("db", "migrate", db=empty_db).code == 0
    status = cli("db", "status", "--json").json
    assert status["revision"] == status["newest_revision"]
    assert "up to date" in cli("db", "status").out


def test_migrating_again_changes_nothing_and_says_so(cli: Cli, fresh_db: Database) -> None:
    result = cli("db", "migrate", db=fresh_db)
    assert result.code == 0
    assert result.out.startswith("code lists: 0 new, 0 changed, 0 retired, ")


def test_migrating_part_of_the_way_leaves_the_code_lists_for_later(cli: Cli, empty_db: Database) -> None:
    result = cli("db", "migrate", "0002", db=empty_db)
    assert result.out == "the database stands at revision 0002\n"


def test_downgrading_asks_before_it_drops_rows(cli: Cli, fresh_db: Database) -> None:
    before = cli("db", "status", "--json", db=fresh_db).json["revision"]
    assert cli("db", "downgrade", "base", typed="n\n").code == 1
    assert cli("db", "downgrade", "base").code == 1
    assert cli("db", "status", "--json").json["revision"] == before
    assert cli("db", "downgrade", "base", typed="y\n").code == 0
    assert cli("db", "status", "--json").json["revision"] is None


def test_downgrading_without_asking_empties_the_database(cli: Cli, fresh_db: Database) -> None:
    result = cli("db", "downgrade", "base", "--yes", db=fresh_db)
    assert result.code == 0
    assert cli("db", "status", "--json").json["revision"] is None


def test_one_step_down_is_written_as_the_help_says(cli: Cli, fresh_db: Database) -> None:
    newest = cli("db", "status", "--json", db=fresh_db).json["newest_revision"]
    assert (
        cli("db", "downgrade", "--yes", "-1").out == f"the database stands at revision {int(newest) - 1:04}\n"
    )


def test_a_downgrade_to_an_unknown_revision_is_a_wrong_argument(cli: Cli, fresh_db: Database) -> None:
    result = cli("db", "downgrade", "nonsense", "--yes", db=fresh_db)
    assert result.code == 2
    assert "known revisions" in result.err
