"""The files of code lists, taxonomies and datasets: read, checked among themselves, gathered by table."""

from __future__ import annotations

import csv
import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geodb.db.base import SCHEMA, Base
from geodb.errors import Problem, SourceFormatError
from geodb.ingest.tables import LoadTable, load_table

MANIFEST = "manifest.toml"
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class CodeRows:
    """What the files hold for one table: `values` in the order of `columns`, and each one's file and line."""

    load: LoadTable
    columns: tuple[str, ...]
    values: list[tuple[Any, ...]] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    @property
    def files(self) -> list[str]:
        """The files that the rows are from."""
        return list(dict.fromkeys(file for file, _ in self.places))

    def keys(self, names: tuple[str, ...]) -> Iterator[tuple[tuple[Any, ...], Place]]:
        """The values of some columns, row by row, with the row's place."""
        at = [self.columns.index(name) for name in names]
        for row, place in zip(self.values, self.places, strict=True):
            yield tuple(row[index] for index in at), place


def digest_of_files(folder: Path) -> str:
    """SHA-256 of `folder`/manifest.toml and the files that it lists."""
    manifest = (folder / MANIFEST).read_bytes()
    names = [entry["path"] for entry in tomllib.loads(manifest.decode())["files"]]
    digests = [hashlib.sha256((folder / name).read_bytes()).digest() for name in names]
    return hashlib.sha256(b"".join([manifest, *digests])).hexdigest()


def read_code_files(folder: Path) -> list[CodeRows]:
    """Read the files that `folder`/manifest.toml lists, by table, each table after those it refers to.

    Raises:
        SourceFormatError: with all problems found; each names file and line.
    """
    manifest = tomllib.loads((folder / MANIFEST).read_text("utf-8"))
    found = {load.name: CodeRows(load, _columns(load)) for load in _tables(manifest)}
    problems = [problem for entry in manifest["files"] for problem in _read(folder, entry, found)]
    for prefix, values in manifest["datasets"].items():
        _add(found["dataset"], {"prefix": prefix, **values}, (MANIFEST, 1))
    problems += [problem for rows in found.values() for problem in (*_twins(rows), *_strangers(rows, found))]
    if problems:
        raise SourceFormatError(*problems)
    return list(found.values())


def _tables(manifest: dict[str, Any]) -> list[LoadTable]:
    names = {entry["table"] for entry in manifest["files"]} | {"dataset"}
    return [load_table(t) for t in Base.metadata.sorted_tables if t.schema == SCHEMA and t.name in names]


def _columns(load: LoadTable) -> tuple[str, ...]:
    return tuple(column.name for column in load.columns if column.name != "retired_at")


def _read(folder: Path, entry: dict[str, Any], found: dict[str, CodeRows]) -> Iterator[Problem]:
    rows, path = found[entry["table"]], entry["path"]
    constants = {"taxonomy_code": entry["taxonomy"]} if "taxonomy" in entry else {}
    with (folder / path).open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream, strict=True)
        if unknown := set(reader.fieldnames or ()) - set(rows.columns):
            yield Problem(f"{rows.load.name} has no such column", path, 1, value=", ".join(sorted(unknown)))
            return
        for values in reader:
            if None in values or None in values.values():
                yield Problem("the line has not as many values as the first", path, reader.line_num)
            else:
                _add(rows, {**values, **constants}, (path, reader.line_num))


def _add(rows: CodeRows, values: dict[str, Any], place: Place) -> None:
    """Add a row; what is empty becomes what the database puts there by itself."""
    blanks = rows.load.blanks
    rows.values.append(tuple(values.get(name) or blanks[name] for name in rows.columns))
    rows.places.append(place)


def _twins(rows: CodeRows) -> Iterator[Problem]:
    first: dict[tuple[Any, ...], Place] = {}
    for key, place in rows.keys(rows.load.key):
        if key in first:
            file, line = first[key]
            yield Problem(
                f"stands in {file}:{line} already", *place, ", ".join(rows.load.key), "/".join(map(str, key))
            )
        first.setdefault(key, place)


def _strangers(rows: CodeRows, found: dict[str, CodeRows]) -> Iterator[Problem]:
    """Rows that refer to a code that no file gives."""
    for constraint in rows.load.table.foreign_key_constraints:
        target = found.get(constraint.referred_table.name)
        if target is None:
            continue
        names = tuple(element.column.name for element in constraint.elements)
        known = {key for key, _ in target.keys(names)}
        columns = tuple(column.name for column in constraint.columns)
        for key, place in rows.keys(columns):
            if None not in key and key not in known:
                message = f"no such code in {target.load.name}"
                yield Problem(message, *place, ", ".join(columns), "/".join(map(str, key)))
