"""Advice: what the author says that somebody should do, which is a statement of the author's as a request is of a minister's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geodb.sources.article.extract.keys import Keys
from geodb.sources.article.extract.language.clauses import clause_end
from geodb.sources.article.extract.language.overlaps import shares_a_word
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Item, Page, Passage, filled
from geodb.sources.article.extract.statement import ADVICE, Statement

_WORDS = listed("should|ought|well|wise|advised|prudent")
_ADVISES = re.compile(
    r"\b(?:should|ought\sto|would\s(?:do\swell|be\s(?:wise|prudent|well[\s-]advised))\sto)"
    r"(?:,\s[^,.;]{3,40},)?\s(?:(?:also|now|not|never|at\slast|at\sleast|therefore|first|instead|then|thus|\w+ly)\s)*"
    r"(?P<verb>[a-z]+)\b"
)
_FORESEES = re.compile(
    r"(?:reach|begin|start(?!\s\w+ing)|arrive|finish|peak|fall|rise|climb|double|triple|grow|drop|come|cover|surprise|surviv|suffice|help"
    r"|matter|have|like|eas|last|bring|yield|follow|remain|become|keep\sa\slid|mean|know|see|be\s(?:noted|added|said|remembered|surprised|worried|clear|able)"
    r"|be\s(?!\w+ed\b|(?:given|made|left|held|built|kept|put|seen|taken|drawn|paid|sold|brought|told|read|written|careful|ready|patience|free)\b))"
)
"""What is expected rather than asked for: `It should arrive in May`, `That should help`."""
_NAME = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3}"
_SUBJECT = re.compile(
    r"(?:(?:[A-Z][a-z]+ly|First|Second|Third|Fourth|Fifth|Next|Last|Instead|Meanwhile|Then|Therefore|Moreover|Above\sall|At\s[a-z]+(?:\s[a-z]+)?),\s|(?:But|And|So|Yet|Instead|Meanwhile|Then)\s)?"
    r"(?P<who>(?!(?:I|There|This|That|What|Why|How|Who|When|Where|If|Whether|[Nn]or|Neither|Which|As|While|Although)\b)"
    rf"(?:For\s[^,.;]{{2,30}},\s)?(?:{_NAME},\s(?=[^,]+\sand\s)){{0,4}}"
    r"(?:(?:Mr|Mrs|Ms|Dr)\.\s)?[^\s,;:.?!“”\"()]+(?:\s[^\s,;:.?!“”\"()]+){0,11}?(?P<aside>,\s[^;:.?!“”\"()]{2,130},|\s\([^()]{1,20}\))?)\s"
)
_NO_SUBJECT = re.compile(
    r"\b(?:that|who|which|whom|whether|if|why|how|what|where|when|because|since|as|than|while|unless|lest|so|said|says|is|are|was|were|has"
    r"|have|had|will|would|can|could|may|might|must|does|do|did|argues?d?|thinks?|believes?|insists?)\b"
)
"""What no plain subject has: the words before `should` are more than one then."""
_OPENS = re.compile(r"(?:;|:|,\s(?:and|but)|—|–|,)\s")
_CLOSES = re.compile(r",\s(?:which|who|where)\s|:\s|,\s(?:and|but)\s(?=[^,.;]{2,60}?\s(?:should|ought)\s)")
"""Where advice ends before its clause does: at what is told besides, at its reason, at the next advice."""
_LONGEST_SUBJECT = 180
_LONGEST_ASIDE = 40


def advice_items(page: Page, keys: Keys, statements: Sequence[Statement]) -> list[Item]:
    """Return what the author advises as statements; their speaker is added where the draft is put together."""
    taken: dict[int, list[tuple[int, int]]] = {}
    for statement in statements:
        for no, start, end in ((statement.no, statement.start, statement.end), *statement.more):
            taken.setdefault(no, []).append((start, end))
    return [
        _item(page, keys, passage, start, end)
        for passage in page.passages
        if not (passage.is_turn or passage.spoken_by or _WORDS.isdisjoint(passage.words))
        for start, end in _advice(passage)
        if not shares_a_word(start, end, taken.get(passage.no, ()))
    ]


def _advice(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the clauses that tell somebody what to do."""
    for start, end in passage.sentences:
        if passage.text[:end].rstrip().endswith("?") or not passage.words_among(_WORDS, start, end):
            continue
        begin = start
        for match in _ADVISES.finditer(passage.text, start, end):
            if match.start() < begin or passage.in_quote(match.start()):
                continue
            first = _subject(passage, begin, match.start())
            if first is not None and not _FORESEES.match(passage.text, match.start("verb")):
                closes = _CLOSES.search(passage.text, match.end(), end)
                begin = clause_end(passage, match.end(), closes.start() if closes else end)
                yield first, begin


def _subject(passage: Passage, start: int, verb: int) -> int | None:
    """Return where the clause begins in which a verb has a plain subject, or nothing where it has none.

    It begins at the verb where much is inserted between them.
    """
    text, earliest = passage.text, max(start, verb - _LONGEST_SUBJECT)
    begins = [earliest] if earliest == start else []
    begins += [joint.end() for joint in _OPENS.finditer(text, earliest, verb)]
    for begin in begins:
        match = _SUBJECT.fullmatch(text, begin, verb)
        if match and not _NO_SUBJECT.search(text, match.start("who"), max(match.start("aside"), 0) or verb):
            is_far = match["aside"] is not None and len(match["aside"]) > _LONGEST_ASIDE
            return verb if is_far else match.start("who")
    return None


def _item(page: Page, keys: Keys, passage: Passage, start: int, end: int) -> Item:
    key = keys.new("advice", *passage.text[start:end].split()[:6])
    asked = [mention for mention in passage.within(start, end) if mention.how != "adjective"][:1]
    item: Item = {"key": key, "form": "paraphrase", "speech_act": "REQUEST"}
    if asked:
        item["targets"] = dict.fromkeys(asked[0].actors, "request")
    item["evidence"] = [page.evidence(passage.no, start, end)]
    item["draft"] = {"rule": ADVICE, "confidence": 65}
    return filled(item)
