"""The page on programming against geodb runs as it stands and prints what it says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from geodb.resources import seeds_dir
from geodb.services.load_dossier import load_dossiers
from tests.docs.readme_blocks import blocks

if TYPE_CHECKING:
    import pytest

    from geodb.db.session import Database

PAGE = Path(__file__).parents[2] / "docs" / "howto" / "program-against-geodb.md"


def test_the_blocks_of_the_page_print_what_it_shows(
    fresh_db: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    load_dossiers(fresh_db, [seeds_dir() / "articles"])
    url = fresh_db.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    monkeypatch.setenv("GEODB_DATABASE_URL", url)
    names: dict[str, Any] = {}
    for block in blocks(PAGE.read_text()):
        exec(compile(block.body, PAGE.name, "exec"), names)  # noqa: S102 - our own page
        assert capsys.readouterr().out == block.prints
