"""Communiqués and resolutions, whose paragraphs begin with what the body does: *Condemns …; requests …*."""

from __future__ import annotations

from tests.sources.article.extract.drafting import items, quotes

COMMUNIQUE = (
    "The Peace and Security Council of the African Union met on 14 May 2026.",
    "THE COUNCIL,",
    "1. Notes with concern the drought in Chad, and commends the police of Togo for their patience;",
    "2. Rejects any parallel government; urges all others to cease the supply of arms and fuel;",
    "3. Requests Niger to hold, no later than October 2027, the election that was announced;",
    "4. Decides to remain actively seized of the matter.",
)


def test_each_verb_of_a_communique_is_a_statement_of_the_body() -> None:
    said = items("statements", *COMMUNIQUE)
    assert [(quotes(each)[0], each.get("speech_act")) for each in said] == [
        ("Notes with concern the drought in Chad", None),
        ("commends the police of Togo for their patience", "SUPPORT"),
        ("Rejects any parallel government", "REJECT"),
        ("urges all others to cease the supply of arms and fuel", "REQUEST"),
        ("Requests Niger to hold, no later than October 2027, the election that was announced", "REQUEST"),
        ("Decides to remain actively seized of the matter", None),
    ]
    assert {each["form"] for each in said} == {"verbatim"}


def test_the_body_is_the_one_that_the_resolution_names() -> None:
    assert {each["speaker"][0] for each in items("statements", *COMMUNIQUE)} == {
        "au-peace-and-security-council"
    }


def test_without_a_body_or_with_few_such_paragraphs_there_is_no_communique() -> None:
    for text in (COMMUNIQUE[2:], (COMMUNIQUE[0], COMMUNIQUE[2], "The road was closed.")):
        assert not any(each["draft"]["rule"] == "speech.resolved" for each in items("statements", *text))
