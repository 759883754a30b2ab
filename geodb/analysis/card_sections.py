"""What hangs on a record, as one query over the read contract per section; `:key` is the record's key.

The columns of a section are what `geodb show --json` prints, so they change as the views do: at the end only.
"""

from __future__ import annotations

SECTIONS: dict[str, str] = {
    # of any record
    "names": """
        SELECT name, kind, lang, script, is_primary, valid_edtf FROM api.name WHERE record_key = :key
        ORDER BY is_primary DESC, kind, name
    """,
    "external_ids": """
        SELECT scheme, value FROM api.external_id WHERE record_key = :key ORDER BY scheme, value
    """,
    "topics": "SELECT topic, topic_label FROM api.topic WHERE record_key = :key ORDER BY topic",
    "about": """
        SELECT subject_key, subject_kind, subject_label FROM api.subject WHERE record_key = :key ORDER
        BY subject_kind, subject_label
    """,
    "spoken_of_in": """
        SELECT record_key, record_kind, record_label FROM api.subject WHERE subject_key = :key ORDER BY
        record_kind DESC, record_key
    """,
    "relations": """
        SELECT key, kind, from_key, from_kind, from_label, to_key, to_kind, to_label FROM
        api.event_relation WHERE :key IN (from_key, to_key) ORDER BY kind, from_key, to_key
    """,
    "statuses": """
        SELECT seq, status, when_edtf, by_event_key, by_event_label FROM api.status_change WHERE
        record_key = :key ORDER BY seq
    """,
    "figures": """
        SELECT key, label, measure, best, low, high, unit, qualifier, party_key, party_label, as_of_edtf
        FROM api.figure WHERE of_key = :key ORDER BY key
    """,
    "claims": """
        SELECT attribute, value, rank, source_key, source_label, reason FROM api.claim WHERE record_key
        = :key ORDER BY attribute, rank, value
    """,
    "condition_of": """
        SELECT assessment_key, assessment_kind, assessment_label, text, is_negated FROM
        api.assessment_condition WHERE record_key = :key ORDER BY assessment_key, seq
    """,
    "notes": """
        SELECT kind, text, source_key, source_label, coder FROM api.note WHERE record_key = :key ORDER
        BY kind, text
    """,
    "merged": """
        SELECT key, label, reason, merged_by, merged_at FROM api.merge WHERE survivor_key = :key ORDER
        BY key
    """,
    # of actors
    "offices_held": """
        SELECT key, office_key, office_label, status, start_edtf, end_edtf, first_attested_on,
        last_attested_on FROM api.office_holding WHERE holder_key = :key ORDER BY coalesce(held_from,
        first_attested_on), office_label
    """,
    "offices": "SELECT key, label, seats FROM api.office WHERE organization_key = :key ORDER BY label",
    "actor_relations": """
        SELECT key, kind, status, from_key, from_label, to_key, to_label, is_directed, when_edtf FROM
        api.actor_relation WHERE :key IN (from_key, to_key) ORDER BY kind, from_label, to_label
    """,
    "events": """
        SELECT p.event_key, p.event_label, p.role, e.status, e.when_edtf, p.actor_key, p.actor_label,
        p.on_behalf_of_key, p.on_behalf_of_label FROM api.event_participant p JOIN api.event e ON e.key
        = p.event_key WHERE :key IN (p.actor_key, p.on_behalf_of_key) ORDER BY coalesce(e.when_from,
        e.when_until), e.when_until, p.event_key, p.role
    """,
    "initiatives": """
        SELECT p.initiative_key, p.initiative_label, p.role, i.status, i.status_edtf, p.joined_edtf,
        p.left_edtf FROM api.initiative_party p JOIN api.initiative i ON i.key = p.initiative_key WHERE
        p.actor_key = :key ORDER BY i.status_from, p.initiative_key
    """,
    "statements": """
        SELECT a.statement_key, a.role, a.stance, a.hop, s.speaker_labels, s.form, s.content,
        s.when_edtf FROM api.statement_actor a JOIN api.statement s ON s.key = a.statement_key WHERE
        a.actor_key = :key ORDER BY a.role, coalesce(s.when_from, s.when_until), a.statement_key
    """,
    "assessments": """
        SELECT key, kind, label, text, wording FROM api.assessment WHERE author_key = :key AND kind <>
        'scenario_outcome' ORDER BY kind, key
    """,
    "publications": """
        SELECT key, kind, label, published_edtf FROM api.source WHERE publisher_key = :key UNION SELECT
        s.key, s.kind, s.label, s.published_edtf FROM api.source s JOIN api.source_author a ON
        a.source_key = s.key WHERE a.author_key = :key ORDER BY key
    """,
    "ratings": """
        SELECT reliability, reliability_label, rated_by, rated_on, reason FROM api.source_rating WHERE
        record_key = :key ORDER BY rated_on
    """,
    # of offices and places
    "holders": """
        SELECT key, holder_key, holder_label, status, start_edtf, end_edtf, first_attested_on,
        last_attested_on FROM api.office_holding WHERE office_key = :key ORDER BY coalesce(held_from,
        first_attested_on), holder_label
    """,
    "statements_in_office": """
        SELECT key, speaker_labels, content, when_edtf FROM api.statement WHERE capacity_key = :key
        ORDER BY coalesce(when_from, when_until), key
    """,
    "events_here": """
        SELECT p.event_key, p.event_label, p.role, e.status, e.when_edtf FROM api.event_place p JOIN
        api.event e ON e.key = p.event_key WHERE p.place_key = :key ORDER BY coalesce(e.when_from,
        e.when_until), p.event_key
    """,
    "places_within": "SELECT key, kind, label FROM api.place WHERE parent_key = :key ORDER BY label",
    # of events
    "participants": """
        SELECT actor_key, actor_label, role, acts, on_behalf_of_key, on_behalf_of_label, office_key,
        office_label FROM api.event_participant WHERE event_key = :key ORDER BY acts DESC, role,
        actor_label
    """,
    "places": """
        SELECT place_key, place_label, role, geo_precision FROM api.event_place WHERE event_key = :key
        ORDER BY role, place_label
    """,
    "terms": """
        SELECT taxonomy, term, facet, term_label, score, confidence, coder FROM api.event_term WHERE
        event_key = :key ORDER BY taxonomy, facet DESC, term
    """,
    "said_here": """
        SELECT key, speaker_labels, form, content FROM api.statement WHERE occasion_key = :key ORDER BY
        key
    """,
    "launched": """
        SELECT key, kind, label, status FROM api.initiative WHERE launch_event_key = :key ORDER BY key
    """,
    # of statements and assessments
    "actors": """
        SELECT actor_key, actor_label, role, stance, hop FROM api.statement_actor WHERE statement_key =
        :key ORDER BY role, hop, actor_label
    """,
    "reports": "SELECT key, kind, label, text FROM api.assessment WHERE statement_key = :key ORDER BY key",
    "conditions": """
        SELECT seq, text, is_negated, record_key, record_kind, record_label FROM
        api.assessment_condition WHERE assessment_key = :key ORDER BY seq
    """,
    "outcomes": """
        SELECT key, seq, text, wording, outcome FROM api.assessment WHERE parent_key = :key ORDER BY seq
    """,
    "resolutions": """
        SELECT outcome, resolved_on, event_key, event_label, source_key, source_label, reason,
        resolved_by FROM api.assessment_resolution WHERE assessment_key = :key ORDER BY resolved_on
    """,
    # of initiatives and targets
    "parties": """
        SELECT actor_key, actor_label, role, joined_edtf, left_edtf FROM api.initiative_party WHERE
        initiative_key = :key ORDER BY role, actor_label
    """,
    "parts": """
        SELECT key, kind, label, status, status_edtf FROM api.initiative WHERE parent_key = :key ORDER
        BY key
    """,
    "targets": """
        SELECT key, label, metric, comparator, value, unit, deadline_edtf FROM api.target WHERE
        initiative_key = :key ORDER BY key
    """,
    "observations": """
        SELECT basis, value, unit, scope, as_of_edtf, published_edtf, source_key, source_label FROM
        api.target_observation WHERE target_key = :key ORDER BY as_of_from, value, source_key
    """,
    # of sources and documents
    "authors": """
        SELECT author_key, author_label, position FROM api.source_author WHERE source_key = :key ORDER
        BY position
    """,
    "documents": """
        SELECT key, label, char_count, lang, accessed_on FROM api.document WHERE source_key = :key ORDER
        BY key
    """,
    "cited_in": """
        SELECT document_key, document_label, marker, paragraph_no, accessed_on, raw FROM api.reference
        WHERE cited_source_key = :key ORDER BY document_key, marker
    """,
    "speaks_for": """
        SELECT record_kind, count(DISTINCT record_key) AS records FROM api.evidence WHERE :key IN
        (source_key, cited_source_key) GROUP BY record_kind ORDER BY record_kind
    """,
    "paragraphs": """
        SELECT paragraph_no, kind, facts, uncited_claims, char_count FROM api.coverage WHERE
        document_key = :key ORDER BY paragraph_no
    """,
    "references": """
        SELECT marker, paragraph_no, cited_source_key, cited_source_label, accessed_on, raw FROM
        api.reference WHERE document_key = :key ORDER BY paragraph_no, marker
    """,
}

KIND_SECTIONS: dict[str, tuple[str, ...]] = {
    "record": (
        "names",
        "external_ids",
        "topics",
        "about",
        "spoken_of_in",
        "relations",
        "statuses",
        "figures",
        "claims",
        "condition_of",
        "notes",
        "merged",
    ),
    "actor": (
        "offices_held",
        "offices",
        "actor_relations",
        "events",
        "initiatives",
        "statements",
        "assessments",
        "publications",
        "ratings",
    ),
    "office": ("holders", "statements_in_office"),
    "place": ("events_here", "places_within"),
    "event": ("participants", "places", "terms", "said_here", "launched"),
    "statement": ("actors", "reports"),
    "assessment": ("conditions", "outcomes", "resolutions"),
    "initiative": ("parties", "parts", "targets"),
    "target": ("observations",),
    "source": ("authors", "documents", "cited_in", "speaks_for", "ratings"),
    "document": ("paragraphs", "references"),
}
"""Sections in the order they are shown: those of every record, then those of its kind."""
