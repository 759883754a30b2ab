"""Places within places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geodb.errors import NotFound
from geodb.models import Place
from geodb.repositories import Repositories
from tests import builders as b

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from tests.db.repositories.test_repository import QueryCount


def labels(places: Iterable[Place]) -> list[str]:
    return [place.label for place in places]


@pytest.fixture
def world(session: Session) -> None:
    asia = b.place(session, "asia")
    arabia = b.place(session, "saudi-arabia", parent_id=asia.id)
    b.place(session, "riyadh", parent_id=arabia.id)
    b.name(session, arabia, "KSA")
    b.place(session, "munich")
    session.expunge_all()


@pytest.mark.usefixtures("world")
def test_places_within_a_place_are_found_at_any_depth_in_one_round_trip(
    geo: Repositories, query_count: QueryCount
) -> None:
    with query_count() as queries:
        assert labels(geo.places.within("test:asia")) == ["saudi-arabia", "riyadh"]
    assert len(queries) == 1
    assert labels(geo.places.within("test:munich")) == []


@pytest.mark.usefixtures("world")
def test_places_are_found_by_name(geo: Repositories) -> None:
    assert labels(geo.places.find_by_name("ksa")) == ["saudi-arabia"]


@pytest.mark.usefixtures("world")
def test_places_within_an_unknown_place_are_an_error(geo: Repositories) -> None:
    with pytest.raises(NotFound, match="test:atlantis"):
        geo.places.within("test:atlantis").all()


@pytest.mark.usefixtures("world")
def test_merges_on_the_way_down_are_followed(geo: Repositories, session: Session) -> None:
    kingdom = b.place(session, "kingdom")
    b.merge(session, geo.places.get("test:saudi-arabia"), kingdom)
    assert labels(geo.places.within("test:asia")) == ["riyadh", "kingdom"]
    assert labels(geo.places.within("test:kingdom")) == ["riyadh"]


def test_places_that_lie_in_one_another_do_not_hang_the_question(geo: Repositories, session: Session) -> None:
    egg = b.place(session, "egg")
    hen = b.place(session, "hen", parent_id=egg.id)
    egg.parent_id = hen.id
    session.flush()
    assert labels(geo.places.within("test:egg")) == ["hen"]
