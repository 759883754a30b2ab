from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import items

LEADERS = "Ghanaian President Ana Ruk met Kenyan Foreign Minister Ben Oto in Accra."


@pytest.mark.parametrize(
    "sentence",
    [
        "Algeria recalled its ambassador from Madrid in March.",
        "China ordered two frigates from the yard.",
        "Russia threatened the flank of the brigade for weeks.",
        "Kenya welcomed 2m tourists last year.",
        "Saudi Arabia welcomed 40 heads of state to the summit.",
        "The parliament rejected the budget by 60 votes to 41.",
        "Moldova denied entry to three athletes.",
        "The party dismissed its secretary in June.",
        "The Duma confirmed the minister by 301 votes.",
        "Tunisia appealed the verdict.",
        "Washington has accepted 7,500 refugees this year.",
        "Two men accused of treason left the country on Monday.",
        "Exports came to $4bn, compared to $6bn in Ghana.",
        "Ghanaian officials would not comment on the raid.",
        "The police found 300 rifles in the depot.",
    ],
)
def test_verbs_of_speech_that_tell_an_act_report_nothing(sentence: str) -> None:
    assert items("statements", LEADERS, sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ghana recalled that the dam was old.",
        "Russia threatened Chad with sanctions.",
        "Russia threatened to close the strait.",
        "Kenya welcomed the decision.",
        "The parliament rejected the charge.",
        "Moldova denied the charge.",
        "Ghana condemned the raid as a crime.",
    ],
)
def test_the_same_verbs_report_where_something_is_said(sentence: str) -> None:
    assert len(items("statements", LEADERS, sentence)) == 1


def test_with_caution_nobody_cautions() -> None:
    assert items("statements", "Ana Ruk approaches the new administration in Damascus with caution.") == []
