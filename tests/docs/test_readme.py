"""Everything the README shows is run, in its order, and must print what the README says."""

from __future__ import annotations

import doctest
import io
import re
import shlex
import subprocess
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geodb.config import load_settings
from geodb.db.binaries import find_bindir
from tests.docs.readme_blocks import README, Block, Command, blocks, commands

if TYPE_CHECKING:
    from geodb.db.session import Database
    from tests.fixtures.cli import Cli

TEXT = README.read_text(encoding="utf-8")
BLOCKS = blocks(TEXT)
CHECK = doctest.OutputChecker()
LOOSELY = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def assert_prints(expected: str, printed: str) -> None:
    """Compare word by word: widths and line breaks may differ, and `...` stands for anything."""
    if not CHECK.check_output(expected, printed, LOOSELY):
        pytest.fail(f"the README says\n{expected}\nbut this was printed\n{printed}")


def without_counts(text: str) -> str:
    """Blur the numbers that grow with every migration, code and article."""
    return re.sub(
        r"^(schema|code lists|seed articles): .*$",
        lambda line: re.sub(r"\d+", "N", line[0]),
        text,
        flags=re.MULTILINE,
    )


def of_language(language: str) -> list[Block]:
    return [block for block in BLOCKS if block.language == language]


@pytest.fixture
def readme_url(seeded_db: Database, monkeypatch: pytest.MonkeyPatch) -> str:
    url = seeded_db.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    monkeypatch.setenv("GEODB_DATABASE_URL", url)
    return url


def demo() -> str:
    (command,) = (c for block in of_language("console") for c in commands(block) if c.words == "make demo")
    return command.prints.removeprefix("...\n")  # what make itself says while it installs


def test_make_demo_prints_what_the_readme_shows(
    cli: Cli, empty_db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geodb.cli.output.out.width", 100)
    first = cli("quickstart", db=empty_db)
    assert first.code == 0, first.err
    assert_prints(without_counts(demo()), without_counts(first.out))


def test_make_has_the_targets_of_the_readme() -> None:
    makefile = (README.parent / "Makefile").read_text(encoding="utf-8")
    shown = [command.words for block in of_language("console") for command in commands(block)]
    targets = [words.removeprefix("make ") for words in shown if words.startswith("make ")]
    assert targets == ["demo", "test"]
    assert [target for target in targets if f"\n{target}:" not in makefile] == []


@pytest.mark.parametrize(
    "block", of_language("sql"), ids=lambda block: block.body.split("FROM")[1].split()[0]
)
def test_queries_give_the_results_shown(readme_url: str, block: Block) -> None:
    psql = str(find_bindir(load_settings().pg_bindir) / "psql")
    done = subprocess.run(
        [psql, "-X", "-d", readme_url, "-c", block.body], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert block.prints is not None
    assert_prints(block.prints, done.stdout)


def test_there_are_five_queries_and_each_shows_its_result() -> None:
    assert len(of_language("sql")) == 5
    assert all(block.prints and re.search(r"\(\d+ rows\)", block.prints) for block in of_language("sql"))


@pytest.mark.parametrize("block", of_language("python"), ids=lambda block: block.body.splitlines()[0])
@pytest.mark.usefixtures("readme_url")
def test_programs_print_what_is_shown(block: Block) -> None:
    printed = io.StringIO()
    with redirect_stdout(printed):
        exec(compile(block.body, "README.md", "exec"), {})  # noqa: S102 - our own README
    assert block.prints
    assert_prints(block.prints, printed.getvalue())


def test_geodb_commands_print_what_is_shown(
    cli: Cli, seeded_copy: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("geodb.cli.output.out.width", 100)
    for block in BLOCKS:
        if block.file:
            Path(block.file).parent.mkdir(exist_ok=True)
            Path(block.file).write_text(block.body, encoding="utf-8")
        for command in commands(block) if block.language == "console" else []:
            if command.words.startswith("geodb "):
                run(command, cli, seeded_copy)


def run(command: Command, cli: Cli, database: Database) -> None:
    result = cli(*shlex.split(command.words)[1:], db=database)
    assert result.code == 0, result.err
    assert_prints(command.prints, result.out)


def test_the_parts_come_in_their_order() -> None:
    heads = re.findall(r"^## (.*)$", TEXT, flags=re.MULTILINE)
    assert heads == [
        "Two commands",
        "Five questions an analyst asks",
        "How a service connects",
        "How to load an article",
        "Where to read on",
    ]
