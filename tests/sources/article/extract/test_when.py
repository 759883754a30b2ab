from __future__ import annotations

from datetime import date

import pytest

from geodb.sources.article.extract.language.when import find_when

WEDNESDAY = date(2024, 3, 13)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on 3 May 2024", "2024-05-03"),
        ("on March 3", "2024-03-03"),
        ("on 28 December", "2023-12-28"),
        ("on Monday", "2024-03-11"),
        ("on Wednesday", "2024-03-13"),
        ("next Monday", "2024-03-18"),
        ("yesterday", "2024-03-12"),
        ("last month", "2024-02"),
        ("last week", "2024-03-04/2024-03-10"),
        ("next year", "2025"),
        ("two years ago", "2022"),
        ("in January", "2024-01"),
        ("by 2030", "2030"),
    ],
)
def test_dates_are_resolved_against_the_publication(text: str, edtf: str) -> None:
    assert [when.edtf for when in find_when(f"It happened {text}.", WEDNESDAY)] == [edtf]


@pytest.mark.parametrize("text", ["on Monday", "yesterday", "last month", "on March 3", "in January"])
def test_without_a_publication_date_nothing_is_guessed(text: str) -> None:
    assert find_when(f"It happened {text}.", None) == []


@pytest.mark.parametrize(
    "text", ["on 31.02.2024", "on February 30", "in 2024 people died", "may 2 of them go"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert find_when(text, WEDNESDAY) in ([], find_when("in 2024 x", WEDNESDAY)[:0])


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("met from 3 to 5 May 2023", "2023-05-03/2023-05-05"),
        ("on the night of 12-13 June 2022", "2022-06-12/2022-06-13"),
        ("May 3-5, 2023", "2023-05-03/2023-05-05"),
        ("in the summer of 2022", "2022-22"),
        ("in Q3 2024", "2024-35"),
        ("between March and May 2021", "2021-03/2021-05"),
        ("from 2014 to 2020", "2014/2020"),
        ("since 2014", "2014/.."),
        ("in the 1990s", "199X"),
        ("the 2014 annexation", "2014"),
    ],
)
def test_spans_of_time_are_edtf(text: str, edtf: str) -> None:
    assert [each.edtf for each in find_when(text, None)] == [edtf]


def test_no_range_of_days_is_made_of_days_that_do_not_exist() -> None:
    assert [each.edtf for each in find_when("from 30 to 31 February 2023", None)] == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The mill burnt on 3 May 2021. Two days later the bridge fell.", "2021-05-05"),
        ("The mill burnt on 3 May 2021, and the bridge fell the following day.", "2021-05-04"),
        ("The mill burnt on 3 May 2021; a week earlier the bridge had fallen.", "2021-04-26"),
        ("The mill burnt on 3 May 2021. The bridge fell on the same day.", "2021-05-03"),
        ("The mill burnt in May 2021. Three months later the bridge fell.", "2021-08"),
        ("The mill burnt in 2021. A year later the bridge fell.", "2022"),
        ("The mill burnt in November 2021, the bridge fell two months later.", "2022-01"),
    ],
)
def test_later_and_earlier_count_from_the_date_named_before(text: str, edtf: str) -> None:
    assert [when.edtf for when in find_when(text, None)][1:] == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "Two days later the bridge fell.",
        "The mill burnt in 2021. Two days later the bridge fell.",
        "The mill burnt in May 2021, no later than the bridge.",
        "The mill burnt in 2021; sooner or later the bridge will fall.",
    ],
)
def test_nothing_counts_from_a_date_that_is_missing_or_too_vague(text: str) -> None:
    assert len(find_when(text, None)) <= 1


def test_a_date_of_the_sentence_before_is_counted_from() -> None:
    (found,) = find_when("Two days later the bridge fell.", None, None, "2021-12-30")
    assert (found.edtf, found.is_resolved) == ("2022-01-01", True)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In 1991, the bridge fell.", "1991"),
        ("It fell on Jan. 15, they say.", "2024-01-15"),
        ("In early May, the bridge fell.", "2024-05"),
        ("The plan of 1899 failed.", "1899"),
        ("Adopted in 2020, set aside later, it failed.", "2020"),
    ],
)
def test_years_and_short_months_are_read_where_english_has_them(text: str, edtf: str) -> None:
    assert find_when(text, WEDNESDAY)[0].edtf == edtf
