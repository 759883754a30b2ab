from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from geodb.resources import seeds_dir
from tests.db.ingest.small import value

if TYPE_CHECKING:
    from geodb.db.session import Database
    from tests.fixtures.cli import Cli

GOLD = Path(__file__).parents[1] / "gold"
ARTICLE = """Kenyan President Ben Oto met US President Donald Trump in Nairobi on 3 May 2024.

Oto said that the dam “will open” soon.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "dam.txt"
    file.write_text(ARTICLE)
    return file


def test_an_article_is_drafted_without_a_database(cli: Cli, article: Path, tmp_path: Path) -> None:
    result = cli("draft", str(article), "-o", str(tmp_path / "dam"), "--no-db", "--json")
    assert (result.code, result.json["counts"]["statements"]) == (0, 1)
    assert (tmp_path / "dam" / "article.txt").read_text() == ARTICLE.rstrip("\n").replace("\n\n", "\n")


def test_an_existing_dossier_is_not_overwritten(cli: Cli, article: Path, tmp_path: Path) -> None:
    cli("draft", str(article), "-o", str(tmp_path / "dam"), "--no-db")
    result = cli("draft", str(article), "-o", str(tmp_path / "dam"), "--no-db")
    assert result.code == 1
    assert "is there already" in result.err


def test_a_draft_is_refused_until_it_is_reviewed_or_accepted(
    cli: Cli, article: Path, tmp_path: Path, seeded_db: Database
) -> None:
    folder = tmp_path / "dam"
    assert cli("draft", str(article), "-o", str(folder), db=seeded_db).code == 0
    refused = cli("load", str(folder), "--dry-run", db=seeded_db)
    assert refused.code == 1
    assert "a draft that nobody has reviewed" in refused.err
    assert "dossier.yaml:" in refused.err
    accepted = cli("load", str(folder), "--accept-drafts", "--dry-run", db=seeded_db)
    assert accepted.code == 0, accepted.err
    reviewed = (folder / "dossier.yaml").read_text().replace("draft: true\n", "")
    (folder / "dossier.yaml").write_text(reviewed)
    assert cli("load", str(folder), "--dry-run", db=seeded_db).code == 0


def test_whom_the_database_knows_is_drafted_under_its_key(
    cli: Cli, article: Path, tmp_path: Path, seeded_db: Database
) -> None:
    cli("draft", str(article), "-o", str(tmp_path / "dam"), db=seeded_db)
    dossier = (tmp_path / "dam" / "dossier.yaml").read_text()
    assert "rule: gazetteer.database" in dossier
    assert "key: donald-trump" in dossier


def test_an_article_that_the_database_has_is_recognised(
    cli: Cli, tmp_path: Path, seeded_db: Database
) -> None:
    seed = seeds_dir() / "articles" / "us-strategic-moves-2025" / "article.txt"
    result = cli("draft", str(seed), "-o", str(tmp_path / "copy"), db=seeded_db)
    assert "the database holds this text already, as geodb:us-strategic-moves-2025.text" in result.err


def test_an_article_is_drafted_where_there_is_no_database_and_none_is_made(
    cli: Cli, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GEODB_DATABASE_URL", raising=False)
    monkeypatch.setenv("GEODB_HOME", str(tmp_path / "home"))
    result = cli("draft", str(article), "-o", str(tmp_path / "dam"))
    assert (result.code, (tmp_path / "dam" / "dossier.yaml").is_file()) == (0, True)
    assert "without the names of a database: there is none yet" in result.err
    assert not (tmp_path / "home" / "postgres").exists()


def test_an_article_is_drafted_beside_an_empty_database(
    cli: Cli, article: Path, tmp_path: Path, empty_db: Database
) -> None:
    result = cli("draft", str(article), "-o", str(tmp_path / "dam"), db=empty_db)
    assert result.code == 0
    assert "without the names of a database: the database is empty" in result.err


def test_a_database_that_is_down_stops_a_draft(
    cli: Cli, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEODB_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    result = cli("draft", str(article), "-o", str(tmp_path / "dam"))
    assert (result.code, (tmp_path / "dam").exists()) == (3, False)


def test_the_seed_article_is_evaluated_by_default(cli: Cli) -> None:
    rows = {row["kind"]: row for row in cli("evaluate", "--json").json["us-strategic-moves-2025"]}
    assert rows["statement"]["recall"] >= 0.8


def test_several_folders_are_evaluated_together_too(cli: Cli) -> None:
    folders = [str(GOLD / "fresh" / name) for name in ("horn-sea-access-wire", "mekong-delta-interview")]
    one, other, both = cli("evaluate", *folders, "--json").json.values()
    for part, another, total in zip(one, other, both, strict=False):
        assert part["expected"] + another["expected"] == total["expected"] > 0
    assert "all 2 together" in cli("evaluate", *folders).out


def test_an_evaluation_tells_by_rule_how_sure_and_how_right_it_is(cli: Cli) -> None:
    folder = GOLD / "fresh" / "horn-sea-access-wire"
    ((name, rules),) = cli("evaluate", str(folder), "--show", "rules", "--json").json.items()
    (kinds,) = cli("evaluate", str(folder), "--json").json.values()
    found = {row["kind"]: row["found"] for row in kinds}
    assert name == folder.name
    assert sum(row["found"] for row in rules if row["rule"].startswith("event.")) == found["event"]
    assert all(0 < row["confidence"] <= 1 and row["correct"] <= row["found"] for row in rules)
    assert "event.verb" in cli("evaluate", str(folder), "--show", "rules").out


def test_an_evaluation_lists_what_was_missed_and_what_is_too_much(cli: Cli) -> None:
    folder = str(GOLD / "fresh" / "horn-sea-access-wire")
    (differences,) = cli("evaluate", folder, "--show", "differences", "--json").json.values()
    (kinds,) = cli("evaluate", folder, "--json").json.values()
    for row in kinds:
        missed, extra = (
            sum(each["kind"] == row["kind"] and each["is"] == which for each in differences)
            for which in ("missed", "too much")
        )
        if row["kind"] not in {"actor by span", "quotation", "speaker of quotation"}:
            assert (missed, extra) == (row["expected"] - row["correct"], row["found"] - row["correct"])
    printed = cli("evaluate", folder, "--show", "differences").out
    assert all(each["key"] in printed for each in differences)


def test_two_coders_of_an_article_are_compared(cli: Cli, tmp_path: Path) -> None:
    folder = GOLD / "fresh" / "horn-sea-access-wire"
    other = tmp_path / folder.name
    shutil.copytree(folder, other)
    same = cli("evaluate", str(folder), "--coder", str(tmp_path), "--json").json[folder.name]
    assert all(row["expected"] == row["correct"] == row["found"] for row in same)
    dossier = other / "dossier.yaml"
    text = dossier.read_text("utf-8")
    dossier.write_text(re.sub(r"(?m)^statements:\n(?:[ #].*\n|\n)+", "", text), "utf-8")
    rows = {
        row["kind"]: row
        for row in cli("evaluate", str(folder), "--coder", str(tmp_path), "--json").json[folder.name]
    }
    assert (rows["statement"]["found"], rows["event"]["recall"]) == (0, 1)


def test_coders_of_different_texts_are_not_compared(cli: Cli, tmp_path: Path) -> None:
    folder = GOLD / "fresh" / "horn-sea-access-wire"
    shutil.copytree(folder, tmp_path / folder.name)
    with (tmp_path / folder.name / "article.txt").open("a", encoding="utf-8") as file:
        file.write("\nA correction.\n")
    result = cli("evaluate", str(folder), "--coder", str(tmp_path))
    assert (result.code, "not of the text of" in result.err) == (1, True)


def test_an_evaluation_tells_what_is_not_there(cli: Cli) -> None:
    result = cli("evaluate", "--plover", "nowhere.json")
    assert result.code == 2
    assert "nowhere.json" in result.err


@pytest.mark.parametrize(
    ("option", "content", "said"),
    [
        ("--references", "no markup", "not XML: "),
        ("--references", "<dataset/>", "has nothing to compare with"),
        ("--plover", "no list", "not JSON: "),
        ("--plover", "{}", "not a list of records"),
        ("--plover", '[1, {"text": "a"}]', "has nothing to compare with"),
        ("--gum", "", "has nothing to compare with"),
    ],
)
def test_an_evaluation_tells_which_file_of_others_is_none(
    cli: Cli, tmp_path: Path, option: str, content: str, said: str
) -> None:
    file = tmp_path / "file"
    file.write_text(content, "utf-8")
    result = cli("evaluate", option, str(tmp_path if option == "--gum" else file))
    assert result.code == 1
    assert said in result.err
    assert (tmp_path if option == "--gum" else file).name in result.err


def test_folders_called_the_same_are_told_apart(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = GOLD / "fresh" / "horn-sea-access-wire"
    for place in ("one", "two"):
        shutil.copytree(folder, tmp_path / place / folder.name)
    monkeypatch.chdir(tmp_path / "one" / folder.name)
    scores = cli("evaluate", ".", f"../../two/{folder.name}/dossier.yaml", "--json").json
    assert list(scores) == [folder.name, f"{folder.name} (2)", "all 2 together"]
    coded = cli("evaluate", "dossier.yaml", "--coder", str(tmp_path / "two"), "--json").json
    assert list(coded) == [folder.name]


def test_two_coders_are_not_compared_by_rule(cli: Cli, tmp_path: Path) -> None:
    result = cli("evaluate", "--coder", str(tmp_path), "--show", "rules")
    assert result.code == 2
    assert "people code by no rules" in result.err


def test_what_a_draft_is_unsure_of_is_called_by_its_parts_if_it_has_no_key(cli: Cli, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("“We will double exports,” said Kestovia’s president, Ana Ruk, in Zenda.\n", "utf-8")
    said = cli("draft", str(article), "-o", str(tmp_path / "a"), "--no-db").err
    assert "look at: ana-ruk--" in said
    assert "None" not in said


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_every_article_of_a_folder_is_drafted_and_what_is_refused_is_told(
    cli: Cli, tmp_path: Path, jobs: str
) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for name in ("One Dam.txt", "two.md", "three.text"):
        (articles / name).write_text(ARTICLE)
    (articles / "broken.txt").write_bytes(bytes(range(256)) * 20)
    (articles / "picture.png").write_bytes(b"PNG")
    target = tmp_path / "out"
    result = cli("draft", str(articles), "-o", str(target), "--no-db", "--jobs", jobs)
    assert result.code == 1
    assert result.out.splitlines()[-2] == "3 drafted, 1 failed"
    assert "broken.txt" in result.err
    assert {path.name for path in target.glob("*/dossier.yaml")} == {"dossier.yaml"}
    assert {path.parent.name for path in target.glob("*/dossier.yaml")} == {"one-dam", "two", "three"}
    (target / "two" / "dossier.yaml").unlink()  # as a run that was killed would have left it
    (articles / "broken.txt").unlink()
    again = cli("draft", str(articles), "-o", str(target), "--no-db", "--json").json
    assert again["outcomes"] == {"there": 2, "drafted": 1}


def test_two_articles_of_one_name_are_told_before_anything_is_drafted(cli: Cli, tmp_path: Path) -> None:
    for name in ("a.txt", "a.md"):
        (tmp_path / name).write_text(ARTICLE)
    result = cli("draft", str(tmp_path), "-o", str(tmp_path / "out"), "--no-db")
    assert result.code == 1
    assert "would both become" in result.err
    assert not (tmp_path / "out").exists()


def test_a_folder_of_drafts_is_valid_and_loads(
    cli: Cli, tmp_path: Path, article: Path, seeded_copy: Database
) -> None:
    assert cli("draft", str(article.parent), "-o", str(tmp_path / "out"), db=seeded_copy).code == 0
    assert cli("load", str(tmp_path / "out"), "--accept-drafts", db=seeded_copy).code == 0


PAGE = """<html lang="en"><head><title>A dam</title><link rel="canonical" href="https://example.org/dam"></head>
<body><article><h1>A dam</h1>{}</article></body></html>"""


def test_a_page_is_recognised_under_another_address_and_after_it_was_changed(
    cli: Cli, tmp_path: Path, seeded_copy: Database
) -> None:
    words = "<p>Kenyan President Ben Oto said that the dam “will open” soon, and that Chad helps.</p>" * 2
    other = PAGE.replace("https://", "http://www.").replace("/dam", "/dam/?utm_source=x")
    more = "<p>A correction was made on Monday to the name of the dam.</p>"
    pages = {"first": PAGE.format(words), "again": other.format(words), "mended": PAGE.format(words + more)}
    for name, page in pages.items():
        (tmp_path / f"{name}.html").write_text(page)
        folder = tmp_path / name
        result = cli("draft", str(tmp_path / f"{name}.html"), "-o", str(folder), db=seeded_copy)
        assert result.code == 0
        if name == "first":
            loaded = cli("load", "--accept-drafts", str(folder), db=seeded_copy)
            assert loaded.code == 0, loaded.err
            kept = "SELECT normalization FROM geodb.document ORDER BY id DESC LIMIT 1"
            assert str(value(seeded_copy, kept)).startswith("trafilatura")
        elif name == "again":
            assert "the database holds this text already, as geodb:first.text" in result.err
        else:
            assert "knows the page https://example.org/dam already, as geodb:first" in result.err
            cli("review", str(folder), db=seeded_copy)
            assert "is the page https://example.org/dam" in (folder / "review.html").read_text()


NOTED = """Mali’s army burned houses in Kidal, a report said.{}

