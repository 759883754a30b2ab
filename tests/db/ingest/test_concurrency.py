"""Several loaders at once: the same as one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from psycopg.errors import DeadlockDetected

from geodb.db.session import Database
from geodb.errors import DatabaseBusy
from geodb.ingest.report import Counts, LoadReport
from geodb.services import load_dossier
from geodb.services.load_dossier import load_dossiers
from tests.db.ingest.small import extra, person, said, small, snapshot, write


def load_at_once(db: Database, *loads: Sequence[Path]) -> list[LoadReport]:
    start = Barrier(len(loads))

    def load(folders: Sequence[Path]) -> LoadReport:
        start.wait(timeout=30)
        return load_dossiers(db, folders)

    with ThreadPoolExecutor(len(loads)) as pool:
        return list(pool.map(load, loads))


def test_two_loaders_of_the_same_dossier_are_as_one(fresh_db: Database, tmp_path: Path) -> None:
    folder = write(tmp_path / "a", small())
    first, second = sorted(load_at_once(fresh_db, [folder], [folder]), key=lambda report: report.is_unchanged)
    assert second.total == Counts(unchanged=first.total.new)
    assert all(counts == Counts(new=counts.new) for counts in first.counts.values())
    before = snapshot(fresh_db)
    assert load_dossiers(fresh_db, [folder]).is_unchanged
    assert snapshot(fresh_db) == before


def test_loaders_of_overlapping_dossiers_neither_lose_nor_double_anything(
    fresh_db: Database, tmp_path: Path
) -> None:
    people = [person(f"p{number}", f"Person {number}") for number in range(40)]
    folders = [
        write(
            tmp_path / f"d{number}",
            {**extra(actors=people[10 * number : 10 * number + 20]), "dataset": "test"},
        )
        for number in range(3)
    ]
    reports = load_at_once(fresh_db, folders[:2], folders[1:], [folders[2], folders[0]])
    assert sum(report.counts["actor"].new for report in reports) == 40
    together = said(fresh_db)
    assert all(load_dossiers(fresh_db, [folder]).is_unchanged for folder in folders)
    assert said(fresh_db) == together


def busy(times: int, calls: list[int]) -> object:
    def load(*_args: object, **_options: object) -> LoadReport:
        calls.append(1)
        if len(calls) <= times:
            raise DatabaseBusy from DeadlockDetected()
        return LoadReport()

    return load


def test_a_deadlock_is_tried_again(
    fresh_db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []
    monkeypatch.setattr(load_dossier, "_load", busy(2, calls))
    load_dossiers(fresh_db, [write(tmp_path / "a", small())])
    assert len(calls) == 3


def test_after_three_deadlocks_the_user_decides(
    fresh_db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []
    monkeypatch.setattr(load_dossier, "_load", busy(3, calls))
    with pytest.raises(DatabaseBusy):
        load_dossiers(fresh_db, [write(tmp_path / "a", small())])
    assert len(calls) == 3
