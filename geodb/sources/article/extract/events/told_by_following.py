"""Happenings told by the one before: `Chad left the bloc in May, and Togo followed a year later`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from geodb.sources.article.extract.events.frames import Frame
from geodb.sources.article.extract.language.line import Line

_FOLLOWED = re.compile(
    r"\s(?:soon\s|later\s|then\s|quickly\s)?followed(?:\ssuit)?(?=[,.;]|$|\s(?:in|on|at)\s|\s(?:soon|later|shortly|suit)\b"
    r"|\s(?:the\s(?:same|next|following)|(?:an?|one|two|three|four|five|six|[0-9]+)\s(?:day|week|month|year)|days|weeks|months|years)\b)"
)


def following_frames(line: Line, told: list[Frame]) -> Iterator[Frame]:
    """Yield what others did after what was `told` before, each of the kind of the last of them."""
    for mention in line.within(line.start, line.end):
        followed = _FOLLOWED.match(line.text, mention.end, line.end)
        if followed is None:
            continue
        before = [frame for frame in told if frame.start < mention.begin and frame.participants]
        if not before:
            continue
        model = before[-1]
        last = max(number for number, word in enumerate(line.words) if word[1] <= followed.end())
        yield replace(
            model,
            start=mention.begin,
            end=max(followed.end(), line.complement_end(last)),
            head=(followed.start() + 1, followed.end()),
            rule="event.followed",
            confidence=60,
            participants=[(key, model.participants[0][1]) for key in mention.actors],
            label="",
            definite=False,
            subject=[],
            launches=[],
        )
