"""Initiatives, their parties and targets, and what was observed of the targets."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from geodb.dossier.fields import (
    ActorRef,
    Duration,
    Edtf,
    EventRef,
    InitiativeRef,
    InList,
    Label,
    Number,
    Part,
    SourceRef,
    TargetRef,
)
from geodb.dossier.items import NamedItem
from geodb.types import DateSpan


class Party(Part):
    """An actor that takes part in an initiative."""

    actor: ActorRef
    role: Annotated[str, InList("party_role")] = "party"
    joined: Edtf | None = None
    left: Edtf | None = None

    @model_validator(mode="after")
    def _leaves_after_it_joins(self) -> Party:
        DateSpan.between(self.joined, self.left)
        return self


class StatusChange(Part):
    """A step in the life of an initiative; the order in the list is the order of the steps."""

    status: Annotated[str, InList("initiative_status")]
    when: Edtf | None = None
    event: EventRef | None = None


class Initiative(NamedItem):
    """An agreement, plan, programme or project of one or several actors."""

    record_kind: ClassVar[str] = "initiative"

    kind: Annotated[str, InList("initiative_kind")]
    parent: InitiativeRef | None = None
    parties: tuple[Party, ...] = ()
    launch_event: EventRef | None = None
    term: Annotated[Duration, Field(description="how long it is meant to run: P10Y")] | None = None
    binding: bool | None = None
    status_changes: tuple[StatusChange, ...] = ()


class Target(NamedItem):
    """A measurable promise of an initiative: so much of that by then."""

    record_kind: ClassVar[str] = "target"

    initiative: InitiativeRef
    metric: Annotated[Label, Field(description="what is to be reached, in words")]
    measure: Annotated[str, InList("measure")]
    comparator: Annotated[str, InList("target_comparator")] = "at_least"
    value: Number
    unit: Annotated[str, InList("unit")]
    deadline: Edtf | None = None


class Observation(Part):
    """A value of a target's metric as a source gave it: a candidate baseline, or a step on the way."""

    target: TargetRef
    value: Number
    unit: Annotated[str, InList("unit")]
    basis: Annotated[str, InList("observation_basis")] = "reported"
    scope: Annotated[Label, Field(description="what the value covers, in words")] | None = None
    as_of: Edtf
    published: Edtf | None = None
    source: SourceRef
