"""Rows that several dossiers give: who counts is told, and what nobody gives any more does not stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geodb.ingest.overrides import Override
from geodb.services.load_dossier import load_dossiers
from tests.db.ingest.small import extra, person, value, write

if TYPE_CHECKING:
    from pathlib import Path

    from geodb.db.session import Database
    from tests.fixtures.cli import Cli

WHEN = "SELECT edtf FROM geodb.event JOIN geodb.record USING (id) WHERE key = 'test:signing'"


def said(folder: Path, name: str, when: str | None, **fields: Any) -> Path:  # noqa: ANN401 - what a dossier has
    event = {"key": "signing", "label": "A signing", "kind": "signing", "when": when, **fields}
    given = {key: part for key, part in event.items() if part is not None}
    evidence = [{"p": 1, "quote": "signed"}]
    article = {"text": "article.txt", "key": name, "kind": "news", "language": "en"}
    dossier = extra(
        article=article,
        actors=[person("ann", "Ann Arbor", country="KEN")],
        events=[{**given, "evidence": evidence}],
    )
    return write(folder / name, dossier, f"They signed, says {name}.")


def test_a_value_that_another_dossier_gives_otherwise_is_told(fresh_db: Database, tmp_path: Path) -> None:
    first, second = said(tmp_path, "a", "2026-05-03"), said(tmp_path, "b", "2026-05-05", summary="New.")
    assert load_dossiers(fresh_db, [first]).overridden == ()
    told = Override("test:signing", "event.edtf", "2026-05-03", "2026-05-05")
    assert load_dossiers(fresh_db, [second], dry_run=True).overridden == (told,)
    assert load_dossiers(fresh_db, [second]).overridden == (told,)
    assert value(fresh_db, WHEN) == "2026-05-05"
    assert load_dossiers(fresh_db, [second]).overridden == ()


def test_two_dossiers_of_one_load_that_differ_are_told(fresh_db: Database, tmp_path: Path) -> None:
    both = [said(tmp_path, "a", "2026-05-03"), said(tmp_path, "b", "2026-05-05")]
    assert load_dossiers(fresh_db, both).overridden == (
        Override("test:signing", "event.edtf", "2026-05-03", "2026-05-05"),
    )


def test_a_reference_is_told_by_its_key(fresh_db: Database, tmp_path: Path) -> None:
    places = [{"key": place, "label": place.title(), "kind": "city"} for place in ("rome", "oslo")]
    within = {"key": "square", "label": "The square", "kind": "site"}
    folders = []
    for name, parent in (("a", "rome"), ("b", "oslo")):
        article = {"text": "article.txt", "key": name, "kind": "news", "language": "en"}
        dossier = extra(article=article, places=[*places, {**within, "parent": parent}])
        folders.append(write(tmp_path / name, dossier, f"The square, says {name}."))
    load_dossiers(fresh_db, folders[:1])
    assert load_dossiers(fresh_db, folders[1:]).overridden == (
        Override("test:square", "place.parent_id", "test:rome", "test:oslo"),
    )


def test_a_value_goes_with_the_dossier_that_gave_it(fresh_db: Database, tmp_path: Path) -> None:
    """The date of b stayed, although nobody gave it any more, and a's load was left out as unchanged."""
    first, second = said(tmp_path, "a", "2026-05-03"), said(tmp_path, "b", "2026-05-05")
    load_dossiers(fresh_db, [first])
    load_dossiers(fresh_db, [second])
    article = {"text": "article.txt", "key": "b", "kind": "news", "language": "en"}
    write(second, extra(article=article), "They signed, says b.")
    load_dossiers(fresh_db, [second])
    report = load_dossiers(fresh_db, [first])
    assert value(fresh_db, WHEN) == "2026-05-03"
    assert report.counts["event"].changed == 1
    assert load_dossiers(fresh_db, [first]).is_unchanged


def test_the_command_tells_it(cli: Cli, fresh_db: Database, tmp_path: Path) -> None:
    load_dossiers(fresh_db, [said(tmp_path, "a", "2026-05-03")])
    result = cli("load", str(said(tmp_path, "b", "2026-05-05")), db=fresh_db)
    assert result.code == 0
    assert "test:signing: event.edtf '2026-05-03' becomes '2026-05-05'" in result.err


def test_so_does_json(cli: Cli, fresh_db: Database, tmp_path: Path) -> None:
    load_dossiers(fresh_db, [said(tmp_path, "a", "2026-05-03")])
    result = cli("load", str(said(tmp_path, "b", "2026-05-05")), "--json", db=fresh_db)
    assert [each["field"] for each in result.json["overridden"]] == ["event.edtf"]
