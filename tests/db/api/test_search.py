"""Search finds names in any spelling or script, and the words of texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import builders as b
from tests.db.api.reading import column, rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@pytest.fixture
def people(session: Session) -> None:
    zelensky = b.actor(session, "volodymyr-zelensky", "person", label="Volodymyr Zelensky")
    for name in ("Volodymyr Zelensky", "Zelenskyy", "Зеленський", "Володимир Зеленський"):
        b.name(session, zelensky, name)
    erdogan = b.actor(session, "recep-tayyip-erdogan", "person", label="Recep Tayyip Erdoğan")
    b.name(session, erdogan, "Recep Tayyip Erdoğan")
    xi = b.actor(session, "xi-jinping", "person", label="Xi Jinping")
    b.name(session, xi, "习近平")


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("query", "local_key"),
    [
        ("Volodymyr Zelensky", "volodymyr-zelensky"),
        ("zelenskyy", "volodymyr-zelensky"),
        ("Zelen", "volodymyr-zelensky"),
        ("Zelenksy", "volodymyr-zelensky"),
        ("Volodimir Zelenski", "volodymyr-zelensky"),
        ("зеленський", "volodymyr-zelensky"),
        ("ЗЕЛЕНСЬКИЙ", "volodymyr-zelensky"),
        ("Зеленский", "volodymyr-zelensky"),
        ("Erdogan", "recep-tayyip-erdogan"),
        ("ERDOĞAN", "recep-tayyip-erdogan"),
        ("习近平", "xi-jinping"),
    ],
)
def test_a_name_is_found_in_any_spelling(session: Session, query: str, local_key: str) -> None:
    found = column(session, f"SELECT key FROM api.search('{query}')")
    assert found[:1] == [f"test:{local_key}"]


@pytest.mark.usefixtures("people")
def test_an_equal_name_comes_before_a_beginning_and_that_before_a_likeness(session: Session) -> None:
    b.name(session, b.actor(session, "zelenskyy-foundation"), "Zelenskyy Foundation")
    b.name(session, b.actor(session, "zelensk"), "Zelensk")
    found = rows(session, "SELECT key, matched, matched_in FROM api.search('Zelenskyy')")
    assert [key for key, _, _ in found] == [
        "test:volodymyr-zelensky",
        "test:zelenskyy-foundation",
        "test:zelensk",
    ]
    assert found[0][1:] == ("Zelenskyy", "name")


def test_the_words_of_texts_are_found_with_where_they_stand(session: Session) -> None:
    b.statement(session, "said", b.actor(session, "us"), content="Peace is impossible without Ukraine.")
    b.event(session, "meeting").summary = "They talked about peace in Riyadh."
    b.document(session, "article", "Nothing.", "Peace was far away.")
    b.actor(session, "league", "igo", label="League for peace")
    session.flush()
    found = rows(session, "SELECT key, kind, matched_in FROM api.search('peace')")
    assert found == [
        ("test:league", "actor", "label"),
        ("test:said", "statement", "content"),
        ("test:meeting", "event", "summary"),
        ("test:article", "document", "paragraph 2"),
    ]


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("query", ["", "   ", "%", "_", "\\", "'' OR 1=1", '"unclosed', "((!&|:*"])
def test_odd_queries_find_nothing_and_break_nothing(session: Session, query: str) -> None:
    assert rows(session, f"SELECT * FROM api.search('{query}')") == []


def test_each_record_comes_once_and_no_more_than_asked_for(session: Session) -> None:
    for number in range(5):
        state = b.actor(session, f"state-{number}", label=f"State {number}")
        b.name(session, state, f"State {number}")
        b.name(session, state, f"State No {number}")
    assert len(set(column(session, "SELECT key FROM api.search('state')"))) == 5
    assert len(column(session, "SELECT key FROM api.search('state')")) == 5
    assert len(column(session, "SELECT key FROM api.search('state', 3)")) == 3


def test_a_name_of_a_merged_record_finds_the_survivor(session: Session) -> None:
    russia, moscow = b.actor(session, "russia"), b.actor(session, "moscow")
    b.name(session, moscow, "Moscow")
    b.merge(session, moscow, russia)
    assert rows(session, "SELECT key, label FROM api.search('Moscow')") == [("test:russia", "russia")]
