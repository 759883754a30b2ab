"""Initiatives told again: by fewer words, by what they are in a few words, and figures told long after them."""

from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import items


def evidence(*paragraphs: str) -> list[list[str]]:
    return [[piece["quote"] for piece in item["evidence"]] for item in items("initiatives", *paragraphs)]


def test_a_deal_is_what_the_name_of_an_initiative_says_too() -> None:
    found = evidence(
        "Kenya agreed to extend a deal that has allowed Chad to ship cotton down the Blue River.",
        "The Blue River Cotton Initiative was signed in May.",
        "Chad said that the cotton deal was extended in June.",
    )
    assert len(found) == 1
    assert "the cotton deal" in found[0]


def test_a_new_agreement_is_not_the_initiative_whose_name_shares_its_word() -> None:
    found = evidence(
        "The Blue River Peace Initiative was signed in May.", "Kenya and Chad signed a peace agreement."
    )
    assert ["a peace agreement"] in found


def test_what_an_initiative_is_said_to_be_behind_a_comma_is_no_other() -> None:
    found = evidence("Kenya left the Blue River Initiative, Chad’s regional dam-building scheme.")
    assert found == [["the Blue River Initiative, Chad’s regional dam-building scheme"]]


def test_a_name_that_leaves_out_a_word_is_no_other() -> None:
    found = evidence(
        "Kenya left the Lodwar-Juba-Gondar Transport Corridor in May.",
        "The Lodwar-Juba-Gondar Corridor was revived.",
    )
    assert found == [["the Lodwar-Juba-Gondar Transport Corridor", "The Lodwar-Juba-Gondar Corridor"]]


def test_contracts_of_two_sums_are_two() -> None:
    found = evidence(
        "Kenya awarded a $2.1 billion contract for a road from Lodwar to Juba. Work goes on under a $3 billion contract."
    )
    assert ["a $3 billion contract"] in found


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The talks aim at a water agreement that ensures steady flows.", "a water agreement that ensures steady flows"),
        ("Kenya wants more than a fishing pact that would cap catches—a modest aim.", "a fishing pact that would cap catches"),
    ],
)  # fmt: skip
def test_a_clause_tells_an_initiative(sentence: str, words: str) -> None:
    assert [words] in evidence(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The yard is the country’s biggest single defence project in history.",
        "Kenya decided to renew the deal for just 60 days.",
    ],
)
def test_no_initiative_is_told_apart(sentence: str) -> None:
    assert evidence(sentence) == []


def test_a_figure_hangs_on_the_initiative_told_last_however_far() -> None:
    between = ["It is raining."] * 4
    figures = items(
        "figures",
        "Kenya and Chad signed a cotton trade deal in May.",
        *between,
        "Some 11 million tonnes of cotton have been shipped.",
    )
    assert [figure["measure"] for figure in figures] == ["quantity"]
