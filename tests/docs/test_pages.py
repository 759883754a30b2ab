"""The pages as a whole: links lead somewhere, pages are reached, settings and exit codes are told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from geodb import errors
from geodb.config import Settings

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [*sorted(DOCS.rglob("*.md")), *sorted(ROOT.glob("*.md")), ROOT / "seeds" / "README.md"]


def prose(page: Path) -> str:
    return re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


def links(page: Path) -> Iterator[tuple[Path, str]]:
    for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", prose(page)):
        path, _, anchor = target.partition("#")
        yield (page.parent / path if path else page).resolve(), anchor


def anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.*)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files_and_headings(page: Path) -> None:
    lost = [
        f"{path}#{anchor}"
        for path, anchor in links(page)
        if not path.exists() or (anchor and anchor not in anchors(path))
    ]
    assert lost == []


def test_every_page_can_be_reached_from_the_index() -> None:
    index = DOCS / "README.md"
    linked = {path for path, _ in links(index)}
    told_by_folder = set((DOCS / "decisions").iterdir())
    assert {page for page in PAGES if page.is_relative_to(DOCS)} - {index} - told_by_folder - linked == set()


def test_the_index_tells_every_setting() -> None:
    told = set(re.findall(r"`GEODB_(\w+)`", prose(DOCS / "README.md")))
    assert {field.upper() for field in Settings.model_fields} <= told


def test_the_index_tells_every_exit_code() -> None:
    told = set(re.findall(r"^\| ([0-3]) \|", prose(DOCS / "README.md"), re.MULTILINE))
    codes = {str(kind.exit_code) for kind in vars(errors).values() if hasattr(kind, "exit_code")}
    assert codes | {"0"} == told
