"""Transcripts: who speaks is told by the name with which a turn begins."""

from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import items, names, quotes

TALK = (
    "Prime Minister Ana Ruk and Foreign Minister Luis Rojas met reporters.",
    "PRIME MINISTER RUK: We will build the slipway. It is a matter of trust.",
    "QUESTION: Will the neighbours be told?",
    "ROJAS: They will be told in due course.",
    "We have nothing to hide from anybody.",
    "QUESTION: And the tunnel?",
    "MS. OKORO: That was the last question.",
    "The talk was cut for length.",
)


def said(*paragraphs: str) -> list[tuple[list[str], str]]:
    return [(each["speaker"], quotes(each)[0]) for each in items("statements", *paragraphs)]


def test_each_sentence_of_a_turn_is_a_statement_of_whom_its_label_names() -> None:
    assert said(*TALK) == [
        (["ana-ruk"], "PRIME MINISTER RUK: We will build the slipway."),
        (["ana-ruk"], "It is a matter of trust."),
        (["luis-rojas"], "ROJAS: They will be told in due course."),
        (["luis-rojas"], "We have nothing to hide from anybody."),
        (["okoro"], "MS. OKORO: That was the last question."),
    ]


def test_what_others_are_reported_to_say_leaves_the_other_sentences_of_a_turn() -> None:
    answer = (
        "RUK: It is what it says it is. Mr Rojas told us last night that Chad would decide. We like that."
    )
    assert said(*TALK[:2], "QUESTION: Is it open?", answer)[2:] == [
        (["ana-ruk"], "RUK: It is what it says it is."),
        (["luis-rojas"], "Mr Rojas told us last night that Chad would decide"),
        (["ana-ruk"], "We like that."),
    ]


def test_what_is_said_is_verbatim_without_its_label() -> None:
    first = items("statements", *TALK)[0]
    assert (first["form"], first["verbatim"]) == ("verbatim", "We will build the slipway.")


def test_a_label_is_no_organization_and_a_questioner_nobody() -> None:
    assert names(*TALK) == {
        "Ana Ruk": "person",
        "Luis Rojas": "person",
        "Okoro": "person",
        "Unknown author of the article": "unnamed_person",
    }


@pytest.mark.parametrize("asks", ["QUESTION (Same journalist)", "MODERATOR", "Q", "JOURNALIST (inaudible)"])
def test_who_asks_is_no_part_of_the_answer_before(asks: str) -> None:
    talk = ("RUK: We will build the slipway in May.", f"{asks}: And will the neighbours be told, sir?")
    answers = ("RUK (through an interpreter): They will be told in due course.",)
    assert said(*TALK[:1], *talk, *answers) == [
        (["ana-ruk"], "RUK: We will build the slipway in May."),
        (["ana-ruk"], "RUK (through an interpreter): They will be told in due course."),
    ]


def test_a_single_heading_in_capitals_is_no_turn() -> None:
    assert said("EXCLUSIVE: The tunnel is closed.", "The works go on.") == []
    assert said("RUK: The tunnel is closed.", "The works go on.") == []


def test_who_speaks_in_a_turn_is_the_author_of_what_is_foreseen_in_it() -> None:
    talk = (*TALK[:6], "ROJAS: The slipway could sink within two years.", *TALK[6:])
    forecasts = [each for each in items("assessments", *talk) if each["kind"] == "forecast"]
    assert [quotes(each)[0] for each in forecasts if "build" in quotes(each)[0]] == []  # a plan of theirs
    (foreseen,) = [each for each in forecasts if "sink" in quotes(each)[0]]
    assert (foreseen["author"], quotes(foreseen)) == (
        "luis-rojas",
        ["The slipway could sink within two years"],
    )
    assert foreseen["statement"] in {each["key"] for each in items("statements", *talk)}


def test_who_answers_in_an_interview_is_who_its_introduction_names() -> None:
    text = (
        "“Go home early”", "Interview by Clara Whitmore, Lomé", "Togo’s foreign minister, Azlan Ruk, has not stopped travelling.",
        "Q: What is different this time?", "A: Exhaustion, mostly. The guns fell silent in July.", "Q: And the accord?", "A: It holds for now.",
    )  # fmt: skip
    found = items("statements", *text)
    assert [each["verbatim"] for each in found] == [
        "Exhaustion, mostly.",
        "The guns fell silent in July.",
        "It holds for now.",
    ]
    assert {who for each in found for who in each["speaker"]} == {"azlan-ruk"}


