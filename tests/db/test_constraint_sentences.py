"""Every rule of the database is told in a sentence of its own, or tells itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from geodb.db.constraint_sentences import SENTENCES, SHARED_RULES, sentence_for
from geodb.errors import CheckFailed
from geodb.repositories import Repositories
from tests import builders as b

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

CATALOG = """
SELECT c.conname AS name, t.relname AS table_name
FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
WHERE n.nspname IN ('geodb', 'audit', 'ingest') AND c.contype IN ('c', 'u', 'x')
UNION
SELECT i.relname, t.relname
FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
JOIN pg_namespace n ON n.oid = t.relnamespace
WHERE n.nspname IN ('geodb', 'audit', 'ingest') AND x.indisunique AND NOT x.indisprimary
"""
NAMED = """
SELECT c.conname FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
WHERE n.nspname IN ('geodb', 'audit', 'ingest') AND c.contype IN ('c', 'u', 'x', 'p', 'f')
    AND c.conname !~ '^(pk|fk|uq|ck|ex)_[a-z0-9_]{1,47}$'
"""


@pytest.fixture
def rules(session: Session) -> dict[str, str]:
    return {row.name: row.table_name for row in session.execute(text(CATALOG))}


def test_every_rule_of_the_catalog_has_a_sentence(rules: dict[str, str]) -> None:
    assert len(rules) > 100
    assert [name for name, table in rules.items() if not sentence_for(name, table)] == []


def test_no_sentence_is_left_over_from_a_rule_that_is_gone(rules: dict[str, str]) -> None:
    assert SENTENCES.keys() - rules.keys() == set()
    assert [rule for rule in SHARED_RULES if not any(name.endswith(f"_{rule}") for name in rules)] == []


def test_every_constraint_is_named_so_that_its_kind_tells(session: Session) -> None:
    assert session.scalars(text(NAMED)).all() == []


@pytest.mark.parametrize("sentence", [*SENTENCES.values(), *SHARED_RULES.values()])
def test_a_sentence_reads_well_before_a_colon_and_the_values(sentence: str) -> None:
    assert sentence[0].islower() or sentence.startswith(("an ISO", "a SHA"))
    assert not sentence.endswith((".", ":", " "))


def test_a_reference_needs_no_sentence_of_its_own() -> None:
    assert sentence_for("fk_actor_kind_code", "actor") is None


def test_a_user_reads_the_sentence_and_the_values(session: Session) -> None:
    b.actor(session, "a")
    with pytest.raises(CheckFailed) as caught:
        Repositories(session).actors.add_name("test:a", "Ann", lang="English")
    assert caught.value.message == (
        "a language is a BCP 47 tag, as in uk or zh-Hant: record_name.lang is 'English'"
    )
