"""Actors: their names, the offices they hold and how they stand to one another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import joinedload

from geodb.models import Actor, ActorRelation, Office, OfficeHolding
from geodb.repositories.lookup import checked, is_listed, points_to, several, survivors
from geodb.repositories.names import NamedRepository
from geodb.repositories.selection import Loads

_HOLDING = (joinedload(OfficeHolding.office), joinedload(OfficeHolding.holder))
_RELATION = (joinedload(ActorRelation.from_actor), joinedload(ActorRelation.to_actor))


class Actors(NamedRepository[Actor]):
    """Persons, states, organizations and groups."""

    model = Actor

    def holding(self, office: str, on: date) -> list[Actor]:
        """Who held `office` on a day: by a known term, or because a source shows them in office.

        More than one where terms are fuzzy or disputed or the office has several seats. Raises NotFound. One
        round trip.
        """
        in_office = points_to(OfficeHolding.office_id, office)
        holders = survivors(OfficeHolding.holder_id, in_office, is_listed(OfficeHolding), _held_on(on))
        return self._listed().where(Actor.id.in_(holders), mentioned=[(office, Office)]).all()

    def offices_of(self, actor: str, on: date | None = None) -> list[OfficeHolding]:
        """The holdings of an actor, ever or on a day, with office and holder. Raises NotFound. One trip."""
        criteria = [points_to(OfficeHolding.holder_id, actor), is_listed(OfficeHolding)]
        if on is not None:
            criteria.append(_held_on(on))
        found = select(OfficeHolding).where(*criteria).options(*_HOLDING)
        return self._rows(found.order_by(func.lower(OfficeHolding.span), OfficeHolding.id), (actor, Actor))

    def relations_of(
        self, actor: str, kinds: Sequence[str] | None = None, on: date | None = None
    ) -> list[ActorRelation]:
        """How an actor stands to others, in either direction, with both actors. One round trip.

        `kinds` are codes of relation_kind. With `on`, relations of unknown time count too. Raises NotFound,
        or UnknownCode where nothing is found.
        """
        either = or_(points_to(ActorRelation.from_id, actor), points_to(ActorRelation.to_id, actor))
        criteria = [either, is_listed(ActorRelation)]
        if kinds is not None:
            criteria.append(ActorRelation.kind_code.in_(several(kinds)))
        if on is not None:
            criteria.append(or_(ActorRelation.span.is_(None), ActorRelation.span.contains(on)))
        found = select(ActorRelation).where(*criteria).options(*_RELATION)
        mentioned = [(kind, "relation_kind") for kind in kinds or ()]
        return self._rows(found.order_by(ActorRelation.id), (actor, Actor), *mentioned)

    def relate(  # noqa: PLR0913 - the parts of a relation
        self,
        key: str,
        actor: str,
        kind: str,
        other: str,
        *,
        status: str = "actual",
        when: str | None = None,
        is_directed: bool = True,
    ) -> ActorRelation:
        """Record under `key` that `actor` stands to `other` in a relation of `kind`; `when` is EDTF.

        Raises NotFound, InvalidValue, or a ConstraintError.
        """
        first, second = self._one(Actor, actor), self._one(Actor, other)
        return self._add(
            ActorRelation(
                key=key,
                label=f"{first.label} – {second.label}: {kind.replace('_', ' ')}",
                from_actor=first,
                to_actor=second,
                kind_code=kind,
                status_code=status,
                is_directed=is_directed,
                edtf=checked(when),
            )
        )

    def hold_office(  # noqa: PLR0913 - the parts of a holding
        self,
        key: str,
        actor: str,
        office: str,
        *,
        start: str | None = None,
        end: str | None = None,
        attested: date | None = None,
        status: str = "unknown",
    ) -> OfficeHolding:
        """Record under `key` that an actor holds an office; `start` and `end` are EDTF.

        `attested` is a day on which a source shows the actor in office. Raises NotFound, InvalidValue, or a
        ConstraintError: an OverlapError where a single-seat office is certainly held by another.
        """
        holder, held = self._one(Actor, actor), self._one(Office, office)
        return self._add(
            OfficeHolding(
                key=key,
                label=f"{holder.label}, {held.label}",
                office=held,
                holder=holder,
                start_edtf=checked(start),
                end_edtf=checked(end),
                first_attested_on=attested,
                last_attested_on=attested,
                status_code=status,
            )
        )


class Offices(NamedRepository[Office]):
    """Posts apart from their holders; who holds them is asked of Actors."""

    model = Office
    loads = Loads()


def _held_on(on: date) -> ColumnElement[bool]:
    attested = and_(OfficeHolding.first_attested_on <= on, OfficeHolding.last_attested_on >= on)
    return or_(OfficeHolding.span.contains(on), attested)
