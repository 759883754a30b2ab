"""`geodb load`, `geodb quickstart` and `geodb codes`, as a user meets them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geodb.db.session import Database
from geodb.resources import seeds_dir
from tests.db.ingest.small import extra, person, rows, small, snapshot, value, write

if TYPE_CHECKING:
    from tests.fixtures.cli import Cli


def test_a_load_prints_its_integers(cli: Cli, fresh_db: Database, tmp_path: Path) -> None:
    result = cli("load", str(write(tmp_path / "a", small())), db=fresh_db)
    assert result.code == 0
    lines = [line.split() for line in result.out.splitlines()]
    assert lines[0] == ["kind", "new", "changed", "unchanged", "retracted"]
    assert ["actor", "2", "0", "0", "0"] in lines
    assert ["total", "28", "0", "0", "0"] in lines


def test_a_second_load_says_that_nothing_changed(cli: Cli, fresh_db: Database, tmp_path: Path) -> None:
    folder = str(write(tmp_path / "a", small()))
    cli("load", folder, db=fresh_db)
    assert cli("load", folder, db=fresh_db).out.splitlines()[-1] == "nothing changed"


def test_json_has_the_counts_by_kind_and_the_total(cli: Cli, fresh_db: Database, tmp_path: Path) -> None:
    result = cli("load", str(write(tmp_path / "a", small())), "--json", db=fresh_db).json
    assert result["dry_run"] is False
    assert result["counts"]["statement"] == {"new": 1, "changed": 0, "unchanged": 0, "retracted": 0}
    assert result["total"] == {"new": 28, "changed": 0, "unchanged": 0, "retracted": 0}


def test_a_dry_run_says_so_and_writes_nothing(cli: Cli, fresh_db: Database, tmp_path: Path) -> None:
    before = snapshot(fresh_db)
    result = cli("load", "--dry-run", str(write(tmp_path / "a", small())), db=fresh_db)
    assert result.out.splitlines()[-1] == "dry run: nothing was written"
    assert snapshot(fresh_db) == before


def test_a_folder_of_folders_is_all_its_dossiers(cli: Cli, fresh_db: Database, tmp_path: Path) -> None:
    write(tmp_path / "all" / "a", small())
    write(tmp_path / "all" / "b", extra(actors=[person("cec", "Cecil")]))
    result = cli("load", str(tmp_path / "all"), "--json", db=fresh_db)
    assert result.json["counts"]["actor"]["new"] == 3


def test_bad_input_leaves_with_one_and_names_file_line_and_field(
    cli: Cli, fresh_db: Database, tmp_path: Path
) -> None:
    dossier = small()
    dossier["events"][0]["kind"] = "meetng"
    folder = write(tmp_path / "a", dossier)
    before = snapshot(fresh_db)
    result = cli("load", str(folder), db=fresh_db)
    assert (result.code, result.out) == (1, "")
    assert f"{folder}/dossier.yaml:52: events[0].kind: not a code of event_kind (got 'meetng')" in result.err
    assert "did you mean meeting" in result.err
    assert snapshot(fresh_db) == before


def test_a_database_that_was_never_migrated_is_told_from_bad_input(
    cli: Cli, empty_db: Database, tmp_path: Path
) -> None:
    result = cli("load", str(write(tmp_path / "a", small())), db=empty_db)
    assert result.code == 3
    assert "geodb db migrate" in result.err


def test_quickstart_makes_everything_and_then_nothing(cli: Cli, empty_db: Database) -> None:
    first = cli("quickstart", db=empty_db)
    assert first.code == 0
    assert first.out.startswith("schema: migrated to revision")
    assert value(empty_db, "SELECT count(*) FROM geodb.record WHERE kind = 'actor'") >= 42
    before = snapshot(empty_db)
    again = cli("quickstart", db=empty_db)
    assert again.out.startswith("nothing changed")
    assert "Timeline" in again.out
    assert snapshot(empty_db) == before
    folders = {folder.name for folder in (seeds_dir() / "articles").iterdir()}
    assert {key.partition(":")[2] for (key,) in rows(empty_db, "SELECT key FROM ingest.dossier")} == folders


@pytest.mark.parametrize(("name", "code"), [("stance", "positive"), ("quad_class", "1")])
def test_codes_lists_a_list_or_a_taxonomy(cli: Cli, db: Database, name: str, code: str) -> None:
    assert code in {row["code"] for row in cli("codes", name, "--json", db=db).json}


def test_codes_without_a_name_lists_the_lists(cli: Cli, db: Database) -> None:
    names = {row["code"] for row in cli("codes", "--json", db=db).json}
    assert {"event_kind", "plover"} <= names


def test_an_unknown_list_is_told_with_the_nearest(cli: Cli, db: Database) -> None:
    result = cli("codes", "event_kinds", db=db)
    assert result.code == 1
    assert "event_kind" in result.err
