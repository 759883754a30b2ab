"""What a body says in a communiqué or resolution, whose paragraphs begin with its verbs: `Condemns …; requests …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.page import Page, Passage
from geodb.sources.article.extract.statement import Statement

RESOLVED = "speech.resolved"
_ACTS = {
    "accuse": "ACCUSE|Condemns|Deplores|Denounces|Deprecates",
    "reject": "REJECT|Rejects",
    "support": "SUPPORT|Commends|Supports|Endorses|Welcomes|Applauds|Encourages|Congratulates",
    "request": "REQUEST|Requests|Calls|Urges|Invites|Demands|Appeals|Exhorts",
    "threaten": "THREATEN|Warns",
    "agree": "AGREE|Undertakes|Agrees",
    "say": "|Notes|Decides|Stresses|Expresses|Reaffirms|Recalls|Reiterates|Underlines|Underscores|Emphasi[sz]es|Acknowledges"
    "|Recogni[sz]es|Takes|Pays|Regrets|Affirms|Considers|Declares|Determines|Extends|Authori[sz]es|Approves|Adopts|Looks|Remains"
    "|Directs|Mandates|Instructs|Thanks|Resolves|Confirms|Recommends|Renews|Is(?=\\sof\\sthe\\sview|\\s\\w+ly\\s)",
}
_VERBS = "|".join(verbs.partition("|")[2] for verbs in _ACTS.values())
_BEGINS = re.compile(
    rf"(?:[0-9]{{1,3}}\.\s|\([a-z0-9]+\)\s|[•*–-]\s)?(?:(?:Strongly|Further|Also|Once\sagain)\s)?(?P<verb>{_VERBS})\b",
    0,
)
_GOES_ON = re.compile(
    rf"(?:[;,]\s(?:and\s)?|\sand\s)(?:(?:strongly|further|also|in\sthis\s(?:regard|context),?)\s)?(?P<verb>{_VERBS.lower()})(?=\s(?:the|its|that|to|on|upon|in|of|all|any|a|an|with|for|as|actively|at|[A-Z]))"
)
_ACT_OF = {
    verb.lower().replace("[sz]", "s"): verbs.partition("|")[0]
    for verbs in _ACTS.values()
    for verb in verbs.partition("|")[2].split("|")
}
_THE_BODY = re.compile(r"(?:THE|The)\s(?P<body>\w+(?:\s\w+){0,3})[,:]?")
"""How a resolution names who resolves, in a paragraph of its own."""
_FEWEST = 4
"""Paragraphs that begin with such a verb and make a communiqué: a list of deeds has other verbs too."""
_BODIES = frozenset(
    {
        "igo",
        "igo_body",
        "forum",
        "legislature",
        "government",
        "party",
        "court",
        "ministry",
        "government_office",
        "state_group",
    }
)


def resolved(page: Page, cast: Cast) -> dict[int, list[Statement]]:
    """Return the statements of a communiqué by paragraph, each a verb with what it says; the body is named before them."""
    begun = {passage.no: match for passage in page.passages if (match := _BEGINS.match(passage.text))}
    if len(begun) < _FEWEST:
        return {}
    who = _body([passage for passage in page.passages if passage.no < min(begun)], cast)
    if who is None:
        return {}
    return {
        passage.no: list(_clauses(passage, begun[passage.no], who))
        for passage in page.passages
        if passage.no in begun
    }


def _clauses(passage: Passage, first: re.Match[str], who: tuple[str, ...]) -> Iterator[Statement]:
    text = passage.text
    verbs = [first, *_GOES_ON.finditer(text, first.end())]
    ends = [*(match.start() for match in verbs[1:]), len(text)]
    for match, end in zip(verbs, ends, strict=True):
        start = match.start("verb")
        stop = start + len(text[start:end].rstrip(" ;,."))
        act = _ACT_OF.get(match["verb"].lower().replace("z", "s"), "")
        yield Statement(passage.no, start, stop, who, RESOLVED, 70, act, quotes=[(start, stop)])


def _body(introduction: list[Passage], cast: Cast) -> tuple[str, ...] | None:
    """Return who speaks: the first body that is named, or the one that `THE COUNCIL,` means."""
    named = [
        mention.actors[:1]
        for passage in introduction
        for mention in passage.mentions
        if mention.actors and cast.actors[mention.actors[0]].kind in _BODIES
    ]
    short = next(
        (match["body"].lower() for one in introduction if (match := _THE_BODY.fullmatch(one.text))), ""
    )
    meant = (who for who in named if short and short in cast.actors[who[0]].name.lower())
    return next(meant, named[0] if named else None)
