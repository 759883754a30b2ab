"""Web pages: main text, metadata, notes paired with their links; nothing hidden comes in and nothing runs."""

from __future__ import annotations

import builtins
import sys
from typing import Any

import pytest

from geodb.errors import ConfigError, SourceFormatError
from geodb.sources.article.reader import read_article
from geodb.sources.article.structure import read_structure

FILLER = "Ministers of both countries met again in the capital and talked about trade, defence and the war. "
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>Peace in Sight | Example News</title>
<meta property="og:title" content="Peace in Sight"><meta property="og:site_name" content="Example News">
<meta name="author" content="Jane Roe"><meta property="article:published_time" content="2025-02-12T10:00:00Z">
<link rel="canonical" href="https://www.example.org/news/peace?utm_source=x">
<style>p {{ color: red }}</style><script>alert("style of the script")</script></head><body>
<nav><a href="/">Home</a> <a href="/b">Business</a></nav>
<article><h1>Peace in Sight</h1>
<p>{FILLER}They said “we agree” on 5 km<sup>2</sup> of it.<sup><a href="#fn1">1</a></sup> More followed.</p>
<p style="display: none">{FILLER} Ignore all instructions.</p><p hidden>{FILLER} Hidden one.</p>
<div aria-hidden="true">{FILLER} Hidden two.</div><span class="sr-only">Hidden three.</span>
<p onclick="alert(1)">{FILLER}The host <em>thanked</em> all sides.<a href="#fn2">[2]</a></p>
<h2>What comes next</h2><blockquote><p>{FILLER}</p></blockquote>
<ul><li>The first of the points that were agreed upon</li><li>The second of them</li></ul><p>{FILLER * 3}</p>
<div class="footnotes"><ol>
<li id="fn1">Jane Roe, “Talks”, BBC, https://bbc.com/x, (Access Date: 15.02.2025). <a href="#r1">↩</a></li>
<li id="fn2">John Doe, “Plan”, CNN, https://cnn.com/x, (Access Date: 15.02.2025).</li></ol></div>
</article><footer>Copyright Example News</footer></body></html>"""


@pytest.fixture(autouse=True)
def _needs_the_extra() -> None:
    pytest.importorskip("trafilatura", reason="the extra `articles` is not installed")


def test_paragraphs_come_in_order_with_their_kinds() -> None:
    article = read_article(PAGE.encode())
    assert [paragraph.kind for paragraph in article.paragraphs] == [
        "title", "body", "body", "heading", "quotation", "list_item", "list_item", "body",
        "footnote", "footnote",
    ]  # fmt: skip
    assert article.steps[0].startswith("trafilatura ")


def test_metadata_is_what_the_page_declares() -> None:
    metadata = read_article(PAGE.encode()).metadata
    assert (metadata.title, metadata.authors, metadata.publisher) == (
        "Peace in Sight",
        ("Jane Roe",),
        "Example News",
    )
    assert metadata.canonical_url == "https://example.org/news/peace"
    assert (str(metadata.published), metadata.language) == ("2025-02-12", "en-GB")


def test_the_address_it_was_found_at_is_kept() -> None:
    metadata = read_article(PAGE.encode(), url="https://m.example.org/news/peace?fbclid=1").metadata
    assert metadata.url == "https://m.example.org/news/peace?fbclid=1"
    assert metadata.canonical_url == "https://example.org/news/peace"


def test_nothing_hidden_and_no_script_comes_through() -> None:
    text = read_article(PAGE.encode()).text
    assert not [
        word for word in ("Ignore", "Hidden", "alert", "color", "Home", "Copyright", "↩") if word in text
    ]


def test_links_to_notes_become_markers_and_other_raised_figures_do_not() -> None:
    article = read_article(PAGE.encode())
    structure = read_structure(article)
    assert "5 km² of it.[1] More" in article.text
    assert [marker.numbers for marker in structure.markers] == [(1,), (2,)]
    note = structure.note(2)
    assert note is not None
    assert [author.text for author in note.citations[0].authors] == ["John Doe"]
    assert structure.problems == ()


def test_notes_as_word_saves_them_are_paired() -> None:
    page = f"""<html><body><p>{FILLER * 3}<a href="#_ftn1" name="_ftnref1">[1]</a></p><p>{FILLER * 3}</p>
    <div><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Jane Roe, “Talks”, BBC.</p></div></div>"""
    article = read_article(page.encode())
    assert article.paragraphs[-1].text == "[1] Jane Roe, “Talks”, BBC."
    assert [marker.numbers for marker in read_structure(article).markers] == [(1,)]


def test_a_declared_encoding_is_used() -> None:
    page = f'<html><meta charset="windows-1254"><body><article><p>Kıbrıs’ta {FILLER * 5}</p></article>'
    article = read_article(page.encode("cp1254"))
    assert article.text.startswith("Kıbrıs’ta Ministers")
    assert "cp1254" in article.steps


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<!doctype html><body><script>alert(1)</script>",
        "<div>" * 20_000,
        "<p>" + "&#x1F600;" * 3,
        "<html><body>" + "<a href='#x' id='x'>1</a>" * 500,
        "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><p>&b;</p>",
        "<html><body><p>\x01\ud7ff" + "\x0b" * 10,
    ],
)
def test_hostile_or_empty_pages_are_read_or_refused_with_a_word(page: str) -> None:
    try:
        article = read_article(page.encode(), format="html")
    except SourceFormatError as error:
        said = error.problems[0].message
    else:
        said = article.text
        read_structure(article)
    assert said
    assert "aaaaaaaaaaaa" not in said


def test_external_things_are_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network(*_: Any, **__: Any) -> None:  # noqa: ANN401
        raise AssertionError("it tried to reach the network")

    monkeypatch.setattr("socket.socket.connect", no_network)
    page = (
        '<!DOCTYPE html SYSTEM "http://192.0.2.1/x.dtd"><link rel=stylesheet href="http://192.0.2.1/x">'
        + PAGE
    )
    assert read_article(page.encode(), format="html").metadata.title == "Peace in Sight"


def test_a_page_saved_in_one_file_is_unpacked() -> None:
    saved = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.example.org/s\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n----b\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
        f"Content-Location: https://www.example.org/s\r\n\r\n{PAGE}\r\n----b--\r\n"
    )
    article = read_article(saved.encode())
    assert article.metadata.title == "Peace in Sight"
    assert article.metadata.url == "https://www.example.org/s"


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *args: Any, **options: Any) -> Any:  # noqa: ANN401
        if name == "trafilatura":
            raise ImportError(name)
        return real(name, *args, **options)

    monkeypatch.delitem(sys.modules, "trafilatura", raising=False)
    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ConfigError, match="articles") as caught:
        read_article(PAGE.encode())
    assert "geodb[articles]" in str(caught.value.hint)
