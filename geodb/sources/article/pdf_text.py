"""The lines of a PDF with their places, read by a process of its own that may be stopped.

    python -m geodb.sources.article.pdf_text <article.pdf

A PDF can be made so that reading it never ends or takes all memory. So the reading happens here, within limits that
the system keeps, and what comes out is JSON: `pages`, each a list of lines (text, x, y, size of the letters), and
`information`; or `refused`, a sentence for people with a `hint`.
"""

from __future__ import annotations

import io
import json
import logging
import resource
import sys
from collections.abc import Iterator
from typing import Any

MEMORY = 1_500_000_000
SECONDS = 60
MOST_PAGES = 500
MOST_CHARACTERS = 5_000_000
_OTHER_LINE = 0.6
"""Of the letters' size: so far below or above stands another line; a raised figure stands nearer."""

Line = tuple[str, float, float, float]


def main() -> None:
    """Read a PDF from standard input within the limits, and write its lines."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    json.dump(read(sys.stdin.buffer.read()), sys.stdout)


def read(raw: bytes) -> dict[str, Any]:
    """Return what the module says, of the bytes of a PDF."""
    from pypdf import PdfReader  # noqa: PLC0415 - an extra
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends on the way is nothing to tell
    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not _opened(reader):
            return _refused("it is protected by a password", "save it without protection, or as text")
        if len(reader.pages) > MOST_PAGES:
            return _refused(f"it has more than {MOST_PAGES} pages", "cut out the article")
        pages: list[list[Line]] = []
        characters = 0
        for page in reader.pages:
            pages.append(list(_lines(page)))
            characters += sum(len(line[0]) for line in pages[-1])
            if characters > MOST_CHARACTERS:
                return _refused("its text is too long for an article", "cut out the article")
        return {"pages": pages, "information": _information(reader)}
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        ArithmeticError,
    ) as error:
        what = str(error) or type(error).__name__
        return _refused(f"it is a broken PDF: {what}", "open it, and save it anew or as text")
    except (RecursionError, MemoryError):
        return _refused("reading it takes too much memory", "open it and save it as text")


def _refused(message: str, hint: str) -> dict[str, Any]:
    return {"refused": message, "hint": hint}


def _opened(reader: Any) -> bool:  # noqa: ANN401 - a PdfReader, imported where it is used
    """Whether a PDF that is encrypted opens without a password, as many do that only forbid printing."""
    from pypdf.errors import DependencyError  # noqa: PLC0415

    try:
        return bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):
        return False


def _lines(page: Any) -> Iterator[Line]:  # noqa: ANN401 - a PageObject
    """Yield the lines of a page in the order in which they are printed: columns are not mixed."""
    found: list[tuple[str, float, float, float]] = []

    def visit(text: str, matrix: list[float], of_text: list[float], _font: object, size: float) -> None:
        x = of_text[4] * matrix[0] + of_text[5] * matrix[2] + matrix[4]
        y = of_text[4] * matrix[1] + of_text[5] * matrix[3] + matrix[5]
        scale = abs(of_text[3] * matrix[3]) or abs(of_text[1] * matrix[1]) or 1.0
        found.append((text, x, y, size * scale))

    page.extract_text(visitor_text=visit)
    parts: list[tuple[str, float, float, float]] = []
    for text, x, y, size in found:
        pieces = text.split("\n")
        for number, piece in enumerate(pieces):
            is_apart = parts and piece.strip() and abs(y - parts[0][2]) > _OTHER_LINE * max(size, parts[0][3])
            if parts and (number or is_apart):
                yield _joined(parts)
                parts = []
            if piece.strip() or (parts and piece):
                parts.append((piece, x, y, size))
    if parts:
        yield _joined(parts)


def _joined(parts: list[tuple[str, float, float, float]]) -> Line:
    longest = max(parts, key=lambda part: len(part[0]))
    return "".join(part[0] for part in parts).strip(), parts[0][1], longest[2], round(longest[3], 1)


def _information(reader: Any) -> dict[str, str]:  # noqa: ANN401 - a PdfReader
    """Return title and author as the file declares them, and the day of publication if its XMP has one."""
    found: dict[str, str] = {}
    declared = reader.metadata or {}
    for name, key in (("title", "/Title"), ("author", "/Author")):
        if value := str(declared.get(key) or "").strip():
            found[name] = value
    try:
        xmp = reader.xmp_metadata
        dates = list(xmp.dc_date or ()) if xmp else []
    except Exception:  # noqa: BLE001 - XML of any kind may stand there, and nothing depends on it
        dates = []
    if dates and hasattr(dates[0], "date"):
        found["date"] = dates[0].date().isoformat()
    return found


if __name__ == "__main__":
    main()
