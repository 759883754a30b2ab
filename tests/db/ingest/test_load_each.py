"""Many dossiers, each for itself: outcomes by file, in any order, beside others, and after a kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from geodb.db.session import Database
from geodb.errors import DatabaseUnreachable
from geodb.services.load_each import Outcome, load_each
from geodb.services.rejects import list_rejects
from tests.db.ingest.small import extra, person, said, small, value, write

if TYPE_CHECKING:
    from tests.fixtures.cli import Cli


def folder_of(tmp_path: Path, number: int) -> Path:
    for each in range(number):
        write(tmp_path / "all" / f"d{each:03}", extra(actors=[person(f"p{each}", f"Person {each}")]))
    return tmp_path / "all"


def statuses(outcomes: list[Outcome]) -> dict[str, str]:
    return {outcome.path.name: outcome.status for outcome in outcomes}


def test_one_that_is_refused_does_not_stop_the_others(fresh_db: Database, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 3)
    write(folder / "d001", extra(actors=[person("p1", "Person 1", kind="persn")]))
    outcomes = list(load_each(fresh_db, [folder]))
    assert statuses(outcomes) == {"d000": "loaded", "d001": "failed", "d002": "loaded"}
    assert "not a code of actor_kind" in str(outcomes[-1].error)
    assert [reject.paths for reject in list_rejects(fresh_db)] == [[folder / "d001" / "dossier.yaml"]]
    assert value(fresh_db, "SELECT count(*) FROM geodb.actor") == 2


def test_what_refers_to_a_later_one_is_loaded_after_it(fresh_db: Database, tmp_path: Path) -> None:
    relation = {"from": "Ann Arbor", "kind": "rivalry", "to": "Bob Baker"}
    write(tmp_path / "all" / "a", extra(actor_relations=[relation]))
    write(tmp_path / "all" / "b", small())
    outcomes = list(load_each(fresh_db, [tmp_path / "all"], together=1))
    assert [(each.path.name, each.status) for each in outcomes] == [("b", "loaded"), ("a", "loaded")]
    assert list_rejects(fresh_db) == []


def test_a_second_run_changes_nothing_and_loads_what_was_mended(fresh_db: Database, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 2)
    write(folder / "d001", extra(actors=[person("p1", "Person 1", kind="persn")]))
    list(load_each(fresh_db, [folder]))
    write(folder / "d001", extra(actors=[person("p1", "Person 1")]))
    assert statuses(list(load_each(fresh_db, [folder]))) == {"d000": "unchanged", "d001": "loaded"}
    assert list_rejects(fresh_db) == []


def test_several_processes_load_what_one_does(
    fresh_db: Database, seeded_copy: Database, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path, 6)
    write(folder / "d003", extra(actors=[person("p3", "Person 3", kind="persn")]))
    assert statuses(list(load_each(fresh_db, [folder], jobs=2))) == statuses(
        list(load_each(seeded_copy, [folder]))
    )
    query = "SELECT count(*) FROM geodb.record WHERE key LIKE 'test:p%'"
    assert value(fresh_db, query) == value(seeded_copy, query) == 5


def test_two_loaders_of_the_same_folder_load_each_dossier_once(fresh_db: Database, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 8)
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(lambda: list(load_each(fresh_db, [folder]))) for _ in range(2)]
        outcomes = [outcome for each in both for outcome in each.result()]
    assert sorted(outcome.status for outcome in outcomes) == ["loaded"] * 8 + ["unchanged"] * 8
    assert value(fresh_db, "SELECT count(*) FROM geodb.actor") == 8


@pytest.mark.parametrize("jobs", [1, 2])
def test_drafts_are_loaded_only_where_they_are_accepted(
    fresh_db: Database, tmp_path: Path, jobs: int
) -> None:
    for name in ("a", "b"):
        write(tmp_path / "all" / name, extra(actors=[person(f"p-{name}", f"Person {name}")], draft=True))
    refused = load_each(fresh_db, [tmp_path / "all"], jobs=jobs)
    assert {outcome.status for outcome in refused} == {"failed"}
    loaded = load_each(fresh_db, [tmp_path / "all"], jobs=jobs, accept_drafts=True)
    assert {outcome.status for outcome in loaded} == {"loaded"}


def test_a_file_that_may_not_be_read_fails_alone(
    fresh_db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_of(tmp_path, 2)
    opened: Any = Path.open

    def refuse_one(self: Path, *args: str) -> object:
        if self.parent.name == "d000":
            raise PermissionError(13, "Permission denied")
        return opened(self, *args)

    monkeypatch.setattr(Path, "open", refuse_one)
    outcomes = list(load_each(fresh_db, [folder]))
    assert statuses(outcomes) == {"d000": "failed", "d001": "loaded"}
    assert str(outcomes[-1].error).endswith("d000/dossier.yaml: Permission denied")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_database_that_is_gone_ends_the_run(tmp_path: Path, jobs: int) -> None:
    nowhere = Database("postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(DatabaseUnreachable):
        list(load_each(nowhere, [folder_of(tmp_path, 2)], jobs=jobs))


def test_a_run_that_was_killed_goes_on_where_it_was(
    fresh_db: Database, seeded_copy: Database, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path, 120)
    url = fresh_db.engine.url.render_as_string(hide_password=False)
    command = [sys.executable, "-u", "-m", "geodb", "load", "--each", str(folder)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "GEODB_DATABASE_URL": url}
    ) as process:
        assert process.stdout
        for _ in range(26):
            assert process.stdout.readline().startswith("loaded")
        process.send_signal(signal.SIGKILL)
    loaded = int(value(fresh_db, "SELECT count(*) FROM ingest.dossier"))
    assert 26 <= loaded < 120
    found = [outcome.status for outcome in load_each(fresh_db, [folder])]
    assert (found.count("unchanged"), found.count("loaded")) == (loaded, 120 - loaded)
    list(load_each(seeded_copy, [folder]))
    of_test = {
        query: [row for row in told if "test:" in str(row)] for query, told in said(seeded_copy).items()
    }
    assert said(fresh_db) == of_test


def test_the_command_tells_the_outcome_of_each_and_fails_if_any_did(
    cli: Cli, fresh_db: Database, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path, 2)
    write(folder / "d001", extra(actors=[person("p1", "Person 1", kind="persn")]))
    result = cli("load", "--each", str(folder), db=fresh_db)
    assert result.code == 1
    lines = result.out.splitlines()
    assert lines[:2] == [f"loaded    {folder}/d000", f"failed    {folder}/d001"]
    assert lines[-2].split() == ["total", "2", "0", "0", "0"]
    assert lines[-1] == "1 loaded, 1 failed"
    assert "not a code of actor_kind" in result.err
    assert "geodb rejects" in result.err


def test_the_command_tells_it_as_json(cli: Cli, fresh_db: Database, tmp_path: Path) -> None:
    result = cli("load", "--each", "--json", str(folder_of(tmp_path, 1)), db=fresh_db)
    assert result.code == 0
    assert result.json["outcomes"] == {"loaded": 1}
    assert result.json["total"]["new"] == 2
    assert result.json["dossiers"][0]["status"] == "loaded"


@pytest.mark.parametrize("option", ["--dry-run", "--together"])
def test_each_does_not_go_with_what_is_of_all(
    cli: Cli, fresh_db: Database, tmp_path: Path, option: str
) -> None:
    result = cli("load", "--each", option, str(tmp_path), db=fresh_db)
    assert (result.code, option in result.err) == (2, True)


def test_of_a_folder_the_good_dossiers_are_loaded_unless_told_together(
    cli: Cli, fresh_db: Database, tmp_path: Path
) -> None:
    folder = folder_of(tmp_path, 3)
    write(folder / "d001", extra(actors=[person("p1", "Person 1", kind="persn")]))
    assert cli("load", "--together", str(folder), db=fresh_db).code == 1
    assert value(fresh_db, "SELECT count(*) FROM geodb.actor") == 0
    assert cli("load", *map(str, sorted(folder.iterdir())), db=fresh_db).code == 1
    assert value(fresh_db, "SELECT count(*) FROM geodb.actor") == 0
    assert cli("load", str(folder), db=fresh_db).out.splitlines()[-1] == "2 loaded, 1 failed"
    assert value(fresh_db, "SELECT count(*) FROM geodb.actor") == 2


def test_one_that_the_database_refuses_is_found_among_many(fresh_db: Database, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 7)
    holding = {"holder": "p4", "office": "chair", "start": "2020", "status": "attested"}
    seat = {"key": "chair", "label": "Chair", "names": [{"name": "Chair", "primary": True}]}
    twice = [
        holding | {"start": "2020-01-01", "end": "2022-01-01"},
        holding | {"start": "2021-01-01", "holder": "p-4"},
    ]
    people = [person("p4", "Person 4"), person("p-4", "Person Four")]
    write(folder / "d004", extra(actors=people, offices=[seat], holdings=twice))
    found = statuses(list(load_each(fresh_db, [folder], together=7)))
    assert found == {f"d00{n}": "failed" if n == 4 else "loaded" for n in range(7)}
    assert len(list_rejects(fresh_db)) == 1


def _loading(db: Database, folder: Path, loaded: int) -> subprocess.Popen[str]:
    """A command that loads with two processes, and has told so many as loaded."""
    url = db.engine.url.render_as_string(hide_password=False)
    command = [sys.executable, "-um", "geodb", "load", str(folder), "--jobs", "2"]
    process = subprocess.Popen(
        ["/usr/bin/env", "--default-signal=INT", *command],  # jobs in the background ignore it
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "GEODB_DATABASE_URL": url},
    )
    assert process.stdout
    for _ in range(loaded):
        assert process.stdout.readline().startswith("loaded")
    return process


def test_workers_end_when_their_parent_is_killed(fresh_db: Database, tmp_path: Path) -> None:
    with _loading(fresh_db, folder_of(tmp_path, 300), 1) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        deadline = time.monotonic() + 30
        while _is_there(process.pid) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert not _is_there(process.pid)
    assert int(value(fresh_db, "SELECT count(*) FROM ingest.dossier")) < 300


def _is_there(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_an_interrupt_ends_a_load_by_several_processes_quietly(fresh_db: Database, tmp_path: Path) -> None:
    with _loading(fresh_db, folder_of(tmp_path, 300), 1) as process:
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
        _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in told
    assert len(told.splitlines()) < 5, told
    assert int(value(fresh_db, "SELECT count(*) FROM ingest.dossier")) < 300
