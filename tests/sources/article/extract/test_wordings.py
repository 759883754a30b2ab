"""The tables of words name only kinds, roles, types and units that the code lists know, and patterns that compile."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

import pytest

from geodb.resources import seeds_dir
from geodb.sources.article.extract.events.told_by_name import MEETINGS
from geodb.sources.article.extract.language.happenings import nouns, verbs


def rows(*path: str) -> Iterator[dict[str, str]]:
    with seeds_dir().joinpath(*path).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def codes(name: str) -> set[str]:
    return {row["code"] for row in rows("codes", f"{name}.csv")}


@pytest.mark.parametrize(
    "table",
    [
        "verbs", "nouns", "units", "measures", "relations", "initiatives", "initiative_nouns", "initiative_acts",
        "outcome_verbs",
    ],
)  # fmt: skip
def test_every_row_has_every_cell(table: str) -> None:
    for row in rows("wordings", f"{table}.csv"):
        assert None not in row, row
        assert None not in row.values(), row


@pytest.mark.parametrize("table", ["verbs", "nouns"])
def test_happenings_are_of_known_kinds_roles_and_types(table: str) -> None:
    types = {row["code"] for row in rows("taxonomies", "term", "plover.csv")}
    for row in rows("wordings", f"{table}.csv"):
        kind, _, status = row["kind"].partition("=")
        assert kind in codes("event_kind") | {"", "-"}, row
        assert status in codes("event_status") | {""}, row
        assert row["plover"] in types | {""}, row
        assert {row["subject"], row["object"]} <= codes("participant_role"), row


def test_measures_units_relations_and_initiatives_are_known() -> None:
    assert {row["unit"] for row in rows("wordings", "units.csv")} <= codes("unit")
    assert {row["measure"] for row in rows("wordings", "measures.csv")} <= codes("measure")
    assert {row["kind"] for row in rows("wordings", "relations.csv")} <= codes("relation_kind")
    for table in ("initiatives", "initiative_nouns"):
        assert {row["kind"] for row in rows("wordings", f"{table}.csv")} <= codes("initiative_kind")


def test_acts_are_on_groups_that_nouns_are_in() -> None:
    groups = {row["group"] for row in rows("wordings", "initiative_nouns.csv")}
    named = {
        each for row in rows("wordings", "initiative_acts.csv") for each in row["groups"].split("|") if each
    }
    assert named <= groups


@pytest.mark.parametrize(
    ("form", "what"),
    [
        ("banned", "past or participle"),
        ("took", "past"),
        ("taken", "participle"),
        ("ratifies", "third"),
        ("signing", "ing"),
        ("travelled", "past or participle"),
        ("traveled", "past or participle"),
        ("cancelling", "ing"),
    ],
)
def test_verbs_are_found_in_every_form(form: str, what: str) -> None:
    assert what in {each for each, _ in verbs()[form]}


def test_nouns_are_found_in_the_plural() -> None:
    assert "massacre" in nouns()
    assert "massacres" in nouns()


def test_every_class_of_words_is_used_and_every_used_one_is_there() -> None:
    known = {row["class"] for row in rows("wordings", "classes.csv")}
    cells = [row[cell] for row in rows("wordings", "verbs.csv") for cell in ("with",)]
    cells += [row[cell] for row in rows("wordings", "nouns.csv") for cell in ("before", "after")]
    assert {name for cell in cells for name in re.findall(r"\{([a-z]\w*)\}", cell)} == known


def test_meetings_are_of_known_kinds_and_types() -> None:
    kinds, types = codes("event_kind"), {row["code"] for row in rows("taxonomies", "term", "plover.csv")}
    assert {kind for kind, _ in MEETINGS.values()} <= kinds
    assert {plover for _, plover in MEETINGS.values()} <= types
