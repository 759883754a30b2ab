"""Assessments of an article: forecasts, scenarios with their outcomes, and judgments, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.assessment import Assessment, assessment_item
from geodb.sources.article.extract.assessments.cases import named_case, numbered_by_word
from geodb.sources.article.extract.assessments.conditions import (
    NEGATING,
    Condition,
    asks_what_if,
    if_clause,
    parts,
    supposes,
)
from geodb.sources.article.extract.assessments.forecasts import Setting, forecasts
from geodb.sources.article.extract.assessments.listed_scenarios import LISTED, is_put_at, listed_scenarios
from geodb.sources.article.extract.assessments.plain_judgments import is_plain_judgment
from geodb.sources.article.extract.assessments.scenarios import (
    carries_on,
    enumerates,
    heading,
    names_case,
    numbered,
    opened,
    scenario_at,
    speaks_of_scenarios,
    subject_condition,
)
from geodb.sources.article.extract.assessments.weighed_assessments import weighed_assessments
from geodb.sources.article.extract.keys import Keys
from geodb.sources.article.extract.language.modals import has_modal
from geodb.sources.article.extract.language.overlaps import shares_a_word
from geodb.sources.article.extract.page import Item, Page, Passage, Sections
from geodb.sources.article.extract.statement import THROUGHOUT, Statement

_LONGEST_HEADING = 160
_SUPPOSED = ("Suppose ", "Imagine ", "Assume ", "Say ")
_COMMENTARY = 3
"""Judgments by words of interpretation that make an article a commentary, in which plain sentences judge too.

