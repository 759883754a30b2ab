from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodb.analysis.words import NOT_STATED, amount_in_words, counted, date_in_words, number_in_words, spoken


@pytest.mark.parametrize("edtf", [None, "", "  ", "../..", "/", "/..", "../", "XXXX"])
def test_a_date_nobody_gave_is_said_to_be_not_stated(edtf: str | None) -> None:
    assert date_in_words(edtf) == NOT_STATED == "date not stated"
    assert date_in_words(edtf, lasting=True) == NOT_STATED


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-02-12", "12 Feb 2025"),
        ("2025-02", "Feb 2025"),
        ("2030", "2030"),
        ("0800", "0800"),
        ("2025-02-12?", "probably 12 Feb 2025"),
        ("2025-02~", "about Feb 2025"),
        ("2025%", "probably about 2025"),
        ("2025-02?-12", "probably 12 Feb 2025"),
        ("?2025-02-12", "probably 12 Feb 2025"),
        ("202X", "the 2020s"),
        ("20XX", "some time in 1 Jan 2000 – 31 Dec 2099"),
        ("2025-XX", "some time in 2025"),
        ("2025-XX-XX", "some time in 2025"),
        ("2025-02-XX", "some day in Feb 2025"),
        ("2025-02-1X", "some time in 10–19 Feb 2025"),
        ("2025-21", "spring 2025"),
        ("2024-24", "winter 2024"),
        ("2025-26", "northern summer 2025"),
        ("2025-31", "southern autumn 2025"),
        ("2025-33", "quarter 1 of 2025"),
        ("2025-39", "last third of 2025"),
        ("2025-41", "second half of 2025"),
        ("2025-02-12T17:30:00Z", "12 Feb 2025, 17:30 UTC"),
        ("2025-02-12T17:30:00+03:00", "12 Feb 2025, 17:30 UTC+03:00"),
        ("2025-02-12T17:30:00", "12 Feb 2025, 17:30"),
        ("-0043", "44 BC"),
        ("Y-17000", "the year -17,000"),
        ("Y170000", "the year 170,000"),
        ("Y17E7", "Y17E7"),
    ],
)
def test_a_moment_is_said_as_exactly_as_it_is_known(edtf: str, words: str) -> None:
    assert date_in_words(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "moment", "lasting"),
    [
        ("../2025-02-15", "some time up to 15 Feb 2025", "until 15 Feb 2025"),
        ("/2025-02-15", "some time up to 15 Feb 2025", "until 15 Feb 2025"),
        ("2025-02-12/..", "some time from 12 Feb 2025 on", "since 12 Feb 2025"),
        ("2025-02-12/", "some time from 12 Feb 2025 on", "since 12 Feb 2025"),
        ("2022-02-24~/..", "some time from about 24 Feb 2022 on", "since about 24 Feb 2022"),
        ("2025-02-12/2025-02-15", "12–15 Feb 2025", "12–15 Feb 2025"),
        ("2025-02-12/2025-03-01", "12 Feb – 1 Mar 2025", "12 Feb – 1 Mar 2025"),
        ("2024-12-30/2025-01-02", "30 Dec 2024 – 2 Jan 2025", "30 Dec 2024 – 2 Jan 2025"),
        ("2025-02-12/2025-03", "12 Feb 2025 – Mar 2025", "12 Feb 2025 – Mar 2025"),
        ("2025-01/2025-03", "Jan – Mar 2025", "Jan – Mar 2025"),
        ("2014/2030", "2014 – 2030", "2014 – 2030"),
    ],
)
def test_an_interval_says_which_side_is_open(edtf: str, moment: str, lasting: str) -> None:
    assert date_in_words(edtf) == moment
    assert date_in_words(edtf, lasting=True) == lasting


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("[2025-02-12,2025-02-14]", "12 Feb 2025 or 14 Feb 2025"),
        ("{2025-02-12, 2025-02-14}", "12 Feb 2025 and 14 Feb 2025"),
        ("[2025-02-12..2025-02-15]", "some time in 12–15 Feb 2025"),
        ("{2020..2022}", "2020 – 2022"),
        ("[..2025-02-15]", "some time up to 15 Feb 2025"),
        ("[2025-02-12..]", "some time from 12 Feb 2025 on"),
        ("[1667,1668,1670..1672]", "1667, 1668 or 1670 – 1672"),
        ("[2025]", "2025"),
    ],
)
def test_a_set_says_whether_one_or_all_are_meant(edtf: str, words: str) -> None:
    assert date_in_words(edtf) == words


@given(st.dates())
def test_every_day_is_said_whole(day: object) -> None:
    words = date_in_words(str(day))
    assert words.split()[0] == str(int(str(day)[-2:]))
    assert words.endswith(str(day)[:4])


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (Decimal(500_000_000_000), "usd", "500 bn USD"),
        (Decimal("190080000000.00"), "usd", "190.08 bn USD"),
        (Decimal(10**12), "usd", "1 tn USD"),
        (1_000_000, "persons", "1 million"),
        (1_250, "km", "1,250 km"),
        (10, "years", "10 years"),
        (0.25, None, "0.25"),
        (-3_000_000, "barrels_per_day", "-3 million barrels per day"),
        (100, "percent", "100 percent"),
    ],
)
def test_an_amount_is_scaled_and_keeps_every_digit(
    value: Decimal | float, unit: str | None, words: str
) -> None:
    assert amount_in_words(value, unit) == words


def test_counts_agree_with_their_noun() -> None:
    assert counted(1, "event") == "1 event"
    assert counted(0, "event") == "0 events"
    assert counted(1_400, "party", "parties") == "1,400 parties"


def test_codes_are_spoken_as_words() -> None:
    assert spoken("did_not_occur") == "did not occur"


def test_zero_is_written_as_zero() -> None:
    assert number_in_words(0) == "0"
