"""One dossier: what a coder extracted from an article, section by section."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from geodb.dossier.actors import Actor, ActorRelation, Holding, Office, Place
from geodb.dossier.assessments import Assessment
from geodb.dossier.events import Event, EventRelation, Figure
from geodb.dossier.fields import Label, LocalKey, Marking, Part, Prefix, Text
from geodb.dossier.initiatives import Initiative, Observation, Target
from geodb.dossier.items import Claim, Item, Note
from geodb.dossier.sources import Article, Reference, Source
from geodb.dossier.statements import Statement

SECTIONS = (
    "sources",
    "actors",
    "offices",
    "holdings",
    "actor_relations",
    "places",
    "events",
    "event_relations",
    "statements",
    "initiatives",
    "targets",
    "figures",
    "assessments",
)
Path = tuple[str | int, ...]


class Dossier(Part):
    """What a coder extracted from one article, or from several sources without an article."""

    dossier: Annotated[Literal[1], Field(description="version of this format")]
    key: Annotated[LocalKey, Field(description="default: the name of the folder")]
    dataset: Annotated[Prefix, Field(description="first half of all keys of this dossier")]
    dataset_title: Label | None = None
    title: Label | None = None
    note: Text | None = None
    coder: Label = "human"
    draft: Annotated[bool, Field(description="true until a person has reviewed it")] = False
    marking: Marking = "clear"
    article: Article | None = None
    references: tuple[Reference, ...] = ()
    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    offices: tuple[Office, ...] = ()
    holdings: tuple[Holding, ...] = ()
    actor_relations: tuple[ActorRelation, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    event_relations: tuple[EventRelation, ...] = ()
    statements: tuple[Statement, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    targets: tuple[Target, ...] = ()
    observations: tuple[Observation, ...] = ()
    figures: tuple[Figure, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: tuple[Note, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _gives_its_key_to_the_article(cls, data: Any) -> Any:  # noqa: ANN401 - raw input
        article = data.get("article") if isinstance(data, dict) else None
        if not isinstance(article, dict) or "key" not in data:
            return data
        return {**data, "article": {"key": data["key"], **article}}

    def records(self) -> Iterator[tuple[Path, Item]]:
        """Yield every record with its path in the dossier, also the relations written inside events."""
        if self.article:
            yield ("article",), self.article
        for section in SECTIONS:
            for number, item in enumerate(getattr(self, section)):
                yield (section, number), item
        for number, event in enumerate(self.events):
            for place, relation in enumerate(event.event_relations):
                yield ("events", number, "relations", place), relation
