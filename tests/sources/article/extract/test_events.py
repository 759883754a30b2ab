from __future__ import annotations

from typing import Any

import pytest

from tests.sources.article.extract.drafting import acts, items, quotes


def event(kind: str, *paragraphs: str) -> dict[str, Any]:
    (found,) = [item for item in items("events", *paragraphs) if item["kind"] == kind]
    return found


def test_a_call_has_participants_day_and_type() -> None:
    found = event(
        "phone_call",
        "Ghanaian President Ana Ruk held a phone call with Kenyan President Ben Oto on March 3, 2024.",
    )
    assert [each["actor"] for each in found["participants"]] == ["ana-ruk", "ben-oto"]
    assert (found["when"], found["plover"], found["status"]) == ("2024-03-03", "CONSULT/phone", "occurred")


@pytest.mark.parametrize(
    ("sentence", "kind", "plover"),
    [
        ("Chad imposed new sanctions on Togo on 3 May 2024.", "sanction", "SANCTION"),
        ("Chadian troops attacked Togo in May 2024.", "attack", "ASSAULT"),
        ("Chad expelled three diplomats of Togo.", "expulsion", "SANCTION/expel"),
        ("Chad and Togo signed a treaty with Benin.", "signing", "AGREE"),
        ("Negotiations between Chad and Togo went on in Paris.", "negotiation_round", "CONSULT"),
        ("Chad’s recognition of Togo came late.", "recognition", "SUPPORT"),
        ("Chad deployed its army near Togo.", "deployment", "MOBILIZE/troops"),
    ],
)
def test_verbs_and_nouns_suggest_kind_and_type(sentence: str, kind: str, plover: str) -> None:
    assert event(kind, sentence)["plover"] == plover


def test_the_same_meeting_told_twice_is_one_event_with_two_passages() -> None:
    first = "The meeting between Chad and Togo took place on 3 May 2024."
    found = event("meeting", first, "During the meeting between Chad and Togo, the US was absent.")
    assert len(quotes(found)) == 2


def test_what_is_to_come_is_planned() -> None:
    assert (
        event("planned_meeting", "They spoke of a possible summit between Chad and Togo.")["status"]
        == "planned"
    )


def test_what_might_happen_is_no_event() -> None:
    assert items("events", "If attacks by Chad continue, Togo could launch strikes on Chad.") == []


def test_a_war_is_one_event_under_all_its_names() -> None:
    found = event(
        "war", "The Chad-Togo War goes on.", "The war in Togo is long, and the conflict in Togo is bitter."
    )
    assert found["status"] == "ongoing"
    assert len(quotes(found)) == 3


def test_relative_days_count_from_the_dateline() -> None:
    found = event("sanction", "Lomé, 14 March 2024 - Chad imposed sanctions on Togo on Tuesday.")
    assert found["when"] == "2024-03-12"


def test_an_initiative_in_quotation_marks_is_launched_and_has_a_target() -> None:
    text = "Chad and Togo met. The “Chad-Togo Road 2030” plan, which aims to build 400 kilometres by 2030, was launched on 3 May 2024."
    (initiative,) = items("initiatives", text)
    (target,) = items("targets", text)
    assert (initiative["label"], initiative["kind"]) == ("Chad-Togo Road 2030", "plan")
    assert [party["actor"] for party in initiative["parties"]] == ["chad", "togo"]
    assert initiative["launch_event"] == event("launch", text)["key"]
    assert (target["value"], target["unit"], target["deadline"]) == (400, "km", "2030")


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        ("The attack by Chad killed 1,200 people.", ("killed", "best"), 1200),
        ("The attack by Chad killed at least thirty-four people.", ("killed", "low"), 34),
        ("The war in Chad cost up to $2.5 billion.", ("money", "high"), 2_500_000_000),
    ],
)
def test_figures_hang_on_the_event_beside_them(text: str, measure: tuple[str, str], value: int) -> None:
    (figure,) = items("figures", text)
    assert (figure["measure"], figure[measure[1]]) == (measure[0], value)
    assert figure["of"] in {item["key"] for item in items("events", text)}


def test_a_range_of_numbers_is_a_low_and_a_high_value() -> None:
    (figure,) = items("figures", "Chad deployed between 300 and 400 troops.")
    assert (figure["measure"], figure["low"], figure["high"]) == ("troops", 300, 400)


def test_killed_and_wounded_are_told_apart() -> None:
    found = items("figures", "An attack by Chad on Togo killed more than 40 people and wounded 120.")
    assert [(each["measure"], each.get("low") or each.get("best")) for each in found] == [
        ("killed", 40),
        ("wounded", 120),
    ]


def test_days_after_something_are_no_figure() -> None:
    assert (
        items("figures", "Two days after the vote, Chad attacked Togo. A week later it attacked Benin.") == []
    )


def test_a_figure_without_an_event_hangs_on_the_actor_beside_it() -> None:
    (figure,) = items("figures", "Exports of Chad amounted to 2.5 billion dollars.")
    assert (figure["of"], figure["measure"], figure["unit"]) == ("chad", "exports", "usd")


