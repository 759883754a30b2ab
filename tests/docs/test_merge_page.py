from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.db.merges.test_conflicts import CONFLICTS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "howto" / "merge-records.md").read_text(encoding="utf-8")


@pytest.fixture
def rules() -> set[str]:
    sql = ROOT / "migrations" / "sql"
    bodies = [*sql.glob("0011/find_*.sql"), sql / "0020" / "refuse_merge_v2.sql"]
    return {
        rule for body in bodies for rule in re.findall(r"SELECT\s+'(\w+)',", body.read_text(encoding="utf-8"))
    }


def test_the_page_explains_every_rule_of_the_database_and_no_other(rules: set[str]) -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)) == rules


def test_every_rule_is_broken_by_a_test(rules: set[str]) -> None:
    assert {rule for _, rule, _ in CONFLICTS} | {"not_same"} == rules
