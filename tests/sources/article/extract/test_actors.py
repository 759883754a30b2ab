from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import items, names, quotes


def actor(label: str, *paragraphs: str) -> dict[str, object]:
    (found,) = [item for item in items("actors", *paragraphs) if item["label"] == label]
    return found


def test_a_title_before_a_name_gives_office_holder_and_state() -> None:
    text = "Kenyan Foreign Minister Musalia Mudavadi arrived on Monday."
    assert names(text)["Musalia Mudavadi"] == "person"
    (office,) = items("offices", text)
    (holding,) = items("holdings", text)
    assert (office["label"], office["organization"]) == ("Kenyan Foreign Minister", "kenya")
    assert (holding["holder"], holding["office"]) == ("musalia-mudavadi", office["key"])
    assert quotes(holding) == ["Kenyan Foreign Minister Musalia Mudavadi"]


def test_a_title_after_a_name_gives_the_office_too() -> None:
    (office,) = items("offices", "Ana Ruk, the president of Ghana, spoke first.")
    assert office["label"] == "President of Ghana"


def test_a_former_office_is_not_held_any_more() -> None:
    text = "Former French President Jacques Dupont spoke."
    assert names(text)["Jacques Dupont"] == "person"
    assert items("holdings", text) == []


def test_a_last_name_alone_is_the_person_named_in_full_elsewhere() -> None:
    person = actor("Amina Okoro", "Okoro was late.", "Nigerian President Amina Okoro spoke. Okoro left.")
    assert [name["name"] for name in person["names"]] == ["Amina Okoro", "Okoro"]  # type: ignore[attr-defined]
    assert quotes(person) == ["Okoro", "Nigerian President Amina Okoro", "Okoro"]


def test_a_last_name_in_another_transliteration_is_the_same_person() -> None:
    person = actor("Petro Kovalenskyy", "Ukrainian President Petro Kovalenskyy spoke. Kovalensky agreed.")
    assert {"name": "Kovalensky", "kind": "transliteration"} in person["names"]  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("Troops of NATO moved.", "NATO", "igo"),
        ("It was told to officials in the Wagner Group.", "Wagner Group", "private_military_company"),
        ("Chadian troops crossed the border.", "Chadian military", "armed_forces"),
        (
            "The Ministry of Foreign Affairs of Chad protested.",
            "Ministry of Foreign Affairs of Chad",
            "ministry",
        ),
        ("Then the National Peace Council met.", "National Peace Council", "ngo"),
        ("Senior Ghanaian officials disagreed.", "Senior Ghanaian officials", "unnamed_group"),
        ("European diplomats disagreed.", "European diplomats", "unnamed_group"),
        ("A reporter of Reuters was there.", "Reuters", "media"),
        ("Then Devin Thurlow said no.", "Devin Thurlow", "person"),
        ("It was Devrim Thurlow who lost.", "Devrim Thurlow", "person"),
        ("President Ana von der Ruk spoke.", "Ana von der Ruk", "person"),
        ("Senator Virginia Karlsen spoke.", "Virginia Karlsen", "person"),
        ("It was said by Luis Valencia, a judge.", "Luis Valencia", "person"),
        ("Peruvian shipowners complained.", "Peruvian shipowners", "unnamed_group"),
        ("The AU observer mission left.", "AU observer mission", "igo_body"),
        ("Then the foreign ministry protested.", "Foreign ministry", "ministry"),
        ("It was up to the lower house.", "Lower house", "legislature"),
        ("In the end the army gave way.", "Army", "armed_forces"),
        ("It is up to the government in Lomé to decide.", "government in Lomé", "government"),
        (
            "The Centre for Studies on Water and Soil met.",
            "Centre for Studies on Water and Soil",
            "ngo",
        ),
        ("Kosovar voters stayed away.", "Kosovar voters", "unnamed_group"),
        (
            "It was the National Committee for the Rebirth of the People.",
            "National Committee for the Rebirth of the People",
            "ngo",
        ),
        ("Then Fatou Sow, a teacher, left.", "Fatou Sow", "person"),
        ("Then Amadou Ba, 34, a trader, left.", "Amadou Ba", "person"),
        ("Then Adam, a farmer of 61, left.", "Adam", "person"),
        ("It was up to the People’s National Congress.", "People’s National Congress", "legislature"),
        (
            "It was up to the Peruvian Elections Commission.",
            "Peruvian Elections Commission",
            "government_office",
        ),
        ("Thurlow Dragun, a unit of the bank, won.", "Thurlow Dragun", "company"),
        ("It was Jan Eliasson who lost.", "Jan Eliasson", "person"),
        ("They met at Ruk University in May.", "Ruk University", "think_tank"),
        ("The Chadian coast guard fired.", "Chadian coast guard", "military_unit"),
        ("Peru’s constitutional court ruled.", "Peru constitutional court", "court"),
        ("The Peruvian delegation left.", "Peruvian delegation", "delegation"),
        ("It was lent by a Peruvian bank.", "Peruvian bank", "company"),
        ("They met judges in Luxembourg.", "judges in Luxembourg", "unnamed_group"),
        ("It was up to a court in Lomé.", "court in Lomé", "court"),
        ("Prime Minister Ana Ruk spoke. Ruk’s office confirmed it.", "Ruk’s office", "government_office"),
        ("Prime Minister Ana Ruk spoke. Ruk’s party won.", "Ruk’s party", "political_party"),
        ("Prime Minister Ana Ruk spoke. Ruk’s government fell.", "Ruk government", "government"),
    ],
)
def test_names_and_groups_get_their_kind(text: str, label: str, kind: str) -> None:
    assert names(text)[label] == kind


