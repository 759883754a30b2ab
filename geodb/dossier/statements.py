"""Statements: who said what, in which capacity and form, on which occasion, about whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from geodb.dossier.fields import (
    ActorRef,
    ActorRefs,
    Edtf,
    EventRef,
    InList,
    Lang,
    OfficeRef,
    RecordRefs,
    StatementRef,
    Text,
    filled,
)
from geodb.dossier.items import Item, first_quote
from geodb.errors import InvalidValue

_SHOWN = 60
QUOTED_FORMS = frozenset({"verbatim", "mixed"})


class Statement(Item):
    """An utterance, view or implication that the article attributes to somebody."""

    record_kind: ClassVar[str] = "statement"

    speaker: ActorRefs = Field(min_length=1)
    capacity: Annotated[OfficeRef, Field(description="office in which the speaker spoke")] | None = None
    on_behalf_of: ActorRefs = ()
    audience: ActorRefs = ()
    targets: Annotated[
        dict[ActorRef, Annotated[str, InList("stance")] | None],
        Field(description="actor: stance", default_factory=dict),
    ]
    reported_by: Annotated[ActorRefs, Field(description="relays, the one nearest to the speaker first")] = ()
    occasion: EventRef | None = None
    medium: Annotated[str, InList("medium")] = "unknown"
    form: Annotated[str, InList("statement_form")]
    content: Annotated[Text, Field(description="default: the first quote of its evidence")] = ""
    verbatim: Annotated[Text, Field(description="the words in quotation marks, without the marks")] | None = (
        None
    )
    truncated: bool = False
    language: Lang | None = None
    original_text: Text | None = None
    speech_act: Annotated[str, InList("taxonomy:plover")] | None = None
    said: Annotated[Edtf, Field(description="default: when the occasion was")] | None = None
    canonical: StatementRef | None = None
    about: RecordRefs = ()

    @model_validator(mode="before")
    @classmethod
    def _takes_its_content_from_the_quote(cls, data: Any) -> Any:  # noqa: ANN401 - raw input
        return filled(data, content=first_quote(data))

    @model_validator(mode="after")
    def _quotes_what_it_says_it_quotes(self) -> Statement:
        if self.verbatim is None:
            if self.form in QUOTED_FORMS:
                raise ValueError(f"a {self.form} statement needs verbatim: the words in quotation marks")
        elif not any(self.verbatim in text for text in (self.content, *self._quotes())):
            raise InvalidValue(
                "the words of verbatim stand neither in the content nor in a quote",
                hint=_how_to_quote(self.verbatim, (self.content, *self._quotes())),
            )
        return self

    def _quotes(self) -> list[str]:
        return [item.quote for item in self.evidence if item.quote]


def _how_to_quote(verbatim: str, texts: Sequence[str]) -> str:
    """Say what to do about words that stand in no text, and from where on they do not."""
    words = verbatim.split(" ")
    there = next(
        (n for n in range(len(words), 0, -1) if any(" ".join(words[:n]) in text for text in texts)), 0
    )
    if not there:
        return "copy the words exactly as they are printed, without the quotation marks"
    found, missing = " ".join(words[:there])[-_SHOWN:], " ".join(words[there:])[:_SHOWN]
    return (
        f"“{found}” is there, but “{missing}” does not follow it; if the quotation is printed in pieces, "
        "write content: the pieces joined as in verbatim, and quote each piece in evidence; "
        "else copy the words exactly"
    )
