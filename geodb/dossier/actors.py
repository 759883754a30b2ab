"""Actors, the offices they hold, how they stand to one another, and places."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from geodb.dossier.fields import (
    ActorRef,
    Country,
    Day,
    Edtf,
    InList,
    LocalKey,
    OfficeRef,
    PlaceRef,
    RecordRef,
    filled,
    word_key,
)
from geodb.dossier.items import Item, NamedItem
from geodb.dossier.sources import Rating
from geodb.errors import InvalidValue
from geodb.types import DateSpan

_MAX_KEY_LENGTH = 120
UNNAMED_KINDS = frozenset({"unnamed_group", "unnamed_person"})


class Actor(NamedItem):
    """A person, state, organization or group.

    Unnamed ones ("senior officials") belong to their article and are never taken for those of another.
    """

    record_kind: ClassVar[str] = "actor"

    kind: Annotated[str, InList("actor_kind")]
    country: Country | None = None
    sector: Annotated[str, Field(pattern=r"^[A-Z]{3}$", description="PLOVER sector")] | None = None
    founded: Edtf | None = None
    dissolved: Edtf | None = None
    scoped_to: Annotated[RecordRef, Field(description="default for unnamed kinds: the article")] | None = None
    rating: Rating | None = None

    @property
    def is_unnamed(self) -> bool:
        """Whether the actor has no identity outside its article."""
        return self.kind in UNNAMED_KINDS

    @property
    def life(self) -> DateSpan | None:
        """From founding to dissolution, if either is known."""
        return _between(self.founded, self.dissolved)

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Actor:
        _between(self.founded, self.dissolved)
        return self


class Office(NamedItem):
    """A post apart from its holder."""

    record_kind: ClassVar[str] = "office"

    organization: ActorRef | None = None
    seats: Annotated[int, Field(ge=1, le=32767)] = 1


class Holding(Item):
    """Somebody holds an office; an article often only attests that on a day."""

    record_kind: ClassVar[str] = "office_holding"

    key: Annotated[LocalKey, Field(description="default: holder--office")] = ""
    office: OfficeRef
    holder: ActorRef
    start: Edtf | None = None
    end: Edtf | None = None
    first_attested: Day | None = None
    last_attested: Day | None = None
    status: Annotated[str, InList("office_status")] = "unknown"

    @model_validator(mode="before")
    @classmethod
    def _derives_its_key(cls, data: Any) -> Any:  # noqa: ANN401 - raw input
        return with_key(data, "holder", "office")

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Holding:
        _between(self.start, self.end)
        if self.first_attested and self.last_attested and self.last_attested < self.first_attested:
            raise ValueError("last_attested lies before first_attested")
        return self

    @property
    def when(self) -> DateSpan | None:
        """From start to end, if either is known."""
        return _between(self.start, self.end)


class ActorRelation(Item):
    """How one actor stands to another over time."""

    record_kind: ClassVar[str] = "actor_relation"

    key: Annotated[LocalKey, Field(description="default: from--kind--to")] = ""
    from_: Annotated[ActorRef, Field(alias="from")]
    to: ActorRef
    kind: Annotated[str, InList("relation_kind")]
    status: Annotated[str, InList("relation_status")] = "actual"
    directed: bool = True
    start: Edtf | None = None
    end: Edtf | None = None

    @model_validator(mode="before")
    @classmethod
    def _derives_its_key(cls, data: Any) -> Any:  # noqa: ANN401 - raw input
        return with_key(data, "from", "kind", "to")

    @model_validator(mode="after")
    def _joins_two_over_time(self) -> ActorRelation:
        if self.from_ == self.to:
            raise ValueError("from and to are the same actor")
        _between(self.start, self.end)
        return self

    @property
    def when(self) -> DateSpan | None:
        """From start to end, if either is known."""
        return _between(self.start, self.end)


class Place(NamedItem):
    """A country, city, region or site."""

    record_kind: ClassVar[str] = "place"

    kind: Annotated[str, InList("place_kind")]
    parent: PlaceRef | None = None
    country: Country | None = None
    geonames_id: Annotated[int, Field(gt=0, lt=2**31)] | None = None
    latitude: Annotated[Decimal, Field(ge=-90, le=90, decimal_places=6)] | None = None
    longitude: Annotated[Decimal, Field(ge=-180, le=180, decimal_places=6)] | None = None

    @model_validator(mode="after")
    def _is_a_point_or_none(self) -> Place:
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("latitude and longitude come together")
        return self


def with_key(data: Any, *fields: str) -> Any:  # noqa: ANN401 - raw input of a validator
    """Return raw input with a key made of the words of `fields`, unless it has one."""
    if not isinstance(data, dict) or not all(isinstance(data.get(field), str) for field in fields):
        return data
    key = "--".join(word_key(data[field]).replace("_", "-") for field in fields)
    if "key" not in data and len(key) > _MAX_KEY_LENGTH:
        raise InvalidValue("the key made of its parts is too long", hint="give it a key of its own")
    return filled(data, key=key)


def _between(start: DateSpan | None, end: DateSpan | None) -> DateSpan | None:
    return DateSpan.between(start, end) if start or end else None
