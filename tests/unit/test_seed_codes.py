"""Files under seeds/ are what their manifest says, and the code lists are complete and consistent."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from geodb.db.base import SCHEMA, Base
from geodb.models.code import CODE_LISTS
from geodb.types import Precision
from tests.unit.seed_files import FILES, LISTS, MANIFEST, ROOT, SEEDS, codes, read, terms

SHARED = Path(os.environ.get("GEODB_SHARED", ROOT.parent / "shared"))
TRUTH = SHARED / "seed/ground_truth.json"

CODE_HEADER = ["code", "label", "description", "sort_order", "parent_code"]
CODE_FORM = re.compile(r"^[a-z0-9_]{1,40}$")
LONGEST_LABEL = 50
ORIGIN_FIELDS = {"title", "publisher", "licence", "retrieved", "note"}

every_file = pytest.mark.parametrize("path", FILES)
every_list = pytest.mark.parametrize("name", LISTS)


# --- every file -----------------------------------------------------------------------------------


@every_file
def test_a_seed_file_is_plain_utf8_with_unix_line_ends(path: str) -> None:
    raw = (SEEDS / path).read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    assert "\ufffd" not in raw.decode("utf-8")


@every_file
def test_no_cell_carries_stray_blanks_or_a_ragged_row(path: str) -> None:
    for row in read(path):
        assert None not in row
        for column, value in row.items():
            assert value == " ".join(value.split()), (column, row)


@every_file
def test_natural_keys_are_unique(path: str) -> None:
    key = [column for column in manifest_of(path)["key"] if column != "taxonomy_code"]
    seen = Counter(tuple(row[column] for column in key) for row in read(path))
    assert [found for found, times in seen.items() if times > 1] == []


# --- manifest -------------------------------------------------------------------------------------


def manifest_of(path: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = [entry for entry in MANIFEST["files"] if entry["path"] == path]
    assert len(found) == 1, f"{path} stands {len(found)} times in seeds/manifest.toml"
    return found[0]


def test_the_manifest_lists_exactly_the_files_present() -> None:
    assert sorted(entry["path"] for entry in MANIFEST["files"]) == FILES


@every_file
def test_the_manifest_knows_header_rows_and_origin(path: str) -> None:
    entry, rows = manifest_of(path), read(path)
    assert entry["rows"] == len(rows)
    assert entry["columns"] == list(rows[0])
    assert MANIFEST["origins"][entry["origin"]].keys() >= ORIGIN_FIELDS


@every_file
def test_columns_are_those_of_the_table(path: str) -> None:
    entry = manifest_of(path)
    assert set(entry["columns"]) <= set(Base.metadata.tables[f"{SCHEMA}.{entry['table']}"].columns.keys())


def test_no_origin_is_listed_without_a_file() -> None:
    assert set(MANIFEST["origins"]) == {entry["origin"] for entry in MANIFEST["files"]}


def test_the_manifest_names_the_datasets_that_issue_keys() -> None:
    assert set(MANIFEST["datasets"]) == {"geodb", "trade"}
    for dataset in MANIFEST["datasets"].values():
        assert dataset["tier"] == "record"
        assert dataset["title"]
        assert dataset["publisher"]
        assert dataset["licence"]


# --- own vocabularies -----------------------------------------------------------------------------


def test_there_is_one_file_per_code_list_table() -> None:
    assert sorted(CODE_LISTS) == LISTS


@every_list
def test_a_code_list_has_the_common_header(name: str) -> None:
    extra = ["acts"] if name == "participant_role" else []
    assert list(read(f"codes/{name}.csv")[0]) == CODE_HEADER + extra


@every_list
def test_codes_are_words_that_can_be_typed(name: str) -> None:
    assert [code for code in codes(name) if not CODE_FORM.match(code)] == []


@every_list
def test_every_code_has_a_short_label_and_one_sentence(name: str) -> None:
    for row in read(f"codes/{name}.csv"):
        assert 0 < len(row["label"]) <= LONGEST_LABEL, row
        assert row["description"].endswith("."), row


@every_list
def test_labels_of_a_list_can_be_told_apart(name: str) -> None:
    labels = Counter(row["label"] for row in read(f"codes/{name}.csv"))
    assert [label for label, times in labels.items() if times > 1] == []


@every_list
def test_a_list_is_kept_in_its_sort_order(name: str) -> None:
    order = [int(row["sort_order"]) for row in read(f"codes/{name}.csv")]
    assert order == sorted(set(order))


@every_list
def test_a_parent_code_comes_before_its_children(name: str) -> None:
    seen: set[str] = set()
    for row in read(f"codes/{name}.csv"):
        assert not row["parent_code"] or row["parent_code"] in seen, row
        seen.add(row["code"])


def test_markings_are_those_of_tlp_2() -> None:
    assert codes("marking") == {"red", "amber_strict", "amber", "green", "clear"}


def test_date_precisions_are_those_that_dates_are_given() -> None:
    assert codes("date_precision") == set(get_args(Precision))


def test_currencies_in_use_and_units_of_ships_and_rivers_are_there() -> None:
    currencies = {row["code"] for row in read("codes/unit.csv") if re.fullmatch("[a-z]{3}", row["code"])}
    assert currencies >= {
        "php",
        "nzd",
        "mnt",
        "kwd",
        "omr",
        "etb",
        "mzn",
        "kes",
        "tzs",
        "ngn",
        "bdt",
        "amd",
        "kzt",
    }
    assert currencies >= {
        "kgs",
        "uzs",
        "ron",
        "mdl",
        "pln",
        "xof",
        "xaf",
        "vnd",
        "thb",
        "sgd",
        "hkd",
        "lkr",
        "iqd",
    }
    assert len(currencies) > 150
    assert codes("unit") >= {"cubic_metres_per_second", "gross_tonnes", "hectares", "km"}


def test_only_roles_that_make_a_side_of_a_dyad_act() -> None:
    acts = {row["code"]: row["acts"] for row in read("codes/participant_role.csv")}
    assert set(acts.values()) == {"true", "false"}
    sides = ("represented", "party", "side_a", "side_b", "visitor", "host")
    assert {acts[role] for role in sides} == {"true"}
    bystanders = ("excluded", "contested_party", "venue_host", "organizer", "observer", "interviewer")
    assert {acts[role] for role in bystanders} == {"false"}


# --- the seed article's ground truth --------------------------------------------------------------

RENAMED = {
    ("relation_kind", "war"): "at_war",
    ("target_comparator", ">="): "at_least",
    ("measure", "duration_years"): "term",
    ("measure", "horizon_years"): "horizon",
    ("date_precision", "range_inferred"): "interval",
    ("date_precision", "before"): "open",
    ("unit", "USD"): "usd",
}
"""Where our code differs from the word that the ground truth uses."""

PLAIN_FIELDS = [
    ("actors", "kind", "actor_kind"),
    ("places", "kind", "place_kind"),
    ("events", "kind", "event_kind"),
    ("events", "status", "event_status"),
    ("events", "precision", "date_precision"),
    ("statements", "form", "statement_form"),
    ("statements", "medium", "medium"),
    ("initiatives", "kind", "initiative_kind"),
    ("initiatives", "status", "initiative_status"),
    ("targets", "comparator", "target_comparator"),
    ("targets", "unit", "unit"),
    ("figures", "kind", "measure"),
    ("figures", "measure", "measure"),
    ("figures", "unit", "unit"),
    ("actor_relations", "kind", "relation_kind"),
    ("actor_relations", "status", "relation_status"),
    ("event_relations", "type", "event_relation_kind"),
    ("assessments", "kind", "judgment_kind"),
    ("sources", "kind", "source_kind"),
]


def used_codes(truth: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for group, field, name in PLAIN_FIELDS:
        yield from ((name, item[field]) for item in truth[group] if item.get(field))
    yield from (("paragraph_kind", item["kind"]) for item in truth["document"]["paragraphs"])
    for item in truth["events"]:
        yield from (("participant_role", role) for role in item["participants"].values())
    for item in truth["statements"]:
        yield from (("stance", stance) for stance in item.get("targets", {}).values())
        yield from (("topic", topic) for topic in item["topics"])


def used_terms(truth: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for item in truth["events"]:
        yield "cameo", item["cameo"]
        if item["plover"]:
            yield "quad_class", str(item["quad"])
            yield "plover", item["plover"] + (f"/{item['mode']}" if item["mode"] else "")
        yield from (("plover", context) for context in item["context"])
    yield from (("plover", item["speech_act"]) for item in truth["statements"] if item["speech_act"])


@pytest.fixture(scope="module")
def truth() -> dict[str, Any]:
    if not TRUTH.is_file():
        pytest.skip(f"the ground truth of the seed article is not here: {TRUTH} (set GEODB_SHARED)")
    loaded: dict[str, Any] = json.loads(TRUTH.read_text("utf-8"))
    return loaded


def test_every_word_of_the_ground_truth_has_a_code(truth: dict[str, Any]) -> None:
    wanted = {(name, RENAMED.get((name, word), word)) for name, word in used_codes(truth)}
    assert len(wanted) > 100
    assert sorted((name, code) for name, code in wanted if code not in codes(name)) == []


def test_every_ontology_code_of_the_ground_truth_is_a_term(truth: dict[str, Any]) -> None:
    wanted = set(used_terms(truth))
    assert sorted((taxonomy, code) for taxonomy, code in wanted if code not in terms(taxonomy)) == []
