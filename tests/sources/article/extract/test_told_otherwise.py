"""Statements of institutions, by nouns, passives, verbs with helpers, and of quotations in pieces; and their near-misses."""

from __future__ import annotations

from typing import Any

import pytest

from geodb.sources.article.unfounded import stands_in
from tests.sources.article.extract.drafting import items, quotes

LEADERS = "Ghanaian President Ana Ruk met Kenyan Foreign Minister Ben Oto in Accra."


def told(*paragraphs: str) -> list[dict[str, Any]]:
    return items("statements", LEADERS, *(each for one in paragraphs for each in ("", one)))


def whose(*paragraphs: str) -> list[tuple[str, str]]:
    return [(statement["speaker"][0], quotes(statement)[0]) for statement in told(*paragraphs)]


@pytest.mark.parametrize(
    ("sentence", "speaker", "words"),
    [
        ("Chad is calling for a pause in the raids.", "chad", None),
        ("Oto has been urging both armies to stop.", "ben-oto", None),
        ("Ruk was quick to deny the report.", "ana-ruk", None),
        ("Ruk never tires of announcing that the dam will open.", "ana-ruk", None),
        ("Chad confined itself to denouncing the raid.", "chad", None),
        ("Oto has long accused Togo of smuggling.", "ben-oto", None),
        ("Oto did not rule out that the port would close.", "ben-oto", None),
        ("Chad declined to say whether its troops had fired.", "chad", None),
        ("Chad gave Togo ten days to withdraw its boats.", "chad", None),
        ("Chad holds Togo responsible for the raid.", "chad", None),
        ("Togo underscored the importance of free passage.", "togo", None),
        ("The court ruled that the levy was void.", "court", None),
        ("A report by the World Bank that prices would double alarmed Togo.", "world-bank", "report by the World Bank that prices would double"),
        ("A call by Benin for new talks went unanswered.", "benin", "call by Benin for new talks"),
        ("Amid warnings from Benin that stocks would run out, donors met.", "benin", "warnings from Benin that stocks would run out"),
        ("Benin’s warning to its neighbours at the summit that any raid would mean war was heard.", "benin",
         "Benin’s warning to its neighbours at the summit that any raid would mean war"),
        ("Oto spoke. His pledge to rebuild the quay convinced nobody.", "ben-oto", "His pledge to rebuild the quay"),
        ("The plan was described by Oto as “a gift to smugglers”.", "ben-oto", None),
        ("Oto was accused of theft by Togo.", "togo", None),
        ("What Oto calls “a small delay” has lasted a year.", "ben-oto", "Oto calls “a small delay”"),
        ("The daily Graphic quoted Oto as saying that the war must end.", "ben-oto", "Oto as saying that the war must end"),
        ("Benin, for which the quay is vital, issued a communiqué that urges both armies to stop.", "benin", "urges both armies to stop"),
        ("Benin “condemns in the strongest terms” the raid on the quay.", "benin", None),
        ("Togo will vote against it, its envoy Ben Oto wrote on X.", "ben-oto", None),
        ("Their tariffs, according to a study by the World Bank, have doubled.", "world-bank", None),
        ("The Togolese statement spoke of “traditional friendship”.", "togo", None),
        ("A letter by Togo seen by Reuters says that the rules are clear.", "togo", None),
        ("“When boats sink, the nets sink too,” a former minister of Togo liked to say.", "", "“When boats sink, the nets sink too,”"),
        ("“A gift to Chad” is how Oto sums it up.", "ben-oto", "“A gift to Chad”"),
        ("Togo claims to have taken the quay.", "togo", None),
        ("The Togolese side stressed the role of the quay.", "togo", None),
        ("Togo, where most of the boats lie, demands guarantees.", "togo", None),
        ("Oto also told the court that the quay was empty.", "ben-oto", None),
        ("The quay stays shut, although geologists caution that the sand moves.", None, "geologists caution that the sand moves"),
        ("Chad expects trade to double by 2035.", "chad", None),
        ("Aid groups, who said the road was mined, turned back.", None, "said the road was mined"),
    ],
)  # fmt: skip
def test_what_somebody_says_in_other_words(sentence: str, speaker: str | None, words: str | None) -> None:
    (found,) = whose(sentence)
    assert found == (speaker or found[0], words or sentence.removesuffix("."))


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad declared a state of emergency.",
        "Togo declared its independence.",
        "Oto gave his son a car.",
        "Chad refused to budge.",
        "Does Chad insist that the pact holds?",
        "The pact fails if Chad insists that it holds.",
        "The raid underscored the need for patrols.",
        "Benin went on to win the cup.",
        "The boats were described by sailors.",
        "Its demand for copper has doubled.",
        "Oto is building a report by hand.",
        "Indonesia and Qatar agreed on a fund for housing.",
        "The war continued.",
        "The quay was long and Ruk sighed.",
    ],
)
def test_what_only_looks_like_it_says_nothing(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Oto called the levy “a robbery” and had the port closed.", "Oto called the levy “a robbery”"),
        ("Oto rejects the levy, and the share of buyers who pay it has fallen.", "Oto rejects the levy"),
        ("Oto urged restraint and offered to host talks.", "Oto urged restraint"),
        ("Trade between them, Oto said, came to two billion dollars in May.", None),
        ("Prices, Oto wrote in 2023, must never rise again.", None),
        ("Oto condemned the raid, closed the border and left.", "Oto condemned the raid"),
    ],
)
def test_a_statement_ends_where_something_else_is_done(sentence: str, words: str | None) -> None:
    assert quotes(told(sentence)[0]) == [words or sentence.removesuffix(".")]


