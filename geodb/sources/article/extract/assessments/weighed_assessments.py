"""Forecasts and judgments that no rule reads: clauses that tell one by the weight of their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geodb.sources.article.extract.assessment import Assessment
from geodb.sources.article.extract.language.learned import likely_clauses
from geodb.sources.article.extract.language.line import line_of
from geodb.sources.article.extract.page import Page
from geodb.sources.article.extract.statement import Statement

_KINDS = {"forecast": (45, None), "judgment": (50, "interpretation")}
"""How sure a draft is of each kind, and which kind of judgment it is."""


def weighed_assessments(
    page: Page, found: Sequence[Assessment], statements: Sequence[Statement]
) -> Iterator[Assessment]:
    """Yield the forecasts and judgments in clauses that share no word with an assessment that is found already.

    One in a statement is its speaker's.
    """
    for passage in page.passages:
        if passage.is_heading:
            continue
        taken = [(one.start, one.end) for one in found if one.no == passage.no]
        said = [one for one in statements if one.no == passage.no]
        for sentence in passage.sentences:
            line = line_of(passage, *sentence)
            for kind, (confidence, judgment) in _KINDS.items():
                for start, end in likely_clauses(line, kind, taken):
                    by_whom = next((one for one in said if one.start < end and start < one.end), None)
                    if by_whom and not (by_whom.start <= start and end <= by_whom.end):
                        continue  # partly in what somebody says
                    taken.append((start, end))
                    rule = f"{kind}.weight"
                    yield Assessment(
                        kind,
                        passage.no,
                        start,
                        end,
                        rule,
                        confidence,
                        judgment=judgment,
                        statement=by_whom,
                    )
