"""What the author says that somebody should do is a statement of the author's."""

from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import Item, drafted, items, quotes


def advised(*paragraphs: str) -> list[str]:
    return [quotes(each)[0] for each in _advice(*paragraphs)]


def _advice(*paragraphs: str) -> list[Item]:
    found = items("statements", "A title", *paragraphs)
    return [each for each in found if each["draft"]["rule"] == "speech.advice"]


def test_advice_is_a_request_of_the_authors_to_whom_it_names() -> None:
    (advice,) = _advice("Chad should publish its contracts before the winter.")
    assert advice["form"] == "paraphrase"
    assert advice["speech_act"] == "REQUEST"
    assert advice["targets"] == {"chad": "request"}
    dossier = drafted("A title", "Chad should publish its contracts before the winter.").dossier
    assert advice["speaker"] == dossier["article"]["authors"]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "First, Kenya ought to open the archive.",
            ["Kenya ought to open the archive"],
        ),
        (
            "The lenders, for their part, should at last write off half of it.",
            ["The lenders, for their part, should at last write off half of it"],
        ),
        (
            "Chad, Togo and Kenya would do well to meet.",
            ["Chad, Togo and Kenya would do well to meet"],
        ),
        (
            "Mr. Oto should accept: he has no better friend.",
            ["Mr. Oto should accept"],
        ),
        (
            "Chad should sign the law, which was passed in June.",
            ["Chad should sign the law"],
        ),
        (
            "Chad should sign, and Togo ought to accede; the cape is to be left in peace.",
            ["Chad should sign", "Togo ought to accede"],
        ),
        (
            "The Union, which recognised neither of the two and has done little about it, ought to pay.",
            ["ought to pay"],
        ),
        ("The gate should not be closed by force.", ["The gate should not be closed by force"]),
    ],
)
def test_it_is_the_clause_with_its_subject(sentence: str, words: list[str]) -> None:
    assert advised(sentence) == words


@pytest.mark.parametrize(
    "sentence",
    [
        "Should Chad sign the law?",
        "If Chad should leave the pact, the price would fall.",
        "Ana Ruk said that Chad should publish its contracts.",
        "“Chad should publish its contracts,” said Ana Ruk.",
        "The report explains why Chad should publish its contracts.",
        "The first cargo should arrive in May.",
        "That should surprise nobody.",
        "The bill, it should be noted, has two parts.",
        "The dam, which should be finished by now, is full.",
        "I should like to add a word.",
    ],
)
def test_no_advice_is_what_is_expected_asked_supposed_or_said_by_others(sentence: str) -> None:
    assert advised(sentence) == []
