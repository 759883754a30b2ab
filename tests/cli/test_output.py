from __future__ import annotations

import io

import pytest
from rich.table import Table
from rich.text import Text

from geodb.cli.output import err, out


@pytest.mark.parametrize("words", ["\x1b[31mred\x1b[0m", "\x9b2Jgone", "a\x7fb", "bell\x07"])
def test_words_of_an_article_do_not_steer_the_terminal(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for console in (out, err):
        console.print(Text(words))
        console.print(words, soft_wrap=True)
    printed = capsys.readouterr()
    assert printed.out == printed.err
    assert all(char.isprintable() for line in printed.out.splitlines() for char in line)
    assert printed.out.strip("\n\N{REPLACEMENT CHARACTER}")


def test_a_terminal_still_has_its_colours() -> None:
    file = io.StringIO()
    terminal = type(out)(force_terminal=True, color_system="standard", file=file, _environ={})
    terminal.print(Text("red\x1b", "red"))
    assert file.getvalue() == "\x1b[31mred\N{REPLACEMENT CHARACTER}\x1b[0m\n"


def test_lines_and_tabs_are_kept(capsys: pytest.CaptureFixture[str]) -> None:
    out.print("one\n\ttwo", soft_wrap=True)
    assert capsys.readouterr().out.split() == ["one", "two"]


@pytest.mark.parametrize(
    "words", ["cites [1][2]", "[red]", "ends [/]", "[bold]a[/bold]", "dossier.yaml:100: no", ":us:"]
)
def test_brackets_and_colons_are_printed_as_they_stand(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    table = Table("words", title=words)
    table.add_row(words)
    for console in (out, err):
        console.print(words, soft_wrap=True)
        console.print(table)
    printed = capsys.readouterr()
    assert (printed.out.count(words), printed.err.count(words)) == (3, 3)
