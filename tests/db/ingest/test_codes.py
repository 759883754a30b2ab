"""Loading code lists: idempotent, retiring instead of deleting, and errors that name file and line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from geodb.db.session import Database
from geodb.errors import SourceFormatError
from geodb.ingest.report import Counts, LoadReport
from geodb.resources import seeds_dir
from geodb.services.codes import load_codes
from tests.db.ingest.small import rows, value


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A copy of the seeds to spoil."""
    return shutil.copytree(seeds_dir(), tmp_path / "seeds", ignore=shutil.ignore_patterns("articles"))


def edit(file: Path, change: Callable[[str], str]) -> None:
    file.write_text(change(file.read_text("utf-8")), "utf-8")


def done(report: LoadReport) -> dict[str, Counts]:
    return {
        table: Counts(counts.new, counts.changed, 0, counts.retracted)
        for table, counts in report.counts.items()
        if counts.new or counts.changed or counts.retracted
    }


def test_every_line_of_the_files_is_in_the_database(db: Database) -> None:
    report = load_codes(db)
    assert report.is_unchanged
    for table, counts in report.counts.items():
        assert value(db, f"SELECT count(*) FROM geodb.{table}") == counts.unchanged


def test_a_code_that_is_gone_is_retired_and_returns(db: Database, seeds: Path) -> None:
    file = seeds / "codes" / "stance.csv"
    before = file.read_text("utf-8")
    edit(
        file,
        lambda text: "".join(
            line for line in text.splitlines(keepends=True) if not line.startswith("mixed,")
        ),
    )
    assert done(load_codes(db, seeds)) == {"stance": Counts(retracted=1)}
    retired = "SELECT code FROM geodb.stance WHERE retired_at IS NOT NULL"
    assert rows(db, retired) == [("mixed",)]
    assert load_codes(db, seeds).is_unchanged
    file.write_text(before, "utf-8")
    assert done(load_codes(db, seeds)) == {"stance": Counts(changed=1)}
    assert rows(db, retired) == []


def test_a_new_label_changes_one_code(db: Database, seeds: Path) -> None:
    edit(seeds / "taxonomies" / "country.csv", lambda text: text.replace("Aruba", "Arubaa", 1))
    assert done(load_codes(db, seeds)) == {"country": Counts(changed=1)}


def test_a_child_may_stand_before_its_parent(db: Database, seeds: Path) -> None:
    line = "aaa_first,First,,1,aaa_second\naaa_second,Second,,2,\n"
    edit(seeds / "codes" / "stance.csv", lambda text: text + line)
    assert done(load_codes(db, seeds)) == {"stance": Counts(new=2)}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "odd,Odd,,90,nowhere\n",
            r"codes/stance\.csv:8: parent_code: no such code in stance \(got 'nowhere'\)",
        ),
        ("mixed,Mixed,,90,\n", r"codes/stance\.csv:8: code: stands in codes/stance\.csv:\d already"),
        ("odd,Odd,,first,\n", r"codes/stance\.csv:8: invalid input syntax for type integer"),
        ("odd,Odd\n", r"codes/stance\.csv:8: the line has not as many values as the first"),
        ("Odd code,Odd,,90,\n", r"codes/stance\.csv: .*Odd code"),
    ],
    ids=["parent", "twice", "number", "short", "form"],
)
def test_a_bad_line_is_named_and_nothing_is_loaded(
    db: Database, seeds: Path, line: str, message: str
) -> None:
    edit(seeds / "codes" / "stance.csv", lambda text: text + line)
    edit(seeds / "codes" / "medium.csv", lambda text: text + "odd,Odd,,90,\n")
    with pytest.raises(SourceFormatError, match=message):
        load_codes(db, seeds)
    assert value(db, "SELECT count(*) FROM geodb.medium WHERE code = 'odd'") == 0


def test_an_unknown_column_is_named(db: Database, seeds: Path) -> None:
    edit(seeds / "codes" / "stance.csv", lambda text: text.replace("label", "lable", 1))
    with pytest.raises(SourceFormatError, match="stance has no such column"):
        load_codes(db, seeds)


def test_files_that_are_known_are_not_compared_unless_they_differ(db: Database, seeds: Path) -> None:
    known = load_codes(db, seeds)
    with db.transaction() as session:
        session.execute(text("UPDATE geodb.stance SET label = 'spoiled' WHERE code = 'mixed'"))
    assert load_codes(db, seeds, unless_known=True).counts == known.counts
    assert done(load_codes(db, seeds)) == {"stance": Counts(changed=1)}
    edit(seeds / "codes" / "stance.csv", lambda lines: lines.replace("mixed,Mixed", "mixed,Two minds"))
    assert done(load_codes(db, seeds, unless_known=True)) == {"stance": Counts(changed=1)}
    assert rows(db, "SELECT label FROM geodb.stance WHERE code = 'mixed'") == [("Two minds",)]
