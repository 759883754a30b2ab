"""What the read contract promises to those who connect, and that nobody breaks it unawares.

After a change on purpose: `GEODB_ACCEPT=1 pytest tests/db/api/test_contract.py` writes the two files anew.
"""

from __future__ import annotations

import os
import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geodb.models import CODE_LISTS, RECORD_KINDS
from tests.db.api.contract import FUNCTIONS, VIEWS, columns_text, reference_text
from tests.db.api.reading import column, rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

ROOT = Path(__file__).resolve().parents[3]
HOLDS_JSON = {"change.before", "change.after", "import_run.counts"}


def _same_as(file: Path, text: str) -> None:
    if "GEODB_ACCEPT" in os.environ:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8"), f"{file.name} is not what the database has"


def test_the_columns_are_those_that_were_promised(session: Session) -> None:
    _same_as(Path(__file__).with_name("columns.txt"), columns_text(session))


def test_the_reference_page_says_what_the_comments_say(session: Session) -> None:
    _same_as(ROOT / "docs" / "reference" / "api.md", reference_text(session))


def test_every_view_column_and_function_is_explained(session: Session) -> None:
    unexplained = [
        f"{view}.{name}" for view, about, name, _, said in rows(session, VIEWS) if not (about and said)
    ]
    assert unexplained == []
    assert [signature for signature, _, about in rows(session, FUNCTIONS) if not about] == []


def test_record_and_evidence_begin_with_the_columns_other_tools_rely_on(session: Session) -> None:
    record = ["key", "kind", "label", "dataset", "marking", "created_at", "retracted_at"]
    evidence = [
        "record_key", "record_kind", "attribute", "source_key", "document_key", "paragraph_no",
        "start_offset", "end_offset", "exact", "relation", "marker", "credibility", "coder",
    ]  # fmt: skip
    for view, promised in [("record", record), ("evidence", evidence)]:
        names = [name for of, _, name, _, _ in rows(session, VIEWS) if of == view]
        assert names[: len(promised)] == promised


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_every_kind_of_record_has_a_view_by_key_kind_and_label(session: Session, kind: str) -> None:
    names = [name for view, _, name, _, _ in rows(session, VIEWS) if view == kind]
    assert names[:3] == ["key", "kind", "label"]


def test_no_column_is_a_range_an_array_or_an_inner_id(session: Session) -> None:
    columns = [(f"{view}.{name}", kind) for view, _, name, kind, _ in rows(session, VIEWS)]
    assert [
        name for name, kind in columns if "range" in kind or kind.endswith("[]") or kind == "numeric"
    ] == []
    assert {name for name, kind in columns if kind == "jsonb"} == HOLDS_JSON
    ids = {name for name, _ in columns if name.endswith(("_id", ".id"))}
    assert ids == {
        "change.change_id", "country.wikidata_id", "import_reject.import_id", "import_run.import_id",
        "place.geonames_id",
    }  # fmt: skip


def test_all_code_lists_are_in_one_view(session: Session) -> None:
    assert set(column(session, "SELECT DISTINCT list FROM api.code")) == set(CODE_LISTS)
    assert column(
        session, "SELECT acts FROM api.code WHERE list = 'participant_role' AND code = 'excluded'"
    ) == [False]


def test_views_read_their_tables_by_full_name() -> None:
    files = sorted((ROOT / "geodb" / "sql" / "views").glob("*.sql"))
    assert files
    for file in files:
        text = file.read_text(encoding="utf-8")
        after = [word for before, word in pairwise(text.split()) if before in {"FROM", "JOIN"}]
        bare = {word.strip("();,") for word in after if "." not in word and not word.startswith("(")}
        expressions = set(re.findall(r"(\w+)(?: \([\w, ]+\))? AS (?:NOT MATERIALIZED )?\(\n", text))
        assert bare <= {"LATERAL", *expressions}, file.name
