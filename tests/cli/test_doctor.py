from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from geodb.analysis import health
from geodb.config import Settings
from geodb.db import migrate

if TYPE_CHECKING:
    from pathlib import Path

    from geodb.db.session import Database
    from tests.fixtures.cli import Cli, Result

CHECKS = [
    "home",
    "disk",
    "server",
    "encoding",
    "extensions",
    "migrations",
    "api views",
    "indexes",
    "constraints",
    "triggers",
    "readers",
    "code lists",
    "records",
    "evidence",
]


def change(database: Database, *statements: str) -> None:
    with database.transaction() as session:
        for statement in statements:
            session.execute(text(statement))


def finding(result: Result, name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(check for check in result.json["checks"] if check["name"] == name)
    return found


def test_a_sound_database_passes_every_check(cli: Cli, fresh_db: Database) -> None:
    result = cli("doctor", "--json", db=fresh_db)
    assert result.code == 0
    assert result.json["ok"] is True
    assert [check["name"] for check in result.json["checks"]] == CHECKS
    assert {check["status"] for check in result.json["checks"]} == {"ok"}


def test_the_findings_are_told_to_people_without_escape_codes(cli: Cli, fresh_db: Database) -> None:
    result = cli("doctor", db=fresh_db)
    assert result.code == 0
    assert len(result.out.splitlines()) == len(CHECKS)
    assert "\x1b" not in result.out


def test_a_disabled_trigger_is_named(cli: Cli, fresh_db: Database) -> None:
    change(fresh_db, "ALTER TABLE geodb.evidence DISABLE TRIGGER USER")
    result = cli("doctor", "--json", db=fresh_db)
    assert result.code == 1
    assert finding(result, "triggers")["status"] == "fail"
    assert "geodb.evidence.tg_evidence" in finding(result, "triggers")["found"]


def test_triggers_that_lost_their_mode_are_told(cli: Cli, fresh_db: Database) -> None:
    """As a dump that is restored with --disable-triggers leaves them."""
    change(fresh_db, "ALTER TABLE geodb.evidence DISABLE TRIGGER ALL")
    change(fresh_db, "ALTER TABLE geodb.evidence ENABLE TRIGGER ALL")
    result = cli("doctor", "--json", db=fresh_db)
    assert result.code == 1
    assert finding(result, "triggers")["status"] == "fail"
    assert "geodb.evidence.tg_evidence_log_delete" in finding(result, "triggers")["found"]
    assert cli("db", "migrate", db=fresh_db).code == 0
    assert finding(cli("doctor", "--json", db=fresh_db), "triggers")["status"] == "ok"


def test_a_disabled_foreign_key_is_named(cli: Cli, fresh_db: Database) -> None:
    change(fresh_db, "ALTER TABLE geodb.event_place DISABLE TRIGGER ALL")
    result = cli("doctor", "--json", db=fresh_db)
    assert "geodb.event_place (a foreign key)" in finding(result, "triggers")["found"]


def test_a_missing_view_is_named_with_the_command_that_brings_it_back(cli: Cli, fresh_db: Database) -> None:
    change(fresh_db, "DROP VIEW api.timeline CASCADE")
    result = cli("doctor", db=fresh_db)
    assert result.code == 1
    assert "missing: timeline" in result.out
    assert "next: run `geodb db migrate`" in result.out


def test_columns_that_later_versions_added_are_named(cli: Cli, fresh_db: Database) -> None:
    with fresh_db.read() as session:
        definition = session.scalar(text("SELECT pg_get_viewdef('api.dataset')"))
    later = str(definition).rstrip(";").replace("FROM", ", 1 AS later FROM")
    change(fresh_db, f"CREATE OR REPLACE VIEW api.dataset AS {later}")
    found = finding(cli("doctor", "--json", db=fresh_db), "api views")["found"]
    assert found == "outdated, with columns of another version: dataset.later"


def test_a_view_of_another_version_is_named(cli: Cli, fresh_db: Database) -> None:
    change(fresh_db, "ALTER VIEW api.timeline RENAME COLUMN sort_on TO sorted_on")
    assert "missing: timeline.sort_on" in finding(cli("doctor", "--json", db=fresh_db), "api views")["found"]


def test_views_made_by_another_version_are_told_though_their_columns_are_the_same(
    cli: Cli, fresh_db: Database
) -> None:
    change(fresh_db, "COMMENT ON SCHEMA api IS 'Made from 00000000000000000000000000000000 holding nothing'")
    found = finding(cli("doctor", "--json", db=fresh_db), "api views")["found"]
    assert found == "outdated: made by another version of geodb"


def test_records_that_were_written_by_half_are_named(cli: Cli, fresh_db: Database) -> None:
    change(
        fresh_db,
        "INSERT INTO geodb.dataset (prefix, title) VALUES ('half', 'Halves')",
        "INSERT INTO geodb.record (kind, key, label) VALUES"
        " ('event', 'half:event', 'x'), ('document', 'half:text', 'x'), ('source', 'half:source', 'x')",
        "INSERT INTO geodb.source (id, kind_code)"
        " SELECT id, 'news' FROM geodb.record WHERE key = 'half:source'",
        "INSERT INTO geodb.document (id, source_id, sha256, char_count) SELECT d.id, s.id, repeat('a', 64), 5"
        " FROM geodb.record d, geodb.record s WHERE d.key = 'half:text' AND s.key = 'half:source'",
    )
    result = cli("doctor", "--json", db=fresh_db)
    assert result.code == 1
    assert finding(result, "records")["found"] == "half written: half:event, half:text"


def test_an_unvalidated_constraint_is_named(cli: Cli, fresh_db: Database) -> None:
    change(fresh_db, "ALTER TABLE geodb.place ADD CONSTRAINT ck_place_odd CHECK (latitude <> 1) NOT VALID")
    result = cli("doctor", "--json", db=fresh_db)
    assert result.code == 1
    assert finding(result, "constraints")["found"] == "not validated: geodb.place.ck_place_odd"


def test_an_invalid_index_is_named(cli: Cli, fresh_db: Database) -> None:
    change(
        fresh_db,
        "UPDATE pg_index SET indisvalid = false"
        " WHERE indexrelid = 'geodb.ix_record_kind_dataset_prefix'::regclass",
    )
    result = cli("doctor", "--json", db=fresh_db)
    assert result.code == 1
    assert finding(result, "indexes")["found"] == "invalid: geodb.ix_record_kind_dataset_prefix"


def test_an_empty_code_list_is_named(cli: Cli, fresh_db: Database) -> None:
    change(fresh_db, "DELETE FROM geodb.stance")
    result = cli("doctor", "--json", db=fresh_db)
    assert result.code == 1
    assert finding(result, "code lists")["found"] == "empty: stance"


def test_a_missing_extension_is_named(cli: Cli, fresh_db: Database) -> None:
    change(fresh_db, "DROP EXTENSION pg_trgm CASCADE")
    result = cli("doctor", "--json", db=fresh_db)
    assert result.code == 1
    assert finding(result, "extensions")["found"] == "missing: pg_trgm"


def test_a_database_behind_the_code_is_told_to_migrate_and_not_asked_further(
    cli: Cli, fresh_db: Database
) -> None:
    migrate.downgrade(fresh_db.engine, "-1")
    result = cli("doctor", "--json", db=fresh_db)
    assert result.code == 1
    assert result.json["checks"][-1]["name"] == "migrations"
    assert result.json["checks"][-1]["next"] == "run `geodb db migrate`"


def test_an_empty_database_is_told_to_migrate(cli: Cli, empty_db: Database) -> None:
    result = cli("doctor", "--json", db=empty_db)
    assert result.code == 1
    assert "never migrated" in finding(result, "migrations")["found"]


def test_a_server_out_of_reach_is_exit_code_3(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEODB_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing")
    result = cli("doctor", "--json")
    assert result.code == 3
    assert finding(result, "server")["status"] == "fail"
    assert finding(result, "server")["next"]


def test_a_passage_that_differs_from_its_text_is_counted(cli: Cli, seeded_copy: Database) -> None:
    change(
        seeded_copy,
        "ALTER TABLE geodb.evidence DISABLE TRIGGER USER",
        "UPDATE geodb.evidence SET exact = overlay(exact PLACING '#' FROM 1)"
        " WHERE id = (SELECT min(id) FROM geodb.evidence WHERE exact IS NOT NULL)",
        "ALTER TABLE geodb.evidence ENABLE TRIGGER USER",
    )
    result = cli("doctor", "--json", db=seeded_copy)
    assert result.code == 1
    assert finding(result, "evidence")["found"].startswith("1 of ")


def test_a_role_that_may_not_look_is_warned_not_failed(cli: Cli, fresh_db: Database) -> None:
    change(
        fresh_db,
        "DROP ROLE IF EXISTS geodb_test_reader",
        "CREATE ROLE geodb_test_reader",
        "GRANT USAGE ON SCHEMA api TO geodb_test_reader",
        "GRANT SELECT ON ALL TABLES IN SCHEMA api TO geodb_test_reader",
    )
    url = fresh_db.engine.url.update_query_dict({"options": "-crole=geodb_test_reader"})
    try:
        with type(fresh_db)(url) as as_reader:
            result = cli("doctor", "--json", db=as_reader)
        assert result.code == 0
        assert finding(result, "evidence")["status"] == "warn"
        assert finding(result, "code lists")["next"] == "ask again as the owner of the database"
    finally:
        change(fresh_db, "DROP OWNED BY geodb_test_reader", "DROP ROLE geodb_test_reader")


def test_a_home_that_cannot_be_written_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("geodb.analysis.health.os.access", lambda *_: False)  # root may write everywhere
    check = health.home(Settings(home=tmp_path / "home"))
    assert check.status == "fail"
    assert str(tmp_path) in check.found
    assert check.next == "set GEODB_HOME to a folder of yours"


def test_a_home_that_does_not_exist_yet_is_no_trouble(tmp_path: Path) -> None:
    assert health.home(Settings(home=tmp_path / "new" / "home")).status == "ok"
    assert health.disk(Settings(home=tmp_path / "new" / "home")).status in {"ok", "warn"}


def test_a_home_that_cannot_even_be_looked_for_is_a_finding(tmp_path: Path) -> None:
    settings = Settings(
        home=tmp_path / ("too long " * 40)
    )  # as of another user's closed folder, for root too
    assert health.home(settings).name == "home"
    assert health.disk(settings).status in {"ok", "warn"}


@pytest.mark.parametrize(("free", "status"), [(10**10, "ok"), (10**9, "warn"), (10**8, "fail")])
def test_a_full_disk_is_told_in_time(
    free: int, status: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    usage = type("Usage", (), {"free": free})
    monkeypatch.setattr("geodb.analysis.health.shutil.disk_usage", lambda _: usage)
    check = health.disk(Settings(home=tmp_path))
    assert (check.status, check.found) == (status, f"{free / 10**9:.1f} GB free")
    assert (check.next is None) is (status == "ok")


def test_the_contract_is_read_from_the_files_of_the_views() -> None:
    assert {"record", "evidence", "timeline", "search", "event.when_edtf"} <= health.contract()