def test_verbs_of_a_list_have_the_subject_of_the_first() -> None:
    found = whose("Chad condemned the raid, welcomed the truce and called on Togo to return.")
    assert found == [
        ("chad", "Chad condemned the raid"),
        ("chad", "welcomed the truce"),
        ("chad", "called on Togo to return"),
    ]


def test_items_of_a_list_are_said_by_the_subject_before_it() -> None:
    items_of_list = ("- expressed concern over the raids;", "- endorsed the plan for the quay.")
    found = whose("The Security Council also:", *items_of_list, "Nothing was agreed on fish.")
    assert [who.endswith("security-council") for who, _ in found] == [True, True]
    assert whose("The quay was long:", *items_of_list) == []


def test_items_of_a_resolution_begin_with_their_verbs() -> None:
    found = whose("The Security Council,", "1. Condemns all raids;", "2. Demands that all boats leave.")
    assert [words for _, words in found] == ["Condemns all raids", "Demands that all boats leave"]


def test_we_are_those_who_are_named_before() -> None:
    opening = "We, the leaders of Chad, Togo and Benin, met in Accra."
    (statement,) = told(opening, "We reaffirm our commitment to free passage.")
    assert set(statement["speaker"]) == {f"test.{of}-leaders" for of in ("chadian", "togolese", "beninese")}
    assert told("We reaffirm our commitment to free passage.") == []


@pytest.mark.parametrize(
    ("there", "who"),
    [
        ("Presidents Ana Ruk of Chad and Kofi Adu of Togo met in Accra.", ["ana-ruk", "kofi-adu"]),
        ("President Ana Ruk of Chad came to Accra.", ["chad", "togo"]),
    ],
)
def test_we_the_presidents_are_those_who_hold_the_post(there: str, who: list[str]) -> None:
    (statement,) = told(
        there, "We, the Presidents of Chad and Togo, met today.", "We decided to open a port."
    )
    assert statement["speaker"] == who


def test_all_is_theirs_that_a_joint_statement_says_in_the_first_person_or_numbers() -> None:
    found = told(
        "1. We, the leaders of Chad, Togo and Benin, met in Accra. We decided to open a second port.",
        "2. Togo will lend four boats. Today our ministers signed the pact.",
        "The following talk has been edited.",
        "RUK: We are ready for it.",
        "MODERATOR: We have no more time.",
    )
    assert [(quotes(each)[0], each["form"], len(each["speaker"])) for each in found] == [
        ("We decided to open a second port.", "verbatim", 3),
        ("Togo will lend four boats.", "verbatim", 3),
        ("Today our ministers signed the pact.", "verbatim", 3),
        ("RUK: We are ready for it.", "verbatim", 1),
    ]


