"""Ontologies, countries and the CAMEO to PLOVER map under seeds/ hold what they claim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

import pytest

from tests.unit.seed_files import ROOT, TAXONOMIES, Row, read, terms

DOCS = ROOT / "docs/reference/taxonomies.md"
TERM_HEADER = ["code", "facet", "parent_code", "label", "description", "score", "score_low", "score_high"]
GONE_MODES = {
    "0842",
    "085",
    "132",
    "1321",
    "1322",
    "1722",
    "1712",
    "185",
    "186",
    "175",
    "200",
    "202",
    "201",
    "203",
}
GONE_CONTEXTS = {"0333", "073", "0811", "0812", "082", "0863", "1033", "1223", "1623"}

every_taxonomy = pytest.mark.parametrize("taxonomy", TAXONOMIES)


def crosswalk(layer: str, to_taxonomy: str) -> list[Row]:
    return [
        row
        for row in read("taxonomies/term_map.csv")
        if row["layer"] == layer and row["to_taxonomy_code"] == to_taxonomy
    ]


def targets(rows: list[Row]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row["from_code"], set()).add(row["to_code"])
    return found


def facet_of(code: str) -> str:
    return "mode" if "/" in code else "type" if code.isupper() else "context"


# --- published ontologies -------------------------------------------------------------------------


def test_every_taxonomy_has_its_terms_and_a_licence() -> None:
    rows = read("taxonomies/taxonomy.csv")
    assert [row["code"] for row in rows] == TAXONOMIES
    assert all(row["title"] and row["publisher"] and row["licence"] for row in rows)


@every_taxonomy
def test_terms_have_the_common_header_and_known_parents_first(taxonomy: str) -> None:
    rows = read(f"taxonomies/term/{taxonomy}.csv")
    assert list(rows[0]) == [*TERM_HEADER, "sort_order"]
    assert [int(row["sort_order"]) for row in rows] == list(range(10, 10 * len(rows) + 1, 10))
    seen: set[str] = set()
    for row in rows:
        assert row["label"]
        assert not row["parent_code"] or row["parent_code"] in seen, row
        seen.add(row["code"])


@pytest.mark.parametrize(
    ("taxonomy", "facets"),
    [
        ("plover", {"type": 16, "mode": 67, "context": 37}),
        ("plover_0_8", {"type": 16, "mode": 59, "context": 19}),
        ("cameo", {"root": 20, "base": 149, "event": 149}),
        ("quad_class", {"class": 4}),
        ("icd203", {"band": 7}),
        ("phia", {"band": 7}),
        ("admiralty_reliability", {"grade": 6}),
        ("admiralty_credibility", {"grade": 6}),
    ],
)
def test_a_taxonomy_is_complete(taxonomy: str, facets: dict[str, int]) -> None:
    assert Counter(row["facet"] for row in terms(taxonomy).values()) == facets


@pytest.mark.parametrize("taxonomy", ["plover", "cameo"])
def test_cooperation_scores_lie_between_minus_ten_and_ten(taxonomy: str) -> None:
    scores = [Decimal(row["score"]) for row in terms(taxonomy).values() if row["score"]]
    assert min(scores) == -10
    assert -10 <= max(scores) <= 10


def test_the_lost_minus_of_accuse_is_restored_and_explained() -> None:
    plover = terms("plover")
    modes = [row for row in plover.values() if row["parent_code"] == "ACCUSE"]
    assert [Decimal(mode["score"]) for mode in modes] == [-2, Decimal("-3.5"), Decimal("-3.5")]
    assert Decimal(plover["ACCUSE"]["score"]) == -3
    assert "+3" in plover["ACCUSE"]["description"]


def test_a_missing_score_stays_empty_and_is_never_guessed() -> None:
    plover, cameo = terms("plover"), terms("cameo")
    assert [c for c, row in plover.items() if row["facet"] != "context" and not row["score"]] == [
        "PROTEST/vandalize"
    ]
    unscored = {code for code, row in cameo.items() if not row["score"]}
    assert unscored == {"1214", "155", "176", "1834", "1951", "1952"}


def test_a_plover_mode_is_named_after_its_type() -> None:
    for taxonomy in ("plover", "plover_0_8"):
        for code, row in terms(taxonomy).items():
            assert row["parent_code"] == (code.partition("/")[0] if row["facet"] == "mode" else "")


def test_cameo_codes_keep_their_leading_zero_and_stand_under_their_prefix() -> None:
    cameo = terms("cameo")
    assert cameo["0811"]["parent_code"] == "081"
    assert all(row["parent_code"] == (code[:-1] if len(code) > 2 else "") for code, row in cameo.items())
    assert {code for code in cameo if len(code) == 2} == {f"{root:02}" for root in range(1, 21)}
    assert all(row["label"].isascii() for row in cameo.values())


@pytest.mark.parametrize("scale", ["icd203", "phia"])
def test_bands_of_probability_rise_and_do_not_overlap(scale: str) -> None:
    bands = [(Decimal(row["score_low"]), Decimal(row["score_high"])) for row in terms(scale).values()]
    assert all(0 <= low < high <= 1 for low, high in bands)
    assert all(upper[0] >= lower[1] for lower, upper in pairwise(bands))


def test_phia_leaves_gaps_where_icd203_leaves_none() -> None:
    icd, phia = list(terms("icd203").values()), list(terms("phia").values())
    assert all(a["score_high"] == b["score_low"] for a, b in pairwise(icd))
    assert all(a["score_high"] < b["score_low"] for a, b in pairwise(phia))
    assert (icd[0]["score_low"], icd[-1]["score_high"]) == ("0.01", "0.99")


@pytest.mark.parametrize(
    ("scale", "unknown"), [("admiralty_reliability", "F"), ("admiralty_credibility", "6")]
)
def test_a_grade_that_says_unknown_has_no_score(scale: str, unknown: str) -> None:
    rows = terms(scale)
    assert rows[unknown]["score"] == ""
    assert [Decimal(row["score"]) for code, row in rows.items() if code != unknown] == [
        1, Decimal("0.75"), Decimal("0.5"), Decimal("0.25"), 0,
    ]  # fmt: skip


# --- countries ------------------------------------------------------------------------------------


def test_all_249_countries_carry_their_codes_as_text() -> None:
    rows = read("taxonomies/country.csv")
    assert len(rows) == 249
    assert [row["alpha3"] for row in rows] == sorted(row["alpha3"] for row in rows)
    for column, form in {
        "alpha3": "[A-Z]{3}", "alpha2": "[A-Z]{2}", "numeric_code": r"\d{3}", "wikidata_id": r"Q\d+",
    }.items():  # fmt: skip
        values = [row[column] for row in rows]
        assert len(set(values)) == 249
        assert [value for value in values if not re.fullmatch(form, value)] == []


def test_namibia_is_not_missing() -> None:
    namibia = next(row for row in read("taxonomies/country.csv") if row["alpha3"] == "NAM")
    assert (namibia["alpha2"], namibia["name"], namibia["numeric_code"]) == ("NA", "Namibia", "516")


# --- the crosswalk --------------------------------------------------------------------------------


def test_both_ends_of_every_map_row_exist() -> None:
    known = {taxonomy: set(terms(taxonomy)) for taxonomy in TAXONOMIES}
    for row in read("taxonomies/term_map.csv"):
        assert row["from_code"] in known[row["from_taxonomy_code"]], row
        assert row["to_code"] in known[row["to_taxonomy_code"]], row
        assert row["relation"] in {"exact", "broad", "narrow", "related"}
        assert row["layer"] in {"published", "corrected"}


def test_map_rows_are_sorted_by_their_key() -> None:
    keys = [tuple(list(row.values())[:4]) for row in read("taxonomies/term_map.csv")]
    assert keys == sorted(keys)


def test_the_published_layer_holds_every_code_of_the_published_table() -> None:
    rows = crosswalk("published", "plover_0_8")
    mapped = targets(rows)
    assert len([code for code in mapped if len(code) > 2]) == 256
    assert len([code for code in mapped if len(code) == 2]) == 18
    assert len(rows) == 665
    assert not any(row["note"] for row in rows)


def test_the_published_layer_keeps_what_plover_2_does_not_have() -> None:
    gone = set(terms("plover_0_8")) - set(terms("plover"))
    assert {term for term in gone if "/" not in term} == {"democracy", "humanitarian"}
    rows = [row for row in crosswalk("published", "plover_0_8") if row["to_code"] in gone]
    modes = {row["from_code"] for row in rows if "/" in row["to_code"]}
    contexts = {row["from_code"] for row in rows if "/" not in row["to_code"]}
    # 15 lines of the table, of which two are the same code, 175
    assert modes == GONE_MODES
    assert contexts == GONE_CONTEXTS


def test_the_corrected_layer_gives_every_cameo_code_one_type_or_both_of_08() -> None:
    plover = terms("plover")
    for code, found in targets(crosswalk("corrected", "plover")).items():
        kinds = Counter(plover[to]["facet"] for to in found)
        assert kinds["type"] == (2 if code == "08" else 1), (code, found)
        assert kinds["mode"] <= 1
    assert set(targets(crosswalk("corrected", "plover"))) == set(terms("cameo"))


def test_a_mode_is_mapped_together_with_its_own_type() -> None:
    for layer, taxonomy in (("published", "plover_0_8"), ("corrected", "plover")):
        for code, found in targets(crosswalk(layer, taxonomy)).items():
            assert {to.partition("/")[0] for to in found if "/" in to} <= found, code


def corrections() -> Iterator[tuple[str, list[Row]]]:
    published = targets(crosswalk("published", "plover_0_8"))
    rows = crosswalk("corrected", "plover")
    for code, found in targets(rows).items():
        if found != published.get(code):
            yield code, [row for row in rows if row["from_code"] == code]


def test_every_correction_says_why_and_nothing_else_carries_a_note() -> None:
    published = targets(crosswalk("published", "plover_0_8"))
    corrected = dict(corrections())
    for code, rows in corrected.items():
        assert any(row["note"] for row in rows if row["to_code"].isupper()), code
        added = [row for row in rows if row["to_code"] not in published.get(code, set())]
        assert all(row["note"] for row in added), code
    noted = {row["from_code"] for row in crosswalk("corrected", "plover") if row["note"]}
    assert noted == set(corrected)


def test_the_corrections_are_as_many_as_documented() -> None:
    published = targets(crosswalk("published", "plover_0_8"))
    changed = [code for code, _ in corrections() if code in published]
    added = [code for code, _ in corrections() if code not in published]
    assert len(changed) == 33
    assert Counter(code[:2] for code in added) == {"01": 11, "02": 28, "15": 1, "17": 1, "18": 1, "19": 2}


def test_statements_and_appeals_are_only_related_to_a_speech_act() -> None:
    rows = crosswalk("corrected", "plover")
    for row in rows:
        verbal = row["from_code"][:2] in {"01", "02"}
        if facet_of(row["to_code"]) == "type":
            assert (row["relation"] == "related") is verbal, row
    assert targets(rows)["0231"] == {"REQUEST", "REQUEST/assist", "economic"}


def test_the_two_codes_of_the_second_block_08_follow_their_parent() -> None:
    published = targets(crosswalk("published", "plover_0_8"))
    corrected = targets(crosswalk("corrected", "plover"))
    for code in ("0813", "0814"):
        assert "RETREAT" in published[code]
        assert corrected[code] == corrected["081"] == {"CONCEDE", "legal"}


def test_quad_classes_are_given_for_all_roots_and_types() -> None:
    rows = [row for row in read("taxonomies/term_map.csv") if row["to_taxonomy_code"] == "quad_class"]
    assert Counter(row["from_taxonomy_code"] for row in rows) == {"cameo": 20, "plover": 16}


def test_the_reference_page_shows_every_correction_with_its_reason() -> None:
    page = DOCS.read_text("utf-8")
    for code, rows in corrections():
        notes = {row["note"] for row in rows if row["note"]}
        assert re.search(rf"^\| {code} \|", page, re.MULTILINE), f"{code} is missing in {DOCS.name}"
        assert all(note in page for note in notes), code
