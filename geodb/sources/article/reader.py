"""Read an article from a file, from standard input, or from bytes, in text, Markdown, HTML or PDF."""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path
from typing import Literal

from geodb.errors import NotFound, Problem, SourceFormatError
from geodb.sources.article.decode import declared_in_html, decode
from geodb.sources.article.markdown import markdown_blocks
from geodb.sources.article.metadata import declared, with_bylines
from geodb.sources.article.mhtml import is_mhtml, unpacked
from geodb.sources.article.model import Article, Block, Metadata, paragraphs_of
from geodb.sources.article.normalize import normalize
from geodb.sources.article.notes import find_notes
from geodb.sources.article.plain import plain_blocks

Format = Literal["text", "markdown", "html", "pdf"]

MAX_BYTES = 20_000_000
"""No article is longer; ten novels are not."""

_SUFFIXES: dict[str, Format] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
}
SUFFIXES = frozenset({".txt", ".text", ".mht", ".mhtml", *_SUFFIXES})
"""How the files of articles are called."""
_IS_HTML = re.compile(
    rb"\s*(?:<!--.{0,500}?-->\s*)*<(?:!doctype html|html|head|body|article|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_PDF = b"%PDF-"
_DAMAGE = re.compile("\ufffd|â€[œ\x9d™]|Ã[¼¶¤©§]")


def read_article(
    source: Path | str | bytes,
    *,
    format: Format | None = None,
    encoding: str | None = None,
    url: str | None = None,
) -> Article:
    """Read one article; `source` is a path, `-` for standard input, or the bytes themselves.

    Suffix or first bytes tell the format, unless `format` says it. `encoding` is for bytes
    that are not UTF-8 and do not say so themselves. `url` is where it was found, if it does not say it.

    Raises:
        NotFound: there is no such file.
        SourceFormatError: it is too large, not text, in another encoding, or holds no words.
        ConfigError: it is HTML or PDF, and the extra `articles` is not installed.
    """
    name, raw = _received(source)
    if len(raw) > MAX_BYTES:
        raise SourceFormatError(_too_large(name))
    body = raw
    if is_mhtml(raw):
        body, charset, found_at = unpacked(raw, name)
        format, encoding, url = "html", encoding or charset, url or found_at
    format = "pdf" if raw.startswith(_PDF) else format or _format(name, raw)
    text, decoded_as = "", tuple[str, ...]()
    if format == "pdf":
        blocks, metadata, steps = _pdf(raw, name, url)
    else:
        said = encoding or (declared_in_html(body) if format == "html" else None)
        text, decoded_as = decode(body, name, said)
        blocks, metadata, steps = _blocks(text, format, name, url)
    if not any(char.isalnum() for block in blocks for char in block.text):
        raise SourceFormatError(Problem("it holds no words", file=name, hint="is this the right file?"))
    paragraphs = paragraphs_of(_with_note_kinds(blocks))
    return Article(
        text="\n".join(paragraph.text for paragraph in paragraphs),
        paragraphs=paragraphs,
        metadata=metadata,
        original_sha256=hashlib.sha256(raw).hexdigest(),
        steps=tuple(dict.fromkeys((*decoded_as, *steps))),
        problems=_doubts(text, name),
    )


def _received(source: Path | str | bytes) -> tuple[str, bytes]:
    if isinstance(source, bytes):
        return "article", source
    if str(source) == "-":
        return "standard input", sys.stdin.buffer.read(MAX_BYTES + 1)
    path = Path(source)
    try:
        with path.open("rb") as file:
            return str(path), file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise NotFound(f"there is no file {path}", hint="check the path") from None
    except OSError as error:
        raise SourceFormatError(Problem(f"it cannot be read: {error.strerror}", file=str(path))) from None


def _too_large(name: str) -> Problem:
    return Problem(
        f"it is larger than {MAX_BYTES // 1_000_000} MB",
        file=name,
        hint="an article is some kilobytes: cut out its text, or divide it",
    )


def _format(name: str, raw: bytes) -> Format:
    return _SUFFIXES.get(Path(name).suffix.lower()) or ("html" if _IS_HTML.match(raw) else "text")


def _blocks(
    text: str,
    format: Format,
    name: str,
    url: str | None,
) -> tuple[list[Block], Metadata, tuple[str, ...]]:
    if format == "html":
        from geodb.sources.article.html import html_blocks  # noqa: PLC0415 - needs an extra

        return html_blocks(text, name, url)
    text, steps = normalize(text)
    if format == "markdown":
        blocks, front = markdown_blocks(text, name)
        blocks = with_bylines(blocks)
        return blocks, declared(front, blocks, url), (*steps, "markdown")
    blocks, done = plain_blocks(text)
    blocks = with_bylines(blocks)
    return blocks, declared({}, blocks, url), (*steps, *done)


def _pdf(raw: bytes, name: str, url: str | None) -> tuple[list[Block], Metadata, tuple[str, ...]]:
    if not raw.startswith(_PDF):
        raise SourceFormatError(Problem("this is no PDF", file=name, hint="name it after what it is"))
    from geodb.sources.article.pdf import pdf_blocks  # noqa: PLC0415 - needs an extra

    return pdf_blocks(raw, name, url)


def _with_note_kinds(blocks: list[Block]) -> list[Block]:
    kinds: dict[int, str] = {}
    for note in find_notes(blocks):
        kinds.setdefault(note.paragraph, "bibliography" if note.number is None else "footnote")
    return [Block(block.text, kinds.get(no, block.kind)) for no, block in enumerate(blocks, 1)]


def _doubts(text: str, name: str) -> tuple[Problem, ...]:
    damage = _DAMAGE.search(text)
    if not damage:
        return ()
    line = text.count("\n", 0, damage.start()) + 1
    message = "its characters look damaged, as if it had once been read in a wrong encoding"
    hint = "go back to the original, or name its encoding"
    return (Problem(message, file=name, line=line, value=damage[0], hint=hint),)
