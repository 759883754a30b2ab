"""How far a target has come, per baseline: where the straight line to it is, and where the world is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from geodb.db.base import Range
from geodb.models import Target, TargetObservation

DAYS_PER_YEAR = 365.25
_MOST_GROWTH = 700
"""Logarithm of more growth than a float holds; as in api.target_progress."""
_NO_PROGRESS = frozenset({"baseline", "projection"})


@dataclass(frozen=True, slots=True)
class Observed:
    """A value of a target's metric, counted for the last day of its time, and the key of the source."""

    value: Decimal
    on: date
    basis: str
    scope: str | None
    source: str
    published: date | None


@dataclass(frozen=True, slots=True)
class TargetProgress:
    """One baseline of a target, and the way from it to the target, as in api.target_progress.

    Values are in `unit`. `observed` is the latest one after the baseline and of its scope. `path` is where
    the straight line from baseline to target stands on the day `path_on`: that of the observation, or the day
    asked for. `gap` is how far the observation is above it. `needed_growth_percent` is the compound yearly
    growth that leads from the latest value known to the target by the deadline.
    """

    target: str
    unit: str
    goal: Decimal
    deadline: date | None
    baseline: Observed
    observed: Observed | None
    path_on: date
    path: Decimal | None
    gap: Decimal | None
    needed_growth_percent: float | None


def progress_of(target: Target, sources: Mapping[int, str], as_of: date) -> list[TargetProgress]:
    """The progress from every baseline that was known on `as_of`; `sources` has the keys of sources by id.

    Values of different scope (goods only; goods and services) are never compared with one another.
    """
    known = list(_known(target.observations, sources, as_of))
    progress = [value for value in known if value.basis not in _NO_PROGRESS]
    return [_from(target, value, progress, as_of) for value in known if value.basis == "baseline"]


def _known(rows: Iterable[TargetObservation], sources: Mapping[int, str], as_of: date) -> Iterable[Observed]:
    """What was published by then; a value of unknown publication was not known before its time was over."""
    for row in rows:
        on, published = _last_day(row.as_of_span), _last_day(row.published_span)
        if on and (published or on) <= as_of:
            yield Observed(row.value, on, row.basis_code, row.scope, sources[row.source_id], published)


def _from(target: Target, baseline: Observed, values: Sequence[Observed], as_of: date) -> TargetProgress:
    later = [value for value in values if value.scope == baseline.scope and value.on > baseline.on]
    observed = max(later, key=lambda value: (value.on, value.published or date.min), default=None)
    deadline = _last_day(target.deadline_span)
    path_on = observed.on if observed else as_of
    path = _path(baseline, target.value, deadline, path_on)
    return TargetProgress(
        target=target.key,
        unit=target.unit_code,
        goal=target.value,
        deadline=deadline,
        baseline=baseline,
        observed=observed,
        path_on=path_on,
        path=path,
        gap=observed.value - path if observed and path is not None else None,
        needed_growth_percent=_growth(observed or baseline, target.value, deadline),
    )


def _path(baseline: Observed, goal: Decimal, deadline: date | None, on: date) -> Decimal | None:
    if deadline is None or deadline <= baseline.on:
        return None
    share = Decimal((on - baseline.on).days) / (deadline - baseline.on).days
    return baseline.value + (goal - baseline.value) * min(max(share, Decimal(0)), Decimal(1))


def _growth(latest: Observed, goal: Decimal, deadline: date | None) -> float | None:
    if deadline is None or deadline <= latest.on or latest.value <= 0 or goal <= 0:
        return None
    years = (deadline - latest.on).days / DAYS_PER_YEAR
    logarithm = (math.log(goal) - math.log(latest.value)) / years
    return 100 * math.expm1(logarithm) if logarithm < _MOST_GROWTH else None


def _last_day(span: Range[date] | None) -> date | None:
    return span.upper - timedelta(days=1) if span and span.upper else None
