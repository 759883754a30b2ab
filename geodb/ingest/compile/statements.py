"""Statements and the actors in them."""

from __future__ import annotations

from collections.abc import Iterator

from geodb.dossier.statements import Statement
from geodb.ingest.compile.rows import Rows, edtf


def add_statement(rows: Rows, key: str, statement: Statement) -> None:
    """A statement, the actors in it, and what it is about."""
    rows.add(
        "statement",
        id=key,
        form_code=statement.form,
        content=statement.content,
        verbatim=statement.verbatim,
        is_truncated=statement.truncated,
        lang=statement.language,
        original_text=statement.original_text,
        medium_code=statement.medium,
        capacity_id=rows.key(statement.capacity),
        occasion_id=rows.key(statement.occasion),
        speech_act_code=statement.speech_act,
        said_edtf=edtf(statement.said),
        canonical_id=rows.key(statement.canonical),
    )
    for actor, role, stance, hop in _actors(statement):
        rows.add(
            "statement_actor",
            statement_id=key,
            actor_id=rows.key(actor),
            role_code=role,
            stance_code=stance,
            hop=hop,
        )
    for subject in statement.about:
        rows.add("record_subject", record_id=key, subject_id=rows.key(subject))


def _actors(statement: Statement) -> Iterator[tuple[str, str, str | None, int]]:
    """Actor, role, stance and position in the chain of relays."""
    for role, actors in (
        ("speaker", statement.speaker),
        ("on_behalf_of", statement.on_behalf_of),
        ("audience", statement.audience),
    ):
        yield from ((actor, role, None, 0) for actor in actors)
    yield from ((actor, "target", stance, 0) for actor, stance in statement.targets.items())
    yield from ((actor, "reported_by", None, hop) for hop, actor in enumerate(statement.reported_by, start=1))
