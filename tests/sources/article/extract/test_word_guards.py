"""Words without one of which a pattern is not looked for: where it fits, one of them is in the passage."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodb.resources import seeds_dir
from geodb.sources.article.extract.assessments.conditions import _CONDITIONAL, _IF
from geodb.sources.article.extract.assessments.scenarios import (
    _CASES,
    _DEVELOPMENTS,
    _IN_WHICH,
    _IS_THAT,
    _OPENS_SCENARIO,
    _SEVERAL,
    _WHERE,
)
from geodb.sources.article.extract.events.events import _DATE_SIGNS, _MAY_DATE
from geodb.sources.article.extract.events.told_by_name import _HOLDS, _WAS_HELD
from geodb.sources.article.extract.events.told_by_name import _NOUNS as NOUNS_OF_MEETINGS
from geodb.sources.article.extract.events.whole_event import _DAY_BEFORE, _RELATIVES, _TOLD_OF
from geodb.sources.article.extract.figures.repeated import _REPEATED, _WORDS
from geodb.sources.article.extract.figures.worded_figures import _CHANGED, _MULTIPLIED
from geodb.sources.article.extract.initiatives.planned_values import _PLANNED_VALUE, PLANNED_WORDS
from geodb.sources.article.extract.language.chances import _AFTER, _BEFORE, _SIGNS
from geodb.sources.article.extract.language.modals import _CONTENT, _LEADING, _PURPOSE
from geodb.sources.article.extract.language.numbers import AMOUNT, amounts_of
from geodb.sources.article.extract.language.periods import _DIGIT, _RANGE
from geodb.sources.article.extract.names.groups import _FROM, _NOUNS_OF_PEOPLE, _OF_REGION, _REGIONS
from geodb.sources.article.extract.names.relations import _NOUNS as NOUNS_OF_RELATIONS
from geodb.sources.article.extract.names.relations import _any_noun
from geodb.sources.article.extract.page import Passage
from geodb.sources.article.extract.statements.speech import (
    _ANY_MEDIUM,
    _MEDIA,
    HIS_NOUN,
    IN_WORDS_OF,
    LINES,
    NOUN,
    NOUN_IS,
    NOUNS,
    SPEECH_OF_WHOM,
    VIEWS,
    WITH_NOUN,
    WORDS_OF_WHOM,
)

GUARDS: list[tuple[re.Pattern[str], AbstractSet[str]]] = [
    (_FROM, _NOUNS_OF_PEOPLE),
    (_OF_REGION, _REGIONS),
    (_SEVERAL, _DEVELOPMENTS),
    (_IF, _CONDITIONAL),
    (_ANY_MEDIUM, _MEDIA),
    (NOUN, NOUNS.keys()),
    (HIS_NOUN, NOUNS.keys()),
    (WITH_NOUN, NOUNS.keys()),
    (_CHANGED, _MULTIPLIED),
    (_REPEATED, _WORDS),
    (_PLANNED_VALUE, PLANNED_WORDS),
    (_WAS_HELD, _HOLDS),
    (_WAS_HELD, NOUNS_OF_MEETINGS),
    (_any_noun(), NOUNS_OF_RELATIONS),
    *((pattern, _CASES) for pattern in (_WHERE, _IS_THAT, _IN_WHICH, _OPENS_SCENARIO)),
]
SCRAPS = sorted(
    {word for _, words in GUARDS for word in words}
    | {"senior", "from", "of", "the", "European", "officials", "Two", "several", "If", "In the event that", "As long as"}
    | {"’s", "his", "with", "a", "that", "to", "according to", "in the words of", "X post", "a millionaire", "half a"}
    | {"twenty-five", "3", "dozens", ",", ".", "we agree", "they may follow then", "İ", "naïve", "so that", "as if", "the plan", "which", "who had"}
    | {"the Second Summit", "a one in five chance", "50% likely", "the risk", "odds of", "strategic"}
)  # fmt: skip
EDGES = re.compile(r"\\b|\(\?=(?:\[[^\]]*\]|\\w)\)|\(\?<=\\b\.\)")
"""What stands between the characters of a pattern, and need not be drawn."""
ARTICLES = sorted(seeds_dir().glob("articles/*/article.txt"))
texts = st.lists(st.sampled_from(SCRAPS), max_size=12).map(" ".join)


def passage_of(text: str) -> Passage:
    return Passage(1, text, [(0, len(text))], [])


@pytest.mark.parametrize(("pattern", "words"), GUARDS, ids=range(len(GUARDS)))
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)
@given(data=st.data())
def test_one_of_the_words_is_in_whatever_the_pattern_fits(
    pattern: re.Pattern[str], words: AbstractSet[str], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(EDGES.sub("", pattern.pattern), fullmatch=True))
    if pattern.search(text):
        assert words & passage_of(text).words


@settings(deadline=None)
@given(text=st.from_regex(EDGES.sub("", _MAY_DATE.pattern)))
def test_one_of_the_signs_is_in_whatever_may_be_a_date(text: str) -> None:
    if _MAY_DATE.search(text):
        assert any(sign in text for sign in _DATE_SIGNS)


def assert_guarded(text: str) -> None:
    passage = passage_of(text)
    if any(words.search(passage.lower) for words in SPEECH_OF_WHOM):
        assert WORDS_OF_WHOM & passage.words
    if _BEFORE.search(text) or _AFTER.search(text):
        assert any(sign in text.lower() for sign in _SIGNS)
    assert_guarded_by_words(text, passage)


def assert_guarded_by_words(text: str, passage: Passage) -> None:
    for pattern, words in GUARDS:
        if pattern.search(text) or pattern.search(passage.lower):
            assert words & passage.words, pattern.pattern
    amounts = [match.span() for match in AMOUNT.finditer(passage.lower)]
    assert [match.span() for match in amounts_of(passage)] == amounts
    if _PURPOSE.search(text) or _CONTENT.search(text):
        assert any(word in text for word in _LEADING)
    if _DAY_BEFORE.search(text):
        assert "," in text[-3:]
    if IN_WORDS_OF.search(passage.lower):
        assert VIEWS & passage.words
    if NOUN_IS.search(text):
        assert LINES & passage.words
    if _TOLD_OF.search(text):
        assert any(word in text for word in _RELATIVES)
    if _RANGE.search(text):
        assert _DIGIT.search(text)


@given(texts)
def test_no_guard_hides_what_its_pattern_finds(text: str) -> None:
    for end in (text, f"{text} ", f"On 3 May, {text}, ", f"{text} to 4 May"):
        assert_guarded(end)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name)
def test_no_guard_hides_anything_of_an_article(path: Path) -> None:
    for sentence in re.split(r"(?<=[.!?])\s", path.read_text(encoding="utf-8")):
        assert_guarded(sentence)


@given(texts, st.integers(0, 40), st.integers(0, 40))
def test_words_among_known_ones_are_those_that_a_pattern_finds(text: str, start: int, end: int) -> None:
    passage = passage_of(text)
    every = [(match[0], match.start()) for match in re.finditer("[a-z]+", passage.lower)]
    assert passage.words_among(passage.words, start, end) == [
        (word, at) for word, at in every if start <= at < end
    ]
