"""What somebody aims for, in the manner of reports on climate, trade, defence, health, migration and budgets."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sources.article.extract.drafting import items, quotes


def targets(*paragraphs: str) -> list[tuple[Any, ...]]:
    found = items("targets", *paragraphs)
    return [
        (float(each["value"]), each["unit"], each.get("comparator", "at_least"), each.get("deadline"))
        for each in found
    ]


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("Kenya wants to raise its trade with Chad to 3 billion dollars within a decade.", (3e9, "usd", "at_least", None)),
        ("Kenya has undertaken to raise its exports to 3,500 tonnes a year by 2031.", (3500, "tonnes", "at_least", "2031")),
        ("Kenya has set itself the task of doubling its exports by 2035.", (2, "ratio", "at_least", "2035")),
        ("Kenya sets up a fund, to be run by a bank, with a goal of raising 50 million dollars.", (5e7, "usd", "at_least", None)),
        ("Togo aims for 10 gigawatts of solar power by 2031.", (10_000, "megawatts", "at_least", "2031")),
        ("Togo has pledged to raise army pay from the current level of 3% of GDP to 4% by 2036.", (4, "percent", "at_least", "2036")),
        ("Chad has pledged to phase out coal by 2049.", (0, "percent", "at_most", "2049")),
        ("Kenya has vowed to reach net zero by 2055.", (0, "tonnes_co2e", "at_most", "2055")),
        ("Ghana aims for self-sufficiency in rice by 2029.", (100, "percent", "at_least", "2029")),
        ("Togo plans to halve child deaths by 2032.", (0.5, "ratio", "at_least", "2032")),
        ("Togo plans to triple its port capacity to 9 million tonnes by 2032.", (9e6, "tonnes", "at_least", "2032")),
        ("Kenya hopes to attract 4 million tourists by 2030.", (4e6, "persons", "at_least", "2030")),
        ("Chad intends to expand its army to 60,000 soldiers by 2033.", (60_000, "persons", "at_least", "2033")),
        ("Kenya seeks to bring the deficit below 3 percent of GDP by 2028.", (3, "percent", "less_than", "2028")),
        ("Kenya promised to cut emissions by at least 32 percent by 2035.", (32, "percent", "at_least", "2035")),
        ("Kenya promised to cut inflation to 4 percent by 2027.", (4, "percent", "at_most", "2027")),
        ("Ghana has set a target of 500 MW of wind power by 2030.", (500, "megawatts", "at_least", "2030")),
        ("Ghana set a ceiling of 9,000 tonnes for its catch.", (9000, "tonnes", "at_most", None)),
        ("Chad’s goal of planting 2 billion trees by 2040 is remote.", (2e9, "items", "at_least", "2040")),
        ("Ghana's 2030 climate target is a 40 percent cut.", (40, "percent", "at_least", "2030")),
        ("Ghana missed its 2 percent target again.", (2, "percent", "at_least", None)),
        ("Togo wants to generate a third of its power from the sun by 2029.", (33.3, "percent", "at_least", "2029")),
        ("Ghana wants to raise the share of renewables from 12 percent to 40 percent by 2035.", (40, "percent", "at_least", "2035")),
        ("By 2034, Ghana wants to plant 90,000 hectares of forest.", (90_000, "hectares", "at_least", "2034")),
        ("Kenya committed itself to spending 2 percent of GDP on defence by 2030.", (2, "percent", "at_least", "2030")),
        ("Kenyan ministers agreed in Lamu to spend 5 percent of GDP on health by 2035.", (5, "percent", "at_least", "2035")),
        ("Kenya wants counties to spend at least 4 percent of revenue on roads.", (4, "percent", "at_least", None)),
        ("Kenya wants to lower the number of refugees to 365,000 by 2027.", (365_000, "persons", "at_most", "2027")),
        ("Ghana aims to vaccinate 80 percent of infants.", (80, "percent", "at_least", None)),
        ("Ghana plans to build 300,000 homes by December 2029.", (300_000, "items", "at_least", "2029-12")),
        ("Ghana's latest climate pledge is to reduce methane by around 30 percent by 2030.", (30, "percent", "about", "2030")),
        ("Kenya said “we want to cut emissions by 40 percent by 2030”.", (40, "percent", "at_least", "2030")),
        ("Chad will cut the number of visas to 9,000 by 2027.", (9000, "items", "at_most", "2027")),
        ("Chad supports a push to double cotton exports by 2031.", (2, "ratio", "at_least", "2031")),
        ("Chad has agreed to reduce tolls to zero by 2028.", (0, "percent", "at_most", "2028")),
        ("Togo intends to double bilateral trade with Chad by 2030.", (2, "ratio", "at_least", "2030")),
        ("Chad hopes to raise output to 140,000 barrels per day by 2027.", (140_000, "barrels_per_day", "at_least", "2027")),
    ],
)  # fmt: skip
def test_actors_aim_for_so_much_by_then(sentence: str, target: tuple[object, ...]) -> None:
    assert targets(sentence) == [target]


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("The Lake Basin Recovery Plan foresees 6 GW of wind power by 2030.", (6000, "megawatts", "at_least", "2030")),
        ("The Lake Basin Recovery Plan provides for the return of 30,000 people a year.", (30_000, "persons", "at_least", None)),
        ("Under the Lake Basin Recovery Plan, 65 percent of parts must come from Chad.", (65, "percent", "at_least", None)),
        ("Under the Lake Basin Recovery Plan, 30 percent of the lake is to be protected by 2030.",
         (30, "percent", "at_least", "2030")),
        ("The Lake Basin Recovery Plan requires towns to fill their stores to 90 percent by 1 November.",
         (90, "percent", "at_least", None)),
        ("The Lake Basin Recovery Plan is meant to bring losses down to 2 percent by 2027.", (2, "percent", "at_most", "2027")),
        ("The Lake Basin Recovery Plan limits the catch to 900 tonnes.", (900, "tonnes", "at_most", None)),
        ("The Lake Basin Recovery Plan is to reach 8 million children by 2029.", (8e6, "persons", "at_least", "2029")),
        ("The Lake Basin Recovery Plan was adopted in May. It aims to connect 500 villages by 2031.",
         (500, "items", "at_least", "2031")),
        ("The Lake Basin Recovery Plan was adopted. By 2030, 54 percent of the power is to come from the sun.",
         (54, "percent", "at_least", "2030")),
        ("The Lake Basin Recovery Plan binds its members to cut catches by a fifth within three years.",
         (20, "percent", "at_least", None)),
        ("The Lake Basin Recovery Plan sets a quota of 30 percent for women.", (30, "percent", "at_least", None)),
    ],
)  # fmt: skip
def test_initiatives_order_so_much_by_then(sentence: str, target: tuple[object, ...]) -> None:
    assert targets(sentence) == [target]


@pytest.mark.parametrize(
    "sentence",
    [
        "Exports of coffee rose by 30 percent last year to 2.6 billion dollars.",
        "The economy is expected to grow by 6 percent next year and could reach 90 billion dollars by 2030.",
        "Analysts forecast that debt will fall to 60 percent of output by 2028.",
        "In 2019 Chad reached its goal of universal schooling.",
        "Chad has cut its poverty rate to 24 percent.",
        "Chad wants to turn into a rich country.",
        "Police in Chad want to question 15 suspects.",
        "Kenya does not plan to raise taxes to 20 percent by 2030.",
        "The president of Chad plans to visit three countries in June 2026.",
        "The Lake Basin Recovery Plan cost 40 million dollars and has 300 pages.",
        "The Lake Basin Recovery Plan provides for 6 million euros in grants until 2027.",
        "The Lake Basin Recovery Plan will divert up to a fifth of the river.",
        "Exports will cut the deficit to 4 percent by 2030.",
        "Kenya plans to finish the canal, a 180-kilometre waterway, by 2028.",
        "The army has grown to 215,000 soldiers since 2022.",
    ],
)
def test_records_forecasts_and_costs_are_no_targets(sentence: str) -> None:
    assert targets(sentence) == []


def test_verbs_and_values_that_and_joins_are_targets_of_their_own() -> None:
    assert targets(
        "Kenya aims to build 2 million homes, create 500,000 jobs and cut poverty to 10 percent by 2030."
    ) == [
        (2e6, "items", "at_least", "2030"),
        (500_000, "persons", "at_least", "2030"),
        (10, "percent", "at_most", "2030"),
    ]


def test_a_target_belongs_to_the_initiative_told_before_or_else_to_a_plan_of_its_own() -> None:
    lines = (
        "Chad adopted its cotton strategy. It aims to double exports by 2031.",
        "Togo wants to triple its fleet by 2032.",
    )
    plans = {item["key"]: item for item in items("initiatives", *lines)}
    cotton, own = [plans[each["initiative"]] for each in items("targets", *lines)]
    assert (cotton["label"], own["draft"]["rule"]) == ("Cotton strategy", "initiative.of_target")
    assert [party["actor"] for party in own["parties"]] == ["togo"]


def test_an_actor_who_aims_twice_has_two_plans() -> None:
    lines = "Togo wants to triple its fleet by 2032.", "Togo plans to plant 40,000 trees by 2033."
    assert len({each["initiative"] for each in items("targets", *lines)}) == 2


def test_who_wishes_something_else_has_a_plan_besides_the_initiative_told_before() -> None:
    lines = "Chad adopted its cotton strategy.", "Chad wants to triple its fleet by 2032."
    (target,) = items("targets", *lines)
    rules = {each["key"]: each["draft"]["rule"] for each in items("initiatives", *lines)}
    assert (rules.pop(target["initiative"]), *rules.values()) == (
        "initiative.of_target",
        "initiative.described",
    )


def test_the_words_of_a_target_go_from_the_verb_to_the_deadline() -> None:
    (found,) = items(
        "targets", "Kenya, which is dry, wants to irrigate 9,000 hectares by the end of 2030 at the latest."
    )
    assert quotes(found) == ["wants to irrigate 9,000 hectares by the end of 2030 at the latest"]


def test_a_plan_told_with_its_aim_is_one_plan_with_a_target() -> None:
    lines = ("Togo adopted a plan to plant 9 million trees by 2032.",)
    (plan,), (target,) = items("initiatives", *lines), items("targets", *lines)
    assert (target["initiative"], plan["draft"]["rule"]) == (plan["key"], "initiative.described")


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("Under a directive adopted by the African Union, imports of used tyres must end by 30 June 2027.",
         "imports of used tyres must end by 30 June 2027", 0),
        ("The plan, christened the Sahel Shield, is big: tariffs on fish are to fall to 5 percent by 2032.",
         "tariffs on fish are to fall to 5 percent by 2032", 5),
        ("Ghana has plans. It wants two million hectares of rice by 2030.", "wants two million hectares of rice by 2030", 2_000_000),
    ],
)  # fmt: skip
def test_a_target_says_what_is_to_change(sentence: str, words: str, value: float) -> None:
    (found,) = items("targets", sentence)
    assert (found["metric"], float(found["value"])) == (words, value)


def test_whoever_is_meant_by_it_has_the_plan() -> None:
    (plan,) = items("initiatives", "Ghana built a dam. It plans to install 2,000 megawatts by 2038.")
    assert [party["actor"] for party in plan["parties"]] == ["ghana"]


def test_what_somebody_wants_no_more_of_is_a_target() -> None:
    sentence = "Ghana wants no more than 65 percent of its rice to come from one country by 2030."
    assert targets(sentence) == [(65, "percent", "at_most", "2030")]


@pytest.mark.parametrize(
    ("sentence", "metric"),
    [
        ("Ghana means to fall below 20 percent by 2030.", "means to fall below 20 percent by 2030"),
        ("Ghana wants half of its trains to run on cocoa by 2030.",
         "wants half of its trains to run on cocoa by 2030"),
        ("Ghana’s fleet plan would train 6,000 sailors.", "would train 6,000 sailors"),
        ("Togo’s aim is to feed 8m people a month by June, against 5m in May.",
         "Togo’s aim is to feed 8m people a month by June"),
        ("Under its harbour plan, waits in Ghana are to fall from 30 hours to eight by 2029.",
         "waits in Ghana are to fall from 30 hours to eight by 2029"),
    ],
)  # fmt: skip
def test_a_target_is_told_once_with_what_is_counted(sentence: str, metric: str) -> None:
    assert [target["metric"] for target in items("targets", sentence)] == [metric]


def test_the_second_half_of_a_year_is_no_half_of_anything() -> None:
    assert targets("Ghana’s cocoa plan is due to start in the second half of 2026.") == [
        (1, "items", "exactly", "2026")
    ]


def test_what_somebody_does_in_the_next_clause_is_no_target() -> None:
    text = "Ghana passed a law that obliges banks to lend, and they have frozen 1,200 permits."
    assert items("targets", text) == []


def test_a_goal_takes_its_value_from_the_order_before_it() -> None:
    (target,) = items(
        "targets", "Kenya sets up a fund, to be run by a bank, with a goal of raising 50 million dollars."
    )
    assert quotes(target) == ["with a goal of raising 50 million dollars"]


def test_what_somebody_concluded_in_the_next_clause_has_not_the_target_of_this_one() -> None:
    text = "Kenya has set itself the task of doubling exports by 2035, and in April it concluded a free-trade agreement with Togo."
    (target,) = items("targets", text)
    assert "agreement" not in target["initiative"]
