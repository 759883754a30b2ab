"""Passages quoted in context: the sentence around a span, and the span within it."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A sentence ends at . ! or ?, closing quotes and footnote markers included, before a capital, a quote or a
# marker; not after an initial, as in D. J. Trump and U.S.
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?][”’\"')\]]*(?:\[\d+\])*(?:\s+|(?<=\]))(?=[A-Z“‘\"'(\[]|$)")


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage (`exact`) with the rest of its sentence before and after it."""

    before: str
    exact: str
    after: str

    def marked(self, start: str = "»", end: str = "«") -> str:
        """The sentence with marks around the passage, for output without bold."""
        return f"{self.before}{start}{self.exact}{end}{self.after}"


def in_context(paragraph: str, start: int, end: int) -> Quote:
    """The passage `paragraph[start:end]` (code points) within the sentence or sentences it lies in."""
    first, last = 0, len(paragraph)
    for boundary in _SENTENCE_END.finditer(paragraph):
        if boundary.end() <= start:
            first = boundary.end()
        elif boundary.end() >= end:
            last = boundary.end()
            break
    return Quote(paragraph[first:start], paragraph[start:end], paragraph[end:last].rstrip())
