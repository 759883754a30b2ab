"""Kinds of initiatives by the nouns that head their names."""

from __future__ import annotations

import re

from geodb.sources.article.extract.language.counts import COUNT, count_of
from geodb.sources.article.extract.language.words import INITIATIVE_HEADS

_TERM = re.compile(rf"\b(?P<count>{COUNT})-year\b", re.IGNORECASE)
_KINDS = {"initiative": "framework_initiative", "deal": "agreement", "pact": "agreement", "alliance": "alliance",
          "corridor": "corridor", "accord": "agreement", "accords": "agreement", "agreements": "agreement", "fund": "programme", "scheme": "programme",
          "package": "aid_package", "mission": "peacekeeping_mission", "operation": "military_operation", "act": "reform", "law": "reform",
          "policy": "strategy", "pipeline": "project", "doctrine": "strategy", "memorandum of understanding": "memorandum",
          "protocol": "agreement", "charter": "agreement", "convention": "treaty", "compact": "agreement", "framework": "framework_initiative",
          "partnership": "framework_initiative", "process": "peace_initiative"}  # fmt: skip
_BY_WORDS = (
    ("trade", "trade_agreement"), ("ceasefire", "ceasefire_agreement"), ("truce", "ceasefire_agreement"), ("peace", "peace_agreement"),
    ("defen", "defence_agreement"), ("security", "defence_agreement"), ("military", "defence_agreement"), ("arms control", "arms_control"),
)  # fmt: skip
_KEEPS_PEACE = re.compile(
    r"\b(?:UN|peace\w*|observer|monitoring|stabili[sz]ation|training|support|police|verification|EU|African Union)\b"
)
_AGREEMENTS = frozenset({"agreement", "treaty"})


def kind_of(noun: str, name: str = "") -> str:
    """Return the kind of initiative that a noun heads; agreements by what they are about."""
    small = noun.lower()
    kind = _KINDS.get(small) or INITIATIVE_HEADS.get(
        noun[:1].upper() + noun[1:].lower(), "framework_initiative"
    )
    return narrowed(kind, name)


def narrowed(kind: str, name: str) -> str:
    """Return the kind of an agreement by what its name is about; other kinds stay what they are."""
    if kind == "peacekeeping_mission":
        return kind if _KEEPS_PEACE.search(name) else "project"
    if kind == "aid_package" and "sanction" in name.lower():
        return "sanctions_regime"
    if kind not in _AGREEMENTS:
        return kind
    return next((narrower for word, narrower in _BY_WORDS if word in name.lower()), kind)


def term_of(name: str) -> int | None:
    """Return the years that an initiative is to last by its name."""
    match = _TERM.search(name)
    return None if match is None else count_of(match["count"])
