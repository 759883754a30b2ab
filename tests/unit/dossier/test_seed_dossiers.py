from __future__ import annotations

import csv
import json
import os
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from geodb.dossier.actors import Actor, ActorRelation, Holding, Office, Place
from geodb.dossier.assessments import Assessment
from geodb.dossier.events import Event, EventRelation, Figure
from geodb.dossier.initiatives import Initiative, Target
from geodb.dossier.items import Item
from geodb.dossier.resolve import ResolvedDossier, read_dossier
from geodb.dossier.sources import Source
from geodb.dossier.statements import Statement
from geodb.resources import seeds_dir

ROOT = Path(__file__).parents[3]
SHARED = Path(os.environ.get("GEODB_SHARED", ROOT.parent / "shared")) / "seed"
ARTICLES = seeds_dir() / "articles"
# The article speaks of the war as a relation, too; our code lists have their own words for three relations
# and tell a venue from an inviting host.
RELATION_KINDS = {"war": "at_war"}
MEASURES = {"duration_years": "term", "horizon_years": "horizon"}

Spans = frozenset[tuple[int, int, int]]


@pytest.fixture(scope="module")
def truth() -> dict[str, Any]:
    file = SHARED / "ground_truth.json"
    if not file.is_file():
        pytest.skip(f"no ground truth at {file}")
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def seed() -> ResolvedDossier:
    return read_dossier(ARTICLES / "us-strategic-moves-2025")


class Coded:
    """The seed dossier, looked up the way the ground truth names things: by name, or by spans."""

    def __init__(self, seed: ResolvedDossier, truth: dict[str, Any]) -> None:
        self.items = {item.key: item for _, item in seed.records}
        self.labels = seed.labels
        self._spans: dict[str, set[tuple[int, int, int]]] = defaultdict(set)
        self.markers: dict[str, set[str | None]] = defaultdict(set)
        for passage in seed.passages:
            assert passage.span
            self._spans[passage.record].add((passage.span.paragraph, passage.span.start, passage.span.end))
            self.markers[passage.record].add(passage.marker)
        self.keys: dict[str, str] = {}
        named: dict[str, type[Item]] = {
            "actors": Actor,
            "offices": Office,
            "places": Place,
            "events": Event,
            "initiatives": Initiative,
            "targets": Target,
            "actor_relations": ActorRelation,
        }
        for group, kind in named.items():
            by_label = {self.labels[item.key]: item.key for item in self.of_kind(kind)}
            self.keys |= {
                entry["id"]: by_label[entry["name"]] for entry in truth[group] if entry["name"] in by_label
            }
        self.keys["A42"] = "author-of-us-strategic-moves-2025"
        for entry in truth["statements"]:
            self.keys[entry["id"]] = self.by_spans(Statement, entry).key

    def of_kind(self, kind: type[Item]) -> list[Any]:
        return [item for item in self.items.values() if type(item) is kind]

    def item(self, identifier: str) -> Any:  # noqa: ANN401 - of the kind that the identifier has
        return self.items[self.keys[identifier]]

    def spans(self, key: str) -> Spans:
        return frozenset(self._spans[key])

    def by_spans(self, model: type[Item], entry: dict[str, Any], **fields: str) -> Any:  # noqa: ANN401
        found = [
            item
            for item in self.of_kind(model)
            if self.spans(item.key) == spans_of(entry)
            and all(getattr(item, name) == value for name, value in fields.items())
        ]
        assert len(found) == 1, (entry["id"], found)
        return found[0]


@pytest.fixture(scope="module")
def coded(seed: ResolvedDossier, truth: dict[str, Any]) -> Coded:
    return Coded(seed, truth)


def spans_of(entry: dict[str, Any]) -> Spans:
    evidence = entry.get("evidence", entry.get("condition", []))
    return frozenset((item["paragraph"], item["start"], item["end"]) for item in evidence)


def test_every_item_of_the_ground_truth_has_exactly_its_spans(coded: Coded, truth: dict[str, Any]) -> None:
    for group in (
        "actors",
        "offices",
        "places",
        "events",
        "statements",
        "initiatives",
        "targets",
        "actor_relations",
    ):
        for entry in truth[group]:
            assert coded.spans(coded.keys[entry["id"]]) == spans_of(entry), entry["id"]


