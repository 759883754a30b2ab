"""Initiatives that what follows their noun makes ones of their own, and names in small letters."""

from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import items, quotes


@pytest.mark.parametrize(
    ("sentence", "quote", "kind"),
    [
        ("Ghana published a road map that foresees elections by May.", "a road map that foresees elections by May", "roadmap"),
        ("Kenya has a rival plan, under which herders would get new wells.",
         "a rival plan, under which herders would get new wells", "plan"),
        ("Togo's ministers have a second scheme, drawn up by the bank, which would insure 9,000 weavers.",
         "a second scheme, drawn up by the bank, which would insure 9,000 weavers", "programme"),
        ("Chad delivers fish under a deal worth $1.5bn, which Togo has yet to confirm.",
         "a deal worth $1.5bn, which Togo has yet to confirm", "agreement"),
        ("The licensing regime it had introduced in April cost Kenya dearly.",
         "The licensing regime it had introduced in April", "reform"),
        ("A stockpile shared by Ghana and Togo would help.", "A stockpile shared by Ghana and Togo", "programme"),
        ("Kenya returned with more than 40 contracts worth some 2 billion dollars.",
         "more than 40 contracts worth some 2 billion dollars", "agreement"),
        ("A nine-week truce in Chad has begun.", "A nine-week truce", "ceasefire_agreement"),
        ("Lawmakers in Ghana blocked the sale of jets to Togo.", "the sale of jets to Togo", "agreement"),
        ("The UN’s $1.2bn appeal for Chad is late.", "The UN’s $1.2bn appeal for Chad", "aid_package"),
        ("Kenya is preparing an “inter-lake dialogue” with Chad.", "an “inter-lake dialogue”", "peace_initiative"),
        ("Ghana launched the National Cocoa Mission in May.", "the National Cocoa Mission", "project"),
        ("Togo runs a $9 billion fund managed by Kenya.", "a $9 billion fund managed by Kenya", "programme"),
        ("The drought fund that parliament set up in 2021 feeds Chad.",
         "The drought fund that parliament set up in 2021", "programme"),
        ("The free trade agreement that the union and Togo concluded on 27 May helps weavers.",
         "The free trade agreement that the union and Togo concluded on 27 May", "trade_agreement"),
        ("The truce that the two lake armies signed in Nairobi has held.", "The truce that the two lake armies signed in Nairobi",
         "ceasefire_agreement"),
        ("Kenya liked a plan that the ministry of trade had drafted.", "a plan that the ministry of trade had drafted", "plan"),
        ("Kenya floated a compromise under which Togo could send its envoy to Lodwar.",
         "a compromise under which Togo could send its envoy to Lodwar", "agreement"),
        ("Ruto broke ground on the extension to Lodwar and the border at Juba, which is due to open in May.",
         "the extension to Lodwar and the border at Juba", "project"),
        ("Kenya signed a memorandum with Chad last week on rail links.", "a memorandum with Chad last week on rail links",
         "memorandum"),
        ("Parliament approved a quota for Togo's firms in joint arms purchases.",
         "a quota for Togo's firms in joint arms purchases", "reform"),
        ("Under a law passed in 2024, shops in Togo close at nine.", "a law passed in 2024", "reform"),
        ("Chad ended the war by a framework agreement between Kenya and Togo.",
         "a framework agreement between Kenya and Togo", "agreement"),
        ("A “green herds fund” worth $3m was announced in Kenya.", "A “green herds fund”", "programme"),
        ("A coastal railway between Kenya and Chad, budgeted at $6bn, would be finished by May.",
         "A coastal railway between Kenya and Chad", "project"),
        ("Kenya presented its long-delayed Vision for Fisheries.", "Vision for Fisheries", "strategy"),
        ("Togo blocked a special harbour budget of $1.2bn for the third time.",
         "a special harbour budget of $1.2bn", "plan"),
        ("Togo has drawn up a “bridges of rain” plan.", "a “bridges of rain” plan", "plan"),
        ("Kenya resumed work on a 2,100km railway that is to link it with Chad.",
         "a 2,100km railway that is to link it with Chad", "project"),
        ("Kenya agreed with its creditors on a $6.3bn debt swap.", "a $6.3bn debt swap", "agreement"),
    ],
)  # fmt: skip
def test_what_follows_a_noun_makes_it_one_of_its_own(sentence: str, quote: str, kind: str) -> None:
    found = {quotes(each)[0]: each["kind"] for each in items("initiatives", sentence)}
    assert [found[words] for words in found if words.startswith(quote)] == [kind]


def test_a_name_inside_the_words_of_a_plan_is_one_of_its_own() -> None:
    found = items("initiatives", "Kenya passed a bill to leave the Wells Treaty.")
    assert {quotes(each)[0] for each in found} == {"a bill to leave the Wells Treaty", "the Wells Treaty"}


def test_a_clause_may_tell_of_further_initiatives() -> None:
    found = items(
        "initiatives", "Kenya proposed a road map that foresees a two-month truce and a six-month transition."
    )
    assert [quotes(each)[0] for each in found] == [
        "a road map that foresees a two-month truce and a six-month transition",
        "a two-month truce",
        "a six-month transition",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "If Kenya and Chad agree on a common fishing pact, prices will fall.",
        "The minister of Kenya called it a “very bad deal”.",
        "Chad is worth a visit.",
        "The wealth fund bought a bank in Togo.",
        "The sale of cocaine is a crime, and the dialogue between two farmers failed.",
    ],
)
def test_what_is_only_imagined_or_judged_is_none(sentence: str) -> None:
    assert items("initiatives", sentence) == []
