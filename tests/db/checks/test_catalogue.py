"""Every rule is in the catalogue, in a view of its own, in the union and on the page that explains it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import builders as b
from tests.db.api.reading import column, rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "checks.md"
VIEWS = """
SELECT relname, string_agg(attname, ' ' ORDER BY attnum)
FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0
WHERE relnamespace = 'api'::regnamespace AND relname LIKE 'check\\_%' AND relname <> 'check_rule' GROUP BY 1
"""


def test_every_rule_has_a_view_of_the_same_columns_and_there_is_no_other(session: Session) -> None:
    views: dict[str, str] = dict(rows(session, VIEWS))
    rules = column(session, "SELECT rule FROM api.check_rule")
    assert set(views) == {f"check_{rule}" for rule in rules} | {"check_finding"}
    assert set(views.values()) == {"rule severity key kind label other_key other_label message"}


def test_every_view_names_its_own_rule_and_is_in_the_union(session: Session) -> None:
    definition = column(session, "SELECT pg_get_viewdef('api.check_finding'::regclass)")[0]
    for rule in column(session, "SELECT rule FROM api.check_rule"):
        own = column(session, f"SELECT pg_get_viewdef('api.check_{rule}'::regclass)")[0]
        assert re.findall(r"c\.rule = '(\w+)'::text", own) == [rule]
        assert f"check_{rule}." in definition


def test_every_view_says_what_the_catalogue_says(session: Session) -> None:
    query = """SELECT rule FROM api.check_rule
        WHERE obj_description(to_regclass('api.check_' || rule)) <> 'Quality check: ' || description"""
    assert column(session, query) == []


def test_severities_are_three(session: Session) -> None:
    assert set(column(session, "SELECT severity FROM api.check_rule")) == {"error", "warning", "info"}


def test_the_page_explains_every_rule_as_the_database_does(session: Session) -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    query = "SELECT format('| `%s` | %s | %s |', rule, severity, description) FROM api.check_rule"
    in_table = [line for line in lines if re.match(r"\| `\w+` \| (error|warning|info) \|", line)]
    assert in_table == column(session, query)


def test_an_empty_database_has_nothing_to_find(session: Session) -> None:
    assert rows(session, "SELECT * FROM api.check_finding") == []


@pytest.mark.parametrize(
    ("passage", "quotation", "is_in"),
    [
        ("He wants “lasting, reliable peace,” he said.", "lasting, reliable peace", True),
        ("He wants “lasting, reliable peace,” he said.", "Lasting, reliable peace.", True),
        ("He wants “lasting, reliable peace,” he said.", "lasting and reliable peace", False),
        ("without Ukraine’s participation", "without Ukraine's participation", True),
        ("die „Lage“ ist ernst", "«Lage» ist", True),
        ("a first step and a last one", "a first … last one", True),
        ("a first step and a last one", "first [...] one", True),
        ("a first step and a last one", "last ... first", False),
        ("I had a call. …", "I had a call. …", True),
        ("Peace—is far", "peace - is far", True),
        ("50 of them", "50% of them", False),
        ("50% of them", "50_ of", False),
        ("a\u00a0call  with\nhim", "a call with him", True),
        ("Наступне — мир", "наступне – МИР", True),
    ],
)  # fmt: skip
def test_marks_dashes_case_and_ellipses_do_not_change_a_quotation(
    session: Session, passage: str, quotation: str, *, is_in: bool
) -> None:
    said = b.statement(session, "said", form_code="verbatim", verbatim=quotation)
    b.evidence(session, said, b.document(session, "text", passage), 1, passage)
    assert rows(session, "SELECT key FROM api.check_quote_not_in_text") == ([] if is_in else [("test:said",)])


@pytest.mark.parametrize(
    ("passage", "quotation", "is_in"),
    [
        ("“What else,” he asked, “do they need?”", "What else, do they need?", True),
        ("“They sign,” says Ana Ruk. “And we run.” That is all.", "They sign, and we run.", True),
        ("“One,” she said, “two,” she added, “three.”", "One, two, three.", True),
        ('"The lake is first," says Ana Ruk. "It is last."', "The lake is first, it is last.", True),
        ("“What else,” he asked, “do they need?”", "What else, do they want?", False),
        ("He asked “what else” and the “need”", "what else need", False),
        ("“Two,” she said, “one.”", "One, two.", False),
    ],
)  # fmt: skip
def test_who_speaks_between_the_pieces_of_a_quotation_does_not_count(
    session: Session, passage: str, quotation: str, *, is_in: bool
) -> None:
    said = b.statement(session, "said", form_code="verbatim", verbatim=quotation)
    b.evidence(session, said, b.document(session, "text", passage), 1, passage)
    assert rows(session, "SELECT key FROM api.check_quote_not_in_text") == ([] if is_in else [("test:said",)])
