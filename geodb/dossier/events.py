"""Events with participants, places, codes and relations; figures and the steps in the life of a fact."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field, ValidationInfo, field_validator, model_validator

from geodb.dossier.actors import with_key
from geodb.dossier.fields import (
    ActorRef,
    Code,
    Edtf,
    EventRef,
    InList,
    Label,
    LocalKey,
    Marker,
    Number,
    OfficeRef,
    Part,
    PlaceRef,
    RecordRef,
    Text,
)
from geodb.dossier.items import Evidence, Item, NamedItem


class Participant(Part):
    """An actor in a role of an event."""

    actor: ActorRef
    role: Annotated[str, InList("participant_role")]
    on_behalf_of: ActorRef | None = None
    office: OfficeRef | None = None


class EventPlace(Part):
    """A place of an event; `precision` is the geo precision of UCDP, 1 exact to 7 sea or air."""

    place: PlaceRef
    role: Annotated[str, InList("place_role")] = "venue"
    precision: Annotated[int, Field(ge=1, le=7)] | None = None


class Term(Part):
    """The code of an event in a published ontology."""

    taxonomy: Annotated[str, InList("taxonomy")]
    term: Annotated[str, Field(min_length=1, max_length=80, coerce_numbers_to_str=True)]
    coder: Label | None = None
    confidence: Annotated[int, Field(ge=0, le=100)] | None = None

    @field_validator("term")
    @classmethod
    def _is_of_the_taxonomy(cls, term: str, info: ValidationInfo) -> str:
        return Code(term, f"taxonomy:{info.data.get('taxonomy')}")


class StatusChange(Part):
    """A step in the life of an event; the order in the list is the order of the steps."""

    status: Annotated[str, InList("event_status")]
    when: Edtf | None = None
    event: EventRef | None = None


class Relation(Part):
    """How the event that carries it stands to another record."""

    key: LocalKey | None = None
    kind: Annotated[str, InList("event_relation_kind")]
    to: RecordRef
    marker: Marker | None = None
    evidence: tuple[Evidence, ...] = ()


class EventRelation(Item):
    """How one record leads to, belongs to or answers another."""

    record_kind: ClassVar[str] = "event_relation"

    key: Annotated[LocalKey, Field(description="default: from--kind--to")] = ""
    from_: Annotated[RecordRef, Field(alias="from")]
    kind: Annotated[str, InList("event_relation_kind")]
    to: RecordRef

    @model_validator(mode="before")
    @classmethod
    def _derives_its_key(cls, data: Any) -> Any:  # noqa: ANN401 - raw input
        return with_key(data, "from", "kind", "to")

    @model_validator(mode="after")
    def _joins_two(self) -> EventRelation:
        if self.from_ == self.to:
            raise ValueError("from and to are the same record")
        return self


class Event(NamedItem):
    """Something that happened, goes on, is planned or did not come about."""

    record_kind: ClassVar[str] = "event"

    kind: Annotated[str, InList("event_kind")]
    status: Annotated[str, InList("event_status")] = "occurred"
    when: Edtf | None = None
    summary: Text | None = None
    participants: tuple[Participant, ...] = ()
    places: tuple[EventPlace, ...] = ()
    plover: Annotated[str, Field(pattern=r"^[A-Z]+(/[a-z-]+)?$", description="TYPE or TYPE/mode")] | None = (
        None
    )
    contexts: Annotated[tuple[Label, ...], Field(description="contexts of PLOVER")] = ()
    cameo: Annotated[str, Field(pattern=r"^\d{2,4}$", coerce_numbers_to_str=True)] | None = None
    terms: tuple[Term, ...] = ()
    relations: tuple[Relation, ...] = ()
    status_changes: tuple[StatusChange, ...] = ()

    @model_validator(mode="after")
    def _relates_to_others(self) -> Event:
        self.event_relations  # noqa: B018 - raises where a relation is not one
        return self

    @property
    def event_relations(self) -> tuple[EventRelation, ...]:
        """`relations` written out as records of their own, in the same order."""
        return tuple(
            EventRelation.model_validate({"from": self.key, **_given(relation)})
            for relation in self.relations
        )

    @property
    def all_terms(self) -> tuple[Term, ...]:
        """`plover`, `contexts` and `cameo` written out, then `terms`."""
        type_, _, mode = (self.plover or "").partition("/")
        plover = [*([type_] if type_ else []), *([f"{type_}/{mode}"] if mode else []), *self.contexts]
        cameo = [self.cameo] if self.cameo else []
        return (
            *(Term(taxonomy="plover", term=term) for term in plover),
            *(Term(taxonomy="cameo", term=term) for term in cameo),
            *self.terms,
        )


def _given(relation: Relation) -> dict[str, Any]:
    return {name: getattr(relation, name) for name in relation.model_fields_set}


class Figure(Item):
    """A number about a record, with its bounds."""

    record_kind: ClassVar[str] = "figure"

    of: RecordRef
    measure: Annotated[str, InList("measure")]
    best: Number | None = None
    low: Number | None = None
    high: Number | None = None
    unit: Annotated[str, InList("unit")]
    qualifier: Annotated[Label, Field(description="the source's own hedge: approximately")] | None = None
    party: ActorRef | None = None
    as_of: Edtf | None = None

    @model_validator(mode="after")
    def _has_values_in_order(self) -> Figure:
        values = [value for value in (self.low, self.best, self.high) if value is not None]
        if not values:
            raise ValueError("give best, low or high")
        if values != sorted(values):
            raise ValueError("the values must rise: low <= best <= high")
        return self
