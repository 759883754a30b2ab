"""Joint communiqués told in the third person: each sentence is of those whom the title names."""

from __future__ import annotations

from tests.sources.article.extract.drafting import Item, items, quotes

TITLE = "Joint Communiqué of the Foreign Ministers of Chad, Togo and Kenya"
OPENING = (
    "Lomé, 5 June 2026",
    "1. Foreign Minister Ana Ruk, Foreign Minister Luis Rojas and Foreign Minister Oto Marei met today in Lomé.",
)
BODY = (
    "2. On trade, the three Ministers welcomed the second ferry. They deplored the levy. A quay is not a border.",
    "3. The Ministers undertook to open the archive; they discussed nothing else.",
    "4. Ministers agreed on a common tariff. Chad and Togo consider that the tunnel must be closed.",
    "5. Looking ahead, the Ministers thanked Kenya for the ferry.",
)


def said(*paragraphs: str) -> list[Item]:
    return items("statements", *paragraphs)


def test_each_sentence_is_a_statement_of_who_hold_the_post() -> None:
    found = [each for each in said(TITLE, *OPENING, *BODY) if "reported_by" not in each]
    assert {tuple(each["speaker"]) for each in found} == {("ana-ruk", "luis-rojas", "oto-marei")}
    assert [(quotes(each)[0], each.get("speech_act")) for each in found][1:] == [
        ("On trade, the three Ministers welcomed the second ferry", "SUPPORT"),
        ("They deplored the levy", "ACCUSE"),
        ("A quay is not a border", None),
        ("The Ministers undertook to open the archive; they discussed nothing else", "AGREE"),
        ("Ministers agreed on a common tariff", "AGREE"),
        ("Looking ahead, the Ministers thanked Kenya for the ferry", None),
    ]


def test_what_tells_of_their_words_is_no_quotation_and_what_they_hold_is() -> None:
    forms = {quotes(each)[0]: each["form"] for each in said(TITLE, *OPENING, *BODY)}
    assert (forms["They deplored the levy"], forms["A quay is not a border"]) == ("paraphrase", "verbatim")


def test_what_some_of_the_parties_say_is_relayed_by_all() -> None:
    (relayed,) = [each for each in said(TITLE, *OPENING, *BODY) if "reported_by" in each]
    assert (relayed["speaker"], quotes(relayed)[0]) == (
        ["chad", "togo"],
        "Chad and Togo consider that the tunnel must be closed",
    )
    assert relayed["reported_by"] == ["ana-ruk", "luis-rojas", "oto-marei"]


def test_without_their_holders_the_states_speak_and_numbers_are_not_needed() -> None:
    plain = [paragraph[3:] for paragraph in BODY]
    found = said("Joint statement by the governments of Chad and Togo", *plain)
    assert ["chad", "togo"] in [
        each["speaker"] for each in found if quotes(each) == ["A quay is not a border"]
    ]


def is_communique(*paragraphs: str) -> bool:
    return any(each["draft"]["rule"] == "speech.communique" for each in said(*paragraphs))


def test_a_report_of_a_meeting_is_no_communique() -> None:
    plain = [paragraph[3:] for paragraph in BODY]
    assert not is_communique("Ministers of Chad and Togo meet", *plain)
    assert not is_communique("Joint communiqué of Chad and Togo", *plain[:2], "The road was closed.")
    others = [f"Ferry {no} was late, and the crew of it blamed the tide." for no in range(12)]
    assert not is_communique("Chad and Togo issue a joint communiqué", *plain, *others)


def test_what_a_communique_judges_is_a_judgment_of_its_parties() -> None:
    found = items(
        "assessments", TITLE, *OPENING, *BODY, "6. The levy remains the most significant threat to trade."
    )
    assert [each["author"] for each in found if "threat" in quotes(each)[0]] == ["ana-ruk"]
