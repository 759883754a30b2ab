from __future__ import annotations

from typing import Any

import pytest

from tests.sources.article.extract.drafting import items, quotes

LEADERS = "Ghanaian President Ana Ruk met Kenyan Foreign Minister Ben Oto in Accra."


def statements(*sentences: str) -> list[dict[str, Any]]:
    return items("statements", LEADERS, *sentences)


@pytest.mark.parametrize(
    ("sentence", "speaker", "form", "verbatim"),
    [
        ("Ruk said that the dam would open.", "ana-ruk", "paraphrase", None),
        ("Ruk said the dam “will open soon” in the north.", "ana-ruk", "mixed", "will open soon"),
        ("“The dam will open soon,” said Ruk.", "ana-ruk", "verbatim", "The dam will open soon"),
        ("“The dam will open soon,” Oto told reporters.", "ben-oto", "verbatim", "The dam will open soon"),
        ("According to Oto, the dam leaks.", "ben-oto", "paraphrase", None),
        ("The dam leaks, according to Oto.", "ben-oto", "paraphrase", None),
        ("According to information shared by Oto, the dam leaks.", "ben-oto", "paraphrase", None),
        ("The dam leaks, according to a new report from Oto.", "ben-oto", "paraphrase", None),
        ("Oto shared that the dam leaks.", "ben-oto", "paraphrase", None),
        ("Oto’s claim that the dam leaks was denied.", "ben-oto", "paraphrase", None),
        ("Oto’s implication that the dam leaks was noted.", "ben-oto", "implied", None),
        ("Warning that the dam leaks, Oto closed the gates.", "ben-oto", "paraphrase", None),
        ("Oto, who arrived late, criticized the plan for the dam.", "ben-oto", "paraphrase", None),
    ],
)
def test_speaker_form_and_words(sentence: str, speaker: str, form: str, verbatim: str | None) -> None:
    (statement,) = statements(sentence)
    assert (statement["speaker"], statement["form"], statement.get("verbatim")) == ([speaker], form, verbatim)


def test_a_participle_goes_on_with_the_speaker_of_the_sentence() -> None:
    first, second = statements("Ruk said that it works, adding that Kenya must wait.")
    assert first["speaker"] == second["speaker"] == ["ana-ruk"]
    assert quotes(first) == ["Ruk said that it works"]
    assert quotes(second) == ["adding that Kenya must wait"]


def test_a_pronoun_means_the_last_person_who_spoke_or_acted() -> None:
    _, second = statements("Oto said that it works. He added that Kenya is ready.")
    assert second["speaker"] == ["ben-oto"]


def test_a_quotation_alone_goes_on_with_whoever_spoke_before() -> None:
    _, second = statements("Oto said that it works. “We are ready for all that comes.”")
    assert (second["speaker"], second["draft"]["rule"]) == (["ben-oto"], "quote.continued")


def test_several_speakers_of_a_list_speak_together() -> None:
    (statement,) = statements("Chad, Togo, and Benin called for a ceasefire.")
    assert statement["speaker"] == ["chad", "togo", "benin"]
    assert statement["speech_act"] == "REQUEST"


def test_the_office_of_the_speaker_is_the_capacity() -> None:
    (statement,) = statements("Oto said that it works.")
    assert statement["capacity"] == "kenyan-foreign-minister"


def test_an_interview_is_medium_and_occasion() -> None:
    (statement,) = statements("Oto, in an interview with Reuters, said that it works.")
    assert statement["medium"] == "interview"
    (event,) = [
        event
        for event in items("events", LEADERS, "Oto, in an interview with Reuters, said that it works.")
        if event["kind"] == "interview"
    ]
    assert statement["occasion"] == event["key"]


def test_what_is_accused_of_is_the_target() -> None:
    (statement,) = statements("Oto accused Chad of cheating.")
    assert statement["targets"] == {"chad": "negative"}
    assert statement["speech_act"] == "ACCUSE"


@pytest.mark.parametrize(
    "sentence",
    [
        "The call of Oto was long.",
        "Oto was accused by nobody.",
        "The so-called “golden road” is closed.",
        "The report states and claims many things.",
        "Oto plans to announce it.",
    ],
)
def test_what_nobody_says_is_no_statement(sentence: str) -> None:
    assert statements(sentence) == []


def test_the_statement_stands_under_its_note() -> None:
    note = "[1] Jo Lim, “Dam Leaks”, The Courier, https://courier.example/dam, (Access Date: 03.03.2025)."
    statement, *_ = statements("Oto said that it works.[1]", note)
    assert statement["evidence"][0]["marker"] == "[1]"


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("Ana Ruk demanded the release of 73 workers held by Chad", ", one of whom died in detention a year ago."),
        ("Ana Ruk demanded that Chad hand over Milan Rojas", ", a Kestovian businessman who has admitted the raid."),
    ],
)  # fmt: skip
def test_what_is_told_of_those_named_is_not_said(words: str, rest: str) -> None:
    assert quotes(items("statements", words + rest)[0]) == [words]


def test_nobody_warns_the_house_that_they_speak_for() -> None:
    (one,) = statements("NATO Secretary General Mark Rutte warned that time was short.")
    assert one["speaker"] == ["mark-rutte"]
    assert "targets" not in one
    (other,) = statements("NATO Secretary General Mark Rutte warned Russia that time was short.")
    assert other["targets"] == {"russia": "warning"}


def test_a_group_does_not_speak_to_those_it_belongs_to() -> None:
    (said,) = items("statements", "Analysts at the Lowy Institute warned that the pact would fail.")
    assert "targets" not in said
    (said,) = items("statements", "Critics of the government in Chad accused Niger of betrayal.")
    assert said["targets"] == {"niger": "negative"}
