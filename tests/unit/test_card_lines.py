from __future__ import annotations

from typing import Any

import pytest

from geodb.cli.card_lines import _LINES, fact_lines

FIGURE = {
    "key": "x:f",
    "measure": "killed",
    "best": None,
    "low": None,
    "high": None,
    "unit": "persons",
    "qualifier": None,
    "party_label": None,
    "as_of_edtf": None,
}
HOLDING = {
    "office_key": "x:o",
    "office_label": "Chair",
    "status": "held",
    "start_edtf": None,
    "end_edtf": None,
    "first_attested_on": None,
    "last_attested_on": None,
}
RELATION = {
    "kind": "at_war",
    "status": "actual",
    "from_key": "x:a",
    "from_label": "A",
    "to_key": "x:b",
    "to_label": "B",
    "is_directed": False,
    "when_edtf": "2022-02-24/..",
}


def line(section: str, row: dict[str, Any], **changed: Any) -> str:  # noqa: ANN401 - any column
    return _LINES[section](row | changed, "x:a")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"best": 1_000_000, "qualifier": "approximately"}, "killed · approximately 1 million  (x:f)"),
        ({"best": 5, "low": 3, "high": 8}, "killed · 5 (3–8)  (x:f)"),
        ({"low": 3, "unit": "tonnes"}, "killed · 3–? tonnes  (x:f)"),
        ({"best": 0, "as_of_edtf": "2025-02", "party_label": "A"}, "killed · 0 · A · Feb 2025  (x:f)"),
    ],
)
def test_a_figure_says_its_bounds(changed: dict[str, Any], said: str) -> None:
    assert line("figures", FIGURE, **changed) == said


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"start_edtf": "2021"}, "Chair · held · since 2021  (x:o)"),
        ({"start_edtf": "2021", "end_edtf": "2024"}, "Chair · held · 2021 – 2024  (x:o)"),
        ({"end_edtf": "2024-05"}, "Chair · held · until May 2024  (x:o)"),
        (
            {"status": "attested", "first_attested_on": "2025-02-12", "last_attested_on": "2025-02-12"},
            "Chair · attested 12 Feb 2025  (x:o)",
        ),
        (
            {"status": "attested", "first_attested_on": "2025-02-12", "last_attested_on": "2025-02-15"},
            "Chair · attested 12–15 Feb 2025  (x:o)",
        ),
        ({}, "Chair · held  (x:o)"),
    ],
)
def test_a_term_of_office_says_what_is_known_of_it(changed: dict[str, Any], said: str) -> None:
    assert line("offices_held", HOLDING, **changed) == said


def test_a_relation_names_both_and_the_key_of_the_other() -> None:
    assert line("actor_relations", RELATION) == "at war · A – B · actual · since 24 Feb 2022  (x:b)"
    turned = {"from_key": "x:b", "to_key": "x:a", "is_directed": True, "when_edtf": None}
    assert line("actor_relations", RELATION, **turned) == "at war · A → B · actual  (x:b)"


def test_facts_leave_out_what_others_say_and_put_the_rest_in_words() -> None:
    facts = {
        "key": "x:i",
        "kind": "plan",
        "label": "I",
        "parent_key": "x:p",
        "parent_label": "P",
        "term": "P10Y",
        "is_binding": False,
        "status": "in_force",
        "status_edtf": "2025-02-13",
        "status_from": "2025-02-13",
        "status_until": None,
    }
    assert list(fact_lines("initiative", facts)) == [
        ("parent", "P"),
        ("term", "10 years"),
        ("is binding", "no"),
        ("status", "in force"),
        ("status since", "13 Feb 2025"),
    ]
