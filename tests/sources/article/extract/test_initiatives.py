from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import items, quotes


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("The Lake Basin Recovery Plan (LBRP) is new.", "Lake Basin Recovery Plan", "plan"),
        ("Chad’s Vision 2041 has critics.", "Vision 2041", "strategy"),
        ("Chad and Togo launched “Vision-700” in trade.", "Vision-700", "strategy"),
        ("The 9th Five-Year Plan is new.", "9th Five-Year Plan", "plan"),
        (
            "The Treaty on the Protection of Wells entered into force.",
            "Treaty on the Protection of Wells",
            "treaty",
        ),
        ("Chad and Togo signed a free trade agreement in Paris.", "Free trade agreement", "trade_agreement"),
        ("Chad and Togo signed a defence cooperation pact.", "Defence cooperation pact", "defence_agreement"),
        (
            "They spoke of a corridor dubbed the “Green Wells Road”.",
            "Green Wells Road",
            "framework_initiative",
        ),
    ],
)
def test_initiatives_are_found_by_their_names(sentence: str, name: str, kind: str) -> None:
    (found,) = items("initiatives", sentence)
    assert (found["label"], found["kind"]) == (name, kind)


def test_an_acronym_after_the_name_stands_for_it_later() -> None:
    (found,) = items(
        "initiatives", "The Lake Basin Recovery Plan (LBRP) is new.", "Critics of the LBRP are many."
    )
    assert quotes(found) == ["Lake Basin Recovery Plan", "LBRP"] or len(quotes(found)) == 2


def test_parties_stand_after_between() -> None:
    (found,) = items("initiatives", "The Wells Accord between Chad and Togo holds.")
    assert [party["actor"] for party in found["parties"]] == ["chad", "togo"]


@pytest.mark.parametrize(
    ("clause", "target"),
    [
        ("aims to build 400 kilometres of road by 2030", (400, "km", "2030", "at_least")),
        (
            "seeks to mobilise up to €30 billion by the end of 2027",
            (30_000_000_000, "eur", "2027", "at_most"),
        ),
        ("will create 2 million jobs by December 2029", (2_000_000, "persons", "2029-12", "at_least")),
        ("aims to double exports by 2031", (2, "ratio", "2031", "at_least")),
        ("is intended to cut emissions by at least 55 percent by 2030", (55, "percent", "2030", "at_least")),
    ],
)
def test_targets_have_a_value_a_unit_and_a_deadline(clause: str, target: tuple[object, ...]) -> None:
    (found,) = items("targets", f"The Lake Basin Recovery Plan {clause}.")
    assert (found["value"], found["unit"], found["deadline"], found.get("comparator", "at_least")) == target


def test_a_number_without_a_promise_is_no_target() -> None:
    assert items("targets", "The Lake Basin Recovery Plan has 400 pages and cost 3 million dollars.") == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Kenya and Chad signed a declaration not to use force.", "Declaration not to use force"),
        ("Kenya and Chad signed a treaty on fishing rights in Paris.", "Treaty on fishing rights"),
        (
            "Kenya and Chad adopted a convention against the trade in ivory.",
            "Convention against the trade in ivory",
        ),
        (
            "Kenya and Chad signed the treaty that founded the Lake Union.",
            "Treaty that founded the Lake Union",
        ),
    ],
)
def test_an_agreement_without_a_name_is_called_by_what_it_is_about(sentence: str, name: str) -> None:
    assert [item["label"] for item in items("initiatives", sentence)] == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya and Chad signed an agreement on Monday.",
        "Kenya and Chad signed a treaty on the same day.",
        "Kenya and Chad spoke of a treaty.",
    ],
)
def test_an_agreement_that_is_about_nothing_has_no_name(sentence: str) -> None:
    assert items("initiatives", sentence) == []


def test_a_later_name_is_another_name_of_the_same() -> None:
    text = (
        "The ReArm Europe Plan, later renamed Readiness 2030, was announced in March.",
        "Readiness 2030 is young.",
    )
    (plan,) = items("initiatives", *text)
    assert [name["name"] for name in plan["names"]] == ["ReArm Europe", "Readiness 2030"]
    assert quotes(plan) == ["The ReArm Europe Plan", "Readiness 2030", "Readiness 2030"]


def test_the_noun_behind_an_acronym_tells_an_initiative() -> None:
    (loans,) = items(
        "initiatives", "Loans come from the Lake Action for Chad (LACH) instrument. LACH is large."
    )
    assert [name["name"] for name in loans["names"]] == ["Lake Action for Chad", "LACH"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Court of Appeal in Accra sat on Monday.",
        "Lake Initiative, a news agency in Accra, said so.",
        "Duties under Section 301 of the Grain Act fell.",
        "The train from Accra to Lagos in operation since May is slow.",
        "Firstly, a limited agreement may be reached.",
        "The optimistic scenario, a deal for all, is remote.",
    ],
)
def test_courts_bodies_and_what_is_cited_by_its_paragraph_are_no_initiatives(sentence: str) -> None:
    assert items("initiatives", sentence) == []


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("Chad shelved the North–South corridor.", "the North–South corridor"),
        ("Chad promised to cut its output by an additional 120,000 barrels.",
         "promised to cut its output by an additional 120,000 barrels"),
        ("They agreed on a ceasefire along the 1,200-kilometre front.", "a ceasefire along the 1,200-kilometre front"),
    ],
)  # fmt: skip
def test_neither_a_dash_in_a_name_nor_a_comma_in_a_number_ends_it(sentence: str, quote: str) -> None:
    assert quote in [each["quote"] for item in items("initiatives", sentence) for each in item["evidence"]]


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("Chad launched Operation Reed, a mission of 40 boats that patrols the lake.", "Operation Reed, a mission of 40 boats"),
        ("Togo joined the Lake Basin Recovery Plan, the European Union’s programme for wells.",
         "the Lake Basin Recovery Plan, the European Union’s programme for wells"),
        ("Togo joined the Lake Basin Recovery Plan, an idea of its neighbours.", "the Lake Basin Recovery Plan"),
        ("Under the Lake Basin Recovery Plan, a fund would buy the boats.", "the Lake Basin Recovery Plan"),
    ],
)  # fmt: skip
def test_what_a_name_is_said_to_be_belongs_to_its_words(sentence: str, quote: str) -> None:
    named = [each for each in items("initiatives", sentence) if each.get("names")]
    assert [quotes(each)[0] for each in named] == [quote]