def test_the_counts_are_those_of_the_ground_truth(seed: ResolvedDossier, truth: dict[str, Any]) -> None:
    dossier, counts = seed.dossier, truth["counts"]
    for group in ("actors", "offices", "places", "events", "statements", "initiatives", "targets", "figures"):
        assert len(getattr(dossier, group)) == counts[group], group
    kinds = [assessment.kind for assessment in dossier.assessments]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "judgment": counts["assessments"],
        "forecast": counts["forecasts"],
        "scenario": counts["scenarios"],
        "scenario_outcome": counts["scenario_outcomes"],
    }
    assert len(dossier.holdings) == counts["offices"]
    assert len(dossier.sources) + 1 == counts["sources"]
    assert len(dossier.references) == counts["footnote_markers"]
    assert len([note for note in dossier.notes if note.kind == "quality"]) == counts["quality_flags"]
    assert len(dossier.actor_relations) == counts["actor_relations"]
    assert sum(len(event.relations) for event in dossier.events) == counts["event_relations"]


def test_actors_have_their_kinds_names_and_metonyms(coded: Coded, truth: dict[str, Any]) -> None:
    for entry in truth["actors"]:
        actor = coded.item(entry["id"])
        assert actor.kind == {"A42": "unnamed_person"}.get(entry["id"], entry["kind"])
        names = {name.name: name.kind for name in actor.names}
        expected = {name.partition(" (")[0] for name in entry.get("names", [])}
        assert expected <= set(names), entry["id"]
        assert {name for name, kind in names.items() if kind == "metonym"} == set(entry.get("metonyms", []))


def test_offices_have_their_organizations_and_holders(coded: Coded, truth: dict[str, Any]) -> None:
    holdings = {(item.office, item.holder): item for item in coded.of_kind(Holding)}
    for entry in truth["offices"]:
        office = coded.item(entry["id"])
        assert office.organization == coded.keys[entry["of"]]
        holding = holdings[office.key, coded.keys[entry["holder"]]]
        assert holding.status == "attested"
        assert coded.spans(holding.key) == spans_of(entry)


def test_places_have_their_kinds(coded: Coded, truth: dict[str, Any]) -> None:
    for entry in truth["places"]:
        assert coded.item(entry["id"]).kind == entry["kind"]


def test_events_have_their_status_time_participants_places_and_codes(
    coded: Coded, truth: dict[str, Any]
) -> None:
    for entry in truth["events"]:
        event = coded.item(entry["id"])
        assert (event.kind, event.status, str(event.when)) == (entry["kind"], entry["status"], entry["edtf"])
        roles = {(coded.keys[actor], role) for actor, role in entry["participants"].items()}
        venue_hosts = {(coded.keys["A10"], "host"): (coded.keys["A10"], "venue_host")}
        assert {(p.actor, p.role) for p in event.participants} == {venue_hosts.get(r, r) for r in roles}
        places = [coded.keys[place] for place in entry.get("place", "").split(";") if place]
        assert [place.place for place in event.places] == places
        plover, mode = entry["plover"], entry["mode"]
        assert event.plover == (f"{plover}/{mode}" if mode else plover)
        assert (list(event.contexts), event.cameo) == (entry["context"], entry["cameo"])


def test_events_have_their_relations(coded: Coded, truth: dict[str, Any]) -> None:
    relations = {(item.from_, item.kind, item.to): item for item in coded.of_kind(EventRelation)}
    for entry in truth["event_relations"]:
        relation = relations[coded.keys[entry["a"]], entry["type"], coded.keys[entry["b"]]]
        assert coded.spans(relation.key) == spans_of(entry), entry["id"]


def test_statements_have_speaker_form_medium_targets_and_occasion(
    coded: Coded, truth: dict[str, Any]
) -> None:
    def key(identifier: str | None) -> str | None:
        return coded.keys[identifier] if identifier else None

    for entry in truth["statements"]:
        statement = coded.item(entry["id"])
        assert list(statement.speaker) == [coded.keys[actor] for actor in entry["speaker"]]
        assert (statement.form, statement.medium) == (entry["form"], entry["medium"])
        assert statement.verbatim == entry.get("verbatim")
        assert statement.truncated == entry.get("truncated", False)
        assert statement.capacity == key(entry.get("capacity"))
        assert statement.occasion == key(entry.get("occasion"))
        assert statement.speech_act == entry["speech_act"]
        assert list(statement.topics) == entry["topics"]
        targets = {coded.keys[actor]: stance for actor, stance in entry.get("targets", {}).items()}
        assert statement.targets == targets
        for field in ("on_behalf_of", "audience", "reported_by", "about"):
            assert list(getattr(statement, field)) == ([key(entry[field])] if entry.get(field) else [])
        marker = f"[{entry['footnote']}]" if entry["footnote"] else None
        assert coded.markers[statement.key] == {marker}, entry["id"]


