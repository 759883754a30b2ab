"""Interviews without labels: a question is told by its mark, and who answers by the introduction."""

from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import items, quotes

OPENING = (
    "“The harbour is not for sale”",
    "The Fiji Times, 4 May 2026",
    "Ana Ruk ran the port of Suva for nine years. She received us in her garden.",
)
TALK = (
    "Mrs Ruk, who owns the harbour?",
    "The town does. It has never sold a single stone. Who would want that?",
    "Why were the cranes taken down?",
    "They were old. I signed the order.",
    "The owner begs to differ.",
    "He may. My papers are in order.",
    "The ferry stands idle. Will it sail again?",
    "It will sail in June.",
)
ANSWERS = [
    "The town does.",
    "It has never sold a single stone.",
    "Who would want that?",
    "They were old.",
    "I signed the order.",
    "He may.",
    "My papers are in order.",
    "It will sail in June.",
]


def said(*paragraphs: str) -> list[tuple[str, str]]:
    found = items("statements", *paragraphs)
    return [(each["speaker"][0], quotes(each)[0]) for each in found if each["form"] == "verbatim"]


def test_who_was_met_answers_and_the_paper_asks() -> None:
    found = said(*OPENING, *TALK)
    assert [words for who, words in found if who == "ana-ruk"] == ANSWERS
    assert [words for who, words in found if who == "fiji-times"] == [
        "Mrs Ruk, who owns the harbour?",
        "Why were the cranes taken down?",
        "Will it sail again?",
    ]


def test_where_no_paper_is_named_nobody_asks() -> None:
    assert [words for _, words in said(OPENING[0], OPENING[2], *TALK)] == ANSWERS


@pytest.mark.parametrize(
    "introduction",
    [
        "Clara Whitmore talks to Ana Ruk about cranes. Ruk ran the port of Suva for nine years.",
        "Clara Whitmore of the staff went to Suva for an interview with Ana Ruk, who ran the port.",
        "We met Ana Ruk, an aide to Luis Rojas, at the quay.",
        "Ana Ruk, who ran the port of Suva, sat down with Luis Rojas.",
        "Ana Ruk, who ran the port of Suva, spoke to our correspondent by telephone.",
    ],
)
def test_ways_to_introduce_who_is_interviewed(introduction: str) -> None:
    assert {who for who, _ in said("A harbour", introduction, *TALK)} == {"ana-ruk"}


def test_an_answer_may_have_several_paragraphs_and_the_colophon_is_nobodys() -> None:
    talk = (TALK[0], TALK[1], "The deeds lie in the archive. I read them twice.", *TALK[2:4], *TALK[6:])
    found = said(*OPENING, *talk, "The interview was edited for length.")
    assert ("ana-ruk", "The deeds lie in the archive.") in found
    assert found[-1] == ("ana-ruk", "It will sail in June.")


EXPLAINER = (
    "Will the lights go out?",
    "No. The town has coal for nine weeks.",
    "Who pays for the coal?",
    "The town does, by a levy.",
    "Can the levy be raised?",
    "Only by a vote in June.",
)


def test_an_explainer_that_asks_itself_is_no_interview() -> None:
    introduction = "Ana Ruk, who runs the grid, met Luis Rojas. She spoke to The Fiji Times."
    assert said("Coal for nine weeks", introduction, *EXPLAINER) == []


def test_without_somebody_who_talks_or_with_two_questions_there_is_no_interview() -> None:
    assert said("A harbour", "Ana Ruk ran the port of Suva for nine years.", *TALK) == []
    assert said("A harbour", OPENING[2], *TALK[:4], "The port has nine cranes. We counted them.") == []


def test_a_column_with_questions_of_its_own_is_no_interview() -> None:
    column = (
        "Who owns the harbour?", "I used to know. We all did.", "Who took the cranes?", "The port has been silent since March.",
        "Will it sail again?", *(f"The ferry of pier {no} stands idle, and my cousins with it." for no in range(20)),
    )  # fmt: skip
    assert said("A harbour", "Ana Ruk spoke to us in May.", *column) == []
