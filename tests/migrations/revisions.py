"""The revisions as files, modules and Alembic commands."""

from __future__ import annotations

import importlib.util
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config

from geodb.db import migrate
from geodb.resources import migrations_dir

if TYPE_CHECKING:
    from types import ModuleType

FILES = sorted((migrations_dir() / "versions").glob("[!_]*.py"))
NUMBERS = migrate.revisions()
ROWS = Path(__file__).parent / "rows"


def before(number: str) -> str:
    """The revision below `number`, or `base`."""
    place = NUMBERS.index(number)
    return NUMBERS[place - 1] if place else "base"


def module(number: str) -> ModuleType:
    file = next(file for file in FILES if file.name.startswith(number))
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def config(output: StringIO | None = None) -> Config:
    made = Config(output_buffer=output)
    made.set_main_option("script_location", str(migrations_dir()))
    return made


def script(span: str, *, down: bool = False) -> str:
    """The SQL that Alembic prints for `head`, or `0003:0004`."""
    output = StringIO()
    (command.downgrade if down else command.upgrade)(config(output), span, sql=True)
    return output.getvalue()
