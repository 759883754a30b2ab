"""Judgments that no rule reads: clauses that tell one by the weight of their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geodb.sources.article.extract.assessment import Assessment
from geodb.sources.article.extract.language.learned import likely_clauses
from geodb.sources.article.extract.language.line import line_of
from geodb.sources.article.extract.page import Page
from geodb.sources.article.extract.statement import Statement

_CONFIDENCE = 50


def weighed_judgments(
    page: Page, found: Sequence[Assessment], statements: Sequence[Statement]
) -> Iterator[Assessment]:
    """Yield the judgments in clauses that share no word with an assessment that is found already.

    One in a statement is its speaker's.
    """
    for passage in page.passages:
        if passage.is_heading:
            continue
        taken = [(one.start, one.end) for one in found if one.no == passage.no]
        said = [one for one in statements if one.no == passage.no]
        for sentence in passage.sentences:
            for start, end in likely_clauses(line_of(passage, *sentence), "judgment", taken):
                by_whom = next((one for one in said if one.start < end and start < one.end), None)
                if by_whom and not (by_whom.start <= start and end <= by_whom.end):
                    continue  # partly in what somebody says
                yield Assessment(
                    "judgment",
                    passage.no,
                    start,
                    end,
                    "judgment.weight",
                    _CONFIDENCE,
                    judgment="interpretation",
                    statement=by_whom,
                )
