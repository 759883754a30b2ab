"""The seed article: all its notes, in every field, and all its markers at their places."""

from __future__ import annotations

import time

import pytest

from geodb import resources
from geodb.sources.article.model import Article
from geodb.sources.article.reader import read_article
from geodb.sources.article.structure import Structure, read_structure

PATH = resources.seeds_dir() / "articles" / "us-strategic-moves-2025" / "article.txt"
SHA256 = "084f57152024c056aa72b2f8513c166d236dbdceb1708fbaa70efd390911fecf"
NOTES = [
    (
        ["Donald J. Trump"],
        "I just had a lengthy and highly productive phone call with President Vladimir Putin of Russia. …",
        "Truth Social",
        "https://truthsocial.com/@realDonaldTrump/posts/113991956474899296",
    ),
    (
        ["Bernd Debusmann Jr", "Mike Wendling"],
        "Ukraine War Talks Start Now, Trump Says After Putin Call",
        "BBC",
        "https://www.bbc.com/news/articles/c04n622gzx7o",
    ),
    (
        ["Alexander Smith", "Alexandra Marquez"],
        "Zelenskyy: ‘Very Difficult’ for Ukraine to Survive Without U.S. Military Support",
        "NBC News",
        (
            "https://www.nbcnews.com/politics/national-security/"
            "zelenskyy-difficult-ukraine-survive-us-military-support-rcna192196"
        ),
    ),
    (
        ["Ken Bredemeier"],
        "Zelenskyy Rejects Bilateral US-Russia Pact to End Moscow’s War Against Ukraine",
        "VOA News",
        (
            "https://www.voanews.com/a/"
            "zelenskyy-rejects-bilateral-us-russia-pact-to-end-moscow-s-war-against-ukraine-/7973916.html"
        ),
    ),
    (
        [],
        "Bloomberg: Vstrecha Puthina i Trampa Mojet Sostoyasya v Kontse",
        "TASS",
        "https://tass.ru/mezhdunarodnaya-panorama/23152155",
    ),
    (
        [],
        "United States – India Joint Leaders Statement",
        "U.S. Embassy & Consulates in India",
        "https://in.usembassy.gov/united-states-india-joint-leaders-statement",
    ),
]
MARKERS = [(3, 538), (4, 716), (5, 675), (6, 401), (7, 215), (8, 583)]


@pytest.fixture(scope="module")
def article() -> Article:
    return read_article(PATH)


@pytest.fixture(scope="module")
def structure(article: Article) -> Structure:
    return read_structure(article)


def test_the_stored_text_is_the_file_itself(article: Article) -> None:
    assert (article.sha256, article.original_sha256, article.normalization) == (SHA256, SHA256, "none")


def test_the_last_six_paragraphs_are_footnotes(article: Article) -> None:
    assert [paragraph.kind for paragraph in article.paragraphs] == ["body"] * 13 + ["footnote"] * 6


def test_the_file_declares_nothing_and_nothing_is_guessed(article: Article) -> None:
    assert not any([article.metadata.title, article.metadata.authors, article.metadata.published])


@pytest.mark.parametrize("number", range(1, 7))
def test_each_note_is_right_in_every_field(structure: Structure, number: int) -> None:
    note = structure.note(number)
    assert note is not None
    (cited,) = note.citations
    authors, title, publisher, url = NOTES[number - 1]
    assert note.label == f"[{number}]"
    assert [author.text for author in cited.authors] == authors
    assert cited.title is not None
    assert cited.title.text == title
    assert cited.publisher is not None
    assert cited.publisher.text == publisher
    assert cited.url is not None
    assert cited.url.text == url
    assert (str(cited.accessed), cited.published, cited.container, cited.place) == (
        "2025-02-15",
        None,
        None,
        None,
    )


def test_each_marker_is_at_its_place(article: Article, structure: Structure) -> None:
    spans = [(marker.span.paragraph, marker.span.start) for marker in structure.markers]
    assert spans == MARKERS
    assert [article.exact(marker.span) for marker in structure.markers] == [f"[{n}]" for n in range(1, 7)]


def test_a_marker_covers_its_paragraph_up_to_itself_and_says_that_it_was_assumed(
    article: Article, structure: Structure
) -> None:
    last = structure.markers[-1]
    assert last.covers is not None
    covered = article.exact(last.covers)
    assert covered.startswith("The Trump administration’s new approach")
    assert covered.endswith("by 2030.")
    assert last.assumed == "since_paragraph_start"


def test_the_marker_glued_to_the_next_word_ends_its_sentence(article: Article, structure: Structure) -> None:
    sentences = [article.exact(span) for span in structure.sentences if span.paragraph == 8]
    assert any(sentence.endswith("by 2030.[6]") for sentence in sentences)
    assert any(sentence.startswith("Trump’s simultaneous pursuit") for sentence in sentences)


def test_all_quotations_are_found(article: Article, structure: Structure) -> None:
    quoted = [article.exact(quote.words) for quote in structure.quotations if quote.span.paragraph <= 13]
    assert quoted == [
        "lasting and reliable peace,",
        "only leader",
        "peace is impossible without Ukraine’s participation",
        "very difficult",
        "US-India Alliance for the 21st Century",
        "Mission 500",
        "priority regional partner",
    ]


def test_there_is_nothing_to_complain_about(article: Article, structure: Structure) -> None:
    assert (article.problems, structure.problems) == ((), ())


def test_structure_takes_some_milliseconds(article: Article) -> None:
    def seconds() -> float:
        started = time.process_time()
        read_structure(article)
        return time.process_time() - started

    assert min(seconds() for _ in range(10)) < 0.02  # 2 to 3 ms on an idle core of 2025
