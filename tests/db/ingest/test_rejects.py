"""What a load refuses is kept, once, with its reasons and its text, and goes through when it is mended."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from geodb.db.session import Database
from geodb.errors import ConstraintError, DossierError, NotFound, Problem
from geodb.ingest import rejects as ingest_rejects
from geodb.ingest.rejects import contents, refused_dossiers, store_rejects
from geodb.services.load_dossier import load_dossiers
from geodb.services.rejects import Reject, drop, get_reject, list_rejects, retry, retry_all
from tests.db.ingest.small import ARTICLE, extra, person, rows, small, snapshot, value, write


def refuse(db: Database, *paths: Path) -> None:
    with pytest.raises((DossierError, ConstraintError)):
        load_dossiers(db, paths)


def slip() -> dict[str, Any]:
    dossier = small()
    dossier["events"][0]["kind"] = "meetng"
    return dossier


def only(db: Database) -> Reject:
    (reject,) = list_rejects(db)
    return reject


def test_a_refused_dossier_is_one_reject_with_all_its_problems(fresh_db: Database, tmp_path: Path) -> None:
    dossier = slip()
    dossier["statements"][0]["medium"] = "telly"
    folder = write(tmp_path / "a", dossier)
    refuse(fresh_db, folder)
    reject = only(fresh_db)
    assert (reject.input, reject.line) == (str(folder / "dossier.yaml"), 52)
    assert reject.reason == "not a code of event_kind (and 1 more)"
    assert [problem["value"] for problem in reject.problems] == ["meetng", "telly"]
    assert reject.paths == [folder / "dossier.yaml"]


def test_the_words_are_kept_as_they_were(fresh_db: Database, tmp_path: Path) -> None:
    folder = write(tmp_path / "a", slip())
    refuse(fresh_db, folder)
    (kept,) = only(fresh_db).kept.values()
    assert contents(kept) == {name: (folder / name).read_bytes() for name in ("dossier.yaml", "article.txt")}


@pytest.mark.parametrize("odd", [b"\xff\xfe\x00", b"dossier: 1\nnote: '\x00'\n", b"", b"- \xed\xa0\x80"])
def test_what_is_no_text_is_kept_too(fresh_db: Database, tmp_path: Path, odd: bytes) -> None:
    folder = write(tmp_path / "a", small())
    (folder / "dossier.yaml").write_bytes(odd)
    refuse(fresh_db, folder)
    (kept,) = only(fresh_db).kept.values()
    assert contents(kept) == {"dossier.yaml": odd}


def test_an_article_that_cannot_be_read_is_a_reject_of_its_dossier(
    fresh_db: Database, tmp_path: Path
) -> None:
    folder = write(tmp_path / "a", small())
    (folder / "article.txt").write_bytes(b"M\xfcnchen")
    refuse(fresh_db, folder)
    reject = only(fresh_db)
    assert reject.paths == [folder / "dossier.yaml"]
    assert contents(reject.kept[str(folder / "dossier.yaml")])["article.txt"] == b"M\xfcnchen"


def test_no_file_outside_the_folder_is_kept(fresh_db: Database, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    folder = write(tmp_path / "a", small(article={"text": "../secret.txt", "kind": "news"}))
    (folder / "article.txt").unlink()
    (folder / "article.txt").symlink_to(tmp_path / "secret.txt")
    refuse(fresh_db, folder)
    refuse(fresh_db, write(folder, small(), None))
    assert 'secret"' not in json.dumps([list(each.kept.values()) for each in list_rejects(fresh_db)])
    assert set(only(fresh_db).kept[str(folder / "dossier.yaml")]) == {"dossier.yaml"}


def test_what_is_too_large_is_not_copied(
    fresh_db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest_rejects, "MAX_KEPT_BYTES", 500)
    folder = write(tmp_path / "a", slip())
    refuse(fresh_db, folder)
    reject = only(fresh_db)
    assert reject.kept == {}
    shutil.rmtree(folder)
    assert "is gone, and was not kept" in str(retry(fresh_db, reject).error)


def test_what_is_refused_again_stays_one_reject_with_its_latest_reason(
    fresh_db: Database, tmp_path: Path
) -> None:
    folder = write(tmp_path / "a", slip())
    refuse(fresh_db, folder)
    first = only(fresh_db)
    dossier = small()
    dossier["statements"][0]["medium"] = "telly"
    refuse(fresh_db, write(folder, dossier))
    assert (only(fresh_db).id, only(fresh_db).reason) == (first.id, "not a code of medium")


def test_each_refused_dossier_of_a_load_has_its_own_reject(fresh_db: Database, tmp_path: Path) -> None:
    a, b = write(tmp_path / "a", slip()), write(tmp_path / "b", extra(actors=[person("c", "C", kind="x")]))
    good = write(tmp_path / "good", extra(actors=[person("dot", "Dot Dash")]))
    refuse(fresh_db, a, b, good)
    assert [reject.paths[0].parent.name for reject in list_rejects(fresh_db)] == ["a", "b"]


def test_what_only_the_database_refuses_is_a_reject_of_all_that_was_loaded(
    fresh_db: Database, tmp_path: Path
) -> None:
    with fresh_db.transaction() as session:
        session.execute(text("ALTER TABLE geodb.evidence ADD CONSTRAINT ck_evidence_none CHECK (false)"))
    a, b = write(tmp_path / "a", small()), write(tmp_path / "b", extra(actors=[person("cec", "Cecil")]))
    refuse(fresh_db, a, b)
    reject = only(fresh_db)
    assert reject.input == f"{a}/dossier.yaml and 1 more"
    with fresh_db.transaction() as session:
        session.execute(text("ALTER TABLE geodb.evidence DROP CONSTRAINT ck_evidence_none"))
    assert retry(fresh_db, reject).report is not None
    assert list_rejects(fresh_db) == []


def test_a_retry_loads_the_file_as_it_is_now(fresh_db: Database, tmp_path: Path) -> None:
    folder = write(tmp_path / "a", slip())
    refuse(fresh_db, folder)
    reject = only(fresh_db)
    again = retry(fresh_db, reject)
    assert "not a code of event_kind" in str(again.error)
    assert only(fresh_db).id == reject.id
    write(folder, small())
    through = retry(fresh_db, reject)
    assert (through.error, through.report and through.report.counts["event"].new) == (None, 1)
    assert list_rejects(fresh_db) == []
    assert get_reject(fresh_db, reject.id).resolved_at is not None


def test_a_retry_loads_what_was_kept_if_the_file_is_gone(fresh_db: Database, tmp_path: Path) -> None:
    office = {"key": "envoy", "label": "Envoy"}
    holding = {"holder": "Ann Arbor", "office": "envoy"}
    folder = write(tmp_path / "late", extra(offices=[office], holdings=[holding]))
    refuse(fresh_db, folder)  # nobody knows her yet
    shutil.rmtree(folder)
    assert "no such actor" in str(retry(fresh_db, only(fresh_db)).error)
    load_dossiers(fresh_db, [write(tmp_path / "a", extra(actors=[person("ann", "Ann Arbor")]))])
    assert retry(fresh_db, only(fresh_db)).error is None
    assert list_rejects(fresh_db) == []
    assert rows(fresh_db, "SELECT key FROM ingest.dossier ORDER BY key") == [("test:a",), ("test:late",)]


def test_a_plain_load_of_the_mended_file_closes_its_reject(fresh_db: Database, tmp_path: Path) -> None:
    folder = write(tmp_path / "a", slip())
    refuse(fresh_db, folder)
    load_dossiers(fresh_db, [write(folder, small())], dry_run=True)
    assert len(list_rejects(fresh_db)) == 1
    load_dossiers(fresh_db, [folder])
    assert list_rejects(fresh_db) == []


def test_retrying_all_goes_on_after_one_that_fails(fresh_db: Database, tmp_path: Path) -> None:
    a = write(tmp_path / "a", slip())
    b = write(tmp_path / "b", extra(actors=[person("cec", "Cecil", kind="persn")]))
    refuse(fresh_db, a, b)
    write(b, extra(actors=[person("cec", "Cecil")]))
    assert [bool(outcome.error) for outcome in retry_all(fresh_db)] == [True, False]
    assert [reject.paths[0].parent.name for reject in list_rejects(fresh_db)] == ["a"]


def test_a_kept_name_does_not_lead_out_of_the_folder(fresh_db: Database, tmp_path: Path) -> None:
    refuse(fresh_db, write(tmp_path / "a", slip()))
    reject = only(fresh_db)
    gone = str(tmp_path / "gone" / "dossier.yaml")
    files = {gone: {"../../../evil.txt": "evil", "dossier.yaml": "dossier: 1"}}
    hostile = replace(reject, payload={"paths": [gone], "problems": [], "files": files})
    assert "outside its folder" in str(retry(fresh_db, hostile).error)


def test_rejects_of_other_loaders_are_left_alone(fresh_db: Database, tmp_path: Path) -> None:
    with fresh_db.transaction() as session:
        session.execute(
            text("INSERT INTO ingest.import_reject (input, reason, payload) VALUES ('f.csv', 'bad', '\"x\"')")
        )
    assert "only dossiers" in str(retry(fresh_db, only(fresh_db)).error)
    assert list(retry_all(fresh_db)) == []
    load_dossiers(fresh_db, [write(tmp_path / "a", small())])
    assert only(fresh_db).input == "f.csv"


def test_a_number_nobody_has_is_told(fresh_db: Database) -> None:
    with pytest.raises(NotFound, match="no reject 7"):
        get_reject(fresh_db, 7)


def test_a_refusal_leaves_everything_else_as_it_was(fresh_db: Database, tmp_path: Path) -> None:
    before = snapshot(fresh_db)
    refuse(fresh_db, write(tmp_path / "a", slip(), ARTICLE))
    assert snapshot(fresh_db) == before
    assert value(fresh_db, "SELECT count(*) FROM ingest.import_reject") == 1


def test_what_postgresql_cannot_hold_is_stored_all_the_same(fresh_db: Database, tmp_path: Path) -> None:
    problem = Problem("nul \0 and half \ud800", str(tmp_path / "a\udcff.yaml"), 1, "x", "\0")
    with fresh_db.transaction() as session:
        store_rejects(session, refused_dossiers([problem], []))
    assert only(fresh_db).reason == "nul \ufffd and half ?"


@pytest.mark.parametrize("name", ["nowhere", "empty", "passwd", "device"])
def test_a_path_that_names_no_dossier_is_no_reject(fresh_db: Database, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "passwd").write_text("root:x:0:0:root:/root:/bin/sh\nann:x:1:1::/:/bin/sh\n")
    refuse(fresh_db, Path("/dev/null") if name == "device" else tmp_path / name)
    assert list_rejects(fresh_db) == []


@pytest.mark.parametrize("secret", ["password: swordfish\n", "a: swordfish: b\n", "swordfish \xff"])
def test_the_text_of_what_is_no_dossier_is_not_kept(fresh_db: Database, tmp_path: Path, secret: str) -> None:
    (tmp_path / "settings.yaml").write_text(secret, "latin-1")
    refuse(fresh_db, tmp_path / "settings.yaml")
    assert only(fresh_db).kept == {}


def test_what_is_wrong_in_the_article_is_placed_there(fresh_db: Database, tmp_path: Path) -> None:
    folder = write(tmp_path / "a", small(), "one\ntwo\nthr\0ee")
    refuse(fresh_db, folder)
    reject = only(fresh_db)
    assert (reject.input, reject.line) == (str(folder / "dossier.yaml"), None)
    assert reject.reason == "article.txt:3: holds a NUL character"


def test_an_article_beside_a_dossier_of_another_name_is_of_that_dossier(
    fresh_db: Database, tmp_path: Path
) -> None:
    folder = write(tmp_path / "a", small(), "one\0")
    dossier = (folder / "dossier.yaml").rename(folder / "talks.yaml")
    refuse(fresh_db, dossier)
    assert only(fresh_db).paths == [dossier]
    assert set(only(fresh_db).kept[str(dossier)]) == {"talks.yaml", "article.txt"}


def test_that_it_is_a_draft_does_not_replace_the_reason(fresh_db: Database, tmp_path: Path) -> None:
    folder = write(tmp_path / "a", slip() | {"draft": True})
    with pytest.raises(DossierError):
        load_dossiers(fresh_db, [folder], accept_drafts=True)
    assert "nobody has reviewed" in str(next(retry_all(fresh_db)).error)
    assert only(fresh_db).reason == "not a code of event_kind"
    write(folder, small() | {"draft": True})
    assert [outcome.error for outcome in retry_all(fresh_db, accept_drafts=True)] == [None]


def test_a_reject_is_dropped_and_is_another_if_it_is_refused_again(
    fresh_db: Database, tmp_path: Path
) -> None:
    folder = write(tmp_path / "a", slip())
    refuse(fresh_db, folder)
    first = only(fresh_db)
    with pytest.raises(NotFound, match="no open reject 99"):
        drop(fresh_db, [first.id, 99])
    assert only(fresh_db) == first
    drop(fresh_db, [first.id])
    assert list_rejects(fresh_db) == []
    dropped = get_reject(fresh_db, first.id)
    assert (dropped.is_dropped, dropped.resolved_at is None, dropped.kept) == (True, False, first.kept)
    refuse(fresh_db, folder)
    assert only(fresh_db).id != first.id


def test_a_number_that_json_cannot_hold_is_told_and_kept(fresh_db: Database, tmp_path: Path) -> None:
    figure = {"key": "f", "of": "ann", "measure": "money", "best": 0, "unit": "usd"}
    folder = write(tmp_path / "a", small(figures=[figure]))
    file = folder / "dossier.yaml"
    file.write_text(file.read_text().replace("best: 0", "best: 1e400"))
    with pytest.raises(DossierError, match=r"figures\[0\].best"):
        load_dossiers(fresh_db, [folder])
    assert only(fresh_db).problems[0]["value"] == "inf"
