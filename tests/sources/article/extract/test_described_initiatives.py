"""Initiatives that have no name, and names that no noun of initiatives ends."""

from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import items, quotes


def labels(*paragraphs: str) -> list[str]:
    return [item["label"] for item in items("initiatives", *paragraphs)]


@pytest.mark.parametrize(
    ("sentence", "words", "kind"),
    [
        ("Chad shelved a $2 billion port expansion in May.", "a $2 billion port expansion", "project"),
        ("Kenya proposed a standing coastal constabulary.", "a standing coastal constabulary", "project"),
        ("The regional trust fund has received 113 million dollars.", "The regional trust fund", "programme"),
        ("The cabinet approved a national fertiliser strategy on Monday.", "a national fertiliser strategy", "strategy"),
        ("Chad and Togo signed a memorandum of understanding on cold storage.",
         "a memorandum of understanding on cold storage", "memorandum"),
        ("Kenya is in talks on a $3bn interconnector with Ethiopia.", "a $3bn interconnector with Ethiopia", "project"),
        ("Togo shelved its plan to close the salt mines.", "its plan to close the salt mines", "plan"),
        ("Ghana unveiled a 10-year harbour plan.", "a 10-year harbour plan", "plan"),
        ("The draft trade agreement between Kenya and Chad covers fish.",
         "The draft trade agreement between Kenya and Chad", "trade_agreement"),
        ("Kenya has pledged 40 million dollars for a railway from Lodwar to Juba.",
         "a railway from Lodwar to Juba", "project"),
        ("Chad and Togo agreed on a fund of 9 million euros for school meals.",
         "a fund of 9 million euros for school meals", "programme"),
        ("Parliament passed a law that bars judges from politics.", "a law that bars judges from politics", "reform"),
        ("Under a border security law, the camps were closed.", "a border security law", "reform"),
        ("Kenya pulled out of a peace initiative for the delta.", "a peace initiative for the delta", "framework_initiative"),
        ("The oil embargo against Togo remains in force.", "The oil embargo against Togo", "sanctions_regime"),
        ("Kenya and Chad adopted a joint declaration.", "a joint declaration", "agreement"),
        ("A unified force of 900 soldiers would be set up by May.", "A unified force of 900 soldiers", "project"),
        ("Togo's cotton subsidy scheme was scrapped in June.", "Togo's cotton subsidy scheme", "programme"),
        ("Chad's Borkou copper mine project is to employ 900 workers by 2030.",
         "Chad's Borkou copper mine project", "project"),
        ("The Lodwar-Juba highway, a road of 400 kilometres, is to be financed by banks.",
         "The Lodwar-Juba highway", "project"),
        ("Kenya and Chad signed a declaration of principles.", "a declaration of principles", "agreement"),
        ("Chad and Togo accepted a truce agreement brokered by Kenya.", "a truce agreement brokered by Kenya", "ceasefire_agreement"),
        ("The fisheries code of conduct was adopted in 2019.", "The fisheries code of conduct", "agreement"),
        ("Kenya asked for the extension of a debt relief programme.", "a debt relief programme", "programme"),
        ("Togo began work on a gas pipeline to Benin.", "a gas pipeline to Benin", "project"),
        ("The defence white paper calls for fewer tanks.", "The defence white paper", "strategy"),
        ("The bank approved a 300 million euro rescue package.", "a 300 million euro rescue package", "aid_package"),
        ("The Lamu peace process stalled in 2023.", "The Lamu peace process", "peace_initiative"),
        ("“We signed a pact on grain with Togo,” said Kenya.", "a pact on grain with Togo", "agreement"),
        ("Chad opposes the sanctions package against Togo.", "the sanctions package against Togo", "sanctions_regime"),
        ("A Kenyan-Chadian fishing pact was signed at dawn.", "A Kenyan-Chadian fishing pact", "agreement"),
    ],
)  # fmt: skip
def test_what_is_made_or_agreed_needs_no_name(sentence: str, words: str, kind: str) -> None:
    (found,) = items("initiatives", sentence)
    assert (quotes(found)[0], found["kind"]) == (words, kind)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Kenya endorsed the Framework of Action 2025-2030.", "the Framework of Action 2025-2030"),
        ("Kenya unveiled the Blue Lantern Route in May.", "the Blue Lantern Route"),
        ("Kenya promotes its payment system, Savanna Pay.", "its payment system, Savanna Pay"),
        (
            "Chad has opened the Silver Dunes, a network of radar stations.",
            "the Silver Dunes, a network of radar stations",
        ),
        ("Chad began Operation Desert Broom in March.", "Operation Desert Broom"),
        ("Chad broke the Wells Treaty of 1951.", "the Wells Treaty of 1951"),
        ("Togo joined the Just Harvest Partnership.", "the Just Harvest Partnership"),
        ("The Seven-Point Consensus of May 2021 is dead.", "The Seven-Point Consensus of May 2021"),
        ("Chad is building the Lodwar-Juba-Gondar Railway.", "the Lodwar-Juba-Gondar Railway"),
    ],
)
def test_names_stand_with_their_article_and_date(sentence: str, words: str) -> None:
    (found,) = items("initiatives", sentence)
    assert quotes(found) == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no agreement with Togo, and any agreement would be weak.",
        "Experts say that Chad needs a plan to store its grain.",
        "A deal is a deal, the minister said.",
        "The country's foreign policy has changed, and the military campaign goes on.",
        "The law firm hired 40 lawyers for the trade deal talks.",
        "Kenya could sign a fishing pact.",
        "The bridge collapsed and the port was closed.",
        "Each plan to save the lake has failed.",
        "He drafted a letter. It was a wilful act.",
        "The best programme won, and a more independent strategy lost.",
        "Nathan Law won the seat.",
        "The World Food Programme flew to Chad.",
        "They reached Nakuru, a mine town in the west.",
        "It cost them a plan of the house.",
        "Farmers blocked the highway to Nakuru for ten days.",
        "Imports of Kenyan pipeline gas fell in May.",
        "The ministry trusts the African Union, a coalition led by Togo.",
    ],
)
def test_plans_and_pacts_in_general_are_no_initiatives(sentence: str) -> None:
    assert labels(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The visit yielded a memorandum on seed banks.", "a memorandum on seed banks"),
        ("Chad alluded to the accord with Togo.", "the accord with Togo"),
        ("Local clashes might end in an understanding between Kenya and Chad.", "an understanding between Kenya and Chad"),
        ("Togo feels bound by the agreement of March 10.", "the agreement of March 10"),
        ("Deputies haggle over a package of $450 million.", "a package of $450 million"),
        ("A lawyer advises Chad on the restructuring of about $15bn.", "the restructuring of about $15bn"),
    ],
)  # fmt: skip
def test_a_written_pact_is_told_by_what_it_is_about_and_a_package_by_its_sum(
    sentence: str, words: str
) -> None:
    (found,) = items("initiatives", sentence)
    assert quotes(found) == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "The trip ended in a pact with strings.",
        "Much depends on the understanding of the poor.",
        "The energy import bill came to $6 billion, and Chad cannot pay its gas bill.",
        "The Council renewed the mandate of the envoy.",
    ],
)
def test_bills_to_pay_and_mandates_are_no_initiatives(sentence: str) -> None:
    assert labels(sentence) == []


