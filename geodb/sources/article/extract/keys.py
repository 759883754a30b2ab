"""Keys of drafted records: human words, each used once."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LONGEST = 60
_OTHER_CHARACTERS = re.compile(r"[^a-z0-9]+")
_DROPPED = str.maketrans("", "", "'.")
_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "ß": "ss", "æ": "ae"}
)


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """Return a key made of the words of a text: `Łukasz of Köln` becomes `lukasz-of-koln`; never empty."""
    plain = text
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text.translate(_WITHOUT_DECOMPOSITION))
        plain = plain.encode("ascii", "ignore").decode()
    key = _OTHER_CHARACTERS.sub("-", plain.lower().translate(_DROPPED)).strip("-")
    if len(key) > _LONGEST:
        key = key[: _LONGEST + 1].rpartition("-")[0] or key[:_LONGEST]
    return key or f"x{sum(map(ord, text)) % 100_000}"


class Keys:
    """Gives out keys of one dossier."""

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._last: dict[str, int] = {}

    def new(self, *words: str) -> str:
        """Return a key of these words that no other record has."""
        base = slug(" ".join(words))
        key, number = base, self._last.get(base, 1)
        while key in self._used:
            number += 1
            key = f"{base}-{number}"
        self._last[base] = number
        self._used.add(key)
        return key

    def take(self, key: str) -> str:
        """Mark a key as used, and return it."""
        self._used.add(key)
        return key
