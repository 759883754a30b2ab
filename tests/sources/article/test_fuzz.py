"""Whatever the text: nothing crashes, and every span holds the characters that it says it holds."""

from __future__ import annotations

import json
from dataclasses import fields
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from geodb.dossier.urls import canonical_url
from geodb.errors import GeodbError
from geodb.sources.article.citation import Citation, Piece, parse_citation, parse_citations
from geodb.sources.article.dates import find_dates
from geodb.sources.article.links import find_urls
from geodb.sources.article.names import find_name_list, name_shape, split_names
from geodb.sources.article.normalize import normalize
from geodb.sources.article.quotations import find_quotations
from geodb.sources.article.reader import read_article
from geodb.sources.article.sentences import find_sentences
from geodb.sources.article.structure import read_structure

SCRAPS = [
    "[1]",
    "[2]",
    "[1, 2]",
    "[1-3]",
    "(1)",
    "¹",
    "²³",
    "1. ",
    "“",
    "”",
    "„",
    "«",
    "»",
    "‘",
    "’",
    "'",
    '"',
    "「",
    "」",
    "\n",
    "\n\n",
    " ",
    "\r\n",
    "\u2028",
    "\u200f",
    "\u202e",
    "e\u0301",
    "👩‍👩‍👧",
    "🇹🇷",
    "שלום",
    "سلام",
    "中文。",
    "İ",
    "ı",
    "ß",
    "Dr. ",
    "U.S. ",
    "et al.",
    " ve ",
    " & ",
    "; ",
    ", ",
    ". ",
    ": ",
    "(",
    ")",
    "Smith, J.",
    "Jane Doe",
    "2025",
    "15.02.2025",
    "31.02.2025",
    "12 Şubat 2025",
    "Feb. 15, 2025",
    "https://example.org/a_(b)?c=d#e",
    "doi:10.1000/x1",
    "(Access Date: 15.02.2025)",
    "References",
    "Kaynakça",
    "In: ",
    "London: Penguin",
    "vol. 3, no. 4",
    "pp. 1–2",
    "Ibid.",
    "*Title*",
    "``tex''",
    "\ufeff",
    "\u00ad",
    "\x1f",
    "//",
    "A" * 30,
    "9" * 30,
]
texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(st.sampled_from(SCRAPS), st.text(max_size=5)), max_size=40).map("".join),
)
fuzzed = settings(max_examples=300, deadline=None)


@fuzzed
@given(texts)
def test_every_span_of_the_structure_holds_what_it_says(text: str) -> None:
    raw = text.encode(errors="surrogatepass")
    try:
        article = read_article(raw, format="text")
    except GeodbError:
        return
    assert article.text == "\n".join(paragraph.text for paragraph in article.paragraphs)
    for paragraph in article.paragraphs:
        assert article.text[paragraph.start :].startswith(paragraph.text)
        assert paragraph.text.strip()
    structure = read_structure(article)
    for sentence in structure.sentences:
        assert article.exact(sentence).strip() == article.exact(sentence)
    for quotation in structure.quotations:
        assert article.exact(quotation.words) in article.exact(quotation.span)
    for marker in structure.markers:
        assert article.exact(marker.span) == marker.text
        assert marker.covers is None or article.exact(marker.covers)
    for note in structure.notes:
        for citation in note.citations:
            for piece in pieces(citation):
                assert article.exact(note.span_of(citation, piece)) == piece.text


@fuzzed
@given(texts)
@example("“" * 50 + "‘" * 50)
def test_citations_hold_the_words_of_the_note(text: str) -> None:
    for citation in [parse_citation(text), *parse_citations(text)]:
        assert text[citation.start :].startswith(citation.raw)
        for piece in pieces(citation):
            assert citation.raw[piece.start : piece.end] == piece.text
            assert piece.text.strip()


@fuzzed
@given(texts)
def test_sentences_and_quotations_lie_in_order_and_inside(text: str) -> None:
    sentences = find_sentences(text)
    assert all(0 <= start < end <= len(text) for start, end in sentences)
    assert all(a[1] <= b[0] for a, b in pairwise(sentences))
    missed = "".join(
        text[a[1] : b[0]] for a, b in zip([(0, 0), *sentences], [*sentences, (len(text), 0)], strict=True)
    )
    assert not missed.strip()
    for quotation in find_quotations(text):
        start, end = quotation.inner
        assert 0 <= quotation.start < start < end <= quotation.end <= len(text)
        assert text[quotation.start] == quotation.mark


@fuzzed
@given(texts)
def test_dates_links_and_names_are_where_they_say(text: str) -> None:
    assert all(text[date.start : date.end] == date.text for date in find_dates(text))
    assert all(text[start:end].lower().startswith(("http", "www.")) for start, end in find_urls(text))
    assert len(name_shape(text)) == len(text)
    names, end = find_name_list(text)
    assert all(0 <= a < b <= end <= len(text) for a, b in names)
    assert all(0 <= a < b <= len(text) for a, b in split_names(text))


@fuzzed
@given(texts)
def test_normalizing_twice_changes_nothing_more(text: str) -> None:
    once, _ = normalize(text)
    assert normalize(once) == (once, ())


@fuzzed
@given(st.binary(max_size=200))
def test_bytes_are_read_or_refused_with_a_word(raw: bytes) -> None:
    try:
        article = read_article(raw)
    except GeodbError as error:
        said = error.message
    else:
        said = json.dumps(article.text.encode().decode())
    assert said


@fuzzed
@given(texts)
def test_markdown_is_read_or_refused_with_a_word(text: str) -> None:
    try:
        article = read_article(text.encode(errors="ignore"), format="markdown")
    except GeodbError as error:
        said = error.message
    else:
        said = article.text
        read_structure(article)
    assert said


@fuzzed
@given(texts)
@example("http://[")
@example("http://a:99999/")
@example("https://www.google.com/amp/s/www.google.com/amp/s/a.b/")
def test_a_canonical_address_is_its_own(url: str) -> None:
    for address in (url, f"https://{url}", f"http://example.org/{url}?{url}#{url}"):
        assert canonical_url(canonical_url(address)) == canonical_url(address)


def pieces(citation: Citation) -> list[Piece]:
    values = [getattr(citation, field.name) for field in fields(citation)]
    listed = [item for value in values if isinstance(value, tuple) for item in value]
    return [value for value in (*values, *listed) if isinstance(value, Piece)]
