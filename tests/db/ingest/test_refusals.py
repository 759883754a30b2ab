"""Input that only the database can refuse: told with file, line, field and value, and nothing is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import text

from geodb.db.session import Database
from geodb.errors import ConstraintError, DossierError, Problem
from geodb.services.load_dossier import load_dossiers
from tests.db.ingest.small import ARTICLE, extra, line_of, person, rows, small, snapshot, write


def refused(db: Database, folder: Path) -> Problem:
    """The only problem that a load is refused for, once it is clear that the tables are as they were."""
    before = snapshot(db)
    with pytest.raises(DossierError) as caught:
        load_dossiers(db, [folder])
    assert snapshot(db) == before
    assert caught.value.exit_code == 1
    (problem,) = caught.value.problems
    assert problem.file == str(folder / "dossier.yaml")
    return problem


@dataclass(frozen=True)
class Slip:
    """Something that does not exist in the place of what does."""

    section: str
    field: str
    value: str
    message: str
    hint: str


SLIPS = {
    "code": Slip("events", "kind", "meetng", "not a code of event_kind", "meeting"),
    "term": Slip("events", "plover", "CONSLT", "not a code of plover", "CONSULT"),
    "country": Slip("actors", "country", "US", "not a code of country", "USA"),
    "office": Slip("statements", "capacity", "envoi", "no such office", "envoy"),
    "event": Slip("statements", "occasion", "meting", "no such event", "meeting"),
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_what_does_not_exist_is_named_with_what_was_meant(
    fresh_db: Database, tmp_path: Path, slip: Slip
) -> None:
    dossier = small()
    dossier[slip.section][0][slip.field] = slip.value
    folder = write(tmp_path / "a", dossier)
    problem = refused(fresh_db, folder)
    assert (problem.message, problem.value) == (slip.message, slip.value)
    assert problem.field == f"{slip.section}[0].{slip.field}"
    assert problem.line == line_of(folder, f"{slip.field}: {slip.value}")
    assert slip.hint in str(problem.hint)


def test_an_unknown_dataset_is_named_with_those_there_are(fresh_db: Database, tmp_path: Path) -> None:
    dossier = small(dataset="nowhere", dataset_title=None)
    problem = refused(fresh_db, write(tmp_path / "a", dossier))
    assert (problem.message, problem.field, problem.value) == (
        "there is no such dataset",
        "dataset",
        "nowhere",
    )
    assert "geodb" in str(problem.hint)


def test_the_nearest_name_of_the_database_is_suggested(fresh_db: Database, tmp_path: Path) -> None:
    load_dossiers(fresh_db, [write(tmp_path / "a", small())])
    b = extra(actor_relations=[{"from": "Bob Bakre", "kind": "rivalry", "to": "ann"}])
    assert "test:bob" in str(refused(fresh_db, write(tmp_path / "b", b)).hint)


def test_a_record_that_dossier_and_database_both_have_is_suggested_once(
    fresh_db: Database, tmp_path: Path
) -> None:
    folder = write(tmp_path / "a", small())
    load_dossiers(fresh_db, [folder])
    problem = refused(fresh_db, write(tmp_path / "a", small(notes=[{"on": "bob-baker", "text": "x"}])))
    assert "bob" in str(problem.hint)
    assert "test:bob" not in str(problem.hint)


def test_a_name_of_several_records_is_not_guessed(fresh_db: Database, tmp_path: Path) -> None:
    twins = extra(actors=[person("ann-1", "Ann"), person("ann-2", "Ann")])
    load_dossiers(fresh_db, [write(tmp_path / "a", twins)])
    b = extra(
        actors=[person("bob", "Bob")], actor_relations=[{"from": "Ann", "kind": "rivalry", "to": "bob"}]
    )
    problem = refused(fresh_db, write(tmp_path / "b", b))
    assert problem.message == "several records have this name"
    assert problem.hint == "write the key: test:ann-1 or test:ann-2"


def test_a_record_of_another_kind_is_refused_where_an_actor_is_due(
    fresh_db: Database, tmp_path: Path
) -> None:
    load_dossiers(fresh_db, [write(tmp_path / "a", small())])
    b = extra(actor_relations=[{"from": "ann", "kind": "rivalry", "to": "envoy"}])
    problem = refused(fresh_db, write(tmp_path / "b", b))
    assert "office" in problem.message
    assert (problem.field, problem.value) == ("actor_relations[0].to", "envoy")


def test_a_key_that_stands_for_another_kind_is_refused(fresh_db: Database, tmp_path: Path) -> None:
    load_dossiers(fresh_db, [write(tmp_path / "a", small())])
    folder = write(tmp_path / "b", extra(actors=[person("rome", "Rome")]))
    problem = refused(fresh_db, folder)
    assert (
        problem.message
        == "the database has this key for a record of kind place, so it cannot be one of kind actor"
    )
    assert (problem.field, problem.value) == ("actors[0].key", "test:rome")
    assert problem.line == line_of(folder, "key: rome")


def test_a_key_that_two_dossiers_of_a_load_use_for_two_kinds_is_refused(
    fresh_db: Database, tmp_path: Path
) -> None:
    before = snapshot(fresh_db)
    a = write(tmp_path / "a", extra(actors=[person("rome", "Rome")]))
    b = write(tmp_path / "b", extra(places=[{"key": "rome", "label": "Rome", "kind": "city"}]))
    with pytest.raises(DossierError, match="kind 'actor' and 'place'"):
        load_dossiers(fresh_db, [a, b])
    assert snapshot(fresh_db) == before


def test_a_text_that_changed_under_its_key_is_refused(fresh_db: Database, tmp_path: Path) -> None:
    load_dossiers(fresh_db, [write(tmp_path / "a", small())])
    folder = write(tmp_path / "a", small(), ARTICLE.replace("Monday", "Tuesday"))
    problem = refused(fresh_db, folder)
    assert "texts never change" in problem.message
    assert (problem.field, problem.line) == ("article.text", line_of(folder, "text: article.txt"))


def test_a_text_that_is_held_under_another_key_is_refused(fresh_db: Database, tmp_path: Path) -> None:
    load_dossiers(fresh_db, [write(tmp_path / "a", small())])
    problem = refused(fresh_db, write(tmp_path / "b", small()))
    assert problem.message == "the database has this text already, as test:a.text"


def test_overlapping_holdings_of_an_office_for_one_are_refused(fresh_db: Database, tmp_path: Path) -> None:
    load_dossiers(fresh_db, [write(tmp_path / "a", small())])
    folder = write(tmp_path / "b", extra(holdings=[{"holder": "bob", "office": "envoy", "start": "2025-01"}]))
    problem = refused(fresh_db, folder)
    assert problem.message == "Envoy is an office for one, and test:ann--envoy holds it at the same time"
    assert (problem.field, problem.value) == ("holdings[0]", "test:bob--envoy")


def test_an_office_of_several_seats_may_have_several_holders(fresh_db: Database, tmp_path: Path) -> None:
    dossier = small(offices=[{"key": "envoy", "label": "Envoy", "seats": 2}])
    dossier["holdings"].append({"holder": "bob", "office": "envoy", "start": "2025-01"})
    assert load_dossiers(fresh_db, [write(tmp_path / "a", dossier)]).counts["office_holding"].new == 2


def test_two_values_for_the_same_row_are_not_silently_made_one(fresh_db: Database, tmp_path: Path) -> None:
    dossier = small()
    dossier["events"][0]["participants"].append({"actor": "bob", "role": "participant", "office": "envoy"})
    problem = refused(fresh_db, write(tmp_path / "a", dossier))
    assert "event_participant (test:meeting, test:bob, participant) is given a second time" in problem.message


def test_the_problems_of_all_files_are_told_at_once(fresh_db: Database, tmp_path: Path) -> None:
    a, b = small(), extra(actors=[person("cec", "Cecil", kind="persn")])
    a["events"][0]["kind"], a["statements"][0]["capacity"] = "meetin", "envoi"
    with pytest.raises(DossierError) as caught:
        load_dossiers(fresh_db, [write(tmp_path / "a", a), write(tmp_path / "b", b)])
    assert {problem.value for problem in caught.value.problems} == {"meetin", "envoi", "persn"}


def test_two_files_with_the_same_key_are_refused(fresh_db: Database, tmp_path: Path) -> None:
    first = write(tmp_path / "one" / "a", small())
    with pytest.raises(DossierError, match="has this key too"):
        load_dossiers(fresh_db, [first, write(tmp_path / "two" / "a", small())])


def test_a_row_refused_in_the_last_table_leaves_nothing_behind(fresh_db: Database, tmp_path: Path) -> None:
    with fresh_db.transaction() as session:
        session.execute(text("ALTER TABLE geodb.evidence ADD CONSTRAINT ck_evidence_none CHECK (false)"))
    before = snapshot(fresh_db)
    with pytest.raises(ConstraintError) as caught:
        load_dossiers(fresh_db, [write(tmp_path / "a", small())])
    assert caught.value.constraint == "ck_evidence_none"
    assert snapshot(fresh_db) == before


def test_what_is_refused_is_kept_with_its_reason(fresh_db: Database, tmp_path: Path) -> None:
    dossier = small()
    dossier["events"][0]["kind"] = "meetin"
    folder = write(tmp_path / "a", dossier)
    refused(fresh_db, folder)
    query = "SELECT input, line, reason, payload -> 'problems' -> 0 ->> 'field' FROM ingest.import_reject"
    file, line = str(folder / "dossier.yaml"), line_of(folder, "kind: meetin")
    assert rows(fresh_db, query) == [(file, line, "not a code of event_kind", "events[0].kind")]


def test_a_refused_dry_run_keeps_nothing(fresh_db: Database, tmp_path: Path) -> None:
    dossier = small()
    dossier["events"][0]["kind"] = "meetin"
    with pytest.raises(DossierError):
        load_dossiers(fresh_db, [write(tmp_path / "a", dossier)], dry_run=True)
    assert rows(fresh_db, "SELECT * FROM ingest.import_reject") == []
