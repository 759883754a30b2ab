from __future__ import annotations

import re
from pathlib import Path

from typer.main import get_command

from geodb.analysis.review.page import SHORTCUTS
from geodb.cli.main import app
from geodb.services.review.concerns import KINDS, LOW_CONFIDENCE

PAGE = (Path(__file__).parents[2] / "docs" / "howto" / "review-a-draft.md").read_text(encoding="utf-8")


def test_the_page_names_what_a_review_looks_at_in_its_order() -> None:
    assert re.findall(r"^\| \*\*(.+?)\*\*", PAGE, re.MULTILINE) == list(KINDS.values())
    assert f"less than {LOW_CONFIDENCE} of 100" in PAGE


def test_the_page_names_the_keys_that_the_review_knows() -> None:
    table = PAGE.partition("| key | goes to |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| (`.+`) \| (.+) \|$", table, re.MULTILINE)
    keys = [(keys.replace("`", ""), text) for keys, text in rows]
    assert keys == list(SHORTCUTS)


def test_every_command_of_the_page_exists() -> None:
    commands = re.findall(r"^\$ geodb (.+)$", PAGE, re.MULTILINE)
    assert len(commands) == 8
    for words in commands:
        command = get_command(app)
        for word in words.split():
            children = getattr(command, "commands", {})
            if word in children:
                command = children[word]
        assert command.name in {"draft", "review", "load", "list", "show", "retry", "drop"}, words
        options = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words.split() if word.startswith("-")} <= options
