"""Help told by its sum, deeds that somebody undertakes, and nouns of initiatives beside verbs of all sorts."""

from __future__ import annotations

import pytest

from tests.sources.article.extract.drafting import items, quotes


def initiatives(sentence: str) -> list[str]:
    return [quotes(item)[0] for item in items("initiatives", sentence)]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Kenya pledged 40 million euros in emergency loans to Chad.", "40 million euros in emergency loans"),
        ("Norway promised a further $85 million for the clinics of Togo.", "a further $85 million for the clinics of Togo"),
        ("Japan approved ¥30bn of fresh military aid on Monday.", "¥30bn of fresh military aid"),
        ("Canada offered export guarantees worth $2.2bn.", "export guarantees worth $2.2bn"),
        ("Kenya offered to train and equip the coastguard of Togo, officials said.",
         "offered to train and equip the coastguard of Togo"),
        ("Chad has undertaken to release 700 prisoners in exchange for fuel.",
         "undertaken to release 700 prisoners"),
        ("Kenya agreed in 2023 to erect 40 silos near Lodwar, where herders winter.",
         "agreed in 2023 to erect 40 silos near Lodwar"),
        ("The bank promised to pool the dues of its members.", "promised to pool the dues of its members"),
        ("Togo’s rail firm agreed on the same day to supply Chad with half a million sleepers.",
         "agreed on the same day to supply Chad with half a million sleepers"),
        ("Chad has vowed to stop burning peat, whatever it costs.", "vowed to stop burning peat"),
    ],
)  # fmt: skip
def test_a_sum_and_a_deed_are_initiatives_where_somebody_undertakes_them(sentence: str, words: str) -> None:
    assert initiatives(sentence) == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "The war has cost Chad 40 million euros in lost trade.",
        "Kenya never promised $85 million for the clinics of Togo.",
        "The bank could offer $85 million for the clinics of Togo.",
        "Togo had not offered to train the coastguard of Kenya.",
        "“We pledged $85 million for the clinics,” the minister said.",
        "The ministry offered to comment on Friday.",
        "Chad vowed to host talks next week.",
        "Chad did not intend to send more guards.",
        "The two armies agreed to open talks on fish.",
        "The parties agreed to open when they met in Lodwar.",
    ],
)
def test_money_lost_or_only_thought_of_is_none(sentence: str) -> None:
    assert initiatives(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Kenya countered with a regional police academy in Nakuru.", "a regional police academy in Nakuru"),
        ("Chad replaced the salt-tax scheme with a licensing scheme in which each buyer would be vetted.",
         "a licensing scheme in which each buyer would be vetted"),
        ("The presidents agreed on a side letter signed the same day.", "a side letter signed the same day"),
        ("A Kenyan contingent of some 4,000 keeps the strip quiet.", "A Kenyan contingent of some 4,000"),
        ("Parliament set up a commission of inquiry into the floods.", "a commission of inquiry into the floods"),
        ("A commission of inquiry into the floods will report in June.", "A commission of inquiry into the floods"),
        ("Togo’s neighbouring cotton venture, twice the size, awaits a permit.", "Togo’s neighbouring cotton venture"),
        ("China’s revamp of the Tazara line, priced at $1.4bn, runs east.", "China’s revamp of the Tazara line"),
        ("An amnesty for deserters is before parliament.", "An amnesty for deserters"),
        ("The envoy is working on a set of confidence-building steps.", "a set of confidence-building steps"),
        ("The law that would let deserters come home is late.", "The law that would let deserters come home"),
        ("The hotline that Kenyan officers set up is quiet.", "The hotline that Kenyan officers set up"),
        ("Aid could move along three corridors that Kenya has mapped out.", "three corridors that Kenya has mapped out"),
        ("The compact sets up a regional fund, to be run by the African Development Bank.",
         "a regional fund, to be run by the African Development Bank"),
        ("Kenya announced that it would establish a naval hotline with Togo.", "a naval hotline with Togo"),
        ("Chad and a mining house have formed a venture to pump brine.", "a venture to pump brine"),
        ("The bank will put up a credit line of 5 billion pesos.", "a credit line of 5 billion pesos"),
        ("The commission floated a wall of drones along the border.", "a wall of drones along the border"),
        ("The 28-point draft leaked in May.", "The 28-point draft"),
        ("They pooled cash in a scheme to buy rice.", "a scheme to buy rice"),
        ("Parliament passed a foreign-agents act.", "a foreign-agents act"),
        ("The rulers signed up to a July charter.", "a July charter"),
        ("Djibouti terminated the concession of Acme Ports in 2018.", "the concession of Acme Ports"),
        ("A no-fly zone over the lake was discussed and dropped.", "A no-fly zone over the lake"),
        ("Banks converted three railway loans into yuan.", "three railway loans"),
        ("Kenya is to invest $150bn in coastal shipyards.", "$150bn in coastal shipyards"),
        ("The presidents shook hands on a one-year pause.", "a one-year pause"),
        ("A Kenyan team verifies the ceasefire along the Tana.", "the ceasefire along the Tana"),
        ("Parliament approved the sale of the state airline.", "the sale of the state airline"),
        ("A joint fund for rebuilding the villages is still empty.", "A joint fund for rebuilding the villages"),
        ("Caracas handed Acme Oil a fresh cocoa licence.", "a fresh cocoa licence"),
        ("Chad loosened its debt brake.", "its debt brake"),
        ("The truce in Tigray is fraying.", "The truce in Tigray"),
        ("Togo’s levy on salt applies from May.", "Togo’s levy on salt"),
        ("Nakuru and Lodwar plan a rail tunnel beneath the hills.", "a rail tunnel beneath the hills"),
        ("Togo’s petrol subsidy was scrapped in 2023.", "Togo’s petrol subsidy"),
        ("The demining of the lower river has stalled.", "The demining of the lower river"),
        ("Chad gave up the islands in exchange for a bigger rice loan.", "a bigger rice loan"),
        ("Chad swapped debt for a marine reserve.", "a marine reserve"),
        ("Creditors accepted a haircut of 38 percent.", "a haircut of 38 percent"),
        ("A dual-currency system was abolished in 2021.", "A dual-currency system"),
        ("A humanitarian pause of ten days ended on Sunday.", "A humanitarian pause of ten days"),
        ("Chad and Togo agreed on €105m to curb smuggling.", "€105m to curb smuggling"),
        ("Chad is setting up a regional water fund.", "a regional water fund"),
        ("The “buy at home” policy covers steel.", "The “buy at home” policy"),
        ("Washington issued General License 46 in May.", "General License 46"),
        ("Chad shelved a second rail link to the coast with European partners.", "a second rail link to the coast"),
        ("The rail extension to Nakuru lacks half its money.", "The rail extension to Nakuru"),
        ("The link between Lodwar and Juba has slipped twice, but is being built.", "The link between Lodwar and Juba"),
        ("Kenya and Chad founded a mine-clearing group in May.", "a mine-clearing group"),
        ("A draft resolution by Kenya and Chad fell on Monday.", "A draft resolution by Kenya and Chad"),
        ("The cabinet waved through a spending plan for schools.", "a spending plan for schools"),
        ("Kenya is spending $40 million on a container terminal at Lodwar.", "a container terminal at Lodwar"),
    ],
)  # fmt: skip
def test_what_is_undertaken_is_told_in_many_ways(sentence: str, words: str) -> None:
    assert words in initiatives(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The council approved of the visit.",
        "A court backed the minister on Monday.",
        "Rebels blocked the road from Goma to Sake.",
        "They crossed the line near Goma.",
        "The first round of the election was held in May.",
        "Soldiers guard the only bridge between Lodwar and Juba.",
        "A battery of missiles was seen near Nakuru.",
        "The agency said it would not comment.",
        "The best of all would be a ceasefire in Chad.",
        "Drones hit the power grid and a depot.",
        "They left in an urgent bid to find water.",
        "Two lines of tanks moved north.",
        "Police found a document in the car.",
        "A string of attacks killed 12 people.",
        "The club won the cup.",
        "The link between drought and war is weak.",
    ],
)
def test_bodies_that_act_and_works_that_lie_about_are_none(sentence: str) -> None:
    assert initiatives(sentence) == []
