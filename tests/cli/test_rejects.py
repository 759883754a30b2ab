"""`geodb rejects`, as a user meets it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geodb.db.session import Database
from tests.db.ingest.small import small, write

if TYPE_CHECKING:
    from tests.fixtures.cli import Cli


@pytest.fixture
def refused(cli: Cli, fresh_db: Database, tmp_path: Path) -> Path:
    """A folder whose dossier was refused, with a name that rich would take for markup."""
    dossier = small()
    dossier["events"][0]["kind"] = "meetng"
    folder = write(tmp_path / "[red]a", dossier | {"key": "a"})
    assert cli("load", str(folder), db=fresh_db).code == 1
    return folder


def test_nothing_refused_is_said(cli: Cli, fresh_db: Database) -> None:
    assert cli("rejects", "list", db=fresh_db).out == "nothing is open\n"
    assert cli("rejects", "retry", "--all", db=fresh_db).out == "nothing is open\n"


def test_what_was_refused_is_listed_with_its_reason(cli: Cli, fresh_db: Database, refused: Path) -> None:
    result = cli("rejects", "list", db=fresh_db)
    assert result.code == 0
    shown = "".join(result.out.split())
    assert "[red]a/dossier.yaml:52" in shown
    assert "notacodeofevent_kind" in shown
    (told,) = cli("rejects", "list", "--json").json
    assert (told["id"], told["input"]) == (1, f"{refused}/dossier.yaml")


def test_one_is_shown_with_its_problems_and_what_was_kept(
    cli: Cli, fresh_db: Database, refused: Path
) -> None:
    lines = cli("rejects", "show", "1", db=fresh_db).out.splitlines()
    file = f"{refused}/dossier.yaml"
    assert lines[0] == file
    assert lines[1].endswith(", open")
    assert lines[2] == f"  - {file}:52: events[0].kind: not a code of event_kind (got 'meetng')"
    assert lines[3].startswith("    hint: did you mean meeting")
    assert lines[4] == f"kept of {file}: article.txt, dossier.yaml"
    files = cli("rejects", "show", "1", "--json").json["payload"]["files"]
    assert files[file]["article.txt"] == (refused / "article.txt").read_text("utf-8")


def test_a_retry_says_how_it_went(cli: Cli, fresh_db: Database, refused: Path) -> None:
    again = cli("rejects", "retry", "1", db=fresh_db)
    assert (again.code, again.out) == (1, "")
    assert "refused again" in again.err
    assert "not a code of event_kind" in again.err
    write(refused, small() | {"key": "a"})
    through = cli("rejects", "retry", "1")
    assert (through.code, through.out) == (0, f"1 {refused}/dossier.yaml: loaded\n")
    assert cli("rejects", "list").out == "nothing is open\n"
    assert "went through on" in cli("rejects", "show", "1").out


def test_retrying_all_tells_each_as_json(cli: Cli, fresh_db: Database, refused: Path) -> None:
    result = cli("rejects", "retry", "--all", "--json", db=fresh_db)
    assert result.code == 1
    (told,) = result.json
    assert told["counts"] is None
    assert "not a code of event_kind" in told["error"]["message"]
    write(refused, small() | {"key": "a"})
    (told,) = cli("rejects", "retry", "--all", "--json").json
    assert (told["error"], told["counts"]["new"]) == (None, 28)


@pytest.mark.parametrize("words", [(), ("1", "--all")])
def test_a_retry_needs_one_or_all(cli: Cli, fresh_db: Database, words: tuple[str, ...]) -> None:
    result = cli("rejects", "retry", *words, db=fresh_db)
    assert result.code == 2
    assert "say which reject, or --all" in result.err


def test_a_number_nobody_has_is_told(cli: Cli, fresh_db: Database) -> None:
    result = cli("rejects", "show", "99", db=fresh_db)
    assert result.code == 1
    assert "there is no reject 99" in result.err


def test_one_is_dropped_and_says_so(cli: Cli, fresh_db: Database, refused: Path) -> None:
    assert cli("rejects", "drop", "1", "7", db=fresh_db).code == 1
    assert cli("rejects", "drop", "1").out == "dropped 1\n"
    assert cli("rejects", "list").out == "nothing is open\n"
    shown = cli("rejects", "show", "1").out
    assert "dropped on" in shown
    assert str(refused) in shown
