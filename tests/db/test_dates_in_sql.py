"""Dates in EDTF, read by the database itself: for those who write no Python, and as Python reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from geodb.db.pgerrors import translate
from geodb.db.session import driver_connection
from geodb.errors import InvalidValue
from geodb.types import DateSpan
from tests import builders as b
from tests.db.plain_sql import one, refusal, rows, run

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

YEARS = st.sampled_from(
    ["2024", "0000", "0001", "9999", "202X", "20XX", "2XXX", "19X6", "XXXX", "000X", "XX12"]
)
MONTHS = st.sampled_from([*(f"{month:02d}" for month in range(43)), "XX", "0X", "1X", "X2"])
DAYS = st.sampled_from(["00", "01", "28", "29", "30", "31", "32", "XX", "1X", "3X", "X9"])
MARKS = st.sampled_from(["", "", "", "?", "~", "%"])
RARE = st.sampled_from(
    [
        *("Y17000", "Y-20000", "Y1E5", "Y17E7S3", "-0044", "-0044-03-15", "-1XXX", "..", "", "2025-1-2"),
        *("2024-01-05T10:00:00", "2024-01-05T10:00:00Z", "2024-01-05T23:59:59+05:30", "12.02.2025"),
    ]
)
PARTS = st.one_of(
    st.dates().map(str),
    st.builds("{}{}".format, YEARS, MARKS),
    st.builds("{}-{}{}".format, YEARS, MONTHS, MARKS),
    st.builds("{}-{}-{}{}".format, YEARS, MONTHS, DAYS, MARKS),
    st.builds("{}{}-{}{}-{}{}".format, MARKS, YEARS, MARKS, MONTHS, MARKS, DAYS),
    RARE,
)
SIDES = PARTS | st.sampled_from(["", ".."])
MEMBERS = st.lists(PARTS | st.builds("{}..{}".format, SIDES, SIDES), min_size=1, max_size=3)
DATES = st.one_of(
    PARTS,
    st.builds("{}/{}".format, SIDES, SIDES),
    MEMBERS.map(lambda given: f"[{','.join(given)}]"),
    MEMBERS.map(lambda given: f"{{{', '.join(given)}}}"),
)

READ = text("SELECT first, after, grain FROM geodb.read_edtf_v1(:edtf)")
RECORD = "INSERT INTO geodb.record (kind, key, label) VALUES ('event', 'test:talks', 'Talks')"
EVENT = """
INSERT INTO geodb.event (id, kind_code, status_code, edtf)
SELECT id, 'meeting', 'occurred', CAST(:edtf AS text) FROM geodb.record WHERE key = 'test:talks'
"""
TALKS = "SELECT span::text, precision_code FROM geodb.event"


@pytest.fixture
def dataset(session: Session) -> None:
    run(session, "INSERT INTO geodb.dataset (prefix, title) VALUES ('test', 'Test')")
    run(session, RECORD)


@given(DATES)
@example("{4449..2024}")
@example("2024-12-31/9999")
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_database_reads_a_date_as_python_does(session: Session, edtf: str) -> None:
    try:
        span = DateSpan.parse(edtf)
    except InvalidValue:
        return  # a few of these the database takes: it is laxer with qualified parts within sets
    read = tuple(session.execute(READ, {"edtf": span.edtf}).one())
    assert read == (span.lower, span.upper, span.precision)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-02-30", "date/time field value out of range"),
        ("2025-13", "is not a date in EDTF"),
        ("19X5-02-29", "is not a date in EDTF"),
        ("12 February 2025", "is not a date in EDTF"),
        ("", "is not a date in EDTF"),
        ("/", "is not a date in EDTF"),
        ("2025/2026/2027", "is not a date in EDTF"),
        ("XXXX/2025", "is not a date in EDTF"),
        ("2025" * 30, "is not a date in EDTF"),
        ("2025-02-15/2025-02-12", "ends before it starts"),
        ("{4449..2024}", "ends before it starts"),
    ],
)
@pytest.mark.usefixtures("dataset")
def test_what_is_no_date_is_refused_in_words(session: Session, edtf: str, words: str) -> None:
    error = translate(refusal(session, EVENT, edtf=edtf))
    assert isinstance(error, InvalidValue)
    assert words in str(error)
    with pytest.raises(InvalidValue):
        DateSpan.parse(edtf)


@pytest.mark.usefixtures("dataset")
def test_whoever_writes_a_date_gets_its_span_and_precision(session: Session) -> None:
    run(session, EVENT, edtf="2025-02")
    assert rows(session, TALKS) == [("[2025-02-01,2025-03-01)", "month")]
    run(session, "UPDATE geodb.event SET edtf = '2025-02-12/..'")
    assert rows(session, TALKS) == [("[2025-02-12,)", "open")]
    run(session, "UPDATE geodb.event SET edtf = NULL")
    assert rows(session, TALKS) == [(None, "unknown")]


def test_a_span_is_not_written_by_hand(session: Session) -> None:
    b.event(session, "talks", "2025-02")
    by_hand = "UPDATE geodb.event SET span = '[2020-01-01,2021-01-01)'"
    assert refusal(session, by_hand).sqlstate == "428C9"  # generated_always


def test_rows_that_are_copied_get_their_spans(session: Session) -> None:
    state = b.actor(session, "ukraine")
    copy = "COPY geodb.record_name (record_id, name, kind_code, valid_edtf) FROM STDIN"
    with driver_connection(session).cursor().copy(copy) as rows_of:
        rows_of.write_row((state.id, "Ukrainian SSR", "former", "1919/1991-08-24"))
    assert one(session, "SELECT valid_span::text FROM geodb.record_name") == "[1919-01-01,1991-08-25)"


@pytest.mark.parametrize(
    ("start", "end", "certain"),
    [
        ("2020", "2024", "[2020-12-31,2024-01-01)"),
        ("2020-01-20", None, "[2020-01-20,)"),
        ("2020-01-20", "2020-01-20", None),
        ("2020", "2020", None),
        (None, "2024", None),
        ("../2020", "2024", "[2020-12-31,2024-01-01)"),
        ("2020/..", "2024", None),
        (None, None, None),
    ],
)
def test_a_term_is_certain_between_the_last_start_and_the_first_end(
    session: Session, start: str | None, end: str | None, certain: str | None
) -> None:
    query = "SELECT api.certain_term(CAST(:start AS text), CAST(:end AS text))::text"
    assert one(session, query, start=start, end=end) == certain


@pytest.mark.parametrize(
    ("edtf", "span", "precision"),
    [("202X", "[2020-01-01,2030-01-01)", "decade"), ("XXXX", None, "unknown"), ("-0044", None, "year")],
)
def test_a_date_can_be_asked_without_writing_it(
    session: Session, edtf: str, span: str | None, precision: str
) -> None:
    query = "SELECT api.edtf_span(:edtf)::text, api.edtf_precision(:edtf)"
    assert rows(session, query, edtf=edtf) == [(span, precision)]
