"""The frame around every command: help, version, exit codes, broken pipes."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geodb import __version__
from geodb.cli import db as db_commands
from geodb.cli.main import run
from geodb.cli.output import out, print_json
from geodb.errors import ConfigError, GeodbError, ServerError

if TYPE_CHECKING:
    from tests.fixtures.cli import Cli

GEODB = [sys.executable, "-m", "geodb"]


def test_help_imports_nothing_slow() -> None:
    slow = "{'sqlalchemy', 'psycopg', 'alembic', 'pydantic', 'yaml', 'pyarrow'}"
    check = f"import sys, geodb.cli.main; print(sorted({slow} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", check], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_the_commands(cli: Cli, option: str) -> None:
    result = cli(option)
    assert result.code == 0
    assert "db" in result.out
    assert "every fact can show its sentence" in " ".join(result.out.split())


def test_the_version_is_printed(cli: Cli) -> None:
    assert cli("--version").out == f"geodb {__version__}\n"


@pytest.mark.parametrize("args", [["no-such-command"], ["db", "no-such-command"], ["db", "up", "--nonsense"]])
def test_wrong_usage_ends_with_2(cli: Cli, args: list[str]) -> None:
    result = cli(*args)
    assert result.code == 2
    assert args[-1] in result.err


@pytest.mark.parametrize("kind", [GeodbError, ConfigError, ServerError])
def test_an_error_is_told_on_stderr_with_its_hint_and_exit_code(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, kind: type[GeodbError]
) -> None:
    def fail(**_options: object) -> None:
        raise kind("[bold]that[/bold] is wrong", hint="do this")

    monkeypatch.setattr(db_commands, "connected", fail)
    result = cli("db", "up")
    assert result.code == kind.exit_code
    assert result.err == "error: [bold]that[/bold] is wrong\nhint: do this\n"
    assert result.out == ""


def test_a_long_error_is_not_broken_into_lines(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    message = "a path " + "/very/long" * 40

    def fail(**_options: object) -> None:
        raise GeodbError(message)

    monkeypatch.setattr(db_commands, "connected", fail)
    assert message in cli("db", "up").err


def test_debugging_shows_the_traceback(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEODB_DEBUG", "1")
    monkeypatch.setenv("GEODB_DATABASE_URL", "mysql://db")
    with pytest.raises(ConfigError):
        cli("db", "up")


def test_an_interrupted_command_ends_with_130(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(**_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(db_commands, "connected", interrupt)
    result = cli("db", "up")
    assert (result.code, result.out) == (130, "")
    assert "Traceback" not in result.err


def test_a_reader_that_goes_away_is_no_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([*GEODB, "--help"], stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert done.stderr == ""


def test_a_full_disk_is_told_and_not_traced() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*GEODB, "--help"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "error: No space left on device\n")


def test_what_the_system_refuses_is_told_with_its_file(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_options: object) -> None:
        raise PermissionError(13, "Permission denied", "secret.yaml")

    monkeypatch.setattr(db_commands, "connected", fail)
    result = cli("db", "up")
    assert (result.code, result.err) == (1, "error: secret.yaml: Permission denied\n")


def test_letters_that_stdout_does_not_have_are_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="latin-1"))

    def show(**_options: object) -> None:
        out.print("Путин é")
        raise KeyboardInterrupt

    monkeypatch.setattr(db_commands, "connected", show)
    with pytest.raises(SystemExit):
        run(["db", "up"])
    assert written.getvalue().startswith(b"\\u041f\\u0443")


def test_json_stays_json_where_stdout_does_not_have_the_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    print_json({"name": "Путин é 😀"})
    sys.stdout.flush()
    assert json.loads(written.getvalue()) == {"name": "Путин é 😀"}


@pytest.mark.parametrize(
    "words",
    [
        "rejects show N",
        "rejects retry N",
        "rejects drop 1 N",
        "rejects list --limit N",
        "rejects list --after N",
        "suggest-merges --limit N",
        "changes --after N",
    ],
)
def test_a_number_beyond_all_rows_is_a_wrong_option(cli: Cli, words: str) -> None:
    result = cli(*words.replace("N", str(2**63)).split())
    assert result.code == 2
    unwrapped = " ".join(result.err.replace("│", " ").split())  # a line is as long as the terminal is wide
    assert "less than or equal to 9223372036854775807" in unwrapped