def test_initiatives_have_their_parents_parties_and_status(coded: Coded, truth: dict[str, Any]) -> None:
    for entry in truth["initiatives"]:
        initiative = coded.item(entry["id"])
        assert initiative.kind == entry["kind"]
        assert initiative.parent == (coded.keys[entry["parent"]] if "parent" in entry else None)
        assert [party.actor for party in initiative.parties] == [
            coded.keys[party] for party in entry["parties"]
        ]
        (step,) = initiative.status_changes
        assert (step.status, str(step.when)) == (entry["status"], entry["status_edtf"])
        assert initiative.term == entry.get("duration")
        event = entry.get("launch_event") or entry.get("process_event")
        assert event is None or coded.keys[event] in {initiative.launch_event, step.event}


def test_the_target_is_500_billion_dollars_by_2030_without_a_baseline(
    coded: Coded, seed: ResolvedDossier
) -> None:
    target = coded.item("T01")
    assert (target.initiative, target.comparator, target.unit) == (coded.keys["I05"], "at_least", "usd")
    assert target.value == Decimal(500_000_000_000)
    assert str(target.deadline) == "2030"
    assert seed.dossier.observations == ()


def test_figures_have_their_values(coded: Coded, truth: dict[str, Any]) -> None:
    of = {"E01": coded.keys["E01"], "T01": "mission-500-target", "I02": coded.keys["I02"]}
    of["F01"] = coded.by_spans(Assessment, truth["forecasts"][0]).key
    for entry in truth["figures"]:
        figure = coded.by_spans(Figure, entry)
        assert (figure.of, figure.best) == (of[entry["of"]], Decimal(entry["best"]))
        assert figure.measure == MEASURES.get(entry["measure"], entry["measure"])
        assert figure.qualifier == entry.get("qualifier")


def test_relations_of_actors_have_their_kinds_and_status(coded: Coded, truth: dict[str, Any]) -> None:
    for entry in truth["actor_relations"]:
        relation = coded.item(entry["id"])
        assert (relation.from_, relation.to) == (coded.keys[entry["a"]], coded.keys[entry["b"]])
        assert relation.kind == RELATION_KINDS.get(entry["kind"], entry["kind"])
        assert relation.status == entry.get("status", "actual")


def test_judgments_and_forecasts_have_author_wording_and_subjects(
    coded: Coded, truth: dict[str, Any]
) -> None:
    for entry in truth["assessments"] + truth["forecasts"]:
        kind = "judgment" if "kind" in entry else "forecast"
        assessment = coded.by_spans(Assessment, entry, kind=kind)
        assert assessment.author == coded.keys[entry["by"]]
        assert assessment.judgment_kind == entry.get("kind")
        modal = (entry["modal"] or "").removesuffix(" (carried over)")
        assert not modal or assessment.wording == modal
        assert {coded.keys[subject] for subject in entry.get("subject", [])} <= set(assessment.subjects)
        assert [item.text for item in assessment.conditions] == [
            entry[k] for k in ("condition",) if k in entry
        ]
        assert assessment.within == entry.get("horizon")
        assert assessment.probability is None


def test_scenarios_have_their_conditions_and_outcomes(coded: Coded, truth: dict[str, Any]) -> None:
    for entry in truth["scenarios"]:
        scenario = coded.by_spans(Assessment, entry, kind="scenario")
        assert [item.text for item in scenario.conditions] == [item["exact"] for item in entry["condition"]]
        outcomes = {
            part["id"]: coded.by_spans(Assessment, part, kind="scenario_outcome", parent=scenario.key)
            for part in entry["outcomes"]
        }
        for part in entry["outcomes"]:
            assert outcomes[part["id"]].wording == part["modal"]
            assert bool(outcomes[part["id"]].conditions) == ("condition" in part)
        if "SC1.f" in outcomes:
            assert outcomes["SC1.f"].conditions[0].record == outcomes["SC1.e"].key
            assert outcomes["SC1.g"].conditions[0].record == coded.keys["S21"]


