"""The articles coded by hand, on which drafting is measured, are whole, valid and measurable."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geodb.dossier.resolve import read_dossier
from geodb.services.extraction_scores import evaluate_redraft
from geodb.sources.article.reader import read_article
from tests.unit.seed_files import LISTS, codes, countries

if TYPE_CHECKING:
    from geodb.dossier.resolve import ResolvedDossier

HERE = Path(__file__).parent
FOLDERS = sorted(file.parent for file in HERE.glob("*/*/dossier.yaml"))
ORIGINALS = sorted(file for file in HERE.glob("*/*/article.*") if file.suffix in {".md", ".html"})


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def folder(request: pytest.FixtureRequest) -> Path:
    """Each folder in turn: pytest runs all tests of one before those of the next."""
    path: Path = request.param
    return path


@pytest.fixture(scope="module")
def source(folder: Path) -> ResolvedDossier:
    """Its dossier, read once for all tests of it."""
    return read_dossier(folder)


def test_there_are_articles() -> None:
    assert FOLDERS


def test_a_gold_dossier_reads_without_a_problem_and_is_no_draft(
    folder: Path, source: ResolvedDossier
) -> None:
    assert not source.dossier.draft
    assert source.dossier.key == folder.name
    assert not source.lookups, "it must load into an empty database"
    used = {(use.code.code_list, str(use.code)) for use in source.codes}
    assert not {(name, code) for name, code in used if name in LISTS and code not in codes(name)}
    assert {code for name, code in used if name == "country"} <= countries()


def test_every_record_of_it_has_its_words(source: ResolvedDossier) -> None:
    shown = {str(passage.record) for passage in source.passages}
    article = source.dossier.article
    assert article
    silent = {item.key for _, item in source.records} - shown - {article.key, source.document_key}
    assert silent <= {str(author) for author in article.authors}


def test_a_draft_of_it_can_be_scored(folder: Path, source: ResolvedDossier) -> None:
    assert source.dossier.article
    scores = evaluate_redraft(source, folder / source.dossier.article.text)
    assert scores.by_kind["actor"].correct > 0
    assert all(score.correct <= min(score.expected, score.found) for score in scores.by_kind.values())


@pytest.mark.parametrize("file", ORIGINALS, ids=lambda file: file.parent.name)
def test_the_text_of_a_page_is_what_is_read_from_it(file: Path) -> None:
    assert (file.parent / "article.txt").read_text("utf-8") == read_article(file).text
