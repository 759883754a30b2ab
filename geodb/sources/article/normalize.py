"""Make received text fit to be stored, and record every step that changed something."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
# Soft hyphen, zero-width space, word joiner, stray byte order mark. Joiners (U+200C, U+200D) and marks of
# direction stay: Persian words and emoji are made with them.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")

_STEPS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("bom", lambda text: text.removeprefix("\ufeff")),
    ("line-ends", lambda text: _LINE_ENDS.sub("\n", text)),
    ("controls", lambda text: _CONTROLS.sub("", text)),
    ("invisible", lambda text: _INVISIBLE.sub("", text)),
    ("nfc", lambda text: unicodedata.normalize("NFC", text)),
    ("line-edges", lambda text: "\n".join(map(str.strip, text.split("\n")))),
)


def normalize(text: str) -> tuple[str, tuple[str, ...]]:
    """Return `text` in NFC, with line feeds, without invisible characters, and the steps that changed it."""
    steps = []
    for name, step in _STEPS:
        changed = step(text)
        if changed != text:
            steps.append(name)
            text = changed
    return text, tuple(steps)
