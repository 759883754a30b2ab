"""The article that a dossier codes, the sources it cites, and where it cites them."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from geodb.dossier.fields import (
    ActorRef,
    ActorRefs,
    Day,
    Edtf,
    InList,
    Label,
    Lang,
    LocalKey,
    Marker,
    Part,
    Script,
    SourceRef,
    Text,
    Url,
    filled,
)
from geodb.dossier.items import Item
from geodb.dossier.urls import canonical_url


class Rating(Part):
    """Reliability of a source or publisher on the Admiralty scale, A to F."""

    reliability: Annotated[str, InList("taxonomy:admiralty_reliability")]
    rated_by: Label
    rated_on: Day
    reason: Text | None = None


class Source(Item):
    """A publication, post or page; title, publisher and date may all be missing."""

    record_kind: ClassVar[str] = "source"

    kind: Annotated[str, InList("source_kind")]
    title: Label | None = None
    authors: ActorRefs = ()
    publisher: ActorRef | None = None
    url: Url | None = None
    canonical_url: Url | None = None
    archived_url: Url | None = None
    language: Lang | None = None
    script: Script | None = None
    published: Edtf | None = None
    rating: Rating | None = None

    @model_validator(mode="before")
    @classmethod
    def _derives_the_canonical_url(cls, data: Any) -> Any:  # noqa: ANN401 - raw input
        url = data.get("url") if isinstance(data, dict) else None
        if not isinstance(url, str) or not url.startswith(("http://", "https://")):
            return data
        return filled(data, canonical_url=canonical_url(url))

    @property
    def caption(self) -> str | None:
        """The label, or the title as printed."""
        return super().caption or self.title


class Article(Source):
    """The article itself; `text` is the file beside the dossier that holds its words."""

    text: Annotated[str, Field(min_length=1, max_length=255)]
    key: Annotated[LocalKey, Field(description="default: the dossier's key")] = ""
    accessed: Annotated[Day, Field(description="when its text was fetched")] | None = None
    original_sha256: (
        Annotated[str, Field(pattern="^[0-9a-f]{64}$", description="of the file that the text was read from")]
        | None
    ) = None
    normalization: (
        Annotated[str, Field(min_length=1, max_length=500, description="what was done to it, in order")]
        | None
    ) = None
    paragraphs: Annotated[
        dict[Annotated[int, Field(ge=1)], Annotated[str, InList("paragraph_kind")]],
        Field(
            description="paragraphs that are not body; those of the references are footnotes anyway",
            default_factory=dict,
        ),
    ]


class Reference(Part):
    """A footnote: its marker in the text, its paragraph, and the source that it cites."""

    marker: Marker
    p: Annotated[int, Field(ge=1)] | None = None
    source: SourceRef
    accessed: Day | None = None
