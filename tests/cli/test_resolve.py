from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from tests.db.api.reading import rows

if TYPE_CHECKING:
    from geodb.db.session import Database
    from tests.fixtures.cli import Cli

FORECAST = "geodb:russia-may-attack-within-five-years"
ON = ("--on", "2025-03-01")
STATE_A_CHANCE = f"""
UPDATE geodb.assessment
SET probability_low = 0.7, probability_high = 0.7, probability_basis_code = 'stated_number'
WHERE id = (SELECT id FROM geodb.record WHERE key = '{FORECAST}')
"""


def test_a_forecast_is_resolved_with_what_decided_it_and_taken_back(cli: Cli, seeded_copy: Database) -> None:
    decided = [
        "--outcome", "false", "--on", "2025-03-01", "--by", "geodb:munich-security-conference-2025",
        "--source", "geodb:nbc-zelenskyy-very-difficult", "--why", "no attack came",
    ]  # fmt: skip
    result = cli("resolve", FORECAST, *decided, db=seeded_copy)
    assert result.code == 0, result.err
    assert result.out.endswith(": false, decided on 2025-03-01; not scored\n")
    query = "SELECT outcome, resolved_on::text, event_key, source_key, reason FROM api.assessment_resolution"
    with seeded_copy.read() as session:
        assert rows(session, query) == [
            ("false", "2025-03-01", "geodb:munich-security-conference-2025",
             "geodb:nbc-zelenskyy-very-difficult", "no attack came")
        ]  # fmt: skip
    again = cli("resolve", FORECAST, "--outcome", "true", "--on", "2025-03-02", db=seeded_copy)
    assert again.code == 1
    undone = cli("resolve", FORECAST, "--undo", "--why", "too early", db=seeded_copy)
    assert (undone.code, undone.out.split(":")[0]) == (0, "open again")
    with seeded_copy.read() as session:
        assert rows(session, query) == []
        log = (
            "SELECT op, reason FROM api.change WHERE table_name = 'assessment_resolution' ORDER BY change_id"
        )
        assert rows(session, log) == [("I", "no attack came"), ("D", "too early")]
    assert "is not resolved" in cli("resolve", FORECAST, "--undo", db=seeded_copy).err


def test_a_stated_probability_is_scored(cli: Cli, seeded_copy: Database) -> None:
    with seeded_copy.transaction() as session:
        session.execute(text(STATE_A_CHANCE))
    result = cli("resolve", FORECAST, "--outcome", "true", "--on", "2025-03-01", db=seeded_copy)
    assert result.out.endswith("; Brier score 0.09\n")


def test_prefixes_may_be_left_out(cli: Cli, seeded_copy: Database) -> None:
    bare = FORECAST.removeprefix("geodb:")
    decided = ("--by", "munich-security-conference-2025", "--source", "nbc-zelenskyy-very-difficult")
    result = cli("resolve", bare, "--outcome", "false", *ON, *decided, db=seeded_copy)
    assert result.code == 0, result.err
    assert cli("resolve", bare, "--undo", db=seeded_copy).code == 0


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        ([FORECAST, "--outcome", "maybe", *ON], 1, "is not a code of the list resolution_outcome"),
        (["geodb:nobody", "--outcome", "true", *ON], 1, "geodb:nobody"),
        (["geodb:moves-aim-to-shape-balances", "--outcome", "true", *ON], 1, "is a judgment"),
        ([FORECAST, "--outcome", "true", *ON, "--by", "geodb:nothing"], 1, "geodb:nothing"),
        ([FORECAST, "--outcome", "true"], 2, "give --outcome and --on, or --undo"),
        ([FORECAST, "--undo", "--outcome", "true"], 2, "--undo takes nothing but --why"),
        ([FORECAST, "--outcome", "true", "--on", "soon"], 2, "does not match the format"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_nothing_is_changed(
    cli: Cli, seeded_db: Database, args: list[str], code: int, said: str
) -> None:
    result = cli("resolve", *args, db=seeded_db)
    assert result.code == code
    assert said in " ".join(result.err.replace("│", " ").split())
    with seeded_db.read() as session:
        assert rows(session, "SELECT * FROM api.assessment_resolution") == []
