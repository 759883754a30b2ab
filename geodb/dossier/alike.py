"""Words that look the same and are not: other kinds of spaces, accents apart, invisible characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_SHOWN = 3
_LONGEST = 5_000
_INVISIBLE = "Cf"
_SPACE = "Zs"


def looks_the_same(quote: str, text: str) -> str | None:
    """Return a hint if `quote` stands in `text` but for characters that look the same; else None.

    Offsets are those of code points, from 0, in the text.
    """
    if len(quote) > _LONGEST:
        return None
    (as_seen, places), (seen, origins) = _as_seen(quote), _as_seen(text)
    at = seen.find(as_seen) if as_seen else -1
    if at < 0:
        return None
    found = origins[at : at + len(as_seen)]
    start, end = found[0], found[-1] + 1
    odd = _odd(quote, places, text, found)
    hidden_there = (f"{_name(text[i])} at {i}" for i in range(start, end) if _is_hidden(text[i]))
    hidden_here = (f"{_name(char)} in the quote" for char in quote if _is_hidden(char))
    told = list(dict.fromkeys([*odd, *hidden_there, *hidden_here]))
    more = ", …" if len(told) > _SHOWN else ""
    return f"it differs only in characters that look the same: {', '.join(told[:_SHOWN])}{more}"


def _odd(quote: str, places: list[int], text: str, found: list[int]) -> Iterator[str]:
    """Yield the characters that differ: that of the text if it is no plain one, or else that of the quote."""
    for here, there in zip(places, found, strict=True):
        if quote[here] != text[there]:
            is_plain = text[there].isascii() and not quote[here].isascii()
            yield f"{_name(quote[here])} in the quote" if is_plain else f"{_name(text[there])} at {there}"


def _as_seen(text: str) -> tuple[str, list[int]]:
    """Return a text as the eye sees it, and for each character the place in the text that it is of."""
    seen, places = [], []
    for place, char in enumerate(text):
        for part in _seen(char):
            seen.append(part)
            places.append(place)
    return "".join(seen), places


def _seen(char: str) -> str:
    if char.isascii():
        return char
    if _is_hidden(char):
        return ""
    return " " if unicodedata.category(char) == _SPACE else unicodedata.normalize("NFD", char)


def _is_hidden(char: str) -> bool:
    return not char.isascii() and unicodedata.category(char) == _INVISIBLE


def _name(char: str) -> str:
    return f"U+{ord(char):04X}"
