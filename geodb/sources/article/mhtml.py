"""Web pages that a browser saved into one file (MHTML)."""

from __future__ import annotations

import email
import email.policy
import re

from geodb.errors import Problem, SourceFormatError

_IS_MHTML = re.compile(rb"(?:From: <?Saved by|(?:[\w-]+: [^\n]*\n){0,8}MIME-Version: 1\.0)", re.IGNORECASE)


def is_mhtml(raw: bytes) -> bool:
    """Tell whether the bytes begin as a browser's saved page does."""
    return _IS_MHTML.match(raw[:4000].replace(b"\r", b"")) is not None and b"multipart/related" in raw[:4000]


def unpacked(raw: bytes, name: str) -> tuple[bytes, str | None, str | None]:
    """Return the page in a saved page, its declared encoding, and its address.

    Raises:
        SourceFormatError: there is no page in it.
    """
    message = email.message_from_bytes(raw, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            page = part.get_payload(decode=True)
            address = part.get("Content-Location") or message.get("Snapshot-Content-Location")
            is_web = address and str(address).startswith(("http://", "https://"))
            return (
                page if isinstance(page, bytes) else b"",
                part.get_content_charset(),
                str(address) if is_web else None,
            )
    raise SourceFormatError(Problem("this saved page holds no page", file=name, hint="save it as HTML"))