In an article with one, those with a mark of opinion do.
"""
_OWN_PLAN = re.compile(r"(?:[Ww]e|I|[Oo]ur\s\w+)(?:\s\w+ly|\salso)?\s(?:will|shall)\b")
_REACH_OF_LIST = 5
"""In how many paragraphs `the first`, `the second` may stand for the developments that one says are possible."""


def assessment_items(page: Page, keys: Keys, statements: list[Statement], sections: Sections) -> list[Item]:
    """Return the assessments of all passages as items of a dossier; an aim that is a target is no judgment."""
    found: list[Assessment] = []
    scenario: Assessment | None = None
    several = 0
    listed = listed_scenarios(page)
    for passage in page.passages:
        here = [one for one in statements if one.no == passage.no and one.rule not in THROUGHOUT]
        if passage.no in listed:
            scenario, begin = listed[passage.no]
            found += [scenario, *_of_passage(passage, here, scenario, begin=begin)]
            scenario = None
            continue
        has_scenario = speaks_of_scenarios(passage)
        headed = heading(passage) if has_scenario else None
        if headed and len(passage.text) < _LONGEST_HEADING:
            found.append(headed)
            scenario = headed
            continue
        several = _REACH_OF_LIST if enumerates(passage) else max(several - 1, 0)
        new = headed or scenario
        found += [headed] if headed else []
        found += _of_passage(passage, here, new, several=several > 0, has_scenario=has_scenario)
        scenario = None
    found = list(_as_said(page, found, statements))
    if told_by_words := sum(each.kind == "judgment" for each in found):
        is_marked = told_by_words < _COMMENTARY
        found += _plain(page, found, statements, sections, is_marked=is_marked)
        found += weighed_assessments(page, found, statements)
    promised = {(piece["p"], piece["quote"]) for item in sections["targets"] for piece in item["evidence"]}
    planned = [
        piece
        for item in sections["events"]
        if item["status"] == "planned" and item["draft"]["rule"] != "event.weight"
        for piece in item["evidence"]
    ]
    return [
        assessment_item(page, keys, each)
        for each in found
        if not (_is_target(page, each, promised) or _is_planned(page, each, planned))
    ]


def _plain(
    page: Page, found: list[Assessment], statements: list[Statement], sections: Sections, *, is_marked: bool
) -> Iterator[Assessment]:
    """Yield the sentences of a commentary of which nothing else is told, where they may be judgments."""
    taken: dict[int, list[tuple[int, int]]] = {each.no: [] for each in page.article.paragraphs}
    for told in found:
        taken[told.no].append((told.start, told.end))
    for said in statements:
        taken[said.no].append((said.start, said.end))
    for name in ("events", "initiatives", "targets"):
        for item in sections[name]:
            for piece in item["evidence"]:
                at = page.article.paragraphs[piece["p"] - 1].text.find(piece["quote"])
                taken[piece["p"]].append((at, at + len(piece["quote"])))
    for passage in page.passages:
        for start, end in passage.sentences:
            if shares_a_word(start, end, taken[passage.no]) or enumerates(passage):
                continue
            if is_plain_judgment(passage, start, end, is_marked=is_marked):
                stop = start + len(passage.text[start:end].rstrip(". "))
                yield Assessment(
                    "judgment", passage.no, start, stop, "judgment.plain", 55, judgment="interpretation"
                )


def _as_said(page: Page, found: list[Assessment], statements: list[Statement]) -> Iterator[Assessment]:
    """Yield the assessments, those in turns of a talk or in a communiqué as by whoever speaks, but what they say they will do."""
    turns = [one for one in statements if one.rule in THROUGHOUT]
    for each in found:
        said = next((one for one in turns if one.no == each.no and one.start <= each.start < one.end), None)
        if said:
            each.statement = each.statement or said
            opens = said.quotes[0][0] if said.quotes else said.start  # without the label
            each.start = max(each.start, opens)
            words = page.article.paragraphs[each.no - 1].text
            if each.kind == "forecast" and _OWN_PLAN.match(words, each.start):
                continue
        yield each


def _is_target(page: Page, each: Assessment, promised: set[tuple[int, str]]) -> bool:
    words = page.article.paragraphs[each.no - 1].text[each.start : each.end]
    return each.kind in {"judgment", "forecast"} and any(
        no == each.no and (words in quote or quote in words) for no, quote in promised
    )


def _is_planned(page: Page, each: Assessment, planned: list[Item]) -> bool:
    """Whether a forecast only tells of a meeting or act that is planned, which is an event."""
    words = page.article.paragraphs[each.no - 1].text[each.start : each.end]
    return each.kind == "forecast" and any(
        piece["p"] == each.no
        and (piece["quote"] in words or words in piece["quote"])
        and 3 * len(piece["quote"]) > len(words)
        for piece in planned
    )


def _of_passage(
    passage: Passage,
    statements: list[Statement],
    scenario: Assessment | None,
    *,
    several: bool = False,
    has_scenario: bool = False,
    begin: int = 0,
) -> Iterator[Assessment]:
    by_if: Assessment | None = None
    under_if = False  # a paragraph that opens with a condition goes on with what would follow
    told_apart = (
        (number, part) for number, each in enumerate(passage.sentences) for part in parts(passage, *each)
    )
    for number, (first, end) in told_apart:
        start = max(first, begin)
        if start >= end or (scenario and is_put_at(passage, start, end, scenario)):
            continue
        if several and (told := _among_several(passage, start, end)):
            scenario, by_if = told, None
            yield told
            start = end - len(passage.text[told.end : end].lstrip(" ,;:."))
            if start >= end:
                continue
        elif (has_scenario or names_case(passage, start)) and (
            new := named_case(passage, start, end) or opened(passage, number, is_open=scenario is not None)
        ):
            scenario, by_if = new, None
            yield new
        supposed = number == 0 or passage.text.startswith(_SUPPOSED, start)
        supposed = supposed or asks_what_if(passage.text, start)
        follows = (
            supposed and end < passage.sentences[-1][0] and has_modal(passage.text, end, len(passage.text))
        )
        condition = if_clause(passage, start, end, follows=follows)
        if condition and scenario and condition.is_bare(passage.text):
            condition = None
        setting = Setting(_outside(statements, condition), scenario, condition.span if condition else None)
        said = setting.said(condition.start) if condition else None
        if condition and scenario and scenario.rule == LISTED and not said:
            scenario.conditions, scenario.negated = [condition.span], condition.word in NEGATING
        elif (
            scenario
            and scenario.rule == LISTED
            and start == begin
            and (subject := subject_condition(passage, start, end))
        ):
            scenario.conditions = [subject]
        elif condition and (said is None or condition.is_first or supposes(passage.text, start, condition)):
            span = condition.quoted, condition.end
            by_if = scenario_at(passage, span, "scenario.if", 80, condition.span)
            by_if.negated, by_if.statement = condition.word in NEGATING, said
            setting.scenario = by_if
            yield by_if
            under_if = supposed
            if not (said is None or condition.is_first):
                by_if = None  # the next sentence is somebody else's
        elif by_if and (scenario is None or several) and (under_if or carries_on(passage, start, end)):
            setting.scenario = by_if
        else:
            by_if = None
        if not condition and passage.text.startswith("Without ", start):
            by_if = setting.scenario = None
        yield from forecasts(passage, start, end, setting)


def _among_several(passage: Passage, start: int, end: int) -> Assessment | None:
    """Return the scenario of a sentence where several are said to be possible."""
    return (
        named_case(passage, start, end)
        or numbered_by_word(passage, start, end)
        or numbered(passage, start, end)
    )


def _outside(statements: list[Statement], condition: Condition | None) -> list[Statement]:
    """Leave out what seems to be said inside a condition: `if X rejects the plan`."""
    if condition is None:
        return statements
    return [one for one in statements if not condition.start - 1 <= one.start < condition.end]
