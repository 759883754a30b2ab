"""What every command prints with: data goes to stdout, everything about the work itself to stderr."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.segment import Segment
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import ConsoleOptions, RenderableType

    from geodb.errors import GeodbError

_CONTROLS = {
    code: "\N{REPLACEMENT CHARACTER}" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"
}


class _Console(Console):
    """A console to which words are words: none of an article, a path or a user's steers the terminal.

    Colours are those of `Text`; `[1]`, `[/]` and `:100:` stay as they are.
    """

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - those of Console
        super().__init__(highlight=False, markup=False, emoji=False, **settings)

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        for segment in super().render(renderable, options):
            text, style, control = segment
            yield segment if control else Segment(text.translate(_CONTROLS), style)


out = _Console()
"""stdout: as wide as the terminal, plain when piped."""

err = _Console(stderr=True)
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
