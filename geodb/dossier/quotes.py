"""Finding a quote in its paragraph, and saying where it may be when it is not there."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from geodb.dossier.alike import looks_the_same
from geodb.dossier.files import Paragraph
from geodb.errors import InvalidValue
from geodb.types import Span

_SIMILAR = 60
_SHOWN = 3
_SHOWN_PLACES = 8
_SHOWN_LENGTH = 100
_AROUND = 25


def find_quote(quote: str, p: int, paragraphs: Sequence[Paragraph], nth: int | None = None) -> Span:
    """Return where `quote` stands in paragraph `p`; `nth` chooses among several places.

    Raises:
        InvalidValue: the quote is empty, or not in the paragraph or more than once, or there is no such one.
    """
    if not quote.strip():
        raise InvalidValue("the quote is empty", hint="quote the words as they are printed")
    if not 1 <= p <= len(paragraphs):
        raise InvalidValue(f"there is no paragraph {p}: the article has {len(paragraphs)}")
    starts = _occurrences(quote, paragraphs[p - 1].text)
    if not starts:
        hint = looks_the_same(quote, paragraphs[p - 1].text) or _where_else(quote, paragraphs)
        raise InvalidValue(f"the quote is not in paragraph {p}", hint=hint)
    if nth is not None and not 1 <= nth <= len(starts):
        times = "once" if len(starts) == 1 else f"{len(starts)} times"
        hint = "take nth out" if len(starts) == 1 else "count from 1"
        raise InvalidValue(f"the quote stands {times} in paragraph {p}, so there is no {nth}", hint=hint)
    if nth is None and len(starts) > 1:
        raise InvalidValue(
            f"the quote stands {len(starts)} times in paragraph {p}",
            hint=_how_to_choose(quote, paragraphs[p - 1].text, starts),
        )
    start = starts[(nth or 1) - 1]
    return Span(p, start, start + len(quote))


def _occurrences(quote: str, text: str) -> list[int]:
    starts, start = [], text.find(quote)
    while start >= 0:
        starts.append(start)
        start = text.find(quote, start + 1)
    return starts


def _how_to_choose(quote: str, text: str, starts: list[int]) -> str:
    length = min(len(quote), _SHOWN_LENGTH) + _AROUND
    places = (
        f"nth: {number} is at {start}: …{text[max(0, start - _AROUND) : start + length]}…"
        for number, start in enumerate(starts[:_SHOWN_PLACES], start=1)
    )
    return "; ".join(["quote more words around it, or choose", *places, *_rest(len(starts))])


def _rest(count: int) -> list[str]:
    return [f"and {count - _SHOWN_PLACES} more"] if count > _SHOWN_PLACES else []


def _where_else(quote: str, paragraphs: Sequence[Paragraph]) -> str:
    elsewhere = [str(paragraph.no) for paragraph in paragraphs if quote in paragraph.text]
    if elsewhere:
        return f"it stands in paragraph {', '.join([*elsewhere[:_SHOWN_PLACES], *_rest(len(elsewhere))])}"
    candidates = sorted(_candidates(quote, paragraphs), reverse=True)[:_SHOWN]
    if not candidates:
        return "nothing in the article is like it; quote the words exactly as they are printed"
    return "the nearest: " + "; ".join(f"p{-no}: “{text}”" for _, no, text in candidates)


def _candidates(quote: str, paragraphs: Sequence[Paragraph]) -> list[tuple[float, int, str]]:
    found = []
    for paragraph in paragraphs:
        match = fuzz.partial_ratio_alignment(quote, paragraph.text, score_cutoff=_SIMILAR)
        if match and paragraph.text:
            text = paragraph.text[match.dest_start : match.dest_end].strip()
            found.append((match.score, -paragraph.no, text[:_SHOWN_LENGTH]))
    return found
