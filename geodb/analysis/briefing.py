"""What a newcomer to a database wants to see first, one query over the read contract per section.

Sections are cut at `SHOWN` entries; the counts say how many there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geodb.analysis.rows import fetch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

SHOWN = 60
"""Entries shown per section; what a screen or two can hold."""


@dataclass(frozen=True, slots=True)
class Count:
    """Records of a kind that stand, neither retracted nor merged into another."""

    kind: str
    records: int


@dataclass(frozen=True, slots=True)
class Happening:
    """An event and who takes part in it; `when_edtf` is None where nobody says when."""

    key: str
    label: str
    status: str
    when_edtf: str | None
    participants: str | None
    places: str | None


@dataclass(frozen=True, slots=True)
class Undertaking:
    """An initiative with the names of its parties; `parent_key` is None at the top of a tree."""

    key: str
    label: str
    parent_key: str | None
    status: str | None
    status_edtf: str | None
    term: str | None
    parties: str | None


@dataclass(frozen=True, slots=True)
class Baseline:
    """A target with one value its metric is said to start from; `value` is None if no source gives any.

    `is_outside`: another dataset than the target's gives the value. Growth is percent a year.
    """

    target_key: str
    label: str
    initiative_key: str
    target_value: float
    comparator: str
    unit: str
    deadline_edtf: str | None
    value: float | None
    as_of_edtf: str | None
    scope: str | None
    source: str | None
    is_outside: bool
    dataset_title: str | None
    needed_growth_percent: float | None


@dataclass(frozen=True, slots=True)
class Said:
    """A statement; `about` are its targets with stance, or else what it speaks about."""

    key: str
    speakers: str | None
    content: str
    form: str
    about: str | None
    occasion: str | None
    when_edtf: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is expected under a scenario, whose conditions must all hold; None where it has no outcome."""

    scenario_key: str
    scenario: str
    author: str | None
    conditions: str | None
    wording: str | None
    outcome: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """How much one paragraph carries. `uncited`: claims of fact without a footnote anywhere in the document.

    `judgments` counts the assessments in it, which nobody has to cite.
    """

    document_key: str
    document_label: str
    paragraph_no: int
    kind: str
    facts: int
    judgments: int
    uncited: list[str]


@dataclass(frozen=True, slots=True)
class Hint:
    """Something in this database worth looking up next: an event's key, and a name in its own script."""

    event_key: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Briefing:
    """All sections, in the order they are told."""

    counts: Sequence[Count]
    passages: int
    timeline: Sequence[Happening]
    initiatives: Sequence[Undertaking]
    baselines: Sequence[Baseline]
    statements: Sequence[Said]
    outcomes: Sequence[Outcome]
    paragraphs: Sequence[Paragraph]
    hint: Hint


def read_briefing(session: Session) -> Briefing:
    """Everything the briefing tells, in nine queries."""
    counts = fetch(session, Count, _COUNTS)
    return Briefing(
        counts=[count for count in counts if count.kind != "evidence"],
        passages=sum(count.records for count in counts if count.kind == "evidence"),
        timeline=fetch(session, Happening, _TIMELINE, limit=SHOWN),
        initiatives=fetch(session, Undertaking, _INITIATIVES, limit=SHOWN),
        baselines=fetch(session, Baseline, _BASELINES, limit=SHOWN),
        statements=fetch(session, Said, _STATEMENTS, limit=SHOWN),
        outcomes=fetch(session, Outcome, _OUTCOMES, limit=SHOWN),
        paragraphs=fetch(session, Paragraph, _PARAGRAPHS, limit=SHOWN),
        hint=fetch(session, Hint, _HINT)[0],
    )


_COUNTS = """
    SELECT kind, records FROM (
        SELECT r.kind, count(*) AS records, min(c.sort_order) AS place
        FROM api.record r JOIN api.code c ON c.list = 'record_kind' AND c.code = r.kind
        WHERE r.retracted_at IS NULL GROUP BY r.kind
        UNION ALL
        SELECT 'evidence', count(*), NULL FROM api.evidence WHERE exact IS NOT NULL
    ) counted ORDER BY place
"""

_TIMELINE = """
    SELECT e.key, e.label, e.status, e.when_edtf,
        (SELECT string_agg(DISTINCT p.actor_label, ', ' ORDER BY p.actor_label)
            FROM api.event_participant p WHERE p.event_key = e.key AND p.acts) AS participants,
        (SELECT string_agg(DISTINCT p.place_label, ', ' ORDER BY p.place_label)
            FROM api.event_place p WHERE p.event_key = e.key) AS places
    FROM api.event e
    ORDER BY coalesce(e.when_from, e.when_until), e.when_until, e.label
    LIMIT :limit
"""

