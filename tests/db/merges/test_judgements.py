"""That two records are not the same is remembered, can be withdrawn, and is never forgotten."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from geodb.errors import CheckFailed, Conflict, NotFound
from geodb.repositories import Repositories
from tests import builders as b
from tests.db.api.reading import rows
from tests.db.plain_sql import refusal, run


@pytest.fixture
def geo(session: Session) -> Repositories:
    for key in "abc":
        b.actor(session, key)
    return Repositories(session)


def test_those_judged_apart_are_not_merged_and_the_reason_is_told(geo: Repositories) -> None:
    geo.merges.distinguish("test:a", "test:b", "father and son")
    with pytest.raises(CheckFailed, match="are not the same: father and son") as caught:
        geo.merges.merge("test:b", "test:a", "one name")
    assert caught.value.constraint == "ck_record_redirect_not_same"
    assert caught.value.hint == "withdraw that judgement first"


def test_a_judgement_holds_for_what_was_merged_into_either(geo: Repositories) -> None:
    geo.merges.distinguish("test:a", "test:b", "father and son")
    geo.merges.merge("test:c", "test:b", "one name")
    assert [conflict.rule for conflict in geo.merges.conflicts("test:a", "test:c")] == ["not_same"]


def test_a_judgement_that_was_withdrawn_holds_no_more(geo: Repositories) -> None:
    geo.merges.distinguish("test:a", "test:b", "father and son")
    withdrawn = geo.merges.withdraw("test:b", "test:a", "one man, two birth dates")
    assert withdrawn.undone_at is not None
    assert withdrawn.undo_reason == "one man, two birth dates"
    assert geo.merges.conflicts("test:a", "test:b") == []
    with pytest.raises(NotFound, match="nobody judged"):
        geo.merges.withdraw("test:a", "test:b", "again")
    geo.merges.distinguish("test:b", "test:a", "two after all")


def test_a_pair_is_judged_once_in_whichever_order(geo: Repositories) -> None:
    geo.merges.distinguish("test:a", "test:b", "father and son")
    with pytest.raises(Conflict, match="judged not to be the same already"):
        geo.merges.distinguish("test:b", "test:a", "again")


def test_what_is_merged_is_not_judged_apart(geo: Repositories) -> None:
    geo.merges.merge("test:a", "test:b", "one name")
    with pytest.raises(CheckFailed, match="test:a and test:b are merged") as caught:
        geo.merges.distinguish("test:a", "test:b", "two")
    assert caught.value.hint == "undo the merge first"


def test_the_view_shows_standing_judgements_of_the_survivors(geo: Repositories, session: Session) -> None:
    geo.merges.distinguish("test:a", "test:b", "father and son")
    geo.merges.merge("test:b", "test:c", "one name")
    found = "SELECT key, other_key, reason FROM api.not_same"
    assert rows(session, found) == [("test:a", "test:c", "father and son")]
    geo.merges.withdraw("test:a", "test:b", "one")
    assert rows(session, found) == []


@pytest.mark.parametrize(
    ("statement", "constraint"),
    [
        ("UPDATE geodb.not_same SET reason = 'x'", "ck_not_same_fixed"),
        ("UPDATE geodb.not_same SET undone_at = now()", "ck_not_same_undone"),
        ("DELETE FROM geodb.not_same", "tg_not_same_kept"),
        ("TRUNCATE geodb.not_same", "tg_not_same_not_truncated"),
    ],
)
def test_a_judgement_is_withdrawn_and_not_rewritten(
    geo: Repositories, session: Session, statement: str, constraint: str
) -> None:
    geo.merges.distinguish("test:a", "test:b", "father and son")
    assert refusal(session, statement).diag.constraint_name == constraint


def test_the_change_log_has_the_judgement(geo: Repositories, session: Session) -> None:
    run(session, "SELECT set_config('geodb.user', 'ann', true)")
    judged = geo.merges.distinguish("test:a", "test:b", "father and son")
    assert judged.judged_by == "ann"
    found = "SELECT record_key, app_user FROM api.change WHERE table_name = 'not_same'"
    assert rows(session, found) == [("test:a", "ann")]
