-- When a fact became knowable: not when we recorded it, but when a source that says it could be read.

CREATE VIEW api.dated_support AS
SELECT DISTINCT
    d.record_key,
    d.record_kind,
    d.record_label,
    d.readable_by,
    d.rests_on,
    d.is_upper_bound,
    d.source_key,
    d.source_label,
    d.document_key,
    d.marker
FROM (
    -- what a passage's footnote cites, and what the passage stands in
    SELECT v.record_key, v.record_kind, v.record_label, v.document_key, v.marker, day.*
    FROM api.evidence v
    JOIN api.source s ON s.key = v.source_key
    LEFT JOIN api.document t ON t.key = v.document_key
    LEFT JOIN api.source c ON c.key = v.cited_source_key
    -- What the author of a document judges or foresees in it is not known before the document is, whatever it cites.
    LEFT JOIN (
        SELECT a.key AS record_key, w.source_key
        FROM api.assessment a
        JOIN api.source_author w ON w.author_key = a.author_key
    ) own ON own.record_key = v.record_key AND own.source_key = v.source_key
    CROSS JOIN LATERAL (VALUES
        (c.published_until, 'published', c.published_from IS DISTINCT FROM c.published_until, c.key, c.label),
        (v.cited_accessed_on, 'accessed', true, c.key, c.label),
        (s.published_until, 'published', s.published_from IS DISTINCT FROM s.published_until, s.key, s.label),
        (t.accessed_on, 'accessed', true, s.key, s.label)
    ) AS day (readable_by, rests_on, is_upper_bound, source_key, source_label)
    WHERE v.relation = 'supports'
        AND (own.record_key IS NULL OR day.source_key IS DISTINCT FROM c.key OR c.key = s.key)
    UNION ALL
    -- a source is known once it is published, read, or cited by somebody who says when
    SELECT s.key, 'source', s.label, NULL, NULL,
        s.published_until, 'published', s.published_from IS DISTINCT FROM s.published_until, s.key, s.label
    FROM api.source s
    UNION ALL
    SELECT s.key, 'source', s.label, f.document_key, f.marker, f.accessed_on, 'accessed', true, s.key, s.label
    FROM api.reference f
    JOIN api.source s ON s.key = f.cited_source_key
    UNION ALL
    SELECT t.key, 'document', t.label, t.key, NULL, day.*
    FROM api.document t
    JOIN api.source s ON s.key = t.source_key
    CROSS JOIN LATERAL (VALUES
        (s.published_until, 'published', s.published_from IS DISTINCT FROM s.published_until, s.key, s.label),
        (t.accessed_on, 'accessed', true, s.key, s.label)
    ) AS day (readable_by, rests_on, is_upper_bound, source_key, source_label)
    UNION ALL
    SELECT s.key, 'source', s.label, t.key, NULL, day.*
    FROM api.document t
    JOIN api.source s ON s.key = t.source_key
    CROSS JOIN LATERAL (VALUES
        (s.published_until, 'published', s.published_from IS DISTINCT FROM s.published_until, s.key, s.label),
        (t.accessed_on, 'accessed', true, s.key, s.label)
    ) AS day (readable_by, rests_on, is_upper_bound, source_key, source_label)
) d
WHERE d.readable_by IS NOT NULL;

COMMENT ON VIEW api.dated_support IS
    'Every day by which a source that supports a record could be read: published, or read by somebody. '
    'Sources and documents support themselves.';
COMMENT ON COLUMN api.dated_support.record_key IS 'Key of the record.';
COMMENT ON COLUMN api.dated_support.record_kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.dated_support.record_label IS 'Name of the record.';
COMMENT ON COLUMN api.dated_support.readable_by IS 'Day by which it could be read.';
COMMENT ON COLUMN api.dated_support.rests_on IS
    'published: the day is when the source came out; accessed: when somebody read it.';
