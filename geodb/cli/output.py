"""What every command prints with: data goes to stdout, everything about the work itself to stderr."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from geodb.errors import GeodbError

out = Console(highlight=False)
"""stdout: as wide as the terminal, plain when piped."""

err = Console(stderr=True, highlight=False)
"""stderr: progress, warnings and errors."""


def print_json(data: object) -> None:
    """Print `data` as JSON: also dataclasses, pydantic models, dates, paths and decimals (as text)."""
    from pydantic_core import to_json

    is_unicode = (sys.stdout.encoding or "utf-8").lower().startswith("utf")
    sys.stdout.write(to_json(data, indent=2, ensure_ascii=not is_unicode).decode() + "\n")


def print_error(error: GeodbError) -> None:
    """Print what went wrong and what to do next, on stderr."""
    err.print(Text.assemble(("error: ", "bold red"), error.message), soft_wrap=True)
    if error.hint:
        err.print(Text.assemble(("hint: ", "bold"), error.hint), soft_wrap=True)
