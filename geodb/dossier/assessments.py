"""Judgments, forecasts, scenarios and their outcomes, with the conditions they hang on."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from geodb.dossier.fields import (
    ActorRef,
    AssessmentRef,
    Day,
    Duration,
    Edtf,
    EventRef,
    InList,
    Label,
    Part,
    RecordRef,
    RecordRefs,
    SourceRef,
    StatementRef,
    Text,
    filled,
)
from geodb.dossier.items import Item, first_quote
from geodb.errors import InvalidValue

_SHOWN = 60


class Condition(Part):
    """What must hold, or with `negated` must not; all conditions of a list must be met."""

    text: Text
    negated: bool = False
    record: RecordRef | None = None


class Probability(Part):
    """A stated chance, 0 to 1; `low` equals `high` where one number is stated."""

    low: Annotated[Decimal, Field(ge=0, le=1)]
    high: Annotated[Decimal, Field(ge=0, le=1)]
    basis: Annotated[str, InList("probability_basis")]

    @model_validator(mode="after")
    def _rises(self) -> Probability:
        if self.low > self.high:
            raise ValueError("low is above high")
        return self


class Resolution(Part):
    """How an assessment came out."""

    outcome: Annotated[str, InList("resolution_outcome")]
    on: Day
    event: EventRef | None = None
    source: SourceRef | None = None
    reason: Text | None = None


def _how_to_give_conditions(scenario: Assessment) -> str:
    name = json.dumps(scenario.label or scenario.text[:_SHOWN], ensure_ascii=False)
    return (
        "add conditions: [{text: the words of the condition}], one text for “if A or B”; "
        f"where none is stated, the scenario’s own name: conditions: [{{text: {name}}}]"
    )


class Assessment(Item):
    """What somebody thinks is so, will be so, or would be so under conditions."""

    record_kind: ClassVar[str] = "assessment"

    kind: Annotated[str, InList("assessment_kind")]
    judgment_kind: Annotated[str, InList("judgment_kind")] | None = None
    parent: Annotated[AssessmentRef, Field(description="scenario that an outcome belongs to")] | None = None
    author: ActorRef | None = None
    statement: Annotated[StatementRef, Field(description="statement that reports it")] | None = None
    text: Annotated[Text, Field(description="default: the first quote of its evidence")] = ""
    wording: Annotated[Label, Field(description="the word of likelihood as written: could, may")] | None = (
        None
    )
    subjects: RecordRefs = ()
    conditions: tuple[Condition, ...] = ()
    horizon: Edtf | None = None
    within: Annotated[Duration, Field(description="relative horizon: P5Y")] | None = None
    due: Day | None = None
    probability: Probability | None = None
    confidence: Annotated[str, InList("confidence_level")] | None = None
    resolvable: bool = False
    criteria: Text | None = None
    resolution: Resolution | None = None

    @model_validator(mode="before")
    @classmethod
    def _takes_its_text_from_the_quote(cls, data: Any) -> Any:  # noqa: ANN401 - raw input
        return filled(data, text=first_quote(data))

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Assessment:
        if (self.kind == "scenario_outcome") != (self.parent is not None):
            raise ValueError("a scenario_outcome names its scenario as parent, and nothing else has a parent")
        if self.judgment_kind is not None and self.kind != "judgment":
            raise ValueError("only a judgment has a judgment_kind")
        if self.kind == "scenario" and not self.conditions:
            raise InvalidValue(
                "a scenario needs conditions: what must hold for it", hint=_how_to_give_conditions(self)
            )
        return self
