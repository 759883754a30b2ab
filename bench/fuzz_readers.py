"""Fuzz the readers of articles, led by coverage: `pip install atheris`, which is no dependency of geodb.

    python bench/fuzz_readers.py text corpus/ -max_total_time=300
    python bench/fuzz_readers.py html markdown pdf draft citation …   (one of them at a time)

Whatever the bytes are, a reader returns an article whose passages hold what they say, or refuses them with an
error of geodb's. Anything else is a finding, written to a file `crash-…`, which the same command reads.
The folder is where inputs that reach new code are kept; options after it are those of libFuzzer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import atheris

with atheris.instrument_imports(include=["geodb"]):
    from geodb.errors import GeodbError
    from geodb.sources.article import pdf_text
    from geodb.sources.article.citation import parse_citations
    from geodb.sources.article.draft import draft_dossier
    from geodb.sources.article.draft_yaml import to_yaml
    from geodb.sources.article.extract.gazetteer import general_gazetteer
    from geodb.sources.article.extract.protocol import find_extractor
    from geodb.sources.article.reader import Format, read_article
    from geodb.sources.article.structure import read_structure

LONGEST = 4000
"""Bytes that are tried: what is slow beyond is for the tests of speed."""


def check(holds: object) -> None:
    """Raise if something does not hold that always does."""
    if not holds:
        raise AssertionError


def read(raw: bytes, format: Format) -> None:
    """Read an article, and check what its structure says of it."""
    try:
        article = read_article(raw[:LONGEST], format=format)
    except GeodbError:
        return
    check("\0" not in article.text)
    structure = read_structure(article)
    for note in structure.notes:
        for citation in note.citations:
            for author in citation.authors:
                check(article.exact(note.span_of(citation, author)) == author.text)
    for sentence in structure.sentences:
        check(article.exact(sentence).strip())


def draft(raw: bytes) -> None:
    """Draft an article of plain text."""
    try:
        article = read_article(raw[:LONGEST], format="text")
    except GeodbError:
        return
    to_yaml(draft_dossier(article, find_extractor("rules"), general_gazetteer(), key="fuzz").dossier)


def citation(raw: bytes) -> None:
    """Take a citation apart: every piece stands where it says."""
    note = raw[:LONGEST].decode(errors="replace")
    for found in parse_citations(note):
        pieces = (found.title, found.publisher, found.container, found.url, *found.authors)
        for piece in filter(None, pieces):
            check(found.raw[piece.start : piece.end] == piece.text)


def pdf(raw: bytes) -> None:
    """Read the lines of a PDF, in this process."""
    pdf_text.read(raw if raw.startswith(b"%PDF-") else b"%PDF-1.4\n" + raw)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "text": lambda raw: read(raw, "text"),
    "markdown": lambda raw: read(raw, "markdown"),
    "html": lambda raw: read(raw, "html"),
    "pdf": pdf,
    "citation": citation,
    "draft": draft,
}


def main() -> None:
    """Fuzz the reader that the command line names."""
    program, *names = sys.argv
    if not names or names[0] not in TARGETS:
        sys.exit(f"usage: {program} {{{'|'.join(TARGETS)}}} [FOLDER] [-max_total_time=SECONDS]")
    atheris.Setup([program, *names[1:]], TARGETS[names[0]])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
