"""Assessments, their conditions, what they are about, and how they came out."""

from __future__ import annotations

from geodb.dossier.assessments import Assessment
from geodb.ingest.compile.rows import Rows, edtf


def add_assessment(rows: Rows, key: str, assessment: Assessment) -> None:
    """An assessment with its conditions, subjects and resolution."""
    probability = assessment.probability
    rows.add(
        "assessment",
        id=key,
        kind_code=assessment.kind,
        judgment_kind_code=assessment.judgment_kind,
        parent_id=rows.key(assessment.parent),
        seq=_place_in_scenario(rows, assessment),
        author_id=rows.key(assessment.author),
        statement_id=rows.key(assessment.statement),
        text=assessment.text,
        wording=assessment.wording,
        probability_low=probability and probability.low,
        probability_high=probability and probability.high,
        probability_basis_code=probability and probability.basis,
        confidence_code=assessment.confidence,
        horizon_edtf=edtf(assessment.horizon),
        horizon_duration=assessment.within,
        due_on=assessment.due,
        is_resolvable=assessment.resolvable,
        criteria=assessment.criteria,
    )
    _add_conditions(rows, key, assessment)
    _add_resolution(rows, key, assessment)
    for subject in assessment.subjects:
        rows.add("record_subject", record_id=key, subject_id=rows.key(subject))


def _place_in_scenario(rows: Rows, assessment: Assessment) -> int | None:
    """The number of an outcome among those of its scenario, in the order of the dossier."""
    if assessment.parent is None:
        return None
    all_ = rows.source.dossier.assessments
    outcomes = [item.key for item in all_ if item.parent == assessment.parent]
    return outcomes.index(assessment.key) + 1


def _add_conditions(rows: Rows, key: str, assessment: Assessment) -> None:
    for number, condition in enumerate(assessment.conditions, start=1):
        rows.add(
            "assessment_condition",
            assessment_id=key,
            seq=number,
            text=condition.text,
            is_negated=condition.negated,
            record_id=rows.key(condition.record),
        )


def _add_resolution(rows: Rows, key: str, assessment: Assessment) -> None:
    if resolution := assessment.resolution:
        rows.add(
            "assessment_resolution",
            assessment_id=key,
            outcome_code=resolution.outcome,
            resolved_on=resolution.on,
            event_id=rows.key(resolution.event),
            source_id=rows.key(resolution.source),
            reason=resolution.reason,
        )
