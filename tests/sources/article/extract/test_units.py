"""Units of amounts: currencies by code, sign and name, lengths and flows; and words that mean something else."""

from __future__ import annotations

import csv
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodb.resources import seeds_dir
from geodb.sources.article.extract.language.numbers import AMOUNT, BEGINS, amount_of
from geodb.sources.article.extract.language.units import CODES, SCALED_CODES, SYMBOLS, UNITS, any_of
from tests.sources.article.extract.drafting import items


def read(text: str) -> list[tuple[float, str | None]]:
    amounts = [amount_of(match) for match in AMOUNT.finditer(text.lower())]
    return [(float(amount.value), amount.unit) for amount in amounts if amount]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("worth USD 300m", 300e6, "usd"),
        ("worth PHP 2 billion", 2e9, "php"),
        ("worth EUR 15m", 15e6, "eur"),
        ("worth 300m KES", 300e6, "kes"),
        ("worth 7 billion KZT", 7e9, "kzt"),
        ("worth 5 billion Philippine pesos", 5e9, "php"),
        ("worth NZ$40 million", 40e6, "nzd"),
        ("worth 40 million New Zealand dollars", 40e6, "nzd"),
        ("worth HK$3bn", 3e9, "hkd"),
        ("worth ₱50 million", 50e6, "php"),
        ("worth ₦9 billion", 9e9, "ngn"),
        ("worth GH₵9 billion", 9e9, "ghs"),
        ("worth 90 million tugrik", 90e6, "mnt"),
        ("worth 90 million Kuwaiti dinars", 90e6, "kwd"),
        ("worth 12 million Omani rials", 12e6, "omr"),
        ("worth 12 million Iranian rials", 12e6, "irr"),
        ("worth 12 million Qatari riyals", 12e6, "qar"),
        ("worth 1.5 billion birr", 1.5e9, "etb"),
        ("worth 30 million meticais", 30e6, "mzn"),
        ("worth 30 million Kenyan shillings", 30e6, "kes"),
        ("worth 30 million Tanzanian shillings", 30e6, "tzs"),
        ("worth 30 million naira", 30e6, "ngn"),
        ("worth 30 million taka", 30e6, "bdt"),
        ("worth 30 million drams", 30e6, "amd"),
        ("worth 30 billion tenge", 30e9, "kzt"),
        ("worth 30 million Kyrgyz soms", 30e6, "kgs"),
        ("worth 30 billion Uzbek sums", 30e9, "uzs"),
        ("worth 30 million Moldovan lei", 30e6, "mdl"),
        ("worth 30 million Romanian lei", 30e6, "ron"),
        ("worth 30 million zlotys", 30e6, "pln"),
        ("worth 30 million West African CFA francs", 30e6, "xof"),
        ("worth 30 million Egyptian pounds", 30e6, "egp"),
        ("worth 30 million Lebanese pounds", 30e6, "lbp"),
        ("worth 30 million pounds", 30e6, "gbp"),
        ("worth 30 trillion won", 30e12, "krw"),
        ("worth 30bn rand", 30e9, "zar"),
        ("worth TRY 30 billion", 30e9, "try"),
        ("worth COP 30 billion", 30e9, "cop"),
        ("worth 30 billion COP", 30e9, "cop"),
        ("worth 5 US cents", 0.05, "usd"),
        ("rates rose 25 basis points", 0.25, "percentage_points"),
        ("12 nautical miles", 22.224, "km"),
        ("100 miles", 160.9344, "km"),
        ("1,000 acres", 404.686, "hectares"),
        ("1,000 cubic feet", 28.316846592, "cubic_metres"),
        ("30,000 cusecs", 849.50539776, "cubic_metres_per_second"),
        ("30,000 cubic feet per second", 849.50539776, "cubic_metres_per_second"),
        ("850 cubic metres per second", 850, "cubic_metres_per_second"),
        ("850 m3/s", 850, "cubic_metres_per_second"),
        ("a ship of 25,000 gross tons", 25_000, "gross_tonnes"),
    ],
)
def test_a_unit_is_read_by_its_words(text: str, value: float, unit: str) -> None:
    ((found, of),) = read(text)
    assert found == pytest.approx(value)
    assert of == unit


@pytest.mark.parametrize(
    "text",
    [
        "worth 30 million pesos",
        "worth 30 million dinars",
        "worth 30 million rials",
        "worth 30 million rupees",
        "worth 30 million francs",
        "worth 30 million shillings",
        "a bomb of 200 pounds",
        "30 million pounds of copper",
        "the 40 seats it won",
        "in 2024 some 30 delegates won",
        "they try 5 times",
        "all 27 million of them",
        "all 27 agreed",
        "COP 30 in Belem",
        "the World Cup 2026",
        "the top 10",
        "SDG 7 on energy",
        "CVE 2025 was patched",
        "the sum of 30 and som 40",
        "40 real gains",
    ],
)
def test_a_word_of_something_else_or_of_several_states_is_no_currency(text: str) -> None:
    assert {unit for _, unit in read(text)} <= {None, "seats", "persons"}


@pytest.mark.parametrize(
    "sentence",
    ["Kenya will raise 500 million rupees.", "Chad lost 30,000 pounds and some 50 dinars.", "Chad bought some 60 pesos."],
)  # fmt: skip
def test_money_of_an_unknown_state_is_no_count_of_things(sentence: str) -> None:
    assert items("figures", sentence) == []


def test_a_flow_and_the_size_of_a_ship_are_figures() -> None:
    found = items("figures", "Nepal released 30,000 cusecs. Togo sold a ferry of 9,000 gross tonnes.")
    assert [(each["measure"], each["unit"]) for each in found] == [
        ("quantity", "cubic_metres_per_second"),
        ("quantity", "gross_tonnes"),
    ]


@pytest.mark.parametrize("word", sorted({*SYMBOLS, *CODES, *SCALED_CODES}))
def test_what_stands_before_a_number_is_not_passed_over(word: str) -> None:
    text = f"{word}5 million"
    assert re.match(BEGINS, text)
    match = AMOUNT.match(text)
    assert match
    assert match["symbol"] == word


@pytest.mark.parametrize("word", sorted(set(UNITS) - SYMBOLS))
def test_every_word_stands_for_its_unit(word: str) -> None:
    match = AMOUNT.match(f"5 million {word}")
    assert match
    assert match["unit"] == word
    amount = amount_of(match)
    assert amount
    assert amount.unit == UNITS[word][0]


def test_no_word_is_of_two_currencies() -> None:
    with (seeds_dir() / "wordings" / "units.csv").open(encoding="utf-8", newline="") as lines:
        units = [
            (word, row["unit"])
            for row in csv.DictReader(lines)
            for word in f"{row['words']}|{row['scaled']}".split("|")
            if word and row["measure"]
        ]
    assert len({word for word, _ in units}) == len(set(units))


@given(st.lists(st.text("ab c", min_size=1, max_size=5), min_size=1, max_size=8), st.text("ab c", max_size=9))
def test_a_pattern_of_words_finds_the_longest_that_a_list_of_them_finds(words: list[str], text: str) -> None:
    listed = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))
    ours, theirs = re.search(any_of(words), text), re.search(listed, text)
    assert (ours and ours.span()) == (theirs and theirs.span())
