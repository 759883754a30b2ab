"""A statement as it is found: who says what, where it stands, and which of its words are verbatim."""

from __future__ import annotations

from dataclasses import dataclass, field

ASKS = "speech.asks"
RESOLVED = "speech.resolved"
ADVICE = "speech.advice"
"""Rule of statements of the article's own authors, who are added where the draft is put together."""
TURNS = frozenset({"speech.turn", "speech.turn_on", ASKS})
"""Rules of statements in talks."""
COMMUNIQUE = "speech.communique"
THROUGHOUT = TURNS | {COMMUNIQUE}
"""Rules of statements sentence by sentence, of which what is foreseen and judged in them is too."""
VERBATIM = THROUGHOUT | {RESOLVED}
"""Rules of statements of which all words are somebody's, and stand in no quotation marks."""


@dataclass(slots=True)
class Statement:
    """An utterance at `start` to `end` of paragraph `no`; `quotes` are the spans of words that are verbatim.

    `is_in_pieces` if they are one sentence, and only what tells who says it stands between them.
    `told` is where the words end that tell who says it, if they follow a quotation.
    """

    no: int
    start: int
    end: int
    speakers: tuple[str, ...]
    rule: str
    confidence: int
    act: str = ""
    form: str = "paraphrase"
    office: str | None = None
    medium: str = "unknown"
    is_in_pieces: bool = False
    quotes: list[tuple[int, int]] = field(default_factory=list)
    occasion: str | None = None
    reported_by: tuple[str, ...] = ()
    truncated: bool = False
    targets: dict[str, str | None] = field(default_factory=dict)
    more: list[tuple[int, int, int]] = field(default_factory=list)
    told: int = -1
    key: str = ""
