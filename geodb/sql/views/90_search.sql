-- Search: names in any spelling or script, and the words of texts.

CREATE FUNCTION api.search(query text, max_rows integer DEFAULT 50)
RETURNS TABLE (key text, kind text, label text, matched text, matched_in text, score double precision)
LANGUAGE sql STABLE
BEGIN ATOMIC
    WITH asked AS (
        SELECT
            api.fold_name(query) AS folded,
            regexp_replace(api.fold_name(query), '([\\%_])', '\\\1', 'g') || '%' AS starting,
            websearch_to_tsquery('simple', query) AS words
        WHERE api.fold_name(query) ~ '\S'
    ),
    hit AS (
        SELECT n.record_key AS key, n.record_kind AS kind, n.record_label AS label, n.name AS matched,
            'name' AS matched_in,
            CASE
                WHEN n.folded = a.folded THEN 1
                WHEN n.folded LIKE a.starting THEN 0.9
                ELSE 0.8 * greatest(similarity(n.folded, a.folded), word_similarity(a.folded, n.folded))
            END AS score
        FROM asked a
        JOIN api.name n ON n.folded = a.folded OR n.folded LIKE a.starting
            OR n.folded % a.folded OR n.folded %> a.folded
        UNION ALL
        SELECT r.key, r.kind, r.label, r.label, 'label', 0.7
        FROM asked a
        JOIN api.record r ON to_tsvector('simple', r.label) @@ a.words AND r.retracted_at IS NULL
        UNION ALL
        SELECT s.key, 'statement', s.label, s.content, 'content', 0.6
        FROM asked a
        JOIN api.statement s ON to_tsvector('simple', s.content) @@ a.words
        UNION ALL
        SELECT e.key, 'event', e.label, e.summary, 'summary', 0.5
        FROM asked a
        JOIN api.event e ON to_tsvector('simple', e.summary) @@ a.words
        UNION ALL
        SELECT p.document_key, 'document', p.document_label,
            ts_headline('simple', p.text, a.words,
                'StartSel="", StopSel="", MaxFragments=1, MaxWords=30, MinWords=15'),
            'paragraph ' || p.paragraph_no, 0.4
        FROM asked a
        JOIN api.paragraph p ON to_tsvector('simple', p.text) @@ a.words
    ),
    best AS (
        SELECT DISTINCT ON (hit.key) *
        FROM hit
        ORDER BY hit.key, hit.score DESC, hit.matched_in, hit.matched
    )
    SELECT best.key, best.kind, best.label, best.matched, best.matched_in, best.score
    FROM best
    ORDER BY best.score DESC, best.label, best.key
    LIMIT max_rows;
END;

COMMENT ON FUNCTION api.search(text, integer) IS
    'Records found by a name in any spelling or script (equal, beginning, similar) or by words of their label, '
    'statement content, event summary or paragraph (web search syntax: "a phrase", or, -not). One row per record, '
    'best match first: key, kind as in api.record, label, the text that matched, where it matched, score 0 to 1.';
