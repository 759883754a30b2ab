"""Events whose verb, day or participants a form of English hides, and words that only look like a happening."""

from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import actors, acts, quotes, told


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Chad withdrew from the area under the initiative in May.", "withdrawal_of_forces"),
        ("Chad withdrew from the initiative in May.", "withdrawal_from_agreement"),
        ("Chad pulled out of Lomé after the talks of 3 May.", "withdrawal_of_forces"),
        ("Chad pulled out of the long-delayed fisheries talks in May.", "withdrawal_from_agreement"),
        ("Chad withdrew from ECOWAS in January.", "withdrawal_from_agreement"),
        ("Chad put the deal on hold in May.", "policy_change"),
        ("Chad put its relations with Togo on ice in May.", "diplomatic_break"),
        ("Chad gave the soldiers of Togo until 3 May to leave.", "policy_change"),
        ("Chad and Togo settled on the text of a treaty in May.", "agreement"),
        ("Chad took a 9.1 percent stake in a port of Togo in May.", "investment"),
        ("Chad threw its weight behind Togo in May.", "policy_change"),
        ("Chad forgave 23 loans to Togo in May.", "financing"),
        ("The army of Chad took Ana Ruk into custody in May.", "arrest"),
        ("Chad torpedoed the draft treaty with Togo in May.", "policy_change"),
        ("Chad erupted over power and water cuts in May.", "protest"),
        ("Chad imposed limits on the press in May.", "policy_change"),
        ("Chad decided to lift most of the duties on Togo.", "announcement"),
        ("Chad agreed to withdraw from the quay of Lomé.", "agreement"),
    ],
)
def test_a_verb_is_read_by_its_near_words(sentence: str, kind: str) -> None:
    assert (kind, "occurred") in told(sentence)


def test_what_was_called_off_did_not_take_place() -> None:
    assert told("Chad called off the signing in May.") == [("policy_change", "cancelled")]


def test_would_with_a_day_tells_a_plan() -> None:
    planned = ("planned_meeting", "planned")
    assert told("The leaders of Chad and Togo would meet on 3 October in Lomé.") == [planned]
    assert planned not in told("The leaders of Chad and Togo would meet if the war ended on 3 October.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody saw President Mohamed Bah of Chad on Monday.",
        "The appeal of Chad is only 6% funded.",
        "Chad swaps some Togolese soldiers and all captured fighters under 25.",
        "The war has killed thousands.",
        "Chad had set the quay as a goal for that year.",
        "The sailors of Chad have axes and knives.",
    ],
)
def test_what_only_looks_like_an_act_is_none(sentence: str) -> None:
    assert [kind for kind, _ in told(sentence) if kind != "war"] == []


def test_capitals_are_names_and_no_modals() -> None:
    (event,) = acts("Chad opened a consulate in Can Tho on 3 May 2024.")
    assert quotes(event) == ["Chad opened a consulate in Can Tho on 3 May 2024"]


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("Togo met that morning with Chad in Lomé.", "Togo met that morning with Chad in Lomé"),
        ("On Monday, May 5, Togo met Chad in Lomé.", "On Monday, May 5, Togo met Chad in Lomé"),
        ("Chad gave grain to Togo due to the drought of 2024.", "Chad gave grain to Togo"),
        ("The general who led the riot in Togo met Chad in Paris on Monday.",
         "The general who led the riot in Togo met Chad in Paris on Monday"),
        ("Soldiers who seized power in Togo announced on Monday that they would leave Chad.",
         "Soldiers who seized power in Togo announced on Monday that they would leave Chad"),
    ],
)  # fmt: skip
def test_the_words_end_with_their_clause(sentence: str, quote: str) -> None:
    assert quote in [each for event in acts(sentence) for each in quotes(event)]


def test_who_did_something_else_is_not_to_whom_it_was_done() -> None:
    (sent, _) = acts("Chad sent 400 officers on a mission approved by Togo in May.")
    assert actors(sent) == [("chad", "actor")]


