"""A draft as YAML that people can edit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_./ -]*[A-Za-z0-9_]|[A-Za-z]")
_LONGEST_PLAIN = 60
_WORDS_OF_YAML = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def to_yaml(dossier: Mapping[str, Any]) -> str:
    """Return a dossier as YAML that people can edit: an item per block, a piece of evidence per line."""
    lines = ["# A draft: check it, then take out the line `draft: true`."]
    for name, value in dossier.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines += ["", f"{name}:"]
            for item in value:
                lines += _block(item)
        elif isinstance(value, dict):
            lines += [
                "",
                f"{name}:",
                *(f"  {field}: {_WRITERS[type(part)](part)}" for field, part in value.items()),
                "",
            ]
        else:
            lines.append(f"{name}: {_WRITERS[type(value)](value)}")
    return "\n".join(lines) + "\n"


def _block(item: Mapping[str, Any]) -> list[str]:
    lines = []
    mark = "  - "
    for name, value in item.items():
        if name == "evidence" and value:
            lines.append(f"{mark}{name}:")
            lines += [f"      - {_mapping(piece)}" for piece in value]
        else:
            lines.append(f"{mark}{name}: {_WRITERS[type(value)](value)}")
        mark = "    "
    return lines


def _mapping(value: Mapping[Any, Any]) -> str:
    parts = [f"{_WRITERS[type(name)](name)}: {_WRITERS[type(part)](part)}" for name, part in value.items()]
    return f"{{{', '.join(parts)}}}"


def _sequence(value: Iterable[Any]) -> str:
    return f"[{', '.join([_WRITERS[type(part)](part) for part in value])}]"


def _other(value: object) -> str:
    return encode_basestring(str(value))


@lru_cache(maxsize=8192)
def _text(text: str) -> str:
    """Write a text: as it is if YAML reads it as itself, or else in quotation marks."""
    is_plain = (
        len(text) < _LONGEST_PLAIN and bool(_PLAIN.fullmatch(text)) and text.lower() not in _WORDS_OF_YAML
    )
    return text if is_plain else encode_basestring(text)


_WRITERS: defaultdict[type, Callable[[Any], str]] = defaultdict(
    lambda: _other,
    {
        str: _text,
        dict: _mapping,
        list: _sequence,
        tuple: _sequence,
        bool: lambda value: "true" if value else "false",
        int: str,
        float: str,
        Decimal: "{:f}".format,
    },
)
"""How a value of each type is written: looked up where it is written, since a draft has thousands of them."""
