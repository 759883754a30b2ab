"""Codes, terms and crosswalks, as the seeds have them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, update

from geodb.errors import UnknownCode
from geodb.models import CODE_TABLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from geodb.repositories import Repositories
    from tests.db.repositories.test_repository import QueryCount


def test_a_list_is_in_its_own_order(geo: Repositories, query_count: QueryCount) -> None:
    with query_count() as queries:
        ranks = geo.codes.all("claim_rank")
    assert [rank.code for rank in ranks] == ["preferred", "normal", "deprecated"]
    assert len(queries) == 1


def test_retired_codes_come_last(geo: Repositories, session: Session) -> None:
    table = CODE_TABLES["claim_rank"]
    session.execute(update(table).where(table.c.code == "preferred").values(retired_at=func.now()))
    last = geo.codes.all("claim_rank")[-1]
    assert (last.code, last.is_retired) == ("preferred", True)


def test_a_code_has_a_label_and_a_parent(geo: Repositories) -> None:
    assert geo.codes.label("observation_basis", "final") == "Final"
    assert geo.codes.get("observation_basis", "final").parent == "reported"


def test_an_unknown_code_or_list_is_told_with_the_nearest(geo: Repositories) -> None:
    with pytest.raises(UnknownCode) as code:
        geo.codes.get("event_status", "ocurred")
    assert code.value.suggestions == ("occurred",)
    with pytest.raises(UnknownCode) as code_list:
        geo.codes.all("event_statuses")
    assert "event_status" in code_list.value.suggestions
    assert code_list.value.message == "there is no code list 'event_statuses'"
    assert code_list.value.hint == "did you mean event_status or relation_status? `geodb codes` lists them"


def test_countries_and_ontologies_are_known_by_their_codes(geo: Repositories) -> None:
    assert geo.codes.country("SAU").name == "Saudi Arabia"
    assert geo.codes.taxonomy("plover").title
    for missing in (lambda: geo.codes.country("XXX"), lambda: geo.codes.term("plover", "DANCE")):
        with pytest.raises(UnknownCode):
            missing()


@pytest.mark.parametrize("called", ["usa", "us", "United states"])
def test_a_country_is_meant_by_its_other_names(geo: Repositories, called: str) -> None:
    with pytest.raises(UnknownCode) as caught:
        geo.codes.country(called)
    assert caught.value.message == f"there is no country {called!r}"
    assert caught.value.hint is not None
    assert caught.value.hint.startswith("did you mean USA")
    assert "geodb codes" not in caught.value.hint


def test_an_unknown_ontology_or_term_is_told_wherever_it_is_asked_for(geo: Repositories) -> None:
    asked: list[tuple[Callable[[], object], str | None]] = [
        (lambda: geo.codes.taxonomy("ploverr"), "plover"),
        (lambda: geo.codes.terms("ploverr"), "plover"),
        (lambda: geo.codes.term("plover", "consul"), "CONSULT"),
        (lambda: geo.codes.crosswalk("cameo", "0831", "ploverr"), "plover"),
        (lambda: geo.codes.crosswalk("cameo", "9999", "plover"), None),
        (lambda: geo.codes.crosswalk("kameo", "0831", "plover"), "cameo"),
    ]
    for missing, suggestion in asked:
        with pytest.raises(UnknownCode) as caught:
            missing()
        assert suggestion is None or suggestion in caught.value.suggestions


def test_terms_are_listed_by_facet_and_have_scores(geo: Repositories) -> None:
    types = [term.code for term in geo.codes.terms("plover", "type")]
    assert {"CONSULT", "ASSAULT"} <= set(types)
    assert "CONSULT/phone" not in types
    assert "CONSULT/phone" in [term.code for term in geo.codes.terms("plover")]
    assert geo.codes.term("cameo", "190").score == Decimal(-10)


def test_a_crosswalk_answers_as_corrected_where_it_was_corrected(geo: Repositories) -> None:
    corrected = geo.codes.crosswalk("cameo", "01", "plover")
    assert [(line.to_code, line.layer) for line in corrected] == [("CONSULT", "corrected")]
    published = geo.codes.crosswalk("cameo", "01", "quad_class")
    assert [(line.to_code, line.layer) for line in published] == [("1", "published")]
    assert geo.codes.crosswalk("cameo", "01", "icd203") == []
