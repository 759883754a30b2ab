"""Places and what lies within them."""

from __future__ import annotations

from sqlalchemy import select

from geodb.models import Place
from geodb.repositories.lookup import reach, survivor_id
from geodb.repositories.names import NamedRepository
from geodb.repositories.selection import Selection


class Places(NamedRepository[Place]):
    """Countries, cities, regions and sites."""

    model = Place

    def within(self, place: str) -> Selection[Place]:
        """The places that lie in `place`, directly or in one another. Raises NotFound."""
        inside = reach(place, select(Place.parent_id, Place.id).where(Place.parent_id.is_not(None)))
        return self._listed().where(Place.id.in_(inside), Place.id != survivor_id(place), keys=[place])
