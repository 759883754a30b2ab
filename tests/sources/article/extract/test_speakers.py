"""Who speaks when no name stands beside the verb: by noun, pronoun, apposition, or going on."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sources.article.extract.drafting import items, names, quotes

LEADERS = "Ghanaian President Ana Ruk met Kenyan Foreign Minister Ben Oto of Kenya in Accra."


def told(*paragraphs: str) -> list[dict[str, Any]]:
    return items("statements", LEADERS, *paragraphs)


def speakers(*paragraphs: str) -> list[list[str]]:
    return [statement["speaker"] for statement in told(*paragraphs)]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "Nine miners died in the collapse, the rescue agency said on Monday.",
            "Nine miners died in the collapse, the rescue agency said on Monday",
        ),
        (
            "The bridge was closed for two days, officials told Reuters, after the river rose.",
            "The bridge was closed for two days, officials told Reuters",
        ),
        (
            "The ferry left the harbour at noon, according to the coast guard.",
            "The ferry left the harbour at noon, according to the coast guard",
        ),
        ("Farmers say the rain came too late.", "Farmers say the rain came too late"),
        ("Villagers in the valley reported that the well was dry.", None),
        ("A spokesman for the harbour authority denied that the crane had failed.", None),
        ("Its economy ministry confirmed that exports had fallen.", None),
    ],
)
def test_a_common_noun_speaks(sentence: str, words: str | None) -> None:
    (statement,) = told(sentence)
    assert quotes(statement) == [words or sentence.removesuffix(".")]


@pytest.mark.parametrize(
    ("sentences", "speaker"),
    [
        (("The Bank of Ghana met. The bank said that prices would fall.",), "bank-of-ghana"),
        (
            ("The finance ministry said that it is poor.", "The ministry added that it can wait."),
            "finance-ministry",
        ),
        (("Kenya closed the port. It declared that the dam is safe.",), "kenya"),
        (("Oto left early. He warned that the dam leaks.",), "ben-oto"),
        (("The foreign minister warned that the dam leaks.",), "ben-oto"),
    ],
)
def test_a_noun_or_pronoun_goes_back_to_whom_it_means(sentences: tuple[str, ...], speaker: str) -> None:
    assert speakers(*sentences)[-1] == [speaker]


def test_both_sides_are_the_two_states_named_last() -> None:
    assert speakers("Chad signed a treaty with Togo, and both sides said that it was fair.") == [
        ["chad", "togo"]
    ]


def test_they_are_never_one_person() -> None:
    assert told("Oto arrived. They promised to keep the road open.") == []


def test_a_noun_that_names_nobody_new_makes_no_second_actor() -> None:
    found = names(
        LEADERS, "The finance ministry said that it is poor.", "The ministry said that it can wait."
    )
    assert [name for name in found if "inistry" in name] == ["Finance ministry"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The envoy, Ben Oto, said that it works.",
        "Its envoy, Ben Oto of Kenya, said that it works.",
        "Oto, who had spent eleven years at the head of the dam authority of the north, said that it works.",
    ],
)
def test_what_is_added_to_a_subject_keeps_it_the_speaker(sentence: str) -> None:
    (statement,) = told(sentence)
    assert statement["speaker"] == ["ben-oto"]


def test_after_a_long_insertion_the_statement_begins_with_its_verb() -> None:
    (statement,) = told(
        "Oto, who once led the authority for dams and bridges, said that the turbine would be repaired by June."
    )
    assert quotes(statement) == ["said that the turbine would be repaired by June"]


def test_a_second_verb_has_the_subject_of_the_first() -> None:
    first, second = told("Oto welcomed the plan for the dam but warned that Chad would have to wait.")
    assert first["speaker"] == second["speaker"] == ["ben-oto"]
    assert (quotes(first), quotes(second)) == (
        ["Oto welcomed the plan for the dam"],
        ["warned that Chad would have to wait"],
    )


def test_what_a_speaker_does_besides_is_not_said() -> None:
    (statement,) = told("Oto accused Chad of breaking the treaty and closed the embassy in Accra.")
    assert quotes(statement) == ["Oto accused Chad of breaking the treaty"]


@pytest.mark.parametrize(
    ("paragraph", "speaker", "verbatim"),
    [
        (
            "“We are ready. We shall wait,” Oto said in a long speech.",
            "ben-oto",
            "We are ready. We shall wait",
        ),
        ("Oto put it simply: “The dam is empty now.”", "ben-oto", "The dam is empty now."),
        ("Oto was blunt. “There is no water left.”", "ben-oto", "There is no water left."),
        ("“There is no water left,” said the envoy, Ben Oto.", "ben-oto", "There is no water left"),
        ("Oto called the plan ‘a paper tiger’.", "ben-oto", "a paper tiger"),
    ],
)
def test_whose_a_quotation_is(paragraph: str, speaker: str, verbatim: str) -> None:
    (statement,) = told(paragraph)
    assert (statement["speaker"], statement["verbatim"]) == ([speaker], verbatim)


def test_a_paragraph_that_is_a_quotation_goes_on_from_the_one_before() -> None:
    _, second = told("Oto said that it works.", "“And it will work for many years.”")
    assert second["speaker"] == ["ben-oto"]


def test_a_quotation_in_two_pieces_is_one_statement() -> None:
    (statement,) = told("“The dam is empty,” Oto said, “and nobody has told us why.”")
    assert quotes(statement) == ["“The dam is empty,” Oto said, “and nobody has told us why.”"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry declined to budge.",
        "Chad reported to the council.",
        "The treaty calls the river by its old name.",
        "The flood claimed nine lives.",
        "On Monday officials opened the gates of the dam.",
    ],
)
def test_what_says_nothing_is_no_statement(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The plan was sharply criticised by Chad.", "chad"),
        ("In Oto’s view, the dam will hold.", "ben-oto"),
        ("According to Hydrowatch, the dam will hold.", "hydrowatch"),
        (
            "The dam will hold, two people familiar with the matter told Reuters.",
            "test.two-people-familiar-with-the-matter",
        ),
        ("Shopkeepers complained that the road was closed.", "test.shopkeepers"),
        ("Oto reminded the council that the dam is old.", "ben-oto"),
        ("The dam, Oto said, holds more water than the lake.", "ben-oto"),
        ("“The dam is old,” Oto shot back.", "ben-oto"),
        ("The dam is useless without rain, Oto believes.", "ben-oto"),
        ("As Oto observes, the dam is useless without rain.", "ben-oto"),
        ("The envoy Ben Oto of the Great Northern Dam Institute thinks both sides exaggerate.", "ben-oto"),
        ("Oto left. The dam, according to him, is useless.", "ben-oto"),
        ("Without rain, Oto maintains, the dam is useless.", "ben-oto"),
        ("Oto defended the plan against the farmers.", "ben-oto"),
        ("Oto confined himself to saying that the dam is old.", "ben-oto"),
        ("Oto was quoted as saying that the dam is old.", "ben-oto"),
    ],
)
def test_other_ways_to_tell_who_speaks(sentence: str, speaker: str) -> None:
    (statement,) = told(sentence)
    assert statement["speaker"] == [speaker]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "In Accra, a harbour official would not speak, but noted that the crane is old.",
            "test.harbour-official",
        ),
        ("Two engineers resigned, accusing Chad of negligence.", "test.two-engineers"),
        ("A Chad diplomat was blunter, describing the crane as “scrap”.", "test.chad-diplomat"),
        ("The palace issued a statement saying that the crane is old.", "palace"),
        ("Its partner, Kranobau, said that the crane is old.", "kranobau"),
        ("Harbour experts interviewed by the council called the crane “scrap”.", "test.harbour-experts"),
    ],
)
def test_a_noun_is_the_subject_of_more_than_the_verb_beside_it(sentence: str, speaker: str) -> None:
    (statement,) = told(sentence)
    assert statement["speaker"] == [speaker]


def test_a_noun_that_looks_like_a_verb_makes_no_speaker() -> None:
    found = names(LEADERS, "Near the Carpatic states, and with the Confederate States, no ship was seen.")
    assert not {"Carpatic", "Confederate"} & set(found)


def test_turns_of_a_talk_are_said_by_whom_they_name() -> None:
    turns = (
        "Ben Oto: The dam is old. We all know it.",
        "Ana Ruk: It will hold.",
        "Ana Ruk: Portrait of a president",
    )
    assert [(each["speaker"], each["verbatim"]) for each in told("A talk on the dam", *turns)] == [
        (["ben-oto"], "The dam is old."),
        (["ben-oto"], "We all know it."),
        (["ana-ruk"], "It will hold."),
    ]


def test_two_leaders_are_the_persons_named_last() -> None:
    assert speakers("Both Ruk and Oto arrived. The two leaders pledged to finish the dam.") == [
        ["ana-ruk", "ben-oto"]
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Oto waved, holding up a stone.",
        "Neither Ruk nor Oto commented on the dam.",
        "The dam was rebuilt by Chad.",
        "Ben Oto: Portrait of a minister",
        "Chad built a dam. It underscores how poor the region is.",
    ],
)
def test_what_is_told_of_nobody_has_no_speaker(sentence: str) -> None:
    assert told(sentence) == []


def test_somebody_known_is_not_made_anew_where_a_verb_of_speech_stands_near() -> None:
    found = items("actors", "A pact between Chad, and Togo, recently hinted at by Ben Oto, may be near.")
    assert {item["key"] for item in found if not item["key"].startswith("test.")} == {
        "chad",
        "togo",
        "ben-oto",
    }


@pytest.mark.parametrize(
    ("sentences", "speaker"),
    [
        (("“It is late,” said Ana Ruk, president of the Ghana Institute. “It rains,” the expert added.",), "ana-ruk"),
        (("Ruk, the president of Ghana, met Oto. It rained.", "The Ghanaian president said the dam leaks."), "ana-ruk"),
        (("The Ghanaian president said the dam leaks.", "Ana Ruk, the president of Ghana, met Oto."), "ana-ruk"),
        (("The radio quoted Ghanaian officials as saying that the dam leaks.",), "test.ghanaian-officials"),
        (("Ruk previously said that Oto would repair the dam.",), "ana-ruk"),
        (("The dam leaks, according to a Ghanaian diplomatic source.",), "test.ghanaian-diplomatic-source"),
    ],
)  # fmt: skip
def test_who_speaks_is_whom_a_title_or_trade_or_citation_means(
    sentences: tuple[str, ...], speaker: str
) -> None:
    assert speakers(*sentences)[-1] == [speaker]


def test_a_source_goes_on_speaking_beside_other_names() -> None:
    first = "A Ghanaian source said the dam leaks."
    assert speakers(first, "Ana Ruk met Ben Oto, the source said.")[-1] == ["test.ghanaian-source"]


def test_what_was_previously_said_by_nobody_is_no_statement() -> None:
    assert told("The previously announced dam leaks.") == []


@pytest.mark.parametrize(
    ("sentence", "speaker", "words"),
    [
        ("The accord could be signed soon, one of them said.", "test.one-of-them", None),
        ("Two of the sources said the accord was dead.", "test.two-of-the-sources", None),
        (
            "38 percent of the respondents stated that they were poor.",
            "test.38-percent-of-the-respondents",
            None,
        ),
        ("Donald Trump’s envoys spoke of a fence.", "test.donald-trumps-envoys", None),
        ("Eleven were hurt, hospital staff said.", "test.hospital-staff", None),
        ("One man was hurt, the hospital in Togo said.", "hospital-in-togo", None),
        ("Its owners, Fing and Elerin, said the cable was cut.", "test.owners", None),
        ("Chad nonetheless insists that the date stands.", "chad", None),
        ("Chad has twice offered to remove the fence.", "chad", None),
        (
            "The Center for New Security says the fence is gone.",
            "center-for-new-security",
            "Center for New Security says the fence is gone",
        ),
        ("Kenya observed drily that “the fence is a suggestion.”", "kenya", None),
    ],
)
def test_adverbs_and_parts_of_a_group_do_not_hide_who_speaks(
    sentence: str, speaker: str, words: str | None
) -> None:
    (statement,) = told(sentence)
    assert statement["speaker"] == [speaker]
    assert quotes(statement) == [words or sentence.removesuffix(".")]


def test_people_joined_by_and_speak_together() -> None:
    (statement,) = told("Guns could be heard, four residents and a priest said.")
    assert statement["speaker"] == ["test.four-residents", "test.priest"]


@pytest.mark.parametrize(
    ("sentence", "speaker", "words"),
    [
        ("Lawmakers were told by the army that the fence was cut.", "army", None),
        (
            "The postponement of the rules for machines of every kind was described by a Ghanaian official as “a pause”.",
            "test.ghanaian-official",
            "was described by a Ghanaian official as “a pause”",
        ),
        ("The fence was not ruled out by Chad.", "chad", None),
    ],
)
def test_in_the_passive_who_speaks_follows_by(sentence: str, speaker: str, words: str | None) -> None:
    (statement,) = told(sentence)
    assert statement["speaker"] == [speaker]
    assert quotes(statement) == [words or sentence.removesuffix(".")]


@pytest.mark.parametrize(
    "besides",
    [
        "Chad called on Togo to sign the law, which provides for an election by the end of the year.",
        "Chad warned that the fence “is only closed”, and few in the town believe that it will be opened again.",
    ],
)
def test_what_the_article_tells_besides_is_not_said(besides: str) -> None:
    (statement,) = told(besides)
    assert quotes(statement)[0] == besides[: besides.index(", ")]


@pytest.mark.parametrize("adverb", ["again", "today", "had even", "afterwards", "reportedly"])
@pytest.mark.parametrize("subject", ["She", "The Bank of Ghana", "The bank, which she leads,", "Officials"])
def test_one_list_of_words_stands_between_any_subject_and_its_verb(subject: str, adverb: str) -> None:
    (statement,) = told(f"{subject} {adverb} warned that prices would fall.")
    assert quotes(statement)[0].endswith("warned that prices would fall")


def test_what_was_once_done_to_it_is_nobodys_speech() -> None:
    assert not told("Ruk put off that scheme, once announced for 2027, into the next decade.")
