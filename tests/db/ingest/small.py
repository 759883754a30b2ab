"""A dossier small enough to be read at a glance, and what tests do with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml
from sqlalchemy import text

from geodb.db.base import Base

if TYPE_CHECKING:
    from pathlib import Path

    from geodb.db.session import Database

ARTICLE = (
    "Ann Arbor met Bob Baker in Rome on Monday.\n"
    "“We want peace,” Ann Arbor said, and “nothing else.”\n"
    "[1] A post by Ann Arbor."
)

Dossier: TypeAlias = dict[str, Any]
Value: TypeAlias = Any


def small(**changes: Value) -> Dossier:
    """Two people, an office, a place, an event, a statement; the sections given replace its own."""
    dossier: Dossier = {
        "dossier": 1,
        "dataset": "test",
        "dataset_title": "Tests",
        "article": {"text": "article.txt", "kind": "news", "language": "en"},
        "references": [{"marker": "[1]", "p": 3, "source": "post"}],
        "sources": [{"key": "post", "kind": "social_post", "title": "A post", "authors": ["ann"]}],
        "actors": [
            person("ann", "Ann Arbor", country="USA", evidence=[{"p": 1, "quote": "Ann Arbor"}]),
            person("bob", "Bob Baker", evidence=[{"p": 1, "quote": "Bob Baker"}]),
        ],
        "offices": [{"key": "envoy", "label": "Envoy"}],
        "holdings": [{"holder": "ann", "office": "envoy", "start": "2024-05", "end": "2025-06"}],
        "places": [{"key": "rome", "label": "Rome", "kind": "city", "country": "ITA"}],
        "events": [
            {
                "key": "meeting",
                "label": "A meeting in Rome",
                "kind": "meeting",
                "when": "2025-02-12",
                "summary": "They met.",
                "participants": [
                    {"actor": "ann", "role": "participant", "office": "envoy"},
                    {"actor": "bob", "role": "participant"},
                ],
                "places": [{"place": "rome"}],
                "plover": "CONSULT",
                "evidence": [{"p": 1, "quote": "met Bob Baker in Rome"}],
            }
        ],
        "statements": [
            {
                "key": "peace",
                "speaker": ["ann"],
                "capacity": "envoy",
                "targets": {"bob": "positive"},
                "occasion": "meeting",
                "form": "verbatim",
                "verbatim": "We want peace",
                "marker": "[1]",
                "evidence": [{"p": 2, "quote": "We want peace"}],
            }
        ],
        "notes": [{"on": ["peace"], "text": "Monday of which week?"}],
    }
    return {name: section for name, section in {**dossier, **changes}.items() if section is not None}


def person(key: str, name: str, **fields: Value) -> dict[str, Any]:
    return {"key": key, "kind": "person", "names": [{"name": name, "primary": True}], **fields}


def extra(**sections: Value) -> Dossier:
    """A dossier of the same dataset without an article, so that it can add to what the small one says."""
    return {"dossier": 1, "dataset": "test", "dataset_title": "Tests", **sections}


def write(folder: Path, dossier: Dossier, article: str | None = ARTICLE) -> Path:
    """Write a dossier, whose key is the folder's name, and its article."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dossier.yaml").write_text(_yaml(dossier), "utf-8")
    if article is not None and "article" in dossier:
        (folder / "article.txt").write_text(article, "utf-8")
    return folder


def _yaml(dossier: Dossier) -> str:
    plain = json.loads(json.dumps(dossier))  # nothing twice, or YAML would write anchors
    return yaml.safe_dump(plain, sort_keys=False, allow_unicode=True)


def line_of(folder: Path, text: str) -> int:
    """The line of the dossier in `folder` that holds `text`."""
    lines = (folder / "dossier.yaml").read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def rows(db: Database, query: str, **parameters: Value) -> list[tuple[Any, ...]]:
    with db.read() as session:
        return [tuple(row) for row in session.execute(text(query), parameters)]


def value(db: Database, query: str, **parameters: Value) -> Value:
    ((found,),) = rows(db, query, **parameters)
    return found


def snapshot(
    db: Database, *, but: frozenset[str] = frozenset({"ingest.import_reject"})
) -> dict[str, list[Any]]:
    """All rows of all tables, to be compared with those of another moment."""
    names = [table.fullname for table in Base.metadata.sorted_tables if table.fullname not in but]
    return {
        name: sorted(value for (value,) in rows(db, f"SELECT t::text FROM {name} AS t")) for name in names
    }


def said(db: Database) -> dict[str, list[Any]]:
    """What the database says, apart from surrogate keys and times: to compare databases."""
    query = "SELECT kind, key, label, retracted_at IS NULL FROM geodb.record ORDER BY key"
    names = "SELECT key, name, is_primary FROM geodb.record_name n JOIN geodb.record r ON r.id = record_id"
    spans = (
        "SELECT r.key, e.paragraph_no, e.start_offset, e.exact FROM geodb.evidence e"
        " JOIN geodb.record r ON r.id = e.record_id"
    )
    return {each: sorted(rows(db, each), key=str) for each in (query, names, spans)}
