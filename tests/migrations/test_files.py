"""What every revision's file must be: numbered, frozen, of readable length."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from tests.migrations.revisions import FILES, NUMBERS, module

if TYPE_CHECKING:
    from pathlib import Path

FROZEN_IMPORTS = {"__future__", "alembic", "pathlib", "sqlalchemy"}

each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def test_revisions_are_numbered_from_one_without_a_gap_in_one_line() -> None:
    numbers = [file.name[:4] for file in FILES]
    assert numbers == [f"{number:04}" for number in range(1, len(FILES) + 1)]
    assert list(NUMBERS) == numbers
    assert [module(number).down_revision for number in numbers] == [None, *numbers[:-1]]


@each_file
def test_the_name_of_a_revision_says_what_it_does(file: Path) -> None:
    assert re.fullmatch(r"\d{4}_[a-z0-9_]{3,40}", file.stem)
    assert (module(file.name[:4]).__doc__ or "").count(f"Revision ID: {file.name[:4]}") == 1


@each_file
def test_a_revision_is_frozen_and_imports_nothing_of_geodb(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= FROZEN_IMPORTS


@each_file
def test_a_revision_reads_no_file_but_its_own(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    folder = file.parents[1] / "sql" / file.name[:4]
    assert ("read_text" in source) == folder.is_dir()
    assert all(body.name in source for body in folder.glob("*"))
    assert "geodb/" not in source


@each_file
def test_a_revision_can_be_read_in_one_sitting(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 300
