"""What a record is called where its coder gave it no label."""

from __future__ import annotations

from collections.abc import Mapping

from geodb.dossier.actors import ActorRelation, Holding
from geodb.dossier.assessments import Assessment
from geodb.dossier.events import EventRelation, Figure
from geodb.dossier.fields import word_key
from geodb.dossier.items import Item
from geodb.dossier.sources import Source
from geodb.dossier.statements import Statement

_LENGTH = 160


def label_of(item: Item, captions: Mapping[str, str]) -> str:
    """Return the label of `item`; `captions` are the labels of the dossier's records by reference."""
    if item.caption:
        return item.caption

    def called(ref: str) -> str:
        return captions.get(ref) or word_key(ref).replace("-", " ")

    match item:
        case Holding():
            text = f"{called(item.holder)}, {called(item.office)}"
        case ActorRelation() | EventRelation():
            text = f"{called(item.from_)}: {item.kind.replace('_', ' ')} {called(item.to)}"
        case Figure():
            text = f"{called(item.of)}: {item.measure.replace('_', ' ')}"
        case Statement():
            text = f"{', '.join(called(speaker) for speaker in item.speaker)}: {item.content}"
        case Assessment():
            text = item.text
        case Source(url=str(url)):
            text = url
        case _:
            text = item.key.replace("-", " ")
    return _short(text)


def _short(text: str) -> str:
    if len(text) <= _LENGTH:
        return text
    return text[:_LENGTH].rpartition(" ")[0].rstrip(",;:") + " …"
