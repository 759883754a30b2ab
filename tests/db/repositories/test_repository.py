"""What every repository can do, shown with actors."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import InvalidRequestError

from geodb.db.base import Range
from geodb.errors import CheckFailed, Conflict, InvalidReference, InvalidValue, NotFound, UnknownCode
from geodb.models import Actor, Record
from geodb.repositories import Repositories
from tests import builders as b

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from sqlalchemy.orm import Session

    from geodb.db.session import Database
    from tests.fixtures.pg import Queries

    QueryCount = Callable[[], AbstractContextManager[Queries]]


def keys(records: list[Actor]) -> list[str]:
    return [record.key for record in records]


def states(session: Session, *names: str) -> None:
    for name in names:
        b.name(session, b.actor(session, name), name.title())
    session.expunge_all()


# --- one record --------------------------------------------------------------------------------------------


def test_a_record_is_got_by_its_key_with_its_names_in_one_round_trip(
    geo: Repositories, session: Session, query_count: QueryCount
) -> None:
    states(session, "russia")
    with query_count() as queries:
        russia = geo.actors.get("test:russia")
        assert [name.name for name in russia.names] == ["Russia"]
    assert (russia.label, russia.kind_code, len(queries)) == ("russia", "state", 1)


def test_finding_what_is_not_there_gives_none(geo: Repositories) -> None:
    assert geo.actors.find("test:atlantis") is None


def test_getting_what_is_not_there_names_the_nearest_key(geo: Repositories, session: Session) -> None:
    states(session, "vladimir-putin", "volodymyr-zelensky", "russia")
    with pytest.raises(NotFound, match="no actor with the key 'test:vladimir-puttin'") as caught:
        geo.actors.get("test:vladimir-puttin")
    assert caught.value.hint == "did you mean test:vladimir-putin?"


def test_what_is_no_text_is_no_key(geo: Repositories) -> None:
    asks: list[Callable[[Any], object]] = [
        geo.actors.get,
        geo.actors.find,
        lambda key: geo.events.involving(key).all(),
    ]
    for ask in asks:
        with pytest.raises(InvalidValue, match="None is not the key of a record"):
            ask(None)


def test_a_key_far_away_in_the_alphabet_is_suggested_by_its_name(geo: Repositories, session: Session) -> None:
    states(session, *(f"a{number:03}" for number in range(120)), "vladimir-putin")
    with pytest.raises(NotFound) as caught:
        geo.actors.get("test:bladimir-putin")
    assert caught.value.hint == "did you mean test:vladimir-putin?"


def test_nothing_is_suggested_where_nothing_is_near(geo: Repositories, session: Session) -> None:
    states(session, "russia")
    with pytest.raises(NotFound) as caught:
        geo.actors.get("test:xyzzy")
    assert caught.value.hint == NotFound.default_hint


def test_a_key_of_another_kind_is_called_what_it_is(geo: Repositories, session: Session) -> None:
    b.place(session, "riyadh")
    with pytest.raises(NotFound, match="test:riyadh is of kind place, not actor"):
        geo.actors.get("test:riyadh")


def test_a_merged_key_is_answered_with_the_survivor_of_the_chain(
    geo: Repositories, session: Session, query_count: QueryCount
) -> None:
    first, second, third = (b.actor(session, key) for key in ("us", "usa", "united-states"))
    b.merge(session, first, second)
    b.merge(session, second, third)
    with query_count() as queries:
        assert geo.actors.get("test:us").key == "test:united-states"
    assert len(queries) == 1


def test_a_merge_that_was_undone_leads_nowhere(geo: Repositories, session: Session) -> None:
    merge = b.merge(session, b.actor(session, "us"), b.actor(session, "usa"))
    merge.undone_at, merge.undone_by = func.now(), "ann"
    session.flush()
    assert geo.actors.get("test:us").key == "test:us"


def test_what_was_not_loaded_raises_instead_of_querying(geo: Repositories, session: Session) -> None:
    states(session, "russia")
    russia = geo.actors.get("test:russia")
    with pytest.raises(InvalidRequestError, match="topics"):
        _ = russia.topics


# --- many records ------------------------------------------------------------------------------------------


def test_a_page_of_a_hundred_with_names_is_one_round_trip(
    geo: Repositories, session: Session, query_count: QueryCount
) -> None:
    states(session, *(f"s{number:03}" for number in range(120)))
    with query_count() as queries:
        page = geo.actors.page()
        assert {len(actor.names) for actor in page} == {1}
    assert (len(page), len(queries)) == (100, 1)


def test_pages_go_on_after_the_last_key_until_there_is_no_more(geo: Repositories, session: Session) -> None:
    states(session, "d", "a", "c", "b")
    first = geo.actors.page(limit=3)
    second = geo.actors.page(first[-1].key, limit=3)
    assert (keys(first), keys(second)) == (["test:d", "test:a", "test:c"], ["test:b"])
    assert geo.actors.page(second[-1].key) == []


def test_pages_neither_skip_nor_repeat_while_records_come_and_go(geo: Repositories, session: Session) -> None:
    states(session, "a", "b", "c", "d")
    first = geo.actors.page(limit=2)
    geo.actors.retract("test:b", "wrong")
    states(session, "aa")
    assert keys(geo.actors.page(first[-1].key)) == ["test:c", "test:d", "test:aa"]


def test_a_page_has_no_fewer_rows_than_none(geo: Repositories) -> None:
    assert geo.actors.page(limit=0) == []
    for ask in (lambda: geo.actors.page(limit=-1), lambda: geo.actors.similar("Trump", limit=-1)):
        with pytest.raises(InvalidValue, match="a limit counts from 0, and -1 is less"):
            ask()


def test_a_page_after_an_unknown_key_is_an_error_and_not_empty(geo: Repositories, session: Session) -> None:
    states(session, "russia")
    with pytest.raises(NotFound, match="test:rusia"):
        geo.actors.page("test:rusia")


def test_pages_and_streams_leave_out_what_is_merged_or_retracted(geo: Repositories, session: Session) -> None:
    a, c = b.actor(session, "a"), b.actor(session, "c")
    b.merge(session, a, b.actor(session, "b"))
    b.retract(session, c)
    assert keys(geo.actors.page()) == keys(list(geo.actors.stream())) == ["test:b"]


def test_a_stream_is_fetched_in_batches_and_keeps_no_record(geo: Repositories, session: Session) -> None:
    session.connection().exec_driver_sql(MANY_ACTORS)
    session.expunge_all()
    alive, most = 0, 0
    for actor in geo.actors.stream():
        alive, most = len(session.identity_map), max(most, len(session.identity_map))
        assert actor.names == []
    assert 0 < alive <= most < 2_000


MANY_ACTORS = """
WITH d AS (INSERT INTO geodb.dataset (prefix, title) VALUES ('test', 'Test')),
r AS (INSERT INTO geodb.record (kind, key, label)
      SELECT 'actor', 'test:a' || n, 'a' || n FROM generate_series(1, 5000) n RETURNING id)
