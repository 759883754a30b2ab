"""The verbs: merge, unmerge and the history of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from geodb.errors import CheckFailed, InvalidValue, NotFound
from geodb.repositories import Repositories
from tests import builders as b
from tests.db.api.reading import column, rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from geodb.db.session import Database

GROWS = {"change", "import_run", "import_reject"}
"""Views of what happened: they only ever grow, so that undoing shows in them."""


@pytest.fixture
def geo(session: Session) -> Repositories:
    for key in "abc":
        b.name(session, b.actor(session, key), f"Name of {key}")
    return Repositories(session)


def test_the_survivor_answers_with_names_evidence_roles_and_history_of_both(
    geo: Repositories, session: Session
) -> None:
    talks, held = b.event(session, "talks"), b.document(session, "text", "B agreed.")
    b.participant(session, talks, geo.actors.get("test:b"))
    b.evidence(session, geo.actors.get("test:b"), held, 1, "B")
    geo.merges.merge("test:b", "test:a", "one state")
    assert geo.actors.get("test:b").key == "test:a"
    assert [actor.key for actor in geo.actors.page()] == ["test:a", "test:c"]
    assert {name.name for name in geo.actors.names_of("test:a")} == {"Name of a", "Name of b"}
    assert [actor.key for actor in geo.actors.find_by_name("name of B")] == ["test:a"]
    assert [passage.exact for passage in geo.sources.evidence_of("test:a")] == ["B"]
    assert [event.key for event in geo.events.involving("test:a").all()] == ["test:talks"]
    assert {change.record_id for change in geo.records.history("test:b")} >= {
        actor_id for (actor_id,) in session.execute(text("SELECT id FROM geodb.record WHERE key ~ ':[ab]$'"))
    }
    assert column(session, "SELECT key FROM api.search('name of b', 1)") == ["test:a"]
    assert set(column(session, "SELECT record_key FROM api.change WHERE record_label = 'a'")) == {"test:a"}


def test_records_that_were_loaded_before_know_their_survivor(geo: Repositories) -> None:
    before, into = geo.actors.get("test:b"), geo.actors.get("test:a")
    assert before.survivor_id == before.id
    geo.merges.merge("test:b", "test:a", "one state")
    assert before.survivor_id == into.id
    geo.merges.unmerge("test:b", "two states")
    assert before.survivor_id == before.id
    assert before.merged_into_id is None


def test_a_merge_into_a_merged_record_leads_to_its_survivor(geo: Repositories) -> None:
    geo.merges.merge("test:b", "test:c", "one state")
    geo.merges.merge("test:a", "test:b", "one state")
    assert geo.actors.get("test:a").key == "test:c"
    geo.merges.unmerge("test:b", "two states")
    assert geo.actors.get("test:a").key == "test:b"


def test_the_history_tells_standing_and_undone_merges_with_who_and_why(db: Database) -> None:
    with db.transaction() as session:
        for key in "abc":
            b.actor(session, key)
    with db.transaction(user="ann") as session:
        Repositories(session).merges.merge("test:b", "test:a", "one state")
    with db.transaction(user="bob") as session:
        Repositories(session).merges.unmerge("test:b", "two states")
        Repositories(session).merges.merge("test:b", "test:c", "another one")
    with db.read() as session:
        for key in ("test:b", "test:c"):
            first, second = Repositories(session).merges.history_of(key)
            assert (first.reason, first.merged_by, first.undo_reason, first.undone_by) == (
                "one state", "ann", "two states", "bob",
            )  # fmt: skip
            assert (second.reason, second.merged_by, second.undone_at) == ("another one", "bob", None)
        assert [merge.reason for merge in Repositories(session).merges.history_of("test:a")] == ["one state"]


def test_a_record_without_merges_has_no_history_of_them(geo: Repositories) -> None:
    assert geo.merges.history_of("test:a") == []


def test_records_of_two_kinds_are_not_merged(geo: Repositories, session: Session) -> None:
    b.event(session, "summit")
    with pytest.raises(InvalidValue, match="test:a is of kind actor and test:summit of kind event"):
        geo.merges.merge("test:a", "test:summit", "a try")


def test_a_merged_record_is_not_merged_again(geo: Repositories) -> None:
    geo.merges.merge("test:a", "test:b", "one state")
    with pytest.raises(InvalidValue, match="test:a is merged already") as caught:
        geo.merges.merge("test:a", "test:c", "another")
    assert caught.value.hint == "undo that first: `geodb unmerge test:a`"


def test_a_circle_is_refused(geo: Repositories) -> None:
    geo.merges.merge("test:a", "test:b", "one state")
    with pytest.raises(CheckFailed, match="circle"):
        geo.merges.merge("test:b", "test:a", "the other way")


def test_what_is_not_merged_cannot_be_undone(geo: Repositories) -> None:
    with pytest.raises(InvalidValue, match="test:a is not merged into another record"):
        geo.merges.unmerge("test:a", "a try")


@pytest.mark.parametrize(
    "act",
    [
        lambda geo: geo.merges.merge("test:nobody", "test:a", "x"),
        lambda geo: geo.merges.merge("test:a", "test:nobody", "x"),
        lambda geo: geo.merges.unmerge("test:nobody", "x"),
        lambda geo: geo.merges.history_of("test:nobody"),
        lambda geo: geo.merges.conflicts("test:a", "test:nobody"),
        lambda geo: geo.merges.distinguish("test:a", "test:nobody", "x"),
    ],
)
def test_an_unknown_key_is_told(geo: Repositories, act: Callable[[Repositories], object]) -> None:
    with pytest.raises(NotFound, match="test:nobody"):
        act(geo)


def test_undoing_restores_every_view_to_the_last_row(seeded_copy: Database) -> None:
    pairs = [("geodb:voa-news", "geodb:bbc"), ("geodb:bbc", "geodb:nbc-news")]
    before = everything(seeded_copy)
    with seeded_copy.transaction() as session:
        for old, into in pairs:
            Repositories(session).merges.merge(old, into, "one broadcaster")
    between = everything(seeded_copy)
    changed = {view for view in before if between[view] != before[view]}
    assert changed >= {"actor", "record", "merge", "name", "evidence", "change"}
    with seeded_copy.transaction() as session:
        for old, _ in pairs:
            Repositories(session).merges.unmerge(old, "two broadcasters")
    after = everything(seeded_copy)
    assert {view for view in before if after[view] != before[view]} == {"change"}


def everything(db: Database) -> dict[str, list[str]]:
    """Every row of every view of schema api, as text."""
    views = "SELECT relname FROM pg_class WHERE relnamespace = 'api'::regnamespace AND relkind = 'v'"
    with db.read() as session:
        return {
            view: sorted(str(row) for row in rows(session, f"SELECT * FROM api.{view}"))
            for view in column(session, views)
        }
