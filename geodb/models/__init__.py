"""The mapped classes, all of them, so that one import configures every mapper."""

from __future__ import annotations

from geodb.models.actor import Actor, ActorRelation, Office, OfficeHolding
from geodb.models.assessment import Assessment, AssessmentCondition, AssessmentResolution
from geodb.models.audit import Change
from geodb.models.code import CODE_LISTS, CODE_TABLES, Country, Dataset, Taxonomy, Term, TermMap
from geodb.models.event import (
    Event,
    EventParticipant,
    EventPlace,
    EventRelation,
    EventTerm,
    Figure,
    StatusChange,
)
from geodb.models.evidence import Claim, Evidence
from geodb.models.ingest import Contribution, Dossier, ImportReject, ImportRun
from geodb.models.initiative import Initiative, InitiativeParty, Target, TargetObservation
from geodb.models.merge import NotSame
from geodb.models.place import Place
from geodb.models.record import (
    RECORD_KINDS,
    ExternalId,
    Note,
    Record,
    RecordName,
    RecordRedirect,
    RecordSubject,
    RecordTopic,
)
from geodb.models.source import Document, Paragraph, Reference, Source, SourceAuthor, SourceRating
from geodb.models.statement import Statement, StatementActor

__all__ = [
    "CODE_LISTS",
    "CODE_TABLES",
    "RECORD_KINDS",
    "Actor",
    "ActorRelation",
    "Assessment",
    "AssessmentCondition",
    "AssessmentResolution",
    "Change",
    "Claim",
    "Contribution",
    "Country",
    "Dataset",
    "Document",
    "Dossier",
    "Event",
    "EventParticipant",
    "EventPlace",
    "EventRelation",
    "EventTerm",
    "Evidence",
    "ExternalId",
    "Figure",
    "ImportReject",
    "ImportRun",
    "Initiative",
    "InitiativeParty",
    "NotSame",
    "Note",
    "Office",
    "OfficeHolding",
    "Paragraph",
    "Place",
    "Record",
    "RecordName",
    "RecordRedirect",
    "RecordSubject",
    "RecordTopic",
    "Reference",
    "Source",
    "SourceAuthor",
    "SourceRating",
    "Statement",
    "StatementActor",
    "StatusChange",
    "Target",
    "TargetObservation",
    "Taxonomy",
    "Term",
    "TermMap",
]
