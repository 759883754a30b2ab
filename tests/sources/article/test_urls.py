"""Addresses of one page are recognised as one, and those of two pages are not."""

from __future__ import annotations

import pytest

from geodb.dossier.urls import canonical_url

PAGE = "https://example.org/news/a"


@pytest.mark.parametrize(
    "url",
    [
        "http://www.example.org/news/a/",
        "HTTPS://WWW.Example.ORG:443/news/a#section",
        "http://example.org:80/news//a",
        "https://m.example.org/news/a?utm_source=x&utm_medium=y&fbclid=z&gclid=1",
        "https://amp.example.org/news/a/amp/",
        "https://example.org/news/a?amp=1&outputType=amp&at_campaign=64",
        "https://user:secret@example.org/news/a",
        "https://www.google.com/amp/s/www.example.org/news/a/amp",
        "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/news/a",
        " https://example.org/news/a ",
    ],
)
def test_addresses_of_one_page_become_equal(url: str) -> None:
    assert canonical_url(url) == PAGE


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/news/b",
        "https://example.org/news/a?id=7",
        "https://news.example.org/news/a",
        "https://example.org:8080/news/a",
        "https://example.org/news/a#!/route",
        "https://example.org/News/a",
    ],
)
def test_addresses_of_other_pages_stay_apart(url: str) -> None:
    assert canonical_url(url) != PAGE


def test_parameters_are_sorted_and_letters_encoded() -> None:
    assert canonical_url("https://a.org/ç?b=2&a=1") == canonical_url("https://a.org/%C3%A7?a=1&b=2")


@pytest.mark.parametrize(
    "url", ["", "mailto:a@b.org", "urn:isbn:1", "http://[", "no address", "http:///x", "ftp://a.org/"]
)
def test_what_is_no_web_address_is_left_alone(url: str) -> None:
    assert canonical_url(url) == url


@pytest.mark.parametrize("url", ["https://m.co/a", "https://amp.dev/a", "https://www.org/a"])
def test_short_names_that_look_like_prefixes_are_names(url: str) -> None:
    assert canonical_url(url) == url


def test_the_mobile_edition_of_an_encyclopedia_is_the_encyclopedia() -> None:
    assert canonical_url("https://en.m.wikipedia.org/wiki/X") == "https://en.wikipedia.org/wiki/X"
