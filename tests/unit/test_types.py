from __future__ import annotations

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from geodb.errors import GeodbError, InvalidValue
from geodb.types import DateSpan, Key, Span

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 30))
YEARS = st.integers(1, 9998)


@given(DAYS)
def test_a_day_spans_itself(day: date) -> None:
    span = DateSpan.parse(day.isoformat())
    assert (span.lower, span.upper, span.precision) == (day, day + timedelta(days=1), "day")
    assert str(span) == day.isoformat()


@given(YEARS, st.integers(1, 12))
def test_a_month_ends_where_the_next_begins(year: int, month: int) -> None:
    span = DateSpan.parse(f"{year:04d}-{month:02d}")
    assert (span.lower, span.precision) == (date(year, month, 1), "month")
    assert span.upper == (date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1))


@given(DAYS, DAYS)
def test_an_interval_runs_from_the_first_day_of_its_start_to_the_last_of_its_end(a: date, b: date) -> None:
    start, end = sorted((a, b))
    span = DateSpan.parse(f"{start}/{end}")
    assert (span.lower, span.upper, span.precision) == (start, end + timedelta(days=1), "interval")
    assert DateSpan.between(DateSpan.parse(f"{start}"), DateSpan.parse(f"{end}")) == span


@given(YEARS, st.sampled_from(["", "-XX", "-XX-XX"]), st.sampled_from(["", "?", "~", "%"]))
def test_unspecified_parts_and_qualifiers_leave_the_year_as_it_is(year: int, rest: str, mark: str) -> None:
    span = DateSpan.parse(f"{year:04d}{rest}{mark}")
    assert (span.lower, span.upper, span.precision) == (date(year, 1, 1), date(year + 1, 1, 1), "year")


@given(st.text(max_size=40))
def test_any_text_is_a_span_or_an_error_for_people(text: str) -> None:
    try:
        span = DateSpan.parse(text)
    except InvalidValue:
        return
    assert span.lower is None or span.upper is None or span.lower < span.upper


@pytest.mark.parametrize(
    ("edtf", "lower", "upper", "precision"),
    [
        ("../..", None, None, "unknown"),
        ("2025-02-12/..", "2025-02-12", None, "open"),
        ("2025-02-12/", "2025-02-12", None, "open"),
        ("../2025-02-15", None, "2025-02-16", "open"),
        ("2025-02/2025-03-15", "2025-02-01", "2025-03-16", "interval"),
        ("202X", "2020-01-01", "2030-01-01", "decade"),
        ("20XX", "2000-01-01", "2100-01-01", "century"),
        ("2XXX", "2000-01-01", "3000-01-01", "interval"),
        ("XXXX", None, None, "unknown"),
        ("2024-02-XX", "2024-02-01", "2024-03-01", "month"),
        ("19X6-02-29", "1916-02-29", "1996-03-01", "interval"),
        ("202X-02-29", "2020-02-29", "2028-03-01", "interval"),
        ("2024-1X", "2024-10-01", "2025-01-01", "interval"),
        ("156X-12-25", "1560-12-25", "1569-12-26", "interval"),
        ("2025-21", "2025-03-01", "2025-06-01", "season"),
        ("2024-24", "2024-12-01", "2025-03-01", "season"),
        ("2025-32", "2025-06-01", "2025-09-01", "season"),
        ("2025-36", "2025-10-01", "2026-01-01", "quarter"),
        ("2025-41", "2025-07-01", "2026-01-01", "half_year"),
        ("2025-02?-12", "2025-02-12", "2025-02-13", "day"),
        ("2025-02-12T10:00:00Z", "2025-02-12", "2025-02-13", "day"),
        ("[1667,1668]", "1667-01-01", "1669-01-01", "interval"),
        ("{..2024-05}", None, "2024-06-01", "open"),
        ("Y17000", None, None, "year"),
        ("-0044-03-15", None, None, "year"),
        ("0000", None, None, "year"),
        ("9999", None, None, "year"),
        ("9999-12-31", None, None, "day"),
        (" 2025 ", "2025-01-01", "2026-01-01", "year"),
    ],
)
def test_edtf_has_these_bounds(edtf: str, lower: str | None, upper: str | None, precision: str) -> None:
    span = DateSpan.parse(edtf)
    bounds = [day and day.isoformat() for day in (span.lower, span.upper)]
    assert (*bounds, span.precision) == (lower, upper, precision)


