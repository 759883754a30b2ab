"""Who said what about whom, in which office, at what, before what."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from geodb.errors import CheckFailed, InvalidValue, NotFound
from geodb.models import RecordTopic, Statement
from geodb.repositories import StatementQuery
from tests import builders as b

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from geodb.repositories import Repositories
    from tests.db.repositories.test_repository import QueryCount


def labels(statements: Iterable[Statement]) -> list[str]:
    return [statement.label for statement in statements]


@pytest.fixture
def said(session: Session) -> None:
    trump, zelensky, russia = (b.actor(session, key) for key in ("trump", "zelensky", "russia"))
    office, call = b.office(session, "presidency"), b.event(session, "call", "2025-02-12")
    b.event(session, "talks", "2025-02-18/2025-02-20")
    post = b.statement(session, "post", trump, capacity_id=office.id, occasion_id=call.id)
    b.spoken(session, post, russia, "target", stance_code="positive")
    b.spoken(session, post, zelensky, "audience")
    remark = b.statement(session, "remark", trump, verbatim="soon", said_edtf="2025-02-19")
    remark.form_code = "verbatim"
    b.add(session, RecordTopic(record_id=remark.id, topic_code="sanctions"))
    vow = b.statement(session, "vow", zelensky, said_edtf="2025-02")
    b.spoken(session, vow, trump, "reported_by", hop=1)
    b.statement(session, "undated", zelensky)
    session.expunge_all()


@pytest.mark.usefixtures("said")
def test_statements_are_narrowed_step_by_step_in_one_question(
    geo: Repositories, query_count: QueryCount
) -> None:
    with query_count() as queries:
        (post,) = geo.statements.by("test:trump").about("test:russia").before("test:talks")
        assert [(who.actor.label, who.role_code) for who in post.actors] == [
            ("trump", "speaker"),
            ("russia", "target"),
            ("zelensky", "audience"),
        ]
        assert post.subjects == []
    assert len(queries) == 2


@pytest.mark.usefixtures("said")
def test_each_step_leaves_the_question_before_it_as_it_was(geo: Repositories) -> None:
    by_trump = geo.statements.by("test:trump")
    by_trump.about("test:russia")
    assert labels(by_trump.all()) == ["post", "remark"]


@pytest.mark.usefixtures("said")
@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (lambda s: s.by("test:zelensky"), ["vow", "undated"]),
        (lambda s: s.about("sanctions"), ["remark"]),
        (lambda s: s.at("test:call"), ["post"]),
        (lambda s: s.all().to("test:zelensky"), ["post"]),
        (lambda s: s.all().reported_by("test:trump"), ["vow"]),
        (lambda s: s.all().in_capacity("test:presidency"), ["post"]),
        (lambda s: s.all().form("verbatim", "mixed"), ["remark"]),
        (lambda s: s.all().before(date(2025, 2, 13)), ["post"]),
        (lambda s: s.all().before("test:talks"), ["post"]),
        (lambda s: s.all().since(date(2025, 2, 13)), ["remark"]),
        (lambda s: s.all().since("test:talks"), ["remark"]),
        (lambda s: s.all().before("2025-02-13"), ["post"]),
        (lambda s: s.all().since("2025-02").before("2025-03"), ["post", "remark", "vow"]),
        (lambda s: s.all().since(date(2025, 2, 1)).before(date(2025, 3, 1)), ["post", "remark", "vow"]),
    ],
)
def test_statements_are_found_by(geo: Repositories, question: object, answer: list[str]) -> None:
    assert callable(question)
    found = question(geo.statements)
    assert isinstance(found, StatementQuery)
    assert labels(found.all()) == labels(found.stream()) == answer


def test_a_time_that_is_none_is_told_with_what_may_be_given(geo: Repositories) -> None:
    with pytest.raises(InvalidValue, match="'last year' is neither a time nor the key of an event") as caught:
        geo.statements.all().before("last year")
    assert caught.value.hint is not None
    assert "2025-02" in caught.value.hint
    with pytest.raises(InvalidValue, match="has no first day"):
        geo.statements.all().since("../2025")
    with pytest.raises(NotFound, match="test:talk"):
        geo.statements.all().since("test:talk").all()


@pytest.mark.usefixtures("said")
def test_a_question_about_an_unknown_record_names_it(geo: Repositories) -> None:
    with pytest.raises(NotFound, match="test:zelenskyy") as caught:
        geo.statements.by("test:trump").about("test:zelenskyy").all()
    assert caught.value.hint == "did you mean test:zelensky?"


@pytest.mark.usefixtures("said")
def test_subjects_are_what_statements_are_about_besides_targets(geo: Repositories) -> None:
    geo.statements.add_subject("test:vow", "test:talks")
    assert labels(geo.statements.about("test:talks")) == ["vow"]


@pytest.mark.usefixtures("said")
def test_reports_of_an_utterance_are_told_from_the_utterance(geo: Repositories) -> None:
    geo.statements.get("test:undated").canonical_id = geo.statements.get("test:vow").id
    assert labels(geo.statements.by("test:zelensky").canonical()) == ["vow"]
    assert labels(geo.statements.reports_of("test:vow")) == ["undated"]


@pytest.mark.usefixtures("said")
def test_a_report_speaks_for_itself_where_the_better_one_is_taken_back(geo: Repositories) -> None:
    geo.statements.get("test:undated").canonical_id = geo.statements.get("test:vow").id
    geo.statements.retract("test:vow", "misheard")
    assert labels(geo.statements.by("test:zelensky").canonical()) == ["undated"]


@pytest.mark.usefixtures("said")
def test_a_report_speaks_for_itself_where_the_better_one_was_merged_into_it(
    geo: Repositories, session: Session
) -> None:
    undated, vow = geo.statements.get("test:undated"), geo.statements.get("test:vow")
    undated.canonical_id = vow.id
    b.merge(session, vow, undated)
    assert labels(geo.statements.by("test:zelensky").canonical()) == ["undated"]
    assert labels(geo.statements.reports_of("test:vow")) == []
    canonical = text("SELECT canonical_key FROM api.statement WHERE key = 'test:undated'")
    assert session.execute(canonical).scalars().all() == [None]


@pytest.mark.usefixtures("said")
def test_merged_speakers_occasions_and_statements_answer_through_their_survivors(
    geo: Repositories, session: Session
) -> None:
    b.merge(session, geo.actors.get("test:trump"), b.actor(session, "donald-trump"))
    b.merge(session, geo.events.get("test:call"), b.event(session, "phone-call", "2025-02-12"))
    b.merge(session, geo.statements.get("test:post"), b.statement(session, "truth"))
    assert labels(geo.statements.by("test:donald-trump").about("test:russia")) == ["truth"]
    assert labels(geo.statements.by("test:trump")) == ["remark", "truth"]


@pytest.mark.usefixtures("said")
def test_only_a_target_may_have_a_stance(geo: Repositories) -> None:
    with pytest.raises(CheckFailed) as caught:
        geo.statements.add_actor("test:vow", "test:russia", "audience", stance="negative")
    assert caught.value.constraint == "ck_statement_actor_stance_of_target"


@pytest.mark.usefixtures("said")
def test_an_added_target_is_in_the_statement_at_hand(geo: Repositories) -> None:
    vow = geo.statements.get("test:vow")
    geo.statements.add_actor("test:vow", "test:russia", "target", stance="negative")
    assert [who.stance_code for who in vow.actors] == [None, None, "negative"]
