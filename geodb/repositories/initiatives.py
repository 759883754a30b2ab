"""Initiatives: their parts, parties, targets, and how far they have come."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from geodb.db.pgerrors import translated_errors
from geodb.models import (
    Actor,
    Event,
    Initiative,
    InitiativeParty,
    Source,
    StatusChange,
    Target,
    TargetObservation,
)
from geodb.repositories import keys
from geodb.repositories.base import Repository
from geodb.repositories.lookup import checked, is_listed, points_to, reach, survivor_of, survivors
from geodb.repositories.progress import TargetProgress, progress_of, query
from geodb.repositories.selection import Loads

_COLLECTIONS = (
    selectinload(Initiative.parties).joinedload(InitiativeParty.actor),
    selectinload(Initiative.targets),
    selectinload(Initiative.status_changes),
)
_JOINED = (
    joinedload(Initiative.parties).joinedload(InitiativeParty.actor),
    joinedload(Initiative.targets),
    joinedload(Initiative.status_changes),
)


@dataclass(frozen=True, slots=True)
class InitiativeTree:
    """An initiative and, in `parts`, the trees of what belongs to it."""

    initiative: Initiative
    parts: tuple[InitiativeTree, ...]


class Initiatives(Repository[Initiative]):
    """Agreements, plans, programmes and projects.

    Initiatives come with parties and their actors, targets and steps of their life. A single one takes one
    round trip; several take one and one for each of the three, however many initiatives there are.
    """

    model = Initiative
    loads = Loads(_COLLECTIONS, _COLLECTIONS, one=_JOINED)

    def tree(self, key: str) -> InitiativeTree:
        """An initiative with all that belongs to it, in any depth. Raises NotFound. Five round trips."""
        root = self.get(key)
        edges = select(Initiative.parent_id, Initiative.id).where(Initiative.parent_id.is_not(None))
        below = (
            select(Initiative, survivor_of(Initiative.parent_id))
            .where(Initiative.id.in_(reach(key, edges)), Initiative.id != root.id, is_listed(Initiative))
            .order_by(Initiative.id)
            .options(*_COLLECTIONS)
        )
        parts: dict[int, list[Initiative]] = defaultdict(list)
        with translated_errors():
            for part, parent_id in self.session.execute(below):
                parts[parent_id].append(part)
        return _tree(root, parts)

    def of(self, *actors: str) -> list[Initiative]:
        """The initiatives to which all of `actors` are parties, in whatever role. Raises NotFound."""
        found = self._listed()
        for actor in actors:
            joined = survivors(InitiativeParty.initiative_id, points_to(InitiativeParty.actor_id, actor))
            found = found.where(Initiative.id.in_(joined), mentioned=[(actor, Actor)])
        return found.all()

    def add_party(
        self, initiative: str, actor: str, role: str = "party", *, joined: str | None = None
    ) -> InitiativeParty:
        """Add a party; `role` is a code of party_role, `joined` EDTF. Raises as `observe` does."""
        entered = self.get(initiative)
        party = InitiativeParty(
            actor=self._one(Actor, actor),
            role_code=role,
            joined_edtf=checked(joined),
        )
        return self._append(entered.parties, party)

    def set_status(
        self, initiative: str, status: str, when: str | None = None, *, by_event: str | None = None
    ) -> StatusChange:
        """Record the next step in the life of an initiative, a code of initiative_status; `when` is EDTF.

        Raises NotFound, InvalidValue or a ConstraintError.
        """
        changed = self.get(initiative)
        step = StatusChange(
            seq=self._next_seq(StatusChange.seq, StatusChange.record_id == changed.id),
            initiative_status_code=status,
            edtf=checked(when),
            by_event_id=by_event and self._one(Event, by_event).id,
        )
        return self._append(changed.status_changes, step)

    def target(self, key: str) -> Target:
        """A target with its observations. Raises NotFound. One round trip."""
        return keys.get(self.session, Target, key, joinedload(Target.observations))

    def progress(self, target: str, as_of: date | None = None) -> list[TargetProgress]:
        """How far a target has come: one answer per baseline, as api.target_progress has them.

        With `as_of`, as far as was published by that day; a value whose publication has no date counts from
        the end of its time. Raises NotFound. One round trip.
        """
        asked = {"key": target} if as_of is None else {"key": target, "day": as_of}
        with translated_errors():
            rows = self.session.execute(query(is_by_day=as_of is not None), asked).all()
        if not rows:
            keys.require(self.session, [(target, Target)])
        return [progress_of(row) for row in rows]

    def observe(  # noqa: PLR0913 - the parts of an observation
        self,
        target: str,
        value: Decimal,
        as_of: str,
        source: str,
        *,
        basis: str = "reported",
        scope: str | None = None,
        published: str | None = None,
    ) -> TargetObservation:
        """Record the value a source gives for a target's metric, in the target's unit.

        `as_of` and `published` are EDTF, `basis` is a code of observation_basis, such as `baseline`.
        Raises NotFound, InvalidValue, or a ConstraintError.
        """
        measured = self.target(target)
        row = TargetObservation(
            basis_code=basis,
            value=value,
            scope=scope,
            as_of_edtf=checked(as_of),
            published_edtf=checked(published),
            source_id=self._one(Source, source).id,
        )
        return self._append(measured.observations, row)


def _tree(root: Initiative, parts: dict[int, list[Initiative]]) -> InitiativeTree:
    return InitiativeTree(root, tuple(_tree(part, parts) for part in parts.pop(root.id, ())))
