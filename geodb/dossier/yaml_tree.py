"""YAML without its traps: no tags, no aliases, no keys twice, and every value knows its line.

Plain scalars are null, true, false, decimal numbers or text. Dates, `no`, `on` and `041` stay text, as a
person who writes them expects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from geodb.errors import DossierError, Problem

Path = tuple[str | int, ...]

_MAX_DEPTH = 30
_LONGEST_NUMBER = 1000
_CONSTANTS: dict[str, Any] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9_]*)")
_FLOAT = re.compile(r"[-+]?(0|[1-9][0-9_]*)(\.[0-9]+([eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+)")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Tree:
    """The values of a file, and the line (from 1) on which each of them starts."""

    value: Any
    lines: dict[Path, int] = field(default_factory=dict)

    def line(self, path: Path) -> int | None:
        """Return the line of `path`, or of the innermost part around it that is in the file."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return None


def parse_yaml(text: str, file: str) -> Tree:
    """Read one YAML document.

    Raises:
        DossierError: it is not YAML, or uses what is refused here; names file and line.
    """
    try:
        return _Builder(iter(yaml.parse(text, Loader=_LOADER)), file).tree()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        begun = error.context_mark.line + 1 if error.context_mark else line
        where = "near this line" if begun == line else f"from line {begun} on, where this part begins"
        hint = f"check indentation, quotes and colons {where}"
        raise DossierError(Problem(f"not YAML: {error.problem}", file, line, hint=hint)) from error
    except yaml.YAMLError as error:
        raise DossierError(Problem(f"not YAML: {error}", file)) from error


class _Builder:
    def __init__(self, events: Iterator[Any], file: str) -> None:
        self._events = events
        self._file = file
        self._lines: dict[Path, int] = {}

    def tree(self) -> Tree:
        """Build the only document of the stream."""
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise self._refusal("the file is empty", 1)
        value = self._node(next(self._events), ())
        next(self._events)
        if not isinstance(another := next(self._events), yaml.StreamEndEvent):
            raise self._refusal(
                "there is a second document", another.start_mark.line + 1, "one file, one dossier"
            )
        return Tree(value, self._lines)

    def _node(self, event: Any, path: Path) -> Any:  # noqa: ANN401 - YAML holds anything
        line = event.start_mark.line + 1
        self._lines.setdefault(path, line)
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self._refusal("anchors and aliases are not allowed", line, "write the value out")
        if event.tag:
            raise self._refusal(f"the tag {event.tag} is not allowed", line, "write a plain value")
        if len(path) > _MAX_DEPTH:
            raise self._refusal(f"nested deeper than {_MAX_DEPTH} levels", line)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        if event.style not in {None, ""}:
            return event.value
        if len(event.value) > _LONGEST_NUMBER and _INTEGER.fullmatch(event.value):
            raise self._refusal(f"a number of {len(event.value):,} digits", line, "is it text? Quote it")
        return _scalar(event.value)

    def _mapping(self, path: Path) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            line = event.start_mark.line + 1
            if not isinstance(event, yaml.ScalarEvent):
                raise self._refusal("a key must be a word", line)
            key = self._node(event, (*path, event.value))
            key = event.value if key is None or isinstance(key, bool | float) else key
            if key in found:
                raise self._refusal(f"{key!r} stands here twice", line, "keep one of the two")
            self._lines[(*path, key)] = line
            found[key] = self._node(next(self._events), (*path, key))
        return found

    def _sequence(self, path: Path) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            found.append(self._node(event, (*path, len(found))))
        return found

    def _refusal(self, message: str, line: int, hint: str | None = None) -> DossierError:
        return DossierError(Problem(message, self._file, line, hint=hint))


def _scalar(text: str) -> Any:  # noqa: ANN401 - a scalar of any type
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
