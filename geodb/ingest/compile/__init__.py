"""From a dossier to rows: pure functions, one module per aggregate."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from geodb.dossier.items import Item
from geodb.dossier.resolve import ResolvedDossier
from geodb.ingest.compile.actors import add_actor, add_actor_relation, add_holding, add_office, add_place
from geodb.ingest.compile.assessments import add_assessment
from geodb.ingest.compile.events import add_event, add_event_relation, add_figure
from geodb.ingest.compile.evidence import add_claim, add_note, add_passage
from geodb.ingest.compile.initiatives import add_initiative, add_observation, add_target
from geodb.ingest.compile.rows import Answers, Row, Rows, edtf
from geodb.ingest.compile.sources import add_document, add_references, add_source
from geodb.ingest.compile.statements import add_statement

__all__ = ["Answers", "Row", "Rows", "compile_dossier"]

_KINDS: dict[str, Callable[[Rows, str, Any], None]] = {
    "actor": add_actor,
    "office": add_office,
    "office_holding": add_holding,
    "actor_relation": add_actor_relation,
    "place": add_place,
    "event": add_event,
    "event_relation": add_event_relation,
    "figure": add_figure,
    "statement": add_statement,
    "initiative": add_initiative,
    "target": add_target,
    "assessment": add_assessment,
    "source": add_source,
}


def compile_dossier(source: ResolvedDossier, answers: Answers) -> Rows:
    """All rows of a dossier. `answers` are the keys of its lookups, by text and expected kind."""
    rows, dossier = Rows(source, answers), source.dossier
    for _, item in source.records:
        _add_record(rows, item)
    if dossier.article and source.document:
        add_document(rows, dossier.article, source.document)
        add_references(rows, source.document)
    for observation in dossier.observations:
        add_observation(rows, observation)
    for claim in dossier.claims:
        add_claim(rows, claim)
    for passage in source.passages:
        add_passage(rows, passage)
    for note in dossier.notes:
        add_note(rows, note)
    return rows


def _add_record(rows: Rows, item: Item) -> None:
    key = rows.own(item.key)
    label, marking = rows.source.labels[item.key], item.marking or rows.source.dossier.marking
    rows.add("record", kind=item.record_kind, key=key, label=label, marking_code=marking)
    _KINDS[item.record_kind](rows, key, item)
    for name in item.names:
        rows.add(
            "record_name",
            record_id=key,
            name=name.name,
            kind_code=name.kind,
            lang=name.lang,
            script=name.script,
            is_primary=name.primary,
            valid_edtf=edtf(name.valid),
        )
    for scheme, value in item.external_ids.items():
        rows.add("external_id", record_id=key, scheme_code=scheme, value=value)
    for topic in item.topics:
        rows.add("record_topic", record_id=key, topic_code=topic)
