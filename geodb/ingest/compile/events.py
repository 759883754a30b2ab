"""Events, their participants, places, codes and steps; relations between records; figures."""

from __future__ import annotations

from geodb.dossier.events import Event, EventRelation, Figure
from geodb.ingest.compile.rows import Rows, edtf


def add_event(rows: Rows, key: str, event: Event) -> None:
    """An event with all that is written inside it, but for its relations: these are records themselves."""
    rows.add(
        "event",
        id=key,
        kind_code=event.kind,
        status_code=event.status,
        edtf=edtf(event.when),
        summary=event.summary,
    )
    _add_participants(rows, key, event)
    _add_places(rows, key, event)
    _add_terms(rows, key, event)
    _add_steps(rows, key, event)


def _add_participants(rows: Rows, key: str, event: Event) -> None:
    for participant in event.participants:
        rows.add(
            "event_participant",
            event_id=key,
            actor_id=rows.key(participant.actor),
            role_code=participant.role,
            on_behalf_of_id=rows.key(participant.on_behalf_of),
            office_id=rows.key(participant.office),
        )


def _add_places(rows: Rows, key: str, event: Event) -> None:
    for place in event.places:
        rows.add(
            "event_place",
            event_id=key,
            place_id=rows.key(place.place),
            role_code=place.role,
            geo_precision=place.precision,
        )


def _add_terms(rows: Rows, key: str, event: Event) -> None:
    for term in event.all_terms:
        rows.add(
            "event_term",
            event_id=key,
            taxonomy_code=term.taxonomy,
            term_code=term.term,
            coder=rows.coder(term.coder),
            confidence=term.confidence,
        )


def _add_steps(rows: Rows, key: str, event: Event) -> None:
    for number, step in enumerate(event.status_changes, start=1):
        rows.add(
            "status_change",
            record_id=key,
            seq=number,
            event_status_code=step.status,
            edtf=edtf(step.when),
            by_event_id=rows.key(step.event),
        )


def add_event_relation(rows: Rows, key: str, relation: EventRelation) -> None:
    """How one record stands to another."""
    rows.add(
        "event_relation",
        id=key,
        from_id=rows.key(relation.from_),
        to_id=rows.key(relation.to),
        kind_code=relation.kind,
    )


def add_figure(rows: Rows, key: str, figure: Figure) -> None:
    """A number about a record."""
    rows.add(
        "figure",
        id=key,
        of_id=rows.key(figure.of),
        measure_code=figure.measure,
        best=figure.best,
        low=figure.low,
        high=figure.high,
        unit_code=figure.unit,
        qualifier=figure.qualifier,
        party_id=rows.key(figure.party),
        as_of_edtf=edtf(figure.as_of),
    )
