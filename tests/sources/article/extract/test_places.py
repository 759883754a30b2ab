from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import items, names, quotes


def places(*paragraphs: str) -> dict[str, str]:
    """Label and kind of each place."""
    return {item["label"]: item["kind"] for item in items("places", *paragraphs)}


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("Two ferries sank in the Palk Strait in May.", "Palk Strait", "strait"),
        ("They fished on Lake Turkana for years.", "Lake Turkana", "river_or_lake"),
        ("Pirates were seen in the Gulf of Tadjoura.", "Gulf of Tadjoura", "sea"),
        ("A bridge over the Drina river fell.", "Drina river", "river_or_lake"),
        ("Rebels hold the Ituri province.", "Ituri province", "admin1"),
        ("They stayed at Al Udeid Air Base until June.", "Al Udeid Air Base", "military_base"),
        ("It lies in the port of Lamu.", "port of Lamu", "facility"),
        ("Floods reached the town of Dingle.", "Dingle", "city"),
        ("They met in Quelimane and Nampula.", "Nampula", "city"),
        ("The talks at Dombås in Norway failed.", "Dombås", "city"),
        ("The dispute over the Ambazur, a region rich in oil, goes on.", "Ambazur", "admin1"),
        ("The post at Tarnef, near the river, was shelled.", "Tarnef", "city"),
        ("They fled to the Zamzam camp.", "Zamzam camp", "facility"),
        ("Envoys met in Tel Aviv.", "Tel Aviv", "city"),
        ("Snow fell in northern Chad.", "northern Chad", "region"),
        ("Drones fell on south-eastern Poland.", "south-eastern Poland", "region"),
        ("Soldiers were posted along the Polish border.", "Polish border", "border"),
        ("The railway from Djado was closed.", "Djado", "city"),
        ("Rebels seized Djado in May.", "Djado", "city"),
        ("The army is laying siege to Djado.", "Djado", "city"),
        ("The ship began a trial off Zorbal.", "Zorbal", "city"),
        ("The general spoke at the Wadi Zorbal air base.", "Wadi Zorbal air base", "military_base"),
        ("Trucks wait at the Cristo Zorbal pass.", "Cristo Zorbal pass", "landform"),
        ("Trucks wait on the M4 highway.", "M4 highway", "facility"),
        ("Monks left the Ta Zorbal temple.", "Ta Zorbal temple", "site"),
        ("A bridge at Zorbal fell.", "Zorbal", "city"),
        ("A tanker burned 60 nautical miles south of Zorbal.", "Zorbal", "city"),
        ("The road between Zorbal and Djado was cut.", "Djado", "city"),
        ("Riots spread from Zorbal.", "Zorbal", "city"),
        ("NAIROBI, 4 May 2025 (Wire Agency) – Rain fell all day.", "Nairobi", "city"),
    ],
)
def test_words_around_a_name_make_it_a_place(text: str, label: str, kind: str) -> None:
    assert places(text)[label] == kind


def test_the_words_that_make_a_name_a_place_are_its_evidence() -> None:
    (place,) = items("places", "Floods reached the town of Dingle.")
    assert quotes(place) == ["town of Dingle"]


def test_a_place_is_found_again_where_nothing_tells_it() -> None:
    (place,) = items("places", "They met in Quelimane. Mayors like Quelimane.")
    assert quotes(place) == ["Quelimane"]
    assert place["evidence"][0]["nth"] == 1


@pytest.mark.parametrize(
    "text",
    [
        "She owns a stake in Brightwater.",
        "Nobody foresaw the fall of Slobodan Karlsen.",
        "He has confidence in Okoro. Nigerian President Amina Okoro spoke.",
        "It was written in Mandarin.",
        "They believe in Progress, and in January they left.",
        "It was settled in Parliament.",
        "The Chadian province is poor, and so is the Russian region.",
        "Gazprom region managers met. The NATO airport is closed.",
        "In Okoro’s view, it failed.",
        "They argued in WXY.",
        "Heavy river traffic was seen.",
        "BREAKING – The prices rose.",
        "The Sahel Union grew.",
    ],
)
def test_other_names_are_no_places(text: str) -> None:
    assert places(text) == {}


def test_a_gulf_is_not_the_state_in_its_name() -> None:
    assert "Guinea" not in names("Pirates were seen in the Gulf of Guinea.")


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Poland, whose terminal at Swinoujscie opened in 2016, buys gas.", "Swinoujscie"),
        ("Concrete for the fifth block at Paks was poured.", "Paks"),
        ("Hungary froze prices. In Budapest, people pay less.", "Budapest"),
        ("He had flown to Moscow to see them.", "Moscow"),
    ],
)
def test_works_and_journeys_tell_a_place(sentence: str, place: str) -> None:
    assert [item["label"] for item in items("places", sentence)] == [place]
