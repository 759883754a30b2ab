"""Assessments of an article: forecasts, scenarios with their outcomes, and judgments, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from geodb.sources.article.extract.assessment import Assessment, assessment_item
from geodb.sources.article.extract.forecasts import Setting, forecasts
from geodb.sources.article.extract.keys import Keys
from geodb.sources.article.extract.page import Item, Page, Passage
from geodb.sources.article.extract.scenarios import (
    carries_on,
    heading,
    if_clause,
    opened,
    speaks_of_scenarios,
)
from geodb.sources.article.extract.statements import Statement

_LONGEST_HEADING = 160


def assessment_items(page: Page, keys: Keys, statements: list[Statement], targets: list[Item]) -> list[Item]:
    """Return the assessments of all passages as items of a dossier; an aim that is a target is no judgment."""
    found: list[Assessment] = []
    scenario: Assessment | None = None
    for passage in page.passages:
        here = [one for one in statements if one.no == passage.no]
        headed = heading(passage) if speaks_of_scenarios(passage) else None
        if headed and len(passage.text) < _LONGEST_HEADING:
            found.append(headed)
            scenario = headed
            continue
        found += _of_passage(passage, here, scenario, headed)
        scenario = None
    promised = {(piece["p"], piece["quote"]) for item in targets for piece in item["evidence"]}
    return [assessment_item(page, keys, each) for each in found if not _is_target(page, each, promised)]


def _is_target(page: Page, each: Assessment, promised: set[tuple[int, str]]) -> bool:
    words = page.article.paragraphs[each.no - 1].text[each.start : each.end]
    return each.kind == "judgment" and any(
        no == each.no and (words in quote or quote in words) for no, quote in promised
    )


def _of_passage(
    passage: Passage, statements: list[Statement], scenario: Assessment | None, headed: Assessment | None
) -> Iterator[Assessment]:
    has_scenario = speaks_of_scenarios(passage)
    if headed:
        scenario = headed
        yield headed
    by_if: Assessment | None = None
    for number, (start, end) in enumerate(passage.sentences):
        if has_scenario and (new := opened(passage, number, is_open=scenario is not None)):
            scenario = new
            yield new
        condition = if_clause(passage, start, end)
        setting = Setting(_outside(statements, condition), scenario, condition[:2] if condition else None)
        if condition and not setting.said(condition[0]):
            by_if = Assessment("scenario", passage.no, *condition[:2], "scenario.if", 80)
            by_if.conditions, by_if.negated = [condition[:2]], condition[2] in {"unless", "without"}
            setting.scenario = by_if
            yield by_if
        elif by_if and scenario is None and carries_on(passage, start):
            setting.scenario = by_if
        else:
            by_if = None
        yield from forecasts(passage, start, end, setting)


def _outside(statements: list[Statement], condition: tuple[int, int, str] | None) -> list[Statement]:
    """Leave out what seems to be said inside a condition: `if X rejects the plan`."""
    if condition is None:
        return statements
    return [one for one in statements if not condition[0] - 1 <= one.start < condition[1]]
