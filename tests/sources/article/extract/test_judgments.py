"""What an author says that something aims at, means, shows, is worth or brings about."""

from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import items, quotes


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("The railway is above all a symbol of sovereignty.", "evaluation", None),
        ("The effect of the embargo has so far been modest.", "evaluation", None),
        ("The treaty suffers from a basic flaw.", "evaluation", None),
        ("Its authors differ widely on the price.", "evaluation", None),
        ("Its neighbours regard the new army with suspicion.", "perception", None),
        ("The army can no longer count on its old suppliers.", "capability", None),
        ("The ruling has raised doubts about the referendum.", "reaction", None),
        ("The raid increased the risk of a wider war.", "likelihood_change", None),
        ("The outcome hinges on the mood of the miners.", "causal", None),
        ("The pact is not about fish but about pride.", "interpretation", None),
        ("Nothing suggests that either side is tired.", "interpretation", None),
        ("The deal puts the smaller party in an awkward position.", "interpretation", None),
        ("The vote is the clearest defeat of the year.", "comparison", None),
        ("The real issue is the money of the miners.", "interpretation", None),
        ("The truce holds only because both armies are tired.", "causal", None),
        ("The embargo hurts the poor rather than the generals.", "comparison", None),
        ("The league has lost its purpose since the war.", "interpretation", None),
        ("Neither camp can win the race on its own.", "capability", None),
        ("For the miners, the strike is a test of nerve.", "evaluation", "the strike is a test of nerve"),
        (
            "The truce in the north is more fragile than the maps suggest: two battalions have dug in near the bridge.",
            "comparison",
            "The truce in the north is more fragile than the maps suggest",
        ),
    ],
)
def test_words_of_interpretation_make_judgments(sentence: str, kind: str, words: str | None) -> None:
    (judgment,) = items("assessments", sentence)
    assert (judgment["kind"], judgment["judgment_kind"]) == ("judgment", kind)
    assert quotes(judgment) == [words or sentence.removesuffix(".")]


def test_a_long_subject_is_left_out() -> None:
    subject = "The decision of the eleven members of the council to move the seat of the bank to the islands in the south"
    (judgment,) = items("assessments", f"{subject} reflects a change of mood.")
    assert quotes(judgment) == ["reflects a change of mood"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The port opened in 1998 and is located in the north.",
        "The ministers were seated in two rows.",
        "He was 54 and had been ill.",
        "The budget amounted to 30 million dollars in 2024.",
        "The tower is the highest in the country.",
        "The road leads to the border.",
        "Nine miners have lost their lives in the collapse.",
        "Parliament was divided into two chambers in 1991.",
        "The hearing was open to the press.",
        "The town should set up a fund for the millers.",
        "The town ought to sign an investment treaty with Togo.",
        "The baker hopes to sign a lease in May.",
        "Two brigades have moved to the north.",
        "“The truce is very fragile,” Ghanaian President Ana Ruk said.",
    ],
)
def test_what_only_tells_a_fact_is_no_judgment(sentence: str) -> None:
    assert items("assessments", sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The embargo is clumsy, cheap and popular.", "evaluation"),
        ("Distance was a pretext, not a reason.", "evaluation"),
        ("Savers are ahead of their bank.", "evaluation"),
        ("The reluctance of the mill is easy to understand.", "evaluation"),
        ("The loudest protest comes from the harbour towns.", "comparison"),
        ("The costliest part of the reform has only just begun.", "comparison"),
        ("The pilots suffer more: two of them quit.", "comparison"),
        ("The auditors of the town are less cheerful.", "comparison"),
        ("Subsidies have not saved a single mill.", "interpretation"),
        ("There was almost nothing to celebrate.", "interpretation"),
        ("The dam troubles the fishermen even more.", "reaction"),
        ("Its answer combines threats with flattery.", "interpretation"),
    ],
)
def test_what_characterises_or_weighs_is_a_judgment(sentence: str, kind: str) -> None:
    (judgment,) = items("assessments", f"The weather was fine. {sentence}")
    assert judgment["judgment_kind"] == kind


