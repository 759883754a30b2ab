"""Assessments: judgments, forecasts and scenarios, and how they came out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import ColumnElement, func, select, text
from sqlalchemy.orm import joinedload, selectinload

from geodb.db.pgerrors import translated_errors
from geodb.errors import Conflict, InvalidValue, NotFound
from geodb.models import Actor, Assessment, AssessmentResolution, Event, Source
from geodb.repositories.base import Repository
from geodb.repositories.lookup import points_to, survivors
from geodb.repositories.selection import Loads, Selection

FORESIGHT = ("forecast", "scenario_outcome")
"""Kinds of assessments that the future decides."""

_TO_ONE = (joinedload(Assessment.resolution), joinedload(Assessment.author))
_LOADS = Loads(
    page=(*_TO_ONE, joinedload(Assessment.conditions), joinedload(Assessment.subjects)),
    stream=(*_TO_ONE, selectinload(Assessment.conditions), selectinload(Assessment.subjects)),
)


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario, which carries its conditions, and its outcomes in order, each with its own."""

    scenario: Assessment
    outcomes: tuple[Assessment, ...]


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """How the forecasts and scenario outcomes of one author came out, as in api.author_record.

    `scored` of them stated a probability and came true or false; `brier` is their mean squared error, 0 best
    and 1 worst. `unfalsifiable` ones are worded so that nothing could decide them. `author` is a key, None if
    it is unknown.
    """

    author: str | None
    label: str | None
    total: int
    open: int
    resolved: int
    unfalsifiable: int
    scored: int
    brier: float | None


class Assessments(Repository[Assessment]):
    """Judgments, forecasts, scenarios and outcomes of scenarios.

    Assessments come with author, resolution, conditions and subjects, in one round trip. What was merged into
    one keeps its own resolution, by which the verbs below take it for decided; `resolution_of` gives it.
    """

    model = Assessment
    loads = _LOADS

    def open(self, due_before: date | None = None) -> Selection[Assessment]:
        """Forecasts and outcomes that can be decided and are not; with `due_before`, those due by then."""
        found = self._listed().where(
            Assessment.kind_code.in_(FORESIGHT), Assessment.is_resolvable.is_(True), ~_is_resolved()
        )
        if due_before is None:
            return found
        due = func.coalesce(Assessment.due_on, func.upper(Assessment.horizon_span) - 1)
        return found.where(due < due_before)

    def by(self, author: str) -> Selection[Assessment]:
        """What an author assessed. Raises NotFound."""
        return self._listed().where(points_to(Assessment.author_id, author), mentioned=[(author, Actor)])

    def scenario(self, key: str) -> Scenario:
        """A scenario with its outcomes. Raises NotFound, or InvalidValue for another kind of assessment.

        `get`'s round trips twice.
        """
        scenario = self.get(key)
        if scenario.kind_code != "scenario":
            raise InvalidValue(f"{key} is a {scenario.kind_code.replace('_', ' ')}, not a scenario")
        found = self._listed().where(points_to(Assessment.parent_id, key))
        outcomes = sorted(found, key=lambda outcome: (outcome.seq or 0, outcome.id))
        return Scenario(scenario, tuple(outcomes))

    def resolution_of(self, key: str) -> AssessmentResolution | None:
        """How an assessment, or what was merged into it, came out; None while it is open. Raises NotFound.

        Where there are several, the latest, as in api.assessment. One round trip.
        """
        found = self._resolutions(key)
        return found[0] if found else None

    def resolve(
        self,
        key: str,
        outcome: str,
        on: date,
        *,
        by_event: str | None = None,
        source: str | None = None,
        reason: str | None = None,
    ) -> AssessmentResolution:
        """Say how a forecast or outcome came out, a code of resolution_outcome, and what decided it.

        Raises NotFound, InvalidValue for a judgment, a scenario or a day still to come, or a ConstraintError:
        a Conflict if it was resolved before, or what was merged into it.
        """
        if on > datetime.now(UTC).date() + timedelta(days=1):  # it is tomorrow already somewhere
            raise InvalidValue(f"{on} is still to come: nothing was decided then")
        assessment = self.get(key)
        if assessment.kind_code not in FORESIGHT:
            kind = assessment.kind_code
            raise InvalidValue(f"{key} is a {kind}; only forecasts and scenario outcomes come true or not")
        if before := self.resolution_of(key):
            raise Conflict(
                f"{assessment.key} came out already: {before.outcome_code}, decided on {before.resolved_on}",
                constraint="uq_assessment_resolution_natural",
                hint=f"take that back first: `geodb resolve {assessment.key} --undo`",
            )
        resolution = AssessmentResolution(
            assessment_id=assessment.id,
            outcome_code=outcome,
            resolved_on=on,
            event_id=by_event and self._one(Event, by_event).id,
            source_id=source and self._one(Source, source).id,
            reason=reason,
        )
        self._add(resolution)
        self.session.refresh(assessment, ["resolution"])
        return resolution

    def reopen(self, key: str) -> Assessment:
        """Take back how an assessment, and what was merged into it, came out; the change log keeps it.

        Raises NotFound, also if it was not resolved.
        """
        assessment, resolutions = self.get(key), self._resolutions(key)
        if not resolutions:
            raise NotFound(f"{key} is not resolved", hint="there is nothing to undo")
        with translated_errors():
            for resolution in resolutions:
                self.session.delete(resolution)
            self.session.flush()
            self.session.refresh(assessment, ["resolution"])
        return assessment

    def track_records(self) -> list[TrackRecord]:
        """How the forecasts and outcomes of every author came out, busiest first. One round trip."""
        with translated_errors():
            return [TrackRecord(*row) for row in self.session.execute(_TRACK_RECORDS)]

    def _resolutions(self, key: str) -> list[AssessmentResolution]:
        """Those of an assessment and of what was merged into it, in the order of api.assessment."""
        found = select(AssessmentResolution).where(points_to(AssessmentResolution.assessment_id, key))
        latest = AssessmentResolution.resolved_on.desc(), AssessmentResolution.outcome_code
        return self._rows(found.order_by(*latest), (key, Assessment))


def _is_resolved() -> ColumnElement[bool]:
    return Assessment.id.in_(survivors(AssessmentResolution.assessment_id))


_TRACK_RECORDS = text(
    "SELECT author_key, author_label, forecasts, open, resolved, not_resolvable, scored, brier"
    " FROM api.author_record ORDER BY forecasts DESC, author_key"
)