def test_a_clause_with_that_belongs_to_what_it_tells_apart() -> None:
    sentence = "Togo announced a grain tribunal that so far consists of a logo, and left."
    (found,) = items("initiatives", sentence)
    assert quotes(found) == ["a grain tribunal that so far consists of a logo"]


def test_what_is_told_again_in_fewer_words_is_the_same() -> None:
    (found,) = items(
        "initiatives",
        "Kenya and Chad signed a free trade agreement on fish in May.",
        "Critics fear that the free trade agreement will ruin the lake.",
    )
    assert quotes(found) == ["a free trade agreement on fish", "the free trade agreement"]


def test_plans_of_two_owners_are_two() -> None:
    assert len(labels("Chad adopted its five-year harbour plan.", "Togo's five-year plan was scrapped.")) == 2


def test_a_known_acronym_behind_a_longer_name_is_the_same_treaty() -> None:
    (found,) = items(
        "initiatives",
        "The United Nations Convention on the Law of the Sea (UNCLOS) binds Chad, as does UNCLOS.",
    )
    assert quotes(found)[0] == "The United Nations Convention on the Law of the Sea"


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Kenya and Chad signed a pact on grain with Togo.", ["kenya", "chad", "togo"]),
        ("Kenya launched a relief plan for Togo.", ["kenya"]),
        ("Togo's hydrogen strategy has critics in Chad.", ["togo"]),
        ("The draft trade agreement between Kenya and Chad covers fish.", ["kenya", "chad"]),
        ("A Kenyan-Chadian fishing pact was signed at dawn.", ["kenya", "chad"]),
        ("Nairobi has proposed a grain pact.", ["kenya"]),
    ],
)
def test_parties_are_who_makes_it_and_not_whom_it_is_for(sentence: str, parties: list[str]) -> None:
    (found,) = items("initiatives", sentence)
    assert [party["actor"] for party in found["parties"]] == parties


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("In June 2025 Lima signed a contract worth some $2 billion with Hyundai.", "a contract worth some $2 billion with Hyundai"),
        ("Under a directive adopted by the African Union, used tyres are banned.", "a directive adopted by the African Union"),
        ("The plan, christened the Sahel Shield, rests on three promises.", "The plan, christened the Sahel Shield"),
    ],
)  # fmt: skip
def test_the_words_of_an_initiative_say_with_whom_and_how_it_is_called(sentence: str, quote: str) -> None:
    (found,) = items("initiatives", sentence)
    assert quotes(found) == [quote]


def test_what_somebody_never_had_is_no_initiative() -> None:
    assert items("initiatives", "Ghana has never run a nuclear plant.") == []
