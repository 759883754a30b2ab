-- Search: names in any spelling or script, and the words of texts.

-- The parameters stand in every condition themselves, not in a table expression: only so the indexes are used.
CREATE FUNCTION api.search(query text, max_rows integer DEFAULT 50)
RETURNS TABLE (key text, kind text, label text, matched text, matched_in text, score double precision)
LANGUAGE sql STABLE
BEGIN ATOMIC
    WITH hit AS (
        SELECT n.record_key AS key, n.record_kind AS kind, n.record_label AS label, n.name AS matched,
            'name' AS matched_in,
            CASE
                WHEN n.folded = api.fold_name(query) THEN 1
                WHEN starts_with(n.folded, api.fold_name(query)) THEN 0.9
                ELSE 0.8 * greatest(
                    similarity(n.folded, api.fold_name(query)), word_similarity(api.fold_name(query), n.folded))
            END AS score
        FROM api.name n
        WHERE n.folded = api.fold_name(query)
            OR n.folded LIKE regexp_replace(api.fold_name(query), '([\\%_])', '\\\1', 'g') || '%'
            OR n.folded % api.fold_name(query)
            OR n.folded %> api.fold_name(query)
        UNION ALL
        SELECT r.key, r.kind, r.label, r.label, 'label', 0.7
        FROM api.record r
        WHERE to_tsvector('simple', r.label) @@ websearch_to_tsquery('simple', query) AND r.retracted_at IS NULL
        UNION ALL
        SELECT s.key, 'statement', s.label, s.content, 'content', 0.6
        FROM api.statement s
        WHERE to_tsvector('simple', s.content) @@ websearch_to_tsquery('simple', query)
        UNION ALL
        SELECT e.key, 'event', e.label, e.summary, 'summary', 0.5
        FROM api.event e
        WHERE to_tsvector('simple', e.summary) @@ websearch_to_tsquery('simple', query)
        UNION ALL
        SELECT p.document_key, 'document', p.document_label,
            ts_headline('simple', p.text, websearch_to_tsquery('simple', query),
                'StartSel="", StopSel="", MaxFragments=1, MaxWords=30, MinWords=15'),
            'paragraph ' || p.paragraph_no, 0.4
        FROM api.paragraph p
        WHERE to_tsvector('simple', p.text) @@ websearch_to_tsquery('simple', query)
    ),
    best AS (
        SELECT DISTINCT ON (hit.key) *
        FROM hit
        ORDER BY hit.key, hit.score DESC, hit.matched_in, hit.matched
    )
    SELECT best.key, best.kind, best.label, best.matched, best.matched_in, best.score
    FROM best
    WHERE api.fold_name(query) ~ '\S'
    ORDER BY best.score DESC, best.label, best.key
    LIMIT max_rows;
END;

COMMENT ON FUNCTION api.search(text, integer) IS
    'Records found by a name in any spelling or script (equal, beginning, similar) or by words of their label, '
    'statement content, event summary or paragraph (web search syntax: "a phrase", or, -not). One row per record, '
    'best match first: key, kind as in api.record, label, the text that matched, where it matched, score 0 to 1.';
