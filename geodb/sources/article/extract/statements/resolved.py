"""What a body says in a communiqué or resolution, whose paragraphs begin with its verbs: `Condemns …; requests …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.page import Page, Passage
from geodb.sources.article.extract.statement import RESOLVED, Statement

# By the PLOVER type that they speak for ("" where they only report), as in `speech_verbs`; many are no verbs of speech.
_ACTS = {
    "ACCUSE": "condemns|deplores|denounces|deprecates",
    "REJECT": "rejects",
    "SUPPORT": "commends|supports|endorses|welcomes|applauds|encourages|congratulates",
    "REQUEST": "requests|calls|urges|invites|demands|appeals|exhorts",
    "THREATEN": "warns",
    "AGREE": "undertakes|agrees",
    "": "notes|decides|stresses|expresses|reaffirms|recalls|reiterates|underlines|underscores|emphasises|emphasizes|acknowledges"
    "|recognises|recognizes|takes|pays|regrets|affirms|considers|declares|determines|extends|authorises|authorizes|approves|adopts"
    "|looks|remains|directs|mandates|instructs|thanks|resolves|confirms|recommends|renews",
}
ACT_OF = {verb: act for act, verbs in _ACTS.items() for verb in verbs.split("|")}
"""The act of each verb with which a body speaks, in the third person singular."""
_IS = r"(?=\sof\sthe\sview|\s\w+ly\s)"
_VERBS = "|".join([*ACT_OF, f"is{_IS}"])
_BEGINS = re.compile(
    r"(?:[0-9]{1,3}\.\s|\([a-z0-9]+\)\s|[•*–-]\s)?(?:(?:Strongly|Further|Also|Once\sagain)\s)?"
    rf"(?P<verb>{'|'.join([*map(str.capitalize, ACT_OF), f'Is{_IS}'])})\b"
)
_GOES_ON = re.compile(
    rf"(?:[;,]\s(?:and\s)?|\sand\s)(?:(?:strongly|further|also|in\sthis\s(?:regard|context),?)\s)?(?P<verb>{_VERBS})(?=\s(?:the|its|that|to|on|upon|in|of|all|any|a|an|with|for|as|actively|at|[A-Z]))"
)
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
        "court",
        "ministry",
        "government_office",
        "state_group",
    }
)


def resolved(page: Page, cast: Cast) -> dict[int, list[Statement]]:
    """Return the statements of a communiqué by paragraph, each a verb with what it says; the body is named before them."""
    begun = [(passage, match) for passage in page.passages if (match := _BEGINS.match(passage.text))]
    if len(begun) < _FEWEST:
        return {}
    who = _body([passage for passage in page.passages if passage.no < begun[0][0].no], cast)
    if who is None:
        return {}
    return {passage.no: list(_clauses(passage, match, who)) for passage, match in begun}


def _clauses(passage: Passage, first: re.Match[str], who: tuple[str, ...]) -> Iterator[Statement]:
    text = passage.text
    verbs = [first, *_GOES_ON.finditer(text, first.end())]
    ends = [*(match.start() for match in verbs[1:]), len(text)]
    for match, end in zip(verbs, ends, strict=True):
        start = match.start("verb")
        stop = start + len(text[start:end].rstrip(" ;,."))
        act = ACT_OF.get(match["verb"].lower(), "")
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
