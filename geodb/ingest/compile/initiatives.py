"""Initiatives, their parties and steps, their targets, and what was observed of these."""

from __future__ import annotations

from geodb.dossier.initiatives import Initiative, Observation, Target
from geodb.ingest.compile.rows import Rows, edtf


def add_initiative(rows: Rows, key: str, initiative: Initiative) -> None:
    """An initiative with its parties and steps."""
    rows.add(
        "initiative",
        id=key,
        kind_code=initiative.kind,
        parent_id=rows.key(initiative.parent),
        launch_event_id=rows.key(initiative.launch_event),
        term=initiative.term,
        is_binding=initiative.binding,
    )
    for party in initiative.parties:
        rows.add(
            "initiative_party",
            initiative_id=key,
            actor_id=rows.key(party.actor),
            role_code=party.role,
            joined_edtf=edtf(party.joined),
            left_edtf=edtf(party.left),
        )
    for number, step in enumerate(initiative.status_changes, start=1):
        rows.add(
            "status_change",
            record_id=key,
            seq=number,
            initiative_status_code=step.status,
            edtf=edtf(step.when),
            by_event_id=rows.key(step.event),
        )


def add_target(rows: Rows, key: str, target: Target) -> None:
    """A target of an initiative."""
    rows.add(
        "initiative_target",
        id=key,
        initiative_id=rows.key(target.initiative),
        metric=target.metric,
        measure_code=target.measure,
        comparator_code=target.comparator,
        value=target.value,
        unit_code=target.unit,
        deadline_edtf=edtf(target.deadline),
    )


def add_observation(rows: Rows, observation: Observation) -> None:
    """A value of a target's metric that a source gives."""
    rows.add(
        "target_observation",
        target_id=rows.key(observation.target),
        basis_code=observation.basis,
        value=observation.value,
        scope=observation.scope,
        as_of_edtf=edtf(observation.as_of),
        published_edtf=edtf(observation.published),
        source_id=rows.key(observation.source),
    )
