"""Loading dossiers: what is new, changed, unchanged and retracted."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from geodb.db.session import Database
from geodb.errors import DossierError
from geodb.ingest.report import Counts, LoadReport
from geodb.services.load_dossier import load_dossiers
from tests.db.ingest.small import ARTICLE, extra, person, rows, said, small, snapshot, value, write


def load(db: Database, *folders: Path) -> LoadReport:
    return load_dossiers(db, folders)


def done(report: LoadReport) -> dict[str, Counts]:
    """The counts without what is unchanged."""
    return {
        group: Counts(counts.new, counts.changed, 0, counts.retracted)
        for group, counts in report.counts.items()
        if counts.new or counts.changed or counts.retracted
    }


def test_everything_a_dossier_says_is_new_at_first(fresh_db: Database, tmp_path: Path) -> None:
    report = load(fresh_db, write(tmp_path / "a", small()))
    assert {group: counts.new for group, counts in report.counts.items()} == {
        "actor": 2, "document": 1, "event": 1, "event_participant": 2, "event_place": 1, "event_term": 1,
        "evidence": 4, "note": 1, "office": 1, "office_holding": 1, "paragraph": 3, "place": 1,
        "record_name": 2, "reference": 1, "source": 2, "source_author": 1, "statement": 1,
        "statement_actor": 2,
    }  # fmt: skip
    assert report.total == Counts(new=28)


def test_a_second_load_writes_nothing(fresh_db: Database, tmp_path: Path) -> None:
    first = load(fresh_db, folder := write(tmp_path / "a", small()))
    before = snapshot(fresh_db)
    report = load(fresh_db, folder)
    assert report.is_unchanged
    assert report.total == Counts(unchanged=first.total.new)
    assert snapshot(fresh_db) == before


def test_a_comment_in_the_file_changes_nothing(fresh_db: Database, tmp_path: Path) -> None:
    load(fresh_db, folder := write(tmp_path / "a", small()))
    before = snapshot(fresh_db)
    file = folder / "dossier.yaml"
    file.write_text("# looked at again\n" + file.read_text("utf-8"), "utf-8")
    assert load(fresh_db, folder).is_unchanged
    assert snapshot(fresh_db) == before


def test_merging_the_same_rows_again_changes_no_row(fresh_db: Database, tmp_path: Path) -> None:
    load(fresh_db, folder := write(tmp_path / "a", small()))
    changes = "SELECT count(*) FROM audit.change"
    before = value(fresh_db, changes)
    with fresh_db.transaction() as session:
        session.execute(text("UPDATE ingest.dossier SET sha256 = 'of another version of geodb'"))
    assert load(fresh_db, folder).is_unchanged
    assert value(fresh_db, changes) == before


def test_one_changed_field_is_one_changed_record(fresh_db: Database, tmp_path: Path) -> None:
    load(fresh_db, write(tmp_path / "a", small()))
    dossier = small()
    dossier["events"][0]["summary"] = "They met and shook hands."
    assert done(load(fresh_db, write(tmp_path / "a", dossier))) == {"event": Counts(changed=1)}
    assert value(fresh_db, "SELECT summary FROM geodb.event") == "They met and shook hands."


def test_a_record_whose_label_and_kind_row_both_change_counts_once(
    fresh_db: Database, tmp_path: Path
) -> None:
    load(fresh_db, write(tmp_path / "a", small()))
    dossier = small()
    dossier["events"][0] |= {"summary": "They met again.", "label": "Another meeting"}
    assert done(load(fresh_db, write(tmp_path / "a", dossier))) == {"event": Counts(changed=1)}


def test_a_field_that_the_only_dossier_leaves_out_is_emptied(fresh_db: Database, tmp_path: Path) -> None:
    load(fresh_db, write(tmp_path / "a", small()))
    dossier = small()
    del dossier["events"][0]["summary"], dossier["events"][0]["participants"][0]["office"]
    report = load(fresh_db, write(tmp_path / "a", dossier))
    assert done(report) == {"event": Counts(changed=1), "event_participant": Counts(changed=1)}
    assert value(fresh_db, "SELECT summary FROM geodb.event") is None


def test_what_hangs_on_a_record_is_deleted_when_it_is_dropped(fresh_db: Database, tmp_path: Path) -> None:
    load(fresh_db, write(tmp_path / "a", small()))
    dossier = small()
    del dossier["events"][0]["participants"][1]
    assert done(load(fresh_db, write(tmp_path / "a", dossier))) == {"event_participant": Counts(retracted=1)}
    assert value(fresh_db, "SELECT count(*) FROM geodb.event_participant") == 1
    (change,) = rows(fresh_db, "SELECT before ->> 'role_code' FROM audit.change WHERE op = 'D'")
    assert change == ("participant",)


def test_a_dropped_record_is_retracted_with_a_reason_and_keeps_what_hangs_on_it(
    fresh_db: Database, tmp_path: Path
) -> None:
    load(fresh_db, write(tmp_path / "a", small()))
    report = load(fresh_db, write(tmp_path / "a", small(statements=None, notes=None)))
    assert done(report) == {"statement": Counts(retracted=1)}
    (found,) = rows(
        fresh_db, "SELECT retracted_at IS NULL, retraction_reason FROM geodb.record WHERE kind = 'statement'"
    )
    assert found == (False, "no longer in dossier test:a")
    assert value(fresh_db, "SELECT count(*) FROM geodb.statement_actor") == 2


def test_a_record_that_returns_stands_again_as_it_was(fresh_db: Database, tmp_path: Path) -> None:
    load(fresh_db, write(tmp_path / "a", small()))
    before = said(fresh_db)
    load(fresh_db, write(tmp_path / "a", small(statements=None, notes=None)))
    report = load(fresh_db, write(tmp_path / "a", small()))
    assert done(report) == {"statement": Counts(changed=1)}
    assert said(fresh_db) == before
    assert load(fresh_db, tmp_path / "a").is_unchanged


def test_what_a_record_lost_while_it_was_retracted_does_not_return(
    fresh_db: Database, tmp_path: Path
) -> None:
    load(fresh_db, write(tmp_path / "a", small()))
    load(fresh_db, write(tmp_path / "a", small(statements=None, notes=None)))
    dossier = small(notes=None)
    dossier["statements"][0]["targets"] = {}
    report = load(fresh_db, write(tmp_path / "a", dossier))
    assert done(report) == {
        "statement": Counts(changed=1), "statement_actor": Counts(retracted=1), "note": Counts(retracted=1)
    }  # fmt: skip


def test_what_a_person_retracted_stays_so_when_its_dossier_is_edited(
    fresh_db: Database, tmp_path: Path
) -> None:
    load(fresh_db, write(tmp_path / "a", small()))
    with fresh_db.transaction() as session:
        session.execute(
            text(
                "UPDATE geodb.record SET retracted_at = now(), retraction_reason = 'no'"
                " WHERE kind = 'statement'"
            )
        )
    dossier = small()
    dossier["events"][0]["summary"] = "They met again."
    load(fresh_db, write(tmp_path / "a", dossier))
    assert value(fresh_db, "SELECT retraction_reason FROM geodb.record WHERE kind = 'statement'") == "no"


def test_dossiers_that_disagree_do_not_overwrite_each_other_in_turns(
    fresh_db: Database, tmp_path: Path
) -> None:
    a = write(tmp_path / "a", small())
    b = write(tmp_path / "b", extra(actors=[person("ann", "Ann Arbor", label="A. Arbor", country="GBR")]))
    load(fresh_db, a)
    assert done(load(fresh_db, b)) == {"actor": Counts(changed=1)}
    assert load(fresh_db, a).is_unchanged
    assert load(fresh_db, b).is_unchanged
    assert (
        value(
            fresh_db,
            "SELECT country_code FROM geodb.actor a JOIN geodb.record USING (id) WHERE key = 'test:ann'",
        )
        == "GBR"
    )


def test_what_one_dossier_leaves_out_does_not_erase_what_another_gave(
    fresh_db: Database, tmp_path: Path
) -> None:
    dossier = small()
    dossier["offices"][0]["seats"] = 3
    load(fresh_db, write(tmp_path / "a", dossier))
    b = extra(actors=[person("ann", "Ann Arbor", sector="GOV")], offices=[{"key": "envoy", "label": "Envoy"}])
    assert done(load(fresh_db, write(tmp_path / "b", b))) == {"actor": Counts(changed=1)}
    query = "SELECT country_code, sector FROM geodb.actor JOIN geodb.record USING (id) WHERE key = 'test:ann'"
    assert rows(fresh_db, query) == [("USA", "GOV")]
    assert value(fresh_db, "SELECT seats FROM geodb.office") == 3


def test_what_a_person_added_is_not_erased_by_a_dossier_that_is_silent_about_it(
    fresh_db: Database, tmp_path: Path
) -> None:
    load(fresh_db, write(tmp_path / "a", extra(actors=[person("ann", "Ann Arbor")])))
    with fresh_db.transaction() as session:
        session.execute(text("DELETE FROM ingest.contribution"))
        session.execute(text("UPDATE geodb.actor SET sector = 'MIL'"))
    load(fresh_db, write(tmp_path / "b", extra(actors=[person("ann", "Ann Arbor")])))
    assert value(fresh_db, "SELECT sector FROM geodb.actor") == "MIL"


def test_names_of_several_dossiers_are_united(fresh_db: Database, tmp_path: Path) -> None:
    b = extra(
        actors=[person("ann", "Ann Arbor", names=[{"name": "Ann Arbor", "primary": True}, {"name": "Энн"}])]
    )
    load(fresh_db, write(tmp_path / "a", small()), write(tmp_path / "b", b))
    query = (
        "SELECT name FROM geodb.record_name JOIN geodb.record r ON r.id = record_id WHERE r.key = 'test:ann'"
    )
    assert {name for (name,) in rows(fresh_db, query)} == {"Ann Arbor", "Энн"}


def test_only_what_no_dossier_asserts_is_retracted(fresh_db: Database, tmp_path: Path) -> None:
    shared = extra(actors=[person("ann", "Ann Arbor"), person("cec", "Cecil")])
    load(fresh_db, write(tmp_path / "a", shared), write(tmp_path / "b", shared))
    rest = extra(actors=[person("dan", "Dan")])
    assert done(load(fresh_db, write(tmp_path / "a", rest))) == {
        "actor": Counts(new=1), "record_name": Counts(new=1)
    }  # fmt: skip
    report = load(fresh_db, write(tmp_path / "b", rest))
    assert done(report) == {"actor": Counts(retracted=2)}
    assert report.counts["actor"] == Counts(unchanged=1, retracted=2)


def test_the_order_in_which_dossiers_are_named_makes_no_difference(
    fresh_db: Database, tmp_path: Path
) -> None:
    a = write(tmp_path / "a", extra(actors=[person("ann", "Ann", sector="GOV")]))
    b = write(tmp_path / "b", extra(actors=[person("ann", "Ann", sector="MIL")]))
    load(fresh_db, b, a)
    assert value(fresh_db, "SELECT sector FROM geodb.actor") == "MIL"


def test_a_dry_run_reports_the_same_and_writes_nothing(fresh_db: Database, tmp_path: Path) -> None:
    folder = write(tmp_path / "a", small())
    before = snapshot(fresh_db)
    tried = load_dossiers(fresh_db, [folder], dry_run=True)
    assert tried.dry_run
    assert snapshot(fresh_db) == before
    assert tried.counts == load(fresh_db, folder).counts


def test_a_dossier_can_refer_to_another_of_the_same_load(fresh_db: Database, tmp_path: Path) -> None:
    b = extra(actor_relations=[{"from": "ann", "kind": "rivalry", "to": "Bob Baker"}])
    report = load(fresh_db, write(tmp_path / "b", b), write(tmp_path / "z", small()))
    assert report.counts["actor_relation"].new == 1


def test_a_reference_finds_a_record_of_the_database_by_key_or_name(
    fresh_db: Database, tmp_path: Path
) -> None:
    load(fresh_db, write(tmp_path / "a", small()))
    b = {
        **extra(actor_relations=[{"from": "test:ann", "kind": "rivalry", "to": "BOB baker"}]),
        "dataset": "other",
    }
    assert load(fresh_db, write(tmp_path / "b", b)).counts["actor_relation"].new == 1


def test_evidence_of_a_disputed_value_points_to_its_claim(fresh_db: Database, tmp_path: Path) -> None:
    quote = [{"p": 1, "quote": "in Rome on Monday"}]
    claims = [
        {"on": "meeting", "attribute": "when_from", "value": day, "source": source, "evidence": quote}
        for day, source in (("2025-02-10", None), ("2025-02-11", None), ("2025-02-11", "post"))
    ]
    folder = write(
        tmp_path / "a", small(claims=[{k: v for k, v in each.items() if v} for each in claims[:2]])
    )
    with pytest.raises(Exception, match="given a second time"):
        load(fresh_db, folder)
    claims[1]["evidence"] = [{"p": 1, "quote": "on Monday"}]
    claims[2]["evidence"] = [{"p": 1, "quote": "Monday"}]
    load(
        fresh_db,
        write(tmp_path / "a", small(claims=[{k: v for k, v in each.items() if v} for each in claims])),
    )
    query = """
        SELECT e.exact, c.value #>> '{}', r.key FROM geodb.evidence e JOIN geodb.claim c ON c.id = e.claim_id
        JOIN geodb.record r ON r.id = c.source_id ORDER BY 1
    """
    assert rows(fresh_db, query) == [
        ("Monday", "2025-02-11", "test:post"), ("in Rome on Monday", "2025-02-10", "test:a"),
        ("on Monday", "2025-02-11", "test:a"),
    ]  # fmt: skip


def test_a_holding_is_certain_from_its_latest_start_to_its_earliest_end(
    fresh_db: Database, tmp_path: Path
) -> None:
    load(fresh_db, write(tmp_path / "a", small()))
    query = "SELECT span::text, certain_span::text FROM geodb.office_holding"
    assert rows(fresh_db, query) == [("[2024-05-01,2025-07-01)", "[2024-05-31,2025-06-01)")]


def test_the_days_of_a_life_are_those_of_all_who_tell_of_it(fresh_db: Database, tmp_path: Path) -> None:
    """One dossier knows when somebody was born, another when they died: the span is of both."""
    load(fresh_db, write(tmp_path / "a", extra(actors=[person("bob", "Bob Baker", founded="1901")])))
    load(fresh_db, write(tmp_path / "b", extra(actors=[person("bob", "Bob Baker", dissolved="1975-03-02")])))
    assert value(fresh_db, "SELECT life_span::text FROM geodb.actor") == "[1901-01-01,1975-03-03)"


def test_the_run_and_the_change_log_name_the_import(fresh_db: Database, tmp_path: Path) -> None:
    report = load(fresh_db, folder := write(tmp_path / "a", small()))
    ((run, status, input_, counts),) = rows(
        fresh_db, "SELECT id, status, input, counts FROM ingest.import_run WHERE importer LIKE 'dossier %'"
    )
    assert (status, input_) == ("done", str(folder / "dossier.yaml"))
    assert counts["actor"]["new"] == report.counts["actor"].new
    assert rows(
        fresh_db, "SELECT DISTINCT import_id, reason FROM audit.change WHERE table_name = 'event'"
    ) == [(run, "load dossiers")]
    assert rows(fresh_db, "SELECT DISTINCT import_id FROM geodb.record") == [(run,)]


def test_two_processes_read_what_one_writes(fresh_db: Database, tmp_path: Path) -> None:
    folders = [write(tmp_path / name, small(dataset=name), f"{ARTICLE} {name}") for name in ("a", "b", "c")]
    told: list[tuple[int, int]] = []
    report = load_dossiers(fresh_db, folders, jobs=2, progress=lambda *numbers: told.append(numbers))
    assert report.counts["statement"].new == 3
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert load_dossiers(fresh_db, folders).is_unchanged


def test_processes_tell_all_problems_of_all_files(fresh_db: Database, tmp_path: Path) -> None:
    bad: dict[str, object] = {"actors": [person("ann", "Ann Arbor", evidence=[{"p": 1, "quote": "Nobody"}])]}
    folders = [write(tmp_path / name, small(**bad)) for name in ("a", "b")]
    with pytest.raises(DossierError) as error:
        load_dossiers(fresh_db, folders, jobs=2)
    assert {Path(problem.file or "").parent.name for problem in error.value.problems} == {"a", "b"}


def test_a_footnote_that_is_found_later_makes_its_paragraph_one(fresh_db: Database, tmp_path: Path) -> None:
    reference = {"marker": "[1]", "source": "post"}
    load(fresh_db, write(tmp_path / "a", small(references=[reference])))
    report = load(fresh_db, write(tmp_path / "a", small(references=[{**reference, "p": 3}])))
    assert done(report) == {"paragraph": Counts(changed=1), "reference": Counts(changed=1)}
    assert value(fresh_db, "SELECT no FROM geodb.paragraph WHERE kind_code = 'footnote'") == 3
