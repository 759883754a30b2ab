from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from geodb.dossier.resolve import read_dossier
from geodb.errors import DossierError, Problem

ARTICLE = (
    "Ann met Bob.[1] Ann met Bob again.\nBob said “no deal” on Monday.\n[1] Cay, A Title, https://x.org/1."
)
HEAD = """\
dossier: 1
dataset: test
article: {text: article.txt, kind: news, language: en}
references: [{marker: "[1]", p: 3, source: title}]
sources: [{key: title, kind: news, title: A Title, url: "https://x.org/1"}]
actors:
  - {key: ann, kind: person, names: [{name: Ann, primary: true}], evidence: [{p: 2, quote: Bob}]}
  - {key: bob, kind: person, label: Bob}
"""

Write = Callable[..., Path]
Problems = Callable[..., tuple[Problem, ...]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a dossier: HEAD, then more YAML; the folder is returned."""

    def _write(more: str = "", *, head: str = HEAD, article: bytes | str = ARTICLE) -> Path:
        folder = tmp_path / "two-people"
        folder.mkdir(exist_ok=True)
        raw = article.encode() if isinstance(article, str) else article
        (folder / "article.txt").write_bytes(raw)
        (folder / "dossier.yaml").write_text(head + dedent(more), encoding="utf-8")
        return folder

    return _write


@pytest.fixture
def problems(write: Write) -> Problems:
    """Write a dossier as `write` does, and return what is wrong with it."""

    def _problems(more: str = "", *, head: str = HEAD, article: bytes | str = ARTICLE) -> tuple[Problem, ...]:
        folder = write(more, head=head, article=article)
        with pytest.raises(DossierError) as caught:
            read_dossier(folder)
        return caught.value.problems

    return _problems
