"""`geodb changes` and `geodb db roles` as a user meets them."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from geodb.services.roles import ROLES
from tests import builders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geodb.db.session import Database
    from tests.fixtures.cli import Cli, Json


@pytest.fixture
def changed_db(fresh_db: Database) -> Database:
    with fresh_db.transaction(user="eva", reason="first look") as session:
        builders.actor(session, "us", label="United States")
    return fresh_db


def lines(printed: str) -> list[Json]:
    return [json.loads(line) for line in printed.splitlines()]


def test_changes_are_told_to_people_with_author_and_reason(cli: Cli, changed_db: Database) -> None:
    shown = cli("changes", db=changed_db)
    assert shown.code == 0
    record, actor = shown.out.splitlines()
    assert record.endswith("added record of test:us, by eva: first look")
    assert actor.endswith("added actor of test:us, by eva: first look")


def test_changes_as_json_are_one_object_a_line(cli: Cli, changed_db: Database) -> None:
    record, actor = lines(cli("changes", "--json", db=changed_db).out)
    assert (record["op"], record["table_name"], record["record_key"]) == ("I", "record", "test:us")
    assert record["after"]["label"] == "United States"
    assert record["before"] is None
    assert actor["change_id"] > record["change_id"]


def test_after_and_limit_choose_a_part(cli: Cli, changed_db: Database) -> None:
    (first,) = lines(cli("changes", "--json", "--limit", "1", db=changed_db).out)
    (second,) = lines(cli("changes", "--json", "--after", str(first["change_id"]), db=changed_db).out)
    assert (first["table_name"], second["table_name"]) == ("record", "actor")
    assert cli("changes", "--after", str(second["change_id"]), db=changed_db).out == ""


@pytest.mark.parametrize("option", ["--after", "--limit"])
@pytest.mark.parametrize("number", ["-1", str(2**63), "all"])
def test_a_position_or_limit_that_cannot_be_is_a_usage_error(
    cli: Cli, changed_db: Database, option: str, number: str
) -> None:
    assert cli("changes", option, number, db=changed_db).code == 2


@pytest.fixture
def follower(changed_db: Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[str]]:
    url = changed_db.engine.url.render_as_string(hide_password=False)
    monkeypatch.setenv("GEODB_DATABASE_URL", url)
    command = [sys.executable, "-m", "geodb", "changes", "--follow", "--json", "--limit", "3"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def test_following_prints_a_change_as_soon_as_it_is_committed(
    follower: subprocess.Popen[str], changed_db: Database
) -> None:
    assert follower.stdout
    already = [json.loads(follower.stdout.readline())["table_name"] for _ in range(2)]
    assert already == ["record", "actor"]
    with changed_db.transaction() as session:
        builders.place(session, "kyiv")
    assert json.loads(follower.stdout.readline())["record_key"] == "test:kyiv"
    assert follower.wait(timeout=10) == 0


def roles_of(db: Database) -> set[str]:
    with db.read() as session:
        return set(session.scalars(text("SELECT rolname FROM pg_roles WHERE rolname LIKE 'geodb\\_%'")))


def test_what_making_the_roles_takes_is_shown_and_not_done(cli: Cli, fresh_db: Database) -> None:
    there = roles_of(fresh_db)  # roles are the server's: other tests on it may have made them
    shown = cli("db", "roles", "--dry-run", "--json", db=fresh_db)
    assert shown.json["dry_run"]
    made = {line.split()[2] for line in shown.json["statements"] if line.startswith("CREATE ROLE")}
    assert made == {role.name for role in ROLES} - there
    assert roles_of(fresh_db) == there
    assert cli("db", "roles", "--dry-run", db=fresh_db).out.splitlines() == [
        f"{statement};" for statement in shown.json["statements"]
    ]
