"""What happens around the revisions: one at a time, all or nothing, the views made anew."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from geodb.db import migrate
from geodb.errors import DatabaseBusy, GeodbError
from geodb.resources import migrations_dir
from geodb.sql import apply

if TYPE_CHECKING:
    from geodb.db.session import Database

VIEWS = text("SELECT relname::text FROM pg_class WHERE relnamespace = 'api'::regnamespace AND relkind = 'v'")
UPGRADE = """
import sys
from geodb.db import engine, migrate
migrate.upgrade(engine.make_engine(sys.argv[1]))
"""


def views(db: Database) -> set[str]:
    with db.engine.connect() as connection:
        return set(connection.scalars(VIEWS))


def url(db: Database) -> str:
    return db.engine.url.render_as_string(hide_password=False)


def execute(db: Database, statement: str) -> None:
    with db.engine.begin() as connection:
        connection.execute(text(statement))


def test_the_views_exist_only_at_the_newest_revision(fresh_db: Database) -> None:
    older, old = migrate.revisions()[-3:-1]
    assert "record" in views(fresh_db)
    migrate.downgrade(fresh_db.engine, "-1")
    assert views(fresh_db) == set()
    migrate.upgrade(fresh_db.engine)
    assert "record" in views(fresh_db)
    migrate.downgrade(fresh_db.engine, older)
    migrate.upgrade(fresh_db.engine, old)
    assert views(fresh_db) == set()


def test_a_view_that_is_not_among_the_files_any_more_goes(fresh_db: Database) -> None:
    before = views(fresh_db)
    execute(fresh_db, "CREATE VIEW api.old AS SELECT key FROM api.record")
    migrate.upgrade(fresh_db.engine)
    assert views(fresh_db) == before


def test_views_can_be_dropped_and_made_in_one_transaction(fresh_db: Database) -> None:
    before = views(fresh_db)
    with fresh_db.engine.begin() as connection:
        apply.drop_views(connection)
        assert connection.scalars(VIEWS).all() == []
        apply.create_views(connection)
    assert views(fresh_db) == before


def test_objects_of_a_user_that_need_our_views_stop_the_upgrade_and_are_listed(fresh_db: Database) -> None:
    execute(fresh_db, "COMMENT ON SCHEMA api IS 'of another version'")
    execute(fresh_db, "CREATE VIEW public.mine AS SELECT key FROM api.record")
    execute(fresh_db, "CREATE MATERIALIZED VIEW public.counted AS SELECT count(*) FROM api.event")
    execute(fresh_db, "CREATE TABLE public.kept (one api.actor)")
    with pytest.raises(GeodbError) as caught:
        migrate.upgrade(fresh_db.engine)
    for name in ("view mine", "materialized view counted", "column one of table kept"):
        assert name in str(caught.value)
    assert "create them again" in str(caught.value.hint)
    assert "record" in views(fresh_db)


def test_an_upgrade_with_nothing_to_do_leaves_the_views_and_their_readers_alone(
    fresh_db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    execute(fresh_db, "CREATE VIEW public.mine AS SELECT key FROM api.record")
    monkeypatch.setenv("GEODB_MIGRATE_LOCK_TIMEOUT", "100ms")
    with fresh_db.engine.connect() as reader:
        reader.execute(text("SELECT count(*) FROM api.record"))
        migrate.upgrade(fresh_db.engine)
    assert "record" in views(fresh_db)


def test_a_view_that_was_dropped_by_hand_comes_back(fresh_db: Database) -> None:
    before = views(fresh_db)
    execute(fresh_db, "DROP VIEW api.timeline CASCADE")
    migrate.upgrade(fresh_db.engine)
    assert views(fresh_db) == before


def test_two_upgrades_at_once_wait_for_each_other(empty_db: Database) -> None:
    commands = [sys.executable, "-c", UPGRADE, url(empty_db)]
    both = [subprocess.Popen(commands, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    errors = [process.communicate(timeout=60)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], errors
    with empty_db.engine.connect() as connection:
        assert migrate.current(connection) == migrate.head()


def test_an_upgrade_gives_up_when_a_reader_holds_its_table(
    fresh_db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEODB_MIGRATE_LOCK_TIMEOUT", "100ms")
    with fresh_db.engine.connect() as reader:
        reader.execute(text("SELECT count(*) FROM api.record"))
        started = time.monotonic()
        with pytest.raises(DatabaseBusy):
            migrate.downgrade(fresh_db.engine, "-1")
        assert time.monotonic() - started < 10
    with fresh_db.engine.connect() as connection:
        assert migrate.current(connection) == migrate.head()


def test_a_failed_upgrade_leaves_nothing_behind(empty_db: Database) -> None:
    execute(empty_db, "CREATE SCHEMA ingest")  # in the way of the first revision
    with pytest.raises(GeodbError):
        migrate.upgrade(empty_db.engine)
    with empty_db.engine.connect() as connection:
        assert migrate.current(connection) is None
        assert not connection.scalar(text("SELECT to_regnamespace('geodb') IS NOT NULL"))


def test_a_user_whose_name_is_that_of_the_schema_migrates_too(fresh_db: Database) -> None:
    with fresh_db.engine.connect() as connection:  # which he migrated: "$user" led his search path
        place = text(
            "SELECT relnamespace::regnamespace::text FROM pg_class WHERE relname = 'alembic_version'"
        )
        assert connection.scalars(place).all() == ["public"]
    migrate.downgrade(fresh_db.engine, "0002")  # now it leads to our schema
    migrate.upgrade(fresh_db.engine)


def test_extensions_may_live_where_the_servers_owner_put_them(empty_db: Database) -> None:
    execute(empty_db, "CREATE SCHEMA extensions")
    execute(empty_db, "CREATE EXTENSION pg_trgm WITH SCHEMA extensions")
    execute(empty_db, "CREATE EXTENSION btree_gist WITH SCHEMA extensions")
    migrate.upgrade(empty_db.engine)
    migrate.downgrade(empty_db.engine, "base")


@pytest.mark.parametrize("words", [["upgrade", "head"], ["check"], ["current"]], ids=lambda words: words[0])
def test_the_command_alembic_works_from_a_checkout(fresh_db: Database, words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "alembic", *words],
        cwd=migrations_dir().parent,
        env={**os.environ, "GEODB_DATABASE_URL": url(fresh_db)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "record" in views(fresh_db)
