"""Outcomes that one verb leads in, told apart: `could revive the duties, push traders abroad, and embolden rivals`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from geodb.sources.article.extract.assessment import Assessment
from geodb.sources.article.extract.assessments.outcomes import outcomes
from geodb.sources.article.extract.language.modals import has_modal
from geodb.sources.article.extract.page import Passage

_AND_MODAL = re.compile(r",?\sand\s(?=(?:could|would|might|may|will)\s)")
_AND_SOMEBODY = re.compile(r",\sand\s(?=(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}\s[a-z]+(?<!s)s\s)")
"""What leads in what somebody else does, where outcomes are told in the present tense."""
_NEXT_VERB = re.compile(r",\s(?P<and>and\s)?(?=(?:\w+ly\s)?(?P<verb>[a-z]+)\s)")
_AND_VERB = re.compile(r"\sand\s(?=(?P<verb>[a-z]+)\s)")
_RELATIVE = re.compile(r",\s(?:\w+\s)?(?:which|whom|whose|where)\b")
_BECAUSE = re.compile(r":\s")
_BUT = re.compile(
    r"(?:But|And|Yet|Still,|Then|finally,|lastly,|alternatively,|conversely,|by\scontrast,|on\sthe\sother\shand,)\s(?=\w)"
)
"""What leads over to an outcome and is no part of it."""
_SHORTEST = 15
_LONG_ENOUGH = 20
"""Characters of a second outcome that is told apart although its verb is led in by nothing but `and`."""


def told_apart(passage: Passage, one: Assessment) -> Iterator[Assessment]:
    """Yield an outcome, or each of those that it joins, without what only explains it."""
    text = passage.text
    start, end = one.start, one.end
    if but := _BUT.match(text, start, end):
        start = but.end()
    if (reason := _BECAUSE.search(text, start + _SHORTEST, end)) and not has_modal(text, reason.end(), end):
        end = reason.start()
    joint = _AND_MODAL if one.wording else _AND_SOMEBODY
    cuts = [match.span() for match in joint.finditer(text, start + _SHORTEST, end)]
    cuts = cuts or _listed(passage, start, end)
    if one.wording and one.parent and one.parent.rule == "scenario.if":
        cuts = cuts or _second_verb(text, start, end)
    for (_, begin), (stop, _) in zip([(0, start), *cuts], [*cuts, (end, 0)], strict=True):
        relative = _RELATIVE.search(text, begin + _SHORTEST, stop) if cuts and stop < end else None
        yield replace(one, start=begin, end=relative.start() if relative else stop)


def _listed(passage: Passage, start: int, end: int) -> list[tuple[int, int]]:
    """Return what stands between verbs of outcomes of which three or more are listed, the last behind `and`."""
    if ", and " not in passage.text[start:end]:
        return []
    cuts = [match for match in _NEXT_VERB.finditer(passage.text, start, end) if match["verb"] in outcomes()]
    is_list = len(cuts) > 1 and cuts[-1]["and"] is not None
    return [match.span() for match in cuts] if is_list else []


def _second_verb(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return what stands between two outcomes of one subject: `troops could advance on X and find themselves alone`."""
    cuts = (
        match.span()
        for match in _AND_VERB.finditer(text, start + _LONG_ENOUGH, end - _LONG_ENOUGH)
        if match["verb"] in outcomes()
    )
    return list(islice(cuts, 1))
