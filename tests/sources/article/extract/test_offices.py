from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import items, quotes


def offices(*paragraphs: str) -> dict[str, str | None]:
    """Label of each office and what it belongs to."""
    return {item["label"]: item.get("organization") for item in items("offices", *paragraphs)}


@pytest.mark.parametrize(
    ("text", "label", "organization"),
    [
        ("Prime Minister Ana Ruk of Malta spoke.", "Prime Minister of Malta", "malta"),
        ("Kenya’s defence minister, General Ali Mwangi, spoke.", "Kenya Defence Minister", "kenya"),
        ("The president of Ghana, Kofi Adu, spoke.", "President of Ghana", "ghana"),
        ("A spokesman for the Peruvian army, Major Luis Rojas, spoke.", "Spokesman for the Peruvian army", "peru"),
        ("The Kenya Water Fund, led by Jane Kirui, grew.", "Kenya Water Fund head", "kenya-water-fund"),
        ("Chad stopped paying, and its ambassador, Ali Deby, left.", "Chad Ambassador", "chad"),
        ("NATO held a session. Its chair, Ana Ruk, spoke.", "NATO Chair", "nato"),
        ("In Peru, where it rained, President Luis Rojas spoke.", "President of Peru", "peru"),
        ("Peru was calm. It rained. Foreign Minister Luis Rojas spoke.", "Peruvian Foreign Minister", "peru"),
        ("Ana Ruk, 54, the president of Ghana, spoke.", "President of Ghana", "ghana"),
        ("The foreign minister of Peru, Ana Ruk, spoke.", "Foreign minister of Peru", "peru"),
        ("Peru’s ambassador to Chad, Ana Ruk, spoke.", "Peru ambassador to Chad", "peru"),
        ("The mayor of Izmir, Ana Ruk, spoke.", "Mayor of Izmir (Ana Ruk)", None),
        ("Governor of Kharkiv Ivan Petrov spoke.", "Governor of Kharkiv (Ivan Petrov)", None),
        ("Secretary of State Ana Ruk spoke.", "Secretary of State (Ana Ruk)", None),
        ("Vice-President Ana Ruk spoke.", "Vice President (Ana Ruk)", None),
        ("Ana Ruk, commander of the 5th Corps, spoke.", "Commander of the 5th Corps", None),
        ("Bank of Ghana Governor Ana Ruk spoke.", "Bank of Ghana Governor", "bank-of-ghana"),
        ("The Zambian mining minister, Ana Ruk, spoke.", "Zambian Mining Minister", "zambia"),
        ("Chad’s security council secretary Ana Ruk spoke.", "Chad Security Council Secretary", "chad"),
        ("US Treasury Secretary Ana Ruk spoke.", "US Treasury Secretary", "us-treasury"),
        ("Texas Governor Ana Ruk spoke.", "Texas Governor", None),
        ("Minister for Foreign Affairs Ana Ruk spoke.", "Minister for Foreign Affairs (Ana Ruk)", None),
        ("Mayor Ana Ruk spoke.", "Mayor (Ana Ruk)", None),
        ("The regional governor, Ivan Petrov, spoke.", "Governor (Ivan Petrov)", None),
        ("Ana Ruk, an adviser to the board, spoke.", "Adviser to the board", None),
    ],
)  # fmt: skip
def test_offices_are_told_in_many_ways(text: str, label: str, organization: str | None) -> None:
    assert offices(text) == {label: organization}


def test_the_state_of_a_dateline_is_understood() -> None:
    text = "LIMA, May 4, 2025 (Wire Agency) – Floods rose."
    assert offices(text, "“We are ready,” President Luis Rojas said.") == {"President of Peru": "peru"}


def test_no_state_is_understood_where_several_are_named() -> None:
    text = "Chad and Peru agreed. President Luis Rojas spoke."
    assert offices(text) == {"President (Luis Rojas)": None}


def test_an_office_told_with_its_state_elsewhere_is_the_same() -> None:
    text = "President Luis Rojas spoke. Peruvian President Luis Rojas left."
    (office,) = items("offices", text)
    assert (office["label"], len(quotes(office))) == ("President of Peru", 2)


