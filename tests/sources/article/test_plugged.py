"""Extractors of others: what goes wrong in them is told as theirs, and never ends in a traceback."""

from __future__ import annotations

import sys
from importlib.metadata import EntryPoint
from typing import Any

import pytest

from geodb.errors import ConfigError, SourceFormatError
from geodb.sources.article.draft import Draft, draft_dossier
from geodb.sources.article.extract import protocol
from geodb.sources.article.extract.gazetteer import general_gazetteer
from geodb.sources.article.plugged import open_extractor
from geodb.sources.article.reader import read_article

PERSON = {"key": "oto", "kind": "person", "label": "Oto"}


class Returning:
    coder = "returning/1"

    def __init__(self, found: Any) -> None:  # noqa: ANN401 - anything at all
        self._found = found

    def extract(self, *_: object) -> Any:  # noqa: ANN401
        if isinstance(self._found, BaseException):
            raise self._found
        return self._found


class NoCoder:
    def extract(self, *_: object) -> dict[str, Any]:
        return {}


class NoExtract:
    coder = "x/1"


class Broken:
    def __init__(self) -> None:
        raise ValueError("no weights")


def drafted_by(found: Any) -> Draft:  # noqa: ANN401
    article = read_article(b"Ben Oto said so.")
    return draft_dossier(article, Returning(found), general_gazetteer(), key="t")


@pytest.mark.parametrize("error", [RuntimeError("model fell over"), SystemExit(3)])
def test_an_extractor_that_fails_is_named_with_its_error(error: BaseException) -> None:
    with pytest.raises(SourceFormatError, match=r"the extractor returning/1 failed: (Runtime|System)"):
        drafted_by(error)


def test_an_interrupt_by_the_user_goes_through() -> None:
    with pytest.raises(KeyboardInterrupt):
        drafted_by(KeyboardInterrupt())


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (None, "it must be a mapping of sections to lists of items"),
        ([1, 2], "it must be a mapping of sections to lists of items"),
        ({"actors": "foo"}, "actors: it must be a list of items"),
        ({"actor": [PERSON]}, "there is no section actor; there are actor_relations, actors"),
        ({5: []}, "there is no section 5"),
        ({"actors": [None]}, r"actors\[0\]: it must be a mapping"),
        ({"actors": [{**PERSON, "key": 5}]}, r"actors\[0\].key: it must be text"),
        ({"actors": [{**PERSON, "draft": "rule"}]}, r"actors\[0\].draft: it must be a mapping"),
        ({"actors": [{**PERSON, "names": ["Oto"]}]}, r"actors\[0\].names\[0\]: it must have a name"),
        ({"actors": [{**PERSON, "names": 5}]}, r"actors\[0\].names: it must be a list"),
        ({"actors": [{**PERSON, "evidence": [5]}]}, r"actors\[0\].evidence\[0\]: it must be a mapping"),
        ({"actors": [{**PERSON, "evidence": [{"p": 1.5, "quote": "Oto"}]}]}, "p the number of its paragraph"),
        ({"actors": [{**PERSON, "evidence": [{"quote": "Oto"}]}]}, "p the number of its paragraph"),
        ({"actors": [{**PERSON, "evidence": [{"p": 1, "quote": 5}]}]}, "a quote must be text"),
        ({"events": [{"key": "e", "relations": [5]}]}, r"events\[0\].relations\[0\]: it must be a mapping"),
    ],
)
def test_what_is_no_part_of_a_dossier_is_refused_with_its_place(found: object, told: str) -> None:
    with pytest.raises(
        SourceFormatError, match=f"what the extractor returning/1 returned is no part of a dossier: .*{told}"
    ):
        drafted_by(found)


@pytest.mark.parametrize("p", [0, -1, 2])
def test_an_item_of_a_paragraph_that_is_not_there_is_left_out_and_told(p: int) -> None:
    draft = drafted_by({"actors": [{**PERSON, "evidence": [{"p": p, "quote": "Oto"}]}]})
    assert "oto" not in [actor["key"] for actor in draft.dossier["actors"]]
    assert any(f"there is no paragraph {p}" in str(problem) for problem in draft.problems)


@pytest.mark.parametrize(
    ("attribute", "told"),
    [
        ("NoCoder", "has no coder"),
        ("NoExtract", "has no method extract"),
        ("Broken", "cannot be opened: ValueError: no weights"),
        ("Missing", "cannot be opened: AttributeError"),
        ("PERSON", "cannot be opened: TypeError"),
    ],
)
def test_an_extractor_that_is_none_is_a_wrong_setting(
    attribute: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = EntryPoint("mine", f"{__name__}:{attribute}", protocol.GROUP)
    monkeypatch.setattr(protocol, "entry_points", lambda **_: [entry])
    assert __name__ in sys.modules
    with pytest.raises(ConfigError, match=f"the extractor mine {told}"):
        open_extractor("mine")