INSERT INTO geodb.actor (id, kind_code) SELECT id, 'state' FROM r
"""


# --- changes -----------------------------------------------------------------------------------------------


def actor(key: str, **columns: object) -> Actor:
    return Actor(key=key, label="X", **{"kind_code": "state", **columns})


def test_what_is_added_is_there_with_what_the_database_filled_in(geo: Repositories, session: Session) -> None:
    states(session, "a")
    added = geo.actors.add(actor("test:x"))
    assert added.id
    assert (added.marking_code, added.dataset_prefix) == ("clear", "test")
    assert geo.actors.get("test:x") is added


@pytest.mark.parametrize(
    ("wrong", "error", "constraint"),
    [
        (actor("test:a"), Conflict, "uq_record_key"),
        (actor("nobody:x"), InvalidReference, "fk_record_dataset_prefix"),
        (actor("test:x", kind_code="planet"), InvalidReference, "fk_actor_kind_code"),
        (actor("test:X Y"), CheckFailed, "ck_record_key_form"),
        (Actor(key="test:x", label="", kind_code="state"), CheckFailed, "ck_record_label"),
        (Actor(key="test:x", label="X"), CheckFailed, None),
    ],
)
def test_what_the_database_refuses_is_told_at_once(
    geo: Repositories, session: Session, wrong: Actor, error: type[Conflict], constraint: str | None
) -> None:
    states(session, "a")
    with pytest.raises(error) as caught:
        geo.actors.add(wrong)
    assert caught.value.constraint == constraint


def test_an_unknown_dataset_is_named_with_what_to_do(geo: Repositories) -> None:
    with pytest.raises(InvalidReference, match="there is no dataset 'nobody'") as caught:
        geo.actors.add(actor("nobody:x"))
    assert "Dataset" in str(caught.value.hint)


def test_what_is_derived_from_a_change_is_there_after_the_commit(db: Database) -> None:
    with db.transaction() as session:
        geo = Repositories(session)
        talks, name = b.event(session, "talks", "2025-03"), b.name(session, b.actor(session, "nato"), "NATO")
        talks.edtf, talks.label, name.name = "2026", "Talks", "OTAN"
        geo.events.set_status("test:talks", "cancelled")
        geo.events.retract("test:talks", "there were none")
    assert talks.span == Range(date(2026, 1, 1), date(2027, 1, 1))
    assert (talks.precision_code, talks.survivor_id, name.folded) == ("year", talks.id, "otan")


def test_what_was_merged_knows_its_survivor_after_the_commit(db: Database) -> None:
    with db.transaction() as session:
        first, second = b.actor(session, "nato"), b.actor(session, "otan")
        merges = Repositories(session).merges
        merges.merge("test:otan", "test:nato", "one alliance")
    assert (second.survivor_id, second.merged_into_id, first.survivor_id) == (first.id, first.id, first.id)


def test_a_retracted_record_stays_findable_with_the_reason(geo: Repositories, session: Session) -> None:
    states(session, "a")
    retracted = geo.actors.retract("test:a", "coded twice")
    assert retracted.retracted_at is not None
    assert geo.actors.get("test:a").retraction_reason == "coded twice"
    assert geo.actors.page() == []


def test_retracting_again_keeps_the_first_reason(geo: Repositories, session: Session) -> None:
    states(session, "a")
    geo.actors.retract("test:a", "coded twice")
    assert geo.actors.retract("test:a", "no reason").retraction_reason == "coded twice"


def test_a_restored_record_is_listed_again(geo: Repositories, session: Session) -> None:
    states(session, "a")
    geo.actors.retract("test:a", "coded twice")
    restored = geo.actors.restore("test:a")
    assert (restored.retracted_at, restored.retraction_reason) == (None, None)
    assert keys(geo.actors.page()) == ["test:a"]


def test_a_merged_key_cannot_be_retracted_by_mistake_for_its_survivor(
    geo: Repositories, session: Session
) -> None:
    b.merge(session, b.actor(session, "us"), b.actor(session, "usa"))
    with pytest.raises(InvalidValue, match="test:us was merged into test:usa"):
        geo.actors.retract("test:us", "wrong")


def test_the_change_log_says_who_retracted_and_why(fresh_db: Database) -> None:
    with fresh_db.transaction() as session:
        b.actor(session, "a")
    with fresh_db.transaction(reason="review of June", user="ann") as session:
        Repositories(session).actors.retract("test:a", "coded twice")
    with fresh_db.read() as session:
        last = Repositories(session).records.history("test:a")[-1]
    assert (last.op, last.app_user, last.reason) == ("U", "ann", "review of June")
    assert last.after is not None
    assert last.after["retraction_reason"] == "coded twice"


def retract_and_fail(db: Database) -> None:
    with db.transaction() as session:
        b.actor(session, "a")
        Repositories(session).actors.retract("test:a", "wrong")
        raise RuntimeError("half-way")


def test_nothing_is_committed_by_a_repository(fresh_db: Database) -> None:
    with pytest.raises(RuntimeError, match="half-way"):
        retract_and_fail(fresh_db)
    with fresh_db.read() as session:
        assert session.scalar(select(func.count()).select_from(Record)) == 0


def test_the_repositories_of_a_session_are_made_once(geo: Repositories) -> None:
    assert geo.actors is geo.actors


QUESTIONS: dict[str, Callable[[Repositories, str], object]] = {
    "holding": lambda geo, key: geo.actors.holding(key, date(2025, 2, 12)),
    "offices_of": lambda geo, key: geo.actors.offices_of(key),
    "relations_of": lambda geo, key: geo.actors.relations_of(key),
    "names_of": lambda geo, key: geo.actors.names_of(key),
    "involving": lambda geo, key: geo.events.involving(key).all(),
    "at": lambda geo, key: geo.events.at(key).page(),
    "within": lambda geo, key: geo.places.within(key).count(),
    "of": lambda geo, key: geo.initiatives.of(key),
    "citing": lambda geo, key: list(geo.sources.citing(key).stream()),
    "documents of": lambda geo, key: geo.documents.of(key),
    "assessments by": lambda geo, key: geo.assessments.by(key).all(),
    "statements by": lambda geo, key: geo.statements.by(key).all(),
    "statements before": lambda geo, key: geo.statements.all().before(key).all(),
    "statements at": lambda geo, key: geo.statements.at(key).all(),
    "in_capacity": lambda geo, key: geo.statements.all().in_capacity(key).all(),
    "reports_of": lambda geo, key: geo.statements.reports_of(key),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_about_a_record_of_another_kind_has_no_answer(
    geo: Repositories, session: Session, question: str
) -> None:
    forecast = b.assessment(session, "forecast")
    with pytest.raises(NotFound, match="test:forecast is of kind assessment, not "):
        QUESTIONS[question](geo, forecast.key)


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (
            lambda geo: geo.events.between("2025", statuses=["occured"]).all(),
            "'occured' .* list event_status",
        ),
        (lambda geo: geo.events.involving("test:russia", roles=["aly"]).count(), "'aly' .* participant_role"),
        (lambda geo: geo.actors.relations_of("test:russia", kinds=["ally_of"]), "'ally_of' .* relation_kind"),
        (lambda geo: list(geo.statements.all().about("trad").stream()), "'trad' .* list topic"),
        (lambda geo: geo.statements.all().form("verbatm").page(), "'verbatm' .* list statement_form"),
        (lambda geo: geo.records.on_topic("trad").all(), "'trad' .* list topic"),
        (lambda geo: geo.records.by_external_id("wikidta", "Q1"), "'wikidta' .* list external_scheme"),
    ],
)
def test_a_question_with_a_code_that_is_none_is_told_so(
    geo: Repositories, session: Session, ask: Callable[[Repositories], object], told: str
) -> None:
    states(session, "russia")
    with pytest.raises(UnknownCode, match=told):
        ask(geo)


def test_a_code_that_nothing_has_is_no_error(geo: Repositories, session: Session) -> None:
    states(session, "russia")
    assert geo.events.between("2025", statuses=["planned"]).all() == []
    assert geo.actors.relations_of("test:russia", kinds=["rivalry"]) == []
