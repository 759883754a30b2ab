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
    """What the rules draft: what the second reader adds changes with every article that its weights are learned from."""
    return [each for each in all_items(section, *paragraphs) if not each["draft"]["rule"].endswith(".weight")]


def all_items(section: str, *paragraphs: str) -> list[Item]:
    """What the rules draft, and the second reader by the weight of words."""
    found: list[Item] = drafted(*paragraphs).dossier.get(section, [])
    return found


def names(*paragraphs: str) -> dict[str, str]:
    """Label and kind of each actor."""
    return {item["label"]: item["kind"] for item in items("actors", *paragraphs)}


def quotes(item: Item) -> list[str]:
    return [piece["quote"] for piece in item["evidence"]]


def acts(*paragraphs: str) -> list[Item]:
    """The events of these paragraphs, in an article of 20 December 2025."""
    return items(
        "events", "PARIS, 20 December 2025 – Notes.", *(each for one in paragraphs for each in ("", one))
    )


def told(sentence: str) -> list[tuple[str, str]]:
    """Kind and status of each act."""
    return [(event["kind"], event["status"]) for event in acts(sentence)]


def actors(event: Item) -> list[tuple[str, str]]:
    """Name in the key, and role, of each participant."""
    return [(each["actor"].rpartition(":")[2], each["role"]) for each in event.get("participants", [])]
