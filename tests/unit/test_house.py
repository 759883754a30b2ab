"""House rules that no linter knows."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import geodb
from geodb import resources
from geodb.errors import ConfigError

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "geodb"
LONGEST_FILE = 400
SLOW_IMPORTS = {"sqlalchemy", "alembic", "psycopg", "pydantic"}

modules = pytest.mark.parametrize(
    "module", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT))
)


@modules
def test_a_file_is_short_enough_to_be_read_at_once(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) <= LONGEST_FILE


@modules
def test_every_module_says_what_it_is_for(module: Path) -> None:
    docstring = ast.get_docstring(ast.parse(module.read_text("utf-8")))
    assert docstring
    assert docstring.splitlines()[0].endswith(".")


def test_every_folder_with_code_is_a_package() -> None:
    folders = {module.parent for module in PACKAGE.rglob("*.py")}
    assert [folder for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def test_the_command_geodb_is_installed_and_can_be_called() -> None:
    (command,) = entry_points(group="console_scripts", name="geodb")
    assert callable(command.load())


def test_python_dash_m_geodb_is_the_command_geodb() -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "geodb", "--version"], capture_output=True, text=True, check=True
    )
    assert geodb.__version__ in answer.stdout


def test_asking_for_help_imports_no_database_code() -> None:
    program = "import sys, geodb.cli.main; print(*sys.modules)"
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert SLOW_IMPORTS.isdisjoint(answer.stdout.split())


def test_the_checkouts_own_migrations_and_seeds_are_used() -> None:
    assert resources.migrations_dir() == ROOT / "migrations"
    assert resources.seeds_dir() == ROOT / "seeds"


def test_an_installed_geodb_finds_its_data_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "geodb"
    (package / "_data" / "seeds").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", package)
    assert resources.seeds_dir() == package / "_data" / "seeds"


def test_folders_beside_an_installed_geodb_are_not_mistaken_for_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "geodb"
    (package / "_data" / "seeds").mkdir(parents=True)
    (tmp_path / "site-packages" / "seeds").mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", package)
    assert resources.seeds_dir() == package / "_data" / "seeds"


def test_a_broken_installation_is_told_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "geodb")
    with pytest.raises(ConfigError, match="without its migrations"):
        resources.migrations_dir()