@pytest.mark.parametrize(
    "sentence",
    [
        "The forest is north of the town, the mill and the bridge.",
        "The latest train leaves at nine.",
        "The storm caused two deaths.",
        "The town is one of the five in the valley.",
        "The road led to the mill in 1950.",
        "The mill has sold a single boat.",
    ],
)
def test_plain_facts_in_such_words_are_none(sentence: str) -> None:
    assert [each for each in items("assessments", sentence) if each["kind"] == "judgment"] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Miners foot the bill.",
        "Neither village is in a hurry.",
        "Relations between the mills have soured.",
        "The miller has chosen patience.",
        "What the farmers want instead is rain.",
        "The law has hardly been a restraint.",
        "The miners got precious little in return.",
        "The bridge offers an opportunity.",
        "The town is discovering that a truce is no peace.",
        "That is progress of a sort.",
        "The price of flour is the surest guide to the mood.",
        "Less noticed is how slowly the river rises.",
        "The miller’s problem is arithmetic.",
        "The stakes could not be higher.",
        "The feast was short on bread.",
        "The miners hold the stronger hand.",
        "Farmers have themselves to blame.",
        "Nobody in Rome believes the miller.",
        "The town must decide whether to rebuild the mill.",
        "The pact consolidated the miller’s influence.",
        "The feud has been a bone of contention.",
        "The raid heightens the miller’s fears.",
        "There are signs that the feud is over.",
        "The dam makes this a delicate matter.",
        "The baker is anxiously watching the river.",
        "The town needs friends on the river.",
        "The visit comes amid a quarrel over the bridge.",
    ],
)
def test_idioms_of_commentary_are_judgments(sentence: str) -> None:
    assert [each["kind"] for each in items("assessments", f"The weather was fine. {sentence}")] == [
        "judgment"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill is supposed to grind 40 sacks by 2031.",
        "The opening has slipped to 2031.",
        "The court dismissed the case for want of proof.",
        "The miller wants 40 sacks of flour.",
    ],
)
def test_what_is_due_or_wanted_in_numbers_is_no_judgment(sentence: str) -> None:
    assert [each for each in items("assessments", sentence) if each["kind"] == "judgment"] == []


def test_a_judgment_inside_what_somebody_says_is_not_the_authors() -> None:
    text = "Chad dismissed the report, arguing that the river was open and fair."
    assert [each for each in items("assessments", text) if each["kind"] == "judgment"] == []


COMMENTARY = "The truce is fragile. The feud is a test of nerve. The dam makes this a delicate matter."


@pytest.mark.parametrize(
    "sentence",
    [
        "Patience is a habit of the valley.", "The feast is thin.", "The mill is neither loved nor hated.",
        "Silence costs more here than flour.", "The bread is stale; the wine is not.",
    ],
)  # fmt: skip
def test_in_a_commentary_plain_sentences_in_the_present_judge_too(sentence: str) -> None:
    found = [each for each in items("assessments", COMMENTARY, sentence) if quotes(each)[0] in sentence]
    assert [(each["draft"]["rule"], each["draft"]["confidence"]) for each in found] == [
        ("judgment.plain", 55)
    ]
    assert items("assessments", sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill employs 40 people.", "The miller left in haste.", "“Millers live with the noise.”", "Do millers sleep?",
        "The town has built a second mill.",
    ],
)  # fmt: skip
def test_figures_happenings_words_and_questions_are_no_plain_judgments(sentence: str) -> None:
    rules = [each["draft"]["rule"] for each in items("assessments", COMMENTARY, sentence)]
    assert "judgment.plain" not in rules


@pytest.mark.parametrize(
    ("sentence", "is_one"),
    [
        ("The miller lives with the baker.", False), ("Nakuru is a town of mills.", False), ("The mill is in the valley.", False),
        ("Patience is a habit of the valley.", True), ("The bread is stale; the wine is not.", True),
    ],
)  # fmt: skip
def test_beside_a_single_judgment_only_marked_sentences_judge(sentence: str, is_one: bool) -> None:  # noqa: FBT001 - a case
    rules = [each["draft"]["rule"] for each in items("assessments", "The truce is fragile.", sentence)]
    assert ("judgment.plain" in rules) == is_one


