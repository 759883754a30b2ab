"""The queries on the pages about checks, knowledge dates, forecasts and the past run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.db.api.reading import rows

if TYPE_CHECKING:
    from geodb.db.session import Database

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("howto/knowledge-date.md", "howto/resolve-forecasts.md")
CERTAIN = "NOT is_upper_bound"  # of the seed nothing is known for certain: no source bears a publication date
QUERIES = [
    query
    for page in PAGES
    for query in re.findall(r"```sql\n(.*?)```", (DOCS / page).read_text("utf-8"), re.DOTALL)
]

PAST = "\n".join(
    re.findall(r"```sql\n(.*?)```", (DOCS / "howto/time-travel.md").read_text("utf-8"), re.DOTALL)
)


@pytest.mark.parametrize("query", PAST.strip().removesuffix(";").split(";"))
def test_a_query_about_the_past_runs(seeded_db: Database, query: str) -> None:
    with seeded_db.read() as session:
        assert rows(session, query) == []  # of 2025, when nothing was recorded yet


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_of_the_pages_runs_and_finds_something(seeded_db: Database, query: str) -> None:
    with seeded_db.read() as session:
        assert bool(rows(session, query)) is (CERTAIN not in query)


@pytest.mark.parametrize("page", [*PAGES, "reference/checks.md"])
def test_views_commands_and_verbs_named_on_the_pages_exist(seeded_db: Database, page: str) -> None:
    text = (DOCS / page).read_text("utf-8")
    named = set(re.findall(r"\bapi\.(\w+)", text)) - {"check_"}
    known = """SELECT relname FROM pg_class WHERE relnamespace = 'api'::regnamespace
        UNION SELECT proname FROM pg_proc WHERE pronamespace = 'api'::regnamespace"""
    with seeded_db.read() as session:
        assert named <= {name for (name,) in rows(session, known)}
        rules = {rule for (rule,) in rows(session, "SELECT rule FROM api.check_rule")}
    assert set(re.findall(r"--rule (\w+)", text)) <= rules
