"""Actors, offices, holdings, relations between actors, and places."""

from __future__ import annotations

from geodb.dossier.actors import Actor, ActorRelation, Holding, Office, Place
from geodb.dossier.sources import Rating
from geodb.ingest.compile.rows import Rows, edtf


def add_actor(rows: Rows, key: str, actor: Actor) -> None:
    """An actor; one without a name belongs to its article."""
    scope = rows.key(actor.scoped_to) or (rows.document if actor.is_unnamed else None)
    rows.add(
        "actor",
        id=key,
        kind_code=actor.kind,
        country_code=actor.country,
        sector=actor.sector,
        founded_edtf=edtf(actor.founded),
        dissolved_edtf=edtf(actor.dissolved),
        scoped_to_id=scope,
    )
    add_rating(rows, key, actor.rating)


def add_rating(rows: Rows, key: str, rating: Rating | None) -> None:
    """How reliable a source or publisher was rated."""
    if rating:
        rows.add(
            "source_rating",
            record_id=key,
            reliability_code=rating.reliability,
            rated_by=rating.rated_by,
            rated_on=rating.rated_on,
            reason=rating.reason,
        )


def add_office(rows: Rows, key: str, office: Office) -> None:
    """An office."""
    rows.add("office", id=key, organization_id=rows.key(office.organization), seats=office.seats)


def add_holding(rows: Rows, key: str, holding: Holding) -> None:
    """Somebody's holding of an office."""
    rows.add(
        "office_holding",
        id=key,
        office_id=rows.key(holding.office),
        holder_id=rows.key(holding.holder),
        start_edtf=edtf(holding.start),
        end_edtf=edtf(holding.end),
        first_attested_on=holding.first_attested,
        last_attested_on=holding.last_attested,
        status_code=holding.status,
    )


def add_actor_relation(rows: Rows, key: str, relation: ActorRelation) -> None:
    """A relation between two actors."""
    rows.add(
        "actor_relation",
        id=key,
        from_id=rows.key(relation.from_),
        to_id=rows.key(relation.to),
        kind_code=relation.kind,
        status_code=relation.status,
        is_directed=relation.directed,
        edtf=edtf(relation.when),
    )


def add_place(rows: Rows, key: str, place: Place) -> None:
    """A place."""
    rows.add(
        "place",
        id=key,
        kind_code=place.kind,
        parent_id=rows.key(place.parent),
        country_code=place.country,
        geonames_id=place.geonames_id,
        latitude=place.latitude,
        longitude=place.longitude,
    )