def test_wars_of_other_years_or_of_others_are_other_wars() -> None:
    years = acts("The Chad-Togo war of 1994 was short.", "The Chad-Togo war of 2020 was long.")
    assert [event["when"] for event in years] == ["1994", "2020"]
    others = acts("The war between Chad and Togo goes on.", "The war between Chad and Benin is over.")
    assert len(others) == 2


def test_a_mediation_of_long_ago_is_not_that_of_today() -> None:
    found = acts(
        "Chad mediated between Togo and Benin.", "Chad’s mediation between Togo and Benin in 2014 failed."
    )
    assert [event.get("when") for event in found] == [None, "2014"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad is open to talks with Togo.",
        "Chad ruled out talks with Togo.",
        "Chad rejected direct talks with Togo on Monday.",
        "Chad’s offer of talks with Togo went unanswered.",
        "Chad sent its neighbours an invitation to talks with Togo.",
        "Chad demanded a meeting with Togo.",
        "Chad fears an invasion by Togo.",
        "Chad warned of an attack on Togo.",
        "Officials of Chad worry about a new war in Togo.",
        "A truce in Togo looks unlikely to Chad.",
        "Chad’s exit from the bloc would cost it dear.",
    ],
)
def test_what_is_only_wished_or_feared_has_not_happened(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "quote", "who"),
    [
        ("The killing of Ana Ruk by soldiers of Chad changed little.", "The killing of Ana Ruk by soldiers of Chad", ("ana-ruk", "victim")),
        ("Ana Ruk’s arrest by Chad closed the case.", "Ana Ruk’s arrest by Chad", ("ana-ruk", "victim")),
        ("Chad’s expulsion from the African Union freed it.", "Chad’s expulsion from the African Union", ("chad", "recipient")),
        ("The downfall of President Ana Ruk surprised all.", "The downfall of President Ana Ruk", ("ana-ruk", "subject")),
        ("Chad’s invasion of Togo shocked the allies.", "Chad’s invasion of Togo", ("togo", "side_b")),
        ("The Chadian withdrawal from Togo shook the allies.", "The Chadian withdrawal from Togo", ("chad", "actor")),
    ],
)  # fmt: skip
def test_nouns_with_a_name_tell_a_happening_without_its_day(
    sentence: str, quote: str, who: tuple[str, str]
) -> None:
    found = acts("President Ana Ruk of Chad spoke.", sentence)
    (event,) = [each for each in found if quote in quotes(each)]
    assert who in actors(event)


def test_what_returns_to_talks_talks() -> None:
    assert told("Chad and Togo returned to the negotiating table on Monday.") == [
        ("negotiation_round", "occurred")
    ]


@pytest.mark.parametrize(
    ("sentence", "kind", "quote"),
    [
        ("By arresting Ana Ruk on 19 March, Chad made an enemy.", "arrest", "arresting Ana Ruk on 19 March"),
        ("Chad cut its aid to Togo in May, expelling three Togolese diplomats.", "expulsion", "expelling three Togolese diplomats"),
        ("Some 312 prisoners have been handed to the Red Cross.", "prisoner_exchange", "Some 312 prisoners have been handed to the Red Cross"),
        ("The force, about 400 strong, left Chad in June 2024.", None, "The force, about 400 strong, left Chad in June 2024"),
        ("Chad, Togo says, took Lomé in December.", "occupation", "Chad, Togo says, took Lomé in December"),
        ("The hotline that officers of Chad set up after a meeting in Lomé rings.", "launch", "The hotline that officers of Chad set up"),
        ("Chad and Togo have been at war since April 2023.", "war", "Chad and Togo have been at war since April 2023"),
        ("Five died in an attack on a United Nations aid convoy in Chad on Monday.", "attack", "an attack on a United Nations aid convoy in Chad on Monday"),
        ("Togo keeps to the cessation of hostilities in Chad of 2022.", "ceasefire", "the cessation of hostilities in Chad of 2022"),
        ("The Supreme Court of Chad ruled in February that the duty was void.", "judicial_decision", "The Supreme Court of Chad ruled in February"),
        ("Aircraft of Chad have struck several hundred targets in Togo.", "attack", "Aircraft of Chad have struck several hundred targets in Togo"),
        ("A draft circulated by Chad in October says so.", "announcement", "A draft circulated by Chad in October"),
        ("Togo’s answer was to close its border with Chad in April.", "border_measure", "Togo’s answer was to close its border with Chad in April"),
        ("The deal between Chad and Togo to free captives and begin a truce was signed on Monday.", "ceasefire",
         "The deal between Chad and Togo to free captives and begin a truce was signed on Monday"),
        ("Chad had previously downgraded its relations with Togo.", "diplomatic_break", "Chad had previously downgraded its relations with Togo"),
        ("Riots ended in the downfall of President Ana Ruk, and General Ben Oto was detained by Chad.", "arrest",
         "General Ben Oto was detained by Chad"),
        ("Chad closed its border, imposed a no-fly zone and froze the assets of Togo.", "policy_change", "imposed a no-fly zone"),
    ],
)  # fmt: skip
def test_a_form_of_english_tells_an_act(sentence: str, kind: str | None, quote: str) -> None:
    found = [(event["kind"], each) for event in acts(sentence) for each in quotes(event)]
    assert any(words.startswith(quote) and kind in {None, what} for what, words in found), found