def test_a_title_in_the_plural_belongs_to_each_name() -> None:
    found = offices("Foreign ministers Ana Ruk and Luis Rojas signed it.")
    assert set(found) == {"Foreign Minister (Ana Ruk)", "Foreign Minister (Luis Rojas)"}


def test_two_titles_before_a_name_are_two_offices() -> None:
    text = "NATO held a session. Its chair, Prime Minister Ana Ruk of Malta, spoke."
    assert offices(text) == {"NATO Chair": "nato", "Prime Minister of Malta": "malta"}


@pytest.mark.parametrize(
    "text",
    [
        "Former President Luis Rojas spoke.",
        "Director Ana Ruk spoke. Leader Ana Ruk left.",
        "Colonel Luis Rojas spoke.",
        "Chad told the secretary Ana Ruk of it.",
        "Ana Ruk, a former adviser, spoke.",
        "The president, it is said, left Ana Ruk alone.",
    ],
)
def test_what_is_no_office_or_none_any_more_is_left_out(text: str) -> None:
    assert offices(text) == {}


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("Peruvian President Luis Rojas spoke.", 90),
        ("In Peru, President Luis Rojas spoke.", 60),
        ("President Luis Rojas spoke.", 50),
    ],
)
def test_the_less_is_said_the_less_sure_is_the_office_and_that_it_is_held(text: str, confidence: int) -> None:
    (office,), (holding,) = items("offices", text), items("holdings", text)
    assert office["draft"]["confidence"] == holding["draft"]["confidence"] == confidence


def test_a_secretary_of_a_department_belongs_to_the_state_that_is_understood() -> None:
    report = (
        "NAIROBI, 12 May 2025 (Rift Wire) — The cabinet met.",
        "Treasury Secretary John Mbadi spoke on Monday.",
    )
    (office,) = items("offices", *report)
    assert office["organization"] == "kenya"


def test_an_office_that_one_state_calls_so_is_of_that_state_where_the_article_names_it() -> None:
    report = (
        "NAIROBI, 12 May 2025 (Rift Wire) — Kenya and the United States met.",
        "Secretary of State Ana Ruk spoke later.",
    )
    (office,) = items("offices", *report)
    assert (office["label"], office["organization"]) == ("American Secretary of State", "united-states")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Peruvian Deputy Oil Minister Luis Rojas spoke.", "Peruvian Deputy Oil Minister"),
        ("The Peruvian oil minister, Luis Rojas, spoke.", "Peruvian Oil Minister"),
        ("ECOWAS commission president Ana Ruk spoke.", "ECOWAS Commission President"),
        ("Ana Ruk, who heads the World Bank, spoke.", "World Bank head"),
        ("Ana Ruk, a veteran banker who runs the World Bank, spoke.", "World Bank head"),
        ("Luis Rojas, Peru’s national security minister, spoke.", "Peru National Security Minister"),
    ],
)
def test_an_office_is_told_by_its_rank_its_body_and_what_its_holder_does(text: str, label: str) -> None:
    assert list(offices(text)) == [label]


def test_his_minister_is_one_of_the_state_of_the_one_before() -> None:
    text = "Peru’s president, Luis Rojas, will come; his foreign minister Ana Ruk confirmed it."
    assert offices(text) == {"President of Peru": "peru", "Peruvian Foreign Minister": "peru"}


def test_a_minister_in_an_article_of_one_country_is_one_of_that_country() -> None:
    report = (
        "Peru is broke, and Peru owes Chad much.",
        "Peruvian banks closed.",
        "Finance Minister Ana Ruk left.",
    )
    (office,) = items("offices", *report)
    assert (office["label"], office["draft"]["confidence"]) == ("Peruvian Finance Minister", 60)


