"""Web addresses as they stand in a text."""

from __future__ import annotations

import re

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"“”«»„|\\^`{}]{1,2000}", re.IGNORECASE)
_DOI = re.compile(r"(?<![\w/.])(?:doi:?\s*)?10\.\d{4,9}/[^\s<>\"“”,;]+", re.IGNORECASE)
_PAIRS = {")": "(", "]": "[", "’": "‘"}


def find_urls(text: str) -> list[tuple[int, int]]:
    """Return the spans of web addresses, without the punctuation of the sentence around them."""
    return [(match.start(), _end(text, match.start(), match.end())) for match in _URL.finditer(text)]


def find_dois(text: str) -> list[tuple[int, int]]:
    """Return the spans of digital object identifiers that are not part of an address."""
    return [(match.start(), _end(text, match.start(), match.end())) for match in _DOI.finditer(text)]


def _end(text: str, start: int, end: int) -> int:
    while end > start:
        last = text[end - 1]
        unpaired = last in _PAIRS and text.count(last, start, end) > text.count(_PAIRS[last], start, end)
        if last not in ".,;:!?'…*_،؛؟۔、。，；：！？" and not unpaired:
            break
        end -= 1
    return end
