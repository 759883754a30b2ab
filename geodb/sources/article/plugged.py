"""Extractors of other packages: opened and asked so that whatever goes wrong in them is told as theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from geodb.errors import ConfigError, GeodbError, Problem, SourceFormatError
from geodb.sources.article.extract.gazetteer import Gazetteer
from geodb.sources.article.extract.page import Item
from geodb.sources.article.extract.protocol import GROUP, SECTIONS, Extractor, find_extractor
from geodb.sources.article.model import Article
from geodb.sources.article.structure import Structure

_HOW = "docs/howto/import-an-article.md says what an extractor is"
_ANYTHING = (Exception, SystemExit)
"""What code of others may end with; an interrupt by the user is not theirs."""


def open_extractor(name: str) -> Extractor:
    """Return the extractor that is called `name`, ready to be asked.

    Raises:
        NotFound: none is called so.
        ConfigError: it cannot be made, or lacks `coder` or `extract`; or the extra `nlp` is not installed.
    """
    try:
        extractor = find_extractor(name)
    except GeodbError:
        raise
    except _ANYTHING as error:
        hint = f"look at its entry in {GROUP}, and whether its package is installed whole"
        raise ConfigError(f"the extractor {name} cannot be opened: {_told(error)}", hint=hint) from error
    coder = getattr(extractor, "coder", None)
    if not (isinstance(coder, str) and coder.strip()):
        raise ConfigError(f"the extractor {name} has no coder, its name and version", hint=_HOW)
    if not callable(getattr(extractor, "extract", None)):
        raise ConfigError(f"the extractor {name} has no method extract", hint=_HOW)
    return extractor


def extracted(
    extractor: Extractor, article: Article, structure: Structure, gazetteer: Gazetteer
) -> dict[str, list[Item]]:
    """Return what an extractor finds in an article, by section, every part of it of the type it must have.

    Raises:
        SourceFormatError: the extractor failed, or what it returned has another form.
    """
    try:
        found: Any = extractor.extract(article, structure, gazetteer)
    except GeodbError:
        raise
    except _ANYTHING as error:
        message = f"the extractor {extractor.coder} failed: {_told(error)}"
        raise SourceFormatError(Problem(message, hint="tell those who made it")) from error
    wrong = next(_wrong(found), None)
    if wrong:
        message = f"what the extractor {extractor.coder} returned is no part of a dossier: {wrong}"
        raise SourceFormatError(Problem(message, hint=_HOW))
    return {name: list(items) for name, items in found.items()}


def _told(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


def _wrong(found: Any) -> Iterator[str]:  # noqa: ANN401 - whatever an extractor returns
    """Yield what drafting could not go on with; all else is checked when the draft is read as a dossier."""
    if not isinstance(found, Mapping):
        yield "it must be a mapping of sections to lists of items"
        return
    for section, items in found.items():
        if section not in SECTIONS:
            yield f"there is no section {section}; there are {', '.join(sorted(SECTIONS))}"
        elif not isinstance(items, list | tuple):
            yield f"{section}: it must be a list of items"
        else:
            for number, item in enumerate(items):
                yield from _wrong_item(f"{section}[{number}]", item)


def _wrong_item(place: str, item: Any, pieces: str = "relations") -> Iterator[str]:  # noqa: ANN401
    if not isinstance(item, dict):
        yield f"{place}: it must be a mapping: field: value"
        return
    texts = {name: item[name] for name in ("key", "verbatim", "label") if item.get(name) is not None}
    yield from (
        f"{place}.{name}: it must be text" for name, value in texts.items() if not isinstance(value, str)
    )
    if not isinstance(item.get("draft", {}), dict):
        yield f"{place}.draft: it must be a mapping"
    for name, wrong in (("names", _wrong_name), ("evidence", _wrong_evidence), (pieces, _wrong_relation)):
        parts = item.get(name, ())
        if not isinstance(parts, list | tuple):
            yield f"{place}.{name}: it must be a list"
            continue
        for number, part in enumerate(parts):
            yield from wrong(f"{place}.{name}[{number}]", part)


def _wrong_relation(place: str, part: Any) -> Iterator[str]:  # noqa: ANN401
    yield from _wrong_item(place, part, pieces="")


def _wrong_name(place: str, part: Any) -> Iterator[str]:  # noqa: ANN401
    if not (isinstance(part, dict) and isinstance(part.get("name"), str)):
        yield f"{place}: it must have a name"


def _wrong_evidence(place: str, part: Any) -> Iterator[str]:  # noqa: ANN401
    if not isinstance(part, dict):
        yield f"{place}: it must be a mapping"
    elif "quote" in part and not (isinstance(part["quote"], str) and type(part.get("p")) is int):
        yield f"{place}: a quote must be text, and p the number of its paragraph"
    elif part.get("nth") is not None and type(part["nth"]) is not int:
        yield f"{place}.nth: it must be a whole number"
