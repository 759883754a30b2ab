"""How far a target has come, per baseline: where the straight line to it is, and where the world is.

api.target_progress reckons it, for analysts and for us. By a day it is reckoned by the same text, which then
sees only what was published by that day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from sqlalchemy import Row, TextClause, text

from geodb.sql.apply import text_of_view

COLUMNS = """
    key, unit, value, deadline_until,
    baseline_value, baseline_on, baseline_scope, baseline_source_key, baseline_published_on,
    observed_value, observed_on, observed_basis, observed_source_key, observed_published_on,
    path_on, path_value, gap, needed_growth_percent
"""


@dataclass(frozen=True, slots=True)
class Observed:
    """A value of a target's metric, counted for the last day of its time, and the key of the source.

    `on` is None for a time that is not known or has no end.
    """

    value: Decimal
    on: date | None
    basis: str
    scope: str | None
    source: str
    published: date | None


@dataclass(frozen=True, slots=True)
class TargetProgress:
    """One baseline of a target, and the way from it to the target, as in api.target_progress.

    Values are in `unit`. `observed` is the latest one after the baseline and of its scope. `path` is where
    the straight line from baseline to target stands on the day `path_on`: that of the observation, or the day
    asked for; None for both without a line, where baseline or target have no day. `gap` is how far the
    observation is above it. `needed_growth_percent` is the compound yearly growth that leads from the latest
    value known to the target by the deadline.
    """

    target: str
    unit: str
    goal: Decimal
    deadline: date | None
    baseline: Observed
    observed: Observed | None
    path_on: date | None
    path: Decimal | None
    gap: Decimal | None
    needed_growth_percent: float | None


@cache
def query(*, is_by_day: bool) -> TextClause:
    """The rows of `COLUMNS` for the target `:key`; with `is_by_day`, by what was published by `:day`."""
    rows = f"({_by_day()}) AS by_day" if is_by_day else "api.target_progress"
    return text(
        f"SELECT {COLUMNS} FROM {rows}"  # noqa: S608 - our own
        " WHERE key = api.resolve(:key) AND baseline_value IS NOT NULL"
        " ORDER BY baseline_on, baseline_source_key, baseline_scope, baseline_value"
    )


def _by_day() -> str:
    """The text of api.target_progress, with the day asked for in the place of today."""
    whole = text_of_view("target_progress")
    return whole.replace("api.target_observation", f"({_KNOWN})").replace(
        "current_date", "CAST(:day AS date)"
    )


# A value of unknown publication was not known before its time was over.
_KNOWN = """
    SELECT * FROM api.target_observation
    WHERE as_of_until IS NOT NULL AND coalesce(published_until, as_of_until) <= CAST(:day AS date)
"""


def progress_of(row: Row[tuple[object, ...]]) -> TargetProgress:
    """What a row of `query` says."""
    baseline = Observed(
        _exact(row.baseline_value),
        row.baseline_on,
        "baseline",
        row.baseline_scope,
        row.baseline_source_key,
        row.baseline_published_on,
    )
    return TargetProgress(
        target=row.key,
        unit=row.unit,
        goal=_exact(row.value),
        deadline=row.deadline_until,
        baseline=baseline,
        observed=None if row.observed_value is None else _observed(row),
        path_on=row.path_on,
        path=None if row.path_value is None else _exact(row.path_value),
        gap=None if row.gap is None else _exact(row.gap),
        needed_growth_percent=row.needed_growth_percent,
    )


def _observed(row: Row[tuple[object, ...]]) -> Observed:
    return Observed(
        _exact(row.observed_value),
        row.observed_on,
        row.observed_basis,
        row.baseline_scope,
        row.observed_source_key,
        row.observed_published_on,
    )


def _exact(value: float) -> Decimal:
    """The number as people wrote it: the view has 190.08 as double precision."""
    return Decimal(repr(value))
