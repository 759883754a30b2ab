"""Commands where the server, the database or the environment has set other defaults than geodb works with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from tests.db.ingest.small import extra, small, write

if TYPE_CHECKING:
    from pathlib import Path

    from geodb.db.session import Database
    from tests.fixtures.cli import Cli

SETTINGS = (
    "datestyle=German",
    "intervalstyle=sql_standard",
    "client_encoding=LATIN1",
    "standard_conforming_strings=off",
    "default_transaction_isolation=serializable",
    "default_transaction_read_only=on",
    "search_path=geodb,api",
)


def with_settings(db: Database, *settings: str) -> Database:
    """`db` as one connects with such PGOPTIONS."""
    options = " ".join(f"-c {setting}" for setting in settings)
    return type(db)(db.engine.url.update_query_dict({"options": options}))


def test_commands_read_and_write_whatever_is_set(cli: Cli, seeded_copy: Database, tmp_path: Path) -> None:
    commands = [
        ("show", "donald-trump"),
        ("show", "us-india-defense-framework"),
        ("changes", "--after", "0", "--limit", "5"),
        ("merge", "voa-news", "bbc", "--why", "a try"),
        ("unmerge", "voa-news"),
        ("load", str(write(tmp_path / "small", small()))),
        ("doctor",),
    ]
    with with_settings(seeded_copy, *SETTINGS) as database:
        for command in commands:
            result = cli(*command, db=database)
            assert result.code == 0, f"{command}: {result.out}{result.err}"


def test_an_empty_database_is_migrated_whatever_is_set(cli: Cli, empty_db: Database) -> None:
    with with_settings(empty_db, *SETTINGS) as database:
        migrated = cli("db", "migrate", db=database)
        assert migrated.code == 0, migrated.err
        assert cli("doctor", db=database).code == 0


def test_a_load_suggests_names_where_the_database_has_a_search_path(
    cli: Cli, seeded_copy: Database, tmp_path: Path
) -> None:
    with seeded_copy.transaction() as session:
        name = session.scalar(text("SELECT quote_ident(current_database())"))
        session.execute(text(f"ALTER DATABASE {name} SET search_path = geodb, api"))
    dossier = extra(
        events=[
            {
                "key": "talk",
                "label": "A talk",
                "kind": "meeting",
                "when": "2025-02-12",
                "participants": [{"actor": "Vladimir Puttin", "role": "participant"}],
            }
        ]
    )
    result = cli("load", str(write(tmp_path / "a", dossier)), db=seeded_copy)
    assert result.code == 1
    assert "dossier.yaml:" in result.err
    assert "did you mean geodb:vladimir-putin" in " ".join(result.err.split())