def test_it_and_they_go_back_to_the_noun_of_the_sentence_before() -> None:
    found = told("Farmers disagree with Togo. They argue that rice feeds more.")
    assert quotes(found[0]) == ["They argue that rice feeds more"]
    agency = told("Togo wavers. The grain agency is wary: it warned that rice may run out.")
    assert "agency" in agency[0]["speaker"][0]


@pytest.mark.parametrize(
    ("paragraph", "verbatim"),
    [
        ("“We hoped for more”, Oto said, “but half is better than none.”", "We hoped for more, but half is better than none."),
        ("“What else,” Oto asked, “do they need?”", "What else, do they need?"),
    ],
)  # fmt: skip
def test_a_quotation_in_pieces_is_one_text(paragraph: str, verbatim: str) -> None:
    (statement,) = told(paragraph)
    assert (statement["verbatim"], statement["content"]) == (verbatim, verbatim)


def test_two_sentences_in_quotation_marks_stay_two() -> None:
    found = told("“We hoped for more,” Oto said. “We got half of it.”")
    assert [statement["verbatim"] for statement in found] == ["We hoped for more", "We got half of it."]


def test_pieces_of_a_quotation_stand_in_their_order() -> None:
    assert stands_in("one, two", "“one,” he said, “two”")
    assert stands_in("one, two", "he said one, two, three")
    assert not stands_in("two, one", "“one,” he said, “two”")
    assert not stands_in("one, three", "“one,” he said, “two”")


@pytest.mark.parametrize(
    "paragraph",
    [
        "“The yen is far too weak.” That is how Oto summed up the day.",
        "Oto’s answer was brief: “We are not for sale.”",
        "“Nothing about Togo without Togo,” Oto repeats several times.",
        "“It is cheaper in Togo,” Oto chimed in.",
        "Asked about the quay, Oto shrugs. “It stays closed as long as they want.”",
        "“It is cheaper in Togo,” said baker Ben Oto.",
    ],
)
def test_whose_a_quotation_is_without_a_plain_verb(paragraph: str) -> None:
    (statement,) = told(paragraph)
    assert statement["speaker"] == ["ben-oto"]
    assert statement["verbatim"]


def test_an_answer_in_quotation_marks_is_given_by_whom_the_talk_is_with() -> None:
    (statement,) = told(
        "Ben Oto received us at home.", "Is Kenya safer now?", "“It is. We have allies in the north.”"
    )
    assert statement["speaker"] == ["ben-oto"]


def test_a_family_name_that_comes_first_is_a_short_name() -> None:
    statement = told("Premier Li Qiang came to Togo. Li, for his part, pledged that he would stay.")[0]
    assert statement["speaker"] == ["li-qiang"]


def test_who_spoke_last_may_be_called_by_the_office() -> None:
    found = told("Ben Ruto said that the quay was safe. “It must open,” the Kenyan president wrote.")
    assert [statement["speaker"] for statement in found] == [["ben-ruto"], ["ben-ruto"]]
    other = told("Ben Ruto said that the quay was safe. “It must open,” the spokesman wrote.")
    assert other[1]["speaker"] != ["ben-ruto"]


def test_she_is_the_person_of_whom_the_sentence_before_tells() -> None:
    (statement,) = told("Oto’s wife wept. “They stole our spring,” she said.")
    assert "wife" in statement["speaker"][0]


