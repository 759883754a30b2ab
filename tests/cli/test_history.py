from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

if TYPE_CHECKING:
    from geodb.db.session import Database
    from tests.fixtures.cli import Cli

KEY = "geodb:donald-trump"


def change(database: Database, statement: str, reason: str = "a correction") -> str:
    """Run a statement as jane, and tell the moment before it."""
    with database.engine.connect() as connection:
        moment = connection.scalar(text("SELECT clock_timestamp()"))
    with database.transaction(reason=reason, user="jane") as session:
        session.execute(text(statement), {"key": KEY})
    return str(moment.isoformat())


RELABEL = "UPDATE geodb.record SET label = 'D. J. Trump' WHERE key = :key"
UNNAME = (
    "DELETE FROM geodb.record_name WHERE name = 'Trump' "
    "AND record_id = (SELECT id FROM geodb.record WHERE key = :key)"
)


def test_a_card_of_now_is_the_card_as_of_now(cli: Cli, seeded_db: Database) -> None:
    assert cli("show", KEY, "--as-of", "2999-12-31", db=seeded_db).out == cli("show", KEY, db=seeded_db).out


def test_a_record_is_shown_as_it_stood(cli: Cli, seeded_copy: Database) -> None:
    was = cli("show", KEY, "--json", db=seeded_copy).json
    before = change(seeded_copy, RELABEL)
    change(seeded_copy, UNNAME)
    assert cli("show", KEY, "--json", db=seeded_copy).json != was
    assert cli("show", KEY, "--json", "--as-of", before, db=seeded_copy).json == was


def test_a_record_that_was_not_there_yet_says_when_it_came(cli: Cli, seeded_db: Database) -> None:
    result = cli("show", KEY, "--as-of", "2001-01-01", db=seeded_db)
    assert result.code == 1
    assert "was not there yet at 2001-01-01 23:59 UTC" in result.err
    assert "it came on" in result.err


@pytest.mark.parametrize("moment", ["yesterday", "2026-13-45", "infinity", ""])
def test_a_moment_that_is_none_is_refused_with_the_form_it_takes(
    cli: Cli, seeded_db: Database, moment: str
) -> None:
    result = cli("show", KEY, "--as-of", moment, db=seeded_db)
    assert result.code == 1
    assert "2025-02-28T14:30" in result.err


def test_the_last_day_of_all_is_a_moment_too(cli: Cli, seeded_db: Database) -> None:
    assert cli("show", KEY, "--as-of", "9999-12-31", db=seeded_db).code == 0


def test_the_history_tells_who_changed_what_and_why(cli: Cli, seeded_copy: Database) -> None:
    change(seeded_copy, RELABEL, reason="the house style")
    change(seeded_copy, UNNAME, reason="too short")
    told = cli("history", "donald-trump", db=seeded_copy).out
    assert "jane: the house style" in told
    assert "label: Donald Trump -> D. J. Trump" in told
    assert "- record name: " in told
    assert "(import " in told
    assert "[geodb:us-strategic-moves-2025]" in told


def test_the_history_as_json_has_one_entry_a_transaction(cli: Cli, seeded_copy: Database) -> None:
    change(seeded_copy, RELABEL)
    found = cli("history", KEY, "--json", db=seeded_copy).json
    assert found["key"] == KEY
    last = found["entries"][-1]
    assert (last["user"], last["reason"]) == ("jane", "a correction")
    assert last["changes"][0]["values"] == [
        {"column": "label", "old": "Donald Trump", "old_label": None, "new": "D. J. Trump", "new_label": None}
    ]


def test_merges_and_their_undoing_are_told_at_the_survivor(cli: Cli, seeded_copy: Database) -> None:
    with seeded_copy.transaction() as session:
        session.execute(
            text("""
            WITH made AS (
                INSERT INTO geodb.record (kind, key, label) VALUES ('actor', 'geodb:the-donald', 'The Donald')
                RETURNING id
            )
            INSERT INTO geodb.actor (id, kind_code) SELECT id, 'person' FROM made
        """)
        )
    assert cli("merge", "the-donald", KEY, "--why", "one man", db=seeded_copy).code == 0
    merged = cli("history", KEY, db=seeded_copy).out
    assert "merged The Donald [geodb:the-donald] into Donald Trump [geodb:donald-trump]: one man" in merged
    assert "record of geodb:the-donald" in merged
    assert cli("unmerge", "the-donald", "--why", "two men", db=seeded_copy).code == 0
    assert "merge of geodb:the-donald undone: two men" in cli("history", KEY, db=seeded_copy).out


def test_an_unknown_key_is_not_found(cli: Cli, seeded_db: Database) -> None:
    assert cli("history", "nobody-at-all", db=seeded_db).code == 1


def test_what_somebody_gave_as_a_reason_does_not_speak_to_the_terminal(
    cli: Cli, seeded_copy: Database
) -> None:
    change(seeded_copy, RELABEL, reason="two\nlines\n\x1b[31mred")
    assert "jane: two lines  [31mred" in cli("history", KEY, db=seeded_copy).out
