"""The overview of the schema names every view, and none that there is not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tests.db.api.reading import rows

if TYPE_CHECKING:
    from geodb.db.session import Database

PAGE = (Path(__file__).parents[2] / "docs" / "explanation" / "data-model.md").read_text("utf-8")


def views(db: Database) -> set[str]:
    named = "SELECT relname FROM pg_class WHERE relnamespace = 'api'::regnamespace AND relkind = 'v'"
    with db.read() as session:
        return {name for (name,) in rows(session, named)}


def test_the_overview_names_every_view(db: Database) -> None:
    known = views(db)
    named = set(re.findall(r"`api\.(\w+)`", PAGE))
    of_one_rule = {name for name in known if name.startswith("check_")} - {"check_finding", "check_rule"}
    assert named == known - of_one_rule


def test_the_boxes_of_the_diagram_are_views(db: Database) -> None:
    pairs = re.findall(r"^    (\w+) \S+--\S+ (\w+) :", PAGE, re.MULTILINE)
    assert pairs
    assert {name for pair in pairs for name in pair} <= views(db)
