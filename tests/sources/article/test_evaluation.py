"""The measure itself: counts, what counts as right, and how labelled files are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodb.dossier.resolve import read_dossier
from geodb.services.evaluation import (
    Score,
    evaluate_citations,
    evaluate_notes,
    labelled_references,
    tei_chapters,
)
from geodb.services.extraction_scores import evaluate_draft

LABELLED = """<dataset>
<sequence><citation-number>[1]</citation-number>
<author>Roe, J., &amp; Doe, A.</author><date>(2011).</date>
<title>Talks and treaties.</title><journal>Peace,</journal><volume>3(2),</volume>
<pages>1-9.</pages></sequence>
<sequence><author>Poe, A.</author><date>1999.</date><title>Another.</title><location>London:</location>
<publisher>Penguin.</publisher></sequence>
</dataset>"""

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div><head>One</head>
<p>The first thing.<note n="1">Roe to Doe, May 1, 1861.</note> And
 a <hi rend="italic">second</hi> one.<note n="2">Ibid.</note></p><p>No note here.</p></div>
<div><p>A chapter without notes.</p></div></body></text></TEI>"""


def test_precision_recall_and_f1_are_what_they_are() -> None:
    score = Score(expected=10, found=8, correct=6)
    assert (score.precision, score.recall) == (0.75, 0.6)
    assert score.f1 == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))


def test_nothing_expected_and_nothing_found_is_perfect() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (1, 1, 1)


def test_one_thing_found_twice_is_right_once() -> None:
    score = Score()
    score.add(["a", "b"], ["a", "a"])
    assert (score.expected, score.found, score.correct) == (2, 2, 1)


def test_labelled_references_are_compared_field_by_field(tmp_path: Path) -> None:
    (tmp_path / "some.xml").write_text(LABELLED, "utf-8")
    references = list(labelled_references(tmp_path / "some.xml"))
    assert references[0][0] == "Roe, J., & Doe, A. (2011). Talks and treaties. Peace, 3(2), 1-9."
    rows = {(kind, expected, f1) for kind, expected, _, _, f1 in evaluate_citations(references).rows()}
    assert rows == {
        *((kind, 2, 1.0) for kind in ("authors", "title", "published")),
        *((kind, 1, 1.0) for kind in ("container", "publisher", "place")),
        *((kind, 0, 1.0) for kind in ("url", "doi")),
    }


def test_a_wrong_field_counts_against_it() -> None:
    scores = evaluate_citations(
        [("Roe, J. (2011). Talks. London: Penguin.", {"title": "walks", "url": "http"})]
    )
    title, url = scores.by_kind["title"], scores.by_kind["url"]
    assert (title.expected, title.found, title.correct) == (1, 1, 0)
    assert (url.expected, url.found) == (1, 0)


def test_a_chapter_is_printed_with_its_notes_at_the_end(tmp_path: Path) -> None:
    (tmp_path / "some.xml").write_text(TEI, "utf-8")
    ((text, markers, notes),) = tei_chapters(tmp_path / "some.xml")
    assert text.split("\n") == [
        "The first thing.[1] And a second one.[2]",
        "No note here.",
        "[1] Roe to Doe, May 1, 1861.",
        "[2] Ibid.",
    ]
    assert (markers, sorted(notes)) == ({(1, 16, 1), (1, 37, 2)}, [1, 2])
    assert [row[1:] for row in evaluate_notes([(text, markers, notes)]).rows()] == [(2, 1, 1, 1)] * 2


DOSSIER = """dossier: 1
key: {key}
dataset: geodb
coder: someone
article: {{text: article.txt, key: {key}, kind: news}}
places:
  - {{key: {place}, kind: city, label: Rome, evidence: [{{p: 1, quote: "{quote}"}}]}}
"""


def test_a_place_is_the_same_by_its_name_and_the_article_is_no_fact(tmp_path: Path) -> None:
    for key, place, quote in (("truth", "rome", "Rome"), ("draft", "roma", "in Rome on 5 May")):
        (tmp_path / key).mkdir()
        (tmp_path / key / "article.txt").write_text("They met in Rome on 5 May 2025.", "utf-8")
        dossier = DOSSIER.format(key=key, place=place, quote=quote)
        (tmp_path / key / "dossier.yaml").write_text(dossier, "utf-8")
    scores = evaluate_draft(read_dossier(tmp_path / "truth"), read_dossier(tmp_path / "draft"))
    assert scores.by_kind["place"] == Score(1, 1, 1)
    assert "source" not in scores.by_kind
