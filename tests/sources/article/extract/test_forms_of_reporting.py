"""Forms in which newspapers report: polls and papers, titles behind bodies, quotations of several sentences, asides."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sources.article.extract.drafting import items, quotes

LEADERS = "Ghanaian President Ana Ruk met Kenyan Foreign Minister Ben Oto in Accra."


def statements(*sentences: str) -> list[dict[str, Any]]:
    return items("statements", LEADERS, *sentences)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "A poll published by the World Bank on Sunday found that 62% of Kenyans oppose the dam.",
            "world-bank",
        ),
        ("Some 58% of Kenyans oppose the dam, a survey by the World Bank shows.", "world-bank"),
        ("Customs data released by China showed that exports fell.", "china"),
        ("A report by the World Bank showed exports fell by 3%.", "world-bank"),
    ],
)
def test_who_made_a_poll_or_a_paper_says_what_it_shows(sentence: str, speaker: str) -> None:
    (statement,) = statements(sentence)
    assert statement["speaker"] == [speaker]


def test_a_poll_of_nobody_knows_whom_is_not_of_those_it_asked_nor_of_who_spoke_last() -> None:
    spoken = statements("Oto said that it works. A poll of Kenyans showed 58% were against it.")
    assert [statement["speaker"] for statement in spoken] == [["ben-oto"]]


def test_a_quotation_of_several_sentences_is_of_who_is_named_after_it() -> None:
    (statement,) = statements("“Do we want a deal? Yes. At any price? No,” Oto said as he left.")
    assert statement["verbatim"] == "Do we want a deal? Yes. At any price? No"
    assert quotes(statement)[0].startswith("“Do we want a deal?")


def test_a_quotation_goes_on_after_the_trade_of_who_speaks() -> None:
    (statement,) = statements(
        "“If it fails,” warns Ana Ruk, who runs a clinic in Accra, “we will all leave.”"
    )
    assert statement["verbatim"] == "If it fails, we will all leave."


def test_a_person_speaks_rather_than_the_body_before_his_title() -> None:
    (statement,) = statements("“I am concerned about this,” said World Bank President Cora Lind.")
    assert statement["speaker"] == ["cora-lind"]


def test_whoever_stands_before_the_subject_s_owner_keeps_the_quotation() -> None:
    (statement,) = statements(
        "Ghana “will follow suit to the end,” the country's foreign ministry said in a statement."
    )
    assert quotes(statement)[0].startswith("Ghana “will")


def test_what_somebody_called_something_in_passing_leaves_the_speaker() -> None:
    _, second = statements("Ruk condemned what Kenya called “a coup” and demanded the release of the king.")
    assert second["speaker"] == ["ana-ruk"]


def test_a_participle_goes_on_with_the_noun_that_opens_the_sentence() -> None:
    (statement,) = statements("The military removed Oto from office on Monday, blaming him for the violence.")
    assert statement["speaker"] != ["ben-oto"]


def test_that_may_be_followed_by_an_aside() -> None:
    (statement,) = statements("Oto argued that, while the furor has faded, the sanctions remain in force.")
    assert quotes(statement)[0].endswith("remain in force")


def test_an_american_abbreviation_is_part_of_who_speaks() -> None:
    (statement,) = statements("The U.S. diplomat said in an interview that it works.")
    assert quotes(statement)[0].startswith("The U.S. diplomat")


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The deal is dead in all but name, in Kenya’s view.", "kenya"),
        ("Some 6,000 jobs have gone, by the World Bank’s count.", "world-bank"),
        ("By Oto’s own admission, the dam leaks.", "ben-oto"),
        ("The deal is dead, in the judgment of Ben Oto.", "ben-oto"),
    ],
)
def test_a_view_may_be_told_at_the_end_of_a_sentence(sentence: str, speaker: str) -> None:
    (statement,) = statements(sentence)
    assert statement["speaker"] == [speaker]


@pytest.mark.parametrize("relay", ["according to the state news agency INA", "Reuters reported"])
def test_a_news_agency_relays_what_somebody_said(relay: str) -> None:
    (statement,) = statements(f"Oto said exports would resume within days, {relay}.")
    assert statement["speaker"] == ["ben-oto"]
    assert len(statement["reported_by"]) == 1


def test_a_news_agency_may_quote_somebody_after_his_words() -> None:
    (statement,) = statements("The yard has launched two ships, Reuters quoted Ben Oto as saying on Monday.")
    assert statement["speaker"] == ["ben-oto"]
    assert quotes(statement)[0].startswith("The yard has launched")


@pytest.mark.parametrize(
    "sentence",
    [
        "Those who wanted another war, he went on, would have to find another country.",
        "Whoever believes that this can be talked away, he told parliament, has understood nothing.",
        "Talks could resume, he suggested, once Kenya had guarantees that it would be safe.",
        "Debt, he says, is a leash, and those who hold it should not lecture others.",
    ],
)
def test_words_go_on_after_it_was_told_in_their_midst_who_says_them(sentence: str) -> None:
    _, second = statements("Ben Oto said that it works. " + sentence)
    assert (second["speaker"], quotes(second)[0]) == (["ben-oto"], sentence.removesuffix("."))


def test_a_pronoun_and_a_name_speak_together() -> None:
    _, second = statements(
        "Oto said that it works. He and Chadian Foreign Minister Cora Lind complained of delays."
    )
    assert second["speaker"] == ["ben-oto", "cora-lind"]


def test_its_ambassador_is_not_the_ambassador_named_before() -> None:
    _, second = statements(
        "“You cannot veto this at all,” said the U.S. ambassador, Cora Lind. Chad was unfazed. Its ambassador thanked Ghana."
    )
    assert second["speaker"] != ["cora-lind"]


def test_a_last_name_that_opens_a_paragraph_and_speaks_is_a_person() -> None:
    first, second = items("statements", "Antonov noted that it works. He argued that it will last.")
    assert first["speaker"] == second["speaker"] == ["antonov"]


@pytest.mark.parametrize("words", ["Critics said", "Parliament said", "Nobody said", "Farmers warned"])
def test_a_common_noun_that_opens_a_paragraph_is_no_person(words: str) -> None:
    assert all(actor["kind"] != "person" for actor in items("actors", f"{words} that it leaks.")[:-1])


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("Ruk said that the raid was lawful, a claim that Kenya denied.", [["ana-ruk"], ["kenya"]]),
        ("Ruk accused Kenya of arming rebels, charges that Kenya rejects.", [["ana-ruk"], ["kenya"]]),
        ("That was always an illusion, argues Cora Lind of the harbour board.", [["cora-lind"]]),
        ("There will be “no deals over drawbridges”, as Oto put it.", [["ben-oto"]]),
        ("What has been lost, Oto says, is not money but nerve.", [["ben-oto"]]),
        ("“Ask me again in a year,” is all that Oto would say.", [["ben-oto"]]),
        ("A person who was there says that it lasted four hours.", [["test.person"]]),
    ],
)
def test_who_speaks_in_magazines(sentence: str, speakers: list[list[str]]) -> None:
    assert [statement["speaker"] for statement in statements(sentence)] == speakers


@pytest.mark.parametrize(
    "sentence",
    [
        "The government that Ghana proclaimed in Kumasi fell in May.",
        "The tariffs Ghana announced in April hit wine.",
        "The plan that Kenya proposed last year is dead.",
    ],
)
def test_what_somebody_proclaimed_before_is_not_said_now(sentence: str) -> None:
    assert statements(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Kenya’s official position, repeated at every summit, is that sanctions are illegal.", "kenya"),
        ("Kenya’s message to Chad was simple: keep your promises, and we will keep ours.", "kenya"),
        ("Ben Oto’s reply came in a single word: “No, never.”", "ben-oto"),
        ("Oto left. His answer was blunt: there would be no talks.", "ben-oto"),
        ("Oto did not rule out the use of force.", "ben-oto"),
        ("The court ruled 9-4 that Kenya may leave.", "court"),
        (
            "Some 60% of Kenyans want to leave, a World Bank survey released on Monday found; few are opposed.",
            "world-bank",
        ),
        ("Oto pleaded not guilty to treason.", "ben-oto"),
        ("Kenya has floated a tariff of 500 percent.", "kenya"),
    ],
)
def test_what_a_line_or_an_answer_is(sentence: str, speaker: str) -> None:
    assert [statement["speaker"] for statement in statements(sentence)] == [[speaker]]


def test_who_speaks_beside_others_after_with() -> None:
    first, second = statements("Oto said that it works, with Ruk warning that it may not last.")
    assert (first["speaker"], second["speaker"]) == (["ben-oto"], ["ana-ruk"])


@pytest.mark.parametrize(
    "sentence", ["Kenya’s view of the lake is that of a beach.", "Kenya floated the pound."]
)
def test_what_is_no_line_of_somebody(sentence: str) -> None:
    assert statements(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "Kenya is pushing for a truce this summer, Cora Lind, Chad's envoy, said earlier this month.",
            "cora-lind",
        ),
        ("The dam is safe, Cora Lind, a government spokesperson said.", "cora-lind"),
        ("The vote, Ben Oto said, would require strong observers.", "ben-oto"),
        ("The do-over, Ben Oto said, would require strong observers.", "ben-oto"),
        ("Oto, who is to speak about Chad on Sunday, said the council was late.", "ben-oto"),
    ],
)
def test_the_words_of_agencies_have_one_speaker(sentence: str, speaker: str) -> None:
    (statement,) = statements(sentence)
    assert statement["speaker"] == [speaker]
    assert quotes(statement)[0].endswith(sentence[-10:-1])


def test_both_are_the_two_who_spoke_last() -> None:
    _, second = statements("Oto and Ruk said that it works. Both urged supporters to remain calm.")
    assert second["speaker"] == ["ben-oto", "ana-ruk"]


def test_latin_america_is_not_america() -> None:
    (statement,) = statements("Latin American leaders have rejected the results.")
    assert "american-leaders" not in statement["speaker"][0].replace("latin-american", "")


def test_what_was_agreed_is_said_by_those_who_spoke_before() -> None:
    _, second = statements(
        "The sides expressed hope. It was agreed that the next meeting will take place in Accra."
    )
    assert quotes(second)[0].startswith("It was agreed that")


def test_an_answer_is_of_who_answered_before_the_question() -> None:
    told = statements(
        "Why?", "“Because you cannot insure it,” Oto says.", "And the traffic?", "“It is small.”", "It has doubled.",
        "“From very little to little.”",
    )  # fmt: skip
    assert {tuple(statement["speaker"]) for statement in told} == {("ben-oto",)}
    assert len(told) == 3


@pytest.mark.parametrize(
    "sentence",
    [
        "Oto did not threaten Kenya.",
        "Oto has not repeated it.",
        "Oto would not comment.",
        "Oto didn’t say why.",
    ],
)
def test_what_was_not_said_is_no_statement(sentence: str) -> None:
    assert statements(sentence) == []


def test_what_somebody_does_not_believe_is_a_statement() -> None:
    _, second = statements("Oto said that it works. He does not believe that it will last.")
    assert second["speaker"] == ["ben-oto"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Kenya 13 March warned of famine in the north.", "kenya"),
        ("Ghana next day dismissed the plan as a sham.", "ghana"),
        ("The FDLR 11 March claimed capture of two posts.", "fdlr"),
        (
            "Cora Lind, the envoy, in a report to the Human Rights Council documented 1,100 strikes.",
            "cora-lind",
        ),
    ],
)
def test_a_day_or_an_occasion_may_stand_before_the_verb(sentence: str, speaker: str) -> None:
    (statement,) = statements(sentence)
    assert speaker in statement["speaker"][0]


def test_one_name_in_s_with_something_added_opens_a_paragraph() -> None:
    (statement,) = items("statements", "Guterres, visiting the camps, called the cuts “a crime”.")
    assert statement["speaker"] == ["guterres"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Oto was frying bananas. “I thought it was thunder,” the 29-year-old recalled.", "ben-oto"),
        ("Kenya’s envoy, Cora Lind, in turn accused Chad of theft.", "cora-lind"),
        ("Kenya’s version is that soldiers opened fire.", "kenya"),
        (
            "For Cora Lind, a lecturer in Lagos, the clash was no accident. “The army has won,” she said.",
            "cora-lind",
        ),
        ("Hun Sen, the former prime minister, boasted that he had directed it.", "hun-sen"),
    ],
)
def test_who_speaks_in_reports_from_the_field(sentence: str, speaker: str) -> None:
    assert statements(sentence)[-1]["speaker"] == [speaker]


def test_a_day_after_a_family_name_is_no_part_of_it() -> None:
    assert [
        one["speaker"] for one in statements("Premier Li Qiang met Xi Monday. Li said that it works.")
    ] == [["li-qiang"]]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("A World Bank appraisal of 2024 put the cost at $1.7 billion.", "world-bank"),
        ("The World Bank, by contrast, assumes $2.1 billion.", "world-bank"),
        ("Kenya took note of the pledge.", "kenya"),
        (
            "Officials interviewed for this brief in Accra and Kumasi in March conceded that it leaks.",
            "test.officials",
        ),
    ],
)
def test_who_speaks_in_policy_briefs(sentence: str, speaker: str) -> None:
    assert [statement["speaker"] for statement in statements(sentence)] == [[speaker]]


def test_a_medium_that_nobody_knows_relays_what_it_reported() -> None:
    (statement,) = statements("Oto said a deal with Chad would help the mines, the FTX reported.")
    assert statement["speaker"] == ["ben-oto"]


def test_a_relative_clause_is_not_what_a_medium_relays() -> None:
    (statement,) = statements(
        "Ores, which Kenya has long accused Chad of selling, could be exported legally, Reuters reported last week."
    )
    assert statement["speaker"] == ["reuters"]


def test_both_are_not_several_courts() -> None:
    told = statements("Dutch courts have ruled that Oto must return. Both deny involvement in the raid.")
    assert len(told) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Ruk served notice that Ghana would close the port.",
        "Ruk wondered aloud why the dam leaks.",
        "Ghana undertook to send a second ship before March.",
        "The allies committed themselves to paying for the dam.",
        "The ministry vows to push the price below ten by 2030.",
        "Ruk jeered that the dam was “a gift-wrapped hill”.",
        "Oto scoffed at “a vote by people without a map”.",
        "Engineers attribute the leak to the heat.",
        "Oto depicted the treaty as “a fence”.",
        "Officials from both sides put the chances of a deal before the end of the year at “slightly better than even”.",
        "Analysts suspect that Ghana is arming a rival.",
        "The ministry declined to comment.",
        "Oto declined to say which ports remained open.",
        "Oto defends the build-up as “the least that geography demands”.",
        "The bank expects growth of 7 percent this year.",
        "The ministry foresees a further fall of 7 percent by 2030.",
        "American negotiators want the annual sum tripled.",
        "Oto is understood to have urged Ruk to drop the matter.",
    ],
)
def test_a_verb_of_speech_is_known_in_all_its_forms_with_what_follows_it(sentence: str) -> None:
    (statement,) = statements(sentence)
    assert quotes(statement)[0].rstrip(".”") == sentence.rstrip(".”")


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("A parliamentary report leaked in March warned that the dam leaks.", "leaked-in-march"),
        ("A feasibility study found that the port could be uninhabitable by 2060.", "feasibility-study"),
        ("A poll published last week by Delphos showed that 84 percent agree.", "delphos"),
        ("A poll published last week showed that 84 percent agree.", None),
        ("The report warned that the dam leaks.", None),
    ],
)
def test_a_document_that_is_new_speaks_for_whoever_wrote_it(sentence: str, speaker: str | None) -> None:
    found = statements(sentence)
    assert [one["speaker"][0].endswith(speaker) for one in found] == ([True] if speaker else [])


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "Kenya’s ever louder demand for a port of its own has worried Ghana.",
            "Kenya’s ever louder demand for a port of its own",
        ),
        (
            "Kenya’s insistence on zero enrichment has blocked the talks.",
            "Kenya’s insistence on zero enrichment",
        ),
    ],
)
def test_a_noun_that_asks_for_something_has_adjectives(sentence: str, words: str) -> None:
    assert words in [quotes(one)[0] for one in statements(sentence)]


@pytest.mark.parametrize(
    "who", ["the rights group Reprieve said", "the grid operator Litgrid said on Tuesday"]
)
def test_a_body_may_stand_after_its_noun_where_it_is_told_last(who: str) -> None:
    (statement,) = statements(f"Supply was not at risk this winter, {who}.")
    assert quotes(statement) == [f"Supply was not at risk this winter, {who}"]
