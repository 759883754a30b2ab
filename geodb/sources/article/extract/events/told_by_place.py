"""Speeches told by their place and day alone: `At the base in X on Friday General Y vowed that …`."""

from __future__ import annotations

from collections.abc import Iterator

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.events.frames import Frame
from geodb.sources.article.extract.language.line import Line
from geodb.sources.article.extract.language.small_words import is_date
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Mention

_WHERE = listed("at|in|outside|before|aboard|on|from")
_AT = frozenset({"at", "outside", "before"})
_SPOKE = listed(
    "said|vowed|promised|warned|declared|pledged|swore|insisted|urged|accused|called|argued|boasted|denounced|praised"
    "|proclaimed|repeated|threatened|thundered|likened|described|compared|hailed|condemned|defended|claimed|assured"
)
_LONGEST, _SHORTEST = 100, 6


def speech_frames(line: Line, cast: Cast) -> Iterator[Frame]:
    """Yield the speech of a sentence that begins with where and on what day somebody spoke."""
    if len(line.words) < _SHORTEST or line.words[0][2] not in _WHERE or not (speaker := _speaker(line, cast)):
        return
    after = next((at for at, word in enumerate(line.words) if word[0] >= speaker.end), None)
    if after is None or line.words[after][2] not in _SPOKE or line.gap(after - 1) != " ":
        return
    before = [at for at in range(after) if line.words[at][1] <= speaker.begin]
    where = line.words[0][2] in _AT or any(
        m.place for m in line.within(line.start, speaker.begin, actors=False)
    )
    if not (where and any(is_date(line.words, at) for at in before)):
        return
    start, (first, end, _) = line.words[0][0], line.words[after]
    yield Frame(
        "speech",
        None,
        start,
        end,
        (first, end),
        "event.speech",
        55,
        [(key, "speaker") for key in speaker.actors],
    )


def _speaker(line: Line, cast: Cast) -> Mention | None:
    """Return the first person that a sentence names, near its beginning."""
    for mention in line.within(line.start, line.start + _LONGEST):
        if cast.actors[mention.actors[0]].kind == "person":
            return mention
    return None