Ministries deny it.[2]

[1] Human Rights Watch, "Mali: Army, Wagner Atrocities", https://hrw.example/mali (accessed 18 May 2026).
[2] Ministry of National Defense, "No Houses Burned", https://mod.example/kidal (accessed 18 May 2026).
[3] Margaret Court, "On the Sahel", https://court.example/sahel (accessed 18 May 2026).
"""


@pytest.mark.parametrize("words", [" Human Rights Watch reported it first.[1]", "[1]"])
def test_whom_the_database_knows_authors_a_note_under_its_key(
    cli: Cli, tmp_path: Path, seeded_copy: Database, words: str
) -> None:
    rules: dict[str, str] = {}
    for name, addition in (("first", ""), ("again", " It added more.")):
        (tmp_path / f"{name}.txt").write_text(NOTED.format(words + addition))
        assert (
            cli("draft", str(tmp_path / f"{name}.txt"), "-o", str(tmp_path / name), db=seeded_copy).code == 0
        )
        drafted = yaml.safe_load((tmp_path / name / "dossier.yaml").read_text())
        kinds = {actor["key"]: actor["kind"] for actor in drafted["actors"]}
        assert kinds["human-rights-watch"] == "ngo"
        assert kinds["ministry-of-national-defense"] == "ministry"
        assert kinds["margaret-court"] == "person"
        assert not any(key.startswith("human-rights-watch-") for key in kinds)
        rules = {actor["key"]: actor["draft"]["rule"] for actor in drafted["actors"]}
        assert cli("load", "--accept-drafts", str(tmp_path / name), db=seeded_copy).code == 0
    assert rules["human-rights-watch"] == "gazetteer.database"


def test_what_cannot_be_written_is_told_by_its_own_name(cli: Cli, article: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for target in ("file", "file/sub", "/proc/xx"):
        path = tmp_path / target
        result = cli("draft", str(article), "-o", str(path), "--no-db")
        assert (result.code, result.err.count("\n")) == (1, 2), result.err
        assert f"error: {path}: " in result.err
    result = cli("draft", str(article.parent), "-o", str(tmp_path / "file"), "--no-db")
    assert result.code == 1
    assert f"{tmp_path / 'file' / 'dam'}: Not a directory" in result.err
    assert "next:" not in result.out


def test_a_folder_without_articles_is_told(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    result = cli("draft", str(tmp_path / "none"), "-o", str(tmp_path / "out"), "--no-db")
    assert (result.code, result.out) == (1, "")
    assert f"no articles in {tmp_path / 'none'}" in result.err


def test_what_to_do_next_can_be_pasted_into_a_shell(cli: Cli, article: Path, tmp_path: Path) -> None:
    one = cli("draft", str(article), "-o", str(tmp_path / "o ut" / "a"), "--no-db")
    assert f"next: geodb review '{tmp_path}/o ut/a'" in one.out
    many = cli("draft", str(article.parent), "-o", str(tmp_path / "o ut"), "--no-db")
    assert f"next: geodb load '{tmp_path}/o ut' --accept-drafts" in many.out


def test_a_name_that_no_dataset_can_have_is_refused_before_anything_is_written(
    cli: Cli, article: Path, tmp_path: Path
) -> None:
    result = cli("draft", str(article), "-o", str(tmp_path / "dam"), "--no-db", "--dataset", "Bad Dataset!")
    assert (result.code, (tmp_path / "dam").exists()) == (2, False)
    assert "'Bad Dataset!' cannot be the name of a dataset" in result.err


def test_a_draft_names_no_schema_that_is_not_there(cli: Cli, article: Path, tmp_path: Path) -> None:
    cli("draft", str(article), "-o", str(tmp_path / "dam"), "--no-db")
    first, *_ = (tmp_path / "dam" / "dossier.yaml").read_text().splitlines()
    assert first == "# A draft: check it, then take out the line `draft: true`."
