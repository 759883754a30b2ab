"""Keys of drafted records: human words, each used once."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

_LONGEST = 60
_OTHER_CHARACTERS = re.compile(r"[^a-z0-9]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_DROPPED = str.maketrans("", "", "'.")
_WITHOUT_DECOMPOSITION = str.maketrans(
    dict(zip("ıłøđðħə", "iloddha", strict=True)) | {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)
_LETTERS = frozenset({"Ll", "Lo"})


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """Return a key made of the words of a text: `Łukasz of Köln` becomes `lukasz-of-koln`; never empty.

    A text in letters other than Latin ones gets some of its hash, so that two of them are not one key.
    """
    plain, is_whole = text.lower(), True
    if not text.isascii():
        letters = unicodedata.normalize("NFKD", plain.translate(_WITHOUT_DECOMPOSITION))
        plain = letters.encode("ascii", "ignore").decode()
        is_whole = not any(unicodedata.category(char) in _LETTERS for char in _NOT_ASCII.findall(letters))
    key = _OTHER_CHARACTERS.sub("-", plain.translate(_DROPPED)).strip("-")
    if len(key) > _LONGEST:
        key = key[: _LONGEST + 1].rpartition("-")[0] or key[:_LONGEST]
    if key and is_whole:
        return key
    return f"{key}-{sha256(text.lower().encode()).hexdigest()[:8]}".removeprefix("-")


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
