"""What loads do to markings: they raise them, and never lower them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geodb.repositories import Repositories
from geodb.services.load_dossier import load_dossiers
from tests.db.ingest.small import Value, extra, person, rows, small, write

if TYPE_CHECKING:
    from pathlib import Path

    from geodb.db.session import Database


def markings(db: Database) -> dict[str, str]:
    return dict(rows(db, "SELECT key, marking_code FROM geodb.record WHERE marking_code <> 'clear'"))


def also_ann(marking: str) -> Value:
    return extra(marking=marking, actors=[person("ann", "Ann Arbor")])


def test_a_dossier_marks_its_records_and_an_item_itself(fresh_db: Database, tmp_path: Path) -> None:
    actors = [person("ann", "Ann Arbor", marking="red"), person("bob", "Bob Baker")]
    load_dossiers(fresh_db, [write(tmp_path / "a", extra(marking="green", actors=actors))])
    assert markings(fresh_db) == {"test:ann": "red", "test:bob": "green"}


@pytest.mark.parametrize("together", [True, False])
def test_of_several_dossiers_the_strictest_marking_counts(
    fresh_db: Database, tmp_path: Path, *, together: bool
) -> None:
    folders = [write(tmp_path / name, also_ann(name)) for name in ("green", "red", "clear", "amber")]
    for loaded in [folders] if together else [[folder] for folder in folders]:
        load_dossiers(fresh_db, loaded)
    assert markings(fresh_db) == {"test:ann": "red"}


def test_what_was_marked_by_hand_stays_so_when_its_dossier_is_loaded_again(
    fresh_db: Database, tmp_path: Path
) -> None:
    load_dossiers(fresh_db, [write(tmp_path / "a", small())])
    with fresh_db.transaction() as session:
        Repositories(session).actors.mark("test:ann", "amber")
    load_dossiers(fresh_db, [write(tmp_path / "a", small(notes=None))])
    assert markings(fresh_db) == {"test:ann": "amber"}
    load_dossiers(fresh_db, [write(tmp_path / "a", small(marking="amber_strict"))])
    assert markings(fresh_db)["test:ann"] == "amber_strict"