def test_without_an_introduction_nobody_answers() -> None:
    assert (
        items("statements", "Q: What is different?", "A: Exhaustion, mostly.", "Q: And now?", "A: It holds.")
        == []
    )


NOON = (
    "Daily briefing by the Office of the Spokesperson",
    "This is a near-verbatim transcript of the noon briefing by Ana Ruk, Spokeswoman for the Council.",
    "Good afternoon. Three trucks crossed the bridge today.",
    "Question (Fiji Times): The bridge is old. Will it hold?",
    "Spokeswoman: It has held for ninety years. We watch it every day.",
    "Question: And the tunnel?",
    "Spokeswoman: The tunnel is closed.",
)


def test_labels_may_be_printed_small_and_mean_who_is_introduced() -> None:
    assert said(*NOON)[-3:] == [
        (["ana-ruk"], "Spokeswoman: It has held for ninety years."),
        (["ana-ruk"], "We watch it every day."),
        (["ana-ruk"], "Spokeswoman: The tunnel is closed."),
    ]


def test_what_is_said_before_the_first_question_is_of_who_is_introduced() -> None:
    assert (["ana-ruk"], "Three trucks crossed the bridge today.") in said(*NOON)
    assert (["ana-ruk"], "Three trucks crossed the bridge today.") not in said(*NOON[2:])


def test_a_question_is_of_the_paper_it_is_asked_for() -> None:
    (asked,) = [each for each in items("statements", *NOON) if each["speaker"] == ["fiji-times"]]
    assert (asked["verbatim"], asked["speech_act"]) == ("Will it hold?", "REQUEST")
    assert names(*NOON)["Fiji Times"] == "media"


def test_a_list_of_points_is_no_transcript() -> None:
    points = ("Risk: The bridge may fall.", "Cost: It costs little.", "Risk: The tunnel is old.")
    assert said(*points) == []


def test_a_title_alone_is_the_label_of_who_is_introduced() -> None:
    found = said(
        "Press conference by the Foreign Minister of Chad, Luis Rojas, on the harbour",
        "THE MINISTER: We met in May. The crane is old.",
        "QUESTION: Will it go?",
        "THE MINISTER: It will go.",
    )
    assert {tuple(speakers) for speakers, _ in found} == {("luis-rojas",)}
    assert [words for _, words in found][-1] == "THE MINISTER: It will go."


def test_a_turn_goes_on_in_paragraphs_that_report_what_others_say() -> None:
    found = said(
        *TALK[:2],
        "I have one thing to add. Mr Rojas told us last night that Chad would decide. Patience is a virtue.",
        "ROJAS: That is how it was.",
        "RUK: So it was, indeed.",
    )
    assert found[2:5] == [
        (["ana-ruk"], "I have one thing to add."),
        (["luis-rojas"], "Mr Rojas told us last night that Chad would decide"),
        (["ana-ruk"], "Patience is a virtue."),
    ]


def test_in_an_interview_the_paper_that_is_introduced_asks() -> None:
    found = said(
        "The Harbour Gazette met Ana Ruk, the mayor of Suva, in her garden.",
        "Q: The crane is old. Will it go?",
        "A: It will go.",
        "Q: When?",
        "A: It will be in May.",
    )
    assert (["harbour-gazette"], "Will it go?") in found
    assert (["ana-ruk"], "A: It will be in May.") in found


SPEECH = (
    "Address by the Foreign Minister of Chad, Luis Rojas, at the opening of the dam",
    "Lomé, 9 June 2026 (check against delivery)",
    "Governors, ambassadors: I will be brief.",
    "The dam is old. The army told us last week that it would hold. We shall mend it.",
)


def test_every_sentence_of_a_speech_is_of_whom_its_title_names() -> None:
    assert said(*SPEECH) == [
        (["luis-rojas"], "Governors, ambassadors: I will be brief."),
        (["luis-rojas"], "The dam is old."),
        (["army"], "army told us last week that it would hold"),
        (["luis-rojas"], "We shall mend it."),
    ]


def test_a_report_of_a_speech_is_no_speech() -> None:
    assert not said(
        SPEECH[0], *SPEECH[1:2], "The minister was brief.", "The dam is old, and nobody mends it."
    )
    quoted = said(SPEECH[0], SPEECH[1], "“I shall be brief,” said Mr Rojas. The dam is old.")
    assert [words for _, words in quoted] == ["“I shall be brief,” said Mr Rojas"]