def test_its_paper_is_that_of_the_body_of_the_sentence_before() -> None:
    (statement,) = told("None of this worried Chad. Its white paper says that the quay is safe.")
    assert statement["speaker"] == ["chad"]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("After Oto told parliament in May that the dam was safe, engineers resigned.", "Oto told parliament in May that the dam was safe"),
        ("Two years after Oto said that rain would come, the fields are dry.", "Oto said that rain would come"),
        ("The bank lent money, but nobody has repaid any of it, Oto found.", "nobody has repaid any of it, Oto found"),
        ("Oto hinted that the dam was old, and on May 3 the army closed the road.", "Oto hinted that the dam was old"),
        ("Kenya has at the same time assured Ghana that it will not close the port.", None),
        ("If the rains fail, the World Food Programme (WFP) says, Kenya will need maize.", None),
        ("The ruling, complained Kenya’s justice minister, was a farce.", None),
        ("Ben Oto, who likes to describe debt as “the new chain,” flew home.", "Ben Oto, who likes to describe debt as “the new chain,”"),
        ("The engineers are gloomy: the dam, they reckon, will not hold.", "the dam, they reckon, will not hold"),
        ("When the dam broke last spring at the end of a long night, Oto spoke of “sabotage”.", "Oto spoke of “sabotage”"),
        ("Traders reached by telephone complained of roadblocks.", None),
        ("The defence minister put the toll at nine.", None),
        ("Unless the roads are opened, the ministry warns, famine will reach 20 more places by May.", None),
        ("Kenya, Oto added, keeps 6,000 soldiers there, a number close to that of last year.", "Kenya, Oto added, keeps 6,000 soldiers there"),
        ("Two managers were arrested at the mine, the mining company confirmed Sunday.", None),
        ("Despite terms that Oto called “a bad joke,” both sides met for two hours.", "Oto called “a bad joke,”"),
        ("Farmers issued a joint call for the donors to pay more.", None),
        ("Prices have doubled, Oto told the Council in May, and Kenya is poor.", "Prices have doubled, Oto told the Council in May"),
        ("Oto, who counts otherwise, puts the toll at 40.", None),
        ("The United Nations counted more than 5,900 people killed.", "United Nations counted more than 5,900 people killed"),
        ("Farmers ended the march with a demand that the donors pay more.", "a demand that the donors pay more"),
        ("“We have had enough,” Ben Oto, who holds the rotating chair of the bank, told reporters at noon.", "“We have had enough,”"),
    ],
)  # fmt: skip
def test_where_the_words_of_a_statement_begin_and_end(sentence: str, words: str | None) -> None:
    (statement,) = told(sentence)
    assert quotes(statement) == [words or sentence.removesuffix(".")]


@pytest.mark.parametrize(
    "sentence",
    ["Oto dismissed 900 workers.", "Oto welcomed his colleague to Accra.", "Kenya tells it differently.",
        "Provided that Kenya concedes elected councils, peace could come.", "Kenya dismissed its army chief.", "The field covers half of Kenyan demand by 2030."],
)  # fmt: skip
def test_who_is_dismissed_or_demanded_is_not_spoken_of(sentence: str) -> None:
    assert told(sentence) == []


def test_who_works_somewhere_speaks_and_not_where_he_works() -> None:
    sentence = "Maria Keller of the Institute for World Economics in Kiel reckons that prices will fall."
    assert whose(sentence)[0][0] == "maria-keller"


def test_he_is_a_name_behind_a_title() -> None:
    assert whose("Vice Premier He Lifeng said that talks would go on.")[0][0] == "he-lifeng"


def test_who_parts_with_a_demand_goes_on_speaking() -> None:
    text = "Village heads of council closed the summit with a demand that donors pay, warning that the wells are dry."
    demand, warning = told(text)
    assert demand["speaker"] == warning["speaker"]


def test_whoever_rejects_something_is_named_behind_the_adjective_of_the_state() -> None:
    assert whose("The plan was rejected by Kenyan Foreign Minister Ben Oto.")[0][0] == "ben-oto"


def test_who_is_set_in_at_the_end_speaks_and_not_whoever_was_named_before() -> None:
    text = "With aid from the bank of Ghanaian President Ana Ruk, the mills might be less likely to close, argues Oto."
    assert whose(text) == [("ben-oto", text.removesuffix("."))]


def test_who_is_warned_does_not_go_on_speaking() -> None:
    text = "Recently, the Turkish Minister of Foreign Affairs issued a stern warning to Kenya, emphasizing that peace is dear."
    assert {speaker for speaker, _ in whose(text)} == {"test.turkish-minister-of-foreign-affairs"}
