"""Places and what lies within them."""

from __future__ import annotations

from sqlalchemy import Select, select

from geodb.models import Place
from geodb.repositories.lookup import reach, survivor_id
from geodb.repositories.names import NamedRepository
from geodb.repositories.selection import Selection


class Places(NamedRepository[Place]):
    """Countries, cities, regions and sites."""

    model = Place

    def within(self, place: str) -> Selection[Place]:
        """The places that lie in `place`, directly or in one another. Raises NotFound."""
        below = Place.id.in_(inside(place)) & (Place.id != survivor_id(place))
        return self._listed().where(below, mentioned=[(place, Place)])


def inside(place: str) -> Select[int]:
    """Ids of a place and of all that lie in it."""
    return reach(place, select(Place.parent_id, Place.id).where(Place.parent_id.is_not(None)))
