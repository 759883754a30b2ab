"""`alembic upgrade --sql`: a script that an administrator can read, lint and run by hand."""

from __future__ import annotations

import subprocess
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geodb.db import migrate
from tests.migrations.catalog import facts
from tests.migrations.revisions import NUMBERS, before, script

if TYPE_CHECKING:
    from geodb.db.session import Database

SQUAWK = Path(sysconfig.get_path("scripts"), "squawk")
EXCLUDED = (
    "prefer-bigint-over-int",  # offsets and numbers within one document do not reach two billion
    "prefer-bigint-over-smallint",  # nor does the order of a list
    "prefer-text-field",  # Alembic makes its own version table
    "ban-char-field",  # the operation in the change log is one letter
)


@pytest.mark.parametrize("number", NUMBERS)
def test_the_script_of_a_revision_passes_squawk(number: str, tmp_path: Path) -> None:
    span = number if before(number) == "base" else f"{before(number)}:{number}"
    file = tmp_path / f"{number}.sql"
    file.write_text(script(span), encoding="utf-8")
    done = subprocess.run(
        [SQUAWK, "--pg-version", "15", "--exclude", ",".join(EXCLUDED), file],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_script_builds_the_same_database(empty_db: Database) -> None:
    with empty_db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.connection.cursor().execute(script("head"))
    with empty_db.engine.connect() as connection:
        by_script = facts(connection)
        assert migrate.current(connection) == migrate.head()
    migrate.downgrade(empty_db.engine, "base")
    migrate.upgrade(empty_db.engine)
    with empty_db.engine.connect() as connection:
        assert facts(connection) == by_script


def test_the_script_drops_old_views_and_makes_new_ones_only_at_the_newest_revision() -> None:
    older, old, newest = NUMBERS[-3:]
    assert "DROP %s" in script(f"{old}:{newest}")
    assert "CREATE VIEW api." in script(f"{old}:{newest}")
    assert "CREATE VIEW api." not in script(f"{older}:{old}")
    assert "CREATE VIEW api." not in script(f"{newest}:{old}", down=True)