def test_sources_and_footnotes_are_those_of_the_ground_truth(
    coded: Coded, seed: ResolvedDossier, truth: dict[str, Any]
) -> None:
    references = {reference.marker: reference for reference in seed.dossier.references}
    for entry in truth["sources"][1:]:
        source = coded.by_spans(Source, entry)
        assert (source.kind, source.title, source.url) == (entry["kind"], entry["title"], entry["url"])
        assert (source.language, source.published) == (entry["language"], None)
        reference = references[f"[{entry['footnote']}]"]
        assert (reference.source, reference.p) == (source.key, entry["paragraph"])
        assert str(reference.accessed) == entry["accessed"]
        authors = {name.name for author in source.authors for name in coded.items[author].names}
        assert set(entry["authors"]) <= authors


def test_quality_notes_are_on_the_records_of_the_ground_truth(
    coded: Coded, seed: ResolvedDossier, truth: dict[str, Any]
) -> None:
    keys = dict(coded.keys)
    keys |= {entry["id"]: coded.by_spans(Figure, entry).key for entry in truth["figures"]}
    keys |= {entry["id"]: coded.by_spans(Source, entry).key for entry in truth["sources"][1:]}
    notes = [note for note in seed.dossier.notes if note.kind == "quality"]
    assert [list(note.on) for note in notes] == [
        [keys[on] for on in flag["on"]] for flag in truth["quality_flags"]
    ]


def test_the_article_is_stored_as_it_was_found(seed: ResolvedDossier, truth: dict[str, Any]) -> None:
    document = seed.document
    assert document
    assert document.sha256 == document.original_sha256 == truth["document"]["sha256"]
    assert document.normalization == "none"
    assert [(p.no, p.kind, p.start, len(p.text)) for p in document.paragraphs] == [
        (p["no"], p["kind"], p["doc_start"], p["length"]) for p in truth["document"]["paragraphs"]
    ]


def test_the_seed_dossier_needs_nothing_from_elsewhere(seed: ResolvedDossier) -> None:
    assert seed.lookups == ()
    assert len(seed.passages) == 211


def test_evidence_stands_under_the_nearest_marker_to_its_right(seed: ResolvedDossier) -> None:
    assert seed.document
    for passage in seed.passages:
        assert passage.span
        paragraph = seed.document.paragraphs[passage.span.paragraph - 1]
        markers = [reference.marker for reference in seed.dossier.references]
        start = 0 if paragraph.kind == "footnote" else passage.span.end
        behind = [marker for marker in markers if marker in paragraph.text[start:]]
        assert passage.marker == (behind[0] if behind else None), passage.path


def test_the_trade_figures_stand_side_by_side_in_a_dataset_of_their_own() -> None:
    resolved = read_dossier(ARTICLES / "us-india-trade-figures")
    dossier = resolved.dossier
    assert (dossier.dataset, dossier.article) == ("trade", None)
    assert [(o.value / 10**9, str(o.as_of), o.basis, o.scope) for o in dossier.observations] == [
        (Decimal("190.08"), "2023", "baseline", "goods and services"),
        (Decimal("212.3"), "2024", "baseline", "goods and services"),
        (Decimal("128.9"), "2024", "baseline", "goods only"),
    ]
    assert [str(lookup.key) for lookup in resolved.lookups] == ["geodb:mission-500-target"]
    assert "Not from the seed article" in (dossier.note or "")


@pytest.mark.parametrize("name", sorted(folder.name for folder in ARTICLES.iterdir() if folder.is_dir()))
def test_the_codes_of_a_seed_dossier_exist(name: str) -> None:
    for use in read_dossier(ARTICLES / name).codes:
        assert use.code in codes_of(use.code.code_list), (use.code.code_list, use.code, use.path)


def codes_of(code_list: str) -> set[str]:
    taxonomies = seeds_dir() / "taxonomies"
    if code_list in {"country", "taxonomy"}:
        return column(taxonomies / f"{code_list}.csv")
    if code_list.startswith("taxonomy:"):
        return column(taxonomies / "term" / f"{code_list.partition(':')[2]}.csv")
    return column(seeds_dir() / "codes" / f"{code_list}.csv")


def column(file: Path) -> set[str]:
    with file.open(encoding="utf-8", newline="") as stream:
        return {row[0] for row in csv.reader(stream)}
