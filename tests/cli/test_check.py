from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

if TYPE_CHECKING:
    from geodb.db.session import Database
    from tests.fixtures.cli import Cli

ENTER_THE_DAY = """
UPDATE geodb.event SET edtf = '2025-02-18'
WHERE id = (SELECT id FROM geodb.record WHERE key = 'geodb:us-russia-talks-in-saudi-arabia')
"""


def test_the_seed_has_warnings_and_no_errors(cli: Cli, seeded_db: Database) -> None:
    result = cli("check", db=seeded_db)
    assert result.code == 0
    assert "warning  uncited_claim  5" in result.out
    assert "geodb:hegseth-deterring-china-first  geodb:us-strategic-moves-2025.text" in result.out
    assert result.out.index("uncited_claim") < result.out.index("uncited_judgment")
    assert result.out.endswith("20 rules: 5 warnings, 38 infos\n")


def test_an_error_is_shown_first_and_fails_the_command(cli: Cli, seeded_copy: Database) -> None:
    with seeded_copy.transaction() as session:
        session.execute(text(ENTER_THE_DAY))
    result = cli("check", db=seeded_copy)
    assert result.code == 1
    assert result.out.startswith("error  source_before_event  1\n")
    assert "was not before 2025-02-18" in " ".join(result.out.split())
    assert cli("check", "--rule", "uncited_claim", db=seeded_copy).code == 0
    json = cli("check", "--severity", "error", "--json", db=seeded_copy)
    assert json.code == 1
    assert json.json["ok"] is False
    (finding,) = json.json["findings"]
    assert finding == {
        "rule": "source_before_event",
        "severity": "error",
        "key": "geodb:us-russia-talks-in-saudi-arabia",
        "kind": "event",
        "label": "Russia-US talks in Saudi Arabia",
        "other_key": "geodb:tass-on-bloomberg-putin-trump-meeting",
        "other_label": finding["other_label"],
        "message": "was not before 2025-02-18, but the newest source that supports it dates from 2025-02-15",
    }


@pytest.mark.parametrize(
    ("severity", "severities"),
    [("error", {"error"}), ("warning", {"error", "warning"}), ("info", {"error", "warning", "info"})],
)
def test_a_severity_asks_for_itself_and_worse(
    cli: Cli, seeded_db: Database, severity: str, severities: set[str]
) -> None:
    asked = cli("check", "--severity", severity, "--json", db=seeded_db).json
    assert {rule["severity"] for rule in asked["rules"]} == severities
    assert {finding["severity"] for finding in asked["findings"]} <= severities


def test_one_rule_can_be_asked_alone(cli: Cli, seeded_db: Database) -> None:
    asked = cli("check", "--rule", "publication_date_missing", "--json", db=seeded_db).json
    assert [rule["rule"] for rule in asked["rules"]] == ["publication_date_missing"]
    assert len(asked["findings"]) == 9
    result = cli("check", "--rule", "office_not_held", db=seeded_db)
    assert (result.code, result.out) == (0, "1 rule: nothing found\n")


def test_an_unknown_rule_or_severity_is_told(cli: Cli, seeded_db: Database) -> None:
    result = cli("check", "--rule", "uncited", db=seeded_db)
    assert result.code == 2
    assert "there is no rule 'uncited'" in result.err
    assert "did you mean uncited_claim or uncited_judgment?" in result.err
    assert cli("check", "--severity", "grave", db=seeded_db).code == 2
