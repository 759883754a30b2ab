"""The pages on connecting and on following changes: their queries are answered, their consumers work."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from geodb.services.feed import changes_after
from geodb.services.roles import make_roles
from tests import builders
from tests.docs.readme_blocks import blocks

if TYPE_CHECKING:
    from geodb.db.session import Database

HOWTO = Path(__file__).parents[2] / "docs" / "howto"
CONNECT = blocks((HOWTO / "connect.md").read_text(encoding="utf-8"))
FOLLOW = blocks((HOWTO / "follow-changes.md").read_text(encoding="utf-8"))
QUERIES = [
    query
    for block in [*CONNECT, *FOLLOW]
    for query in re.findall(r"SELECT [^\";]*? FROM api\.[^\";]*", block.body)
]


def url_of(db: Database) -> str:
    return db.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)


class Enough(Exception):
    pass


def python_names(number: int) -> dict[str, Any]:
    """What the python block of that number on the page about changes defines."""
    body = [block.body for block in FOLLOW if block.language == "python"][number]
    names: dict[str, Any] = {}
    exec(compile(body, "follow-changes.md", "exec"), names)  # noqa: S102 - our own page
    return names


def test_the_queries_of_the_pages_are_found() -> None:
    assert len(QUERIES) == 6


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_of_the_pages_is_one_that_the_database_understands(seeded_db: Database, query: str) -> None:
    with psycopg.connect(url_of(seeded_db)) as connection:
        connection.execute(f"PREPARE shown AS {query.replace('%s', '$1')}")


def test_an_importer_writes_a_fact_by_sql(seeded_copy: Database) -> None:
    make_roles(seeded_copy)
    (block,) = [block for block in CONNECT if "INSERT INTO" in block.body]
    with psycopg.connect(url_of(seeded_copy), autocommit=True) as connection:
        connection.execute("SET ROLE geodb_importer")
        connection.execute(block.body)
        event = "SELECT when_from::text, precision FROM api.event WHERE key = 'geodb:modi-in-kyiv-2024'"
        assert connection.execute(event).fetchone() == ("2024-08-23", "day")
        reasons = (
            "SELECT DISTINCT reason FROM api.changes(0, 100000) WHERE record_key = 'geodb:modi-in-kyiv-2024'"
        )
        assert connection.execute(reasons).fetchall() == [("from the register of visits",)]


def test_the_consumer_in_plain_psycopg_gets_each_change_once(fresh_db: Database) -> None:
    with fresh_db.transaction() as session:
        builders.actor(session, "us")
        builders.place(session, "kyiv")
    seen: list[tuple[str, str]] = []

    def handle(change: tuple[int, str, str, str, object]) -> None:
        seen.append((change[2], change[3]))
        if len(seen) == 4:
            raise Enough

    with pytest.raises(Enough):
        python_names(0)["follow"](url_of(fresh_db), 0, handle)
    assert seen == [
        ("record", "test:us"),
        ("actor", "test:us"),
        ("record", "test:kyiv"),
        ("place", "test:kyiv"),
    ]


def test_the_consumer_with_geodb_prints_the_changes(
    fresh_db: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GEODB_DATABASE_URL", url_of(fresh_db))
    with fresh_db.transaction() as session:
        builders.actor(session, "us")
    monkeypatch.setattr("geodb.services.feed.follow", changes_after)  # which ends
    python_names(1)
    assert [line.split()[1:] for line in capsys.readouterr().out.splitlines()] == [
        ["I", "record", "test:us"],
        ["I", "actor", "test:us"],
    ]


def test_the_copy_catches_up(seeded_db: Database, fresh_db: Database) -> None:
    names = python_names(2)
    catch_up = names["catch_up"]
    with psycopg.connect(url_of(fresh_db), autocommit=True) as copy:
        end = names["start"](seeded_db, copy)
        assert catch_up(seeded_db, copy, end) == end
        assert copy.execute("SELECT count(*) > 100 FROM geodb.record").fetchone() == (True,)
