"""A load whose foreign keys are checked by sets ends as one whose foreign keys are checked row by row."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_postgresql.executors import NoopExecutor

from geodb.db.session import Database
from geodb.ingest import references
from geodb.services.load_dossier import load_dossiers
from tests.db.ingest.small import extra, person, rows, said, small, value, write
from tests.fixtures.pg import scratch_database

LOGGED = "SELECT table_name, op, count(*) FROM audit.change GROUP BY 1, 2 ORDER BY 1, 2"
ASSERTED = "SELECT table_name, cardinality(row_ids) FROM ingest.contribution ORDER BY 1, 2"
MODE = "SELECT current_setting('session_replication_role')"


def test_both_loads_write_and_log_the_same(
    fresh_db: Database, template: NoopExecutor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "a", small())
    load_dossiers(fresh_db, [folder])
    monkeypatch.setattr(references, "FEWEST_ROWS", 1)
    with scratch_database(template, "sets", template.template_dbname) as url, Database(url) as other:
        load_dossiers(other, [folder])
        assert said(other) == said(fresh_db)
        assert rows(other, LOGGED) == rows(fresh_db, LOGGED)
        assert value(other, MODE) == "origin"


def test_a_changed_key_is_carried_on(
    fresh_db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether an office has a single seat is part of what its holdings refer to."""
    monkeypatch.setattr(references, "FEWEST_ROWS", 1)
    fields = small()
    load_dossiers(fresh_db, [write(tmp_path / "a", fields)])
    fields["offices"][0]["seats"] = 2
    load_dossiers(fresh_db, [write(tmp_path / "a", fields)])
    assert value(fresh_db, "SELECT bool_or(is_single_seat) FROM geodb.office_holding") is False


def test_new_records_beside_old_ones_are_told_apart(
    fresh_db: Database, template: NoopExecutor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large load inserts what is about new records, and merges the rest: a small one merges all."""
    folder = write(tmp_path / "a", small())
    ann = person("ann", "Ann Arbor")
    ann["names"].append({"name": "A. Arbor"})
    meeting = {**small()["events"][0], "participants": [{"actor": "carl", "role": "participant"}]}
    meeting.pop("evidence")
    talk = {**meeting, "key": "talk", "participants": [{"actor": "ann", "role": "participant"}]}
    more = extra(actors=[ann, person("carl", "Carl Cook")], events=[meeting, talk])
    added = write(tmp_path / "b", {**more, "places": small()["places"]})
    load_dossiers(fresh_db, [folder])
    by_merging = load_dossiers(fresh_db, [added])
    with scratch_database(template, "mixed", template.template_dbname) as url, Database(url) as other:
        load_dossiers(other, [folder])
        monkeypatch.setattr(references, "FEWEST_ROWS", 1)
        assert load_dossiers(other, [added]).counts == by_merging.counts
        for query in (LOGGED, ASSERTED):
            assert rows(other, query) == rows(fresh_db, query)
        assert said(other) == said(fresh_db)
        assert "record_name" in {table for table, _ in rows(other, ASSERTED)}
