"""Records of any kind, and what hangs on them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from geodb.errors import Conflict, InvalidReference, NotFound
from geodb.models import Actor, Event, Figure
from tests import builders as b

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from geodb.repositories import Repositories
    from tests.db.repositories.test_repository import QueryCount


@pytest.fixture
def war(session: Session) -> Event:
    war = b.event(session, "war", status="ongoing")
    session.expunge_all()
    return war


@pytest.mark.usefixtures("war")
def test_a_record_of_any_kind_comes_as_its_own_class_in_two_round_trips(
    geo: Repositories, query_count: QueryCount
) -> None:
    with query_count() as queries:
        record = geo.records.get("test:war")
        assert isinstance(record, Event)
        assert record.status_code == "ongoing"
    assert len(queries) == 2


def test_a_page_of_all_kinds_costs_one_more_round_trip_per_kind(
    geo: Repositories, session: Session, war: Event, query_count: QueryCount
) -> None:
    b.figure(session, "losses", war, 1000)
    for key in ("un", "eu"):
        b.actor(session, key)
    session.expunge_all()
    with query_count() as queries:
        _, figure, un, eu = geo.records.page()
        assert isinstance(figure, Figure)
        assert isinstance(un, Actor)
        assert (figure.best, un.kind_code, eu.label) == (Decimal(1000), "state", "eu")
    assert len(queries) == 4


@pytest.mark.usefixtures("war")
def test_an_unknown_key_of_no_kind_is_a_record_that_is_not_there(geo: Repositories) -> None:
    with pytest.raises(NotFound, match="no record with the key 'test:wa'") as caught:
        geo.records.get("test:wa")
    assert caught.value.hint == "did you mean test:war?"


@pytest.mark.usefixtures("war")
def test_a_record_is_found_by_the_identifier_of_others(geo: Repositories) -> None:
    geo.records.identify("test:war", "ucdp_conflict", "13246")
    assert [record.key for record in geo.records.by_external_id("ucdp_conflict", "13246")] == ["test:war"]
    assert geo.records.by_external_id("gdelt", "13246") == []
    with pytest.raises(InvalidReference) as caught:
        geo.records.identify("test:war", "library", "1")
    assert caught.value.constraint == "fk_external_id_scheme_code"


@pytest.mark.usefixtures("war")
def test_records_are_found_by_topic(geo: Repositories) -> None:
    geo.records.tag("test:war", "sanctions")
    assert [record.key for record in geo.records.on_topic("sanctions")] == ["test:war"]
    with pytest.raises(Conflict):
        geo.records.tag("test:war", "sanctions")


@pytest.mark.usefixtures("war")
def test_notes_stay_with_the_record_they_are_on(geo: Repositories, session: Session) -> None:
    geo.records.note("test:war", "quality", "dates differ", source=b.source(session, "wire").key)
    (note,) = geo.records.notes_on("test:war")
    assert (note.kind_code, note.text, note.coder) == ("quality", "dates differ", "human")
    with pytest.raises(NotFound):
        geo.records.notes_on("test:peace")


def test_what_hung_on_a_merged_record_hangs_on_its_survivor(geo: Repositories, session: Session) -> None:
    old = b.event(session, "old")
    geo.records.note("test:old", "coder", "seen")
    geo.records.identify("test:old", "gdelt", "7")
    merge = b.merge(session, old, b.event(session, "new"))
    assert [note.text for note in geo.records.notes_on("test:new")] == ["seen"]
    assert [record.key for record in geo.records.by_external_id("gdelt", "7")] == ["test:new"]
    assert geo.records.merges_of("test:new") == geo.records.merges_of("test:old") == [merge]


@pytest.mark.usefixtures("war")
def test_the_history_of_a_record_tells_each_change_in_order(geo: Repositories) -> None:
    geo.records.note("test:war", "coder", "seen")
    geo.events.get("test:war").summary = "A war."
    geo.records.retract("test:war", "wrong")
    changes = [(change.table_name, change.op) for change in geo.records.history("test:war")]
    assert changes == [("record", "I"), ("event", "I"), ("note", "I"), ("event", "U"), ("record", "U")]


@pytest.mark.usefixtures("war")
def test_a_record_is_marked_by_a_code_of_the_list(geo: Repositories) -> None:
    assert geo.events.mark("test:war", "amber").marking_code == "amber"
    with pytest.raises(InvalidReference, match="marking"):
        geo.records.mark("test:war", "purple")
