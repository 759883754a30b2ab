"""What an extractor is, so that others than the rules can be plugged in: `geodb.extractors` names them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import entry_points
from typing import Any, Protocol

from geodb.errors import NotFound
from geodb.sources.article.extract.gazetteer import Gazetteer
from geodb.sources.article.extract.recognition import NlpExtractor
from geodb.sources.article.extract.rules import RuleExtractor
from geodb.sources.article.model import Article
from geodb.sources.article.structure import Structure

GROUP = "geodb.extractors"
SECTIONS = (
    "sources", "actors", "offices", "holdings", "actor_relations", "places", "events", "event_relations", "statements",
    "initiatives", "targets", "observations", "figures", "assessments", "claims", "notes",
)  # fmt: skip
"""What an extractor may return items of, in the order of a draft."""


class Extractor(Protocol):
    """Finds facts in an article. Whatever it returns passes the same checks: a quote that is not there is dropped."""

    coder: str
    """Name and version, as in `geodb-draft/1`; it becomes the coder of all evidence."""

    def extract(
        self, article: Article, structure: Structure, gazetteer: Gazetteer
    ) -> Mapping[str, list[dict[str, Any]]]:
        """Return items by section: actors, places, events, statements …; evidence as paragraph and quote."""


def find_extractor(name: str) -> Extractor:
    """Return the extractor that an installed package offers under this name; two are geodb's own.

    These are `rules`, and `rules+nlp`, which needs the extra `nlp`.

    Raises:
        NotFound: none is called so.
        ConfigError: the extra `nlp` is needed and not installed.
    """
    if name == "rules":
        return RuleExtractor()
    if name == "rules+nlp":
        return NlpExtractor()
    found = {each.name: each for each in entry_points(group=GROUP)}
    if name not in found:
        others = ", ".join(["rules", "rules+nlp", *sorted(found)])
        raise NotFound(f"there is no extractor {name}", hint=f"installed are: {others}")
    extractor: Extractor = found[name].load()()
    return extractor