_INITIATIVES = """
    SELECT i.key, i.label, i.parent_key, i.status, i.status_edtf, i.term,
        (SELECT string_agg(DISTINCT p.actor_label, ', ' ORDER BY p.actor_label)
            FROM api.initiative_party p WHERE p.initiative_key = i.key) AS parties
    FROM api.initiative i
    ORDER BY i.parent_key IS NOT NULL, i.status_from, i.label
    LIMIT :limit
"""

_BASELINES = """
    SELECT t.key AS target_key, t.label, t.initiative_key, t.value AS target_value, t.comparator, t.unit,
        t.deadline_edtf, t.baseline_value AS value, t.baseline_edtf AS as_of_edtf, t.baseline_scope AS scope,
        coalesce(s.publisher_label, s.label) AS source, d.title AS dataset_title, t.needed_growth_percent,
        d.prefix IS DISTINCT FROM split_part(t.key, ':', 1) AS is_outside
    FROM api.target_progress t
    LEFT JOIN api.dataset d ON d.prefix = split_part(t.baseline_source_key, ':', 1)
    LEFT JOIN api.source s ON s.key = t.baseline_source_key
    ORDER BY t.key, is_outside, t.baseline_on, t.baseline_value DESC
    LIMIT :limit
"""

_STATEMENTS = """
    SELECT s.key, s.speaker_labels AS speakers, s.content, s.form, s.occasion_label AS occasion, s.when_edtf,
        coalesce(
            (SELECT string_agg(concat(a.actor_label, ' (' || a.stance || ')'), ', ' ORDER BY a.actor_label)
                FROM api.statement_actor a WHERE a.statement_key = s.key AND a.role = 'target'),
            (SELECT string_agg(b.subject_label, ', ' ORDER BY b.subject_label)
                FROM api.subject b WHERE b.record_key = s.key)
        ) AS about
    FROM api.statement s
    ORDER BY count(*) OVER (PARTITION BY s.speaker_labels) DESC, s.speaker_labels,
        coalesce(s.when_from, s.when_until), s.key
    LIMIT :limit
"""

_OUTCOMES = """
    SELECT s.key AS scenario_key, s.label AS scenario, s.author_label AS author, c.conditions,
        o.wording, o.outcome
    FROM api.assessment s
    LEFT JOIN (
        SELECT assessment_key,
            string_agg(concat(CASE WHEN is_negated THEN 'not: ' END, text), ' and ' ORDER BY seq)
                AS conditions
        FROM api.assessment_condition GROUP BY assessment_key
    ) c ON c.assessment_key = s.key
    LEFT JOIN api.scenario_outcome o ON o.scenario_key = s.key
    WHERE s.kind = 'scenario'
    ORDER BY (SELECT min(e.paragraph_no) FROM api.evidence e WHERE e.record_key = s.key), s.key, o.seq
    LIMIT :limit
"""

_PARAGRAPHS = """
    WITH claim AS (
        SELECT document_key, paragraph_no, record_key, record_kind, record_label,
            bool_or(bool_or(marker IS NOT NULL)) OVER (PARTITION BY document_key, record_key) AS is_cited
        FROM api.evidence
        WHERE relation = 'supports' AND paragraph_no IS NOT NULL
            AND record_kind IN ('event', 'statement', 'initiative', 'target', 'figure', 'assessment')
        GROUP BY document_key, paragraph_no, record_key, record_kind, record_label
    )
    SELECT c.document_key, c.document_label, c.paragraph_no, c.kind, c.facts,
        count(l.record_key) FILTER (WHERE l.record_kind = 'assessment') AS judgments,
        coalesce(array_agg(l.record_label ORDER BY l.record_label)
            FILTER (WHERE l.record_kind <> 'assessment' AND NOT l.is_cited), '{}') AS uncited
    FROM api.coverage c
    LEFT JOIN claim l ON l.document_key = c.document_key AND l.paragraph_no = c.paragraph_no
    GROUP BY c.document_key, c.document_label, c.paragraph_no, c.kind, c.facts
    ORDER BY c.document_key, c.paragraph_no
    LIMIT :limit
"""

_HINT = """
    SELECT
        (SELECT record_key FROM api.evidence WHERE record_kind = 'event'
            GROUP BY record_key ORDER BY bool_or(marker IS NOT NULL) DESC, count(*) DESC, record_key
            LIMIT 1) AS event_key,
        (SELECT name FROM api.actor_name
            ORDER BY script IS NOT DISTINCT FROM 'Cyrl' DESC, kind <> 'metonym', name LIMIT 1) AS name
"""
