"""Actors that the words beside a name make known, and groups and persons told by their state or by whose they are."""

from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import names


@pytest.mark.parametrize(
    ("sentence", "label", "kind"),
    [
        ("The Turkish Energy Ministry said that gas will flow.", "Turkish Energy Ministry", "ministry"),
        ("The Tisza party leads the polls in Hungary.", "Tisza", "political_party"),
        ("In a Caribarómetro poll most favoured open borders.", "Caribarómetro", "company"),
        ("Chad signed a pact with the EUMOR, which left in May.", "EUMOR", "ngo"),
        ("Vedanta has shelved the smelter in Chad.", "Vedanta", "company"),
        ("Chad seized a tanker chartered by Cosco.", "Cosco", "company"),
        ("Ben Oto wrote on X that Chad was ready.", "X", "media_platform"),
        ("The Venezuelan ambassador left on Sunday.", "Venezuelan ambassador", "unnamed_person"),
        ("Kenyan Foreign Minister Ben Oto’s office was silent.", "Oto’s office", "government_office"),
        ("Chinese coast guard vessels left the shoal.", "Chinese coast guard", "military_unit"),
        ("Brazil’s Congress is divided.", "Brazil Congress", "legislature"),
        ("A Chinese official briefing reporters said that it works.", "Chinese official", "unnamed_person"),
    ],
)
def test_words_beside_a_name_tell_what_it_is(sentence: str, label: str, kind: str) -> None:
    found = names(sentence)
    assert kind in {found[name] for name in found if label in name}


@pytest.mark.parametrize(
    "sentence",
    ["The U.S. ambassador, Linda Oto, left.", "The Russian ambassador Ivan Ruk left.", "Plan X failed."],
)
def test_a_named_ambassador_is_no_other_person(sentence: str) -> None:
    assert not any("ambassador" in name or name == "X" for name in names(sentence))


@pytest.mark.parametrize(
    "group", ["Chinese planners", "Kenyan civilians", "Indian recruits", "Western insurers"]
)
def test_people_are_told_by_what_they_do_and_their_state(group: str) -> None:
    assert group in names(f"On Monday {group} left the port.")
