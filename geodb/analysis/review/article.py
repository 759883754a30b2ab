"""The article with its passages marked; where passages overlap, each piece knows all facts it speaks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geodb.analysis.review.html import Html, el, joined
from geodb.dossier.files import Document, Paragraph
from geodb.services.review.draft import Draft, Fact

_TOLD = 4
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage: code points `start` to `end` of its paragraph, and the fact it speaks for.

    `id` names the support on the page.
    """

    start: int
    end: int
    id: str
    fact: Fact


def article_html(draft: Draft) -> Html:
    """The paragraphs of the article; empty ones are left out, but counted."""
    if draft.document is None:
        return el("p", "There is no text to show.", class_="empty")
    marks = marks_by_paragraph(draft)
    kinds = _kinds(draft, draft.document)
    return joined(
        *(
            _paragraph(paragraph, kinds[paragraph.no], marks[paragraph.no])
            for paragraph in draft.document.paragraphs
            if paragraph.text.strip()
        )
    )


def marks_by_paragraph(draft: Draft) -> defaultdict[int, list[Mark]]:
    """The passages that were found, by the number of their paragraph."""
    marks: defaultdict[int, list[Mark]] = defaultdict(list)
    for fact in draft.facts:
        for number, support in enumerate(fact.supports):
            if support.span:
                span = support.span
                marks[span.paragraph].append(Mark(span.start, span.end, f"{fact.id}.{number}", fact))
    return marks


def segments(text: str, marks: Sequence[Mark]) -> Iterator[tuple[str, tuple[Mark, ...]]]:
    """Cut a text where passages begin or end; each piece comes with those that cover it, shortest first."""
    bounds = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    for start, end in pairwise(bounds):
        covering = (mark for mark in marks if mark.start <= start and end <= mark.end)
        yield text[start:end], tuple(sorted(covering, key=lambda mark: (mark.end - mark.start, mark.id)))


def _kinds(draft: Draft, document: Document) -> dict[int, str]:
    """Footnotes are known by the references even where the dossier could not be validated."""
    footnotes = {fact.fields.get("p"): "footnote" for fact in draft.facts if fact.section == "references"}
    return {each.no: footnotes.get(each.no, each.kind) for each in document.paragraphs}


def _paragraph(paragraph: Paragraph, kind: str, marks: Sequence[Mark]) -> Html:
    number = el(
        "a", str(paragraph.no), class_="no", href=f"#p{paragraph.no}", aria_label=f"paragraph {paragraph.no}"
    )
    pieces = (_piece(text, covering) for text, covering in segments(paragraph.text, marks))
    text = el("p", *pieces, dir="auto")
    return el("div", number, text, class_=f"par {kind}", id=f"p{paragraph.no}")


def _piece(text: str, covering: Sequence[Mark]) -> Html:
    if not covering:
        return joined(text)
    facts = list({mark.fact.id: mark.fact for mark in covering}.values())
    more = [f"and {len(facts) - _TOLD} more"] if len(facts) > _TOLD else []
    return el(
        "a",
        text,
        class_=f"m s-{facts[0].section} d{min(len(facts), _DEEPEST)}",
        href=f"#{facts[0].id}",
        data_facts=" ".join(fact.id for fact in facts),
        data_marks=" ".join(mark.id for mark in covering),
        title="\n".join([*(fact.label for fact in facts[:_TOLD]), *more]),
    )
