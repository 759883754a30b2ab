-- How many sources independent of one another stand behind a fact: five copies of one wire story are one.

CREATE VIEW api.source_origin AS
WITH rests AS NOT MATERIALIZED (
    SELECT v.record_key AS fact_key, v.record_key, v.source_key, v.cited_source_key
    FROM api.evidence v
    WHERE v.relation = 'supports'
    UNION ALL
    -- reports of one utterance support one fact; OFFSET 0 has each report's evidence looked up by its key
    SELECT s.canonical_key, v.record_key, v.source_key, v.cited_source_key
    FROM api.statement s
    CROSS JOIN LATERAL (
        SELECT e.record_key, e.source_key, e.cited_source_key
        FROM api.evidence e
        WHERE e.record_key = s.key AND e.relation = 'supports'
        OFFSET 0
    ) v
    WHERE s.canonical_key IS NOT NULL
),

voice AS NOT MATERIALIZED (
    SELECT s.key AS source_key, s.label AS source_label, coalesce(agency.key, p.key, author.key, s.key) AS key
    FROM api.source s
    LEFT JOIN api.actor p ON p.key = s.publisher_key AND p.kind <> 'media_platform'
    LEFT JOIN LATERAL (
        SELECT w.author_key AS key
        FROM api.source_author w
        JOIN api.actor a ON a.key = w.author_key
        WHERE w.source_key = s.key AND a.kind = 'media'
        ORDER BY w.position, w.author_key
        LIMIT 1
    ) agency ON true
    LEFT JOIN LATERAL (
        SELECT w.author_key AS key
        FROM api.source_author w
        WHERE w.source_key = s.key
        ORDER BY w.position, w.author_key
        LIMIT 1
    ) author ON true
),

relay AS NOT MATERIALIZED (
    SELECT DISTINCT ON (b.statement_key) b.statement_key, b.actor_key AS key
    FROM api.statement_actor b
    WHERE b.role = 'reported_by'
    ORDER BY b.statement_key, b.hop, b.actor_key
)

SELECT DISTINCT
    f.key AS record_key,
    f.kind AS record_kind,
    f.label AS record_label,
    voice.source_key,
    voice.source_label,
    o.key AS origin_key,
    o.kind AS origin_kind,
    o.label AS origin_label
FROM rests r
JOIN api.record f ON f.key = r.fact_key
JOIN voice ON voice.source_key = coalesce(r.cited_source_key, r.source_key)
LEFT JOIN relay ON relay.statement_key = r.record_key
JOIN api.record o ON o.key = CASE
    WHEN relay.key IS NULL THEN voice.key
    -- who was one of the first to pass it on, or said it, has it from nobody
    WHEN EXISTS (
        SELECT
        FROM api.statement_actor x
        WHERE x.statement_key = r.record_key AND x.actor_key = voice.key
            AND (x.role = 'speaker' OR x.role = 'reported_by' AND x.hop <= 1)
    ) THEN voice.key
    ELSE relay.key
END
-- a source that cites another for the fact has it from there
WHERE NOT EXISTS (
    SELECT
    FROM rests c
    WHERE c.fact_key = r.fact_key
        AND c.source_key = coalesce(r.cited_source_key, r.source_key)
        AND c.cited_source_key <> c.source_key
);

COMMENT ON VIEW api.source_origin IS
    'Who stands behind each source of a fact. A source that cites another for it counts as that other; then '
    'counts the agency among its authors, else its publisher (on a platform, its author), else the source; and '
    'for a statement that was passed on, the first who did. Reports of one utterance are one fact.';
COMMENT ON COLUMN api.source_origin.record_key IS 'Key of the fact.';
COMMENT ON COLUMN api.source_origin.record_kind IS 'Kind of the fact, as in api.record.';
COMMENT ON COLUMN api.source_origin.record_label IS 'Name of the fact.';
COMMENT ON COLUMN api.source_origin.source_key IS 'Key of a source that supports it without citing another.';
COMMENT ON COLUMN api.source_origin.source_label IS 'Name of that source.';
COMMENT ON COLUMN api.source_origin.origin_key IS 'Key of the actor, or source, behind it.';
COMMENT ON COLUMN api.source_origin.origin_kind IS 'actor or source.';
COMMENT ON COLUMN api.source_origin.origin_label IS 'Name of the actor, or source, behind it.';

CREATE VIEW api.independent_source AS
SELECT
    r.key,
    r.kind,
    r.label,
    count(DISTINCT o.origin_key) AS independent_sources,
    count(DISTINCT o.source_key) AS sources,
    string_agg(DISTINCT o.origin_label, '; ' ORDER BY o.origin_label) AS origin_labels
FROM api.record r
LEFT JOIN api.source_origin o ON o.record_key = r.key
WHERE r.retracted_at IS NULL AND r.kind NOT IN ('source', 'document')
GROUP BY r.key, r.kind, r.label;

COMMENT ON VIEW api.independent_source IS
    'How many sources, independent of one another, support each fact; 0: no passage supports it, '
    'or its sources cite nobody but one another.';
COMMENT ON COLUMN api.independent_source.key IS 'Public key, prefix:local_key; stable for ever.';
COMMENT ON COLUMN api.independent_source.kind IS 'Kind of the fact, as in api.record.';
COMMENT ON COLUMN api.independent_source.label IS 'Name for people, one line.';
COMMENT ON COLUMN api.independent_source.independent_sources IS
    'Origins of what is said: five copies of one wire story count once.';
COMMENT ON COLUMN api.independent_source.sources IS 'Sources at the end of the chains of citations, copies included.';
COMMENT ON COLUMN api.independent_source.origin_labels IS
    'Names of the origins in alphabetical order, joined by ''; ''; one row each in api.source_origin.';
