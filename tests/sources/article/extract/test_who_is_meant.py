"""Who holds which office, and whom a later phrase means, in the forms that newspapers use."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sources.article.extract.drafting import items


def offices(*paragraphs: str) -> dict[str, str]:
    """The office of each person."""
    return {item["holder"]: item["office"] for item in items("holdings", *paragraphs)}


def speakers(*paragraphs: str) -> list[Any]:
    return [item["speaker"] for item in items("statements", *paragraphs)]


@pytest.mark.parametrize(
    ("text", "holder", "office"),
    [
        (
            "Ghanaian President Ben Oto met his Kenyan counterpart Ana Ruk in Togo.",
            "ana-ruk",
            "president-of-kenya",
        ),
        (
            "Kenya agreed, said Ana Ruk, president of Ghana’s Water Policy Institute.",
            "ana-ruk",
            "water-policy-institute-president",
        ),
        (
            "Kenya’s Foreign Minister Ana Ruk left. Kenyan Foreign Minister Ana Ruk came back.",
            "ana-ruk",
            "kenya-foreign-minister",
        ),
    ],
)
def test_an_office_is_that_of_the_body_it_is_said_of(text: str, holder: str, office: str) -> None:
    assert offices(text)[holder] == office


def test_one_office_has_one_record_however_its_state_is_named() -> None:
    text = "Ana Ruk, the foreign minister of Kenya, left. Kenyan Foreign Minister Ana Ruk came back."
    assert len(items("offices", text)) == 1


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It leaks,” said Ben Oto, president of Chad’s Water Policy Institute. “It fails,” the expert added.", "ben-oto"),
        ("Kenyan President Ana Ruk met Ben Oto. The Kenyan president said that the dam leaks.", "ana-ruk"),
        ("Kenyan Foreign Minister Ana Ruk met Ben Oto. The foreign minister said that the dam leaks.", "ana-ruk"),
        ("Kenya’s Ana Abdi-Ruk left. Abdi-Ruk said that the dam leaks.", "ana-abdi-ruk"),
    ],
)  # fmt: skip
def test_who_spoke_is_known_by_office_trade_or_last_name(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == [speaker]


def test_the_source_is_the_one_quoted_before() -> None:
    first, second = speakers("“It leaks,” a Kenyan source told reporters.", "“It fails,” the source said.")
    assert first == second


def test_a_short_name_grows_when_the_whole_one_follows() -> None:
    actors = items("actors", "President Ruk left.", "Ana Ruk said that the dam leaks.")
    (person,) = [item for item in actors if item["kind"] == "person"]
    assert {name["name"] for name in person["names"]} == {"Ana Ruk", "Ruk"}


def test_a_name_may_hold_a_word_of_faith() -> None:
    actors = items("actors", "Soldiers forced President Ben Marc Christian Otoko to resign. Otoko left.")
    assert [item["label"] for item in actors if item["kind"] == "person"] == ["Ben Marc Christian Otoko"]


def test_what_somebody_told_a_news_agency_is_the_whole_sentence() -> None:
    (statement,) = items("statements", "The dam will open soon, a Kenyan official told the AFP news agency.")
    assert statement["evidence"][0]["quote"].startswith("The dam will open soon")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chad is willing to pay for the dam, Ana Ruk said, adding that it leaks.", ["ana-ruk", "ana-ruk"]),
        (
            "During his meeting with Ana Ruk, Ben Oto said the dam should open, and expressed support for Chad.",
            ["ben-oto", "ben-oto"],
        ),
    ],
)
def test_all_of_a_sentence_is_said_by_whoever_speaks_in_it(text: str, told: list[str]) -> None:
    assert speakers(text) == [[speaker] for speaker in told]


def test_the_agency_of_a_dateline_is_the_one_that_is_known() -> None:
    actors = items("actors", "NAIROBI, May 3, 2024 (AP) — Ben Oto left Kenya.")
    (agency,) = [item for item in actors if item["kind"] == "media"]
    assert agency["key"] == "associated-press"


def test_the_belt_and_road_forum_keeps_its_belt() -> None:
    found = {item["label"] for item in items("actors", "Ben Oto spoke at the Belt and Road Forum in Kenya.")}
    assert "Belt and Road Forum for International Cooperation" in found
