"""How an author's forecasts came out, and how many of them could not be proved wrong."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests import builders as b
from tests.db.api.reading import rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.db.session import Database

DAY = date(2025, 3, 1)


def likely(share: str) -> dict[str, b.Value]:
    return {
        "probability_low": Decimal(share),
        "probability_high": Decimal(share),
        "probability_basis_code": "stated_number",
    }


def test_only_stated_probabilities_with_a_clear_outcome_are_scored(session: Session) -> None:
    ann = b.actor(session, "ann", "person").id
    sure = b.assessment(session, "sure", author_id=ann, is_resolvable=True, **likely("0.9"))
    wrong = b.assessment(session, "wrong", author_id=ann, is_resolvable=True, **likely("0.6"))
    void = b.assessment(session, "void", author_id=ann, is_resolvable=True, **likely("0.5"))
    words = b.assessment(session, "words", author_id=ann, is_resolvable=True, wording="will")
    b.assessment(session, "late", author_id=ann, is_resolvable=True, due_on=date(2020, 1, 1))
    b.assessment(session, "judgment", "judgment", author_id=ann, wording="may")
    for forecast, outcome in [(sure, "true"), (wrong, "true"), (void, "annulled"), (words, "false")]:
        b.resolution(session, forecast, outcome, DAY)
    columns = "forecasts, resolved, open, overdue, came_true, came_false, scored, brier"
    ((*counts, brier),) = rows(session, f"SELECT {columns} FROM api.author_record")
    assert counts == [5, 4, 1, 1, 2, 1, 2]
    assert brier == pytest.approx((0.1**2 + 0.4**2) / 2)


@pytest.mark.parametrize(
    ("wording", "hedged"),
    [
        ("may", 1),
        ("Could", 1),
        ("increased the likelihood; might", 1),
        ("would", 0),
        ("will", 0),
        ("dismay", 0),
        (None, 0),
    ],
)
def test_words_that_hold_whatever_happens_are_hedges(
    session: Session, wording: str | None, hedged: int
) -> None:
    b.assessment(session, "said", wording=wording)
    assert rows(session, "SELECT author_key, hedged FROM api.author_record") == [(None, hedged)]


@pytest.mark.parametrize(
    ("columns", "without"),
    [({}, 1), ({"due_on": DAY}, 0), ({"horizon_edtf": "2030"}, 0), ({"horizon_duration": "P5Y"}, 0)],
)
def test_a_forecast_without_any_time_has_no_horizon(
    session: Session, columns: dict[str, b.Value], without: int
) -> None:
    b.assessment(session, "said", **columns)
    query = "SELECT without_horizon, without_probability, not_resolvable FROM api.author_record"
    assert rows(session, query) == [(without, 1, 1)]


def test_the_author_of_the_seed_says_nothing_that_could_be_proved_wrong(seeded_db: Database) -> None:
    query = """SELECT author_label, forecasts, resolved, brier, without_probability, not_resolvable, hedged,
        without_horizon FROM api.author_record ORDER BY forecasts DESC"""
    with seeded_db.read() as session:
        assert rows(session, query) == [
            ("Unknown author of the article", 16, 0, None, 16, 16, 11, 16),
            ("European intelligence", 1, 0, None, 1, 1, 1, 0),
        ]