COMMENT ON COLUMN api.dated_support.is_upper_bound IS
    'Whether it can have been earlier: true for every access date, and for a publication date that is not one day.';
COMMENT ON COLUMN api.dated_support.source_key IS 'Key of the source that was published or read.';
COMMENT ON COLUMN api.dated_support.source_label IS 'Name of that source.';
COMMENT ON COLUMN api.dated_support.document_key IS
    'Key of the document with the passage or footnote that ties the record to the source.';
COMMENT ON COLUMN api.dated_support.marker IS 'Marker of the footnote, where the passage stands under one.';

CREATE VIEW api.knowledge AS
SELECT
    r.key,
    r.kind,
    r.label,
    k.readable_by AS known_from,
    k.rests_on,
    k.is_upper_bound,
    k.source_key,
    k.source_label,
    k.document_key,
    k.marker,
    CASE
        WHEN k.rests_on = 'published' AND NOT k.is_upper_bound THEN 'published on that day'
        WHEN k.rests_on = 'published' THEN 'published by that day'
        WHEN k.rests_on = 'accessed' THEN 'read on that day, so it was known by then, perhaps earlier'
        WHEN v.record_key IS NOT NULL THEN 'no source or footnote that supports it carries a date'
        WHEN r.kind IN ('source', 'document') THEN 'neither published nor read on any known day'
        ELSE 'no passage supports it'
    END AS why
FROM api.record r
LEFT JOIN (
    SELECT DISTINCT ON (record_key) *
    FROM api.dated_support
    ORDER BY record_key, readable_by, is_upper_bound, rests_on DESC, source_key, document_key, marker
) k ON k.record_key = r.key
LEFT JOIN (SELECT DISTINCT record_key FROM api.evidence WHERE relation = 'supports') v ON v.record_key = r.key
WHERE r.retracted_at IS NULL;

COMMENT ON VIEW api.knowledge IS
    'Every record with the day from which it was knowable, as far as sources carry dates, and why.';
COMMENT ON COLUMN api.knowledge.key IS 'Public key, prefix:local_key; stable for ever.';
COMMENT ON COLUMN api.knowledge.kind IS 'Kind of the record, as in api.record.';
COMMENT ON COLUMN api.knowledge.label IS 'Name for people, one line.';
COMMENT ON COLUMN api.knowledge.known_from IS
    'First day on which a source that supports it could be read; NULL: no such source carries a date.';
COMMENT ON COLUMN api.knowledge.rests_on IS 'published or accessed: which date of the source the day is.';
COMMENT ON COLUMN api.knowledge.is_upper_bound IS 'Whether it can have been knowable earlier.';
COMMENT ON COLUMN api.knowledge.source_key IS 'Key of the source whose date it is.';
COMMENT ON COLUMN api.knowledge.source_label IS 'Name of the source whose date it is.';
COMMENT ON COLUMN api.knowledge.document_key IS
    'Key of the document with the passage or footnote that ties the record to the source.';
COMMENT ON COLUMN api.knowledge.marker IS 'Marker of the footnote, where the passage stands under one.';
COMMENT ON COLUMN api.knowledge.why IS 'What the day rests on, or why there is none, in words.';

CREATE FUNCTION api.known_on(day date)
RETURNS TABLE (
    key text,
    kind text,
    label text,
    known_from date,
    rests_on text,
    is_upper_bound boolean,
    source_key text,
    source_label text,
    document_key text,
    marker text
)
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT
        k.key, k.kind, k.label, k.known_from, k.rests_on, k.is_upper_bound,
        k.source_key, k.source_label, k.document_key, k.marker
    FROM api.knowledge k
    WHERE k.known_from <= known_on.day;
END;

COMMENT ON FUNCTION api.known_on(date) IS
    'The records that were knowable on a day: a source that supports them had been published, or read by somebody. '
    'Columns as in api.knowledge. A record whose sources carry no date is never among them.';
