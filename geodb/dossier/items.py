"""What every record of a dossier can carry: names, identifiers, notes, and the passages that support it."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field, JsonValue, StringConstraints, field_validator, model_validator

from geodb.dossier.fields import (
    Edtf,
    InList,
    Label,
    Lang,
    LocalKey,
    Marker,
    Marking,
    Part,
    RecordRef,
    RecordRefs,
    Script,
    SourceRef,
    Text,
    Topics,
    check_numbers,
    filled,
)


class Evidence(Part):
    """A passage that speaks for a record: paragraph `p` and `quote`; or a `source` without its text."""

    p: Annotated[int, Field(ge=1, description="paragraph of the article, from 1")] | None = None
    quote: (
        Annotated[str, StringConstraints(min_length=1, max_length=20_000, strip_whitespace=False)] | None
    ) = None
    nth: Annotated[int, Field(ge=1, description="which one, if it stands there more than once")] | None = None
    source: SourceRef | None = None
    attribute: Annotated[str, Field(min_length=1, max_length=60)] | None = None
    marker: Marker | None = None
    relation: Annotated[str, InList("evidence_relation")] = "supports"
    credibility: Annotated[int, Field(ge=1, le=6, description="Admiralty scale")] | None = None
    coder: Label | None = None

    @model_validator(mode="after")
    def _is_a_passage_or_a_source(self) -> Evidence:
        if (self.p is None) != (self.quote is None):
            raise ValueError("a passage needs both p (the paragraph) and quote (its words)")
        if self.p is None and self.source is None:
            raise ValueError("say where it stands: p and quote, or a source")
        if self.p is not None and self.source is not None:
            raise ValueError("p and quote are of the article itself; source is for texts that are not here")
        if self.p is None and (self.marker or self.nth):
            raise ValueError("marker and nth belong to a passage: give p and quote")
        return self


class Name(Part):
    """A name of a record."""

    name: Label
    kind: Annotated[str, InList("name_kind")] = "alias"
    lang: Lang | None = None
    script: Script | None = None
    primary: bool = False
    valid: Edtf | None = None

    @model_validator(mode="before")
    @classmethod
    def _is_official_where_it_is_primary(cls, data: Any) -> Any:  # noqa: ANN401 - raw input
        return filled(data, kind="official") if isinstance(data, dict) and data.get("primary") else data


class Drafted(Part):
    """How a drafting program came to an item; a reviewer may remove it, the database does not take it."""

    rule: Label
    confidence: Annotated[int, Field(ge=0, le=100)]


class Item(Part):
    """A record: its key, what it is called, and what stands behind it."""

    record_kind: ClassVar[str]

    key: LocalKey
    label: Label | None = None
    names: tuple[Name, ...] = ()
    external_ids: Annotated[
        dict[Annotated[str, InList("external_scheme")], Annotated[str, Field(coerce_numbers_to_str=True)]],
        Field(description="scheme: value", default_factory=dict),
    ]
    topics: Topics = ()
    marking: Marking | None = None
    marker: Annotated[Marker, Field(description="footnote marker of all evidence below")] | None = None
    evidence: tuple[Evidence, ...] = ()
    draft: Annotated[Drafted, Field(description="rule and confidence of a draft")] | None = None

    @field_validator("names")
    @classmethod
    def _has_one_primary_name_per_language(cls, names: tuple[Name, ...]) -> tuple[Name, ...]:
        primary = [name.lang for name in names if name.primary]
        if len(primary) != len(set(primary)):
            raise ValueError("two names of one language are both primary: there can be one")
        return names

    @property
    def caption(self) -> str | None:
        """Name for people, as far as the item alone can tell."""
        return self.label or next((name.name for name in self.names if name.primary), None)


class NamedItem(Item):
    """A record that must be called something."""

    @model_validator(mode="after")
    def _is_called_something(self) -> NamedItem:
        if self.caption is None:
            raise ValueError("it needs a label, or a name with primary: true")
        return self


class Note(Part):
    """A remark on one or several records; never part of a coded value."""

    on: RecordRefs = Field(min_length=1)
    kind: Annotated[str, InList("note_kind")] = "coder"
    text: Text
    source: SourceRef | None = None
    coder: Label | None = None


class Claim(Part):
    """A value that a source gives for an attribute of a record; rivals stand side by side."""

    on: RecordRef
    attribute: Annotated[str, Field(min_length=1, max_length=60)]
    value: JsonValue
    rank: Annotated[str, InList("claim_rank")] = "normal"
    reason: Text | None = None
    source: SourceRef | None = None
    coder: Label | None = None
    marker: Marker | None = None
    evidence: tuple[Evidence, ...] = ()

    @field_validator("value")
    @classmethod
    def _holds_numbers_that_can_be_stored(cls, value: JsonValue) -> JsonValue:
        check_numbers(value)
        return value


def first_quote(data: Any) -> str | None:  # noqa: ANN401 - raw input of a validator
    """Return the first quote of a raw item, which is its text unless it says otherwise."""
    evidence = data.get("evidence") if isinstance(data, dict) else None
    first = evidence[0] if isinstance(evidence, list | tuple) and evidence else None
    quote = first.get("quote") if isinstance(first, dict) else None
    return quote if isinstance(quote, str) else None