def test_a_counterpart_has_the_office_of_the_one_before_at_another_state() -> None:
    text = "Peruvian President Luis Rojas met his Ghanaian counterpart, Kofi Adu, on Monday."
    assert offices(text) == {"President of Peru": "peru", "President of Ghana": "ghana"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Prime Minister Ana Ruk of Peru welcomed her counterparts Kofi Adu of Ghana and Paul Bio of Benin.",
        "Prime Minister Ana Ruk of Peru met her counterparts from Ghana and Benin, Kofi Adu and Paul Bio.",
        "Prime Minister Ana Ruk of Peru met her Ghanaian and Beninese counterparts, Kofi Adu and Paul Bio.",
        "Prime Ministers Ana Ruk of Peru, Kofi Adu of Ghana and Paul Bio of Benin met.",
    ],
)
def test_several_have_the_same_post_each_at_a_state(sentence: str) -> None:
    assert offices(sentence) == {
        f"Prime Minister of {each}": each.lower() for each in ("Peru", "Ghana", "Benin")
    }


def test_a_bare_title_elsewhere_is_the_post_that_several_have() -> None:
    text = "Prime Minister Ana Ruk of Peru met her counterparts Kofi Adu of Ghana and Paul Bio of Benin."
    found = items("offices", text, "", "Prime Minister Adu said that the harbour would open.")
    ghana = next(each for each in found if each["label"] == "Prime Minister of Ghana")
    assert len(found) == 3
    assert quotes(ghana) == ["counterparts Kofi Adu of Ghana", "Prime Minister Adu"]


def test_more_states_than_persons_give_no_post() -> None:
    assert offices("Foreign ministers from Peru, Ghana and Benin, Kofi Adu and Paul Bio, met.") == {}


def test_a_counterpart_of_somebody_without_an_office_has_none() -> None:
    assert offices("Luis Rojas met his Ghanaian counterpart Kofi Adu.") == {}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ana Ruk, president of Chad’s Public Policy Institute, spoke.", "Public Policy Institute President"),
        ("Ana Ruk, a spokesperson for the Peruvian Water Ministry, spoke.", "Peruvian Water Ministry spokesperson"),
        ("Ana Ruk, the Secretary-General’s Special Representative for Chad, spoke.", "Special Representative for Chad"),
        ("Chad Envoy Ana Ruk spoke.", "Chad Envoy"),
        ("The Under-Secretary-General for Water, Ana Ruk, spoke.", "Under-Secretary-General for Water"),
    ],
)  # fmt: skip
def test_an_office_belongs_to_the_body_of_its_holder_alone(text: str, label: str) -> None:
    assert list(offices(text)) == [label]


def test_the_title_of_the_next_name_of_a_list_is_not_that_of_the_one_before() -> None:
    (holding,) = items("holdings", "Ana Ruk, Peruvian Ambassador Luis Rojas and others came.")
    assert holding["holder"] == "luis-rojas"


def test_one_post_told_with_a_name_or_an_adjective_or_in_short_is_one_office() -> None:
    text = ("Luis Rojas, the foreign minister of Peru, spoke.", "Peruvian Foreign Minister Luis Rojas left.")
    assert len(offices(*text, "Minister Rojas slept, and FM Rojas rose.")) == 1


def test_what_somebody_had_been_is_no_office() -> None:
    assert offices("Ana Ruk, who had been speaker since 2003, spoke.") == {}


def test_a_title_goes_on_past_and_before_the_name() -> None:
    (holding,) = items(
        "holdings", "EU Commissioner for Defense and Space Andrius Kubil noted that output had doubled."
    )
    assert holding["holder"] == "andrius-kubil"


def test_an_acronym_of_a_plan_is_nobody() -> None:
    text = ("The Global Security Initiative (GSI) grew.", "The GSI is broad. The GSI has no army.")
    assert "GSI" not in {item["label"] for item in items("actors", *text)}


def test_no_title_reaches_back_into_the_sentence_before() -> None:
    text = "That was read in Taipei as a talk over its head. Premier Ana Ruk stressed that Taiwan “is free”."
    (statement,) = items("statements", "A title", text)
    assert quotes(statement) == ["Premier Ana Ruk stressed that Taiwan “is free”"]
