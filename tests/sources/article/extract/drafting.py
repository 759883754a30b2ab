"""Drafting texts of tests by the rules, without a database."""

from __future__ import annotations

from typing import Any

from geodb.sources.article.draft import Draft, draft_dossier
from geodb.sources.article.extract.gazetteer import general_gazetteer
from geodb.sources.article.extract.rules import RuleExtractor
from geodb.sources.article.reader import read_article

Item = dict[str, Any]


def drafted(*paragraphs: str) -> Draft:
    article = read_article("\n".join(paragraphs).encode())
    return draft_dossier(article, RuleExtractor(), general_gazetteer(), key="test")


def items(section: str, *paragraphs: str) -> list[Item]:
    found: list[Item] = drafted(*paragraphs).dossier.get(section, [])
    return found


def names(*paragraphs: str) -> dict[str, str]:
    """Label and kind of each actor."""
    return {item["label"]: item["kind"] for item in items("actors", *paragraphs)}


def quotes(item: Item) -> list[str]:
    return [piece["quote"] for piece in item["evidence"]]
