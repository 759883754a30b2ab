"""Moving between revisions, on three small revisions of the test's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from geodb.db import migrate
from geodb.db.session import Database
from geodb.errors import ConfigError, DatabaseNewer, DatabaseUnreachable, MigrationNeeded

if TYPE_CHECKING:
    from pathlib import Path

ENV = """
from alembic import context

context.configure(connection=context.config.attributes["connection"])
with context.begin_transaction():
    context.run_migrations()
"""
REVISION = '''
"""{number}"""
from alembic import op

revision = "{number}"
down_revision = {parent}

def upgrade():
    op.execute("CREATE TABLE t{number} ()")

def downgrade():
    op.execute("DROP TABLE t{number}")
'''


def add_revision(folder: Path, number: int) -> None:
    parent = repr(f"{number - 1:04}") if number > 1 else None
    body = REVISION.format(number=f"{number:04}", parent=parent)
    (folder / "versions" / f"{number:04}_step.py").write_text(body)


@pytest.fixture(autouse=True)
def migrations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "100% of migrations"
    (folder / "versions").mkdir(parents=True)
    (folder / "env.py").write_text(ENV)
    for number in (1, 2, 3):
        add_revision(folder, number)
    monkeypatch.setattr(migrate, "migrations_dir", lambda: folder)
    return folder


def current(db: Database) -> str | None:
    with db.read() as session:
        return migrate.current(session.connection())


def test_revisions_are_read_from_the_numbered_files() -> None:
    assert migrate.revisions() == ("0001", "0002", "0003")
    assert migrate.head() == "0003"


def test_an_empty_database_stands_nowhere_and_needs_migration(empty_db: Database) -> None:
    assert current(empty_db) is None
    with pytest.raises(MigrationNeeded, match="never migrated") as caught:
        empty_db.require_current()
    assert caught.value.hint == "run `geodb db migrate`"


def test_upgrading_goes_to_the_newest_revision_and_stays_there(empty_db: Database) -> None:
    migrate.upgrade(empty_db.engine)
    migrate.upgrade(empty_db.engine)
    assert current(empty_db) == "0003"
    empty_db.require_current()


def test_upgrading_can_stop_on_the_way(empty_db: Database) -> None:
    migrate.upgrade(empty_db.engine, "0002")
    with pytest.raises(MigrationNeeded, match="stands at revision 0002, this version of geodb needs 0003"):
        empty_db.require_current()


@pytest.mark.parametrize(("revision", "reached"), [("-1", "0002"), ("0001", "0001"), ("base", None)])
def test_downgrading_goes_back_a_step_to_a_revision_or_to_nothing(
    empty_db: Database, revision: str, reached: str | None
) -> None:
    migrate.upgrade(empty_db.engine)
    migrate.downgrade(empty_db.engine, revision)
    assert current(empty_db) == reached


def test_a_database_from_a_newer_version_is_neither_used_nor_migrated(
    empty_db: Database, migrations: Path
) -> None:
    migrate.upgrade(empty_db.engine)
    (migrations / "versions" / "0003_step.py").unlink()
    with pytest.raises(DatabaseNewer, match="revision 0003") as caught:
        empty_db.require_current()
    assert "upgrade geodb" in (caught.value.hint or "")
    with pytest.raises(DatabaseNewer):
        migrate.upgrade(empty_db.engine)


def test_an_unknown_revision_is_a_wrong_argument(empty_db: Database) -> None:
    with pytest.raises(ConfigError, match="nonsense") as caught:
        migrate.upgrade(empty_db.engine, "nonsense")
    assert caught.value.hint == "known revisions: 0001, 0002, 0003"


def test_a_revision_that_fails_leaves_nothing(empty_db: Database, migrations: Path) -> None:
    broken = migrations / "versions" / "0003_step.py"
    broken.write_text(broken.read_text().replace("CREATE TABLE t0003 ()", "CREATE TABLE t0001 ()"))
    with pytest.raises(Exception, match="already exists"):
        migrate.upgrade(empty_db.engine)
    with empty_db.read() as session:
        assert session.scalar(text("SELECT to_regclass('t0001')")) is None


def test_migrating_a_server_that_is_not_there_tells_so(empty_db: Database) -> None:
    gone = empty_db.engine.url.set(database="no_such_database")
    with pytest.raises(DatabaseUnreachable):
        migrate.upgrade(type(empty_db)(gone).engine)


def test_a_database_that_holds_no_other_scripts_is_refused_at_once(empty_db: Database) -> None:
    name = f"{empty_db.engine.url.database}_ascii"
    with empty_db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as admin:
        options = "ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0"
        admin.execute(text(f"CREATE DATABASE {name} {options}"))
        try:
            with Database(empty_db.engine.url.set(database=name)) as other:
                with pytest.raises(ConfigError, match="encoded in SQL_ASCII") as caught:
                    migrate.upgrade(other.engine)
                assert "ENCODING 'UTF8'" in (caught.value.hint or "")
        finally:
            admin.execute(text(f"DROP DATABASE {name}"))
