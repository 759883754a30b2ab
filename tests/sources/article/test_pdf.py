"""PDFs: paragraphs out of lines, what is left out, what is refused, and that nothing runs for ever."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from geodb.errors import ConfigError, SourceFormatError
from geodb.sources.article import pdf as module
from geodb.sources.article.model import Article
from geodb.sources.article.reader import read_article
from geodb.sources.article.structure import read_structure
from tests.sources.article.pdfs import bomb, column, pdf

FIRST = """
Chad and Togo signed a treaty on water in Lome on Monday after four years of nego-
tiations. President Ana Ruk of Chad called it “a long-awaited step” in the south-
east and said that the long-awaited dam would be built.1
A second paragraph begins after a short line and goes on and on until the page is
"""
SECOND = """
full, which is why its last words stand on the next page.
The third paragraph is an end.
"""


def paragraphs(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


def treaty() -> bytes:
    head, foot = (72.0, 760.0, 9.0, "The Water Review"), "Page {} of 3"
    note = [(72, 80, 8, "1. Ben Oto, “Treaties of Water”, Lome Press, 2021,"), (72, 70, 8, "p. 12.")]
    return pdf(
        [head, (72, 730, 18, "A treaty on water"), *column(FIRST), *note, (290, 30, 9, foot.format(1))],
        [head, *column(SECOND), (290, 30, 9, foot.format(2))],
        [head, *column("A last page with one line."), (290, 30, 9, foot.format(3))],
        title="A treaty on water",
        author="Ana Arbor and Ben Baker",
    )


def test_lines_become_paragraphs_and_notes_stand_at_the_end() -> None:
    article = read_article(treaty())
    title, first, second, third, last, note = paragraphs(article)
    assert first.startswith(
        "Chad and Togo signed a treaty on water in Lome on Monday after four years of negotiations. "
    )
    assert first.endswith("in the southeast and said that the long-awaited dam would be built.1")
    assert second.startswith("A second paragraph begins after a short line")
    assert second.endswith("until the page is full, which is why its last words stand on the next page.")
    assert (title, third) == ("A treaty on water", "The third paragraph is an end.")
    assert (last, note) == (
        "A last page with one line.",
        "1. Ben Oto, “Treaties of Water”, Lome Press, 2021, p. 12.",
    )
    assert [paragraph.kind for paragraph in article.paragraphs] == ["title", *["body"] * 4, "footnote"]


def test_what_was_done_and_what_the_file_declares_is_recorded() -> None:
    article = read_article(treaty())
    assert article.metadata.title == "A treaty on water"
    assert article.metadata.authors == ("Ana Arbor", "Ben Baker")
    assert article.metadata.published is None  # the day on which a file was made is not that of publication
    assert article.steps[0].startswith("pypdf ")
    assert article.steps[1:] == ("unwrapped", "margins", "undivided")


def test_markers_find_their_notes() -> None:
    structure = read_structure(read_article(treaty()))
    assert [marker.numbers for marker in structure.markers] == [(1,)]
    assert structure.problems == ()


def test_a_hyphen_that_belongs_to_the_word_stays() -> None:
    article = read_article(
        pdf(column("The US-\nled talks about well-\nknown wells ended\nin Lome."), title="x")
    )
    assert "US-led" in article.text
    assert "wellknown" in article.text or "well-known" in article.text


def test_columns_are_read_one_after_the_other() -> None:
    left = column("The left column speaks of Chad and\nof all that Chad does in May.", x=72)
    right = column("The right column speaks of Togo and\nof all that Togo does in June.", x=320)
    assert paragraphs(read_article(pdf([*left, *right], title="x"))) == [
        "The left column speaks of Chad and of all that Chad does in May.",
        "The right column speaks of Togo and of all that Togo does in June.",
    ]


def test_a_protected_pdf_is_refused_and_one_that_opens_without_a_password_is_read() -> None:
    for password, is_read in (("secret", False), ("", True)):
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(treaty())))
        writer.encrypt(password, "owner", algorithm="RC4-128")
        out = io.BytesIO()
        writer.write(out)
        if is_read:
            assert "negotiations" in read_article(out.getvalue()).text
        else:
            with pytest.raises(SourceFormatError, match="protected by a password"):
                read_article(out.getvalue())


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"%PDF-1.7 ...", "broken PDF"),
        (treaty()[:400], "broken PDF|no text"),
        (pdf([], title="x"), "no text"),
        (bomb(200), "no text|broken PDF|too long|too much"),
    ],
    ids=["head only", "cut off", "no text", "bomb"],
)
def test_what_cannot_be_read_has_a_clear_word(raw: bytes, words: str) -> None:
    with pytest.raises(SourceFormatError, match=words):
        read_article(raw)


def test_reading_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*args: object, timeout: float, **_: object) -> None:
        raise subprocess.TimeoutExpired(str(args), timeout)

    monkeypatch.setattr(subprocess, "run", hang)
    with pytest.raises(SourceFormatError, match="takes too long"):
        read_article(treaty())


def test_the_name_of_a_file_does_not_make_it_a_pdf(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_text("Chad met Togo.")
    with pytest.raises(SourceFormatError, match="this is no PDF"):
        read_article(file)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _name: None)
    with pytest.raises(ConfigError, match="extra `articles`"):
        read_article(treaty())


LINE = st.tuples(
    st.text("aA1 .-”\u00ad", min_size=1, max_size=12),
    *[st.floats(0, 800, allow_nan=False)] * 2,
    st.floats(0.1, 40, allow_nan=False),
)


@given(st.lists(st.lists(LINE, max_size=8), min_size=1, max_size=4))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_wherever_lines_stand_their_words_come_through(
    monkeypatch: pytest.MonkeyPatch, pages: list[list[tuple[str, float, float, float]]]
) -> None:
    monkeypatch.setattr(module, "_read", lambda *_: {"pages": pages, "information": {}})
    letters = {char for page in pages for line in page for char in line[0] if char.isalnum()}
    try:
        article = read_article(b"%PDF-1.4")
    except SourceFormatError:
        assert not letters or len(pages) > 1
        return
    assert {char for char in article.text if char.isalnum()} <= letters
    if len(pages) == 1:
        assert {char for char in article.text if char.isalnum()} == letters


def test_pages_that_are_all_alike_are_not_all_margins() -> None:
    assert "Chad met Togo." in read_article(pdf(*[column("Chad met Togo.")] * 2, title="x")).text