@pytest.mark.parametrize(
    "edtf",
    [
        *(
            "2025",
            "2025?",
            "2025-02",
            "2024-02",
            "2025-02-12~",
            "201X",
            "20XX",
            "2025-22",
            "2025-38",
            "2025-40",
        ),
        *("1984?/2004~", "2004-06~/2004-08", "2025-12-XX", "[1667,1668]", "{2025,2026}", "2025-?02"),
    ],
)
def test_the_reference_parser_gives_the_same_bounds(edtf: str) -> None:
    span = DateSpan.parse(edtf)
    reference = parse_edtf(edtf)
    assert span.lower == date(*reference.lower_strict()[:3])
    assert span.upper == date(*reference.upper_strict()[:3]) + timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("15.02.2025", "write 2025-02-15"),
        ("5/2/2025", "write 2025-02-05"),
        ("2025-02-30", "is there such a day"),
        ("19X5-02-29", "write dates as"),
        ("2025-2-12", "write dates as"),
        ("12 February 2025", "write dates as"),
        ("2025-13", "is there such a day"),
        ("", "write dates as"),
        ("/", "write dates as"),
        ("2025/2026/2027", "write dates as"),
        ("2025" * 30, "write dates as"),
    ],
)
def test_what_is_not_edtf_is_an_error_that_says_what_to_write(text: str, hint: str) -> None:
    with pytest.raises(InvalidValue, match="is not a date in EDTF") as caught:
        DateSpan.parse(text)
    assert hint in (caught.value.hint or "")


def test_the_library_that_reads_rare_forms_tells_nothing_on_standard_output(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(InvalidValue):
        DateSpan.parse("[1999-1X, 2025]")
    assert capsys.readouterr().out == ""


def test_an_interval_that_ends_before_it_starts_is_an_error() -> None:
    with pytest.raises(InvalidValue, match="ends before it starts"):
        DateSpan.parse("2025-02-15/2025-02-12")
    with pytest.raises(ValueError, match="ends before it starts"):
        DateSpan.between(DateSpan.parse("2025"), DateSpan.parse("2024"))


def test_an_interval_of_intervals_is_an_error() -> None:
    with pytest.raises(InvalidValue):
        DateSpan.between(DateSpan.parse("2025-02-12/.."), DateSpan.parse("2026"))


def test_a_span_of_which_nothing_is_known_can_be_built() -> None:
    assert DateSpan.between(None, None) == DateSpan.parse("../..")


@given(
    st.from_regex(r"[a-z][a-z0-9_-]{0,39}", fullmatch=True),
    st.from_regex(r"[a-z0-9][a-z0-9._-]{0,119}", fullmatch=True),
)
def test_a_key_reads_back_as_it_was_written(prefix: str, local: str) -> None:
    key = Key(prefix, local)
    assert Key.parse(str(key)) == key
    assert Key.parse(local, default_prefix=prefix) == key


@pytest.mark.parametrize(
    "text", ["", "donald-trump", "geodb:", ":x", "GeoDB:x", "geodb:Trump", "geodb:a b", "geodb:x\n"]
)
def test_what_is_not_a_key_is_an_error(text: str) -> None:
    with pytest.raises(GeodbError, match="is not a key"):
        Key.parse(text)


def test_a_span_counts_paragraphs_from_one_and_ends_after_it_starts() -> None:
    assert str(Span(3, 0, 25)) == "P3:0-25"
    for numbers in [(0, 0, 1), (1, 2, 2), (1, -1, 2)]:
        with pytest.raises(InvalidValue):
            Span(*numbers)
