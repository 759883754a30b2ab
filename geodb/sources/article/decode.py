"""From bytes to text: what cannot be text is refused, and an encoding is never guessed."""

from __future__ import annotations

import codecs
import re

from geodb.dossier.files import how_to_save, utf16_of
from geodb.errors import Problem, SourceFormatError, shown

# What the web means by these labels (WHATWG Encoding Standard).
_AS_BROWSERS_READ = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    (b"%PDF-", "a PDF", "read it as a PDF: its name ends in .pdf, or its format is said"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file", "save it as text or HTML"),
    (b"\xd0\xcf\x11\xe0", "an old Word file", "save it as text or HTML"),
    (b"{\\rtf", "a rich text file", "save it as text or HTML"),
    (b"\x1f\x8b", "a gzip file", "unpack it first"),
    (b"\x89PNG", "a picture", "an article must be text"),
    (b"\xff\xd8\xff", "a picture", "an article must be text"),
    (b"GIF8", "a picture", "an article must be text"),
)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_HEAD = 4096


def declared_in_html(raw: bytes) -> str | None:
    """Return the encoding that the head of a page declares."""
    found = _META_CHARSET.search(raw[:_HEAD])
    return found[1].decode() if found else None


def decode(raw: bytes, name: str, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the text of `raw`, and the steps worth recording: the encoding if it is not UTF-8.

    A byte order mark wins, then UTF-8 if the bytes are UTF-8, then the `declared` encoding.

    Raises:
        SourceFormatError: the bytes are not text, or not in the encoding they are said to be in.
    """
    for start, what, hint in _BINARY:
        if raw.startswith(start):
            raise SourceFormatError(Problem(f"this is {what}, not text", file=name, hint=hint))
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _decoded(raw, name, encoding), ("bom",) if encoding == "utf-8-sig" else (encoding,)
    try:
        return _without_nul(raw.decode(), name, raw), ()
    except UnicodeDecodeError as error:
        if declared is None or _codec(declared, name) == "utf-8":
            raise _not_utf8(raw, error, name, said=declared is not None) from None
    encoding = _codec(declared, name)
    return _decoded(raw, name, encoding), (encoding,)


def _codec(label: str, name: str) -> str:
    try:
        codec = codecs.lookup(label)
        "".encode(label)  # LookupError for codecs that are not of text, such as hex
    except (LookupError, ValueError):
        problem = Problem(
            f"the encoding {shown(label)} is unknown", file=name, hint="name one such as windows-1254"
        )
        raise SourceFormatError(problem) from None
    return _AS_BROWSERS_READ.get(codec.name, codec.name)


def _decoded(raw: bytes, name: str, encoding: str) -> str:
    try:
        return _without_nul(raw.decode(encoding), name, raw)
    except UnicodeError as error:
        problem = Problem(
            f"it says that it is {encoding.removesuffix('-sig')}, and it is not: {error}",
            file=name,
            hint="find out its encoding and save it as UTF-8, with `iconv -f ENCODING -t UTF-8`",
        )
        raise SourceFormatError(problem) from None


def _without_nul(text: str, name: str, raw: bytes) -> str:
    if "\0" in text:
        problem = Problem(
            "it holds NUL characters, so it is a binary file, or UTF-16 that does not say so",
            file=name,
            hint=how_to_save(raw) if utf16_of(raw) else "if it is text, save it as UTF-8",
        )
        raise SourceFormatError(problem)
    return text


def _not_utf8(raw: bytes, error: UnicodeDecodeError, name: str, *, said: bool) -> SourceFormatError:
    line = raw.count(b"\n", 0, error.start) + 1
    column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
    what = (
        "it says that it is UTF-8, and it is not" if said else "it is not UTF-8 and names no other encoding"
    )
    return SourceFormatError(
        Problem(
            f"{what}: byte 0x{raw[error.start]:02x} in column {column}",
            file=name,
            line=line,
            hint=how_to_save(raw),
        )
    )
