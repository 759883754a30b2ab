-- Candidates of a search, whoever asks: row security would keep it from the indexes, whose operators PostgreSQL does
-- not take for safe. `api.search` shows the reader those that are the reader's to see. The parameter stands in every
-- condition itself, not in a table expression: only so the indexes are used.
CREATE FUNCTION geodb.find_text_v1(query text)
RETURNS TABLE (record_id bigint, matched text, matched_in text, score double precision)
LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT n.record_id, n.name, 'name',
        CASE
            WHEN n.folded = geodb.fold_name_v1(query) THEN 1
            WHEN starts_with(n.folded, geodb.fold_name_v1(query)) THEN 0.9
            ELSE 0.8 * greatest(
                similarity(n.folded, geodb.fold_name_v1(query)),
                word_similarity(geodb.fold_name_v1(query), n.folded))
        END
    FROM geodb.record_name n
    WHERE n.folded = geodb.fold_name_v1(query)
        OR n.folded LIKE regexp_replace(geodb.fold_name_v1(query), '([\\%_])', '\\\1', 'g') || '%'
        OR n.folded % geodb.fold_name_v1(query)
        OR n.folded %> geodb.fold_name_v1(query)
    UNION ALL
    SELECT r.id, r.label, 'label', 0.7
    FROM geodb.record r
    WHERE to_tsvector('simple', r.label) @@ websearch_to_tsquery('simple', query)
    UNION ALL
    SELECT s.id, s.content, 'content', 0.6
    FROM geodb.statement s
    WHERE to_tsvector('simple', s.content) @@ websearch_to_tsquery('simple', query)
    UNION ALL
    SELECT e.id, e.summary, 'summary', 0.5
    FROM geodb.event e
    WHERE to_tsvector('simple', e.summary) @@ websearch_to_tsquery('simple', query)
    UNION ALL
    SELECT p.document_id,
        ts_headline('simple', p.text, websearch_to_tsquery('simple', query),
            'StartSel="", StopSel="", MaxFragments=1, MaxWords=30, MinWords=15'),
        'paragraph ' || p.no, 0.4
    FROM geodb.paragraph p
    WHERE to_tsvector('simple', p.text) @@ websearch_to_tsquery('simple', query);
END;

COMMENT ON FUNCTION geodb.find_text_v1(text) IS
    'Records with a name or a text that matches, of whatever marking, retracted and merged ones too: what api.search shows a reader some of.';