def test_an_event_of_two_days_later_counts_from_the_sentence_before() -> None:
    found = items(
        "events", "Chad attacked Togo on 3 May 2021. Two days later Kenya and Chad held talks in Paris."
    )
    assert [event.get("when") for event in found] == ["2021-05-03", "2021-05-05"]


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        (
            "Chad joined the African Union in May 2021, and Togo followed on 3 June 2022.",
            "accession",
            "2022-06-03",
        ),
        ("Chad attacked Kenya on 3 May 2021. Togo followed suit two weeks later.", "attack", "2021-05-17"),
        (
            "Chad left the African Union in 2019, and Togo followed a year later.",
            "withdrawal_from_agreement",
            "2020",
        ),
    ],
)
def test_who_followed_did_the_same(text: str, kind: str, when: str) -> None:
    event = items("events", text)[-1]
    assert (event["kind"], event["when"]) == (kind, when)
    assert [each["actor"] for each in event["participants"]] == ["togo"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Togo followed the talks with interest.",
        "Togo followed in the steps of Chad.",
        "Togo followed on 3 May 2021.",
    ],
)
def test_to_follow_something_or_nothing_is_no_event(sentence: str) -> None:
    assert items("events", sentence) == []


def test_a_clause_on_the_victims_belongs_to_the_happening_before_it() -> None:
    text = "Chad denounced strikes on bridges in Kenya, in which seven people were killed and more than 70 injured."
    (event,) = items("events", text)
    assert quotes(event) == [text.removeprefix("Chad denounced ").rstrip(".")]


def test_a_clause_on_other_things_belongs_to_nothing() -> None:
    (event,) = items("events", "Chad denounced strikes on bridges in Kenya, in which it saw a threat.")
    assert quotes(event) == ["strikes on bridges in Kenya"]


def test_what_was_neither_said_nor_refused_is_no_event() -> None:
    assert items("events", "Kenya has neither accepted nor refused.") == []


def test_a_dash_between_days_does_not_end_a_phrase() -> None:
    (event,) = items("events", "The Paris summit of 6–7 July 2021 showed a bloc of five members.")
    assert quotes(event) == ["The Paris summit of 6–7 July 2021"]


@pytest.mark.parametrize(
    ("text", "quote", "measure"),
    [
        ("Kenya attacked Chad and killed 38 civilians in May 2021.", "killed 38 civilians", "killed"),
        (
            "Kenya attacked Chad in May 2021. Over 20,000 Kenyans fled to Togo.",
            "Over 20,000 Kenyans",
            "people",
        ),
        ("Kenya will pay within four to five years.", "four to five years", "horizon"),
        ("Chad grew fast. The bloc now makes up 40 percent of the world’s trade.", "40 percent", "share"),
        ("Chad attacked Kenya; two civilians were killed.", "two civilians were killed", "killed"),
    ],
)
def test_figures_have_many_wordings(text: str, quote: str, measure: str) -> None:
    (figure,) = items("figures", text)
    assert (quotes(figure), figure["measure"]) == ([quote], measure)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya told two delegates to leave Chad.",
        "On 13 May Kenyan drones hit Chad.",
        "In 1995 Kenyans marched in Chad.",
        "Chad bought one old ship from Kenya in May 2021.",
    ],
)
def test_a_day_a_year_or_a_mere_count_is_no_figure(text: str) -> None:
    assert items("figures", text) == []


def test_who_shared_what_is_told_did_nothing_else() -> None:
    assert not items("events", "According to information shared by Kenya, the dam leaks.")


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        ("Chad put on hold the deal, brokered by Kenya and Togo, which let grain out.", {"kenya": "mediator", "togo": "mediator"}),
        ("Togo has joined sanctions against Chad following its invasion of Kenya.", {"chad": "side_a", "kenya": "side_b"}),
        ("Ben Oto spoke by phone on 3 April 2022 with Kenya.", {"ben-oto": "participant", "kenya": "participant"}),
    ],
)  # fmt: skip
def test_participants_are_those_of_the_clause(text: str, participants: dict[str, str]) -> None:
    found = [
        {each["actor"]: each["role"] for each in item.get("participants", ())}
        for item in items("events", text)
    ]
    assert participants in found


def test_what_may_take_place_has_not_happened() -> None:
    assert not items("events", "A meeting of the leaders may take place in Chad in September 2023.")


def test_leaving_an_initiative_moves_no_forces() -> None:
    (event,) = items("events", "Togo withdrew from the grain initiative in July 2023.")
    assert event["kind"] == "withdrawal_from_agreement"


def test_what_a_scenario_holds_has_not_happened() -> None:
    text = "Two scenarios have drawn attention. One is a Chadian invasion of Kenya; the other involves a blockade of Kenya by Chad."
    assert not items("events", text)


def test_the_last_name_in_a_label_has_its_particles() -> None:
    (event,) = items("events", "Commission President Ursula von der Leyen visited Kyiv on 4 March 2025.")
    assert event["label"] == "von der Leyen visit in Kyiv"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "The dismantling of the Kenyan aid agency in 2025 angered doctors.",
            "The dismantling of the Kenyan aid agency in 2025",
        ),
        (
            "Few had foreseen the exclusion of Ghana from the club in May.",
            "the exclusion of Ghana",
        ),
        (
            "Ghana complained of the blacklisting of two refineries in March.",
            "the blacklisting of two refineries in March",
        ),
        ("Few had foreseen the purge of generals in January.", "the purge of generals in January"),
        ("There was a run on the naira in May.", "a run on the naira in May"),
        ("The cancellation of the visit in June angered Ghana.", "The cancellation of the visit in June"),
        (
            "Gunmen attacked the town of Wa, north of Kumasi, killing at least 31 people.",
            "Gunmen attacked the town of Wa, north of Kumasi, killing at least 31 people",
        ),
    ],
)
def test_a_happening_is_told_by_nouns_of_its_class_and_with_what_it_led_to(sentence: str, words: str) -> None:
    assert words in [quote for act in acts(sentence) for quote in quotes(act)]
