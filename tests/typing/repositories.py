"""What type checkers say of the repositories. Never run: mypy reads it, in `make types`.

A line marked `type: ignore` is a mistake that must stay one: mypy reports an ignore that is not needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import assert_type

from geodb.db.session import Database
from geodb.models import (
    Actor,
    ActorRelation,
    Assessment,
    AssessmentResolution,
    Change,
    Document,
    Event,
    EventParticipant,
    Evidence,
    ImportReject,
    ImportRun,
    Initiative,
    Note,
    OfficeHolding,
    Place,
    Record,
    RecordName,
    Source,
    Statement,
    StatementActor,
    StatusChange,
    TargetObservation,
    Term,
    TermMap,
)
from geodb.repositories import (
    Code,
    FirstReport,
    InitiativeTree,
    NameMatch,
    Observed,
    Repositories,
    Scenario,
    Selection,
    StatementQuery,
    TargetProgress,
    TrackRecord,
)
from geodb.types import DateSpan, Span

DAY = date(2025, 2, 12)


def open_one(db: Database) -> Repositories:
    with db.read() as session:
        return assert_type(Repositories(session), Repositories)


def what_every_repository_can_do(geo: Repositories) -> None:
    assert_type(geo.actors.get("geodb:a"), Actor)
    assert_type(geo.places.find("geodb:a"), Place | None)
    assert_type(geo.events.page("geodb:a", limit=10), list[Event])
    assert_type(geo.documents.stream(), Iterator[Document])
    assert_type(geo.statements.retract("geodb:a", "wrong"), Statement)
    assert_type(geo.sources.restore("geodb:a"), Source)
    assert_type(geo.records.get("geodb:a"), Record)
    assert_type(geo.actors.add(Actor(key="geodb:a")), Actor)
    geo.actors.add(Event(key="geodb:a"))  # type: ignore[arg-type]
    geo.actors.get(1)  # type: ignore[arg-type]


def actors_and_places(geo: Repositories) -> None:
    assert_type(geo.actors.find_by_name("Kyiv", on=DAY, lang="uk", script="Cyrl"), list[Actor])
    assert_type(geo.actors.similar("Kyiv"), list[NameMatch[Actor]])
    assert_type(geo.actors.similar("Kyiv")[0].record, Actor)
    assert_type(geo.places.similar("Kyiv")[0].score, float)
    assert_type(geo.actors.names_of("geodb:a"), list[RecordName])
    assert_type(geo.actors.holding("geodb:o", DAY), list[Actor])
    assert_type(geo.actors.offices_of("geodb:a", on=DAY), list[OfficeHolding])
    assert_type(geo.actors.offices_of("geodb:a")[0].holder, Actor)
    assert_type(geo.actors.relations_of("geodb:a", kinds=["rivalry"]), list[ActorRelation])
    assert_type(geo.actors.hold_office("geodb:h", "geodb:a", "geodb:o", start="2025"), OfficeHolding)
    assert_type(geo.places.within("geodb:p"), Selection[Place])
    geo.actors.find_by_name("Kyiv", on="2025-02-12")  # type: ignore[arg-type]


def events(geo: Repositories) -> None:
    assert_type(geo.events.between("2025-02", certain=True, statuses=["planned"]), Selection[Event])
    assert_type(geo.events.between(DateSpan.parse("2025-02")).all(), list[Event])
    assert_type(geo.events.involving("geodb:a", "geodb:b", roles=["party"]).stream(), Iterator[Event])
    assert_type(geo.events.under("geodb:p").count(), int)
    assert_type([event for event in geo.events.at("geodb:p")], list[Event])  # noqa: C416 - iterating is the point
    assert_type(geo.events.get("geodb:e").participants[0].actor, Actor)
    assert_type(geo.events.add_participant("geodb:e", "geodb:a", "party"), EventParticipant)
    assert_type(geo.events.set_status("geodb:e", "occurred", "2025-02-12"), StatusChange)
    geo.events.between("2025-02", True)  # type: ignore[call-arg] # noqa: FBT003 - a mistake on purpose


def statements(geo: Repositories) -> None:
    query = geo.statements.by("geodb:a").about("geodb:b").before("geodb:e").in_capacity("geodb:o")
    assert_type(query, StatementQuery)
    assert_type(query.at("geodb:e").form("verbatim").since(DAY).canonical(), StatementQuery)
    assert_type(query.all(), list[Statement])
    assert_type(query.page(), list[Statement])
    assert_type(query.stream(), Iterator[Statement])
    assert_type(geo.statements.add_actor("geodb:s", "geodb:a", "target", stance="negative"), StatementActor)


def initiatives(geo: Repositories) -> None:
    assert_type(geo.initiatives.tree("geodb:i"), InitiativeTree)
    assert_type(geo.initiatives.tree("geodb:i").parts[0].initiative, Initiative)
    assert_type(geo.initiatives.progress("geodb:t", as_of=DAY), list[TargetProgress])
    assert_type(geo.initiatives.progress("geodb:t")[0].observed, Observed | None)
    assert_type(geo.initiatives.progress("geodb:t")[0].gap, Decimal | None)
    assert_type(geo.initiatives.observe("geodb:t", Decimal(1), "2024", "geodb:s"), TargetObservation)
    geo.initiatives.observe("geodb:t", 1.5, "2024", "geodb:s")  # type: ignore[arg-type]


def assessments(geo: Repositories) -> None:
    assert_type(geo.assessments.open(due_before=DAY), Selection[Assessment])
    assert_type(geo.assessments.by("geodb:a").page(), list[Assessment])
    assert_type(geo.assessments.scenario("geodb:s"), Scenario)
    assert_type(geo.assessments.scenario("geodb:s").outcomes, tuple[Assessment, ...])
    assert_type(geo.assessments.resolve("geodb:f", "true", DAY), AssessmentResolution)
    assert_type(geo.assessments.track_records(), list[TrackRecord])


def sources_and_records(geo: Repositories) -> None:
    assert_type(geo.sources.by_url("https://example.org"), list[Source])
    assert_type(geo.sources.first_to_report("geodb:e"), FirstReport | None)
    assert_type(geo.sources.evidence_of("geodb:e"), list[Evidence])
    assert_type(geo.sources.add_evidence("geodb:e", "geodb:d", Span(1, 0, 5), coder="ann"), Evidence)
    assert_type(geo.sources.quote("geodb:e", "geodb:d", 1, "words", credibility=2), Evidence)
    geo.sources.quote("geodb:e", "geodb:d", 1, "words", credibility="B")  # type: ignore[arg-type]
    geo.sources.quote("geodb:e", "geodb:d", 1, "words", colour="red")  # type: ignore[call-arg]
    assert_type(geo.records.history("geodb:e"), list[Change])
    assert_type(geo.records.notes_on("geodb:e"), list[Note])
    assert_type(geo.records.on_topic("sanctions"), Selection[Record])


def codes_and_imports(geo: Repositories) -> None:
    assert_type(geo.codes.all("event_status"), list[Code])
    assert_type(geo.codes.label("event_status", "occurred"), str)
    assert_type(geo.codes.term("plover", "CONSULT"), Term)
    assert_type(geo.codes.crosswalk("cameo", "01", "plover"), list[TermMap])
    assert_type(geo.imports.runs(), list[ImportRun])
    assert_type(geo.imports.rejects(run_id=1), list[ImportReject])
