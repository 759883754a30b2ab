"""Records keep their kind and key, and are retracted, not deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import builders as a
from tests.db.plain_sql import one, refusal, run

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def test_a_record_of_one_kind_has_no_place_in_the_table_of_another(session: Session) -> None:
    india = a.actor(session, "india")
    insert = "INSERT INTO geodb.event (id, kind_code, status_code) VALUES (:id, 'meeting', 'occurred')"
    assert refusal(session, insert, id=india.id).diag.constraint_name == "fk_event_id_record_kind"


def test_the_kind_of_a_row_is_not_a_matter_of_choice(session: Session) -> None:
    a.actor(session, "india")
    error = refusal(session, "UPDATE geodb.actor SET record_kind = 'event'")
    assert error.diag.constraint_name == "ck_actor_record_kind"


@pytest.mark.parametrize("change", ["key = 'test:bharat'", "kind = 'event'"])
def test_key_and_kind_are_stable_for_ever(session: Session, change: str) -> None:
    a.actor(session, "india")
    assert refusal(session, f"UPDATE geodb.record SET {change}").diag.constraint_name == "tg_record_key"


@pytest.mark.parametrize(
    "key", ["india", "test:", "test:In dia", "Test:india", "test:-india", "test:" + "x" * 121]
)
def test_a_key_that_others_could_not_cite_is_refused(session: Session, key: str) -> None:
    a.actor(session, "india")
    insert = "INSERT INTO geodb.record (kind, key, label) VALUES ('actor', :key, 'India')"
    assert refusal(session, insert, key=key).diag.constraint_name == "ck_record_key_form"


@pytest.mark.parametrize("table", ["actor", "record"])
def test_a_record_is_not_deleted(session: Session, table: str) -> None:
    a.actor(session, "india")
    error = refusal(session, f"DELETE FROM geodb.{table}")
    assert error.diag.constraint_name == f"tg_{table}_kept"
    assert error.diag.message_hint == "retract the record"
    assert "test:india" in str(error)


@pytest.mark.parametrize("table", ["record_name", "evidence", "paragraph", "record_redirect"])
def test_a_table_cannot_be_emptied_behind_the_back_of_the_log(session: Session, table: str) -> None:
    error = refusal(session, f"TRUNCATE geodb.{table} CASCADE")
    assert error.diag.constraint_name == f"tg_{table}_not_truncated"


def test_a_retraction_says_why(session: Session) -> None:
    a.actor(session, "india")
    error = refusal(session, "UPDATE geodb.record SET retracted_at = now()")
    assert error.diag.constraint_name == "ck_record_retraction"
    run(session, "UPDATE geodb.record SET retracted_at = now(), retraction_reason = 'a slip'")


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("İstanbul", "istanbul"),
        ("  Lech\tWałęsa ", "lech walesa"),
        ("Владимир ЗЕЛЕНСЬКИЙ", "владимир зеленськии"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("Großbritannien", "grossbritannien"),
        ("مُحَمَّد", "محمد"),
        ("नरेन्द्र मोदी", "नरेन्द्र मोदी"),
        ("習近平", "習近平"),
        ("한국", "한국"),
        ("ＮＡＴＯ", "nato"),
    ],
)
def test_names_are_folded_to_what_spellings_have_in_common(session: Session, name: str, folded: str) -> None:
    assert one(session, "SELECT geodb.fold_name_v1(:name)", name=name) == folded
    assert one(session, "SELECT geodb.fold_name_v1(:name)", name=folded) == folded
