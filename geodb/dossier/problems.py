"""Collecting what is wrong with a dossier, so that its writer sees all of it at once."""

from __future__ import annotations

from geodb.dossier.yaml_tree import Path, Tree
from geodb.errors import DossierError, Problem


class Problems:
    """The problems of one file; each is placed by its path in the file's values."""

    def __init__(self, file: str, tree: Tree) -> None:
        self._file = file
        self._tree = tree
        self._found: list[Problem] = []

    def at(self, path: Path, message: str, *, value: object = None, hint: str | None = None) -> Problem:
        """Return a problem placed at `path`, without keeping it."""
        return Problem(message, self._file, self._tree.line(path), field_of(path) or None, value, hint)

    def add(self, path: Path, message: str, *, value: object = None, hint: str | None = None) -> None:
        """Keep a problem placed at `path`."""
        self._found.append(self.at(path, message, value=value, hint=hint))

    def line(self, path: Path) -> int | None:
        """Return the line of `path` in the file."""
        return self._tree.line(path)

    @property
    def found(self) -> tuple[Problem, ...]:
        """Everything that was kept, in the order of the file."""
        return tuple(sorted(self._found, key=lambda problem: problem.line or 0))

    def raise_all(self) -> None:
        """Raise DossierError with everything that was kept; or return."""
        if self._found:
            raise DossierError(*self.found)


def field_of(path: Path) -> str:
    """Return a path as people read it: `statements[3].evidence[0].quote`."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")
