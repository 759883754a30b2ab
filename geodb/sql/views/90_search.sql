-- Search: names in any spelling or script, and the words of texts.

CREATE FUNCTION api.search(query text, max_rows integer DEFAULT 50)
RETURNS TABLE (key text, kind text, label text, matched text, matched_in text, score double precision)
LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp  -- with the rights of the owner, as views have them
BEGIN ATOMIC
    WITH best AS (
        SELECT DISTINCT ON (r.key) r.key, r.kind, r.label, hit.matched, hit.matched_in, hit.score
        FROM geodb.find_text_v1(query) hit
        JOIN geodb.record said ON said.id = hit.record_id
        -- a name of a merged record is one of its survivor; its texts are its own, and not listed
        JOIN geodb.record r ON r.id = CASE hit.matched_in WHEN 'name' THEN said.survivor_id ELSE said.id END
        WHERE r.retracted_at IS NULL AND r.merged_into_id IS NULL
        ORDER BY r.key, hit.score DESC, hit.matched_in, hit.matched
    )
    SELECT best.key, best.kind, best.label, best.matched, best.matched_in, best.score
    FROM best
    WHERE geodb.fold_name_v1(query) ~ '\S'
    ORDER BY best.score DESC, best.label, best.key
    LIMIT max_rows;
END;

COMMENT ON FUNCTION api.search(text, integer) IS
    'Records found by a name in any script it is recorded in, however spelled (equal, beginning, similar) or by '
    'words of their label, statement content, event summary or paragraph (web search syntax: "a phrase", or, -not). One row per record, '
    'best match first: key, kind as in api.record, label, the text that matched, where it matched, score 0 to 1.';
