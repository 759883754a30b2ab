"""The lists of names that drafting knows are consistent, and name each thing once."""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from geodb.sources.article.extract.gazetteer import general_gazetteer
from tests.sources.article.extract.drafting import items, names
from tests.unit.seed_files import SEEDS, codes


def rows(file: str) -> list[dict[str, str]]:
    with (SEEDS / "gazetteer" / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def called(row: dict[str, str]) -> list[str]:
    columns = ("name", "aliases", "adjectives", "people", "capitals")
    return [name for column in columns for name in row.get(column, "").split(";") if name]


@pytest.mark.parametrize(
    ("file", "kinds"),
    [("places.csv", "place_kind"), ("actors.csv", "actor_kind"), ("countries.csv", "actor_kind")],
)
def test_kinds_are_codes_and_countries_are_known(file: str, kinds: str) -> None:
    states = {row["alpha3"] for row in rows("countries.csv")}
    assert {row["kind"] for row in rows(file)} <= codes(kinds)
    assert {row.get("country", "") for row in rows(file)} <= states | {""}


@pytest.mark.parametrize("file", ["places.csv", "actors.csv"])
def test_a_name_is_that_of_one_thing_in_a_file(file: str) -> None:
    seen = Counter(name for row in rows(file) for name in set(called(row)))
    assert [name for name, times in seen.items() if times > 1] == []


def test_a_place_is_not_listed_again_where_it_is_a_country_or_a_capital() -> None:
    listed = {name for row in rows("countries.csv") for name in called(row)}
    assert sorted(listed & {row["name"] for row in rows("places.csv")}) == []


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Bermuda", {"dependent_territory", "territory"}),
        ("Kosovo", {"contested_territory", "territory"}),
        ("Kremlin", {"government_office", "site"}),
        ("Strait of Malacca", {"strait"}),
    ],
)
def test_names_stand_for_actors_and_places(name: str, kinds: set[str]) -> None:
    assert {sense.entry.kind for sense in general_gazetteer().senses(name)} == kinds


def test_a_territory_is_an_actor_where_it_acts_and_a_place_where_something_is() -> None:
    assert names("Guam protested.")["Guam"] == "dependent_territory"
    (place,) = items("places", "Ships were seen near Guam.")
    assert (place["kind"], place["country"]) == ("territory", "GUM")


def test_a_residence_is_a_place_where_people_meet() -> None:
    assert {place["label"] for place in items("places", "They met at the Kremlin.")} == {"Kremlin"}
    assert items("places", "The Kremlin denied it.") == []