def test_the_government_is_the_only_one_that_was_named() -> None:
    government = actor(
        "Peruvian government", "The Peruvian government fell. It had been the government for a year."
    )
    assert quotes(government) == ["Peruvian government", "government"]
    assert "Government" not in names("The Peruvian government fell. It had been the government for a year.")


@pytest.mark.parametrize(
    "text", ["They asked a government spokesman.", "It was the army of Lomé.", "In the army base it rained."]
)
def test_a_part_of_another_name_is_no_body(text: str) -> None:
    assert not {"Government", "Army"} & names(text).keys()


@pytest.mark.parametrize(
    "text",
    [
        "It was a Multilateral Guarantee Development.",
        "It was the Multilateral Thurlow.",
        "The Commissioner for Equal Rights left.",
        "They met in Nampula Baixa.",
        "He was at the Thurlow Dragun.",
        "Pirates boarded the tanker Stena Ruk.",
        "They were given an Engagement Visa.",
        "Thurlow Dragun, a unit of the bank, won.",
    ],
)
def test_other_capitals_are_no_persons(text: str) -> None:
    assert "person" not in names(text).values()


def test_a_ministry_without_a_state_belongs_to_the_country_of_the_dateline() -> None:
    text = "LIMA, May 4, 2025 (Wire Agency) – Floods rose, the finance ministry said."
    assert actor("Finance ministry", text)["country"] == "PER"


def test_a_ministry_with_its_state_is_not_read_twice() -> None:
    assert "Foreign ministry" not in names("The Peruvian foreign ministry protested.")


def test_officials_from_two_states_are_two_groups() -> None:
    found = names("Senior officials from Chad and the US met in Oman.")
    assert {"Senior Chadian officials", "Senior US officials"} <= found.keys()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Arakan Army (AA) took it. The AA left.", {"Arakan Army": "armed_group"}),
        ("The Advisory Assembly (AA) met. The AA left.", {"Advisory Assembly": "legislature"}),
        ("It was told to Anadolu (AA) that they met.", {"Anadolu Agency": "media"}),
        ("The Nordic Council (NC) met. The NC left.", {"Nordic Council": "igo"}),
    ],
)
def test_an_acronym_means_what_the_article_explains_it_by(text: str, found: dict[str, str]) -> None:
    assert names(text).items() >= found.items()
    assert len(names(text)) == len(found) + 1  # and the author


@pytest.mark.parametrize("text", ["It employs workers in Oruro.", "The Chadian officers in Oruro left."])
def test_who_is_somewhere_is_not_always_a_group_of_that_place(text: str) -> None:
    assert not [name for name in names(text) if name.endswith("Oruro")]


def test_a_cabinet_is_called_by_the_name_of_its_head() -> None:
    found = names("US President Joan Smith spoke. The Smith administration agreed.")
    assert found["Smith administration"] == "government"


def test_a_capital_is_its_government_where_it_acts_and_a_place_where_something_happens() -> None:
    text = "Nairobi rejected the offer. The talks were held in Paris and London."
    assert "Kenya" in names(text)
    assert not {"France", "United Kingdom"} & names(text).keys()
    assert {place["label"] for place in items("places", text)} == {"Paris", "London"}


def test_an_acronym_in_parentheses_belongs_to_the_name_before_it() -> None:
    text = "The Water Users Association (WUA) met. WUA said that it would protest."
    association = actor("Water Users Association", text)
    assert {"name": "WUA", "kind": "acronym"} in association["names"]  # type: ignore[operator]


def test_days_months_and_common_words_are_nobody() -> None:
    text = "On Monday, in January, the Cold War was over. However, Many Countries agreed. President of what? The Summit."
    assert set(names(text)) == {"Unknown author of the article"}


def test_a_law_is_no_person_though_bill_is_a_given_name() -> None:
    assert names("President Bill Carter signed the Farm Bill.")["Bill Carter"] == "person"
    assert "Farm Bill" not in names("President Bill Carter signed the Farm Bill.")


def test_a_magazine_in_the_words_of_a_title_is_none() -> None:
    assert "Foreign Affairs" not in names("Minister of Foreign Affairs Ana Ruk spoke.")
    assert names("It was read in Foreign Affairs.")["Foreign Affairs"] == "media"


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("The work was paid for by the state-owned operator MERO.", "MERO", "company"),
        ("The fund is managed by CAF, a development bank based in Caracas.", "CAF", "company"),
        ("Rafael Buarque, head of the industrial federation FIESP, grumbled.", "FIESP", "ngo"),
        (
            "Prague signed a contract with Orava Hydro & Tidal Power.",
            "Orava Hydro & Tidal Power",
            "company",
        ),
        ("US Steel dismissed 900 workers.", "US Steel", "company"),
        ("“We lost it all,” said Halima Nur, a mother of six who sells tea.", "Halima Nur", "person"),
        ("President Hassan Sheikh Mohamud will address the parliament.", "Hassan Sheikh Mohamud", "person"),
        ("Brussels accused Serbia of delay.", "European Union", "igo"),
    ],
)
def test_names_are_told_by_what_stands_beside_them(sentence: str, name: str, kind: str) -> None:
    assert names("The weather was fine.", sentence).get(name) == kind