def test_what_has_yet_to_be_done_did_not_happen() -> None:
    assert told("Chad has yet to ratify the treaty with Togo.") == [("ratification", "did_not_occur")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad could cut its aid, expelling three Togolese diplomats.",
        "The Mutual Defense Treaty with Chad extends to armed attacks on ships.",
        "Chad feeds people in occupied Togo.",
    ],
)
def test_what_may_come_or_only_describes_is_no_act(sentence: str) -> None:
    assert told(sentence) == []


def test_the_year_of_a_treaty_is_not_that_of_its_end() -> None:
    (event,) = acts("Chad announced the suspension of a 1972 treaty with Togo.")
    assert "when" not in event


def test_what_was_done_to_a_thing_told_of_is_background_without_a_day() -> None:
    assert told("The measures that Chad had imposed on Togo hurt.") == []


def test_elections_set_for_a_month_are_planned() -> None:
    assert told("Chad has elections set for August.") == [("election", "planned")]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Helicopters of Chad shelled positions of the army of Togo.", "bombardment"),
        ("Activists of Chad have staged rallies in Togo.", "protest"),
        ("Some 800 Chadians sought refuge in Togo last month.", "displacement"),
        ("The ministry of Chad has denied visas to three Togolese.", "policy_change"),
        ("Chad has conceded at last to demands of Togo.", "policy_change"),
        ("Chad bombed targets in Togo.", "bombardment"),
        ("Chad and Togo agreed to a ceasefire.", "ceasefire"),
        ("Chad ratified the border treaty with Togo.", "ratification"),
        ("Chad named To Lam president.", "appointment"),
        ("President Ana Ruk of Chad phoned Ozo on Friday.", "phone_call"),
    ],
)
def test_a_verb_is_of_the_kind_of_its_object(sentence: str, kind: str) -> None:
    assert (kind, "occurred") in told(sentence)


def test_the_middle_of_a_month_is_a_day() -> None:
    assert told("Under the plan, Chad will evacuate all its posts in Togo in mid-August.") == [
        ("withdrawal_of_forces", "planned")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The oil price has hit Chad hard.",
        "The dispute has poisoned relations between Chad and Togo.",
        "Chad has tested the patience of Togo.",
        "Chad has broken with its past.",
        "Chad has lost its nerve.",
        "Chad’s gamble has backfired.",
        "Chad has bought time.",
    ],
)
def test_figures_of_speech_are_no_acts(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    ["An earthquake hit Chad in May.", "A storm pounded Chad in May.", "Floods struck Chad in May."],
)
def test_what_nature_does_is_no_attack(sentence: str) -> None:
    assert told(sentence) == [("disaster", "occurred")]
