from __future__ import annotations

import re
from pathlib import Path

from pydantic import BaseModel

from geodb.dossier.model import Dossier
from geodb.dossier.resolve import read_dossier
from geodb.dossier.validation import fields_of, model_in

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "dossier.md"


def test_the_first_dossier_of_the_page_can_be_read(tmp_path: Path) -> None:
    text = PAGE.read_text(encoding="utf-8")
    blocks = dict(re.findall(r"`(article\.txt|dossier\.yaml)`:\n\n```\w+\n(.*?)```", text, re.DOTALL))
    for name, content in blocks.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    resolved = read_dossier(tmp_path)
    assert resolved.lookups == ()
    assert resolved.labels["ana-ruk--president-of-kestovia"] == "Ana Ruk, President of Kestovia"
    assert [str(passage.span) for passage in resolved.passages if passage.marker] == ["P1:31-83"]


def test_the_page_names_every_field() -> None:
    named = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`\n]+)`", PAGE.read_text(encoding="utf-8")))))
    assert set(_names(Dossier, set())) - named == set()


def _names(model: type[BaseModel], seen: set[type[BaseModel]]) -> list[str]:
    seen.add(model)
    found = list(fields_of(model))
    for annotation in fields_of(model).values():
        inner = model_in(annotation)
        if inner and inner not in seen:
            found += _names(inner, seen)
    return found