@pytest.mark.parametrize(
    "sentence",
    ["The law was passed (Toal & Roe, 2025).", "He saw the party. MERO was there.", "CAF, he said, is late."],
)
def test_capitals_without_such_words_are_no_company(sentence: str) -> None:
    assert "company" not in names("The weather was fine.", sentence).values()


def test_a_name_of_korea_or_taiwan_ends_after_its_hyphen_and_begins_with_the_last_name() -> None:
    found = names("Kim Jong-un met Ban Ki-moon. Kim said that it was late. He saw a Donald Trump-backed man.")
    assert {"Kim Jong-un", "Ban Ki-moon", "Donald Trump"} <= found.keys()
    assert "Kim" not in found


def test_the_agency_of_a_dateline_is_a_medium_and_a_union_of_workers_is_one() -> None:
    report = (
        "NAIROBI, 12 May 2025 (Rift Wire) — The cabinet met.",
        "The Dockworkers’ Union called the sale theft.",
    )
    found = names(*report)
    assert (found["Rift Wire"], found["Dockworkers’ Union"]) == ("media", "trade_union")


@pytest.mark.parametrize("owner", ["its", "Bolivia’s", "their"])
def test_the_congress_of_another_is_not_that_of_the_united_states(owner: str) -> None:
    assert "US Congress" not in names(f"Bolivia signed a deal, and {owner} Congress has approved it.")
    assert "US Congress" in names("The White House sent the bill to Congress on Monday.")


def test_a_name_goes_on_to_its_acronym() -> None:
    found = names(
        "The Authority for Ports and Coastal Shipping (APCS) lent money to the trading house Zorbix."
    )
    assert found["Authority for Ports and Coastal Shipping"] == "government_office"
    assert found["Zorbix"] == "company"


def test_long_acronyms_are_known_as_some_papers_print_them() -> None:
    found = names("Unicef and Monusco met. Ecowas did not.")
    assert {"UNICEF", "MONUSCO", "Economic Community of West African States"} <= found.keys()


def test_the_matters_of_ministers_are_no_journal() -> None:
    assert "foreign-affairs" not in names("The Ministers of Foreign Affairs of Chad and Togo met.")
    assert "Foreign Affairs" in names("Ben Oto wrote in Foreign Affairs that the dam leaks.")


@pytest.mark.parametrize(
    "sentences",
    [
        ("Peruvian Foreign Minister Zoruba Tekari left.", "Foreign Minister Zoruba returned."),
        ("Foreign Minister Zoruba Amin-Tekari left.", "Amin-Tekari returned."),
        ("FM Tekari left", "Foreign Minister Zoruba Tekari left Lima."),
    ],
)
def test_parts_of_a_name_are_the_person_of_the_whole_name(sentences: tuple[str, ...]) -> None:
    assert len([each for each in items("actors", *sentences) if each["kind"] == "person"]) == 1


def test_a_long_name_with_articles_and_one_with_an_initial_are_whole() -> None:
    found = names("Emir Zoruba Al-Tekari Al-Munir Al-Sabah and Ambassador Zaleed A. Oturi met.")
    assert {"Zoruba Al-Tekari Al-Munir Al-Sabah", "Zaleed A. Oturi"} <= found.keys()


def test_the_capitals_of_a_headline_are_nobody() -> None:
    assert "person" not in names("Foreign Ministers Spent Several Hours Together", "", "It rained.").values()


def test_chambers_are_parliaments_but_not_those_of_commerce() -> None:
    text = "Ana Ruk told the Chamber of Deputies that the Kestovian Chamber of Commerce had lied."
    found = names(text)
    assert (found["Chamber of Deputies"], found["Kestovian Chamber of Commerce"]) == ("legislature", "ngo")


def test_an_embassy_has_its_place() -> None:
    assert names("Officials at the French embassy in Lomé declined to comment.")[
        "French embassy in Lomé"
    ] == ("diplomatic_mission")


def test_the_day_after_on_is_no_part_of_a_name() -> None:
    text = "The loan was adopted by the Council of the EU on May 27, 2025."
    assert "Council of the EU" in names(text)


def test_a_particle_may_open_a_sentence() -> None:
    text = "Ursula von der Leyen spoke first. Von der Leyen, who declared that it was late, left."
    assert {name for name in names(text) if "Leyen" in name} == {"Ursula von der Leyen"}


def test_the_ministry_of_internal_affairs_is_whole() -> None:
    assert "Tajik Ministry of Internal Affairs" in names(
        "The Tajik Ministry of Internal Affairs trains officers."
    )