@pytest.mark.parametrize(
    "sentence",
    [
        "The miller’s silence has been the most eloquent answer of all.",
        "That may sound modest.",
        "The millers rarely settle a quarrel.",
        "The miller’s real audience sat in the tavern.",
        "The millers have learned to play the bakers off against each other.",
        "A cynic would call that a coincidence.",
        "Each side thinks that the flood is near.",
        "A second flood looms.",
        "The quarrel runs deep.",
        "Silence comes at a price.",
        "Patience with the miller is wearing thin.",
        "Nobody in the valley has baked as well.",
        "The mill is too old to mend.",
        "What began as a quarrel has become a habit.",
        "The pact smells of haste.",
        "For all its flour, the mill is poor in friends.",
        "The town punches below its weight.",
        "The doctor treats the fever and not the disease.",
        "The millers have only themselves to thank.",
        "The bread came a decade too late.",
        "The miller overplayed his hand.",
        "That was the easy part.",
        "In this contest flour trumps water.",
        "The lesson of the flood has not been learned.",
        "The miller talks like a king.",
        "The baker deserves more than praise.",
        "It is time to mend the wall.",
        "No wonder the baker smiles.",
        "The miller mistakes silence for consent.",
        "The strike never stood a chance.",
        "The numbers did not add up.",
        "The flood caught the town asleep.",
        "Bakers have reason to drag their feet.",
        "The verdict was kinder than the crime.",
        "The plan has one flaw.",
    ],
)
def test_likenesses_and_verdicts_of_commentary_are_judgments(sentence: str) -> None:
    kinds = [each["kind"] for each in items("assessments", f"The weather was fine. {sentence}")]
    assert kinds == ["judgment"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Balls of clay were used to represent water.",
        "The pilots were able to land at Nakuru.",
        "Every team in the contest received a flag.",
        "The report stressed the need for bread.",
        "The committee met in the hope of an answer.",
        "He has rarely spoken to reporters.",
        "The envoy is expected in Nakuru on Sunday.",
        "Residents queue for water at dawn.",
        "The ship sails under a foreign flag.",
        "The home side had better luck than most.",
    ],
)
def test_purposes_and_nouns_are_no_judgments(sentence: str) -> None:
    assert [each for each in items("assessments", sentence) if each["kind"] == "judgment"] == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The logic is elegant; the arithmetic is not.", "The logic is elegant; the arithmetic is not"),
        ("The bakers were right to be angry: nobody had answered their letters to the council since 2023.", "The bakers were right to be angry"),
        ("They prefer flour to bread, and the bakers pay the price.", "They prefer flour to bread, and the bakers pay the price"),
        ("Four years later the picture of the valley and of its many mills is another one: the millers of the north have come to treat the baker as a friend in need.",
         "the millers of the north have come to treat the baker as a friend in need"),
    ],
)  # fmt: skip
def test_a_judgment_is_told_in_one_breath_and_begins_with_its_subject(sentence: str, words: str) -> None:
    found = [quotes(each)[0] for each in items("assessments", sentence) if each["kind"] == "judgment"]
    assert words in found


@pytest.mark.parametrize(
    "sentence",
    [
        "The summit can be evaluated as a milestone in this context.", "The visit has opened a new page in the ties of the two capitals.",
        "The dispute once again brought to light the fragility of the bloc.", "The question of sanctions constituted the first test of the pact.",
        "It would nevertheless be misleading to speak of a harmony of interests.", "The pact cannot be sustained without the north.",
        "The valley has gradually turned into the main field of their rivalry.", "The bank attaches particular importance to the lake.",
    ],
)  # fmt: skip
def test_research_centres_judge_in_words_of_their_own(sentence: str) -> None:
    assert [each["kind"] for each in items("assessments", sentence)] == ["judgment"]
